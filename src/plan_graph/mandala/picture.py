"""What the picture shows: items, the lines between them with every reason, and the words beside.

All of it is plain and frozen, in one language, and read from one view of the graph.
"""

from collections import defaultdict
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tag:
    """An aspect printed with an item; *certain* is false when only an editor's reading says so."""

    #: Economy, Environment or Society
    aspect: str
    letter: str
    certain: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One indicator of an item: what is measured, 実績/目標 with their years, and the status.

    *status* is Achieved, NotAchieved, NotScored or empty. The first line of *text* tells values
    and years; the lines after it where the reason stands, and what is odd about the figures.
    """

    label: str
    text: str
    status: str
    #: of the actual value, or of what is there instead; 0 when none is printed
    year: int
    #: the two values alone, as printed; empty where none is
    actual: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An element of the graph as the picture has it."""

    #: unique and stable: the IRI without the city's base
    key: str
    iri: str
    #: local name of the class: Vision, Action …
    kind: str
    #: number as people write it: ①, 24, 2-4
    mark: str
    name: str
    #: eight characters or fewer where curated, else the name
    short: str
    reading: str
    english: str
    about: str
    #: key of the direct parent that is in the picture, or empty
    parent: str
    #: key of the project it belongs to, or empty
    project: str
    tags: tuple[Tag, ...]
    #: everything it can be found by besides name, short, reading, english, mark
    labels: tuple[str, ...]
    facts: tuple[Fact, ...]
    #: colour of an SDG goal as #rrggbb, else empty
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A relation between two items: its strongest ground, and every reason with its source.

    *basis* is the effective basis (Stated, Matched, Estimated, Proposed); *letter* its badge,
    導 when derived; *rests* are the indexes of the lines it follows from (empty unless derived).
    """

    subject: str
    #: local name: serves, addresses …
    predicate: str
    object: str
    basis: str
    letter: str
    derived: bool
    through_measure: bool
    rests: tuple[int, ...]
    sentence: str
    reasons: tuple[str, ...]
    #: who has looked, in a sentence: 確認状況：未確認
    confirmation: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the presenter: what is said, and what is shown while it is said."""

    key: str
    title: str
    sentence: str
    #: for the speaker alone
    notes: tuple[str, ...]
    view: str
    #: what is lit, in order; the first is the focus if *way* is true
    items: tuple[str, ...]
    way: bool = False


@dataclass(frozen=True, slots=True)
class EarlierStep:
    """One link on the way back to an older plan: what it says, its basis, what backs it."""

    sentence: str
    basis: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What an item goes back to in an older plan: in one sentence, and link by link."""

    #: of the item
    key: str
    sentence: str
    #: the weakest on the way, and the letter of its badge
    basis: str
    letter: str
    steps: tuple[EarlierStep, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a picture of one view of one graph says."""

    lang: str
    title: str
    city: str
    goal: str
    goal_caption: str
    edition: str
    #: the footer of every output, a line each
    footer: tuple[str, ...]
    items: tuple[Item, ...]
    lines: tuple[Line, ...]
    steps: tuple[Step, ...]
    #: weakest basis of the view
    basis: str
    #: notes that belong beside the picture: banner on estimates, visions nothing reaches
    notes: tuple[str, ...] = ()
    #: whose visions they are, and for which year where the graph tells it
    visions_caption: str = ""
    #: that year, or 0
    visions_year: int = 0
    #: what items go back to in plans before theirs, which nothing draws at first sight
    earlier: tuple[Earlier, ...] = ()

    def __hash__(self) -> int:
        """Return a hash that is quickly found: every scene asks what is known of its picture."""
        return hash((self.lang, self.title, self.edition, self.basis, len(self.items)))


def simultaneous(picture: Picture) -> frozenset[str]:
    """Return the keys of 同時解決の候補: actions that may solve several issues at once.

    One addresses at least two issues and touches at least two aspects: its own, those of the
    outcomes it aims at, or that of its project. What a workshop proposed does not count.
    """
    aspects = {item.key: {tag.aspect for tag in item.tags} for item in picture.items}
    issues: dict[str, set[str]] = defaultdict(set)
    touched = {
        item.key: aspects[item.key] | aspects.get(item.project, set())
        for item in picture.items
        if item.kind == "Action"
    }
    for line in picture.lines:
        if line.subject in touched and line.basis != "Proposed":
            if line.predicate == "addresses":
                issues[line.subject].add(line.object)
            elif line.predicate == "aimsAt":
                touched[line.subject] |= aspects[line.object]
    several = 2
    return frozenset(
        key
        for key, found in touched.items()
        if len(found) >= several and len(issues[key]) >= several
    )
