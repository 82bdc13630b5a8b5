"""The commands: parse, call the library, print; no logic of their own."""

import codecs
import contextlib
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from plan_graph import __version__
from plan_graph.errors import PlanGraphError
from plan_graph.vocab import BASIS_NAMES, PG

if TYPE_CHECKING:
    from pyoxigraph import Store

    from plan_graph.register import Register
    from plan_graph.tables import Screen
    from plan_graph.workbook import Notes, Sheet

#: Signs that cp932 writes as another one; the rest is replaced by its NFKC or by ?.
_LOOKALIKES: Final = {"—": "―", "–": "-", "−": "－", "〜": "～", "“": '"', "”": '"'}


class _Commands(click.Group):
    """The one place that shows errors: a user's mistakes as sentences, bugs as they are."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run the command; a `PlanGraphError` ends with its faults and exit code 2."""
        try:
            return super().invoke(ctx)
        except PlanGraphError as error:
            lang = ctx.meta.get("plan-graph.lang", "ja")
            _say(error.text(lang), err=True)
            ctx.exit(2)


def _lang(ctx: click.Context, _: click.Parameter, value: str) -> str:
    ctx.meta["plan-graph.lang"] = value
    return value


def _graph_path(_: click.Context, __: click.Parameter, value: Path | None) -> Path:
    from plan_graph.resources import GRAPH

    return value or GRAPH


def _checked_folder(_: click.Context, __: click.Parameter, value: Path | None) -> Path:
    """Return the folder whose accepted findings count: here, or those of the shipped graph."""
    from plan_graph.resources import GRAPH

    here = Path("data")
    return value or (here if (here / "city.toml").is_file() else GRAPH.parent)


_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
_PATH: Final = click.Path(path_type=Path)
LANG: Final[_Decorator] = click.option(
    "--lang",
    type=click.Choice(["ja", "en"]),
    default="ja",
    callback=_lang,
    is_eager=True,
    help="表示の言語 / language",
)
GRAPH: Final[_Decorator] = click.option(
    "--graph", type=_PATH, callback=_graph_path, help="グラフのファイル / graph file (Turtle)"
)
DATA: Final[_Decorator] = click.option(
    "--data", type=_PATH, default="data", help="city.toml のあるフォルダ / data folder"
)
ACCEPTED: Final[_Decorator] = click.option(
    "--data", type=_PATH, callback=_checked_folder, help="city.toml のあるフォルダ / data folder"
)
BASIS: Final[_Decorator] = click.option(
    "--basis",
    type=click.Choice(list(BASIS_NAMES)),
    default="estimated",
    help="根拠の下限 / weakest basis",
)
OUTPUT: Final[_Decorator] = click.option(
    "-o", "--output", type=_PATH, help="書き出すファイル / write to a file"
)


def _format(*names: str) -> _Decorator:
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], help="形式 / format"
    )


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """計画のつながりを、根拠とともにたどる / How a city's plans hang together, and why."""


@cli.command()
@click.argument("vision", required=False, metavar="[ビジョン VISION]")
@GRAPH
@LANG
@BASIS
@_format("table", "csv", "json")
@OUTPUT
def serves(
    vision: str | None, graph: Path, lang: str, basis: str, form: str, output: Path | None
) -> None:
    """ビジョン別の取組 / Which actions serve which vision, and on what ground."""
    from plan_graph import answers, tables
    from plan_graph.lookup import elements, find_element
    from plan_graph.reasons import serves as ask

    store = _view(graph, basis)
    known = elements(store)
    chosen = find_element(known, vision, kinds=[PG.Vision], place="VISION") if vision else None
    found = ask(store, known, chosen)
    page = answers.Page(store, known, BASIS_NAMES[basis], lang, _screen(output))
    if form == "table":
        _put(answers.serves_text(found, page) + "\n", output)
    elif form == "csv":
        _put(tables.csv_text(*answers.serves_rows(found, page)), output, bom=True)
    else:
        _put(tables.json_text(answers.serves_json(found, page)), output)


@cli.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@GRAPH
@LANG
@BASIS
@OUTPUT
def explain(
    first: str, second: str, graph: Path, lang: str, basis: str, output: Path | None
) -> None:
    """理由をたどる / Every way from A to B, with the source of each step."""
    from plan_graph.answers import Page, explain_text
    from plan_graph.lookup import elements, find_both
    from plan_graph.reasons import explain as ask

    store = _view(graph, basis)
    known = elements(store)
    ends = find_both(known, first, second)
    page = Page(store, known, BASIS_NAMES[basis], lang)
    _put(explain_text(ask(store, *ends), ends, page) + "\n", output)


