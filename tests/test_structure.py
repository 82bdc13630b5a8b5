"""What holds a graph together: each check has a fault that it finds, and one that it lets pass."""

import re
from pathlib import Path

import pytest

from plan_graph.findings import Finding
from plan_graph.graph import load_store, nodes
from plan_graph.structure import structure

ROOT = Path(__file__).parents[1]
BASE = "https://w3id.org/plan-graph/id/999999/"
NOWHERE = ROOT / "no such register.csv"
KINDS = ("action", "actor", "department", "indicator", "issue", "link", "measure", "plan", "theme")
HEADER = (
    "PREFIX pg: <https://w3id.org/plan-graph/ns#> "
    "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
) + "".join(f"PREFIX {kind}: <{BASE}{kind}/> " for kind in KINDS)
#: The three departments of the sample, one a 部.
REGISTER = (
    "key,bu,ka,from,to,source,succeeds,basis\n"
    "env,環境部,,2024,,plan-2024,,\n"
    "forest,環境部,森林課,2024,,plan-2024,,\n"
    "forest-old,農林部,森林課,2020,2023,plan-2024,,\n"
)


def graph_of(update=""):
    store = load_store(ROOT / "tests" / "data" / "shapes_base.ttl")
    if update:
        store.update(HEADER + update)
    return nodes(store)


def found(update="", departments=NOWHERE):
    return list(structure(graph_of(update), BASE, departments))


def linked(name, subject, predicate, obj, more="pg:basis pg:Stated"):
    return (
        f"INSERT DATA {{ link:{name} a pg:Link ; rdf:subject {subject} ;"
        f" rdf:predicate pg:{predicate} ; rdf:object {obj} ; {more} }};"
    )


@pytest.fixture
def register(tmp_path):
    path = tmp_path / "departments.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def test_the_sample_holds_together(register):
    assert found(departments=register) == []


def test_an_empty_graph_holds_together():
    assert list(structure({}, "", NOWHERE)) == []


# --- No orphan ----------------------------------------------------------------------------------

SEA = "INSERT DATA { theme:sea a pg:Theme ; pg:name '海の再生' };"


def test_an_element_without_any_relation_is_an_orphan():
    assert found(SEA) == [
        Finding(
            "orphan",
            f"{BASE}theme/sea",
            (),
            (),
            "テーマ（部会）「海の再生」（theme/sea）には、つながりが一つもありません。"
            "資料を取り込み直すか、links.csv に理由のある行を書き足してください。",
            "the theme “海の再生” (theme/sea) has no relation at all. "
            "Import its document again, or add a row with its reason to links.csv.",
        )
    ]


@pytest.mark.parametrize(
    ("name", "subject", "predicate", "obj"),
    [("in", "action:ap2-1", "inTheme", "theme:sea"), ("out", "theme:sea", "involves", "actor:a")],
)
def test_an_element_at_either_end_of_a_link_is_no_orphan(name, subject, predicate, obj):
    assert found(SEA + linked(name, subject, predicate, obj)) == []


def test_a_link_that_is_out_of_date_joins_nothing():
    old = linked("old", "action:ap2-1", "inTheme", "theme:sea", "pg:current false")
    assert [finding.code for finding in found(SEA + old)] == ["orphan"]


def test_an_indicator_with_values_but_of_nothing_is_an_orphan():
    update = "DELETE { ?l ?p ?o } WHERE { ?l rdf:predicate pg:hasIndicator ; ?p ?o }"
    assert [finding.element for finding in found(update)] == [f"{BASE}indicator/ap2-1"]


def test_what_no_relation_can_join_is_no_orphan():
    """Units, documents, the city: nothing is said of them by a Link. Goals and aspects are ours."""
    assert found("INSERT DATA { <urn:goal> a pg:Aspect ; pg:name '文化' }") == []


# --- No name twice ------------------------------------------------------------------------------


def same_name(plan):
    return "INSERT DATA { action:ap2-10 a pg:Action ; pg:name '間伐の 実施' };" + linked(
        "second", "action:ap2-10", "inPlan", f"plan:{plan}"
    )


def test_two_actions_of_one_name_in_one_plan_are_a_finding():
    [finding] = found(same_name("ap2"))
    assert finding.key == (f"{BASE}action/ap2-1", "same-name", "action/ap2-1 | action/ap2-10")
    assert finding.text("ja") == (
        "取組「間伐の実施」が action/ap2-1、action/ap2-10 に重なっています。"
        "同じものなら keys.csv で一つのキーにし、別のものなら accepted.csv に理由を書いてください。"
    )
    assert finding.text("en") == (
        "several elements are the action “間伐の実施”: action/ap2-1, action/ap2-10. "
        "If they are one, give them one key in keys.csv; if not, say why in accepted.csv."
    )


def test_the_same_name_in_another_plan_or_of_another_kind_is_none():
    assert found(same_name("ap1")) == []
    place = "INSERT DATA { actor:thinning a pg:Actor ; pg:name '間伐の実施' };"
    assert found(place + linked("p", "actor:thinning", "memberOf", "<urn:body>")) == []


