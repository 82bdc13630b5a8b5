"""What we say ourselves: the rows of ``data/curated`` as records, and what is wrong with them."""

import datetime as dt
import difflib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import NamedNode, Triple

from plan_graph.elements import Link, Numbering, Term, day, described, node, said, text
from plan_graph.errors import Fault
from plan_graph.messages import did_you_mean, fault
from plan_graph.register import Register, read_table
from plan_graph.vocab import DCTERMS, PG, RELATIONS, SDG, SKOS

LINKS = (
    "subject", "predicate", "object", "basis", "role", "rationale_ja", "rationale_en", "by",
    "date", "document", "locator",
)  # fmt: skip
CONFIRMATIONS = (
    "subject", "predicate", "object", "confirmation", "department", "date", "remark",
)  # fmt: skip
NUMBERS = ("element", "number", "rationale_ja", "rationale_en", "by", "date")
LABELS = ("element", "en", "short", "reading", "description_ja", "description_en")
INDICATORS = ("indicator", "better_when", "reason_ja", "reason_en")
CORRECTIONS = ("document", "locator", "field", "printed", "corrected", "reason")

_RELATIONS = {iri.removeprefix(PG.NS): iri for iri in RELATIONS}
_BASES = ("Stated", "Estimated", "Proposed")
_CONFIRMATIONS = ("Unconfirmed", "Confirmed", "Disputed", "OnHold")
#: From what says nothing to what a reader must not miss.
_CAUTION = ("Unconfirmed", "Confirmed", "OnHold", "Disputed")
_DIRECTIONS = ("Higher", "Lower")


