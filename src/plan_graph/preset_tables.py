"""What a named table is made of: columns, and cells that nobody has put into words yet."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pyoxigraph import Store

from plan_graph.cross import printed_place
from plan_graph.edges import Edge
from plan_graph.edges import edges as edges_of
from plan_graph.lookup import Element
from plan_graph.measured import Value
from plan_graph.messages import text
from plan_graph.reasons import Ground
from plan_graph.reported import Row
from plan_graph.vocab import PG, STRENGTH


@dataclass(frozen=True, slots=True)
class Ref:
    """An element that a cell names, with the effective basis on which it stands there."""

    iri: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """Words in Japanese and in English."""

    words: tuple[str, str]

    @classmethod
    def of(cls, key: str) -> "Said":
        """Return the words *key* of the catalogue of named tables."""
        return cls((text(f"presets.{key}", "ja"), text(f"presets.{key}", "en")))


#: An empty text where there is nothing to tell.
Cell = str | int | Decimal | Said | Value | Row | tuple[Ref, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the key of its head in the catalogue, or the element or the kind that heads it.

    `tell` says how its cells are told: elements by "number", "name", "both", with their kind
    ("named"), by the "basis" alone, or by number under their bases ("grouped"); values as
    "printed" or by "year"; of a row of figures its "sheet", "indicator", "status", "ratio",
    "reason" or "remarks".
    """

    key: str
    tell: str = "name"
    element: str = ""
    kind: str = ""
    #: people write into it by hand
    blank: bool = False
    #: it stays in sight, on the left
    label: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A named table: rows in the order of print, and what is to be known of them."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    #: rows at the end that are sums
    totals: int = 0
    #: links that were looked at, by their ground
    counted: Counter[Ground] = field(default_factory=Counter)
    #: remarks, by their keys in the catalogue
    notes: tuple[str, ...] = ()
    #: it tells of the SDGs
    sdgs: bool = False
    #: visions that no document leads an action to, with the number that estimates do
    open_visions: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """The view that a table is made of: its store, its elements, its edges; and for whom."""

    store: Store
    known: Mapping[str, Element]
    edges: tuple[Edge, ...]
    #: the edges that begin at an element, and those that end at it
    begin: Mapping[str, Sequence[Edge]]
    end: Mapping[str, Sequence[Edge]]
    office: bool

    def of_kind(self, kind: str) -> list[Element]:
        """Return the elements of a kind in the order of print."""
        found = (each for each in self.known.values() if each.kind == kind)
        return sorted(found, key=printed_place)

    def objects(self, subject: str, predicate: str, kind: str = "") -> tuple[Ref, ...]:
        """Return what *subject* is related to by *predicate*, in the order of print."""
        return self.refs(
            {
                edge.object: edge.ground.effective
                for edge in self.begin.get(subject, ())
                if edge.predicate == predicate
                and (not kind or self.known[edge.object].kind == kind)
            }
        )

    def refs(self, bases: Mapping[str, str]) -> tuple[Ref, ...]:
        """Return elements with their bases in the order of print."""
        ordered = sorted(bases, key=lambda iri: printed_place(self.known[iri]))
        return tuple(Ref(iri, bases[iri]) for iri in ordered)

    def links(self, predicates: Iterable[str], subjects: Iterable[str]) -> Counter[Ground]:
        """Count the links of *predicates* that begin at *subjects* by their ground."""
        wanted = set(predicates)
        return Counter(
            ground
            for subject in dict.fromkeys(subjects)
            for edge in self.begin.get(subject, ())
            if edge.predicate in wanted
            for ground in edge.grounds
        )


def look(store: Store, known: Mapping[str, Element], *, office: bool) -> View:
    """Return the view that *store* is, ready to make tables of."""
    found = edges_of(store, known)
    begin: dict[str, list[Edge]] = defaultdict(list)
    end: dict[str, list[Edge]] = defaultdict(list)
    for edge in found:
        begin[edge.subject].append(edge)
        end[edge.object].append(edge)
    return View(store, known, tuple(found), begin, end, office)


def open_visions(view: View) -> tuple[tuple[str, int], ...]:
    """Return the visions that no document leads an action to, and how many estimates do."""
    grounds = {
        vision.iri: [
            edge.ground.effective
            for edge in view.end.get(vision.iri, ())
            if edge.predicate == PG.serves and view.known[edge.subject].kind == PG.Action
        ]
        for vision in view.of_kind(PG.Vision)
    }
    return tuple(
        (vision, found.count(PG.Estimated))
        for vision, found in grounds.items()
        if not {PG.Stated, PG.Matched} & set(found)
    )


def strongest_refs(view: View, refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Return each element once, on the strongest of its bases, in the order of print."""
    bases: dict[str, str] = {}
    for ref in refs:
        bases[ref.iri] = max(bases.get(ref.iri, ref.basis), ref.basis, key=STRENGTH.__getitem__)
    return view.refs(bases)
