"""The words of the side of the mandala's page and of the presenter, in Japanese and English.

Names in braces are filled in by the script. What other outputs say as well stands in `texts`.
"""

from typing import Final

#: Key to the Japanese and the English words.
WORDS: Final[dict[str, tuple[str, str]]] = {
    "comma": ("、", ", "),
    "colon": ("：", ": "),
    "semicolon": ("。", "; "),
    "close": ("閉じる", "Close"),
    "reset": ("すべて戻す", "Reset all"),
    # The strip
    "bar": ("操作", "Controls"),
    "search": ("さがす", "Find"),
    "drawer": ("見方", "Views"),
    "twin": ("表", "Table"),
    "present": ("発表", "Present"),
    "help": ("キーの一覧", "Keys"),
    "skip": ("図の内容を表で読む", "Read the picture as a table"),
    "sources": ("出典：{city}", "Sources: {city}"),
    "sources-plain": ("出典", "Sources"),
    "sources-title": ("出典と、この図について", "Sources, and about this picture"),
    "filtered": ("しぼり込み：{filters}", "Filtered: {filters}"),
    "highlighted": (
        "答えの{count}件を示しています（Escで戻す）",
        "{count} elements of an answer are lit (Esc shows all)",
    ),
    "without": ("{name}を除く", "without {name}"),
    # The panel
    "panel": ("選んだもの", "What is selected"),
    "selected": (
        "{name}を選びました。つながり{count}本。",
        "{name} selected, {count} links.",
    ),
    "own-page": ("この要素のページを開く", "Open the page of this element"),
    "facts": ("実績と目標", "Actual and target"),
    "status": ("市の評価 {mark}", "scored {mark} by the city"),
    "way": ("たどり方", "Way"),
    "weakest": ("いちばん弱い根拠：{basis}", "Weakest ground: {basis}"),
    "filtered-lines": (
        "しぼり込みで{count}本を隠しています。",
        "The filter hides {count} links.",
    ),
    "no-lines": (
        "資料からたどれるつながりは、まだありません。",
        "No link can be followed from the documents yet.",
    ),
    "not-drawn": (
        "図に書ききれないものが、ほかに{count}件あります。",
        "{count} more do not fit on the picture.",
    ),
    "reasons": ("理由と出典", "Reasons and sources"),
    "reach": ("たどる段数", "Steps followed"),
    "reach-one": ("{count}段", "{count}"),
    # The three questions
    "ask-Vision": ("どの取組がこのビジョンにつながるか", "Which actions serve this vision?"),
    "ask-Department": ("この課はどのビジョンに", "Which visions does this department serve?"),
    "ask-RegionalIssue": ("この課題に取り組むのは", "Who works on this issue?"),
    "answer": ("答え", "Answer"),
    "answer-Vision": (
        "{name}につながる取組は{count}件です（{counts}）。",
        "{count} actions serve {name} ({counts}).",
    ),
    "answer-RegionalIssue": (
        "{name}に取り組む取組は{count}件です（{counts}）。",
        "{count} actions address {name} ({counts}).",
    ),
    "answer-Department": (
        "{name}が担当する取組は{count}件。資料からは{visions}につながります（{counts}）。",
        (
            "{name} is responsible for {count} actions. "
            "By the documents they serve {visions} ({counts})."
        ),
    ),
    "answer-Department-more": (
        "推定では{others}にも（{estimated}組。市の見解ではありません）。",
        " By estimates also {others} ({estimated} pairs; not the city's view).",
    ),
    "answer-Department-none": (
        (
            "{name}が担当する取組は{count}件。資料からビジョンへたどれる取組はまだありません"
            "（推定 {estimated}件。市の見解ではありません）。"
        ),
        (
            "{name} is responsible for {count} actions. None can be followed to a vision from the "
            "documents yet ({estimated} estimated; not the city's view)."
        ),
    ),
    "answer-Department-none-in-view": (
        (
            "{name}が担当する取組は{count}件。資料からビジョンへたどれる取組はまだありません"
            "（この見方は推定を含みません）。"
        ),
        (
            "{name} is responsible for {count} actions. None can be followed to a vision from the "
            "documents yet (this view leaves out estimates)."
        ),
    ),
    "answer-none": (
        "{name}：資料からたどれる取組はまだありません（推定 {count}件。市の見解ではありません）。",
        (
            "{name}: no action can be reached from the documents yet "
            "({count} estimated; not the city's view)."
        ),
    ),
    "answer-none-in-view": (
        "{name}：資料からたどれる取組はまだありません（この見方は推定を含みません）。",
        (
            "{name}: no action can be reached from the documents yet "
            "(this view leaves out estimates)."
        ),
    ),
    "counted": ("{basis}\u00a0{count}件", "{count} {basis}"),
    "pairs": ("{basis}\u00a0{count}組", "{count} pairs {basis}"),
    "only-through": ("うち施策を通じてのみ\u00a0{count}件", "{count} only through their measure"),
    # The legend, which is the filter
    "legend-title": ("見方としぼり込み", "Views and filters"),
    "view": ("図の見方", "View"),
    "view-mandala": ("マンダラ", "Mandala"),
    "view-rings": ("輪", "Rings"),
    "outer": ("輪の外側", "Outside the rings"),
    "outer-": ("なし", "Nothing"),
    "outer-people": ("主体・場所・資源", "Actors, places, resources"),
    "outer-departments": ("担当課", "Departments"),
    "outer-sdgs": ("SDGs", "SDGs"),
    "basis": ("線の種類（根拠）", "Lines by their ground"),
    "lines": ("{count}本", "{count}"),
    "layer": ("層", "Layers"),
    "layer-future": ("未来像", "Future"),
    "layer-outcomes": ("めざす効果", "Outcomes"),
    "layer-issues": ("課題", "Issues"),
    "layer-resources": ("資源・場所", "Resources, places"),
    "layer-ideas": ("事業アイデア", "Project ideas"),
    "layer-actions": ("取組", "Actions"),
    "layer-themes": ("テーマ（部会）", "Themes"),
    "layer-people": ("主体", "Actors"),
    "layer-departments": ("担当課", "Departments"),
    "layer-sdgs": ("SDGs", "SDGs"),
    "earlier": ("これまでの計画", "Earlier plans"),
    "earlier-show": ("引き継いだものを示す", "Show what is continued"),
    "earlier-hint": (
        "取組や施策を選ぶと、もとになった前の計画の施策や事業を、説明の欄に示します。",
        "Select an action or a measure to read what it continues of a plan before.",
    ),
    "earlier-none": (
        "これまでの計画へたどれるつながりは、まだありません。",
        "No link to an earlier plan can be followed yet.",
    ),
    "earlier-twin": (
        "これまでの計画から引き継いだもの（{count}件）",
        "Continued of earlier plans ({count})",
    ),
    "project": ("プロジェクト", "Project"),
    "theme": ("テーマ（部会）", "Theme"),
    "aspect": ("三側面", "Aspect"),
    "sdg": ("SDGs", "SDG"),
    "year": ("実績の年度", "Year of the actual value"),
    "fiscal": ("{year}年度", "FY{year}"),
    "left": ("{kind} {count}／{all}件を表示", "{count} of {all} {kind} shown"),
    "legend-note": (
        "押すとしぼり込みます。数は、押したときに残る{kind}の数です。",
        "Press to filter. A number tells how many {kind} would be left.",
    ),
    "room": ("会場の大きさ", "Room"),
    "room-large": ("大", "Hall"),
    "room-medium": ("中", "Room"),
    "room-small": ("小", "Desk"),
    "theme-of-day": ("明るさ", "Light"),
    "theme-": ("自動", "Auto"),
    "theme-light": ("昼", "Day"),
    "theme-dark": ("夜", "Night"),
    "print": ("印刷", "Print"),
    "full": ("全画面", "Full screen"),
    # Finding
    "search-title": ("さがす", "Find"),
    "search-label": (
        "名前・よみ・英語・番号（例：24、②、2-4）",
        "Name, reading or number (such as 24, ②, 2-4)",
    ),
    "found": ("{count}件見つかりました。", "{count} found."),
    "found-most": ("{count}件のうち{most}件を示します。", "{most} of {count} are listed."),
    "not-found": (
        "「{text}」に当たるものがありません。",
        "Nothing fits “{text}”.",
    ),
    "near": ("もしかして：{name}", "Did you mean: {name}"),
    "search-hint": (
        "↑↓で選び、Enterで図に示します。",
        "↑↓ choose, Enter shows it on the picture.",
    ),
    # The text twin
    "twin-title": ("図の内容を表で", "The picture as a table"),
    "twin-all": ("いまの見方にあるもの：{view}（{count}件）", "In this view: {view} ({count})"),
    "twin-lit": ("いま図で示しているもの（{count}件）", "Shown on the picture now ({count})"),
    "twin-lines": ("{name}のつながり（{count}本）", "Links of {name} ({count})"),
    "number": ("番号", "No."),
    "name": ("名称", "Name"),
    "kind": ("種類", "Kind"),
    "parent": ("属するもの", "Belongs to"),
    "links": ("つながり", "Links"),
    "sentence": ("つながり", "Link"),
    "ground": ("根拠", "Ground"),
    "confirmed": ("確認状況", "Confirmation"),
    "link": ("{name}［{basis}］", "{name} [{basis}]"),
    # The presenter
    "check": ("会場チェック", "Check of the room"),
    "check-ask": ("最後列から読めますか", "Can the last row read this?"),
    "check-hint": (
        "読めなければ一つ上の大きさに。F で全画面にすると、いちばん大きくなります。",
        "If not, choose the next larger size. F fills the screen, which is largest.",
    ),
    "begin": ("はじめる", "Begin"),
    "step": ("{number}／{all}　{title}", "{number}/{all}  {title}"),
    "next": ("次へ", "Next"),
    "back": ("前へ", "Back"),
    "end": ("終わる", "End"),
    "notes": ("メモ", "Notes"),
    "notes-title": ("話す人のためのメモ", "Notes for the speaker"),
    "black": (
        "画面を暗くしました。キーを押すと戻ります。",
        "The screen is dark. Press a key to return.",
    ),
    # Keys
    "keys-stage": ("図", "Picture"),
    "keys-present": ("発表", "Presenting"),
    "keys-off": ("文字ひとつのキーを使わない", "Do not use keys of one letter"),
    "key-arrows": ("となりへ移る", "move to a neighbour"),
    "key-enter": ("選ぶ、戻す", "select, release"),
    "key-steps": ("たどる段数", "steps followed"),
    "key-escape": ("一つ戻る、閉じる", "go back, close"),
    "key-search": ("さがす", "find"),
    "key-drawer": ("見方としぼり込み", "views and filters"),
    "key-twin": ("図の内容を表で", "the picture as a table"),
    "key-present": ("発表をはじめる", "begin to present"),
    "key-full": ("全画面", "full screen"),
    "key-help": ("この一覧", "this list"),
    "key-next": ("次の場面", "next step"),
    "key-back": ("前の場面", "step before"),
    "key-first": ("最初、最後の場面", "first, last step"),
    "key-black": ("暗くする、戻す", "dark, and back"),
    "key-notes": ("話す人のためのメモ", "notes for the speaker"),
    "key-leave": ("発表を終わる", "leave"),
}
