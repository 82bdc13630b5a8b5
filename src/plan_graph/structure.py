"""What holds a graph together: no orphan, no name twice, known departments, quoted estimates."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal

from plan_graph.elements import element_iri
from plan_graph.findings import Finding, new_finding
from plan_graph.graph import Node, one
from plan_graph.graph.turtle import natural_key
from plan_graph.japanese import match_name
from plan_graph.kinds import joined_kinds
from plan_graph.messages import KINDS
from plan_graph.register import read_departments
from plan_graph.vocab import PG, RDF, SKOS

#: A word of the source, quoted in a reason.
_QUOTED = re.compile(r"「[^「」]*[^「」\s][^「」]*」")


def structure(graph: dict[str, Node], base: str, departments: Path) -> Iterator[Finding]:
    """Yield what does not hold together in *graph*; *departments* is their register, if there."""
    links = [
        (one(node, RDF.subject), one(node, RDF.predicate), one(node, RDF.object))
        for node in graph.values()
        if one(node, RDF.type) == PG.Link and PG.current not in node
    ]
    yield from _orphans(graph, base, links)
    yield from _same_names(graph, base, links)
    if departments.is_file():
        yield from _departments(graph, base, departments)
    yield from _unquoted(graph, base)


_Links = list[tuple[str, str, str]]


def _orphans(graph: dict[str, Node], base: str, links: _Links) -> Iterator[Finding]:
    """Report elements of the city that could stand in a relation, but stand in none."""
    joined = {kind for ends in joined_kinds().values() for kinds in ends for kind in kinds}
    related = {end for subject, _, obj in links for end in (subject, obj)}
    for iri, node in graph.items():
        kind = one(node, RDF.type)
        if kind in joined and iri.startswith(base) and iri not in related:
            name, key = one(node, PG.name), iri.removeprefix(base)
            yield new_finding("orphan", iri, kind=KINDS[kind], name=name, key=key)


def _same_names(graph: dict[str, Node], base: str, links: _Links) -> Iterator[Finding]:
    """Report elements of one kind that bear the same name in one plan, or outside of any."""
    plans: dict[str, set[str]] = defaultdict(set)
    for subject, predicate, obj in links:
        if predicate == PG.inPlan:
            plans[subject].add(obj)
    for subject, predicate, obj in links:
        if predicate == PG.hasIndicator:
            plans[obj] |= plans[subject]
    named: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for iri, node in graph.items():
        kind, name = one(node, RDF.type), one(node, PG.name)
        if kind in KINDS and name and iri.startswith(base):
            for plan in plans.get(iri) or {""}:
                named[kind, plan, match_name(name)].add(iri)
    for (kind, _, _), iris in named.items():
        if len(iris) > 1:
            first, *others = sorted(iris, key=natural_key)
            keys = [iri.removeprefix(base) for iri in (first, *others)]
            told = {"kind": KINDS[kind], "name": one(graph[first], PG.name)}
            yield new_finding(
                "same-name", first, (), keys, **told, elements=("、".join(keys), ", ".join(keys))
            )


def _departments(graph: dict[str, Node], base: str, path: Path) -> Iterator[Finding]:
    """Report departments that only the documents or only their register know."""
    register = {
        element_iri(base, PG.Department, entry.key): entry.name for entry in read_departments(path)
    }
    printed = {
        iri: one(node, PG.name)
        for iri, node in graph.items()
        if one(node, RDF.type) == PG.Department
    }
    for code, known, others in (
        ("department-unknown", printed, register),
        ("department-unused", register, printed),
    ):
        for iri in known.keys() - others.keys():
            yield new_finding(code, iri, name=known[iri], key=iri.removeprefix(base))


def _unquoted(graph: dict[str, Node], base: str) -> Iterator[Finding]:
    """Report estimates whose reason quotes no word of a source."""
    for node in graph.values():
        if one(node, PG.basis) != PG.Estimated:
            continue
        langs = [
            term.language or ""
            for term in node.get(PG.rationale, ())
            if isinstance(term, Literal) and not _QUOTED.search(term.value)
        ]
        if langs:
            # A Link joins two ends; a Numbering gives an element its number.
            numbering = one(node, RDF.type) == PG.Numbering
            ends = (PG.ofElement, SKOS.notation) if numbering else (RDF.subject, RDF.object)
            relation = SKOS.notation if numbering else one(node, RDF.predicate)
            said = [one(node, ends[0]), relation, one(node, ends[1])]
            for prefix in (base, PG.NS, SKOS.NS):
                said = [each.removeprefix(prefix) for each in said]
            columns = ", ".join(f"rationale_{lang}" for lang in sorted(langs))
            yield new_finding(
                "unquoted",
                one(node, ends[0]),
                (),
                said[1:],
                statement=" ".join(said),
                columns=columns,
                file="numbers.csv" if numbering else "links.csv",
            )
