"""Links out to a department as a sheet, its answers back, and everything wrong by its cell."""

import csv
import datetime as dt
import re
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

ROOT = Path(__file__).parents[1]
SHEET = "確認シート"
HEADS = [
    "番号", "名称", "関係", "相手の番号", "相手の名称", "根拠", "理由・出典と場所", "確認", "所見",
    "日付", "管理番号",
]  # fmt: skip
#: What the town's confirmations.csv says, and the rows in which the sheet of 水産課 asks.
OLD = (
    "subject,predicate,object,confirmation,department,date,remark\n"
    "action/tp2-4,aimsAt,outcome/knowing-the-sea,Disputed,department/greenery,2031-02-01,"
    "ねらいは調べることにある。\n"
    "action/tp2-1,responsible,department/fisheries,Confirmed,department/fisheries,2031-02-01,\n"
)
PART, VISION, SAID, SEA = 3, 4, 7, 11
STATEMENTS = {
    PART: "action/tp2-1,partOf,measure/tp2-1-1",
    VISION: "action/tp2-1,serves,vision/1",
    SEA: "action/tp2-4,aimsAt,outcome/knowing-the-sea",
}


def exported(run, town, out, *options, department="水産課"):
    graph = ("--graph", town / "mandala.ttl", "--data", town)
    return run("export", "confirm", "--department", department, *graph, "-o", out, *options)


@pytest.fixture(scope="module")
def blank(built_town, run, tmp_path_factory):
    path = tmp_path_factory.mktemp("confirm") / "blank.xlsx"
    done = exported(run, built_town, path)
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture
def sheet(blank, tmp_path):
    """The exported sheet, to be filled in."""
    return Path(shutil.copy(blank, tmp_path / "水産課 2031.xlsx"))


def fill(path, cells):
    """Write *cells* by row and head: ``{3: {"確認": "確認済"}}``."""
    book = openpyxl.load_workbook(path)
    for row, values in cells.items():
        for head, value in values.items():
            book[SHEET].cell(row, HEADS.index(head) + 1).value = value
    book.save(path)


def grid(path):
    page = openpyxl.load_workbook(path)[SHEET]
    return [[cell or "" for cell in row] for row in page.iter_rows(values_only=True)]


def as_csv(path, rows, encoding):
    out = path.with_suffix(".csv")
    with out.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return out


def answer(state, day="2031-03-01", remark=None):
    return {"確認": state, "日付": day, "所見": remark}


def imported(run, town, path, *options):
    return run("import", "confirm", path, "--data", town, *options)


def answers(town):
    return (town / "curated" / "confirmations.csv").read_text(encoding="utf-8")


