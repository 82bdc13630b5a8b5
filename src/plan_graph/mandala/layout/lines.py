"""Japanese in lines: broken at the borders of phrases, measured, and never shortened unseen."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import budoux

#: What may not begin a line (行頭禁則) and what may not end one (行末禁則), as names have it.
_NOT_FIRST = (
    "・、。，．：；）」』】〕〉》！？ー～々ぁぃぅぇぉっゃゅょァィゥェォッャュョ…,.:;)]}!?%％"
)
_NOT_LAST = "（「『【〔〈《([{"
ELLIPSIS = "…"


@cache
def phrases(text: str) -> tuple[str, ...]:
    """Return *text* in the pieces that may stand alone on a line.

    >>> phrases("人のつながりがあるまち")
    ('人の', 'つながりが', 'ある', 'まち')
    >>> phrases("子ども・若者が育つ")
    ('子ども・', '若者が', '育つ')
    >>> phrases("都市整備部下水道推進室")
    ('都市整備部', '下水道推進室')
    """
    pieces: list[str] = []
    for word in text.split(" "):
        for piece in parser().parse(word):
            lead = len(piece) - len(piece.lstrip(_NOT_FIRST)) if pieces else 0
            # The parser takes a division (部) for the beginning of its section's name.
            lead = lead or (pieces != [] and piece[0] == "部" and "一" <= pieces[-1][-1] <= "龠")
            if lead:
                pieces[-1] += piece[:lead]
            if piece[lead:]:
                if pieces and pieces[-1][-1] in _NOT_LAST:
                    pieces[-1] += piece[lead:]
                else:
                    pieces.append(piece[lead:])
        if pieces:
            pieces[-1] += " "
    return tuple(pieces[:-1]) + ((pieces[-1].rstrip(),) if pieces else ())


@cache
def parser() -> "budoux.Parser":
    """Return what finds the phrases of Japanese."""
    import budoux

    return budoux.load_default_japanese_parser()


def broken(
    text: str, width: float, most: int, measure: Callable[[str], float]
) -> tuple[str, ...] | None:
    """Return *text* in the fewest, most even lines of at most *width* em; None if over *most*.

    A phrase wider than a line is broken between letters. A line does not end after a phrase of
    one or two letters when it can be helped.
    """
    if not text:
        return ()
    pieces = [part for phrase in phrases(text) for part in _cut(phrase, width, measure)]
    widths = [measure(piece) for piece in pieces]
    bare = [measure(piece.rstrip()) for piece in pieces]
    best: dict[int, list[tuple[float, int]]] = {0: [(0.0, 0)]}
    # best[n][i]: the least cost of n lines that hold the first i pieces, and where the last begins.
    for count in range(1, most + 1):
        row = [(float("inf"), 0)] * (len(pieces) + 1)
        before = best[count - 1]
        for end in range(1, len(pieces) + 1):
            # A blank at the end of a line takes no room.
            taken = bare[end - 1] - widths[end - 1]
            for start in range(end - 1, -1, -1):
                taken += widths[start]
                if taken > width:
                    break
                if start < len(before):
                    cost = before[start][0] + (width - taken) ** 2 + _clumsy(pieces, end)
                    row[end] = min(row[end], (cost, start))
        best[count] = row
        if row[-1][0] < float("inf"):
            return _traced(pieces, best, count)
    return None


def _clumsy(pieces: Sequence[str], end: int) -> float:
    last = end == len(pieces)
    return 0.0 if last or len(pieces[end - 1].rstrip()) > 2 else 9.0  # noqa: PLR2004


def _traced(
    pieces: Sequence[str], best: dict[int, list[tuple[float, int]]], count: int
) -> tuple[str, ...]:
    ends = [len(pieces)]
    for lines in range(count, 0, -1):
        ends.append(best[lines][ends[-1]][1])
    return tuple("".join(pieces[a:b]).rstrip() for a, b in pairwise(reversed(ends)))


def _cut(phrase: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return *phrase* in pieces no wider than *width* em, broken between letters."""
    if measure(phrase.rstrip()) <= width:
        return [phrase]
    pieces = [""]
    for letter in phrase:
        if pieces[-1] and measure(pieces[-1] + letter) > width:
            carried = pieces[-1][-1] if letter in _NOT_FIRST and len(pieces[-1]) > 1 else ""
            pieces[-1] = pieces[-1].removesuffix(carried)
            pieces.append(carried)
        pieces[-1] += letter
    return pieces


@cache
def even(
    text: str, count: int, measure: Callable[[str], float]
) -> tuple[tuple[str, ...], float] | None:
    """Return *text* in exactly *count* lines, as narrow as phrases allow, and their width in em.

    None if it has fewer phrases. Names stand in many places at many sizes: this is worked out once.
    """
    pieces = phrases(text)
    if not 0 < count <= len(pieces):
        return None
    widths = [measure(piece) for piece in pieces]
    # least[i]: the narrowest width that the first i pieces need in the lines so far.
    least = [0.0, *accumulate(widths)]
    for _ in range(count - 1):
        last = [0.0, *accumulate(widths)]
        least = [0.0] + [
            min(max(least[start], last[end] - last[start]) for start in range(end))
            for end in range(1, len(widths) + 1)
        ]
    found = broken(text, least[-1] + 1e-6, count, measure)
    if not found or len(found) < count:
        return None
    return found, max(measure(line) for line in found)


def shortened(
    text: str, width: float, most: int, measure: Callable[[str], float]
) -> tuple[str, ...]:
    """Return *text* in at most *most* lines of *width* em; what does not fit ends in an ellipsis.

    Nothing is left when not even the ellipsis fits. Whoever draws a shortened text shows the whole
    of it elsewhere: on focus and in the text twin.
    """
    whole = broken(text, width, most, measure)
    if whole is not None:
        return whole
    kept = bisect_left(
        range(len(text)), True, key=lambda at: _cropped(text, at + 1, width, most, measure) is None
    )
    return _cropped(text, kept, width, most, measure) or (ELLIPSIS,)


def _cropped(
    text: str, kept: int, width: float, most: int, measure: Callable[[str], float]
) -> tuple[str, ...] | None:
    return broken(text[:kept].rstrip() + ELLIPSIS, width, most, measure)
