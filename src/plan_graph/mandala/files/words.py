"""The words that go into the page for its script."""

from typing import Final

from plan_graph.messages import STATUS_MARKS, TEXTS, pick
from plan_graph.messages.picture import WORDS
from plan_graph.vocab import PG

#: Texts of the catalogue that the page's script says too.
_SHARED: Final = (
    "picture-note-on",
    "estimated-note",
    "view-by-vision",
    "view-by-issue",
    "view-by-theme",
    "view-by-sdg",
    "view-progress",
)


def words(lang: str) -> dict[str, str]:
    """Return the words of the page's script in *lang*; marks of statuses by their local names."""
    return {
        **{key: pick(pair, lang) for key, pair in WORDS.items()},
        **{key.removeprefix("picture-"): pick(TEXTS[key], lang) for key in _SHARED},
        **{f"mark-{iri.removeprefix(PG.NS)}": STATUS_MARKS[iri] for iri in sorted(STATUS_MARKS)},
    }