def files(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# --- Out ----------------------------------------------------------------------------------------


def test_the_sheet_asks_in_printed_order_of_what_a_department_is_responsible_for(blank):
    rows = grid(blank)
    assert rows[0] == HEADS
    asked = [(row[0], row[1], row[2], row[3], row[4], row[5]) for row in rows[1:]]
    sea, market = ("4", "磯の観察会"), ("1", "朝市の開催")
    matched, estimated = "導出・照合による", "導出・推定による"
    assert asked == [
        ("1", "港の恵みをめぐらせるプロジェクト",
         "プロジェクト1のプロジェクトリーダーは、産業部水産課です", "", "産業部水産課", "記載"),
        (*market, "取組1は、施策1-1に属します", "1-1", "魚食の普及", "記載"),
        (*market, "取組1は、ビジョン①につながります", "①", "となりの顔がわかるまち", matched),
        (*market, "取組1は、ビジョン②につながります", "②", "海のそばで笑うまち", matched),
        (*market, "取組1は、魚食の普及をめざします", "", "魚食の普及", matched),
        (*market, "取組1を担当するのは、産業部水産課です", "", "産業部水産課", "記載"),
        (*market, "取組1の指標は、指標1です", "1", "朝市の会員数", "記載"),
        (*sea, "取組4は、施策2-2に属します", "2-2", "海辺の自然の保全", "記載"),
        (*sea, "取組4は、ビジョン③につながります", "③", "誰もがほっとできるまち", estimated),
        (*sea, "取組4は、海を知るひとをめざします", "", "海を知るひと", "推定"),
        (*sea, "取組4を担当するのは、産業部水産課です", "", "産業部水産課", "記載"),
        (*sea, "取組4を担当するのは、環境部みどり課です", "", "環境部みどり課", "記載"),
        (*sea, "取組4の指標は、指標4です", "4", "海辺を訪れた人の数（1月～12月）", "記載"),
        ("", "産業部水産課", "産業部水産課は、産業部に属します", "", "産業部", "記載"),
    ]  # fmt: skip


def test_a_row_tells_its_reasons_and_what_others_said_and_is_filled_with_what_is_known(blank):
    rows = grid(blank)
    vision, said, sea = (rows[at - 1] for at in (VISION, SAID, SEA))
    # A derived link tells every step, and a second way stands behind the first.
    assert "1) 取組1「朝市の開催」は、施策1-1「魚食の普及」に属します ［記載］" in vision[6]
    assert "／ ［推定］朝市の指標の名に「会員」とあり" in vision[6]
    assert vision[7:10] == ["", "", ""]
    # What the department itself said stands in its columns, and only there.
    assert said[7:10] == ["確認済", "", "2031-02-01"]
    assert "確認状況" not in said[6]
    # What another department said does not stand there for it.
    assert sea[7:10] == ["", "", ""]
    assert "確認状況：意見あり（環境部みどり課、2031-02-01） ねらいは調べることにある。" in sea[6]
    assert re.fullmatch(
        r"department/fisheries action/tp2-1 serves vision/1 [0-9a-f]{8}", vision[10]
    )


def test_only_the_tinted_columns_are_unlocked_and_offer_what_can_be_chosen(blank):
    page = openpyxl.load_workbook(blank)[SHEET]
    unlocked = {cell.column_letter for row in page.iter_rows(min_row=2) for cell in row
                if not cell.protection.locked}  # fmt: skip
    assert unlocked == {"H", "I", "J"}
    assert page["H3"].fill.fgColor.rgb == "FFFFF9E3"
    assert page["J3"].number_format == "@"
    assert page["K3"].font.color.rgb == "FF808080"
    (offer,) = page.data_validations.dataValidation
    assert (str(offer.sqref).split(":")[0], offer.formula1) == ("H2", '"確認済,意見あり,保留"')
    assert page.freeze_panes == "C2"
    assert page.print_title_rows == "$1:$1"
    assert page.print_area == f"'{SHEET}'!$A$1:$J$15"
    assert page.page_setup.paperSize == 9, "A4"
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    types = {cell.data_type for row in page.iter_rows() for cell in row}
    assert types <= {"s", "n"}


def test_the_notes_say_what_it_is_how_to_fill_it_in_and_what_is_left_out(blank):
    page = openpyxl.load_workbook(blank).worksheets[-1]
    lines = [row[0] or "" for row in page.iter_rows(values_only=True)]
    assert lines[0] == "確認シート：産業部水産課（14件）"
    assert lines[1] == "計画書の公式アイコンは未入力。以下は編集者の推定"
    assert lines.index("これは何か") < lines.index("書きかた") < lines.index("戻しかた")
    assert lines.index("戻しかた") < lines.index("What this is")
    told = "\n".join(lines)
    assert "編集者の読み取りで、市の見解ではありません" in told
    assert "（枠組みだけを言うつながり）は省いています" in told
    assert "plan-graph import confirm" in told
    assert "数えたつながり：記載 9、導出 4（推定による 1、照合による 3）、推定 2" in told
    assert "非公式の再構成" in lines[-1]


def test_a_narrower_view_asks_only_of_its_links(built_town, run, tmp_path):
    out = tmp_path / "stated.xlsx"
    assert exported(run, built_town, out, "--basis", "stated").exit_code == 0
    assert {row[5] for row in grid(out)[1:]} == {"記載"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--department", "産業部水産係"], "もしかして 担当課「産業部水産課」"),
        ([], "課を --department で指定してください"),
        (["--department", "水産課", "--standard"], "export confirm --department NAME"),
        (["--department", "水産課", "--predicate", "serves"], "confirm --department"),
    ],
)
def test_an_export_that_cannot_be_made_says_why(options, said, built_town, run, tmp_path):
    out = tmp_path / "out.xlsx"
    done = run("export", "confirm", *options, "--graph", built_town / "mandala.ttl", "-o", out)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not out.exists()


