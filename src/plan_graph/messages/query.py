"""What the pages of the questions say."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "library": ("質問集", "Questions"),
    "library-lead": (
        "計画のグラフに尋ねる{count}の質問です。選んで、条件を決めて、答えを見ます。",
        "{count} questions for the graph of the plans. Choose one, set its terms, see the answer.",
    ),
    "free": ("SPARQLで尋ねる", "Ask in SPARQL"),
    "free-lead": (
        "グラフに何でも尋ねられます。データは書き換わりません。",
        "Ask the graph anything. Nothing can change the data.",
    ),
    "find": ("質問をしぼる", "Filter the questions"),
    "find-button": ("しぼる", "Filter"),
    "all-tags": ("すべて", "All"),
    "tags": ("分類", "Tags"),
    "none-left": ("当てはまる質問はありません。", "No question fits."),
    "any": ("（すべて）", "(all)"),
    "choose": ("選んでください", "choose one"),
    "basis": ("根拠の下限", "weakest basis"),
    "form": ("質問の条件", "Terms of the question"),
    "run": ("答えを見る", "Show the answer"),
    "run-free": ("実行", "Run"),
    "run-key": ("Ctrl + Enter でも実行できます。", "Ctrl + Enter runs it too."),
    "answer": ("答え", "Answer"),
    "faults": ("尋ねられませんでした", "It could not be asked"),
    "at": ("{line}行目 {column}文字目", "line {line}, column {column}"),
    "row-count": ("{count}行", "{count} rows"),
    "subject": ("主語", "subject"),
    "predicate": ("述語", "predicate"),
    "object": ("目的語", "object"),
    "triple-count": ("{count}組", "{count} triples"),
    "row-count-shown": (
        "{count}行のうち{shown}行を示しています。残りはファイルで。",
        "{shown} of {count} rows are shown. The files have them all.",
    ),
    "rows-left": ("{shown} / {count}行", "{shown} of {count} rows"),
    "filter": ("表の中をさがす", "Filter the rows"),
    "past-table": ("表を飛ばして先へ", "Go past the table"),
    "sort-by": ("{name}で並べ替える", "Sort by {name}"),
    "table": ("答えの表。横に動かせます。", "Table of the answer; it scrolls sideways."),
    "download": ("ダウンロード", "Download"),
    "on-mandala": ("マンダラに示す", "Show on the mandala"),
    "text": ("SPARQLの文", "SPARQL text"),
    "behind": ("この質問のSPARQLを見る・直す", "See and change the SPARQL of this question"),
    "behind-lead": (
        "選んだ値は VALUES に入っています。直して実行すると「SPARQLで尋ねる」が開きます。",
        "The values chosen stand in VALUES. Change it and run it: “Ask in SPARQL” opens.",
    ),
    "again": ("同じ答えを得るには", "How to get the same answer"),
    "address": ("開いても実行しないアドレス", "Address that opens this without running it"),
    "address-long": (
        "この文は長いので、アドレスにできません。ファイルに保存してください。",
        "This text is too long for an address. Save it to a file.",
    ),
    "command": ("コマンド", "Command"),
    "command-file": (
        "文を query.rq に保存して実行します。",
        "Save the text as query.rq, then run this.",
    ),
    "curl": ("curl", "curl"),
    "copy": ("コピー", "Copy"),
    "copied": ("コピーしました", "Copied"),
    "prefixes": ("書かなくても使える接頭辞", "Prefixes that need no declaration"),
    "turtle": ("Turtleで見る", "See as Turtle"),
    "back": ("質問集にもどる", "Back to the questions"),
}

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "no-form": (
        "送られた内容を読めません。フォームから送り直してください（UTF-8）。",
        "what was sent cannot be read. Send it again from the form (UTF-8).",
    ),
}
