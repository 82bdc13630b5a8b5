"""What the pages of the server say besides the answers."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "skip": ("本文へ", "Skip to the content"),
    "navigation": ("案内", "Navigation"),
    "other-language": ("English", "日本語"),
    "other-language-code": ("en", "ja"),
    "refused": ("うまくいきませんでした", "That did not work"),
    "nav-serves": ("ビジョン別の取組", "By vision"),
    "nav-query": ("質問集", "Questions"),
    "nav-tables": ("クロス集計", "Tables"),
    "nav-coverage": ("つながりの点検", "Coverage"),
    "nav-mandala": ("マンダラ", "Mandala"),
    "nav-search": ("さがす", "Find"),
}