def test_a_whole_division_is_asked_of_itself_only(built_town, run, tmp_path):
    out = tmp_path / "out.xlsx"
    assert exported(run, built_town, out, department="産業部").exit_code == 0
    assert [(row[1], row[4]) for row in grid(out)[1:]] == [
        ("産業部商工課", "産業部"),
        ("産業部水産課", "産業部"),
    ]


def test_a_department_without_links_is_told(built_town, run, tmp_path):
    graph = tmp_path / "none.ttl"
    text = (built_town / "mandala.ttl").read_text(encoding="utf-8")
    kept = [part for part in text.split("\n\n") if "a pg:Link" not in part]
    graph.write_text("\n\n".join(kept), encoding="utf-8")
    out = tmp_path / "out.xlsx"
    done = run("export", "confirm", "--department", "水産課", "--graph", graph, "-o", out)
    assert done.exit_code == 2
    assert "産業部水産課のつながりは、この見方にありません" in done.stderr


# --- Back ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_sheet_that_nobody_filled_in_changes_nothing(lang, town, run, tmp_path):
    out = tmp_path / "sheet.xlsx"
    assert exported(run, town, out, "--lang", lang).exit_code == 0
    before = files(town)
    done = imported(run, town, out, "--lang", lang)
    assert done.exit_code == 0, done.output
    assert files(town) == before
    assert ("同じ答え 1件、未記入 13件" if lang == "ja" else "1 the same, 13 empty") in done.stdout


def test_answers_are_written_with_department_and_day_and_told_in_sentences(sheet, town, run):
    fill(sheet, {
        PART: answer("確認済"),
        VISION: answer("意見あり", remark="会員は市外の人が多い。\n見直したい"),
        SAID: answer("保留", "2031-04-01", "組織改正のあとで"),
    })  # fmt: skip
    done = imported(run, town, sheet)
    assert done.exit_code == 0, done.output
    old = "action/tp2-1,responsible,department/fisheries,"
    by = "department/fisheries,2031-03-01"
    assert answers(town) == OLD.replace(
        f"{old}Confirmed,department/fisheries,2031-02-01,",
        f"{old}OnHold,department/fisheries,2031-04-01,組織改正のあとで",
    ) + (
        f"{STATEMENTS[PART]},Confirmed,{by},\n"
        f"{STATEMENTS[VISION]},Disputed,{by},会員は市外の人が多い。 見直したい\n"
    )
    assert done.stdout.splitlines()[0] == (
        "3行目 取組1「朝市の開催」は、施策1-1「魚食の普及」に属します："
        "未確認 → 確認済（産業部水産課、2031-03-01）"
    )
    assert "確認済（産業部水産課、2031-02-01） → 保留（産業部水産課、2031-04-01）" in done.stdout
    assert "加えた 2、変えた 1、同じ 0、未記入 11" in done.stdout


@pytest.mark.parametrize(
    ("mark", "state"),
    [
        ("○", "Confirmed"), ("〇", "Confirmed"), ("◯", "Confirmed"), ("確認 済", "Confirmed"),
        ("確認済み", "Confirmed"), ("Confirmed", "Confirmed"), ("×", "Disputed"), ("✕", "Disputed"),
        ("disputed", "Disputed"), ("保留", "OnHold"), ("－", ""), ("ー", ""), ("—", ""), ("-", ""),
        ("未確認", ""),
    ],
)  # fmt: skip
def test_signs_that_people_write_are_read_as_what_they_mean(mark, state, sheet, town, run):
    fill(sheet, {PART: answer(mark)})
    done = imported(run, town, sheet)
    assert done.exit_code == 0, done.output
    row = f"{STATEMENTS[PART]},{state},department/fisheries,2031-03-01,\n"
    assert answers(town) == OLD + (row if state else "")


