"""What is to be known of a cross table: how it came about, what its cells mean, how it counts."""

from collections.abc import Iterable

from plan_graph.answers import Page, counts_text, footer, sdgs_banner
from plan_graph.cross import CrossTable
from plan_graph.kinds import kind_name
from plan_graph.messages import BASES, BASIS_MARKS, pick
from plan_graph.tables import joined
from plan_graph.vocab import PG, SDGO

#: Beside the mark of a pair that is joined only through a measure.
THROUGH_MEASURE = "*"


def list_style(table: CrossTable, page: Page) -> str:
    """Return how a list calls what is shared: by number, by kind and number, by name, whole."""
    if len(table.through) > 1:
        return "whole"
    marks = {page.known[iri].mark for pair in table.pairs.values() for iri in pair.shared}
    if table.within or "" in marks:
        return "name"
    # A spreadsheet takes 2-4 alone for a date.
    return "numbered" if any("-" in mark for mark in marks) else "number"


def _kinds(kinds: Iterable[str], page: Page) -> str:
    return joined((kind_name(kind, page.lang) for kind in kinds), page.lang)


def title(table: CrossTable, page: Page) -> str:
    """Return what is crossed, and through what."""
    rows, columns = (kind_name(kind, page.lang) for kind in table.kinds)
    if not table.through:
        return page.text("cross", rows=rows, columns=columns)
    through = _kinds(table.through, page)
    return page.text("cross-through", rows=rows, columns=columns, through=through)


def banner(table: CrossTable, page: Page) -> list[str]:
    """Return the banner of a table that tells of the SDGs, while it is needed."""
    sdgs = {SDGO.Goal, SDGO.Target} & {*table.kinds, *table.through}
    return sdgs_banner(page) if sdgs else []


def notes(table: CrossTable, page: Page, told: str) -> list[str]:
    """Tell how the table came about, what its cells (as *told*) mean, and how it was counted."""
    separator = "; " if page.lang == "en" else "／"
    sentences = separator.join(each.sentence(page.lang) for each in table.relations)
    kinds = _kinds(table.through, page)
    lines = [page.text("cross-relations", sentences=sentences), *_of_cells(table, page, told)]
    rows = kind_name(table.kinds[0], page.lang)
    totals = "within" if table.within else "shared" if table.through else "pairs"
    lines.append(page.text(f"cross-{totals}-total", kinds=kinds, rows=rows))
    lines.append(page.text("cross-blank"))
    if table.dropped:
        lines.append(page.text("cross-dropped", rows=rows, count=table.dropped))
    if table.elsewhere:
        lines.append(page.text("cross-elsewhere", kinds=_kinds(table.elsewhere, page)))
    if any(ground.effective == PG.Estimated for ground in table.counted):
        lines.append(page.text("estimated-note"))
    if PG.Vision in table.kinds:
        lines.append(page.text("cross-visions"))
    lines.append(page.text("counted", counts=counts_text(table.counted, page.lang)))
    return [*lines, *footer(page).splitlines()]


def _of_cells(table: CrossTable, page: Page, told: str) -> list[str]:
    """Tell what the cells mean."""
    kinds = _kinds(table.through, page)
    if told == "marks":
        lines = [page.text("cross-marks", marks=_marks(table, page))]
        return [*lines, page.text("cross-marks-shared")] if table.through else lines
    if not told:
        return []
    by_name = told == "list" and list_style(table, page) in {"name", "whole"}
    form = "-names" if by_name else ""
    form = form if table.through else "-direct"
    lines = [page.text(f"cross-{told}{form}", kinds=kinds)]
    return [*lines, page.text("cross-diagonal", kinds=kinds)] if table.within else lines


def _marks(table: CrossTable, page: Page) -> str:
    """Return the marks that the table uses, with what they mean."""
    used = {pair.ground.effective for pair in table.pairs.values()}
    marks = [
        page.text("cross-mark", mark=pick(mark, page.lang), basis=pick(BASES[basis], page.lang))
        for basis, mark in BASIS_MARKS.items()
        if basis in used
    ]
    if any(pair.through_measure for pair in table.pairs.values()):
        through = page.text("through-measure")
        marks.append(page.text("cross-mark", mark=THROUGH_MEASURE, basis=through))
    return joined(marks, page.lang)
