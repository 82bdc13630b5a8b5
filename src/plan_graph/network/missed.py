"""Visions that rest on actions whose targets were missed; for people of the office."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from pyoxigraph import Store

from plan_graph.graph import select
from plan_graph.graph.turtle import natural_key
from plan_graph.network.found import Found, Item, Note, Value, evidence_of, guards
from plan_graph.network.net import Ends, Net
from plan_graph.network.projections import BASIS, joined
from plan_graph.vocab import PG

_SCORED: Final = f"""
SELECT DISTINCT ?action ?year ?place ?status ?indicator ?unit ?target ?actual ?actualYear
WHERE {{
  ?assessment a <{PG.Assessment}> ; <{PG.assesses}> ?action ; <{PG.status}> ?status ;
    <{PG.reportYear}> ?year ; <{PG.locator}> ?place .
  ?action a <{PG.Action}> .
  FILTER NOT EXISTS {{ ?assessment <{PG.locator}> ?first FILTER(?first < ?place) }}
  OPTIONAL {{
    ?assessment <{PG.ofIndicator}> ?indicator .
    OPTIONAL {{ ?indicator <{PG.unit}>/<{PG.name}> ?unit }}
  }}
  OPTIONAL {{ ?assessment <{PG.comparesTarget}>/<{PG.value}> ?target }}
  OPTIONAL {{
    ?assessment <{PG.comparesActual}> ?reached .
    ?reached <{PG.value}> ?actual
    OPTIONAL {{ ?reached <{PG.year}> ?actualYear }}
  }}
}}
"""


@dataclass(frozen=True, slots=True)
class Score:
    """A printed status of an action with the two values it compares, and the sheet it is on."""

    action: str
    year: int
    sheet: str
    status: str
    indicator: str
    unit: str
    target: str
    actual: str
    #: the fiscal year of the actual value, 0 where none is printed
    actual_year: int


def scores(store: Store) -> list[Score]:
    """Return the statuses of the newest year that scores each action, in the order of sheets."""
    found = [
        Score(
            row["action"].value,
            int(row["year"].value),
            row["place"].value.partition(":")[2],
            row["status"].value,
            row["indicator"].value if row["indicator"] else "",
            row["unit"].value if row["unit"] else "",
            _number(row["target"].value) if row["target"] else "",
            _number(row["actual"].value) if row["actual"] else "",
            int(row["actualYear"].value) if row["actualYear"] else 0,
        )
        for row in select(store, _SCORED)
    ]
    newest: dict[str, int] = defaultdict(int)
    for each in found:
        newest[each.action] = max(newest[each.action], each.year)
    kept = [each for each in found if each.year == newest[each.action]]
    return sorted(kept, key=lambda each: (natural_key(each.sheet), natural_key(each.action)))


def _number(value: str) -> str:
    return f"{Decimal(value).normalize():,f}"


def missed(whole: Net, printed: list[Score]) -> Found:
    """Find for each vision the scored actions behind it, and those of them that missed a target.

    An action has missed one when any of its indicators is printed ×. Each × follows with its
    figures and the sheet that gives the reason.
    """
    of: dict[str, list[Score]] = defaultdict(list)
    for each in printed:
        if each.status in {PG.Achieved, PG.NotAchieved}:
            of[each.action].append(each)
    edges: list[tuple[str, str, Ends]] = []
    items: list[Item] = []
    for vision in whole.of_kind(PG.Vision):
        by = whole.subjects(vision, PG.serves, PG.Action)
        edges += [(action, vision, {vision: strength}) for action, strength in by.items()]
        items += _vision(whole, vision, of)
    told = {action for item in items for action in item.elements[1:]}
    items += [item for action in whole.in_order(told) for item in _figures(of[action])]
    graph = joined(whole, (PG.Action, PG.Vision), edges)
    warned, refused = guards(graph)
    return Found("action-vision", graph, tuple(items), (*warned, Note("missed")), refused)


def _vision(whole: Net, vision: str, of: Mapping[str, list[Score]]) -> Iterator[Item]:
    by = whole.subjects(vision, PG.serves, PG.Action)
    scored = [iri for iri in by if iri in of]
    behind = whole.in_order(
        iri for iri in scored if any(each.status == PG.NotAchieved for each in of[iri])
    )
    if behind:
        values: dict[str, Value] = {
            "element": (vision,),
            "missed": behind,
            "count": len(behind),
            "scored": len(scored),
            "all": len(by),
        }
        strongest = BASIS[max(by[iri] for iri in behind)]
        grounds = evidence_of(by, behind)
        yield Item("missed", (vision, *behind), values, grounds, strongest)


def _figures(printed: list[Score]) -> Iterator[Item]:
    for each in printed:
        if each.status == PG.NotAchieved:
            values: dict[str, Value] = {
                "element": (each.action,),
                "indicator": (each.indicator,) if each.indicator else (),
                "actual": f"{each.actual}{each.unit}" if each.actual else "－",
                "target": f"{each.target}{each.unit}" if each.target else "－",
                "year": each.actual_year or "－",
                "sheet": each.sheet,
            }
            yield Item("missed-score", (each.action,), values, same=(each.action, each.sheet))
