"""SPARQL from anybody: vetted before it runs, its errors placed and explained."""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
    Variable,
)

from plan_graph.errors import Fault, PlanGraphError
from plan_graph.graph import base_of
from plan_graph.messages import fault
from plan_graph.vetting import CLOSING, Token, line_column, tokens, vet
from plan_graph.vocab import DATA_KINDS, PREFIXES

ROWS = 10_000
_KEYWORDS = (
    "SELECT", "ASK", "CONSTRUCT", "DESCRIBE", "WHERE", "FILTER", "OPTIONAL", "UNION", "MINUS",
    "GRAPH", "BIND", "VALUES", "GROUP", "ORDER", "BY", "HAVING", "LIMIT", "OFFSET", "DISTINCT",
    "REDUCED", "PREFIX", "BASE", "AS", "ASC", "DESC", "EXISTS", "NOT", "IN", "COUNT", "SUM",
    "MIN", "MAX", "AVG", "SAMPLE", "GROUP_CONCAT", "SEPARATOR", "UNDEF", "TRUE", "FALSE", "A",
    "STR", "LANG", "LANGMATCHES", "DATATYPE", "BOUND", "IRI", "URI", "BNODE", "RAND", "ABS",
    "CEIL", "FLOOR", "ROUND", "CONCAT", "STRLEN", "UCASE", "LCASE", "ENCODE_FOR_URI", "CONTAINS",
    "STRSTARTS", "STRENDS", "STRBEFORE", "STRAFTER", "YEAR", "MONTH", "DAY", "HOURS", "MINUTES",
    "SECONDS", "TIMEZONE", "TZ", "NOW", "UUID", "STRUUID", "MD5", "SHA1", "SHA256", "SHA384",
    "SHA512", "COALESCE", "IF", "STRLANG", "STRDT", "SAMETERM", "ISIRI", "ISURI", "ISBLANK",
    "ISLITERAL", "ISNUMERIC", "REGEX", "SUBSTR", "REPLACE", "LATERAL", "NAMED", "TRIPLE",
    "SUBJECT", "PREDICATE", "OBJECT", "ISTRIPLE", "ADJUST",
)  # fmt: skip
_PLACE = re.compile(r"(?:error )?at (\d+):(\d+)")
#: How much of a long line is shown on each side of a syntax error.
_AROUND = 40


def prefixes(base: str) -> dict[str, str]:
    """Return the prefixes that every query knows: ours, and one for each kind of data."""
    kinds = DATA_KINDS.values() if base else ()
    return PREFIXES | {kind: f"{base}{kind}/" for kind in kinds}


