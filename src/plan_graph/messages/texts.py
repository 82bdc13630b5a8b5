"""What commands print, in Japanese and English."""

from typing import Final

#: What commands print.
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "no-actions": (
        "資料からたどれる取組はまだありません（推定 {count}件。市の見解ではありません）。",
        "No action can be reached from the documents yet ({count} estimated; not the city's view).",
    ),
    "no-actions-in-view": (
        "資料からたどれる取組はまだありません（この見方は推定を含みません）。",
        "No action can be reached from the documents yet (this view leaves out estimates).",
    ),
    # Elements of several plans that bear the same name
    "plan-from": ("（{year}年度からの計画）", "(plan from FY{year})"),
    # The first sight
    "sight-visions": ("{count}つのビジョン", "{count} visions"),
    "sight-visions-many": ("{count}のビジョン", "{count} visions"),
    "sight-outcomes": ("めざす効果", "Outcomes aimed at"),
    "sight-issues": ("地域課題", "Regional issues"),
    "sight-actions": ("取組", "Actions"),
    "sight-range": ("{first}〜{last}", "{first}–{last}"),
    "picture-written": (
        "マンダラを {path} に書きました（要素 {items}、つながり {lines}本）。",
        "wrote the mandala to {path} ({items} elements, {lines} links).",
    ),
    "picture-crossings": (
        "線の交差：資料の順なら {before}、並べ替えて {after}",
        "crossings of lines: {before} in the order of the documents, {after} as arranged",
    ),
    "picture-lit": (
        "答えの要素 {count}件を光らせたマンダラを {path} に書きました。",
        "wrote a mandala with {count} elements of the answer lit to {path}.",
    ),
    # Views in rows, and the free network
    "view-by-vision": ("ビジョン別の取組", "Actions by vision"),
    "view-by-issue": ("地域課題別の取組", "Actions by regional issue"),
    "view-by-theme": ("テーマ別の取組", "Actions by theme"),
    "view-by-sdg": ("SDGs別の取組", "Actions by SDG"),
    "view-progress": ("進行管理", "Progress"),
    "view-progress-hint": (
        "{year}年度の実績／目標　○×は市の評価　理由は進行管理表の各番号に",
        "FY{year}: actual／target; ○× as the city scored; for reasons see its sheets",
    ),
    "view-progress-hint-brief": (
        "{year}年度の実績／目標　○×は市の評価　理由は進行管理表の各番号に",
        "FY{year} actual／target; ○× by the city; reasons in its sheets",
    ),
    "view-progress-plain": (
        "実績／目標　○×は市の評価　理由は進行管理表の各番号に",
        "Actual／target; ○× as the city scored; for reasons see its sheets",
    ),
    "view-progress-plain-brief": (
        "実績／目標　○×は市の評価　理由は進行管理表の各番号に",
        "Actual／target; ○× by the city; reasons in its sheets",
    ),
    "progress-year": ("{year}年度", "FY{year}"),
    "progress-goal": ("目標", "goal"),
    "row-reading": ("{basis}（市の見解ではありません）", "{basis} (not the city's view)"),
    "row-empty": (
        "資料からたどれる取組はまだありません。何もしていないという意味ではありません。",
        "No action can be reached from the documents yet. It does not mean that nothing is done.",
    ),
    "row-estimated": (
        "資料からたどれる取組はまだありません（推定 {count}件。市の見解ではありません）",
        "No action can be reached from the documents yet ({count} estimated; not the city's view)",
    ),
    "row-left-out": (
        "資料からたどれる取組はまだありません（この見方は推定を含みません）",
        "No action can be reached from the documents yet (this view leaves out estimates)",
    ),
    "row-candidates": ("同時解決の候補", "May solve several issues at once"),
    "row-cause": ("共通の原因", "Common cause"),
    "row-more": ("ほか {count}件", "{count} more"),
    "sdgs-brief": (
        "計画書の公式アイコンは未入力。以下は編集者の推定",
        "Official icons not entered. Our estimate.",
    ),
    "network-title": ("つながりの図", "Network"),
    "network-hint": (
        (
            "押すと、つながるものが残ります。ドラッグで動かし、ホイールか＋－で拡大、Escで戻ります。"
            "たどれば分かる導出の線は描いていません。"
        ),
        (
            "Click to keep what is linked. Drag to move, wheel or + and - to zoom, Esc to go back. "
            "Derived lines that others lead to are not drawn."
        ),
    ),
    "network-legend": ("凡例としぼり込み", "Legend and filter"),
    "network-kinds": ("種類", "Kinds"),
    "network-bases": ("根拠", "Basis"),
    "network-items": ("要素", "Elements"),
    "network-lines": ("つながり", "Links"),
    "network-number": ("番号", "Number"),
    "network-name": ("名称", "Name"),
    "network-kind": ("種類", "Kind"),
    "network-sentence": ("つながり", "Link"),
    "network-apart": (
        "線のない要素（図には置いていません）",
        "Elements without a line (not in the picture)",
    ),
    "network-chosen": ("{name}　つながり {count}本", "{name}: {count} links"),
    "network-wait": ("図を描いています…", "Drawing…"),
    "network-noscript": (
        "図を描くにはJavaScriptが要ります。内容は下の表で読めます。",
        "Drawing needs JavaScript. The tables below tell the same.",
    ),
    "no-outcomes": (
        "めざす効果も、資料にはまだありません。何もしていないという意味ではありません。",
        "No outcome either, in the documents. It does not mean that nothing is done.",
    ),
    "outcomes-are": ("つながるめざす効果：{names}", "Outcomes that serve it: {names}"),
    "action-count": (
        "取組 {count}件（うち施策を通じてのみ {through}件）",
        "{count} actions ({through} of them only through their measure)",
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
    "other-pages": ("ほかウェブページ{count}件", "and {count} web pages"),
    "show-number": ("番号（推定）", "number (estimated)"),
    "show-number-read": ("{number}：{rationale}", "{number}: {rationale}"),
    "wordings-match": ("{first}と{second}の名称が一致", "the names {first} and {second} agree"),
    "wording-at": ("「{text}」（{source}）", "“{text}” ({source})"),
    "by-rule": ("規則「{rule}」", "rule “{rule}”"),
    "rationale": ("{rationale}（{by}、{date}）", "{rationale} ({by}, {date})"),
    "remark": ("※{note}", "Note: {note}"),
    "confirmation": ("確認状況：{state}", "confirmation: {state}"),
    "label-of": ("{name}の名称", "{name} label"),
    "yes": ("はい", "yes"),
    "no": ("いいえ", "no"),
    "row-count": ("{count}行", "{count} rows"),
    "cut": (
        "{count}行で打ち切りました。--rows で上限を上げられます。",
        "cut after {count} rows. Raise the limit with --rows.",
    ),
    "answer-cut": (
        "{count}行で打ち切りました。答えはもっとあります。条件を足して絞ってください。",
        "cut after {count} rows; there are more. Narrow the query.",
    ),
    "answer-sheet": ("答え", "answer"),
    "late": (
        (
            "{seconds}秒で終わらないため打ち切りました。何も書き出していません。"
            "条件を足すか、--seconds で上限を上げてください。"
        ),
        (
            "stopped: not done within {seconds} s. Nothing was written. Narrow the query, or raise "
            "the limit with --seconds."
        ),
    ),
    "empty": ("当てはまるものがありません。", "Nothing fits."),
    "empty-part": (
        "当てはまるものがありません。ここで無くなりました：{part}",
        "Nothing fits. The rows were lost here: {part}",
    ),
    "empty-near": (
        "{term} はこの見方のグラフにありません。もしかして {near} ？",
        "{term} does not occur in this view; did you mean {near}?",
    ),
    "empty-term": (
        "{term} はこの見方のグラフにありません。",
        "{term} does not occur in this view.",
    ),
    "question-name": ("名前", "name"),
    "question-title": ("質問", "question"),
    "question-parameters": ("パラメータ", "parameters"),
    "question-tags": ("分類", "tags"),
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
    "cross": ("{rows} × {columns}", "{rows} × {columns}"),
    "cross-through": (
        "{rows} × {columns}（{through}を通じて）",
        "{rows} × {columns}, through {through}",
    ),
    "relations-of": ("{kind}のつながり：{sentences}", "Relations of {kind}: {sentences}"),
    "cross-filters": (
        "絞り込み：根拠の下限は{basis}、省いた空の行は{count}。",
        "Filters: weakest basis {basis}; empty rows left out: {count}.",
    ),
    "cross-relations": ("見た関係：{sentences}。", "Relations looked at: {sentences}."),
    "cross-elsewhere": (
        "{kinds}を通じて結ぶこともできます（--through）。",
        "They can also be joined through {kinds} (--through).",
    ),
    "cross-marks": ("欄の記号：{marks}。", "Marks: {marks}."),
    "cross-mark": ("{mark}＝{basis}", "{mark} = {basis}"),
    "cross-marks-shared": (
        "記号は、共有するもののうち最も強い根拠（通った関係のうち弱い方）です。",
        "A mark is the strongest ground of what is shared, itself the weaker of its two links.",
    ),
    "links-sheet": ("関連するSDGs", "SDG links"),
    "links-choices": ("番号の一覧", "numbers"),
    "links-kind": ("種類", "kind"),
    "links-number": ("番号", "No."),
    "links-name": ("名称", "name"),
    "links-object": ("SDGsの番号", "SDG No."),
    "links-object-name": ("SDGsの名称", "SDG name"),
    "links-basis": ("根拠", "basis"),
    "links-rationale-ja": ("理由", "reason (Japanese)"),
    "links-rationale-en": ("理由（英語）", "reason (English)"),
    "links-document": ("資料", "document"),
    "links-locator": ("場所（頁）", "place (page)"),
    "links-remark": ("備考", "remark"),
    "links-by": ("書いた人", "by"),
    "links-date": ("日付", "date"),
    "links-delete": ("削除", "delete"),
    "links-key": ("管理番号", "key"),
    "links-mark": ("○", "○"),
    "links-notes": (
        (
            "使いかた\n"
            "「{sheet}」の行を、計画書に印刷されたアイコンを見ながら直してください。"
            "列の順や行の順は変えてかまいません。見出しと管理番号は変えないでください。\n"
            "直す：SDGsの番号を書きかえます（名称は空でかまいません）。"
            "番号は「{choices}」から選んでください。\n"
            "加える：空いた行に、種類・番号・SDGsの番号を書きます。管理番号は空のままにします。\n"
            "消す：「削除」に ○ を付けます。行を取り除いただけでは消えません。\n"
            "資料と場所（頁）の両方を書いた行は、印刷された事実（記載）になります。"
            "資料は「{choices}」にある名前で、場所は頁の数字で書きます。\n"
            "推定の行には、理由（日本語と英語。資料の言葉を「」で引く）、書いた人、"
            "日付（例：2026-11-22）が要ります。\n"
            "ゴールとそのターゲットの両方は書きません。ターゲットからゴールが導かれます。\n"
            "備考は、そのつながりについての一言として残ります。\n"
            "戻しかた：plan-graph import links ファイル名.xlsx、続けて plan-graph build。"
            "誤りがあれば場所をすべて示し、何も書きかえません。"
        ),
        (
            "How to use this workbook\n"
            "Correct the rows of '{sheet}' with the icons printed in the plan at hand. Rows and "
            "columns may be moved; keep the heads and the keys as they are.\n"
            "To change a link, write another SDG number (the name may stay empty). The numbers "
            "stand in '{choices}'.\n"
            "To add one, fill kind, number and SDG number of an empty row and leave its key "
            "empty.\n"
            "To delete one, put ○ under 'delete'. Taking a row out deletes nothing.\n"
            "A row with both document and place becomes what the document states. Take the name "
            "of the document from '{choices}', and write the page as a number.\n"
            "An estimate needs its reason in Japanese and English, quoting words of the source in "
            "「」, who wrote it, and the date (such as 2026-11-22).\n"
            "Do not name both a goal and its target: the goal follows from the target.\n"
            "A remark stays with its link.\n"
            "To bring it back: plan-graph import links FILE.xlsx, then plan-graph build. If "
            "anything is wrong, every place is told and nothing is written."
        ),
    ),
    "links-added": ("{row}行目 加える：{link}", "row {row}, added: {link}"),
    "links-changed": ("{row}行目 変える：{link}", "row {row}, changed: {link}"),
    "links-deleted": ("{row}行目 消す：{link}", "row {row}, deleted: {link}"),
    "links-stated": (
        "{row}行目 資料と場所があるので、記載とします。",
        "row {row} is stated now, since it names document and place.",
    ),
    "links-absent": (
        "表にない行が links.csv に {count}行あり、そのまま残します（消すには「削除」に ○）。",
        "rows of links.csv that are not in the sheet: {count}. They stay; mark one to delete it.",
    ),
    "links-written": (
        (
            "{path} を書きかえました（加えた {added}、変えた {changed}、消した {deleted}）。"
            "plan-graph build でグラフに入ります。"
        ),
        (
            "{path}: {added} added, {changed} changed, {deleted} deleted. "
            "Run plan-graph build to put them into the graph."
        ),
    ),
    "cross-count": (
        "欄の数は、行と列の両方につながる{kinds}の数です（同じものは一度だけ）。",
        "A cell counts each {kinds} that is related to both its row and its column, once.",
    ),
    "cross-count-direct": (
        "欄の1は、行と列の組につながりがあることを示します。",
        "A cell of 1 says that its row and column are linked.",
    ),
    "cross-list": (
        "欄は、行と列の両方につながる{kinds}の番号です。",
        "A cell lists each {kinds} that is related to both its row and its column, by number.",
    ),
    "cross-list-names": (
        "欄は、行と列の両方につながる{kinds}の名称です。",
        "A cell lists each {kinds} that is related to both its row and its column, by name.",
    ),
    "cross-list-direct": (
        "欄は、行と列のつながりの根拠です。",
        "A cell tells the basis on which its row and column are linked.",
    ),
    "cross-diagonal": (
        "対角線の数は、それぞれにつながる{kinds}の数です。",
        "The numbers on the diagonal count each {kinds} that belongs to the one.",
    ),
    "cross-notes-sheet": ("注記", "notes"),
    "cross-total": ("合計", "total"),
    "cross-pairs-total": (
        "合計は、行と列の組の数です（つながりの本数ではありません）。",
        "Totals count pairs of row and column, not links.",
    ),
    "cross-shared-total": (
        "合計は、同じ{kinds}を一度だけ数えています（欄の数の和とは限りません）。",
        "Totals count each {kinds} once, so they need not be the sum of the cells.",
    ),
    "cross-within-total": (
        "合計は、ほかの{rows}と共有するものを一度だけ数えています（対角線は数えません）。",
        "Totals count once what is shared with another {rows}; the diagonal is left out.",
    ),
    "cross-blank": (
        "空欄は、この見方ではつながりが見つからないことを示します。何もしていないという意味ではありません。",
        "An empty cell: no link found in this view. It does not mean that nothing is done.",
    ),
    "cross-dropped": (
        "つながりのない{rows}{count}件の行は省きました。",
        "Rows without any link are left out: {count}.",
    ),
    "estimated-note": (
        "推定は編集者の読み取りです。市の見解ではありません。",
        "Estimated links are the editors' reading, not the city's view.",
    ),
    "cross-visions": (
        "ビジョンは市民の提言です。",
        "The visions are citizens' proposals.",
    ),
    "sdgs-note": (
        "計画書の公式アイコンは未入力。以下は編集者の推定",
        "The plan's official SDG icons are not entered yet. What follows is the editors' estimate.",
    ),
    "cited": ("資料{number}", "document {number}"),
    "cited-as": ("資料{number} {title}", "document {number} {title}"),
    "show-printed": ("資料での表記", "As printed"),
    "show-corrected": (
        "※印刷のまま。「{text}」と読みます（{reason}）",
        "Note: printed so; read as “{text}” ({reason})",
    ),
    "show-year-aimed": ("めざす年", "year aimed at"),
    "show-editors": ("{text}（編集者による）", "{text} (by the editors)"),
    "show-unit": ("単位：{name}", "unit: {name}"),
    "show-fiscal-year": ("{era}度（{year}）", "FY{year}"),
    "show-era": ("{era}度", "FY{year}"),
    "show-calendar-year": ("{era}（{year}）", "{year}"),
    "show-no-year": ("年の記載なし", "not printed"),
    "show-year": ("年", "year"),
    "show-as-of": ("{value}［{date}時点］", "{value} [as of {date}]"),
    "show-statuses": ("進行管理", "Progress"),
    "show-values": ("値", "Values"),
    "show-no-values": ("値の記載はありません。", "No values are printed."),
    "show-older": (
        "※{source}には、{year}の{kind}が {printed} とあります（古い資料の値）",
        "Note: {source} prints {printed} as the {kind} of {year} (older document)",
    ),
    "show-status": (
        "達成状況（{year}の進行管理）：{mark}　実績 {actual}／目標 {target}",
        "Status (progress report of {year}): {mark}  actual {actual} / target {target}",
    ),
    "show-status-bare": (
        "達成状況（{year}の進行管理）：{mark}　指標・実績・目標の記載はありません",
        "Status (progress report of {year}): {mark}  no indicator, actual or target is printed",
    ),
    "show-no-value": ("記載なし", "not printed"),
    "show-other-year": (
        "※{report}の欄に書かれた{year}の値です",
        "Note: values of {year} in the column of {report}",
    ),
    "show-reason": (
        "理由は進行管理表 {places} 参照",
        "For the reason see the progress report, {places}",
    ),
    "show-narrative": ("{label}：{text}", "{label}: {text}"),
    "show-sheet": ("No.{number}", "No. {number}"),
    "show-count": ("{label}（{count}）", "{label} ({count})"),
    "show-count-through": (
        "{label}（{count}、うち施策を通じてのみ {through}）",
        "{label} ({count}, {through} of them through the measure)",
    ),
    "show-sdgs-stated": ("貢献する{kind}", "contributes to: {kind}"),
    "show-lead": ("{name}（主担当）", "{name} (lead)"),
    "show-through": ("{backing}：{names}を通じて", "{backing}: through {names}"),
    "show-alone": (
        "この見方（根拠の下限：{basis}）では、つながりはありません。",
        "It has no links in this view (weakest basis: {basis}).",
    ),
    "show-explain": (
        "導出のたどり方は、たとえば plan-graph explain {ends}",
        "To follow a derived link: plan-graph explain {ends}",
    ),
    "find-hits": ("「{text}」に当たるもの：{count}件", "“{text}”: {count} found"),
    "find-none": (
        "「{text}」に当たるものは見つかりませんでした。",
        "Nothing fits “{text}”.",
    ),
    "find-near": ("もしかして：{names}", "Did you mean: {names}"),
    "find-near-hit": ("{name}（{where}：{text}）", "{name} ({where}: {text})"),
    "find-searched": (
        "さがした範囲：{elements}件の要素の、名称・資料での表記・略称・よみ・英語名・番号。",
        (
            "Searched: names, printed wordings, short labels, readings, English names and numbers "
            "of {elements} elements."
        ),
    ),
    "find-readings": (
        "よみがあるのは {readings}件だけです。漢字や、言葉の一部でもさがしてください。",
        "Only {readings} of them have a reading: try kanji too, or a part of the word.",
    ),
    "find-shorter": (
        "言葉の一部や、別の言い方でもさがしてください。",
        "Try a part of the word, or another word.",
    ),
    "find-next": (
        "詳しくは、たとえば plan-graph show {name}",
        "For more: plan-graph show {name}",
    ),
    "find-element": ("要素", "element"),
    "find-name": ("名称", "name"),
    "find-where": ("当たったところ", "found in"),
    "find-at": ("{where}：{text}", "{where}: {text}"),
    # The picture
    "picture-title": ("{city}のマンダラ", "Mandala of {city}"),
    "picture-edition": ("{era}度版", "Edition of FY{year}"),
    "picture-goal-caption": ("めざす姿", "The city's aim"),
    "picture-goal-caption-year": ("{year}年にめざす姿", "The city's aim for {year}"),
    "picture-visions-caption": ("市民の提言", "Citizens' proposals"),
    "picture-visions-caption-year": ("市民の提言・{year}年", "Citizens' proposals for {year}"),
    "picture-rebuilt": (
        "{mandala}の文字情報から再構成（配置は原図と異なります）",
        "Rebuilt from the text of the {mandala}; its layout is not that of the original.",
    ),
    "picture-letter-derived": ("導", "D"),
    "picture-note-on": ("{name}：{note}", "{name}: {note}"),
    "picture-year-calendar": ("{era}", "{year}"),
    "picture-value-year": ("{value}（{year}）", "{value} ({year})"),
    "picture-actual": ("実績 {value}", "actual {value}"),
    "picture-target": ("目標 {value}", "target {value}"),
    "picture-accumulation": ("{name}【{accumulation}】", "{name} ({accumulation})"),
    "step-goal": ("めざす姿", "The city's aim"),
    "step-goal-both": (
        "{caption}と、市民が提言した{visions}のビジョンです。",
        "{caption}, and {visions} that citizens proposed.",
    ),
    "step-goal-both-year": (
        "{caption}と、市民が{year}年に向けて提言した{visions}のビジョンです。",
        "{caption}, and {visions} that citizens proposed for {year}.",
    ),
    "step-goal-alone": ("{caption}です。", "{caption}."),
    "step-goal-visions": (
        "市民が提言した{visions}のビジョンです。",
        "Citizens proposed {visions}.",
    ),
    "step-goal-visions-year": (
        "市民が{year}年に向けて提言した{visions}のビジョンです。",
        "Citizens proposed {visions} for {year}.",
    ),
    "step-goal-ask": (
        "問い：「いちばん自分に近いのは、どれですか」と尋ね、指さしてもらう。",
        "Ask: “Which of these is closest to you?” and let people point.",
    ),
    "step-goal-apart": (
        "めざす姿は市のもの、ビジョンは市民の提言。分けて話す。",
        "The future image is the city's, the visions are citizens' proposals: keep them apart.",
    ),
    "step-issues": ("地域課題", "Regional issues"),
    "step-issues-many": (
        "向き合う課題は{issues}。根っこが同じものを探しながら見てください。",
        "There are {issues} to face. Look for those that share a root.",
    ),
    "step-issues-one": (
        "向き合う課題は「{name}」です。",
        "There is one issue to face: “{name}”.",
    ),
    "step-issues-ask": (
        "問い：「根っこが同じなのは、どれとどれでしょう」。答えを急がない。",
        "Ask: “Which of these grow from one root?” Do not hurry the answer.",
    ),
    "step-issues-order": (
        "並びは大事さの順ではない。",
        "Their order does not rank them.",
    ),
    "step-projects": ("{projects}のプロジェクト", "{projects}"),
    "step-projects-none": ("市の計画", "The city's plan"),
    "step-projects-counts": ("市の計画は{counts}。", "The city's plan has {counts}."),
    "step-projects-numbers": (
        "丸の数字が取組の番号です。",
        "The number in a circle is that of an action.",
    ),
    "step-projects-ask": (
        "問い：「知っている取組、関わっている取組は何番ですか」。",
        "Ask: “Which numbers do you know, or take part in?”",
    ),
    "step-projects-size": (
        "扇の大きさは取組の数。大事さや予算の大きさではない。",
        "The size of a sector is its number of actions, not its weight or its budget.",
    ),
    "step-way": ("一本たどる", "Follow one line"),
    "step-way-through": (
        "{action}は{through}を通じて{visions}へ。線の種類が根拠の強さです。",
        "{action} leads to {visions} through {through}. The kind of line shows its ground.",
    ),
    "step-way-direct": (
        "{action}は{visions}へ。線の種類が根拠の強さです。",
        "{action} leads to {visions}. The kind of line shows its ground.",
    ),
    "step-way-action": ("{mark}番『{name}』", "Action {mark} “{name}”"),
    "step-way-action-unnumbered": ("『{name}』", "The action “{name}”"),
    "step-way-name": ("『{name}』", "“{name}”"),
    "step-way-lines": (
        "線を一本ずつ指す。いちばん弱い線が、この道の強さ：{basis}。",
        "Point at each line. The way is as firm as its weakest line: {basis}.",
    ),
    "step-way-words": (
        "「つながる」と言う。「達成する」「役に立っている」とは言わない。",
        "Say “serves”; do not say that it achieves or has proved useful.",
    ),
    "step-way-rule": (
        (
            "この取組を選んだ決まり：根拠のいちばん強い道で多くのビジョンに届くもの。"
            "同じなら、届くビジョンの数、課題の数、番号の順。"
        ),
        (
            "Why this action: its firmest ways reach the most visions; then the most visions by "
            "any way, the most issues, the lowest number."
        ),
    ),
    "step-several": ("{count}の{kind}", "{count}"),
    "step-candidate": ("同時解決の候補", "Candidates for several issues at once"),
    "step-candidate-read": (
        "一つの取組が複数の課題に効きそうな例です。点線は読み取りなので、違う線を教えてください。",
        (
            "One action that may help with several issues. Dotted lines are our reading: tell us "
            "which ones are wrong."
        ),
    ),
    "step-candidate-stated": (
        "一つの取組が複数の課題に効きそうな例です。違うと思う線を教えてください。",
        "One action that may help with several issues. Tell us which lines seem wrong.",
    ),
    "step-candidate-cause": (
        "問い：「共通の原因は何でしょう」。答えの欄は空けてある。出た言葉をそのまま書く。",
        "Ask: “What is the common cause?” The field is empty: write down what people say.",
    ),
    "step-candidate-others": ("ほかの候補：{actions}。", "Other candidates: {actions}."),
    "step-candidate-claim": (
        "候補は線の数から拾ったもの。効果が確かめられたとは言わない。",
        "Candidates are found by counting lines. Do not say that an effect is proved.",
    ),
    "step-connectors": ("人・場所・資源", "People, places, resources"),
    "step-connectors-say": (
        "いくつもの部会に関わる団体や場所が、つなぎ役になります。",
        "Groups and places that take part in several working groups can be the connectors.",
    ),
    "step-connectors-names": ("つなぎ役：{names}。", "Connectors: {names}."),
    "step-connectors-ask": (
        "問い：「ここに声をかけるなら、何を一緒にしますか」。",
        "Ask: “If we talked to them, what would we do together?”",
    ),
    "step-connectors-claim": (
        "資料に名前のある団体や場所だけ。順位や推薦ではない。",
        "Only those that documents name. This is no ranking and no recommendation.",
    ),
    "step-open": ("まだ線のないところ", "Where there is no line yet"),
    "step-open-say": (
        (
            "{visions}には、資料からたどれる取組がまだありません。"
            "何もしていないという意味ではなく、今日の問いです。"
        ),
        (
            "No action can be followed from the documents to {visions} yet. It does not mean that "
            "nothing is done: it is today's question."
        ),
    ),
    "step-open-ask": (
        "問い：「身のまわりで、もう始まっていることは」。付箋に書いてもらう。",
        "Ask: “What has already begun around you?” Let people write it on notes.",
    ),
    "step-open-estimated": (
        "推定の線：{counts}。市の見解ではない。",
        "Estimated lines: {counts}. They are not the city's view.",
    ),
    "step-open-count": ("{vision} {count}件", "{vision} {count}"),
    "step-open-claim": (
        "「誰も取り組んでいない」とは言わない。",
        "Do not say that nobody works on it.",
    ),
    # Paper
    "rings-order": ("中心から外へ", "From the middle outwards"),
    "paper-lines": ("線の種類＝根拠", "Style of a line: its grade of evidence"),
    "paper-with": ("{name}（{more}）", "{name} ({more})"),
    "paper-unsure": ("点線のタグ＝編集者の読み取り（推定）", "Dotted tag: an editor's reading"),
    "paper-chips": (
        "黒丸の数字＝つながるビジョン（番号とビジョンの対応は編集者の読み取り）",
        "Number on a dark disc: a vision it serves (which number is which vision: our reading)",
    ),
    # The page of the picture
    "page-named": ("{{kind}}{{mark}}「{{name}}」", "{{kind}} {{mark}} “{{name}}”"),
    "page-picture": (
        "マンダラの図。矢印キーで移り、Enterで選び、Escで戻ります。同じ内容の表が下にあります。",
        (
            "The picture. Arrow keys move, Enter selects, Escape goes back. "
            "A table below says the same."
        ),
    ),
    "page-noscript": (
        "スクリプトが動かないため、図は最初の姿のままです。すべての内容は下の表で読めます。",
        "Without its script the picture stays as it opens. The table below says everything.",
    ),
    "page-twin": ("図にあるものとつながり", "What the picture holds, and its links"),
    "page-number": ("番号", "No."),
    "page-name": ("名称", "name"),
    "page-kind": ("種類", "kind"),
    "page-parent": ("属するもの", "belongs to"),
    "page-links": ("つながり", "links"),
    "page-colon": ("：", ": "),
    "page-comma": ("、", ", "),
    "page-link": ("{name}［{basis}］", "{name} [{basis}]"),
    "page-more": ("ほか{count}件", "{count} more"),
    "coverage": ("つながりの点検", "What is covered"),
    "coverage-lead": (
        (
            "資料からたどれるつながりと、まだ線のないところです。"
            "線がないことは、何もしていないという意味ではありません。"
        ),
        (
            "What the documents lead to, and where there is no line yet. "
            "No line does not mean that nothing is done."
        ),
    ),
    "coverage-held": ("そろっているもの、まだないもの", "What elements have, and what they lack"),
    "coverage-missing": ("まだないもの", "What is missing"),
    "coverage-reached": ("{kind}にたどりつくもの", "What leads to each {kind}"),
    "coverage-reached-all": ("たどりつくもの", "What leads where"),
    "coverage-bases": ("つながりの根拠", "What the relations rest on"),
    "coverage-estimates": ("推定だけのつながり", "Relations on estimates alone"),
    "coverage-estimates-share": (
        "推定だけによるつながりは、{total}組のうち{count}組（{percent}）です。",
        "Of {total} pairs {count} rest on estimates alone ({percent}).",
    ),
    "coverage-confirmations": ("確認状況", "Confirmation"),
    "coverage-item": ("項目", "item"),
    "coverage-kind": ("種類", "kind"),
    "coverage-plan": ("計画", "plan"),
    "coverage-number": ("番号", "No."),
    "coverage-name": ("名称", "name"),
    "coverage-total": ("全数", "total"),
    "coverage-none": ("なし", "none"),
    "coverage-there": ("あり", "there"),
    "coverage-none-letter": ("無", "–"),
    "coverage-there-letter": ("有", "+"),
    "coverage-state": ("状態", "state"),
    "coverage-estimated-only": ("推定だけ", "on estimates alone"),
    "coverage-estimated": ("推定の数", "estimated"),
    "coverage-relation": ("つながり", "relation"),
    "coverage-from": ("つながりの元", "from"),
    "coverage-to": ("つながる先", "to"),
    "coverage-by": ("たどりつくもの", "what leads there"),
    "coverage-pairs": ("組", "pairs"),
    "coverage-share": ("割合", "share"),
    "coverage-all": ("すべて", "all"),
    "coverage-all-of": ("すべての{kind}（{count}件）", "every {kind} ({count})"),
    "coverage-some": ("{names}（{count}件）", "{names} ({count})"),
    "coverage-more": ("{names} ほか{count}件", "{names} and {count} more"),
    "coverage-element": ("要素", "element"),
    "coverage-lacking": ("{what}：{names}", "{what}: {names}"),
    "coverage-bracketed": ("{what}（{more}）", "{what} ({more})"),
    "coverage-not-printed": (
        "{plan}の資料は、{kind}の{item}を示していません（数えていません）。",
        "The documents of {plan} print no {item} of any {kind}; it is not counted.",
    ),
    "coverage-no-doers": (
        "資料からたどれる施策・取組がまだないもの：{names}。",
        "No measure or action can be reached from the documents yet: {names}.",
    ),
    "coverage-no-doers-estimated": (
        "資料からたどれる施策・取組がまだないもの：{names}。推定は市の見解ではありません。",
        (
            "No measure or action can be reached from the documents yet: {names}. What is "
            "estimated is not the city's view."
        ),
    ),
    "coverage-no-doers-in-view": (
        "資料からたどれる施策・取組がまだないもの：{names}（この見方は推定を含みません）。",
        (
            "No measure or action can be reached from the documents yet: {names} (this view leaves "
            "out estimates)."
        ),
    ),
    "coverage-with-estimates": ("{name}（推定 {count}件）", "{name} ({count} estimated)"),
    "coverage-target": ("{name}：{sentence}", "{name}: {sentence}"),
    "coverage-not-yet": ("まだありません", "none yet"),
    "coverage-table": ("表で見る", "As a table"),
    "coverage-nothing": ("ありません。", "None."),
    "coverage-counted": (
        "数えたのは要素と、要素の組です（つながりの本数ではありません）。根拠は、いちばん強いものです。",
        "Elements and pairs of elements are counted, not links; each by its strongest basis.",
    ),
    "coverage-chart-held": (
        "棒は全数を100％とした割合です。右の数は「あるもの／全数」です。",
        "Each bar is the whole; the numbers beside it are those that have it and the total.",
    ),
    "coverage-chart-reached": (
        "棒は、そこにつながる{kinds}の数です（同じものは一度だけ）。",
        "A bar counts each {kinds} that leads there, once.",
    ),
    "coverage-chart-bases": (
        "棒は、つながる要素の組を100％とした割合です。右の数は組の数です。",
        "Each bar is all pairs joined by the relation; the number beside it counts them.",
    ),
    "coverage-sheet-held": ("そろい具合", "held"),
    "coverage-sheet-missing": ("まだないもの", "missing"),
    "coverage-sheet-reached": ("たどりつくもの", "reached"),
    "coverage-sheet-bases": ("根拠", "bases"),
    "coverage-sheet-estimates": ("推定だけ", "estimates alone"),
    "coverage-sheet-confirmations": ("確認状況", "confirmation"),
}
