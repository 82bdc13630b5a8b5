"""`progress` as people get it: on the terminal, as CSV, JSON, XLSX, and as a page."""

import csv
import io
import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize

from plan_graph.charts import Pair, pairs
from plan_graph.cli.progress import _BY
from plan_graph.errors import PlanGraphError
from plan_graph.messages import progress as messages
from plan_graph.progress import BY, read_year
from plan_graph.resources import GRAPH
from plan_graph.vocab import PG

SVG = "{http://www.w3.org/2000/svg}"
#: What every table of the released graph must say, as printed, beside the sheet's number.
FIGURES = (
    ("1", "81.3%（R5年度）", "82.0%（R6年度）", "71.2%（R6年度）", "×", "86.8%"),
    ("9-1", "15,926千円（R4年度）", "14,895千円（R5年度）", "13,759千円（R5年度）", "○", "108.3%"),
    ("21-2", "1,543万人（R4年）", "1,640万人（R6年）", "1,737万人（R6年）", "○", "105.9%"),
    ("4", "29人（R5年度）", "29人（R6年度）", "28人（R6年度）", "×", "算定せず"),
)


@pytest.fixture(scope="module")
def told(run):
    """What `progress` prints, asked once."""
    kept = {}

    def get(*options):
        if options not in kept:
            done = run("progress", *options)
            assert done.exit_code == 0, done.output
            kept[options] = done.stdout
        return kept[options]

    return get


def lines(text, start):
    """Return the cells of the line that begins with *start*."""
    [line] = [each for each in text.splitlines() if re.match(rf"{re.escape(start)}\s", each)]
    return re.split(r"\s{2,}", line)


# --- On the terminal ----------------------------------------------------------------------------


@pytest.mark.parametrize("figures", FIGURES, ids=lambda each: each[0])
def test_a_line_says_values_with_their_years_status_and_ratio(told, figures):
    number, _, *cells = lines(told(), figures[0])
    assert number == figures[0]
    for cell, expected in zip(cells, figures[1:], strict=False):
        assert cell.startswith(expected)


def test_the_answer_says_how_to_read_it(told):
    text = told()
    for words in (
        "進行管理（R6年度）",
        "○×は市の評価です。理由は進行管理表の各No.を参照してください。",
        "取組：○5・×7・－1（資料の集計「11の取組において、12指標中5指標」と一致）",
        "プロジェクト目標：○0・×2・－0（資料の集計「2の取組において、2指標中0指標」と一致）",
        "- No.25 要支援者の個別避難計画の整備及び配布：指標なし",
        "- No.6 下水汚泥の堆肥化：目標・実績の記載なし",
        "- 取組37「まちづくりへの防災・減災の強化」：進行管理表にシートなし",
        "- No.9-1：R6年度の欄にR5年度の値",
        "現状457t-CO2（R5年度）から実績25.99t-CO2（R6年度）になっています。集計範囲が変わった可能性。",
        "実績÷目標は参考です（市の評価は○×のみ）。",
        "基準日は資料に記載なし・非公式の再構成",
    ):
        assert words in text
    assert "累計の目標が現状よりよい側にない" in lines(text, "目標2-1")[-2]


def test_nothing_says_what_would_embarrass_anybody(told, tmp_path):
    path = tmp_path / "progress.xlsx"
    told("--format", "xlsx", "--audience", "office", "-o", path)
    book = load_workbook(path)
    texts = [told(), told("--format", "csv"), told("--format", "json"), told("--format", "html")]
    texts += [told("--by", by) for by in _BY if by != "department"]
    texts.append("\n".join(str(c.value) for s in book for row in s for c in row))
    for text in texts:
        assert not re.search(r"[-−－]1,?44\d|達成率|157\.|急減|誤り", text)
        assert "基準日は資料に記載なし" in text or text is texts[1]


def test_one_action_shows_its_own_sheet_with_its_departments(told):
    text = told("取組36")
    assert "担当課：総務部危機管理課、企画部シティプロモーション課" in text
    assert "23,154件（R6年度）" in text
    assert "資料の集計" not in text
    assert "担当課" not in told().split("出典")[0].replace("担当課に確認", "")


