"""What the progress sheets of a year report: a row a sheet, and how its figures compare."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from plan_graph.edges import Edge
from plan_graph.graph import Node, one
from plan_graph.graph.turtle import natural_key
from plan_graph.lookup import Element
from plan_graph.measured import Measured, Status, Value, measured, status_of
from plan_graph.messages import KINDS
from plan_graph.vocab import PG, RDF

#: What has a sheet, in the order of print: of each project its goals, then its actions.
ASSESSED: Final = (PG.ProjectGoal, PG.Action)


@dataclass(frozen=True, slots=True)
class Ratio:
    """What the actual is to the target in per cent, for reference; None where `reason` says why.

    Where less is better (`inverse`), what the target is to the actual.
    """

    percent: Decimal | None
    #: empty, or "no-indicator", "no-values", "no-target", "no-actual", "year", "direction",
    #: "not-better" or "zero"
    reason: str = ""
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A sheet: whose it is, what is measured, the values it compares, and its printed status."""

    #: the action or project goal; without a sheet, whatever the indicator belongs to
    element: str
    kind: str
    #: all that is printed of the indicator; None where the sheet has none
    measured: Measured | None
    #: None where the year has no sheet of the indicator
    sheet: Status | None
    baseline: Value | None
    target: Value | None
    actual: Value | None
    #: the first target after the one that the sheet compares
    next_target: Value | None
    ratio: Ratio
    #: where the element stands in its plan, each by its IRI or empty
    measure: str = ""
    goal: str = ""
    project: str = ""

    @property
    def indicator(self) -> str:
        """The indicator by its IRI, or an empty string."""
        return self.measured.indicator if self.measured else ""

    @property
    def status(self) -> str:
        """The printed status: `pg:Achieved`, `pg:NotAchieved`, `pg:NotScored`, or nothing."""
        return self.sheet.status if self.sheet else ""

    @property
    def odd(self) -> str:
        """The finding that baseline and actual suggest another scope, or an empty string."""
        found = self.measured.odd if self.measured else ()
        pair = (self.baseline, self.actual)
        return next((code for code, *both in found if tuple(both) == pair), "")


class Frame:
    """Where elements stand in their plans, and what links lead from them to."""

    def __init__(self, known: Mapping[str, Element], links: Iterable[Edge]) -> None:
        """Sort out *links* by what they lead from."""
        self.known = known
        self.links: dict[str, list[Edge]] = defaultdict(list)
        for edge in links:
            self.links[edge.subject].append(edge)

    def above(self, iri: str, predicate: str, kind: str) -> Edge | None:
        """Return the link by which an element belongs to one of *kind*, if there is one."""
        found = (
            edge
            for edge in self.links[iri]
            if edge.predicate == predicate and self.known[edge.object].kind == kind
        )
        return min(found, key=lambda edge: natural_key(edge.object), default=None)

    def placing(self, iri: str) -> tuple[str, str, str]:
        """Return the measure, the project goal and the project of an element, or empty strings."""
        kind = self.known[iri].kind
        action = self.above(iri, PG.partOf, PG.Measure)
        measure = iri if kind == PG.Measure else action.object if action else ""
        upper = self.above(measure, PG.partOf, PG.ProjectGoal)
        goal = iri if kind == PG.ProjectGoal else upper.object if upper else ""
        project = self.above(iri, PG.inProject, PG.Project)
        return (measure, goal, project.object if project else "")

    def place(self, iri: str) -> tuple[object, ...]:
        """Return what elements are sorted by: the order of print, project by project."""
        element = self.known[iri]
        project = self.known.get(self.placing(iri)[2])
        kinds = [*ASSESSED, *KINDS]
        at = kinds.index(element.kind) if element.kind in kinds else len(kinds)
        order = (project.order if project else 0, at, element.order)
        return (element.place[0], *order, natural_key(iri))


