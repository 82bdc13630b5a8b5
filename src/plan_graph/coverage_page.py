"""Coverage as one page for the browser and for paper: charts, and tables that say the same."""

from collections.abc import Mapping, Sequence
from typing import Final

from plan_graph.answers import Page
from plan_graph.charts import Bar, Part, bars
from plan_graph.coverage import Coverage, Expected, Reached
from plan_graph.coverage_answers import (
    bases_table,
    confirmations_table,
    held_table,
    reached_table,
    relation_name,
)
from plan_graph.coverage_notes import (
    banner,
    by_basis,
    by_kind,
    estimates_lines,
    expected,
    group_kind,
    item_name,
    missing_names,
    not_printed,
    notes,
    numbered,
    plan_name,
    shown_bases,
    target_lines,
)
from plan_graph.kinds import kind_name
from plan_graph.messages import BASES, BASIS_MARKS, pick
from plan_graph.plain_page import figure, how, html_table, listing, safe, section, whole_page
from plan_graph.tables import joined
from plan_graph.vocab import PG

#: Basis to the look of its part.
_LOOKS: Final = {PG.Stated: "solid", PG.Matched: "stripes", PG.Estimated: "dots"}
#: The page lists so many names; the workbook has them all.
_NAMES = 60


def coverage_page(found: Coverage, page: Page) -> str:
    """Return the page: UTF-8, whole in itself, everything escaped that a graph may say."""
    title, lead = page.text("coverage"), page.text("coverage-lead")
    return whole_page(title, lead, [sections(found, page)], notes(found, page), page)


def sections(found: Coverage, page: Page) -> str:
    """Return all that stands between the head and the foot of the page, as HTML."""
    parts = [
        _held(found, page),
        *(_reached(kind, group, page) for kind, group in by_kind(found).items()),
        _bases(found, page),
        _confirmations(found, page),
    ]
    return "".join(parts)


def _lacking(found: Coverage, page: Page) -> str:
    """Return who lacks what, each with its names."""
    pairs = "".join(
        f"<div><dt>{safe(what)}</dt><dd>{safe(names)}</dd></div>\n"
        for what, names in missing_names(found, page, _NAMES)
    )
    return f"<dl>\n{pairs}</dl>\n" if pairs else ""


def _parts(page: Page, *, none: bool = False, there: bool = False) -> list[Part]:
    """Return the parts of a bar: a basis each, and those that have nothing."""
    parts = [
        Part(pick(BASES[basis], page.lang), pick(BASIS_MARKS[basis], page.lang), look)
        for basis, look in _LOOKS.items()
        if basis in shown_bases(page)
    ]
    if there:
        letter = page.text("coverage-there-letter")
        parts = [Part(page.text("coverage-there"), letter, "solid")]
    if none:
        letter = page.text("coverage-none-letter")
        parts.append(Part(page.text("coverage-none"), letter, "blank"))
    return parts


def _said(number: str, bases: str, page: Page) -> str:
    """Return what stands beside a bar: how many, and of which basis."""
    return page.text("coverage-bracketed", what=number, more=bases) if bases else number


def _numbers(counts: Mapping[str, int], page: Page) -> tuple[int, ...]:
    return tuple(counts.get(basis, 0) for basis in _LOOKS if basis in shown_bases(page))


# --- The sections -------------------------------------------------------------------------------


def _held(found: Coverage, page: Page) -> str:
    """Return who has what: by basis where something rests on one, else whether it is there."""
    groups = expected(found)
    several = len({each.plan for each in groups} - {""}) > 1
    title = page.text("coverage-held")

    def label(each: Expected) -> str:
        name = f"{item_name(each.item, page)} – {group_kind(each.kind, page)}"
        plan = plan_name(each.plan, page) if several else ""
        return page.text("coverage-bracketed", what=name, more=plan) if plan else name

    def said(each: Expected) -> str:
        counts = {basis: len(each.on(basis)) for basis in _LOOKS}
        return _said(f"{len(each.held)}/{each.total}", by_basis(counts, page), page)

    related = [
        Bar(
            label(each),
            (*_numbers({b: len(each.on(b)) for b in _LOOKS}, page), len(each.missing)),
            said(each),
        )
        for each in groups
        if each.kind
    ]
    told = [
        Bar(label(each), (len(each.held), len(each.missing)), f"{len(each.held)}/{each.total}")
        for each in groups
        if not each.kind
    ]
    charts = bars(related, _parts(page, none=True), title=title, key="held", share=True)
    charts += bars(told, _parts(page, none=True, there=True), title=title, key="told", share=True)
    return section(
        title,
        how(page.text("coverage-chart-held")),
        figure(charts, held_table(found, page), page),
        below=_lacking(found, page) + "".join(map(how, not_printed(found, page))),
    )


def _reached(kind: str, group: Sequence[Reached], page: Page) -> str:
    """Return how much of what people do leads to each of *group*."""
    name = kind_name(kind, page.lang)
    title = page.text("coverage-reached", kind=name)
    rows = []
    for each in group:
        counts = {basis: each.done(basis) for basis in _LOOKS}
        said = by_basis(counts, page) or page.text("coverage-not-yet")
        rows.append(Bar(numbered(page.known[each.target], page), _numbers(counts, page), said))
    kinds = joined((kind_name(each, page.lang) for each in group[0].doers), page.lang)
    warning = "".join(f'<p class="banner">{safe(line)}</p>\n' for line in banner(kind, group, page))
    key = kind.rpartition("#")[2].lower()
    return section(
        title,
        how(page.text("coverage-chart-reached", kinds=kinds)),
        warning,
        figure(bars(rows, _parts(page), title=title, key=key), reached_table(group, page), page),
        below=listing(target_lines(group, page)),
    )


def _bases(found: Coverage, page: Page) -> str:
    title = page.text("coverage-bases")
    rows = [
        Bar(
            relation_name(relation, page),
            _numbers(counts, page),
            _said(str(sum(counts.values())), by_basis(counts, page), page),
        )
        for relation, counts in found.bases.items()
    ]
    return section(
        title,
        how(page.text("coverage-chart-bases")),
        figure(
            bars(rows, _parts(page), title=title, key="bases", share=True),
            bases_table(found, page),
            page,
        ),
        below=listing(estimates_lines(found, page)),
    )


def _confirmations(found: Coverage, page: Page) -> str:
    table = confirmations_table(found, page)
    content = html_table(table) if table[1] else how(page.text("coverage-nothing"))
    return section(page.text("coverage-confirmations"), content)
