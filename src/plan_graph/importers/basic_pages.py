"""The pages of a basic plan: one page a measure, its parts found by their labels.

The text of a page has lost its layout. Labels and cells stand between blank lines, in an order
that differs from page to page; a cell keeps the line breaks of its column.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from plan_graph.japanese import match_name

#: The label of the last row of a page.
_LAST = "市民等の取組"
_NONE = "なし"
_POLICY = r"(?P<direction>\S.*?)\s*[−–—―-]\s*基本政策\s*(?P<number>\d+)\s+(?P<name>.+)"
_MEASURE = r"(?P<name>.*?)施策\s*(?P<number>\d+)"
_ACTION = (
    r"(?P<measure>\d+)[-－−](?P<number>\d+)\s*[｜|]\s*(?P<name>.+?)\s*【(?P<sections>[^【】]+)】"
)
_TARGETS = r".*指標.*(?P<head>目標[(（][^()（）]+[)）]).*"
_VIEWPOINT = r"\S{1,8}の視点"
_NUMBER = r"\d[\d,，]*(?:[.．]\d+)?"
_CELL = rf"{_NUMBER}\s*[^\d\s()（）、。]{{1,8}}"
_BRACKET = r"[(（][^()（）]*[)）]"
_CURRENT = rf"(?:(?P<name>\S.*?)[ 　]+)?(?P<cell>{_CELL}\s*{_BRACKET})"
_TARGET = rf"(?P<cell>{_CELL}(?:\n{_BRACKET})?)(?:\s.*)?"
_TITLE = r"【(?P<title>[^【】]+)】"
_CHART_UNIT = r"[(（](?P<unit>[^()（）\d]{1,4})[)）]\s*(?P<rest>.*)"
_YEARS = r"(?:(?:[HRS]?\d{1,4}|[HRS]元)(?:年度?)?)(?:\s+(?:[HRS]?\d{1,4}|[HRS]元)(?:年度?)?)+"
_SHARE = rf"(?P<label>.*?[^\d\s,，.．].*?)\s*(?P<number>{_NUMBER})"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table of indicators; without `target` where that cannot be read."""

    name: str
    current: str
    target: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the main actions: its numbers, its name and the sections that are named behind it."""

    measure: str
    number: str
    name: str
    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A small chart: title, source, unit, and values, each with its year or the answer it counts.

    `years` and `series` are as long as each other where the chart can be read.
    """

    title: str
    source: str
    unit: str
    years: tuple[str, ...]
    series: tuple[str, ...]
    shares: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Page:
    """All that is printed on the page of one measure, each part as printed, or empty."""

    #: name and number of each heading; a page has one
    measures: tuple[tuple[str, str], ...]
    #: basic direction, number and name of the basic policy
    policy: tuple[str, str, str] | None
    #: the head of the column of targets
    head: str
    rows: tuple[Row, ...]
    actions: tuple[Entry, ...]
    viewpoints: tuple[str, ...]
    related: tuple[str, ...] | None
    chart: Chart | None
    #: the first word of each line that may be a label
    words: frozenset[str]


def pages(lines: list[str]) -> Iterator[Page]:
    """Cut *lines* behind the last label of each page, and read what is on the page."""
    page: list[str] = []
    for line in lines:
        page.append(line)
        if line == _LAST:
            yield _page(page)
            page = []
    if any(page):
        yield _page(page)


