"""Named tables as people read them: on the terminal, as rows, as plain data, as sheets."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import MAXYEAR
from decimal import Decimal
from typing import Final

from plan_graph.answers import Page, counts_text, footer, sdgs_banner
from plan_graph.cross_answers import bands
from plan_graph.japanese import without_year
from plan_graph.kinds import kind_name
from plan_graph.lookup import Element
from plan_graph.measured import Value
from plan_graph.messages import BASES, BASIS_MARKS, KINDS, STATUS_MARKS, pick, text
from plan_graph.preset_tables import Cell, Column, Ref, Said, Table
from plan_graph.presets import PRESETS
from plan_graph.progress_notes import (
    indicator_text,
    mark,
    ratio_text,
    reason_text,
    remarks,
    sheet_name,
    when,
)
from plan_graph.reported import Row
from plan_graph.tables import joined, terminal
from plan_graph.vocab import PG, STRENGTH
from plan_graph.workbook import Notes, Sheet

_Told = str | int | Decimal
#: The fewest columns of a screen that the first column, and the others, can be folded to.
_LEAST = (10, 10)
#: Where a named table holds few signs, such as 照 1、2, its column is no wider than needed.
_BLANK_WIDTH = 28


def title(name: str, page: Page) -> str:
    """Return the title of a table, and that it is for the office where it is."""
    told = page.text(f"presets.{name}")
    return page.text("presets.for-office", title=told) if page.for_office else told


def listing(lang: str) -> tuple[list[str], list[list[str]]]:
    """Return the named tables: name, title, what each answers, who may see it."""
    head = [text(f"presets.{key}", lang) for key in ("name", "title", "answers", "audience")]
    rows = [
        [
            name,
            text(f"presets.{name}", lang),
            text(f"presets.{name}-answers", lang),
            text("presets.office" if preset.office_only else "presets.public", lang),
        ]
        for name, preset in PRESETS.items()
    ]
    return head, rows


def preset_text(name: str, table: Table, page: Page) -> str:
    """Tell the table on a screen, in as many parts as its width asks for, and the notes below."""
    head, rows = preset_rows(table, page)
    parts = [
        terminal(
            [head[at] for at in band],
            [[row[at] for at in band] for row in rows],
            page.screen,
            least=[_LEAST[at > 0] for at in band],
        )
        for band in bands([head, *rows], _LEAST, page)
    ]
    above = [title(name, page), *banner(table, page)]
    return "\n\n".join(["\n".join(above), *parts, "\n".join(notes(table, page))])


def preset_rows(table: Table, page: Page) -> tuple[list[str], list[list[str]]]:
    """Return the table as head and rows of text."""
    return _heads(table, page), [[_text(cell) for cell in row] for row in _told(table, page)]


def _text(cell: _Told) -> str:
    # format() keeps the zeros that a difference leaves behind, str() writes 2E+3 for 2000
    return f"{cell.normalize():,f}" if isinstance(cell, Decimal) else str(cell)


def preset_sheets(name: str, table: Table, page: Page) -> tuple[list[Sheet], Notes]:
    """Return the table, and what is to be known of it, as sheets of a workbook."""
    labels = next((at for at, column in enumerate(table.columns) if not column.label), 1)
    sheet = Sheet(
        page.text(f"presets.{name}"),
        _heads(table, page),
        _told(table, page),
        labels=max(labels, 1),
        totals=table.totals,
        room={at: _BLANK_WIDTH for at, column in enumerate(table.columns) if column.blank},
    )
    answers = page.text(f"presets.{name}-answers")
    lines = [title(name, page), answers, *banner(table, page), *notes(table, page)]
    return [sheet], Notes(page.text("cross-notes-sheet"), lines)


def preset_json(name: str, table: Table, page: Page) -> dict[str, object]:
    """Return the table as plain data, elements by their IRIs and names."""
    heads = _heads(table, page)
    return {
        "preset": name,
        "title": page.text(f"presets.{name}"),
        "audience": page.audience,
        "weakestBasis": _local(page.weakest),
        "columns": [
            {"title": head, "id": column.element or column.kind or column.key}
            for head, column in zip(heads, table.columns, strict=True)
        ],
        "rows": [
            [_plain(cell, column, page) for cell, column in zip(row, table.columns, strict=True)]
            for row in table.rows
        ],
        "totals": table.totals,
        "notes": [*banner(table, page), *notes(table, page)],
    }


# --- Heads and cells ------------------------------------------------------------------------------


def _heads(table: Table, page: Page) -> list[str]:
    return [_head(column, page) for column in table.columns]


def _head(column: Column, page: Page) -> str:
    if column.element in STATUS_MARKS:
        return STATUS_MARKS[column.element]
    if column.element:
        element = page.known[column.element]
        return f"{element.mark} {element.label(page.lang)}".strip()
    kind = kind_name(column.kind, page.lang) if column.kind in KINDS else ""
    return page.text(f"presets.column-{column.key}", kind=kind) if column.key else kind


def _told(table: Table, page: Page) -> list[list[_Told]]:
    return [
        [_cell(cell, column, page) for cell, column in zip(row, table.columns, strict=True)]
        for row in table.rows
    ]


#: How each thing is told that a column may tell of a row of figures.
_OF_ROW: Final[Mapping[str, Callable[[Row, Page], str]]] = {
    "sheet": lambda row, page: sheet_name(row, page) if row.sheet else _owner(row, page),
    "indicator": indicator_text,
    "status": lambda row, _: mark(row),
    "ratio": ratio_text,
    "reason": reason_text,
    "remarks": lambda row, page: joined(remarks(row, page), page.lang),
}


def _owner(row: Row, page: Page) -> str:
    element = page.known[row.element]
    return kind_name(element.kind, page.lang) + element.mark


def _cell(cell: Cell, column: Column, page: Page) -> _Told:
    """Put a cell into words, or leave it a number."""
    match cell:
        case tuple():
            return _refs(cell, column.tell, page)
        case Row():
            return _OF_ROW[column.tell](cell, page)
        case Value():
            return when(cell, page) if column.tell == "year" else _printed(cell, page)
        case Said():
            return pick(cell.words, page.lang)
        case _:
            return cell


def _refs(refs: tuple[Ref, ...], tell: str, page: Page) -> str:
    """Tell elements as the column wants them; those on something else than print by their mark."""
    if tell == "grouped":
        return _grouped(refs, page)
    if tell == "basis":
        strongest = max(refs, key=lambda ref: STRENGTH[ref.basis], default=None)
        return pick(BASIS_MARKS[strongest.basis], page.lang) if strongest else ""
    groups: dict[int, list[str]] = defaultdict(list)
    for ref in refs:
        element = page.known[ref.iri]
        told = {
            "number": _number(element, page),
            "name": element.label(page.lang),
            "both": f"{element.mark} {element.label(page.lang)}".strip(),
            "named": element.named(page.lang),
        }[tell]
        if ref.basis and ref.basis != PG.Stated:
            mark = pick(BASIS_MARKS[ref.basis], page.lang)
            told = page.text("presets.with-basis", name=told, mark=mark)
        past = tell == "named" and element.past and not element.edition
        groups[element.year if past else MAXYEAR].append(told)
    return ("; " if page.lang == "en" else "／").join(
        joined(groups[year], page.lang)
        if year == MAXYEAR
        else page.text("presets.of-plan", year=year, names=joined(groups[year], page.lang))
        for year in sorted(groups, reverse=True)
    )


def _number(element: Element, page: Page) -> str:
    """Return the number of an element; with its kind where a spreadsheet would read a date."""
    if "-" not in element.mark:
        return element.mark
    kind = kind_name(element.kind, page.lang) + (" " if page.lang == "en" else "")
    return kind + element.mark


def _grouped(refs: Iterable[Ref], page: Page) -> str:
    """Tell the numbers of elements after the mark of what they rest on, the strongest first."""
    groups: dict[str, list[str]] = {}
    for ref in refs:
        groups.setdefault(ref.basis, []).append(_number(page.known[ref.iri], page))
    told = [
        page.text(
            "presets.group",
            mark=pick(BASIS_MARKS[basis], page.lang),
            numbers=joined(groups[basis], page.lang),
        ).strip()
        for basis in sorted(groups, key=lambda each: -STRENGTH[each])
    ]
    return ("; " if page.lang == "en" else "／").join(told)


def _printed(value: Value, page: Page) -> str:
    """Return a value as printed, but for its year, which has a column of its own."""
    if value.no_value == PG.NotPrinted:
        return page.text("show-no-value")
    return without_year(value.printed)


def _plain(cell: Cell, column: Column, page: Page) -> object:
    """Return a cell as plain data."""
    if isinstance(cell, tuple):
        return [
            {
                "id": ref.iri,
                "notation": page.known[ref.iri].notation,
                "name": page.known[ref.iri].label(page.lang),
                **({"effectiveBasis": _local(ref.basis)} if ref.basis else {}),
            }
            for ref in cell
        ]
    if isinstance(cell, Value) and column.tell != "year":
        number = None if cell.number is None else str(cell.number)
        return {"printed": cell.printed, "value": number, "year": cell.year or None}
    if isinstance(cell, Value):
        return cell.year or None
    if isinstance(cell, Row) and column.tell == "status":
        return _local(cell.status) or None
    told = _cell(cell, column, page)
    return str(told) if isinstance(told, Decimal) else told


def _local(term: str) -> str:
    return term.removeprefix(PG.NS)


# --- Notes ----------------------------------------------------------------------------------------


def banner(table: Table, page: Page) -> list[str]:
    """Return what stands above the table: of the SDGs that they are not official."""
    return sdgs_banner(page) if table.sdgs else []


def notes(table: Table, page: Page) -> list[str]:
    """Tell what the cells mean, how it was counted, and from which documents."""
    values: Mapping[str, object] = {
        "marks": _marks(table, page),
        "filled": sum(any(isinstance(c, tuple) and c for c in row[2:]) for row in table.rows),
        "rows": len(table.rows) - table.totals,
    }
    lines = [page.text(note, **values) for note in table.notes]
    if any(ground.effective == PG.Estimated for ground in table.counted):
        lines.append(page.text("estimated-note"))
    if table.open_visions:
        lines += [_open_vision(*each, page) for each in table.open_visions]
    if PG.Vision in _kinds(table, page):
        lines.append(page.text("cross-visions"))
    if table.counted:
        lines.append(page.text("counted", counts=counts_text(table.counted, page.lang)))
    return [*lines, *footer(page).splitlines()]


def _open_vision(vision: str, estimated: int, page: Page) -> str:
    """Tell in the words of `serves` that no document leads an action to a vision."""
    estimates = STRENGTH[page.weakest] <= STRENGTH[PG.Estimated]
    key = "no-actions" if estimates else "no-actions-in-view"
    element = page.known[vision]
    name = f"{element.mark} {element.label(page.lang)}".strip()
    return page.text("coverage-target", name=name, sentence=page.text(key, count=estimated))


def _kinds(table: Table, page: Page) -> set[str]:
    """Return the kinds of what heads the columns."""
    heads = (column.kind or page.known.get(column.element) for column in table.columns)
    return {each if isinstance(each, str) else each.kind for each in heads if each}


def _marks(table: Table, page: Page) -> str:
    used = {
        ref.basis for row in table.rows for cell in row if isinstance(cell, tuple) for ref in cell
    }
    return joined(
        (
            page.text("cross-mark", mark=pick(mark, page.lang), basis=pick(BASES[basis], page.lang))
            for basis, mark in BASIS_MARKS.items()
            if basis in used
        ),
        page.lang,
    )
