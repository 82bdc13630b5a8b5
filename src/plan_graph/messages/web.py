"""What the pages of the server say besides the answers."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # The shell
    "skip": ("本文へ", "Skip to the content"),
    "navigation": ("案内", "Navigation"),
    "other-language": ("English", "日本語"),
    "other-language-code": ("en", "ja"),
    "nav-serves": ("ビジョン別の取組", "By vision"),
    "nav-tables": ("クロス集計", "Tables"),
    "nav-progress": ("進行管理", "Progress"),
    "nav-query": ("質問集", "Questions"),
    "nav-network": ("つながりを読む", "Structure"),
    "nav-coverage": ("つながりの点検", "Coverage"),
    "nav-mandala": ("マンダラ", "Mandala"),
    "nav-search": ("さがす", "Find"),
    "search-label": (
        "取組・施策・課・言葉をさがす",
        "Find an action, a measure, a department, a word",
    ),
    "search-button": ("さがす", "Find"),
    "basis-choice": ("根拠の下限", "Weakest basis"),
    "basis-stated": ("記載だけ", "stated only"),
    "basis-matched": ("照合まで", "down to matched"),
    "basis-estimated": ("推定まで", "down to estimated"),
    "basis-proposed": ("提案まで", "down to proposed"),
    "take-away": ("持ち出す", "Take away"),
    "on-mandala": ("マンダラに示す", "Show on the mandala"),
    "for-office": ("庁内用", "for the office"),
    # Errors
    "refused": ("うまくいきませんでした", "That did not work"),
    "failed-400": ("読めない要求です", "This request cannot be read"),
    "next-400": (
        "アドレスの文字がUTF-8になっていないか、壊れています。打ちなおすか、下からさがしてください。",
        "The letters of the address are not UTF-8, or broken. Type it again, or search below.",
    ),
    "failed-404": ("そのページはありません", "There is no such page"),
    "next-404": (
        "アドレスを確かめるか、言葉でさがしてください。",
        "Check the address, or search by a word.",
    ),
    "failed-405": ("その方法では使えません", "It cannot be used that way"),
    "next-405": (
        "このサーバーは読むためのものです。ふつうのリンクで開いてください。",
        "This server is only for reading. Open the page by an ordinary link.",
    ),
    "failed-413": ("送られた内容が大きすぎます", "What was sent is too large"),
    "next-413": (
        "{limit} バイトまで受け取れます。質問を短くしてください。",
        "Up to {limit} bytes are taken. Make the question shorter.",
    ),
    "failed-414": ("アドレスが長すぎます", "The address is too long"),
    "next-414": (
        "アドレスは {limit} バイトまでです。長い質問は、POST で送ってください。",
        "An address has up to {limit} bytes. Send a long question by POST.",
    ),
    "failed-421": ("このサーバーへの宛名ではありません", "This is not the name of this server"),
    "next-421": (
        (
            "127.0.0.1 か localhost のアドレスで開いてください。ほかの名前は、よそのサイトが"
            "このサーバーを読むのに使えるため、断っています。"
        ),
        (
            "Open it as 127.0.0.1 or localhost. Other names are refused, since a foreign site "
            "could use them to read from this server."
        ),
    ),
    "failed-500": ("申し訳ありません、こちらの誤りです", "Sorry, this is a fault of ours"),
    "next-500": (
        "サーバーを動かした画面に、くわしい内容が出ています。もう一度ためすか、開発者に知らせてください。",
        "The window in which the server runs tells more. Try again, or tell the developers.",
    ),
    "failed-503": ("いま混み合っています", "Too many are asking right now"),
    "next-503": (
        "少し待って、もう一度開いてください。",
        "Wait a moment and open the page again.",
    ),
    "failed-504": ("重すぎるので、途中で止めました", "It was too heavy and was stopped"),
    "next-504": (
        (
            "一つの答えに使えるのは {limit} 秒までで、メモリにもかぎりがあります。"
            "質問を狭めてください（条件を足す、LIMIT を付ける、並べ替えをやめる）。"
        ),
        (
            "An answer may take {limit} seconds and only so much memory. Narrow the question: "
            "add a condition or a LIMIT, or do not sort."
        ),
    ),
    # The first page
    "home-title": ("計画のつながりを、一本ずつたどる", "Follow the plan, line by line"),
    "home-lead": (
        "どの取組が、どのビジョンにつながるか。それはなぜか。資料の名前と場所を添えて答えます。",
        "Which action leads to which vision, and why: every answer names document and place.",
    ),
    "home-unofficial": (
        "公表された資料から組み立てた非公式の再構成です。{city}のものではありません。",
        "An unofficial reconstruction from published documents; not by {city}.",
    ),
    "home-visions": ("ビジョン", "Visions"),
    "home-visions-year": ("{year}年のビジョン", "Visions for {year}"),
    "home-visions-note": ("市民の提言です。", "They are the citizens' proposals."),
    "home-by-documents": ("資料から {count}件", "{count} by documents"),
    "home-by-estimates": ("推定 {count}件", "{count} estimated"),
    "home-pages": ("見かた", "Ways to look"),
    "home-serves": (
        "取組を、担当課・根拠・たどり方とともに",
        "actions with department, basis and the way there",
    ),
    "home-tables": (
        "二つの種類を掛け合わせた表と、よく使う表",
        "any two kinds crossed, and tables that offices need",
    ),
    "home-progress": (
        "実績と目標、○×とその理由のありか",
        "actuals, targets, statuses and where their reasons stand",
    ),
    "home-query": ("{count}の質問と、自由なSPARQL", "{count} questions, and any SPARQL"),
    "home-network": (
        "同時解決の候補、つなぎ役、支えが1本のつながりなどを、文と小さな図で",
        "candidates for solving at once, what holds together, single supports",
    ),
    "home-coverage": (
        "まだないもの、推定だけのもの",
        "what is missing, what rests on estimates alone",
    ),
    "home-mandala": (
        "全体を一枚の図で（9マスの目標シートとは別のもの）",
        "the whole in one picture",
    ),
    "home-search": ("名称・読み・番号・英語名で", "by name, reading, number or English"),
    "home-questions": ("たとえば、こう尋ねる", "Ask, for example"),
    "home-all-questions": ("すべての質問", "All questions"),
    "home-graph": ("このグラフ", "This graph"),
    "home-graph-links": ("つながり（根拠別）", "Links by basis"),
    "home-count": ("{kind} {count}", "{kind} {count}"),
    # Actions by vision
    "serves-all": ("すべて", "all"),
    "serves-choose": ("ビジョンを選ぶ", "Choose a vision"),
    # The command
    "serving": (
        (
            "この計算機の中だけで開きました（{audience}）。\n"
            "  ブラウザー： {address}\n"
            "  SPARQL：     {address}sparql\n"
            "止めるには Ctrl+C を押します。"
        ),
        (
            "Open on this machine only ({audience}).\n"
            "  browser: {address}\n"
            "  SPARQL:  {address}sparql\n"
            "Press Ctrl+C to stop."
        ),
    ),
    "public": ("公開用", "for the public"),
    "office": ("庁内用：課ごとの達成状況が出ます", "for the office: shows statuses by department"),
    "served": ("止めました。", "Stopped."),
}

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "no-format": (
        "「{text}」という形式はありません。使えるのは {known} です。",
        "There is no format “{text}”. Use one of: {known}.",
    ),
    "port-used": (
        (
            "すでに使われています。ほかの番号を選ぶか（例：--port {other}）、空いている番号に任せて"
            "ください（--port 0）。前に開いた plan-graph が動いていれば、そのまま使えます。"
        ),
        (
            "It is in use already. Choose another one (such as --port {other}), or let any free "
            "one be taken (--port 0). A plan-graph that you opened before can be used as it is."
        ),
    ),
    "port-closed": (
        "開けません（{reason}）。1024 以上のほかの番号を選んでください（例：--port {other}）。",
        "Cannot be opened ({reason}). Choose another one from 1024 on (such as --port {other}).",
    ),
}
