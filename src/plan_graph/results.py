"""What a query answered, for people and programs: labels beside IRIs, empty answers explained."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from itertools import chain

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, serialize

from plan_graph.answers import Page, footer, sdgs_banner
from plan_graph.diagnosis import Emptiness
from plan_graph.graph import base_of
from plan_graph.lookup import Element
from plan_graph.messages import ANSWER_TERMS, COLUMNS, pick, place
from plan_graph.sparql import Answer, Value, prefixes
from plan_graph.tables import terminal
from plan_graph.vocab import SDG, XSD

_NUMBERS = {XSD.NS + name for name in ("integer", "decimal", "double", "float")}


def short(value: Value | None, spaces: Mapping[str, str]) -> str:
    """Return a term as people write it: a prefixed name, the text of a literal, or nothing."""
    if value is None:
        return ""
    if isinstance(value, NamedNode):
        for prefix, namespace in spaces.items():
            local = value.value.removeprefix(namespace)
            if local != value.value and "/" not in local and "#" not in local:
                return f"{prefix}:{local}"
    return value.value if isinstance(value, NamedNode | Literal | BlankNode) else str(value)


def without(answer: Answer, bound: Mapping[str, object]) -> Answer:
    """Return *answer* without the columns whose variable was given: all rows say the same."""
    kept = [at for at, name in enumerate(answer.variables) if name not in bound]
    rows = tuple(tuple(row[at] for at in kept) for row in answer.rows)
    return replace(answer, variables=tuple(answer.variables[at] for at in kept), rows=rows)


def elements_of(answer: Answer, known: Mapping[str, Element]) -> list[str]:
    """Return the IRIs of the elements in *answer*, in the order in which they first stand there."""
    triples = (term for triple in answer.triples for term in (triple.subject, triple.object))
    values = (value for row in answer.rows for value in row)
    iris = (term.value for term in (*values, *triples) if isinstance(term, NamedNode))
    return [iri for iri in dict.fromkeys(iris) if iri in known]


def number(value: Value | None) -> Decimal | None:
    """Return the number that *value* is; None for anything else, and for what is not finite."""
    if not isinstance(value, Literal) or value.datatype.value not in _NUMBERS:
        return None
    try:
        read = Decimal(value.value)
    except InvalidOperation:
        return None
    return read if read.is_finite() else None


def answer_table(answer: Answer, page: Page) -> tuple[list[str], list[list[str]]]:
    """Return the rows of a SELECT: a column for each variable, and beside IRIs their labels."""
    spaces = prefixes(base_of(page.store))
    named = labelled(answer)
    head: list[str] = []
    for variable, has_label in zip(answer.variables, named, strict=True):
        name = column(variable, page)
        head += [variable, page.text("label-of", name=name)] if has_label else [name]
    rows: list[list[str]] = []
    for row in answer.rows:
        cells: list[str] = []
        for value, has_label in zip(row, named, strict=True):
            cells.append(short(value, spaces))
            if has_label:
                cells.append(_label(value, page))
        rows.append(cells)
    return head, rows


def labelled(answer: Answer) -> list[bool]:
    """Return for each variable whether it holds IRIs, beside which labels stand."""
    return [
        any(isinstance(row[at], NamedNode) for row in answer.rows)
        for at in range(len(answer.variables))
    ]


def _label(value: Value | None, page: Page) -> str:
    if not isinstance(value, NamedNode):
        return ""
    element = page.known.get(value.value)
    term = ANSWER_TERMS.get(value.value)
    if element:
        return element.named(page.lang)
    return pick(term, page.lang) if term else page.label(value.value)


def named_table(answer: Answer, page: Page) -> tuple[list[str], list[list[str]]]:
    """Return the rows of a SELECT as people read them: names for IRIs, digits in groups."""
    spaces = prefixes(base_of(page.store))
    rows = [
        [read(*pair, page, spaces) for pair in zip(answer.variables, row, strict=True)]
        for row in answer.rows
    ]
    return [column(name, page) for name in answer.variables], rows


def column(variable: str, page: Page) -> str:
    """Return how people read the name of a variable."""
    return pick(COLUMNS.get(variable, (variable, variable)), page.lang)


def read(variable: str, value: Value | None, page: Page, spaces: Mapping[str, str]) -> str:
    """Return a value of *variable* as people read it; *spaces* shorten what has no name."""
    if variable == "place" and isinstance(value, Literal):
        return place(value.value, page.lang)
    return _named(value, page) or short(value, spaces)


def _named(value: Value | None, page: Page) -> str:
    if isinstance(value, Literal) and value.datatype.value == XSD.decimal:
        return f"{Decimal(value.value).normalize():,f}"
    if isinstance(value, NamedNode) and (element := page.known.get(value.value)):
        return f"{element.mark} {element.label(page.lang)}".strip()
    return _label(value, page)


def banner(answer: Answer, asked: str, page: Page) -> list[str]:
    """Return the banner where the query *asked* or its answer tells of the SDGs."""
    triples = ((each.subject, each.predicate, each.object) for each in answer.triples)
    told = chain.from_iterable((*answer.rows, *triples))
    sdgs = any(isinstance(term, NamedNode) and term.value.startswith(SDG) for term in told)
    return sdgs_banner(page) if sdgs or "contributesTo" in asked else []


def answer_text(answer: Answer, page: Page, *, iris: bool = True, asked: str = "") -> str:
    """Tell an answer on the terminal: a table, yes or no, or triples as Turtle.

    With *iris* labels stand beside IRIs, for who goes on asking; without, only the names.
    """
    if answer.form == "ask":
        return page.text("yes" if answer.yes else "no")
    if answer.form == "triples":
        return turtle_text(answer, page).rstrip("\n")
    head, rows = answer_table(answer, page) if iris else named_table(answer, page)
    told = [terminal(head, rows, page.screen)] if rows else []
    above = banner(answer, asked, page)
    return "\n\n".join([*above, *told, page.text("row-count", count=len(rows)), footer(page)])


def turtle_text(answer: Answer, page: Page) -> str:
    """Return the triples of a CONSTRUCT or DESCRIBE as Turtle."""
    spaces = prefixes(base_of(page.store))
    written = serialize(answer.triples, format=RdfFormat.TURTLE, prefixes=spaces)
    assert written is not None, "without an output, bytes are returned"
    return written.decode()


def answer_json(answer: Answer, page: Page, *, asked: str = "") -> dict[str, object]:
    """Return an answer as plain data; an IRI as its value and its label."""
    notes = banner(answer, asked, page)
    if answer.form == "ask":
        return {"boolean": answer.yes, "notes": notes}

    def plain(value: Value | None) -> object:
        if value is None:
            return None
        if isinstance(value, NamedNode):
            return {"value": value.value, "label": _label(value, page)}
        if isinstance(value, Literal):
            more = {"language": value.language} if value.language else {}
            return {"value": value.value, "datatype": value.datatype.value, **more}
        return {"value": str(value)}

    rows = [dict(zip(answer.variables, map(plain, row), strict=True)) for row in answer.rows]
    return {"variables": list(answer.variables), "rows": rows, "cut": answer.cut, "notes": notes}


def emptiness_text(emptiness: Emptiness | None, page: Page) -> str:
    """Tell why an answer is empty, and what exists near the terms that do not occur."""
    if emptiness is None:
        return page.text("empty")
    lines = [page.text("empty-part", part=emptiness.part)]
    for term, near in emptiness.missing:
        key = "empty-near" if near else "empty-term"
        lines.append(page.text(key, term=term, near=near))
    return "\n".join(lines)
