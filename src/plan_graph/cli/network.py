"""The commands that tell what the structure of the graph says, one for each finding."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from plan_graph.cli.common import (
    AUDIENCE,
    BASIS,
    GRAPH,
    LANG,
    OUTPUT,
    PATH,
    begin_page,
    cli,
    format_option,
    light,
    put,
    save_workbook,
    show_paged,
)

#: Graphs that つなぎ役 can be looked for in; a test compares them with those of the library.
GRAPHS = (
    "department-department",
    "action-action",
    "theme-theme",
    "actor-theme",
    "measure-goal",
    "whole",
)


@cli.group()
def network() -> None:
    """つながりを読む / What the structure says: who joins, what stands on one support, and more."""


def _options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give *function* the options that all findings have."""
    lit = "見つかった要素をマンダラに示す / on the mandala"
    for option in (
        click.option("--on-mandala", type=PATH, metavar="FILE.html", help=lit),
        OUTPUT,
        format_option("table", "json", "xlsx"),
        AUDIENCE,
        BASIS,
        LANG,
        GRAPH,
    ):
        function = option(function)
    return function


def _finding(function: Callable[..., Any]) -> click.Command:
    """Make *function* a command of `network`."""
    return network.command()(_options(function))


@_finding
def simultaneous(**options: Any) -> None:  # noqa: ANN401 - the options above
    """同時解決の候補 / Actions that may solve several issues at once."""
    _tell("simultaneous", **options)


@_finding
@click.option(
    "--projection",
    type=click.Choice(GRAPHS),
    default=GRAPHS[0],
    show_default=True,
    help="どの図で見るか / graph to look at",
)
def bridges(projection: str, **options: Any) -> None:  # noqa: ANN401
    """つなぎ役 / What joins things that would fall apart without it."""
    _tell("bridges", projection=projection, **options)


@_finding
def supports(**options: Any) -> None:  # noqa: ANN401
    """支えが1本のつながり / What nothing would lead to if one element stopped."""
    _tell("supports", **options)


@_finding
def thin(**options: Any) -> None:  # noqa: ANN401
    """つながりの薄いところ / Visions, issues, SDGs and themes where little leads."""
    _tell("thin", **options)


@_finding
def alike(**options: Any) -> None:  # noqa: ANN401
    """一緒に話すとよさそうな取組 / Actions that serve the same and sit at no common table."""
    _tell("alike", **options)


@_finding
def meetings(**options: Any) -> None:  # noqa: ANN401
    """出会いの候補 / Who shares much with a theme and is not in it yet."""
    _tell("meetings", **options)


@_finding
def groups(**options: Any) -> None:  # noqa: ANN401
    """近い取組のまとまり / Groups of close actions, against the projects on paper."""
    _tell("groups", **options)


@_finding
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
def ways(first: str, second: str, **options: Any) -> None:  # noqa: ANN401
    """二つをつなぐ道のり / Ways between two elements, the best founded first."""
    _tell("ways", ends=(first, second), **options)


@_finding
def missed(**options: Any) -> None:  # noqa: ANN401
    """届かなかった目標とビジョン（庁内用） / Visions whose actions missed targets (office)."""
    _tell("missed", **options)


@cli.command("what-if")
@click.option(
    "--without",
    "stopped",
    multiple=True,
    required=True,
    metavar="要素 ELEMENT",
    help="止まるとする要素（何度でも） / element that stops; may be repeated",
)
@_options
def what_if(stopped: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401
    """止まったら何が変わるか（庁内用） / What changes when an element stops (office)."""
    _tell("what-if", stopped=stopped, **options)


def _tell(
    name: str,
    *,
    graph: Path,
    lang: str,
    basis: str,
    audience: str,
    form: str,
    output: Path | None,
    on_mandala: Path | None,
    projection: str = "",
    ends: tuple[str, str] = ("", ""),
    stopped: tuple[str, ...] = (),
) -> None:
    reading = begin_page(graph, basis, lang, output, audience)
    from plan_graph import network_answers
    from plan_graph.lookup import find_all, find_both
    from plan_graph.network import ask, compare
    from plan_graph.tables import json_text

    page = reading()
    known = page.known
    network_answers.expect_audience(name, page)
    if any(ends):
        first, second = find_both(known, *ends)
        ends = (first.iri, second.iri)
    if stopped:
        gone = [each.iri for each in find_all(known, (("--without", name) for name in stopped))]
        finding = compare(page.store, known, gone)
    else:
        finding = ask(page.store, known, name, projection=projection, ends=ends)
    if form == "json":
        put(json_text(network_answers.network_json(finding, page)), output)
    elif form == "xlsx":
        save_workbook(network_answers.network_sheets(finding, page), output)
    else:
        show_paged(network_answers.network_text(finding, page) + "\n", output)
    if on_mandala:
        light(page, finding.found.lit, on_mandala)
