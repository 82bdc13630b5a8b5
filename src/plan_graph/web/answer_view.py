"""An answer as a table of a page: what a cell shows, where it leads, how rows are sorted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode

from plan_graph.answers import Page
from plan_graph.messages import KINDS
from plan_graph.results import column, number, read, short
from plan_graph.sparql import Answer, Value, prefixes
from plan_graph.tables import Screen, shown
from plan_graph.vocab import PG
from plan_graph.web.here import Here

#: A page shows so many rows; files have them all.
SHOWN: Final = 1_000
#: The order of kinds in a sorted column.
_KIND_ORDER: Final = {cls: at for at, cls in enumerate(KINDS)}
#: Columns of a terminal that a cell may take, by the name of its width.
_WIDTHS: Final = (("short", 14), ("medium", 40))
_TRIPLE: Final = ("subject", "predicate", "object")

_Row = tuple[Value | None, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, where it leads, and how the term is written where that says more."""

    text: str
    href: str = ""
    term: str = ""
    #: the place of its value in the column; cells without one have -1 and stand last
    rank: int = -1


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its variable, its name, whether it holds numbers, and how it is sorted."""

    variable: str
    name: str
    numbers: bool
    #: how wide its longest cell is: short, medium or long
    width: str
    #: as in ``aria-sort``: ascending, descending, or nothing
    sorted: str = ""

    @property
    def next_sort(self) -> str:
        """What to sort by when its head is pressed: a second time turns the order round."""
        return f"-{self.variable}" if self.sorted == "ascending" else self.variable


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows that a page shows, of how many."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    count: int

    @property
    def whole(self) -> bool:
        """Whether all rows are shown."""
        return len(self.rows) == self.count


def grid(answer: Answer, here: Here, *, sort: str = "", terms: bool = False) -> Grid:
    """Return the rows of a SELECT, or triples, as a table; *terms* stand beside names if wanted.

    *sort* names a variable, with ``-`` before it for the other way round; any other text leaves
    the rows as they are. Numbers are sorted as such, elements as they are printed.
    """
    variables, rows = answer.variables, list(answer.rows)
    if answer.form == "triples":
        variables = _TRIPLE
        rows = [(each.subject, each.predicate, each.object) for each in answer.triples]
    page, spaces = here.page, prefixes(here.base)
    keys = [_keys([row[at] for row in rows], page) for at in range(len(variables))]
    order = _order(variables, keys, sort)[:SHOWN]
    cells = tuple(
        tuple(
            _cell(variables[at], value, here, spaces, terms=terms, rank=keys[at][row])
            for at, value in enumerate(rows[row])
        )
        for row in order
    )
    columns = tuple(
        Column(
            name,
            page.text(f"query.{name}") if answer.form == "triples" else column(name, page),
            _numbers([row[at] for row in rows]),
            _width(row[at].text for row in cells),
            _sorted(name, sort),
        )
        for at, name in enumerate(variables)
    )
    return Grid(columns, cells, len(rows))


def _sorted(variable: str, sort: str) -> str:
    return {variable: "ascending", f"-{variable}": "descending"}.get(sort, "")


def _numbers(values: Sequence[Value | None]) -> bool:
    there = [number(value) is not None for value in values if value is not None]
    return bool(there) and all(there)


def _width(texts: Iterable[str]) -> str:
    longest = max(map(Screen().width, texts), default=0)
    return next((name for name, most in _WIDTHS if longest <= most), "long")


def _cell(  # noqa: PLR0913 - a value, and all that decides how it is shown
    variable: str,
    value: Value | None,
    here: Here,
    spaces: dict[str, str],
    *,
    terms: bool,
    rank: int,
) -> Cell:
    text = shown(read(variable, value, here.page, spaces))
    if isinstance(value, Literal) and terms and value.language:
        return Cell(text, term=f"@{value.language}", rank=rank)
    if not isinstance(value, NamedNode):
        return Cell(text, rank=rank)
    term = short(value, spaces)
    # Terms of the ontology are no news to who reads names.
    is_news = terms or not value.value.startswith(PG.NS)
    href = here.link(value.value) if is_news else ""
    return Cell(text, href, term if terms and term != text else "", rank)


def _order(variables: Sequence[str], keys: Sequence[Sequence[int]], sort: str) -> list[int]:
    """Return the numbers of the rows in the order asked for; what has no value stands last."""
    count = len(keys[0]) if keys else 0
    name, back = sort.removeprefix("-"), sort.startswith("-")
    if name not in variables:
        return list(range(count))
    ranks = keys[variables.index(name)]
    turn: Callable[[int], int] = (lambda rank: -rank) if back else (lambda rank: rank)
    return sorted(range(count), key=lambda row: (ranks[row] < 0, turn(ranks[row])))


def _keys(values: Sequence[Value | None], page: Page) -> list[int]:
    """Return the rank of each value among the others; -1 for none."""
    keys = [None if value is None else _key(value, page) for value in values]
    ranks = {key: at for at, key in enumerate(sorted({key for key in keys if key is not None}))}
    return [-1 if key is None else ranks[key] for key in keys]


def _key(value: Value, page: Page) -> tuple[object, ...]:
    """Return what a value is sorted by: numbers, then elements as printed, then texts."""
    if (read_number := number(value)) is not None:
        return (0, read_number)
    if isinstance(value, NamedNode) and (element := page.known.get(value.value)):
        kind = _KIND_ORDER.get(element.kind, len(_KIND_ORDER))
        return (1, kind, element.place, element.label(page.lang), element.iri)
    return (2, str(value.value if isinstance(value, NamedNode | Literal) else value))
