"""The command that writes the graph, or a part of it, for other tools."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from plan_graph.cli.common import (
    ACCEPTED,
    BASIS,
    GRAPH,
    LANG,
    OUTPUT,
    begin_page,
    cli,
    format_option,
    put,
    save_workbook,
    say,
)
from plan_graph.errors import PlanGraphError

if TYPE_CHECKING:
    from plan_graph.answers import Page

#: Formats of the graph for network tools; "edges" is two tables, of nodes and of edges.
_NETWORKS: Final = ("graphml", "gexf", "edges")
#: What can be written, with its formats; the default stands for the only one of a workbook.
_FORMS: Final = {
    None: ("ttl", "nt", "jsonld", "trig", *_NETWORKS),
    "links": ("ttl", "xlsx"),
    "confirm": ("ttl", "xlsx"),
    "progress": ("docx",),
}
_USAGE: Final = (
    "plan-graph export --format ttl|nt|jsonld|trig [--standard] | "
    "export --format graphml|gexf|edges -o FILE | "
    "export links --predicate contributesTo -o FILE.xlsx | "
    "export confirm --department NAME -o FILE.xlsx | "
    "export progress --format docx -o FILE.docx"
)


@cli.command()
@click.argument(
    "what",
    required=False,
    type=click.Choice(["links", "confirm", "progress"]),
    metavar="[links|confirm|progress]",
)
@click.option("--predicate", metavar="関係 NAME", help="links の関係 / relation: contributesTo")
@click.option("--department", metavar="課 NAME", help="confirm の課 / department that confirms")
@GRAPH
@ACCEPTED
@LANG
@BASIS
@click.option("--standard", is_flag=True, help="標準の語彙を加える / add standard vocabularies")
@format_option("ttl", "nt", "jsonld", "trig", "xlsx", "docx", *_NETWORKS)
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
    """グラフやつながりの表を書き出す / Write the graph for other tools, or tables to fill in."""
    other = (predicate and what != "links") or (department and what != "confirm")
    if form not in _FORMS[what] or other or (standard and (what or form in _NETWORKS)):
        raise click.BadParameter(_USAGE)
    reading = begin_page(graph, basis, lang, output)
    from plan_graph.graph.export import FORMATS, with_standard_terms
    from plan_graph.tables import escaped

    page = reading()
    if what is None and form not in _NETWORKS:
        content = FORMATS[form](with_standard_terms(page.store) if standard else page.store)
        put(escaped(content), output)
        return
    if what is None:
        _export_network(form, page, output)
    elif what == "links":
        _export_links(predicate or "", page, output)
    elif what == "confirm":
        _export_confirm(department or "", page, data, output)
    else:
        _export_sheets(page, output)


def _export_links(predicate: str, page: "Page", output: Path | None) -> None:
    from plan_graph.graph import base_of
    from plan_graph.link_sheets import CORRECTED, link_sheets

    if predicate not in CORRECTED:
        message = f"--predicate: {' | '.join(CORRECTED)}"
        raise click.BadParameter(message)
    save_workbook(link_sheets(predicate, page, base_of(page.store)), output)


def _export_confirm(department: str, page: "Page", data: Path, output: Path | None) -> None:
    from plan_graph.confirm_sheets import confirm_sheets
    from plan_graph.lookup import find_element
    from plan_graph.messages import fault
    from plan_graph.vocab import PG

    if not department:
        raise PlanGraphError([fault("export confirm", "confirm.no-department")])
    found = find_element(page.known, department, kinds=(PG.Department,), place="--department")
    save_workbook(confirm_sheets(found, page, data / "curated"), output)


def _export_sheets(page: "Page", output: Path | None) -> None:
    from plan_graph.graph import save
    from plan_graph.messages import fault
    from plan_graph.progress import progress
    from plan_graph.progress_forms import progress_document

    if output is None:
        raise PlanGraphError([fault("--format docx", "progress.no-output")])
    save(output, progress_document(progress(page.store, page.known), page))


def _export_network(form: str, page: "Page", output: Path | None) -> None:
    from plan_graph import graph_formats
    from plan_graph.messages import fault

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
        say(page.text("network.tables-written", nodes=nodes, edges=edges))
