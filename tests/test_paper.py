"""Paper: the rings on A0, A1, A3 and A4 as SVG, PNG and PDF, with room left for notes."""

import hashlib
import os
import re
import struct
import subprocess
import sys
import zlib
from dataclasses import replace
from math import hypot
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import resvg_py
from rectangles import corners, overlaps, reach, texts
from test_rings import NASTY, item, line, pictured, read, said

from plan_graph.errors import PlanGraphError
from plan_graph.mandala import fonts
from plan_graph.mandala.files import paper
from plan_graph.mandala.layout import ring_breaks, rings
from plan_graph.mandala.picture import Tag
from plan_graph.mandala.scene import CANVASES, Disc
from plan_graph.mandala.scene import Path as Drawn

# A sheet has tenths of a millimetre of an A3.
MM = 10
SIZES = {"A0": (1189, 841), "A1": (841, 594), "A3": (420, 297), "A4": (297, 210)}
VISIONS = (
    "人のつながりがあるまち", "自然とともにあるまち", "人を呼ぶ魅力のあるまち",
    "誰もが安心して暮せるまち", "子ども・若者が育つ環境のあるまち", "わくわくして暮せるまち",
    "生活が便利なまち",
)  # fmt: skip
OUTCOMES = (
    "自然資本の保全・活用", "ローカルSDGsの拠点形成", "循環型社会の形成", "エネルギーの地産地消",
    "農業の成長産業化", "食育の推進", "自然との共生", "郷土意識の醸成", "つながり力の強化",
    "環境に対する意識の醸成", "多様なライフスタイルの提供", "都市と農村のつながり強化",
)  # fmt: skip
MEASURES = (
    "1-1食育の推進", "1-2域内消費の拡大", "1-3環境保全型農業の推進", "1-4産業・創業支援の充実",
    "2-1エネルギーの地産地消の推進", "2-2循環型社会の形成", "2-3エコライフスタイルの推進",
    "2-4自然資本の保全・活用", "3-1災害弱者への支援", "3-2共助の仕組みの構築",
    "3-3企業・団体等との連携促進", "3-4市の災害対応レベルの向上",
)  # fmt: skip
ACTIONS = (
    "給食の地産地消", "有機米の学校給食", "地域食材に親しむ", "食育の啓発", "アクアコイン普及",
    "下水汚泥の堆肥化", "有機米の生産促進", "有機農業の推進", "鳥獣被害対策", "6次産業化の推進",
    "らづ-Biz支援", "公共施設の再エネ", "自立・分散型エネ", "家庭の再・省エネ", "4Rの推進",
    "ゼロカーボン実践", "エコドライブ", "エコ通勤の推進", "森林の保全・活用", "干潟の保全・活用",
    "自然の景観活用", "サイクル観光", "防災リーダー育成", "防災訓練の実施", "個別避難計画",
    "福祉避難所の確保", "避難所マニュアル", "自主防災組織設置", "まちづくり協議会",
    "企業等との連携", "市民団体との連携", "災害協力井戸", "備蓄用品の確保", "職員の災害対応力",
    "ハザードマップ", "情報発信の強化", "まちづくりの防災",
)  # fmt: skip
ISSUES = (
    "一次産業の衰退", "里山・里海の荒廃", "人口の偏在化・高齢化", "つながりの希薄化", "資源の流出",
)  # fmt: skip


@pytest.fixture(scope="module")
def picture():
    return read()


@pytest.fixture(scope="module")
def sheet(picture):
    return paper.sheet(picture, "A3")


def named(scene, key):
    """Return the name that the item *key* shows, without its badges."""
    return "".join(mark.text for at, _, _, mark in texts(scene) if at == key and mark.css == "name")


