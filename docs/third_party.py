"""Write THIRD_PARTY.md: name, version, licence and home page of every package in the lock files."""

import re
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).parents[1]

#: Heading of a part to the lock file it lists; a package stands in the first part that names it.
LOCKS = {
    "実行に必要なもの / Needed to run": "requirements.lock",
    "開発だけに必要なもの / Needed to develop only": "requirements-dev.lock",
}

#: Licence and home page of what only another platform or another Python version installs.
ELSEWHERE = {
    "appnope": ("BSD-2-Clause", "https://github.com/minrk/appnope"),
    "axe-playwright-python": ("MIT", "https://github.com/pamelafox/axe-playwright-python"),
    "cffi": ("MIT-0", "https://github.com/python-cffi/cffi"),
    "colorama": ("BSD-3-Clause", "https://github.com/tartley/colorama"),
    "importlib-metadata": ("Apache-2.0", "https://github.com/python/importlib_metadata"),
    "lazy-importer": ("Apache-2.0", ""),
    "pycparser": ("BSD-3-Clause", "https://github.com/eliben/pycparser"),
    "resvg-py": ("MIT", "https://github.com/baseplate-admin/resvg-py"),
    "zipp": ("MIT", "https://github.com/jaraco/zipp"),
}

#: What packages call the address of their home, best first.
HOMES = ("source", "source code", "repository", "github", "code", "homepage", "documentation")

INTRODUCTION = """\
# 使っているほかのソフトウェア / Third-party software

`make third-party` が依存の固定ファイル（`requirements*.lock`）から作ります。手で直しません。
plan-graph の配布物はこれらを含まず、インストールのときに取り寄せます。

Made by `make third-party` from the lock files; not edited by hand. The wheel of plan-graph contains
none of these packages: they are fetched when it is installed.
"""

PINNED = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)


def first(package: metadata.PackageMetadata, field: str) -> str:
    """Return the first line of the first *field* of *package*, or nothing."""
    return str((package.get_all(field) or [""])[0]).partition("\n")[0]


def licence(package: metadata.PackageMetadata) -> str:
    """Return the licence as *package* declares it: expression, else classifiers, else its text."""
    classifiers = [
        line.rpartition(" :: ")[2]
        for line in package.get_all("Classifier") or []
        if line.startswith("License :: ") and line != "License :: OSI Approved"
    ]
    return (
        first(package, "License-Expression") or ", ".join(classifiers) or first(package, "License")
    )


def home(package: metadata.PackageMetadata) -> str:
    """Return where *package* is at home: its source first, since that says most about it."""
    addresses = {"homepage": first(package, "Home-page")}
    for line in package.get_all("Project-URL") or []:
        label, _, address = line.partition(", ")
        addresses[label.lower()] = address
    return next((addresses[label] for label in HOMES if addresses.get(label)), "")


def row(name: str, version: str) -> str:
    """Return the table row of one package; end the program when nothing tells its licence."""
    try:
        package = metadata.metadata(name)
        terms, address = licence(package), home(package)
    except metadata.PackageNotFoundError:
        terms, address = "", ""
    known_terms, known_address = ELSEWHERE.get(name, ("", ""))
    terms, address = terms or known_terms, address or known_address
    if not terms:
        sys.exit(f"{name} {version}: no licence found. Look it up and add it to ELSEWHERE.")
    return f"| {name} | {version} | {terms} | {f'<{address}>' if address else ''} |"


def third_party() -> str:
    """Return the whole text of THIRD_PARTY.md."""
    parts, seen = [INTRODUCTION], set()
    for heading, lock in LOCKS.items():
        pinned = PINNED.findall((ROOT / lock).read_text(encoding="utf-8"))
        rows = [row(name, version) for name, version in pinned if name not in seen]
        seen |= {name for name, _ in pinned}
        table = ["| package | version | licence | home |", "|---|---|---|---|", *rows]
        parts.append(f"## {heading}\n\n" + "\n".join(table) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    (ROOT / "THIRD_PARTY.md").write_text(third_party(), encoding="utf-8", newline="\n")
