"""The platform: transcriptions of its pages, and the graph against a table typed by hand."""

import csv
import shutil
from collections import Counter
from pathlib import Path

import pytest

from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store, nodes, one, view
from plan_graph.lookup import elements, find_element
from plan_graph.register import load_register
from plan_graph.vocab import DCTERMS, PG, RDF, SKOS

ROOT = Path(__file__).parents[1]
BASE = "https://w3id.org/plan-graph/id/122068/"
#: How the table shortens the forms of companies, and how the pages print them.
FORMS = {
    "㈱": "株式会社",
    "㈲": "有限会社",
    "(一社)": "一般社団法人",
    "NPO": "特定非営利活動法人",
}
HEAD = "kind,number,name,relation,of,as_of,place\n"


def typed(kind):
    with (ROOT / "tests/data/platform.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["kind"] == kind]


def printed(name):
    for short, full in FORMS.items():
        name = name.replace(short, full)
    return name


@pytest.fixture(scope="module")
def store():
    return load_store(ROOT / "data" / "mandala.ttl")


@pytest.fixture(scope="module")
def graph(store):
    return nodes(store)


@pytest.fixture(scope="module")
def called(graph):
    """Every text by which a document prints an element, to its IRI and kind."""
    found = {}
    for node in graph.values():
        if one(node, RDF.type) == PG.Wording:
            found[one(node, PG.ofKind), one(node, PG.text)] = one(node, PG.ofElement)
    return found


def links(graph, predicate):
    """Return (subject, object, basis, date of the list) of the Links with *predicate*."""
    return Counter(
        (
            one(node, RDF.subject),
            one(node, RDF.object),
            one(node, PG.basis).removeprefix(PG.NS),
            one(node, PG.asOf),
        )
        for node in graph.values()
        if one(node, RDF.type) == PG.Link and one(node, RDF.predicate) == predicate
    )


def of_kind(graph, kind):
    return {iri for iri, node in graph.items() if one(node, RDF.type) == kind}


# --- The graph against the typed table ----------------------------------------------------------


def test_the_bodies_stand_inside_each_other_as_typed(graph, called):
    bodies = {row["name"]: called[PG.Body, row["name"]] for row in typed("body")}
    assert set(bodies.values()) == of_kind(graph, PG.Body)
    assert len(bodies) == 7
    expected = {
        (bodies[row["name"]], bodies[row["group"]], row["basis"], "")
        for row in typed("body")
        if row["group"]
    }
    found = {link for link in links(graph, PG.partOf) if link[0] in bodies.values()}
    assert found == expected


def test_the_themes_keep_one_iri_under_both_names(graph, called):
    for row in typed("theme"):
        theme = called[PG.Theme, row["name"]]
        assert theme == f"{BASE}theme/{row['number']}"
        years = {
            one(graph[one(node, DCTERMS.source)], PG.year)
            for node in graph.values()
            if one(node, RDF.type) == PG.Wording
            and (one(node, PG.ofElement), one(node, PG.text)) == (theme, row["name"])
        }
        assert years == set(row["basis"].split("|")), row
        body = called[PG.Body, row["group"]]
        assert links(graph, PG.inTheme)[body, theme, "Estimated", ""] == 1
    assert of_kind(graph, PG.Theme) == {f"{BASE}theme/{number}" for number in range(1, 6)}


def test_the_renamed_theme_bears_its_new_name_and_is_found_by_the_old_one(graph, store):
    theme = graph[f"{BASE}theme/5"]
    assert one(theme, PG.name) == "里海の活用"
    assert [term.value for term in theme[SKOS.altLabel]] == ["ブルーカーボン"]
    assert find_element(elements(store), "ブルーカーボン").iri == f"{BASE}theme/5"


def test_the_sixteen_activities_have_their_groups_and_numbers(graph, called):
    rows = typed("activity")
    assert [row["number"] for row in rows] == [str(number) for number in range(1, 17)]
    activities = {row["number"]: called[PG.PlatformActivity, row["name"]] for row in rows}
    assert set(activities.values()) == of_kind(graph, PG.PlatformActivity)
    parts = links(graph, PG.partOf)
    for row in rows:
        activity, body = activities[row["number"]], called[PG.Body, row["group"]]
        assert {link[:3] for link in parts if link[0] == activity} == {(activity, body, "Stated")}
        stated = row["number"] if row["basis"] == "Stated" else ""
        assert one(graph[activity], SKOS.notation) == stated, row


def test_a_number_that_no_page_prints_is_an_estimate_with_its_reason(graph, called):
    found = {
        one(node, PG.ofElement): node
        for node in graph.values()
        if one(node, RDF.type) == PG.Numbering
    }
    expected = [row for row in typed("activity") if row["basis"] == "Estimated"]
    assert {called[PG.PlatformActivity, row["name"]] for row in expected} == set(found)
    assert len(expected) == 9
    for row in expected:
        node = found[called[PG.PlatformActivity, row["name"]]]
        assert one(node, SKOS.notation) == row["number"]
        assert one(node, PG.basis) == PG.Estimated
        assert {term.language for term in node[PG.rationale]} == {"ja", "en"}
        assert "番号は印刷されていない" in " ".join(term.value for term in node[PG.rationale])


def test_the_members_of_three_groups_are_the_lists_of_their_day(graph, called):
    expected = Counter(
        (called[PG.Actor, printed(row["name"])], called[PG.Body, row["group"]], "Stated", day)
        for row in typed("member")
        for day in [row["basis"]]
    )
    assert links(graph, PG.memberOf) == expected
    assert sum(expected.values()) == 15 + 14 + 14
    assert len({link[0] for link in expected}) == 36
    groups = {graph[link[1]][PG.name][0].value for link in expected}
    assert groups == {"里山再生部会", "資源循環部会", "里海活用部会"}


def test_a_group_whose_list_nobody_prints_says_so(graph):
    for key in ("food-organic-farming", "renewable-energy"):
        described = [term.value for term in graph[f"{BASE}body/{key}"][DCTERMS.description]]
        assert any("構成員の名簿は手元の資料にありません" in text for text in described)


def test_one_company_is_not_the_place_and_one_cooperative_is_one(graph, called):
    company, place = called[PG.Actor, "株式会社ホテル三日月"], called[PG.Place, "ホテル三日月"]
    assert (company, place) == (f"{BASE}actor/hotel-mikazuki", f"{BASE}place/hotel-mikazuki")
    assert called[PG.Actor, "JA木更津市"] == called[PG.Actor, "木更津市農業協同組合"]
    groups = Counter(member for member, *_ in links(graph, PG.memberOf))
    in_three = {member for member, count in groups.items() if count == 3}
    assert in_three == {called[PG.Actor, "株式会社KURKKU FIELDS"], company}


def test_the_office_of_the_satoyama_group_is_stated(graph, called):
    (row,) = typed("secretariat")
    department = called[PG.Department, row["name"]]
    assert links(graph, PG.responsible)[called[PG.Body, row["group"]], department, "Stated", ""]
    (above,) = (obj for iri, obj, *_ in links(graph, PG.unitOf) if iri == department)
    assert one(graph[above], PG.name) == "資産管理部"


def test_activities_and_members_are_in_the_theme_of_their_group(graph):
    derived = [link for link in links(graph, PG.inTheme) if link[2] == "Derived"]
    kinds = Counter(one(graph[link[0]], RDF.type) for link in derived)
    assert kinds == {PG.PlatformActivity: 16, PG.Actor: 43}
    rests = {
        one(node, PG.restsOn)
        for node in graph.values()
        if one(node, PG.byRule).endswith("through-group")
    }
    assert rests == {PG.Estimated}


# --- Not mixed with the plan's actions ----------------------------------------------------------


def test_torikumi_9_is_the_plans_and_that_of_the_groups_has_its_own_name(store):
    known = elements(store)
    assert find_element(known, "取組9").iri == f"{BASE}action/ap3-9"
    assert find_element(known, "action 9").iri == f"{BASE}action/ap3-9"
    assert find_element(known, "部会の取組9").iri == f"{BASE}activity/organic-farming"
    assert find_element(known, "platform activity 9").iri == f"{BASE}activity/organic-farming"
    for number in range(1, 38):
        assert find_element(known, f"取組{number}").kind == PG.Action
    for number in range(1, 17):
        assert find_element(known, f"部会の取組{number}").kind == PG.PlatformActivity


def test_the_same_name_in_plan_and_platform_is_asked_about(store):
    with pytest.raises(PlanGraphError) as caught:
        find_element(elements(store), "下水汚泥の堆肥化")
    assert "取組6「下水汚泥の堆肥化」、部会の取組「下水汚泥の堆肥化」" in caught.value.text("ja")
    assert find_element(elements(store), "下水汚泥の堆肥化", kinds=[PG.Action]).notation == "6"


def test_a_number_that_is_only_read_names_nothing_by_documents_alone(store):
    known = elements(view(store, PG.Matched))
    assert find_element(known, "部会の取組9").kind == PG.PlatformActivity
    with pytest.raises(PlanGraphError):
        find_element(known, "部会の取組3")


def test_show_tells_a_read_number_with_its_reason_and_never_as_the_number(run):
    text = run("show", "部会の取組3").stdout
    assert text.splitlines()[0] == "部会の取組「下水汚泥の堆肥化」"
    assert "番号（推定）  3：番号は印刷されていない。" in text
    assert "2026-11-22）" in text
    stated = run("show", "部会の取組「下水汚泥の堆肥化」", "--basis", "stated").stdout
    assert "番号（推定）" not in stated


def test_show_tells_members_with_the_day_of_their_list(run):
    text = run("show", "里海活用部会").stdout
    assert text.count("［2024-03-31時点］") == 14
    assert "ほかウェブページ10件" in text


def test_explain_leads_from_a_member_to_the_theme(run):
    text = run("explain", "株式会社ホテル三日月", "里海の活用").stdout
    assert "規則「部会を通じて」" in text
    assert "［2024-03-31時点］" in text


def test_find_says_that_a_number_is_an_estimate(run):
    lines = run("find", "3").stdout.splitlines()
    (line,) = (line for line in lines if "下水汚泥の堆肥化" in line)
    assert "番号（推定）" in line


# --- The importer -------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted((ROOT / "data/transcripts").glob("*.csv")), ids=str)
def test_a_transcription_gives_the_committed_document(path, run, tmp_path):
    data = Path(shutil.copytree(ROOT / "data", tmp_path / "data"))
    committed = data / "documents" / f"{path.stem}.ttl"
    before = committed.read_bytes()
    committed.unlink()
    done = run("import", "platform-page", path, "--data", data)
    assert done.exit_code == 0, done.output
    assert committed.read_bytes() == before


def test_every_page_of_the_register_has_a_transcription_and_a_document():
    pages = {each.key for each in load_register(ROOT / "data").documents if "web-" in each.key}
    assert {path.stem for path in (ROOT / "data/transcripts").glob("*.csv")} == pages
    assert {path.stem for path in (ROOT / "data/documents").glob("web-*.ttl")} == pages


@pytest.fixture
def platform(town):
    """The invented town with a page of its platform registered, and keys for its names."""
    with (town / "city.toml").open("a", encoding="utf-8") as file:
        for key in ("bay-group-2030", "hill-group-2030"):
            file.write(
                f'\n[[documents]]\nkey = "{key}"\nkind = "platform-page"\nseries = "{key[:-5]}"\n'
                f'plan = "tp2"\nfiscal_year = 2030\ntitle = "{key}"\ntitle_en = "{key}"\n'
            )
    with (town / "curated/keys.csv").open("a", encoding="utf-8") as file:
        file.write("Body,入江部会,bay\nBody,港の協議会,council\nTheme,入江の手入れ,9\n")
        file.write("PlatformActivity,藻場の見守り,seaweed\nActor,入江漁師の会,fishers\n")
    return town


def read(platform, rows, run, name="bay-group-2030.csv"):
    path = platform / name
    path.write_text(HEAD + rows, encoding="utf-8")
    return run("import", "platform-page", path, "--data", platform)


ROWS = """\
Body,,入江部会,partOf,港の協議会,,title
Body,,港の協議会,,,,title
Theme,,入江の手入れ,,,,heading:入江の手入れ
Body,,入江部会,inTheme,入江の手入れ,,heading:入江の手入れ
PlatformActivity,4,藻場の見守り,partOf,入江部会,,list:取組
Actor,,入江 漁師の会,memberOf,入江部会,2030-05-01,list:名簿
"""


def test_a_page_of_another_city_is_read_and_built(platform, run, ask):
    done = read(platform, ROWS, run)
    assert done.exit_code == 0, done.output
    assert run("build", "--data", platform).exit_code == 0
    graph = platform / "mandala.ttl"
    assert ask(graph, "?a ?b", "?a pg:partOf ?b . ?b a pg:Body") == [
        ("activity/seaweed", "body/bay"),
        ("body/bay", "body/council"),
    ]
    assert ask(graph, "?n ?o", "<activity/seaweed> skos:notation ?n ; pg:order ?o") == [("4", "4")]
    listed = "?l rdf:subject <actor/fishers> ; rdf:object <body/bay> ; pg:asOf ?day ; pg:basis ?b"
    assert ask(graph, "?day ?b", listed) == [("2030-05-01", "pg:Stated")]
    assert ask(graph, "?x", "?x pg:inTheme <theme/9>") == [
        ("activity/seaweed",),
        ("actor/fishers",),
        ("body/bay",),
    ]
    assert ask(graph, "?text", "?w pg:ofElement <actor/fishers> ; pg:text ?text") == [
        ("入江 漁師の会",)
    ]


def test_every_wrong_cell_is_named_at_once_by_file_row_and_column(platform, run):
    rows = """\
Group,,入江部会,,,,title
Body,,,,,,title
PlatformActivity,④,藻場の見守り,partOf,入江部会,,
Actor,,入江漁師の会,memberOf,,2030-5-1,list:名簿
Actor,,入江漁師の会,leads,入江部会,,list:名簿
Body,,入江部会,memberOf,港の協議会,,title
Actor,,入江漁師の会,partOf,入江部会,,title
"""
    done = read(platform, rows, run)
    assert done.exit_code == 2
    file = platform / "bay-group-2030.csv"
    places = [
        line.removeprefix(f"{file}:").split(": ")[0].split()[0]
        for line in done.stderr.splitlines()
        if line.startswith(str(file))
    ]
    assert [place.rstrip(":") for place in places] == [
        "2:kind",
        "3:name",
        "4:place",
        "4:number",
        "5:of",
        "5:as_of",
        "6:relation",
        "7:of",
        "8:kind",
    ]
    assert not (platform / "documents" / "bay-group-2030.ttl").exists()


def test_a_name_without_key_tells_the_row_to_add(platform, run):
    done = read(platform, "Body,,山の部会,,,,title\nBody,,谷の部会,,,,title\n", run)
    assert done.exit_code == 2
    assert "bay-group-2030.csv:2:name" in done.stderr
    assert "Body,山の部会," in done.stderr
    assert "Body,谷の部会," in done.stderr


def test_an_unknown_department_of_a_group_is_told(platform, run):
    rows = "Department,,海部海課,,,,contact\nBody,,入江部会,responsible,海部海課,,contact\n"
    done = read(platform, rows, run)
    assert done.exit_code == 2
    assert "bay-group-2030.csv:2:name" in done.stderr
    assert "bay-group-2030.csv:3:of" in done.stderr


def test_the_name_of_the_file_says_which_of_several_pages_it_is(platform, run):
    done = read(platform, ROWS, run, name="page.csv")
    assert done.exit_code == 2
    assert "bay-group-2030、hill-group-2030" in done.stderr


def test_an_empty_transcription_is_no_document(platform, run):
    assert read(platform, "", run).exit_code == 2


def test_numbers_that_are_no_numbers_or_lack_a_reason_stop_the_build(platform, run):
    assert read(platform, ROWS, run).exit_code == 0
    (platform / "curated/numbers.csv").write_text(
        "element,number,rationale_ja,rationale_en,by,date\n"
        "activity/seaweed,四,理由,reason,編集者,2030-06-01\n"
        "activity/seaweed,4,,reason,編集者,6月1日\n",
        encoding="utf-8",
    )
    done = run("build", "--data", platform)
    assert done.exit_code == 2
    assert "numbers.csv:2" in done.stderr
    assert done.stderr.count("numbers.csv:3") == 2


def test_a_number_read_for_what_is_not_there_is_left_out(platform, run):
    assert read(platform, ROWS, run).exit_code == 0
    (platform / "curated/numbers.csv").write_text(
        "element,number,rationale_ja,rationale_en,by,date\n"
        "activity/seawed,5,理由,reason,編集者,2030-06-01\n",
        encoding="utf-8",
    )
    done = run("build", "--data", platform)
    assert done.exit_code == 0
    assert "もしかして" in done.stderr


def test_a_plan_that_sets_a_headquarters_in_a_council_states_it(graph):
    (stated,) = (
        node
        for node in graph.values()
        if one(node, RDF.predicate) == PG.partOf
        and one(node, RDF.subject) == f"{BASE}body/network-headquarters"
    )
    assert one(stated, RDF.object) == f"{BASE}body/council"
    assert one(stated, DCTERMS.source) == f"{BASE}document/action-plan-2024"
    assert one(stated, PG.locator) == "section:3-4"


def test_a_headquarters_without_key_stops_the_import_of_the_plan(platform, run):
    path = platform / "sources" / "plan.txt"
    text = path.read_text(encoding="utf-8") + "\n「港の協議会」内に、「入江本部」を置きます。\n"
    path.write_text(text, encoding="utf-8")
    done = run("import", "action-plan", path, "--data", platform)
    assert done.exit_code == 2
    assert "Body,入江本部," in done.stderr
    assert "港の協議会" not in done.stderr


def test_what_has_no_theme_gives_none(platform, run, ask):
    rows = "Body,,入江部会,,,,title\nActor,,入江漁師の会,memberOf,入江部会,,list:名簿\n"
    assert read(platform, rows, run).exit_code == 0
    assert run("build", "--data", platform).exit_code == 0
    assert ask(platform / "mandala.ttl", "?t", "<actor/fishers> pg:inTheme ?t") == []
