"""Imports point one way, and nothing heavy is imported before it is needed."""

import ast
import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[1] / "src" / "plan_graph"
LAYERS = [
    "errors",
    "vocab",
    "japanese",
    "resources",
    "messages",
    "elements",
    "register",
    "importers",
    "graph",
    "lookup",
    "kinds",
    "reasons",
    "edges",
    "cross",
    "coverage",
    "vetting",
    "sparql",
    "questions",
    "network",
    "diagnosis",
    "search",
    "measured",
    "edge_sources",
    "reported",
    "progress",
    "facts",
    "history",
    "findings",
    "structure",
    "check",
    "tables",
    "charts",
    "workbook_looks",
    "workbook",
    "word",
    "answers",
    "filled_in",
    "curated_files",
    "link_sheets",
    "link_cells",
    "link_edits",
    "confirm_sheets",
    "confirm_cells",
    "confirm_edits",
    "results",
    "asking",
    "preset_tables",
    "preset_links",
    "preset_figures",
    "presets",
    "graph_formats",
    "cross_notes",
    "coverage_notes",
    "cross_pairs",
    "cross_answers",
    "coverage_answers",
    "plain_page",
    "coverage_page",
    "search_answers",
    "network_answers",
    "measured_answers",
    "progress_notes",
    "progress_answers",
    "progress_json",
    "progress_forms",
    "progress_page",
    "preset_answers",
    "history_answers",
    "pages",
    "facts_json",
    "mandala",
    "api",
    "web",
    "cli",
]
#: Packages that count as one layer, and the order of the modules inside.
INSIDE = {
    "messages": [
        "terms",
        "texts",
        "faults",
        "network",
        "confirm",
        "picture",
        "web",
        "query",
        "sparql",
        "element",
        "progress",
        "sheets",
        "presets",
        "history",
        "netpages",
        "tablepages",
    ],
    "importers": [
        "source",
        "sheet_rows",
        "basic_pages",
        "action_plan",
        "basic_plan",
        "mandala_slides",
        "platform_page",
        "policy_list",
        "progress_sheets",
    ],
    "graph": ["store", "turtle", "rules", "names", "values", "curated", "build", "diff", "export"],
    "mandala": [
        "fonts",
        "picture",
        "scene",
        "theme",
        "reading",
        "reading.grounds",
        "reading.chosen",
        "reading.figures",
        "reading.earlier",
        "reading.speech",
        "reading.steps",
        "reading.build",
        "layout",
        "layout.lines",
        "layout.blocks",
        "layout.arch",
        "layout.bands",
        "layout.wheel",
        "layout.beside",
        "layout.boxes",
        "layout.crowds",
        "layout.order",
        "layout.parts",
        "layout.fit",
        "layout.sector_names",
        "layout.wheel_marks",
        "layout.first_sight",
        "layout.network_places",
        "layout.row_band",
        "layout.row_members",
        "layout.row_sizes",
        "layout.progress",
        "layout.ring_sectors",
        "layout.ring_blocks",
        "layout.ring_breaks",
        "layout.ring_spokes",
        "layout.ring_turns",
        "layout.ring_places",
        "layout.ring_sayings",
        "layout.ring_plan",
        "layout.ring_tips",
        "layout.ring_marks",
        "layout.ring_legend",
        "layout.rings",
        "layout.row_blocks",
        "layout.row_plan",
        "layout.row_marks",
        "layout.rows",
        "layout.views",
        "files",
        "files.sealed",
        "files.svg",
        "files.network",
        "files.page_data",
        "files.words",
        "files.page",
        "files.paper",
    ],
    "network": [
        "net",
        "graphs",
        "projections",
        "removal",
        "found",
        "joints",
        "candidates",
        "supports",
        "meetings",
        "groups",
        "ways",
        "missed",
        "what_if",
    ],
    "web": [
        "addresses",
        "negotiation",
        "asked",
        "shell",
        "worker",
        "pool",
        "linked_data",
        "vocabulary",
        "here",
        "figure_parts",
        "element_parts",
        "evidence_parts",
        "front_pages",
        "question_form",
        "answer_view",
        "library_pages",
        "query_pages",
        "network_asking",
        "network_picture",
        "network_pages",
        "picture_pages",
        "service",
        "protocol",
        "element_pages",
        "ontology_pages",
        "search_pages",
        "choices",
        "table_view",
        "table_pages",
        "progress_pages",
        "routes",
        "guards",
        "server",
    ],
    "cli": [
        "common",
        "ask",
        "exports",
        "keep",
        "network",
        "pictures",
        "progress",
        "serve",
        "tables",
    ],
}
#: What may stand at the top of a module: a name to the modules that may import it there.
AT_TOP = {
    "click": {f"cli.{name}" for name in INSIDE["cli"]},
    "pyoxigraph": None,
    "jinja2": {"web.shell"},
    "starlette": {"web.guards", "web.server"},
}
#: What must stand inside a function: a name to the modules that may import it there.
INSIDE_FUNCTIONS = {
    "rdflib": {"graph.store", "graph.export", "check"},
    "oxrdflib": {"graph.store", "graph.export", "check"},
    "pyshacl": {"check"},
    "yaml": {"graph.rules", "questions"},
    "xlsxwriter": {"workbook"},
    "uharfbuzz": {"mandala.fonts"},
    "budoux": {"mandala.layout.lines"},
    "pyvis": {"mandala.files.network"},
    "markupsafe": {"mandala.files.network"},
    "resvg_py": {"mandala.files.paper"},
    "typst": {"mandala.files.paper"},
    "networkx": {
        "graph_formats",
        "network.candidates",
        "network.found",
        "network.graphs",
        "network.groups",
        "network.joints",
        "network.projections",
        "network.ways",
    },
    "docx": {"word"},
    "openpyxl": {"filled_in"},
    "uvicorn": {"web.server"},
}


