"""Rows to a table on the terminal, to CSV that Excel opens rightly, or to JSON."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

Rows = Sequence[Sequence[str]]

#: What a spreadsheet begins a formula with, also as a Japanese one takes it, and what may hide it.
_FORMULA = "=+-@\t\r\n＝＋－＠"
_NARROWEST = 8
_NUMBER = re.compile(r"[-+－＋]?\d[\d,.]*%?")
#: Signs that no line begins with, and that none ends with.
_NOT_FIRST = "、。，．・）」』］｝】〉》ーぁぃぅぇぉっゃゅょァィゥェォッャュョ)]}"
_NOT_LAST = "（「『［｛【〈《〔([{"
#: Signs that stand on the sign before them, or show nothing.
_NO_WIDTH = {"Mn", "Me", "Cf"}
#: Signs that turn the direction of writing, and two that XML does not allow.
_UNSHOWN = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff"

#: Controls of a terminal (C0 but for line ends and tabs, DEL, C1), turns of direction, and halves
#: of signs that no encoding can write. A return is one unless it ends a line. One set of signs: to
#: try one set after the other takes five times as long.
_STEERING = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
    r"(?<!\r(?=\n))"
)


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
        if text.isascii():
            return len(text)
        wide = {"W": 2, "F": 2, "A": self.ambiguous}
        return sum(
            wide.get(unicodedata.east_asian_width(sign), 1)
            for sign in text
            if unicodedata.category(sign) not in _NO_WIDTH
        )

    def folded(self, text: str, columns: int) -> list[str]:
        """Cut *text* into lines of at most *columns*, between words and not before a comma.

        >>> Screen().folded("森林の保全・活用", 8), Screen().folded("sole support", 8)
        (['森林の保', '全・活用'], ['sole', 'support'])
        """
        if self.width(text) <= columns:
            return [text.lstrip(" ")]
        lines, taken = [""], 0
        for sign in text:
            taken += self.width(sign)
            if lines[-1] and taken > columns:
                lines[-1:] = self._broken(lines[-1], sign)
                taken = self.width(lines[-1] + sign)
            lines[-1] += sign if lines[-1] or sign != " " else ""
        return lines

    def _broken(self, line: str, sign: str) -> tuple[str, str]:
        """Break *line* before *sign*, or a little before that; return it and the next line."""
        kept, _, word = line.rpartition(" ")
        if kept and sign != " " and self.width(word + sign) == len(word + sign):
            return kept, word
        longer = line + sign
        places = (
            at
            for at in range(len(line), 0, -1)
            if longer[at] not in _NOT_FIRST and longer[at - 1] not in _NOT_LAST
        )
        at = next(places, len(line))
        return line[:at].rstrip(" "), line[at:]


def terminal(
    head: Sequence[str],
    rows: Rows,
    screen: Screen,
    *,
    indent: str = "",
    least: Sequence[int] = (),
) -> str:
    """Return *rows* in columns, aligned by what Japanese signs take; wide columns are folded.

    No column becomes narrower than its *least*, even where the table does not fit.
    """
    told = [[shown(cell) for cell in row] for row in (head, *rows)]
    columns = list(zip(*told, strict=True))
    widths = [max(map(screen.width, column)) for column in columns]
    room = screen.columns - len(indent) - 2 * (len(widths) - 1)
    bounds = least or [_NARROWEST] * len(widths)
    while screen.columns and sum(widths) > room:
        spare = [(each, at) for at, each in enumerate(widths) if each > bounds[at]]
        if not spare:
            break
        widths[max(spare, key=lambda pair: pair[0])[1]] -= 1
    rule = ["-" * each for each in widths]
    lines = []
    for row in (told[0], rule, *told[1:]):
        cells = [screen.folded(cell, each) for cell, each in zip(row, widths, strict=True)]
        for parts in zip_longest(*cells, fillvalue=""):
            padded = (
                part + " " * (each - screen.width(part))
                for part, each in zip(parts, widths, strict=True)
            )
            lines.append((indent + "  ".join(padded)).rstrip())
    return "\n".join(lines)


def shown(text: str) -> str:
    r"""Return *text* as one line without the signs that would steer a terminal.

    >>> shown("森林\x1b[2J\nの保全")
    '森林 [2J の保全'
    """
    if text.isprintable():
        return text
    blank = {"Cc", "Zl", "Zp"}
    kept = (" " if unicodedata.category(sign) in blank else sign for sign in text)
    return "".join(sign for sign in kept if sign not in _UNSHOWN)


def harmless(text: str) -> str:
    r"""Return *text*, of any number of lines, without the signs that would steer a terminal.

    Line ends and tabs stay; every other control sign and turn of direction becomes ``\ufffd``.

    >>> harmless("森林\x1b[2J\r\nの\x9b1m保全\rX") == "森林\ufffd[2J\r\nの\ufffd1m保全\ufffdX"
    True
    """
    return _STEERING.sub("\ufffd", text)


def hanging(text: str, screen: Screen, indent: int) -> list[str]:
    """Fold one line at the edge of *screen*; what follows the first is indented by *indent*.

    >>> hanging("  森林の保全・活用", Screen(12), 4)
    ['  森林の保', '    全・活用']
    """
    line = shown(text)
    if not screen.columns or screen.width(line) <= screen.columns:
        return [line]
    body = line.lstrip(" ")
    lead = len(line) - len(body)
    first, *rest = screen.folded(body, screen.columns - max(lead, indent))
    return [" " * lead + first, *(" " * indent + part for part in rest)]


def guarded(cell: str) -> str:
    """Return *cell* so that no spreadsheet takes it for a formula.

    >>> guarded("=1+1"), guarded("-"), guarded("-3.5")
    ("'=1+1", '-', '-3.5')
    >>> guarded("＝1+1")
    "'＝1+1"
    """
    formula = len(cell) > 1 and cell[0] in _FORMULA and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if formula else cell


def csv_text(head: Sequence[str], rows: Rows) -> str:
    """Return *rows* as CSV (RFC 4180), with no cell that a spreadsheet takes for a formula."""
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in (head, *rows))
    return out.getvalue()


def json_text(content: object) -> str:
    """Return *content* as JSON, readable and with Japanese as it is."""
    import json

    return escaped(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def escaped(text: str) -> str:
    r"""Return *text*, in JSON or an RDF format, with what would steer a terminal as ``\uXXXX``.

    >>> escaped('"森林\x9b1m"')
    '"森林\\u009b1m"'
    """
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def joined(parts: Iterable[str], lang: str) -> str:
    """Join *parts* as a list is written in *lang*."""
    return (", " if lang == "en" else "、").join(parts)
