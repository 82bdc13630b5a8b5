"""A knowledge graph of a city's plans in which every line can say why it is there."""

__version__ = "0.1.0"
