"""The words for the terms of the ontology: kinds, relations, bases, columns, findings, changes."""

from typing import Final

from plan_graph.vocab import DCTERMS, PG, SDGO, SKOS

#: Remarks that importers and rules attach to evidence.
NOTES: Final[dict[str, tuple[str, str]]] = {
    "vision-number": (
        "番号とビジョンの対応は編集者の読み取り",
        "that the circled numbers mean the visions is the editors' reading",
    ),
    "section-only": (
        "資料は課の名だけを書いている。同じ期間の資料にある、部の付いた同じ名の課と照合した",
        (
            "the document prints the section only; it was matched with the one section of that "
            "name in documents of the same period"
        ),
    ),
    "principle-mark": (
        "施策のページに書かれている言葉。色などで区別されていたかは、文字からは分からない",
        (
            "the word is printed with the measure; whether a colour set it apart from others "
            "cannot be seen in the text"
        ),
    ),
    "chart-order": (
        "グラフのどの値がどの年のものかは、文字からは分からない",
        "which value of the chart is of which year cannot be seen in the text",
    ),
}

#: Kind of element to its name.
KINDS: Final[dict[str, tuple[str, str]]] = {
    PG.Municipality: ("市町村", "municipality"),
    PG.Plan: ("計画", "plan"),
    PG.Mandala: ("マンダラ", "mandala"),
    PG.SourceDocument: ("資料", "document"),
    PG.FutureImage: ("あるべきまちの姿", "future image"),
    PG.Vision: ("ビジョン", "vision"),
    PG.RegionalIssue: ("地域課題", "regional issue"),
    PG.Theme: ("テーマ（部会）", "theme"),
    PG.Project: ("プロジェクト", "project"),
    PG.ProjectGoal: ("プロジェクト目標", "project goal"),
    PG.BasicDirection: ("基本方向", "basic direction"),
    PG.BasicPolicy: ("基本政策", "basic policy"),
    PG.Measure: ("施策", "measure"),
    PG.Action: ("取組", "action"),
    PG.Programme: ("基本計画事業", "programme"),
    PG.Principle: ("基本理念", "principle"),
    PG.ViewPoint: ("視点", "view point"),
    PG.RelatedPlan: ("関連する個別計画", "related plan"),
    PG.OutcomeGroup: ("効果のまとまり", "outcome group"),
    PG.Outcome: ("めざす効果", "outcome"),
    PG.MandalaProject: ("マンダラ上のプロジェクト", "mandala project"),
    PG.MandalaItem: ("マンダラの要素", "mandala item"),
    PG.Actor: ("主体", "actor"),
    PG.Place: ("場所", "place"),
    PG.Resource: ("資源", "resource"),
    PG.Body: ("推進体制", "body"),
    PG.PlatformActivity: ("部会の取組", "platform activity"),
    PG.Department: ("担当課", "department"),
    PG.Aspect: ("三側面", "aspect"),
    PG.Indicator: ("指標", "indicator"),
    PG.Statistic: ("統計", "statistic"),
    PG.Unit: ("単位", "unit"),
    SDGO.Goal: ("SDGsのゴール", "SDG"),
    SDGO.Target: ("SDGsのターゲット", "SDG target"),
}

#: Relation to the sentence that says it of {s} and {o}.
RELATION_SENTENCES: Final[dict[str, tuple[str, str]]] = {
    PG.partOf: ("{s}は、{o}に属します", "{s} is part of {o}"),
    PG.serves: ("{s}は、{o}につながります", "{s} serves {o}"),
    PG.addresses: ("{s}は、{o}に取り組みます", "{s} addresses {o}"),
    PG.aimsAt: ("{s}は、{o}をめざします", "{s} aims at {o}"),
    PG.contributesTo: ("{s}は、{o}に関連します", "{s} relates to {o}"),
    PG.inTheme: ("{s}は、{o}に含まれます", "{s} is in {o}"),
    PG.involves: ("{s}には、{o}が関わります", "{s} involves {o}"),
    PG.hasAspect: ("{s}は、{o}の側面をもちます", "{s} has the aspect {o}"),
    PG.responsible: ("{s}を担当するのは、{o}です", "{o} is responsible for {s}"),
    PG.leader: ("{s}のプロジェクトリーダーは、{o}です", "{o} leads {s}"),
    PG.hasIndicator: ("{s}の指標は、{o}です", "{s} is measured by {o}"),
    PG.hasStatistic: ("{s}には、{o}が添えられています", "{o} is printed beside {s}"),
    PG.inPlan: ("{s}は、{o}にあります", "{s} is in {o}"),
    PG.inProject: ("{s}は、{o}にあります", "{s} is in {o}"),
    PG.continues: ("{s}は、{o}を引き継ぎます", "{s} continues {o}"),
    PG.succeeds: ("{s}の改組前の課は、{o}です", "{s} succeeds {o}"),
    PG.memberOf: ("{s}は、{o}の構成員です", "{s} is a member of {o}"),
    PG.unitOf: ("{s}は、{o}に属します", "{s} is a unit of {o}"),
    PG.drawnIn: ("{s}は、{o}に描かれています", "{s} is drawn in {o}"),
    PG.underPrinciple: ("{s}には、{o}が書き添えられています", "{o} is printed with {s}"),
    PG.fromViewPoint: ("{s}は、{o}の視点をもちます", "{s} is seen from {o}"),
    PG.refersTo: ("{s}は、{o}を参照します", "{s} refers to {o}"),
}

