"""The stable Turtle writer: the same triples give the same bytes, in an order people can read."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from plan_graph.vocab import (
    DATA_KINDS,
    DCTERMS,
    PG,
    PREFIXES,
    PROV,
    RDF,
    RELATIONS,
    SDG,
    SKOS,
    XSD,
)

_FIRST = (
    RDF.type,
    PG.ofElement,
    PG.ofKind,
    PG.ofIndicator,
    PG.assesses,
    PG.name,
    SKOS.prefLabel,
    SKOS.altLabel,
    PG.shortLabel,
    PG.reading,
    SKOS.notation,
    PG.printedNotation,
    PG.order,
    DCTERMS.description,
    RDF.subject,
    RDF.predicate,
    RDF.object,
    PG.basis,
    PG.restsOn,
    PG.byRule,
    PG.kind,
    PG.year,
    PG.yearKind,
    PG.value,
    PG.noValue,
    *RELATIONS,
)
_LAST = (PROV.wasDerivedFrom, DCTERMS.source, PG.locator)
_RANK = {iri: (0, at) for at, iri in enumerate(_FIRST)} | {
    iri: (2, at) for at, iri in enumerate(_LAST)
}
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
#: Datatypes whose canonical forms stand without quotes.
_BARE = {XSD.integer: re.compile(r"[+-]?[0-9]+"), XSD.boolean: re.compile("true|false")}
_DIGITS = re.compile(r"(\d+)")
#: What a piece of evidence is about: blocks of evidence stand in the order of their elements.
_ABOUT = (RDF.subject, PG.ofElement, PG.ofIndicator, PG.assesses)
_THEN = (RDF.predicate, RDF.object, PG.kind, PG.year, PG.reportYear, PG.byRule, DCTERMS.source)

_Key = tuple[object, ...]
_Block = dict[str, list[NamedNode | Literal]]


@lru_cache(maxsize=4096)
def natural_key(text: str) -> tuple[tuple[str | int, ...], str]:
    """Return a sort key by which ``ap3-9`` stands before ``ap3-24``; equal only for equal texts."""
    parts: list[str | int] = [*_DIGITS.split(text)]
    # Every second part is a number, so that like is compared with like.
    parts[1::2] = map(int, parts[1::2])
    return (tuple(parts), text)


def turtle(triples: Iterable[Triple], base: str) -> str:
    """Return *triples* as Turtle: one block an element, by kind and number; no blank nodes.

    *base* is the namespace of the city; its kinds get a prefix each. Raises ValueError on a
    blank node, since its name would not be stable.
    """
    blocks: dict[str, _Block] = defaultdict(lambda: defaultdict(list))
    for triple in set(triples):
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode):
            message = f"a blank node has no stable name: {triple}"
            raise ValueError(message)  # noqa: TRY004 - a wrong value, not a wrong type
        assert isinstance(triple.subject, NamedNode), "RDF 1.1: subjects are IRIs here"
        assert isinstance(triple.object, NamedNode | Literal), "RDF 1.1: no quoted triples"
        blocks[triple.subject.value][triple.predicate.value].append(triple.object)
    names = _Names(base)
    order = sorted(blocks, key=lambda iri: _block_key(iri, blocks[iri], base))
    body = [_block(iri, blocks[iri], names) for iri in order]
    return "\n\n".join(["\n".join(names.header()), *body]) + "\n"


class _Names:
    """Turns IRIs into prefixed names and remembers which prefixes were used."""

    def __init__(self, base: str) -> None:
        kinds = {kind: f"{base}{kind}/" for kind in DATA_KINDS.values()}
        kinds["series"] = f"{base}series/"
        self._prefixes = PREFIXES | kinds
        self._by_namespace = {namespace: name for name, namespace in self._prefixes.items()}
        self._used: set[str] = set()

    def of(self, iri: str) -> str:
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._by_namespace.get(iri[:cut])
        if prefix is None or not _LOCAL.fullmatch(iri[cut:]):
            return f"<{iri}>"
        self._used.add(prefix)
        return f"{prefix}:{iri[cut:]}"

    def header(self) -> list[str]:
        return [
            f"@prefix {name}: <{namespace}> ."
            for name, namespace in self._prefixes.items()
            if name in self._used
        ]


def _block_key(iri: str, block: _Block, base: str) -> _Key:
    rank = {kind: at for at, kind in enumerate(DATA_KINDS.values())}
    kind, _, key = iri.removeprefix(base).partition("/")
    if not iri.startswith(base) or kind not in rank:
        return (len(rank) + (iri.startswith(SDG)), "", natural_key(iri))
    about = next((_first(block, predicate) for predicate in _ABOUT if predicate in block), "")
    then = tuple(natural_key(_first(block, predicate)) for predicate in _THEN)
    subject, _, subject_key = about.removeprefix(base).partition("/")
    return (rank[kind], (rank.get(subject, 0), natural_key(subject_key)), then, natural_key(key))


def _first(block: _Block, predicate: str) -> str:
    return min((term.value for term in block.get(predicate, ())), default="")


def _block(iri: str, block: _Block, names: _Names) -> str:
    lines = [names.of(iri)]
    predicates = sorted(block, key=lambda predicate: (_RANK.get(predicate, (1, 0)), predicate))
    for predicate in predicates:
        verb = "a" if predicate == RDF.type else names.of(predicate)
        terms = sorted(block[predicate], key=_term_key)
        lines.append(f"    {verb} {' , '.join(_term(term, names) for term in terms)} ;")
    return "\n".join(lines)[:-1] + "."


def _term_key(term: NamedNode | Literal) -> _Key:
    language = (term.language or "") if isinstance(term, Literal) else ""
    # Japanese before English, as on the page.
    return (language != "ja", language, natural_key(term.value), str(term))


def _term(term: NamedNode | Literal, names: _Names) -> str:
    if isinstance(term, NamedNode):
        return names.of(term.value)
    datatype = term.datatype.value
    if datatype in _BARE and _BARE[datatype].fullmatch(term.value):
        return term.value
    quoted = '"' + "".join(_ESCAPES.get(sign, sign) for sign in term.value) + '"'
    if term.language:
        return f"{quoted}@{term.language}"
    if datatype == XSD.NS + "string":
        return quoted
    return f"{quoted}^^{names.of(datatype)}"
