"""Which address is answered by which function: a route exists only when its page does."""

from typing import Final

from plan_graph.web import (
    element_pages,
    front_pages,
    library_pages,
    network_pages,
    ontology_pages,
    picture_pages,
    progress_pages,
    protocol,
    query_pages,
    search_pages,
    table_pages,
)
from plan_graph.web.asked import Answering

#: Path (as Starlette writes it), methods, and the function that answers in a worker process.
ROUTES: Final[tuple[tuple[str, tuple[str, ...], Answering], ...]] = (
    ("/", ("GET",), front_pages.home),
    ("/serves", ("GET",), front_pages.serves),
    ("/coverage", ("GET",), front_pages.coverage),
    ("/tables", ("GET",), table_pages.tables),
    ("/progress", ("GET",), progress_pages.progress_pages),
    ("/mandala", ("GET",), picture_pages.mandala),
    ("/query", ("GET",), library_pages.library_page),
    ("/query/sparql", ("GET", "POST"), query_pages.free_page),
    ("/query/{name}", ("GET",), query_pages.question_page),
    ("/network", ("GET",), network_pages.findings),
    ("/network/{name}", ("GET",), network_pages.finding),
    ("/sparql", protocol.METHODS, protocol.sparql),
    ("/search", ("GET",), search_pages.search),
    ("/explain", ("GET",), search_pages.explained),
    ("/ns", ("GET",), ontology_pages.ontology),
    ("/ns.{ending}", ("GET",), ontology_pages.ontology),
    *(
        (f"/{kind}/{{rest:path}}", ("GET",), element_pages.thing)
        for kind in ("id", "sdg", "rule", "ns")
    ),
)
