"""What is to be said of coverage: who lacks what, what no document leads to, how it was counted."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plan_graph.answers import Page, counts_text, footer
from plan_graph.coverage import Coverage, Expected, Reached
from plan_graph.kinds import kind_name
from plan_graph.lookup import Element
from plan_graph.messages import BASIS_MARKS, COVERED, KINDS, LACKING, pick
from plan_graph.tables import joined
from plan_graph.vocab import PG, SDGO, STRENGTH

#: So many names are told on the screen; the page tells more, and the files have them all.
NAMES = 12


def shown_bases(page: Page) -> list[str]:
    """Return the bases that the view holds, the strongest first."""
    return [basis for basis in STRENGTH if STRENGTH[basis] >= STRENGTH[page.weakest]]


def expected(found: Coverage) -> list[Expected]:
    """Return what is counted: what is printed at all, of kinds that occur."""
    return [each for each in found.expected if each.printed and each.total]


def item_name(item: str, page: Page) -> str:
    """Return what is looked for, as people read it."""
    return pick(COVERED[item], page.lang)


def group_kind(kind: str, page: Page) -> str:
    """Return the name of a kind, or that all kinds are meant."""
    return kind_name(kind, page.lang) if kind else page.text("coverage-all")


def plan_name(plan: str, page: Page) -> str:
    """Return the name of a plan; of none an empty string."""
    return page.names([plan]) if plan else ""


def by_kind(found: Coverage) -> dict[str, list[Reached]]:
    """Return what is reached by its kind."""
    kinds: dict[str, list[Reached]] = defaultdict(list)
    for each in found.reached:
        kinds[each.kind].append(each)
    return kinds


def numbered(element: Element, page: Page) -> str:
    """Return number and name of an element."""
    return f"{element.mark} {element.label(page.lang)}".strip()


def by_basis(counts: Mapping[str, int], page: Page) -> str:
    """Tell numbers by basis, such as 照4・推3."""
    told = [
        f"{pick(mark, page.lang)}{' ' if page.lang == 'en' else ''}{counts[basis]}"
        for basis, mark in BASIS_MARKS.items()
        if counts.get(basis)
    ]
    return (", " if page.lang == "en" else "・").join(told)


def percent(part: int, whole: int) -> str:
    """Return a share in whole percent, none of which is more or less than nothing and all.

    >>> percent(1, 3), percent(0, 5), percent(0, 0)
    ('33%', '0%', '—')
    >>> percent(1, 1000), percent(999, 1000), percent(5, 5)
    ('<1%', '>99%', '100%')
    """
    if not whole:
        return "—"
    share = round(100 * part / whole)
    if share == 0 and part:
        return "<1%"
    return ">99%" if share == 100 and part < whole else f"{share}%"  # noqa: PLR2004 - the whole


def notes(found: Coverage, page: Page) -> list[str]:
    """Tell how it was counted, on what, and from which documents."""
    lines = [page.text("coverage-counted"), *not_counted(found, page)]
    if PG.Estimated in shown_bases(page):
        lines.append(page.text("estimated-note"))
    if any(each.kind == PG.Vision for each in found.reached):
        lines.append(page.text("cross-visions"))
    lines.append(page.text("counted", counts=counts_text(found.counted, page.lang)))
    return [*lines, *footer(page).splitlines()]


def not_counted(found: Coverage, page: Page) -> list[str]:
    """Tell of plans that are over: how much is in them that was not looked at."""

    def counts(members: Iterable[str]) -> str:
        kinds = Counter(page.known[iri].kind for iri in members)
        return joined(
            (
                page.text("history.count", kind=kind_name(kind, page.lang), count=kinds[kind])
                for kind in KINDS
                if kinds[kind]
            ),
            page.lang,
        )

    return [
        page.text("history.not-counted", plan=plan_name(plan, page), counts=counts(members))
        for plan, members in found.past.items()
    ]


def missing_lines(found: Coverage, page: Page) -> list[str]:
    """Tell who lacks what, and what is not counted since no document prints it."""
    lacking = [
        page.text("coverage-lacking", what=what, names=names)
        for what, names in missing_names(found, page, NAMES)
    ]
    return [*lacking, *not_printed(found, page)]


def not_printed(found: Coverage, page: Page) -> list[str]:
    """Tell what is not counted since no document of the plan prints it of the kind."""
    return [
        page.text(
            "coverage-not-printed",
            plan=plan_name(each.plan, page) or page.names(page.of_kind(PG.Plan)),
            item=item_name(each.item, page),
            kind=group_kind(each.kind, page),
        )
        for each in found.expected
        if not each.printed
    ]


def missing_names(found: Coverage, page: Page, limit: int) -> Iterator[tuple[str, str]]:
    """Yield what is lacking, and a list of those that lack it."""
    plans = {each.plan for each in expected(found)} - {""}
    for each in expected(found):
        if not each.missing:
            continue
        kind = kind_name(each.kind, page.lang) if each.kind else page.text("coverage-element")
        what = pick(LACKING[each.item], page.lang).format(kind=kind)
        if each.plan and len(plans) > 1:
            what = page.text("coverage-bracketed", what=what, more=plan_name(each.plan, page))
        if len(each.missing) == each.total and each.kind:
            yield what, page.text("coverage-all-of", kind=kind, count=each.total)
        else:
            yield what, listed(each.missing, page, limit, kinds=not each.kind)
    if found.unmeasured:
        what = pick(LACKING["actual"], page.lang).format(kind=kind_name(PG.Indicator, page.lang))
        yield what, listed(found.unmeasured, page, limit)


def listed(iris: Sequence[str], page: Page, limit: int, *, kinds: bool = False) -> str:
    """Return number and name of elements, the first *limit* of them, and how many there are."""
    tell = _with_kind if kinds else numbered
    names = [tell(page.known[iri], page) for iri in iris]
    told = joined(names[:limit], page.lang)
    if len(names) > limit:
        told = page.text("coverage-more", names=told, count=len(names) - limit)
    return page.text("coverage-some", names=told, count=len(names))


def _with_kind(element: Element, page: Page) -> str:
    """Return kind, number and name of an element; only the name where it tells the kind."""
    kind, name = kind_name(element.kind, page.lang), element.label(page.lang)
    return name if name.casefold().startswith(kind) else element.named(page.lang)


def target_lines(reached: Iterable[Reached], page: Page) -> list[str]:
    """Tell what no document leads to: each vision in the words of `serves`, others together."""
    open_ones = [each for each in reached if not each.documented]
    in_view = "" if PG.Estimated in shown_bases(page) else "-in-view"
    visions = [each for each in open_ones if each.kind == PG.Vision]
    others = [each for each in open_ones if each.kind != PG.Vision]
    lines = [
        page.text(
            "coverage-target",
            name=numbered(page.known[each.target], page),
            sentence=page.text(f"no-actions{in_view}", count=each.done(PG.Estimated)),
        )
        for each in visions
    ]
    if others:
        names = joined((_with_estimates(each, page) for each in others), page.lang)
        estimated = "-estimated" if any(each.done(PG.Estimated) for each in others) else ""
        lines.append(page.text(f"coverage-no-doers{in_view or estimated}", names=names))
    return lines


def _with_estimates(reached: Reached, page: Page) -> str:
    """Return the name of a target, and how many are estimated to lead there, if any."""
    name, count = numbered(page.known[reached.target], page), reached.done(PG.Estimated)
    return page.text("coverage-with-estimates", name=name, count=count) if count else name


def banner(kind: str, reached: Iterable[Reached], page: Page) -> list[str]:
    """Return the banner of links to SDGs, until a document states one."""
    stated = any(PG.Stated in counts for each in reached for counts in each.supporters.values())
    return [page.text("sdgs-note")] if kind == SDGO.Goal and not stated else []


def estimates_lines(found: Coverage, page: Page) -> list[str]:
    """Tell how many pairs rest on estimates alone; nothing where the view has no estimates."""
    if PG.Estimated not in shown_bases(page):
        return []
    count, total = len(found.estimates), found.pairs
    values = {"total": total, "count": count, "percent": percent(count, total)}
    return [page.text("coverage-estimates-share", **values)]