#: Relation to its name at the subject and, read backwards, at the object; {kind}: the other end.
RELATION_LABELS: Final[dict[str, tuple[tuple[str, str], tuple[str, str]]]] = {
    PG.partOf: (("属する{kind}", "part of: {kind}"), ("内訳の{kind}", "parts: {kind}")),
    PG.serves: (("つながる{kind}", "serves: {kind}"), ("つながる{kind}", "served by: {kind}")),
    PG.addresses: (
        ("取り組む課題", "addresses: {kind}"),
        ("この課題に取り組む{kind}", "addressed by: {kind}"),
    ),
    PG.aimsAt: (
        ("めざす効果", "aims at: {kind}"),
        ("この効果をめざす{kind}", "aimed at by: {kind}"),
    ),
    PG.contributesTo: (
        ("関連するSDGs", "relates to: {kind}"),
        ("関連する{kind}", "related: {kind}"),
    ),
    PG.inTheme: (("テーマ（部会）", "in the theme"), ("このテーマの{kind}", "in it: {kind}")),
    PG.involves: (("関わる{kind}", "involves: {kind}"), ("関わる{kind}", "involved in: {kind}")),
    PG.hasAspect: (("側面", "aspects"), ("この側面をもつ{kind}", "with this aspect: {kind}")),
    PG.responsible: (("担当課", "departments"), ("担当する{kind}", "responsible for: {kind}")),
    PG.leader: (
        ("プロジェクトリーダー", "project leader"),
        ("リーダーを務める{kind}", "leads: {kind}"),
    ),
    PG.hasIndicator: (("指標", "indicators"), ("この指標で測る{kind}", "measures: {kind}")),
    PG.hasStatistic: (("統計", "statistics"), ("この統計を添えた{kind}", "beside it: {kind}")),
    PG.inPlan: (("計画", "in the plan"), ("この計画の{kind}", "in it: {kind}")),
    PG.inProject: (
        ("プロジェクト", "in the project"),
        ("このプロジェクトの{kind}", "in it: {kind}"),
    ),
    PG.continues: (
        ("引き継ぐ{kind}", "continues: {kind}"),
        ("引き継いだ{kind}", "continued by: {kind}"),
    ),
    PG.succeeds: (("改組前の課", "succeeds"), ("改組後の課", "succeeded by")),
    PG.memberOf: (
        ("構成員となっている{kind}", "member of: {kind}"),
        ("構成員の{kind}", "members: {kind}"),
    ),
    PG.unitOf: (("属する部", "unit of"), ("この部の課", "units")),
    PG.drawnIn: (("描かれている版", "drawn in"), ("描かれている{kind}", "drawn in it: {kind}")),
    PG.underPrinciple: (
        ("書き添えられた{kind}", "printed with it: {kind}"),
        ("この理念が書き添えられた{kind}", "printed with: {kind}"),
    ),
    PG.fromViewPoint: (("視点", "view points"), ("この視点をもつ{kind}", "seen from it: {kind}")),
    PG.refersTo: (
        ("関連する個別計画", "refers to: {kind}"),
        ("この計画を参照する{kind}", "referred to by: {kind}"),
    ),
}

