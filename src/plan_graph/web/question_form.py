"""A question of the library as a form: its fields, its sentence, its SPARQL, what repeats it."""

import shlex
from collections import Counter
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from pyoxigraph import Literal, NamedNode

from plan_graph.answers import Page
from plan_graph.errors import Fault, PlanGraphError
from plan_graph.japanese import match_name
from plan_graph.kinds import kind_name
from plan_graph.lookup import Element
from plan_graph.messages import KINDS, pick
from plan_graph.questions import Parameter, Question, bind
from plan_graph.vetting import tokens
from plan_graph.vocab import BASIS_NAMES
from plan_graph.web.asked import Asked

#: A list longer than this is typed into, with suggestions, instead of chosen from.
_LONGEST: Final = 150
#: What addresses say besides the parameters of a question; no parameter has such a name.
RESERVED: Final = {"lang", "basis", "format", "run", "sort", "question", "view"}
#: In an address: all of a kind, where leaving it out means one of them.
ALL: Final = "all"
#: The parameter that follows the language of the page.
LANGUAGE: Final = "lang"


@dataclass(frozen=True, slots=True)
class Option:
    """One element to choose: what an address says, and what people read."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One field: "select", "suggest", "number" or "text"; its options by their kind."""

    name: str
    title: str
    form: str
    value: str
    required: bool
    groups: tuple[tuple[str, tuple[Option, ...]], ...] = ()
    faults: tuple[str, ...] = ()
    #: whether leaving it out means something else than all of its kind
    has_default: bool = False


def said_in(asked: Asked) -> dict[str, str]:
    """Return what an address says of the parameters of a question, without empty ones."""
    pairs = [(name, value) for name, value in asked.parameters if name not in RESERVED and value]
    return dict(pairs)


def values_of(said: Mapping[str, str]) -> dict[str, str]:
    """Return the values that a question is asked of; an empty one stands for all."""
    return {name: "" if value == ALL else value for name, value in said.items()}


def fields(question: Question, values: Mapping[str, str], page: Page) -> list[Field]:
    """Return the fields of *question*, filled with *values* or what they are without."""
    return [
        _field(question, parameter, values, page)
        for parameter in question.parameters
        if parameter.name != LANGUAGE
    ]


def _field(
    question: Question, parameter: Parameter, values: Mapping[str, str], page: Page
) -> Field:
    name = parameter.name
    term: NamedNode | Literal | None = None
    faults: tuple[Fault, ...] = ()
    try:
        term = _bound(question, parameter, values, page).get(name)
    except PlanGraphError as error:
        faults = error.faults
    plain = parameter.kinds in {("Integer",), ("Text",)}
    pool = [] if plain else [e for e in page.known.values() if e.kind in parameter.kinds]
    chosen = page.known.get(term.value) if isinstance(term, NamedNode) else None
    form = {"Integer": "number", "Text": "text"}.get(parameter.kinds[0], "select")
    return Field(
        name,
        pick(parameter.title, page.lang),
        "suggest" if len(pool) > _LONGEST else form,
        chosen.named(page.lang) if chosen else values.get(name, parameter.default),
        parameter.required,
        _options(pool, chosen, page),
        tuple(pick((each.ja, each.en), page.lang) for each in faults),
        bool(parameter.default),
    )


def faults_of(error: PlanGraphError, question: Question, lang: str) -> list[str]:
    """Tell the faults of an asking, each with the title of its field."""
    titles = {f"--set {each.name}": pick(each.title, lang) for each in question.parameters}
    titles["--set"] = ""
    told = [replace(each, where=titles.get(each.where, each.where)) for each in error.faults]
    return [each.text(lang) for each in told]


def _options(
    pool: Collection[Element], chosen: Element | None, page: Page
) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    """Return the elements of *pool* in the order of print, by kind, each by its shortest name."""
    order, suggested = list(KINDS), len(pool) > _LONGEST
    pool = sorted(pool, key=lambda each: (order.index(each.kind), each.place, each.name))
    numbers = ({each.notation, each.estimated, *each.marks} for each in pool)
    marks = Counter(number for found in numbers for number in found)
    names = Counter(label for each in pool for label in {*map(_plain, each.labels)})

    def named(element: Element) -> str:
        if element.mark and marks[element.mark] == 1 and not element.mark[0].isalpha():
            return element.mark
        return element.name if names[_plain(element.name)] == 1 else element.iri

    def option(element: Element) -> Option:
        value = element.named(page.lang) if suggested else named(element)
        return Option(value, _label(element, page), element == chosen)

    return tuple(
        (kind_name(kind, page.lang), tuple(map(option, group)))
        for kind, group in groupby(pool, key=lambda each: each.kind)
    )


def _label(element: Element, page: Page) -> str:
    return f"{element.mark} {element.label(page.lang)}".strip()


def _plain(name: str) -> str:
    return match_name(name).casefold()


def bound_of(
    question: Question, values: Mapping[str, str], page: Page
) -> dict[str, NamedNode | Literal]:
    """Return the terms that *question* is asked of, as far as *values* name some."""
    bound: dict[str, NamedNode | Literal] = {}
    for parameter in question.parameters:
        with suppress(PlanGraphError):
            bound |= _bound(question, parameter, values, page)
    return bound


def _bound(
    question: Question, parameter: Parameter, values: Mapping[str, str], page: Page
) -> dict[str, NamedNode | Literal]:
    alone = replace(question, parameters=(replace(parameter, required=False),))
    said = {name: value for name, value in values.items() if name == parameter.name}
    return bind(alone, page.known, said, lang=page.lang)


def sentence(question: Question, told: Mapping[str, str], lang: str) -> str:
    """Return the question as a sentence in *lang*, with what is asked of as it is *told*."""
    titles = {each.name: pick(each.title, lang) for each in question.parameters}
    return pick(question.sentence, lang).format_map({**titles, **told})


def told_of(
    question: Question, bound: Mapping[str, NamedNode | Literal], page: Page
) -> dict[str, str]:
    """Return what *question* is asked of as people read it, by the names of its parameters."""
    return {
        each.name: _label(page.known[term.value], page) if term.value in page.known else term.value
        for each in question.parameters
        if each.name != LANGUAGE and (term := bound.get(each.name)) is not None
    }


def sparql_of(question: Question, bound: Mapping[str, NamedNode | Literal], lang: str) -> str:
    """Return the SPARQL of *question* with what is asked of in it, to stand on its own.

    The values stand at the beginning of its outermost group; its header becomes one comment.
    """
    lines = question.text.splitlines()
    body = "\n".join(line for line in lines if not line.startswith("#+")).strip("\n")
    found = tokens(body)
    start = next(token.start for token in found if token.upper in {"WHERE", "ASK"})
    at = next(token.start for token in found if token.start >= start and token.text == "{") + 1
    given = "".join(f"\n  VALUES ?{name} {{ {term} }}" for name, term in bound.items())
    return f"# {pick(question.title, lang)}\n{body[:at]}{given}{body[at:]}"


def command(question: str, values: Mapping[str, str], page: Page) -> str:
    """Return the command that answers the same."""
    settings = [word for name, value in values.items() for word in ("--set", f"{name}={value}")]
    return shlex.join(["plan-graph", "query", question, *settings, *view_options(page)])


def view_options(page: Page) -> list[str]:
    """Return the options of a command that asks in the view and the language of *page*."""
    basis = next(name for name, iri in BASIS_NAMES.items() if iri == page.weakest)
    told = ["--basis", basis] if basis != "estimated" else []
    return [*told, *(["--lang", page.lang] if page.lang != "ja" else [])]
