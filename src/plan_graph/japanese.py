"""How Japanese print is read: look-alike radicals, names for matching, years and numbers."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta
from decimal import Decimal
from itertools import pairwise

# CJK Radicals Supplement to the ideographs they stand for: Unicode's EquivalentUnifiedIdeograph.
# NFKC maps the Kangxi radicals (U+2F00..) but not these.
_RADICALS = str.maketrans(
    "⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻⺼⺾⺿⻀⻁⻂⻃"
    "⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳",
    "厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿肉艹艹艹虎衤覀"
    "西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
)
_RADICALS |= {code: ord(unicodedata.normalize("NFKC", chr(code))) for code in range(0x2F00, 0x2FD6)}

#: First year of a Japanese era minus one, by its letter and its name.
_ERAS = {"R": 2018, "令和": 2018, "H": 1988, "平成": 1988, "S": 1925, "昭和": 1925}
_APRIL = 4

# Patterns are texts: `re` compiles each at its first use, so that no start of a command waits.
_YEAR = (
    r"(?:西暦|(?P<era>R|H|S|令和|平成|昭和))?(?P<year>\d+|元)年"
    r"(?:(?P<fiscal>度)|(?P<month>\d+)月(?:(?P<end>末)|(?P<day>\d+)日)?(?:時点|現在)?)?"
)
_VALUE = (
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+|\d+)(?:[.]\d+)?)"
    r"(?P<scale>[千百十]?[万億兆]?)(?P<unit>[^\d()（）]+?[0-9₂]?)(?P<limit>以[内上下]|未満)?"
)
#: A day as people type it: 令和6年11月22日（金）, R6.11.22, 2024-11-22 or 2024/11/22.
_DAY = (
    r"(?:(?P<era>R|H|S|令和|平成|昭和)(?P<of_era>\d{1,2}|元)|(?:西暦)?(?P<year>\d{4}))[年./-]"
    r"(?P<month>\d{1,2})[月./-](?P<day>\d{1,2})日?(?:\([日月火水木金土]\))?"
)
#: From one year to another; the last may leave out its era.
_PERIOD = r"(?P<era>R|H|S|令和|平成|昭和|西暦)?(?:\d+|元)(?:年度?)?[~〜](?P<last>.+)"
_BRACKETS = r"[(（]([^()（）]*)[)）]"
_SCALES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}
_NO_VALUE = {"-": "NotPrinted", "実績なし": "NoneYet"}
_DASHES = str.maketrans("—–‐−ー－―", "-------")
_KATAKANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_NUMBER_DASH = r"(?<=\d)[-‐-―−ー](?=\d)"
#: What tells the words of a text apart: signs of one row belong to one word.
_SCRIPTS = (
    (r"\d", "digit"),
    (r"[ぁ-ゟ]", "hiragana"),
    (r"[゠-ヿ]", "katakana"),
    (r"[\u2e80-\U0003ffff]", "kanji"),
)
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def mapped(text: str) -> str:
    """Return *text* with look-alike radicals replaced and everything else as printed.

    >>> mapped("市⺠の⾃然と共⽣、４Rの②")
    '市民の自然と共生、４Rの②'
    """
    return text.translate(_RADICALS)


def match_name(text: str) -> str:
    """Return *text* for matching only: NFKC, without any space.

    >>> match_name("４ Rの推進") == match_name("4Rの推進")
    True
    """
    return "".join(unicodedata.normalize("NFKC", mapped(text)).split())


def folded(text: str) -> str:
    """Return *text* as people search it: no widths, kana kinds, capitals, spaces or signs.

    >>> folded("ﾋｶﾞﾀの 保全・活用"), folded("Aqua Coin"), folded("No.２４ー１")
    ('ひがたの保全活用', 'aquacoin', 'no24-1')
    """
    return folded_words(text)[0]


def folded_words(text: str) -> tuple[str, frozenset[int]]:
    """Return *text* as `folded` does, and at which of its signs a word begins.

    >>> folded_words("里山の再生・4R")
    ('里山の再生4r', frozenset({0, 3, 5, 6}))
    """
    plain = re.sub(_NUMBER_DASH, "-", unicodedata.normalize("NFKC", mapped(text)))
    signs, starts, before = "", set(), ""
    for sign, after in pairwise(f"{plain} "):
        script = _script(sign, before, after)
        # A kanji and the hiragana after it are one word.
        if script not in {before, "", "joint"} and (before, script) != ("kanji", "hiragana"):
            starts.add(len(signs))
        signs += sign.translate(_KATAKANA).casefold() if script else ""
        before = script
    # What is a sign only, such as the unit %, is that sign.
    return (signs or "".join(plain.split()), frozenset(starts))


def _script(sign: str, before: str, after: str) -> str:
    """Return the script of *sign* after the script *before*; empty for a gap between words."""
    if sign == "ー" or unicodedata.combining(sign):
        return before
    if sign in "-." and before == "digit" and after.isdigit():
        return "joint"
    if not sign.isalnum():
        return ""
    return next((script for pattern, script in _SCRIPTS if re.match(pattern, sign)), "letter")


def circled_number(text: str) -> int:
    """Return the number of the circled digit that *text* starts with, or 0.

    >>> circled_number("②自然とともにあるまち"), circled_number("自然")
    (2, 0)
    """
    return CIRCLED.find(text[0]) + 1 if text else 0


@dataclass(frozen=True, slots=True)
class PrintedYear:
    """A year in print: Gregorian, fiscal (April to March) or calendar, and the day it tells."""

    year: int
    fiscal: bool
    as_of: date | None = None


def printed_year(text: str) -> PrintedYear | None:
    """Read a year such as ``R6年度``, ``令和4年`` or ``R6年2月末``; None when *text* is none.

    A month lies in the fiscal year that began in the April before it.

    >>> printed_year("R6年2月末")
    PrintedYear(year=2023, fiscal=True, as_of=datetime.date(2024, 2, 29))
    >>> printed_year("R4年")
    PrintedYear(year=2022, fiscal=False, as_of=None)
    """
    found = re.fullmatch(_YEAR, match_name(text))
    if not found:
        return None
    year = 1 if found["year"] == "元" else int(found["year"])
    year += _ERAS.get(found["era"] or "", 0)
    if year not in range(MINYEAR + 1, MAXYEAR):
        return None
    if not found["month"]:
        return PrintedYear(year, fiscal=bool(found["fiscal"]))
    month = int(found["month"])
    if month not in range(1, 13):
        return None
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    day = int(found["day"] or last)
    as_of = date(year, month, day) if (found["day"] or found["end"]) and day <= last else None
    return PrintedYear(year - (month < _APRIL), fiscal=True, as_of=as_of)


def typed_day(text: str) -> date | None:
    """Read a day as people type it, in any widths; None when *text* is none.

    >>> typed_day("令和６年１１月２２日"), typed_day("R6.11.22") == typed_day("2024/11/22")
    (datetime.date(2024, 11, 22), True)
    >>> typed_day("6/11/22"), typed_day("2024-11-31")
    (None, None)
    """
    found = re.fullmatch(_DAY, re.sub(_NUMBER_DASH, "-", match_name(text)).upper())
    if not found:
        return None
    of_era = 1 if found["of_era"] == "元" else int(found["of_era"] or 0)
    year = int(found["year"] or _ERAS[found["era"]] + of_era)
    if not found["year"] and not of_era:
        return None
    try:
        return date(year, int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def last_year(text: str) -> PrintedYear | None:
    """Return the year that a period such as ``令和5～8年度`` ends with; None when *text* is none.

    >>> last_year("平成27 ～令和４年度").year, last_year("令和５～８年度").year
    (2022, 2026)
    """
    found = re.fullmatch(_PERIOD, match_name(text))
    if not found:
        return None
    last = found["last"]
    return printed_year(last if not last[0].isdigit() else (found["era"] or "") + last)


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """What one value cell says: a number already multiplied by its scale, or why there is none."""

    value: Decimal | None
    scale: int = 1
    unit: str = ""
    no_value: str = ""
    year: PrintedYear | None = None
    note: str = ""


def printed_number(cell: str) -> PrintedNumber | None:
    """Read a value cell; None when it holds neither a number nor a known sign for no value.

    >>> printed_number("618,213千円 (R5年度)").value
    Decimal('618213000')
    >>> printed_number("1件（市が取得）").note
    '市が取得'
    >>> printed_number("—").no_value
    'NotPrinted'

    Of a period, the year is the last; the print of the period is kept in the note.

    >>> printed_number("90％以内").unit, printed_number("2件（令和5～8年度）").note
    ('%', '令和5～8年度')
    """
    year, notes = None, []
    for inside in re.findall(_BRACKETS, cell):
        if (found := printed_year(inside)) and year is None:
            year = found
        else:
            year = year or last_year(inside)
            notes.append(inside.strip())
    bare = "".join(re.sub(_BRACKETS, "", mapped(cell)).split())
    if sign := _NO_VALUE.get(bare.translate(_DASHES) if len(bare) == 1 else bare):
        return PrintedNumber(None, no_value=sign, year=year, note="、".join(notes))
    found_value = re.fullmatch(_VALUE, unicodedata.normalize("NFKC", bare))
    if not found_value:
        return None
    scale = 1
    for sign in found_value["scale"]:
        scale *= _SCALES[sign]
    number = Decimal(found_value["number"].replace(",", ""))
    note = "、".join(filter(None, (found_value["limit"], *notes)))
    return PrintedNumber(number * scale, scale, found_value["unit"], "", year, note)


def era_year(year: int) -> str:
    """Return a Gregorian year as the Japanese era writes it.

    >>> era_year(2024), era_year(2019), era_year(2018)
    ('令和6年', '令和元年', '平成30年')
    """
    names = {first: name for name, first in _ERAS.items() if len(name) > 1}
    first = max((first for first in names if first < year), default=0)
    return f"{names.get(first, '')}{'元' if year - first == 1 else year - first}年"


def era_letter(year: int) -> str:
    """Return a Gregorian year as a Japanese era writes it in short.

    >>> era_letter(2024), era_letter(2019), era_letter(2018)
    ('R6', 'R1', 'H30')
    """
    letters = {first: name for name, first in _ERAS.items() if len(name) == 1}
    first = max((first for first in letters if first < year), default=0)
    return f"{letters.get(first, '')}{year - first}"


def without_year(cell: str) -> str:
    """Return the print of a value without the year that stands in brackets in it.

    >>> without_year("81.3% (R5年度)"), without_year("1件（市が取得）")
    ('81.3%', '1件（市が取得）')
    """

    def kept(inside: re.Match[str]) -> str:
        return "" if printed_year(inside[1]) else inside[0]

    return re.sub(rf"\s*{_BRACKETS}", kept, cell).strip()


def canonical(number: Decimal) -> str:
    """Return the canonical lexical form of an ``xsd:decimal``.

    >>> canonical(Decimal("1185.00")), canonical(Decimal("40.10")), canonical(Decimal("1E+3"))
    ('1185', '40.1', '1000')
    """
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text
