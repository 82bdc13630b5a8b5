"""What the items of the picture go back to in plans before theirs: a layer that is off at first."""

from collections.abc import Iterator, Mapping

from plan_graph.answers import Page, sentence
from plan_graph.history import Past
from plan_graph.history_answers import goes_back, oldest, step_lines
from plan_graph.mandala.picture import Earlier, EarlierStep
from plan_graph.messages import BASIS_MARKS, pick
from plan_graph.tables import shown
from plan_graph.vocab import PG

#: What continues something by itself or through what it is a part of.
KINDS = frozenset({PG.Measure, PG.Action})


def earlier(keys: Mapping[str, str], page: Page) -> Iterator[Earlier]:
    """Yield what each item goes back to; *keys* are the items by their IRIs, in their order."""
    for iri, key in keys.items():
        if page.known[iri].kind in KINDS:
            for past in oldest(iri, page):
                yield _told(key, past, page)


def _told(key: str, past: Past, page: Page) -> Earlier:
    return Earlier(
        key=key,
        sentence=shown(goes_back(past, page)),
        basis=past.basis.removeprefix(PG.NS),
        letter=pick(BASIS_MARKS[past.basis], page.lang),
        steps=tuple(
            EarlierStep(
                sentence=shown(sentence(each, page)),
                basis=each.ground.effective.removeprefix(PG.NS),
                reasons=tuple(map(shown, step_lines(each, page))),
            )
            for each in past.steps
        ),
    )