@cli.command()
@click.argument("text", required=False, metavar="[NAME | TEXT | -]")
@click.option("--file", type=_PATH, help="SPARQLのファイル / file with a query")
@click.option("--set", "settings", multiple=True, metavar="名前=値", help="パラメータ / parameter")
@click.option(
    "--on-mandala", type=_PATH, metavar="FILE.html", help="答えをマンダラに示す / on the mandala"
)
@click.option("--rows", default=10_000, show_default=True, help="行数の上限 / most rows")
@click.option("--seconds", default=20.0, show_default=True, help="時間の上限 / longest time")
@GRAPH
@LANG
@BASIS
@_format("table", "csv", "json")
@OUTPUT
def query(
    text: str | None,
    file: Path | None,
    settings: tuple[str, ...],
    on_mandala: Path | None,
    rows: int,
    seconds: float,
    graph: Path,
    lang: str,
    basis: str,
    form: str,
    output: Path | None,
) -> None:
    """質問集 / Ask a question of the library by NAME, or any SPARQL."""
    from plan_graph import results, tables
    from plan_graph.answers import Page
    from plan_graph.diagnosis import explain_empty
    from plan_graph.lookup import elements
    from plan_graph.messages import text as message
    from plan_graph.questions import bind, find_question, read_settings
    from plan_graph.sparql import run

    values = read_settings(settings)
    asked = _asked(text, file)
    store = _view(graph, basis)
    page = Page(store, elements(store), BASIS_NAMES[basis], lang, _screen(output))
    question = None if _is_sparql(asked) else find_question(asked.strip())
    bound = bind(question, page.known, values, lang=lang) if question else {}
    sparql = question.text if question else asked
    reason = question.empty[lang == "en"] if question else ""
    with _deadline(seconds, lang):
        answer = run(store, sparql, values=bound, rows=rows, place=str(file or "SPARQL"))
        silent = answer.form == "ask" or not answer.is_empty
        why = None if silent or reason else explain_empty(store, sparql, bound)
    found = results.elements_of(answer, page.known)
    answer = results.without(answer, bound)
    if form == "json":
        _put(tables.json_text(results.answer_json(answer, page, asked=sparql)), output)
    elif form == "csv" and answer.form == "select":
        _put(tables.csv_text(*results.answer_table(answer, page)), output, bom=True)
    else:
        told = results.answer_text(answer, page, iris=question is None, asked=sparql)
        _put(told + "\n", output)
    if form != "json" and (form == "csv" or answer.form != "select"):
        for line in results.banner(answer, sparql, page):
            _say(line, err=True)
    if not silent:
        _say(reason or results.emptiness_text(why, page), err=True)
    if answer.cut:
        _say(message("cut", lang, count=rows), err=True)
    if on_mandala:
        from plan_graph.graph import save
        from plan_graph.mandala import write

        made = write(page, "html", found=found)
        save(on_mandala, made.content)
        _say(message("picture-lit", lang, path=on_mandala, count=made.lit), err=True)


@cli.command()
@LANG
@_format("table", "csv", "json")
@OUTPUT
def queries(lang: str, form: str, output: Path | None) -> None:
    """質問の一覧 / The questions of the library."""
    from plan_graph import questions, tables

    head, rows = questions.listing(questions.library(), lang)
    if form == "json":
        _put(tables.json_text([dict(zip(head, row, strict=True)) for row in rows]), output)
    elif form == "csv":
        _put(tables.csv_text(head, rows), output, bom=True)
    else:
        _put(tables.terminal(head, rows, _screen(output)) + "\n", output)


@cli.command()
@click.argument("element", metavar="要素 ELEMENT")
@GRAPH
@LANG
@BASIS
@_format("table", "json")
@OUTPUT
def show(element: str, graph: Path, lang: str, basis: str, form: str, output: Path | None) -> None:
    """詳しく見る / One element whole: facts, values by year, neighbours, with their sources."""
    from plan_graph import facts, tables
    from plan_graph.answers import Page
    from plan_graph.facts_json import show_json
    from plan_graph.lookup import elements, find_element
    from plan_graph.pages import show_text

    store = _view(graph, basis)
    known = elements(store)
    found = facts.show(store, known, find_element(known, element, place="ELEMENT"))
    page = Page(store, known, BASIS_NAMES[basis], lang, _screen(output))
    if form == "json":
        _put(tables.json_text(show_json(found, page)), output)
    else:
        _put(show_text(found, page) + "\n", output)


