"""What the pages of elements, of the vocabulary, of finding and of explaining say."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # The page of an element
    "crumbs": ("属する先", "Part of"),
    "before": ("前", "Previous"),
    "after": ("次", "Next"),
    "position": ("{at}／{count}", "{at} of {count}"),
    "neighbours-in-list": ("同じ種類の前と次", "Previous and next of its kind"),
    "on-mandala": ("マンダラに示す", "Show on the mandala"),
    "facts": ("この要素について", "About it"),
    "namings": ("資料での表記", "As printed"),
    "figures": ("指標と値", "Indicators and values"),
    "relations": ("つながり", "Relations"),
    "legend-said": (
        (
            "記＝資料に記載（実線）、照＝二つの資料の名称が一致（破線）、"
            "推＝編集者の推定で、市の見解ではない（点線）、"
            "導＝それらをたどった結果（いちばん弱い根拠の線）"
        ),
        (
            "S: stated in a document (solid edge); M: the same name in two documents (dashes); "
            "E: estimated by an editor, not the city's view (dots); "
            "D: derived from these (the edge of the weakest)"
        ),
    ),
    "why-count": ("根拠（{count}）", "Why ({count})"),
    "evidence": ("根拠 ›", "evidence ›"),
    "evidence-link": ("根拠のページ：{name}", "evidence: {name}"),
    "explain": ("たどる ›", "explain ›"),
    "explain-of": ("たどる：{name}まで", "explain: the way to {name}"),
    "more": (
        "ほか{count}件は、このページの「データとして」と SPARQL で読めます。",
        "{count} more can be read as data, below, and by SPARQL.",
    ),
    "chart": ("{name}の値", "Values of {name}"),
    "chart-from": (
        "棒は0から始まります。数は下の表にもあります。",
        "Bars begin at 0; the table below says the same.",
    ),
    "data": ("データとして", "As data"),
    "data-said": (
        (
            "この要素の名前（IRI）は下のとおりで、どの写しでも変わりません。このページは、いまこの機械にある"
            "グラフがそれについて言うことです。"
        ),
        (
            "The name (IRI) of this thing is the one below and the same in every copy. This page "
            "tells what the graph on this machine says of it."
        ),
    ),
    # A piece of evidence
    "evidence-says": ("{kind}「{text}」", "{kind} “{text}”"),
    "evidence-of": ("{kind}：{name}", "{kind}: {name}"),
    "evidence-rows": ("この根拠に書かれていること", "What it says"),
    "premises": ("よりどころ", "What it rests on"),
    "followers": ("これをよりどころにするもの", "What rests on it"),
    "says-subject": ("つながりの元", "from"),
    "says-predicate": ("つながりの種類", "relation"),
    "says-object": ("つながる先", "to"),
    "says-date": ("日付", "date"),
    "says-source": ("資料", "document"),
    # Nothing there
    "unknown": ("この番地には何もありません", "Nothing has this address"),
    "unknown-said": (
        "{iri} について、このグラフは何も言っていません。",
        "This graph says nothing of {iri}.",
    ),
    "unknown-near": ("もしかして", "Did you mean"),
    "weaker-view": (
        "いまの見方（根拠の下限：{basis}）には入っていませんが、下の見方にはあります。",
        "It is not in this view (weakest basis: {basis}), but in these:",
    ),
    "outdated": (
        "新しい資料が別のことを書いているため、いまはどの見方にも入っていません。",
        "A newer document says otherwise, so no view holds it any more.",
    ),
    "basis-at-least": ("根拠の下限：{basis}", "weakest basis: {basis}"),
    "not-acceptable": ("その形式では答えられません", "Not in that format"),
    "not-acceptable-said": (
        "このページには次の形式があります。Accept を直すか、番地の終わりに付けてください。",
        "This page has these formats. Change Accept, or put an ending to the address.",
    ),
    # Finding
    "search": ("さがす", "Find"),
    "search-how": (
        "ひらがな・カタカナ、全角・半角、大文字・小文字の違いは気にしません。",
        "Kinds of kana, widths and capitals do not matter.",
    ),
    "search-kinds": ("種類から見る", "By kind"),
    "search-kind": ("{kind}（{count}）", "{kind} ({count})"),
    # Explaining
    "explain-title": ("理由をたどる", "Explain"),
    "explain-from": ("ここから", "From"),
    "explain-to": ("ここまで", "To"),
    "explain-button": ("たどる", "Explain"),
    "explain-how": (
        "要素は「取組24」のような番号、名称やその一部、IRI で指定します。",
        "Name an element by its number (action 24), its name or a part of it, or its IRI.",
    ),
    # The vocabulary
    "vocabulary": ("語彙", "Vocabulary"),
    "vocabulary-said": (
        "このグラフの言葉の一覧です。使われた数は、いまの見方で数えました。",
        "The terms of this graph. How often each is used was counted in this view.",
    ),
    "group-classes": ("種類（クラス）", "Classes"),
    "group-relations": ("つながり（すべてに根拠がある）", "Relations (each with its evidence)"),
    "group-properties": ("そのほかの性質", "Other properties"),
    "group-values": ("決まった値", "Closed lists of values"),
    "term": ("語", "term"),
    "term-label": ("名前", "label"),
    "term-comment": ("意味", "meaning"),
    "term-above": ("もとになる語", "specialises"),
    "term-joins": ("結ぶもの", "joins"),
    "term-of": ("属する一覧", "list"),
    "term-uses": ("使われた数", "used"),
    "term-elements": ("この値をもつ要素", "elements with it"),
}
