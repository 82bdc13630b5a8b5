"""A finding: one thing in a graph that somebody should look at."""

from collections.abc import Iterable
from dataclasses import dataclass

from plan_graph.elements import key_of
from plan_graph.messages import FINDINGS


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: what kind, of which element, and in whose words."""

    code: str
    element: str
    documents: tuple[str, ...]
    values: tuple[str, ...]
    ja: str
    en: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What `accepted.csv` names a finding by: element, code and values."""
        return (self.element, self.code, " | ".join(self.values))

    def text(self, lang: str) -> str:
        """Return the finding as a sentence in *lang*."""
        return self.en if lang == "en" else self.ja


def new_finding(
    code: str,
    element: str,
    documents: Iterable[str] = (),
    listed: Iterable[str] = (),
    **values: object,
) -> Finding:
    """Return the finding *code* of the catalogue, filled in with *values*.

    A value that is a pair of texts stands in Japanese in the one, in English in the other.
    """
    ja, en = (
        template.format(
            **{name: each[at] if isinstance(each, tuple) else each for name, each in values.items()}
        )
        for at, template in enumerate(FINDINGS[code])
    )
    return Finding(code, element, tuple(key_of(each) for each in documents), tuple(listed), ja, en)