def pixels(image):
    """Return width, height and the rows of a PNG of eight bits with transparency."""
    width, height = struct.unpack(">II", image[16:24])
    assert image[24:26] == b"\x08\x06"
    packed, at = b"", 8
    while at < len(image):
        length, name = struct.unpack(">I4s", image[at : at + 8])
        packed += image[at + 8 : at + 8 + length] if name == b"IDAT" else b""
        at += length + 12
    raw, size = zlib.decompress(packed), width * 4
    rows, before = [], bytearray(size)
    for y in range(height):
        how, *_ = raw[y * (size + 1) : y * (size + 1) + 1]
        row = bytearray(raw[y * (size + 1) + 1 : (y + 1) * (size + 1)])
        for x in range(size) if how else ():
            left = row[x - 4] if x >= 4 else 0
            up, corner = before[x], before[x - 4] if x >= 4 else 0
            add = (0, left, up, (left + up) // 2, paeth(left, up, corner))[how]
            row[x] = (row[x] + add) & 255
        rows.append(bytes(row))
        before = row
    return width, height, rows


def paeth(left, up, corner):
    near = left + up - corner
    return min((left, up, corner), key=lambda each: abs(near - each))


def drawn_at(text, width):
    face = fonts.typeface()
    image = resvg_py.svg_to_bytes(
        svg_string=text,
        width=width,
        dpi=96,
        skip_system_fonts=True,
        font_files=sorted({str(face.regular), str(face.bold)}),
    )
    return pixels(bytes(image))


# --- What is on a sheet ----------------------------------------------------------------------


def test_every_name_stands_on_the_sheet_in_full(sheet):
    visions = [named(sheet, f"vision/{number}") for number in range(1, 8)]
    assert tuple(visions) == VISIONS
    outcomes = [named(sheet, p.key) for p in sheet.placed if p.key.startswith("outcome/")]
    assert tuple(outcomes) == OUTCOMES
    measures = [said(sheet, p.key) for p in sheet.placed if p.key.startswith("measure/")]
    assert tuple(measures) == MEASURES
    actions = [said(sheet, f"action/ap3-{number}") for number in range(1, 38)]
    assert actions == [f"{number}{name}" for number, name in enumerate(ACTIONS, 1)]
    issues = [said(sheet, p.key) for p in sheet.placed if p.key.startswith("issue/")]
    assert tuple(issues) == ISSUES
    assert [said(sheet, f"project/ap3-{n}") for n in (1, 2, 3)] == [
        "経 食×農",
        "環 脱炭素化",
        "社 防災・減災",
    ]
    goal = "自然に寄り添い、学び、経済が循環する自立した共生社会"
    assert said(sheet, "future-image/2030") == f"2030年にめざす姿{goal}"


def test_the_names_of_actions_have_9_points_on_a3(sheet):
    for number in range(1, 38):
        sizes = said(sheet, f"action/ap3-{number}", sizes=True)
        assert all(size / MM / 25.4 * 72 >= 9 for size in sizes), number
    assert all(mark.size / MM / 25.4 * 72 >= 7 for _, _, _, mark in texts(sheet))


def test_title_edition_legend_and_sources_stand_in_the_corners(picture, sheet):
    told = [mark.text for mark in sheet.ground if hasattr(mark, "text")]
    assert told[:2] == ["木更津市マンダラver.1.0", "令和6年度版"]
    for words in (
        "線の種類＝根拠", "記載（記）", "照合（照）", "導出（導）", "推定（推）", "提案（提）",
        "資料に書かれています（資料名・頁）", "市の見解ではありません", "経済", "環境", "社会",
        "点線のタグ＝編集者の読み取り（推定）", "中心から外へ", "2030年にめざす姿",
        "ビジョン 7（市民の提言・2042年）", "めざす効果 12", "プロジェクト 3", "施策 12", "取組 37",
        "地域課題 5",
    ):  # fmt: skip
        assert words in told, words
    whole = "".join(told)
    for sentence in (*picture.footer, "黒丸の数字＝つながるビジョン", "非公式の再構成"):
        letters = sentence.replace(" ", "")
        assert all(part in whole.replace(" ", "") for part in (letters[:8], letters[-8:]))


def test_the_legend_draws_each_grade_in_its_own_line(picture, sheet):
    css = [mark.css for mark in sheet.ground if isinstance(mark, Drawn) and "wire" in mark.css]
    assert css == [
        "wire stated",
        "wire matched",
        "wire matched",
        "wire estimated",
        "wire estimated",
        "wire proposed",
    ]
    style = paper.to_svg(picture, sheet).partition("</style>")[0]
    assert ".stated{stroke-dasharray:none}" in style
    assert ".matched{stroke-dasharray:33.75 15.75}" in style
    assert ".estimated{stroke-dasharray:0 17.1;stroke-linecap:round}" in style


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_nothing_overlaps_and_the_margins_stay_free(lang, monkeypatch):
    picture = read(lang)
    for folders in (fonts._FOLDERS, ()):  # noqa: SLF001
        monkeypatch.setattr(fonts, "_FOLDERS", folders)
        for kept in (fonts.typeface, fonts.measure, ring_breaks.breaks, rings._arranged):  # noqa: SLF001
            kept.cache_clear()
        scene = paper.sheet(picture, "A3")
        assert overlaps(scene, 1) == [], (lang, fonts.typeface().family)
        left, top, right, bottom = reach(scene)
        assert min(left, top) >= 7 * MM
        assert right <= (420 - 7) * MM
        assert bottom <= (297 - 7) * MM
    monkeypatch.undo()
    for kept in (fonts.typeface, fonts.measure, ring_breaks.breaks, rings._arranged):  # noqa: SLF001
        kept.cache_clear()


def test_the_circle_of_264_mm_leaves_the_sides_to_notes_of_75_mm(sheet):
    for placed in sheet.placed:
        for mark in placed.marks:
            if isinstance(mark, Disc):
                far = hypot(placed.x + mark.x - 210 * MM, placed.y + mark.y - 148.5 * MM)
                assert far + mark.r <= 132 * MM
    inside = {placed.key for placed in sheet.placed}
    for key, x, y, mark in texts(sheet):
        for cx, cy in corners(x, y, mark):
            if key in inside:
                assert hypot(cx - 210 * MM, cy - 148.5 * MM) <= 132 * MM, mark.text
            elif cx < 78 * MM or cx > (420 - 78) * MM:
                # Two notes of 75 mm, one above the other, at each side.
                assert cy < 78 * MM or cy > (78 + 150) * MM, mark.text


@pytest.mark.parametrize("size", ["A0", "A3"])
def test_at_least_35_percent_of_the_sheet_is_white_and_so_are_its_sides(picture, size):
    text = paper.to_svg(picture, paper.sheet(picture, size))
    width, height, rows = drawn_at(text, 840)
    white = b"\xff\xff\xff\xff"
    count = sum(row[at : at + 4] == white for row in rows for at in range(0, len(row), 4))
    assert count >= 0.35 * width * height
    side = white * int(width * 77 / 420)
    for row in rows[int(height * 79 / 297) : int(height * 227 / 297)]:
        assert row.startswith(side)
        assert row.endswith(side)


# --- Files -----------------------------------------------------------------------------------


def test_the_svg_needs_no_other_file(picture):
    for size, (width, height) in SIZES.items():
        text = paper.to_svg(picture, paper.sheet(picture, size))
        root = ET.fromstring(text)  # noqa: S314 - our own text
        assert (root.get("width"), root.get("height")) == (f"{width}mm", f"{height}mm")
        assert root.get("viewBox") == "0 0 4200 2970"
        svg = "{http://www.w3.org/2000/svg}"
        assert root.findtext(f"{svg}title") == "木更津市マンダラver.1.0"
        assert "非公式の再構成" in root.findtext(f"{svg}desc")
        assert text.count("@font-face") == len({fonts.typeface().regular, fonts.typeface().bold})
        assert "url(data:font/" in text
        assert re.findall(r"https?://[^\"' )]*", text) == ["http://www.w3.org/2000/svg"]
        assert "var(" not in text
        words = ["".join(each.itertext()) for each in root.iter(f"{svg}text")]
        assert "ハザードマップ" in words
        titles = [each.text for each in root.iter(f"{svg}title")]
        assert "35 防災ハザードマップの整備・運用" in titles


def test_every_class_that_is_drawn_has_a_pen(picture, sheet):
    style = paper.to_svg(picture, sheet).partition("</style>")[0]
    scenes = [sheet]
    for canvas in CANVASES:
        scenes += filter(None, (rings.rings(picture, canvas, outer) for outer in rings.OUTER))
    for scene in scenes:
        marks = [*scene.ground, *(mark for placed in scene.placed for mark in placed.marks)]
        for name in {name for mark in marks for name in mark.css.split()}:
            assert f".{name}" in style, name


@pytest.mark.parametrize(("size", "wide", "high"), [("A4", 2339, 1654), ("A3", 3307, 2341)])
def test_the_png_has_200_dots_an_inch(picture, size, wide, high):
    image = paper.to_png(picture, paper.sheet(picture, size))
    assert image.startswith(b"\x89PNG")
    assert struct.unpack(">II", image[16:24]) == (wide, high)


@pytest.mark.parametrize("size", ["A0", "A1", "A3", "A4"])
def test_the_pdf_is_one_page_of_its_size_with_its_fonts(picture, size):
    written = paper.to_pdf(picture, paper.sheet(picture, size))
    assert written.startswith(b"%PDF-1.")
    assert len(re.findall(rb"/Type\s*/Page\b", written)) == 1
    (box,) = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", written)
    points = [float(each) / 72 * 25.4 for each in box]
    assert points == pytest.approx(SIZES[size], abs=0.05)
    assert len(re.findall(rb"/FontFile[23]?\b", written)) == len(
        {fonts.typeface().regular, fonts.typeface().bold}
    )
    assert b"/CreationDate" not in written


@pytest.mark.office
def test_the_text_of_the_pdf_can_be_found_and_its_fonts_are_inside(picture, tmp_path):
    file = tmp_path / "mandala.pdf"
    file.write_bytes(paper.to_pdf(picture, paper.sheet(picture, "A3")))

    def run(*command):
        done = subprocess.run([*command], capture_output=True, check=True)
        return done.stdout.decode()

    inside = run("pdffonts", str(file)).splitlines()[2:]
    assert len(inside) == len({fonts.typeface().regular, fonts.typeface().bold})
    assert all(re.search(r"yes yes yes", row) for row in inside)
    told = re.sub(r"\s", "", run("pdftotext", "-raw", str(file), "-"))
    for name in (*VISIONS, *OUTCOMES, *MEASURES, *ACTIONS, *ISSUES):
        assert name.replace(" ", "") in told, name


def test_the_same_picture_gives_the_same_bytes_in_every_process(picture):
    program = (
        "import hashlib, sys; sys.path.insert(0, 'tests')\n"
        "from test_rings import read\nfrom plan_graph.mandala.files import paper\n"
        "p = read(); s = paper.sheet(p, 'A4')\n"
        "made = [paper.to_svg(p, s).encode(), paper.to_png(p, s), paper.to_pdf(p, s)]\n"
        "print(*[hashlib.sha256(each).hexdigest() for each in made])"
    )
    scene = paper.sheet(picture, "A4")
    here = [paper.to_svg(picture, scene).encode()]
    here += [paper.to_png(picture, scene), paper.to_pdf(picture, scene)]
    there = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        check=True,
        text=True,
        cwd=Path(__file__).parents[1],
        env={**os.environ, "PYTHONHASHSEED": "7"},
    )
    assert there.stdout.split() == [hashlib.sha256(each).hexdigest() for each in here]


