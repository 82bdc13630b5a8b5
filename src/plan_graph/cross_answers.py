"""Cross tables as people read them: on the terminal, as rows, as plain data, as sheets."""

from collections.abc import Iterable, Iterator

from plan_graph.answers import Page, basis_text
from plan_graph.cross import CrossTable, Pair
from plan_graph.cross_notes import THROUGH_MEASURE, banner, list_style, notes, title
from plan_graph.graph import base_of, literal
from plan_graph.kinds import kind_name
from plan_graph.lookup import Element
from plan_graph.messages import BASES, BASIS_MARKS, pick
from plan_graph.tables import joined, terminal
from plan_graph.vocab import PG
from plan_graph.workbook import Cell, Notes, Sheet

#: The fewest columns of a screen that a row's name, and a cell, can be folded to.
_NAME, _CELL, _LIST = 20, 12, 16


def usual_cells(table: CrossTable) -> str:
    """Return what the cells of *table* tell unless asked otherwise."""
    if not table.through:
        return "marks"
    return "list" if table.within else "count"


def cross_text(table: CrossTable, page: Page, *, cells: str = "") -> str:
    """Tell the table on a screen, in as many parts as its width asks for, and the notes below."""
    told = cells or usual_cells(table)
    numbers = [column.mark for column in table.columns]
    short = all(numbers) and len(set(numbers)) == len(numbers)
    heads = numbers if short else [_short(column, page) for column in table.columns]
    head, rows = _grid(table, page, heads, told)
    body = [[str(cell) for cell in row] for row in rows]
    least = (_NAME, _LIST if told == "list" else _CELL)
    parts = [
        terminal(
            [head[at] for at in band],
            [[row[at] for at in band] for row in body],
            page.screen,
            least=[least[at > 0] for at in band],
        )
        for band in bands([head, *body], least, page)
    ]
    above = [title(table, page), *banner(table, page)]
    legend = _legend(table, page) if short else []
    below = [*legend, *notes(table, page, told)]
    return "\n\n".join(["\n".join(above), *parts, "\n".join(below)])


def cross_rows(
    table: CrossTable, page: Page, *, cells: str = ""
) -> tuple[list[str], list[list[str]]]:
    """Return the table as head and rows of text, the totals at their ends."""
    head, rows = _grid(table, page, _named(table.columns, page), cells or usual_cells(table))
    return head, [[str(cell) for cell in row] for row in rows]


def cross_sheets(table: CrossTable, page: Page, *, cells: str = "") -> tuple[list[Sheet], Notes]:
    """Return the table, the links behind its cells, what is lacking, and what is to be known."""
    # A table on the screen is there the sooner without what only its workbook needs.
    from plan_graph.cross_pairs import first_rows, pairs_sheet, review_sheet
    from plan_graph.edge_sources import links

    told = cells or usual_cells(table)
    head, rows = _grid(table, page, _named(table.columns, page), told)
    there = links(page.store, {each.predicate for each in table.relations})
    pairs = pairs_sheet(table, there, base_of(page.store), page)
    jumps = {
        (row, column + 1): (pairs.name, begin) for (row, column), begin in first_rows(table).items()
    }
    # Of a kind with itself the diagonal counts something else.
    counts = told == "count" and table.through and not table.within
    heat = range(1, len(head) - 1) if counts else ()
    grid = Sheet(page.text("sheets.table"), head, rows, totals=1, heat=heat, jumps=jumps)
    review = review_sheet(table, page)
    basis = pick(BASES[page.weakest], page.lang)
    filters = page.text("cross-filters", basis=basis, count=table.dropped)
    lines = [title(table, page), filters, *banner(table, page)]
    lines.append(page.text("sheets.pairs-note", pairs=pairs.name))
    lines.append(page.text("sheets.review-note", review=review.name))
    lines += notes(table, page, told)
    return [grid, pairs, review], Notes(page.text("cross-notes-sheet"), lines)


