"""Answers as people read them: `serves` and `explain` as text, and `serves` as rows."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar, cast

from pyoxigraph import NamedNode, Quad, Store

from plan_graph.graph import literal
from plan_graph.japanese import era_year
from plan_graph.lookup import Element
from plan_graph.messages import (
    BASES,
    CONFIRMATIONS,
    RELATION_SENTENCES,
    pick,
    place,
    text,
)
from plan_graph.reasons import Ground, Serving, Step, VisionAnswer, Way
from plan_graph.tables import Screen, joined, terminal
from plan_graph.vocab import AUDIENCES, DCTERMS, PG, RDF, SKOS, STRENGTH, WEB_PAGE

Kept = TypeVar("Kept")
_HEAD = ("action-number", "short", "action", "measure", "departments", "basis", "way")


@cache
def basis_text(ground: Ground, lang: str) -> str:
    """Tell a ground: its badge, and for a derived link what it rests on."""
    basis = pick(BASES[ground.basis], lang)
    if ground.basis != PG.Derived:
        return basis
    return text("rests", lang, basis=basis, rests=pick(BASES[ground.effective], lang))


@dataclass(frozen=True, slots=True)
class Page:
    """What an answer is told on: the view it was asked of, its elements, language and screen."""

    store: Store
    known: Mapping[str, Element]
    weakest: str
    lang: str
    screen: Screen = field(default_factory=Screen)
    #: documents that are cited by number, which the footer explains
    cited: Mapping[str, int] = field(default_factory=dict)
    #: one of `AUDIENCES`
    audience: str = AUDIENCES[0]
    #: what was worked out of the view; pages that differ in language or citations share it
    _kept: dict[Hashable, object] = field(default_factory=dict, repr=False, compare=False)

    def keep(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """Return what *make* makes of the view, made once for each *key*: a view never changes."""
        if key not in self._kept:
            self._kept[key] = make()
        return cast("Kept", self._kept[key])

    def of_kind(self, kind: str) -> list[str]:
        """Return the elements of a kind in the order of their IRIs."""
        return self.keep("kinds", self._by_kind).get(kind, [])

    def _by_kind(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for iri, element in sorted(self.known.items()):
            found.setdefault(element.kind, []).append(iri)
        return found

    @property
    def for_office(self) -> bool:
        """Whether people of the office read it, who may see statuses by department."""
        return self.audience == AUDIENCES[1]

    def text(self, key: str, /, **values: object) -> str:
        """Return a text of the catalogue in the language of the page."""
        return text(key, self.lang, **values)

    def names(self, iris: Iterable[str]) -> str:
        """Return the names of elements as a list."""
        return joined((self.known[iri].label(self.lang) for iri in iris), self.lang)

    def title(self, document: str) -> str:
        """Return how a document is cited: by its number if it has one here, or by its name."""
        number = self.cited.get(document)
        if number:
            return self.text("cited", number=number)
        return self.names([document]) if document in self.known else document

    def label(self, iri: str) -> str:
        """Return the label of anything that has one, such as a rule; else an empty string."""
        return literal(self.store, iri, SKOS.prefLabel, self.lang)


def serves_text(answers: list[VisionAnswer], page: Page) -> str:
    """Tell the answers vision by vision, each with what was counted, and the sources below."""
    parts = [_vision_text(answer, page) for answer in answers]
    return "\n\n".join([*parts, f"{footer(page)}\n{page.text('pairs-counted')}"])


def _vision_text(answer: VisionAnswer, page: Page) -> str:
    vision = answer.vision
    above, below = serves_notes(answer, page)
    lines = [f"{vision.mark} {vision.label(page.lang)}", *(f"  {line}" for line in above)]
    if answer.actions:
        rows = [_row(action, page) for action in answer.actions]
        lines.append(terminal(serves_head(page), rows, page.screen, indent="  "))
    return "\n".join([*lines, *(f"  {line}" for line in below)])


def serves_notes(answer: VisionAnswer, page: Page) -> tuple[list[str], list[str]]:
    """Return what is said above the actions of a vision, and below them."""
    above, below = [], []
    estimated = [each for each in answer.actions if each.ground.effective == PG.Estimated]
    if len(estimated) == len(answer.actions):
        # What only estimates say, no document says.
        looked = STRENGTH[page.weakest] <= STRENGTH[PG.Estimated]
        key = "no-actions" if looked else "no-actions-in-view"
        above.append(page.text(key, count=len(estimated)))
    if answer.actions:
        through = sum(action.only_through_measure for action in answer.actions)
        above.append(page.text("action-count", count=len(answer.actions), through=through))
    if answer.outcomes:
        below.append(page.text("outcomes-are", names=page.names(answer.outcomes)))
    elif not answer.actions:
        below.append(page.text("no-outcomes"))
    below.append(page.text("counted", counts=counts_text(answer.counted, page.lang)))
    return above, below


def serves_head(page: Page) -> list[str]:
    """Return the heads of the columns in which actions are told."""
    return [page.text(name) for name in _HEAD if name != "short" or page.lang == "ja"]


def _row(action: Serving, page: Page) -> tuple[str, ...]:
    element, measure = page.known[action.action], page.known.get(action.measure)
    return (
        element.mark,
        *([action.short] if page.lang == "ja" else []),  # short labels are Japanese only
        element.label(page.lang),
        f"{measure.mark} {measure.label(page.lang)}" if measure else "",
        page.names(action.departments),
        basis_text(action.ground, page.lang),
        way_text(action, page),
    )


def way_text(action: Serving, page: Page) -> str:
    """Tell how an action leads to its vision, in every way of its ground."""

    def told(through_measure: bool, outcome: str) -> str:
        steps = [page.text("through-measure")] * through_measure
        if outcome:
            steps.append(page.text("through-outcome", outcome=page.names([outcome])))
        return " → ".join(steps) or page.text("direct")

    return (" ／ " if page.lang == "ja" else "; ").join(told(*way) for way in action.ways)


def counts_text(counted: Counter[Ground], lang: str) -> str:
    """Tell how many links of each basis were looked at, derived ones by what they rest on."""
    parts = []
    for basis, names in BASES.items():
        grounds = {ground: n for ground, n in counted.items() if ground.basis == basis}
        total = sum(grounds.values())
        if total and basis == PG.Derived:
            by = [
                text("counted-by", lang, basis=pick(BASES[ground.effective], lang), count=n)
                for ground, n in sorted(grounds.items(), key=lambda pair: pair[0].strength)
            ]
            parts.append(text("counted-derived", lang, count=total, by=joined(by, lang)))
        elif total:
            parts.append(f"{pick(names, lang)} {total}")
    return joined(parts, lang) or text("none-counted", lang)


def footer(page: Page) -> str:
    """Tell what the answer was made from: city, documents, edition, and the view."""

    def listed(document: str) -> str:
        number, name = page.cited.get(document), page.names([document])
        return page.text("cited-as", number=number, title=name) if number else name

    def newest() -> int:
        years = (literal(page.store, each, PG.year) for each in documents)
        return max((int(each or 0) for each in years), default=0)

    documents = page.of_kind(PG.SourceDocument)
    year = page.keep("newest document", newest)
    separator = "; " if page.lang == "en" else "／"
    # Those that the answer does not cite are only counted.
    uncited = web_pages(page) - page.cited.keys()
    titles = separator.join(listed(each) for each in documents if each not in uncited)
    if uncited:
        titles += separator + page.text("other-pages", count=len(uncited))
    basis = pick(BASES[page.weakest], page.lang)
    return "\n".join(
        [
            page.text("sources", city=page.names(page.of_kind(PG.Municipality)), documents=titles),
            page.text("edition", era=era_year(year), year=year, basis=basis),
        ]
    )


def web_pages(page: Page) -> frozenset[str]:
    """Return the documents that are web pages: they are many and short."""

    def typed() -> frozenset[str]:
        documents = page.of_kind(PG.SourceDocument)
        return frozenset(
            each for each in documents if literal(page.store, each, DCTERMS.type) == WEB_PAGE
        )

    return page.keep("web pages", typed)


def sdgs_banner(page: Page) -> list[str]:
    """Return the banner for an answer that tells of the SDGs, until a document states a link.

    Every output that shows links to them, or counts these, begins with it.
    """

    def stated() -> bool:
        statements = (NamedNode(RDF.predicate), NamedNode(PG.contributesTo))
        return any(
            Quad(quad.subject, NamedNode(PG.basis), NamedNode(PG.Stated)) in page.store
            for quad in page.store.quads_for_pattern(None, *statements)
        )

    return [] if page.keep("sdgs stated", stated) else [page.text("sdgs-note")]


def serves_rows(answers: list[VisionAnswer], page: Page) -> tuple[list[str], list[list[str]]]:
    """Return the answers as one table: a vision's number and name before each of its actions."""
    head = [page.text("vision"), *serves_head(page)]
    rows = [
        [f"{answer.vision.mark} {answer.vision.label(page.lang)}", *_row(action, page)]
        for answer in answers
        for action in answer.actions
    ]
    return head, rows


