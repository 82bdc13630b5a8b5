"""What the pages of tables and of progress say besides the answers."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # Cross tables
    "lead": (
        "二つの種類を選ぶと、どれとどれがつながるかを表にします。欄を開くと、根拠と出典が下に出ます。",
        "Choose two kinds to see which joins which. Open a cell for its grounds and sources below.",
    ),
    "form": ("表にする種類", "What to cross"),
    "rows": ("行", "Rows"),
    "columns": ("列", "Columns"),
    "through": ("間に立つ種類", "Through"),
    "cells": ("欄に示すもの", "Cells tell"),
    "drop-empty": ("空の行を省く", "Leave out empty rows"),
    "preset": ("よく使う表", "Tables with a name"),
    "row": ("開く行", "Row to open"),
    "column": ("開く列", "Column to open"),
    "choose": ("選ぶ", "choose"),
    "as-usual": ("おまかせ", "as usual"),
    "cells-count": ("数", "numbers"),
    "cells-list": ("一覧", "lists"),
    "cells-marks": ("根拠の記号", "marks of basis"),
    "cross": ("表にする", "Make the table"),
    "presets-lead": (
        "会議や照会でよく求められる表です。Excel にもできます。",
        "Tables that meetings and inquiries often ask for; each is also there for Excel.",
    ),
    "office-table": (
        "庁内用：公開用の画面には出しません",
        "for the office: not shown on public pages",
    ),
    "open-cells": (
        "下線のある欄を押すと、つながりと根拠が表の下に出ます。",
        "An underlined cell opens its links and grounds below the table.",
    ),
    "heat": (
        "数の下の棒の長さは、いちばん大きい数に対する割合です（5段階）。",
        "The bar below a number is its share of the largest one, in five steps.",
    ),
    "cut": (
        "大きな表なので、{count} 行中の {shown} 行まで示します。全部は CSV か Excel にあります。",
        "The table is large: {shown} of {count} rows are shown. CSV and Excel hold them all.",
    ),
    "pairs": ("この欄のつながり", "What joins them"),
    "not-joined": (
        "この表では、二つをつなぐものはありません。",
        "Nothing joins the two in this table.",
    ),
    "ways-count": ("つながりは {count} 件です。", "Links: {count}."),
    "way-shared": ("{name} を通じて", "Through {name}"),
    "way-direct": ("直接のつながり", "Joined directly"),
    "all-ways": ("すべてのたどり方を見る", "See every way between them"),
    "back": ("表に戻る", "Back to the table"),
    # Progress
    "progress-form": ("進行管理で見るもの", "What to see of progress"),
    "by": ("○×を数える単位", "Count ○ and × by"),
    "by-none": ("進行管理表と全部の集計", "the sheets, and every count"),
    "year": ("報告の年度", "Year of the report"),
    "newest": ("いちばん新しい年度", "the newest"),
    "element": ("見る要素", "Of one element"),
    "element-example": ("例：取組9、ビジョン②、施策1-1", "such as action 9, vision ②"),
    "show": ("見る", "Show"),
    "progress-office": (
        "課ごとの達成状況は、庁内用（plan-graph serve --audience office）だけに出ます。",
        "Statuses by department are for the office only (plan-graph serve --audience office).",
    ),
}

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "no-choice": (
        "「{text}」はありません。選べるのは {known} です。",
        "there is no “{text}”. Choose one of: {known}.",
    ),
    "missing": ("種類を選んでください。", "choose a kind."),
    "with-preset": (
        "名前のある表と一緒には使えません。どちらかにしてください。",
        "does not go with a table that has a name. Choose one of the two.",
    ),
    "office-only": (
        (
            "課ごとの一覧や達成状況は、公開用には出しません。庁内で見るときは、"
            "plan-graph serve --audience office で開いてください。"
        ),
        (
            "lists and statuses by department are not for the public. In the office, open them "
            "with plan-graph serve --audience office."
        ),
    ),
}
