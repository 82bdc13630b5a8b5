"""One element whole as plain data, named by the terms of the ontology."""

from collections.abc import Iterable
from decimal import Decimal

from plan_graph.answers import Page, sdgs_banner
from plan_graph.facts import Facts, Related
from plan_graph.measured import Measured, Sources, Status, Value
from plan_graph.messages import pick
from plan_graph.reasons import Step
from plan_graph.vocab import PG

_Plain = dict[str, object]


def show_json(facts: Facts, page: Page) -> _Plain:
    """Return all of *facts* as plain data; names are in the language of the page."""
    sdgs = any(related.predicate == PG.contributesTo for related in facts.relations)
    return {
        "weakestBasis": _local(page.weakest),
        **_element(facts.element.iri, page),
        "facts": [
            {"property": said.predicate, "value": said.value, "language": said.lang}
            for said in facts.said
        ],
        "estimatedNumbers": [
            {
                "number": read.number,
                "rationale": pick(read.rationale, page.lang),
                "by": read.by,
                "date": read.date,
            }
            for read in facts.numbers
        ],
        "wordings": [
            {
                "text": naming.text,
                "sources": _sources(naming.sources, page),
                "corrected": naming.corrected,
                "correctionReason": naming.reason,
                "note": naming.note,
            }
            for naming in facts.namings
        ],
        "indicators": [_measured(each, page) for each in facts.measured],
        "assessments": [_status(each, page) for each in facts.statuses],
        "relations": [_related(each, page) for each in facts.relations],
        "notes": sdgs_banner(page) if sdgs else [],
    }


def _local(iri: str) -> str:
    return iri.removeprefix(PG.NS)


def _element(iri: str, page: Page) -> _Plain:
    element = page.known.get(iri)
    if element is None:
        return {"id": iri}
    return {
        "id": iri,
        "kind": _local(element.kind),
        "notation": element.notation,
        "name": element.label(page.lang),
    }


def _elements(iris: Iterable[str], page: Page) -> list[_Plain]:
    return [_element(iri, page) for iri in iris]


def _sources(sources: Sources, page: Page) -> list[_Plain]:
    return [
        {"document": _element(document, page), "locators": list(places)}
        for document, places in sources
    ]


def _measured(measured: Measured, page: Page) -> _Plain:
    return {
        **_element(measured.indicator, page),
        "unit": _element(measured.unit, page) if measured.unit else None,
        "accumulation": _local(measured.accumulation),
        "betterWhen": _local(measured.better_when),
        "values": [_value(each, page) for each in measured.values],
        "assessments": [_status(each, page) for each in measured.statuses],
        "findings": [
            {"finding": code, "baseline": first.printed, "actual": last.printed}
            for code, first, last in measured.odd
        ],
    }


def _value(value: Value, page: Page) -> _Plain:
    return {
        "kind": _local(value.kind),
        "year": value.year or None,
        "yearKind": _local(value.year_kind),
        "asOf": value.as_of,
        "value": _number(value.number),
        "noValue": _local(value.no_value),
        "asPrinted": value.printed,
        "note": value.note,
        "outdated": value.outdated,
        "sources": _sources(value.sources, page),
    }


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def _status(status: Status, page: Page) -> _Plain:
    return {
        "id": status.assessment,
        "reportYear": status.report_year,
        "status": _local(status.status),
        "comparesTarget": _value(status.target, page) if status.target else None,
        "comparesActual": _value(status.actual, page) if status.actual else None,
        "sources": _sources(status.sources, page),
        "texts": {_local(predicate): text for predicate, text in status.narratives},
    }


def _related(related: Related, page: Page) -> _Plain:
    return {
        "predicate": _local(related.predicate),
        "backward": related.backward,
        "kind": _local(related.kind),
        "throughMeasure": sum(each.through_measure for each in related.neighbours),
        "elements": [
            {
                **_element(neighbour.element, page),
                "lead": neighbour.lead,
                "throughMeasure": neighbour.through_measure,
                "links": [
                    {**_step(step, page), "through": _elements(through, page)}
                    for step, through in zip(neighbour.steps, neighbour.through, strict=True)
                ],
            }
            for neighbour in related.neighbours
        ],
    }


def _step(step: Step, page: Page) -> _Plain:
    return {
        "id": step.link,
        "basis": _local(step.ground.basis),
        "effectiveBasis": _local(step.ground.effective),
        "sources": _sources(step.sources, page),
        "rule": step.rule,
        "wordings": [
            {"text": text, "sources": _sources(((document, places),), page)}
            for text, document, places in step.wordings
        ],
        "rationale": pick(step.rationale, page.lang),
        "by": step.by,
        "date": step.date,
        "asOf": step.as_of,
        "note": pick(step.note, page.lang),
        "confirmation": _confirmation(step.confirmation, page),
    }


def _confirmation(said: tuple[str, str, str, str], page: Page) -> dict[str, str] | None:
    state, department, date, remark = said
    if not state:
        return None
    by = page.names([department]) if department else ""
    return {"state": _local(state), "department": by, "date": date, "remark": remark}
