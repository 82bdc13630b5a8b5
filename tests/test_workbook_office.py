"""LibreOffice opens our workbooks and prints them: nothing is cut, every page tells what it is."""

import re
import shutil
import subprocess

import pytest

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def printed(run, tmp_path_factory):
    """Print three workbooks in one go; give the text of their pages, and the sizes of these."""
    folder = tmp_path_factory.mktemp("表 と 印刷")
    made = {
        "cross": ("table", "department", "vision", "--drop-empty"),
        "wide": ("table", "issue", "action"),
        "missed": ("table", "--preset", "missed-targets"),
    }
    for name, arguments in made.items():
        done = run(*arguments, "--format", "xlsx", "-o", folder / f"{name}.xlsx")
        assert done.exit_code == 0, done.output
    office = shutil.which("soffice")
    assert office, "LibreOffice is needed: make system-deps"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(folder / f"{name}.xlsx") for name in made]
    subprocess.run(
        [
            office,
            profile,
            "--norestore",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            *files,
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )

    def told(command, name, *options):
        paper = str(folder / f"{name}.pdf")
        ends = ["-"] if command == "pdftotext" else []
        return subprocess.run(
            [command, *options, paper, *ends], check=True, capture_output=True, encoding="utf-8"
        ).stdout

    return {
        name: (
            told("pdftotext", name, "-layout").removesuffix("\f").split("\f"),
            re.findall(r"^Page +\d+ size: +(.+)$", told("pdfinfo", name, "-l", "-1"), re.MULTILINE),
        )
        for name in made
    }


def bare(text):
    return re.sub(r"\s", "", text)


def test_every_page_has_title_edition_and_number(printed):
    for name, title in (("cross", "担当課 × ビジョン"), ("missed", "目標に届かなかった指標")):
        pages, _ = printed[name]
        for at, page in enumerate(pages, start=1):
            assert bare(page).startswith(bare(title))
            assert "令和6年度版・基準日は資料に記載なし・非公式の再構成" in bare(page)
            assert f"{at}/{len(pages)}" in bare(page)


def test_the_table_stands_on_one_page_with_whole_names_of_visions(printed):
    first = bare(printed["cross"][0][0])
    # A name that is folded is still whole: its halves stand below each other.
    for part in ("自然とともにある", "わくわくして暮せ", "⑦生活が便利なまち"):
        assert part in first
    assert "総務部危機管理課4" in first
    assert "合計127727130635" in first
    assert printed["cross"][1][0].endswith("(A4)")


def test_the_links_behind_the_cells_are_printed_without_their_keys(printed):
    pages, _ = printed["cross"]
    whole = bare("".join(pages))
    assert "取組3「地域食材に親しむ機会の醸成」" in whole
    assert "未確認" in whole
    assert "スライド「木更津市マンダラver.1.0」" in whole
    assert "管理番号" not in whole
    assert "http" not in whole


def test_many_columns_go_on_a3_in_one_page(printed):
    pages, sizes = printed["wide"]
    assert sizes[0].endswith("(A3)")
    first = bare(pages[0])
    assert "一次産業の衰退" in first
    assert "合計" in first


def test_all_missed_targets_are_on_paper_with_their_reasons(printed):
    whole = bare("".join(printed["missed"][0]))
    assert whole.count("進行管理表No.") == 26
    assert whole.count("進行管理表プロジェクト目標") == 4
    assert "1443" not in whole