def _page(lines: list[str]) -> Page:
    paragraphs = list(_paragraphs(lines))
    policies = [found for line in lines if (found := re.fullmatch(_POLICY, line))]
    targets = [found for line in lines if (found := re.fullmatch(_TARGETS, line))]
    joined = ["".join(paragraph) for paragraph in paragraphs]
    return Page(
        measures=tuple(_measures(paragraphs)),
        policy=_policy(policies[0]) if policies else None,
        head=targets[0]["head"] if targets else "",
        rows=tuple(_rows(paragraphs)),
        actions=tuple(
            Entry(
                str(int(found["measure"])),
                str(int(found["number"])),
                found["name"],
                tuple(found["sections"].split("・")),
            )
            for line in lines
            if (found := re.fullmatch(_ACTION, line))
        ),
        viewpoints=tuple(text for text in joined if re.fullmatch(_VIEWPOINT, text)),
        related=_related(paragraphs),
        chart=_chart(lines, joined),
        words=frozenset(line.split()[0] for line in lines if line),
    )


def _policy(found: re.Match[str]) -> tuple[str, str, str]:
    return (found["direction"], found["number"], found["name"])


def _paragraphs(lines: list[str]) -> Iterator[list[str]]:
    paragraph: list[str] = []
    for line in [*lines, ""]:
        if line:
            paragraph.append(line)
        elif paragraph:
            yield paragraph
            paragraph = []


def _measures(paragraphs: list[list[str]]) -> Iterator[tuple[str, str]]:
    """Yield name and number of the measure; the name stands on the line itself or before it.

    Before it, the name's paragraph ends with the label of the icons (lost with the pictures).
    """
    before: list[str] = []
    for paragraph in paragraphs:
        for at, line in enumerate(paragraph):
            if found := re.fullmatch(_MEASURE, line):
                name = "".join(paragraph[:at]) + found["name"]
                yield name or "".join(before[:-1]), str(int(found["number"]))
        before = paragraph


def _rows(paragraphs: list[list[str]]) -> Iterator[Row]:
    """Yield the rows of the table: a paragraph of name, of current value, and of the target.

    A short name stands on the line of the current value. A remark behind the target is not read.
    """
    texts = iter([*("\n".join(paragraph) for paragraph in paragraphs), ""])
    before = ""
    for text in texts:
        found = re.fullmatch(_CURRENT, text, re.DOTALL)
        if found and "年" in found["cell"]:
            target = re.fullmatch(_TARGET, next(texts, ""), re.DOTALL)
            cells = (found["name"] or before, found["cell"], target["cell"] if target else "")
            yield Row(*(cell.replace("\n", "") for cell in cells))
        before = text


def _related(paragraphs: list[list[str]]) -> tuple[str, ...] | None:
    """Return the names above the label 関連する個別計画; None when the label is not there."""
    for at, paragraph in enumerate(paragraphs):
        if paragraph[-1] == "関連する個別計画":
            lines = paragraph[:-1] or (paragraphs[at - 1] if at else [])
            names = [name.strip() for line in lines for name in re.split(r"[／/]", line)]
            return tuple(name for name in names if name and name != _NONE)
    return None


def _chart(lines: list[str], joined: list[str]) -> Chart | None:
    """Read the chart: its title and source, and what stands above the running head of the page."""
    titles = [found["title"] for text in joined if (found := re.fullmatch(_TITLE, text))]
    if not titles:
        return None
    sources = [text for text in joined if text.startswith("出所")]
    above = list(takewhile(lambda line: not re.fullmatch(_POLICY, line), lines))
    unit, years, series, shares = "", [], [], []
    for paragraph in list(_paragraphs(above))[1:]:
        text = "".join(paragraph)
        if found := re.fullmatch(_CHART_UNIT, text):
            unit, text = found["unit"], found["rest"]
        if re.fullmatch(_YEARS, text):
            years = text.split()
        elif re.fullmatch(_NUMBER, text):
            # Numbers before the years are those of the axis.
            series += [text] if years else []
        elif found := re.fullmatch(_SHARE, text):
            shares.append((found["label"], found["number"]))
    return Chart(titles[0], "".join(sources[:1]), unit, tuple(years), tuple(series), tuple(shares))


def is_named(page: Page, name: str) -> bool:
    """Return whether a line of *page* is, or begins with, the word *name*."""
    return any(match_name(word) == name for word in page.words)
