"""Files to store and back: the evidence, the build, the view, and what changed between graphs."""

from plan_graph.graph.store import (
    Node,
    as_oxigraph,
    as_rdflib,
    base_of,
    literal,
    load_graph,
    load_store,
    load_stores,
    narrow,
    nodes,
    one,
    said_of,
    save,
    save_all,
    select,
    view,
)

__all__ = [
    "Node",
    "as_oxigraph",
    "as_rdflib",
    "base_of",
    "literal",
    "load_graph",
    "load_store",
    "load_stores",
    "narrow",
    "nodes",
    "one",
    "said_of",
    "save",
    "save_all",
    "select",
    "view",
]
