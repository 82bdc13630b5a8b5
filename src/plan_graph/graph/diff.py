"""What changed between two graphs, told in sentences: elements, links, values and statuses."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, Store

from plan_graph.graph.store import Node, nodes, one
from plan_graph.graph.turtle import natural_key
from plan_graph.messages import (
    BASES,
    CHANGES,
    KINDS,
    RELATION_SENTENCES,
    STATUS_MARKS,
    VALUE_KINDS,
    pick,
)
from plan_graph.vocab import PG, PROV, RDF, SKOS, STRENGTH


@dataclass(frozen=True, slots=True)
class Change:
    """One change, as a sentence in Japanese and in English."""

    code: str
    about: str
    ja: str
    en: str

    def text(self, lang: str) -> str:
        """Return the change as a sentence in *lang*."""
        return self.en if lang == "en" else self.ja


def diff(old: Store, new: Store) -> list[Change]:
    """Tell what was added to, removed from and changed in *old* to make *new*."""
    before, after = nodes(old), nodes(new)
    return [
        *_elements(before, after),
        *_links(before, after),
        *_observations(before, after),
        *_statuses(before, after),
    ]


def _change(code: str, about: str, values: dict[str, tuple[str, str]]) -> Change:
    ja, en = (
        template.format(**{name: pair[at] for name, pair in values.items()})
        for at, template in enumerate(CHANGES[code])
    )
    return Change(code, about, ja, en)


def _same(text: str) -> tuple[str, str]:
    return (text, text)


def _elements(before: dict[str, Node], after: dict[str, Node]) -> Iterator[Change]:
    for iri in sorted({*before, *after}, key=natural_key):
        old, new = one(before.get(iri, {}), PG.name), one(after.get(iri, {}), PG.name)
        kind = KINDS.get(one(after.get(iri, before.get(iri, {})), RDF.type), _same(""))
        if old == new:
            continue
        named = _names(iri, after if new else before)
        values = {"kind": kind, "name": named, "old": _same(old), "new": _same(new)}
        code = "added" if not old else "removed" if not new else "renamed"
        yield _change(f"element-{code}", iri, values)


def _grounds(graph: dict[str, Node]) -> dict[tuple[str, str, str], str]:
    """Return each linked statement with its strongest basis."""
    found: dict[tuple[str, str, str], str] = {}
    for node in graph.values():
        if one(node, RDF.type) == PG.Link and PG.current not in node:
            said = (one(node, RDF.subject), one(node, RDF.predicate), one(node, RDF.object))
            basis = one(node, PG.restsOn) or one(node, PG.basis)
            if said not in found or STRENGTH[basis] > STRENGTH[found[said]]:
                found[said] = basis
    return found


def _named(iri: str, graph: dict[str, Node]) -> tuple[str, str]:
    kind = KINDS.get(one(graph.get(iri, {}), RDF.type), _same(""))
    ja, en = _names(iri, graph)
    return (f"{kind[0]}「{ja}」", f"{kind[1]} “{en}”")


def _names(iri: str, graph: dict[str, Node]) -> tuple[str, str]:
    """Return the name of *iri* in Japanese and, where it has one, in English."""
    node = graph.get(iri, {})
    name = one(node, PG.name) or iri
    english = (
        term.value
        for term in node.get(SKOS.prefLabel, ())
        if isinstance(term, Literal) and term.language == "en"
    )
    return (name, next(english, name))


def _links(before: dict[str, Node], after: dict[str, Node]) -> Iterator[Change]:
    old, new = _grounds(before), _grounds(after)
    for said in sorted({*old, *new}, key=lambda said: [natural_key(part) for part in said]):
        if old.get(said) == new.get(said):
            continue
        graph = after if said in new else before
        subject, obj = _named(said[0], graph), _named(said[2], graph)
        sentence = RELATION_SENTENCES[said[1]]
        told = tuple(sentence[at].format(s=subject[at], o=obj[at]) for at in range(2))
        values = {
            "sentence": (told[0], told[1]),
            "basis": BASES[new.get(said) or old[said]],
            "old": BASES.get(old.get(said, ""), _same("")),
            "new": BASES.get(new.get(said, ""), _same("")),
        }
        code = "added" if said not in old else "removed" if said not in new else "changed"
        yield _change(f"link-{code}", said[0], values)


def _observations(before: dict[str, Node], after: dict[str, Node]) -> Iterator[Change]:
    def shown(iri: str, graph: dict[str, Node]) -> str:
        node = graph.get(iri, {})
        if one(node, RDF.type) != PG.Observation:
            return ""
        prints = sorted(term.value for term in node.get(PROV.wasDerivedFrom, ()))
        printed = one(graph.get(prints[0], {}), PG.asPrinted) if prints else ""
        return printed or one(node, PG.value) or one(node, PG.noValue).removeprefix(PG.NS)

    def said(iri: str, graph: dict[str, Node]) -> tuple[str, str]:
        node = graph.get(iri, {})
        return (one(node, PG.value), one(node, PG.noValue))

    for iri in sorted({*before, *after}, key=natural_key):
        old, new = shown(iri, before), shown(iri, after)
        if said(iri, before) == said(iri, after) or not (old or new):
            continue
        graph = after if new else before
        indicator = one(graph[iri], PG.ofIndicator)
        kind, year = VALUE_KINDS[one(graph[iri], PG.kind)], one(graph[iri], PG.year)
        ja, en = _names(indicator, graph)
        what = (
            f"指標「{ja}」の{_year(graph[iri])}{pick(kind, 'ja')}",
            f"the {pick(kind, 'en')} {year} of “{en}”".replace("  ", " "),
        )
        code = "added" if not old else "removed" if not new else "changed"
        values = {"what": what, "old": _same(old), "new": _same(new)}
        yield _change(f"value-{code}", iri, values)


def _year(node: Node) -> str:
    """Return the year of an observation as it stands before the kind of value, in Japanese."""
    year = one(node, PG.year)
    calendar = one(node, PG.yearKind) == PG.CalendarYear
    return f"{year}年の" if year and calendar else f"{year}年度の" if year else ""


def _statuses(before: dict[str, Node], after: dict[str, Node]) -> Iterator[Change]:
    sheets = Counter(
        (one(node, PG.assesses), one(node, PG.reportYear))
        for node in {**before, **after}.values()
        if PG.status in node
    )
    for iri in sorted({*before, *after}, key=natural_key):
        old = STATUS_MARKS.get(one(before.get(iri, {}), PG.status), "")
        new = STATUS_MARKS.get(one(after.get(iri, {}), PG.status), "")
        if old == new:
            continue
        graph = after if new else before
        assessed, year = one(graph[iri], PG.assesses), one(graph[iri], PG.reportYear)
        named = _named(assessed, graph)
        what = (f"{named[0]}の{year}年度", f"{named[1]} in {year}")
        if sheets[assessed, year] > 1:
            ja, en = _names(one(graph[iri], PG.ofIndicator), graph)
            what = (f"{what[0]}（{ja}）", f"{what[1]} ({en})")
        code = "added" if not old else "removed" if not new else "changed"
        yield _change(f"status-{code}", iri, {"what": what, "old": _same(old), "new": _same(new)})