@cli.command()
@click.argument("text", metavar="言葉 TEXT")
@GRAPH
@LANG
@BASIS
@_format("table", "json")
@OUTPUT
def find(text: str, graph: Path, lang: str, basis: str, form: str, output: Path | None) -> None:
    """さがす / Elements by a part of their name, reading, English or number; the best first."""
    from plan_graph import search, tables
    from plan_graph.answers import Page
    from plan_graph.lookup import elements
    from plan_graph.search_answers import find_json, find_text

    store = _view(graph, basis)
    known = elements(store)
    found = search.find(store, known, text)
    page = Page(store, known, BASIS_NAMES[basis], lang, _screen(output))
    if form == "json":
        _put(tables.json_text(find_json(found, page)), output)
    else:
        _put(find_text(found, page) + "\n", output)


@cli.command()
@click.argument("rows", metavar="行 ROWS")
@click.argument("columns", metavar="列 COLUMNS")
@click.option(
    "--cells",
    type=click.Choice(["count", "list", "marks"]),
    help="欄に示すもの：数・一覧・根拠 / what a cell tells",
)
@click.option("--through", metavar="種類 KIND", help="間に立つ種類 / kind that both are related to")
@click.option("--drop-empty", is_flag=True, help="空の行を省く / leave out empty rows")
@click.option("--no-bom", is_flag=True, help="CSVのファイルにBOMを付けない / CSV file without BOM")
@GRAPH
@LANG
@BASIS
@_format("table", "csv", "json", "xlsx")
@OUTPUT
def table(
    rows: str,
    columns: str,
    cells: str | None,
    through: str | None,
    drop_empty: bool,
    no_bom: bool,
    graph: Path,
    lang: str,
    basis: str,
    form: str,
    output: Path | None,
) -> None:
    """クロス集計（例：担当課 ビジョン） / Any two kinds crossed: action vision, theme theme."""
    from plan_graph import cross_answers, tables
    from plan_graph.answers import Page
    from plan_graph.cross import cross_table
    from plan_graph.kinds import find_kind
    from plan_graph.lookup import elements

    kinds = find_kind(rows, place="ROWS"), find_kind(columns, place="COLUMNS")
    middle = find_kind(through, place="--through") if through else ""
    store = _view(graph, basis)
    known = elements(store)
    found = cross_table(store, known, *kinds, through=middle, keep_empty=not drop_empty)
    page = Page(store, known, BASIS_NAMES[basis], lang, _screen(output))
    told = cells or ""
    if form == "table":
        _show(cross_answers.cross_text(found, page, cells=told) + "\n", output)
    elif form == "csv":
        content = tables.csv_text(*cross_answers.cross_rows(found, page, cells=told))
        _put(content, output, bom=not no_bom)
    elif form == "json":
        _put(tables.json_text(cross_answers.cross_json(found, page)), output)
    else:
        _save_workbook(cross_answers.cross_sheets(found, page, cells=told), output)


@cli.command()
@_format("html", "svg", "png", "pdf")
@click.option(
    "--style",
    type=click.Choice(["mandala", "network"]),
    default="mandala",
    help="マンダラか自由な図 / the mandala or a free network",
)
@click.option("--view", default="mandala", help="はじめに開く見方 / view that the HTML opens with")
@click.option("--paper", default="A3", show_default=True, help="紙の大きさ / paper: A0 A1 A3 A4")
@click.option(
    "--like", type=_PATH, metavar="OLD.html", help="前の版の配置にならう / keep its places"
)
@click.option("--physics", is_flag=True, help="networkを動かして並べる / let the network settle")
@GRAPH
@LANG
@BASIS
@OUTPUT
def mandala(
    form: str,
    style: str,
    view: str,
    paper: str,
    like: Path | None,
    physics: bool,
    graph: Path,
    lang: str,
    basis: str,
    output: Path | None,
) -> None:
    """マンダラ（9マスの目標シートとは別） / The mandala as an offline page, or on paper."""
    from plan_graph.answers import Page
    from plan_graph.graph import save
    from plan_graph.lookup import elements
    from plan_graph.mandala import FORMATS, write
    from plan_graph.messages import text

    store = _view(graph, basis)
    page = Page(store, elements(store), BASIS_NAMES[basis], lang)
    wanted = "network" if style == "network" else form
    made = write(page, wanted, view=view, paper=paper, like=like, physics=physics)
    path = output or Path("mandala").with_suffix(FORMATS[wanted])
    save(path, made.content)
    _say(text("picture-written", lang, path=path, items=made.items, lines=made.lines))
    if made.crossings[0]:
        before, after = made.crossings
        _say(text("picture-crossings", lang, before=before, after=after), err=True)