#: Fact of an element to its name, in the order in which facts are listed.
FACT_LABELS: Final[dict[str, tuple[str, str]]] = {
    SKOS.prefLabel: ("英語名", "Japanese name"),
    SKOS.altLabel: ("別名", "other names"),
    PG.shortLabel: ("略称", "short label"),
    PG.reading: ("よみ", "reading"),
    PG.printedNotation: ("印刷の番号", "printed number"),
    DCTERMS.description: ("説明", "description"),
    PG.unit: ("単位", "unit"),
    PG.accumulation: ("集計のしかた", "accumulation"),
    PG.betterWhen: ("よい向き", "better when"),
    PG.betterWhenReason: ("向きの理由", "because"),
    PG.mandalaOf: ("もとの計画", "mandala of"),
    SDGO.isTargetOf: ("属するゴール", "target of"),
    PG.startYear: ("始まる年度", "from fiscal year"),
    PG.endYear: ("終わる年度", "to fiscal year"),
    PG.year: ("年度", "fiscal year"),
    DCTERMS.type: ("資料の種類", "kind of document"),
    PG.colour: ("色", "colour"),
    DCTERMS.identifier: ("識別子", "identifier"),
    DCTERMS.isVersionOf: ("系列", "series"),
    DCTERMS.issued: ("公表日", "issued"),
    DCTERMS.source: ("所在", "address"),
    SKOS.exactMatch: ("同じもの", "same as"),
}

#: Term of a closed list to what an indicator's line says of it.
TERMS: Final[dict[str, tuple[str, str]]] = {
    PG.Cumulative: ("累計", "cumulative"),
    PG.PerYear: ("単年度", "per year"),
    PG.PerMonth: ("月間", "per month"),
    PG.Unstated: ("集計の記載なし", "accumulation not stated"),
    PG.Higher: ("大きいほどよい", "higher is better"),
    PG.Lower: ("小さいほどよい", "lower is better"),
}

#: Text of a sheet, only in a user's own copy, to its name.
NARRATIVES: Final[dict[str, tuple[str, str]]] = {
    PG.overview: ("取組の概要", "overview"),
    PG.evaluation: ("取組の評価", "evaluation"),
    PG.synergy: ("三側面における相乗効果", "synergy"),
    PG.nextDirection: ("取組の方向性", "next direction"),
}

#: Where `find` found a word.
FOUND_IN: Final[dict[str, tuple[str, str]]] = {
    "name": ("名称", "name"),
    "wording": ("表記", "wording"),
    "short": ("略称", "short label"),
    "reading": ("よみ", "reading"),
    "english": ("英語名", "English"),
    "notation": ("番号", "number"),
    "estimated": ("番号（推定）", "number (estimated)"),
}

#: Basis to its badge.
BASES: Final[dict[str, tuple[str, str]]] = {
    PG.Stated: ("記載", "stated"),
    PG.Matched: ("照合", "matched"),
    PG.Derived: ("導出", "derived"),
    PG.Estimated: ("推定", "estimated"),
    PG.Proposed: ("提案", "proposed"),
}

#: Basis that is not derived to its mark in a table.
BASIS_MARKS: Final[dict[str, tuple[str, str]]] = {
    PG.Stated: ("記", "S"),
    PG.Matched: ("照", "M"),
    PG.Estimated: ("推", "E"),
    PG.Proposed: ("提", "P"),
}

#: Beginning of a locator to how a place is told; {place} is what follows the colon.
LOCATORS: Final[dict[str, tuple[str, str]]] = {
    "sheet": ("シート{place}", "sheet {place}"),
    "section": ("{place}節", "section {place}"),
    "slide": ("スライド「{place}」", "slide “{place}”"),
    "page": ("{place}頁", "page {place}"),
    "row": ("「{place}」の行", "row “{place}”"),
    "measure": ("施策{place}", "measure {place}"),
    "action": ("主な取組{place}", "main action {place}"),
    "goal": ("プロジェクト目標{place}", "project goal {place}"),
    "project": ("プロジェクト{place}", "project {place}"),
    "contents": ("目次", "contents"),
    "cover": ("表紙", "cover"),
    "title": ("表題", "title"),
    "picture": ("図「{place}」", "picture “{place}”"),
    "heading": ("見出し「{place}」", "heading “{place}”"),
    "list": ("一覧「{place}」", "list “{place}”"),
    "contact": ("問い合わせ先", "contact"),
}

