"""What is wrong or odd in a graph: shapes, structure, printed statuses and totals, figures."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from plan_graph.elements import key_of
from plan_graph.findings import Finding, new_finding
from plan_graph.graph import Node, as_rdflib, nodes, one
from plan_graph.graph.names import IRI_GONE
from plan_graph.graph.turtle import natural_key
from plan_graph.japanese import match_name
from plan_graph.measured import odd_figure, totals
from plan_graph.messages import STATUS_MARKS
from plan_graph.register import ACCEPTED, read_table
from plan_graph.resources import ONTOLOGY
from plan_graph.structure import structure
from plan_graph.vocab import DCTERMS, PG, PROV, RDF, SDGO, SKOS

_SHACL = "http://www.w3.org/ns/shacl#"
_VOCABULARIES = (PG.NS, SDGO.NS, SKOS.NS, RDF.NS)
_KANA = re.compile(r"[ぁ-ん]")


@dataclass(frozen=True, slots=True)
class Checked:
    """All findings, and those among them that people know of and accept, with their reason."""

    findings: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, str], ...]


def check(store: Store, accepted: Path) -> Checked:
    """Check the graph in *store*; what ``accepted.csv`` at *accepted* lists is set apart."""
    graph = nodes(store)
    base = _base(graph)
    findings = [
        *_shapes(store, base),
        *_statuses(graph),
        *_totals(graph),
        *_wordings(graph),
        *_values(graph),
        *_figures(graph),
        *_years(graph),
        *structure(graph, base, accepted.with_name("departments.csv")),
    ]
    found = sorted(findings, key=lambda finding: (natural_key(finding.element), finding.key))
    known = {
        (base + row["element"], row["finding"], row["values"]): (where, row)
        for where, row in read_table(accepted, ACCEPTED)
    }
    keys = {finding.key for finding in found}
    gone = [
        new_finding("accepted-gone", element, finding=code, values=values)
        for element, code, values in known
        # What `build` was allowed to drop is no finding of this graph: it is just not there.
        if (code != IRI_GONE or element in graph) and (element, code, values) not in keys
    ]
    return Checked(
        (*(finding for finding in found if finding.key not in known), *gone),
        tuple(
            (finding, known[finding.key][1]["reason"]) for finding in found if finding.key in known
        ),
    )


def _base(graph: dict[str, Node]) -> str:
    city = next((iri for iri, node in graph.items() if one(node, RDF.type) == PG.Municipality), "")
    return city.rsplit("/", 2)[0] + "/" if city else ""


# --- Shapes ---------------------------------------------------------------------------------


def _shapes(store: Store, base: str) -> Iterator[Finding]:
    """Validate the graph, together with the ontology, against ``ontology/shapes.ttl``."""
    import rdflib
    from pyshacl import validate

    data = Store()
    data.bulk_extend(store)
    for path in ("plan.ttl", "sdg.ttl"):
        data.load(path=str(ONTOLOGY / path), format=RdfFormat.TURTLE)
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl", format="turtle")
    _, report, _ = validate(as_rdflib(data), shacl_graph=shapes)
    assert isinstance(report, rdflib.Graph), "pySHACL returns a graph unless it raises"
    sh = rdflib.Namespace(_SHACL)
    for result in report.objects(None, sh.result):
        # A question about the whole graph has a term as its focus: the value is what is wrong.
        focus, value = report.value(result, sh.focusNode), report.value(result, sh.value)
        about = str(value) if str(focus).startswith(_VOCABULARIES) and value else str(focus)
        said = f"（{value}）" if value and str(value) != about else ""
        texts = [str(message) for message in report.objects(result, sh.resultMessage)]
        # pySHACL drops the language of messages of SPARQL constraints; only Japanese has kana.
        ja = next((text for text in texts if _KANA.search(text)), "")
        en = next((text for text in texts if not _KANA.search(text)), "")
        shape = key_of(str(report.value(result, sh.sourceShape)))
        element = about.removeprefix(base) if about.startswith(base) else key_of(about)
        yield Finding(
            "shape", about, (), (shape,), f"{element}：{ja}{said}", f"{element}: {en}{said}"
        )


# --- What the documents print ----------------------------------------------------------------


def _of(graph: dict[str, Node], cls: str) -> dict[str, Node]:
    return {iri: node for iri, node in graph.items() if one(node, RDF.type) == cls}


def _number(node: Node) -> Decimal | None:
    value = one(node, PG.value)
    return Decimal(value) if value else None


def _shown(node: Node, graph: dict[str, Node]) -> str:
    """Return the value as its newest document prints it."""
    prints = [graph[term.value] for term in node.get(PROV.wasDerivedFrom, ())]

    def newest(value: Node) -> tuple[str, str]:
        return (one(graph[one(value, DCTERMS.source)], PG.year), one(value, PG.asPrinted))

    return one(max(prints, key=newest), PG.asPrinted) if prints else "—"


def _statuses(graph: dict[str, Node]) -> Iterator[Finding]:
    """Recompute every printed status from the two values compared and the direction."""
    for iri, node in _of(graph, PG.Assessment).items():
        target = graph.get(one(node, PG.comparesTarget), {})
        actual = graph.get(one(node, PG.comparesActual), {})
        indicator = graph.get(one(node, PG.ofIndicator), {})
        wanted, reached = _number(target), _number(actual)
        expected = PG.NotScored
        if wanted is not None and reached is not None:
            lower = one(indicator, PG.betterWhen) == PG.Lower
            good = reached <= wanted if lower else reached >= wanted
            expected = PG.Achieved if good else PG.NotAchieved
        printed = one(node, PG.status)
        if printed != expected:
            yield new_finding(
                "status",
                iri,
                [one(node, DCTERMS.source)],
                [STATUS_MARKS.get(printed, "?"), STATUS_MARKS[expected]],
                name=one(graph.get(one(node, PG.assesses), {}), PG.name),
                printed=STATUS_MARKS.get(printed, "?"),
                expected=STATUS_MARKS[expected],
                actual=_shown(actual, graph) if actual else "—",
                target=_shown(target, graph) if target else "—",
            )


def _totals(graph: dict[str, Node]) -> Iterator[Finding]:
    """Report every printed total that the assessments of the project do not give."""
    for total in totals(graph):
        if total.printed != total.counted:
            shown = ["・".join(map(str, counts)) for counts in (total.printed, total.counted)]
            yield new_finding(
                "total",
                total.iri,
                [document for document, _ in total.sources],
                shown,
                name=one(graph.get(total.element, {}), PG.name),
                printed=shown[0],
                expected=shown[1],
            )


def _wordings(graph: dict[str, Node]) -> Iterator[Finding]:
    """Report elements whose name is printed in ways that differ in more than spaces and widths.

    A 課 printed without its 部 is the same name, only shorter.
    """
    by_element: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node in _of(graph, PG.Wording).values():
        name = one(node, PG.corrected) or one(node, PG.text)
        by_element[one(node, PG.ofElement)][match_name(name)].append(node)
    departments = _of(graph, PG.Department)
    for element, every in by_element.items():
        longest = max(every, key=len)
        names = {
            name: same
            for name, same in every.items()
            if name == longest or element not in departments or not longest.endswith(name)
        }
        if len(names) > 1:
            values = sorted(one(each[0], PG.text) for each in names.values())
            documents = {one(node, DCTERMS.source) for each in names.values() for node in each}
            yield new_finding("wording", element, sorted(documents), values, values=_quoted(values))


def _values(graph: dict[str, Node]) -> Iterator[Finding]:
    """Report values of one indicator, kind and year on which documents disagree."""
    by_value: dict[tuple[str, str, str], list[Node]] = defaultdict(list)
    statistics = _of(graph, PG.Statistic)
    for node in _of(graph, PG.PrintedValue).values():
        if one(node, PG.ofIndicator) in statistics:
            continue  # a chart counts several answers in one year
        by_value[one(node, PG.ofIndicator), one(node, PG.kind), one(node, PG.year)].append(node)
    for (indicator, _, _), same in by_value.items():
        said = {
            (one(node, PG.value), one(node, PG.noValue), one(node, PG.yearKind)) for node in same
        }
        if len(said) > 1:
            values = sorted(one(node, PG.asPrinted) for node in same)
            documents = sorted({one(node, DCTERMS.source) for node in same})
            name = one(graph.get(indicator, {}), PG.name)
            yield new_finding(
                "value", indicator, documents, values, name=name, values=_quoted(values)
            )


def _figures(graph: dict[str, Node]) -> Iterator[Finding]:
    """Report figures that suggest another scope: a cumulative that falls, a jump by the factor."""
    by_indicator: dict[str, dict[str, list[Node]]] = defaultdict(lambda: defaultdict(list))
    for node in _of(graph, PG.Observation).values():
        if PG.value in node:
            by_indicator[one(node, PG.ofIndicator)][one(node, PG.kind)].append(node)
    for indicator, kinds in by_indicator.items():
        node = graph.get(indicator, {})
        for baseline in kinds[PG.Baseline]:
            for actual in kinds[PG.Actual]:
                first, second = _number(baseline), _number(actual)
                assert first is not None, "only observations with a value were kept"
                assert second is not None, "only observations with a value were kept"
                cumulative = one(node, PG.accumulation) == PG.Cumulative
                lower = one(node, PG.betterWhen) == PG.Lower
                code = odd_figure(first, second, cumulative=cumulative, lower=lower)
                if not code:
                    continue
                shown = [_shown(baseline, graph), _shown(actual, graph)]
                yield new_finding(
                    code,
                    indicator,
                    _documents([baseline, actual], graph),
                    shown,
                    name=one(node, PG.name),
                    first=shown[0],
                    second=shown[1],
                )


def _documents(observations: Iterable[Node], graph: dict[str, Node]) -> list[str]:
    return sorted(
        {
            one(graph[term.value], DCTERMS.source)
            for node in observations
            for term in node.get(PROV.wasDerivedFrom, ())
        }
    )


def _years(graph: dict[str, Node]) -> Iterator[Finding]:
    """Report sheets whose actual value is of another year than the sheet reports."""
    for iri, node in _of(graph, PG.Assessment).items():
        actual = graph.get(one(node, PG.comparesActual), {})
        year, report = one(actual, PG.year), one(node, PG.reportYear)
        if year and year != report:
            yield new_finding(
                "year",
                iri,
                [one(node, DCTERMS.source)],
                [report, year],
                name=one(graph.get(one(node, PG.ofIndicator), {}), PG.name),
                report=report,
                year=year,
            )


def _quoted(values: Iterable[str]) -> str:
    return "／".join(f"「{value}」" for value in values)