def test_an_element_without_sheets_says_so(told):
    assert "ここに属する進行管理表はありません。" in told("施策41")
    assert "60テーマ（R8年度）" in told("施策41")
    assert "進行管理表にシートなし" in told("取組37")


@pytest.mark.parametrize(
    ("by", "line", "cells"),
    [
        ("project", "1 経済循環を高める食×農プロジェクト", "11 13 0 5 7 1 1 1 12指標中5指標 一致"),
        ("goal", "2-2 森里川海とつながるライフスタイルを取り戻す", "4 6 0 1 5 0 0 1"),
        ("measure", "1-3 環境保全型農業の推進", "3 4 0 4 0 0"),
        ("theme", "1 里山の再生", "2 4 0 2 2 0 2・2・0 推2"),
        ("vision", "⑦ 生活が便利なまち", "6 8 0 2 5 1 1・1・1 照4・推2 4"),
        ("sdg", "4 質の高い教育をみんなに", "2 2 0 0 2 0 0・2・0 推2"),
    ],
)
def test_counts_by(told, by, line, cells):
    text = told("--by", by)
    [found] = [each for each in text.splitlines() if each.startswith(line)]
    expected = cells.split()
    assert found.removeprefix(line).split()[: len(expected)] == expected
    assert "数え方：取組のシート（指標）一枚の○×－を一つと数えます。" in text
    assert "%" not in text.split("出典")[0]


def test_counts_say_what_they_rest_on(told):
    visions, goals = told("--by", "vision"), told("--by", "sdg")
    assert "③ 人を呼ぶ魅力のあるまち：資料からたどれる取組はまだありません（推定 7件。" in visions
    assert "どのビジョンにも数えなかった取組：18" in visions
    assert "推定は編集者の読み取りです。市の見解ではありません。" in visions
    assert "計画書の公式アイコンは未入力。以下は編集者の推定" in goals
    assert "計画書の公式アイコン" not in visions


def test_what_an_estimate_leads_to_says_so(told):
    goal = told("SDGsのゴール4")
    assert "計画書の公式アイコンは未入力。以下は編集者の推定" in goal
    assert "取組とのつながりの根拠：推2" in goal
    vision = told("ビジョン⑦")
    assert "取組とのつながりの根拠：照4・推2" in vision
    assert "推定は編集者の読み取りです。市の見解ではありません。" in vision
    assert "資料からたどれる取組はまだありません" not in vision
    assert "資料からたどれる取組はまだありません（推定 7件。" in told("ビジョン③")
    assert "資料からたどれる取組はまだありません（推定 0件。" in told("ビジョン⑥")
    assert "この見方は推定を含みません" in told("ビジョン③", "--basis", "matched")
    assert "根拠：" not in told("プロジェクト1").split("出典")[0]
    # Of what it is limited to, only what has members is counted.
    measures = told("ビジョン⑦", "--by", "measure")
    assert "1-2 域内消費の拡大" in measures
    assert "3-4" not in measures


def test_departments_are_for_the_office(run, told):
    for arguments in (["--by", "department"], ["危機管理課"]):
        done = run("progress", *arguments)
        assert done.exit_code == 2
        assert "--audience office" in done.stderr
        assert "○" not in done.output
    text = told("--by", "department", "--audience", "office")
    assert "庁内用：課ごとの達成状況を含みます。公開しないでください。" in text
    named = [line.split()[0] for line in text.splitlines() if re.match(r"\S{4,}[課室] ", line)]
    # In the order of print: sheets 1, 3, 5, 6, 12 and so on.
    assert named[:5] == [
        "教育部学校給食課",
        "経済部農林水産課",
        "経済部産業振興課",
        "都市整備部下水道推進室",
        "環境部環境政策課",
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ありえない言葉"], "ありえない言葉"),
        (["--year", "2023"], "2023年度の進行管理表はグラフにありません。あるのは：2024。"),
        (["--year", "来年"], "「来年」は年度と読めません。"),
        (["--format", "xlsx"], "xlsx"),
    ],
)
def test_what_is_wrong_is_said(run, arguments, words):
    done = run("progress", *arguments)
    assert done.exit_code == 2
    assert words in done.stderr
    english = run("progress", *arguments, "--lang", "en")
    assert not re.search("[ぁ-ん]", english.stderr.replace("ありえない言葉", ""))


