"""How a name may be broken into lines: at its phrases, and where they are too long inside them."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from plan_graph.mandala.fonts import measure
from plan_graph.mandala.layout import lines

#: Where a word of two and more Chinese characters, or of katakana, begins after other letters;
#: after a dot between two words; after a division (部) before its section (課); and after the name
#: of a place (県, 市, 地区).
_HAN: Final = "[一-龠々〆]"
_INSIDE: Final = re.compile(
    rf"(?<=[^一-龠々〆\d（「・-])(?={_HAN}{{2}})"
    r"|(?<=[^ァ-ヶー（「・-])(?=[ァ-ヶ][ァ-ヶー])|(?<=..・)(?=..)"
    rf"|(?<={_HAN}{{2}}部)(?={_HAN}{{3}})|(?<={_HAN}{{2}}[県市区])(?![民内立街])(?={_HAN}{{2}})"
)
#: Words of six and more Chinese characters are mostly made of twos; shorter ones may be names.
#: Long words of katakana are mostly made of two halves, the first not the shorter one; and a long
#: word of hiragana may take a single Chinese character after it.
_LONG: Final = re.compile(rf"{_HAN}{{6,}}|[ァ-ヶー]{{6,}}|[ぁ-ん]{{4,}}(?={_HAN})")
_NOT_FIRST: Final = "ーァィゥェォッャュョンヮ"
MOST: Final = 4


class Broken(NamedTuple):
    """A name in lines, the width of each in em, and how rough that is.

    0 at phrases, 1 between words of a phrase, 2 inside what may be one word.
    """

    lines: tuple[str, ...]
    widths: tuple[float, ...]
    rough: int = 0


@cache
def breaks(text: str) -> tuple[Broken, ...]:
    """Return *text* in one line, in two … four, each as narrow as can be; at phrases first.

    >>> [each.lines for each in breaks("避難所マニュアル")]
    [('避難所マニュアル',), ('避難所', 'マニュアル')]
    """
    wide = measure()
    if not text:
        return (Broken((), ()),)
    found = [
        Broken(even[0], tuple(map(wide, even[0])))
        for count in range(1, MOST + 1)
        if (even := lines.even(text, count, wide))
    ]
    found = [each for each in found if each is found[0] or min(map(len, each.lines)) > 1]
    for rough in (1, 2):
        pieces = [part for phrase in lines.phrases(text) for part in words(phrase, rough)]
        for count in range(2, min(MOST, len(pieces)) + 1):
            said = _even(pieces, count)
            if min(map(len, said)) > 1 and all(said != each.lines for each in found):
                found.append(Broken(said, tuple(map(wide, said)), rough))
    return tuple(found)


def words(phrase: str, rough: int = 2) -> list[str]:
    """Return the words that *phrase* seems to be made of, and parts of long ones if *rough* is 2.

    >>> words("まちづくり協議会"), words("自主防災組織"), words("6次産業化の")
    (['まちづくり', '協議会'], ['自主', '防災', '組織'], ['6次産業化の'])
    >>> words("ハザードマップ"), words("再エネ設備")
    (['ハザード', 'マップ'], ['再エネ', '設備'])
    """
    found: list[str] = []
    for word in _INSIDE.split(phrase):
        parts = _LONG.sub(lambda run: f"\n{_parted(run[0])}\n", word) if rough > 1 else word
        for part in filter(None, parts.split("\n")):
            if found and len(found[-1]) == 1:
                found[-1] += part
            else:
                found.append(part)
    return found


def _parted(run: str) -> str:
    """Return a long *run* of one kind of letters with line breaks where its words may end."""
    if run[0] >= "一":
        return re.sub("..(?=..)", r"\g<0>\n", run)
    if run[0] <= "ん":
        return run
    half = (len(run) + 1) // 2
    while half < len(run) and run[half] in _NOT_FIRST:
        half += 1
    return f"{run[:half]}\n{run[half:]}" if len(run) - half > 2 else run  # noqa: PLR2004


def _even(pieces: Sequence[str], count: int) -> tuple[str, ...]:
    """Return *pieces* in *count* lines, the widest of which is as narrow as can be."""
    wide = measure()
    ends = [0.0, *accumulate(map(wide, pieces))]
    # Of equally narrow ways the one with the longer lines first: a short word closes a name well.
    best: list[tuple[float, tuple[int, ...]]] = [(end, (0,)) for end in ends]
    for line in range(1, count):
        best = [
            min(
                (max(best[start][0], ends[end] - ends[start]), (*best[start][1], -start))
                for start in range(min(line, end), end)
            )
            if end > line
            else (ends[end], best[end][1])
            for end in range(len(ends))
        ]
    starts = (*(-start for start in best[-1][1]), len(pieces))
    return tuple("".join(pieces[a:b]).strip() for a, b in pairwise(starts))
