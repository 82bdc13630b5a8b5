"""What no longer stands when elements stop or a relation is hidden: exactly, by its evidence.

The graph has a link for every way in which a relation follows. So a derived link stands exactly
as long as everything that it needs stands, and a relation as long as any link of it does.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from plan_graph.network.net import Link, Net

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The links of a view by what they say, by their ends, and by what they need."""

    saying: dict[Triple, list[Link]]
    touching: dict[str, list[Link]]
    needing: dict[Triple, list[Link]]
    needs: dict[str, list[Triple]]


def evidence(whole: Net) -> Evidence:
    """Return the links of *whole*, ready to be removed."""
    found = Evidence(defaultdict(list), defaultdict(list), defaultdict(list), {})
    for link in whole.links.values():
        found.saying[link.triple].append(link)
        for end in {link.triple[0], link.triple[2]}:
            found.touching[end].append(link)
        needed = (whole.links[each].triple for each in link.premises if each in whole.links)
        found.needs[link.iri] = sorted(set(needed))
        for triple in found.needs[link.iri]:
            found.needing[triple].append(link)
    return found


def fallen(found: Evidence, gone: Iterable[Link]) -> set[str]:
    """Return the links, by their IRIs, that fall when the links *gone* do."""
    removed = {link.iri for link in gone}
    in_doubt = _in_doubt(found, gone)
    fallen = set(in_doubt)
    stands = True
    while stands:
        stands = False
        for iri, link in in_doubt.items():
            if iri not in fallen or iri in removed:
                continue
            if all(_holds(found, triple, fallen) for triple in found.needs[link.iri]):
                fallen.remove(iri)
                stands = True
    return fallen


def _in_doubt(found: Evidence, gone: Iterable[Link]) -> dict[str, Link]:
    """Return the links *gone* and all that lean on what they say, directly or not."""
    doubted: dict[str, Link] = {}
    todo = list(gone)
    while todo:
        link = todo.pop()
        if link.iri not in doubted:
            doubted[link.iri] = link
            todo += found.needing.get(link.triple, ())
    return doubted


def _holds(found: Evidence, triple: Triple, fallen: set[str]) -> bool:
    return any(link.iri not in fallen for link in found.saying[triple])


def lost(found: Evidence, elements: Iterable[str]) -> set[Triple]:
    """Return the relations that no longer stand when *elements* stop."""
    return _silent(found, [link for each in elements for link in found.touching.get(each, ())])


def lost_with(found: Evidence, triple: Triple) -> set[Triple]:
    """Return the relations that no longer stand when the relation *triple* is hidden."""
    return _silent(found, found.saying.get(triple, []))


def _silent(found: Evidence, gone: list[Link]) -> set[Triple]:
    down = fallen(found, gone)
    said = {link.triple for link in _in_doubt(found, gone).values()}
    return {triple for triple in said if not _holds(found, triple, down)}


def without(whole: Net, found: Evidence, triples: Iterable[Triple]) -> Net:
    """Return *whole* without the relations *triples*; what stays is as strong as before."""
    silent = set(triples)
    kept = dict(whole.links)
    for triple in silent:
        for link in found.saying[triple]:
            del kept[link.iri]
    forward, backward = dict(whole.forward), dict(whole.backward)
    for subject, predicate, obj in silent:
        for ends, key, other in (
            (forward, (predicate, subject), obj),
            (backward, (predicate, obj), subject),
        ):
            ends[key] = {iri: by for iri, by in ends[key].items() if iri != other}
    return Net(whole.known, kept, forward, backward)
