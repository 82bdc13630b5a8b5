"""What is behind a cross table: its links one by one with their sources, and what is lacking."""

from collections.abc import Iterator, Sequence

from plan_graph.answers import Page, basis_text
from plan_graph.coverage import Expected, expected_of
from plan_graph.coverage_notes import group_kind, item_name, numbered, plan_name, shown_bases
from plan_graph.cross import CrossTable, Pair, Way
from plan_graph.edge_sources import Links, behind
from plan_graph.edges import Edge
from plan_graph.elements import cell_of
from plan_graph.kinds import kind_name
from plan_graph.lookup import Element
from plan_graph.messages import ANSWER_TERMS, BASIS_MARKS, CONFIRMATIONS, pick, place
from plan_graph.tables import joined
from plan_graph.vocab import PG, STRENGTH
from plan_graph.workbook import Cell, Sheet

Ends = tuple[Element, Element]


def pairs_of(table: CrossTable) -> Iterator[tuple[Ends, Pair]]:
    """Yield the pairs row by row; of a kind with itself, none of an element with itself."""
    rows, columns = ({e.iri: at for at, e in enumerate(s)} for s in (table.rows, table.columns))
    found = ((rows[row], columns[column]) for row, column in table.pairs if row in rows)
    for at, across in sorted(found):
        row, column = table.rows[at], table.columns[across]
        if not (table.within and row.iri == column.iri):
            yield (row, column), table.pairs[row.iri, column.iri]


def first_rows(table: CrossTable) -> dict[tuple[int, int], int]:
    """Return for each pair, by the places of its row and column, where its links begin."""
    rows, columns = ({e.iri: at for at, e in enumerate(s)} for s in (table.rows, table.columns))
    found, at = {}, 0
    for (row, column), pair in pairs_of(table):
        found[rows[row.iri], columns[column.iri]] = at
        at += len(pair.ways)
    return found


def pairs_sheet(table: CrossTable, there: Links, base: str, page: Page) -> Sheet:
    """Return every link behind the cells: its ends, its ground and its source; a key at the end."""
    told = [page.text(f"sheets.{key}") for key in ("confirmation", "source", "place", "reason")]
    several = len({each.predicate for each in table.relations}) > 1 and not table.through
    head = [*_end_heads(table.kinds, page), *([page.text("sheets.relation")] if several else [])]
    head += [page.text("sheets.shared")] if table.through else []
    head += [page.text("basis"), page.text("way"), *told, page.text("sheets.key")]

    def line(ends: Ends, way: Way) -> list[Cell]:
        cells: list[Cell] = [cell for end in ends for cell in (end.mark, end.label(page.lang))]
        cells += [pick(ANSWER_TERMS[way.edges[0].predicate], page.lang)] if several else []
        cells += [page.known[way.shared].named(page.lang)] if way.shared else []
        through = page.text("through-measure") if way.through_measure else page.text("direct")
        cells += [basis_text(way.ground, page.lang), through, *sources_told(way.edges, there, page)]
        return [*cells, joined((_key(edge, base) for edge in way.edges), "en")]

    rows = [line(ends, way) for ends, pair in pairs_of(table) for way in pair.ways]
    # What has no number in print has no column for it.
    kept = [at for at in range(len(head)) if at not in {0, 2} or any(row[at] for row in rows)]
    return Sheet(
        page.text("sheets.pairs"),
        [head[at] for at in kept],
        [[row[at] for at in kept] for row in rows],
        labels=sum(at < 4 for at in kept),  # noqa: PLR2004 - number and name of both ends
        keyed=True,
    )


def _end_heads(kinds: Sequence[str], page: Page) -> list[str]:
    names = [kind_name(kind, page.lang) for kind in kinds]
    return [head for name in names for head in (page.text("sheets.number-of", kind=name), name)]


def sources_told(edges: Sequence[Edge], there: Links, page: Page) -> list[str]:
    """Return what departments say, documents, places in them, and the editors' reasons."""
    found = behind(there, edges)
    separator = "; " if page.lang == "en" else "／"
    states = found.confirmations or (PG.Unconfirmed,)
    return [
        joined((pick(CONFIRMATIONS[state], page.lang) for state in states), page.lang),
        separator.join(page.title(document) for document, _ in found.sources),
        separator.join(
            joined((place(each, page.lang) for each in inside), page.lang)
            for _, inside in found.sources
        ),
        separator.join(pick(reason, page.lang) for reason in found.reasons),
    ]


def _key(edge: Edge, base: str) -> str:
    predicate = edge.predicate.removeprefix(PG.NS)
    return f"{cell_of(base, edge.subject)} {predicate} {cell_of(base, edge.object)}"


def review_sheet(table: CrossTable, page: Page) -> Sheet:
    """Return what the two kinds have and lack: in this table, and of all that they should have."""
    bases = shown_bases(page)
    keys = ("item", "kind", "plan", "total", "there")
    head = [page.text(f"coverage-{key}") for key in keys]
    head += [pick(BASIS_MARKS[basis], page.lang) for basis in bases]
    head += [page.text("coverage-none"), page.text("sheets.lacking")]
    groups = expected_of(table.edges, page.known, set(table.kinds))
    found = [each for each in (*_in_table(table), *groups) if each.printed and each.total]
    rows: list[list[Cell]] = [
        [
            item_name(each.item, page) if each.item else page.text("sheets.in-table"),
            group_kind(each.kind, page),
            plan_name(each.plan, page),
            each.total,
            len(each.held),
            *(len(each.on(basis)) for basis in bases),
            len(each.missing),
            joined((numbered(page.known[iri], page) for iri in each.missing), page.lang),
        ]
        for each in found
    ]
    return Sheet(page.text("sheets.review"), head, rows, labels=2)


def _in_table(table: CrossTable) -> Iterator[Expected]:
    """Yield which rows, and which columns, anything joins, on the strongest ground."""
    ends = (table.rows, table.columns)
    for at, elements in enumerate(ends[:1] if table.within else ends):
        held: dict[str, str] = {}
        for both, pair in pairs_of(table):
            iri, basis = both[at].iri, pair.ground.effective
            held[iri] = max(held.get(iri, basis), basis, key=STRENGTH.__getitem__)
        missing = tuple(each.iri for each in elements if each.iri not in held)
        yield Expected("", table.kinds[at], "", held, missing)
