"""The command that draws the マンダラ."""

from pathlib import Path

import click

from plan_graph.cli.common import (
    BASIS,
    GRAPH,
    LANG,
    OUTPUT,
    PATH,
    begin_page,
    cli,
    format_option,
    say,
)


@cli.command()
@format_option("html", "svg", "png", "pdf")
@click.option(
    "--style",
    type=click.Choice(["mandala", "network"]),
    default="mandala",
    help="マンダラか自由な図 / the mandala or a free network",
)
@click.option("--view", default="mandala", help="はじめに開く見方 / view that the HTML opens with")
@click.option("--paper", default="A3", show_default=True, help="紙の大きさ / paper: A0 A1 A3 A4")
@click.option(
    "--like", type=PATH, metavar="OLD.html", help="前の版の配置にならう / keep its places"
)
@click.option("--physics", is_flag=True, help="networkを動かして並べる / let the network settle")
@GRAPH
@LANG
@BASIS
@OUTPUT
def mandala(
    form: str,
    style: str,
    view: str,
    paper: str,
    like: Path | None,
    physics: bool,
    graph: Path,
    lang: str,
    basis: str,
    output: Path | None,
) -> None:
    """マンダラ（9マスの目標シートとは別） / The mandala as an offline page, or on paper."""
    reading = begin_page(graph, basis, lang, output)
    from plan_graph.graph import save
    from plan_graph.mandala import FORMATS, ready, write
    from plan_graph.messages import text

    ready()
    wanted = "network" if style == "network" else form
    made = write(reading(), wanted, view=view, paper=paper, like=like, physics=physics)
    path = output or Path("mandala").with_suffix(FORMATS[wanted])
    save(path, made.content)
    say(text("picture-written", lang, path=path, items=made.items, lines=made.lines))
    if made.crossings[0]:
        before, after = made.crossings
        say(text("picture-crossings", lang, before=before, after=after), err=True)
