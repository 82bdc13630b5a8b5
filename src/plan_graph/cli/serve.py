"""The command that opens everything in the browser."""

from pathlib import Path

import click

from plan_graph.cli.common import AUDIENCE, GRAPH, LANG, cli, say


@cli.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="番号（0：空いているもの） / port, 0: any",
)
@click.option(
    "--workers", type=click.IntRange(1, 64), help="答える処理の数 / processes that answer"
)
@click.option(
    "--seconds",
    type=click.FloatRange(0.1),
    help="一つの答えの時間の上限 / longest time of an answer",
)
@click.option("--open", "opened", is_flag=True, help="ブラウザーも開く / open the browser too")
@GRAPH
@LANG
@AUDIENCE
def serve(
    port: int,
    workers: int | None,
    seconds: float | None,
    opened: bool,
    graph: Path,
    lang: str,
    audience: str,
) -> None:
    """ブラウザーとSPARQLで使う / Everything in the browser, and a SPARQL endpoint."""
    from plan_graph.graph import load_store
    from plan_graph.messages import text

    load_store(graph)  # what is wrong with it is told here, not in the browser
    from plan_graph.web.pool import SECONDS
    from plan_graph.web.server import application, listen, run

    app = application(
        graph, lang=lang, audience=audience, workers=workers, seconds=seconds or SECONDS
    )
    listener = listen(port)
    address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    say(text("web.serving", lang, address=address, audience=text(f"web.{audience}", lang)))
    if opened:
        click.launch(address)
    run(app, listener)
    say(text("web.served", lang))
