"""進行管理表 as a Word document: read back by python-docx, and printed by LibreOffice."""

import io
import re
import shutil
import subprocess
import zipfile

import pytest
from docx import Document
from docx.oxml.ns import qn

from plan_graph.word import Entry, Form, Line, document

FONT = "游ゴシック"


@pytest.fixture(scope="module")
def file(run, tmp_path_factory):
    path = tmp_path_factory.mktemp("word") / "進行管理表.docx"
    done = run("export", "progress", "--format", "docx", "-o", path)
    assert done.exit_code == 0, done.output
    return path


def entries(row):
    """Yield the text of each cell once, however many columns it takes."""
    cells = list(row.cells)
    while cells:
        yield cells[0].text
        del cells[: cells[0].grid_span]


@pytest.fixture(scope="module")
def sheets(file):
    """Return the cells of each sheet by its heading: a row of the form is a list of texts."""
    whole = Document(file)
    headings = [each.text for each in whole.paragraphs if each.style.name == "Heading 1"]
    tables = [[list(entries(row)) for row in table.rows] for table in whole.tables]
    return dict(zip(headings, tables, strict=True))


def test_every_sheet_has_a_page_in_the_order_of_print(file, sheets):
    assert len(sheets) == 42 + 5
    assert list(sheets)[:4] == [
        "目標1-1 地産地消な暮らしの定着",
        "目標1-2 安心・安全でおいしい木更津ブランドの確立",
        "No.1 学校給食の地産地消の推進",
        "No.2 有機米を使用した学校給食の提供",
    ]
    assert list(sheets)[-1] == "No.36 情報発信の強化"
    headings = [each for each in Document(file).paragraphs if each.style.name == "Heading 1"]
    breaks = [each.paragraph_format.page_break_before for each in headings]
    assert breaks == [False] + [True] * 46


def test_a_sheet_has_the_usual_layout(sheets):
    assert sheets["No.1 学校給食の地産地消の推進"] == [
        ["No.", "プロジェクト", "プロジェクト目標", "施策"],
        [
            "1",
            "1 経済循環を高める食×農プロジェクト",
            "1-1 地産地消な暮らしの定着",
            "1-1 食育の推進",
        ],
        ["取組", "担当課", "達成状況"],
        ["学校給食の地産地消の推進", "教育部学校給食課", "×"],
        ["取組指標", "学校給食に提供する千葉県産食材の使用割合（金額ベース）【単年度】"],
        ["現状値（策定時）", "目標値（R6年度）", "実績値（R6年度）", "目標値（R7年度）"],
        ["81.3%（R5年度）", "82.0%", "71.2%", "85.0%"],
        ["取組の概要", ""],
        ["令和6年度取組の評価", ""],
        ["令和6年度三側面における相乗効果", ""],
        ["令和7年度取組の方向性", ""],
    ]


def test_a_goal_has_its_leader_and_no_texts(sheets):
    assert sheets["目標2-1 まち全体でCO₂の排出削減に向けて"] == [
        ["プロジェクト", "プロジェクトリーダー"],
        ["2 木更津発 脱炭素化プロジェクト", "環境部環境政策課"],
        ["プロジェクト目標", "達成状況"],
        ["2-1 まち全体でCO₂の排出削減に向けて", "×"],
        ["取組指標", "本プロジェクト実施によるCO₂削減【累計】"],
        ["現状値（策定時）", "目標値（R6年度）", "実績値（R6年度）"],
        ["1,185.00t-CO2（R4年度）", "772.22t-CO2", "476.81t-CO2"],
    ]


@pytest.mark.parametrize(
    ("heading", "row", "expected"),
    [
        # A value of another year than its column's says so.
        (
            "No.9-1 鳥獣による農作物被害対策",
            6,
            [
                "15,926千円（R4年度）",
                "14,895千円（R5年度）",
                "13,759千円（R5年度）",
                "12,864千円（R6年度）",
            ],
        ),
        (
            "No.21-2 自然の景観活用",
            6,
            ["1,543万人（R4年）", "1,640万人（R6年）", "1,737万人（R6年）", "1,690万人（R7年）"],
        ),
        ("No.18 エコ通勤の推進", 6, ["実績なし", "1件（市が取得）", "0件", "2件"]),
        ("No.25 要支援者の個別避難計画の整備及び配布", 4, ["取組指標", "指標なし"]),
        ("No.25 要支援者の個別避難計画の整備及び配布", 6, ["-", "-", "-", "-"]),
        (
            "No.36 情報発信の強化",
            3,
            ["情報発信の強化", "総務部危機管理課\n企画部シティプロモーション課", "○"],
        ),
    ],
)
def test_cells_as_printed(sheets, heading, row, expected):
    assert sheets[heading][row] == expected


def test_below_stand_the_reason_and_odd_figures(file):
    told = [each.text for each in Document(file).paragraphs if each.style.name == "Caption"]
    assert "※○×は市の評価。理由は進行管理表 No.1 参照" in told
    assert "※R6年度の欄にR5年度の値" in told
    assert any("集計範囲が変わった可能性。担当課に確認" in each for each in told)


