"""Where the ontology, the queries and the released graph are, in a checkout or in a wheel."""

from pathlib import Path
from typing import Final

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_data"  # filled by the wheel's force-include
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parents[1]

ONTOLOGY: Final = _ROOT / "ontology"
QUERIES: Final = _ROOT / "queries"
GRAPH: Final = _ROOT / "data" / "mandala.ttl"
