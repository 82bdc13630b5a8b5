"""Tables as a page shows them: cells with where they lead, and what joins the two of a cell."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from plan_graph.answers import backing, basis_text, sentence
from plan_graph.cross import CrossTable, Way
from plan_graph.cross_answers import cross_rows, usual_cells
from plan_graph.cross_pairs import sources_told
from plan_graph.edge_sources import Links, links
from plan_graph.elements import cell_of
from plan_graph.lookup import Element
from plan_graph.preset_answers import preset_rows
from plan_graph.preset_tables import Cell as PresetCell
from plan_graph.preset_tables import Table
from plan_graph.reasons import step
from plan_graph.web.here import Badge, Here, Named

#: A page shows so many cells at most; files hold them all.
_MOST: Final = 15_000
#: More columns than this have their names written downwards, where cells are short.
_UPRIGHT: Final = 10
#: A column with a longer text in a cell gets more room.
_LONG: Final = 20
#: Steps of the bar below a number.
_STEPS: Final = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, where it leads, and how it looks."""

    text: str
    href: str = ""
    look: str = ""
    #: it is open below
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A table on a page: heads, rows that begin with their head, and how much was left out."""

    corner: str
    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, tuple[Cell, ...]], ...]
    count: int
    #: "upright", "listed" or "named"
    form: str = ""
    #: numbers have bars below them
    heat: bool = False

    @property
    def is_cut(self) -> bool:
        """Whether the page shows less than all rows."""
        return len(self.rows) < self.count


def cross_shown(
    found: CrossTable, here: Here, cells: str, opened: tuple[Element, Element] | None
) -> Shown:
    """Return a cross table as the command tells it; every pair leads to what joins it."""
    told = cells or usual_cells(found)
    head, rows = cross_rows(found, here.page, cells=told)
    heat = told == "count" and bool(found.through) and not found.within
    largest = max((len(pair.shared) for pair in found.pairs.values()), default=0)
    ends = (opened[0].iri, opened[1].iri) if opened else ("", "")

    def cell(text: str, row: Element, column: Element) -> Cell:
        if (row.iri, column.iri) not in found.pairs or (found.within and row.iri == column.iri):
            return Cell(text)
        pair = found.pairs[row.iri, column.iri]
        look = f"heat-{-(-len(pair.shared) * _STEPS // largest)}" if heat else ""
        named = {"row": cell_of(here.base, row.iri), "column": cell_of(here.base, column.iri)}
        href = f"{here.asked.here(**named)}#pairs"
        return Cell(text, href, look, is_open=(row.iri, column.iri) == ends)

    listed = found.rows[: max(1, _MOST // max(len(found.columns), 1))]
    body = [
        (
            Cell(line[0], here.link(row.iri)),
            (
                *(
                    cell(text, row, each)
                    for text, each in zip(line[1:-1], found.columns, strict=True)
                ),
                Cell(line[-1], look="total"),
            ),
        )
        for line, row in zip(rows, listed, strict=False)
    ]
    below = (Cell(rows[-1][0], look="total"), tuple(Cell(t, look="total") for t in rows[-1][1:]))
    count = len(found.rows) + 1
    if len(listed) == len(found.rows):
        body.append(below)
    names = [
        Cell(text, here.link(each.iri))
        for text, each in zip(head[1:-1], found.columns, strict=True)
    ]
    return Shown(
        corner=head[0],
        head=(*names, Cell(head[-1], look="total")),
        rows=tuple(body),
        count=count,
        form="listed" if told == "list" else "upright" * (len(found.columns) > _UPRIGHT),
        heat=heat,
    )


def preset_shown(found: Table, here: Here) -> Shown:
    """Return a named table as the command tells it; a column of single elements leads to them."""
    head, rows = preset_rows(found, here.page)
    begin = len(found.rows) - found.totals
    single = {
        across
        for across, _ in enumerate(head)
        if all(_names(row[across]) <= 1 for row in found.rows)
    }
    long = {
        across for across, _ in enumerate(head) if max(len(row[across]) for row in rows) > _LONG
    }

    def cell(text: str, at: int, across: int) -> Cell:
        told = found.rows[at][across]
        look = "number" if isinstance(told, int | Decimal) else "long" * (across in long)
        return Cell(
            text,
            _href(told, here) if across in single else "",
            f"{look} total".strip() if at >= begin else look,
        )

    listed = rows[: max(1, _MOST // max(len(head), 1))]
    return Shown(
        corner=head[0],
        head=tuple(Cell(text) for text in head[1:]),
        rows=tuple(
            (cells[0], tuple(cells[1:]))
            for at, line in enumerate(listed)
            if (cells := [cell(text, at, across) for across, text in enumerate(line)])
        ),
        count=len(rows),
        form="named",
    )


def _names(told: PresetCell) -> int:
    return len(told) if isinstance(told, tuple) else 0


def _href(told: PresetCell, here: Here) -> str:
    return here.link(told[0].iri) if isinstance(told, tuple) and told else ""


# --- What joins the two of a cell -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """A link of a way: what it says, its grade, what backs it, and the page of that evidence."""

    sentence: str
    badge: Badge
    lines: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Joint:
    """One way between the two of a cell: over what, on what ground, its links, its sources."""

    over: Named | None
    badge: Badge
    words: str
    steps: tuple[Told, ...]
    #: what is said: confirmation, source, place, reason; each with its name
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Opened:
    """A cell that was opened: its two ends, what joins them, and the page of every way."""

    ends: tuple[Named, Named]
    joints: tuple[Joint, ...]
    explain: str


def opened_cell(found: CrossTable, ends: tuple[Element, Element], here: Here) -> Opened:
    """Return what joins the two of a cell in the table *found*."""
    row, column = ends
    pair = found.pairs.get((row.iri, column.iri))
    there = links(here.page.store, {each.predicate for each in found.relations})
    return Opened(
        (here.numbered(row.iri), here.numbered(column.iri)),
        tuple(_joint(way, there, here) for way in pair.ways) if pair else (),
        here.explain(row.iri, column.iri),
    )


def _joint(way: Way, there: Links, here: Here) -> Joint:
    page = here.page
    heads = (page.text(f"sheets.{key}") for key in ("confirmation", "source", "place", "reason"))
    told = zip(heads, sources_told(way.edges, there, page), strict=True)
    words = basis_text(way.ground, page.lang)
    if way.through_measure:
        words += f" · {page.text('through-measure')}"
    return Joint(
        over=here.numbered(way.shared) if way.shared else None,
        badge=here.badge(way.ground),
        words=words,
        steps=tuple(
            _told(iri, there, here)
            for edge in way.edges
            for iri in there.of_triple.get((edge.subject, edge.predicate, edge.object), ())
        ),
        facts=tuple((head, text) for head, text in told if text),
    )


def _told(iri: str, there: Links, here: Here) -> Told:
    found = step(iri, dict(there.nodes))
    lines = tuple(backing(found, here.page))
    return Told(sentence(found, here.page), here.badge(found.ground), lines, here.link(iri))
