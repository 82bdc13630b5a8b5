"""Why an answer is empty: which pattern or filter took the rows away, and what exists nearby."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

from plan_graph.errors import PlanGraphError
from plan_graph.graph import base_of, select
from plan_graph.lookup import near_miss
from plan_graph.sparql import prefixes, run
from plan_graph.vetting import Token, tokens
from plan_graph.vocab import PG

#: Words that open an element of a group; everything else is triples.
_ELEMENTS = {"FILTER", "OPTIONAL", "MINUS", "BIND", "VALUES", "GRAPH"}
_NAMES = """
SELECT DISTINCT ?term { { ?s ?term ?o } UNION { ?s a ?term } }
"""
_STRINGS = "SELECT DISTINCT (STR(?o) AS ?text) { ?s ?p ?o FILTER(isLiteral(?o)) } LIMIT 20000"


@dataclass(frozen=True, slots=True)
class Emptiness:
    """The part of a query that left no row, and terms in it that the graph does not hold."""

    part: str
    #: (term as written, nearest that occurs or an empty string)
    missing: tuple[tuple[str, str], ...]


def explain_empty(
    store: Store, text: str, values: Mapping[str, NamedNode | Literal] | None = None
) -> Emptiness | None:
    """Return why the query *text* finds nothing; None when its patterns cannot be told apart.

    The patterns and filters of its outermost group are asked of *store* one after the other,
    each added to those before, until no row is left.
    """
    found = tokens(text)
    prologue, group = _outermost(text, found)
    parts = list(_parts(text, group))
    for count in range(1, len(parts) + 1):
        body = "\n".join(parts[:count])
        partial = f"{prologue}\nSELECT * WHERE {{\n{body}\n}}"
        try:
            # The engine binds only variables that a query has.
            inside = {token.text[1:] for token in tokens(partial) if token.kind == "variable"}
            bound = {name: term for name, term in (values or {}).items() if name in inside}
            answer = run(store, partial, values=bound, rows=1)
        except PlanGraphError:
            return None
        if answer.is_empty:
            missing = (pair for part in parts[:count] for pair in _missing(store, text, part))
            return Emptiness(" ".join(parts[count - 1].split()), tuple(dict.fromkeys(missing)))
    return None


def _outermost(text: str, found: list[Token]) -> tuple[str, list[Token]]:
    """Return the prologue of a query, and the tokens inside the group of its WHERE."""
    form = next((t for t in found if t.upper in {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}), None)
    if form is None:
        return "", []
    where = [t for t in found if t.upper == "WHERE"]
    start = where[0].start if where else form.start
    inside: list[Token] = []
    depth = 0
    for token in found:
        if token.start < start:
            continue
        if token.text == "}":
            depth -= 1
            if not depth:
                break
        if depth:
            inside.append(token)
        if token.text == "{":
            depth += 1
    return text[: form.start], inside


def _parts(text: str, group: list[Token]) -> Iterator[str]:
    """Cut a group into its patterns and filters; after `;` the subject is repeated."""
    for element in _elements(group):
        first = element[0]
        if first.upper in _ELEMENTS or first.text == "{":
            yield _written(text, element)
            continue
        subject = ""
        for pattern in _split(element, ";"):
            yield f"{subject} {_written(text, pattern)} .".lstrip()
            subject = subject or first.text


def _elements(group: list[Token]) -> Iterator[list[Token]]:
    """Yield the triples, filters and inner groups of a group, each as its tokens."""
    rest = group
    while rest:
        special = rest[0].upper in _ELEMENTS or rest[0].text == "{"
        end = _end_of_special(rest) if special else _end_of_triples(rest)
        if end:
            yield rest[:end]
        rest = rest[end:]
        if rest and rest[0].text == ".":
            rest = rest[1:]


def _end_of_triples(found: list[Token]) -> int:
    """Return where the triples at the beginning end: at a dot, or where an element opens."""
    for at, token in _outside(found):
        if token.text == "." or token.upper in _ELEMENTS or token.text == "{":
            return at
    return len(found)


def _end_of_special(found: list[Token]) -> int:
    """Return where the element at the beginning ends: after its last bracket."""
    closings = [at for at, token in _outside(found) if token.text in ("}", ")")]
    end = len(found)
    for at in closings:
        following = found[at + 1] if at + 1 < len(found) else None
        more = following is not None and (
            following.upper == "UNION" or (found[0].upper == "VALUES" and following.text == "{")
        )
        if not more:
            end = at + 1
            break
    return end


def _outside(found: list[Token]) -> Iterator[tuple[int, Token]]:
    """Yield the tokens of *found* that stand in no bracket; a closing one stands outside."""
    depth = 0
    for at, token in enumerate(found):
        if token.kind == "sign" and token.text in "})]":
            depth -= 1
        if not depth:
            yield at, token
        if token.kind == "sign" and token.text in "{([":
            depth += 1


def _split(found: list[Token], sign: str) -> Iterator[list[Token]]:
    start = 0
    for at, token in _outside(found):
        if token.kind == "sign" and token.text == sign:
            if at > start:
                yield found[start:at]
            start = at + 1
    if start < len(found):
        yield found[start:]


def _written(text: str, part: list[Token]) -> str:
    return text[part[0].start : part[-1].start + len(part[-1].text)]


def _missing(store: Store, text: str, part: str) -> Iterator[tuple[str, str]]:
    """Yield the IRIs and strings in *part* that the graph does not hold, and the nearest."""
    spaces = prefixes(base_of(store)) | dict(
        re.findall(r"PREFIX\s+(\w*):\s*<([^>]*)>", text, re.IGNORECASE)
    )
    for token in tokens(part):
        if token.kind == "name":
            prefix, _, local = token.text.partition(":")
            iri = spaces.get(prefix, "") + local
        elif token.kind == "iri":
            iri = token.text[1:-1]
        elif token.kind == "string":
            yield from _missing_string(store, token.text.strip("\"'"))
            continue
        else:
            continue
        if not _occurs(store, iri):
            known = [row["term"].value for row in select(store, _NAMES)]
            others = [name for name in (*known, *_terms()) if name != iri]
            # A term of the ontology that the view lacks is no slip of the pen.
            slip = iri.startswith(PG.NS) and iri not in _terms()
            yield token.text, near_miss(iri, others).replace(PG.NS, "pg:") if slip else ""


def _missing_string(store: Store, wanted: str) -> Iterator[tuple[str, str]]:
    strings = [row["text"].value for row in select(store, _STRINGS)]
    if not any(wanted in string for string in strings):
        yield f"「{wanted}」", near_miss(wanted, strings)


def _occurs(store: Store, iri: str) -> bool:
    node = NamedNode(iri)
    patterns = ((node, None, None), (None, node, None), (None, None, node))
    return any(next(store.quads_for_pattern(*pattern), None) for pattern in patterns)


def _terms() -> list[str]:
    return [iri for name, iri in vars(PG).items() if not name.startswith("_") and name != "NS"]