@pytest.mark.parametrize("text", ["2024", "R6", "r6", "Ｒ６", "令和6年度", "令和６", "2024年度"])
def test_a_year_may_be_typed_as_people_write_it(text):
    assert read_year(text) == 2024


@pytest.mark.parametrize("text", ["", "six", "24.5", "R6年2月末", "99999"])
def test_what_is_no_year_is_refused(text):
    with pytest.raises(PlanGraphError):
        read_year(text)


def test_a_graph_without_sheets_says_what_to_do(run, tmp_path):
    graph = tmp_path / "empty.ttl"
    graph.write_text("", encoding="utf-8")
    for form in ("table", "csv", "json", "html"):
        done = run("progress", "--graph", graph, "--format", form)
        assert done.exit_code == 0, done.output
        assert "plan-graph import progress-sheets" in done.stdout or form in {"csv", "json"}
    done = run("progress", "--graph", graph, "--by", "theme", "--format", "csv")
    assert done.exit_code == 0, done.output


def test_in_english_no_japanese_but_what_is_printed(told):
    text = told("--lang", "en", "--by", "project")
    assert "Statuses by project" in text
    assert not re.search("[ぁ-んァ-ヶ一-龠]", text)
    assert "108.3% (target/actual)" in told("--lang", "en")


def test_the_command_offers_what_can_be_counted_by():
    assert tuple(BY) == _BY


def test_every_text_has_both_languages():
    for ja, en in (*messages.TEXTS.values(), *messages.FAULTS.values()):
        assert re.search(r"[ぁ-んァ-ヶ一-龠{○－.]", ja)
        assert en
        assert not re.search("[ぁ-ん]", en)


# --- As data ------------------------------------------------------------------------------------


def test_csv_has_each_value_as_printed_as_a_number_and_with_its_year(told):
    rows = {row["No."]: row for row in csv.DictReader(io.StringIO(told("--format", "csv")))}
    assert len(rows) == 47
    assert "担当課" not in rows["1"]
    row = rows["5-1"]
    assert (row["目標値"], row["目標値（数値）"], row["目標値の年"]) == (
        "480,000千円",
        "480000000",
        "R6年度",
    )
    assert (row["達成状況"], row["実績÷目標％（参考）"], row["単位"]) == ("×", "83.7", "円")
    assert row["理由"] == "進行管理表 No.5-1 参照"
    assert rows["9-1"]["計算のしかた"] == "目標÷実績"
    assert rows["4"]["実績÷目標％（参考）"] == "算定せず"
    assert rows["4"]["算定しない理由"] == "累計の目標が現状よりよい側にない"
    assert rows["36"]["現状値の年"] == "R5年度、2024-02-29時点"
    assert rows["18"]["現状値"] == "実績なし"
    assert rows["18"]["実績値（数値）"] == "0"
    office = csv.DictReader(io.StringIO(told("--format", "csv", "--audience", "office")))
    assert {row["No."]: row["担当課"] for row in office}["6"] == "都市整備部下水道推進室"


def test_csv_of_counts(told):
    rows = list(csv.DictReader(io.StringIO(told("--by", "measure", "--format", "csv"))))
    assert [(row["○"], row["×"], row["－"]) for row in rows[:3]] == [
        ("0", "4", "0"),
        ("1", "1", "1"),
        ("4", "0", "0"),
    ]


def test_json_is_named_by_the_terms_of_the_ontology(told):
    data = json.loads(told("--format", "json"))
    sheets = {each["number"]: each for each in data["sheets"]}
    assert data["reportYear"] == 2024
    assert sheets["9-2"]["actual"] == {
        "printed": "61.0% (R5年度)",
        "number": 61.0,
        "noValue": "",
        "year": 2023,
        "yearKind": "FiscalYear",
        "asOf": "",
    }
    assert sheets["9-2"]["status"] == "Achieved"
    assert sheets["1"]["ratio"] == {
        "percent": 86.8,
        "formula": "actual/target",
        "notComputed": None,
        "forReferenceOnly": True,
    }
    assert sheets["25"]["ratio"]["notComputed"] == "no-indicator"
    assert "departments" not in sheets["1"]
    assert [each["notation"] for each in data["withoutSheet"]] == ["37"]
    assert [each["agrees"] for each in data["totals"]] == [True] * 6
    assert [each["by"] for each in data["counts"]] == [by for by in BY if by != "department"]
    own = json.loads(told("取組1", "--format", "json"))
    assert own["sheets"][0]["departments"][0]["name"] == "教育部学校給食課"


