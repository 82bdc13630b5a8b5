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
    say,
)
from plan_graph.errors import PlanGraphError
from plan_graph.vocab import BASIS_NAMES

if TYPE_CHECKING:
    from pyoxigraph import Store


#: Formats of the graph for network tools; "edges" is two tables, of nodes and of edges.
_NETWORKS = ("graphml", "gexf", "edges")


@cli.command()
@click.argument("what", required=False, type=click.Choice(["links"]), metavar="[links]")
@click.option("--predicate", metavar="関係 NAME", help="links の関係 / relation: contributesTo")
@GRAPH
@LANG
@BASIS
@click.option("--standard", is_flag=True, help="標準の語彙を加える / add standard vocabularies")
@format_option("ttl", "nt", "jsonld", "trig", "xlsx", *_NETWORKS)
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
    """グラフやつながりの表を書き出す / Write the graph: RDF, GraphML, GEXF, tables, or links."""
    from plan_graph.graph.export import FORMATS, with_standard_terms
    from plan_graph.tables import escaped

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
    if form in _NETWORKS:
        if standard:
            message = "--standard: ttl, nt, jsonld, trig"
            raise click.BadParameter(message)
        _export_network(form, store, basis, lang, output)
        return
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


def _export_network(form: str, store: "Store", basis: str, lang: str, output: Path | None) -> None:
    from plan_graph import graph_formats
    from plan_graph.answers import Page
    from plan_graph.lookup import elements
    from plan_graph.messages import fault, text

    page = Page(store, elements(store), BASIS_NAMES[basis], lang)
    if form == "graphml":
        put(graph_formats.graphml(page), output)
    elif form == "gexf":
        put(graph_formats.gexf(page), output)
    elif output is None:
        raise PlanGraphError([fault("--format edges", "network.tables-output")])
    else:
        nodes, edges = (
            output.with_name(f"{output.stem}-{each}.csv") for each in ("nodes", "edges")
        )
        put(graph_formats.node_table(page), nodes)
        put(graph_formats.edge_table(page), edges)
        say(text("network.tables-written", lang, nodes=nodes, edges=edges))
