"""Cross tables: what joins the elements of two kinds, directly or through what both share."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Store

from plan_graph.edges import Edge, Relation, relations, strongest
from plan_graph.edges import edges as edges_of
from plan_graph.errors import Fault, PlanGraphError
from plan_graph.graph.turtle import natural_key
from plan_graph.kinds import expect_kinds
from plan_graph.lookup import Element
from plan_graph.messages import KINDS, fault, pick, text
from plan_graph.reasons import Ground
from plan_graph.vocab import PG

#: What nearly everything is in: to share it says nothing, so no table goes through it unasked.
_FRAMES = {PG.Municipality, PG.Plan, PG.Mandala, PG.SourceDocument}
#: Kinds to go through, the first that joins: what people do, then what it is part of or aims at.
_ORDER = tuple(dict.fromkeys((PG.Action, PG.Measure, PG.Outcome, *KINDS)))


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which a row and a column are joined, with the edges that it leads over."""

    ground: Ground
    through_measure: bool
    edges: tuple[Edge, ...]
    #: IRI of what the two share; empty where an edge joins them directly
    shared: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A row and a column that are joined: every way, those over what they share as printed."""

    ways: tuple[Way, ...]

    @property
    def ground(self) -> Ground:
        """The strongest ground of its ways."""
        return strongest(way.ground for way in self.ways)

    @property
    def through_measure(self) -> bool:
        """Whether every way leads through a measure."""
        return all(way.through_measure for way in self.ways)

    @property
    def shared(self) -> tuple[str, ...]:
        """The IRIs of what the two share; none where edges join them directly."""
        return tuple(way.shared for way in self.ways if way.shared)


@dataclass(frozen=True, slots=True)
class Totals:
    """How much each row, each column and the whole table holds, everything counted once."""

    rows: Mapping[str, int]
    columns: Mapping[str, int]
    whole: int


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Two kinds crossed: rows and columns in printed order, and every pair that is joined."""

    kinds: tuple[str, str]
    rows: tuple[Element, ...]
    columns: tuple[Element, ...]
    #: (row, column) by their IRIs; of a kind with itself, (row, row) is all that the row has
    pairs: Mapping[tuple[str, str], Pair]
    relations: tuple[Relation, ...]
    #: kinds of what is shared; empty: joined directly
    through: tuple[str, ...]
    #: kinds through which the two could have been joined as well
    elsewhere: tuple[str, ...]
    #: rows left out because nothing joins them
    dropped: int
    counted: Counter[Ground]
    #: all that links say in the view, whether it joins rows and columns or not
    edges: tuple[Edge, ...] = ()

    @property
    def within(self) -> bool:
        """Whether the table tells what elements of one kind share with each other."""
        return bool(self.through) and self.kinds[0] == self.kinds[1]

    def totals(self) -> Totals:
        """Count pairs, or what is shared: each once in its row, its column and the whole table."""
        found: dict[tuple[int, str], set[object]] = defaultdict(set)
        for ends, pair in self.pairs.items():
            if self.within and ends[0] == ends[1]:
                continue
            counted = pair.shared or (ends,)
            for place in ((0, ends[0]), (1, ends[1]), (2, "")):
                found[place].update(counted)
        return Totals(
            {row.iri: len(found[0, row.iri]) for row in self.rows},
            {column.iri: len(found[1, column.iri]) for column in self.columns},
            len(found[2, ""]),
        )


