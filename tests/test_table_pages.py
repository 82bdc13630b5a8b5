"""Cross tables, named tables and progress in the browser: the commands' answers, and no more."""

import re
from html import unescape

import pytest
from click.testing import CliRunner

from plan_graph.cli import cli
from plan_graph.lookup import find_element
from plan_graph.progress import progress
from plan_graph.progress_forms import progress_document
from plan_graph.resources import GRAPH
from plan_graph.web.asked import Asked, Town
from plan_graph.web.progress_pages import progress_pages
from plan_graph.web.table_pages import tables

PAGES = {"/tables": tables, "/progress": progress_pages}


@pytest.fixture(scope="module")
def town():
    return Town(GRAPH)


@pytest.fixture(scope="module")
def ask(town):
    """Open a page: ``ask("/tables", rows="action", columns="vision")``."""

    def asked(path, *, audience="public", accept="text/html", town=town, **parameters):
        pairs = tuple((name.replace("_", "-"), value) for name, value in parameters.items())
        return PAGES[path](Asked(path, pairs, accept=accept, audience=audience), town)

    return asked


def said(reply):
    """Return the words of a page, one line for each paragraph, item and cell."""
    main = reply.body.decode().partition("<main")[2]
    broken = re.sub(r"</(p|li|td|th|h\d|dt|dd|pre|option)>", "\n", main)
    return [
        line
        for each in unescape(re.sub(r"<[^>]*>", "", broken)).splitlines()
        if (line := each.strip())
    ]


# --- The same as the commands -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "parameters", "command"),
    [
        ("/tables", {"rows": "action", "columns": "vision"}, ["table", "action", "vision"]),
        (
            "/tables",
            {
                "rows": "担当課",
                "columns": "vision",
                "cells": "list",
                "drop_empty": "1",
                "through": "action",
                "basis": "matched",
            },
            [
                *("table", "担当課", "vision", "--cells", "list", "--drop-empty"),
                *("--through", "action", "--basis", "matched"),
            ],
        ),
        ("/tables", {"preset": "missed-targets"}, ["table", "--preset", "missed-targets"]),
        ("/progress", {"by": "sdg", "lang": "en"}, ["progress", "--by", "sdg", "--lang", "en"]),
        (
            "/progress",
            {"element": "ビジョン②", "year": "R6"},
            ["progress", "ビジョン②", "--year", "R6"],
        ),
    ],
)
def test_files_are_byte_for_byte_those_of_the_command(ask, tmp_path, path, parameters, command):
    forms = ["csv", "json", "xlsx", *(["html"] if path == "/progress" else [])]
    for form in forms:
        reply = ask(path, **parameters, format=form)
        written = tmp_path / f"file.{form}"
        run = CliRunner().invoke(cli, [*command, "--format", form, "-o", str(written)])
        assert run.exit_code == 0, run.output
        assert reply.body == written.read_bytes()
        ((name, value),) = reply.headers
        assert name == "content-disposition"
        assert re.fullmatch(rf'attachment; filename="[a-z-]+\.{form}"', value)


def test_the_word_sheets_are_those_of_the_library(ask, town):
    page = town.page(Asked("/progress"))
    action = find_element(page.known, "取組9")
    sheets = progress_document(progress(page.store, page.known, element=action), page)
    reply = ask("/progress", element="取組9", format="docx")
    assert reply.body == sheets
    assert dict(reply.headers)["content-disposition"] == 'attachment; filename="progress.docx"'


def test_the_table_of_the_page_holds_what_the_csv_holds(ask):
    page = ask("/tables", rows="action", columns="vision").body.decode()
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    rows = [
        [unescape(re.sub("<[^>]*>", "", cell)) for cell in re.findall("<t[hd].*?</t[hd]>", row)]
        for row in re.findall("<tr.*?</tr>", body)
    ]
    file = ask("/tables", rows="action", columns="vision", format="csv").body.decode("utf-8-sig")
    assert [",".join(row) for row in rows] == file.splitlines()[1:]


# --- What a cell leads to ---------------------------------------------------------------------


def test_a_cell_leads_to_its_links_with_their_places(ask):
    """施策2-4 prints the actions 19 to 22; its outcome on the mandala is numbered ②."""
    crossing = {"rows": "vision", "columns": "measure", "through": "action", "cells": "count"}
    page = ask("/tables", **crossing).body.decode()
    (cell,) = re.findall(r'<a href="([^"]*vision%2F2[^"]*measure%2Fap3-2-4[^"]*)">4</a>', page)
    assert unescape(cell).endswith("row=vision%2F2&column=measure%2Fap3-2-4#pairs")
    reply = ask("/tables", **crossing, row="vision/2", column="measure/ap3-2-4")
    lines = said(reply)
    # The contents of the progress sheets print 19-1, 19-2, 20, 21-1, 21-2 and 22.
    places = {"19「森林の保全・活用」": "19-1、シート19-2", "20「干潟の保全・活用」": "20"}
    places |= {"21「自然の景観活用」": "21-1、シート21-2", "22「サイクルツーリズムの推進」": "22"}
    document = "第3期オーガニックなまちづくりアクションプラン進行管理表（令和6年度）"
    for action, sheets in places.items():
        told = f"取組{action}は、施策2-4「自然資本の保全・活用」に属します"
        assert lines[lines.index(told) + 2].startswith(f"［記載］{document} シート{sheets}")
        assert f"取組{action}は、ビジョン②「自然とともにあるまち」につながります" in lines
    pairs = reply.body.decode().partition('id="pairs"')[2]
    assert lines.count("未確認") == 4
    assert pairs.count('<li>\n<h3><span class="badge matched"') == 4
    assert 'href="/id/122068/vision/2"' in pairs
    assert 'href="/explain?a=' in pairs
    assert len(re.findall(r'href="/id/122068/link/', pairs)) == 8


