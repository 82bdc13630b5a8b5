"""Which element a person means: by IRI, kind and printed number, name, or part of a name."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from plan_graph.errors import Fault, PlanGraphError
from plan_graph.japanese import folded, match_name
from plan_graph.messages import KINDS, did_you_mean, fault, pick
from plan_graph.messages import text as message
from plan_graph.vocab import PG, RDF, SKOS

#: Digits of any width, as in 24, 2-1, g2-1 or 11.b, or a circled number.
_NUMBER = r"g?\d[\d-]*(?:[.．][\da-d]+)?|[①-⑳]"
#: As we print an element ourselves: 施策2-1「…」, or a kind before a name: 施策 食育の推進.
_KIND_AND_NAME = (
    rf"(?P<kind>\D+?)\s*(?P<number>{_NUMBER})?\s*[「“](?P<name>.+)[」”]"
    r"|(?P<kind2>\D+?)\s+(?P<name2>\D.*)"
)
_NUMBERED = rf"(?P<kind>\D+?)\s*(?P<number>{_NUMBER})"


@dataclass(frozen=True, slots=True)
class Element:
    """An element as people see it: kind, number, name, and whatever else it is called."""

    iri: str
    kind: str
    name: str
    english: str = ""
    notation: str = ""
    #: the number that an editor reads where none is printed
    estimated: str = ""
    order: int = 0
    #: the plan that it is in, if it is in one
    plan: str = ""
    #: of a plan and of what is in it, the fiscal year in which the plan begins
    year: int = 0
    #: of a plan and of what is in it, whether the plan ended before the newest one began
    past: bool = False
    marks: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    #: `year`, where nothing else tells it from another of its kind, number and name
    edition: int = 0

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in a list of its kind: the plan that began last first, then as printed.

        What is in no plan comes before what is in one.
        """
        return (-self.year if self.plan else -MAXYEAR, self.order)

    def named(self, lang: str) -> str:
        """Return kind, number and name, such as 取組24「防災訓練の実施」."""
        kind = pick(KINDS.get(self.kind, ("", "")), lang)
        edition = message("plan-from", lang, year=self.edition) if self.edition else ""
        if lang == "en":
            return " ".join(filter(None, (kind, self.mark, f"“{self.label(lang)}”", edition)))
        return f"{kind}{self.mark}「{self.name}」{edition}"

    def label(self, lang: str) -> str:
        """Return the name in *lang*; in Japanese where there is no English yet."""
        return (self.english if lang == "en" else "") or self.name

    def dated(self, lang: str) -> str:
        """Return the name; of what is in a plan that is over, with the year of that plan."""
        name = self.label(lang)
        if not (self.past and self.plan):
            return name
        edition = message("plan-from", lang, year=self.year)
        return f"{name} {edition}" if lang == "en" else f"{name}{edition}"

    @property
    def mark(self) -> str:
        """The number as people write it: visions circled, everything else in digits."""
        circled = [mark for mark in sorted(self.marks) if mark and "①" <= mark <= "⑳"]
        return circled[0] if circled and self.kind == PG.Vision else self.notation


#: What an element is called besides its name.
_LABELS: Final = (SKOS.prefLabel, SKOS.altLabel, PG.shortLabel, PG.reading)


