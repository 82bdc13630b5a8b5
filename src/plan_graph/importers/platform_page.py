"""Importer ``platform-page``: the transcription of a web page of the platform, one row a statement.

Such a page is written anew each time and cannot be kept, so that a person types what it prints of
the platform into a CSV file: a kind, a number where one is printed, a name as printed, and where
the page says so the relation to another name of the page (``of``), the day of a list, the place.
The file is named after the key of its document, such as ``bay-group-2031.csv``.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from plan_graph.elements import Record
from plan_graph.errors import Fault
from plan_graph.importers.source import Reading, Source, department_records, departments
from plan_graph.japanese import match_name
from plan_graph.messages import fault
from plan_graph.register import read_table
from plan_graph.vocab import PG

COLUMNS: Final = ("kind", "number", "name", "relation", "of", "as_of", "place")
#: What a row may name. Departments are known by `departments.csv`, all others by `keys.csv`.
KINDS: Final = {
    "Theme": PG.Theme,
    "Body": PG.Body,
    "PlatformActivity": PG.PlatformActivity,
    "Actor": PG.Actor,
    "Department": PG.Department,
}
#: What a row may say of two names: relation to its kinds of subject, and its kind of object.
RELATIONS: Final = {
    "partOf": (("PlatformActivity", "Body"), "Body"),
    "memberOf": (("Actor", "Body"), "Body"),
    "inTheme": (("Body", "PlatformActivity", "Actor"), "Theme"),
    "responsible": (("Body",), "Department"),
}


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its cells, and its place in the file."""

    where: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def fault(self, column: str, key: str, **values: object) -> Fault:
        """Return a fault at a cell of the row, as file:row:column."""
        return fault(f"{self.where}:{column}", key, **values)


def read(source: Source) -> Reading:
    """Read the transcription; every fault is kept in the reading, none stops it."""
    reading = Reading()
    rows = [_Row(where, cells) for where, cells in read_table(source.path, COLUMNS)]
    reading.faults += [each for row in rows for each in _misfits(row, rows)]
    if not rows:
        reading.faults.append(fault(str(source.path), "wrong-document", kind="platform-page"))
    if reading.faults:
        return reading
    for row in rows:
        iri = _element(source, row, "name", row["kind"], reading)
        obj = ""
        if row["relation"]:
            obj = _element(source, row, "of", RELATIONS[row["relation"]][1], reading)
        if iri:
            reading.records += _named(source, row, iri)
        if iri and obj:
            as_of = dt.date.fromisoformat(row["as_of"]) if row["as_of"] else None
            predicate = PG.NS + row["relation"]
            link = source.stated(iri, predicate, obj, row["place"], as_of=as_of)
            reading.records.append(link)
    return reading


def _misfits(row: _Row, rows: list[_Row]) -> Iterator[Fault]:
    """Yield each cell of *row* that cannot be what it says."""
    for column, known in (("kind", KINDS), ("relation", ("", *RELATIONS))):
        if row[column] not in known:
            names = "、".join(filter(None, known))
            yield row.fault(column, "bad-cell", field=column, value=row[column], known=names)
    for column in ("name", "place"):
        if not row[column]:
            yield row.fault(column, "empty-cell", field=column)
    if row["number"] and not (row["number"].isascii() and row["number"].isdigit()):
        yield row.fault("number", "bad-cell", field="number", value=row["number"], known="1、2、3…")
    if bool(row["relation"]) != bool(row["of"]):
        yield row.fault("of", "half-relation")
    elif row["relation"] in RELATIONS and row["kind"] in KINDS:
        yield from _ends(row, rows)
    try:
        dt.date.fromisoformat(row["as_of"] or "2000-01-01")
    except ValueError:
        value = row["as_of"]
        yield row.fault("as_of", "bad-cell", field="as_of", value=value, known="YYYY-MM-DD")


def _ends(row: _Row, rows: list[_Row]) -> Iterator[Fault]:
    subjects, obj = RELATIONS[row["relation"]]
    if row["kind"] not in subjects:
        known = "、".join(subjects)
        yield row.fault("kind", "bad-cell", field="kind", value=row["kind"], known=known)
    wanted = match_name(row["of"])
    if not any(each["kind"] == obj and match_name(each["name"]) == wanted for each in rows):
        yield row.fault("of", "not-transcribed", kind=obj, name=row["of"])


def _element(source: Source, row: _Row, column: str, kind: str, reading: Reading) -> str:
    """Return the IRI of what the cell names, or an empty string and a fault."""
    name = row[column]
    if kind == "Department":
        found = departments(source, name) or []
        if len(found) == 1:
            return source.register.iri(PG.Department, found[0].key)
        reading.faults.append(row.fault(column, "unknown-department", name=name))
        return ""
    key = source.register.keys.get((KINDS[kind], match_name(name)))
    if key is None:
        reading.faults.append(row.fault(column, "no-key", kind=kind, name=name))
        return ""
    return source.register.iri(KINDS[kind], key)


def _named(source: Source, row: _Row, iri: str) -> Iterator[Record]:
    """Yield that the page prints the name of the row."""
    if row["kind"] == "Department":
        for entry in departments(source, row["name"]) or ():
            yield from department_records(source, entry, row["place"])
        return
    yield source.wording(
        KINDS[row["kind"]],
        iri,
        row["name"],
        row["place"],
        notation=row["number"],
        printed_notation=row["number"],
        order=int(row["number"]) if row["number"] else None,
    )