def test_the_question_of_missed_targets_gives_the_same_ratios(run, told):
    asked = json.loads(run("query", "missed-targets", "--format", "json").stdout)["rows"]
    by_indicator = {
        row["indicator"]["value"]: float(row["percent"]["value"]) if row["percent"] else None
        for row in asked
    }
    sheets = json.loads(told("--format", "json"))["sheets"]
    missed = [each for each in sheets if each["status"] == "NotAchieved"]
    assert len(missed) == len(asked) == 30
    assert {each["indicator"]["id"]: each["ratio"]["percent"] for each in missed} == by_indicator


def test_a_total_that_differs_is_told(run, tmp_path):
    store = Store()
    store.load(path=str(GRAPH), format=RdfFormat.TURTLE)
    [count] = [
        quad
        for quad in store.quads_for_pattern(None, NamedNode(PG.achievedCount), None)
        if quad.object.value == "5"
    ]
    store.remove(count)
    store.add(Quad(count.subject, count.predicate, Literal(6)))
    graph = tmp_path / "other.nt"
    graph.write_bytes(serialize((quad.triple for quad in store), format=RdfFormat.N_TRIPLES))
    text = run("progress", "--graph", graph).stdout
    assert (
        "○5・×7・－1（資料の集計「11の取組において、12指標中6指標」と違います。担当課に確認）"
        in text
    )
    assert "不一致" in run("progress", "--graph", graph, "--by", "project").stdout


def test_the_workbook_has_sheets_for_paper_figures_and_counts(told, tmp_path):
    path = tmp_path / "進行管理.xlsx"
    told("--format", "xlsx", "-o", path)
    book = load_workbook(path)
    assert book.sheetnames == [
        "実績と目標", "数値", "プロジェクト別", "プロジェクト目標別", "施策別", "テーマ（部会）別",
        "ビジョン別", "SDGsのゴール別", "説明",
    ]  # fmt: skip
    figures = list(book["数値"].values)
    row = dict(zip(figures[0], next(row for row in figures if row[4] == "12"), strict=True))
    assert (row["目標値（数値）"], row["実績値（数値）"], row["実績÷目標％（参考）"]) == (
        741,
        25.99,
        3.5,
    )
    assert "集計範囲が変わった可能性。担当課に確認" in row["気をつけること"]
    notes = [str(cell.value) for cell in book["説明"]["A"]]
    assert "計画書の公式アイコンは未入力。以下は編集者の推定" in notes
    assert not [c for sheet in book for r in sheet for c in r if c.data_type == "f"]
    first = path.read_bytes()
    path.unlink()
    again = tmp_path / "again.xlsx"
    told("--format", "xlsx", "-o", again)
    assert again.read_bytes() == first


# --- The page -----------------------------------------------------------------------------------


class Reader(HTMLParser):
    """What a browser would see: elements with their attributes, and the text."""

    def __init__(self, page):
        super().__init__()
        self.found, self.said = [], ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.said += data


