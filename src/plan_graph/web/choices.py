"""What a form offers, what an address chose of it, and every fault of that at once."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from plan_graph.errors import Fault, PlanGraphError
from plan_graph.messages import fault, text

Read = TypeVar("Read")
Otherwise = TypeVar("Otherwise")
#: Fields that the catalogue names; the command line has options of the same names.
_FIELDS: Final = frozenset(
    {
        *("rows", "columns", "through", "cells", "drop-empty", "preset", "row", "column"),
        *("by", "year", "element"),
    }
)


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: how an address says it, how people read it, whether it is chosen."""

    value: str
    label: str
    chosen: bool


def options(offered: Iterable[tuple[str, str]], chosen: str) -> list[Option]:
    """Return what is offered, as (value, label), with the *chosen* one."""
    return [Option(value, label, value == chosen) for value, label in offered]


class Faults:
    """Collects the faults of several fields, so that all are told together."""

    def __init__(self) -> None:
        """Begin without a fault."""
        self._found: list[Fault] = []

    def add(self, where: str, key: str, **values: object) -> None:
        """Note a fault of the field *where*."""
        self._found.append(fault(where, key, **values))

    def reading(self, read: Callable[[], Read], otherwise: Otherwise) -> Read | Otherwise:
        """Return what *read* returns; note its faults and return *otherwise* when it raises."""
        try:
            return read()
        except PlanGraphError as error:
            self._found += error.faults
            return otherwise

    def stop(self) -> None:
        """Raise PlanGraphError with every fault, if there is any."""
        if self._found:
            raise PlanGraphError(self._found)


def told_faults(error: PlanGraphError, lang: str) -> list[str]:
    """Tell faults with the name of their field where the command line names its option."""
    return [replace(each, where=_field(each.where, lang)).text(lang) for each in error.faults]


def _field(where: str, lang: str) -> str:
    key = where.removeprefix("--").lower()
    return text(f"tablepages.{key}", lang) if key in _FIELDS else where
