"""Named tables of links: visions, issues, themes, SDGs, two plans, and what is still empty."""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import NamedNode

from plan_graph.coverage import coverage
from plan_graph.cross import cross_table
from plan_graph.japanese import match_name
from plan_graph.lookup import Element
from plan_graph.messages import KINDS
from plan_graph.preset_tables import (
    Cell,
    Column,
    Ref,
    Said,
    Table,
    View,
    open_visions,
    strongest_refs,
)
from plan_graph.reasons import ask
from plan_graph.vocab import PG, SDGO, STRENGTH

_ASPECTS = (PG.Economy, PG.Environment, PG.Society)
#: What an action takes its aspects from, besides itself: what it aims at, and its project.
_ASPECT_WAYS = (PG.aimsAt, PG.inProject)
_Row = tuple[Cell, ...]


def number_and_name(kind: str) -> tuple[Column, Column]:
    """Return the columns of number and name of elements of a kind."""
    number = Column("number", "number", kind=kind, label=True)
    return (number, Column("", "name", kind=kind, label=True))


def own(element: Element) -> tuple[Cell, Cell]:
    """Return the cells of number and name of *element*."""
    return ((Ref(element.iri),), (Ref(element.iri),))


def in_newest_plan(view: View, kind: str, predicate: str) -> list[Element]:
    """Return the elements of *kind* in the plan that began last of those that have *predicate*."""
    linked = {edge.subject for edge in view.edges if edge.predicate == predicate}
    elements = view.of_kind(kind)
    plans = {each.plan for each in elements if each.iri in linked and each.plan}
    plan = max(plans, key=lambda each: (view.known[each].year, each), default="")
    return [each for each in elements if not plan or each.plan == plan]


def vision_measure(view: View) -> Table:
    """Return measures by visions: in each cell the actions, by what their links rest on."""
    visions, actions = view.of_kind(PG.Vision), in_newest_plan(view, PG.Action, PG.serves)
    measures = in_newest_plan(view, PG.Measure, PG.serves)
    serving = {
        (edge.subject, edge.object): Ref(edge.subject, edge.ground.effective)
        for edge in view.edges
        if edge.predicate == PG.serves
    }
    parts: dict[str, list[str]] = defaultdict(list)
    for action in actions:
        over = view.objects(action.iri, PG.partOf, PG.Measure)
        parts[over[0].iri if over else ""].append(action.iri)

    def row(measure: str, label: tuple[Cell, Cell]) -> _Row:
        cells: list[Cell] = []
        for vision in visions:
            ends = ((each, vision.iri) for each in parts[measure])
            found = [serving[each] for each in ends if each in serving]
            whole = serving.get((measure, vision.iri))
            cells.append(strongest_refs(view, found or ([whole] if whole else [])))
        return (*label, *cells)

    rows = [row(each.iri, own(each)) for each in measures]
    if parts[""]:
        rows.append(row("", ("", Said.of("no-measure"))))
    return Table(
        (*number_and_name(PG.Measure), *_headed(visions, "grouped")),
        tuple(rows),
        counted=view.links([PG.serves], [each.iri for each in (*measures, *actions)]),
        notes=("presets.grouped", "cross-blank"),
        open_visions=open_visions(view),
    )


def _headed(elements: Iterable[Element], tell: str) -> tuple[Column, ...]:
    return tuple(Column("", tell, element=each.iri) for each in elements)


def issue_action(view: View) -> Table:
    """Return actions by regional issues, with aspects, and who may solve several at once."""
    issues, actions = view.of_kind(PG.RegionalIssue), in_newest_plan(view, PG.Action, PG.addresses)
    candidates = {row["action"] for row in ask(view.store, "simultaneous-solutions")}
    rows: list[_Row] = []
    for action in actions:
        addressed = {ref.iri: ref for ref in view.objects(action.iri, PG.addresses)}
        aspects = _aspects(view, action.iri)
        candidate = Said.of("candidate") if action.iri in candidates else ""
        rows.append(
            (
                *own(action),
                *((addressed[each.iri],) if each.iri in addressed else () for each in issues),
                aspects,
                candidate,
                "",
            )
        )
    columns = (
        *number_and_name(PG.Action),
        *_headed(issues, "basis"),
        Column("aspects", "name"),
        Column("candidate"),
        Column("common-cause", blank=True),
    )
    counted = view.links([PG.addresses], [each.iri for each in actions])
    return Table(
        columns,
        tuple(rows),
        counted=counted,
        notes=("presets.marks", "presets.candidate-is", "cross-blank"),
    )


def _aspects(view: View, action: str) -> tuple[Ref, ...]:
    """Return the aspects of an action: its own, of what it aims at, and of its project."""
    ways = [action, *(ref.iri for way in _ASPECT_WAYS for ref in view.objects(action, way))]
    found = {ref.iri for each in ways for ref in view.objects(each, PG.hasAspect)}
    return tuple(Ref(aspect) for aspect in _ASPECTS if aspect in found)


def theme_theme(view: View) -> Table:
    """Return themes by themes: the names of what two of them share."""
    found = cross_table(view.store, view.known, PG.Theme, PG.Theme)
    rows: list[_Row] = []
    for row in found.rows:
        cells: list[Cell] = []
        for column in found.columns:
            pair = found.pairs.get((row.iri, column.iri))
            if row.iri == column.iri:
                cells.append(len(pair.shared) if pair else 0)
            else:
                ways = pair.ways if pair else ()
                cells.append(tuple(Ref(way.shared, way.ground.effective) for way in ways))
        rows.append((*own(row), *cells))
    return Table(
        (*number_and_name(PG.Theme), *_headed(found.columns, "named")),
        tuple(rows),
        counted=found.counted,
        notes=("presets.diagonal", "presets.members", "cross-blank"),
    )


