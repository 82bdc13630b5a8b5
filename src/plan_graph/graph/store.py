"""Files to store and back: load, save, and the view of a graph by its weakest basis."""

import contextlib
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    Variable,
)

from plan_graph.errors import PlanGraphError
from plan_graph.messages import fault
from plan_graph.vocab import PG, RDF, STRENGTH

if TYPE_CHECKING:
    import rdflib


def load_store(*paths: Path) -> Store:
    """Read Turtle files into one new store; raise PlanGraphError with every file's fault."""
    whole = Store()
    for store in load_stores(*paths):
        if len(paths) == 1:
            return store
        whole.extend(store)
    return whole


def load_stores(*paths: Path) -> list[Store]:
    """Read Turtle files into a store each; raise PlanGraphError with every file's fault."""
    stores, faults = [], []
    for path in paths:
        store = Store()
        try:
            store.load(path=str(path), format=RdfFormat.TURTLE)
        except FileNotFoundError:
            faults.append(fault(str(path), "no-graph"))
        except SyntaxError as error:
            where = f"{path}:{error.lineno}:{error.offset}" if error.lineno else str(path)
            faults.append(fault(where, "turtle", reason=error.msg))
        except (OSError, ValueError) as error:
            faults.append(fault(str(path), "unreadable-file", reason=error))
        stores.append(store)
    if faults:
        raise PlanGraphError(faults)
    return stores


def select(
    store: Store, query: str, values: Mapping[str, NamedNode | Literal] | None = None
) -> QuerySolutions:
    """Run the SELECT *query* with *values* bound to its variables."""
    bound: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {
        Variable(name): term for name, term in (values or {}).items()
    }
    found = store.query(query, substitutions=bound)
    assert isinstance(found, QuerySolutions), "the query is a SELECT"
    return found


def construct(store: Store, query: str) -> list[Triple]:
    """Run the CONSTRUCT *query* and return its triples."""
    found = store.query(query)
    assert isinstance(found, QueryTriples), "the query is a CONSTRUCT"
    return list(found)


def as_rdflib(store: Store) -> "rdflib.Graph":
    """Return the default graph of *store* as an `rdflib.Graph` that lies over it, without a copy.

    Its length is counted by the store itself: oxrdflib would run a query each time.
    """
    import rdflib
    from oxrdflib import OxigraphStore
    from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

    class _Counted(OxigraphStore):
        #: what `as_oxigraph` gives back
        oxigraph = store

        def __len__(self, context: rdflib.Graph | None = None) -> int:
            return len(store)

    return rdflib.Graph(store=_Counted(store=store), identifier=DATASET_DEFAULT_GRAPH_ID)


def as_oxigraph(graph: "rdflib.Graph") -> Store:
    """Return the store that *graph* lies over; raise PlanGraphError when we did not make it."""
    store = getattr(graph.store, "oxigraph", None)
    if not isinstance(store, Store):
        raise PlanGraphError([fault("", "foreign-graph")])
    return store


def load_graph(*paths: Path) -> "rdflib.Graph":
    """Read Turtle files into a new `rdflib.Graph` that lies over an Oxigraph store."""
    return as_rdflib(load_store(*paths))


def save(path: Path, content: str | bytes) -> bool:
    """Write *content* to *path* under a temporary name, then rename; say whether it changed.

    Whatever goes wrong, the old file stays as it was and the temporary one is gone.
    """
    return bool(save_all({path: content}))


def save_all(files: Mapping[Path, str | bytes]) -> list[Path]:
    """Write all *files* or none of them, as `save` does; return those that changed."""
    encoded = {
        path: content.encode("utf-8") if isinstance(content, str) else content
        for path, content in files.items()
    }
    old: dict[Path, bytes | None] = {}
    written: dict[Path, Path] = {}
    renamed: list[Path] = []
    path = Path()
    try:
        for path, content in encoded.items():
            old[path] = path.read_bytes() if path.is_file() else None
            if old[path] != content:
                written[path] = _written_beside(path, content)
        for path, temporary in written.items():
            temporary.replace(path)
            renamed.append(path)
    except BaseException as error:
        for each in written.keys() - set(renamed):
            with contextlib.suppress(OSError):
                written[each].unlink()
        for each in renamed:
            _put_back(each, old[each])
        if not isinstance(error, OSError):
            raise
        # Windows refuses to replace a file that a program such as Excel has open.
        key = "file-open" if isinstance(error, PermissionError) and path.is_file() else "write"
        raise PlanGraphError([fault(str(path), key, reason=error.strerror)]) from error
    return renamed


