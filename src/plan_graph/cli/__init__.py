"""The commands: parse, call the library, print; no logic of their own."""

from plan_graph.cli import ask, exports, keep, network, pictures, progress, serve, tables
from plan_graph.cli.common import cli, main

__all__ = [
    "ask",
    "cli",
    "exports",
    "keep",
    "main",
    "network",
    "pictures",
    "progress",
    "serve",
    "tables",
]