def cross_json(table: CrossTable, page: Page) -> dict[str, object]:
    """Return the table as plain data, named by the terms of the ontology."""
    totals = table.totals()

    def cell(column: str, pair: Pair) -> dict[str, object]:
        return {
            "column": column,
            "basis": _local(pair.ground.basis),
            "effectiveBasis": _local(pair.ground.effective),
            "throughMeasure": pair.through_measure,
            "shared": [_plain(page.known[iri], page) for iri in pair.shared],
        }

    return {
        "weakestBasis": _local(page.weakest),
        "rowKind": _local(table.kinds[0]),
        "columnKind": _local(table.kinds[1]),
        "throughKinds": [_local(kind) for kind in table.through],
        "relations": [
            {
                "subject": _local(each.subject),
                "predicate": _local(each.predicate),
                "object": _local(each.object),
            }
            for each in table.relations
        ],
        "linksCounted": [
            {
                "basis": _local(ground.basis),
                "effectiveBasis": _local(ground.effective),
                "count": count,
            }
            for ground, count in sorted(
                table.counted.items(), key=lambda each: each[0].strength, reverse=True
            )
        ],
        "columns": [
            {**_plain(each, page), "total": totals.columns[each.iri]} for each in table.columns
        ],
        "rows": [
            {
                **_plain(row, page),
                "total": totals.rows[row.iri],
                "cells": [
                    cell(column.iri, pair)
                    for column in table.columns
                    if (pair := table.pairs.get((row.iri, column.iri)))
                ],
            }
            for row in table.rows
        ],
        "total": totals.whole,
        "notes": [*banner(table, page), *notes(table, page, "")],
    }


def _local(term: str) -> str:
    return term.removeprefix(PG.NS)


def _plain(element: Element, page: Page) -> dict[str, str]:
    return {
        "id": element.iri,
        "notation": element.notation,
        "name": element.label(page.lang),
    }


# --- The grid -------------------------------------------------------------------------------


def _named(elements: Iterable[Element], page: Page) -> list[str]:
    return [f"{each.mark} {each.dated(page.lang)}".strip() for each in elements]


def _grid(
    table: CrossTable, page: Page, heads: list[str], told: str
) -> tuple[list[str], list[list[Cell]]]:
    """Return head and rows: names on the left, totals on the right and below."""
    totals, total = table.totals(), page.text("cross-total")
    kind = list_style(table, page)

    def cell(row: str, column: str) -> Cell:
        pair = table.pairs.get((row, column))
        if pair is None:
            return ""
        if told == "marks":
            return _mark(pair, page)
        if not table.through:
            return 1 if told == "count" else basis_text(pair.ground, page.lang)
        if told == "count" or (table.within and row == column):
            return len(pair.shared)
        return joined((_called(page.known[iri], kind, page) for iri in pair.shared), page.lang)

    rows: list[list[Cell]] = [
        [name, *(cell(row.iri, column.iri) for column in table.columns), totals.rows[row.iri]]
        for name, row in zip(_named(table.rows, page), table.rows, strict=True)
    ]
    below = [totals.columns[column.iri] for column in table.columns]
    rows.append([total, *below, totals.whole])
    return [kind_name(table.kinds[0], page.lang), *heads, total], rows


def _mark(pair: Pair, page: Page) -> str:
    mark = pick(BASIS_MARKS[pair.ground.effective], page.lang)
    return mark + THROUGH_MEASURE * pair.through_measure


def _called(element: Element, how: str, page: Page) -> str:
    if how == "whole":
        return element.named(page.lang)
    if how == "name":
        return element.label(page.lang)
    kind = kind_name(element.kind, page.lang) + (" " if page.lang == "en" else "")
    return (kind if how == "numbered" else "") + element.mark


def _short(element: Element, page: Page) -> str:
    """Return the short label of an element, which is Japanese, or its name."""
    short = literal(page.store, element.iri, PG.shortLabel, page.lang)
    return short or element.label(page.lang)


def _legend(table: CrossTable, page: Page) -> list[str]:
    """Return number and name of the columns, as many on a line as fit."""
    lines = [""]
    for name in _named(table.columns, page):
        longer = f"{lines[-1]}  {name}".strip()
        if lines[-1] and page.screen.columns and page.screen.width(longer) > page.screen.columns:
            lines.append(name)
        else:
            lines[-1] = longer
    return lines


def bands(told: list[list[str]], least: tuple[int, int], page: Page) -> Iterator[list[int]]:
    """Yield which columns stand side by side, the first one in each part, so that all fit."""
    widths = [max(map(page.screen.width, column)) for column in zip(*told, strict=True)]
    room = page.screen.columns - min(widths[0], least[0])
    band, taken = [0], 0
    for at, width in enumerate(widths[1:], start=1):
        needed = min(width, least[1]) + 2
        if page.screen.columns and len(band) > 1 and taken + needed > room:
            yield band
            band, taken = [0], 0
        band.append(at)
        taken += needed
    yield band