def test_every_page_says_source_and_reference_date(file):
    [section] = Document(file).sections
    lines = [each.text for each in section.footer.paragraphs]
    assert lines[0] == (
        "出典（木更津市）：第3期オーガニックなまちづくりアクションプラン進行管理表（令和6年度）"
    )
    assert "基準日は資料に記載なし" in lines[1]
    fields = [
        each.get(qn("w:instr")) for each in section.footer.part.element.iter(qn("w:fldSimple"))
    ]
    assert fields == ["PAGE", "NUMPAGES"]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_the_font_is_named_for_japanese_too(file):
    styles = Document(file).styles
    for name in ("Normal", "Heading 1", "Caption", "Footer"):
        fonts = styles[name].element.rPr.rFonts
        assert {fonts.get(qn(f"w:{each}")) for each in ("ascii", "hAnsi", "eastAsia")} == {FONT}
        assert not [each for each in fonts.attrib if each.endswith("Theme")]
    tongues = {each.get(qn("w:eastAsia")) for each in styles.element.iter(qn("w:lang"))}
    assert tongues == {"ja-JP"}


def test_the_same_graph_gives_the_same_bytes_that_tell_no_time(run, file, tmp_path):
    again = tmp_path / "again.docx"
    assert run("export", "progress", "--format", "docx", "-o", again).exit_code == 0
    assert again.read_bytes() == file.read_bytes()
    with zipfile.ZipFile(file) as parts:
        assert {part.date_time for part in parts.infolist()} == {(2000, 1, 1, 0, 0, 0)}
        said = parts.read("docProps/core.xml").decode()
    assert "python-docx" not in said
    assert set(re.findall(r"\d{4}-\d\d-\d\d", said)) == {"2000-01-01"}
    properties = Document(file).core_properties
    assert (properties.title, properties.author) == ("進行管理（R6年度）", "")


def test_texts_stand_where_the_users_own_graph_holds_them(run, town, tmp_path):
    source = town / "sources" / "sheets.txt"
    for command in (["import", "progress-sheets", source, "--with-text"], ["build"]):
        done = run(*command, "--data", town)
        assert done.exit_code == 0, done.output
    path = tmp_path / "town.docx"
    done = run(
        "export", "progress", "--format", "docx", "--graph", town / "mandala.ttl", "-o", path
    )
    assert done.exit_code == 0, done.output
    rows = [row for table in Document(path).tables for row in table.rows]
    cells = {text for row in rows for text in entries(row)}
    assert "魚のあらを堆肥に回しました。" in cells
    assert any(re.match("雨の日がつづきましたが、\n", each) for each in cells)
    assert "令和13年度取組の方向性" in cells
    told = [each.text for each in Document(path).paragraphs if each.style.name == "Caption"]
    assert not [each for each in told if "理由は" in each and "No." in each]


@pytest.mark.parametrize(
    "arguments",
    [
        ["progress"],
        ["progress", "--format", "xlsx", "-o", "x.xlsx"],
        ["--format", "docx", "-o", "x.docx"],
        ["links", "--format", "docx", "-o", "x.docx"],
        ["progress", "--format", "docx", "--standard", "-o", "x.docx"],
        ["progress", "--format", "docx", "--predicate", "serves", "-o", "x.docx"],
        ["progress", "--format", "docx"],
    ],
)
def test_what_cannot_be_written_is_said(run, arguments, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = run("export", *arguments)
    assert done.exit_code == 2
    assert "docx" in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_graph_without_sheets_is_an_error_that_says_what_to_do(run, tmp_path):
    graph, path = tmp_path / "empty.ttl", tmp_path / "x.docx"
    graph.write_text("", encoding="utf-8")
    done = run("export", "progress", "--format", "docx", "--graph", graph, "-o", path)
    assert done.exit_code == 2
    assert "plan-graph import progress-sheets" in done.stderr
    assert not path.exists()


def test_no_text_is_markup_or_breaks_the_file():
    evil = "<w:p/>&\x00\x1b[2J\u202e{ PAGE }\ufffe"
    form = Form(evil, (Line((Entry(evil, 2, "label"), Entry(f"{evil}\n\n海", 2))),), (evil,))
    read = Document(io.BytesIO(document(evil, [form], [evil], "ja")))
    assert read.paragraphs[0].text == "<w:p/>&  [2J{ PAGE }"
    assert read.tables[0].rows[0].cells[2].text.splitlines() == ["<w:p/>&  [2J{ PAGE }", "", "海"]
    assert len(list(read.sections[0].footer.part.element.iter(qn("w:fldSimple")))) == 2


@pytest.mark.office
def test_libreoffice_prints_a_sheet_a_page(file, tmp_path):
    soffice = shutil.which("soffice") or "/usr/bin/soffice"
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [soffice, profile, "--headless", "--norestore", "--convert-to", "pdf", "--outdir",
         str(tmp_path), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    text = subprocess.run(
        [shutil.which("pdftotext"), "-layout", str(tmp_path / "進行管理表.pdf"), "-"],
        check=True, capture_output=True, encoding="utf-8", timeout=60,
    ).stdout  # fmt: skip
    pages = text.removesuffix("\f").split("\f")
    assert len(pages) == 47
    for number, page in enumerate(pages, start=1):
        assert "基準日は資料に記載なし" in page.replace(" ", "")
        assert f"{number} / 47" in page
    assert "71.2%" in pages[2]
    assert "学校給食課" in pages[2].replace(" ", "")
    assert "情報発信の強化" in pages[46].replace(" ", "")
