"""Named tables: rows typed from the city's documents, who may see what, every format."""

import csv
import io
import json
import re
import runpy
from pathlib import Path

import openpyxl
import pytest
from pyoxigraph import Store

from plan_graph.answers import Page
from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store, view
from plan_graph.lookup import elements
from plan_graph.preset_answers import listing, preset_json, preset_rows, preset_sheets, preset_text
from plan_graph.presets import PRESETS, preset_table
from plan_graph.resources import GRAPH
from plan_graph.tables import Screen, csv_text
from plan_graph.vocab import PG
from plan_graph.workbook import workbook

STORE = view(load_store(GRAPH))
KNOWN = elements(STORE)
PUBLIC = [name for name, preset in PRESETS.items() if not preset.office_only]
#: What the progress report of R6 prints over the sheets of actions, counted sheet by sheet.
MET, MISSED, NOT_SCORED = 13, 26, 3


def page(*, lang="ja", audience="public", store=STORE, known=KNOWN, weakest=PG.Estimated):
    return Page(store, known, weakest, lang, Screen(0), audience=audience)


def rows(name, *, audience="public", lang="ja"):
    """Return the rows of a table of the released graph as dicts by their heads."""
    table = preset_table(name, STORE, KNOWN, office=audience == "office")
    head, body = preset_rows(table, page(audience=audience, lang=lang))
    assert len(set(head)) == len(head), "two columns have the same head"
    return [dict(zip(head, row, strict=True)) for row in body]


def one(found, **cells):
    [row] = [each for each in found if all(each[head] == cell for head, cell in cells.items())]
    return row


# --- Which tables there are -------------------------------------------------------------------


def test_the_ten_tables_in_the_order_in_which_they_are_listed():
    _, told = listing("ja")
    assert [row[:2] for row in told] == [
        ["summary", "総括表"],
        ["indicators", "指標一覧"],
        ["missed-targets", "目標に届かなかった指標"],
        ["vision-measure", "ビジョン×施策"],
        ["issue-action", "地域課題×取組"],
        ["theme-theme", "テーマ×テーマ"],
        ["sdg-measure", "SDGs×施策"],
        ["plans", "計画間対応"],
        ["department-action", "担当課×取組"],
        ["gaps", "空欄一覧"],
    ]
    assert [row[3] for row in told].count("庁内用") == 1
    assert all(row[2].endswith(("？", "？（市の確認欄つき）", "？（記入欄つき）")) for row in told)


# --- What they say ----------------------------------------------------------------------------


def test_the_summary_counts_what_the_sheets_print():
    found = rows("summary")
    assert len(found) == 12 + 1 + 1  # measures, action 37 without one, the sums
    total = found[-1]
    assert (total["施策"], total["取組数"], total["評価の数"]) == ("合計", "37", "42")
    assert (total["○"], total["×"], total["－"]) == (str(MET), str(MISSED), str(NOT_SCORED))
    by_project = {
        name: [
            sum(int(row[mark]) for row in found if row["プロジェクト"][:1] == name)
            for mark in "○×－"
        ]
        for name in "123"
    }
    # 12指標中5指標, 14指標中2指標, 13指標中6指標; － stands on sheets 6, 25 and 35.
    assert by_project == {"1": [5, 7, 1], "2": [2, 12, 0], "3": [6, 7, 2]}
    school = one(found, 施策="1-1 食育の推進")
    assert school["取組の番号"] == "1、2、3、4"
    assert school["プロジェクト目標"] == "1-1 地産地消な暮らしの定着"
    assert school["ビジョン"].startswith("照 ①、⑤")
    assert one(found, 施策="（施策の記載なし）")["取組の番号"] == "37"


def test_every_indicator_stands_with_the_year_of_each_value():
    found = {row["No."]: row for row in rows("indicators")}
    assert len([number for number in found if number.startswith("No.")]) == 42
    assert len([number for number in found if number.startswith("目標")]) == 5
    lunch = found["No.1"]
    assert lunch["取組・プロジェクト目標・施策"] == "学校給食の地産地消の推進"
    assert (lunch["現状値"], lunch["現状値の年"]) == ("81.3%", "R5年度")
    assert (lunch["目標値"], lunch["目標値の年"]) == ("82.0%", "R6年度")
    assert (lunch["実績値"], lunch["実績値の年"]) == ("71.2%", "R6年度")
    assert (lunch["達成状況"], lunch["次の目標値"], lunch["次の目標の年"]) == (
        "×",
        "85.0%",
        "R7年度",
    )
    assert lunch["理由"] == "進行管理表 No.1 参照"
    # In the column of R6 stand values of R5.
    boars = found["No.9-1"]
    assert (boars["実績値"], boars["実績値の年"]) == ("13,759千円", "R5年度")
    assert boars["備考"] == "R6年度の欄にR5年度の値"
    ratio = "参考：実績÷目標（市の評価は○×のみ）"
    assert found["No.15-1"][ratio].endswith("（目標÷実績）")
    assert found["No.4"][ratio].startswith("算定せず")
    assert found["目標2-1"][ratio].startswith("算定せず")
    assert "集計範囲が変わった可能性" in found["目標2-1"]["備考"]
    statuses = [row["達成状況"] for number, row in found.items() if number.startswith("No.")]
    assert [statuses.count(mark) for mark in "○×－"] == [MET, MISSED, NOT_SCORED]