#: Basis to what it says of a line, as the legend tells it.
BASIS_LEGENDS: Final[dict[str, tuple[str, str]]] = {
    PG.Stated: ("資料に書かれています（資料名・頁）", "printed in a document (title, page)"),
    PG.Matched: (
        "二つの資料で名称が一致します（両方の表記を示す）",
        "the same name in two documents (both are quoted)",
    ),
    PG.Derived: (
        "記載・照合・推定をたどった結果です（たどり方と、いちばん弱い根拠を必ず書く）",
        "follows from stated, matched and estimated links (way and weakest ground are told)",
    ),
    PG.Estimated: (
        "編集者の読み取りです。市の見解ではありません",
        "an editor's reading, not the city's view",
    ),
    PG.Proposed: (
        "ワークショップで出された案です（未確認）",
        "an idea from a workshop (unconfirmed)",
    ),
}
#: Local name of an aspect to its letter and its name.
ASPECT_NAMES: Final[dict[str, tuple[str, str]]] = {
    "Economy": ("経済", "economy"),
    "Environment": ("環境", "environment"),
    "Society": ("社会", "society"),
}

#: What `coverage` looks for in elements: its name, and who lacks it ({kind}).
COVERED: Final[dict[str, tuple[str, str]]] = {
    "owner": ("担当課", "department"),
    "indicator": ("指標", "indicator"),
    "vision": ("ビジョン", "vision"),
    "issue": ("地域課題", "regional issue"),
    "sdg": ("SDGs", "SDG"),
    "source": ("出典", "source"),
    "english": ("英語名", "English name"),
    "actual": ("実績", "actual"),
}
LACKING: Final[dict[str, tuple[str, str]]] = {
    "owner": ("担当課が資料に見つからない{kind}", "{kind} without a department in the documents"),
    "indicator": ("指標が資料に見つからない{kind}", "{kind} without an indicator in the documents"),
    "vision": ("ビジョンへまだたどれない{kind}", "{kind} that leads to no vision yet"),
    "issue": ("地域課題へまだたどれない{kind}", "{kind} that leads to no regional issue yet"),
    "sdg": ("SDGsへまだたどれない{kind}", "{kind} that leads to no SDG yet"),
    "source": ("資料に出てこない{kind}", "{kind} that no document prints"),
    "english": ("英語名のない{kind}", "{kind} without an English name"),
    "actual": ("実績の値がない{kind}", "{kind} without an actual value"),
}

#: What `check` finds; {…} are filled in from the graph.
FINDINGS: Final[dict[str, tuple[str, str]]] = {
    "status": (
        (
            "{name}：達成状況は「{printed}」ですが、実績{actual}／目標{target}からは「{expected}」になります。"
            "担当課に確認してください。"
        ),
        (
            "{name}: the status is printed {printed}, but actual {actual} and target {target} give "
            "{expected}. Ask the department."
        ),
    ),
    "total": (
        "{name}：集計は「{printed}」と書かれていますが、各シートからは「{expected}」になります。",
        "{name}: the total is printed as {printed}, but the sheets give {expected}.",
    ),
    "wording": (
        "名称の表記が資料によって違います：{values}。どちらを使うか確かめてください。",
        "documents print different names: {values}. Check which one to use.",
    ),
    "value": (
        "{name}の値が資料によって違います：{values}。新しい資料の値を使っています。",
        "documents print different values of {name}: {values}. The newer document's is used.",
    ),
    "cumulative-fall": (
        "{name}【累計】が現状{first}から実績{second}になっています。集計範囲が変わった可能性。担当課に確認",
        (
            "{name} is cumulative, yet goes from {first} to {second}. The scope may have changed: "
            "ask the department."
        ),
    ),
    "factor": (
        "{name}が現状{first}から実績{second}になっています。集計範囲が変わった可能性。担当課に確認",
        "{name} goes from {first} to {second}. The scope may have changed: ask the department.",
    ),
    "year": (
        "{name}：{report}年度の欄に{year}年度の値が書かれています。値の年度を示してください。",
        "{name}: the column of {report} holds values of {year}. Show the year of the value.",
    ),
    "orphan": (
        (
            "{kind}「{name}」（{key}）には、つながりが一つもありません。資料を取り込み直すか、"
            "links.csv に理由のある行を書き足してください。"
        ),
        (
            "the {kind} “{name}” ({key}) has no relation at all. Import its document again, or "
            "add a row with its reason to links.csv."
        ),
    ),
    "same-name": (
        (
            "{kind}「{name}」が {elements} に重なっています。同じものなら keys.csv で"
            "一つのキーにし、別のものなら accepted.csv に理由を書いてください。"
        ),
        (
            "several elements are the {kind} “{name}”: {elements}. If they are one, give them one "
            "key in keys.csv; if not, say why in accepted.csv."
        ),
    ),
    "department-unknown": (
        (
            "「{name}」（{key}）は資料に出てきますが、departments.csv にありません。"
            "行を書き足してください。"
        ),
        "documents print “{name}” ({key}), but departments.csv has no such row. Add it.",
    ),
    "department-unused": (
        (
            "departments.csv の「{name}」（{key}）は、どの資料にも出てきません。"
            "綴りを確かめるか、行を消してください。"
        ),
        (
            "no document prints “{name}” ({key}) of departments.csv. Check its spelling or "
            "delete the row."
        ),
    ),
    "unquoted": (
        (
            "推定「{statement}」の理由が、資料の言葉を引いていません。{file} の {columns} に、"
            "よりどころの言葉を「」で書いてください。"
        ),
        (
            "the reason of the estimate “{statement}” quotes no word of a source. Put the words it "
            "leans on in 「」 in {columns} of {file}."
        ),
    ),
    "accepted-gone": (
        "accepted.csv の行がもう当てはまりません（{finding}：{values}）。行を消してください。",
        "this row of accepted.csv no longer occurs ({finding}: {values}). Delete it.",
    ),
}

