"""Which of several media types a client likes best (RFC 9110, section 12.5.1)."""

from collections.abc import Sequence


def preferred(accept: str, offered: Sequence[str]) -> str:
    """Return the one of *offered* that the header *accept* likes best, or nothing if it has none.

    Where it likes several equally, the first of them; an empty header takes anything.

    >>> preferred("text/turtle;q=0.9, text/*;q=0.5, */*;q=0.1", ["text/html", "text/turtle"])
    'text/turtle'
    >>> preferred("image/png", ["text/html"])
    ''
    """
    ranges = [_range(each) for each in accept.split(",") if each.strip()] or [("*/*", 1.0)]
    liked = [(_quality(each, ranges), -at, each) for at, each in enumerate(offered)]
    best = max(liked, default=(0.0, 0, ""))
    return best[2] if best[0] > 0 else ""


def _range(text: str) -> tuple[str, float]:
    """Return a media range and how much it is liked; a broken weight counts as none at all."""
    name, *parameters = (part.strip() for part in text.split(";"))
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "q":
            try:
                weight = float(value)
            except ValueError:
                return name.lower(), 0.0
            return name.lower(), weight if 0 <= weight <= 1 else 0.0
    return name.lower(), 1.0


def _quality(media_type: str, ranges: list[tuple[str, float]]) -> float:
    """Return how much *media_type* is liked: what names it most closely decides."""
    wholes = (media_type, media_type.partition("/")[0] + "/*", "*/*")
    for whole in wholes:
        weights = [weight for name, weight in ranges if name == whole]
        if weights:
            return max(weights)
    return 0.0