def sdg_measure(view: View) -> Table:
    """Return goals and the measures that relate to them, with targets; a column for the city."""
    of_measure: dict[tuple[str, str], list[Ref]] = defaultdict(list)
    for row in ask(view.store, "sdgs-of-measure"):
        ref = Ref(row["element"], row["effective"])
        of_measure[row["sdg"], row["measure"]].append(ref)
    targets_of = NamedNode(SDGO.isTargetOf)
    goal_of = {
        (quad.subject.value, quad.object.value)
        for quad in view.store.quads_for_pattern(None, targets_of, None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
    measures = [each for each in view.of_kind(PG.Measure) if not each.past]
    rows: list[_Row] = []
    for goal in view.of_kind(SDGO.Goal):
        found = [each for each in measures if (goal.iri, each.iri) in of_measure]
        for measure in found:
            refs = of_measure[goal.iri, measure.iri]
            ends = sorted({ref.iri for ref in refs})
            targets = [
                Ref(edge.object, edge.ground.effective)
                for end in ends
                for edge in view.begin.get(end, ())
                if edge.predicate == PG.contributesTo and (edge.object, goal.iri) in goal_of
            ]
            rows.append(
                (
                    *own(goal),
                    *own(measure),
                    strongest_refs(view, targets),
                    strongest_refs(view, [ref for ref in refs if ref.iri == measure.iri]),
                    strongest_refs(view, [ref for ref in refs if ref.iri != measure.iri]),
                    "",
                )
            )
        if not found:
            rows.append((*own(goal), "", Said.of("none-found"), "", "", "", ""))
    columns = (
        *number_and_name(SDGO.Goal),
        Column("number", "number", kind=PG.Measure),
        Column("", "name", kind=PG.Measure),
        Column("targets", "grouped"),
        Column("by-measure", "basis"),
        Column("by-actions", "grouped"),
        Column("city-check", blank=True),
    )
    subjects = {ref.iri for refs in of_measure.values() for ref in refs}
    counted = view.links([PG.contributesTo], subjects)
    return Table(
        columns,
        tuple(rows),
        counted=counted,
        notes=("presets.marks", "presets.not-inherited", "cross-blank"),
        sdgs=True,
    )


def plans(view: View) -> Table:
    """Return the actions of the newest plan, and what of the other plans corresponds to them."""
    actions = in_newest_plan(view, PG.Action, PG.inPlan)
    newest = {each.plan for each in actions}
    kinds = (PG.Measure, PG.Action, PG.Programme)
    others = [each for kind in kinds for each in view.of_kind(kind) if each.plan not in newest]
    others = [each for each in others if each.plan]
    names: dict[str, list[Ref]] = defaultdict(list)
    for other in others:
        names[match_name(other.name)].append(Ref(other.iri))
    there = {other.iri for other in others}

    def shared(action: str, predicate: str, kind: str) -> tuple[Ref, ...]:
        """Return what stands in the same relation to the same thing, on the weaker basis."""
        found = [
            Ref(edge.subject, min(edge.ground.effective, ref.basis, key=STRENGTH.__getitem__))
            for ref in view.objects(action, predicate, kind)
            for edge in view.end[ref.iri]
            if edge.predicate == predicate and edge.subject in there
        ]
        return strongest_refs(view, found)

    rows: list[_Row] = [
        (
            *own(action),
            view.objects(action.iri, PG.continues),
            tuple(names.get(match_name(action.name), ())),
            shared(action.iri, PG.responsible, PG.Department),
            shared(action.iri, PG.contributesTo, SDGO.Target),
        )
        for action in actions
    ]
    columns = (
        *number_and_name(PG.Action),
        Column("continues", "named"),
        Column("same-name", "named"),
        Column("same-department", "named"),
        Column("same-target", "named"),
    )
    subjects = [each.iri for each in (*actions, *others)]
    counted = view.links([PG.continues, PG.responsible, PG.contributesTo], subjects)
    return Table(
        columns,
        tuple(rows),
        counted=counted,
        notes=("presets.filled", "presets.same-not-continued"),
    )


def gaps(view: View) -> Table:
    """Return everything that elements should have and have not; a column to fill in."""
    found = coverage(view.store, dict(view.known))
    rows: list[_Row] = []

    def add(item: str, plan: str, iris: Iterable[str]) -> None:
        for iri in iris:
            element = view.known[iri]
            there = (Ref(plan),) if plan else ""
            rows.append(
                (Said.of(f"gap-{item}"), Said(KINDS[element.kind]), there, *own(element), "")
            )

    for group in found.expected:
        if group.printed and group.kind:
            add(group.item, group.plan, group.missing)
    add("actual", "", found.unmeasured)
    add(
        "doers",
        "",
        [e.target for e in found.reached if not e.documented and not e.done(PG.Estimated)],
    )
    columns = (
        Column("item", label=True),
        Column("kind"),
        Column("plan"),
        Column("plain-number", "number"),
        Column("plain-name", "name"),
        Column("fill-in", blank=True),
    )
    return Table(columns, tuple(rows), counted=found.counted, notes=("presets.gaps-are",))