@cli.command()
@click.option("--no-bom", is_flag=True, help="CSVのファイルにBOMを付けない / CSV file without BOM")
@GRAPH
@LANG
@BASIS
@_format("table", "csv", "json", "xlsx", "html")
@OUTPUT
def coverage(
    no_bom: bool, graph: Path, lang: str, basis: str, form: str, output: Path | None
) -> None:
    """つながりの点検 / What is missing, what no line reaches, what rests on estimates alone."""
    from plan_graph import coverage_answers, tables
    from plan_graph.answers import Page
    from plan_graph.coverage import coverage as cover
    from plan_graph.lookup import elements

    store = _view(graph, basis)
    known = elements(store)
    found = cover(store, known)
    page = Page(store, known, BASIS_NAMES[basis], lang, _screen(output))
    if form == "table":
        _show(coverage_answers.coverage_text(found, page) + "\n", output)
    elif form == "csv":
        head, rows = coverage_answers.missing_rows(found, page)
        content = tables.csv_text(head, [[str(cell) for cell in row] for row in rows])
        _put(content, output, bom=not no_bom)
    elif form == "json":
        _put(tables.json_text(coverage_answers.coverage_json(found, page)), output)
    elif form == "html":
        from plan_graph.coverage_page import coverage_page

        _put(coverage_page(found, page), output)
    else:
        _save_workbook(coverage_answers.coverage_sheets(found, page), output)


@cli.command("import")
@click.argument("kind", metavar="KIND|links")
@click.argument("file", type=_PATH, metavar="FILE")
@click.option("--fiscal-year", type=int, help="年度（西暦） / fiscal year of the document")
@click.option("--with-text", is_flag=True, help="本文の欄も手元に取り込む / narrative cells too")
@DATA
@LANG
def import_(
    kind: str, file: Path, fiscal_year: int | None, with_text: bool, data: Path, lang: str
) -> None:
    """資料や、直した表を読む / Read a document of KIND, or corrected links, from FILE."""
    from plan_graph.elements import triples
    from plan_graph.graph import save
    from plan_graph.graph.names import earlier_elements, renumbered
    from plan_graph.graph.turtle import turtle
    from plan_graph.importers import KINDS, find_document, read_document
    from plan_graph.messages import text
    from plan_graph.register import load_register

    if kind not in {*KINDS, "links"}:
        message = f"KIND: {' | '.join((*KINDS, 'links'))}"
        raise click.BadParameter(message)
    register = load_register(data)
    if kind == "links" and (fiscal_year or with_text):
        message = "--fiscal-year, --with-text: links"
        raise click.BadParameter(message)
    if kind == "links":
        _import_links(register, file, lang)
        return
    document = find_document(register, kind, fiscal_year, file)
    earlier = earlier_elements(register, document)
    reading = read_document(register, document, file, with_text=with_text, earlier=earlier)
    said = (triple for record in reading.records for triple in triples(record, register.base))
    path = data / "documents" / f"{document.key}.ttl"
    changed = save(path, turtle(said, register.base))
    for notice in [*reading.notices, *renumbered(earlier, reading.records)]:
        _say(text("notice", lang, text=notice.text(lang)), err=True)
    key = "imported" if changed else "unchanged"
    _say(text(key, lang, path=path, count=len(reading.records)))


