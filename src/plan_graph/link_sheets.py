"""Links as a workbook that people correct: what its columns are called, and its sheets."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from plan_graph.answers import Page, counts_text, footer, sdgs_banner
from plan_graph.elements import cell_of
from plan_graph.graph import Node, nodes, one
from plan_graph.graph.turtle import natural_key
from plan_graph.lookup import Element
from plan_graph.messages import BASES, KINDS, pick, place, text
from plan_graph.reasons import Ground
from plan_graph.vocab import DCTERMS, PG, RDF, SDGO
from plan_graph.workbook import Notes, Sheet

#: Columns of the sheet, from left to right; their heads are `links-…` in the catalogue.
COLUMNS: Final = (
    "kind", "number", "name", "object", "object-name", "basis", "rationale-ja", "rationale-en",
    "document", "locator", "remark", "by", "date", "delete", "key",
)  # fmt: skip
#: Relation that people correct in a workbook, to the kinds of its subjects and of its objects.
CORRECTED: Final = {
    "contributesTo": ((PG.Measure, PG.Action), (SDGO.Goal, SDGO.Target)),
}
#: Bases that a row can have, the usual one first.
WRITTEN_BASES: Final = (PG.Estimated, PG.Stated, PG.Proposed)


@dataclass(frozen=True, slots=True)
class Row:
    """A link as links.csv holds it, but for the place of the row; IRIs, or empty strings."""

    subject: str
    object: str
    basis: str
    rationale: tuple[str, str]
    by: str
    date: str
    document: str
    locator: str

    @property
    def digest(self) -> str:
        """Six hexadecimal digits that change with the row."""
        said = (self.basis, *self.rationale, self.by, self.date, self.document, self.locator)
        return hashlib.sha256("\n".join(said).encode()).hexdigest()[:6]


def key_cell(row: Row, base: str) -> str:
    """Return what stands in the grey column: the two ends, and what the row was at the export."""
    return f"{cell_of(base, row.subject)} {cell_of(base, row.object)} {row.digest}"


def link_sheets(predicate: str, page: Page, base: str) -> tuple[list[Sheet], Notes]:
    """Return the links of *predicate* that are not derived, what to choose from, and how to."""
    subjects, objects = CORRECTED[predicate]
    found = _links(page.store, PG.NS + predicate)

    def order(pair: tuple[Row, str]) -> tuple[object, ...]:
        ends = (page.known[pair[0].subject], page.known[pair[0].object])
        return tuple(_order(each, subjects + objects) for each in ends)

    known = [pair for pair in found if {pair[0].subject, pair[0].object} <= page.known.keys()]
    rows = [_cells(row, remark, page, base) for row, remark in sorted(known, key=order)]
    bases = [pick(BASES[basis], page.lang) for basis in WRITTEN_BASES]
    choices = {
        COLUMNS.index("kind"): [pick(KINDS[kind], page.lang) for kind in subjects],
        COLUMNS.index("basis"): bases,
        COLUMNS.index("delete"): [page.text("links-mark")],
    }
    heads = [page.text(f"links-{name}") for name in COLUMNS]
    sheet = Sheet(page.text("links-sheet"), heads, rows, labels=3, filled_in=True, choices=choices)
    counted = Counter(Ground(row.basis, row.basis) for row, _ in known)
    counts = counts_text(counted, page.lang)
    lines = [*sdgs_banner(page), "", *_how_to(page), "", page.text("counted", counts=counts)]
    notes = Notes(page.text("cross-notes-sheet"), [*lines, *footer(page).splitlines()])
    return [sheet, _choices(page, subjects, objects)], notes


def _how_to(page: Page) -> list[str]:
    """Return how to use the workbook, in Japanese and then in English."""
    names = {"sheet": page.text("links-sheet"), "choices": page.text("links-choices")}
    japanese, english = (text("links-notes", lang, **names).splitlines() for lang in ("ja", "en"))
    return [*japanese, "", *english]


def _order(element: Element, kinds: tuple[str, ...]) -> tuple[object, ...]:
    """Return what elements are sorted by: kind, then number."""
    number = natural_key(element.notation)
    return (kinds.index(element.kind), number, element.order, element.iri)


def _links(store: Store, predicate: str) -> list[tuple[Row, str]]:
    """Return the current links of *predicate* that are not derived, with the remarks on them."""
    quads = store.quads_for_pattern(None, NamedNode(RDF.predicate), NamedNode(predicate))
    links = nodes(
        quad for link in quads for quad in store.quads_for_pattern(link.subject, None, None)
    )
    return [
        (_row(node), "\n".join(sorted(term.value for term in node.get(PG.remark, ()))))
        for node in links.values()
        if one(node, PG.basis) != PG.Derived and PG.current not in node
    ]


def _row(node: Node) -> Row:
    reasons = {
        term.language: term.value
        for term in node.get(PG.rationale, ())
        if isinstance(term, Literal)
    }
    return Row(
        one(node, RDF.subject),
        one(node, RDF.object),
        one(node, PG.basis),
        (reasons.get("ja", ""), reasons.get("en", "")),
        one(node, PG.by),
        one(node, DCTERMS.date),
        one(node, DCTERMS.source),
        one(node, PG.locator),
    )


def _cells(row: Row, remark: str, page: Page, base: str) -> list[str]:
    subject, obj = page.known[row.subject], page.known[row.object]
    return [
        pick(KINDS[subject.kind], page.lang),
        subject.notation,
        subject.label(page.lang),
        obj.notation,
        obj.label(page.lang),
        pick(BASES[row.basis], page.lang),
        *row.rationale,
        page.names([row.document]) if row.document else "",
        place(row.locator, page.lang) if row.locator else "",
        remark,
        row.by,
        row.date,
        "",
        key_cell(row, base),
    ]


def _choices(page: Page, subjects: tuple[str, ...], objects: tuple[str, ...]) -> Sheet:
    """Return all goals and targets, all elements that can be linked, and the documents."""
    kinds = (*objects, *subjects, PG.SourceDocument)
    listed = sorted(
        (each for each in page.known.values() if each.kind in kinds),
        key=lambda each: _order(each, kinds),
    )
    rows = [
        [pick(KINDS[each.kind], page.lang), each.notation, each.label(page.lang)] for each in listed
    ]
    heads = [page.text(f"links-{name}") for name in ("kind", "number", "name")]
    return Sheet(page.text("links-choices"), heads, rows, labels=2)
