"""Write docs/tables.md: every named table, what it answers, and how it looks on paper.

    python docs/tables.py            # also takes the pictures: needs LibreOffice and poppler-utils

The pictures are the first pages of the workbooks, printed by LibreOffice; each is looked at before
it is committed, and nothing compares them byte by byte. What is for the office only is shown of
the invented town of the tests: this page is public.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

from click.testing import CliRunner
from PIL import Image

from plan_graph.cli import cli
from plan_graph.messages import pick
from plan_graph.messages.presets import TEXTS
from plan_graph.presets import PRESETS, Preset

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "pictures"
TOWN = ROOT / "tests" / "data" / "town"
#: Dots per inch of a picture; a page of A3 has so many that its letters can just be read.
_DOTS = 110
#: Colours of a picture: the greys of letters, and the shades.
_COLOURS = 48

INTRODUCTION = """\
# よく使う表 / Tables that an office needs most

`python docs/tables.py` が作ります。手で直しません。どの表も次のように出せます。

    plan-graph table --list                                        # 表の一覧
    plan-graph table --preset summary                              # 画面に
    plan-graph table --preset summary --format xlsx -o 総括表.xlsx   # Excelに（csv、json も）
    plan-graph table --preset department-action --audience office  # 庁内用

XLSXは、A4またはA3横に収まり、見出しの行が各ページに繰り返され、どのページの下にも版が入ります。
「注記」のシートに、出典・数え方・記号の意味があります。マクロも数式もありません。
○×は市の評価で、理由は進行管理表の各シートにあります。記＝記載、照＝照合、推＝推定（編集者の読み取りで、
市の見解ではありません）。公開用の表には、課ごとの達成状況を出しません。

Made by `python docs/tables.py`, not edited by hand. A workbook fits on A4 or A3, repeats its head
on each page and has the edition below; its last sheet tells sources, how it was counted, and what
the marks mean. There are no macros and no formulas. ○ and × are the city's, and their reasons stand
in its progress report. 推 marks what an editor estimated, which is not the city's view. No table
for the public tells statuses by department.
"""
CROSSED = """\
## クロス集計のブック / The workbook of any two kinds

`plan-graph table department vision --format xlsx -o 担当課とビジョン.xlsx`

どの二つの種類でも、「表」「組」「点検」「注記」の四つのシートになります。「表」の下線のある欄を押すと「組」の行へ移り、
そのつながりの根拠・確認状況・出典・場所・推定の理由が一つずつ分かります。色がなくても、数と記号だけで読めます。
「点検」は、その種類にそろっているものとまだないものを示します。灰色の「管理番号」は印刷されません。

Any two kinds give four sheets: the table, the links behind its cells one by one (an underlined cell
leads there) with ground, confirmation, source and place, what the two kinds have and lack, and
notes. Shades only repeat the numbers. The grey key in the last column is not printed.

![表 / the table](pictures/tables-cross.png)

![組 / the links behind it](pictures/tables-cross-pairs.png)
"""


def told(key: str) -> str:
    """Return a text of the named tables in both languages."""
    return " / ".join(TEXTS[key])


def entry(preset: Preset) -> str:
    """Return one table: its title, question, command and picture."""
    name, title = preset.name, told(preset.name)
    office = " --audience office" if preset.office_only else ""
    command = f"plan-graph table --preset {name}{office} --format xlsx -o {name}.xlsx"
    lines = [
        f"## {title}",
        f"**{pick(TEXTS[f'{name}-answers'], 'ja')}**\\\n{pick(TEXTS[f'{name}-answers'], 'en')}",
        f"`{command}`",
    ]
    if preset.office_only:
        lines.append(
            "庁内用です。この図は、試験用の架空の町のものです。 / "
            "For the office only. The picture shows the invented town of the tests."
        )
    return "\n\n".join([*lines, f"![{title}](pictures/tables-{name}.png)"])


def page() -> str:
    """Return the whole text of docs/tables.md."""
    contents = "\n".join(
        f"- [{told(name)}](#{name})：{pick(TEXTS[f'{name}-answers'], 'ja')}" for name in PRESETS
    )
    entries = [f'<a id="{preset.name}"></a>\n\n{entry(preset)}' for preset in PRESETS.values()]
    return "\n\n".join([INTRODUCTION.rstrip("\n"), contents, *entries, CROSSED])


def run(*arguments: str) -> None:
    """Run a command of ours; stop when it fails."""
    done = CliRunner().invoke(cli, arguments, catch_exceptions=False)
    if done.exit_code:
        raise SystemExit(done.output)


def town(folder: Path) -> Path:
    """Return the graph of the invented town, made in *folder*."""
    data = folder / "data"
    copytree(TOWN, data)
    for kind, name in (
        ("action-plan", "plan.txt"),
        ("mandala-slides", "slides.txt"),
        ("progress-sheets", "sheets.txt"),
    ):
        run("import", kind, str(data / "sources" / name), "--data", str(data))
    run("build", "--data", str(data))
    return data / "mandala.ttl"


def workbooks(folder: Path) -> Iterator[tuple[Path, dict[int, str]]]:
    """Write the workbooks to *folder*; yield each with the pictures that its pages give."""
    for name, preset in PRESETS.items():
        file = folder / f"{name}.xlsx"
        more = ["--audience", "office", "--graph", str(town(folder))] if preset.office_only else []
        run("table", "--preset", name, "--format", "xlsx", "-o", str(file), *more)
        yield file, {1: f"tables-{name}"}
    file = folder / "cross.xlsx"
    run("table", "department", "vision", "--drop-empty", "--format", "xlsx", "-o", str(file))
    yield file, {1: "tables-cross", 2: "tables-cross-pairs"}


def shoot(file: Path, pages: dict[int, str]) -> None:
    """Print *file* by LibreOffice and keep some of its pages as pictures."""
    folder = file.parent
    profile = f"-env:UserInstallation={(folder / 'office').as_uri()}"
    office = ["soffice", profile, "--norestore", "--headless", "--convert-to", "pdf"]
    subprocess.run(  # noqa: S603 - LibreOffice, of a file of ours
        [*office, "--outdir", str(folder), str(file)], check=True, capture_output=True
    )
    for number, name in pages.items():
        at = ["-f", str(number), "-l", str(number), "-singlefile", "-r", str(_DOTS), "-png"]
        paper = [str(file.with_suffix(".pdf")), str(folder / name)]
        subprocess.run(["pdftoppm", *at, *paper], check=True)  # noqa: S603, S607
        with Image.open(folder / f"{name}.png") as picture:
            picture.quantize(_COLOURS).save(FOLDER / f"{name}.png", optimize=True)


def main() -> None:
    """Write the page and take every picture anew."""
    (ROOT / "docs" / "tables.md").write_text(page(), encoding="utf-8", newline="\n")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for file, pages in workbooks(Path(folder)):
            shoot(file, pages)


if __name__ == "__main__":
    main()