#: How `diff` tells a change.
CHANGES: Final[dict[str, tuple[str, str]]] = {
    "element-added": ("{kind}「{name}」が加わりました。", "{kind} “{name}” was added."),
    "element-removed": ("{kind}「{name}」がなくなりました。", "{kind} “{name}” was removed."),
    "element-renamed": (
        "{kind}「{old}」の名称が「{new}」になりました。",
        "{kind} “{old}” is now named “{new}”.",
    ),
    "link-added": ("新しいつながり：{sentence}（{basis}）。", "New link: {sentence} ({basis})."),
    "link-removed": (
        "なくなったつながり：{sentence}（{basis}）。",
        "Link gone: {sentence} ({basis}).",
    ),
    "link-changed": (
        "根拠の変化：{sentence}（{old}から{new}へ）。",
        "Other basis: {sentence} ({old} to {new}).",
    ),
    "value-added": ("新しい値：{what}は{new}。", "New value: {what} is {new}."),
    "value-removed": ("なくなった値：{what}（{old}）。", "Value gone: {what} ({old})."),
    "value-changed": (
        "値の変化：{what}は{old}から{new}へ。",
        "{what} changed from {old} to {new}.",
    ),
    "status-added": ("新しい達成状況：{what}は{new}。", "New status: {what} is {new}."),
    "status-removed": ("なくなった達成状況：{what}（{old}）。", "Status gone: {what} ({old})."),
    "status-changed": (
        "達成状況の変化：{what}は{old}から{new}へ。",
        "The status of {what} changed from {old} to {new}.",
    ),
}
VALUE_KINDS: Final = {
    PG.Baseline: ("現状値", "baseline"),
    PG.Target: ("目標値", "target"),
    PG.Actual: ("実績値", "actual"),
}
STATUS_MARKS: Final = {PG.Achieved: "○", PG.NotAchieved: "×", PG.NotScored: "－"}
CONFIRMATIONS: Final = {
    PG.Unconfirmed: ("未確認", "unconfirmed"),
    PG.Confirmed: ("確認済", "confirmed"),
    PG.Disputed: ("意見あり", "disputed"),
    PG.OnHold: ("保留", "on hold"),
}

