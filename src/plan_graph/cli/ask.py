"""Commands that ask: which actions serve what, why, any question, one element."""

import sys
from pathlib import Path

import click

from plan_graph.cli.common import (
    BASIS,
    GRAPH,
    LANG,
    OUTPUT,
    PATH,
    begin_page,
    cli,
    format_option,
    light,
    put,
    save_workbook,
    say,
    screen,
    within,
)
from plan_graph.vocab import PG


@cli.command()
@click.argument("vision", required=False, metavar="[ビジョン VISION]")
@GRAPH
@LANG
@BASIS
@format_option("table", "csv", "json")
@OUTPUT
def serves(
    vision: str | None, graph: Path, lang: str, basis: str, form: str, output: Path | None
) -> None:
    """ビジョン別の取組 / Which actions serve which vision, and on what ground."""
    reading = begin_page(graph, basis, lang, output)
    from plan_graph import answers, tables
    from plan_graph.lookup import find_element
    from plan_graph.reasons import serves as ask

    page = reading()
    known = page.known
    chosen = find_element(known, vision, kinds=[PG.Vision], place="VISION") if vision else None
    found = ask(page.store, known, chosen)
    if form == "table":
        put(answers.serves_text(found, page) + "\n", output)
    elif form == "csv":
        put(tables.csv_text(*answers.serves_rows(found, page)), output, bom=True)
    else:
        put(tables.json_text(answers.serves_json(found, page)), output)


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
    reading = begin_page(graph, basis, lang, output)
    from plan_graph.history_answers import explain_text
    from plan_graph.lookup import find_both
    from plan_graph.reasons import explain as ask

    page = reading()
    ends = find_both(page.known, first, second)
    put(explain_text(ask(page.store, *ends), ends, page) + "\n", output)


@cli.command()
@click.argument("text", required=False, metavar="[NAME | TEXT | -]")
@click.option("--file", type=PATH, help="SPARQLのファイル / file with a query")
@click.option("--set", "settings", multiple=True, metavar="名前=値", help="パラメータ / parameter")
@click.option(
    "--on-mandala", type=PATH, metavar="FILE.html", help="答えをマンダラに示す / on the mandala"
)
@click.option("--rows", default=10_000, show_default=True, help="行数の上限 / most rows")
@click.option("--seconds", default=20.0, show_default=True, help="時間の上限 / longest time")
@GRAPH
@LANG
@BASIS
@format_option("table", "csv", "json", "xlsx")
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
    reading = begin_page(graph, basis, lang, output)
    from plan_graph import results, tables
    from plan_graph.asking import answer_sheets, inquire
    from plan_graph.messages import text as message
    from plan_graph.questions import find_question, read_settings

    values = read_settings(settings)
    asked = _asked(text, file)
    question = None if _is_sparql(asked) else find_question(asked.strip())
    page = reading()
    place = str(file or "SPARQL")
    outcome = within(
        seconds, lang, lambda: inquire(page, question or asked, values, rows=rows, place=place)
    )
    answer, sparql = outcome.answer, outcome.asked
    if form == "json":
        put(tables.json_text(results.answer_json(answer, page, asked=sparql)), output)
    elif form == "csv" and answer.form == "select":
        put(tables.csv_text(*results.answer_table(answer, page)), output, bom=True)
    elif form == "xlsx" and answer.form == "select":
        save_workbook(answer_sheets(outcome, page), output)
    else:
        told = results.answer_text(answer, page, iris=question is None, asked=sparql)
        put(told + "\n", output)
    if form != "json" and (form == "csv" or answer.form != "select"):
        for line in results.banner(answer, sparql, page):
            say(line, err=True)
    if outcome.lack:
        say(outcome.lack, err=True)
    if answer.cut:
        say(message("cut", lang, count=rows), err=True)
    if on_mandala:
        light(page, outcome.found, on_mandala)


@cli.command()
@LANG
@format_option("table", "csv", "json")
@OUTPUT
def queries(lang: str, form: str, output: Path | None) -> None:
    """質問の一覧 / The questions of the library."""
    from plan_graph import questions, tables

    head, rows = questions.listing(questions.library(), lang)
    if form == "json":
        put(tables.json_text([dict(zip(head, row, strict=True)) for row in rows]), output)
    elif form == "csv":
        put(tables.csv_text(head, rows), output, bom=True)
    else:
        put(tables.terminal(head, rows, screen(output)) + "\n", output)


@cli.command()
@click.argument("element", metavar="要素 ELEMENT")
@GRAPH
@LANG
@BASIS
@format_option("table", "json")
@OUTPUT
def show(element: str, graph: Path, lang: str, basis: str, form: str, output: Path | None) -> None:
    """詳しく見る / One element whole: facts, values by year, neighbours, with their sources."""
    reading = begin_page(graph, basis, lang, output)
    from plan_graph import facts, tables
    from plan_graph.facts_json import show_json
    from plan_graph.lookup import find_element
    from plan_graph.pages import show_text

    page = reading()
    chosen = find_element(page.known, element, place="ELEMENT")
    found = facts.show(page.store, page.known, chosen)
    if form == "json":
        put(tables.json_text(show_json(found, page)), output)
    else:
        put(show_text(found, page) + "\n", output)


@cli.command()
@click.argument("text", metavar="言葉 TEXT")
@GRAPH
@LANG
@BASIS
@format_option("table", "json")
@OUTPUT
def find(text: str, graph: Path, lang: str, basis: str, form: str, output: Path | None) -> None:
    """さがす / Elements by a part of their name, reading, English or number; the best first."""
    reading = begin_page(graph, basis, lang, output)
    from plan_graph import search, tables
    from plan_graph.search_answers import find_json, find_text

    page = reading()
    found = search.find(page.store, page.known, text)
    if form == "json":
        put(tables.json_text(find_json(found, page)), output)
    else:
        put(find_text(found, page) + "\n", output)


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
