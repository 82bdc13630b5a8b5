"""The command that writes the graph, or a part of it, for other tools."""

from pathlib import Path
from typing import TYPE_CHECKING

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
)
from plan_graph.errors import PlanGraphError
from plan_graph.vocab import BASIS_NAMES

if TYPE_CHECKING:
    from pyoxigraph import Store


@cli.command()
@click.argument(
    "what",
    required=False,
    type=click.Choice(["links", "progress"]),
    metavar="[links|progress]",
)
@click.option("--predicate", metavar="関係 NAME", help="links の関係 / relation: contributesTo")
@GRAPH
@LANG
@BASIS
@click.option("--standard", is_flag=True, help="標準の語彙を加える / add standard vocabularies")
@format_option("ttl", "nt", "jsonld", "trig", "xlsx", "docx")
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

    if (what == "progress") != (form == "docx") or (form == "docx" and (standard or predicate)):
        message = "plan-graph export progress --format docx -o FILE.docx"
        raise click.BadParameter(message)
    if what == "progress":
        _export_sheets(load_view(graph, basis), basis, lang, output)
        return
    if what and (standard or form not in {"ttl", "xlsx"}):
        message = "plan-graph export links: .xlsx"
        raise click.BadParameter(message)
    if what:
        _export_links(predicate or "", load_view(graph, basis), basis, lang, output)
        return
    if predicate or form == "xlsx":
        message = "plan-graph export links --predicate contributesTo -o FILE.xlsx"
        raise click.BadParameter(message)
    store = load_view(graph, basis)
    content = FORMATS[form](with_standard_terms(store) if standard else store)
    put(escaped(content), output)


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
    save_workbook(link_sheets(predicate, page, base_of(store)), output)


def _export_sheets(store: "Store", basis: str, lang: str, output: Path | None) -> None:
    from plan_graph.answers import Page
    from plan_graph.graph import save
    from plan_graph.lookup import elements
    from plan_graph.messages import fault
    from plan_graph.progress import progress
    from plan_graph.progress_forms import progress_document

    if output is None:
        raise PlanGraphError([fault("--format docx", "progress.no-output")])
    known = elements(store)
    page = Page(store, known, BASIS_NAMES[basis], lang)
    save(output, progress_document(progress(store, known), page))
