"""Peer of `plan-graph --help`: a bare click group that has the same commands and does nothing."""

import click

#: Name of each command to its line of help.
COMMANDS = {
    "build": "グラフを作る / Build the graph out of documents, curated files and rules.",
    "check": "データ点検 / Shapes, printed statuses and totals, disagreements, odd figures.",
    "coverage": "つながりの点検 / What is missing, what no line reaches, "
    "what rests on estimates alone.",
    "diff": "版の比較 / What changed from graph A to graph B, in sentences.",
    "explain": "理由をたどる / Every way from A to B, with the source of each step.",
    "export": "グラフやつながりの表を書き出す / Write the graph for other tools, "
    "or tables to fill in.",
    "find": "さがす / Elements by a part of their name, reading, English or number; "
    "the best first.",
    "import": "資料や、直した表を読む / Read a document of KIND, or corrected links, from FILE.",
    "mandala": "マンダラ（9マスの目標シートとは別） / The mandala as an offline page, or on paper.",
    "network": "つながりを読む / What the structure says: who joins, what stands on one support, "
    "and more.",
    "progress": "進行管理（実績と目標） / Actuals, targets and statuses as printed, "
    "and their counts.",
    "queries": "質問の一覧 / The questions of the library.",
    "query": "質問集 / Ask a question of the library by NAME, or any SPARQL.",
    "serve": "ブラウザーとSPARQLで使う / Everything in the browser, and a SPARQL endpoint.",
    "serves": "ビジョン別の取組 / Which actions serve which vision, and on what ground.",
    "show": "詳しく見る / One element whole: facts, values by year, neighbours, "
    "with their sources.",
    "table": "クロス集計（例：担当課 ビジョン）、よく使う表 / Any two kinds crossed, "
    "or a named table.",
    "what-if": "止まったら何が変わるか（庁内用） / What changes when an element stops (office).",
}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="plan-graph")
def group() -> None:
    """計画のつながりを、根拠とともにたどる / How a city's plans hang together, and why."""


if __name__ == "__main__":
    for name, line in COMMANDS.items():
        group.add_command(click.Command(name, help=line))
    group(prog_name="plan-graph")