def serves_json(answers: list[VisionAnswer], page: Page) -> dict[str, object]:
    """Return the answers as plain data, named by the terms of the ontology."""

    def plain(iri: str) -> dict[str, str]:
        element = page.known[iri]
        return {"id": iri, "notation": element.notation, "name": element.label(page.lang)}

    def ground(each: Ground) -> dict[str, str]:
        local = (each.basis.removeprefix(PG.NS), each.effective.removeprefix(PG.NS))
        return {"basis": local[0], "effectiveBasis": local[1]}

    def serving(action: Serving) -> dict[str, object]:
        return {
            **plain(action.action),
            "shortLabel": action.short,
            "measure": plain(action.measure) if action.measure else None,
            "departments": [plain(iri) for iri in action.departments],
            **ground(action.ground),
            "throughMeasure": action.only_through_measure,
            "outcomes": [plain(iri) for iri in action.outcomes],
        }

    return {
        "weakestBasis": page.weakest.removeprefix(PG.NS),
        "visions": [
            {
                **plain(answer.vision.iri),
                "outcomes": [plain(iri) for iri in answer.outcomes],
                "linksCounted": [
                    {**ground(each), "count": answer.counted[each]}
                    for each in sorted(answer.counted, key=lambda each: each.strength)
                ],
                "actions": [serving(action) for action in answer.actions],
            }
            for answer in answers
        ],
    }


