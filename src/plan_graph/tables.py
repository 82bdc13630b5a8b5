"""Rows to a table on the terminal, to CSV that Excel opens rightly, or to JSON."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

Rows = Sequence[Sequence[str]]

_FORMULA = "=+-@\t\r"
_NARROWEST = 8
_NUMBER = re.compile(r"[+-]?\d[\d,.]*%?")


@dataclass(frozen=True, slots=True)
class Screen:
    """What a text is shown on: its columns (0: no limit), and those of an ambiguous sign."""

    columns: int = 0
    ambiguous: int = 1

    def width(self, text: str) -> int:
        """Return the columns that *text* takes.

        >>> Screen().width("取組24")
        6
        """
        wide = {"W": 2, "F": 2, "A": self.ambiguous}
        return sum(
            0 if unicodedata.combining(sign) else wide.get(unicodedata.east_asian_width(sign), 1)
            for sign in text
        )

    def folded(self, text: str, columns: int) -> list[str]:
        """Cut *text* into lines of at most *columns*.

        >>> Screen().folded("森林の保全・活用", 8)
        ['森林の保', '全・活用']
        """
        lines = [""]
        for sign in text:
            if lines[-1] and self.width(lines[-1] + sign) > columns:
                lines.append("")
            lines[-1] += sign
        return lines


def terminal(head: Sequence[str], rows: Rows, screen: Screen, *, indent: str = "") -> str:
    """Return *rows* in columns, aligned by what Japanese signs take; wide columns are folded."""
    columns = list(zip(head, *rows, strict=True))
    widths = [max(map(screen.width, column)) for column in columns]
    room = screen.columns - len(indent) - 2 * (len(widths) - 1)
    while screen.columns and sum(widths) > room and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
    rule = ["-" * each for each in widths]
    lines = []
    for row in (head, rule, *rows):
        cells = [screen.folded(cell, each) for cell, each in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            padded = (
                part + " " * (each - screen.width(part))
                for part, each in zip(parts, widths, strict=True)
            )
            lines.append((indent + "  ".join(padded)).rstrip())
    return "\n".join(lines)


def guarded(cell: str) -> str:
    """Return *cell* so that no spreadsheet takes it for a formula.

    >>> guarded("=1+1"), guarded("-"), guarded("-3.5")
    ("'=1+1", '-', '-3.5')
    """
    formula = len(cell) > 1 and cell[0] in _FORMULA and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if formula else cell


def csv_text(head: Sequence[str], rows: Rows) -> str:
    """Return *rows* as CSV (RFC 4180), with no cell that a spreadsheet takes for a formula."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue()


def json_text(content: object) -> str:
    """Return *content* as JSON, readable and with Japanese as it is."""
    import json

    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def joined(parts: Iterable[str], lang: str) -> str:
    """Join *parts* as a list is written in *lang*."""
    return (", " if lang == "en" else "、").join(parts)
