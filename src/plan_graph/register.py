"""The city's register: ``city.toml``, and the keys of what has no printed number."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
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


_Entry = TypeVar("_Entry", Plan, Mandala, Document)


def read_table(path: Path, columns: tuple[str, ...]) -> list[tuple[str, dict[str, str]]]:
    """Read a curated CSV file: the place (file and line) and the cells of each row.

    A missing file has no rows. Raises PlanGraphError for another encoding or other columns.
    """
    if not path.exists():
        return []
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanGraphError([fault(str(path), "not-utf8", byte=error.start)]) from error
    reader = csv.DictReader(content.splitlines(), strict=True)
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
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise PlanGraphError([fault(str(path), "no-register")]) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
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
        tuple(_departments(folder / "curated" / "departments.csv")),
    )
    return _with_keys(register, folder / "curated" / "keys.csv")


def _entries(
    path: Path, content: dict[str, Any], table: str, cls: type[_Entry], faults: list[Fault]
) -> Iterator[_Entry]:
    for number, entry in enumerate(content.get(table, []), start=1):
        try:
            yield cls(**entry)
        except TypeError as error:
            reason = str(error).split(".__init__() ")[-1]
            faults.append(fault(f"{path} [[{table}]] {number}", "register-entry", reason=reason))


def _departments(path: Path) -> Iterator[Department]:
    columns = ("key", "bu", "ka", "from", "to", "source", "succeeds", "basis")
    for _, row in read_table(path, columns):
        yield Department(
            row["key"], row["bu"], row["ka"], row["source"], row["succeeds"], row["basis"]
        )


def _with_keys(register: Register, path: Path) -> Register:
    keys: dict[tuple[str, str], str] = {}
    names: dict[tuple[str, str], str] = {}
    faults: list[Fault] = []
    for where, row in read_table(path, ("kind", "name", "key")):
        cls = PG.NS + row["kind"]
        if cls not in DATA_KINDS:
            faults.append(fault(where, "unknown-kind", kind=row["kind"]))
        elif not row["key"].isascii() or not row["key"] or "/" in row["key"]:
            faults.append(fault(where, "bad-key", key=row["key"]))
        elif keys.setdefault((cls, match_name(row["name"])), row["key"]) != row["key"]:
            faults.append(fault(where, "second-key", name=row["name"]))
        else:
            names.setdefault((cls, row["key"]), row["name"])
    if faults:
        raise PlanGraphError(faults)
    return replace(register, keys=keys, names=names)