@dataclass(frozen=True, slots=True)
class Correction:
    """A misprint or broken text: where it is printed, and what it should say."""

    where: str
    document: str
    locator: str
    field: str
    printed: str
    corrected: str
    reason: str


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What a department says of a statement: the row, the statement, and what is said."""

    where: str
    statement: tuple[str, str, str]
    pairs: tuple[tuple[str, Term | None], ...]
    #: see `caution`
    caution: tuple[int, str]


@dataclass(slots=True)
class Curated:
    """All rows that hold, the faults that stop the build, and the rows left out of it."""

    links: list[Link] = field(default_factory=list)
    numberings: list[Numbering] = field(default_factory=list)
    triples: list[Triple] = field(default_factory=list)
    confirmations: list[Confirmation] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    left_out: list[Fault] = field(default_factory=list)


def full_iri(register: Register, cell: str) -> str:
    """Return the IRI that a cell names: ``vision/2``, ``pg:Economy``, ``sdg:13`` or an IRI."""
    for prefix, namespace in (("pg:", PG.NS), ("sdg:", SDG)):
        if cell.startswith(prefix):
            return namespace + cell.removeprefix(prefix)
    return cell if cell.startswith(("http://", "https://")) else register.base + cell


def caution(row: Mapping[str, str]) -> tuple[int, str]:
    """Return what decides which of several answers to one statement the graph shows.

    That is the highest, and of two equal ones the later row: an objection is never hidden behind
    an agreement, and of two of a kind the newest counts.
    """
    state = row["confirmation"]
    return (_CAUTION.index(state) if state in _CAUTION else -1, row["date"])


def read_corrections(register: Register) -> list[Correction]:
    """Read ``corrections.csv``."""
    path = register.folder / "curated" / "corrections.csv"
    return [
        Correction(
            where,
            register.iri(PG.SourceDocument, row["document"]),
            row["locator"],
            row["field"],
            row["printed"],
            row["corrected"],
            row["reason"],
        )
        for where, row in read_table(path, CORRECTIONS)
    ]


def read_curated(register: Register, known: Collection[str]) -> Curated:
    """Read the tables of our judgements; *known* are the elements that exist."""
    curated = Curated()
    folder = register.folder / "curated"
    element = _finder(register, known, curated)
    _succession(register, folder / "departments.csv", curated)
    for where, row in read_table(folder / "links.csv", LINKS):
        _link(register, where, row, element, curated)
    for where, row in read_table(folder / "numbers.csv", NUMBERS):
        _number(where, row, element, curated)
    for where, row in read_table(folder / "confirmations.csv", CONFIRMATIONS):
        _confirmation(where, row, element, curated)
    for where, row in read_table(folder / "labels.csv", LABELS):
        _label(where, row, element, curated)
    for where, row in read_table(folder / "indicators.csv", INDICATORS):
        _indicator(where, row, element, curated)
    return curated


_Finder = Callable[[str, str], str]


def _finder(register: Register, known: Collection[str], curated: Curated) -> _Finder:
    """Return the function that turns a cell into the IRI of a known element, or reports it."""

    def find(where: str, cell: str) -> str:
        iri = full_iri(register, cell)
        if iri in known:
            return iri
        near = difflib.get_close_matches(iri, known, n=1)
        hint = near[0].removeprefix(register.base) if near else ""
        curated.left_out.append(
            fault(where, "unknown-element", element=cell, near=did_you_mean(hint))
        )
        return ""

    return find


def _one_of(where: str, row: dict[str, str], name: str, known: tuple[str, ...]) -> Iterator[Fault]:
    if row[name] not in known:
        yield fault(where, "bad-cell", field=name, value=row[name], known="、".join(known))


def _date(where: str, row: dict[str, str]) -> Iterator[Fault]:
    try:
        dt.date.fromisoformat(row["date"])
    except ValueError:
        yield fault(where, "bad-cell", field="date", value=row["date"], known="YYYY-MM-DD")


def _link_faults(register: Register, where: str, row: dict[str, str]) -> Iterator[Fault]:
    yield from _one_of(where, row, "basis", _BASES)
    yield from _one_of(where, row, "role", ("", "Lead"))
    if row["predicate"] not in _RELATIONS:
        known = "、".join(_RELATIONS)
        yield fault(where, "unknown-predicate", predicate=row["predicate"], known=known)
    if row["basis"] == "Stated":
        if not (row["document"] and row["locator"]):
            yield fault(where, "no-place")
        else:
            documents = tuple(entry.key for entry in register.documents)
            yield from _one_of(where, row, "document", documents)
        if row["date"]:
            yield from _date(where, row)
        return
    yield from _judgement_faults(where, row)


def _judgement_faults(where: str, row: dict[str, str]) -> Iterator[Fault]:
    """Yield what an estimate lacks: its reason in both languages, its date, who says so."""
    if not (row["rationale_ja"] and row["rationale_en"]):
        yield fault(where, "empty-rationale")
    yield from _date(where, row)
    if not row["by"]:
        yield fault(where, "bad-cell", field="by", value="", known="編集者の名")


def _number(where: str, row: dict[str, str], element: _Finder, curated: Curated) -> None:
    """Read a number that nothing prints; the shapes say whether it may stand."""
    faults = list(_judgement_faults(where, row))
    if not (row["number"].isascii() and row["number"].isdigit()):
        cell = {"field": "number", "value": row["number"]}
        faults.append(fault(where, "bad-cell", **cell, known="1、2、3…"))
    curated.faults += faults
    if (iri := element(where, row["element"])) and not faults:
        curated.numberings.append(
            Numbering(
                element=iri,
                number=row["number"],
                rationale=(row["rationale_ja"], row["rationale_en"]),
                by=row["by"],
                date=dt.date.fromisoformat(row["date"]),
            )
        )


def _link(
    register: Register, where: str, row: dict[str, str], element: _Finder, curated: Curated
) -> None:
    faults = list(_link_faults(register, where, row))
    curated.faults += faults
    subject, obj = element(where, row["subject"]), element(where, row["object"])
    if faults or not subject or not obj:
        return
    stated = row["basis"] == "Stated"
    link = Link(
        subject=subject,
        predicate=_RELATIONS[row["predicate"]],
        object=obj,
        basis=PG.NS + row["basis"],
        document=register.iri(PG.SourceDocument, row["document"]) if stated else "",
        locator=row["locator"] if stated else "",
        role=PG.NS + row["role"] if row["role"] else "",
        rationale=(row["rationale_ja"], row["rationale_en"]),
        by=row["by"],
        date=dt.date.fromisoformat(row["date"]) if row["date"] else None,
    )
    for other in curated.links:
        if (other.subject, other.predicate, other.object) == (subject, link.predicate, obj):
            said_first = f"{row['subject']} {row['predicate']} {row['object']}"
            curated.faults.append(fault(where, "twice", first=said_first))
            return
    curated.links.append(link)


def _succession(register: Register, path: Path, curated: Curated) -> None:
    """Read which department follows which out of the register of departments."""
    keys = {entry.key for entry in register.departments}
    for entry in register.departments:
        if not entry.succeeds:
            continue
        where = f"{path} {entry.key}"
        if entry.succeeds not in keys:
            known = "、".join(sorted(keys))
            curated.faults.append(
                fault(where, "bad-cell", field="succeeds", value=entry.succeeds, known=known)
            )
        elif entry.basis != "Stated":  # what a document does not print is a row of links.csv
            curated.faults.append(
                fault(where, "bad-cell", field="basis", value=entry.basis, known="Stated")
            )
        else:
            curated.links.append(
                Link(
                    subject=register.iri(PG.Department, entry.key),
                    predicate=PG.succeeds,
                    object=register.iri(PG.Department, entry.succeeds),
                    document=register.iri(PG.SourceDocument, entry.source),
                    locator="departments.csv",
                )
            )


def _confirmation(where: str, row: dict[str, str], element: _Finder, curated: Curated) -> None:
    faults = [*_one_of(where, row, "confirmation", _CONFIRMATIONS), *_date(where, row)]
    if row["predicate"] not in _RELATIONS:
        known = "、".join(_RELATIONS)
        faults.append(fault(where, "unknown-predicate", predicate=row["predicate"], known=known))
    curated.faults += faults
    subject, obj = element(where, row["subject"]), element(where, row["object"])
    department = element(where, row["department"]) if row["department"] else ""
    if faults or not subject or not obj:
        return
    curated.confirmations.append(
        Confirmation(
            where,
            (subject, _RELATIONS[row["predicate"]], obj),
            (
                (PG.confirmation, NamedNode(PG.NS + row["confirmation"])),
                (PG.confirmedBy, node(department)),
                (PG.confirmedOn, day(dt.date.fromisoformat(row["date"]))),
                (PG.remark, text(row["remark"])),
            ),
            caution(row),
        )
    )


def _label(where: str, row: dict[str, str], element: _Finder, curated: Curated) -> None:
    if len(row["short"]) > 8:  # noqa: PLR2004 - the picture has room for eight
        curated.faults.append(
            fault(where, "bad-cell", field="short", value=row["short"], known="8文字以内")
        )
    if iri := element(where, row["element"]):
        curated.triples += described(
            NamedNode(iri),
            [
                (SKOS.prefLabel, said(row["en"], "en")),
                (PG.shortLabel, said(row["short"], "ja")),
                (PG.reading, said(row["reading"], "ja-Hira")),
                (DCTERMS.description, said(row["description_ja"], "ja")),
                (DCTERMS.description, said(row["description_en"], "en")),
            ],
        )


def _indicator(where: str, row: dict[str, str], element: _Finder, curated: Curated) -> None:
    faults = list(_one_of(where, row, "better_when", _DIRECTIONS))
    if not row["reason_ja"] or not row["reason_en"]:
        faults.append(fault(where, "empty-rationale"))
    curated.faults += faults
    if (iri := element(where, f"indicator/{row['indicator']}")) and not faults:
        curated.triples += described(
            NamedNode(iri),
            [
                (PG.betterWhen, NamedNode(PG.NS + row["better_when"])),
                (PG.betterWhenReason, said(row["reason_ja"], "ja")),
                (PG.betterWhenReason, said(row["reason_en"], "en")),
            ],
        )