def test_an_indicator_is_in_the_plan_of_what_it_measures():
    second = (
        "INSERT DATA { indicator:second a pg:Indicator ; pg:name '間伐した面積' };"
        "INSERT DATA { action:ap1-1 a pg:Action };"
    )
    of_old = linked("i", "action:ap1-1", "hasIndicator", "indicator:second")
    in_plan = linked("j", "action:ap1-1", "inPlan", "plan:ap1")
    assert found(second + of_old + in_plan) == []
    of_new = of_old.replace("ap1-1", "ap2-1")
    assert [finding.values for finding in found(second + of_new)] == [
        ("indicator/ap2-1", "indicator/second")
    ]


def test_two_actors_of_one_name_stand_in_no_plan_and_are_a_finding():
    update = "INSERT DATA { actor:hotel-2 a pg:Actor ; pg:name '見本ホテル株式会社' };"
    joined = linked("k", "actor:hotel-2", "memberOf", "<urn:body>")
    assert [finding.values for finding in found(update + joined)] == [
        ("actor/hotel", "actor/hotel-2")
    ]


# --- Departments --------------------------------------------------------------------------------


def test_a_department_that_only_documents_know_is_a_finding(register):
    register.write_text(REGISTER.replace("forest,環境部,森林課,2024,,plan-2024,,\n", ""), "utf-8")
    [finding] = found(departments=register)
    assert finding.key == (f"{BASE}department/forest", "department-unknown", "")
    assert finding.text("ja") == (
        "「環境部森林課」（department/forest）は資料に出てきますが、departments.csv にありません。"
        "行を書き足してください。"
    )
    assert finding.text("en") == (
        "documents print “環境部森林課” (department/forest), but departments.csv has no such row. "
        "Add it."
    )


def test_a_department_that_only_the_register_knows_is_a_finding(register):
    register.write_text(REGISTER + "sea,環境部,海辺課,2024,,plan-2024,,\n", encoding="utf-8")
    [finding] = found(departments=register)
    assert finding.key == (f"{BASE}department/sea", "department-unused", "")
    assert finding.text("ja") == (
        "departments.csv の「環境部海辺課」（department/sea）は、どの資料にも出てきません。"
        "綴りを確かめるか、行を消してください。"
    )
    assert finding.text("en") == (
        "no document prints “環境部海辺課” (department/sea) of departments.csv. "
        "Check its spelling or delete the row."
    )


def test_where_there_is_no_register_nothing_is_compared():
    assert found(departments=NOWHERE) == []


# --- Estimates quote ----------------------------------------------------------------------------


def estimate(japanese, english, basis="Estimated"):
    reasons = f'pg:rationale "{japanese}"@ja , "{english}"@en ; pg:basis pg:{basis}'
    return linked("e", "action:ap2-1", "addresses", "issue:forest", reasons)


def test_an_estimate_that_quotes_nothing_is_a_finding():
    [finding] = found(estimate("近いと思う。", "We read 「間伐」 so."))
    assert finding.key == (f"{BASE}action/ap2-1", "unquoted", "addresses | issue/forest")
    assert finding.text("ja") == (
        "推定「action/ap2-1 addresses issue/forest」の理由が、資料の言葉を引いていません。"
        "links.csv の rationale_ja に、よりどころの言葉を「」で書いてください。"
    )
    assert finding.text("en") == (
        "the reason of the estimate “action/ap2-1 addresses issue/forest” quotes no word of a "
        "source. Put the words it leans on in 「」 in rationale_ja of links.csv."
    )


@pytest.mark.parametrize(
    ("japanese", "english", "columns"),
    [
        ("「間伐」と読んだ。", "We think so.", "rationale_en"),
        ("近い。", "Near.", "rationale_en, rationale_ja"),
        ("「」は空。", "「 」 is empty.", "rationale_en, rationale_ja"),
        ("閉じない「間伐。", "Open 「間伐.", "rationale_en, rationale_ja"),
    ],
)
def test_both_reasons_must_quote_a_word(japanese, english, columns):
    [finding] = found(estimate(japanese, english))
    assert columns in finding.text("ja")


def test_a_number_that_is_read_must_quote_a_word_too():
    [finding] = found(
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
        'INSERT DATA { link:n a pg:Numbering ; pg:ofElement action:ap2-1 ; skos:notation "9" ;'
        ' pg:basis pg:Estimated ; pg:rationale "並びの九つ目。"@ja , "The ninth 「間伐」."@en }'
    )
    assert finding.key == (f"{BASE}action/ap2-1", "unquoted", "notation | 9")
    assert finding.text("ja") == (
        "推定「action/ap2-1 notation 9」の理由が、資料の言葉を引いていません。"
        "numbers.csv の rationale_ja に、よりどころの言葉を「」で書いてください。"
    )
    assert finding.text("en") == (
        "the reason of the estimate “action/ap2-1 notation 9” quotes no word of a "
        "source. Put the words it leans on in 「」 in rationale_ja of numbers.csv."
    )