def test_the_page_acts_by_nothing_and_asks_for_nothing(told):
    source = told("--format", "html")
    reader = Reader(source)
    [policy] = [a["content"] for tag, a in reader.found if a.get("http-equiv")]
    style = re.search("<style>(.*?)</style>", source, re.DOTALL)[1]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert b64encode(sha256(style.encode()).digest()).decode() in policy
    assert not {"script", "link", "img", "iframe", "form", "a"} & {tag for tag, _ in reader.found}
    assert set(re.findall(r"https?://[^\s\"'<]+", source)) == {"http://www.w3.org/2000/svg"}
    ids = [attributes["id"] for _, attributes in reader.found if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_the_page_draws_each_measure_and_says_it_in_a_table(told):
    source = told("--format", "html")
    charts = [ET.fromstring(each) for each in re.findall("<svg.*?</svg>", source, re.DOTALL)]  # noqa: S314 - our own drawing
    # 3 times the goals of a project, and 12 measures.
    assert len(charts) == 15
    drawn = {
        group.find(f"{SVG}title").text.split()[0]: group
        for chart in charts
        for group in chart.iter(f"{SVG}g")
    }
    assert len(drawn) == 47
    told_beside = [
        each.text for each in drawn["9-1"].iter(f"{SVG}text") if "said" in each.get("class", "")
    ]
    assert told_beside == ["実績 13,759千円（R5年度）", "目標 14,895千円（R5年度）"]
    signs = [each.text for each in drawn["9-1"].iter(f"{SVG}text") if each.get("class") == "sign"]
    assert signs == ["○"]
    assert "小さいほどよい" in drawn["15-1"].find(f"{SVG}title").text
    reader = Reader(source)
    for figures in FIGURES:
        for cell in figures[1:]:
            assert cell in reader.said
    assert "庁内用" not in reader.said
    assert "担当課別" not in reader.said
    assert "担当課別の達成状況" in told("--format", "html", "--audience", "office")


def test_what_a_graph_says_cannot_act_in_the_page(run, town):
    graph = town / "mandala.ttl"
    text = graph.read_text(encoding="utf-8")
    for name in ("朝市の会員数", "青葉ヶ浦市", "魚食の普及"):
        assert f'"{name}"' in text
        text = text.replace(f'"{name}"', '"<script>alert(1)</script>&amp;"')
    graph.write_text(text, encoding="utf-8")
    page = run("progress", "--graph", graph, "--format", "html").stdout
    assert "script" not in {tag for tag, _ in Reader(page).found}
    assert "&lt;script&gt;" in page


def test_two_values_of_one_thing_share_their_scale():
    svg = ET.fromstring(  # noqa: S314 - our own drawing
        pairs(
            [
                Pair("海", (30, 40), ("a", "b"), "×"),
                Pair("川", (2, 1), ("c", "d")),
                Pair("森", (0, 5), ("e", "f")),
                Pair("里", (None, None), ("なし", "なし")),
            ],
            title="題",
            key="k",
        )
    )
    assert svg.find(f"{SVG}title").text == "題"
    groups = list(svg.iter(f"{SVG}g"))

    def widths(group):
        return [
            (each.get("class"), float(each.get("width")))
            for each in group.iter(f"{SVG}rect")
            if each.get("class") != "plate"
        ]

    # With a sign the bars begin further in: 300 - 32.
    assert widths(groups[0]) == [("solid", 201.0), ("outline", 268.0)]
    assert widths(groups[1]) == [("solid", 300.0), ("outline", 150.0)]
    assert [name for name, _ in widths(groups[2])] == ["outline"]
    assert widths(groups[3]) == []
    quiet = [each.text for each in groups[3].iter(f"{SVG}text") if "quiet" in each.get("class", "")]
    assert quiet == ["なし", "なし"]
    assert ET.fromstring(pairs([], title="", key="e")).tag == f"{SVG}svg"  # noqa: S314


@pytest.mark.browser
def test_the_page_fits_screens_and_says_all_in_its_charts(run, chromium, tmp_path):
    for lang, width, scheme in (("ja", 1366, "light"), ("en", 1920, "dark"), ("ja", 390, "light")):
        path = tmp_path / f"{lang}.html"
        assert run("progress", "--format", "html", "--lang", lang, "-o", path).exit_code == 0
        page = chromium.new_page(viewport={"width": width, "height": 768}, color_scheme=scheme)
        troubles = []
        page.on("console", lambda message, told=troubles: told.append(message.text))
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        cut, smallest = page.evaluate(
            """() => {
                const texts = [...document.querySelectorAll("svg text")];
                const right = each => each.getBoundingClientRect().right;
                return [
                    texts.filter(each => right(each) > right(each.ownerSVGElement) + 1)
                        .map(each => each.textContent),
                    Math.min(...texts.map(each => each.getBoundingClientRect().height)),
                ];
            }"""
        )
        assert cut == []
        assert smallest >= (14 if width > 390 else 9)
        assert troubles == []
        page.close()
