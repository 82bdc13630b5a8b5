"""Commands that keep the graph: import, build, check, compare."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plan_graph.cli.common import (
    ACCEPTED,
    DATA,
    GRAPH,
    LANG,
    OUTPUT,
    PATH,
    cli,
    format_option,
    say,
)
from plan_graph.errors import PlanGraphError

if TYPE_CHECKING:
    from plan_graph.register import Register


@cli.command("import")
@click.argument("kind", metavar="KIND|links|confirm")
@click.argument("file", type=PATH, metavar="FILE")
@click.option("--fiscal-year", type=int, help="年度（西暦） / fiscal year of the document")
@click.option("--date", help="日付のない確認の日 / day of confirmations without a date")
@click.option("--with-text", is_flag=True, help="本文の欄も手元に取り込む / narrative cells too")
@DATA
@LANG
def import_(
    kind: str,
    file: Path,
    fiscal_year: int | None,
    date: str | None,
    with_text: bool,
    data: Path,
    lang: str,
) -> None:
    """資料や、直した表を読む / Read a document of KIND, or corrected links, from FILE."""
    from plan_graph.elements import triples
    from plan_graph.graph import save
    from plan_graph.graph.names import earlier_elements, renumbered
    from plan_graph.graph.turtle import turtle
    from plan_graph.importers import KINDS, find_document, read_document
    from plan_graph.messages import text
    from plan_graph.register import load_register

    filled_in = ("links", "confirm")
    if kind not in {*KINDS, *filled_in}:
        message = f"KIND: {' | '.join((*KINDS, *filled_in))}"
        raise click.BadParameter(message)
    register = load_register(data)
    if (kind in filled_in and (fiscal_year or with_text)) or (date and kind != "confirm"):
        message = f"--fiscal-year, --with-text, --date: {kind}"
        raise click.BadParameter(message)
    if kind == "links":
        _import_links(register, file, lang)
        return
    if kind == "confirm":
        _import_confirm(register, file, lang, date or "")
        return
    document = find_document(register, kind, fiscal_year, file)
    earlier = earlier_elements(register, document)
    reading = read_document(register, document, file, with_text=with_text, earlier=earlier)
    said = (triple for record in reading.records for triple in triples(record, register.base))
    path = data / "documents" / f"{document.key}.ttl"
    changed = save(path, turtle(said, register.base))
    for notice in [*reading.notices, *renumbered(earlier, reading.records)]:
        say(text("notice", lang, text=notice.text(lang)), err=True)
    key = "imported" if changed else "unchanged"
    say(text(key, lang, path=path, count=len(reading.records)))


@cli.command()
@click.option("--check", "only_check", is_flag=True, help="作り直さず比べる / compare only")
@DATA
@LANG
@OUTPUT
def build(only_check: bool, data: Path, lang: str, output: Path | None) -> None:
    """グラフを作る / Build the graph out of documents, curated files and rules."""
    from plan_graph.graph import save
    from plan_graph.graph.build import build as make
    from plan_graph.graph.names import vanished
    from plan_graph.graph.turtle import turtle
    from plan_graph.messages import text
    from plan_graph.register import load_register

    register = load_register(data)
    built = make(register)
    for row in built.left_out:
        say(text("left-out", lang, text=row.text(lang)), err=True)
    path = output or data / "mandala.ttl"
    content = turtle(built.triples, register.base)
    lost = vanished(path, built.triples, register)
    if only_check:
        if not path.is_file() or path.read_bytes() != content.encode():
            for each in lost:
                say(each.text(lang))
            say(text("not-reproduced", lang, path=path))
            sys.exit(1)
        say(text("unchanged", lang, path=path))
        return
    if lost:
        raise PlanGraphError(lost)
    key = "built" if save(path, content) else "unchanged"
    say(text(key, lang, path=path, count=len(built.triples)))


@cli.command()
@GRAPH
@ACCEPTED
@LANG
@format_option("table", "json")
def check(graph: Path, data: Path, lang: str, form: str) -> None:
    """データ点検 / Shapes, printed statuses and totals, disagreements, odd figures."""
    from plan_graph.check import check as examine
    from plan_graph.graph import load_store
    from plan_graph.messages import text
    from plan_graph.tables import json_text

    checked = examine(load_store(graph), data / "curated" / "accepted.csv")
    if form == "json":
        findings = [
            {
                "element": finding.element,
                "finding": finding.code,
                "documents": list(finding.documents),
                "values": list(finding.values),
                "message": finding.text(lang),
            }
            for finding in checked.findings
        ]
        say(json_text({"findings": findings, "accepted": len(checked.accepted)}), nl=False)
    else:
        for finding in checked.findings:
            say(f"- {finding.text(lang)}")
        if not checked.findings:
            say(text("no-findings", lang))
        counts = {"count": len(checked.findings), "accepted": len(checked.accepted)}
        say(text("findings", lang, **counts))
    sys.exit(1 if checked.findings else 0)


@cli.command()
@click.argument("old", type=PATH, metavar="A")
@click.argument("new", type=PATH, metavar="B")
@LANG
@format_option("table", "json")
def diff(old: Path, new: Path, lang: str, form: str) -> None:
    """版の比較 / What changed from graph A to graph B, in sentences."""
    from plan_graph.graph import load_stores
    from plan_graph.graph.diff import diff as compare
    from plan_graph.messages import text
    from plan_graph.tables import json_text

    changes = compare(*load_stores(old, new))
    if form == "json":
        rows = [
            {"change": change.code, "about": change.about, "message": change.text(lang)}
            for change in changes
        ]
        say(json_text(rows), nl=False)
        return
    for change in changes:
        say(f"- {change.text(lang)}")
    if not changes:
        say(text("no-difference", lang))


def _import_links(register: "Register", file: Path, lang: str) -> None:
    """Read a corrected workbook; write the curated files only when all of it is right."""
    from plan_graph.filled_in import first_faults
    from plan_graph.graph import load_store, save_all
    from plan_graph.link_edits import read_edits
    from plan_graph.lookup import elements
    from plan_graph.messages import text

    known = elements(load_store(register.folder / "mandala.ttl"))
    try:
        edits = read_edits(register, known, file, lang)
    except PlanGraphError as error:
        raise first_faults(error, file, lang) from error
    for sentence in edits.sentences:
        say(sentence)
    counts = {"added": edits.added, "changed": edits.changed, "deleted": edits.deleted}
    changed = save_all(edits.files)
    for path in edits.files:
        key = "links-written" if path in changed else "unchanged"
        say(text(key, lang, path=path, **counts))


def _import_confirm(register: "Register", file: Path, lang: str, date: str) -> None:
    """Read a confirmation sheet; write what a department says only when all of it is right."""
    from plan_graph.confirm_edits import read_answers
    from plan_graph.filled_in import first_faults
    from plan_graph.graph import load_store, save
    from plan_graph.messages import text

    store = load_store(register.folder / "mandala.ttl")
    try:
        answers = read_answers(register, store, file, lang, date=date)
    except PlanGraphError as error:
        raise first_faults(error, file, lang) from error
    for sentence in answers.sentences:
        say(sentence)
    key = "written" if save(answers.path, answers.content) else "nothing"
    say(text(f"confirm.{key}", lang, path=answers.path, **answers.counts))