def test_missed_targets_are_those_printed_with_a_cross_in_the_order_of_print():
    found = rows("missed-targets")
    numbers = [row["No."] for row in found]
    assert len([number for number in numbers if number.startswith("No.")]) == MISSED
    assert [number for number in numbers if number.startswith("目標")] == [
        "目標1-1", "目標2-1", "目標2-2", "目標3-1",
    ]  # fmt: skip
    assert numbers[:7] == ["目標1-1", "No.1", "No.2", "No.3", "No.4", "No.5-1", "No.10"]
    food = one(found, **{"No.": "No.1"})
    assert (food["差（実績－目標）"], food["単位"], food["達成状況"]) == ("-10.8", "%", "×")
    assert one(found, **{"No.": "No.3"})["差（実績－目標）"] == "-2,000"
    assert one(found, **{"No.": "No.5-1"})["差（実績－目標）"] == "-78,311,000"
    assert one(found, **{"No.": "No.33"})["理由"] == "進行管理表 No.33 参照"


def test_measures_reach_visions_by_the_numbers_of_their_actions():
    found = rows("vision-measure")
    heads = list(found[0])
    assert heads[2] == "① 人のつながりがあるまち"
    food, energy = one(found, 施策="食育の推進"), one(found, 施策="エネルギーの地産地消の推進")
    assert food["施策の番号"] == "施策1-1"
    assert food["① 人のつながりがあるまち"] == "照 1、2、3、4"
    assert food["⑤ 子ども・若者が育つ環境のあるまち"] == "照 1、2、3、4"
    assert energy["④ 誰もが安心して暮せるまち"] == "照 12、13、14"
    assert one(found, 施策="循環型社会の形成")["④ 誰もが安心して暮せるまち"] == "照 15"
    nature = one(found, 施策="自然資本の保全・活用")
    assert nature["② 自然とともにあるまち"] == "照 19、20、21、22"
    assert all(row["⑥ わくわくして暮せるまち"] == "" for row in found)


def test_a_vision_without_a_line_is_told_in_the_words_of_serves():
    text = preset_text("vision-measure", preset_table("vision-measure", STORE, KNOWN), page())
    assert (
        "⑥ わくわくして暮せるまち：資料からたどれる取組はまだありません"
        "（推定 0件。市の見解ではありません）" in text
    )
    assert "誰も取り組んでいない" not in text


def test_candidates_are_marked_and_their_common_cause_is_left_to_people():
    found = rows("issue-action")
    assert len(found) == 37
    assert [row["取組の番号"] for row in found if row["同時解決の候補"] == "候補"] == [
        "5", "6", "8", "9", "10", "19",
    ]  # fmt: skip
    assert {row["共通の原因（記入欄）"] for row in found} == {""}
    forest = one(found, 取組="森林の保全・活用")
    assert (forest["一次産業の衰退"], forest["里山・里海の荒廃"]) == ("推", "推")
    assert forest["三側面"] == "経済、環境、社会"


def test_themes_name_what_they_share():
    found = rows("theme-theme")
    shared = one(found, **{"テーマ（部会）": "里山の再生"})["5 里海の活用"]
    # Both lists of members name the hotel, the school, the farm, the tourist board, the bird club.
    for name in (
        "株式会社ホテル三日月",
        "木更津工業高等専門学校",
        "株式会社KURKKU FIELDS",
        "日本野鳥の会千葉県",
    ):
        assert f"主体「{name}」" in shared


def test_goals_stand_with_targets_and_a_column_for_the_city():
    found = rows("sdg-measure")
    assert {row["SDGsのゴールの番号"] for row in found} == {str(n) for n in range(1, 18)}
    assert {row["市確認欄"] for row in found} == {""}
    organic = one(found, SDGsのゴールの番号="2", 施策="環境保全型農業の推進")
    assert organic["ターゲット"] == "推 2.3、2.4"
    assert one(found, SDGsのゴールの番号="5")["施策"] == "（まだ見つかりません）"
    text = preset_text("sdg-measure", preset_table("sdg-measure", STORE, KNOWN), page())
    assert text.splitlines()[1] == "計画書の公式アイコンは未入力。以下は編集者の推定"


