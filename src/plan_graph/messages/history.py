"""What is said of older plans: what goes back to what, and on what ground."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "in-year": ("{era}度の{name}", "{name} of FY{year}"),
    "goes-back": (
        "{newer}は、{older}を引き継ぎます（{basis}）。",
        "{newer} continues {older} ({basis}).",
    ),
    "goes-back-through": (
        "{newer}は、{through}を通じて、{older}の流れをくみます（{basis}）。",
        "{newer} goes back to {older} through {through} ({basis}).",
    ),
    "no-link": (
        "じかに結ぶつながりはありません。計画の年をさかのぼると、次のようにたどれます。",
        "No link joins the two; followed back through the years of the plans, these do.",
    ),
    "plan": ("{plan}（{first}度～{last}度）", "{plan} (FY{start} to FY{end})"),
    "not-counted": (
        (
            "{plan}は、いちばん新しい計画が始まる前に終わっているので、「そろっているもの」と"
            "「たどりつくもの」では数えていません（{counts}）。"
        ),
        (
            "{plan} ended before the newest plan began: what is in it ({counts}) is not "
            "counted among what elements have and what leads where."
        ),
    ),
    "count": ("{kind}{count}件", "{kind}: {count}"),
    "explain": (
        "一段ずつ見るには plan-graph explain {ends}",
        "To see it step by step: plan-graph explain {ends}",
    ),
}
