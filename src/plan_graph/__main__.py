"""``python -m plan_graph``."""

from plan_graph.cli import main

main()