def test_between_plans_only_what_the_graph_has():
    found = rows("plans")
    # 29 continues an action of the 3rd basic plan, the others a measure or a programme of the 1st.
    continuing = {row["取組の番号"] for row in found if row["引き継ぐもの"]}
    assert continuing == {"1", "9", "10", "11", "12", "19", "20", "21", "28", "29", "33"}
    assert one(found, 取組の番号="29")["引き継ぐもの"] == "取組45-1「地域自治の推進」（推）"
    # The 1st basic plan is of FY2015 to 2018, the 3rd is not over.
    over = "2015年度からの計画：施策「農業の振興」（推）"
    assert one(found, 取組の番号="9")["引き継ぐもの"] == over
    assert one(found, 取組の番号="9")["SDGsターゲットが同じもの"] == (
        f"取組44-2「地域循環共生圏の創造」（推）／{over}"
    )
    assert {row["名称が同じもの"] for row in found} == {""}
    assert "取組43-1" in one(found, 取組の番号="5")["担当課が同じもの"]
    text = preset_text("plans", preset_table("plans", STORE, KNOWN), page())
    assert "引き継ぐ関係とは限りません" in text
    assert re.search(r"埋まっている行：\d+（全37行）", text)


def test_gaps_tell_what_is_empty_and_leave_room_to_fill_in():
    found = rows("gaps")
    bare = [
        row["番号"] for row in found if (row["空いている項目"], row["種類"]) == ("指標", "取組")
    ]
    assert bare == ["25", "35", "37"]
    assert one(found, 空いている項目="担当課", 種類="取組")["番号"] == "37"
    assert one(found, 空いている項目="つながる取組・施策", 種類="ビジョン")["番号"] == "⑥"
    assert {row["記入欄"] for row in found} == {""}


# --- Who may see what -------------------------------------------------------------------------


def test_departments_are_for_the_office_only_and_the_public_is_told():
    with pytest.raises(PlanGraphError) as caught:
        preset_table("department-action", STORE, KNOWN)
    assert "--audience office" in caught.value.text("ja")
    assert "公開用には出しません" in caught.value.text("ja")
    assert "not for the public" in caught.value.text("en")
    found = rows("department-action", audience="office")
    drill = [row for row in found if row["取組"] == "防災訓練の実施"]
    assert {row["担当課"] for row in drill} == {"総務部危機管理課"}
    assert [(row["目標値"], row["実績値"], row["達成状況"]) for row in drill] == [
        ("10地区", "10地区", "○"),
        ("8回", "8回", "○"),
    ]
    assert "37" not in {row["取組の番号"] for row in found}


@pytest.mark.parametrize("name", PUBLIC)
def test_in_public_no_status_stands_beside_a_department(name):
    public, office = rows(name), rows(name, audience="office")
    statuses = {"達成状況", "○", "×"} & set(public[0])
    if statuses:
        assert "担当課" not in public[0]
        assert "担当課" in office[0]
        divisions = re.compile(r"(経済|環境|総務|教育|企画|市民協働|都市整備)部\S+[課室]")
        assert not divisions.search(str(public))
    text = preset_text(name, preset_table(name, STORE, KNOWN, office=True), page(audience="office"))
    assert text.splitlines()[0].endswith("（庁内用）")


@pytest.mark.parametrize("name", PRESETS)
def test_no_table_says_what_must_never_be_said(name):
    table = preset_table(name, STORE, KNOWN, office=True)
    told = preset_text(name, table, page(audience="office"))
    for word in ("1443", "157%", "達成率", "急減", "順位表", "推薦"):
        assert word not in told


# --- Every format ------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", PRESETS)
def test_every_table_in_every_format_and_language_says_the_same(name, lang):
    there = page(lang=lang, audience="office")
    table = preset_table(name, STORE, KNOWN, office=True)
    head, body = preset_rows(table, there)
    assert all(head)
    read = list(csv.reader(io.StringIO(csv_text(head, body))))
    assert len(read) == len(table.rows) + 1
    # No cell of a file in CSV is read as a day by a spreadsheet.
    assert not any(re.fullmatch(r"\d{1,2}-\d{1,2}", cell) for row in read for cell in row)
    told = preset_json(name, table, there)
    assert json.loads(json.dumps(told)) == told
    assert len(told["rows"]) == len(table.rows)
    (sheet,), notes = preset_sheets(name, table, there)
    book = openpyxl.load_workbook(io.BytesIO(workbook([sheet], notes)))
    opened = book[sheet.name]
    assert opened.max_row == len(table.rows) + 1
    assert [cell.value for cell in opened[1]] == head
    assert opened.page_setup.paperSize in {8, 9}
    text = preset_text(name, table, there)
    edition = "令和6年度版" if lang == "ja" else "2024"
    assert edition in text.splitlines()[-1]
    if lang == "en":
        assert not re.search(r"[ぁ-んァ-ン一-龠]", text.splitlines()[0])


