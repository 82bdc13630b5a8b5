"""What a query is made of, and what it may not do: change data, reach out, go too deep."""

import re
from dataclasses import dataclass
from itertools import accumulate, pairwise

from plan_graph.errors import PlanGraphError
from plan_graph.messages import fault

#: Longer texts are refused: no question of a person has this length, and parsing costs time.
LONGEST = 200_000
#: Deeper brackets, and more signs that join, are refused: the engine goes down one step for each,
#: and some thousands end its process.
DEEPEST = 200
JOINS = 1_000

_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n]*)
  | (?P<iri><[^<>"{}|^`\\\s]*>)
  | (?P<string>\"\"\"(?:[^\\]|\\.)*?\"\"\"|'''(?:[^\\]|\\.)*?'''
      |"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
  | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:[\w:%-](?:[\w.:%-]*[\w:%-])?)?)
  | (?P<word>[A-Za-z_]\w*)
  | (?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)
  | (?P<space>[ \t\r\n]+)
  | (?P<sign>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_REMOTE = ("SERVICE", "FROM")
_UPDATES = ("LOAD", "INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH")
#: A closing bracket to the one that opens.
CLOSING = {")": "(", "}": "{", "]": "["}
_JOINING = frozenset("!+-*/|&^")
_OPENING = frozenset(CLOSING.values())
_SIGNS = _JOINING | _OPENING


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its kind, its text, and where it starts."""

    kind: str
    text: str
    start: int

    @property
    def upper(self) -> str:
        """The text of a word in capitals; of anything else an empty string."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(text: str) -> list[Token]:
    """Cut *text* into tokens; comments and spaces are left out."""
    return [
        Token(str(found.lastgroup), found[0], found.start())
        for found in _TOKEN.finditer(text)
        if found.lastgroup not in {"comment", "space"}
    ]


def vet(text: str, place: str = "SPARQL") -> None:
    """Refuse *text* before it runs when it would change data or reach outside this machine.

    Raises PlanGraphError for SERVICE, FROM, updates, and a text longer than `LONGEST` or nested
    deeper than `DEEPEST`.

    >>> vet('SELECT * { ?s pg:name "SERVICE" } # SERVICE')
    """
    if len(text) > LONGEST:
        raise PlanGraphError([fault(place, "query-long", length=len(text), longest=LONGEST)])
    found = tokens(text)
    # Counted in the text first, which is quick and more than there can be.
    many = sum(map(text.count, _SIGNS)) + text.upper().count("UNION") > DEEPEST
    if many and (_depth(found) > DEEPEST or _joins(found) > JOINS):
        raise PlanGraphError([fault(place, "query-deep", deepest=DEEPEST, joins=JOINS)])
    faults = []
    for token in found:
        if token.upper in _REMOTE:
            where = f"{place} {line_column(text, token.start)}"
            faults.append(fault(where, "query-remote", word=token.upper))
        elif token.upper in _UPDATES:
            where = f"{place} {line_column(text, token.start)}"
            faults.append(fault(where, "query-update", word=token.upper))
    if faults:
        raise PlanGraphError(faults[:5])


def _depth(found: list[Token]) -> int:
    """Return how deep the brackets go."""
    steps = ((each.text in _OPENING) - (each.text in CLOSING) for each in found)
    return max(accumulate(steps), default=0)


def _joins(found: list[Token]) -> int:
    """Count what joins parts of an expression or a path; the sign of a number does not."""
    return sum(
        token.upper == "UNION" or (token.text in _JOINING and after.kind != "number")
        for token, after in pairwise(found)
    )


def line_column(text: str, at: int) -> str:
    """Return the place of the sign at *at* as line and column."""
    line = text.count("\n", 0, at) + 1
    return f"{line}:{at - (text.rfind(chr(10), 0, at) + 1) + 1}"
