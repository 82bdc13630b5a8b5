"""One module per kind of source document; the table of kinds, and how a file is opened."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from plan_graph.errors import Fault, PlanGraphError
from plan_graph.importers import (
    action_plan,
    basic_plan,
    mandala_slides,
    platform_page,
    policy_list,
    progress_sheets,
)
from plan_graph.importers.source import Reading, Source
from plan_graph.messages import fault
from plan_graph.register import Document, Register

#: Kind of document to the function that reads it.
KINDS: Final[dict[str, Callable[[Source], Reading]]] = {
    "action-plan": action_plan.read,
    "basic-plan": basic_plan.read,
    "mandala-slides": mandala_slides.read,
    "platform-page": platform_page.read,
    "policy-list": policy_list.read,
    "progress-sheets": progress_sheets.read,
}


def find_document(
    register: Register, kind: str, fiscal_year: int | None, path: Path | None = None
) -> Document:
    """Return the entry of the register for a document of *kind*, the newest when no year is given.

    Where several fit, as with web pages, the name of the file at *path* is the key of its
    document. Raises PlanGraphError with the entry to add, or with the names to choose from.
    """
    entries = [
        entry
        for entry in register.documents
        if entry.kind == kind and fiscal_year in {None, entry.fiscal_year}
    ]
    if not entries:
        raise PlanGraphError([_unregistered(register, kind, fiscal_year)])
    if named := [entry for entry in entries if path and entry.key == path.stem]:
        return named[0]
    newest = max(entry.fiscal_year for entry in entries)
    entries = [entry for entry in entries if entry.fiscal_year == newest]
    if len(entries) > 1:
        keys = "、".join(entry.key for entry in entries)
        raise PlanGraphError([fault(str(path or ""), "which-document", kind=kind, keys=keys)])
    return entries[0]


def _unregistered(register: Register, kind: str, fiscal_year: int | None) -> Fault:
    """Return the entry to add, after the example of another year's where there is one."""
    year = str(fiscal_year or "YYYY")
    example = next((entry for entry in register.documents if entry.kind == kind), None)
    return fault(
        str(register.folder / "city.toml"),
        "no-document",
        key=example.key.replace(str(example.fiscal_year), year) if example else f"{kind}-{year}",
        kind=kind,
        series=example.series if example else kind,
        plan=example.plan if example else register.plans[-1].key if register.plans else "…",
        year=year,
    )


def read_document(
    register: Register,
    document: Document,
    path: Path,
    *,
    with_text: bool = False,
    earlier: Mapping[tuple[str, str], str] | None = None,
) -> Reading:
    """Read the file at *path* as *document*; raise PlanGraphError with every fault in it.

    *earlier* tells which IRIs the other documents of the plan gave: (class, name) to IRI.
    """
    where = str(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise PlanGraphError([fault(where, "unreadable-file", reason=error.strerror)]) from error
    if not content.strip():
        raise PlanGraphError([fault(where, "empty")])
    if b"\0" in content:
        raise PlanGraphError([fault(where, "binary")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        key = "cp932" if _is_cp932(content) else "not-utf8"
        raise PlanGraphError([fault(where, key, byte=error.start + 1)]) from error
    lines = tuple(text.splitlines())
    source = Source(register, document, path, lines, with_text, earlier or {})
    reading = KINDS[document.kind](source)
    if reading.faults:
        raise PlanGraphError(dict.fromkeys(reading.faults))
    return reading


def _is_cp932(content: bytes) -> bool:
    try:
        content.decode("cp932")
    except UnicodeDecodeError:
        return False
    return True
