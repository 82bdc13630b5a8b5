"""Charts and the page of coverage: whole in itself, nothing that a graph says can act in it."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from plan_graph.charts import LOOKS, STYLE, Bar, Part, bars
from plan_graph.resources import GRAPH

SVG = "{http://www.w3.org/2000/svg}"
PARTS = (Part("記載", "記", "solid"), Part("照合", "照", "stripes"), Part("推定", "推", "dots"))
ROWS = (
    Bar("① 海", (4, 0, 12), "記4・推12"),
    Bar("② 川", (0, 2, 0), "照2"),
    Bar("③", (0, 0, 0), "無"),
)
EVIL = "<script>alert('森')</script>&\"'"


def parsed(svg):
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def drawn(rows=ROWS, parts=PARTS, **options):
    return parsed(bars(rows, parts, title="題", key="k", **options))


def texts(svg, name):
    return [each.text for each in svg.iter(f"{SVG}text") if name in each.get("class", "")]


def widths(svg, name):
    return [
        float(each.get("width"))
        for each in svg.iter(f"{SVG}rect")
        if name in (each.get("class") or "") and float(each.get("width")) != 26
    ]


# --- Charts -------------------------------------------------------------------------------------


def test_a_chart_is_an_image_with_a_name():
    svg = drawn()
    assert svg.tag == f"{SVG}svg"
    assert svg.get("role") == "img"
    assert svg.find(f"{SVG}title").text == "題"
    assert svg.get("aria-labelledby") == svg.find(f"{SVG}title").get("id") == "k-title"


def test_every_bar_says_its_numbers_and_every_part_has_letter_and_pattern():
    svg = drawn()
    assert texts(svg, "said") == ["記4・推12", "照2", "無"]
    # The legend first, then the bars from above.
    assert texts(svg, "letter") == ["記", "照", "推", "記", "推", "照"]
    fills = {each.get("fill") for each in svg.iter(f"{SVG}rect")}
    assert {"url(#k-stripes)", "url(#k-dots)"} <= fills


def test_bars_are_as_long_as_their_numbers_or_all_alike():
    assert widths(drawn(), "solid") == [284 * 4 / 16]
    assert widths(drawn(), "edge-dots") == [284 * 12 / 16]
    assert widths(drawn(), "edge-stripes") == [pytest.approx(284 * 2 / 16)]
    assert widths(drawn(share=True), "edge-stripes") == [284]


def test_a_part_too_narrow_for_its_letter_has_its_pattern_only():
    svg = drawn([Bar("a", (1, 99, 0), "")])
    assert texts(svg, "letter") == ["記", "照", "推", "照"]


def test_a_long_label_is_folded_and_then_cut():
    svg = drawn([Bar("とても長い名前の計画の取組" * 9, (1, 0, 0), "1")])
    lines = [each.text for each in svg.iter(f"{SVG}tspan")]
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert svg.find(f"{SVG}g/{SVG}title").text.startswith("とても長い名前の計画の取組" * 9)


def test_charts_without_a_row_or_a_number_are_drawn():
    for rows in ([], [Bar("", (0, 0, 0), "")]):
        for share in (True, False):
            assert float(drawn(rows, share=share).get("viewBox").split()[3]) > 0


def test_a_label_cannot_leave_its_place():
    svg = drawn([Bar(EVIL, (1, 0, 0), EVIL)], [Part(EVIL, EVIL, look) for look in LOOKS[:3]])
    assert not list(svg.iter(f"{SVG}script"))
    assert texts(svg, "said") == [EVIL]


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(first, second):
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
def test_text_and_parts_stand_out_from_what_is_behind_them(scheme):
    """WCAG 2 AA: 4.5 for text, 3 for what only has to be seen."""
    plain = dict(re.findall(r"--([a-z-]+):(#[0-9A-F]{6})", STYLE.split("@media")[0]))
    own = dict(re.findall(r"--([a-z-]+):(#[0-9A-F]{6})", (STYLE.split("@media"))[scheme]))
    colours = plain | own
    assert len(own) == 9
    for text, behind in (("ink", "paper"), ("quiet", "paper"), ("on-fill", "fill")):
        assert contrast(colours[text], colours[behind]) >= 4.5, text
    for mark, behind in (("fill", "paper"), ("fill", "tint"), ("mark", "pale"), ("line", "paper")):
        assert contrast(colours[mark], colours[behind]) >= 3, mark


# --- The page -----------------------------------------------------------------------------------


class Reader(HTMLParser):
    """What a browser would see: elements with their attributes, and the text."""

    def __init__(self, page):
        super().__init__()
        self.found, self.said, self.open = [], "", []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag not in {"meta", "rect", "line", "circle"}:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.said += data


@pytest.fixture(scope="module")
def page(run, built_town):
    def get(*options):
        done = run("coverage", "--format", "html", "--graph", built_town / "mandala.ttl", *options)
        assert done.exit_code == 0, done.output
        return done.stdout

    return get


@pytest.fixture(scope="module", params=["town", "city"])
def source(request, run, page):
    if request.param == "town":
        return page()
    return run("coverage", "--format", "html", "--graph", GRAPH).stdout


def test_nothing_but_the_pages_own_style_may_act(source):
    reader = Reader(source)
    [policy] = [a["content"] for tag, a in reader.found if a.get("http-equiv")]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    style = re.search("<style>(.*?)</style>", source, re.DOTALL)[1]
    assert b64encode(sha256(style.encode()).digest()).decode() in policy
    assert "unsafe" not in policy
    tags = {tag for tag, _ in reader.found}
    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "form", "a", "base"}
    for tag, attributes in reader.found:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], tag
        assert not {"src", "href", "action", "data", "srcset"} & attributes.keys(), tag
    assert "url(" not in style
    assert "@import" not in style


def test_no_address_stands_in_the_page_but_the_name_of_svg(source):
    assert set(re.findall(r"https?://[^\s\"'<]+", source)) == {"http://www.w3.org/2000/svg"}


def test_the_page_is_whole_and_every_id_occurs_once(source):
    assert source.startswith('<!DOCTYPE html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">')
    reader = Reader(source)
    assert reader.open == []
    ids = [attributes["id"] for _, attributes in reader.found if "id" in attributes]
    assert len(ids) == len(set(ids)) > 10
    used = re.findall(r"url\(#([\w-]+)\)", source) + re.findall(r'labelledby="([\w-]+)"', source)
    assert set(used) <= set(ids)


def test_every_chart_is_well_formed_and_has_its_table(source):
    charts = re.findall("<svg.*?</svg>", source, re.DOTALL)
    for chart in charts:
        parsed(chart)
    assert source.count("<figure>") == source.count("<details>") == 7
    # The first figure has two: what rests on a basis, and what is just there.
    assert len(charts) == 8


def test_the_page_says_what_the_tables_say(page):
    said = Reader(page()).said
    assert "つながりの点検" in said
    assert "青葉ヶ浦市" in said
    for words in (
        "6/7（記6）",
        "5/7（照3・推2）",
        "担当課が資料に見つからない取組",
        "7 語り部の見つけ方（1件）",
        "③ 誰もがほっとできるまち：資料からたどれる取組はまだありません（推定 2件。",
        "計画書の公式アイコンは未入力。以下は編集者の推定",
        "推定は編集者の読み取りです。市の見解ではありません。",
        "令和12年度版・基準日は資料に記載なし・非公式の再構成。根拠の下限：推定。",
    ):
        assert words in said


def test_the_page_in_english_says_so(page):
    english = page("--lang", "en")
    assert '<html lang="en">' in english
    assert "<title>What is covered – Aobagaura City</title>" in english
    assert "6/7 (S 6)" in english


def test_a_view_without_estimates_draws_none(page):
    parts = page("--basis", "matched")
    assert "edge-stripes" in parts.split("</style>")[1]
    assert "edge-dots" not in parts.split("</style>")[1]
    assert "<dt>ビジョンへまだたどれない取組</dt>" in parts


def test_what_a_graph_says_cannot_act_in_the_page(run, town):
    graph = town / "mandala.ttl"
    text = graph.read_text(encoding="utf-8")
    for name in ("時間がゆっくり流れるまち", "語り部の見つけ方", "青葉ヶ浦市"):
        assert f'"{name}"' in text
        text = text.replace(f'"{name}"', '"<script>alert(1)</script><img src=x onerror=a>&amp;"')
    graph.write_text(text, encoding="utf-8")
    page = run("coverage", "--format", "html", "--graph", graph).stdout
    reader = Reader(page)
    assert not {"script", "img"} & {tag for tag, _ in reader.found}
    assert "<script>alert(1)</script><img src=x onerror=a>&amp;" in reader.said
    assert "<title>つながりの点検 – &lt;script&gt;" in page


def test_signs_that_turn_the_direction_of_writing_are_left_out(run, town):
    graph = town / "mandala.ttl"
    text = graph.read_text(encoding="utf-8")
    graph.write_text(
        text.replace('"語り部の見つけ方"', '"語り部\u202eの見つけ方"'), encoding="utf-8"
    )
    assert "\u202e" not in run("coverage", "--format", "html", "--graph", graph).stdout


def test_the_page_is_written_to_a_file_without_a_mark_before_it(page, tmp_path):
    path = tmp_path / "点検 1.html"
    assert page("-o", path) == ""
    assert path.read_bytes().startswith(b"<!DOCTYPE html>")
    assert path.read_text(encoding="utf-8") == page()