@pytest.mark.parametrize(
    "day",
    [
        "令和13年3月1日", "令和１３年３月１日（土）", "R13.3.1", "r13.03.01", "2031-03-01",
        "2031/3/1", "２０３１／０３／０１", "2031年3月1日", dt.date(2031, 3, 1),
    ],
)  # fmt: skip
def test_days_are_read_however_they_are_typed(day, sheet, town, run):
    fill(sheet, {PART: answer("確認済", day)})
    done = imported(run, town, sheet)
    assert done.exit_code == 0, done.output
    assert answers(town).endswith(",Confirmed,department/fisheries,2031-03-01,\n")


def test_a_day_for_all_counts_where_the_sheet_has_none(sheet, town, run):
    fill(sheet, {PART: answer("確認済", None), VISION: answer("確認済", "2031-02-28")})
    done = imported(run, town, sheet, "--date", "R13.3.5")
    assert done.exit_code == 0, done.output
    assert [row.split(",")[5] for row in answers(town).splitlines()[3:]] == [
        "2031-03-05", "2031-02-28",
    ]  # fmt: skip


def test_rows_and_columns_may_be_moved_and_notes_and_sheets_be_added(sheet, town, run):
    fill(sheet, {PART: answer("確認済")})
    book = openpyxl.load_workbook(sheet)
    page = book[SHEET]
    head, *rows = [[cell.value for cell in row] for row in page.iter_rows()]
    page.delete_rows(1, 30)
    page.append(["水産課の答え"])
    page.append([])
    page.append(["課内メモ", *reversed(head)])
    for row in reversed(rows):
        page.append([])
        page.append(["=1+1", *reversed(row)])
    page.append([None, "課長に聞く", "ここはメモ"])
    page.merge_cells(f"B{page.max_row + 1}:L{page.max_row + 1}")
    book.create_sheet("メモ", 0).append(["何か"])
    book.save(sheet)
    done = imported(run, town, sheet)
    assert done.exit_code == 0, done.output
    assert answers(town) == OLD + f"{STATEMENTS[PART]},Confirmed,department/fisheries,2031-03-01,\n"
    assert "管理番号のない行は読みません：1件（32行目）" in done.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_a_sheet_saved_as_csv_is_read_too(encoding, sheet, town, run):
    rows = grid(sheet)
    rows[PART - 1][7:10] = (
        ["○", "髙い", "2031/3/1"] if encoding != "cp932" else ["○", "高い", "2031/3/1"]
    )
    # Excel makes a day of 1-1; the link is named by its key.
    rows[PART - 1][3] = "1月1日"
    out = as_csv(sheet, [*rows, [], ["メモ"]], encoding)
    done = imported(run, town, out)
    assert done.exit_code == 0, done.output
    assert answers(town).count(",Confirmed,department/fisheries,2031-03-01,") == 1


def test_an_answer_is_taken_back_in_words_and_not_by_an_empty_cell(sheet, town, run):
    fill(sheet, {SAID: answer(None, None)})
    done = imported(run, town, sheet)
    assert done.exit_code == 0, done.output
    assert answers(town) == OLD
    assert "確認が空で前の答えがある行：1件（7行目）" in done.stdout
    fill(sheet, {SAID: answer("未確認")})
    assert imported(run, town, sheet).exit_code == 0
    assert "tp2-1,responsible,department/fisheries,Unconfirmed,department/fisheries" in answers(
        town
    )


