"""Which element a person means: by IRI, kind and printed number, name, or part of a name."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from pyoxigraph import Store

from plan_graph.errors import Fault, PlanGraphError
from plan_graph.graph import select
from plan_graph.japanese import match_name
from plan_graph.messages import KINDS, fault, pick
from plan_graph.vocab import PG, RDF, SKOS

_ELEMENTS = f"""
SELECT ?element ?kind ?name ?notation ?order ?mark ?label
WHERE {{
  ?element <{PG.name}> ?name ; <{RDF.type}> ?kind .
  OPTIONAL {{ ?element <{SKOS.notation}> ?notation }}
  OPTIONAL {{ ?element <{PG.order}> ?order }}
  OPTIONAL {{ ?element <{PG.printedNotation}> ?mark }}
  OPTIONAL {{
    ?element <{SKOS.prefLabel}>|<{SKOS.altLabel}>|<{PG.shortLabel}>|<{PG.reading}> ?label
  }}
}}
"""
_NUMBERED = re.compile(r"(?P<kind>\D+?)\s*(?P<number>[0-9][0-9-]*|[①-⑳])")


@dataclass(slots=True)
class Element:
    """An element as people see it: kind, number, name, and whatever else it is called."""

    iri: str
    kind: str
    name: str
    english: str = ""
    notation: str = ""
    order: int = 0
    marks: set[str] = field(default_factory=set)
    labels: set[str] = field(default_factory=set)

    def named(self, lang: str) -> str:
        """Return kind, number and name, such as 取組24「防災訓練の実施」."""
        kind = pick(KINDS.get(self.kind, ("", "")), lang)
        if lang == "en":
            return " ".join(filter(None, (kind, self.mark, f"“{self.label(lang)}”")))
        return f"{kind}{self.mark}「{self.name}」"

    def label(self, lang: str) -> str:
        """Return the name in *lang*; in Japanese where there is no English yet."""
        return (self.english if lang == "en" else "") or self.name

    @property
    def mark(self) -> str:
        """The number as people write it: visions circled, everything else in digits."""
        circled = [mark for mark in self.marks if mark and "①" <= mark <= "⑳"]
        return circled[0] if circled and self.kind == PG.Vision else self.notation


def elements(store: Store) -> dict[str, Element]:
    """Return every named element of *store* by its IRI."""
    found: dict[str, Element] = {}
    for row in select(store, _ELEMENTS):
        iri, kind, name, notation, order, mark, label = (term.value if term else "" for term in row)
        element = found.setdefault(
            iri, Element(iri, kind, name, notation=notation, order=int(order or 0))
        )
        if mark:
            element.marks.add(mark)
        element.labels.update(filter(None, (name, label)))
        if label and row["label"].language == "en":
            element.english = label
    return found


def find_element(
    known: dict[str, Element], text: str, *, kind: str = "", place: str = ""
) -> Element:
    """Return the one element that *text* names; of the class *kind* when a command expects one.

    Raises PlanGraphError when nothing fits (with the nearest name) or several do (with them all).
    """
    pool = [element for element in known.values() if not kind or element.kind == kind]
    found = _named(pool, text.strip())
    if len(found) == 1:
        return found[0]
    if found:
        raise PlanGraphError([_ambiguous(place, text, found)])
    raise PlanGraphError([_unknown(place, text, pool)])


def _named(pool: list[Element], text: str) -> list[Element]:
    """Return what *text* fits, by the first way of naming that fits anything."""
    if text in {element.iri for element in pool}:
        return [element for element in pool if element.iri == text]
    wanted = match_name(text)
    if found := _NUMBERED.fullmatch(text):
        kinds = _kinds(found["kind"])
        number = match_name(found["number"])
        numbered = [e for e in pool if e.kind in kinds and e.notation == number]
        if numbered:
            return numbered
    if marked := [element for element in pool if text in element.marks and not text.isascii()]:
        return marked
    if by_number := [element for element in pool if element.notation == wanted]:
        return by_number
    by_label: dict[str, list[Element]] = defaultdict(list)
    for element in pool:
        for label in {match_name(label).casefold() for label in element.labels}:
            by_label[label].append(element)
    if exact := by_label.get(wanted.casefold()):
        return exact
    parts = {
        element.iri: element
        for label, named in by_label.items()
        if wanted and wanted.casefold() in label
        for element in named
    }
    return list(parts.values())


def _kinds(word: str) -> set[str]:
    """Return the classes that *word* names, in Japanese, English or as in the ontology."""
    wanted = match_name(word).casefold()
    return {
        cls
        for cls, names in KINDS.items()
        if wanted in {match_name(name).casefold() for name in (*names, cls.split("#")[-1])}
    }


def _ambiguous(place: str, text: str, found: Iterable[Element]) -> Fault:
    kinds = list(KINDS)
    ordered = sorted(found, key=lambda e: (kinds.index(e.kind), e.order, e.iri))
    ja = "、".join(element.named("ja") for element in ordered)
    en = ", ".join(element.named("en") for element in ordered)
    return Fault(
        place,
        fault("", "ambiguous", text=text, candidates=ja).ja,
        fault("", "ambiguous", text=text, candidates=en).en,
    )


def _unknown(place: str, text: str, pool: list[Element]) -> Fault:
    labels = {match_name(label): element for element in pool for label in element.labels}
    near = difflib.get_close_matches(match_name(text), labels, n=1, cutoff=0.5)
    if not near:
        return fault(place, "no-element", text=text, near="")
    element = labels[near[0]]
    return Fault(
        place,
        fault("", "no-element", text=text, near=f"もしかして {element.named('ja')} ？ ").ja,
        fault("", "no-element", text=text, near=f"Did you mean {element.named('en')}? ").en,
    )
