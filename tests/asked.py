"""What the questions that must be asked of something are asked of on the shipped graph."""

ASKED = {
    "actions-of-department": {"department": "農林水産課"},
    "actions-of-vision": {"vision": "①"},
    "names-of-element": {"element": "vision 4"},
    "partners-of-department": {"department": "農林水産課"},
    "printed-values": {"indicator": "g2-1"},
    "sheet-of-action": {"assessed": "取組9"},
    "ways-of-action": {"action": "取組1"},
}