def test_an_objection_without_a_remark_is_written_and_told(sheet, town, run):
    fill(sheet, {PART: answer("意見あり")})
    done = imported(run, town, sheet)
    assert done.exit_code == 0
    assert "3行目 「意見あり」に所見がありません" in done.stdout
    assert ",Disputed," in answers(town).splitlines()[-1]


def test_what_was_confirmed_is_told_by_every_answer_and_changes_no_view(sheet, town, run):
    graph = ("--graph", town / "mandala.ttl")
    before = run("serves", *graph).stdout
    fill(sheet, {PART: answer("確認済")})
    assert imported(run, town, sheet).exit_code == 0
    assert run("build", "--data", town).exit_code == 0
    told = "確認状況：確認済（産業部水産課、2031-03-01）"
    assert told in run("explain", "取組1", "施策1-1", *graph).stdout
    assert told in run("show", "取組1", *graph).stdout
    page = town / "mandala.html"
    assert run("mandala", *graph, "-o", page).exit_code == 0
    assert told in page.read_text(encoding="utf-8")
    assert run("serves", *graph).stdout == before
    assert "確認済" not in before


def test_an_objection_is_not_hidden_behind_the_agreement_of_another_department(sheet, town, run):
    fill(sheet, {SEA: answer("確認済", "2031-05-01")})
    assert imported(run, town, sheet).exit_code == 0
    assert answers(town) == OLD + f"{STATEMENTS[SEA]},Confirmed,department/fisheries,2031-05-01,\n"
    done = run("build", "--data", town)
    assert done.exit_code == 0
    assert "confirmations.csv:4: 同じつながり（tp2-4 " in done.stderr
    told = run("explain", "取組4", "海を知るひと", "--graph", town / "mandala.ttl").stdout
    assert told.count("確認状況") == 1
    assert "確認状況：意見あり（環境部みどり課、2031-02-01） ねらいは調べることにある。" in told
    # Each department is shown its own answer.
    assert exported(run, town, sheet).exit_code == 0
    assert grid(sheet)[SEA - 1][7:10] == ["確認済", "", "2031-05-01"]
    # Of two of a kind, the newer one.
    path = town / "curated" / "confirmations.csv"
    path.write_text(answers(town).replace("Disputed", "Confirmed"), encoding="utf-8")
    assert run("build", "--data", town).exit_code == 0
    told = run("explain", "取組4", "海を知るひと", "--graph", town / "mandala.ttl").stdout
    assert "確認状況：確認済（産業部水産課、2031-05-01）" in told


@pytest.mark.office
def test_a_sheet_that_libreoffice_saved_is_read_too(sheet, town, run):
    fill(sheet, {PART: answer("○", "R13.3.1"), VISION: answer("意見あり", remark="一行目\n二行目")})
    home = sheet.parent / "office"
    start = ("soffice", f"-env:UserInstallation={home.as_uri()}", "--headless", "--norestore")
    command = (*start, "--convert-to", "xlsx", "--outdir", home, sheet)
    subprocess.run(command, capture_output=True, check=True)
    done = imported(run, town, home / sheet.name)
    assert done.exit_code == 0, done.output
    by = "department/fisheries,2031-03-01"
    assert answers(town) == OLD + (
        f"{STATEMENTS[PART]},Confirmed,{by},\n{STATEMENTS[VISION]},Disputed,{by},一行目 二行目\n"
    )


# --- What is wrong ------------------------------------------------------------------------------