def test_a_cell_is_named_as_people_name_elements_too_and_may_be_empty(ask):
    crossing = {"rows": "action", "columns": "vision", "lang": "en"}
    lines = said(ask("/tables", **crossing, row="取組1", column="②"))
    assert "Nothing joins the two in this table." in lines


def test_numbers_have_bars_in_five_lengths(ask):
    page = ask("/tables", rows="vision", columns="measure", through="action", cells="count")
    page = page.body.decode()
    assert re.search(r'<td class="heat-5"><a [^>]*>4</a>', page)
    assert re.search(r'<td class="heat-2"><a [^>]*>1</a>', page)
    assert 'class="heat-' not in ask("/tables", rows="action", columns="vision").body.decode()


# --- Who may see what ---------------------------------------------------------------------------


def test_what_tells_statuses_by_department_is_told_to_the_office_only(ask):
    for path, parameters in (
        ("/tables", {"preset": "department-action"}),
        ("/progress", {"by": "department"}),
        ("/progress", {"element": "農林水産課"}),
    ):
        reply = ask(path, **parameters)
        assert reply.status == 400
        assert "公開用には出しません" in reply.body.decode()
        assert "<table" not in reply.body.decode()
        assert ask(path, **parameters, format="csv").status == 400
        # Who reads it is what the server was started for, whatever an address says.
        assert ask(path, **parameters, audience_="office").status == 400
        office = ask(path, **parameters, audience="office")
        assert office.status == 200
        assert "<table" in office.body.decode()
    assert "担当課別の達成状況" not in said(ask("/progress"))
    assert "担当課別の達成状況" in said(ask("/progress", audience="office"))
    offered = '<option value="department">'
    assert offered not in ask("/progress").body.decode()
    assert offered in ask("/progress", audience="office").body.decode()


def test_every_named_table_is_offered_with_what_it_answers(ask):
    page = ask("/tables").body.decode()
    assert len(re.findall(r'href="/tables\?preset=', page)) == 9
    lines = said(ask("/tables"))
    at = next(at for at, line in enumerate(lines) if line.startswith("担当課×取組"))
    assert lines[at].endswith("庁内用：公開用の画面には出しません")
    assert (
        len(re.findall(r'href="/tables\?preset=', ask("/tables", audience="office").body.decode()))
        == 10
    )


# --- Bad input ----------------------------------------------------------------------------------


def test_every_fault_is_told_at_once_with_the_name_of_its_field(ask):
    reply = ask("/tables", rows="x", columns="", through="ビジヨン", cells="<b>")
    assert reply.status == 400
    faults = reply.body.decode().partition("faults")[2].partition("</ul>")[0]
    told = re.findall("<li><pre>([^:]*): ", faults)
    assert told == ["行", "列", "間に立つ種類", "欄に示すもの"]
    assert "<b>" not in faults
    reply = ask("/progress", by="<b>", year="らいねん", element="ない取組")
    faults = reply.body.decode().partition("faults")[2].partition("</ul>")[0]
    told = re.findall("<li><pre>([^:]*): ", faults)
    assert told == ["○×を数える単位", "報告の年度", "見る要素"]
    assert "R6年度" in said(reply)  # the form is still there


@pytest.mark.parametrize(
    ("path", "parameters", "fault"),
    [
        ("/tables", {"preset": "sumary"}, "summary"),
        ("/tables", {"preset": "gaps", "rows": "action"}, "名前のある表と一緒には使えません"),
        ("/tables", {"rows": "aspect", "columns": "document"}, "三側面"),
        ("/tables", {"rows": "action", "columns": "vision", "row": "99", "column": "99"}, "開く列"),
        ("/progress", {"year": "1999"}, "2024"),
    ],
)
def test_a_fault_says_what_to_do_next(ask, path, parameters, fault):
    reply = ask(path, **parameters)
    assert reply.status == 400
    assert fault in reply.body.decode().partition('role="alert"')[2].partition("</ul>")[0]


def test_a_program_is_told_of_faults_as_data(ask):
    reply = ask("/tables", rows="x", columns="y", format="json", accept="application/json")
    assert (reply.status, reply.media_type) == (400, "application/problem+json")
    assert b'"where": "columns"' in reply.body


def test_nothing_that_a_graph_says_becomes_markup(ask, tmp_path):
    graph = tmp_path / "graph.ttl"
    text = GRAPH.read_text(encoding="utf-8")
    graph.write_text(text.replace('"食育の啓発"', '"<img src=x>&amp;"'), encoding="utf-8")
    hostile = Town(graph)
    for path, parameters in (
        ("/tables", {"rows": "action", "columns": "vision", "row": "取組4", "column": "⑤"}),
        ("/tables", {"preset": "department-action", "audience": "office"}),
        ("/progress", {"element": "取組4"}),
    ):
        page = ask(path, town=hostile, **parameters)
        assert page.status == 200
        assert b"<img" not in page.body
        assert b"&lt;img src=x&gt;&amp;amp;" in page.body