def module_name(path):
    """Return the name inside the package: ``cli``, ``graph.store``, ``graph`` for its __init__."""
    parts = path.relative_to(SOURCES).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


MODULES = {module_name(path): path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py")}
LAYERED = {name: text for name, text in MODULES.items() if name.split(".")[0] in LAYERS}


def imported(tree):
    """Return the modules that *tree* imports anywhere, written out in full."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = {f"{node.module}.{each.name}" for each in node.names} - {
                "plan_graph.__version__"
            }
            found |= names if node.module in {"plan_graph", *packages()} else {node.module}
    return found


def packages():
    return {f"plan_graph.{name}" for name in INSIDE}


def ours(tree):
    """Return our own modules that *tree* imports, without the name of the package."""
    prefix = "plan_graph."
    found = {name.removeprefix(prefix) for name in imported(tree) if name.startswith(prefix)}
    places = set()
    for name in found:
        layer, _, inner = name.partition(".")
        # ``from plan_graph.graph import view`` takes a name out of the package, not a module.
        places.add(name if inner in INSIDE.get(layer, ()) else layer)
    return places


def wrong_imports(module, tree):
    """Return what *module* imports although it stands in the same or in a higher place."""
    layer, _, inner = module.partition(".")
    below = set(LAYERS[: LAYERS.index(layer)])
    siblings = INSIDE.get(layer, [])
    before = siblings[: siblings.index(inner)] if inner else siblings
    allowed = {f"{layer}.{each}" for each in before}
    return sorted(
        name for name in ours(tree) if name.split(".")[0] not in below and name not in allowed
    )


def imports_at_top(tree):
    """Return what is imported when the module is, the annotations' imports left out."""
    found, todo = set(), list(tree.body)
    while todo:
        node = todo.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            todo += node.orelse
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {name.split(".")[0] for name in imported(node)}
        elif not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            todo += ast.iter_child_nodes(node)
    return found


def imports_in_functions(tree):
    """Return the packages that are imported only when a function runs."""
    return {
        name.split(".")[0]
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for name in imported(function)
    }


def test_every_module_has_its_place():
    expected = {"__init__", "__main__", *LAYERS}
    expected |= {f"{layer}.{name}" for layer, names in INSIDE.items() for name in names}
    assert set(MODULES) == expected


@pytest.mark.parametrize("module", sorted(LAYERED))
def test_imports_point_one_way(module):
    assert wrong_imports(module, ast.parse(LAYERED[module])) == []


@pytest.mark.parametrize(
    ("module", "planted"),
    [
        ("vocab", "from plan_graph.errors import Fault\nfrom plan_graph.messages import text"),
        ("elements", "def late():\n    from plan_graph.graph import view"),
        ("graph.store", "from plan_graph.graph.build import build"),
        ("graph.store", "from plan_graph.graph import turtle"),
        ("importers.source", "import plan_graph.importers.action_plan"),
        ("tables", "from plan_graph import answers"),
        ("reasons", "from plan_graph.questions import ask"),
        ("cross", "from plan_graph.tables import terminal"),
        ("measured", "from plan_graph.check import check"),
        ("search", "from plan_graph import api"),
        ("mandala.picture", "from plan_graph.mandala.layout.rings import rings"),
        ("mandala.layout.rings", "from plan_graph.mandala.files import page"),
    ],
)
def test_a_planted_import_upwards_is_found(module, planted):
    assert wrong_imports(module, ast.parse(planted))


def test_the_lowest_modules_import_nothing_of_ours():
    for module in ("errors", "vocab", "japanese", "resources"):
        assert ours(ast.parse(MODULES[module])) == set(), module


def test_the_start_of_the_program_imports_only_the_commands():
    assert ours(ast.parse(MODULES["__main__"])) == {"cli"}


def test_the_package_itself_imports_none_of_its_modules_at_its_top():
    assert "plan_graph" not in imports_at_top(ast.parse(MODULES["__init__"]))


@pytest.mark.parametrize("module", sorted(MODULES))
def test_nothing_heavy_is_imported_at_the_top(module):
    top = imports_at_top(ast.parse(MODULES[module])) - {"plan_graph"} - sys.stdlib_module_names
    for name in top:
        assert name in AT_TOP, f"{module} imports {name} at its top"
        assert AT_TOP[name] is None or module in AT_TOP[name], f"{module} imports {name}"


@pytest.mark.parametrize("module", sorted(MODULES))
def test_heavy_libraries_are_imported_where_they_are_needed_and_nowhere_else(module):
    late = imports_in_functions(ast.parse(MODULES[module])) - {"plan_graph"}
    for name in late - sys.stdlib_module_names:
        assert module in INSIDE_FUNCTIONS.get(name, ()), f"{module} imports {name}"


def test_an_import_for_types_only_is_no_import():
    text = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import rdflib\nimport csv\n"
    assert imports_at_top(ast.parse(text)) == {"typing", "csv"}
    assert imports_at_top(ast.parse("try:\n    import yaml\nexcept ImportError: pass")) == {"yaml"}
