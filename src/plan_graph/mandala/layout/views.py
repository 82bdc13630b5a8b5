"""Which views a picture has: every scene whose subject the graph holds, by its name."""

from collections.abc import Mapping

from plan_graph.mandala.layout.first_sight import first_sight
from plan_graph.mandala.layout.rings import OUTER, rings
from plan_graph.mandala.layout.rows import BY, rows
from plan_graph.mandala.picture import Picture
from plan_graph.mandala.scene import CANVASES, ROOMS, Scene

#: Positions of an earlier edition: scene, then item, to its place.
Earlier = Mapping[str, Mapping[str, tuple[float, float]]]


def scenes(picture: Picture, earlier: Earlier | None = None) -> dict[str, Scene]:
    """Return every scene of *picture*: of each view on each canvas, in each room where it differs.

    With the positions of an *earlier* edition, what can stand anywhere stands where it stood.
    """
    before = earlier or {}
    found: dict[str, Scene] = {}
    for canvas in CANVASES:
        for room in ROOMS:
            name = f"mandala/{canvas.name}/{room.name}"
            found[name] = first_sight(picture, canvas, room, before.get(name))
        for outer in OUTER:
            name = f"rings{outer}/{canvas.name}"
            if scene := rings(picture, canvas, outer, before.get(name)):
                found[name] = scene
        for by in BY:
            for room in ROOMS:
                if scene := rows(picture, canvas, room, by):
                    found[f"{by}/{canvas.name}/{room.name}"] = scene
    return found
