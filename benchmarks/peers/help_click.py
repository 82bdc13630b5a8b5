"""Peer of `plan-graph --help`: a bare click group that has the same commands and does nothing."""

import click

#: Name of each command to its line of help.
COMMANDS = {
    "build": "グラフを作る / Build the graph out of documents, curated files and rules.",
    "check": "データ点検 / Shapes, printed statuses and totals, disagreements, odd figures.",
    "diff": "版の比較 / What changed from graph A to graph B, in sentences.",
    "explain": "理由をたどる / Every way from A to B, with the source of each step.",
    "export": "グラフを書き出す / Write the graph in another RDF format.",
    "import": "資料を読む / Read a source document of KIND from FILE into the data folder.",
    "serves": "ビジョン別の取組 / Which actions serve which vision, and on what ground.",
}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="plan-graph")
def group() -> None:
    """計画のつながりを、根拠とともにたどる / How a city's plans hang together, and why."""


if __name__ == "__main__":
    for name, line in COMMANDS.items():
        group.add_command(click.Command(name, help=line))
    group(prog_name="plan-graph")
