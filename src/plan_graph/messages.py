"""The one message catalogue: every sentence the tool says about data, in Japanese and English."""

from typing import Final

from plan_graph.errors import Fault
from plan_graph.vocab import PG, SDGO

#: Key to the Japanese and the English sentence: what is wrong, and what to do next.
FAULTS: Final[dict[str, tuple[str, str]]] = {
    # Files
    "unreadable-file": (
        "ファイルを開けません（{reason}）。場所と名前を確かめてください。",
        "cannot open the file ({reason}). Check its place and name.",
    ),
    "empty": (
        "ファイルが空です。文字を取り出した資料を指定してください。",
        "the file is empty. Give the text taken out of the document.",
    ),
    "binary": (
        "文字のファイルではありません（PDFかExcel？）。文字を取り出してUTF-8で保存してください。",
        "this is not a text file (a PDF or a workbook?). Extract its text and save it as UTF-8.",
    ),
    "cp932": (
        "文字コードがShift_JIS（CP932）のようです（{byte}バイト目）。UTF-8で保存し直してください。",
        "the file looks like Shift_JIS (CP932), at byte {byte}. Save it again as UTF-8.",
    ),
    "not-utf8": (
        "UTF-8として読めません（{byte}バイト目）。UTF-8で保存し直してください。",
        "the file is not UTF-8, at byte {byte}. Save it again as UTF-8.",
    ),
    "write": (
        "書き込めません（{reason}）。空き容量と書き込みの権限を確かめてください。元のファイルはそのままです。",
        "cannot write ({reason}). Check free space and permission. The old file is untouched.",
    ),
    "turtle": (
        "Turtleとして読めません：{reason}。その行を直すか、plan-graph build で作り直してください。",
        (
            "this is not valid Turtle: {reason}. Correct that line, or make the file again "
            "with plan-graph build."
        ),
    ),
    "no-graph": (
        "グラフがありません。plan-graph build で作るか、--graph で場所を指定してください。",
        "there is no graph. Make it with plan-graph build, or name one with --graph.",
    ),
    # Register and curated tables
    "no-register": (
        "市町村の台帳がありません。--data で city.toml のあるフォルダを指定してください。",
        "the register of the city is missing. Name the folder that holds city.toml with --data.",
    ),
    "toml": (
        "TOMLとして読めません：{reason}。その行を直してください。",
        "this is not valid TOML: {reason}. Correct that line.",
    ),
    "register-field": (
        "「{field}」がありません。文字列で書き足してください。",
        "'{field}' is missing. Add it as a string.",
    ),
    "register-entry": (
        "項目が合いません：{reason}。ほかの項目にならって直してください。",
        "the entry does not fit: {reason}. Correct it after the example of the others.",
    ),
    "register-base": (
        "iri_base「{base}」は使えません。https:// で始め / で終え、空白を入れないでください。",
        (
            "iri_base '{base}' cannot be used. It must begin with https://, end with / and hold no "
            "space."
        ),
    ),
    "register-twice": (
        "キー「{key}」が二度あります。別のキーにしてください。",
        "the key '{key}' occurs twice. Use another one.",
    ),
    "register-unknown": (
        "{field}「{key}」は台帳にありません。キーを確かめるか、項目を書き足してください。",
        "{field} '{key}' is not in the register. Check the key or add its entry.",
    ),
    "register-iri": (
        "{field}「{value}」は所在として使えません。空白のない https://… の形にしてください。",
        "{field} '{value}' is no address. Write it as https://… without spaces.",
    ),
    "no-link": (
        "確認の相手のつながりがグラフにありません（{statement}）。行は残りますが、使われません。",
        "the graph holds no such link to confirm ({statement}). The row is kept but shows nowhere.",
    ),
    "blank-node": (
        "空白ノードがあります。この資料を plan-graph import で作り直してください。",
        "there is a blank node. Import the document again with plan-graph import.",
    ),
    "no-document": (
        (
            "この資料の登録がありません。次の項目を書き足してください：\n"
            '[[documents]]\nkey = "{key}"\nkind = "{kind}"\nseries = "{series}"\n'
            'plan = "{plan}"\nfiscal_year = {year}\ntitle = "…"\ntitle_en = "…"'
        ),
        (
            "the document is not registered. Add this entry:\n"
            '[[documents]]\nkey = "{key}"\nkind = "{kind}"\nseries = "{series}"\n'
            'plan = "{plan}"\nfiscal_year = {year}\ntitle = "…"\ntitle_en = "…"'
        ),
    ),
    "columns": (
        "見出しが違います。「{expected}」にしてください（今は「{found}」）。",
        "the header is wrong. It must read '{expected}' (found '{found}').",
    ),
    "cells": (
        "セルが{count}個になっていません。コンマの数と引用符を確かめてください。",
        "the row does not have {count} cells. Check its commas and quotes.",
    ),
    "csv": (
        "CSVとして読めません（{reason}）。引用符の閉じ忘れがないか確かめてください。",
        "this is not valid CSV ({reason}). Look for a quote that is not closed.",
    ),
    "unknown-kind": (
        "種類「{kind}」はありません。ontology/plan.ttl のクラス名を使ってください。",
        "there is no kind '{kind}'. Use a class name of ontology/plan.ttl.",
    ),
    "bad-key": (
        "キー「{key}」は使えません。半角英数字とハイフンで付けてください。",
        "the key '{key}' cannot be used. Use ASCII letters, digits and hyphens.",
    ),
    "second-key": (
        "「{name}」には既に別のキーがあります。キーは変えず、この行を消してください。",
        "'{name}' already has another key. Keys never change: delete this row.",
    ),
    "no-key": (
        (
            "「{name}」のキーがありません。curated/keys.csv に「{kind},{name},（英字のキー）」を"
            "書き足してください（種類が違えば直す）。"
        ),
        (
            "'{name}' has no key. Add the row '{kind},{name},an-ascii-key' to curated/keys.csv "
            "(correct the kind if it is another)."
        ),
    ),
    "unknown-element": (
        (
            "要素「{element}」がありません。{near}番号や綴りを確かめてください。"
            "この行は残りますが、グラフには入りません。"
        ),
        (
            "there is no element '{element}'. {near}Check its number and spelling. The row is kept "
            "but left out of the graph."
        ),
    ),
    "unknown-predicate": (
        "関係「{predicate}」はありません。使えるのは：{known}。",
        "there is no relation '{predicate}'. Known: {known}.",
    ),
    "bad-cell": (
        "「{field}」の「{value}」は使えません。使えるのは：{known}。",
        "'{value}' cannot stand in '{field}'. Known: {known}.",
    ),
    "empty-rationale": (
        (
            "推定の理由（rationale_ja と rationale_en）が空です。資料のどの言葉によるか、"
            "両方に一文で書いてください。"
        ),
        (
            "an estimate needs its reason in rationale_ja and rationale_en. Say in one sentence "
            "each which words of the source it leans on."
        ),
    ),
    "no-place": (
        (
            "記載（Stated）には資料のキーと場所（document, locator）が要ります。書き足すか、"
            "Estimated にしてください。"
        ),
        "a Stated link needs its document and locator. Add them, or make it Estimated.",
    ),
    "twice": (
        "同じつながりの行が既にあります（{first}）。どちらかを消してください。",
        "the same triple stands in another row ({first}). Delete one of them.",
    ),
    "unused-correction": (
        "訂正が当たる文字が資料にありません。document・locator・printed を確かめてください。",
        "the correction fits nothing in the documents. Check document, locator and printed.",
    ),
    # Documents
    "wrong-document": (
        (
            "{kind} の資料として読めません。別の資料か、途中で切れた文字の可能性があります。"
            "種類（KIND）とファイルを確かめてください。"
        ),
        (
            "this cannot be read as {kind}: another document, or a text cut short? "
            "Check KIND and the file."
        ),
    ),
    "other-plan": (
        (
            "別の計画の資料のようです（{year}）。この資料は「{plan}」のものとして登録されています。"
            "city.toml を確かめてください。"
        ),
        (
            "this looks like a document of another plan ({year}). It is registered for '{plan}': "
            "check city.toml."
        ),
    ),
    "other-year": (
        "表紙の年度（{printed}）が登録（{year}）と違います。--fiscal-year を確かめてください。",
        "the cover says {printed}, the register {year}. Check --fiscal-year.",
    ),
    "vision-count": (
        "ビジョンは{expected}つのはずですが、{found}つしか読めません。一覧の行を確かめてください。",
        "{expected} visions are announced but {found} can be read. Check the lines of the list.",
    ),
    "no-goals": (
        "「プロジェクト目標」が読めません。見出しと「- 」で始まる行を確かめてください。",
        "no プロジェクト目標 can be read. Check the heading and the lines that begin with '- '.",
    ),
    "goal-table": (
        "目標{goal}の表が読めません。「指標名」の行と、同じ数の値の行が要ります。",
        (
            "the table of goal {goal} cannot be read: it needs the 指標名 row and one row of "
            "values with as many cells."
        ),
    ),
    "value-head": (
        "値の見出し「{head}」が分かりません。現状値・目標値・実績値のどれかにしてください。",
        "unknown head of values '{head}'. It must be 現状値, 目標値 or 実績値.",
    ),
    "value": (
        "「{cell}」は値として読めません。数と単位（例：1,020人）か「-」にしてください。",
        "'{cell}' is not a value. Write a number and its unit (such as 1,020人) or '-'.",
    ),
    "row-cells": (
        "値の数が見出しと合いません（{count}個のはずが：{row}）。セルの区切りを確かめてください。",
        "the row does not have {count} cells: {row}. Check the tabs between them.",
    ),
    "duplicate": (
        "番号 {number} が二度出てきます。片方を消すか、番号を直してください。",
        "number {number} occurs twice. Delete one or correct its number.",
    ),
    "duplicate-row": (
        "「{row}」の行が二度あります。シートの切れ目（No.の行）が失われていないか確かめてください。",
        "the row '{row}' occurs twice. Has the next sheet lost its No. row?",
    ),
    "missing-rows": (
        "行が足りません：{rows}。シートが途中で切れていないか確かめてください。",
        "rows are missing: {rows}. Is the sheet cut short?",
    ),
    "sheet-cells": (
        "No.・プロジェクト・目標・施策、取組・担当部課・達成状況の7つの欄が読めません：{cells}。",
        (
            "the seven cells No., project, goal, measure, action, department and status cannot be "
            "read: {cells}. Check the tabs between them."
        ),
    ),
    "unreadable": (
        "読み取れない行です：「{text}」。見出しの綴りを確かめてください。",
        "this line cannot be read: '{text}'. Check the spelling of its label.",
    ),
    "unknown-number": (
        "番号「{number}」は目次にありません。番号か目次を直してください。",
        "number '{number}' is not in the contents. Correct the number or the contents.",
    ),
    "unknown-project": (
        "プロジェクト「{project}」は目次にありません。名称を目次とそろえてください。",
        "the project '{project}' is not in the contents. Make the names agree.",
    ),
    "unknown-goal": (
        "目標「{goal}」が読めません。「(1)名称」の形にしてください。",
        "the goal '{goal}' cannot be read. Write it as '(1)name'.",
    ),
    "unknown-measure": (
        "施策「{measure}」が読めません。「①名称」の形にしてください。",
        "the measure '{measure}' cannot be read. Write it as '①name'.",
    ),
    "unknown-status": (
        "達成状況「{status}」が分かりません。○・×・- のどれかにしてください。",
        "unknown status '{status}'. It must be ○, × or -.",
    ),
    "unknown-department": (
        "担当部課「{name}」が登録にありません。curated/departments.csv に行を書き足してください。",
        "the department '{name}' is not registered. Add its row to curated/departments.csv.",
    ),
    "contradiction": (
        "同じものの「{field}」が食い違います：「{first}」と「{second}」。どちらかを直してください。",
        "two places disagree on {field}: '{first}' and '{second}'. Correct one of them.",
    ),
    "empty-slide": (
        "マンダラのスライドからビジョンか効果が読めません。文字の抜けを確かめてください。",
        "no visions or outcomes can be read from the mandala's slide. Is its text complete?",
    ),
    # Elements named by a person
    "no-element": (
        "「{text}」に当たるものがありません。{near}番号や名称は plan-graph serves で見られます。",
        "nothing fits '{text}'. {near}See the numbers and names in plan-graph serves.",
    ),
    "ambiguous": (
        "「{text}」は一つに決まりません。種類と番号で指定してください：{candidates}",
        "'{text}' fits several elements. Name one by kind and number: {candidates}",
    ),
    "same-element": (
        "二つとも {name} です。別の要素を指定してください。",
        "both are {name}. Name two different elements.",
    ),
    "two-year-kinds": (
        (
            "同じ年の値に年度と暦年が混ざっています（{values}）。"
            "corrections.csv でどちらかにそろえてください。"
        ),
        (
            "values of one year are given by fiscal and by calendar year ({values}). "
            "Correct one of them in corrections.csv."
        ),
    ),
    "renumbered": (
        (
            "「{name}」は前の資料では {old} です。番号が変わっただけなら、curated/keys.csv に"
            "「{kind},{name},{old}」を書き足して取り込み直してください。"
        ),
        (
            "'{name}' is {old} in an earlier document. If only its number changed, add the row "
            "'{kind},{name},{old}' to curated/keys.csv and import again."
        ),
    ),
    # Notices
    "no-sheet": (
        "取組{number}は目次だけにあり、シートがありません。施策・担当課・指標は空のままにします。",
        (
            "action {number} stands in the contents only: measure, department and indicator "
            "stay empty."
        ),
    ),
    "unsure-tags": (
        (
            "三側面の印がどの欄のものか決められません（{box}）。読み取りは curated/links.csv に"
            "推定として書いてください。"
        ),
        (
            "the aspect tags of this box may belong to its neighbour ({box}). Judge them in "
            "curated/links.csv as Estimated."
        ),
    ),
}

