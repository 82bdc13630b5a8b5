"""What `progress` says: sheets, statuses, ratios and counts, in Japanese and English."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {}

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "office-only": (
        (
            "課ごとの達成状況は公開用には出しません。庁内で使うときは --audience office を"
            "付けてください。"
        ),
        (
            "statuses by department are not for the public. Inside the office, add "
            "--audience office."
        ),
    ),
    "no-year": (
        "{year}年度の進行管理表はグラフにありません。あるのは：{years}。",
        "the graph has no progress sheets of {year}. It has those of: {years}.",
    ),
}
