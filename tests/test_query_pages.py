"""The pages of the questions: the library, forms, answers three ways, SPARQL, files, bad input."""

import io
import json
import re
from decimal import Decimal
from html.parser import HTMLParser
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import openpyxl
import pytest
from asked import ASKED

from plan_graph import api
from plan_graph.errors import PlanGraphError
from plan_graph.lookup import find_element
from plan_graph.questions import bind, library
from plan_graph.resources import GRAPH
from plan_graph.results import without
from plan_graph.sparql import run as run_sparql
from plan_graph.web import picture_pages
from plan_graph.web.asked import Asked, Town
from plan_graph.web.library_pages import library_page
from plan_graph.web.query_pages import free_page, question_page
from plan_graph.web.question_form import RESERVED, fields, sparql_of
from plan_graph.web.routes import ROUTES

LIBRARY = library()
FORM = "application/x-www-form-urlencoded"


class Reader(HTMLParser):
    """The elements of a page: (tag, attributes, text), and the cells of its table by row."""

    def __init__(self):
        super().__init__()
        self.elements, self.rows, self._open = [], [], []

    def handle_starttag(self, tag, attrs):
        element = [tag, dict(attrs), ""]
        self.elements.append(element)
        if tag not in {"meta", "link", "input", "br"}:
            self._open.append(element)
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append(element)

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        for element in self._open:
            element[2] += data


class Seen:
    """A page as a test reads it."""

    def __init__(self, reply):
        self.status, self.text = reply.status, reply.body.decode()
        reader = Reader()
        reader.feed(self.text)
        self.elements = reader.elements
        self.head = [cell[2].strip() for cell in (reader.rows or [[]])[0]]
        self.cells = reader.rows[1:]
        self.rows = [[cell[2].strip() for cell in row] for row in self.cells]

    def all(self, tag, **attributes):
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        return [
            each
            for each in self.elements
            if each[0] == tag and all(each[1].get(name) == value for name, value in wanted.items())
        ]

    def one(self, tag, **attributes):
        (found,) = self.all(tag, **attributes)
        return found

    def link(self, text):
        (found,) = [each[1]["href"] for each in self.all("a") if each[2].strip() == text]
        return found

    def told(self, class_):
        return " ".join(each[2] for each in self.elements if each[1].get("class") == class_)


@pytest.fixture(scope="module")
def town():
    return Town(GRAPH)


@pytest.fixture(scope="module")
def question(town):
    """Open a question: ``question("serves", vision="②", run="1")``."""

    def opened(name, **parameters):
        parts = (("name", name),)
        return question_page(Asked(f"/query/{name}", tuple(parameters.items()), parts), town)

    return opened


@pytest.fixture(scope="module")
def free(town):
    """Send a text by the form: ``free("ASK {}")``."""

    def sent(text, *parameters, **more):
        body = urlencode({"query": text, **more}).encode()
        asked = Asked("/query/sparql", parameters, method="POST", content_type=FORM, body=body)
        return free_page(asked, town)

    return sent


# --- The library --------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_library_lists_every_question_once_with_its_sentence(town, lang):
    page = Seen(library_page(Asked("/query", (("lang", lang),)), town))
    links = [each[1]["href"] for each in page.all("a") if "/query/" in each[1]["href"]]
    names = [urlsplit(each).path.rsplit("/")[-1] for each in links]
    assert sorted(names) == sorted([*LIBRARY, "sparql"])
    told = {"ja": "○×の評価がない取組は？", "en": LIBRARY["not-scored"].sentence[1]}
    assert told[lang] in page.text


def test_the_library_is_narrowed_by_a_tag_and_by_words(town):
    def found(**parameters):
        page = Seen(library_page(Asked("/query", tuple(parameters.items())), town))
        links = [each[1]["href"] for each in page.all("a")]
        return sorted(each[7:] for each in links if re.fullmatch("/query/(?!sparql)[a-z-]+", each))

    assert found(tag="SDGs", q="") == sorted(
        [
            "actions-of-sdg",
            "sdgs-not-reached",
            "sdgs-of-measure",
            "sdgs-of-vision",
            "ways-of-action",
        ]
    )
    assert found(tag="SDGs", q="ﾋﾞｼﾞｮﾝ 課題") == ["ways-of-action"]
    assert found(tag="", q="<script>") == []


