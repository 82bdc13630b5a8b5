"""Forms to a Word document (DOCX) that a city office can fill in: one form a page.

The same forms give the same bytes: no time and no name of a program is written.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from plan_graph.tables import shown

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

#: Of Windows and of Office for Mac; other programs take a Japanese font of their own.
_FONT: Final = "游ゴシック"
#: Millimetres: an A4 sheet, its margins, and the four columns of a form.
_PAPER, _MARGIN, _COLUMNS = (210, 297), (18, 20), (36, 46, 46, 42)
#: Points: text, headings, signs and the small print.
_TEXT, _HEADING, _SIGN, _SMALL = 10, 13, 14, 8
_LEADING: Final = 1.45
#: Signs that a property of the file may have.
_TITLE: Final = 255
_SHADE: Final = "EEF2F6"
#: Every part of the file says that it was written then.
_MADE: Final = (2000, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell of a form: its text, the columns that it takes, and how it looks."""

    text: str
    span: int = 1
    #: "label", "text", "long" for what may be long, "value" or "sign"
    look: str = "text"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a form; its entries take four columns. It is at least so many millimetres high."""

    entries: tuple[Entry, ...]
    height: int = 7


@dataclass(frozen=True, slots=True)
class Form:
    """A page: its heading, its table, and the remarks below."""

    heading: str
    lines: tuple[Line, ...]
    remarks: tuple[str, ...] = ()


def document(title: str, forms: Sequence[Form], footer: Sequence[str], lang: str) -> bytes:
    """Return a document with a page for each of *forms*, and *footer* on every page."""
    import docx

    whole = docx.Document()
    _set_up(whole, title, lang)
    _foot(whole, footer)
    for at, form in enumerate(forms):
        heading = whole.add_heading(shown(form.heading), level=1)
        heading.paragraph_format.page_break_before = at > 0
        _fill(whole.add_table(len(form.lines), len(_COLUMNS), "Table Grid"), form)
        for remark in form.remarks:
            whole.add_paragraph(shown(remark), "Caption")
    out = io.BytesIO()
    whole.save(out)
    return _sealed(out.getvalue())


def _set_up(whole: "Document", title: str, lang: str) -> None:
    """Set paper, styles, language and properties."""
    import datetime as dt

    from docx.shared import Mm, Pt, RGBColor

    section = whole.sections[0]
    section.page_width, section.page_height = map(Mm, _PAPER)
    section.left_margin = section.right_margin = Mm(_MARGIN[1])
    section.top_margin = section.bottom_margin = Mm(_MARGIN[0])
    section.footer_distance = Mm(9)
    sizes = {"Normal": _TEXT, "Heading 1": _HEADING, "Caption": _SMALL, "Footer": _SMALL}
    for name, size in sizes.items():
        style: Any = whole.styles[name]
        style.font.size, style.font.name = Pt(size), _FONT
        style.font.bold = name == "Heading 1"
        style.font.color.rgb = RGBColor(0, 0, 0)
        _name_font(style.element.get_or_add_rPr().get_or_add_rFonts())
        space = style.paragraph_format
        space.space_before = Pt(4 if name == "Caption" else 0)
        space.space_after = Pt(4 if name == "Heading 1" else 0)
        # The font of Windows would stand very wide apart if it set the distance itself.
        space.line_spacing = Pt(size * _LEADING)
    for tongue in whole.styles.element.iter(_word("lang")):
        tongue.set(_word("val"), "en-US")
        tongue.set(_word("eastAsia"), "ja-JP")
    said = whole.core_properties
    said.title, said.author, said.comments, said.language = shown(title)[:_TITLE], "", "", lang
    said.created = said.modified = dt.datetime(*_MADE, tzinfo=dt.UTC).replace(tzinfo=None)


def _word(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")


def _name_font(fonts: Any) -> None:  # noqa: ANN401 - an element of XML
    """Name the font for Japanese too, and no theme that would take its place."""
    for each in list(fonts.attrib):
        if each.endswith("Theme"):
            del fonts.attrib[each]
    for each in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(_word(each), _FONT)


def _foot(whole: "Document", lines: Sequence[str]) -> None:
    """Write the footer of every page, and its number below."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH

    footer = whole.sections[0].footer
    for at, line in enumerate(lines):
        paragraph = footer.paragraphs[0] if at == 0 else footer.add_paragraph(style="Footer")
        paragraph.add_run(shown(line))
    numbers = footer.add_paragraph(style="Footer")
    numbers.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _field(numbers, "PAGE")
    numbers.add_run(" / ")
    _field(numbers, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:  # noqa: ANN401 - docx has no public type for it
    """Add a field that Word computes."""
    from docx.oxml import OxmlElement

    field = OxmlElement("w:fldSimple")
    field.set(_word("instr"), name)
    paragraph._p.append(field)  # noqa: SLF001 - docx has no fields


def _fill(table: "Table", form: Form) -> None:
    from docx.enum.table import WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
    from docx.shared import Mm

    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, _COLUMNS, strict=True):
        column.width = Mm(width)
    for row, line in zip(table.rows, form.lines, strict=True):
        row.height, row.height_rule = Mm(line.height), WD_ROW_HEIGHT_RULE.AT_LEAST
        cells = list(row.cells)
        for entry, (first, last) in zip(line.entries, _spans(line), strict=True):
            cell = cells[first].merge(cells[last]) if last > first else cells[first]
            cell.width = Mm(sum(_COLUMNS[first : last + 1]))
            _write(cell, entry)


def _spans(line: Line) -> Iterator[tuple[int, int]]:
    """Yield the first and the last column of each entry."""
    first = 0
    for entry in line.entries:
        yield (first, first + entry.span - 1)
        first += entry.span


def _write(cell: "_Cell", entry: Entry) -> None:
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT as VERTICAL
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    cell.vertical_alignment = VERTICAL.TOP if entry.look == "long" else VERTICAL.CENTER
    for at, text in enumerate(entry.text.splitlines() or [""]):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(shown(text))
        if entry.look == "sign":
            run.font.size, run.font.bold = Pt(_SIGN), True
            paragraph.paragraph_format.line_spacing = Pt(_SIGN * _LEADING)
        if entry.look in {"sign", "value"}:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    if entry.look == "label":
        shade = OxmlElement("w:shd")
        for name, value in (("val", "clear"), ("color", "auto"), ("fill", _SHADE)):
            shade.set(_word(name), value)
        cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - docx has no shading


def _sealed(content: bytes) -> bytes:
    """Return a package with the same parts, each dated as all files of ours."""
    import zipfile

    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as parts,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as sealed,
    ):
        for part in parts.infolist():
            sealed.writestr(zipfile.ZipInfo(part.filename, _MADE), parts.read(part), 8)
    return out.getvalue()
