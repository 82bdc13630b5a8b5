"""The commands: parse, call the library, print; no logic of their own."""

import codecs
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from plan_graph import __version__
from plan_graph.errors import PlanGraphError
from plan_graph.vocab import PG, STRENGTH

if TYPE_CHECKING:
    from pyoxigraph import Store

    from plan_graph.tables import Screen

_BASES: Final = {iri.removeprefix(PG.NS).lower(): iri for iri in STRENGTH}
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
            click.echo(error.text(lang), err=True)
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
    type=click.Choice(list(_BASES)),
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
    from plan_graph.questions import serves as ask

    store = _view(graph, basis)
    known = elements(store)
    chosen = find_element(known, vision, kind=PG.Vision, place="VISION") if vision else None
    found = ask(store, known, chosen)
    page = answers.Page(store, known, _BASES[basis], lang, _screen(output))
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
    from plan_graph.questions import explain as ask

    store = _view(graph, basis)
    known = elements(store)
    ends = find_both(known, first, second)
    page = Page(store, known, _BASES[basis], lang)
    _put(explain_text(ask(store, *ends), ends, page) + "\n", output)


@cli.command("import")
@click.argument("kind", metavar="KIND")
@click.argument("file", type=_PATH, metavar="FILE")
@click.option("--fiscal-year", type=int, help="年度（西暦） / fiscal year of the document")
@click.option("--with-text", is_flag=True, help="本文の欄も手元に取り込む / narrative cells too")
@DATA
@LANG
def import_(
    kind: str, file: Path, fiscal_year: int | None, with_text: bool, data: Path, lang: str
) -> None:
    """資料を読む / Read a source document of KIND from FILE into the data folder."""
    from plan_graph.elements import triples
    from plan_graph.graph import save
    from plan_graph.graph.names import earlier_elements, renumbered
    from plan_graph.graph.turtle import turtle
    from plan_graph.importers import KINDS, find_document, read_document
    from plan_graph.messages import text
    from plan_graph.register import load_register

    if kind not in KINDS:
        message = f"KIND: {' | '.join(KINDS)}"
        raise click.BadParameter(message)
    register = load_register(data)
    document = find_document(register, kind, fiscal_year)
    earlier = earlier_elements(register, document)
    reading = read_document(register, document, file, with_text=with_text, earlier=earlier)
    said = (triple for record in reading.records for triple in triples(record, register.base))
    path = data / "documents" / f"{document.key}.ttl"
    changed = save(path, turtle(said, register.base))
    for notice in [*reading.notices, *renumbered(earlier, reading.records)]:
        click.echo(text("notice", lang, text=notice.text(lang)), err=True)
    key = "imported" if changed else "unchanged"
    click.echo(text(key, lang, path=path, count=len(reading.records)))


@cli.command()
@click.option("--check", "only_check", is_flag=True, help="作り直さず比べる / compare only")
@DATA
@LANG
@OUTPUT
def build(only_check: bool, data: Path, lang: str, output: Path | None) -> None:
    """グラフを作る / Build the graph out of documents, curated files and rules."""
    from plan_graph.graph import save
    from plan_graph.graph.build import build as make
    from plan_graph.graph.turtle import turtle
    from plan_graph.messages import text
    from plan_graph.register import load_register

    register = load_register(data)
    built = make(register)
    for row in built.left_out:
        click.echo(text("left-out", lang, text=row.text(lang)), err=True)
    path = output or data / "mandala.ttl"
    content = turtle(built.triples, register.base)
    if only_check:
        if not path.is_file() or path.read_bytes() != content.encode():
            click.echo(text("not-reproduced", lang, path=path))
            sys.exit(1)
        click.echo(text("unchanged", lang, path=path))
        return
    key = "built" if save(path, content) else "unchanged"
    click.echo(text(key, lang, path=path, count=len(built.triples)))


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
        click.echo(json_text({"findings": findings, "accepted": len(checked.accepted)}), nl=False)
    else:
        for finding in checked.findings:
            click.echo(f"- {finding.text(lang)}")
        if not checked.findings:
            click.echo(text("no-findings", lang))
        counts = {"count": len(checked.findings), "accepted": len(checked.accepted)}
        click.echo(text("findings", lang, **counts))
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
        click.echo(json_text(rows), nl=False)
        return
    for change in changes:
        click.echo(f"- {change.text(lang)}")
    if not changes:
        click.echo(text("no-difference", lang))


@cli.command()
@GRAPH
@LANG
@BASIS
@click.option("--standard", is_flag=True, help="標準の語彙を加える / add standard vocabularies")
@_format("ttl", "nt", "jsonld", "trig")
@OUTPUT
def export(
    graph: Path, lang: str, basis: str, standard: bool, form: str, output: Path | None
) -> None:
    """グラフを書き出す / Write the graph in another RDF format."""
    from plan_graph.graph.export import FORMATS, with_standard_terms

    del lang
    store = _view(graph, basis)
    _put(FORMATS[form](with_standard_terms(store) if standard else store), output)


def _view(graph: Path, basis: str) -> "Store":
    from plan_graph.graph import load_store, narrow

    return narrow(load_store(graph), _BASES[basis])


def _put(content: str, output: Path | None, *, bom: bool = False) -> None:
    """Print *content*, or write it to *output*; a table for Excel begins with a BOM there."""
    if output is None:
        click.echo(content, nl=False)
        return
    from plan_graph.graph import save

    save(output, "\ufeff" + content if bom else content)


def _screen(output: Path | None) -> "Screen":
    """Return what the answer is shown on: a file has no limit, a Japanese console wide signs."""
    import shutil

    from plan_graph.tables import Screen

    columns = shutil.get_terminal_size().columns if not output and sys.stdout.isatty() else 0
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