def reported(
    graph: dict[str, Node], year: int, frame: Frame
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return a row for each sheet of *year*, then one for each indicator without; as printed.

    *graph* holds the indicators and all evidence that speaks of them, and the documents.
    """
    evidence, bare, years = _sorted_out(graph)
    owners = {
        edge.object: edge.subject
        for links in list(frame.links.values())
        for edge in links
        if edge.predicate == PG.hasIndicator
    }
    rows = [
        _row(one(node, PG.assesses), None, status_of(iri, node, {}), frame)
        for iri, node in bare
        if int(one(node, PG.reportYear) or 0) == year and one(node, PG.assesses) in frame.known
    ]
    others = []
    for indicator, said in evidence.items():
        found = measured(indicator, said, years, ())
        sheets = [
            (one(said[each.assessment], PG.assesses), each)
            for each in found.statuses
            if each.report_year == year
        ]
        rows += [_row(own, found, sheet, frame) for own, sheet in sheets if own in frame.known]
        if not sheets and indicator in owners:
            others.append(_row(owners[indicator], found, None, frame))

    def place(row: Row) -> tuple[object, ...]:
        element = frame.known.get(row.indicator)
        number = natural_key(element.notation if element else "")
        return (frame.place(row.element), number, natural_key(row.indicator))

    return tuple(sorted(rows, key=place)), tuple(sorted(others, key=place))


def _sorted_out(
    graph: Mapping[str, Node],
) -> tuple[dict[str, dict[str, Node]], list[tuple[str, Node]], dict[str, int]]:
    """Return the evidence by indicator, statuses without one, and the years of documents."""
    evidence: dict[str, dict[str, Node]] = {
        iri: {iri: node} for iri, node in graph.items() if one(node, RDF.type) == PG.Indicator
    }
    bare = []
    for iri, node in graph.items():
        indicator = one(node, PG.ofIndicator)
        if indicator in evidence:
            evidence[indicator][iri] = node
        elif not indicator and one(node, RDF.type) == PG.Assessment:
            bare.append((iri, node))
    years = {
        iri: int(one(node, PG.year) or 0)
        for iri, node in graph.items()
        if one(node, RDF.type) == PG.SourceDocument
    }
    return evidence, bare, years


def _row(element: str, found: Measured | None, sheet: Status | None, frame: Frame) -> Row:
    """Return the row of a sheet, or of an indicator that has none.

    Where a newer document prints another value, the sheet keeps its own.
    """
    documents = {document for document, _ in sheet.sources} if sheet else set()

    def own(value: Value) -> bool:
        return any(document in documents for document, _ in value.sources)

    values = [each for each in found.values if own(each) or not each.outdated] if found else []

    def printed(value: Value | None) -> Value | None:
        same = (each for each in values if value and _what(each) == _what(value) and own(each))
        return next(same, value)

    target, actual = (printed(sheet.target), printed(sheet.actual)) if sheet else (None, None)
    baselines = [value for value in values if value.kind == PG.Baseline]
    after = target.year if target and target.year else sheet.report_year if sheet else 0
    if not sheet:
        after = max((value.year for value in values if value.kind != PG.Target), default=0)
    later = [value for value in values if value.kind == PG.Target and value.year > after]
    measure, goal, project = frame.placing(element)
    return Row(
        element=element,
        kind=frame.known[element].kind,
        measured=found,
        sheet=sheet,
        baseline=max(baselines, key=lambda value: (own(value), value.year), default=None),
        target=target,
        actual=actual,
        next_target=min(later, key=lambda value: (value.year, not own(value)), default=None),
        ratio=ratio(found, target, actual),
        measure=measure,
        goal=goal,
        project=project,
    )


def _what(value: Value) -> tuple[str, int, str]:
    return (value.kind, value.year, value.year_kind)


def ratio(found: Measured | None, target: Value | None, actual: Value | None) -> Ratio:
    """Return what *actual* is to *target*, or why to tell it would mislead."""
    if found is None:
        return Ratio(None, "no-indicator")
    wanted = target.number if target else None
    reached = actual.number if actual else None
    if wanted is None or reached is None:
        some = "no-target" if reached is not None else "no-actual"
        return Ratio(None, some if wanted is not None or reached is not None else "no-values")
    assert target, "it has a number"
    assert actual, "it has a number"
    inverse = found.better_when == PG.Lower
    part, whole = (wanted, reached) if inverse else (reached, wanted)
    reason = ""
    if not (target.year and target.year_kind and _time(target) == _time(actual)):
        reason = "year"
    elif found.better_when not in {PG.Higher, PG.Lower}:
        reason = "direction"
    elif found.accumulation == PG.Cumulative and _asks_no_more(found, wanted):
        reason = "not-better"
    elif whole <= 0:
        reason = "zero"
    if reason:
        return Ratio(None, reason, inverse)
    return Ratio((100 * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP), "", inverse)


def _time(value: Value) -> tuple[int, str]:
    return (value.year, value.year_kind)


def _asks_no_more(found: Measured, wanted: Decimal) -> bool:
    """Say whether a target is not on the better side of the baseline."""
    baselines = (
        value.number
        for value in found.values
        if value.kind == PG.Baseline and value.number is not None and not value.outdated
    )
    lower = found.better_when == PG.Lower
    return any(wanted >= each if lower else wanted <= each for each in baselines)
