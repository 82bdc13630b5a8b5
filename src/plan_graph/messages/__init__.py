"""The one message catalogue: every sentence the tool says about data, in Japanese and English.

What is said in one part of the tool only stands in a module of its own: the key ``web.title`` is
the text ``title`` of `plan_graph.messages.web`, read when it is first asked for.
"""

from functools import cache
from importlib import import_module

from plan_graph.errors import Fault
from plan_graph.messages.terms import (
    ANSWER_TERMS,
    ASPECT_NAMES,
    BASES,
    BASIS_LEGENDS,
    BASIS_MARKS,
    CHANGES,
    COLUMNS,
    CONFIRMATIONS,
    COVERED,
    FACT_LABELS,
    FINDINGS,
    FOUND_IN,
    KINDS,
    LACKING,
    LOCATORS,
    NARRATIVES,
    NOTES,
    RELATION_LABELS,
    RELATION_SENTENCES,
    STATUS_MARKS,
    TERMS,
    VALUE_KINDS,
)
from plan_graph.messages.texts import TEXTS

__all__ = [
    "ANSWER_TERMS",
    "ASPECT_NAMES",
    "BASES",
    "BASIS_LEGENDS",
    "BASIS_MARKS",
    "CHANGES",
    "COLUMNS",
    "CONFIRMATIONS",
    "COVERED",
    "FACT_LABELS",
    "FINDINGS",
    "FOUND_IN",
    "KINDS",
    "LACKING",
    "NARRATIVES",
    "RELATION_LABELS",
    "RELATION_SENTENCES",
    "STATUS_MARKS",
    "TERMS",
    "TEXTS",
    "VALUE_KINDS",
    "did_you_mean",
    "fault",
    "note",
    "pick",
    "place",
    "text",
]


def fault(where: str, key: str, /, **values: object) -> Fault:
    """Return the fault *key* of the catalogue, filled in with *values*, at the place *where*.

    A value that is a pair of texts stands in Japanese in the one, in English in the other.
    """
    both = (
        template.format(**{name: _side(value, at) for name, value in values.items()})
        for at, template in enumerate(_entry("FAULTS", key))
    )
    return Fault(where, *both)


def _side(value: object, at: int) -> object:
    return value[at] if isinstance(value, tuple) else value


def did_you_mean(near: str | tuple[str, str]) -> tuple[str, str]:
    """Return the question もしかして …？ for the nearest name, or nothing when there is none.

    >>> did_you_mean("pg:serves")
    ('もしかして pg:serves ？ ', 'Did you mean pg:serves? ')
    """
    if not near:
        return ("", "")
    ja, en = near if isinstance(near, tuple) else (near, near)
    return (f"もしかして {ja} ？ ", f"Did you mean {en}? ")


def note(key: str) -> tuple[str, str]:
    """Return the remark *key* in Japanese and in English."""
    return NOTES[key]


def pick(pair: tuple[str, str], lang: str) -> str:
    """Return the Japanese or the English of *pair*."""
    return pair[lang == "en"]


def text(key: str, lang: str, /, **values: object) -> str:
    """Return the text *key* of the catalogue in *lang*, filled in with *values*."""
    return pick(_entry("TEXTS", key), lang).format(**values)


@cache
def _entry(table: str, key: str) -> tuple[str, str]:
    """Return the pair *key* of a table: of its area where the key names one, or of the common."""
    area, dot, name = key.rpartition(".")
    return _table(area if dot else table.lower(), table)[name]


@cache
def _table(module: str, table: str) -> dict[str, tuple[str, str]]:
    entries: dict[str, tuple[str, str]] = getattr(
        import_module(f"plan_graph.messages.{module}"), table
    )
    return entries


def place(locator: str, lang: str) -> str:
    """Tell a locator such as ``sheet:24-1`` as a place in a document.

    >>> place("sheet:24-1", "ja")
    'シート24-1'
    """
    kind, _, rest = locator.partition(":")
    return pick(LOCATORS.get(kind, (locator, locator)), lang).format(place=rest)