VISION_KEY = "department/fisheries action/tp2-1 serves vision/1"
#: What is written into the sheet, the cell that is named, and what is said of it in each language.
FAULTS = {
    "another answer": (
        {PART: answer("たぶん")},
        "H3［確認］",
        "使えるのは：未確認、確認済、意見あり、保留",
        "Known: unconfirmed",
    ),
    "a formula": ({PART: {"確認": "=H2", "日付": "2031-03-01"}}, "H3［確認］", "数式", "formula"),
    "an error": ({PART: {"所見": "#REF!"}}, "I3［所見］", "#REF!", "#REF!"),
    "a remark alone": ({PART: {"所見": "あとで"}}, "H3［確認］", "確認が空です", "no confirmation"),
    "no day": ({PART: answer("確認済", None)}, "J3［日付］", "--date", "--date"),
    "a year of an era": (
        {PART: answer("確認済", "令和13年度")},
        "J3［日付］",
        "「令和13年度」は日付として読めません",
        "'令和13年度' is no day",
    ),
    "a year": ({PART: answer("確認済", 2031)}, "J3［日付］", "日まで", "in full"),
    "half a day": (
        {PART: answer("確認済", "3/1")},
        "J3［日付］",
        "「3/1」は日付",
        "'3/1' is no day",
    ),
    "no such day": (
        {PART: answer("確認済", "2031-02-29")},
        "J3［日付］",
        "読めません",
        "is no day",
    ),
    "a day as a number": (
        {PART: answer("確認済", 47908)},
        "J3［日付］",
        "もしかして 2031-03-01 ？",
        "Did you mean 2031-03-01?",
    ),
    "an altered key": (
        {VISION: answer("確認済") | {"管理番号": f"{VISION_KEY.replace('/1', '/2')} 4bf675a1"}},
        "K4［管理番号］",
        "書き出したときのものではありません",
        "is not as it was exported",
    ),
    "a shortened key": (
        {VISION: answer("確認済") | {"管理番号": "vision/1"}},
        "K4［管理番号］",
        "「vision/1」",
        "'vision/1'",
    ),
    "no key": (
        {VISION: answer("確認済") | {"管理番号": None}},
        "K4［管理番号］",
        "答えがあるのに管理番号がありません",
        "an answer but no key",
    ),
    "another name": (
        {PART: answer("確認済") | {"名称": "磯の観察会"}},
        "B3［名称］",
        "この行の管理番号のもの（取組1「朝市の開催」）",
        "sorted",
    ),
    "another name at the other end": (
        {PART: {"相手の名称": "めぐる資源"}},
        "E3［相手の名称］",
        "（施策1-1「魚食の普及」）",
        "sorted",
    ),
    "another relation": (
        {PART: {"関係": "取組1は、施策2-1に属します"}},
        "C3［関係］",
        "（取組1は、施策1-1に属します）",
        "(action 1 is part of measure 1-1)",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_by_sheet_row_and_column_and_nothing_is_written(name, sheet, town, run):
    cells, at, japanese, english = FAULTS[name]
    fill(sheet, {SEA: answer("確認済"), **cells})
    before = files(town)
    done = imported(run, town, sheet)
    assert done.exit_code == 2
    assert files(town) == before
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"{sheet} {SHEET}!{at}: ")
    assert japanese in line
    line = imported(run, town, sheet, "--lang", "en").stderr
    assert f"!{at.partition('［')[0]}［" in line
    assert english in line


def test_every_fault_is_told_at_once(sheet, town, run):
    fill(
        sheet, {PART: answer("たぶん", None), VISION: answer("確認済", "3/1"), SEA: {"所見": "？"}}
    )
    done = imported(run, town, sheet)
    assert re.findall(r"!([A-Z]\d+)［", done.stderr) == ["H3", "J4", "H11"]


def test_a_copy_of_a_row_is_told_with_the_first(sheet, town, run):
    rows = grid(sheet)
    book = openpyxl.load_workbook(sheet)
    book[SHEET].append(rows[PART - 1])
    book.save(sheet)
    done = imported(run, town, sheet)
    assert "!K16［管理番号］: 同じ管理番号の行がほかにもあります（3行目）" in done.stderr


@pytest.mark.parametrize("span", ["H3:H5", "H4:I4", "K4:K5"])
def test_merged_cells_are_told_with_their_range(span, sheet, town, run):
    fill(sheet, {at: answer("確認済") for at in (3, 4, 5)})
    book = openpyxl.load_workbook(sheet)
    book[SHEET].merge_cells(span)
    book.save(sheet)
    done = imported(run, town, sheet)
    assert done.exit_code == 2
    assert f"結合したセル（{span}）の中です" in done.stderr
    assert answers(town) == OLD


def test_a_link_that_the_graph_no_longer_has_is_told_with_the_nearest(sheet, town, run):
    fill(sheet, {PART: answer("確認済"), SEA: answer("確認済")})
    path = town / "curated" / "links.csv"
    kept = [
        row for row in path.read_text("utf-8").splitlines() if not row.startswith("action/tp2-4")
    ]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    assert run("build", "--data", town).exit_code == 0
    done = imported(run, town, sheet)
    assert done.exit_code == 2
    (line,) = done.stderr.splitlines()
    assert f"!K{SEA}［管理番号］: このつながりは、いまのグラフにありません" in line
    assert "（action/tp2-4 aimsAt outcome/knowing-the-sea）。もしかして 取組4「磯の観察会」" in line
    assert answers(town) == OLD


def test_a_department_that_is_gone_is_told_with_the_nearest(sheet, town, run):
    fill(sheet, {PART: answer("確認済")})
    graph = town / "mandala.ttl"
    text = graph.read_text(encoding="utf-8")
    graph.write_text(text.replace("department:fisheries", "department:fishery"), encoding="utf-8")
    done = imported(run, town, sheet)
    assert done.exit_code == 2
    assert "管理番号の課「department/fisheries」は departments.csv にありません" in done.stderr
    assert "もしかして 担当課「産業部水産課」" in done.stderr


def test_an_answer_that_changed_since_the_export_is_not_overwritten(sheet, town, run):
    fill(sheet, {PART: answer("確認済")})
    newer = f"{STATEMENTS[PART]},Disputed,department/fisheries,2031-03-09,ちがう\n"
    path = town / "curated" / "confirmations.csv"
    path.write_text(OLD + newer, encoding="utf-8")
    done = imported(run, town, sheet)
    assert done.exit_code == 2
    assert "!H3［確認］: 書き出したあとで、答えが変わりました" in done.stderr
    assert "いまは 意見あり（産業部水産課、2031-03-09）" in done.stderr
    path.write_text(OLD + newer * 2, encoding="utf-8")
    assert "同じ課の答えが 2件あります" in imported(run, town, sheet).stderr


def test_of_thousands_of_faults_a_hundred_are_shown_and_all_are_in_a_file(
    sheet, town, run, monkeypatch
):
    head, *rows = grid(sheet)
    rows[0][7] = "たぶん"
    out = as_csv(sheet, [head, *(rows[:1] * 5000)], "utf-8")
    done = imported(run, town, out)
    assert done.exit_code == 2
    lines = done.stderr.splitlines()
    rest = sheet.with_name(f"{sheet.stem}.csv.faults.txt")
    assert len(lines) == 101
    assert lines[-1] == (
        f"誤りは全部で 5000件です。はじめの 100件を示しました。すべて {rest} に書きました。"
    )
    told = rest.read_text(encoding="utf-8-sig").splitlines()
    assert len(told) == 5000
    assert told[:100] == lines[:100]
    assert "!H5001［確認］" in told[-1]

    def refuse(_, __):
        raise PermissionError(13, "Permission denied")

    # Even where no file can be written, what is wrong is told.
    rest.unlink()
    monkeypatch.setattr(Path, "replace", refuse)
    lines = imported(run, town, out).stderr.splitlines()
    assert lines[:100] == told[:100]
    assert "残りはファイルに書けませんでした。" in lines[100]
    assert lines[101].startswith(f"{rest}: 書き込めません")
    assert answers(town) == OLD


# --- Files that are none ------------------------------------------------------------------------

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.xlsx", b"%PDF-1.7 not a workbook", "Excelのファイルとして読めません（BadZipFile）"),
        ("a.xlsx", b"PK\x05\x06" + b"\0" * 18, "Excelのファイルとして読めません"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "パスワードが付いています"),
        ("a.xls", OLE + "Workbook".encode("utf-16-le"), "古い形式"),
        ("a.csv", b"\x81\xff\x89PNG", "UTF-8でもShift_JISでもなく"),
        ("a.csv", '番号,"名称'.encode(), "CSVとして読めません"),
        ("a.csv", b"", "見出しがありません"),
        ("none.xlsx", None, "ファイルを開けません"),
    ],
)
def test_a_file_that_is_none_says_so_and_what_to_do(name, content, said, town, run):
    path = town.parent / name
    if content is not None:
        path.write_bytes(content)
    done = imported(run, town, path)
    assert done.exit_code == 2
    assert done.stderr.startswith(str(path))
    assert said in done.stderr
    assert answers(town) == OLD


