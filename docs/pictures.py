"""Take the pictures of the documentation: the page as people meet it, in Chromium, and on paper.

    python docs/pictures.py          # needs Chromium, see `make system-deps`

Each is looked at before it is committed; nothing compares them byte by byte.
"""

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Page as Window
from playwright.sync_api import sync_playwright

from plan_graph.answers import Page
from plan_graph.graph import load_store, narrow
from plan_graph.lookup import elements
from plan_graph.mandala import write
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = Path(__file__).parent / "pictures"
CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LAPTOP, OLD, PHONE = (1366, 768), (1024, 768), (390, 844)
#: The name of each picture: the screen, and the state of the page in its address.
STATES = {
    "first-sight": (LAPTOP, ""),
    "first-sight-4-3": (OLD, ""),
    "desk": ((1920, 1080), "#r=small"),
    "selected": (LAPTOP, "#f=action/ap3-19&n=2"),
    "rings": (LAPTOP, "#v=rings&r=small"),
    "rings-people": (LAPTOP, "#v=rings&o=people&r=small"),
    "by-vision": (LAPTOP, "#v=by-vision"),
    "by-issue": (LAPTOP, "#v=by-issue"),
    "by-theme": (LAPTOP, "#v=by-theme"),
    "by-sdg": (LAPTOP, "#v=by-sdg"),
    "progress": (LAPTOP, "#v=progress"),
    "night": (LAPTOP, "#t=dark"),
    "phone": (PHONE, "#f=action/ap3-19"),
}


def told(form: str, **more: str) -> str | bytes:
    """Return the shipped graph's picture in the format *form*."""
    store = narrow(load_store(GRAPH), PG.Estimated)
    page = Page(store, elements(store), PG.Estimated, "ja")
    return write(page, form, **more).content  # type: ignore[arg-type]


def shoot(window: Window, name: str) -> None:
    """Take one picture once the page stands still."""
    window.wait_for_timeout(900)
    window.screenshot(path=FOLDER / f"{name}.png")


def opened(browser: "Browser", file: Path, size: tuple[int, int], state: str) -> Window:
    """Return a window of *size* that shows the page in *state*."""
    window = browser.new_page(viewport={"width": size[0], "height": size[1]})
    window.goto(file.as_uri() + state)
    return window


def main() -> None:
    """Take every picture anew."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        page, network = Path(folder, "mandala.html"), Path(folder, "network.html")
        page.write_text(str(told("html")), encoding="utf-8")
        network.write_text(str(told("network")), encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for name, (size, state) in STATES.items():
            window = opened(browser, page, size, state)
            shoot(window, name)
            window.close()
        window = opened(browser, page, LAPTOP, "")
        steps = window.evaluate("JSON.parse(document.getElementById('data').textContent).steps")
        window.close()
        for number, key in enumerate(["check", *(step["k"] for step in steps)]):
            window = opened(browser, page, LAPTOP, f"#s={key}")
            shoot(window, f"step-{number}-{key}")
            window.close()
        window = opened(browser, page, (1123, 794), "")
        window.emulate_media(media="print")
        shoot(window, "print")
        window.close()
        window = opened(browser, network, LAPTOP, "")
        shoot(window, "network")
        browser.close()
    png = told("png", paper="A4")
    assert isinstance(png, bytes)
    (FOLDER / "paper-a4.png").write_bytes(png)


if __name__ == "__main__":
    main()
