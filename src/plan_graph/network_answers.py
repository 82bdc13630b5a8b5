"""Findings as people read them: sentences with evidence, as text, plain data and sheets."""

from collections.abc import Iterable, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode

from plan_graph.answers import Page, footer, sdgs_banner
from plan_graph.errors import PlanGraphError
from plan_graph.kinds import kind_name
from plan_graph.messages import BASES, KINDS, RELATION_SENTENCES, fault, pick
from plan_graph.network import OFFICE_ONLY, PROJECTIONS, WHOLE, Finding, Found, Item, Note, triples
from plan_graph.search_answers import typed
from plan_graph.tables import joined
from plan_graph.vocab import PG, RDF, SDG
from plan_graph.workbook import Cell, Notes, Sheet

#: So many sentences are told on the screen, and so many names in a sentence.
_TOLD, _NAMES = 40, 6
#: Sentences that name themselves all that they lean on.
_TOLD_ALREADY: Final = {
    *("simultaneous", "alike", "meeting", "meeting-actors", "elsewhere"),
    *("thin-one", "thin-estimated", "missed", "fewer", "bare"),
}
#: What people are asked to fill in; a workbook has a column for it.
_CAUSE: Final = "network.said-simultaneous-cause"
#: From so many on, elements with numbers are told by these.
_NUMBERED = 4


def expect_audience(name: str, page: Page) -> None:
    """Raise PlanGraphError when the audience of *page* may not see the finding *name*."""
    if name in OFFICE_ONLY and not page.for_office:
        raise PlanGraphError([fault("--audience", "network.office-only")])


def network_text(finding: Finding, page: Page) -> str:
    """Tell a finding: what was asked and looked at, sentences with their evidence, limits."""
    found = finding.found
    lines = [*banner(finding, page), *heading(finding, page), ""]
    for at, item in enumerate(found.items[:_TOLD], start=1):
        cause = page.text(_CAUSE) if item.code == "simultaneous" else ""
        lines.append(f"{at}. {sentence(item, page, brief=True)}{cause}")
        lines += [f"   {line}" for line in evidence_lines(item, finding, page)]
    if not found.items and not found.refused:
        lines.append(page.text("network.nothing"))
    if len(found.items) > _TOLD:
        lines.append(page.text("network.more", count=len(found.items) - _TOLD))
    lines += [*([""] if lines[-1] else []), *limits(finding, page)]
    if hint := _hint(found, page):
        lines.append(hint)
    return "\n".join([*lines, footer(page)])


def banner(finding: Finding, page: Page) -> list[str]:
    """Tell that SDGs are estimates, where the sentences tell of them or lean on them."""
    told = {iri for item in finding.found.items for iri in item.elements}
    leant = {iri for item in finding.found.items for iri, _ in item.evidence}
    return sdgs_banner(page) if any(iri.startswith(SDG) for iri in told | leant) else []


def heading(finding: Finding, page: Page) -> list[str]:
    """Tell what a finding is called, what it asks, and what was looked at."""
    of, name = finding.setting, finding.name
    what = page.text(f"network.graph-{finding.found.projection}")
    lines = [page.text(f"network.title-{name}"), page.text(f"network.asks-{name}")]
    if of.nodes:
        lines.append(page.text("network.sees", what=what, nodes=of.nodes, edges=of.edges))
    return lines


def limits(finding: Finding, page: Page) -> list[str]:
    """Tell the share of estimates, what documents alone say, and what to beware of."""
    of, found = finding.setting, finding.found
    if found.refused:
        return [_note(found.refused, page)]
    lines = []
    if of.edges:
        percent = round(100 * of.estimated / of.edges)
        values = {"edges": of.edges, "estimated": of.estimated, "percent": percent}
        lines.append(page.text("network.share", **values))
    if finding.documents.refused:
        reason = _note(finding.documents.refused, page)
        lines.append(page.text("network.by-documents-refused", reason=reason))
    else:
        same = sum(map(finding.stands, found.items))
        counts = {"count": len(finding.documents.items), "same": same}
        lines.append(page.text("network.by-documents", **counts))
    lines += [f"- {_note(each, page)}" for each in found.notes]
    return [*lines, *(f"- {line}" for line in _lists(found, page))]