def test_nothing_found_in_the_library_is_said(town):
    page = Seen(library_page(Asked("/query", (("q", "どこにもない"),)), town))
    (left,) = page.all("p", class_="none-left")
    assert "hidden" not in left[1]


# --- Forms --------------------------------------------------------------------------------------


def test_no_parameter_of_the_library_has_a_name_that_addresses_use():
    names = {each.name for question in LIBRARY.values() for each in question.parameters}
    assert names & RESERVED == {"lang"}


def test_a_field_offers_the_elements_of_its_kind_in_printed_order(question):
    page = Seen(question("actions-of-vision"))
    names = [each[2] for each in page.all("option")]
    assert [name[0] for name in names[1:8]] == list("①②③④⑤⑥⑦")
    assert names[2] == "② 自然とともにあるまち"
    (vision,) = page.all("select", name="vision")
    assert "required" in vision[1]
    (chosen,) = [
        each
        for each in page.all("option")
        if "selected" in each[1] and "計画" not in each[2] and "プラン" in each[2]
    ]
    assert chosen[2] == "第3期オーガニックなまちづくりアクションプラン"
    assert page.rows == []


def test_fields_of_other_kinds(question):
    year = Seen(question("missed-targets")).one("input", name="year")
    assert year[1]["inputmode"] == "numeric"
    element = Seen(question("names-of-element"))
    assert element.one("input", name="element")[1]["list"] == "list-element"
    assert "取組24「一時滞在施設の確保」" in element.text or "取組24「" in element.text
    groups = [each[1]["label"] for each in Seen(question("actions-of-sdg")).all("optgroup")]
    assert groups == ["SDGsのゴール", "SDGsのターゲット"]
    assert Seen(question("serves", lang="en")).all("input", name="lang")[0][1]["value"] == "en"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_an_option_says_names_its_element_and_no_other(town, lang):
    page = town.page(Asked("/", (("lang", lang),)))
    seen = set()
    for each in LIBRARY.values():
        kinds = {parameter.name: parameter.kinds for parameter in each.parameters}
        for field in fields(each, {}, page):
            if kinds[field.name] in seen:
                continue
            seen.add(kinds[field.name])
            for option in (option for _, group in field.groups for option in group):
                found = find_element(page.known, option.value, kinds=kinds[field.name])
                assert f"{found.mark} {found.label(lang)}".strip() == option.label
    assert len(seen) > 10


def test_the_sentence_tells_what_is_asked_of_in_both_languages(question):
    page = Seen(question("actions-of-vision", vision="②"))
    assert (
        page.told("sentence")
        == "「② 自然とともにあるまち」につながる取組は？ その理由と出どころは？"
    )
    assert "Which actions serve “② A town living with nature”" in page.text
    assert page.rows == []
    assert "第3期オーガニックなまちづくりアクションプラン" in page.told("quiet conditions")


def test_all_of_a_kind_is_not_what_leaving_it_out_means(question, run):
    name, given = "actions-of-department", {"department": "農林水産課"}
    settings = ("--set", "department=農林水産課", "--set", "plan=")
    every = run("query", name, *settings, "--format", "json").stdout
    assert question(name, **given, plan="all", format="json").body.decode() == every
    assert question(name, **given, format="json").body.decode() != every
    page = Seen(question(name, **given, plan="all", run="1"))
    assert len(page.rows) == len(json.loads(every)["rows"])
    assert parse_qs(urlsplit(page.link("マンダラに示す")).query)["plan"] == ["all"]


# --- Answers three ways -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def graph():
    return api.load_graph()


def agrees(told, cell, variable):
    """Say whether a cell of the page tells what the command says in JSON."""
    text = cell[2].strip()
    if told is None:
        return text == ""
    if "label" in told:
        key = told["value"].rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]
        if not told["label"]:
            return text.rsplit(":", 1)[-1] == key
        name = text.split(" ", 1)[-1]
        linked = urlsplit(cell[3]).path.endswith(f"/{quote(key)}") if cell[3] else True
        return linked and name in told["label"]
    if variable == "place":
        return text != ""
    if told["datatype"].endswith(("#integer", "#decimal")):
        return Decimal(text.replace(",", "")) == Decimal(told["value"])
    return text.split() == told["value"].split()


