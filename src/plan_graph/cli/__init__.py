"""The commands: parse, call the library, print; no logic of their own."""

from plan_graph.cli.common import cli, main

__all__ = ["cli", "main"]
