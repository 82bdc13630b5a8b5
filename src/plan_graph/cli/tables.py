"""Commands that make tables: any two kinds crossed, and what is missing."""

from pathlib import Path

import click

from plan_graph.cli.common import (
    BASIS,
    GRAPH,
    LANG,
    OUTPUT,
    cli,
    format_option,
    load_view,
    put,
    save_workbook,
    screen,
    show_paged,
)
from plan_graph.vocab import BASIS_NAMES


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
@format_option("table", "csv", "json", "xlsx")
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
    store = load_view(graph, basis)
    known = elements(store)
    found = cross_table(store, known, *kinds, through=middle, keep_empty=not drop_empty)
    page = Page(store, known, BASIS_NAMES[basis], lang, screen(output))
    told = cells or ""
    if form == "table":
        show_paged(cross_answers.cross_text(found, page, cells=told) + "\n", output)
    elif form == "csv":
        content = tables.csv_text(*cross_answers.cross_rows(found, page, cells=told))
        put(content, output, bom=not no_bom)
    elif form == "json":
        put(tables.json_text(cross_answers.cross_json(found, page)), output)
    else:
        save_workbook(cross_answers.cross_sheets(found, page, cells=told), output)


@cli.command()
@click.option("--no-bom", is_flag=True, help="CSVのファイルにBOMを付けない / CSV file without BOM")
@GRAPH
@LANG
@BASIS
@format_option("table", "csv", "json", "xlsx", "html")
@OUTPUT
def coverage(
    no_bom: bool, graph: Path, lang: str, basis: str, form: str, output: Path | None
) -> None:
    """つながりの点検 / What is missing, what no line reaches, what rests on estimates alone."""
    from plan_graph import coverage_answers, tables
    from plan_graph.answers import Page
    from plan_graph.coverage import coverage as cover
    from plan_graph.lookup import elements

    store = load_view(graph, basis)
    known = elements(store)
    found = cover(store, known)
    page = Page(store, known, BASIS_NAMES[basis], lang, screen(output))
    if form == "table":
        show_paged(coverage_answers.coverage_text(found, page) + "\n", output)
    elif form == "csv":
        head, rows = coverage_answers.missing_rows(found, page)
        content = tables.csv_text(head, [[str(cell) for cell in row] for row in rows])
        put(content, output, bom=not no_bom)
    elif form == "json":
        put(tables.json_text(coverage_answers.coverage_json(found, page)), output)
    elif form == "html":
        from plan_graph.coverage_page import coverage_page

        put(coverage_page(found, page), output)
    else:
        save_workbook(coverage_answers.coverage_sheets(found, page), output)
