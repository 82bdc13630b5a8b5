"""A knowledge graph of a city's plans in which every line can say why it is there."""

from importlib.metadata import version

__version__ = version("plan-graph")
