"""From the first page to the evidence for one line, and back, in Chromium by keyboard alone."""

from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser
SIZE = {"width": 1366, "height": 768}
#: Where the cursor of the keyboard stands: is it at what is looked for, and does it say that?
AT = """([selector, text]) => {
  const at = document.activeElement;
  return at.matches(selector) && at.textContent.includes(text);
}"""


class Walker:
    """Somebody who has a keyboard and nothing else."""

    def __init__(self, page, folder):
        self.page, self.keys, self._folder = page, page.keyboard, folder

    def to(self, selector, text="", *, key="Tab", most=40):
        """Press Tab until the element is reached; nobody presses it more than *most* times."""
        for _ in range(most):
            self.keys.press(key)
            if self.page.evaluate(AT, [selector, text]):
                return
        message = f"{selector} {text!r} is further than {most} tabs away"
        raise AssertionError(message)

    def enter(self, address):
        """Press Enter and wait for the page that it leads to."""
        self.keys.press("Enter")
        self.page.wait_for_url(address)

    def look(self, name):
        """Keep a picture of what is seen here."""
        self.page.screenshot(path=self._folder / f"{name}.png")


@pytest.fixture
def walker(chromium, served, tmp_path):
    """Somebody at the first page; the console stays silent and nothing else is asked."""
    context = chromium.new_context(viewport=SIZE)
    context.set_default_timeout(10_000)
    page = context.new_page()
    said, asked = [], []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(served)
    yield Walker(page, tmp_path)
    context.close()
    # Chromium tells of the one text with a fault, which is answered by a status of its own.
    assert [each for each in said if "400 (Bad Request)" not in each] == []
    assert {urlsplit(each).netloc for each in asked if not each.startswith("data:")} == {
        urlsplit(served).netloc
    }


def test_the_keyboard_alone_leads_from_a_question_to_the_evidence_for_its_answer(walker):
    page, keys = walker.page, walker.keys
    answer_a_question(walker)
    mend_its_text(walker)
    action = open_an_action_of_the_mandala(walker)
    assert page.locator("h1").inner_text() in action

    # Past the navigation, to the evidence for one of its lines, in English.
    walker.to(".skip", most=1)
    keys.press("Enter")
    walker.to(".neighbours .more")
    walker.enter("**/id/*/link/*")
    said = page.locator("h1").inner_text()
    walker.look("11-evidence")
    walker.to(".language", key="Shift+Tab")
    walker.enter("**/id/*/link/*lang=en")
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.locator("h1").inner_text() != said
    walker.look("12-english")

    # And back: to the action, to Japanese, to the first page.
    walker.to(".crumbs li:last-child a")
    walker.enter("**/id/*/action/*lang=en")
    walker.to(".language")
    keys.press("Enter")
    page.wait_for_url(lambda address: "lang=en" not in address)
    assert page.locator("h1").inner_text() in action
    walker.to(".brand")
    walker.enter(lambda address: urlsplit(address).path == "/")
    assert page.locator("html").get_attribute("lang") == "ja"


def answer_a_question(walker):
    """Go from the first page to a question, fill in its form, sort its answer."""
    page, keys = walker.page, walker.keys
    walker.look("01-home")
    walker.to(".questions a", "同時に解決")
    walker.enter("**/query/simultaneous-solutions")
    walker.to("#ask select")
    keys.press("Home")  # of every plan
    walker.look("02-form")
    walker.to("#ask button")
    walker.enter("**plan=all**")
    walker.look("03-answer")
    count = page.locator(".grid tbody tr").count()
    first = page.locator(".grid tbody tr").first.inner_text()
    assert count > 2
    walker.to("th .sort", "地域課題")
    keys.press("Enter")
    assert page.locator("th[aria-sort=ascending]").inner_text() == "地域課題"
    assert page.locator(".grid tbody tr").first.inner_text() != first
    walker.look("04-sorted")


def mend_its_text(walker):
    """Change the text behind the question; a letter is missing, and is put where it lacks."""
    page, keys = walker.page, walker.keys
    walker.to(".over", key="Shift+Tab")
    keys.press("Enter")
    walker.to("summary", "SPARQL")
    keys.press("Enter")
    walker.to("#text")
    keys.press("Control+End")
    lines = page.locator("#text").input_value().count("\n") + 1
    keys.type("\nLIMT 12")
    walker.look("05-text")
    keys.press("Control+Enter")
    page.wait_for_url("**/query/sparql?query=**")
    assert f"{lines + 1}行目" in page.locator("[role=alert]").inner_text()
    assert page.locator(".gutter .wrong").inner_text() == str(lines + 1)
    walker.look("06-wrong")
    assert page.evaluate(AT, ["#text", ""])
    before = page.locator("#text").input_value()
    at = page.evaluate("document.activeElement.selectionStart")
    assert before[:at].count("\n") == lines
    keys.press("End")
    for _ in "T 12":
        keys.press("Backspace")
    keys.type("IT 12")
    keys.press("Control+Enter")
    page.wait_for_url("**LIMIT**")
    assert page.locator(".grid tbody tr").count() == 12
    seen = page.locator("#answer h2").bounding_box()
    assert 0 <= seen["y"] < SIZE["height"] / 2
    walker.look("07-mended")


def open_an_action_of_the_mandala(walker):
    """Light the answer, where Tab comes to what is lit, and open the page of that; return it."""
    page, keys = walker.page, walker.keys
    walker.to("a.picture")
    walker.enter("**/mandala?query=**")
    page.wait_for_selector("#bar button")
    walker.look("08-mandala")
    walker.to("#picture [data-i]", most=5)
    assert page.evaluate("document.activeElement.classList.contains('lit')")
    name = page.evaluate("document.activeElement.getAttribute('aria-label')")
    keys.press("Enter")
    walker.to("#panel .own-page a")
    walker.look("09-panel")
    walker.enter("**/id/*/action/*")
    walker.look("10-element")
    return name
