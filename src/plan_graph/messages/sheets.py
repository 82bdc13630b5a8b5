"""The words of the workbooks of cross tables: the pairs behind the cells, and the review sheet."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "number-of": ("{kind}の番号", "{kind} no."),
    "table": ("表", "table"),
    "pairs": ("組", "pairs"),
    "review": ("点検", "review"),
    "relation": ("関係", "relation"),
    "shared": ("共有するもの", "shared"),
    "confirmation": ("確認状況", "confirmation"),
    "source": ("出典", "source"),
    "place": ("場所", "place"),
    "reason": ("推定の理由（編集者）", "reason of the estimate (editors)"),
    "key": ("管理番号", "key"),
    "in-table": ("この表のつながり", "joined in this table"),
    "lacking": ("まだないもの", "lacking"),
    "pairs-note": (
        "下線のある欄を押すと「{pairs}」の行へ移ります。{pairs}は、欄のつながりを一つずつ示します。",
        "An underlined cell leads to its rows in “{pairs}”, which tell its links one by one.",
    ),
    "review-note": (
        "「{review}」は、この表の行と列の種類について、そろっているものとまだないものを示します。",
        "“{review}” tells what the elements of these rows and columns have, and what they lack.",
    ),
}
