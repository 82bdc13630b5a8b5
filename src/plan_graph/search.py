"""Elements by what they are called: name, wording, short label, reading, English or number."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Store

from plan_graph.errors import PlanGraphError
from plan_graph.graph import select
from plan_graph.graph.turtle import natural_key
from plan_graph.japanese import folded, folded_words
from plan_graph.lookup import Element
from plan_graph.messages import KINDS, fault
from plan_graph.vocab import PG, SKOS

_LABELS = f"""
SELECT DISTINCT ?element ?where ?text
WHERE {{
  {{ ?element <{PG.name}> ?text BIND("name" AS ?where) }}
  UNION {{ ?wording <{PG.ofElement}> ?element ; <{PG.text}> ?text BIND("wording" AS ?where) }}
  UNION {{ ?element <{SKOS.altLabel}> ?text BIND("wording" AS ?where) }}
  UNION {{ ?element <{PG.shortLabel}> ?text BIND("short" AS ?where) }}
  UNION {{ ?element <{PG.reading}> ?text BIND("reading" AS ?where) }}
  UNION {{
    ?element <{SKOS.prefLabel}> ?text BIND("english" AS ?where) FILTER(LANG(?text) = "en")
  }}
  UNION {{
    ?element <{SKOS.notation}>|<{PG.printedNotation}> ?text BIND("notation" AS ?where)
  }}
  UNION {{
    ?reading a <{PG.Numbering}> ; <{PG.ofElement}> ?element ; <{SKOS.notation}> ?text
    BIND("estimated" AS ?where)
  }}
}}
"""
#: Where a word of an element stands; of two that fit equally well the first is told.
WHERE = ("name", "wording", "short", "reading", "english", "notation", "estimated")
#: How well a word fits: it is the whole, its beginning, the beginning of a word in it, or a part.
EXACT, PREFIX, WORD, PART, NEAR = range(5)
#: How many signs may differ for 「もしかして」, and how many names are told.
_MOST_EDITS = 3
_NEAREST = 3
_ALIKE = str.maketrans("ぢづ", "じず")


@dataclass(frozen=True, slots=True)
class Hit:
    """An element that fits: which of its words, where that word stands, and how well it fits."""

    element: Element
    text: str
    where: str
    rank: int

    @property
    def order(self) -> tuple[object, ...]:
        """What to sort by: the best first, then as elements stand in lists."""
        kinds, element = list(KINDS), self.element
        kind = kinds.index(element.kind) if element.kind in kinds else len(kinds)
        if element.kind == PG.SourceDocument:  # what a document tells of comes before it
            kind = len(kinds)
        number = natural_key(element.notation)
        return (self.rank, kind, element.place, number, natural_key(element.iri))


@dataclass(frozen=True, slots=True)
class Found:
    """What was searched for, what fits or else comes near, and how many elements were searched."""

    text: str
    hits: tuple[Hit, ...]
    near: tuple[Hit, ...]
    elements: int
    readings: int


@dataclass(frozen=True, slots=True)
class _Label:
    element: Element
    where: str
    text: str
    folded: str
    starts: frozenset[int]


def find(store: Store, known: Mapping[str, Element], text: str) -> Found:
    """Search the elements that are called *text*, wholly or in part; the best come first.

    Widths, kana and capitals do not matter. Several words that stand nowhere together are
    looked for one by one. Raises PlanGraphError when *text* is empty.
    """
    if not folded(text):
        raise PlanGraphError([fault("TEXT", "no-search")])
    labels = list(_labels(store, known))
    best = _best(labels, folded(text)) or _all_words(labels, text)
    return Found(
        text,
        tuple(sorted(best.values(), key=lambda hit: hit.order)),
        () if best else tuple(_nearest(labels, folded(text))),
        len({label.element.iri for label in labels}),
        len({label.element.iri for label in labels if label.where == "reading"}),
    )


def _labels(store: Store, known: Mapping[str, Element]) -> Iterator[_Label]:
    for row in select(store, _LABELS):
        iri, where, text = (term.value for term in row)
        if iri in known:
            yield _Label(known[iri], where, text, *folded_words(text))


def _best(labels: list[_Label], wanted: str) -> dict[str, Hit]:
    """Return by element the word of it that *wanted* fits best."""
    best: dict[str, Hit] = {}
    for label in labels:
        rank = _rank(label, wanted)
        if rank is None:
            continue
        hit = Hit(label.element, label.text, label.where, rank)
        known = best.get(label.element.iri)
        if not known or _precedence(hit) < _precedence(known):
            best[label.element.iri] = hit
    return best


def _precedence(hit: Hit) -> tuple[int, int, str]:
    return (hit.rank, WHERE.index(hit.where), hit.text)


def _rank(label: _Label, wanted: str) -> int | None:
    """Say how well *wanted* fits; a number fits whole numbers only, so 24 is not in 2024."""
    if label.folded == wanted:
        return EXACT
    ranks = []
    at = label.folded.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not (
            _inside_number(label.folded[at - 1 : at + 1])
            or _inside_number(label.folded[end - 1 : end + 1])
        ):
            ranks.append(PREFIX if at == 0 else WORD if at in label.starts else PART)
        at = label.folded.find(wanted, at + 1)
    return min(ranks, default=None)


def _inside_number(pair: str) -> bool:
    return len(pair) > 1 and pair.isdigit()


def _all_words(labels: list[_Label], text: str) -> dict[str, Hit]:
    """Return the elements that every word of *text* fits, with their least fitting word."""
    words = [word for word in map(folded, text.split()) if word]
    if len(words) < 2:  # noqa: PLR2004 - one word has been looked for already
        return {}
    found = [_best(labels, word) for word in words]
    return {
        iri: max((hits[iri] for hits in found), key=_precedence)
        for iri in found[0]
        if all(iri in hits for hits in found)
    }


def _nearest(labels: list[_Label], wanted: str) -> list[Hit]:
    """Return what *wanted* may have been meant for: names that are a few signs from having it."""
    pattern = _unvoiced(wanted)
    # Two letters tell less than two kana or kanji.
    most = min(len(pattern) // (4 if pattern.isascii() else 3), _MOST_EDITS)
    near: dict[str, tuple[int, Hit]] = {}
    for label in labels:
        unvoiced = _unvoiced(label.folded)
        if len(pattern) - len(unvoiced) > most:  # so many signs at least must go
            continue
        edits = _edits(pattern, unvoiced)
        known = near.get(label.element.iri)
        if edits <= most and (not known or edits < known[0]):
            near[label.element.iri] = (edits, Hit(label.element, label.text, label.where, NEAR))
    fewest = min((edits for edits, _ in near.values()), default=0)
    best = sorted(
        (hit for edits, hit in near.values() if edits == fewest), key=lambda hit: hit.order
    )
    return best[:_NEAREST]


def _unvoiced(text: str) -> str:
    """Return *text* without what people mix up: づ and ず, か and が, は and ば and ぱ."""
    marked = unicodedata.normalize("NFD", text.translate(_ALIKE))
    return "".join(sign for sign in marked if not unicodedata.combining(sign))


def _edits(pattern: str, text: str) -> int:
    """Return how many signs of *pattern* must change for it to be a part of *text* (Sellers)."""
    row = [0] * (len(text) + 1)
    for at, sign in enumerate(pattern, start=1):
        above, row = row, [at]
        for left, other in enumerate(text):
            changed = above[left] + (sign != other)
            row.append(min(changed, above[left + 1] + 1, row[left] + 1))
    return min(row)
