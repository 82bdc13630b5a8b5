"""Elements and their names, out of all the wordings that documents print of them."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from plan_graph.elements import Record, day, described, key_of, node, said, text, whole
from plan_graph.elements import Wording as WordingRecord
from plan_graph.errors import Fault, PlanGraphError
from plan_graph.graph.store import Node, load_store, nodes, one
from plan_graph.japanese import match_name
from plan_graph.messages import KINDS, fault
from plan_graph.register import ACCEPTED, Document, Register, read_table
from plan_graph.vocab import DCTERMS, PG, RDF, SKOS

#: What ``accepted.csv`` calls an element that a build may drop.
IRI_GONE = "iri-gone"
#: Kinds of documents by their say in the name of an element, the strongest first.
_SAY = ("action-plan", "basic-plan", "progress-sheets", "mandala-slides", "policy-list")


def wordings(nodes: dict[str, Node], register: Register) -> dict[str, list[Node]]:
    """Return the wordings of each element, the one that names it first.

    The order: plan, progress sheet, mandala, list, web page; then the newest document, the
    commonest print, and the smallest text. A theme is called what its newest document calls it:
    it stays the same theme when it is renamed. A department is
    called by its full name where a document prints it, since a 課 alone may be that of another 部.
    """
    documents = {register.iri(PG.SourceDocument, entry.key): entry for entry in register.documents}
    full = {
        register.iri(PG.Department, entry.key): match_name(entry.name)
        for entry in register.departments
    }

    def rank(wording: Node) -> tuple[bool, int, int, int, str]:
        name, said = one(wording, PG.matchName), full.get(one(wording, PG.ofElement))
        document = documents.get(one(wording, DCTERMS.source))
        say = _SAY.index(document.kind) if document and document.kind in _SAY else len(_SAY)
        year = document.fiscal_year if document else 0
        part = said is not None and name != said
        if one(wording, PG.ofKind) == PG.Theme:
            return (part, 0, -year, say, one(wording, PG.text))
        return (part, say, -year, -len(wording[PG.locator]), one(wording, PG.text))

    found: dict[str, list[Node]] = defaultdict(list)
    for each in nodes.values():
        if one(each, RDF.type) == PG.Wording:
            found[one(each, PG.ofElement)].append(each)
    return {element: sorted(printed, key=rank) for element, printed in found.items()}


def unworded(register: Register) -> dict[str, tuple[str, str, str]]:
    """Return what the register names: IRI to class, Japanese and English name."""
    found = {
        register.iri(PG.Municipality, register.code): (
            PG.Municipality,
            register.name,
            register.name_en,
        )
    }
    for plan in register.plans:
        found[register.iri(PG.Plan, plan.key)] = (PG.Plan, plan.name, plan.name_en)
    for document in register.documents:
        iri = register.iri(PG.SourceDocument, document.key)
        found[iri] = (PG.SourceDocument, document.title, document.title_en)
    for department in register.departments:
        iri = register.iri(PG.Department, department.key)
        found[iri] = (PG.Department, department.name, "")
    for (cls, key), name in register.names.items():
        found[register.iri(cls, key)] = (cls, name, "")
    return found


def element_triples(
    worded: dict[str, list[Node]], register: Register, referenced: Iterable[str]
) -> Iterator[Triple]:
    """Yield kind, names, notation and order of every element that is printed or referenced.

    What ``keys.csv`` names but nothing prints or refers to is no element of the graph.
    """
    for iri, printed in worded.items():
        yield from _worded(iri, printed)
    always = {PG.Municipality, PG.Plan, PG.SourceDocument}
    wanted = set(referenced)
    for iri, (cls, name, english) in unworded(register).items():
        if iri in worded:
            yield from described(NamedNode(iri), [(SKOS.prefLabel, said(english, "en"))])
        elif cls in always or iri in wanted:
            yield from described(
                NamedNode(iri),
                [
                    (RDF.type, node(cls)),
                    (PG.name, text(name)),
                    (SKOS.prefLabel, said(name, "ja")),
                    (SKOS.prefLabel, said(english, "en")),
                ],
            )


def _worded(iri: str, printed: list[Node]) -> Iterator[Triple]:
    names = list(dict.fromkeys(_name(wording) for wording in printed))
    numbered = next((wording for wording in printed if PG.order in wording), {})
    notation = next((wording for wording in printed if SKOS.notation in wording), {})
    order = one(numbered, PG.order)
    year = next((one(wording, PG.year) for wording in printed if PG.year in wording), "")
    marks = sorted({term.value for each in printed for term in each.get(PG.printedNotation, ())})
    yield from described(
        NamedNode(iri),
        [
            (RDF.type, node(one(printed[0], PG.ofKind))),
            (PG.name, text(names[0])),
            (SKOS.prefLabel, said(names[0], "ja")),
            *((SKOS.altLabel, said(name, "ja")) for name in names[1:]),
            (SKOS.notation, text(one(notation, SKOS.notation))),
            *((PG.printedNotation, text(mark)) for mark in marks),
            (PG.order, whole(int(order)) if order else None),
            (PG.year, whole(int(year)) if year else None),
        ],
    )


def _name(wording: Node) -> str:
    return one(wording, PG.corrected) or one(wording, PG.text)


def register_triples(register: Register) -> Iterator[Triple]:
    """Yield what the register says of city, plans, editions and documents beside their names."""
    city = NamedNode(register.iri(PG.Municipality, register.code))
    yield from described(city, [(DCTERMS.identifier, text(register.code))])
    for plan in register.plans:
        yield from described(
            NamedNode(register.iri(PG.Plan, plan.key)),
            [(PG.startYear, whole(plan.start_year)), (PG.endYear, whole(plan.end_year))],
        )
    for mandala in register.mandalas:
        yield from described(
            NamedNode(register.iri(PG.Mandala, mandala.key)),
            [(PG.mandalaOf, node(register.iri(PG.Plan, mandala.plan)))],
        )
    for document in register.documents:
        yield from described(
            NamedNode(register.iri(PG.SourceDocument, document.key)),
            [
                (DCTERMS.identifier, text(document.key)),
                (DCTERMS.type, text(document.kind)),
                (DCTERMS.isVersionOf, node(f"{register.base}series/{document.series}")),
                (PG.year, whole(document.fiscal_year)),
                (DCTERMS.issued, day(_date(document.issued))),
                (DCTERMS.source, node(document.url)),
            ],
        )


def _date(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


def earlier_elements(register: Register, document: Document) -> dict[tuple[str, str], str]:
    """Return what the other documents of the plan name: (class, name for matching) to the IRI."""
    paths = [
        register.folder / "documents" / f"{other.key}.ttl"
        for other in register.documents
        if other.plan == document.plan and other.key != document.key
    ]
    return {
        (one(node, PG.ofKind), one(node, PG.matchName)): one(node, PG.ofElement)
        for node in nodes(load_store(*(path for path in paths if path.exists()))).values()
        if one(node, RDF.type) == PG.Wording
    }


def renumbered(
    earlier: Mapping[tuple[str, str], str], records: Iterable[Record]
) -> Iterator[Fault]:
    """Yield what *earlier* documents name the same but under another number.

    A number is no name: when only the number changed, a row in ``keys.csv`` keeps the IRI.
    """
    own = [record for record in records if isinstance(record, WordingRecord)]
    here = {record.element for record in own}
    told = {}
    for record in own:
        old = earlier.get((record.kind, match_name(record.text)))
        if old and old not in here:
            kind = record.kind.removeprefix(PG.NS)
            told[record.element] = fault(
                key_of(record.element), "renumbered", name=record.text, old=key_of(old), kind=kind
            )
    yield from told.values()


def vanished(path: Path, built: Iterable[Triple], register: Register) -> list[Fault]:
    """Return the elements of the graph at *path* that *built* has lost, an IRI being for ever.

    Left out are those that ``accepted.csv`` lets go. A file that cannot be read has no elements:
    building again is how it is mended.
    """
    try:
        former = nodes(load_store(path))
    except PlanGraphError:
        return []
    now = nodes(built)
    accepted = register.folder / "curated" / "accepted.csv"
    let_go = {
        register.base + row["element"]
        for _, row in read_table(accepted, ACCEPTED)
        if row["finding"] == IRI_GONE
    }
    new = {_match(node): iri for iri, node in now.items() if PG.name in node and iri not in former}
    return [
        _lost(iri, node, new.get(_match(node), ""), register)
        for iri, node in sorted(former.items())
        if PG.name in node and iri.startswith(register.base) and iri not in {*now, *let_go}
    ]


def _match(node: Node) -> tuple[str, str]:
    return (one(node, RDF.type), match_name(one(node, PG.name)))


def _lost(iri: str, node: Node, new: str, register: Register) -> Fault:
    """Tell that the element *iri* is gone, or that *new*, of the same name, took its place."""
    element, name, cls = iri.removeprefix(register.base), one(node, PG.name), one(node, RDF.type)
    if new:
        row = f"{cls.removeprefix(PG.NS)},{name},{key_of(iri)}"
        return fault(element, "iri-moved", name=name, new=new.removeprefix(register.base), row=row)
    return fault(
        element, IRI_GONE, kind=KINDS.get(cls, ("", "")), name=name, row=f"{element},{IRI_GONE},,,"
    )
