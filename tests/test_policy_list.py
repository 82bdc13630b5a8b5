"""The list of the 1st basic plan: a small one of our own, and the real one as it was typed.

Who typed `tests/data/h29.csv` had not seen the importer. Its column `settled` says whether the
print settles the policy of the measure.
"""

import csv
import shutil
from pathlib import Path

import pytest

from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store, nodes, one
from plan_graph.importers import find_document, read_document
from plan_graph.register import load_register
from plan_graph.vocab import PG, RDF

ROOT = Path(__file__).parents[1]
TOWN = ROOT / "tests" / "data" / "town"
BASE = "https://w3id.org/plan-graph/id/122068/"
HEAD = "基本方向\t基本政策\t施策\t主担当部課名\t目標\t方向性\t結果\t今後\t事業"
FILLED = "目標。\t方向。\t結果。\t今後。"
#: Every quirk of such a list: what is printed once holds below; cells moved left, right, or the
#: policy into the place of the direction; a measure's name in the place of its policy; words broken
#: by spaces; programmes as HTML, with dots (also inside a name), bare, or with their column lost.
LIST = f"""
施策の進行管理結果一覧
{HEAD}
みどりの方向\t川の政策\t川の保全\t緑部 川課\t{FILLED}\t・川そうじ事業 ・堤・水路事業
\t\t橋の 整備\t緑部道 路課\t{FILLED}\t
\t\t川の政策\t堤の整備\t緑部川課\t{FILLED}
林の政策\t林の保全\t緑部川課\t{FILLED}\t<ul style="x"> ・植林事業 ・間伐事業\t
{HEAD}
\t林道の整備\t緑部道路課\t{FILLED}\t\t
まちの方向\tにぎわいの充実\tにぎわいの充実\t緑部川課\t{FILLED}\t祭り事業
\t市場の振興\t市場の振興\t緑部川課\t{FILLED}\t
\t\t港の振興\t緑部川課\t{FILLED}\t<ul><li>船事業</li><li>岸壁事業</li></ul>
海の政策\t浜の保全\t浜の保全\t緑部川課\t{FILLED}\t
"""
KEYS = """BasicDirection,みどりの方向,green
BasicDirection,まちの方向,town
BasicPolicy,川の政策,river
BasicPolicy,林の政策,wood
BasicPolicy,にぎわいの充実,lively
BasicPolicy,海の政策,sea
Measure,川の保全,river-care
Measure,橋の整備,bridges
Measure,堤の整備,banks
Measure,林の保全,wood-care
Measure,林道の整備,tracks
Measure,にぎわいの充実,lively
Measure,市場の振興,market
Measure,港の振興,port
Measure,浜の保全,beach
Programme,川そうじ事業,river-cleaning
Programme,堤・水路事業,channels
Programme,植林事業,planting
Programme,間伐事業,thinning
Programme,祭り事業,festival
Programme,船事業,ships
Programme,岸壁事業,quays
"""


@pytest.fixture
def town(tmp_path):
    """A town whose register knows such a list, and all that it names."""
    folder = Path(shutil.copytree(TOWN, tmp_path / "data"))
    with (folder / "city.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[[plans]]\nkey = "old"\nname = "旧計画"\nname_en = "Old plan"\n'
            "start_year = 2015\nend_year = 2018\n"
            '[[documents]]\nkey = "list-2017"\nkind = "policy-list"\nseries = "list"\n'
            'plan = "old"\nfiscal_year = 2017\ntitle = "一覧"\ntitle_en = "List"\n'
        )
    with (folder / "curated" / "keys.csv").open("a", encoding="utf-8", newline="") as file:
        file.write(KEYS)
    with (folder / "curated" / "departments.csv").open("a", encoding="utf-8", newline="") as file:
        for key, section in (("green", ""), ("river", "川課"), ("roads", "道路課")):
            file.write(f"old-{key},緑部,{section},2017,2017,list-2017,,\n")
    return folder


def read(town, text):
    (town / "list.txt").write_text(text, encoding="utf-8")
    register = load_register(town)
    return read_document(register, find_document(register, "policy-list", None), town / "list.txt")


def relations(reading, predicate):
    return {
        (link.subject.rpartition("/")[2], link.object.rpartition("/")[2])
        for link in reading.records
        if getattr(link, "predicate", "") == predicate
    }


def test_a_cell_is_recognised_by_what_it_is_and_not_by_its_column(town):
    assert relations(read(town, LIST), PG.partOf) == {
        ("old-green", "old"),
        ("old-town", "old"),
        ("old-river", "old-green"),
        ("old-wood", "old-green"),
        ("old-lively", "old-town"),
        ("old-sea", "old-town"),
        ("old-river-care", "old-river"),
        ("old-bridges", "old-river"),
        ("old-banks", "old-river"),
        ("old-wood-care", "old-wood"),
        ("old-tracks", "old-wood"),
        ("old-lively", "old-lively"),
        ("old-beach", "old-sea"),
        ("old-river-cleaning", "old-river-care"),
        ("old-channels", "old-river-care"),
        ("old-planting", "old-wood-care"),
        ("old-thinning", "old-wood-care"),
        ("old-festival", "old-lively"),
        ("old-ships", "old-port"),
        ("old-quays", "old-port"),
    }