#: Remarks that importers and rules attach to evidence.
_NOTES: Final[dict[str, tuple[str, str]]] = {
    "vision-number": (
        "番号とビジョンの対応は編集者の読み取り",
        "that the circled numbers mean the visions is the editors' reading",
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
    PG.inPlan: ("{s}は、{o}にあります", "{s} is in {o}"),
    PG.inProject: ("{s}は、{o}にあります", "{s} is in {o}"),
    PG.continues: ("{s}は、{o}を引き継ぎます", "{s} continues {o}"),
    PG.succeeds: ("{s}の改組前の課は、{o}です", "{s} succeeds {o}"),
    PG.memberOf: ("{s}は、{o}の構成員です", "{s} is a member of {o}"),
    PG.unitOf: ("{s}は、{o}に属します", "{s} is a unit of {o}"),
    PG.drawnIn: ("{s}は、{o}に描かれています", "{s} is drawn in {o}"),
    PG.underPrinciple: ("{s}は、{o}のもとにあります", "{s} is under {o}"),
    PG.fromViewPoint: ("{s}は、{o}の視点をもちます", "{s} is seen from {o}"),
    PG.refersTo: ("{s}は、{o}を参照します", "{s} refers to {o}"),
}

#: Basis to its badge.
BASES: Final[dict[str, tuple[str, str]]] = {
    PG.Stated: ("記載", "stated"),
    PG.Matched: ("照合", "matched"),
    PG.Derived: ("導出", "derived"),
    PG.Estimated: ("推定", "estimated"),
    PG.Proposed: ("提案", "proposed"),
}

#: Beginning of a locator to how a place is told; {place} is what follows the colon.
_LOCATORS: Final[dict[str, tuple[str, str]]] = {
    "sheet": ("シート{place}", "sheet {place}"),
    "section": ("{place}節", "section {place}"),
    "slide": ("スライド「{place}」", "slide “{place}”"),
    "page": ("{place}頁", "page {place}"),
    "row": ("「{place}」の行", "row “{place}”"),
    "goal": ("プロジェクト目標{place}", "project goal {place}"),
    "project": ("プロジェクト{place}", "project {place}"),
    "contents": ("目次", "contents"),
    "cover": ("表紙", "cover"),
}

#: What commands print.
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "no-actions": (
        "資料からたどれる取組はまだありません（推定 {count}件。市の見解ではありません）。",
        "No action can be reached from the documents yet ({count} estimated; not the city's view).",
    ),
    "no-outcomes": (
        "めざす効果も、資料にはまだありません。何もしていないという意味ではありません。",
        "No outcome either, in the documents. It does not mean that nothing is done.",
    ),
    "outcomes-are": ("つながるめざす効果：{names}", "Outcomes that serve it: {names}"),
    "action-count": (
        "取組 {count}件（うち施策を通じて {through}件）",
        "{count} actions ({through} of them through their measure)",
    ),
    "counted": ("数えたつながり：{counts}", "Links counted: {counts}"),
    "counted-derived": ("導出 {count}（{by}）", "derived {count} ({by})"),
    "counted-by": ("{basis}による {count}", "resting on {basis} {count}"),
    "none-counted": ("なし", "none"),
    "through-measure": ("施策を通じて", "through the measure"),
    "through-outcome": ("めざす効果「{outcome}」", "outcome “{outcome}”"),
    "direct": ("直接", "direct"),
    "action-number": ("番号", "No."),
    "short": ("略称", "short"),
    "action": ("取組", "action"),
    "measure": ("施策", "measure"),
    "departments": ("担当課", "departments"),
    "basis": ("根拠", "basis"),
    "way": ("たどり方", "way"),
    "vision": ("ビジョン", "vision"),
    "rests": ("{basis}・{rests}による", "{basis}, resting on {rests}"),
    "sources": ("出典（{city}）：{documents}", "Sources ({city}): {documents}"),
    "edition": (
        "{era}度版・基準日は資料に記載なし・非公式の再構成。根拠の下限：{basis}。",
        (
            "Edition of FY{year}; the sources print no reference date; unofficial reconstruction. "
            "Weakest basis: {basis}."
        ),
    ),
    "pairs-counted": (
        "数えたのは取組とビジョンの組で、つながりの本数ではありません。ビジョンは市民の提言です。",
        "Pairs of action and vision are counted, not links. The visions are citizens' proposals.",
    ),
    "ways": ("{a} と {b} のつながり：{count}通り", "Ways between {a} and {b}: {count}"),
    "way-number": ("【{number}】{sentence}。", "[{number}] {sentence}."),
    "no-way": (
        "{a} と {b} を結ぶつながりは、この見方（根拠の下限：{basis}）では見つかりません。",
        "No link joins {a} and {b} in this view (weakest basis: {basis}).",
    ),
    "source": ("{title} {places}", "{title}, {places}"),
    "wordings-match": ("{first}と{second}の名称が一致", "the names {first} and {second} agree"),
    "wording-at": ("「{text}」（{source}）", "“{text}” ({source})"),
    "by-rule": ("規則「{rule}」", "rule “{rule}”"),
    "rationale": ("{rationale}（{by}、{date}）", "{rationale} ({by}, {date})"),
    "remark": ("※{note}", "Note: {note}"),
    "confirmation": ("確認状況：{state}（{by}）", "confirmation: {state} ({by})"),
    "imported": ("{path} に書きました（{count}件の記録）。", "wrote {path} ({count} records)."),
    "unchanged": ("{path} は変わりません。", "{path} is unchanged."),
    "notice": ("お知らせ {text}", "note: {text}"),
    "left-out": ("グラフに入れなかった行 {text}", "left out: {text}"),
    "built": ("{path} に書きました（{count}トリプル）。", "wrote {path} ({count} triples)."),
    "not-reproduced": (
        "{path} は plan-graph build の結果と違います。build をやり直して登録してください。",
        "{path} is not what plan-graph build makes. Build again and commit it.",
    ),
    "no-findings": ("問題は見つかりませんでした。", "No findings."),
    "findings": (
        "指摘 {count}件（了解済み {accepted}件）",
        "{count} findings ({accepted} accepted)",
    ),
    "no-difference": ("違いはありません。", "No differences."),
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


def fault(where: str, key: str, /, **values: object) -> Fault:
    """Return the fault *key* of the catalogue, filled in with *values*, at the place *where*."""
    ja, en = FAULTS[key]
    return Fault(where, ja.format(**values), en.format(**values))


def note(key: str) -> tuple[str, str]:
    """Return the remark *key* in Japanese and in English."""
    return _NOTES[key]


def pick(pair: tuple[str, str], lang: str) -> str:
    """Return the Japanese or the English of *pair*."""
    return pair[lang == "en"]


def text(key: str, lang: str, /, **values: object) -> str:
    """Return the text *key* of the catalogue in *lang*, filled in with *values*."""
    return pick(TEXTS[key], lang).format(**values)


def place(locator: str, lang: str) -> str:
    """Tell a locator such as ``sheet:24-1`` as a place in a document.

    >>> place("sheet:24-1", "ja")
    'シート24-1'
    """
    kind, _, rest = locator.partition(":")
    return pick(_LOCATORS.get(kind, (locator, locator)), lang).format(place=rest)
