"""実績 and 目標 of the items: one fact an indicator, with the newest status and what to note."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from plan_graph.answers import Page
from plan_graph.graph import Node, one
from plan_graph.graph.turtle import natural_key
from plan_graph.japanese import era_year, without_year
from plan_graph.mandala.picture import Fact
from plan_graph.measured import Measured, Status, Value, measured, status_of
from plan_graph.measured_answers import name_of, status_lines
from plan_graph.messages import FINDINGS, TERMS, pick
from plan_graph.tables import Screen, shown
from plan_graph.vocab import DCTERMS, PG, RDF

_EVIDENCE = frozenset({PG.PrintedValue, PG.Observation, PG.Assessment})
_NUMBER = r"([\d,.]+)(.*)"


@dataclass(frozen=True, slots=True)
class Figures:
    """All that is printed of indicators, sorted out once: evidence by indicator, bare statuses."""

    said: dict[str, Node]
    page: Page
    #: indicator to its own node and all evidence that speaks of it
    evidence: Mapping[str, dict[str, Node]]
    #: element to its assessments without an indicator
    bare: Mapping[str, dict[str, Node]]
    #: document to the year that it reports
    years: dict[str, int]

    @classmethod
    def of(cls, said: dict[str, Node], page: Page) -> "Figures":
        """Return what the nodes *said* print of indicators, to be told as *page* is."""
        evidence: dict[str, dict[str, Node]] = defaultdict(dict)
        bare: dict[str, dict[str, Node]] = defaultdict(dict)
        documents = set()
        for iri, node in said.items():
            if one(node, RDF.type) in _EVIDENCE:
                documents.add(one(node, DCTERMS.source))
                if indicator := one(node, PG.ofIndicator):
                    evidence[indicator][iri] = node
                elif element := one(node, PG.assesses):
                    bare[element][iri] = node
        for indicator, found in evidence.items():
            found[indicator] = said.get(indicator, {})
        years = {iri: int(one(said.get(iri, {}), PG.year) or 0) for iri in documents}
        return cls(said, replace(page, screen=Screen()), evidence, bare, years)

    def facts(self, iri: str) -> Iterator[Fact]:
        """Yield the facts of the item *iri*, in the order of its indicators."""
        indicators = {term.value for term in self.said[iri].get(PG.hasIndicator, ())}
        for each in sorted(indicators, key=self._place):
            evidence = self.evidence.get(each) or {each: self.said.get(each, {})}
            yield _fact(measured(each, evidence, self.years, ()), self.page)
        statuses = [status_of(name, node, {}) for name, node in self.bare.get(iri, {}).items()]
        if statuses:
            newest = max(statuses, key=_newest)
            told = [shown(line).strip() for line in status_lines(newest, self.page)]
            label = self.page.text("show-statuses")
            yield Fact(label, "\n".join(told), _local(newest.status), newest.report_year)

    def _place(self, indicator: str) -> tuple[object, ...]:
        element = self.page.known.get(indicator)
        number = natural_key(element.notation if element else "")
        return (element.order if element else 0, number, natural_key(indicator))


def _local(iri: str) -> str:
    return iri.removeprefix(PG.NS)


def _newest(status: Status) -> tuple[int, str]:
    return (status.report_year, status.assessment)


def _fact(found: Measured, page: Page) -> Fact:
    status = max(found.statuses, key=_newest, default=None)
    actual, target = (status.actual, status.target) if status else _newest_values(found)
    values = [value for value in (actual, target) if value]
    text = [_values_text(actual, target, page)] if values or status else []
    return Fact(
        label=_label(found, page),
        text="\n".join([*text, *_notes(found, status, page)]) or page.text("show-no-values"),
        status=_local(status.status) if status else "",
        year=next((each.year for each in values if each.year), status.report_year if status else 0),
        actual=_printed(actual, page) if actual else "",
        target=_printed(target, page) if target else "",
    )


def _newest_values(found: Measured) -> tuple[Value | None, Value | None]:
    """Return the newest actual value and the target of its year; without one the newest target."""
    values = [value for value in found.values if not value.outdated]
    actuals = [value for value in values if value.kind == PG.Actual]
    targets = [value for value in values if value.kind == PG.Target]
    actual = actuals[-1] if actuals else None
    same = [value for value in targets if actual and value.year == actual.year]
    return actual, next(iter(same or targets[-1:]), None)


def _label(found: Measured, page: Page) -> str:
    name = shown(name_of(found.indicator, page))
    if found.accumulation not in TERMS or found.accumulation == PG.Unstated:
        return name
    term = pick(TERMS[found.accumulation], page.lang)
    return page.text("picture-accumulation", name=name, accumulation=term)


def _values_text(actual: Value | None, target: Value | None, page: Page) -> str:
    """Tell both values: the unit once where it is the same, the year once where it is the same."""
    told = [_printed(value, page) for value in (actual, target)]
    years = [_year(value, page) if value else "" for value in (actual, target)]
    numbers = [re.fullmatch(_NUMBER, each) for each in told]
    if numbers[0] and numbers[1] and numbers[0][2] == numbers[1][2]:
        told[0] = numbers[0][1]
    if years[0] == years[1]:
        years[0] = ""
    parts = [
        page.text("picture-value-year", value=value, year=year) if year else value
        for value, year in zip(told, years, strict=True)
    ]
    keys = ("picture-actual", "picture-target")
    said = (page.text(key, value=value) for key, value in zip(keys, parts, strict=True))
    return (" / " if page.lang == "en" else "／").join(said)


def _printed(value: Value | None, page: Page) -> str:
    """Return a value as it is printed, but for its year, which is told beside it."""
    if value is None or value.no_value == PG.NotPrinted:
        return page.text("show-no-value")
    told = shown(without_year(value.printed)).strip()
    return page.text("show-as-of", value=told, date=value.as_of) if value.as_of else told


def _year(value: Value, page: Page) -> str:
    if not value.year:
        return ""
    calendar = value.year_kind == PG.CalendarYear
    key = "picture-year-calendar" if calendar else "show-era"
    return page.text(key, era=era_year(value.year), year=value.year)


def _notes(found: Measured, status: Status | None, page: Page) -> Iterator[str]:
    """Yield which way is better where less is, where the reason stands, and odd figures."""
    if found.better_when == PG.Lower:
        yield page.text("show-editors", text=pick(TERMS[PG.Lower], page.lang))
    if status:
        _, *rest = status_lines(status, page)
        yield from (shown(line).strip() for line in rest)
    for code, first, last in found.odd:
        values = {"first": _printed(first, page), "second": _printed(last, page)}
        name = name_of(found.indicator, page)
        finding = pick(FINDINGS[code], page.lang).format(name=name, **values)
        yield shown(page.text("remark", note=finding))
