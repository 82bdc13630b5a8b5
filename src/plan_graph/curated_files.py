"""Curated files to change, record by record: what nobody changes stays byte for byte."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from plan_graph.register import read_table, read_text

#: A row by its columns.
Record = dict[str, str]
#: Subject, predicate and object, as cells say them.
Said = tuple[str, str, str]


@dataclass(slots=True)
class CuratedFile:
    """A curated file: each record with its own text."""

    path: Path
    head: str
    records: list[tuple[str, Record]]

    @property
    def text(self) -> str:
        """The file's content."""
        return self.head + "".join(raw for raw, _ in self.records)

    def put(self, at: int | None, cells: Record) -> None:
        """Write *cells* as the record *at*, or as a new one at the end."""
        out = io.StringIO()
        end = "\r\n" if self.head.endswith("\r\n") else "\n"
        csv.writer(out, lineterminator=end).writerow(cells.values())
        place = slice(len(self.records), None) if at is None else slice(at, at + 1)
        self.records[place] = [(out.getvalue(), cells)]

    def about(self, said: Said) -> list[int]:
        """Return the records that speak of a statement."""
        names = ("subject", "predicate", "object")
        return [
            at
            for at, (_, cells) in enumerate(self.records)
            if cells and tuple(cells[name] for name in names) == said
        ]


def open_curated(path: Path, columns: tuple[str, ...]) -> CuratedFile:
    """Read a curated file as records; raise PlanGraphError when its columns or cells are wrong."""
    rows = iter(read_table(path, columns))
    lines = list(io.StringIO(read_text(path) if path.exists() else "", newline=""))
    if not lines:
        return CuratedFile(path, ",".join(columns) + "\n", [])
    reader = csv.reader(lines)
    next(reader)
    start, records = reader.line_num, []
    for cells in reader:
        raw = "".join(lines[start : reader.line_num])
        start = reader.line_num
        said = next(rows)[1] if any(cells) else {}
        records.append((raw if raw.endswith("\n") else raw + "\n", said))
    return CuratedFile(path, lines[0], records)
