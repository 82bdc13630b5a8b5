"""Where the things of a graph have their pages: from IRIs to addresses on this server, and back."""

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, unquote

from plan_graph.vocab import PG, RULE, SDG

#: Beginning of an address to the namespace that it stands for, besides that of the cities.
_PLACES: Final = {"/ns/": PG.NS, "/sdg/": SDG, "/rule/": RULE}
#: What an IRI may hold besides letters and digits; a percent sign begins what is escaped already.
_KEPT: Final = "/:@!$&'()*+,;=~-._%#?"


def path_of(iri: str, base: str) -> str:
    """Return the path of the page of *iri* in the graph of the city at *base*; else nothing.

    >>> base = "https://w3id.org/plan-graph/id/999992/"
    >>> path_of(base + "action/ap3-24", base), path_of("http://metadata.un.org/sdg/13", base)
    ('/id/999992/action/ap3-24', '/sdg/13')
    """
    cities = _cities(base)
    if cities and iri.startswith(cities):
        return "/id/" + iri.removeprefix(cities)
    for beginning, namespace in _PLACES.items():
        if iri.startswith(namespace):
            return beginning + iri.removeprefix(namespace)
    return ""


def iris_at(path: str, base: str) -> Iterator[str]:
    """Yield what *path* may mean, as it stands and as IRIs are escaped, the likeliest first.

    >>> list(iris_at("/id/action/ap3-24", "https://w3id.org/plan-graph/id/999992/"))
    ['https://w3id.org/plan-graph/id/999992/action/ap3-24']
    """
    for beginning, namespace in _PLACES.items():
        if path.startswith(beginning):
            yield from _written(namespace, path.removeprefix(beginning))
    if path.startswith("/id/") and base:
        rest = path.removeprefix("/id/")
        # A kind and a key are short for those of the city itself.
        yield from _written(base if rest.count("/") == 1 else _cities(base), rest)


def _cities(base: str) -> str:
    """Return the namespace that holds the one of the city at *base*."""
    return base.removesuffix("/").rpartition("/")[0] + "/" if base else ""


def _written(namespace: str, rest: str) -> Iterator[str]:
    """Yield *rest* as it may be written: as it stands, with every sign escaped, with none."""
    ways = (quote(rest, safe=_KEPT), quote(unquote(rest), safe=_KEPT.replace("%", "")))
    yield from (namespace + way for way in dict.fromkeys(ways))
    plain = unquote(rest)
    # What no IRI can hold cannot be one.
    if plain not in ways and plain.isprintable() and not set(plain) & set(' <>"{}|\\^`'):
        yield namespace + plain
