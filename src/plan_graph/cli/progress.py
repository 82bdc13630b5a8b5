"""The command that tells indicators and statuses of a year."""

from pathlib import Path

import click

from plan_graph.cli.common import (
    AUDIENCE,
    BASIS,
    GRAPH,
    LANG,
    OUTPUT,
    begin_page,
    cli,
    format_option,
    put,
    save_workbook,
    show_paged,
)

#: What statuses are counted by; a test compares it with `plan_graph.progress.BY`.
_BY = ("project", "goal", "measure", "theme", "vision", "sdg", "department")


@cli.command()
@click.argument("element", required=False, metavar="[要素 ELEMENT]")
@click.option("--by", type=click.Choice(_BY), help="○×を数える単位 / count statuses by")
@click.option("--year", metavar="年度 YEAR", help="報告の年度：2024、R6 / year of the report: 2024")
@click.option("--no-bom", is_flag=True, help="CSVのファイルにBOMを付けない / CSV file without BOM")
@GRAPH
@LANG
@BASIS
@AUDIENCE
@format_option("table", "csv", "json", "xlsx", "html")
@OUTPUT
def progress(
    element: str | None,
    by: str | None,
    year: str | None,
    no_bom: bool,
    graph: Path,
    lang: str,
    basis: str,
    audience: str,
    form: str,
    output: Path | None,
) -> None:
    """進行管理（実績と目標） / Actuals, targets and statuses as printed, and their counts."""
    reading = begin_page(graph, basis, lang, output, audience)
    from plan_graph import progress_answers, tables
    from plan_graph.lookup import find_element
    from plan_graph.progress import progress as report
    from plan_graph.progress import read_year

    page = reading()
    found = report(
        page.store,
        page.known,
        year=read_year(year) if year else 0,
        element=find_element(page.known, element, place="ELEMENT") if element else None,
        by=by or "",
        office=page.for_office,
    )
    if form == "table":
        show_paged(progress_answers.progress_text(found, page) + "\n", output)
    elif form == "csv":
        table = progress_answers.counts_rows if by else progress_answers.progress_rows
        head, rows = table(found, page)
        content = tables.csv_text(head, [[str(cell) for cell in row] for row in rows])
        put(content, output, bom=not no_bom)
    elif form == "json":
        from plan_graph.progress_json import progress_json

        put(tables.json_text(progress_json(found, page)), output)
    elif form == "html":
        from plan_graph.progress_page import progress_page

        put(progress_page(found, page), output)
    else:
        save_workbook(progress_answers.progress_sheets(found, page), output)
