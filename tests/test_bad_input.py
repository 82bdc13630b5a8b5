"""Whatever is wrong with an input, a sentence says where, what and what to do next."""

import csv
import json
import re
import resource
import shutil
import subprocess
import sys
import tomllib

import pytest

SHEETS = ("progress-sheets", "sheets.txt")
SLIDES = ("mandala-slides", "slides.txt")
PLAN = ("action-plan", "plan.txt")


def contents(folder):
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edited(path, *changes):
    """Replace each (old, new) once in the file at *path*; every old must be there."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return path


def refused(done, *said):
    """Expect exit code 2, no output, and every one of *said* in the message."""
    assert done.exit_code == 2, done.output
    assert done.stdout == ""
    for each in said:
        assert each in done.stderr


@pytest.fixture
def read(town, run):
    """Import a document after *changes* to its text; a refused one changes no file."""

    def importing(document, *changes, lang="ja"):
        kind, name = document
        source = edited(town / "sources" / name, *changes)
        before = contents(town)
        done = run("import", kind, source, "--data", town, "--lang", lang)
        if done.exit_code:
            assert contents(town) == before
        return done

    return importing


@pytest.fixture
def rows(town, run):
    """Build after adding rows to a curated table; a refused build changes no file."""

    def building(table, *added, lang="ja"):
        with (town / "curated" / table).open("a", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(added)
        before = contents(town)
        done = run("build", "--data", town, "--lang", lang)
        if done.exit_code:
            assert contents(town) == before
        return done

    return building


# --- Files that are no document ----------------------------------------------------------------


NO_TEXT = {
    "empty": (b"", "ファイルが空です。文字を取り出した資料を指定", "the file is empty."),
    "blank": (b" \n\t\n", "ファイルが空です。", "the file is empty."),
    "pdf": (
        b"%PDF-1.7\n\x00\x01",
        "文字のファイルではありません（PDFかExcel？）。",
        "this is not a text file (a PDF or a workbook?).",
    ),
    "utf-16": (
        "みなと暮らし 2030\n".encode("utf-16"),
        "文字のファイルではありません",
        "Extract its text and save it as UTF-8.",
    ),
    "cp932": (
        "みなと暮らし計画".encode("cp932"),
        "文字コードがShift_JIS（CP932）のようです（1バイト目）。",
        "looks like Shift_JIS (CP932)",
    ),
    "broken": (
        b"abc\x81\x20",
        "UTF-8として読めません（4バイト目）。UTF-8で保存し直してください。",
        "the file is not UTF-8, at byte 4.",
    ),
}


@pytest.mark.parametrize("name", NO_TEXT)
@pytest.mark.parametrize("kind", ["action-plan", "mandala-slides", "progress-sheets"])
def test_a_file_that_is_no_text_says_what_it_is(town, run, kind, name):
    content, ja, en = NO_TEXT[name]
    source = town / "sources" / "something.txt"
    source.write_bytes(content)
    before = contents(town)
    refused(run("import", kind, source, "--data", town), "something.txt: ", ja)
    refused(run("import", kind, source, "--data", town, "--lang", "en"), "something.txt: ", en)
    assert contents(town) == before


def test_a_missing_file_and_a_folder_are_named(town, run):
    nowhere = town / "sources" / "nowhere.txt"
    done = run("import", "action-plan", nowhere, "--data", town)
    refused(done, f"{nowhere}: ファイルを開けません", "場所と名前を確かめてください。")
    done = run("import", "action-plan", town / "sources", "--data", town, "--lang", "en")
    refused(done, f"{town / 'sources'}: cannot open the file", "Check its place and name.")


@pytest.mark.parametrize("kind", ["action-plan", "mandala-slides", "progress-sheets"])
@pytest.mark.parametrize("name", ["plan.txt", "slides.txt", "sheets.txt"])
def test_each_importer_refuses_the_documents_of_the_others(town, run, kind, name):
    if (kind, name) in {PLAN, SLIDES, SHEETS}:
        assert run("import", kind, town / "sources" / name, "--data", town).exit_code == 0
        return
    before = contents(town)
    source = town / "sources" / name
    done = run("import", kind, source, "--data", town)
    refused(done, f"{source}: {kind} の資料として読めません。別の資料か、途中で切れた")
    done = run("import", kind, source, "--data", town, "--lang", "en")
    refused(done, f"this cannot be read as {kind}: another document, or a text cut short?")
    assert contents(town) == before


def test_a_wrong_document_is_one_sentence_and_not_many(town, run):
    for kind, name in (("action-plan", "sheets.txt"), ("progress-sheets", "plan.txt")):
        done = run("import", kind, town / "sources" / name, "--data", town)
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("document", "cut", "said"),
    [
        (SHEETS, "【経済】", "progress-sheets の資料として読めません"),
        (SHEETS, "取組概要\t○潮だまり", "sheet:4: 行が足りません：取組概要、取組指標、現状値、"),
        (SHEETS, "令和12年度 取組の評価", "sheet:4: 行が足りません：取組の評価、取組の方向性"),
        (SLIDES, "経 環", "ビジョンか効果が読めません。文字の抜けを確かめてください。"),
        (SLIDES, "青葉ヶ浦マンダラ", "mandala-slides の資料として読めません"),
        (PLAN, "- まちから出る", "「プロジェクト目標」が読めません。"),
        (PLAN, "本計画で減らした", "目標2-1の表が読めません。"),
        (PLAN, "- ・遊びごころ", "ビジョンは5つのはずですが、3つしか読めません。"),
        (PLAN, "1 港の恵み", "action-plan の資料として読めません"),
    ],
)
def test_a_text_that_is_cut_short_says_what_is_missing(town, run, document, cut, said):
    kind, name = document
    source = town / "sources" / name
    text = source.read_text(encoding="utf-8")
    source.write_text(text[: text.index(cut)], encoding="utf-8")
    before = contents(town)
    refused(run("import", kind, source, "--data", town), said)
    assert contents(town) == before


# --- Progress sheets ---------------------------------------------------------------------------

FIRST = "1\t港の恵みをめぐらせるプロジェクト\t(1)地元の魚を食べる暮らし\t①魚食の普及\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            FIRST,
            FIRST.replace("港の", "湊の"),
            "sheet:1: プロジェクト「湊の恵みをめぐらせるプロジェクト」は目次にありません。",
        ),
        (
            FIRST,
            FIRST.replace("①", ""),
            "sheet:1: 施策「魚食の普及」が読めません。「①名称」の形にしてください。",
        ),
        (
            FIRST,
            FIRST.replace("(1)", ""),
            "sheet:1: 目標「地元の魚を食べる暮らし」が読めません。「(1)名称」の形にしてください。",
        ),
        (
            FIRST,
            FIRST.replace("1\t港", "99\t港"),
            "sheet:99: 番号「99」は目次にありません。番号か目次を直してください。",
        ),
        (
            "朝市の開催\t\t産業部水産課",
            "朝市の開催\t\t産業部漁業課",
            "sheet:1: 担当部課「産業部漁業課」が登録にありません。curated/departments.csv に",
        ),
        (
            "環境部みどり課 産業部水産課",
            "環境部みどり課 産業部",
            "",
        ),
        (
            "産業部水産課\t○",
            "産業部水産課\t△",
            "sheet:1: 達成状況「△」が分かりません。○・×・- のどれかにしてください。",
        ),
        (
            "\t1,310人\t",
            "\tだいたい千人\t",
            "sheet:1 実績値(R12年度): 「だいたい千人」は値として読めません。数と単位",
        ),
        (
            "\t1,310人\t",
            "\t1,310匹\t",
            "「匹」のキーがありません。curated/keys.csv に「Unit,匹,（英字のキー）」を書き足して",
        ),
        (
            "\t1,310人\t",
            "\t1,310人",
            "sheet:1: 値の数が見出しと合いません（4個のはずが：",
        ),
        (
            "現状値(策定時)\t目標値(R12年度)",
            "現状値(策定時)\t見込み(R12年度)",
            "sheet:1 見込み(R12年度): 値の見出し「見込み(R12年度)」が分かりません。",
        ),
        (
            "\n2-2\t港の",
            "\n2-1\t港の",
            "sheet:2-1: 番号 2-1 が二度出てきます。片方を消すか、番号を直してください。",
        ),
        (
            "2-2\t港の恵みをめぐらせるプロジェクト\t(1)地元の魚を食べる暮らし\t②港",
            "2-2\t港の恵みをめぐらせるプロジェクト\t(1)地元の魚を食べる暮らし\t①港",
            "食い違います：「魚食の普及」と「港のにぎわいづくり」。どちらかを直してください。",
        ),
        (
            "朝市の開催\t\t",
            "夕市の開催\t\t",
            "sheet:1: 同じものの「取組」が食い違います：「朝市の開催」と「夕市の開催」。",
        ),
        (
            "しおコインの普及\t\t産業部商工課\t○",
            "しおコインの普及\t\t産業部水産課\t○",
            "sheet:2-2: 同じものの「担当部課」が食い違います：「産業部商工課」と「産業部水産課」。",
        ),
        (
            "3-2\t丘と海辺を守るプロジェクト\t(1)まち",
            "3-2\t丘と海辺を守るプロジェクト\t(2)まち",
            "食い違います：",
        ),
        (
            "4\t丘と海辺を守るプロジェクト\t(2)海辺に",
            "4\t港の恵みをめぐらせるプロジェクト\t(2)海辺に",
            "「プロジェクトの番号」が食い違います：「2」と「1」。",
        ),
        (
            "No.\tプロジェクト\t目標\t施策\n2-1\t",
            "2-1\t",
            "の行が二度あります。シートの切れ目（No.の行）が失われていないか確かめてください。",
        ),
        (
            "産業部水産課\t○\n",
            "\n",
            "sheet:1: No.・プロジェクト・目標・施策、取組・担当部課・達成状況の7つの欄が読めません",
        ),
        (
            "丘と海辺を守るプロジェクト\t環境部みどり課",
            "丘だけを守るプロジェクト\t環境部みどり課",
            "プロジェクト「丘だけを守るプロジェクト 環境部みどり課」は目次にありません。",
        ),
        (
            "(1)地元の魚を食べる暮らし\t\t\t○",
            "地元の魚を食べる暮らし\t\t\t○",
            "目標「地元の魚を食べる暮らし ○」が読めません。",
        ),
        (
            "【令和12年度】\n",
            "【令和12年度】\nよみとれない行\n",
            "読み取れない行です：「よみとれない行」。",
        ),
        (
            "(令和12年度)\n",
            "(令和13年度)\n",
            "cover: 表紙の年度（令和13年度）が登録（2030）と違います。",
        ),
        (
            "第2期みなと暮らし\n",
            "第3期みなと暮らし\n",
            "cover: 別の計画の資料のようです（第3期みなと暮らし計画）。",
        ),
        (
            "【1. 港の恵みをめぐらせるプロジェクト】\t… 2\t",
            "\t\t",
            "contents: プロジェクト「朝市の開催」は目次にありません。",
        ),
    ],
)
def test_a_sheet_that_does_not_hold_says_where_and_what(read, old, new, said):
    done = read(SHEETS, (old, new))
    if not said:
        assert done.exit_code == 0, done.output
    else:
        refused(done, said)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (FIRST, FIRST.replace("1\t港", "99\t港"), "sheet:99: number '99' is not in the contents."),
        (FIRST, FIRST.replace("①", ""), "the measure '魚食の普及' cannot be read. Write it as"),
        ("産業部水産課\t○", "産業部水産課\t△", "unknown status '△'. It must be ○, × or -."),
        ("\t1,310人\t", "\t多い\t", "'多い' is not a value. Write a number and its unit"),
        (
            "\t1,310人\t",
            "\t1,310匹\t",
            "'匹' has no key. Add the row 'Unit,匹,an-ascii-key' to curated/keys.csv",
        ),
        (
            "\n2-2\t港の",
            "\n2-1\t港の",
            "number 2-1 occurs twice. Delete one or correct its number.",
        ),
        (
            "しおコインの普及\t\t産業部商工課\t○",
            "しおコインの普及\t\t産業部水産課\t○",
            "two places disagree on 担当部課: '産業部商工課' and '産業部水産課'.",
        ),
    ],
)
def test_the_same_faults_are_told_in_english(read, old, new, said):
    refused(read(SHEETS, (old, new), lang="en"), said)


def test_a_sheet_is_never_put_into_the_wrong_measure_for_lack_of_a_cell(read):
    done = read(SHEETS, (FIRST, FIRST.replace("(1)地元の魚を食べる暮らし\t", "\t")))
    refused(done, "sheet:1: ", "7つの欄が読めません")


def test_all_faults_of_a_document_are_told_at_once_and_nothing_is_written(read):
    done = read(
        SHEETS,
        ("朝市の開催\t\t産業部水産課\t○", "朝市の開催\t\t産業部漁業課\t△"),
        ("\t58,900千円\t", "\tいろいろ\t"),
        ("\t103万コイン\t", "\t103万枚\t"),
        ("\n3-2\t丘と", "\n88-2\t丘と"),
        ("環境部みどり課 産業部水産課", "環境部みどり課 観光部"),
    )
    refused(
        done,
        "「産業部漁業課」",
        "「△」",
        "「いろいろ」",
        "「Unit,枚,（英字のキー）」",
        "番号「88-2」",
        "「環境部みどり課 観光部」",
    )
    assert len(done.stderr.splitlines()) == 6
    assert all("sheets.txt sheet:" in line for line in done.stderr.splitlines())


def test_the_first_import_of_a_bad_document_makes_no_file(town, run):
    (town / "documents" / "sheets-2030.ttl").unlink()
    edited(town / "sources" / "sheets.txt", ("\t1,310人\t", "\t多い\t"))
    refused(run("import", *SHEETS[:1], town / "sources" / "sheets.txt", "--data", town), "「多い」")
    assert not (town / "documents" / "sheets-2030.ttl").exists()


# --- Plan and slides ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "old", "new", "said"),
    [
        (
            PLAN,
            "「海と丘が手をつなぐ、めぐりのまち」",
            "「山のまち」",
            (
                "section:1-1: 「山のまち」のキーがありません。curated/keys.csv に"
                "「FutureImage,山のまち,（英字のキー）」を書き足してください"
            ),
        ),
        (PLAN, "- ・遊びごころのあるまち\n", "", "ビジョンは5つのはずですが、4つしか読めません。"),
        (PLAN, "令和15年度（2033年度）まで", "令和17年度（2035年度）まで", "別の計画の資料のよう"),
        (PLAN, "2 丘と海辺を守る", "1 丘と海辺を守る", "番号 1 が二度出てきます。"),
        (PLAN, "3 プロジェクト目標", "3 めあて", "「プロジェクト目標」が読めません。見出しと"),
        (PLAN, "\t80店", "", "目標1-1の表が読めません。「指標名」の行と、同じ数の値の行が要ります"),
        (PLAN, "\t80店", "\tたくさん", "「たくさん」は値として読めません。"),
        (PLAN, "\t80店", "\t80軒", "「Unit,軒,（英字のキー）」"),
        (
            SLIDES,
            "干物工房ｴｺ発電所",
            "干物工房夜の市",
            (
                "「干物工房夜の市」のキーがありません。curated/keys.csv に"
                "「MandalaItem,干物工房夜の市,（英字のキー）」を書き足してください（種類が違えば直す）"
            ),
        ),
        (SLIDES, "浜辺の宿 ", "山の宿 ", "「MandalaItem,山の宿,（英字のキー）」"),
        (
            SLIDES,
            "浜のにぎわい（④）",
            "山のにぎわい（④）",
            "「Outcome,山のにぎわい,（英字のキー）」",
        ),
    ],
)
def test_a_plan_or_a_slide_that_does_not_hold_says_where_and_what(read, document, old, new, said):
    refused(read(document, (old, new)), said)


def test_an_unknown_label_is_told_in_english_with_the_row_to_add(read):
    done = read(SLIDES, ("浜辺の宿 ", "山の宿 "), lang="en")
    refused(done, "'山の宿' has no key. Add the row 'MandalaItem,山の宿,an-ascii-key' to")


def test_adding_the_row_that_the_message_names_makes_the_import_run(town, run):
    source = edited(town / "sources" / "slides.txt", ("浜辺の宿 ", "山の宿 "))
    done = run("import", "mandala-slides", source, "--data", town)
    row = re.search("「([^「」]+)（英字のキー）」", done.stderr)[1] + "mountain-inn\n"
    with (town / "curated" / "keys.csv").open("a", encoding="utf-8") as file:
        file.write(row)
    assert run("import", "mandala-slides", source, "--data", town).exit_code == 0
    done = run("build", "--data", town)
    assert "place/inn: 場所「浜辺の宿」は今のグラフにありますが" in done.stderr
    row = re.search("「([^「」]+)（理由）」", done.stderr)[1] + "宿の名を読み違えていた。\n"
    with (town / "curated" / "accepted.csv").open("a", encoding="utf-8") as file:
        file.write(row)
    assert run("build", "--data", town).exit_code == 0
    assert "mandala-item:mountain-inn" in (town / "mandala.ttl").read_text(encoding="utf-8")


# --- The register ------------------------------------------------------------------------------


def test_a_document_that_is_not_registered_prints_the_entry_to_add(town, run):
    source = town / "sources" / "sheets-2031.txt"
    command = ("import", "progress-sheets", source, "--fiscal-year", 2031, "--data", town)
    done = run(*command)
    refused(done, f"{town / 'city.toml'}: この資料の登録がありません。次の項目を書き足してください")
    entry = done.stderr[done.stderr.index("[[documents]]") :]
    [document] = tomllib.loads(entry)["documents"]
    # Of the series of the sheets before it: otherwise they would never be put out of date.
    assert document["series"] == "sheets"
    assert document["kind"] == "progress-sheets"
    assert document["plan"] == "tp2"
    assert document["fiscal_year"] == 2031
    with (town / "city.toml").open("a", encoding="utf-8") as file:
        file.write("\n" + entry)
    done = run(*command)
    assert done.exit_code == 0, done.output
    assert (town / "documents" / f"{document['key']}.ttl").is_file()


def test_an_unregistered_document_is_told_in_english(town, run):
    done = run(
        "import", *SHEETS[:1], town / "sources" / "sheets.txt", "--fiscal-year", 2040,
        "--data", town, "--lang", "en",
    )  # fmt: skip
    refused(done, "the document is not registered. Add this entry:\n[[documents]]", "= 2040")


def test_without_a_register_the_message_names_the_option(town, run):
    (town / "city.toml").unlink()
    for command in (("build",), ("import", PLAN[0], town / "sources" / PLAN[1])):
        done = run(*command, "--data", town)
        refused(done, f"{town / 'city.toml'}: 市町村の台帳がありません。--data で")
    done = run("build", "--data", town, "--lang", "en")
    refused(done, "the register of the city is missing.", "--data")


def test_a_folder_in_place_of_the_register_is_told(town, run):
    (town / "city.toml").unlink()
    (town / "city.toml").mkdir()
    refused(run("build", "--data", town), f"{town / 'city.toml'}: ファイルを開けません")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("[city]", "[city", "TOMLとして読めません："),
        ('code = "999992"\n', "", "city.toml [city]: 「code」がありません。文字列で書き足して"),
        ('code = "999992"', "code = 999992", "city.toml [city]: 「code」がありません。"),
        ('iri_base = "https://w3id.org/plan-graph/id/999992/"\n', "", "「iri_base」がありません。"),
        (
            "end_year = 2033\n",
            "",
            "city.toml [[plans]] 1: 項目が合いません：",
        ),
        ('series = "plan"\n', "", "city.toml [[documents]] 1: 項目が合いません："),
        ('series = "plan"', 'serie = "plan"', "city.toml [[documents]] 1: 項目が合いません："),
        ('key = "tm1"', 'id = "tm1"', "city.toml [[mandalas]] 1: 項目が合いません："),
    ],
)
def test_a_register_that_does_not_hold_says_which_entry(town, run, old, new, said):
    edited(town / "city.toml", (old, new))
    before = contents(town)
    refused(run("build", "--data", town), said)
    refused(run("import", PLAN[0], town / "sources" / PLAN[1], "--data", town), said)
    assert contents(town) == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("fiscal_year = 2030", 'fiscal_year = "2030"', "[[documents]] 1"),
        ('plan = "tp2"\nfiscal_year = 2030', 'plan = "tp9"\nfiscal_year = 2030', "tp9"),
        ('mandala = "tm1"\n', "", "[[documents]] 2"),
        ('mandala = "tm1"\n', 'mandala = "tm9"\n', "tm9"),
        ('key = "slides-2029"', 'key = "plan-2030"', "plan-2030"),
        ("id/999992/", "id/9999 92/", "iri_base"),
        ('id/999992/"', 'id/999992"', "iri_base"),
        ("https://example.org/aobagaura/plan", "https://example.org/a plan", "url"),
    ],
    ids=[
        "year-as-text", "unknown-plan", "no-mandala", "unknown-mandala", "key-twice",
        "base-with-space", "base-without-slash", "url-with-space",
    ],
)  # fmt: skip
def test_a_register_whose_entries_do_not_fit_together_is_told(town, run, old, new, said):
    edited(town / "city.toml", (old, new))
    before = contents(town)
    for command in (
        ("build",),
        ("import", PLAN[0], town / "sources" / PLAN[1]),
        ("import", SLIDES[0], town / "sources" / SLIDES[1]),
    ):
        refused(run(*command, "--data", town), "city.toml", said)
    assert contents(town) == before


def test_a_register_that_is_not_utf8_is_told(town, run):
    text = (town / "city.toml").read_text(encoding="utf-8")
    (town / "city.toml").write_bytes(text.replace("青葉ヶ浦", "青葉浦").encode("cp932", "replace"))
    refused(run("build", "--data", town), "city.toml: ")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("Visoin,港,port", "keys.csv:32: 種類「Visoin」はありません。"),
        ("Place,港,みなと", "keys.csv:32: キー「みなと」は使えません。半角英数字とハイフンで"),
        ("Place,港,", "keys.csv:32: キー「」は使えません。"),
        ("Place,港,a/b", "keys.csv:32: キー「a/b」は使えません。"),
        ("Place,港,a b", "keys.csv:32: キー「a b」は使えません。"),
        ("Place,浜辺の宿,hotel", "「浜辺の宿」には既に別のキーがあります。キーは変えず、この行を"),
    ],
)
def test_a_key_that_cannot_be_used_is_told(town, run, row, said):
    with (town / "curated" / "keys.csv").open("a", encoding="utf-8") as file:
        file.write(row + "\n")
    refused(run("build", "--data", town), said)


# --- Curated tables ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "table",
    ["keys", "departments", "links", "confirmations", "labels", "indicators", "corrections"],
)
@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda text: text.replace(",", ";", 1), ".csv: 見出しが違います。「"),
        (lambda _: "", ".csv: 見出しが違います。「"),
        (lambda text: text + "a,b\n", "個になっていません。コンマの数と引用符を確かめてください。"),
        (lambda text: text + "," * 20 + "\n", "個になっていません。"),
        (lambda text: text + '"閉じない,\n', "CSVとして読めません（"),
    ],
    ids=["header", "empty", "few-cells", "many-cells", "quote"],
)
def test_a_table_with_broken_form_names_file_and_line(town, run, table, damage, said):
    path = town / "curated" / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(damage(text), encoding="utf-8")
    before = contents(town)
    done = run("build", "--data", town)
    refused(done, said, f"{table}.csv")
    if "個になって" in said:
        assert f"{path}:{text.count(chr(10)) + 1}: " in done.stderr
    assert contents(town) == before


@pytest.mark.parametrize("table", ["keys", "links", "labels", "accepted"])
def test_a_table_in_another_encoding_is_told(town, run, table):
    path = town / "curated" / f"{table}.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp932", "replace"))
    command = ("check", "--graph", town / "mandala.ttl") if table == "accepted" else ("build",)
    refused(
        run(*command, "--data", town, "--lang", "en"),
        f"{table}.csv: the file is not UTF-8, at byte",
        "Save it again as UTF-8.",
    )


def test_a_table_saved_by_excel_with_a_byte_order_mark_is_read(town, run):
    before = (town / "mandala.ttl").read_bytes()
    for path in (town / "curated").iterdir():
        content = path.read_bytes().replace(b"\n", b"\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + content)
    done = run("build", "--data", town)
    assert done.exit_code == 0, done.output
    assert (town / "mandala.ttl").read_bytes() == before


def test_a_cell_with_a_line_break_keeps_both_lines_and_the_line_numbers_hold(rows, town):
    path = town / "curated" / "links.csv"
    line = path.read_text(encoding="utf-8").count("\n") + 1
    done = rows(
        "links.csv",
        link(rationale_ja="「港」と\n「丘」から読んだ。"),
        link(object="vision/3", predicate="loves"),
    )
    # The first row takes two lines.
    refused(done, f"links.csv:{line + 2}: 関係「loves」はありません。")
    path.write_text(path.read_text(encoding="utf-8").replace("loves", "serves"), encoding="utf-8")
    assert rows("links.csv").exit_code == 0
    assert "「港」と\\n「丘」から読んだ。" in (town / "mandala.ttl").read_text(encoding="utf-8")


def link(**cells):
    row = {
        "subject": "action/tp2-7",
        "predicate": "serves",
        "object": "vision/5",
        "basis": "Estimated",
        "role": "",
        "rationale_ja": "「語り部」と読んだ。",
        "rationale_en": "We read 「語り部」.",
        "by": "見本編集者",
        "date": "2031-01-10",
        "document": "",
        "locator": "",
    }
    assert set(cells) <= set(row)
    return list((row | cells).values())


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"predicate": "loves"}, "関係「loves」はありません。使えるのは：partOf、serves、"),
        ({"predicate": ""}, "関係「」はありません。"),
        ({"basis": "Guessed"}, "「basis」の「Guessed」は使えません。使えるのは：Stated、Estimated"),
        ({"basis": "Derived"}, "「basis」の「Derived」は使えません。"),
        ({"role": "Boss"}, "「role」の「Boss」は使えません。"),
        ({"rationale_ja": ""}, "推定の理由（rationale_ja と rationale_en）が空です。"),
        ({"rationale_en": " "}, "推定の理由（rationale_ja と rationale_en）が空です。"),
        ({"date": "10/01/2031"}, "「date」の「10/01/2031」は使えません。使えるのは：YYYY-MM-DD。"),
        ({"date": ""}, "「date」の「」は使えません。"),
        ({"date": "2031-02-30"}, "「date」の「2031-02-30」は使えません。"),
        ({"by": ""}, "「by」の「」は使えません。"),
        (
            {"basis": "Stated"},
            "記載（Stated）には資料のキーと場所（document, locator）が要ります。",
        ),
        (
            {"basis": "Stated", "document": "sheets-2030", "locator": "contents", "date": "いつか"},
            "「date」の「いつか」は使えません。",
        ),
        (
            {"basis": "Stated", "document": "sheets-1999", "locator": "contents"},
            "sheets-1999",
        ),
        (
            {"subject": "action/tp2-4", "predicate": "aimsAt", "object": "outcome/knowing-the-sea"},
            "同じつながりの行が既にあります（action/tp2-4 aimsAt outcome/knowing-the-sea）。",
        ),
    ],
)
def test_a_row_that_does_not_hold_stops_the_build(rows, cells, said):
    refused(rows("links.csv", link(**cells)), "links.csv:9: ", said)


def test_a_row_that_does_not_hold_is_told_in_english(rows):
    done = rows(
        "links.csv", link(predicate="loves", rationale_en="", by="", date="soon"), lang="en"
    )
    refused(
        done,
        "links.csv:9: there is no relation 'loves'. Known: partOf",
        "an estimate needs its reason in rationale_ja and rationale_en.",
        "'soon' cannot stand in 'date'. Known: YYYY-MM-DD.",
        "'' cannot stand in 'by'.",
    )


def test_all_rows_that_do_not_hold_are_told_at_once(rows, town):
    with (town / "curated" / "labels.csv").open("a", encoding="utf-8") as file:
        file.write("action/tp2-6,,長すぎる略称九文字だ,,,\n")
    with (town / "curated" / "indicators.csv").open("a", encoding="utf-8") as file:
        file.write("tp2-4,Up,理由,Reason\n")
    done = rows("links.csv", link(predicate="loves"), link(by=""))
    refused(done, "links.csv:9: ", "links.csv:10: ", "labels.csv:13: ", "indicators.csv:5: ")
    assert len(done.stderr.splitlines()) == 4


@pytest.mark.parametrize(
    ("cells", "near"),
    [
        ({"subject": "action/tp2-77"}, "もしかして action/tp2-7 ？ "),
        ({"object": "vison/5"}, "もしかして vision/5 ？ "),
        ({"object": "outcome/eating-fisch"}, "もしかして outcome/eating-fish ？ "),
    ],
)
def test_a_row_with_an_unknown_element_is_left_out_with_the_nearest_one(rows, cells, near):
    done = rows("links.csv", link(**cells))
    assert done.exit_code == 0
    [unknown] = cells.values()
    assert f"links.csv:9: 要素「{unknown}」がありません。{near}番号や綴りを" in done.stderr


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        (
            "labels.csv",
            ["action/tp2-8", "x", "", "", "", ""],
            "要素「action/tp2-8」がありません。もしかして action/tp2-",
        ),
        (
            "indicators.csv",
            ["tp2-9", "Higher", "理由", "Reason"],
            "要素「indicator/tp2-9」がありません。もしかして indicator/tp2-",
        ),
        (
            "confirmations.csv",
            ["action/tp2-1", "serves", "vision/9", "Confirmed", "", "2031-02-01", ""],
            "要素「vision/9」がありません。もしかして vision/",
        ),
        (
            "confirmations.csv",
            ["action/tp2-4", "aimsAt", "outcome/knowing-the-sea", "Confirmed", "department/fish",
             "2031-02-01", ""],
            "要素「department/fish」がありません。もしかして department/fisheries ？",
        ),
    ],
)  # fmt: skip
def test_every_table_tells_of_unknown_elements(rows, table, row, said):
    done = rows(table, row)
    assert done.exit_code == 0
    assert said in done.stderr


@pytest.mark.parametrize(
    ("table", "row", "said"),
    [
        (
            "confirmations.csv",
            ["action/tp2-1", "likes", "vision/1", "Maybe", "", "soon", ""],
            ["関係「likes」", "「confirmation」の「Maybe」", "「date」の「soon」"],
        ),
        (
            "indicators.csv",
            ["tp2-4", "Up", "", "Reason"],
            ["「better_when」の「Up」は使えません。使えるのは：Higher、Lower。", "理由"],
        ),
        (
            "labels.csv",
            ["action/tp2-6", "", "長すぎる略称九文字", "", "", ""],
            ["「short」の「長すぎる略称九文字」は使えません。使えるのは：8文字以内。"],
        ),
        (
            "corrections.csv",
            ["sheets-2030", "contents", "title", "a", "b", "誤記"],
            ["「field」の「title」は使えません。使えるのは：text、asPrinted。"],
        ),
        (
            "corrections.csv",
            ["sheets-2030", "sheet:99", "text", "朝市の開催", "夕市の開催", "誤記"],
            ["訂正が当たる文字が資料にありません。document・locator・printed を確かめてください。"],
        ),
        (
            "corrections.csv",
            ["sheets-2030", "sheet:2-1", "asPrinted", "58,900千円", "たくさん", "誤記"],
            ["「たくさん」は値として読めません。"],
        ),
    ],
)
def test_every_table_tells_what_cannot_stand_in_a_cell(rows, table, row, said):
    refused(rows(table, row), f"{table}:", *said)


# --- Graphs ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("vision:1 pg:name ;;; .", "mandala.ttl:"),
        ("<https://w3id.org/plan-graph/id/999992/vision/a b> a pg:Vision .", "mandala.ttl:"),
        ("nothing:1 a pg:Vision .", "nothing"),
    ],
    ids=["syntax", "iri-with-space", "prefix"],
)
@pytest.mark.parametrize("command", ["serves", "explain", "check", "diff", "export"])
def test_a_graph_that_cannot_be_read_names_file_and_line(town, run, command, line, said):
    graph = town / "mandala.ttl"
    lines = graph.read_text(encoding="utf-8").count("\n")
    with graph.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    arguments = {
        "explain": ["1", "2", "--graph", graph],
        "check": ["--graph", graph, "--data", town],
        "diff": [graph, graph],
    }.get(command, ["--graph", graph])
    done = run(command, *arguments)
    refused(done, f"{graph}:{lines + 1}:", "Turtleとして読めません：", said)
    done = run(command, *arguments, "--lang", "en")
    refused(done, "this is not valid Turtle: ", "plan-graph build")


def test_a_document_file_that_cannot_be_read_stops_the_build(town, run):
    path = town / "documents" / "plan-2030.ttl"
    path.write_text("これはTurtleではない\n", encoding="utf-8")
    before = contents(town)
    refused(run("build", "--data", town), f"{path}:1:", "Turtleとして読めません")
    assert contents(town) == before


@pytest.mark.parametrize("command", ["serves", "check", "export"])
def test_a_missing_graph_says_how_to_make_one(town, run, command):
    graph = town / "nowhere.ttl"
    done = run(command, "--graph", graph)
    refused(done, f"{graph}: グラフがありません。plan-graph build で作るか、--graph で")
    done = run(command, "--graph", graph, "--lang", "en")
    refused(done, f"{graph}: there is no graph. Make it with plan-graph build")


def test_both_missing_graphs_of_a_comparison_are_told(town, run):
    done = run("diff", town / "old.ttl", town / "mandala.ttl")
    refused(done, "old.ttl: グラフがありません。")


def test_a_folder_or_bytes_in_place_of_a_graph_are_told(town, run):
    refused(run("serves", "--graph", town), f"{town}: ファイルを開けません")
    graph = town / "mandala.ttl"
    graph.write_bytes(b"\xff\xfe\x00\x01")
    refused(run("serves", "--graph", graph), str(graph))


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("vision:9 a pg:Visoin .", "Visoin"),
        ("vision:1 pg:colourful true .", "colourful"),
        ("[] a pg:Vision ; pg:name '名なし' .", "空白ノード"),
        ("<https://w3id.org/plan-graph/id/999992/link/x> pg:basis pg:Guessed .", "Guessed"),
    ],
    ids=["class", "property", "blank-node", "basis"],
)
def test_check_finds_what_the_vocabulary_does_not_know(town, run, added, said):
    graph = town / "mandala.ttl"
    text = graph.read_text(encoding="utf-8")
    if "Guessed" in added:
        text = text.replace("pg:basis pg:Estimated", "pg:basis pg:Guessed", 1)
    else:
        text += added + "\n"
    graph.write_text(text, encoding="utf-8")
    done = run("check", "--graph", graph, "--data", town, "--format", "json")
    assert done.exit_code == 1, done.output
    messages = [each["message"] for each in json.loads(done.stdout)["findings"]]
    assert any(said in message for message in messages)


def test_a_graph_without_city_answers_without_breaking(tmp_path, run):
    graph = tmp_path / "empty.ttl"
    graph.write_text("", encoding="utf-8")
    done = run("serves", "--graph", graph)
    assert done.exit_code == 0
    assert run("diff", graph, graph).stdout == "違いはありません。\n"
    refused(run("serves", "②", "--graph", graph), "「②」に当たるものがありません。")


# --- Names on the command line -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (
            ["explain", "①", "ビジョン②"],
            [
                "A: 「①」は一つに決まりません。種類と番号で指定してください：",
                "ビジョン①「となりの顔がわかるまち」",
                "テーマ（部会）1「浜のよみがえり」",
                "施策1-1「魚食の普及」",
                "施策2-1「めぐる資源の促進」",
            ],
        ),
        (["explain", "ビジョン②", "海辺の"], ["B: 「海辺の」は一つに決まりません。", "海辺の荒れ"]),
        (["serves", "まち"], ["VISION: 「まち」は一つに決まりません。", "ビジョン⑤「"]),
        (["serves", "北極星"], ["VISION: 「北極星」に当たるものがありません。plan-graph find で"]),
        (["serves", "9"], ["VISION: 「9」に当たるものがありません。"]),
        (["serves", "action 1"], ["VISION: 「action 1」に当たるものがありません。"]),
        (
            ["serves", "海のそばで笑う街"],
            ["もしかして ビジョン②「海のそばで笑うまち」 ？ "],
        ),
        (["explain", "朝市の開さい", "ビジョン②"], ["A: ", "もしかして 取組1「朝市の開催」 ？ "]),
        (["explain", "action 77", "ビジョン②"], ["A: 「action 77」に当たるものがありません。"]),
        (["explain", "", "ビジョン②"], ["A: 「」に当たるものがありません。"]),
    ],
)
def test_a_name_that_fits_none_or_several_is_told(built_town, run, command, said):
    refused(run(*command, "--graph", built_town / "mandala.ttl"), *said)


def test_names_that_do_not_fit_are_told_in_english(built_town, run):
    graph = built_town / "mandala.ttl"
    done = run("serves", "A playfull town", "--graph", graph, "--lang", "en")
    refused(done, "VISION: nothing fits 'A playfull town'. Did you mean vision ④ “A playful town”?")
    done = run("serves", "town", "--graph", graph, "--lang", "en")
    refused(done, "'town' fits several elements. Name one by kind and number: vision ① “A town")


def test_both_names_that_do_not_fit_are_told_at_once(built_town, run):
    done = run("explain", "北極星", "南十字", "--graph", built_town / "mandala.ttl")
    refused(done, "A: 「北極星」", "B: 「南十字」")


def test_an_unknown_kind_of_document_lists_the_kinds(town, run):
    done = run("import", "action-plans", town / "sources" / "plan.txt", "--data", town)
    assert done.exit_code == 2
    kinds = (
        "action-plan | basic-plan | mandala-slides | platform-page | policy-list | progress-sheets"
    )
    assert kinds in done.stderr


@pytest.mark.parametrize(
    "command",
    [
        ["serves", "--basis", "guessed"],
        ["serves", "--lang", "fr"],
        ["serves", "--format", "xml"],
        ["explain", "1"],
        ["import", "action-plan"],
        ["nothing"],
    ],
)
def test_a_wrong_option_or_command_ends_with_code_two(run, command):
    done = run(*command)
    assert done.exit_code == 2
    assert "Error: " in done.stderr


# --- Writing -----------------------------------------------------------------------------------


def test_a_folder_in_the_way_of_an_output_is_told(built_town, tmp_path, run):
    out = tmp_path / "out.csv"
    out.mkdir()
    graph = built_town / "mandala.ttl"
    done = run("serves", "--graph", graph, "--format", "csv", "-o", out)
    refused(done, f"{out}: 書き込めません（", "元のファイルはそのままです。")
    done = run("export", "--graph", graph, "-o", out, "--lang", "en")
    refused(done, f"{out}: cannot write (", "The old file is untouched.")
    assert list(tmp_path.iterdir()) == [out]
    assert list(out.iterdir()) == []


def test_a_file_in_the_way_of_a_folder_is_told(town, run):
    out = town / "city.toml" / "out.ttl"
    refused(run("build", "--data", town, "-o", out), f"{out}: 書き込めません（")
    shutil.rmtree(town / "documents")
    (town / "documents").write_text("", encoding="utf-8")
    done = run("import", "action-plan", town / "sources" / "plan.txt", "--data", town)
    refused(done, "plan-2030.ttl: 書き込めません（")


def test_a_folder_in_the_way_of_an_imported_document_is_told(town, run):
    path = town / "documents" / "plan-2030.ttl"
    path.unlink()
    path.mkdir()
    done = run("import", "action-plan", town / "sources" / "plan.txt", "--data", town)
    refused(done, f"{path}: 書き込めません（")
    assert path.is_dir()
    assert not list((town / "documents").glob(".*"))


LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
from plan_graph.cli import main
sys.argv[0] = "plan-graph"
main()
"""


@pytest.mark.parametrize("command", ["build", "import", "export"])
def test_on_a_full_disk_the_old_file_survives_and_no_half_of_a_new_one_stays(town, command):
    assert resource.RLIMIT_FSIZE
    edited(town / "sources" / "plan.txt", ("80店", "81店"))
    edited(town / "curated" / "labels.csv", ("A playful town", "A merry town"))
    out = town / "out.ttl"
    out.write_text("before\n", encoding="utf-8")
    arguments = {
        "build": ["--data", town],
        "import": ["action-plan", town / "sources" / "plan.txt", "--data", town],
        "export": ["--graph", town / "mandala.ttl", "-o", out],
    }[command]
    before = contents(town)
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, command, *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=60,
        cwd=town,
    )
    assert done.returncode == 2, done.stderr.decode()
    assert "書き込めません（" in done.stderr.decode()
    assert contents(town) == before
