"""Progress: the sheets of one year, and their printed statuses counted.

    found = progress(store, known)                # the newest year that is reported; year=2024
    for row in found.rows: ...                    # a `reported.Row` for each sheet, as printed
    missed = [row for row in found.rows if row.status == PG.NotAchieved]
    found.others                                  # indicators without a sheet of that year
    found.rollups                                 # statuses by project, goal, measure and so on

`row.baseline`, `target`, `actual` and `next_target` are a `measured.Value` each, with the year of
its value, or None; `row.ratio.percent` is for reference only, and None where `row.ratio.reason`
says why. Statuses by department are there for the office only: see `progress`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Store, Triple

from plan_graph.edges import edges, strongest
from plan_graph.errors import PlanGraphError
from plan_graph.graph import nodes, one, select
from plan_graph.japanese import match_name, printed_year
from plan_graph.lookup import Element
from plan_graph.measured import Total, totals
from plan_graph.messages import fault
from plan_graph.reasons import Ground, ask
from plan_graph.reported import ASSESSED, Frame, Row, reported
from plan_graph.vocab import PG, RDF, SDGO, STRENGTH

#: What statuses are counted by: its name, as on the command line, the kind, and the relation by
#: which an action itself belongs to one.
BY: Final = {
    "project": (PG.Project, PG.inProject),
    "goal": (PG.ProjectGoal, PG.partOf),
    "measure": (PG.Measure, PG.partOf),
    "theme": (PG.Theme, PG.inTheme),
    "vision": (PG.Vision, PG.serves),
    "sdg": (SDGO.Goal, PG.contributesTo),
    "department": (PG.Department, PG.responsible),
}
#: Those of which an element without members is told too.
_FIXED: Final = {"project", "goal", "measure", "theme", "vision"}
#: Those that stand in a plan.
_IN_PLAN: Final = {"project", "goal", "measure"}

_EVIDENCE = f"""
SELECT ?node ?property ?value
WHERE {{
  VALUES ?kind {{ <{PG.Indicator}> <{PG.Observation}> <{PG.PrintedValue}> <{PG.Assessment}>
    <{PG.PrintedTotal}> <{PG.SourceDocument}> <{PG.ProjectGoal}> <{PG.Action}> }}
  ?node a ?kind ; ?property ?value .
}}
"""


@dataclass(frozen=True, slots=True)
class Member:
    """An action or goal that is counted under something, on what ground, with its statuses."""

    element: str
    kind: str
    ground: Ground
    #: by no way but through its measure
    through_measure: bool
    #: in the order of its sheets; none where it has no sheet
    statuses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """What is counted under one element: each member once, in the order of print."""

    element: str
    members: tuple[Member, ...]

    def of_kind(self, kind: str, bases: Iterable[str] = STRENGTH) -> list[Member]:
        """Return the members of a kind whose effective basis is one of *bases*."""
        wanted = set(bases)
        return [m for m in self.members if m.kind == kind and m.ground.effective in wanted]

    def counts(self, kind: str, bases: Iterable[str] = STRENGTH) -> Counter[str]:
        """Return how often the members of a kind have which status: each of their sheets counts."""
        return Counter(status for m in self.of_kind(kind, bases) for status in m.statuses)


@dataclass(frozen=True, slots=True)
class Rollup:
    """Statuses counted by one of `BY`."""

    by: str
    groups: tuple[Group, ...]
    #: actions that have a sheet and are in none of the groups
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """All that is to be said of one year; `year` is 0 where nothing was ever reported."""

    year: int
    #: the years that there are sheets of
    years: tuple[int, ...]
    #: what it is limited to, if it is
    element: Element | None
    #: action or goal to the ground of its link to that; of what is a part of it, none
    linked: Mapping[str, Ground]
    #: what it is counted by alone, one of `BY`, if it is
    by: str
    #: in the order of print: of each project its goals, then its actions
    rows: tuple[Row, ...]
    #: indicators without a sheet of that year
    others: tuple[Row, ...]
    #: actions and goals without a sheet, of the plans that have sheets
    missing: tuple[str, ...]
    rollups: tuple[Rollup, ...]
    #: printed totals beside what the sheets give
    totals: tuple[Total, ...]
    #: action to its departments in the order of print: for its own sheet, or for the office
    departments: Mapping[str, tuple[str, ...]]

    def counts(self, kind: str) -> Counter[str]:
        """Return how often the sheets of actions, or of project goals, have which status."""
        return Counter(row.status for row in self.rows if row.kind == kind)


def progress(  # noqa: PLR0913 - what to tell, and for whom
    store: Store,
    known: Mapping[str, Element],
    *,
    year: int = 0,
    element: Element | None = None,
    by: str = "",
    office: bool = False,
) -> Progress:
    """Return what the sheets of *year*, or of the newest one, say in the view that *store* is.

    With *element* only of what belongs to it: itself, its parts, and what a link leads to it from.
    With *by*, one of `BY`, statuses are counted by that only. Nobody but the *office* sees statuses
    by department. Raises PlanGraphError when somebody else asks for them, and when there are no
    sheets of *year*.
    """
    refused = ["ELEMENT"] if element and element.kind == PG.Department else []
    refused += ["--by"] if by == "department" else []
    if refused and not office:
        raise PlanGraphError([fault(place, "progress.office-only") for place in refused])
    graph = nodes(
        Triple(row["node"], row["property"], row["value"]) for row in select(store, _EVIDENCE)
    )
    years = sorted(
        {
            int(one(node, PG.reportYear) or 0)
            for node in graph.values()
            if one(node, RDF.type) == PG.Assessment
        }
    )
    if year and year not in years:
        listed = [*map(str, years)]
        told = ("、".join(listed) or "なし", ", ".join(listed) or "none")
        raise PlanGraphError([fault("--year", "progress.no-year", year=year, years=told)])
    year = year or max(years, default=0)
    frame = Frame(known, edges(store, known))
    rows, others = reported(graph, year, frame)
    plans = {known[row.element].plan for row in rows}
    assessed = [iri for iri, each in known.items() if each.kind in ASSESSED and each.plan in plans]
    if element:
        rows, others = (
            tuple(
                each
                for each in some
                if (
                    each.indicator == element.iri
                    if element.kind == PG.Indicator
                    else _belongs(each.element, element, frame)
                )
            )
            for some in (rows, others)
        )
        assessed = [iri for iri in assessed if _belongs(iri, element, frame)]
    assessed.sort(key=frame.place)
    links = {
        iri: [edge.ground for edge in frame.links[iri] if element and edge.object == element.iri]
        for iri in assessed
    }
    statuses: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        statuses[row.element].append(row.status)
    bys = [by] if by else [each for each in BY if each != "department" or office]
    return Progress(
        year=year,
        years=tuple(years),
        element=element,
        linked={iri: strongest(grounds) for iri, grounds in links.items() if grounds},
        by=by,
        rows=rows,
        others=others,
        missing=tuple(iri for iri in assessed if iri not in statuses),
        rollups=tuple(
            _rollup(each, assessed, statuses, frame, whole=element is None) for each in bys if rows
        ),
        totals=tuple(
            sorted(
                (
                    total
                    for total in totals(graph)
                    if total.year == year
                    and total.element in known
                    and (not element or total.element == element.iri)
                ),
                key=lambda total: (frame.place(total.element), ASSESSED.index(total.kind)),
            )
        ),
        departments=_departments(store),
    )


def read_year(text: str) -> int:
    """Read a fiscal year as people type it; raise PlanGraphError when *text* is none.

    >>> read_year("2024"), read_year("R6"), read_year("令和６年度")
    (2024, 2024, 2024)
    """
    plain = match_name(text).upper()
    found = printed_year(plain if "年" in plain else f"{plain}年度")
    if found is None or found.as_of:
        raise PlanGraphError([fault("--year", "progress.year-unread", text=text)])
    return found.year


def _belongs(iri: str, element: Element, frame: Frame) -> bool:
    """Say whether what has a sheet is *element*, a part of it, or linked to it."""
    linked = {edge.object for edge in frame.links[iri]}
    units = {
        edge.object for each in linked for edge in frame.links[each] if edge.predicate == PG.unitOf
    }
    return element.iri in {iri, *frame.placing(iri), *linked, *units}


def _departments(store: Store) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for row in ask(store, "departments"):
        found[row["action"]][row["department"]] = None
    return {action: tuple(each) for action, each in found.items()}


# --- Counting -----------------------------------------------------------------------------------


def _rollup(
    by: str,
    assessed: Sequence[str],
    statuses: Mapping[str, list[str]],
    frame: Frame,
    *,
    whole: bool,
) -> Rollup:
    """Count the statuses of *assessed* by one of `BY`; of the *whole*, empty groups are kept."""
    members: dict[str, list[Member]] = defaultdict(list)
    for iri in assessed:
        for target, ground, through in _grounds(by, iri, frame):
            kind = frame.known[iri].kind
            own = tuple(statuses.get(iri, ()))
            members[target].append(Member(iri, kind, ground, through, own))
    kind = BY[by][0]
    plans = {frame.known[iri].plan for iri in assessed} if by in _IN_PLAN else None
    groups = [
        iri
        for iri, each in frame.known.items()
        if each.kind == kind
        and (iri in members or (whole and by in _FIXED and (plans is None or each.plan in plans)))
    ]
    # The order of print; departments in the order in which they first are responsible.
    order = {iri: at for at, iri in enumerate(members)} if by == "department" else {}

    def place(iri: str) -> tuple[object, ...]:
        own = frame.place(iri) if by in _IN_PLAN else (*frame.known[iri].place, iri)
        return (order.get(iri, 0), *own)

    groups.sort(key=place)
    counted = {member.element for each in members.values() for member in each}
    return Rollup(
        by,
        tuple(Group(iri, tuple(members.get(iri, ()))) for iri in groups),
        tuple(
            iri
            for iri in assessed
            if iri not in counted and iri in statuses and frame.known[iri].kind == PG.Action
        ),
    )


def _grounds(by: str, iri: str, frame: Frame) -> Iterator[tuple[str, Ground, bool]]:
    """Yield what an action or goal is counted under, on what ground, and if by its measure only."""
    kind, predicate = BY[by]
    if by == "goal":
        stated = Ground(PG.Stated, PG.Stated)
        measure = frame.above(iri, PG.partOf, PG.Measure)
        upper = measure and frame.above(measure.object, PG.partOf, kind)
        if frame.known[iri].kind == kind:
            yield (iri, stated, False)
        elif measure and upper:
            weakest = min(measure.ground, upper.ground, key=lambda ground: ground.strength)
            yield (upper.object, weakest, False)
        return
    for edge in frame.links[iri]:
        if edge.predicate == predicate and frame.known[edge.object].kind == kind:
            yield (edge.object, edge.ground, edge.through_measure)