def _lists(found: Found, page: Page) -> list[str]:
    """Tell of what day the published lists are, where actors are told of."""
    if all(page.known[iri].kind != PG.Actor for iri in found.lit):
        return []
    members = (NamedNode(RDF.predicate), NamedNode(PG.memberOf))
    dates = {
        date.object.value
        for link in page.store.quads_for_pattern(None, *members)
        for date in page.store.quads_for_pattern(link.subject, NamedNode(PG.asOf), None)
        if isinstance(date.object, Literal)
    }
    return [page.text("network.lists", dates=joined(sorted(dates), page.lang))] if dates else []


def _note(note: Note, page: Page) -> str:
    values = {name: _told(value, page) for name, value in note.values.items()}
    if note.code == "mixed":
        values["known"] = ", ".join(PROJECTIONS)
    return page.text(f"network.note-{note.code}", **values)


def sentence(item: Item, page: Page, *, brief: bool = False) -> str:
    """Say *item* in a sentence; *brief* leaves out the steps of a way, which have their lines."""
    values = {name: _told(value, page) for name, value in item.values.items()}
    code = item.code
    if code == "way":
        values["steps"] = "" if brief else " ".join(_steps(item, page))
    elif code == "simultaneous" and values["visions"]:
        visions = values["visions"]
        values["visions"] = page.text("network.said-simultaneous-visions", visions=visions)
    elif code == "thin-none" and page.weakest in {PG.Stated, PG.Matched}:
        code = "thin-none-in-view"
    return page.text(f"network.said-{code}", **values).rstrip()


def _steps(item: Item, page: Page) -> Iterable[str]:
    for at, (step, (_, basis)) in enumerate(zip(triples(item), item.evidence, strict=True), 1):
        subject, predicate, obj = step
        ends = {"s": page.known[subject].named(page.lang), "o": page.known[obj].named(page.lang)}
        said = pick(RELATION_SENTENCES[predicate], page.lang).format(**ends)
        yield page.text("network.step", at=at, sentence=said, basis=_basis(basis, page))


def _told(value: object, page: Page) -> str:
    if not isinstance(value, tuple):
        return str(value)
    if len(value) == 1 and value[0] in KINDS:
        return kind_name(value[0], page.lang)
    return listed(value, page)


def listed(iris: Iterable[str], page: Page, most: int = _NAMES) -> str:
    """Name elements; many of one kind that have numbers by these, so that a sentence stays one."""
    by_kind: dict[str, list[str]] = {}
    for iri in iris:
        if iri in page.known:
            by_kind.setdefault(page.known[iri].kind, []).append(iri)
    parts: list[str] = []
    for kind, members in by_kind.items():
        marks = [page.known[iri].mark for iri in members]
        if len(members) >= _NUMBERED and all(marks) and len(set(marks)) == len(marks):
            name = kind_name(kind, page.lang) + (" " if page.lang == "en" else "")
            parts.append(name + ("・" if page.lang == "ja" else ", ").join(marks))
            continue
        parts.append(_named(kind, members[:most], page))
        if len(members) > most:
            parts.append(page.text("network.and-more", count=len(members) - most))
    return joined(parts, page.lang)


def _named(kind: str, members: list[str], page: Page) -> str:
    """Name elements of one kind: 地域課題「つながりの希薄化」「資源の流出」."""
    elements = [page.known[iri] for iri in members]
    if page.lang == "en" or any(each.mark for each in elements):
        return joined((each.named(page.lang) for each in elements), page.lang)
    return kind_name(kind, page.lang) + "".join(f"「{each.name}」" for each in elements)


def _basis(name: str, page: Page) -> str:
    return pick(BASES[PG.NS + name], page.lang)


def evidence_lines(item: Item, finding: Finding, page: Page) -> list[str]:
    """Tell what *item* leans on, the elements of one ground together."""
    if item.code == "way":
        return list(_steps(item, page))
    by: dict[str, list[str]] = {}
    for iri, basis in item.evidence:
        by.setdefault(basis, []).append(iri)
    printed = item.code == "missed-score"  # the city's own figures, whatever else is estimated
    also = page.text("network.leans-also") if finding.stands(item) and not printed else ""
    brackets = " [{}]" if page.lang == "en" else "［{}］"
    # What the sentence has named already need not be named again: only what stands out is.
    rest = max(by, key=lambda name: len(by[name])) if by and item.code in _TOLD_ALREADY else ""
    told = [
        listed(iris, page) + brackets.format(_basis(name, page))
        for name, iris in by.items()
        if name != rest
    ]
    if rest:
        key = "network.leans-rest" if told else "network.leans-all"
        values = {"evidence": joined(told, page.lang), "basis": _basis(rest, page)}
        return [page.text(key, **values) + also]
    if told:
        return [page.text("network.leans", evidence=joined(told, page.lang)) + also]
    return [also.strip()] if also else []


