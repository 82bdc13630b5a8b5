"""The rows of 進行管理表: lines of cells cut into sheets, results of goals, leaders and totals.

Each row is opened by a label in its first cell (No., 取組, 取組指標 …); lines that follow without
a label continue it, since cells are split over lines. Empty cells are dropped, since stray
columns come and go.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from plan_graph.japanese import match_name

#: Label of the row that opens a block to the beginning of the block's locator.
OPENING: Final = {"No.": "sheet", "プロジェクト目標": "goal", "プロジェクト": "leader"}
_OTHERS = frozenset({"取組"})
_LABEL = re.compile(
    r"(?:令和\d+年度)?(取組概要|取組指標|取組の評価|三側面における相乗効果|取組の方向性)"
)
_TOTAL = re.compile(
    r"<(?P<kind>プロジェクト目標|各取組)>(?P<elements>\d+)の取組.*?"
    r"(?P<scored>\d+)指標中(?P<achieved>\d+)指標"
)
#: Tags at which a new line begins.
_BREAK = re.compile(r"</?(?:p|ul|ol|li|br)\s*/?>", re.IGNORECASE)
_HEADING = re.compile(r"【([^【】]+)】")


@dataclass(slots=True)
class Row:
    """One row: the cells of its first line, and the lines that follow."""

    head: list[str]
    lines: list[str] = field(default_factory=list)

    @property
    def heads(self) -> list[str]:
        """The cells of the first line that are not empty."""
        return [cell for cell in self.head if cell]

    @property
    def cells(self) -> list[str]:
        """The cells under the head; a cell split over lines is joined, an empty one dropped."""
        return [cell.strip() for cell in "".join(self.lines).split("\t") if cell.strip()]

    @property
    def text(self) -> str:
        """What stands beside the label and continues below it, without tags."""
        joined = "".join([*self.head[1:], *self.lines])
        lines = _BREAK.sub("\n", joined).splitlines()
        bare = (re.sub(r"<[^>]*>", "", line).replace("\t", "").strip() for line in lines)
        return "\n".join(filter(None, bare))


@dataclass(slots=True)
class Block:
    """One sheet, the result of one project goal, or one leader: its rows by their labels."""

    opening: str
    heading: str
    rows: dict[str, Row]
    twice: list[str] = field(default_factory=list)

    @property
    def cells(self) -> list[str]:
        """The cells of the row that opens the block."""
        return self.rows[self.opening].cells

    @property
    def locator(self) -> str:
        """Where the block stands: its number or name as printed."""
        return f"{OPENING[self.opening]}:{match_name(self.cells[0]) if self.cells else '?'}"


@dataclass(frozen=True, slots=True)
class Total:
    """A printed total of the project whose leader was named last."""

    of_goals: bool
    elements: int
    scored: int
    achieved: int


@dataclass(frozen=True, slots=True)
class Stray:
    """A line that belongs to no row, and the place of the block before it."""

    locator: str
    text: str


def is_heading(line: str) -> str:
    """Return what stands in 【】 when *line* is nothing else, or an empty string."""
    found = _HEADING.fullmatch(match_name(line))
    return found[1] if found else ""


def blocks(lines: Iterable[str]) -> Iterator[Block | Total | Stray]:
    """Cut *lines* into blocks, totals and stray lines, in the order of print."""
    heading = ""
    block: Block | None = None
    row: Row | None = None
    for line in filter(str.strip, lines):
        head = [cell.strip() for cell in line.split("\t")]
        label = _label(head)
        total = _total(line)
        opens = label in OPENING or total or is_heading(line)
        if block and opens:
            yield block
            block = None
        if total:
            yield total
        if opens:
            heading = is_heading(line) or heading
            row = Row(head) if label else None
            block = Block(label, heading, {label: row}) if row else None
        elif label and block:
            row = Row(head)
            if label in block.rows:
                block.twice.append(label)
            block.rows[label] = row
        elif row is not None and block:
            row.lines.append(line)
        else:
            yield Stray(heading, line.strip())
    if block:
        yield block


def _label(head: list[str]) -> str:
    """Return the label that the first cell of a row is, or an empty string."""
    name = match_name(head[0])
    if name == "プロジェクト" and "プロジェクトリーダー" not in head:
        return ""
    if name in OPENING or name in _OTHERS:
        return name
    if name.startswith("現状値(") and any(head[1:]):
        return "現状値"
    found = _LABEL.fullmatch(name)
    return found[1] if found else ""


def _total(line: str) -> Total | None:
    found = _TOTAL.match(match_name(line))
    if not found:
        return None
    return Total(
        found["kind"] == "プロジェクト目標",
        int(found["elements"]),
        int(found["scored"]),
        int(found["achieved"]),
    )