@cli.command()
@click.option("--check", "only_check", is_flag=True, help="作り直さず比べる / compare only")
@DATA
@LANG
@OUTPUT
def build(only_check: bool, data: Path, lang: str, output: Path | None) -> None:
    """グラフを作る / Build the graph out of documents, curated files and rules."""
    from plan_graph.graph import save
    from plan_graph.graph.build import build as make
    from plan_graph.graph.names import vanished
    from plan_graph.graph.turtle import turtle
    from plan_graph.messages import text
    from plan_graph.register import load_register

    register = load_register(data)
    built = make(register)
    for row in built.left_out:
        _say(text("left-out", lang, text=row.text(lang)), err=True)
    path = output or data / "mandala.ttl"
    content = turtle(built.triples, register.base)
    lost = vanished(path, built.triples, register)
    if only_check:
        if not path.is_file() or path.read_bytes() != content.encode():
            for each in lost:
                _say(each.text(lang))
            _say(text("not-reproduced", lang, path=path))
            sys.exit(1)
        _say(text("unchanged", lang, path=path))
        return
    if lost:
        raise PlanGraphError(lost)
    key = "built" if save(path, content) else "unchanged"
    _say(text(key, lang, path=path, count=len(built.triples)))


@cli.command()
@GRAPH
@ACCEPTED
@LANG
@_format("table", "json")
def check(graph: Path, data: Path, lang: str, form: str) -> None:
    """データ点検 / Shapes, printed statuses and totals, disagreements, odd figures."""
    from plan_graph.check import check as examine
    from plan_graph.graph import load_store
    from plan_graph.messages import text
    from plan_graph.tables import json_text

    checked = examine(load_store(graph), data / "curated" / "accepted.csv")
    if form == "json":
        findings = [
            {
                "element": finding.element,
                "finding": finding.code,
                "documents": list(finding.documents),
                "values": list(finding.values),
                "message": finding.text(lang),
            }
            for finding in checked.findings
        ]
        _say(json_text({"findings": findings, "accepted": len(checked.accepted)}), nl=False)
    else:
        for finding in checked.findings:
            _say(f"- {finding.text(lang)}")
        if not checked.findings:
            _say(text("no-findings", lang))
        counts = {"count": len(checked.findings), "accepted": len(checked.accepted)}
        _say(text("findings", lang, **counts))
    sys.exit(1 if checked.findings else 0)


@cli.command()
@click.argument("old", type=_PATH, metavar="A")
@click.argument("new", type=_PATH, metavar="B")
@LANG
@_format("table", "json")
def diff(old: Path, new: Path, lang: str, form: str) -> None:
    """版の比較 / What changed from graph A to graph B, in sentences."""
    from plan_graph.graph import load_stores
    from plan_graph.graph.diff import diff as compare
    from plan_graph.messages import text
    from plan_graph.tables import json_text

    changes = compare(*load_stores(old, new))
    if form == "json":
        rows = [
            {"change": change.code, "about": change.about, "message": change.text(lang)}
            for change in changes
        ]
        _say(json_text(rows), nl=False)
        return
    for change in changes:
        _say(f"- {change.text(lang)}")
    if not changes:
        _say(text("no-difference", lang))


@cli.command()
@click.argument("what", required=False, type=click.Choice(["links"]), metavar="[links]")
@click.option("--predicate", metavar="関係 NAME", help="links の関係 / relation: contributesTo")
@GRAPH
@LANG
@BASIS
@click.option("--standard", is_flag=True, help="標準の語彙を加える / add standard vocabularies")
@_format("ttl", "nt", "jsonld", "trig", "xlsx")
@OUTPUT
def export(
    what: str | None,
    predicate: str | None,
    graph: Path,
    lang: str,
    basis: str,
    standard: bool,
    form: str,
    output: Path | None,
) -> None:
    """グラフやつながりの表を書き出す / Write the graph in an RDF format, or links to correct."""
    from plan_graph.graph.export import FORMATS, with_standard_terms
    from plan_graph.tables import escaped

    if what and (standard or form not in {"ttl", "xlsx"}):
        message = "plan-graph export links: .xlsx"
        raise click.BadParameter(message)
    if what:
        _export_links(predicate or "", _view(graph, basis), basis, lang, output)
        return
    if predicate or form == "xlsx":
        message = "plan-graph export links --predicate contributesTo -o FILE.xlsx"
        raise click.BadParameter(message)
    store = _view(graph, basis)
    content = FORMATS[form](with_standard_terms(store) if standard else store)
    _put(escaped(content), output)


def _export_links(
    predicate: str, store: "Store", basis: str, lang: str, output: Path | None
) -> None:
    from plan_graph.answers import Page
    from plan_graph.graph import base_of
    from plan_graph.link_sheets import CORRECTED, link_sheets
    from plan_graph.lookup import elements

    if predicate not in CORRECTED:
        message = f"--predicate: {' | '.join(CORRECTED)}"
        raise click.BadParameter(message)
    page = Page(store, elements(store), BASIS_NAMES[basis], lang)
    _save_workbook(link_sheets(predicate, page, base_of(store)), output)