@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_a_page_a_command_and_python_give_the_same_rows(name, question, run, graph):
    values = ASKED.get(name, {})
    settings = [word for each in values.items() for word in ("--set", "=".join(each))]
    command = run("query", name, *settings, "--format", "json").stdout
    assert question(name, **values, format="json").body.decode() == command
    said = json.loads(command)
    page = Seen(question(name, **values, run="1"))
    assert page.status == 200
    assert len(page.rows) == len(said["rows"])
    links = re.findall(r"<td[^>]*>(?:<a href=\"([^\"]*)\")?", page.text)
    cells = [[*cell, None] for row in page.cells for cell in row]
    for cell, link in zip(cells, links, strict=True):
        cell[3] = link
    told = [(row[each], each) for row in said["rows"] for each in said["variables"]]
    wrong = [
        (pair, cell)
        for pair, cell in zip(told, cells, strict=True)
        if not agrees(pair[0], cell, pair[1])
    ]
    assert wrong == []
    answer = api.ask(graph, name, values)
    kept = [answer.variables.index(each) for each in said["variables"]]
    plain = [[row[at].value if row[at] else None for at in kept] for row in answer.rows]
    assert plain == [
        [cell["value"] if cell else None for cell in row.values()] for row in said["rows"]
    ]


def test_the_sparql_of_every_question_stands_on_its_own(town):
    page = town.page(Asked("/"))
    for question in LIBRARY.values():
        bound = bind(question, page.known, ASKED.get(question.name, {}))
        text = sparql_of(question, bound, "ja")
        assert "#+" not in text
        asked = without(run_sparql(page.store, question.text, values=bound), bound)
        assert without(run_sparql(page.store, text), bound).rows == asked.rows, question.name


def test_files_are_those_that_the_command_writes(question, free, run, tmp_path):
    for form, kind in (("csv", "text/csv"), ("xlsx", "spreadsheetml.sheet")):
        run("query", "passed-targets", "--format", form, "-o", tmp_path / f"a.{form}")
        reply = question("passed-targets", format=form)
        assert reply.body == (tmp_path / f"a.{form}").read_bytes()
        assert kind in reply.media_type
        disposition = dict(reply.headers)["content-disposition"]
        assert disposition == f'attachment; filename="passed-targets.{form}"'
    text = "CONSTRUCT { ?v pg:name ?n } WHERE { ?v a pg:Vision ; pg:name ?n }"
    # The engine gives triples in no order.
    made = free(text, format="ttl").body.decode().splitlines()
    assert sorted(made) == sorted(run("query", text).stdout.splitlines())


def test_a_workbook_of_an_answer_has_numbers_and_tells_what_it_is(question, free):
    book = openpyxl.load_workbook(io.BytesIO(question("passed-targets", format="xlsx").body))
    sheet, notes = book.worksheets
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:2] == ("取組・プロジェクト目標", "指標")
    (row,) = [row for row in rows if row[0] == "5 アクアコインの普及推進"]
    assert {100_000_000, 2025, 103_970_000, 2024, 3_970_000, "コイン"} <= set(row)
    told = "\n".join(str(cell.value) for cell in notes["A"])
    assert LIBRARY["passed-targets"].title[0] in told
    assert "基準日" in told
    assert f"{len(rows) - 1}行" in told
    values = "(action:ap3-24 24 '24' 12345678901234567 0.5)"
    names = "?a ?n ?t ?long ?half"
    text = f"SELECT {names} {{ VALUES ({names}) {{ {values} }} }}"
    book = openpyxl.load_workbook(io.BytesIO(free(text, format="xlsx").body))
    row = [cell.value for cell in book.worksheets[0][2]]
    assert row == ["action:ap3-24", "取組24「防災訓練の実施」", 24, "24", "12345678901234567", 0.5]


def test_an_unknown_form_is_refused_with_those_there_are(question):
    with pytest.raises(PlanGraphError, match="csv, json, xlsx"):
        question("serves", format="pdf")


# --- The answer on the page ---------------------------------------------------------------------