def test_a_sheet_that_was_renamed_is_told_with_those_there_are(sheet, town, run):
    book = openpyxl.load_workbook(sheet)
    book[SHEET].title = "水産課"
    book.save(sheet)
    done = imported(run, town, sheet)
    assert "シート「確認シート」がありません（あるのは：水産課、説明）" in done.stderr


def test_heads_that_are_missing_or_double_are_named(sheet, town, run):
    book = openpyxl.load_workbook(sheet)
    book[SHEET]["J1"] = "確認"
    book.save(sheet)
    done = imported(run, town, sheet)
    assert "!J1: 見出し「確認」が二つあります" in done.stderr
    assert "見出しがありません：日付。" in done.stderr


def test_a_file_that_excel_holds_open_is_told_in_a_sentence(sheet, town, run, monkeypatch):
    fill(sheet, {PART: answer("確認済")})
    before, read, replace = files(town), Path.read_bytes, Path.replace

    def held(path, *arguments):
        if path == sheet or (town / "curated" / "confirmations.csv") in arguments:
            raise PermissionError(13, "Permission denied")
        return (replace if arguments else read)(path, *arguments)

    monkeypatch.setattr(Path, "replace", held)
    done = imported(run, town, sheet)
    assert done.exit_code == 2
    assert (
        "confirmations.csv: 書き込めません（Permission denied）。Excelなどで開いて" in done.stderr
    )
    monkeypatch.setattr(Path, "read_bytes", held)
    done = imported(run, town, sheet)
    assert f"{sheet}: ファイルを開けません（Permission denied）。Excelなどで開いて" in done.stderr
    monkeypatch.undo()
    assert files(town) == before