def test_a_parent_that_the_print_does_not_settle_is_left_to_an_editor_and_told(town):
    notices = [each.text("ja") for each in read(town, LIST).notices]
    unsettled = [each for each in notices if "links.csv" in each]
    assert [each.partition("row:")[2].partition(":")[0] for each in unsettled] == [
        "市場の振興",
        "港の振興",
    ]
    assert any("堤の整備" in each and "失われています" in each for each in notices)


def test_every_measure_has_its_lead_department_and_words_are_whole_again(town):
    reading = read(town, LIST)
    leads = [each for each in reading.records if getattr(each, "role", "") == PG.Lead]
    assert len(leads) == 9
    assert ("old-bridges", "old-roads") in relations(reading, PG.responsible)
    texts = {each.text for each in reading.records if hasattr(each, "text")}
    assert {"橋の整備", "緑部道路課", "堤・水路事業"} <= texts


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("緑部 川課", "紫部川課", "departments.csv"),
        ("川の政策\t川の保全", "沼の政策\t川の保全", "BasicPolicy,沼の政策"),
        ("祭り事業", "花火事業", "Programme,花火事業"),
        ("橋の 整備", "門の整備", "Measure,門の整備"),
        ("みどりの方向", "", "基本方向が"),
        ("橋の 整備", "川の保全", "川の保全"),
        (HEAD, "", "policy-list"),
    ],
)
def test_what_is_wrong_is_told_with_its_row_and_what_to_do(town, old, new, said):
    with pytest.raises(PlanGraphError) as caught:
        read(town, LIST.replace(old, new))
    assert said in caught.value.text("ja")
    assert caught.value.text("en") != caught.value.text("ja")


# --- The real list ---------------------------------------------------------------------------


def typed():
    with (ROOT / "tests" / "data" / "h29.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def said():
    """The links and names that the document states."""
    graph = nodes(load_store(ROOT / "data" / "documents" / "policy-list-2017.ttl"))
    names = {
        one(node, PG.ofElement): one(node, PG.text)
        for node in graph.values()
        if one(node, RDF.type) == PG.Wording
    }
    links = [
        (
            one(node, RDF.subject),
            one(node, RDF.predicate),
            one(node, RDF.object),
            one(node, PG.role),
        )
        for node in graph.values()
        if one(node, RDF.type) == PG.Link
    ]
    return names, links


def test_forty_six_measures_have_the_lead_departments_that_were_typed(said):
    names, links = said
    found = {
        names[subject]: names[obj]
        for subject, predicate, obj, role in links
        if predicate == PG.responsible and role == PG.Lead
    }
    assert len(typed()) == len(found) == 46
    assert found == {row["measure"]: row["department"] for row in typed()}


def test_every_programme_stands_under_the_measure_that_was_typed(said):
    names, links = said
    found = {
        (names[obj], names[subject])
        for subject, predicate, obj, _ in links
        if predicate == PG.partOf and "/programme/" in subject
    }
    wanted = {
        (row["measure"], name)
        for row in typed()
        for name in filter(None, row["programmes"].split("|"))
    }
    assert len(wanted) == 65
    assert found == wanted


def test_policies_and_directions_are_those_that_were_typed(said):
    names, links = said
    parents = {subject: obj for subject, predicate, obj, _ in links if predicate == PG.partOf}
    measures = {names[iri]: iri for iri in names if "/measure/" in iri}
    for row in typed():
        policy = parents.get(measures[row["measure"]], "")
        assert bool(policy) == (row["settled"] == "yes"), row
        if policy:
            assert names[policy] == row["policy"], row
            assert names[parents[policy]] == row["direction"], row
    assert len({row["policy"] for row in typed()}) == 25
    assert len({row["direction"] for row in typed()}) == 6


def test_an_editor_settles_the_other_ten_as_the_second_reader_judged():
    graph = nodes(load_store(ROOT / "data" / "mandala.ttl"))
    names = {iri: one(node, PG.name) for iri, node in graph.items() if PG.name in node}
    estimated = {
        names[one(node, RDF.subject)]: names[one(node, RDF.object)]
        for node in graph.values()
        if one(node, RDF.predicate) == PG.partOf
        and one(node, PG.basis) == PG.Estimated
        and "/bp1-" in one(node, RDF.subject)
    }
    assert estimated == {row["measure"]: row["policy"] for row in typed() if row["settled"] == "no"}
    assert len(estimated) == 10
