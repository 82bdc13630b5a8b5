"""Observations and facts of indicators, out of all the values that documents print."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Triple

from plan_graph.elements import described, node, observation_iri
from plan_graph.errors import Fault
from plan_graph.graph.store import Node, one
from plan_graph.messages import fault
from plan_graph.register import Register
from plan_graph.vocab import DCTERMS, PG, PROV, RDF

_COPIED = (PG.year, PG.yearKind, PG.value, PG.noValue, PG.note)


@dataclass(frozen=True, slots=True)
class Printed:
    """Printed values of one observation, each with its IRI, the newest document's first."""

    observation: str
    values: tuple[tuple[str, Node], ...]

    @property
    def agreeing(self) -> tuple[tuple[str, Node], ...]:
        """The values that say the same as the newest one."""
        return tuple(pair for pair in self.values if said(pair[1]) == said(self.values[0][1]))


def said(value: Node) -> tuple[str, str]:
    """Return what a printed value comes down to: its number, or the sign for none."""
    return (one(value, PG.value), one(value, PG.noValue))


def printed(nodes: dict[str, Node], register: Register) -> list[Printed]:
    """Group the printed values of indicators by indicator, kind and year.

    Those of statistics stay as they are printed: they have no target to be compared with.
    """
    years = {
        register.iri(PG.SourceDocument, entry.key): entry.fiscal_year
        for entry in register.documents
    }
    statistics = register.iri(PG.Statistic, "")
    found: dict[str, list[tuple[str, Node]]] = defaultdict(list)
    for iri, value in nodes.items():
        of_statistic = one(value, PG.ofIndicator).startswith(statistics)
        if one(value, RDF.type) == PG.PrintedValue and not of_statistic:
            year = one(value, PG.year)
            observation = observation_iri(
                one(value, PG.ofIndicator), one(value, PG.kind), int(year) if year else None
            )
            found[observation].append((iri, value))
    return [
        Printed(
            observation,
            tuple(sorted(pairs, key=lambda pair: (-years[one(pair[1], DCTERMS.source)], pair[0]))),
        )
        for observation, pairs in found.items()
    ]


def mixed_years(nodes: dict[str, Node], register: Register) -> Iterator[Fault]:
    """Yield a fault for each observation whose prints tell both a fiscal and a calendar year."""
    for each in printed(nodes, register):
        kinds = {one(value, PG.yearKind) for _, value in each.values}
        if len(kinds) > 1:
            values = " / ".join(sorted(one(value, PG.asPrinted) for _, value in each.values))
            yield fault(each.observation, "two-year-kinds", values=values)


def observation_triples(nodes: dict[str, Node], register: Register) -> Iterator[Triple]:
    """Yield one observation per indicator, kind and year, derived from all values that agree."""
    for each in printed(nodes, register):
        newest = each.values[0][1]
        dates = [day for _, value in each.agreeing for day in value.get(PG.asOf, ())]
        yield from described(
            NamedNode(each.observation),
            [
                (RDF.type, NamedNode(PG.Observation)),
                (PG.ofIndicator, newest[PG.ofIndicator][0]),
                (PG.kind, newest[PG.kind][0]),
                *((predicate, term) for predicate in _COPIED for term in newest.get(predicate, ())),
                *((PG.asOf, day) for day in dates[:1]),
                *((PROV.wasDerivedFrom, NamedNode(iri)) for iri, _ in each.agreeing),
            ],
        )


def indicator_triples(nodes: dict[str, Node], worded: dict[str, list[Node]]) -> Iterator[Triple]:
    """Yield unit and accumulation of every indicator, as its values and its name print them.

    A statistic has a unit only: its name does not tell how its values add up.
    """
    units: dict[str, set[str]] = defaultdict(set)
    for value in nodes.values():
        if one(value, RDF.type) == PG.PrintedValue and PG.unit in value:
            units[one(value, PG.ofIndicator)].add(one(value, PG.unit))
    for iri, printed_names in worded.items():
        if one(printed_names[0], PG.ofKind) in {PG.Indicator, PG.Statistic}:
            said_first = [
                each for each in printed_names if one(each, PG.accumulation) != PG.Unstated
            ]
            accumulation = one((said_first or printed_names)[0], PG.accumulation)
            yield from described(
                NamedNode(iri),
                [
                    (PG.accumulation, node(accumulation)),
                    *((PG.unit, node(unit)) for unit in sorted(units[iri])),
                ],
            )
