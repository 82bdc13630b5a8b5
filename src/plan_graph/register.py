"""The city's register: ``city.toml``, and the keys of what has no printed number."""

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from plan_graph.elements import element_iri
from plan_graph.errors import Fault, PlanGraphError
from plan_graph.japanese import match_name
from plan_graph.messages import fault
from plan_graph.vocab import DATA_KINDS, PG


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan and its period in fiscal years, both ends included."""

    key: str
    name: str
    name_en: str
    start_year: int
    end_year: int


@dataclass(frozen=True, slots=True)
class Mandala:
    """One edition of a mandala, and the plan it belongs to."""

    key: str
    plan: str


@dataclass(frozen=True, slots=True)
class Document:
    """One source document: which importer reads it, its series, and the year it reports."""

    key: str
    kind: str
    series: str
    plan: str
    fiscal_year: int
    title: str
    title_en: str
    mandala: str = ""
    url: str = ""
    issued: str = ""


@dataclass(frozen=True, slots=True)
class Department:
    """One 部, or one 課 of it."""

    key: str
    bu: str
    ka: str
    source: str
    succeeds: str
    basis: str
    #: fiscal years from which and up to which documents know it; open where None
    first: int | None = None
    last: int | None = None

    @property
    def name(self) -> str:
        """The full name, 部 and 課."""
        return self.bu + self.ka


@dataclass(frozen=True, slots=True)
class Register:
    """All that names things: the city, its plans and documents, keys and departments."""

    folder: Path
    code: str
    name: str
    name_en: str
    base: str
    plans: tuple[Plan, ...]
    mandalas: tuple[Mandala, ...]
    documents: tuple[Document, ...]
    departments: tuple[Department, ...] = ()
    #: (class IRI, name for matching) to key
    keys: Mapping[tuple[str, str], str] = field(default_factory=dict)
    #: (class IRI, key) to the name in keys.csv
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def iri(self, cls: str, key: str) -> str:
        """Return the IRI of the element of class *cls* with *key*."""
        return element_iri(self.base, cls, key)


#: Columns of ``accepted.csv``: findings that people know of, each with the reason.
ACCEPTED = ("element", "finding", "documents", "values", "reason")
#: The kind of document that belongs to an edition of a mandala.
_DRAWN = "mandala-slides"
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_IRI = re.compile(r"https?://[^\s<>\"{}|^`\\]+")
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_Entry = TypeVar("_Entry", Plan, Mandala, Document)


def read_text(path: Path) -> str:
    """Read a text file in UTF-8; raise PlanGraphError when it cannot be read as one."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PlanGraphError(
            [fault(str(path), "unreadable-file", reason=error.strerror)]
        ) from error
    except UnicodeDecodeError as error:
        raise PlanGraphError([fault(str(path), "not-utf8", byte=error.start + 1)]) from error


def read_table(path: Path, columns: tuple[str, ...]) -> list[tuple[str, dict[str, str]]]:
    """Read a curated CSV file: the place (file and line) and the cells of each row.

    A missing file has no rows. Raises PlanGraphError for another encoding or other columns.
    """
    if not path.exists():
        return []
    reader = csv.DictReader(io.StringIO(read_text(path), newline=""), strict=True)
    rows: list[tuple[str, dict[str, str]]] = []
    faults: list[Fault] = []
    try:
        if tuple(reader.fieldnames or ()) != columns:
            found = ",".join(reader.fieldnames or ())
            faults.append(fault(str(path), "columns", expected=",".join(columns), found=found))
        else:
            for cells in reader:
                where = f"{path}:{reader.line_num}"
                if None in cells or None in cells.values():
                    faults.append(fault(where, "cells", count=len(columns)))
                elif any(cells.values()):
                    rows.append((where, {name: cell.strip() for name, cell in cells.items()}))
    except csv.Error as error:
        faults.append(fault(f"{path}:{reader.line_num}", "csv", reason=error))
    if faults:
        raise PlanGraphError(faults)
    return rows


def load_register(folder: Path) -> Register:
    """Read ``city.toml``, ``curated/keys.csv`` and ``curated/departments.csv`` under *folder*."""
    path = folder / "city.toml"
    if not path.exists():
        raise PlanGraphError([fault(str(path), "no-register")])
    try:
        content = tomllib.loads(read_text(path))
    except tomllib.TOMLDecodeError as error:
        raise PlanGraphError([fault(str(path), "toml", reason=error)]) from error
    city = content.get("city", {})
    faults = [
        fault(f"{path} [city]", "register-field", field=name)
        for name in ("code", "name", "name_en", "iri_base")
        if not isinstance(city.get(name), str)
    ]
    plans = tuple(_entries(path, content, "plans", Plan, faults))
    mandalas = tuple(_entries(path, content, "mandalas", Mandala, faults))
    documents = tuple(_entries(path, content, "documents", Document, faults))
    if faults:
        raise PlanGraphError(faults)
    register = Register(
        folder,
        city["code"],
        city["name"],
        city["name_en"],
        city["iri_base"],
        plans,
        mandalas,
        documents,
        tuple(read_departments(folder / "curated" / "departments.csv")),
    )
    if misfits := list(_misfits(path, register)):
        raise PlanGraphError(misfits)
    return _with_keys(register, folder / "curated" / "keys.csv")


