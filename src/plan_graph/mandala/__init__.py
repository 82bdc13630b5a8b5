"""The マンダラ: what the picture shows, where everything stands, and the files it is written to.

Data flows one way: `reading` reads the view of the graph as a `picture`; `layout` places it as
`scene`s (pure functions, in pixels of a screen); `files` writes pages, paper and a free network.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from plan_graph.answers import Page
from plan_graph.errors import PlanGraphError
from plan_graph.lookup import near_miss
from plan_graph.messages import did_you_mean, fault

#: What a picture can be written as, and how the name of its file ends.
FORMATS: Final = {
    "html": ".html",
    "svg": ".svg",
    "png": ".png",
    "pdf": ".pdf",
    "network": ".html",
}


#: Which of them are one sheet of paper.
_SHEETS: Final = ("svg", "png", "pdf")


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file, and what it shows: items, lines, lit items, crossings before and after."""

    content: str | bytes
    items: int
    lines: int
    lit: int
    crossings: tuple[int, int]


def write(  # noqa: PLR0913 - what a file can be, each by its name
    page: Page,
    form: str = "html",
    *,
    view: str = "mandala",
    paper: str = "A3",
    found: Iterable[str] = (),
    like: Path | None = None,
    physics: bool = False,
    addresses: Mapping[str, str] | None = None,
) -> Made:
    """Return the picture of the view of the graph that *page* tells, in one of FORMATS.

    *found* are IRIs of elements to light, *like* is an earlier page whose places are kept,
    *addresses* are where elements have pages of their own, by their IRIs. Raises
    PlanGraphError for a view or a paper that there is not, or an earlier page that is none.
    """
    from plan_graph.mandala.reading.build import build

    picture = build(page.store, page.known, page)
    keys = {item.iri: item.key for item in picture.items}
    lit = [keys[iri] for iri in dict.fromkeys(found) if iri in keys]
    earlier = _earlier(like) if like else None
    content: str | bytes
    if form in _SHEETS:
        from plan_graph.mandala.files import paper as papers

        scene = papers.sheet(picture, paper)
        content = papers.WRITERS[form](picture, scene)
        crossings = scene.crossings
    else:
        from plan_graph.mandala.layout.views import scenes

        placed = scenes(picture, earlier)
        _expect_view(view, list(dict.fromkeys(name.split("/")[0] for name in placed)))
        if form == "network":
            from plan_graph.mandala.files.network import network

            content = network(picture, placed, physics=physics)
        else:
            from plan_graph.mandala.files.page import page as html

            content = html(picture, placed, lit, view=view, addresses=addresses)
        crossings = next(iter(placed.values())).crossings
    return Made(content, len(picture.items), len(picture.lines), len(lit), crossings)


def ready() -> None:
    """Import what reads a picture, lays it out and writes its page, while a graph is read."""
    import plan_graph.mandala.files.page
    import plan_graph.mandala.reading.build  # noqa: F401 - only to have them imported
    from plan_graph.mandala import fonts
    from plan_graph.mandala.layout import lines, views  # noqa: F401

    fonts.measure()
    lines.parser()


def _earlier(page: Path) -> dict[str, dict[str, tuple[float, float]]]:
    from plan_graph.mandala.files.page_data import old_positions
    from plan_graph.register import read_text

    return old_positions(read_text(page), str(page))


def _expect_view(view: str, there: list[str]) -> None:
    if view not in there:
        near = did_you_mean(near_miss(view, there))
        known = ", ".join(there)
        raise PlanGraphError([fault("--view", "no-view", text=view, near=near, known=known)])
