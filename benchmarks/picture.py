"""Measure the page of the mandala in Chromium against vis-network drawing the same.

vis-network (out of the installed pyvis) gets the same elements and lines at fixed places, physics
off. Told are medians of pairs in turn: the time until a page answers, and the 95th percentile of
what a highlight keeps the page busy; the same with 5,000 invented elements. Needs Chromium
(make system-deps). A bound is a claim to judge: the exit code is 0 whatever the ratios are.
"""

import argparse
import json
import math
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, sync_playwright

from plan_graph.answers import Page
from plan_graph.graph import load_store, narrow
from plan_graph.lookup import elements
from plan_graph.mandala.files.page import page
from plan_graph.mandala.layout.views import scenes
from plan_graph.mandala.picture import Item, Line, Picture
from plan_graph.mandala.reading.build import build
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MANY = 5_000
#: How many elements are highlighted one after the other.
HIGHLIGHTS = 40

VIS = """<!DOCTYPE html><meta charset="utf-8"><style>#net{{width:100vw;height:100vh}}</style>
<div id="net"></div><script>{script}</script><script>
const nodes = new vis.DataSet({nodes}), edges = new vis.DataSet({edges});
const network = new vis.Network(document.getElementById("net"), {{nodes, edges}}, {{
  physics: false,
  edges: {{smooth: false, arrows: "to"}},
  nodes: {{font: {{face: "sans-serif"}}}},
}});
network.once("afterDrawing", () => requestAnimationFrame(() => {{
  window.ready = performance.now();
}}));
</script>"""
#: Ours answers once its script has run and the browser has drawn what it laid out.
OURS_READY = """
addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => {
  window.ready = performance.now();
})));
"""
OURS_LIGHTS = """(keys) => keys.map((key) => {
  history.replaceState(null, "", "#f=" + key);
  const begin = performance.now();
  dispatchEvent(new HashChangeEvent("hashchange"));
  document.getElementById("picture").getBoundingClientRect();
  return performance.now() - begin;
})"""
VIS_LIGHTS = """(keys) => keys.map((key) => {
  const begin = performance.now();
  const near = new Set([...network.getConnectedNodes(key), key]);
  nodes.update(nodes.getIds().map((id) => ({id, opacity: near.has(id) ? 1 : 0.2})));
  network.selectNodes([key]);
  network.redraw();
  return performance.now() - begin;
})"""


def shown() -> Picture:
    """Return the picture of the released graph."""
    store = narrow(load_store(GRAPH), PG.Estimated)
    known = elements(store)
    return build(store, known, Page(store, known, PG.Estimated, "ja"))


def many(picture: Picture, count: int) -> Picture:
    """Return *picture* with its actions, and their lines, repeated until it has *count* items."""
    actions = [item for item in picture.items if item.kind == "Action"]
    lines = [line for line in picture.lines if not line.derived]
    of = {item.key: [line for line in lines if line.subject == item.key] for item in actions}
    items, drawn = list(picture.items), list(lines)
    for number in range(count - len(items)):
        pattern = actions[number % len(actions)]
        key = f"{pattern.key}-{number}"
        items.append(replace(pattern, key=key, mark=str(number + len(actions) + 1)))
        drawn += [replace(line, subject=key) for line in of[pattern.key]]
    kinds = {item.kind: at for at, item in enumerate(picture.items)}
    items.sort(key=lambda item: kinds[item.kind])
    return replace(picture, items=tuple(items), lines=tuple(drawn), steps=())


def vis(picture: Picture) -> str:
    """Return a page in which vis-network draws *picture* at fixed places."""
    spec = find_spec("pyvis")
    assert spec is not None
    assert spec.origin is not None
    script = Path(spec.origin).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
    radius = 20 * math.sqrt(len(picture.items))
    nodes = [node(at, item, radius) for at, item in enumerate(picture.items)]
    return VIS.format(
        script=script.read_text(encoding="utf-8"),
        nodes=json.dumps(nodes),
        edges=json.dumps(list(map(edge, picture.lines))),
    )


def node(at: int, item: Item, radius: float) -> dict[str, object]:
    """Return a node of vis-network in a sunflower of the given radius."""
    angle, away = at * 2.4, radius * math.sqrt(at)
    x, y = away * math.cos(angle), away * math.sin(angle)
    return {"id": item.key, "label": f"{item.mark} {item.short}", "x": x, "y": y}


def edge(line: Line) -> dict[str, object]:
    """Return an edge of vis-network."""
    return {"from": line.subject, "to": line.object, "title": line.sentence}


def opened(browser: Browser, file: Path, ready: str, lights: str, keys: list[str]) -> list[float]:
    """Return the milliseconds until *file* answers, and those of each highlight."""
    window = browser.new_page(viewport={"width": 1366, "height": 768})
    window.add_init_script(ready)
    window.goto(file.as_uri())
    # The policy of our page lets no string be evaluated, so that nobody can wait for one.
    while not (begun := window.evaluate("window.ready || 0")):
        window.wait_for_timeout(20)
    spent = window.evaluate(lights, keys)
    window.close()
    return [begun, *spent]


def measured(browser: Browser, picture: Picture, folder: Path, pairs: int) -> Iterator[str]:
    """Yield the rows of one picture: until it answers, and highlights; ours, vis-network, ratio."""
    html, peer = folder / "ours.html", folder / "vis.html"
    html.write_text(page(picture, scenes(picture)), encoding="utf-8")
    peer.write_text(vis(picture), encoding="utf-8")
    keys = [item.key for item in picture.items if item.kind in {"Action", "Vision"}][:HIGHLIGHTS]
    ours, theirs = [], []
    for _ in range(pairs + 1):
        ours.append(opened(browser, html, OURS_READY, OURS_LIGHTS, keys))
        theirs.append(opened(browser, peer, "", VIS_LIGHTS, keys))
    ours, theirs = ours[1:], theirs[1:]
    size = html.stat().st_size / 1e6
    for what, of in (("answers", first), ("highlight p95", late)):
        one, other = median(map(of, ours)), median(map(of, theirs))
        count = len(picture.items)
        yield f"{count:6} {size:5.2f} {what:14} {one:9.1f} {other:9.1f} {one / other:6.2f}"


def first(run: list[float]) -> float:
    """Return the milliseconds until the page of *run* answered."""
    return run[0]


def late(run: list[float]) -> float:
    """Return the 95th percentile of the highlights of *run*, in milliseconds."""
    return quantiles(run[1:], n=20)[-1]


def main() -> None:
    """Measure both pictures and print a row each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=5, help="counted pairs of runs")
    pairs = parser.parse_args().pairs
    print("items    MB what             ours ms    vis ms  ratio")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        picture = shown()
        for each in (picture, many(picture, MANY)):
            for row in measured(browser, each, Path(folder), pairs):
                print(row)
                sys.stdout.flush()
        browser.close()


if __name__ == "__main__":
    main()
