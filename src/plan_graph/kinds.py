"""Kinds of elements as people name and read them."""

from collections.abc import Collection, Iterator, Mapping

from pyoxigraph import RdfFormat, parse

from plan_graph.errors import PlanGraphError
from plan_graph.graph import nodes
from plan_graph.japanese import match_name
from plan_graph.lookup import Element, near_miss
from plan_graph.messages import KINDS, did_you_mean, fault, pick
from plan_graph.resources import ONTOLOGY
from plan_graph.vocab import DATA_KINDS, RELATIONS, SCHEMA


def kind_name(cls: str, lang: str) -> str:
    """Return the name of a class as people read it."""
    return pick(KINDS[cls], lang)


def find_kind(text: str, *, place: str = "") -> str:
    """Return the class that *text* names: as in IRIs, in Japanese, English or as in the ontology.

    >>> find_kind("issue"), find_kind("地域課題") == find_kind("RegionalIssue")
    ('https://w3id.org/plan-graph/ns#RegionalIssue', True)
    """
    names: dict[str, str] = {}
    for cls in KINDS:
        for name in _names(cls):
            names.setdefault(name, cls)
    # What stands in IRIs comes first: "goal" is the plan's own, an SDG is "sdg".
    names |= {_plain(word): cls for cls, word in DATA_KINDS.items() if cls in KINDS}
    wanted = _plain(text)
    if found := names.get(wanted) or names.get(wanted.removesuffix("s")):
        return found
    if near := names.get(near_miss(wanted, names)):
        question = did_you_mean(_in_both([near]))
        raise PlanGraphError([fault(place, "no-kind-near", text=text, near=question)])
    raise PlanGraphError([fault(place, "no-kind", text=text, kinds=_in_both(KINDS))])


def _plain(name: str) -> str:
    return match_name(name).casefold().replace("-", "")


def _names(cls: str) -> Iterator[str]:
    """Yield what a kind is called: テーマ（部会） is also テーマ, and 部会."""
    ja, en = KINDS[cls]
    for name in (ja, *ja.rstrip("）").split("（"), en, cls.rsplit("#", maxsplit=1)[-1]):
        yield _plain(name)


def told_kinds(classes: Collection[str], lang: str) -> str:
    """Tell kinds as they are typed and read.

    >>> told_kinds([find_kind("issue"), find_kind("ビジョン")], "ja")
    'issue（地域課題）、vision（ビジョン）'
    """
    brackets, separator = (" ({})", ", ") if lang == "en" else ("（{}）", "、")
    told = []
    for cls in classes:
        typed, read = DATA_KINDS.get(cls, KINDS[cls][1]), kind_name(cls, lang)
        told.append(typed if read == typed else typed + brackets.format(read))
    return separator.join(told)


def _in_both(classes: Collection[str]) -> tuple[str, str]:
    return (told_kinds(classes, "ja"), told_kinds(classes, "en"))


def expect_kinds(known: Mapping[str, Element], kinds: Mapping[str, str]) -> None:
    """Raise PlanGraphError when no element is of one of the *kinds*, each by its place."""
    there = {element.kind for element in known.values()}
    present = _in_both([cls for cls in KINDS if cls in there])
    if faults := [
        fault(place, "kind-absent", kind=KINDS[cls], kinds=present)
        for place, cls in kinds.items()
        if cls not in there
    ]:
        raise PlanGraphError(faults)


def joined_kinds() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Return what each relation joins, as the ontology says: kinds of subjects and of objects.

    >>> from plan_graph.vocab import PG
    >>> sorted(kind.removeprefix(PG.NS) for kind in joined_kinds()[PG.serves][0])
    ['Action', 'Measure', 'Outcome']
    """
    ontology = nodes(parse(path=str(ONTOLOGY / "plan.ttl"), format=RdfFormat.TURTLE))

    def kinds(relation: str, end: str) -> frozenset[str]:
        return frozenset(term.value for term in ontology[relation].get(end, ()))

    return {
        relation: (kinds(relation, SCHEMA.domainIncludes), kinds(relation, SCHEMA.rangeIncludes))
        for relation in RELATIONS
    }