def elements(store: Store) -> dict[str, Element]:
    """Return every named element of *store* by its IRI.

    One look into the store's index per predicate: a query that joins them takes twice as long.
    """
    names = dict(_values(store, PG.name))
    labels = {iri: {name} for iri, name in names.items()}
    marks: dict[str, set[str]] = defaultdict(set)
    english = {}
    for predicate in (PG.name, *_LABELS):
        for iri, label in _literals(store, predicate):
            if iri in names:
                labels[iri].add(label.value)
            if label.language == "en" and predicate in _LABELS:
                english[iri] = label.value
    for iri, mark in _values(store, PG.printedNotation):
        marks[iri].add(mark)
    notations = dict(_values(store, SKOS.notation))
    orders = dict(_values(store, PG.order))
    estimated = dict(_estimated_numbers(store))
    plans = _plans(store)
    starts = {iri: int(year) for iri, year in _values(store, PG.startYear)}
    ends = {iri: int(year) for iri, year in _values(store, PG.endYear)}
    newest = max((starts[iri] for iri in starts.keys() & names.keys()), default=0)
    kinds = {iri: _kind(store, iri) for iri in names}
    alike = Counter((kinds[iri], notations.get(iri), name) for iri, name in names.items())

    def element(iri: str, name: str) -> Element:
        number, plan = estimated.get(iri, ""), plans.get(iri, "")
        year = starts.get(plan, starts.get(iri, 0))
        twin = plan and alike[kinds[iri], notations.get(iri), name] > 1
        return Element(
            iri,
            kinds[iri],
            name,
            english=english.get(iri, ""),
            notation=notations.get(iri, ""),
            estimated=number,
            order=int(orders.get(iri, number if number.isdecimal() else "0")),
            plan=plan,
            year=year,
            past=min(ends.get(iri, newest), ends.get(plan, newest)) < newest,
            marks=frozenset(marks[iri]),
            labels=frozenset(labels[iri]),
            edition=year if twin else 0,
        )

    return {iri: element(iri, name) for iri, name in names.items()}


def _kind(store: Store, iri: str) -> str:
    """Return the kind of an element: the first of its types, or an empty string."""
    types = store.quads_for_pattern(NamedNode(iri), NamedNode(RDF.type), None)
    return min(
        (quad.object.value for quad in types if isinstance(quad.object, NamedNode)), default=""
    )


def _plans(store: Store) -> dict[str, str]:
    """Return the plan that an element is in, of all that are in one."""
    return {
        quad.subject.value: quad.object.value
        for quad in store.quads_for_pattern(None, NamedNode(PG.inPlan), None)
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }


def _estimated_numbers(store: Store) -> Iterator[tuple[str, str]]:
    """Yield the elements whose number an editor reads, each with that number."""
    for quad in store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(PG.Numbering)):
        ends = store.quads_for_pattern(quad.subject, NamedNode(PG.ofElement), None)
        numbers = store.quads_for_pattern(quad.subject, NamedNode(SKOS.notation), None)
        for end, number in zip(ends, numbers, strict=False):
            if isinstance(end.object, NamedNode) and isinstance(number.object, Literal):
                yield end.object.value, number.object.value


