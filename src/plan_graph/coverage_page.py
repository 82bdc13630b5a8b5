"""Coverage as one page for the browser and for paper: charts, tables, no script, no request."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from html import escape
from typing import Final

from plan_graph.answers import Page
from plan_graph.charts import STYLE as CHARTS
from plan_graph.charts import Bar, Part, bars
from plan_graph.coverage import Coverage, Expected, Reached
from plan_graph.coverage_answers import (
    Table,
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
from plan_graph.tables import joined, shown
from plan_graph.vocab import PG

#: Basis to the look of its part.
_LOOKS: Final = {PG.Stated: "solid", PG.Matched: "stripes", PG.Estimated: "dots"}
#: The page lists so many names; the workbook has them all.
_NAMES = 60

_STYLE: Final = (
    """
:root{color-scheme:light dark;--ink:#1B2733;--quiet:#55616D;--paper:#FFFFFF;--sky:#F3F8FB;
--rule:#D5DDE4}
*{box-sizing:border-box}
body{margin:0 auto;padding:2.5rem 1.25rem 4rem;max-width:52rem;background:var(--paper);
color:var(--ink);font:16px/1.75 "BIZ UDPGothic","BIZ UDGothic","Hiragino Sans","Yu Gothic UI",
"Noto Sans CJK JP","Noto Sans JP",sans-serif}
h1{margin:0;font-size:1.9rem;line-height:1.3}
h2{margin:0 0 .25rem;font-size:1.2rem;line-height:1.4}
p{margin:.25rem 0;text-wrap:pretty}
.lead{margin-top:.5rem;font-size:1.05rem}
.view,.how,footer,caption,summary{color:var(--quiet);font-size:.875rem}
section{margin-top:2.5rem;padding-top:1.25rem;border-top:1px solid var(--rule)}
figure{margin:1rem 0 .5rem;overflow-x:auto}
.chart{min-width:34rem}
ul,dl{margin:.75rem 0;padding:.75rem 1.25rem;background:var(--sky);border-radius:.5rem}
ul{padding-left:2.25rem}
li,dl div{margin:.4rem 0}
dt{font-weight:700}
dd{margin:0;line-height:1.65}
.banner{margin:.5rem 0;padding:.4rem .75rem;border-left:4px solid #A86200;background:var(--sky)}
summary{cursor:pointer;padding:.25rem 0}
.wide{overflow-x:auto}
table{border-collapse:collapse;font-size:.875rem;line-height:1.5}
th,td{padding:.3rem .75rem .3rem 0;border-bottom:1px solid var(--rule);text-align:left;
vertical-align:top}
td.number{text-align:right;font-variant-numeric:tabular-nums}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--rule)}
@media (prefers-color-scheme:dark){:root{--ink:#E8EDF2;--quiet:#A9B5C1;--paper:#17212B;
--sky:#1F2C39;--rule:#3A4753}}
@media print{:root{--ink:#1B2733;--quiet:#55616D;--paper:#FFFFFF;--sky:#F3F8FB;--rule:#D5DDE4}
body{padding:0;max-width:none;font-size:10.5pt}section{margin-top:1.25rem}
.kept,li,dl div,tr{break-inside:avoid}details{display:none}}
"""
    + CHARTS
)


def coverage_page(found: Coverage, page: Page) -> str:
    """Return the page: UTF-8, whole in itself, everything escaped that a graph may say."""
    style = b64encode(sha256(_STYLE.encode()).digest()).decode()
    city = joined(
        (e.label(page.lang) for e in page.known.values() if e.kind == PG.Municipality), page.lang
    )
    title = page.text("coverage")
    whole = f"{title} – {city}" if city else title
    policy = f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{page.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(whole)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f'<header>\n<p class="view">{_safe(city)}</p>\n<h1>{_safe(title)}</h1>\n'
        f'<p class="lead">{_safe(page.text("coverage-lead"))}</p>\n</header>\n'
        f"{sections(found, page)}</main>\n<footer>\n{_paragraphs(notes(found, page))}</footer>\n"
        "</body>\n</html>\n"
    )


def sections(found: Coverage, page: Page) -> str:
    """Return all that stands between the head and the foot of the page, as HTML."""
    parts = [
        _held(found, page),
        *(_reached(kind, group, page) for kind, group in by_kind(found).items()),
        _bases(found, page),
        _confirmations(found, page),
    ]
    return "".join(parts)


def _safe(text: str) -> str:
    return escape(shown(text))


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{_safe(line)}</p>\n" for line in lines)


def _section(title: str, *kept: str, below: str = "") -> str:
    """Return a section; on paper its title stays with what is *kept* together below it."""
    top = f'<div class="kept">\n<h2>{_safe(title)}</h2>\n{"".join(kept)}</div>\n'
    return f"<section>\n{top}{below}</section>\n"


def _how(text: str) -> str:
    return f'<p class="how">{_safe(text)}</p>\n'


def _list(lines: Sequence[str]) -> str:
    items = "".join(f"<li>{_safe(line)}</li>\n" for line in lines)
    return f"<ul>\n{items}</ul>\n" if lines else ""


def _lacking(found: Coverage, page: Page) -> str:
    """Return who lacks what, each with its names."""
    pairs = "".join(
        f"<div><dt>{_safe(what)}</dt><dd>{_safe(names)}</dd></div>\n"
        for what, names in missing_names(found, page, _NAMES)
    )
    return f"<dl>\n{pairs}</dl>\n" if pairs else ""


def _figure(chart: str, table: Table, page: Page) -> str:
    """Return a chart with its twin, a table that says the same."""
    twin = f"<details>\n<summary>{_safe(page.text('coverage-table'))}</summary>\n{_table(table)}"
    return f"<figure>\n{chart}\n{twin}</details>\n</figure>\n"


def _table(table: Table) -> str:
    head, rows = table
    top = "".join(f'<th scope="col">{_safe(cell)}</th>' for cell in head)
    body = "".join(
        "<tr>"
        + "".join(
            f"<td>{_safe(cell)}</td>"
            if isinstance(cell, str)
            else f'<td class="number">{cell}</td>'
            for cell in row
        )
        + "</tr>\n"
        for row in rows
    )
    return (
        f'<div class="wide"><table>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{body}</tbody>\n'
        "</table></div>\n"
    )


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
    return _section(
        title,
        _how(page.text("coverage-chart-held")),
        _figure(charts, held_table(found, page), page),
        below=_lacking(found, page) + "".join(map(_how, not_printed(found, page))),
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
    warning = "".join(
        f'<p class="banner">{_safe(line)}</p>\n' for line in banner(kind, group, page)
    )
    key = kind.rpartition("#")[2].lower()
    return _section(
        title,
        _how(page.text("coverage-chart-reached", kinds=kinds)),
        warning,
        _figure(bars(rows, _parts(page), title=title, key=key), reached_table(group, page), page),
        below=_list(target_lines(group, page)),
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
    return _section(
        title,
        _how(page.text("coverage-chart-bases")),
        _figure(
            bars(rows, _parts(page), title=title, key="bases", share=True),
            bases_table(found, page),
            page,
        ),
        below=_list(estimates_lines(found, page)),
    )


def _confirmations(found: Coverage, page: Page) -> str:
    table = confirmations_table(found, page)
    content = _table(table) if table[1] else _how(page.text("coverage-nothing"))
    return _section(page.text("coverage-confirmations"), content)
