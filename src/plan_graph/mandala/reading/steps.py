"""The steps of the presenter, made from the picture: one spoken sentence each.

What the picture does not hold is not spoken of: a step without its subject is left out. Which
action is followed, and which is the example, is chosen by rule.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from plan_graph.mandala.picture import Item, Line, Picture, Step, simultaneous
from plan_graph.mandala.reading.speech import Told
from plan_graph.messages import BASES, pick
from plan_graph.tables import joined
from plan_graph.vocab import PG, STRENGTH

_CONNECTING = frozenset({"Actor", "Place", "Resource"})
#: Most numbers in one sentence or note, and most names.
_NUMBERS = 6
_NAMES = 3


def steps(picture: Picture) -> tuple[Step, ...]:
    """Return the default steps of the presenter that *picture* has a subject for."""
    makers = (_goal, _issues, _projects, _way, _candidate, _connectors, _open)
    told = Told.of(picture)
    return tuple(step for make in makers for step in make(told))


def _keys(items: Iterable[Item]) -> tuple[str, ...]:
    return tuple(item.key for item in items)


def _goal(told: Told) -> Iterator[Step]:
    picture, visions = told.picture, told.kinds["Vision"]
    images = told.kinds["FutureImage"][:1]
    if not images and not visions:
        return
    key = "goal-both" if images and visions else "goal-visions" if visions else "goal-alone"
    year = "-year" if visions and picture.visions_year else ""
    sentence = told.text(
        key + year,
        caption=picture.goal_caption,
        visions=told.several("Vision", len(visions)),
        year=picture.visions_year,
    )
    notes = told.texts(*["goal-ask"] * bool(visions), *["goal-apart"] * bool(images and visions))
    yield Step("goal", told.text("goal"), sentence, notes, "mandala", _keys([*images, *visions]))


def _issues(told: Told) -> Iterator[Step]:
    issues = told.kinds["RegionalIssue"]
    if not issues:
        return
    key = "issues-many" if len(issues) > 1 else "issues-one"
    count = told.several("RegionalIssue", len(issues))
    sentence = told.text(key, issues=count, name=issues[0].name)
    notes = told.texts("issues-ask", "issues-order") if len(issues) > 1 else ()
    yield Step("issues", told.text("issues"), sentence, notes, "mandala", _keys(issues))


def _projects(told: Told) -> Iterator[Step]:
    kinds = ("Project", "Measure", "Action")
    there = [kind for kind in kinds if told.kinds[kind]]
    if not there:
        return
    counts = [told.counted(kind, len(told.kinds[kind])) for kind in there]
    projects, actions = (len(told.kinds[kind]) for kind in ("Project", "Action"))
    sentences = [told.text("projects-counts", counts=_listed(counts, told))]
    if any(item.mark for item in told.kinds["Action"]):
        sentences += told.texts("projects-numbers")
    count = told.several("Project", projects, kanji=True)
    yield Step(
        key="projects",
        title=told.text("projects", projects=count) if projects else told.text("projects-none"),
        sentence=(" " if told.picture.lang == "en" else "").join(sentences),
        notes=told.texts("projects-ask", *["projects-size"] * bool(projects and actions)),
        view="mandala",
        items=_keys(item for kind in there for item in told.kinds[kind]),
    )


def _listed(parts: Sequence[str], told: Told) -> str:
    return told.both(parts) if told.picture.lang == "en" else "・".join(parts)


# --- One action followed to the visions -----------------------------------------------------


def _way(told: Told) -> Iterator[Step]:
    """Yield the step that follows one action.

    It is the action whose firmest ways to visions rest on the strongest ground; of those the one
    that reaches most visions by such ways, then by any; then the one with most issues; then the
    first in the order of the plan.
    """
    served = {item.key: told.ends(item.key, "serves") for item in told.kinds["Action"]}
    reaching = [item for item in told.kinds["Action"] if _to_visions(served[item.key], told)]
    if not reaching:
        return

    def worth(action: Item) -> tuple[int, ...]:
        lines = _to_visions(served[action.key], told)
        firm = _firmest(lines)
        issues = told.ends(action.key, "addresses")
        return (_strength(firm[0]), len(firm), len(lines), len(issues))

    action = max(reaching, key=worth)
    firm = _firmest(_to_visions(served[action.key], told))
    path = _path(action, firm, told)
    visions = [told.items[line.object] for line in firm]
    through = [item for item in path if item.kind == "Outcome"]
    through = through or [item for item in path if item.kind == "Measure"]
    number = "way-action" if action.mark else "way-action-unnumbered"
    names = (told.text("way-name", name=item.name) for item in through)
    sentence = told.text(
        "way-through" if through else "way-direct",
        action=told.text(number, mark=action.mark, name=action.name),
        through=told.spoken(through, names, _NAMES) if through else "",
        visions=told.spoken(visions, map(told.called, visions), _NUMBERS),
    )
    basis = pick(BASES[PG.NS + firm[0].basis], told.picture.lang)
    notes = (told.text("way-lines", basis=basis), *told.texts("way-words", "way-rule"))
    yield Step("way", told.text("way"), sentence, notes, "mandala", _keys(path), way=True)


def _strength(line: Line) -> int:
    return STRENGTH[PG.NS + line.basis]


def _to_visions(lines: Iterable[Line], told: Told) -> list[Line]:
    return [line for line in lines if told.items[line.object].kind == "Vision"]


def _firmest(lines: Sequence[Line]) -> list[Line]:
    best = max(map(_strength, lines))
    return [line for line in lines if _strength(line) == best]


def _path(action: Item, firm: Iterable[Line], told: Told) -> list[Item]:
    """Return what *firm* lines lead through from *action*, in the order of the way."""
    todo, grounds = list(firm), dict[str, list[str]]()
    while todo:
        line = todo.pop(0)
        todo += [told.picture.lines[at] for at in line.rests]
        if not line.rests:
            grounds.setdefault(line.subject, []).append(line.object)
    path = {action.key: None}
    ahead = [action.key]
    while ahead:
        here = ahead.pop(0)
        for there in grounds.get(here, ()):
            if there not in path:
                path[there] = None
                ahead.append(there)
    ends = {line.object: None for line in firm}
    between = [key for key in path if key not in ends]
    return [told.items[key] for key in (*between, *ends)]


# --- Several issues, several groups, no line ------------------------------------------------


def _candidate(told: Told) -> Iterator[Step]:
    """Yield an action that may help with several issues: most issues, most aspects, the first."""
    found = simultaneous(told.picture)
    candidates = [item for item in told.kinds["Action"] if item.key in found]
    if not candidates:
        return

    def worth(action: Item) -> tuple[int, int]:
        return (len(told.ends(action.key, "addresses")), len(_aspects(action, told)))

    action = max(candidates, key=worth)
    lines = told.ends(action.key, "addresses")
    read = any(line.basis == "Estimated" for line in lines)
    others = [told.called(item) for item in candidates if item != action]
    notes = [told.text("candidate-cause")]
    if others:
        notes.append(told.text("candidate-others", actions=_some(others, told)))
    yield Step(
        key="candidate",
        title=told.text("candidate"),
        sentence=told.text("candidate-read" if read else "candidate-stated"),
        notes=(*notes, told.text("candidate-claim")),
        view="mandala",
        items=(action.key, *(line.object for line in lines)),
        way=True,
    )


def _aspects(action: Item, told: Told) -> set[str]:
    outcomes = (told.items[line.object] for line in told.ends(action.key, "aimsAt"))
    project = [told.items[action.project]] if action.project in told.items else []
    return {tag.aspect for item in (action, *outcomes, *project) for tag in item.tags}


def _some(names: Sequence[str], told: Told) -> str:
    more = "…" if len(names) > _NUMBERS else ""
    return joined(names[:_NUMBERS], told.picture.lang) + more


def _connectors(told: Told) -> Iterator[Step]:
    """Yield who and what belongs to several working groups; a group is known by its theme."""
    if not told.kinds["Body"]:
        return
    groups: dict[str, set[str]] = defaultdict(set)
    for key, item in told.items.items():
        for line in told.ends(key, "involves"):
            if item.kind == "Theme":
                groups[line.object].add(key)
        for line in (*told.ends(key, "memberOf"), *told.ends(key, "inTheme")):
            themes = [line, *told.ends(line.object, "inTheme")]
            groups[key] |= {x.object for x in themes if told.items[x.object].kind == "Theme"}
    found = [
        item
        for item in told.picture.items
        if item.kind in _CONNECTING and len(groups[item.key]) > 1
    ]
    if found:
        names = _some([item.name for item in found], told)
        notes = (
            told.text("connectors-names", names=names),
            *told.texts("connectors-ask", "connectors-claim"),
        )
        title, sentence = told.texts("connectors", "connectors-say")
        yield Step("connectors", title, sentence, notes, "rings-people", _keys(found))


def _open(told: Told) -> Iterator[Step]:
    """Yield the visions that no action reaches by documents alone, if the picture has actions."""
    serving = {vision.key: list[Line]() for vision in told.kinds["Vision"]}
    for action in told.kinds["Action"]:
        for line in _to_visions(told.ends(action.key, "serves"), told):
            serving[line.object].append(line)
    documents = STRENGTH[PG.Matched]
    bare = [
        vision
        for vision in told.kinds["Vision"]
        if all(_strength(line) < documents for line in serving[vision.key])
    ]
    if not bare or not told.kinds["Action"]:
        return
    notes = [told.text("open-ask")]
    if STRENGTH[PG.NS + told.picture.basis] <= STRENGTH[PG.Estimated]:
        counts = [
            told.text("open-count", vision=told.called(vision), count=len(serving[vision.key]))
            for vision in bare
        ]
        notes.append(told.text("open-estimated", counts=_some(counts, told)))
    visions = told.spoken(bare, map(told.called, bare), _NUMBERS)
    yield Step(
        key="open",
        title=told.text("open"),
        sentence=told.text("open-say", visions=visions),
        notes=(*notes, told.text("open-claim")),
        view="mandala",
        items=_keys(bare),
    )
