"""What links say of elements: one edge a triple, with all its grounds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Store

from plan_graph.graph import select
from plan_graph.kinds import kind_name
from plan_graph.lookup import Element
from plan_graph.messages import KINDS, RELATION_SENTENCES, pick
from plan_graph.reasons import THROUGH_MEASURE, Ground
from plan_graph.vocab import PG, RDF, RELATIONS

_LINKS = f"""
SELECT ?subject ?predicate ?object ?basis ?rests ?rule
WHERE {{
  ?link <{RDF.subject}> ?subject ; <{RDF.predicate}> ?predicate ; <{RDF.object}> ?object ;
    <{PG.basis}> ?basis .
  OPTIONAL {{ ?link <{PG.restsOn}> ?rests }}
  OPTIONAL {{ ?link <{PG.byRule}> ?rule }}
}}
"""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that joins, between the kinds of its two ends."""

    subject: str
    predicate: str
    object: str

    def sentence(self, lang: str) -> str:
        """Say the relation of the two kinds, such as 取組は、ビジョンにつながります."""
        ends = {"s": kind_name(self.subject, lang), "o": kind_name(self.object, lang)}
        return pick(RELATION_SENTENCES[self.predicate], lang).format(**ends)


@dataclass(frozen=True, slots=True)
class Edge:
    """A triple with the grounds of its links; through_measure when by no other way."""

    subject: str
    predicate: str
    object: str
    grounds: tuple[Ground, ...]
    through_measure: bool

    @property
    def ground(self) -> Ground:
        """The strongest ground of its links."""
        return strongest(self.grounds)


def strongest(grounds: Iterable[Ground]) -> Ground:
    """Return the strongest ground; of two equally strong ones that of an original link."""
    return max(grounds, key=lambda ground: ground.strength)


def edges(store: Store, known: Mapping[str, Element]) -> list[Edge]:
    """Return what links say of elements, one edge a triple."""
    links: dict[tuple[str, str, str], list[tuple[Ground, bool]]] = defaultdict(list)
    for subject, predicate, obj, basis, rests, rule in select(store, _LINKS):
        if counts(known, subject.value, predicate.value, obj.value):
            ground = Ground(basis.value, (rests or basis).value)
            through = bool(rule) and rule.value == THROUGH_MEASURE
            links[subject.value, predicate.value, obj.value].append((ground, through))
    return [
        Edge(*triple, tuple(ground for ground, _ in found), all(through for _, through in found))
        for triple, found in links.items()
    ]


def counts(known: Mapping[str, Element], subject: str, predicate: str, obj: str) -> bool:
    """Whether a link is one of elements: somebody may link what has no name or kind of ours."""
    ends = (known.get(subject), known.get(obj))
    return predicate in RELATIONS and all(end and end.kind in KINDS for end in ends)


def relations(found: Iterable[Edge], known: Mapping[str, Element]) -> tuple[Relation, ...]:
    """Return the relations that *found* are of, in the order of the vocabulary."""
    kinds = {Relation(known[e.subject].kind, e.predicate, known[e.object].kind) for e in found}
    places = {term: at for at, term in enumerate((*RELATIONS, *KINDS))}
    return tuple(
        sorted(
            kinds,
            key=lambda each: (places[each.predicate], places[each.subject], places[each.object]),
        )
    )
