"""Graphs of NetworkX: what holds a plan together, read out of chosen projections."""
