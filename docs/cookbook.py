"""Write docs/cookbook.md: every question of the library, its SPARQL, and its answer today."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Store, Triple

from plan_graph.answers import Page, footer
from plan_graph.graph import load_store, view
from plan_graph.lookup import Element, elements, find_element
from plan_graph.messages import COLUMNS, STATUS_MARKS, TEXTS, place
from plan_graph.questions import Question, bind, library
from plan_graph.resources import GRAPH, ONTOLOGY
from plan_graph.results import banner
from plan_graph.sparql import Answer, run
from plan_graph.vocab import PG, RDFS, SKOS, XSD

ROOT = Path(__file__).parents[1]

#: What a question is asked of here when it must be asked of something.
EXAMPLES = {
    "actions-of-department": {"department": "農林水産課"},
    "actions-of-vision": {"vision": "①"},
    "names-of-element": {"element": "vision 4"},
    "partners-of-department": {"department": "農林水産課"},
    "printed-values": {"indicator": "g2-1"},
    "sheet-of-action": {"assessed": "取組5"},
    "ways-of-action": {"action": "取組1"},
}
#: More rows are left out, and counted.
SHOWN = 12

INTRODUCTION = """\
# 質問のてびき / Cookbook of questions

`python docs/cookbook.py` が質問集（`queries/*.rq`）と公開グラフから作ります。手で直しません。
［推定］は編集者の読み取りで、市の見解ではありません。割合は参考で、市の評価は○×のみです。
尋ね方：`plan-graph query 名前 --set パラメータ=値`。一覧は `plan-graph queries`。

Made by `python docs/cookbook.py` from the questions in `queries/` and the released graph; not
edited by hand. 推定 marks what an editor estimated, which is not the city's view; percentages are
for reference only, the city itself gives ○ or × alone. To ask:
`plan-graph query NAME --set PARAMETER=VALUE`; `plan-graph queries` lists them all.
"""

Value = NamedNode | Literal | BlankNode | Triple


def vocabulary() -> dict[str, str]:
    """Return the Japanese labels of the terms of the ontology."""
    terms = Store()
    terms.load(path=str(ONTOLOGY / "plan.ttl"), format=RdfFormat.TURTLE)
    return {
        quad.subject.value: quad.object.value
        for quad in terms.quads_for_pattern(None, NamedNode(RDFS.label), None)
        if isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Literal)
        and quad.object.language == "ja"
    }


def labels(store: Store, known: Mapping[str, Element]) -> dict[str, str]:
    """Return what everything is called in a table: terms, rules, elements with their numbers."""
    rules = {
        quad.subject.value: quad.object.value
        for quad in store.quads_for_pattern(None, NamedNode(SKOS.prefLabel), None)
        if isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Literal)
        and quad.object.language == "ja"
    }
    named = {iri: f"{element.mark} {element.name}".strip() for iri, element in known.items()}
    return vocabulary() | STATUS_MARKS | rules | named


def cell(variable: str, value: Value | None, names: Mapping[str, str]) -> str:
    """Return one cell of a table: the label of an IRI, a number as people write it, or a text."""
    if value is None:
        return ""
    if isinstance(value, NamedNode):
        return names.get(value.value, f"`{value.value.rsplit('/', 1)[-1]}`")
    if isinstance(value, Literal):
        if variable == "place":
            return place(value.value, "ja")
        if value.datatype.value == XSD.decimal:
            # format() keeps the zeros that a division leaves behind
            return f"{Decimal(value.value).normalize():,f}"
        return value.value.replace("|", "\\|").replace("\n", " ")
    return str(value)


def table(answer: Answer, hidden: set[str], names: Mapping[str, str]) -> str:
    """Return the first rows of *answer* as a Markdown table, without the columns *hidden*."""
    kept = [at for at, name in enumerate(answer.variables) if name not in hidden]
    heads = [" / ".join(COLUMNS[answer.variables[at]]) for at in kept]
    lines = [" | ".join(heads), " | ".join("---" for _ in kept)]
    lines += [
        " | ".join(cell(answer.variables[at], row[at], names) for at in kept)
        for row in answer.rows[:SHOWN]
    ]
    text = "\n".join(f"| {line} |" for line in lines)
    more = len(answer.rows) - SHOWN
    if more > 0:
        text += f"\n\nほか {more} 行 / {more} more rows"
    return text


def entry(question: Question, page: Page, names: Mapping[str, str]) -> str:
    """Return one question: sentence, description, how to ask, SPARQL, answer."""
    values = EXAMPLES.get(question.name, {})
    bound = bind(question, page.known, values)
    answer = run(page.store, question.text, values=bound, place=question.name)
    kinds = {parameter.name: parameter.kinds for parameter in question.parameters}
    asked = {
        name: find_element(page.known, text, kinds=kinds[name]) for name, text in values.items()
    }
    sentences = [
        sentence.format(**{name: each.label(lang) for name, each in asked.items()})
        for sentence, lang in zip(question.sentence, ("ja", "en"), strict=True)
    ]
    command = " ".join(
        [question.name, *(f"--set '{name}={said}'" for name, said in values.items())]
    )
    query = "\n".join(line for line in question.text.splitlines() if not line.startswith("#+"))
    told = table(answer, set(bound), names) if answer.rows else "\n\n".join(question.empty)
    if banner(answer, question.text, page):
        told = "\n\n".join([" / ".join(TEXTS["sdgs-note"]), told])
    return "\n\n".join(
        [
            f"## {question.name}",
            f"**{sentences[0]}**\\\n**{sentences[1]}**",
            *question.description,
            f"`plan-graph query {command}`",
            f"```sparql\n{query}\n```",
            told,
        ]
    )


def cookbook() -> str:
    """Return the whole text of docs/cookbook.md."""
    store = view(load_store(GRAPH))
    page = Page(store, elements(store), PG.Estimated, "ja")
    names = labels(store, page.known)
    questions = library()
    contents = "\n".join(
        f"- [{question.title[0]} / {question.title[1]}](#{name})"
        for name, question in questions.items()
    )
    entries = [entry(question, page, names) for question in questions.values()]
    return "\n\n".join([INTRODUCTION.rstrip("\n"), contents, *entries, "---", footer(page)]) + "\n"


if __name__ == "__main__":
    (ROOT / "docs" / "cookbook.md").write_text(cookbook(), encoding="utf-8", newline="\n")
