"""The typed multigraph for other tools: GraphML, GEXF, and a table of nodes and one of edges.

In files a node is named as in our Turtle, ``action:ap3-24``, which GraphML can hold; its IRI is
an attribute. An edge is named by its ends and its relation, so that a new edition keeps both.
"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from plan_graph.answers import Page, footer
from plan_graph.graph import base_of
from plan_graph.kinds import kind_name
from plan_graph.messages import BASES, RELATION_LABELS, pick
from plan_graph.network.graphs import multigraph
from plan_graph.tables import csv_text, shown
from plan_graph.vocab import DATA_KINDS, PG, SDG

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    import networkx as nx

#: Signs that no attribute of XML may have.
_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: Between the parts of the name of an edge.
_JOIN: Final = "--"
#: The tables: the head of each column, and the attribute that stands there. Kumu looks for ID,
#: Label, Type, From and To; Gephi for ID, Label, Source, Target, Kind (one edge a kind) and Weight,
#: and takes an edge for directed unless its Type says undirected.
_NODE_COLUMNS: Final = {
    "ID": "id",
    "Label": "label",
    "Type": "type",
    "Kind": "kind",
    "Name": "name",
    "Name_en": "name_en",
    "Mark": "mark",
    "Plan": "plan",
    "IRI": "iri",
}
_EDGE_COLUMNS: Final = {
    "ID": "id",
    "From": "source",
    "To": "target",
    "Source": "source",
    "Target": "target",
    "Type": "label",
    "Label": "label",
    "Kind": "relation",
    "Basis": "basis",
    "Effective_basis": "effective_basis",
    "Ground": "ground",
    "Confirmation": "confirmation",
    "Links": "links",
    "Through_measure": "through_measure",
    "Weight": "weight",
}


def graphml(page: Page) -> str:
    """Return the view of *page* as GraphML (yEd, Gephi, igraph, Cytoscape)."""
    from networkx.readwrite.graphml import GraphMLWriter

    root = GraphMLWriter(for_files(page)).xml
    root.insert(0, _described("desc", page))
    return _xml(root)


def gexf(page: Page) -> str:
    """Return the view of *page* as GEXF 1.3 (Gephi), without the date, so that it is stable."""
    from networkx.readwrite.gexf import GEXFWriter

    graph = for_files(page)
    for *_, key, data in graph.edges(keys=True, data=True):
        data["id"] = key
    root = GEXFWriter(graph, version="1.3").xml
    for meta in root.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
        meta.append(_described("description", page))
    for edge in root.iter("edge"):
        # Two relations between the same two elements are two edges, which Gephi would add up.
        edge.set("kind", edge.get("id").split(_JOIN)[1])
    return _xml(root)


def _described(tag: str, page: Page) -> "ET.Element":
    """Return what the file was made of, for the place where its format keeps a description."""
    from xml.etree.ElementTree import Element  # it only writes what we have made

    element = Element(tag)
    element.text = _written(shown(page.text("network.file-legend") + footer(page)))
    return element


def _xml(root: "ET.Element") -> str:
    from xml.etree.ElementTree import indent, tostring

    indent(root)
    return tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def node_table(page: Page) -> str:
    """Return the nodes as CSV, one a line."""
    graph = for_files(page)
    return _table(_NODE_COLUMNS, [{"id": node, **data} for node, data in graph.nodes(data=True)])


def edge_table(page: Page) -> str:
    """Return the edges as CSV, one a line, from the identifier of a node to that of another."""
    graph = for_files(page)
    rows = [
        {"id": key, "source": source, "target": target, **data}
        for source, target, key, data in graph.edges(keys=True, data=True)
    ]
    return _table(_EDGE_COLUMNS, rows)


def _table(columns: Mapping[str, str], rows: list[dict[str, object]]) -> str:
    told = [[shown(str(row[attribute])) for attribute in columns.values()] for row in rows]
    return csv_text(list(columns), told)


def for_files(page: Page) -> "nx.MultiDiGraph":
    """Return the multigraph with short identifiers, and labels in the language of *page*."""
    import networkx as nx

    whole = multigraph(page.store, page.known)
    names = _short_names(whole, base_of(page.store))
    kinds = {kind.rpartition("#")[2]: kind for kind in (*BASES, *RELATION_LABELS)}
    graph = nx.MultiDiGraph()
    for iri, data in whole.nodes(data=True):
        element = page.known[iri]
        told = {
            "label": element.named(page.lang),
            "type": kind_name(element.kind, page.lang),
            **data,
            "plan": names.get(data["plan"], data["plan"]),
            "iri": iri,
        }
        graph.add_node(names[iri], **{key: _written(text) for key, text in told.items()})
    for source, target, relation, data in whole.edges(data=True, keys=True):
        term, kind = kinds[relation], kind_name(page.known[target].kind, page.lang)
        effective = BASES[kinds[data["effective_basis"]]]
        graph.add_edge(
            names[source],
            names[target],
            key=_JOIN.join((names[source], relation, names[target])),
            label=pick(RELATION_LABELS[term][0], page.lang).format(kind=kind),
            ground=pick(effective, page.lang),
            **data,
        )
    return graph


def _short_names(graph: "nx.MultiDiGraph", base: str) -> dict[str, str]:
    """Return what each node is called in a file: its kind and key; its IRI where it has none."""
    kinds = set(DATA_KINDS.values())
    names = {}
    for iri in graph:
        kind, _, key = iri.removeprefix(base).partition("/")
        if base and iri.startswith(base) and kind in kinds:
            names[iri] = f"{kind}:{key}"
        elif iri.startswith(SDG):
            names[iri] = f"sdg:{iri.removeprefix(SDG)}"
        elif iri.startswith(PG.NS):
            names[iri] = f"pg:{iri.removeprefix(PG.NS)}"
        else:
            names[iri] = iri
    return names


def _written(text: str) -> str:
    """Return *text* without the signs that XML does not allow."""
    return _NO_XML.sub("", text)