def test_numbers_stand_right_and_are_sorted_as_numbers(question):
    page = Seen(question("passed-targets", run="1", sort="-target"))
    (at,) = [at for at, name in enumerate(page.head) if name == "目標"]
    values = [Decimal(row[at].replace(",", "")) for row in page.rows]
    assert values == sorted(values, reverse=True)
    assert values[0] == 100_000_000
    assert {row[at][1]["class"] for row in page.cells} == {"number"}
    (head,) = [each for each in page.all("th") if each[2].strip() == "目標"]
    assert head[1]["aria-sort"] == "descending"
    assert "sort=target" in page.link("目標")
    up = Seen(question("passed-targets", run="1", sort="target"))
    assert [Decimal(row[at].replace(",", "")) for row in up.rows] == values[::-1]
    assert "sort=-target" in up.link("目標")


def test_elements_are_sorted_as_printed_and_empty_cells_stand_last(free):
    given = "(action:ap3-10 2) (action:ap3-9 UNDEF) (action:ap3-2 10)"
    text = f"SELECT ?a ?n {{ VALUES (?a ?n) {{ {given} }} }}"
    for sort, expected in (
        ("a", ["2", "9", "10"]),
        ("-a", ["10", "9", "2"]),
        ("n", ["10", "2", "9"]),
        ("-n", ["2", "10", "9"]),
        ("none", ["10", "9", "2"]),
    ):
        rows = Seen(free(text, sort=sort)).rows
        assert [row[0].split()[0] for row in rows] == expected, sort


def test_elements_lead_to_their_pages_and_the_answer_to_the_mandala(question):
    page = Seen(question("serves", vision="②", basis="matched", run="1"))
    assert "/id/122068/action/ap3-19?basis=matched" in page.text
    query = parse_qs(urlsplit(page.link("マンダラに示す")).query)
    assert query == {"question": ["serves"], "vision": ["②"], "basis": ["matched"]}


def test_the_mandala_lights_what_the_answer_holds(town, monkeypatch, run, tmp_path):
    lit = []

    def write(*_, found, **__):
        lit.append(found)
        return real(*_, found=found, **__)

    real = picture_pages.write
    monkeypatch.setattr(picture_pages, "write", write)
    given = (("question", "actions-of-department"), ("department", "農林水産課"), ("plan", "all"))
    assert picture_pages.mandala(Asked("/mandala", given), town).status == 200
    settings = ("--set", "department=農林水産課", "--set", "plan=")
    made = run("query", given[0][1], *settings, "--on-mandala", tmp_path / "a.html")
    assert len(lit[0]) >= int(re.search(r"(\d+)", made.stderr.rpartition("答えの")[2])[0]) > 0


def test_an_answer_of_which_nothing_is_drawn_has_no_link_to_the_mandala(free):
    told = [Seen(free(f"SELECT * {{ ?x a {kind} }}")) for kind in ("pg:Vision", "pg:Indicator")]
    assert ["マンダラに示す" in each.text for each in told] == [True, False]


def test_words_of_the_ontology_are_told_in_words(question):
    told = {cell for row in Seen(question("odd-figures", run="1")).rows for cell in row}
    assert {"累計", "単年度"} <= told
    assert not [cell for cell in told if cell.startswith("pg:")]


def test_banner_reason_and_footer_stand_as_the_command_prints_them(question, run):
    sdgs = Seen(question("sdgs-of-vision", run="1"))
    assert "計画書の公式アイコンは未入力。以下は編集者の推定" in sdgs.told("banner")
    empty = Seen(question("confirmations", run="1"))
    assert LIBRARY["confirmations"].empty[0].split()[0] in empty.told("banner")
    assert "0行" in empty.text
    footer = run("query", "confirmations").stdout.strip().splitlines()[-2:]
    assert [each[2] for each in empty.all("p")][-2:] == footer


def test_what_repeats_the_answer(question):
    page = Seen(
        question("actions-of-vision", vision="②", basis="matched", lang="en", run="1", sort="x")
    )
    lines = [each[2] for each in page.all("pre")]
    assert lines[0] == (
        "plan-graph query actions-of-vision --set vision=② --basis matched --lang en"
    ).replace("vision=②", "'vision=②'")
    address = "/query/actions-of-vision?vision=%E2%91%A1&format=json&lang=en&basis=matched"
    assert lines[1] == f"curl 'http://127.0.0.1:8000{address}'"
    opened = page.link("/query/actions-of-vision?vision=%E2%91%A1&lang=en&basis=matched")
    assert "run" not in opened


