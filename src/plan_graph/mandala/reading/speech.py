"""The picture as the presenter speaks of it: what is counted, listed and called."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plan_graph.mandala.picture import Item, Line, Picture
from plan_graph.messages import KINDS, pick, text
from plan_graph.tables import joined
from plan_graph.vocab import PG

#: 一つ to 九つ: beyond, Japanese counts without つ.
_KANJI = "一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class Told:
    """The picture with what the steps look up in it."""

    picture: Picture
    items: Mapping[str, Item]
    kinds: Mapping[str, list[Item]]
    lines_from: Mapping[str, list[Line]]

    @classmethod
    def of(cls, picture: Picture) -> "Told":
        """Return *picture* with its items by kind and its lines by their subjects."""
        kinds: dict[str, list[Item]] = defaultdict(list)
        lines_from: dict[str, list[Line]] = defaultdict(list)
        for item in picture.items:
            kinds[item.kind].append(item)
        for line in picture.lines:
            if line.basis != "Proposed":
                lines_from[line.subject].append(line)
        return cls(picture, {item.key: item for item in picture.items}, kinds, lines_from)

    def text(self, key: str, /, **values: object) -> str:
        """Return a text of the steps in the language of the picture."""
        return text(f"step-{key}", self.picture.lang, **values)

    def texts(self, *keys: str) -> tuple[str, ...]:
        """Return several texts of the steps that need no values."""
        return tuple(map(self.text, keys))

    def ends(self, key: str, predicate: str) -> list[Line]:
        """Return the lines by *predicate* from an item, what a workshop proposed left out."""
        return [line for line in self.lines_from[key] if line.predicate == predicate]

    def counted(self, kind: str, count: int) -> str:
        """Return 3プロジェクト, or 3 projects."""
        name = pick(KINDS[PG.NS + kind], self.picture.lang)
        return f"{count} {_plural(name, count)}" if self.picture.lang == "en" else f"{count}{name}"

    def several(self, kind: str, count: int, *, kanji: bool = False) -> str:
        """Return how many there are: 7つ, 三つ, or with its name in English 7 visions."""
        if self.picture.lang == "en":
            return self.counted(kind, count)
        if not 0 < count <= len(_KANJI):
            return str(count)
        return f"{_KANJI[count - 1] if kanji else count}つ"

    def both(self, parts: Sequence[str]) -> str:
        """Join *parts* as people say them: ②、③と⑤."""
        *rest, last = parts
        end = " and " if self.picture.lang == "en" else "と"
        return joined(rest, self.picture.lang) + (end if rest else "") + last

    def called(self, item: Item) -> str:
        """Return what people call an item by: its number, else its name in quotes."""
        return item.mark or self.text("way-name", name=item.name)

    def spoken(self, items: Sequence[Item], names: Iterable[str], most: int) -> str:
        """Return *names* as people say them; of more than *most*, how many *items* there are."""
        each = list(dict.fromkeys(names))
        if len(each) <= most:
            return self.both(each)
        kind = items[0].kind
        name = pick(KINDS[PG.NS + kind], self.picture.lang)
        return self.text("several", count=self.several(kind, len(items)), kind=name)


def _plural(name: str, count: int) -> str:
    return name if count == 1 else f"{name}s"
