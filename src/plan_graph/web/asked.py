"""What is asked, what answers, and the graph that knows: plain values between processes."""

from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final, cast
from urllib.parse import quote, urlencode

from pyoxigraph import Store

from plan_graph.answers import Kept, Page
from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store, view
from plan_graph.lookup import Element, elements
from plan_graph.messages import fault
from plan_graph.vocab import AUDIENCES, BASIS_NAMES
from plan_graph.web.negotiation import preferred

#: The basis that counts when an address leaves it out.
_BASIS: Final = "estimated"
_LANGS: Final = ("ja", "en")
#: What may stand in a path as it is (RFC 3986).
_UNQUOTED: Final = "/:@!$&'()*+,;=~-._"
#: How many things a process keeps that it has worked out of the graph.
_MOST_KEPT: Final = 500


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as plain values that can go to another process."""

    path: str
    #: the query string, decoded once, in its order
    parameters: tuple[tuple[str, str], ...] = ()
    #: the parts of the path that the route names
    parts: tuple[tuple[str, str], ...] = ()
    method: str = "GET"
    accept: str = ""
    content_type: str = ""
    body: bytes = b""
    #: what the person who started the server chose: who reads, and the language to begin with
    audience: str = AUDIENCES[0]
    home_lang: str = "ja"
    #: how this server is called in addresses
    origin: str = "http://127.0.0.1:8000"

    def value(self, name: str, default: str = "") -> str:
        """Return the first value of the parameter *name*."""
        return next((value for key, value in self.parameters if key == name), default)

    def values(self, name: str) -> list[str]:
        """Return every value of the parameter *name*."""
        return [value for key, value in self.parameters if key == name]

    def part(self, name: str) -> str:
        """Return the part of the path that the route calls *name*."""
        return dict(self.parts)[name]

    @property
    def lang(self) -> str:
        """The language of the answer: ja or en where the address says so, else the server's."""
        wanted = self.value("lang")
        return wanted if wanted in _LANGS else self.home_lang

    @property
    def wants_html(self) -> bool:
        """Whether a person seems to read the answer, and no program."""
        kinds = ("text/html", "application/problem+json", "application/json")
        ordered = kinds[::-1] if self.path == "/sparql" else kinds
        return preferred(self.accept, ordered) == kinds[0]

    @property
    def basis(self) -> str:
        """The name of the weakest basis that counts; raises PlanGraphError for an unknown one."""
        name = self.value("basis", _BASIS)
        if name not in BASIS_NAMES:
            known = ", ".join(BASIS_NAMES)
            raise PlanGraphError([fault("basis", "no-basis", text=name, known=known)])
        return name

    def url(self, path: str, /, **parameters: str) -> str:
        """Return an address on this server that keeps language and basis unless told otherwise.

        >>> Asked("/", (("lang", "en"),)).url("/serves", vision="②")
        '/serves?vision=%E2%91%A1&lang=en'
        """
        return self._address(path, parameters.items())

    def here(self, /, **changes: str) -> str:
        """Return the address of this very page with *changes*, such as another language."""
        kept = [(key, value) for key, value in self.parameters if key not in changes]
        return self._address(self.path, [*kept, *changes.items()])

    def _address(self, path: str, parameters: Collection[tuple[str, str]]) -> str:
        """Return *path* with *parameters*, without those that say what goes without saying."""
        given = {key for key, _ in parameters}
        kept = (("lang", self.lang), ("basis", self.value("basis")))
        pairs = [*parameters, *(pair for pair in kept if pair[0] not in given)]
        told = [pair for pair in pairs if self._is_told(*pair)]
        return escaped(path) + (f"?{urlencode(told)}" if told else "")

    def _is_told(self, key: str, value: str) -> bool:
        """Say whether an address needs a parameter; a mistake in one is not taken along."""
        if key == "lang":
            return value in _LANGS and value != self.home_lang
        if key == "basis":
            return value in BASIS_NAMES and value != _BASIS
        return bool(value)


def escaped(path: str) -> str:
    """Return *path* as it stands in an address."""
    return quote(path, safe=_UNQUOTED)


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: status, body, its media type, further headers."""

    body: bytes
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Town:
    """The graph that a process of the server holds: read once, each view made on first use."""

    path: Path
    _views: dict[str, Page] = field(default_factory=dict)
    _kept: dict[Hashable, object] = field(default_factory=dict)

    @cached_property
    def store(self) -> Store:
        """The whole graph."""
        return load_store(self.path)

    def view(self, basis: str) -> tuple[Store, Mapping[str, Element]]:
        """Return the view by the weakest *basis* (its name), and the elements in it."""
        page = self._told_on(basis)
        return page.store, page.known

    def keep(self, key: Hashable, make: Callable[[], Kept]) -> Kept:
        """Return what *make* makes, made once for each *key*: the graph never changes here.

        The oldest is given up when there are many.
        """
        if key not in self._kept:
            while len(self._kept) >= _MOST_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = make()
        return cast("Kept", self._kept[key])

    def page(self, asked: Asked) -> Page:
        """Return what an answer to *asked* is told on."""
        return replace(self._told_on(asked.basis), lang=asked.lang, audience=asked.audience)

    def _told_on(self, basis: str) -> Page:
        """Return the page of the view by *basis* that keeps what is the same for all answers."""
        if basis not in self._views:
            store = view(self.store, BASIS_NAMES[basis])
            self._views[basis] = Page(store, elements(store), BASIS_NAMES[basis], _LANGS[0])
        return self._views[basis]


#: What answers a route: a function at the top of a module, so that its name can go to a worker.
Answering = Callable[[Asked, Town], Reply]