@pytest.mark.parametrize(
    "options",
    [
        ("confirm", "--with-text"),
        ("confirm", "--fiscal-year", "2030"),
        ("links", "--date", "R13.3.1"),
    ],
)
def test_an_option_of_another_kind_is_refused(options, sheet, town, run):
    kind, *rest = options
    assert run("import", kind, sheet, "--data", town, *rest).exit_code == 2


def test_a_day_for_all_that_is_none_is_refused(sheet, town, run):
    done = imported(run, town, sheet, "--date", "きのう")
    assert done.stderr.startswith("--date: 「きのう」は日付として読めません")


# --- The city -----------------------------------------------------------------------------------


def test_every_section_of_the_city_gets_a_sheet_that_comes_back_unchanged(run, tmp_path):
    out = tmp_path / "sheet.xlsx"
    options = ("--department", "危機管理課", "-o", out)
    assert run("export", "confirm", *options, "--data", ROOT / "data").exit_code == 0
    rows = grid(out)[1:]
    # Actions 23 to 33 and 35 are the section's, and it leads project 3.
    assert {row[0] for row in rows if "取組" in row[2]} >= {"23", "24", "25"}
    assert rows[0][:2] == ["3", "支え合いによる防災・減災プロジェクト"]
    assert not any("inPlan" in row[10] or "inProject" in row[10] for row in rows)
    assert {row[5] for row in rows} == {"記載", "推定", "導出・推定による"}
    done = run("import", "confirm", out, "--data", ROOT / "data")
    assert done.exit_code == 0, done.output
    assert f"未記入 {len(rows)}件" in done.stdout