# --- SPARQL -------------------------------------------------------------------------------------


def test_an_address_fills_the_form_and_runs_nothing(town):
    text = "SELECT * {\n  ?s a pg:Vision\n}"
    asked = Asked("/query/sparql", (("query", text), ("run", "1"), ("format", "csv")))
    page = Seen(free_page(asked, town))
    assert page.one("textarea", name="query")[2] == f"\n{text}" or page.one("textarea")[2] == text
    assert page.rows == []
    assert page.one("form", id="ask")[1]["method"] == "post"
    assert ("/query/sparql", ("GET", "POST")) in {(path, tuple(ways)) for path, ways, _ in ROUTES}


def test_a_text_that_is_sent_runs_and_gets_an_address(free):
    text = "SELECT ?v ?n { ?v a pg:Vision ; pg:name ?n } ORDER BY ?v"
    page = Seen(free(text, ("lang", "en"), basis="matched"))
    assert page.rows[1] == ["② A town living with nature vision:2", "自然とともにあるまち"]
    address = page.one("form", id="ask")[1]["data-address"]
    assert parse_qs(urlsplit(address).query) == {
        "query": [text],
        "lang": ["en"],
        "basis": ["matched"],
    }
    sort = page.all("button", name="sort")
    assert [each[1]["value"] for each in sort] == ["v", "n"]
    assert {each[1]["form"] for each in sort} == {"ask"}


def test_a_fault_is_told_at_its_line_with_the_hint(free):
    page = Seen(free("SELECT * {\r\n ?s ?p ?o\r\n FILTR(?o)\r\n}"))
    assert page.status == 400
    alert = page.one("div", role="alert")[2]
    assert "3行目" in alert
    assert "もしかして「FILTER」" in alert
    (marked,) = page.all("li", class_="wrong")
    assert marked[1]["value"] == "3"
    assert marked[2].strip() == "FILTR(?o)"
    assert [each[2] for each in page.all("span", class_="wrong")] == ["3"]
    assert page.one("textarea")[1]["aria-invalid"] == "true"
    english = Seen(free("SELECT * {\n ?s ?p ?o\n FILTR(?o)\n}", ("lang", "en")))
    assert "line 3, column" in english.text


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("INSERT DATA { <a:a> <a:b> <a:c> }", "INSERT は使えません"),
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "SERVICE は使えません"),
        ("SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }", "FROM は使えません"),
        ("", "SELECT・ASK"),
        ("ASK { " + " " * 200_001 + "}", "長すぎます"),
        ("SELECT * {\x00", "閉じていません"),
    ],
)
def test_what_cannot_be_asked_is_told_in_the_page(free, text, told):
    page = Seen(free(text))
    assert page.status == 400
    assert told in page.one("div", role="alert")[2]


def test_yes_no_and_triples_are_shown(free):
    assert Seen(free("ASK { vision:6 a pg:Vision }")).told("said") == "はい"
    assert Seen(free("ASK { vision:8 a pg:Vision }", ("lang", "en"))).told("said") == "no"
    made = Seen(free("CONSTRUCT { ?v pg:name ?n } WHERE { ?v a pg:Vision ; pg:name ?n }"))
    assert len(made.rows) == 7
    assert "7組" in made.text
    assert made.head == ["主語", "述語", "目的語"]
    assert 'vision:2 pg:name "自然とともにあるまち" .' in made.text.replace("&#34;", '"')
    described = Seen(free("DESCRIBE vision:2"))
    assert any("自然とともにあるまち" in row[2] for row in described.rows)


def test_an_empty_answer_explains_itself(free):
    page = Seen(free("SELECT ?a { ?a a pg:Action ; pg:serve ?v }"))
    assert "ここで無くなりました" in page.told("banner")
    assert "もしかして pg:serves" in page.told("banner")
    assert "0行" in page.text