Value = NamedNode | Literal | BlankNode | Triple
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: rows of a SELECT, a yes or no, or triples; and whether it was cut."""

    form: str  # "select", "ask" or "triples"
    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Value | None, ...], ...] = ()
    yes: bool = False
    triples: tuple[Triple, ...] = ()
    cut: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.rows or self.yes or self.triples)


def solve(
    store: Store,
    text: str,
    *,
    values: Mapping[str, NamedNode | Literal] | None = None,
    place: str = "SPARQL",
) -> QuerySolutions | QueryBoolean | QueryTriples:
    """Begin to run the query *text* on *store*; what it gives comes as it is read.

    *values* are bound to variables as RDF terms; our prefixes are known (`prefixes`). The text is
    vetted first; a syntax error is raised as PlanGraphError with line, column, line and hint, and
    what the engine cannot do as one with its words.
    """
    vet(text, place)
    bound: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
        Variable(name): term for name, term in (values or {}).items()
    }
    try:
        return store.query(text, prefixes=prefixes(base_of(store)), substitutions=bound)
    except SyntaxError as error:
        raise PlanGraphError([syntax_fault(text, str(error), place)]) from error
    except RuntimeError as error:
        raise PlanGraphError([fault(place, "query-unable", reason=error)]) from error


def run(
    store: Store,
    text: str,
    *,
    values: Mapping[str, NamedNode | Literal] | None = None,
    rows: int = ROWS,
    place: str = "SPARQL",
) -> Answer:
    """Run the query *text* on *store* as `solve` does; return at most *rows* rows or triples."""
    found = solve(store, text, values=values, place=place)
    if isinstance(found, QueryBoolean):
        return Answer("ask", yes=bool(found))
    if isinstance(found, QueryTriples):
        triples, cut = _first(found, rows)
        return Answer("triples", triples=tuple(triples), cut=cut)
    assert isinstance(found, QuerySolutions), "a query gives solutions, triples or a boolean"
    solutions, cut = _first(found, rows)
    names = tuple(variable.value for variable in found.variables)
    return Answer("select", names, tuple(tuple(row) for row in solutions), cut=cut)


def _first(found: Iterable[_Found], count: int) -> tuple[list[_Found], bool]:
    taken: list[_Found] = []
    for row in found:
        if len(taken) == count:
            return taken, True
        taken.append(row)
    return taken, False


# --- Errors -----------------------------------------------------------------------------------


def syntax_fault(text: str, message: str, place: str = "SPARQL") -> Fault:
    """Return the fault of a syntax error: line, column, the line with a mark below, a hint."""
    found = _PLACE.search(message)
    line, column = (int(found[1]), int(found[2])) if found else (1, 1)
    lines = text.split("\n")
    shown, at = _excerpt(lines[line - 1] if line <= len(lines) else "", column)
    key, values = _hint(text, message)
    ja, en = (getattr(fault("", key, **values), lang) for lang in ("ja", "en"))
    mark = f"\n    {shown}\n    {_below(shown, at)}^\n    "
    return Fault(f"{place} {line}:{column}", f"{mark}{ja}", f"{mark}{en}")


def _excerpt(line: str, column: int) -> tuple[str, int]:
    """Return what of a long *line* stands around *column*, and the column there."""
    start = max(0, column - _AROUND)
    end = column + _AROUND
    if len(line) <= end - start:
        return line, column
    before, after = "…" * (start > 0), "…" * (end < len(line))
    return f"{before}{line[start:end]}{after}", column - start + len(before)


def _below(line: str, column: int) -> str:
    """Return blanks as wide as the first *column* - 1 signs of *line*."""
    return "".join("　" if ord(sign) > 0x2E7F else " " for sign in line[: column - 1])  # noqa: PLR2004


def _hint(text: str, message: str) -> tuple[str, dict[str, object]]:
    """Return what is most likely wrong: the key of a hint in the catalogue, and its values."""
    found = tokens(text)
    for check in (_wide, _quote, _bracket, _angle, _prefix, _keyword, _unbound, _variable, _form):
        hint = check(found, text, message)
        if hint:
            return hint
    return "hint-none", {"message": message.partition(": ")[2] or message}


_Hint = tuple[str, dict[str, object]] | None


def _wide(found: list[Token], _: str, __: str) -> _Hint:
    wide = [t.text for t in found if t.kind == "sign" and t.text in "？｛｝（）＜＞．；，　“”＂＝"]
    return ("hint-wide", {"sign": wide[0]}) if wide else None


def _quote(found: list[Token], _: str, __: str) -> _Hint:
    loose = [t.text for t in found if t.kind == "sign" and t.text in "\"'"]
    return ("hint-quote", {"sign": loose[0]}) if loose else None


def _bracket(found: list[Token], text: str, _: str) -> _Hint:
    waiting: list[Token] = []
    for token in found:
        if token.kind == "sign" and token.text in CLOSING.values():
            waiting.append(token)
        elif token.kind == "sign" and token.text in CLOSING:
            if CLOSING[token.text] not in {each.text for each in waiting}:
                where = line_column(text, token.start)
                return "hint-extra", {"sign": token.text, "where": where}
            if waiting[-1].text != CLOSING[token.text]:
                break
            waiting.pop()
    if waiting:
        where = line_column(text, waiting[-1].start)
        return "hint-open", {"sign": waiting[-1].text, "where": where}
    return None


def _angle(found: list[Token], _: str, message: str) -> _Hint:
    if "IRI parsing failed" in message:
        return "hint-iri", {}
    for token, after in pairwise(found):
        if token.text == "<" and (after.text.startswith("http") or after.kind == "name"):
            return "hint-iri", {}
    return None


def _prefix(found: list[Token], _: str, __: str) -> _Hint:
    declared = {name.text for word, name in pairwise(found) if word.upper == "PREFIX"}
    known = {f"{name}:" for name in (*PREFIXES, *DATA_KINDS.values())} | declared
    for token in found:
        prefix = token.text.partition(":")[0] + ":"
        if token.kind == "name" and prefix not in known and prefix != "_:":
            near = difflib.get_close_matches(prefix, sorted(known), n=1)
            return "hint-prefix", {"prefix": prefix, "near": near[0] if near else "pg:"}
    return None


def _keyword(found: list[Token], _: str, __: str) -> _Hint:
    for token in found:
        if token.upper and token.upper not in _KEYWORDS:
            near = difflib.get_close_matches(token.upper, _KEYWORDS, n=1, cutoff=0.7)
            if near:
                return "hint-keyword", {"word": token.text, "near": near[0]}
            return "hint-word", {"word": token.text}
    return None


def _unbound(_: list[Token], __: str, message: str) -> _Hint:
    return ("hint-group", {}) if "unbound" in message else None


def _variable(found: list[Token], text: str, _: str) -> _Hint:
    loose = [t for t in found if t.kind == "sign" and t.text in "?$"]
    if not loose:
        return None
    return "hint-variable", {"where": line_column(text, loose[0].start)}


def _form(found: list[Token], _: str, __: str) -> _Hint:
    forms = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
    return None if any(token.upper in forms for token in found) else ("hint-form", {})