# --- explain --------------------------------------------------------------------------------


def explain_text(ways: list[Way], ends: tuple[Element, Element], page: Page) -> str:
    """Tell every way between two elements, each step with its ground, document and place."""
    a, b = (end.named(page.lang) for end in ends)
    if not ways:
        return page.text("no-way", a=a, b=b, basis=pick(BASES[page.weakest], page.lang))
    steps = [step for way in ways for step in (way.link, *way.steps)]
    sdgs = any(step.predicate == PG.contributesTo for step in steps)
    lines = [*(sdgs_banner(page) if sdgs else []), page.text("ways", a=a, b=b, count=len(ways))]
    for number, way in enumerate(ways, start=1):
        lines += ["", page.text("way-number", number=number, sentence=sentence(way.link, page))]
        lines += [f"    {line}" for line in backing(way.link, page)]
        for at, step in enumerate(way.steps, start=1):
            lines.append(f"  {at}. {sentence(step, page)}")
            lines += [f"     {line}" for line in backing(step, page)]
    counts = counts_text(Counter(way.link.ground for way in ways), page.lang)
    return "\n".join([*lines, "", page.text("counted", counts=counts), footer(page)])


def sentence(step: Step, page: Page) -> str:
    """Say what a link says, without the full stop."""
    ends = (page.known[iri].named(page.lang) for iri in (step.subject, step.object))
    subject, obj = ends
    return pick(RELATION_SENTENCES[step.predicate], page.lang).format(s=subject, o=obj)


def backing(step: Step, page: Page) -> list[str]:
    """Tell why a step stands: its badge first, then documents, rule, reason, remarks."""
    reasons = [source(document, places, page) for document, places in step.sources]
    if step.as_of and reasons:
        reasons[-1] = page.text("show-as-of", value=reasons[-1], date=step.as_of)
    if step.wordings:
        quoted = [
            page.text("wording-at", text=wording, source=source(document, places, page))
            for wording, document, places in step.wordings
        ]
        reasons.append(page.text("wordings-match", first=quoted[0], second=quoted[-1]))
    if step.rule:
        reasons.append(page.text("by-rule", rule=page.label(step.rule)))
    if rationale := pick(step.rationale, page.lang):
        reasons.append(page.text("rationale", rationale=rationale, by=step.by, date=step.date))
    lines = [f"［{basis_text(step.ground, page.lang)}］{joined(reasons, page.lang)}"]
    if remark := pick(step.note, page.lang):
        lines.append(page.text("remark", note=remark))
    state, department, date, remark = step.confirmation
    if state:
        who = page.names([department]) if department else ""
        by = joined(filter(None, (who, date)), page.lang)
        told = page.text("confirmation", state=pick(CONFIRMATIONS[state], page.lang))
        if by:
            told += f" ({by})" if page.lang == "en" else f"（{by}）"
        lines.append(f"{told} {remark}".rstrip())
    return lines


def source(document: str, places: tuple[str, ...], page: Page) -> str:
    """Tell a document and the places in it."""
    told = joined((place(each, page.lang) for each in places), page.lang)
    return page.text("source", title=page.title(document), places=told)