def test_the_writers_are_found_by_the_form_of_the_file(picture):
    assert sorted(paper.WRITERS) == ["pdf", "png", "svg"]
    assert paper.sheet(picture, "A0").name == "paper/A0"
    was, now = paper.sheet(picture, "A0").crossings
    assert 0 < now < was


# --- Bad input -------------------------------------------------------------------------------


@pytest.mark.parametrize("wrong", ["A2", "a3", "", "<b>", "letter"])
def test_an_unknown_paper_is_told_with_those_there_are(picture, wrong):
    with pytest.raises(PlanGraphError) as raised:
        paper.sheet(picture, wrong)
    assert raised.value.text("ja") == (
        f"--paper: 「{wrong}」という紙の大きさはありません。次から選んでください：A0, A1, A3, A4"
    )
    assert raised.value.text("en") == (
        f"--paper: there is no paper '{wrong}'. Choose one of: A0, A1, A3, A4"
    )


def hostile():
    tags = (Tag("Economy", "経", certain=True), Tag("Society", "社", certain=False))
    items = [item("FutureImage", 1, "<i>&\x00</i>" * 9)]
    for at, name in enumerate(NASTY):
        items += [item("Vision", at, name), item("RegionalIssue", at, name)]
        items += [item("Outcome", at, name, mark="", tags=tags)]
        items += [item("Project", at, name, tags=tags)]
        items += [item("Measure", at, name, project=f"project/{at}")]
        items += [item("Action", at, name, parent=f"measure/{at}", project=f"project/{at}")]
    drawn = [line(f"outcome/{a}", "serves", f"vision/{b}") for a in range(13) for b in (0, 5)]
    whole = pictured(items, drawn)
    footer = ("あ" * 400, "<b>" * 20, "مرحبا " * 30)
    return replace(whole, title="</svg><script>" * 6, edition="年" * 90, footer=footer, goal="<&>")


@pytest.mark.parametrize(
    "picture",
    [pictured([]), pictured([item("Vision", 1)]), pictured([item("Action", 1)]), hostile()],
    ids=["nothing", "one-vision", "one-action", "hostile"],
)
def test_any_picture_can_be_printed(picture):
    scene = paper.sheet(picture, "A3")
    assert overlaps(scene, 1) == []
    left, top, right, bottom = reach(scene)
    assert min(left, top) >= 7 * MM
    assert right <= (420 - 7) * MM
    assert bottom <= (297 - 7) * MM
    text = paper.to_svg(picture, scene)
    root = ET.fromstring(text)  # noqa: S314 - our own text
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
    assert paper.to_pdf(picture, scene).startswith(b"%PDF")