def test_plain_data_name_elements_by_their_iris_and_values_by_their_numbers():
    told = preset_json("indicators", preset_table("indicators", STORE, KNOWN), page())
    ids = [column["id"] for column in told["columns"]]
    lunch = dict(zip(ids, told["rows"][2], strict=True))
    assert lunch["target"] == {"printed": "82.0%", "value": "82", "year": 2024}
    assert (lunch["target-year"], lunch["status"]) == (2024, "NotAchieved")
    assert lunch["whose"][0]["id"].endswith("/action/ap3-1")


# --- Other graphs ------------------------------------------------------------------------------


def test_an_empty_graph_has_nothing_to_tell_and_says_so():
    store = Store()
    for name in PRESETS:
        with pytest.raises(PlanGraphError) as caught:
            preset_table(name, store, elements(store), office=True)
        assert caught.value.text("ja")


#: What the documents of the invented town say nothing of.
ABSENT = {"theme-theme"}


@pytest.mark.parametrize("name", PRESETS)
def test_another_town_has_the_same_tables(name, built_town):
    store = view(load_store(built_town / "mandala.ttl"))
    known = elements(store)
    if name in ABSENT:
        with pytest.raises(PlanGraphError):
            preset_table(name, store, known, office=True)
        return
    table = preset_table(name, store, known, office=True)
    there = page(store=store, known=known, audience="office")
    head, body = preset_rows(table, there)
    assert body
    assert preset_text(name, table, there).startswith(there.text(f"presets.{name}"))
    assert not any("木更津" in cell for row in (head, *body) for cell in row)


# --- The command --------------------------------------------------------------------------------


def test_the_command_lists_prints_and_writes(run, tmp_path):
    assert "missed-targets" in run("table", "--list").stdout
    assert json.loads(run("table", "--list", "--format", "json").stdout)[0]["表"] == "総括表"
    listed = run("table", "--list", "--lang", "en").stdout
    assert "Missed targets" in listed
    assert "office" in listed
    printed = run("table", "--preset", "summary").stdout
    assert printed.startswith("総括表\n計画書の公式アイコンは未入力")
    file = tmp_path / "担当課.xlsx"
    asked = ("table", "--preset", "department-action", "--format", "xlsx", "-o", file)
    refused = run(*asked)
    assert refused.exit_code == 2
    assert "庁内" in refused.stderr
    assert not file.exists()
    done = run(*asked, "--audience", "office")
    assert done.exit_code == 0, done.output
    assert openpyxl.load_workbook(file).sheetnames == ["担当課×取組", "注記"]
    bom = tmp_path / "a.csv"
    assert run("table", "--preset", "plans", "--format", "csv", "-o", bom).exit_code == 0
    assert bom.read_bytes().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--preset", "sumary"], "もしかして summary ？"),
        (["--preset", "nothing-like-it"], "あるのは：summary, indicators"),
        (["action", "--preset", "summary"], "--preset と一緒には使えません：ROWS"),
        (["--preset", "summary", "--cells", "list"], "一緒には使えません：--cells"),
        (["--list", "--format", "xlsx"], "table | csv | json"),
        ([], "行と列の種類を指定するか、--preset"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_to_do(run, arguments, said):
    result = run("table", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


# --- The page that shows them ---------------------------------------------------------------------


def test_the_page_of_tables_is_what_its_generator_makes_and_each_picture_is_there_and_small():
    docs = Path(__file__).parents[1] / "docs"
    text = (docs / "tables.md").read_text(encoding="utf-8")
    assert runpy.run_path(str(docs / "tables.py"))["page"]() == text
    pictures = re.findall(r"\]\((pictures/tables-.+?\.png)\)", text)
    assert {f"pictures/tables-{name}.png" for name in PRESETS} <= set(pictures)
    for name in pictures:
        assert 10_000 < (docs / name).stat().st_size < 150_000, name
    assert re.findall(r"--preset (\S+) .*--format xlsx -o \S+\.xlsx`", text) == list(PRESETS)
