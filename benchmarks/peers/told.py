"""What both serves peers print, once their engine has answered: the rows that we print, as TSV."""

from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
GRAPH = ROOT / "data" / "mandala.ttl"
PG = "https://w3id.org/plan-graph/ns#"
VISION = "https://w3id.org/plan-graph/id/122068/vision/"
NAMES = f"""
SELECT ?element ?name ?number
WHERE {{
  ?element <{PG}name> ?name .
  OPTIONAL {{ ?element <http://www.w3.org/2004/02/skos/core#notation> ?number }}
}}
"""
DOCUMENTS = f"SELECT ?element {{ ?element a <{PG}SourceDocument> }}"
BADGES = {"Stated": "記載", "Matched": "照合", "Estimated": "推定", "Derived": "導出"}
STRENGTH = ("Estimated", "Matched", "Stated")

Row = dict[str, str]
#: Asks a query; the second argument is the IRI of the vision to bind, or empty.
Ask = Callable[[str, str], Iterator[Row]]


def question(name: str) -> str:
    """Return the text of a question of the library."""
    return (ROOT / "queries" / f"{name}.rq").read_text(encoding="utf-8")


def tell(ask: Ask, number: str, basis: str) -> str:
    """Ask which actions serve the vision *number*, resting on *basis* or better; tell them."""
    vision = VISION + number
    strong = STRENGTH[STRENGTH.index(basis.capitalize()) :]
    rows = [r for r in ask(question("serves"), vision) if r["effective"].removeprefix(PG) in strong]
    departments: dict[str, list[str]] = {}
    for row in ask(question("departments"), ""):
        departments.setdefault(row["action"], []).append(row["department"])
    called = {row["element"]: row for row in ask(NAMES, "")}

    def names(iris: list[str]) -> str:
        return "、".join(called[iri]["name"] for iri in iris)

    actions: dict[str, list[Row]] = {}
    outcomes: dict[str, None] = {}
    for row in sorted(rows, key=lambda row: (int(row.get("order", 0)), row["element"])):
        if row["kind"] == PG + "Action":
            actions.setdefault(row["element"], []).append(row)
        elif row["kind"] == PG + "Outcome":
            outcomes[row["element"]] = None
    lines = [f"{number} {called[vision]['name']}"]
    for action, ways in actions.items():
        best = max(ways, key=lambda row: STRENGTH.index(row["effective"].removeprefix(PG)))
        own, effective = (BADGES[best[name].removeprefix(PG)] for name in ("basis", "effective"))
        shown = [row for row in ways if all(row[k] == best[k] for k in ("basis", "effective"))]
        told = {
            (not row.get("rule", "").endswith("/through-measure"), row.get("outcome", ""))
            for row in shown
        }
        way = []
        for own_way, aim in sorted(told):
            steps = [] if own_way else ["施策を通じて"]
            steps += [f"めざす効果「{called[aim]['name']}」"] if aim else []
            way.append(" → ".join(steps) or "直接")
        measure = called[best["measure"]]
        cells = (
            called[action]["number"],
            best.get("short", ""),
            called[action]["name"],
            f"{measure['number']} {measure['name']}",
            names(departments.get(action, [])),
            f"{own}・{effective}による" if own == BADGES["Derived"] else own,
            " ／ ".join(way),
        )
        lines.append("\t".join(cells))
    links = {row["link"] for row in rows}
    documents = sorted(row["element"] for row in ask(DOCUMENTS, ""))
    return "\n".join([*lines, names(list(outcomes)), str(len(links)), names(documents)])
