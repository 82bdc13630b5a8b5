"""Peer of `plan-graph table`: two kinds crossed by one query, written with csv from the library."""

import csv
import io
from collections import defaultdict
from pathlib import Path

import click
from pyoxigraph import RdfFormat, Store
from told import GRAPH, PG

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
ELEMENTS = f"""SELECT ?e ?name ?kind ?number ?order ?mark ?plan ?year {{
  ?e <{PG}name> ?name ; a ?kind
  OPTIONAL {{ ?e <http://www.w3.org/2004/02/skos/core#notation> ?number }}
  OPTIONAL {{ ?e <{PG}order> ?order }} OPTIONAL {{ ?e <{PG}printedNotation> ?mark }}
  OPTIONAL {{ ?e <{PG}inPlan> ?plan . ?plan <{PG}startYear> ?year }} }}"""
LINKS = f"""SELECT ?s ?p ?o ?basis ?rests ?rule {{
  ?l <{RDF}subject> ?s ; <{RDF}predicate> ?p ; <{RDF}object> ?o ; <{PG}basis> ?basis
  OPTIONAL {{ ?l <{PG}restsOn> ?rests }} OPTIONAL {{ ?l <{PG}byRule> ?rule }} }}"""
STRENGTH = {"Estimated": 2, "Matched": 3, "Stated": 4}
MARKS = {"Estimated": "推", "Matched": "照", "Stated": "記"}


Cells = dict[tuple[str, str], dict[str, str]]
#: Kind, place (the plan that began last first), IRI, number with name, plan.
Known = dict[str, tuple[str, tuple[int, int], str, str, str]]


def read(store: Store) -> Known:
    """Return every named element."""
    known = {}
    for row in store.query(ELEMENTS):
        told = (term.value if term else "" for term in row)
        iri, name, kind, number, order, mark, plan, year = told
        circled = mark if "①" <= mark <= "⑳" and kind == f"{PG}Vision" else ""
        place = (-int(year or 0), int(order or 0))
        known[iri] = (
            kind.removeprefix(PG),
            place,
            iri,
            f"{circled or number} {name}".strip(),
            plan,
        )
    return known


def crossed(store: Store, known: Known, kinds: tuple[str, str], basis: str) -> Cells:
    """Return the marks of every pair that Links resting on *basis* or better join."""
    links = defaultdict(list)
    for row in store.query(LINKS):
        s, _, o, own, rests, rule = (term.value if term else "" for term in row)
        effective = (rests or own).removeprefix(PG)
        if STRENGTH.get(effective, 1) >= STRENGTH[basis.capitalize()]:
            links[s, o].append((STRENGTH[effective], effective, rule.endswith("through-measure")))
    cells: Cells = defaultdict(dict)
    for ends, found in links.items():
        for first, second in (ends, ends[::-1]):
            if (known[first][0], known[second][0]) == kinds:
                mark = MARKS[max(found)[1]] + "*" * all(each[2] for each in found)
                cells[first, second][mark] = mark
    return cells


@click.command()
@click.argument("rows")
@click.argument("columns")
@click.option("--basis", default="estimated")
@click.option("--graph", type=Path, default=GRAPH)
@click.option("-o", "--output", type=Path)
def table(rows: str, columns: str, basis: str, graph: Path, output: Path | None) -> None:
    """Write ROWS x COLUMNS as CSV, each cell with its marks."""
    store = Store()
    store.load(path=str(graph), format=RdfFormat.TURTLE)
    known = read(store)
    cells = crossed(store, known, (rows, columns), basis)
    sides = [sorted(each for each in known.values() if each[0] == kind) for kind in (rows, columns)]
    # Rows of a plan of which nothing is joined are left out.
    plans = {"", *(known[row][4] for row, _ in cells)}
    sides[0] = [row for row in sides[0] if row[4] in plans]
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow([rows, *(column[3] for column in sides[1]), "total"])
    for row in sides[0]:
        keys = [(row[2], column[2]) for column in sides[1]]
        told = ["".join(cells.get(key, ())) for key in keys]
        writer.writerow([row[3], *told, sum(map(bool, told))])
    below = [sum((row[2], column[2]) in cells for row in sides[0]) for column in sides[1]]
    writer.writerow(["total", *below, len(cells)])
    if output:
        output.write_text(written.getvalue(), encoding="utf-8-sig", newline="")
    else:
        click.echo(written.getvalue(), nl=False)


if __name__ == "__main__":
    table()