def test_more_rows_than_a_page_shows_or_the_limit_allows_announce_themselves(free):
    page = Seen(free("SELECT ?s { ?s ?p ?o }"))
    assert len(page.rows) == 1_000
    assert "10000行で打ち切りました" in page.told("banner")
    assert "10000行のうち1000行" in page.text
    assert page.all("table", class_="grid")[0][1].keys() == {"class"}
    whole = Seen(free("SELECT ?v { ?v a pg:Vision }"))
    assert whole.all("table", class_="grid")[0][1].keys() == {"class", "data-whole"}
    assert "打ち切りました" not in whole.text


def test_a_text_too_long_for_an_address_has_none(free):
    page = Seen(free("ASK {} #" + "あ" * 1_000))
    assert "data-address" not in page.one("form", id="ask")[1]
    assert "アドレスにできません" in page.text
    assert "あああ" in page.one("textarea")[2]
    (english,) = page.all("a", class_="language")
    assert len(english[1]["href"]) < 100


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{}"),
        ("", b"query=ASK%20%7B%7D"),
        (FORM, "query=森".encode()),
        (FORM, b"query=%FF%FE"),
        (FORM, b"&".join([b"a=1"] * 50)),
    ],
)
def test_what_was_not_sent_by_the_form_is_refused(town, kind, body):
    asked = Asked("/query/sparql", method="POST", content_type=kind, body=body)
    with pytest.raises(PlanGraphError, match="cannot be read"):
        free_page(asked, town)


# --- Bad input ----------------------------------------------------------------------------------


def test_faults_of_a_form_are_told_all_at_once_each_at_its_field(question):
    page = Seen(question("missed-targets", plan="第9期", year="十", colour="red", run="1"))
    assert page.status == 400
    alert = page.one("div", role="alert")[2]
    for told in ("計画: ", "報告の年度: ", "パラメータ「colour」はありません"):
        assert told in alert
    assert "--set" not in alert
    assert page.one("select", name="plan")[1]["aria-invalid"] == "true"
    assert page.one("input", name="year")[1]["value"] == "十"
    missing = Seen(question("actions-of-vision", run="1"))
    assert missing.status == 400
    assert missing.one("div", role="alert")


def test_an_unknown_question_is_not_found_with_the_nearest(question):
    page = Seen(question("serve"))
    assert page.status == 404
    assert "もしかして serves" in page.text


SCRIPT = "\"'></textarea></option><script>alert(1)</script>"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The released graph in which a vision is called what a page must not run."""
    path = tmp_path_factory.mktemp("hostile") / "graph.ttl"
    name = "自然とともにあるまち"
    text = GRAPH.read_text(encoding="utf-8")
    escaped = SCRIPT.replace('"', '\\"')
    assert f'"{name}"' in text
    path.write_text(text.replace(f'"{name}"', f'"{escaped}"'), encoding="utf-8")
    return Town(path)


def test_what_stands_in_data_and_addresses_is_shown_and_never_run(hostile):
    def asked(path, *parameters, **more):
        return Asked(path, parameters, (("name", "actions-of-vision"),), **more)

    query = f"SELECT ?v ?n {{ ?v a pg:Vision ; pg:name ?n }} # {SCRIPT}"
    body = urlencode({"query": query, "sort": SCRIPT}).encode()
    path = "/query/actions-of-vision"
    replies = [
        library_page(asked("/query", ("q", SCRIPT), ("tag", SCRIPT)), hostile),
        question_page(asked(path, ("vision", "②"), ("run", "1"), ("sort", SCRIPT)), hostile),
        question_page(asked(path, ("vision", SCRIPT), (SCRIPT, SCRIPT), ("run", "1")), hostile),
        free_page(asked("/query/sparql", method="POST", content_type=FORM, body=body), hostile),
        free_page(asked("/query/sparql", ("query", f"SELECT {SCRIPT}")), hostile),
    ]
    for reply in replies:
        page = reply.body.decode()
        assert "alert(1)" in page or "alert%281%29" in page
        assert "<script>alert" not in page
        assert page.count("<script") == page.count('<script src="/static/query.js" defer>')
        assert len(re.findall("</textarea>", page)) <= 1


def test_an_iri_that_is_no_element_is_no_link(free):
    page = Seen(free("SELECT ?x { VALUES ?x { <javascript:alert(1)> <http://example.org/> } }"))
    assert [row[0] for row in page.rows] == ["javascript:alert(1)", "http://example.org/"]
    assert not [each for each in page.all("a") if each[1].get("href", "").startswith("javascript")]
