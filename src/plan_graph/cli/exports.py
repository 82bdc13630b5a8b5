"""The command that writes the graph, or a part of it, for other tools."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from plan_graph.cli.common import (
    ACCEPTED,
    BASIS,
    GRAPH,
    LANG,
    OUTPUT,
    cli,
    format_option,
    load_view,
    put,
    save_workbook,
)
from plan_graph.errors import PlanGraphError
from plan_graph.vocab import BASIS_NAMES

if TYPE_CHECKING:
    from pyoxigraph import Store

    from plan_graph.answers import Page


@cli.command()
@click.argument(
    "what", required=False, type=click.Choice(["links", "confirm"]), metavar="[links|confirm]"
)
@click.option("--predicate", metavar="関係 NAME", help="links の関係 / relation: contributesTo")
@click.option("--department", metavar="課 NAME", help="confirm の課 / department that confirms")
@GRAPH
@ACCEPTED
@LANG
@BASIS
@click.option("--standard", is_flag=True, help="標準の語彙を加える / add standard vocabularies")
@format_option("ttl", "nt", "jsonld", "trig", "xlsx")
@OUTPUT
def export(
    what: str | None,
    predicate: str | None,
    department: str | None,
    graph: Path,
    data: Path,
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
        message = f"plan-graph export {what}: .xlsx"
        raise click.BadParameter(message)
    if (predicate and what != "links") or (department and what != "confirm"):
        message = "links --predicate | confirm --department"
        raise click.BadParameter(message)
    if what == "links":
        _export_links(predicate or "", load_view(graph, basis), basis, lang, output)
        return
    if what == "confirm":
        page = _page(load_view(graph, basis), basis, lang)
        _export_confirm(department or "", page, data, output)
        return
    if form == "xlsx":
        message = "plan-graph export links --predicate contributesTo -o FILE.xlsx"
        raise click.BadParameter(message)
    store = load_view(graph, basis)
    content = FORMATS[form](with_standard_terms(store) if standard else store)
    put(escaped(content), output)


def _export_links(
    predicate: str, store: "Store", basis: str, lang: str, output: Path | None
) -> None:
    from plan_graph.graph import base_of
    from plan_graph.link_sheets import CORRECTED, link_sheets

    if predicate not in CORRECTED:
        message = f"--predicate: {' | '.join(CORRECTED)}"
        raise click.BadParameter(message)
    save_workbook(link_sheets(predicate, _page(store, basis, lang), base_of(store)), output)


def _export_confirm(department: str, page: "Page", data: Path, output: Path | None) -> None:
    from plan_graph.confirm_sheets import confirm_sheets
    from plan_graph.lookup import find_element
    from plan_graph.messages import fault
    from plan_graph.vocab import PG

    if not department:
        raise PlanGraphError([fault("export confirm", "confirm.no-department")])
    found = find_element(page.known, department, kinds=(PG.Department,), place="--department")
    save_workbook(confirm_sheets(found, page, data / "curated"), output)


def _page(store: "Store", basis: str, lang: str) -> "Page":
    from plan_graph.answers import Page
    from plan_graph.lookup import elements

    return Page(store, elements(store), BASIS_NAMES[basis], lang)
