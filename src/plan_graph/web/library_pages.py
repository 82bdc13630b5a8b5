"""The library of questions by their tags."""

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Final

from plan_graph.answers import footer
from plan_graph.japanese import folded
from plan_graph.messages import text
from plan_graph.questions import Question, library
from plan_graph.web.asked import Asked, Reply, Town
from plan_graph.web.question_form import sentence
from plan_graph.web.shell import html

#: A tag that so many questions have is a heading of the library.
_COMMON: Final = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """A question as the library lists it."""

    name: str
    title: str
    sentence: str
    description: str
    tags: tuple[str, ...]

    def holds(self, words: list[str]) -> bool:
        """Say whether every one of *words* stands somewhere in it."""
        told = " ".join((self.name, self.title, self.sentence, self.description, *self.tags))
        return all(folded(word) in folded(told) for word in words)


@cache
def questions() -> dict[str, Question]:
    """Return the library, read once: it does not change while the server runs."""
    return library()


def library_page(asked: Asked, town: Town) -> Reply:
    """Tell the questions by their tags; those that have a tag or hold some words, if asked."""
    at, tag, words = asked.lang == "en", asked.value("tag"), asked.value("q")
    entries = [
        Entry(
            each.name,
            each.title[at],
            sentence(each, {}, asked.lang),
            each.description[at],
            each.tags[at],
        )
        for each in questions().values()
    ]
    counts = Counter(each for entry in entries for each in entry.tags)
    groups: dict[str, list[Entry]] = {each: [] for each, _ in counts.most_common()}
    for entry in entries:
        if (not tag or tag in entry.tags) and entry.holds(words.split()):
            common = [each for each in entry.tags if counts[each] >= _COMMON]
            groups[(common or entry.tags)[0]].append(entry)
    return html(
        asked,
        "query.html",
        title=text("query.library", asked.lang),
        groups={heading: group for heading, group in groups.items() if group},
        tags=[(each, count) for each, count in counts.most_common() if count > 1],
        tag=tag,
        words=words,
        count=len(entries),
        footer=footer(town.page(asked)).splitlines(),
    )
