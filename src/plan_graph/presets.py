"""The named tables that an office needs most: which there are, and how each is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Store

from plan_graph import preset_figures, preset_links
from plan_graph.errors import PlanGraphError
from plan_graph.lookup import Element, near_miss
from plan_graph.messages import did_you_mean, fault
from plan_graph.preset_tables import Table, View, look


@dataclass(frozen=True, slots=True)
class Preset:
    """A named table; title and description stand in the catalogue under its name."""

    name: str
    make: Callable[[View], Table]
    #: nobody but the office sees it
    office_only: bool = False


PRESETS: Final = {
    each.name: each
    for each in (
        Preset("summary", preset_figures.summary),
        Preset("indicators", preset_figures.indicators),
        Preset("missed-targets", preset_figures.missed_targets),
        Preset("vision-measure", preset_links.vision_measure),
        Preset("issue-action", preset_links.issue_action),
        Preset("theme-theme", preset_links.theme_theme),
        Preset("sdg-measure", preset_links.sdg_measure),
        Preset("plans", preset_links.plans),
        Preset("department-action", preset_figures.department_action, office_only=True),
        Preset("gaps", preset_links.gaps),
    )
}


def preset_table(
    name: str, store: Store, known: Mapping[str, Element], *, office: bool = False
) -> Table:
    """Return the table *name* of the view that *store* is, for the public or for the office.

    Raises PlanGraphError when there is no such table, when it is for the office only, and when
    the graph holds nothing that it tells of.
    """
    if name not in PRESETS:
        near = did_you_mean(near_miss(name, PRESETS))
        listed = ", ".join(PRESETS)
        raise PlanGraphError(
            [fault("--preset", "presets.unknown", name=name, near=near, known=listed)]
        )
    if PRESETS[name].office_only and not office:
        raise PlanGraphError([fault("--preset", "presets.office-only", name=name)])
    found = PRESETS[name].make(look(store, known, office=office))
    if len(found.rows) <= found.totals:
        raise PlanGraphError([fault("--preset", "presets.nothing", name=name)])
    return found
