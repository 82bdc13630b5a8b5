"""Mistakes a user can fix, each told with its place, in Japanese and in English."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: where it stands, what it is and what to do next, ja and en."""

    where: str
    ja: str
    en: str

    def text(self, lang: str) -> str:
        """Return the fault as one line in *lang* (``ja`` or ``en``)."""
        message = self.en if lang == "en" else self.ja
        return f"{self.where}: {message}" if self.where else message


class PlanGraphError(Exception):
    """We could not run; carries every fault that was found, not only the first."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep *faults* in the order in which they were found."""
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("\n".join(fault.text("en") for fault in self.faults))

    def text(self, lang: str) -> str:
        """Return all faults in *lang*, one a line."""
        return "\n".join(fault.text(lang) for fault in self.faults)
