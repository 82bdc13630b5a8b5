"""What is asked, what answers, and the graph that knows: plain values between processes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, urlencode

from pyoxigraph import Store

from plan_graph.answers import Page
from plan_graph.errors import PlanGraphError
from plan_graph.graph import load_store, view
from plan_graph.lookup import Element, elements
from plan_graph.messages import fault
from plan_graph.vocab import AUDIENCES, BASIS_NAMES

#: Parameters that every page understands, and what they are when an address leaves them out.
_DEFAULTS = {"lang": "ja", "basis": "estimated"}


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
    #: what the person who started the server chose
    audience: str = AUDIENCES[0]

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
        """The language of the answer: en where it is asked for, else ja."""
        return "en" if self.value("lang") == "en" else _DEFAULTS["lang"]

    @property
    def basis(self) -> str:
        """The name of the weakest basis that counts; raises PlanGraphError for an unknown one."""
        name = self.value("basis", _DEFAULTS["basis"])
        if name not in BASIS_NAMES:
            known = ", ".join(BASIS_NAMES)
            raise PlanGraphError([fault("basis", "no-basis", text=name, known=known)])
        return name

    def url(self, path: str, **parameters: str) -> str:
        """Return an address on this server that keeps language and basis unless told otherwise.

        >>> Asked("/", (("lang", "en"),)).url("/serves", vision="②")
        '/serves?vision=%E2%91%A1&lang=en'
        """
        kept = {name: self.value(name, default) for name, default in _DEFAULTS.items()}
        wanted = {**kept, **parameters}
        said = {
            name: value for name, value in wanted.items() if value and value != _DEFAULTS.get(name)
        }
        said = {name: said[name] for name in (*parameters, *kept) if name in said}
        return quote(path, safe="/:@!$&'()*+,;=~-._") + (f"?{urlencode(said)}" if said else "")

    def here(self, **changes: str) -> str:
        """Return the address of this very page with *changes*, such as another language."""
        kept = {key: value for key, value in self.parameters if key not in changes}
        return self.url(self.path, **kept, **changes)


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
    _views: dict[str, tuple[Store, dict[str, Element]]] = field(default_factory=dict)

    @cached_property
    def store(self) -> Store:
        """The whole graph."""
        return load_store(self.path)

    def view(self, basis: str) -> tuple[Store, dict[str, Element]]:
        """Return the view by the weakest *basis* (its name), and the elements in it."""
        if basis not in self._views:
            store = view(self.store, BASIS_NAMES[basis])
            self._views[basis] = (store, elements(store))
        return self._views[basis]

    def page(self, asked: Asked) -> Page:
        """Return what an answer to *asked* is told on."""
        store, known = self.view(asked.basis)
        weakest = BASIS_NAMES[asked.basis]
        return Page(store, known, weakest, asked.lang, audience=asked.audience)


#: What answers a route: a function at the top of a module, so that its name can go to a worker.
Answering = Callable[[Asked, Town], Reply]