def _literals(store: Store, predicate: str) -> Iterator[tuple[str, Literal]]:
    for quad in store.quads_for_pattern(None, NamedNode(predicate), None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            yield quad.subject.value, quad.object


def _values(store: Store, predicate: str) -> Iterator[tuple[str, str]]:
    """Yield what the literals of *predicate* say, each with the IRI of its subject."""
    return ((iri, literal.value) for iri, literal in _literals(store, predicate))


def find_element(
    known: Mapping[str, Element], text: str, *, kinds: Collection[str] = (), place: str = ""
) -> Element:
    """Return the one element that *text* names; of one of *kinds* when a command expects them.

    Raises PlanGraphError when nothing fits (with the nearest name) or several do (with them all).
    """
    pool = [element for element in known.values() if not kinds or element.kind in kinds]
    found = _named(pool, text.strip())
    if len(found) == 1:
        return found[0]
    if found:
        raise PlanGraphError([_ambiguous(place, text, found)])
    raise PlanGraphError([_unknown(place, text, pool)])


def find_all(known: Mapping[str, Element], asked: Iterable[tuple[str, str]]) -> list[Element]:
    """Return the elements that texts name, *asked* at a place each.

    Raises PlanGraphError with the faults of all.
    """
    found: list[Element] = []
    faults: list[Fault] = []
    for place, text in asked:
        try:
            found.append(find_element(known, text, place=place))
        except PlanGraphError as error:
            faults += error.faults
    if faults:
        raise PlanGraphError(faults)
    return found


def find_both(known: Mapping[str, Element], first: str, second: str) -> tuple[Element, Element]:
    """Return the two different elements that *first* and *second* name.

    Raises PlanGraphError with the faults of both, or when both are the same element.
    """
    one, other = find_all(known, (("A", first), ("B", second)))
    _differ(one, other)
    return one, other


def _differ(first: Element, second: Element) -> None:
    """Raise PlanGraphError when both are the same element."""
    if first.iri == second.iri:
        names = (first.named("ja"), first.named("en"))
        ja, en = (fault("", "same-element", name=name) for name in names)
        raise PlanGraphError([Fault("A B", ja.ja, en.en)])


def _named(pool: list[Element], text: str) -> list[Element]:
    """Return what *text* fits, by the first way of naming that fits anything."""
    ways = (
        _by_iri,
        _by_own_words,
        _by_kind_and_name,
        _by_kind_and_number,
        _by_mark,
        _by_notation,
        _by_label,
    )
    return next((found for way in ways if (found := way(pool, text))), [])


def _by_iri(pool: list[Element], text: str) -> list[Element]:
    return [element for element in pool if element.iri == text]


def _by_own_words(pool: list[Element], text: str) -> list[Element]:
    """Return what we call *text* ourselves, as when we asked which of several was meant."""
    if not text.endswith(("」", "”", ")", "）")):
        return []
    return [element for element in pool if text in (element.named("ja"), element.named("en"))]


def _by_kind_and_name(pool: list[Element], text: str) -> list[Element]:
    found = re.fullmatch(_KIND_AND_NAME, text)
    if not found:
        return []
    kinds = _kinds(found["kind"] or found["kind2"])
    of_kind = [element for element in pool if element.kind in kinds]
    named = _by_label(of_kind, found["name"] or found["name2"])
    return [element for element in named if found["number"] in {None, element.mark}]


def _by_kind_and_number(pool: list[Element], text: str) -> list[Element]:
    found = re.fullmatch(_NUMBERED, text)
    if not found:
        return []
    kinds, number = _kinds(found["kind"]), match_name(found["number"])
    return [
        element
        for element in pool
        if element.kind in kinds and number in {element.notation, element.estimated}
    ]


def _by_mark(pool: list[Element], text: str) -> list[Element]:
    return [element for element in pool if text in element.marks and not text.isascii()]


def _by_notation(pool: list[Element], text: str) -> list[Element]:
    wanted = match_name(text)
    return [element for element in pool if wanted and element.notation == wanted]


def _by_label(pool: list[Element], text: str) -> list[Element]:
    """Return what has *text* as one of its labels, or else as a part of one.

    Only where nothing has, kinds of kana and signs do not matter: it takes longer.
    """
    ways = (_labelled(pool, text, fold) for fold in (_folded, folded))
    return next((found for found in ways if found), [])


def _labelled(pool: list[Element], text: str, fold: Callable[[str], str]) -> list[Element]:
    wanted = fold(text)
    by_label: dict[str, list[Element]] = defaultdict(list)
    for element in pool:
        for label in {fold(label) for label in element.labels}:
            by_label[label].append(element)
    parts = {
        element.iri: element
        for label, named in by_label.items()
        if wanted and wanted in label
        for element in named
    }
    return by_label.get(wanted) or list(parts.values())


def _folded(text: str) -> str:
    return match_name(text).casefold()


def _kinds(word: str) -> set[str]:
    """Return the classes that *word* names, in Japanese, English or as in the ontology."""
    wanted = _folded(word)
    return {
        cls
        for cls, names in KINDS.items()
        if wanted in {_folded(name) for name in (*names, cls.split("#")[-1])}
    }


def _ambiguous(place: str, text: str, found: Iterable[Element]) -> Fault:
    kinds = list(KINDS)
    ordered = sorted(found, key=lambda e: (kinds.index(e.kind), e.place, e.iri))
    ja = "、".join(element.named("ja") for element in ordered)
    en = ", ".join(element.named("en") for element in ordered)
    return fault(place, "ambiguous", text=text, candidates=(ja, en))


def _unknown(place: str, text: str, pool: list[Element]) -> Fault:
    labels = {_folded(label): element for element in pool for label in element.labels}
    near = labels.get(near_miss(_folded(text), labels))
    names = (near.named("ja"), near.named("en")) if near else ""
    return fault(place, "no-element", text=text, near=did_you_mean(names))


def near_miss(text: str, known: Iterable[str]) -> str:
    """Return the known name that *text* was likely meant to be, or an empty string."""
    import difflib

    near = difflib.get_close_matches(text, list(known), n=1, cutoff=0.5)
    return near[0] if near else ""
