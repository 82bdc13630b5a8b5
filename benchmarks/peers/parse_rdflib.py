"""Peer of `plan-graph build` and `check`: plain rdflib reads the released graph, no more."""

import rdflib
from told import GRAPH

if __name__ == "__main__":
    print(len(rdflib.Graph().parse(GRAPH, format="turtle")))