def _written_beside(path: Path, content: bytes) -> Path:
    """Write *content* beside *path* under a temporary name, which is returned."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        # mkstemp lets only the owner read; an output is a file like any other.
        temporary.chmod(path.stat().st_mode if path.exists() else 0o644)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _put_back(path: Path, content: bytes | None) -> None:
    """Give *path* its old *content* again, or take it away where there was none."""
    with contextlib.suppress(OSError):
        if content is None:
            path.unlink()
        else:
            _written_beside(path, content).replace(path)


def view(store: Store, weakest: str = PG.Estimated) -> Store:
    """Return the view of *store* in which nothing rests on less than the basis *weakest*.

    Links that rest on less, and Links out of date, are gone, and with them the plain triples that
    have no Link left. The store itself is not changed.
    """
    copy = Store()
    copy.bulk_extend(store)
    return narrow(copy, weakest)


def narrow(store: Store, weakest: str) -> Store:
    """Make of *store* itself its view by the basis *weakest*, and return it: see `view`."""
    weaker = [basis for basis, strength in STRENGTH.items() if strength < STRENGTH[weakest]]
    patterns = [(name, NamedNode(basis)) for basis in weaker for name in (PG.restsOn, PG.basis)]
    gone = {
        quad.subject
        for name, value in [*patterns, (PG.current, None)]
        for quad in store.quads_for_pattern(None, NamedNode(name), value)
    }
    lost: set[tuple[Any, Any, Any]] = set()
    for link in gone:
        said = list(store.quads_for_pattern(link, None, None))
        terms = {quad.predicate.value: quad.object for quad in said}
        if {RDF.subject, RDF.predicate, RDF.object} <= terms.keys():
            lost.add((terms[RDF.subject], terms[RDF.predicate], terms[RDF.object]))
        for quad in said:
            store.remove(quad)
    for subject, predicate, obj in lost:
        links = (
            set(_subjects(store, RDF.subject, subject))
            & set(_subjects(store, RDF.predicate, predicate))
            & set(_subjects(store, RDF.object, obj))
        )
        if not links:
            store.remove(Quad(subject, predicate, obj))
    return store


def _subjects(store: Store, predicate: str, obj: Any) -> Iterator[Any]:  # noqa: ANN401
    for quad in store.quads_for_pattern(None, NamedNode(predicate), obj):
        yield quad.subject


def literal(store: Store, subject: str, predicate: str, lang: str = "") -> str:
    """Return one value of *predicate* of *subject* in *lang*, or an empty string."""
    for quad in store.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None):
        if isinstance(quad.object, Literal) and (quad.object.language or "") == lang:
            return quad.object.value
    return ""


def base_of(store: Store) -> str:
    """Return the namespace of the city whose graph *store* holds, or an empty string."""
    for quad in store.quads_for_pattern(None, NamedNode(RDF.type), NamedNode(PG.Municipality)):
        assert isinstance(quad.subject, NamedNode), "no blank nodes"
        return quad.subject.value.rsplit("/", 2)[0] + "/"
    return ""


#: What is said of one subject: predicate to terms.
Node = dict[str, list[NamedNode | Literal]]


def nodes(triples: Iterable[Triple | Quad]) -> dict[str, Node]:
    """Return what *triples* say, by subject and predicate."""
    found: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        subject, obj = triple.subject, triple.object
        # The graph has no blank nodes; one that somebody put in is for `check` to report.
        key = subject.value if isinstance(subject, NamedNode) else str(subject)
        if isinstance(obj, NamedNode | Literal):
            found[key][triple.predicate.value].append(obj)
    return found


def one(node: Node, predicate: str) -> str:
    """Return the value of *predicate*, the smallest when there are several, or an empty string."""
    return min((term.value for term in node.get(predicate, ())), default="")