def _import_links(register: "Register", file: Path, lang: str) -> None:
    """Read a corrected workbook; write the curated files only when all of it is right."""
    from plan_graph.graph import load_store, save
    from plan_graph.link_edits import read_edits
    from plan_graph.lookup import elements
    from plan_graph.messages import text

    known = elements(load_store(register.folder / "mandala.ttl"))
    edits = read_edits(register, known, file, lang)
    for sentence in edits.sentences:
        _say(sentence)
    counts = {"added": edits.added, "changed": edits.changed, "deleted": edits.deleted}
    for path, content in edits.files.items():
        key = "links-written" if save(path, content) else "unchanged"
        _say(text(key, lang, path=path, **counts))


def _asked(text: str | None, file: Path | None) -> str:
    """Return what to ask: the text, the content of *file*, or what comes by standard input."""
    if file is not None:
        from plan_graph.register import read_text

        return read_text(file)
    if text is None or text == "-":
        return sys.stdin.read()
    return text


def _is_sparql(text: str) -> bool:
    return any(sign in text for sign in "{ \n")


@contextlib.contextmanager
def _deadline(seconds: float, lang: str) -> Iterator[None]:
    """End the process when what is inside takes longer than *seconds*.

    The engine cannot be interrupted, so a thread says so and ends everything; outputs are
    written only afterwards, so that no half of one is left.
    """
    import os
    import threading

    from plan_graph.messages import text

    def end() -> None:
        _say(text("late", lang, seconds=f"{seconds:g}"), err=True)
        os._exit(2)

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _view(graph: Path, basis: str) -> "Store":
    from plan_graph.graph import load_store, narrow

    return narrow(load_store(graph), BASIS_NAMES[basis])


def _say(content: str, *, err: bool = False, nl: bool = True) -> None:
    """Print *content*: the one place that does, so that no label can steer the terminal."""
    from plan_graph.tables import harmless

    click.echo(harmless(content), err=err, nl=nl)


def _put(content: str, output: Path | None, *, bom: bool = False) -> None:
    """Print *content*, or write it to *output*; a table for Excel begins with a BOM there."""
    if output is None:
        # The console makes its own line ends; RFC 4180 wants them in files.
        _say(content.replace("\r\n", "\n"), nl=False)
        return
    from plan_graph.graph import save

    save(output, "\ufeff" + content if bom else content)


def _show(content: str, output: Path | None) -> None:
    """Print *content*, on a terminal page by page where it is longer than the screen."""
    import shutil

    from plan_graph.tables import harmless

    lines = shutil.get_terminal_size().lines
    if output is None and sys.stdout.isatty() and content.count("\n") >= lines:
        click.echo_via_pager(harmless(content).removesuffix("\n"))
    else:
        _put(content, output)


def _save_workbook(content: "tuple[list[Sheet], Notes]", output: Path | None) -> None:
    from plan_graph.graph import save
    from plan_graph.messages import fault
    from plan_graph.workbook import workbook

    if output is None:
        raise PlanGraphError([fault("--format xlsx", "xlsx-output")])
    save(output, workbook(*content))


def _screen(output: Path | None) -> "Screen":
    """Return what the answer is shown on: a file has no limit, a Japanese console wide signs."""
    from plan_graph.tables import Screen

    columns = 0
    if not output and sys.stdout.isatty():
        import shutil

        columns = shutil.get_terminal_size().columns
    japanese = (sys.stdout.encoding or "").lower() in {"cp932", "shift_jis"}
    return Screen(columns, 2 if japanese else 1)


def _replace(error: UnicodeError) -> tuple[str, int]:
    """Encode what the console cannot show as the nearest sign that it can."""
    if not isinstance(error, UnicodeEncodeError):
        raise error

    def nearest(sign: str) -> str:
        for candidate in (_LOOKALIKES.get(sign, sign), unicodedata.normalize("NFKC", sign)):
            try:
                candidate.encode(error.encoding)
            except UnicodeEncodeError:
                continue
            return candidate
        return "?"

    unshown = error.object[error.start : error.end]
    return "".join(map(nearest, unshown)), error.end


def main() -> None:
    """Run the commands, on any console: no sign may stop an answer."""
    codecs.register_error("plan-graph", _replace)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plan-graph")
    cli(prog_name="plan-graph")