def cross_table(  # noqa: PLR0913 - what to cross, and two options
    store: Store,
    known: Mapping[str, Element],
    rows: str,
    columns: str,
    *,
    through: str = "",
    keep_empty: bool = True,
) -> CrossTable:
    """Cross the elements of the classes *rows* and *columns* in the view that *store* is.

    They are joined by the relations between them. Where there is none, or a class *through* is
    given, they are joined by the elements that are related to both: those of one kind, the first
    that joins any; of a kind with itself, all that stand in the same relation to both. Rows that
    nothing joins are kept, unless *keep_empty* is false or nothing joins any row of their plan.

    Raises PlanGraphError, with the relations there are, when nothing joins the two.
    """
    expect_kinds(known, {"ROWS": rows, "COLUMNS": columns})
    edges = edges_of(store, known)
    joint = _joint_directly(edges, known, rows, columns)
    if through or not joint.pairs:
        joint = _joint_through(edges, known, (rows, columns), through)
    if not joint.pairs:
        raise PlanGraphError([_no_join(edges, known, (rows, columns), through)])
    crossed, joined = _printed(known, rows), {row for row, _ in joint.pairs}
    # Of a plan of which nothing is joined, empty rows would only be in the way.
    plans = {"", *(row.plan for row in crossed if row.iri in joined)} if keep_empty else set()
    kept = tuple(row for row in crossed if row.iri in joined or row.plan in plans)
    return CrossTable(
        kinds=(rows, columns),
        rows=kept,
        columns=tuple(_printed(known, columns)),
        pairs=joint.pairs,
        relations=relations(joint.edges, known),
        through=joint.through,
        elsewhere=joint.elsewhere,
        dropped=len(crossed) - len(kept),
        counted=Counter(ground for edge in joint.edges for ground in edge.grounds),
        edges=tuple(edges),
    )


def printed_place(element: Element) -> tuple[int, tuple[int, int], object]:
    """Return what to sort elements by, so that they stand in the order of print."""
    return (_ORDER.index(element.kind), element.place, natural_key(element.iri))


def _printed(known: Mapping[str, Element], kind: str) -> list[Element]:
    return sorted((each for each in known.values() if each.kind == kind), key=printed_place)


@dataclass(frozen=True, slots=True)
class _Joint:
    """What joins rows and columns: their pairs, the edges that were counted, what was shared."""

    pairs: dict[tuple[str, str], Pair]
    edges: Sequence[Edge]
    through: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


def _joint_directly(
    edges: Iterable[Edge], known: Mapping[str, Element], rows: str, columns: str
) -> _Joint:
    """Join by the edges between rows and columns; of a kind with itself, the row is the subject."""
    found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        kinds = (known[edge.subject].kind, known[edge.object].kind)
        if kinds == (rows, columns):
            found[edge.subject, edge.object].append(edge)
        elif kinds == (columns, rows):
            found[edge.object, edge.subject].append(edge)
    pairs = {
        ends: Pair(tuple(Way(edge.ground, edge.through_measure, (edge,)) for edge in between))
        for ends, between in found.items()
    }
    return _Joint(pairs, [edge for between in found.values() for edge in between])


# --- Joined through what both share ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Leg:
    """An edge as it leads from something that may be shared to a row or a column."""

    end: str
    edge: Edge
    #: the relation, and whether it points to the end
    side: tuple[str, bool]


_Legs = dict[str, list[_Leg]]
_Step = tuple[str, _Leg, _Leg]


def _joint_through(
    edges: Iterable[Edge], known: Mapping[str, Element], ends: tuple[str, str], through: str
) -> _Joint:
    """Join by what is related to both: of the kind asked for, else of the first or of all."""
    to_rows, to_columns = (_legs(edges, known, kind) for kind in ends)
    within = ends[0] == ends[1]
    joining = {known[shared].kind for shared in to_rows if shared in to_columns}
    ways = [kind for kind in _ORDER if kind in joining - _FRAMES]
    chosen = [through] if through else ways if within else ways[:1]
    legs = {iri: each for iri, each in to_rows.items() if known[iri].kind in chosen}
    steps = list(_steps_within(legs) if within else _steps(legs, to_columns))
    met = {known[shared].kind for shared, _, _ in steps}
    used = {id(leg.edge): leg.edge for _, *both in steps for leg in both}
    return _Joint(
        _pairs_through(steps, known),
        list(used.values()),
        tuple(kind for kind in chosen if kind in met),
        () if through or within else tuple(ways[1:]),
    )


