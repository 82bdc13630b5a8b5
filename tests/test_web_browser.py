"""The pages in Chromium: by keyboard, at every width, for readers of screens, on paper."""

import pytest

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/serves",
    "/serves?vision=6&lang=en",
    "/coverage",
    "/tables?rows=action&columns=vision&row=action/ap3-1&column=vision/1",
    "/progress?element=取組9",
    "/nope",
)
WIDTHS = (390, 1366, 1920)


@pytest.fixture
def opened(chromium, served):
    """Open a page of the server; anything that the page's policy stops is an error."""
    contexts = []

    def open_page(path, *, width=1366, dark=False):
        scheme = "dark" if dark else "light"
        size = {"width": width, "height": 768}
        context = chromium.new_context(viewport=size, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.faults = []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on(
            "console",
            lambda said: page.faults.append(said.text) if "Security Policy" in said.text else None,
        )
        page.goto(served + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_every_width_and_axe_finds_no_fault(opened, path):
    from axe_playwright_python.sync_playwright import Axe

    for dark in (False, True):
        page = opened(path, dark=dark)
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == []
        assert page.faults == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 768})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        ends = page.eval_on_selector_all(
            "main h1, main h2, main p, main .search",
            "all => all.map(each => each.getBoundingClientRect().right)",
        )
        assert max(ends) <= width


def test_the_keyboard_alone_leads_from_the_first_page_to_an_answer_and_to_english(opened):
    page = opened("/")
    keys = page.keyboard
    keys.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    box = page.locator(".skip").bounding_box()
    assert box["x"] >= 0
    keys.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    for _ in range(3):  # the field, its button, the first vision
        keys.press("Tab")
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert ring == "3px"
    keys.press("Enter")
    page.wait_for_url("**/serves?vision=*")
    assert page.locator("h2").inner_text() == "① 人のつながりがあるまち"
    page.locator(".language").focus()
    keys.press("Enter")
    page.wait_for_url("**lang=en")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h2").inner_text() == "① A town where people are connected"


def test_the_mandala_runs_under_the_policy_that_the_server_sends(opened):
    page = opened("/serves?vision=2")
    page.get_by_text("マンダラに示す").click()
    page.wait_for_url("**/mandala?**")
    page.wait_for_selector("#bar button")
    assert page.faults == []


def test_on_paper_there_is_the_answer_without_what_one_presses(opened):
    page = opened("/serves?vision=2")
    page.emulate_media(media="print")
    assert not page.locator(".top, .tools, .choice").filter(visible=True).count()
    assert page.locator("table.serves").is_visible()
    assert page.locator("footer").is_visible()
