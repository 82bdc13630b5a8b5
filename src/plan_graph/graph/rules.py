"""What follows from Links by the rules in ``ontology/rules``, each way with its premises."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store, Triple

from plan_graph.elements import Link, described, said
from plan_graph.graph.store import construct
from plan_graph.resources import ONTOLOGY
from plan_graph.vocab import DCTERMS, PG, PROV, RDF, RULE, SKOS, STRENGTH

#: Subject, predicate and object as IRIs.
Statement = tuple[str, str, str]
#: The statements that a way rests on, each with the Links by which its rule found it.
_Premises = dict[Statement, set[str]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its IRI, its title and explanation in both languages, and its CONSTRUCT query."""

    iri: str
    title: tuple[str, str]
    description: tuple[str, str]
    query: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A Link as far as rules and projection need it: what it says and on what ground."""

    iri: str
    statement: Statement
    basis: str


@dataclass(slots=True)
class _Grounds:
    """All Links by what they say, and what each rests on so far."""

    statements: dict[str, Statement] = field(default_factory=dict)
    effective: dict[str, str] = field(default_factory=dict)
    derived: set[str] = field(default_factory=set)

    def add(self, claim: Claim) -> None:
        self.statements[claim.iri] = claim.statement
        if claim.basis == PG.Derived:
            self.derived.add(claim.iri)
        else:
            self.effective[claim.iri] = claim.basis

    def strongest(self, links: Iterable[str]) -> str:
        """Return the Link of *links* with the best ground, an original before a derived one."""
        return min(
            links,
            key=lambda iri: (
                -STRENGTH.get(self.effective.get(iri, ""), 0),
                iri in self.derived,
                iri,
            ),
        )


def read_rules(folder: Path = ONTOLOGY / "rules") -> list[Rule]:
    """Read the rules in the order of their file names; the number before the name is cut."""
    import yaml

    rules = []
    for path in sorted(folder.glob("*.rq")):
        lines = path.read_text(encoding="utf-8").splitlines()
        header = yaml.safe_load("\n".join(line[2:] for line in lines if line.startswith("#+")))
        title, description = header["title"], header["description"]
        rules.append(
            Rule(
                RULE + path.stem.partition("-")[2],
                (title["ja"], title["en"]),
                (description["ja"], description["en"]),
                "\n".join(line for line in lines if not line.startswith("#")),
            )
        )
    return rules


def rule_triples(rules: Iterable[Rule]) -> Iterable[Triple]:
    """Return the triples that describe *rules* in the graph."""
    for rule in rules:
        yield from described(
            NamedNode(rule.iri),
            [
                (RDF.type, NamedNode(PG.Rule)),
                *(
                    (SKOS.prefLabel, said(*pair))
                    for pair in zip(rule.title, ("ja", "en"), strict=True)
                ),
                *(
                    (DCTERMS.description, said(*pair))
                    for pair in zip(rule.description, ("ja", "en"), strict=True)
                ),
            ],
        )


def derive(
    claims: Iterable[Claim], facts: Iterable[Triple], rules: list[Rule], base: str
) -> list[Link]:
    """Apply *rules* to the current Links *claims* until nothing new follows.

    *facts* are the triples beside Links that rules look at: kinds, wordings, editions; the plain
    triples of *claims* are added to them, those of derived Links are not. Each way is one Link,
    named by its premises; of several Links for one premise, the strongest that the rule could
    use is cited.
    """
    store, grounds = Store(), _Grounds()
    store.extend(Quad(*triple) for triple in facts)
    for claim in claims:
        grounds.add(claim)
        _show(store, claim)
        store.add(Quad(*map(NamedNode, claim.statement)))
    ways: dict[str, Link] = {}
    premises: dict[str, _Premises] = {}
    found = True
    while found:
        found = False
        for rule in rules:
            for way, used in _ways(store, rule, grounds):
                iri = way.iri(base)
                for statement, links in used.items():
                    premises.setdefault(iri, {}).setdefault(statement, set()).update(links)
                if iri in ways:
                    continue
                found = True
                ways[iri] = way
                claim = Claim(iri, (way.subject, way.predicate, way.object), way.basis)
                grounds.add(claim)
                _show(store, claim)
    _settle(grounds, premises)
    return [
        replace(
            way,
            rests_on=grounds.effective[iri],
            derived_from=tuple(sorted(map(grounds.strongest, premises[iri].values()))),
        )
        if way.basis == PG.Derived
        else way
        for iri, way in ways.items()
    ]


def _show(store: Store, claim: Claim) -> None:
    subject, predicate, obj = claim.statement
    for name, value in (
        (RDF.subject, subject),
        (RDF.predicate, predicate),
        (RDF.object, obj),
        (PG.basis, claim.basis),
    ):
        store.add(Quad(NamedNode(claim.iri), NamedNode(name), NamedNode(value)))


def _ways(store: Store, rule: Rule, grounds: _Grounds) -> list[tuple[Link, _Premises]]:
    """Run *rule* once: each blank node that it constructs is a way, with the Links it used."""
    nodes: dict[object, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in construct(store, rule.query):
        nodes[triple.subject][triple.predicate.value].append(_iri(triple.object))
    found: list[tuple[Link, _Premises]] = []
    for node in nodes.values():
        statement = tuple(node[name][0] for name in (RDF.subject, RDF.predicate, RDF.object))
        subject, predicate, obj = statement
        basis, sources = node[PG.basis][0], sorted(node[PROV.wasDerivedFrom])
        link = Link(subject=subject, predicate=predicate, object=obj, basis=basis, rule=rule.iri)
        if basis == PG.Matched:
            link = replace(link, premises=(subject, obj), derived_from=tuple(sources))
            found.append((link, {}))
            continue
        used: _Premises = {}
        for source in sources:
            used.setdefault(grounds.statements[source], set()).add(source)
        if statement not in used:
            link = replace(link, premises=tuple(sorted(" ".join(each) for each in used)))
            found.append((link, used))
    return _one_to_one(found)


def _iri(term: object) -> str:
    assert isinstance(term, NamedNode), "rules construct IRIs"
    return term.value


def _one_to_one(ways: list[tuple[Link, _Premises]]) -> list[tuple[Link, _Premises]]:
    """Drop the matches of an element that has several partners: names must pair off.

    An element of a plan in between has one partner before it and one after it.
    """
    objects: dict[str, set[str]] = defaultdict(set)
    subjects: dict[str, set[str]] = defaultdict(set)
    for link, _ in ways:
        objects[link.subject].add(link.object)
        subjects[link.object].add(link.subject)
    return [
        (link, used)
        for link, used in ways
        if link.basis != PG.Matched or len(objects[link.subject]) == len(subjects[link.object]) == 1
    ]


def _settle(grounds: _Grounds, premises: dict[str, _Premises]) -> None:
    """Find what each derived Link rests on: the weakest of the best grounds of its premises."""
    changed = True
    while changed:
        changed = False
        for iri in grounds.derived:
            used = premises[iri].values()
            best = [grounds.effective.get(grounds.strongest(links), "") for links in used]
            weakest = min(best, key=lambda basis: STRENGTH.get(basis, 0))
            if STRENGTH.get(weakest, 0) > STRENGTH.get(grounds.effective.get(iri, ""), 0):
                grounds.effective[iri] = weakest
                changed = True
