"""What all commands share: the group that shows errors, the options, and ways to put out."""

import codecs
import gc
import os
import sys
import unicodedata
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from plan_graph import __version__
from plan_graph.errors import PlanGraphError
from plan_graph.vocab import AUDIENCES, BASIS_NAMES

if TYPE_CHECKING:
    from plan_graph.answers import Page
    from plan_graph.tables import Screen
    from plan_graph.workbook import Notes, Sheet

_Result = TypeVar("_Result")
#: Bytes of stack for the longest query that is let through; only what is used is taken.
_DEEP: Final = 1 << 29
#: Signs that cp932 writes as another one; the rest is replaced by its NFKC or by ?.
_LOOKALIKES: Final = {"—": "―", "–": "-", "−": "－", "〜": "～", "“": '"', "”": '"'}


#: The modules of the commands, in the order in which they are looked through.
_MODULES: Final = ("ask", "tables", "pictures", "progress", "network", "exports", "keep", "serve")


class _Commands(click.Group):
    """The one place that shows errors: a user's mistakes as sentences, bugs as they are."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; modules are imported only until one of them has it."""
        for module in _MODULES:
            if cmd_name in self.commands:
                break
            import_module(f"plan_graph.cli.{module}")
        return super().get_command(ctx, cmd_name)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        for module in _MODULES:
            import_module(f"plan_graph.cli.{module}")
        return super().list_commands(ctx)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click declares it
        """Run the command; a `PlanGraphError` ends with its faults and exit code 2."""
        try:
            return super().invoke(ctx)
        except PlanGraphError as error:
            lang = ctx.meta.get("plan-graph.lang", "ja")
            say(error.text(lang), err=True)
            ctx.exit(2)


def _lang(ctx: click.Context, _: click.Parameter, value: str) -> str:
    ctx.meta["plan-graph.lang"] = value
    return value


def _graph_path(_: click.Context, __: click.Parameter, value: Path | None) -> Path:
    from plan_graph.resources import GRAPH

    return value or GRAPH


def _checked_folder(_: click.Context, __: click.Parameter, value: Path | None) -> Path:
    """Return the folder whose accepted findings count: here, or those of the shipped graph."""
    from plan_graph.resources import GRAPH

    here = Path("data")
    return value or (here if (here / "city.toml").is_file() else GRAPH.parent)


_Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
PATH: Final = click.Path(path_type=Path)
LANG: Final[_Decorator] = click.option(
    "--lang",
    type=click.Choice(["ja", "en"]),
    default="ja",
    callback=_lang,
    is_eager=True,
    help="表示の言語 / language",
)
GRAPH: Final[_Decorator] = click.option(
    "--graph", type=PATH, callback=_graph_path, help="グラフのファイル / graph file (Turtle)"
)
DATA: Final[_Decorator] = click.option(
    "--data", type=PATH, default="data", help="city.toml のあるフォルダ / data folder"
)
ACCEPTED: Final[_Decorator] = click.option(
    "--data", type=PATH, callback=_checked_folder, help="city.toml のあるフォルダ / data folder"
)
BASIS: Final[_Decorator] = click.option(
    "--basis",
    type=click.Choice(list(BASIS_NAMES)),
    default="estimated",
    help="根拠の下限 / weakest basis",
)
AUDIENCE: Final[_Decorator] = click.option(
    "--audience",
    type=click.Choice(AUDIENCES),
    default=AUDIENCES[0],
    help="見せる相手：公開用・庁内用 / who will see it",
)
OUTPUT: Final[_Decorator] = click.option(
    "-o", "--output", type=PATH, help="書き出すファイル / write to a file"
)


def format_option(*names: str) -> _Decorator:
    """Return the option --format with these names; the first is the default."""
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], help="形式 / format"
    )


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """計画のつながりを、根拠とともにたどる / How a city's plans hang together, and why."""


def within(seconds: float, lang: str, work: "Callable[[], _Result]") -> "_Result":
    """Return what *work* returns; end the process when it takes longer than *seconds*.

    The engine cannot be interrupted, so the process ends whole; outputs are written only
    afterwards, so that no half of one is left. It goes down one step for each part of a query
    that joins, hence the deep stack.
    """
    from plan_graph.messages import text

    try:
        return _begin(work, stack=_DEEP)(seconds)
    except TimeoutError:
        say(text("late", lang, seconds=f"{seconds:g}"), err=True)
        os._exit(2)


