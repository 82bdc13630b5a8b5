"""What every page about a thing needs: the request, the view, and addresses of other pages."""

from dataclasses import dataclass

from plan_graph.answers import Page, basis_text
from plan_graph.graph import base_of, nodes
from plan_graph.mandala.reading.chosen import pictured
from plan_graph.measured_answers import name_of
from plan_graph.messages import BASIS_MARKS, pick
from plan_graph.pages import numbered
from plan_graph.reasons import Ground
from plan_graph.vocab import PG
from plan_graph.web.addresses import path_of
from plan_graph.web.asked import Asked, Town, escaped


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that a page names, with the address of its own page if it has one."""

    text: str
    href: str = ""

    @property
    def is_elsewhere(self) -> bool:
        """Whether the address leads away from this server."""
        return self.href.startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Why:
    """What backs a line, and the page of that evidence."""

    lines: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Badge:
    """The grade of a line: its letter, the style of its edge, and its words."""

    letter: str
    look: str
    words: str


@dataclass(frozen=True, slots=True)
class Here:
    """A request with the page that its answer is told on, and the namespace of the city."""

    asked: Asked
    page: Page
    base: str
    #: what an address of another page takes along, such as the language
    kept: str

    @classmethod
    def of(cls, asked: Asked, town: Town) -> "Here":
        """Return what *asked* is answered with."""
        page = town.page(asked)
        return cls(asked, page, base_of(page.store), asked.url(""))

    def link(self, iri: str) -> str:
        """Return the address of the page of *iri*, or nothing."""
        if iri.startswith(PG.NS) and iri not in self.page.known:
            return f"{self.asked.url('/ns')}#{iri.removeprefix(PG.NS)}"
        path = path_of(iri, self.base)
        return escaped(path) + self.kept if path else ""

    @property
    def drawn(self) -> dict[str, str]:
        """The key on the mandala of each element that is drawn there."""
        return self.page.keep(
            "drawn", lambda: pictured(nodes(self.page.store), self.page.known, self.base)
        )

    def numbered(self, iri: str) -> Named:
        """Return kind, number and name of a thing."""
        return Named(numbered(iri, self.page), self.link(iri))

    def named(self, iri: str) -> Named:
        """Return the name of a thing."""
        return Named(name_of(iri, self.page), self.link(iri))

    def badge(self, ground: Ground) -> Badge:
        """Return the badge of a ground: a derived one has the edge of what it rests on."""
        if ground.basis == PG.Derived:
            letter = self.page.text("picture-letter-derived")
        else:
            letter = pick(BASIS_MARKS[ground.basis], self.page.lang)
        look = ground.effective.removeprefix(PG.NS).lower()
        return Badge(letter, look, basis_text(ground, self.page.lang))

    def explain(self, first: str, second: str) -> str:
        """Return the address of the page that tells every way between two things."""
        return self.asked.url("/explain", a=first, b=second)
