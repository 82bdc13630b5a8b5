"""What the SPARQL endpoint says: why a request is refused, and what the endpoint is."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # Titles of what goes wrong
    "bad-query": ("このSPARQLは受け付けられません", "This query cannot be accepted"),
    "bad-request": ("この要求は受け付けられません", "This request cannot be accepted"),
    "media-type": ("この種類の内容は受け取れません", "This type of content is not taken"),
    "not-acceptable": ("その形式では答えられません", "No answer in that format"),
    "too-large": ("答えが大きすぎます", "The answer is too large"),
    # The page of the endpoint
    "title": ("SPARQLで尋ねる", "Ask by SPARQL"),
    "lead": (
        "プログラムが尋ねる窓口です（SPARQL 1.1 Protocol）。人が尋ねるには、質問集が便利です。",
        "Here programs ask (SPARQL 1.1 Protocol). People ask more easily by the questions.",
    ),
    "to-questions": ("質問集と、SPARQLの入力欄へ", "To the questions, and a field for SPARQL"),
    "address": ("アドレス", "Address"),
    "parameters": ("パラメータ", "Parameters"),
    "about-query": (
        "SPARQL。GETでも、POST（フォーム、または application/sparql-query の本文）でも送れます",
        "the query: by GET, or by POST as a form or as a body of application/sparql-query",
    ),
    "about-basis": ("根拠の下限（{names}）", "the weakest basis that counts ({names})"),
    "about-format": (
        "答えの形式。Accept ヘッダーを送れない道具のために",
        "the format of the answer, for tools that cannot send an Accept header",
    ),
    "about-rows": (
        "先頭の何行まで。続きがあるときは {header} ヘッダーで知らせます",
        "only the first so many rows; the header {header} tells when there are more",
    ),
    "about-lang": ("エラーの言語（ja, en）", "the language of errors (ja, en)"),
    "limits": ("かぎり", "Limits"),
    "limit-read": (
        "読むだけです。更新、SERVICE、FROM、よそのグラフの指定は断ります",
        "read only: updates, SERVICE, FROM and graphs from elsewhere are refused",
    ),
    "limit-whole": (
        "答えは、欠けずに返るか、エラーになるかのどちらかです（{size} MBまで）",
        "an answer comes whole, or as an error (up to {size} MB)",
    ),
    "description": (
        "この窓口の説明（機械むけ）",
        "The description of this service, for machines",
    ),
}

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "no-query": (
        "query がありません。query=（SPARQL）をフォームで送るか、本文をSPARQLにしてください。",
        "there is no query. Send query=… as a form, or the query itself as the body.",
    ),
    "two-queries": (
        "query が {count} 個あります。1回に1つだけ送ってください。",
        "there are {count} queries. Send one at a time.",
    ),
    "update": (
        "更新はできません。グラフを書き換えるのは plan-graph build だけです。",
        "updates are refused: only plan-graph build changes the graph.",
    ),
    "dataset": (
        "この窓口のグラフは一つだけで、ほかは選べません。{name} を消してください。",
        "there is one graph here and no other can be chosen. Take {name} out.",
    ),
    "not-utf8": (
        "UTF-8として読めません。文字コードをUTF-8にして送ってください。",
        "this is not UTF-8. Encode what you send as UTF-8.",
    ),
    "media-type": (
        (
            "「{kind}」は受け取れません。application/x-www-form-urlencoded か "
            "application/sparql-query（UTF-8）で送ってください。"
        ),
        (
            "“{kind}” is not taken. Send application/x-www-form-urlencoded or "
            "application/sparql-query (UTF-8)."
        ),
    ),
    "not-acceptable": (
        "「{accept}」では答えられません。この質問に使えるのは {known} です。",
        "“{accept}” cannot be given. For this query there are: {known}.",
    ),
    "not-xml": (
        "XMLでは書けない文字か名前が答えにあります。JSONかTurtleで受け取ってください。",
        "the answer holds a character or name that XML cannot write. Take JSON or Turtle.",
    ),
    "rows": (
        "「{text}」は行数になりません。1以上の数にしてください。",
        "“{text}” is no number of rows. Give 1 or more.",
    ),
    "too-large": (
        (
            "答えが {size} MBを超えるので、返しません（一部だけを全部のように返すことはしません）。"
            "LIMIT と OFFSET で分けるか、条件を足すか、先頭だけなら rows=1000 を付けてください。"
        ),
        (
            "the answer is larger than {size} MB, and a part is never given as the whole. Divide "
            "it by LIMIT and OFFSET, add a condition, or take only its beginning by rows=1000."
        ),
    ),
}
