"""The questions in Chromium: by keyboard alone, without scripts, and as axe sees them."""

import pytest

pytestmark = pytest.mark.browser
SIZES = {"width": 1366, "height": 768}


@pytest.fixture
def opened(chromium, served):
    """Open pages in a context; what the console says is kept and must be nothing."""
    contexts, said = [], []

    def go(path, **settings):
        context = chromium.new_context(base_url=served, viewport=SIZES, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(path)
        return page

    yield go
    for context in contexts:
        context.close()
    # A text with a fault is answered by a status that Chromium writes into the console.
    assert [each for each in said if "400 (Bad Request)" not in each] == []


def column(page, at):
    """Return the texts of a column that can be seen."""
    return page.locator(f".grid tbody tr:visible td:nth-child({at})").all_inner_texts()


def test_a_question_is_found_run_sorted_and_filtered_by_keyboard_alone(opened):
    page = opened("/query")
    keys = page.keyboard
    page.locator("#words").focus()
    keys.type("先の年")
    left = page.locator(".library li:visible a")
    assert left.all_inner_texts() == ["先の年の目標に、もう届いている指標は？"]
    left.focus()
    keys.press("Enter")
    page.wait_for_url("**/query/passed-targets")
    page.locator("#basis").focus()
    keys.press("Control+Enter")
    page.wait_for_url("**run=1**")
    before = column(page, 1)
    assert before

    # Sorted here as the server sorts.
    head = page.locator("th", has_text="目標の年").first
    where = page.url
    head.locator("a").focus()
    keys.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    here = column(page, 1)
    keys.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert page.url == where
    sorted_there = opened("/query/passed-targets?run=1&sort=targetYear")
    assert column(sorted_there, 1) == here

    page.locator("#filter").focus()
    keys.type("アクアコイン")
    assert len(column(page, 1)) == 1
    assert page.locator(".rows").inner_text() == f"1 / {len(before)}行"


def test_the_text_of_a_question_is_edited_mended_and_run_by_keyboard_alone(opened):
    page = opened("/query/passed-targets")
    keys = page.keyboard
    page.locator("summary", has_text="SPARQL").focus()
    keys.press("Enter")
    page.locator("#text").focus()
    keys.press("Control+a")
    keys.type("SELECT ?v WHERE {\n  ?v a pg:Vision .\n  FILTR(?v != vision:1)\n}")
    assert page.locator(".gutter span").count() == 4
    keys.press("Control+Enter")
    page.wait_for_url("**/query/sparql?query=*")
    assert "3行目" in page.locator("[role=alert]").inner_text()
    assert page.locator(".gutter .wrong").inner_text() == "3"
    # The cursor stands in the line of the fault.
    assert page.evaluate("document.activeElement.id") == "text"
    at = page.evaluate("document.activeElement.selectionStart")
    assert page.locator("#text").input_value()[:at].count("\n") == 2
    keys.press("Home")
    for _ in "  FILTR":
        keys.press("ArrowRight")
    keys.press("Backspace")
    keys.type("ER")
    keys.press("Control+Enter")
    page.wait_for_url("**/query/sparql?query=*FILTER*")
    assert len(column(page, 1)) == 6
    # The address opens it again, and does not run it.
    page.reload()
    assert "FILTER(?v != vision:1)" in page.locator("#text").input_value()
    assert page.locator(".grid").count() == 0


def test_without_scripts_a_question_runs_and_its_rows_are_sorted(opened):
    page = opened("/query/passed-targets", java_script_enabled=False)
    page.locator("#ask button").click()
    page.locator("th a", has_text="目標の年").first.click()
    assert page.locator("th[aria-sort=ascending]").count() == 1
    page.goto("/query/sparql")
    page.locator("#text").fill("SELECT ?v ?n {\n ?v a pg:Vision ; pg:order ?n\n}")
    page.locator("#ask button").click()
    page.locator("th button", has_text="n").click()
    page.locator("th button", has_text="n").click()
    assert column(page, 2) == list("7654321")
    numbers = page.locator(".gutter span", has_text="3").first.bounding_box()
    text = page.locator("#text").bounding_box()
    assert text["y"] < numbers["y"] < text["y"] + text["height"]
    with page.expect_download() as saved:
        page.locator("button", has_text="CSV").click()
    assert saved.value.suggested_filename == "answer.csv"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_and_nothing_is_wider_than_a_telephone(opened, scheme):
    from axe_playwright_python.sync_playwright import Axe

    page = opened("/query", color_scheme=scheme)
    paths = [
        "/query?lang=en",
        "/query/sdgs-of-vision?run=1",
        "/query/missed-targets?run=1&year=x&lang=en",
        "/query/sparql",
    ]
    for path in paths:
        page.set_viewport_size(SIZES)
        page.goto(path)
        if path.endswith("sparql"):
            page.locator("#text").fill("SELECT * {\n ?s ?p\n}")
            page.keyboard.press("Control+Enter")
            page.wait_for_selector("[role=alert]")
        for summary in page.locator("summary").all():
            summary.click()
        found = Axe().run(page).response["violations"]
        assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], path
        page.set_viewport_size({"width": 390, "height": 844})
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390, path