#: Column of an answer in the library of questions (the name of its variable) to its heading.
COLUMNS: Final[dict[str, tuple[str, str]]] = {
    "about": ("何の食い違いか", "about"),
    "accumulation": ("集計のしかた", "accumulation"),
    "action": ("取組", "action"),
    "actions": ("取組の数", "actions"),
    "activity": ("部会の取組", "platform activity"),
    "actual": ("実績", "actual"),
    "actualYear": ("実績の年", "year of the actual"),
    "aimedAtBy": ("それをめざす施策・取組", "aimed at by"),
    "asOf": ("名簿の時点", "list as of"),
    "aspect": ("側面", "aspect"),
    "assessed": ("取組・プロジェクト目標", "action or project goal"),
    "baseline": ("現状", "baseline"),
    "baselineYear": ("現状の年", "year of the baseline"),
    "basis": ("根拠", "basis"),
    "body": ("部会", "working group"),
    "by": ("書いた人", "by"),
    "commonCause": ("共通の原因", "common cause"),
    "confirmation": ("確認状況", "confirmation"),
    "count": ("件数", "count"),
    "date": ("日付", "date"),
    "department": ("担当課", "department"),
    "difference": ("差", "difference"),
    "document": ("資料", "document"),
    "economy": ("経済", "economy"),
    "effective": ("いちばん弱い根拠", "weakest basis"),
    "element": ("要素", "element"),
    "environment": ("環境", "environment"),
    "estimated": ("推定", "estimated"),
    "from": ("つながりの元", "from"),
    "goal": ("プロジェクト目標", "project goal"),
    "groups": ("部会の数", "working groups"),
    "indicator": ("指標", "indicator"),
    "issue": ("地域課題", "regional issue"),
    "kind": ("種類", "kind"),
    "lang": ("理由の言語", "language of reasons"),
    "leader": ("プロジェクトリーダー", "project leader"),
    "link": ("つながりの根拠", "link"),
    "mandalaProject": ("マンダラ上のプロジェクト", "mandala project"),
    "matched": ("照合", "matched"),
    "measure": ("施策", "measure"),
    "member": ("構成員", "member"),
    "noValue": ("値がないわけ", "reason for no value"),
    "number": ("番号", "number"),
    "numberBasis": ("番号の根拠", "basis of the number"),
    "onDocuments": ("資料だけで言える取組の数", "actions by documents alone"),
    "onEstimates": ("推定の要る取組の数", "actions that need estimates"),
    "order": ("印刷の順", "order of print"),
    "otherDepartment": ("相手の課", "other department"),
    "otherVision": ("もう一つのビジョン", "other vision"),
    "outcome": ("めざす効果", "outcome"),
    "pairs": ("つながりの数", "pairs"),
    "parent": ("属する先", "part of"),
    "percent": ("参考（％）", "for reference (%)"),
    "place": ("資料の中の場所", "place in the document"),
    "plan": ("計画", "plan"),
    "printed": ("印刷のまま", "as printed"),
    "printedNumber": ("印刷された番号", "number as printed"),
    "project": ("プロジェクト", "project"),
    "proposed": ("提案", "proposed"),
    "relation": ("つながりの種類", "relation"),
    "remark": ("ひとこと", "remark"),
    "role": ("役割", "role"),
    "rule": ("規則", "rule"),
    "sdg": ("SDGs", "SDG"),
    "shared": ("共にもつもの", "what is shared"),
    "sharedBy": ("共にするもの", "shared by"),
    "short": ("略称", "short label"),
    "society": ("社会", "society"),
    "stated": ("記載", "stated"),
    "status": ("達成状況", "status"),
    "target": ("目標", "target"),
    "targetYear": ("目標の年", "year of the target"),
    "theme": ("テーマ（部会）", "theme"),
    "to": ("つながる先", "to"),
    "unit": ("単位", "unit"),
    "value": ("値", "value"),
    "valueKind": ("値の種類", "kind of value"),
    "valueYear": ("値の年", "year of the value"),
    "vision": ("ビジョン", "vision"),
    "words": ("言葉", "words"),
    "year": ("年度", "fiscal year"),
    "yearKind": ("年の数え方", "kind of year"),
}


#: A term of the ontology that can stand in an answer, to its words.
ANSWER_TERMS: Final[dict[str, tuple[str, str]]] = {
    **KINDS,
    **BASES,
    **VALUE_KINDS,
    **CONFIRMATIONS,
    **{iri: (mark, mark) for iri, mark in STATUS_MARKS.items()},
    **{
        iri: (ja.replace("{kind}", ""), en.replace(": {kind}", ""))
        for iri, ((ja, en), _) in RELATION_LABELS.items()
    },
    **TERMS,
    PG.FiscalYear: ("年度", "fiscal year"),
    PG.CalendarYear: ("暦年", "calendar year"),
    PG.Link: ("つながり", "link"),
    PG.Wording: ("表記", "wording"),
    PG.PrintedValue: ("値", "value"),
    PG.PrintedTotal: ("印刷された合計", "printed total"),
    PG.Assessment: ("達成状況", "status"),
}