def _entries(
    path: Path, content: dict[str, Any], table: str, cls: type[_Entry], faults: list[Fault]
) -> Iterator[_Entry]:
    for number, entry in enumerate(content.get(table, []), start=1):
        where = f"{path} [[{table}]] {number}"
        try:
            made = cls(**entry)
        except TypeError as error:
            reason = str(error).split(".__init__() ")[-1]
            faults.append(fault(where, "register-entry", reason=reason))
            continue
        wrong = [
            f"{each.name}: {'integer' if each.type is int else 'string'}"
            for each in fields(cls)
            if (each.type is int) != isinstance(getattr(made, each.name), int)
        ]
        if wrong:
            faults.append(fault(where, "register-entry", reason=", ".join(wrong)))
        yield made


def _misfits(path: Path, register: Register) -> Iterator[Fault]:
    """Yield where entries do not fit together, or hold what cannot be an IRI or a day."""
    if not register.base.endswith("/") or not _IRI.fullmatch(register.base):
        yield fault(f"{path} [city]", "register-base", base=register.base)
    tables: dict[str, tuple[Plan | Mandala | Document, ...]] = {
        "plans": register.plans,
        "mandalas": register.mandalas,
        "documents": register.documents,
    }
    keys = {table: [entry.key for entry in entries] for table, entries in tables.items()}
    for table, entries in tables.items():
        for number, entry in enumerate(entries, start=1):
            where = f"{path} [[{table}]] {number}"
            if not _KEY.fullmatch(entry.key):
                yield fault(where, "bad-key", key=entry.key)
            if entry.key in keys[table][: number - 1]:
                yield fault(where, "register-twice", key=entry.key)
            if not isinstance(entry, Plan) and entry.plan not in keys["plans"]:
                yield fault(where, "register-unknown", field="plan", key=entry.plan)
            if isinstance(entry, Document):
                yield from _document_misfits(where, entry, keys["mandalas"])


def _document_misfits(where: str, document: Document, mandalas: list[str]) -> Iterator[Fault]:
    needed = document.kind == _DRAWN or document.mandala
    if needed and document.mandala not in mandalas:
        yield fault(where, "register-unknown", field="mandala", key=document.mandala)
    if document.url and not _IRI.fullmatch(document.url):
        yield fault(where, "register-iri", field="url", value=document.url)
    if document.issued and not _DAY.fullmatch(document.issued):
        yield fault(where, "bad-cell", field="issued", value=document.issued, known="YYYY-MM-DD")


def read_departments(path: Path) -> Iterator[Department]:
    """Read ``departments.csv`` at *path*."""
    columns = ("key", "bu", "ka", "from", "to", "source", "succeeds", "basis")
    faults = []
    for where, row in read_table(path, columns):
        for name in ("from", "to"):
            if row[name] and not re.fullmatch(r"\d{4}", row[name], re.ASCII):
                faults.append(fault(where, "bad-cell", field=name, value=row[name], known="YYYY"))
                row[name] = ""
        yield Department(
            row["key"],
            row["bu"],
            row["ka"],
            row["source"],
            row["succeeds"],
            row["basis"],
            int(row["from"]) if row["from"] else None,
            int(row["to"]) if row["to"] else None,
        )
    if faults:
        raise PlanGraphError(faults)


def _with_keys(register: Register, path: Path) -> Register:
    keys: dict[tuple[str, str], str] = {}
    names: dict[tuple[str, str], str] = {}
    faults: list[Fault] = []
    for where, row in read_table(path, ("kind", "name", "key")):
        cls = PG.NS + row["kind"]
        if cls not in DATA_KINDS:
            faults.append(fault(where, "unknown-kind", kind=row["kind"]))
        elif not _KEY.fullmatch(row["key"]):
            faults.append(fault(where, "bad-key", key=row["key"]))
        elif keys.setdefault((cls, match_name(row["name"])), row["key"]) != row["key"]:
            faults.append(fault(where, "second-key", name=row["name"]))
        else:
            names.setdefault((cls, row["key"]), row["name"])
    if faults:
        raise PlanGraphError(faults)
    return replace(register, keys=keys, names=names)
