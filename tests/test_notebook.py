"""The notebook runs from top to bottom, and shows what it says it shows."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[1] / "docs" / "notebooks" / "analyst.ipynb"


def texts(notebook):
    """Return the plain text of each output, in order; pictures are told by their kind alone."""
    return [
        output.get("text") or output["data"]["text/plain"]
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if output.output_type != "error"
    ]


@pytest.fixture(scope="module")
def executed(tmp_path_factory):
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    folder = tmp_path_factory.mktemp("notebook")
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(folder)}})
    client.execute()
    return notebook


def test_the_notebook_gives_what_it_shows(executed):
    assert texts(executed) == texts(nbformat.read(NOTEBOOK, as_version=4))


def test_the_figures_are_those_of_the_documents(executed):
    reach, _, missed, _, departments, way, together, _ = texts(executed)
    # Actions 1-4 and 19-22 reach ① and ② by the documents; nothing reaches ⑥.
    assert reach.splitlines()[2].split() == ["人のつながりがあるまち", "4", "8"]
    assert reach.splitlines()[7].split() == ["わくわくして暮せるまち", "0", "0"]
    # 26 actions and 4 goals are printed with ×; eleven come to 90 % or more of their target.
    assert "30指標のうち、参考値が90%以上のもの 11" in missed
    assert "経済部農林水産課" in departments
    assert [line.split()[-1] for line in way.splitlines()[1:4]] == ["Stated", "Matched", "Stated"]
    assert "アクアコインの普及推進" in together


def test_it_plots_and_shows_the_mandala_inline(executed):
    shown = [o.get("data", {}) for cell in executed.cells for o in cell.get("outputs", ())]
    assert sum("image/png" in data for data in shown) == 1
    [mandala] = [data["text/html"] for data in shown if "<iframe" in data.get("text/html", "")]
    assert "Content-Security-Policy" in mandala
    assert "http://" not in mandala.replace("http://www.w3.org/", "").replace(
        "http://metadata.un.org/", ""
    )
