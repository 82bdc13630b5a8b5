"""One page for the browser and for paper, whole in itself: no script, no request."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from hashlib import sha256
from html import escape
from typing import Final

from plan_graph.answers import Page
from plan_graph.charts import STYLE as CHARTS
from plan_graph.tables import joined, shown
from plan_graph.vocab import PG
from plan_graph.workbook import Cell

#: Cells with a number that are shorter stand in one line.
_WHOLE: Final = 20
#: The head of a table and its rows.
Table = tuple[Sequence[str], Sequence[Sequence[Cell]]]

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
h3{margin:0 0 .5rem;font-size:1rem;line-height:1.4}
.roomy{max-width:82rem}
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
.number{text-align:right;font-variant-numeric:tabular-nums}
td.number + td:not(.number),th.number + th:not(.number){padding-left:.75rem}
th{min-width:4.5em}
td.whole{white-space:nowrap}
footer{margin-top:3rem;padding-top:1rem;border-top:1px solid var(--rule)}
@media (prefers-color-scheme:dark){:root{--ink:#E8EDF2;--quiet:#A9B5C1;--paper:#17212B;
--sky:#1F2C39;--rule:#3A4753}}
@media print{:root{--ink:#1B2733;--quiet:#55616D;--paper:#FFFFFF;--sky:#F3F8FB;--rule:#D5DDE4}
body{padding:0;max-width:none;font-size:10.5pt}section{margin-top:1.25rem}
td.whole{white-space:normal}.kept,li,dl div,tr{break-inside:avoid}details{display:none}}
"""
    + CHARTS
)


def whole_page(  # noqa: PLR0913 - the parts of a page, each by its name
    title: str,
    lead: str,
    sections: Iterable[str],
    notes: Iterable[str],
    page: Page,
    *,
    roomy: bool = False,
) -> str:
    """Return the page: UTF-8, whole in itself, everything escaped that a graph may say.

    A *roomy* one takes the width that there is, for charts side by side.
    """
    style = b64encode(sha256(_STYLE.encode()).digest()).decode()
    city = joined(
        (e.label(page.lang) for e in page.known.values() if e.kind == PG.Municipality), page.lang
    )
    whole = f"{title} – {city}" if city else title
    policy = f"default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="{page.lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{safe(whole)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body{' class=roomy' if roomy else ''}>\n<main>\n"
        f'<header>\n<p class="view">{safe(city)}</p>\n<h1>{safe(title)}</h1>\n'
        f'<p class="lead">{safe(lead)}</p>\n</header>\n'
        f"{''.join(sections)}</main>\n<footer>\n{paragraphs(notes)}</footer>\n"
        "</body>\n</html>\n"
    )


def safe(text: str) -> str:
    """Return *text* so that nothing in it is markup or steers the writing."""
    return escape(shown(text))


def paragraphs(lines: Iterable[str], css: str = "") -> str:
    """Return a paragraph for each line, of the class *css* if one is named."""
    start = f'<p class="{css}">' if css else "<p>"
    return "".join(f"{start}{safe(line)}</p>\n" for line in lines)


def how(text: str) -> str:
    """Return a quiet paragraph that says how to read what follows."""
    return paragraphs([text], "how")


def section(title: str, *kept: str, below: str = "") -> str:
    """Return a section; on paper its title stays with what is *kept* together below it."""
    top = f'<div class="kept">\n<h2>{safe(title)}</h2>\n{"".join(kept)}</div>\n'
    return f"<section>\n{top}{below}</section>\n"


def listing(lines: Sequence[str]) -> str:
    """Return a list of lines; of none nothing."""
    items = "".join(f"<li>{safe(line)}</li>\n" for line in lines)
    return f"<ul>\n{items}</ul>\n" if lines else ""


def figure(chart: str, table: Table, page: Page) -> str:
    """Return a chart with its twin, a table that says the same."""
    twin = f"<details>\n<summary>{safe(page.text('coverage-table'))}</summary>\n{html_table(table)}"
    return f"<figure>\n{chart}\n{twin}</details>\n</figure>\n"


def html_table(table: Table) -> str:
    """Return a table with its head; numbers stand to the right. The keyboard can scroll it."""
    head, rows = table
    numeric = [all(not isinstance(row[at], str) for row in rows) for at in range(len(head))]
    top = "".join(
        f'<th scope="col"{" class=number" * (number and bool(rows))}>{safe(cell)}</th>'
        for cell, number in zip(head, numeric, strict=True)
    )
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in rows)
    return (
        f'<div class="wide" tabindex="0"><table>\n<thead><tr>{top}</tr></thead>\n'
        f"<tbody>\n{body}</tbody>\n"
        "</table></div>\n"
    )


def _cell(cell: Cell) -> str:
    if not isinstance(cell, str):
        return f'<td class="number">{cell}</td>'
    # A value such as 30,000人（R6年度） is not broken.
    whole = len(cell) < _WHOLE and any(map(str.isdigit, cell))
    return f'<td class="whole">{safe(cell)}</td>' if whole else f"<td>{safe(cell)}</td>"