def begin_page(
    graph: Path, basis: str, lang: str, output: Path | None = None, audience: str = AUDIENCES[0]
) -> "Callable[[], Page]":
    """Begin to read the view by *basis* of the file *graph*; return what waits for its page.

    The engine reads without holding the interpreter: meanwhile a command imports what it needs.
    """
    from plan_graph.graph import load_store, narrow

    reading = _begin(lambda: narrow(load_store(graph), BASIS_NAMES[basis]))

    def page() -> "Page":
        from plan_graph.answers import Page
        from plan_graph.lookup import elements

        shown = screen(output)
        store = reading(None)
        return Page(store, elements(store), BASIS_NAMES[basis], lang, shown, audience=audience)

    return page


def _begin(work: "Callable[[], _Result]", *, stack: int = 0) -> "Callable[[float | None], _Result]":
    """Begin *work* in a thread; return what waits for it, some seconds long, and gives its result.

    It raises what *work* raised, and TimeoutError when the seconds were not enough.
    """
    from threading import Thread, stack_size

    results: list[_Result] = []
    errors: list[Exception] = []

    def run() -> None:
        try:
            results.append(work())
        except Exception as error:  # noqa: BLE001 - raised again where it is waited for
            errors.append(error)

    def result(seconds: float | None) -> _Result:
        thread.join(seconds)
        if thread.is_alive():
            raise TimeoutError
        if errors:
            raise errors[0]
        return results[0]

    thread = Thread(target=run)
    usual = stack_size(stack)
    thread.start()
    stack_size(usual)
    return result


def say(content: str, *, err: bool = False, nl: bool = True) -> None:
    """Print *content*: the one place that does, so that no label can steer the terminal."""
    from plan_graph.tables import harmless

    click.echo(harmless(content), err=err, nl=nl)


def put(content: str, output: Path | None, *, bom: bool = False) -> None:
    """Print *content*, or write it to *output*; a table for Excel begins with a BOM there."""
    if output is None:
        # The console makes its own line ends; RFC 4180 wants them in files.
        say(content.replace("\r\n", "\n"), nl=False)
        return
    from plan_graph.graph import save

    save(output, "\ufeff" + content if bom else content)


def show_paged(content: str, output: Path | None) -> None:
    """Print *content*, on a terminal page by page where it is longer than the screen."""
    import shutil

    from plan_graph.tables import harmless

    lines = shutil.get_terminal_size().lines
    if output is None and sys.stdout.isatty() and content.count("\n") >= lines:
        click.echo_via_pager(harmless(content).removesuffix("\n"))
    else:
        put(content, output)


def save_workbook(content: "tuple[list[Sheet], Notes]", output: Path | None) -> None:
    """Write a workbook to *output*; raise PlanGraphError when there is none."""
    from plan_graph.graph import save
    from plan_graph.messages import fault
    from plan_graph.workbook import workbook

    if output is None:
        raise PlanGraphError([fault("--format xlsx", "xlsx-output")])
    save(output, workbook(*content))


def light(page: "Page", found: Iterable[str], path: Path) -> None:
    """Write a mandala to *path* on which the elements *found* are lit."""
    from plan_graph.graph import save
    from plan_graph.mandala import write

    made = write(page, "html", found=found)
    save(path, made.content)
    say(page.text("picture-lit", path=path, count=made.lit), err=True)


def screen(output: Path | None) -> "Screen":
    """Return what the answer is shown on: a file has no limit, a Japanese console wide signs."""
    from plan_graph.tables import Screen

    columns = 0
    if not output and sys.stdout.isatty():
        import shutil

        columns = shutil.get_terminal_size().columns
    japanese = (sys.stdout.encoding or "").lower() in {"cp932", "shift_jis"}
    return Screen(columns, 2 if japanese else 1)


def _replace(error: UnicodeError) -> tuple[str, int]:
    """Encode what the console cannot show as the nearest sign that it can."""
    if not isinstance(error, UnicodeEncodeError):
        raise error

    def nearest(sign: str) -> str:
        for candidate in (_LOOKALIKES.get(sign, sign), unicodedata.normalize("NFKC", sign)):
            try:
                candidate.encode(error.encoding)
            except UnicodeEncodeError:
                continue
            return candidate
        return "?"

    unshown = error.object[error.start : error.end]
    return "".join(map(nearest, unshown)), error.end


def main() -> None:
    """Run the commands, on any console: no sign may stop an answer."""
    codecs.register_error("plan-graph", _replace)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plan-graph")
    # What a command makes it keeps to its end: to look for cycles after each 700 new objects takes
    # a tenth of the time of a large graph.
    gc.set_threshold(50_000)
    try:
        cli(prog_name="plan-graph")
    except SystemExit as end:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        # Giving back each object of a large graph to a process that ends would only take time.
        os._exit(end.code if isinstance(end.code, int) else bool(end.code))