def test_only_estimates_need_a_quotation():
    assert found(estimate("「間伐」と読んだ。", "We read 「間伐」 so.")) == []
    assert found(estimate("思いつき。", "An idea.", basis="Proposed")) == []


# --- IRIs are for ever --------------------------------------------------------------------------


def rename(town, key):
    """Give the place 丘の学校 another key in the register of keys, and read the slides again."""
    keys = town / "curated" / "keys.csv"
    text = keys.read_text(encoding="utf-8")
    assert "Place,丘の学校,hill-school\n" in text
    keys.write_text(text.replace("hill-school", key), encoding="utf-8")


def import_slides(town, run):
    source = town / "sources" / "slides.txt"
    assert run("import", "mandala-slides", source, "--data", town).exit_code == 0


def test_a_build_that_would_change_an_iri_stops_and_leaves_the_graph_as_it_is(town, run):
    before = (town / "mandala.ttl").read_bytes()
    rename(town, "school-on-the-hill")
    import_slides(town, run)
    for _ in range(2):
        done = run("build", "--data", town)
        assert done.exit_code == 2
        assert done.stdout == ""
        assert done.stderr == (
            "place/hill-school: 「丘の学校」のIRIが place/school-on-the-hill に変わってしまいます。"
            "IRIは変えない約束です。curated/keys.csv に「Place,丘の学校,hill-school」を書き足し、"
            "資料を取り込み直してください。\n"
        )
        assert (town / "mandala.ttl").read_bytes() == before
    rename_back = town / "curated" / "keys.csv"
    rename_back.write_text(
        rename_back.read_text(encoding="utf-8").replace("school-on-the-hill", "hill-school"),
        encoding="utf-8",
    )
    import_slides(town, run)
    assert run("build", "--data", town).exit_code == 0
    assert (town / "mandala.ttl").read_bytes() == before


def without_school(town, run):
    """Let the slides print 丘の学校 no more."""
    source = town / "sources" / "slides.txt"
    text = source.read_text(encoding="utf-8")
    assert "丘の\n学校" in text
    source.write_text(text.replace("丘の\n学校", ""), encoding="utf-8")
    import_slides(town, run)


def test_the_same_in_english_of_an_element_that_is_gone(town, run):
    without_school(town, run)
    done = run("build", "--data", town, "--lang", "en")
    assert done.exit_code == 2
    assert (
        "place/hill-school: the place “丘の学校” is in the present graph, and the new one would "
        "lose it. An IRI is for ever: bring back the row that is gone, or, if it may go, add "
        "'place/hill-school,iri-gone,,,reason' to curated/accepted.csv.\n"
    ) in done.stderr


def test_what_people_let_go_with_a_reason_may_go(town, run):
    without_school(town, run)
    refused = run("build", "--data", town)
    row = re.search("「([^「」]+)（理由）」", refused.stderr)[1]
    assert row == "place/hill-school,iri-gone,,,"
    with (town / "curated" / "accepted.csv").open("a", encoding="utf-8") as file:
        file.write(f"{row}建て替えで名が消えた。\n")
    assert run("build", "--data", town).exit_code == 0
    assert "hill-school" not in (town / "mandala.ttl").read_text(encoding="utf-8")
    # The row stays for the record: it is no finding that it does not occur any more.
    checked = run("check", "--graph", town / "mandala.ttl", "--data", town)
    assert "iri-gone" not in checked.stdout


def test_a_row_that_lets_go_what_is_there_is_told(town, run):
    with (town / "curated" / "accepted.csv").open("a", encoding="utf-8") as file:
        file.write("place/hill-school,iri-gone,,,まだある。\n")
    checked = run("check", "--graph", town / "mandala.ttl", "--data", town)
    assert checked.exit_code == 1
    assert "accepted.csv の行がもう当てはまりません（iri-gone：）。" in checked.stdout


def test_comparing_only_tells_what_would_be_lost(town, run):
    without_school(town, run)
    done = run("build", "--check", "--data", town)
    assert done.exit_code == 1
    assert "place/hill-school: 場所「丘の学校」は今のグラフにありますが" in done.stdout
    assert "mandala.ttl は plan-graph build の結果と違います。" in done.stdout


def test_a_broken_graph_is_built_anew(town, run):
    before = (town / "mandala.ttl").read_bytes()
    (town / "mandala.ttl").write_text("これは Turtle ではない", encoding="utf-8")
    assert run("build", "--data", town).exit_code == 0
    assert (town / "mandala.ttl").read_bytes() == before


def test_a_graph_of_another_city_in_the_place_holds_nothing_back(town, run, tmp_path):
    there = tmp_path / "other.ttl"
    there.write_bytes((ROOT / "tests" / "data" / "shapes_base.ttl").read_bytes())
    assert run("build", "--data", town, "-o", there).exit_code == 0
