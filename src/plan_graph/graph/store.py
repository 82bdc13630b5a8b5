"""Files to store and back: load, save, and the view of a graph by its weakest basis."""

import contextlib
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

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

from plan_graph.errors import Fault, PlanGraphError
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
        except (OSError, SyntaxError, ValueError) as error:
            faults.append(_unread(path, error))
        stores.append(store)
    if faults:
        raise PlanGraphError(faults)
    return stores


def _unread(path: Path, error: Exception) -> Fault:
    """Tell why the file *path* could not be read."""
    if isinstance(error, FileNotFoundError):
        return _fault(path, "no-graph")
    if isinstance(error, SyntaxError):
        where = f"{path}:{error.lineno}:{error.offset}" if error.lineno else path
        return _fault(where, "turtle", reason=error.msg)
    return _fault(path, "unreadable-file", reason=error)


def _fault(where: object, key: str, **values: object) -> Fault:
    """Return a fault; its texts are read only when there is one, and not before a graph."""
    from plan_graph.messages import fault

    return fault(str(where), key, **values)


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
        raise PlanGraphError([_fault("", "foreign-graph")])
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
        raise PlanGraphError([_fault(path, key, reason=error.strerror)]) from error
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
    if not gone:
        return store
    ends = [
        {quad.subject: quad.object for quad in store.quads_for_pattern(None, NamedNode(end), None)}
        for end in (RDF.subject, RDF.predicate, RDF.object)
    ]
    lost: set[tuple[Any, ...]] = set()
    left: set[tuple[Any, ...]] = set()
    for link in ends[0]:
        (lost if link in gone else left).add(tuple(end.get(link) for end in ends))
    for link in gone:
        for quad in list(store.quads_for_pattern(link, None, None)):
            store.remove(quad)
    for triple in lost - left:
        if None not in triple:
            store.remove(Quad(*triple))
    return store


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


#: The terms that a graph of ours has.
_TERMS: Final = (NamedNode, Literal)
#: What is said of one subject: predicate to terms.
Node = dict[str, list[NamedNode | Literal]]


def nodes(triples: Iterable[Triple | Quad]) -> dict[str, Node]:
    """Return what *triples* say, by subject and predicate."""
    found: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        subject, obj = triple.subject, triple.object
        # The graph has no blank nodes; one that somebody put in is for `check` to report.
        key = subject.value if isinstance(subject, NamedNode) else str(subject)
        if isinstance(obj, _TERMS):
            found[key][triple.predicate.value].append(obj)
    return found


def said_of(store: Store, subjects: Iterable[NamedNode]) -> dict[str, Node]:
    """Return what *store* says of each of *subjects*: one look into its index for each."""
    found: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    for subject in subjects:
        node = found[subject.value]
        for quad in store.quads_for_pattern(subject, None, None):
            obj = quad.object
            if isinstance(obj, _TERMS):
                node[quad.predicate.value].append(obj)
    return found


def one(node: Node, predicate: str) -> str:
    """Return the value of *predicate*, the smallest when there are several, or an empty string."""
    terms = node.get(predicate)
    if not terms:
        return ""
    return terms[0].value if len(terms) == 1 else min(term.value for term in terms)
