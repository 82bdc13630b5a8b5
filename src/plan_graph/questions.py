"""The library of questions in ``queries/``: read, bind, ask."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Store

from plan_graph.errors import Fault, PlanGraphError
from plan_graph.lookup import Element, find_element, near_miss
from plan_graph.messages import did_you_mean, fault, text
from plan_graph.resources import QUERIES
from plan_graph.sparql import ROWS, Answer, run
from plan_graph.vocab import PG, SDGO, XSD

#: Kinds of parameters that are no elements, and how their text becomes a term.
_PLAIN = ("Text", "Integer")
_CURRENT = "current"
#: The parameter that follows the language of the interface.
_LANGUAGE = "lang"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter: the classes it may be an element of (or Text, Integer), and its default.

    Without a value and a default the variable stays free: the question is asked of all.
    """

    name: str
    kinds: tuple[str, ...]
    title: tuple[str, str]
    default: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the library: its words in ja and en, its parameters, and its query."""

    name: str
    title: tuple[str, str]
    description: tuple[str, str]
    #: The question as a sentence; {parameter} stands for what is asked of.
    sentence: tuple[str, str]
    tags: tuple[tuple[str, ...], tuple[str, ...]]
    parameters: tuple[Parameter, ...]
    text: str
    #: Why the answer on the shipped graph is empty, when it is.
    empty: tuple[str, str] = ("", "")


def read_question(path: Path) -> Question:
    """Read a question: the ``#+`` header (YAML, as grlc has it) and the query below."""
    import yaml

    content = path.read_text(encoding="utf-8")
    header = "\n".join(line[2:] for line in content.splitlines() if line.startswith("#+"))
    said: dict[str, Any] = yaml.safe_load(header) or {}

    def pair(field: str, source: Mapping[str, Any] = said) -> tuple[str, str]:
        both = source.get(field) or {}
        return (str(both.get("ja", "")), str(both.get("en", "")))

    tags = said.get("tags") or {}
    return Question(
        name=path.stem,
        title=pair("title"),
        description=pair("description"),
        sentence=pair("sentence"),
        tags=(tuple(tags.get("ja", ())), tuple(tags.get("en", ()))),
        parameters=tuple(
            Parameter(
                name,
                tuple(_kind(kind) for kind in _listed(each["kind"])),
                pair("title", each),
                str(each.get("default", "")),
                bool(each.get("required")),
            )
            for name, each in (said.get("parameters") or {}).items()
        ),
        text=content,
        empty=pair("empty"),
    )


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value


def _kind(name: str) -> str:
    if name in _PLAIN:
        return name
    return SDGO.NS + name if name in {"Goal", "Target"} else PG.NS + name


def library(folder: Path = QUERIES) -> dict[str, Question]:
    """Return all questions by name, in the order of their names."""
    return {path.stem: read_question(path) for path in sorted(folder.glob("*.rq"))}


def find_question(name: str, folder: Path = QUERIES) -> Question:
    """Return the question *name*; raise PlanGraphError with the nearest name when there is none."""
    names = sorted(path.stem for path in folder.glob("*.rq"))
    if name not in names:
        near = did_you_mean(near_miss(name, names))
        raise PlanGraphError([fault("query", "no-question", name=name, near=near)])
    return read_question(folder / f"{name}.rq")


def bind(
    question: Question,
    known: Mapping[str, Element],
    values: Mapping[str, str],
    *,
    lang: str = "ja",
) -> dict[str, NamedNode | Literal]:
    """Turn the texts of *values* into the terms that *question* is asked of, defaults included.

    Raises PlanGraphError with every fault: unknown parameters, elements that are not found or of
    another kind, numbers that are none, required ones left out.
    """
    faults: list[Fault] = []
    names = [parameter.name for parameter in question.parameters]
    for name in values:
        if name not in names:
            near = did_you_mean(near_miss(name, names))
            listed = ", ".join(names) or "—"
            faults.append(fault("--set", "no-parameter", name=name, near=near, known=listed))
    bound: dict[str, NamedNode | Literal] = {}
    for parameter in question.parameters:
        default = lang if parameter.name == _LANGUAGE else parameter.default
        said = values.get(parameter.name, default)
        try:
            term = _term(parameter, said, known)
        except PlanGraphError as error:
            faults += error.faults
            continue
        if term is not None:
            bound[parameter.name] = term
        elif parameter.required:
            faults.append(fault("--set", "parameter-missing", name=parameter.name))
    if faults:
        raise PlanGraphError(faults)
    return bound


def _term(
    parameter: Parameter, said: str, known: Mapping[str, Element]
) -> NamedNode | Literal | None:
    place = f"--set {parameter.name}"
    if not said:
        return None
    if said == _CURRENT and parameter.kinds == (PG.Plan,):
        newest = max(
            (element for element in known.values() if element.kind == PG.Plan),
            key=lambda plan: plan.year,
            default=None,
        )
        return NamedNode(newest.iri) if newest else None
    if parameter.kinds == ("Integer",):
        if not said.isdecimal():
            raise PlanGraphError([fault(place, "no-integer", text=said)])
        return Literal(str(int(said)), datatype=NamedNode(XSD.integer))
    if parameter.kinds == ("Text",):
        return Literal(said)
    return NamedNode(find_element(known, said, kinds=parameter.kinds, place=place).iri)


def ask(
    store: Store,
    question: Question,
    known: Mapping[str, Element],
    values: Mapping[str, str] | None = None,
    *,
    rows: int = ROWS,
) -> Answer:
    """Ask *question* in the view that *store* is, of *values* as people name them."""
    bound = bind(question, known, values or {})
    return run(store, question.text, values=bound, rows=rows, place=question.name)


def read_settings(settings: Iterable[str]) -> dict[str, str]:
    """Read texts of the form name=value; raise PlanGraphError for those of another form.

    >>> read_settings(["vision=②"])
    {'vision': '②'}
    """
    settings = list(settings)
    faults = [fault("--set", "set-form", text=each) for each in settings if "=" not in each]
    if faults:
        raise PlanGraphError(faults)
    return {name: value for name, _, value in (each.partition("=") for each in settings)}


def listing(questions: Mapping[str, Question], lang: str) -> tuple[list[str], list[list[str]]]:
    """Return the questions as a table: name, sentence, parameters with defaults, tags."""
    at = lang == "en"
    keys = ("question-name", "question-title", "question-parameters", "question-tags")
    rows = [
        [
            question.name,
            question.sentence[at].format_map(
                {each.name: each.title[at] for each in question.parameters}
            ),
            " ".join(
                each.name + (f"={each.default}" if each.default else "")
                for each in question.parameters
            ),
            " ".join(question.tags[at]),
        ]
        for question in questions.values()
    ]
    return [text(key, lang) for key in keys], rows
