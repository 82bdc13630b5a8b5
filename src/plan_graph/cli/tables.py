"""Commands that make tables: any two kinds crossed, named tables, and what is missing."""

from pathlib import Path
from typing import TYPE_CHECKING

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
    screen,
    show_paged,
)
from plan_graph.errors import PlanGraphError

if TYPE_CHECKING:
    from plan_graph.answers import Page


@cli.command()
@click.argument("rows", required=False, metavar="[行 ROWS]")
@click.argument("columns", required=False, metavar="[列 COLUMNS]")
@click.option("--preset", metavar="名前 NAME", help="名前のある表 / a table with a name")
@click.option("--list", "listed", is_flag=True, help="名前のある表の一覧 / the tables with a name")
@click.option(
    "--cells",
    type=click.Choice(["count", "list", "marks"]),
    help="欄に示すもの：数・一覧・根拠 / what a cell tells",
)
@click.option("--through", metavar="種類 KIND", help="間に立つ種類 / kind that both are related to")
@click.option("--drop-empty", is_flag=True, help="空の行を省く / leave out empty rows")
@click.option("--no-bom", is_flag=True, help="CSVのファイルにBOMを付けない / CSV file without BOM")
@AUDIENCE
@GRAPH
@LANG
@BASIS
@format_option("table", "csv", "json", "xlsx")
@OUTPUT
def table(
    rows: str | None,
    columns: str | None,
    preset: str | None,
    listed: bool,
    cells: str | None,
    through: str | None,
    drop_empty: bool,
    no_bom: bool,
    audience: str,
    graph: Path,
    lang: str,
    basis: str,
    form: str,
    output: Path | None,
) -> None:
    """クロス集計（例：担当課 ビジョン）、よく使う表 / Any two kinds crossed, or a named table."""
    crossing = {"ROWS": rows, "--cells": cells, "--through": through, "--drop-empty": drop_empty}
    if listed or preset:
        _refuse(crossing)
    if listed:
        _list_presets(lang, form, output, bom=not no_bom)
        return
    if not preset and not (rows and columns):
        from plan_graph.messages import fault

        raise PlanGraphError([fault("ROWS COLUMNS", "presets.kinds-missing")])
    reading = begin_page(graph, basis, lang, output, audience)
    if preset:
        _preset(preset, reading(), form, output, bom=not no_bom)
        return
    from plan_graph import cross_answers, tables
    from plan_graph.cross import cross_table
    from plan_graph.kinds import find_kind

    kinds = find_kind(rows or "", place="ROWS"), find_kind(columns or "", place="COLUMNS")
    middle = find_kind(through, place="--through") if through else ""
    page = reading()
    found = cross_table(page.store, page.known, *kinds, through=middle, keep_empty=not drop_empty)
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


def _refuse(options: dict[str, str | bool | None]) -> None:
    """Refuse what does not go with a table that has a name."""
    from plan_graph.messages import fault

    if given := [name for name, value in options.items() if value]:
        raise PlanGraphError([fault("--preset", "presets.with-preset", options=", ".join(given))])


def _list_presets(lang: str, form: str, output: Path | None, *, bom: bool) -> None:
    """Print which tables have a name."""
    from plan_graph import tables
    from plan_graph.preset_answers import listing

    if form == "xlsx":
        raise click.BadParameter("table --list: table | csv | json", param_hint="--format")
    head, rows = listing(lang)
    if form == "json":
        put(tables.json_text([dict(zip(head, row, strict=True)) for row in rows]), output)
    elif form == "csv":
        put(tables.csv_text(head, rows), output, bom=bom)
    else:
        put(tables.terminal(head, rows, screen(output)) + "\n", output)


def _preset(name: str, page: "Page", form: str, output: Path | None, *, bom: bool) -> None:
    """Print or write a table that has a name."""
    from plan_graph import preset_answers, tables
    from plan_graph.presets import preset_table

    found = preset_table(name, page.store, page.known, office=page.for_office)
    if form == "table":
        show_paged(preset_answers.preset_text(name, found, page) + "\n", output)
    elif form == "csv":
        put(tables.csv_text(*preset_answers.preset_rows(found, page)), output, bom=bom)
    elif form == "json":
        put(tables.json_text(preset_answers.preset_json(name, found, page)), output)
    else:
        save_workbook(preset_answers.preset_sheets(name, found, page), output)


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
    reading = begin_page(graph, basis, lang, output)
    from plan_graph import coverage_answers, tables
    from plan_graph.coverage import coverage as cover

    page = reading()
    found = cover(page.store, page.known)
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
