"""The typeface of the pictures: found in an installed package, measured, and cut to its letters.

BIZ UDGothic (SIL Open Font License) where somebody installed it, else the Noto Sans JP that comes
with the package pylopdf-fonts-jp. Whatever is found is measured, so that a layout fits it.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uharfbuzz

#: Where the open edition of BIZ UDGothic lies when it is installed: Debian's package, one's own
#: fonts on Windows, Linux and macOS. The edition that comes with Windows has another licence.
_FOLDERS = (
    "/usr/share/fonts/truetype/bizud-gothic",
    "{LOCALAPPDATA}/Microsoft/Windows/Fonts",
    "{HOME}/.local/share/fonts",
    "{HOME}/Library/Fonts",
)


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family and the files of its regular and its bold face; bold may be the regular one."""

    family: str
    regular: Path
    bold: Path


@cache
def typeface() -> Typeface:
    """Return the typeface that pictures are drawn in on this machine."""
    for folder in _FOLDERS:
        name, _, rest = folder.partition("}")
        home = os.environ.get(name.removeprefix("{"), "") if rest else ""
        at = Path(home + rest if rest else folder)
        regular, bold = at / "BIZUDGothic-Regular.ttf", at / "BIZUDGothic-Bold.ttf"
        if (home or not rest) and regular.is_file() and bold.is_file():
            return Typeface("BIZ UDGothic", regular, bold)
    return packaged()


def packaged() -> Typeface:
    """Return the typeface that comes with our dependencies and is there on every machine."""
    spec = find_spec("pylopdf_fonts_jp")
    assert spec is not None
    assert spec.origin is not None, "pylopdf-fonts-jp is a dependency"
    file = Path(spec.origin).with_name("NotoSansJP-Regular.otf")
    return Typeface("Noto Sans JP", file, file)


class Measure:
    """How wide text is in one face; the widths of letters are kept once they are known."""

    def __init__(self, file: Path) -> None:
        """Measure in the face of the font *file*."""
        self._font = _font(file)
        self._em = self._font.face.upem
        self._widths: dict[str, float] = {}

    def __call__(self, text: str) -> float:
        """Return the width of *text* in em, letter by letter; what the face lacks counts as 1."""
        widths = self._widths
        return sum([widths[c] if c in widths else self._letter(c) for c in text])

    def _letter(self, letter: str) -> float:
        glyph = self._font.get_nominal_glyph(ord(letter))
        width = self._font.get_glyph_h_advance(glyph) / self._em if glyph else 1.0
        self._widths[letter] = width
        return width


@cache
def measure() -> Callable[[str], float]:
    """Return the measure of the typeface's bold face, the wider one if they differ.

    The same names and numbers are measured in every scene: what it has told, it keeps.
    """
    return cache(Measure(typeface().bold))


def subset(file: Path, text: Iterable[str]) -> bytes:
    """Return the font *file* with the glyphs of *text* alone."""
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    # Hints are for small letters on coarse screens; they are a fifth of the file.
    wanted.flags = hb.SubsetFlags.NO_HINTING
    wanted.sets(hb.SubsetInputSets.UNICODE).set({ord(letter) for letter in set(text)})
    cut = hb.subset(hb.Face(hb.Blob.from_file_path(str(file))), wanted)
    return bytes(cut.blob.data)


@cache
def _font(file: Path) -> "uharfbuzz.Font":
    import uharfbuzz as hb

    return hb.Font(hb.Face(hb.Blob.from_file_path(str(file))))