def _hint(found: Found, page: Page) -> str:
    """Tell how to ask for the reason of the first line that a sentence leans on."""
    for item in found.items:
        for iri, _ in item.evidence:
            if iri != item.elements[0] and found.graph.has_edge(item.elements[0], iri):
                ends = (typed(page.known[each], page) for each in (item.elements[0], iri))
                first, second = ends
                return page.text("network.explain-hint", first=first, second=second)
    return ""


# --- As plain data, and as sheets -----------------------------------------------------------


def network_json(finding: Finding, page: Page) -> dict[str, object]:
    """Return a finding as plain data, named by the terms of the ontology."""
    found, of = finding.found, finding.setting
    return {
        "finding": finding.name,
        "title": page.text(f"network.title-{finding.name}"),
        "question": page.text(f"network.asks-{finding.name}"),
        "weakestBasis": page.weakest.removeprefix(PG.NS),
        "audience": page.audience,
        "projection": found.projection,
        "nodes": of.nodes,
        "isolated": of.isolated,
        "parts": of.parts,
        "edges": of.edges,
        "estimatedEdges": of.estimated,
        "refused": _note(found.refused, page) if found.refused else None,
        "items": [_plain_item(item, page, stands=finding.stands(item)) for item in found.items],
        "documentsAlone": [_plain_item(item, page) for item in finding.documents.items],
        "notes": [*banner(finding, page), *limits(finding, page), *footer(page).splitlines()],
    }


def _plain_item(item: Item, page: Page, *, stands: bool = True) -> dict[str, object]:
    return {
        "code": item.code,
        "sentence": sentence(item, page),
        "elements": [_plain(iri, page) for iri in item.elements],
        "evidence": [{**_plain(iri, page), "basis": basis} for iri, basis in item.evidence],
        "basis": item.basis or None,
        "standsOnDocumentsAlone": stands,
    }


def _plain(iri: str, page: Page) -> Mapping[str, str]:
    element = page.known[iri]
    return {"id": iri, "notation": element.notation, "name": element.label(page.lang)}


def network_sheets(finding: Finding, page: Page) -> tuple[list[Sheet], Notes]:
    """Return a finding, what documents alone say, and what is to be known of both, as sheets."""
    lines = [*heading(finding, page), *banner(finding, page), *limits(finding, page)]
    if finding.name != "alike":
        lines.append(page.text("network.note-no-rank"))
    sheets = [_sheet(page.text(f"network.title-{finding.name}"), finding, finding.found, page)]
    if finding.documents.items:
        name = page.text("network.sheet-documents")
        sheets.append(_sheet(name, finding, finding.documents, page))
    notes = Notes(page.text("cross-notes-sheet"), [*lines, *footer(page).splitlines()])
    return sheets, notes


#: What Excel does not allow in the name of a sheet, and its longest name.
_NO_NAME: Final = str.maketrans(dict.fromkeys("[]:*?/\\"))
_NAME: Final = 31


def _sheet(name: str, finding: Finding, found: Found, page: Page) -> Sheet:
    keys = ["network.head-number", "network.head-sentence", "network.head-elements"]
    keys += ["network.head-evidence", "basis", "network.head-same"]
    causes = finding.name == "simultaneous"
    head = [page.text(key) for key in (*keys, *(["network.head-cause"] * causes))]
    rows: list[list[Cell]] = []
    for at, item in enumerate(found.items, start=1):
        brackets = " [{}]" if page.lang == "en" else "［{}］"
        leant = [
            page.known[iri].named(page.lang) + brackets.format(_basis(basis, page))
            for iri, basis in item.evidence
        ]
        rows.append(
            [
                at,
                sentence(item, page),
                joined((page.known[iri].named(page.lang) for iri in item.elements), page.lang),
                joined(leant, page.lang),
                _basis(item.basis, page) if item.basis else "",
                page.text("network.yes") if finding.stands(item) else "",
                *([""] * causes),
            ]
        )
    return Sheet(name.translate(_NO_NAME)[:_NAME], head, rows, labels=1)


def projection_names() -> tuple[str, ...]:
    """Return the names of graphs that つなぎ役 can be looked for in, the whole one included."""
    return (*PROJECTIONS, WHOLE)
