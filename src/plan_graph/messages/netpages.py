"""What the pages on the structure of the graph say besides the findings."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "title": ("つながりを読む", "What the structure says"),
    "lead": (
        "つながり全体の形から分かることを、文とよりどころで答えます。点数や順位は付けません。",
        "What the shape of all links tells, in sentences with what they lean on; no ranks.",
    ),
    "for-office-too": (
        (
            "届かなかった目標と「もし、止まったら」は庁内用です"
            "（plan-graph serve --audience office）。"
        ),
        "Missed targets and “what if it stopped” are for the office (serve --audience office).",
    ),
    "for-office": ("庁内用", "for the office"),
    "office-only": ("このページは庁内用です", "This page is for people of the office"),
    "office-only-why": (
        "ここでは何も計算していません。どなたが読むかは、サーバーを動かす人が決めます。",
        "Nothing was computed here. Who reads is decided by the person who runs the server.",
    ),
    "office-only-how": (
        "庁内で使うときは plan-graph serve --audience office で動かしてください。",
        "Inside the office, run plan-graph serve --audience office.",
    ),
    "sentences": ("文とよりどころ", "Sentences, and what they lean on"),
    "one-by-one": ("一つずつ開く（{count}）", "Open one by one ({count})"),
    "why": ("なぜ", "why"),
    "why-of": ("{a}と{b}のつながりの理由", "why {a} and {b} are joined"),
    "same": ("資料だけでも同じ", "the same by documents alone"),
    "limits": ("どこまで言えるか", "How far this goes"),
    "in-picture": ("図で", "As a picture"),
    "picture": (
        "文が述べる要素{count}件と、その間のつながり{lines}本。同じことを文が述べています。",
        "{count} elements of the sentences and {lines} links; the sentences say the same.",
    ),
    "picture-note": (
        "●は文が述べるもの、○はそのよりどころ。線の形は根拠です。",
        "● is told of, ○ is what it leans on. The style of a line is its ground.",
    ),
    "picture-lines": ("線の形は根拠です。", "The style of a line is its ground."),
    "picture-first": (
        "図は、はじめの{count}文のものです。",
        "The picture is of the first {count}.",
    ),
    "picture-thinned": (
        "線が多いので、それぞれ共にもつものの多い線だけを描きました。",
        "There are many lines: drawn are those of each that share most.",
    ),
    "more": (
        "ほか {count}件（Excel か JSON ですべて）",
        "{count} more (all of them in Excel or JSON)",
    ),
    "graphs": ("見る図", "Graph"),
    "between-department-department": ("課と課", "departments"),
    "between-action-action": ("取組と取組", "actions"),
    "between-theme-theme": ("テーマとテーマ", "themes"),
    "between-actor-theme": ("主体とテーマ", "actors and themes"),
    "between-measure-goal": ("施策とSDGs", "measures and SDGs"),
    "from": ("どこから", "From"),
    "to": ("どこへ", "To"),
    "how": (
        "番号（取組1）、名称、ビジョンの丸数字などで。",
        "By number (action 1), name, or the mark of a vision.",
    ),
    "ask": ("たどる", "Find ways"),
    "without": ("止まるとする要素", "Element that stops"),
    "compare": ("くらべる", "Compare"),
    "all": ("つながりを読む、すべて", "All that the structure says"),
    "faults": ("もう一度たしかめてください", "Please check this again"),
}