def _legs(edges: Iterable[Edge], known: Mapping[str, Element], kind: str) -> _Legs:
    """Return the legs to the elements of *kind*, by where they come from."""
    legs: _Legs = defaultdict(list)
    for edge in edges:
        if known[edge.object].kind == kind:
            legs[edge.subject].append(_Leg(edge.object, edge, (edge.predicate, True)))
        if known[edge.subject].kind == kind:
            legs[edge.object].append(_Leg(edge.subject, edge, (edge.predicate, False)))
    return legs


def _steps(to_rows: _Legs, to_columns: _Legs) -> Iterator[_Step]:
    """Yield what is shared, with a leg to a row and a leg to a column."""
    for shared, legs in to_rows.items():
        for first in legs:
            for second in to_columns.get(shared, ()):
                yield shared, first, second


def _steps_within(legs: _Legs) -> Iterator[_Step]:
    """Yield what stands in the same relation to two of a kind, and what each has by itself.

    A relation in which nothing stands to two of them, such as that of an action to an indicator
    of its own, is left out: it is nothing that could be shared.
    """
    counts = (Counter(leg.side for leg in each) for each in legs.values())
    shared_by = {side for count in counts for side, times in count.items() if times > 1}
    for shared, each in legs.items():
        for first in each:
            for second in each:
                if first.side == second.side and (first.side in shared_by or not shared_by):
                    yield shared, first, second


def _pairs_through(
    steps: Iterable[_Step], known: Mapping[str, Element]
) -> dict[tuple[str, str], Pair]:
    """Return the pairs that share something, each as strong as the strongest of what it shares."""
    found: dict[tuple[str, str], dict[str, list[tuple[Edge, Edge]]]] = {}
    for shared, first, second in steps:
        ways = found.setdefault((first.end, second.end), defaultdict(list))
        ways[shared].append((first.edge, second.edge))
    places = {iri: printed_place(known[iri]) for ways in found.values() for iri in ways}
    return {
        ends: Pair(tuple(_way(iri, shared[iri]) for iri in sorted(shared, key=places.__getitem__)))
        for ends, shared in found.items()
    }


def _way(shared: str, steps: Iterable[tuple[Edge, Edge]]) -> Way:
    """Return the way over what is shared: it rests on the weaker of its two edges."""
    steps = list(steps)
    weaker = (min((edge.ground for edge in both), key=_strength) for both in steps)
    return Way(
        strongest(Ground(PG.Derived, ground.effective) for ground in weaker),
        all(any(edge.through_measure for edge in both) for both in steps),
        tuple(dict.fromkeys(edge for both in steps for edge in both)),
        shared,
    )


def _strength(ground: Ground) -> tuple[int, bool]:
    return ground.strength


# --- What cannot be crossed -----------------------------------------------------------------


def _no_join(
    edges: Iterable[Edge], known: Mapping[str, Element], kinds: tuple[str, str], through: str
) -> Fault:
    """Tell that nothing joins the two kinds, and which relations each of them has."""
    there = relations(edges, known)

    def said(kind: str, lang: str) -> str:
        ends = [each for each in there if kind in (each.subject, each.object)]
        separator = "; " if lang == "en" else "／"
        sentences = separator.join(each.sentence(lang) for each in ends)
        told = sentences or text("none-counted", lang)
        return text("relations-of", lang, kind=pick(KINDS[kind], lang), sentences=told)

    distinct = dict.fromkeys(kinds)
    ja, en = ("\n".join(said(kind, lang) for kind in distinct) for lang in ("ja", "en"))
    return fault(
        "",
        "no-join-through" if through else "no-join",
        rows=KINDS[kinds[0]],
        columns=KINDS[kinds[1]],
        through=KINDS[through] if through else "",
        relations=(ja, en),
    )
