"""The one message catalogue: every sentence the tool says about data, in Japanese and English."""

from typing import Final

from plan_graph.errors import Fault
from plan_graph.vocab import DCTERMS, PG, SDGO, SKOS

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
    "file-open": (
        (
            "書き込めません（{reason}）。Excelなどで開いていれば閉じてください。書き込みの権限も"
            "確かめてください。元のファイルはそのままです。"
        ),
        (
            "cannot write ({reason}). Close the file if a program such as Excel has it open, and "
            "check the permission. The old file is untouched."
        ),
    ),
    "xlsx-output": (
        "XLSXは画面に出せません。-o でファイルを指定してください。",
        "a workbook cannot be shown here. Name a file with -o.",
    ),
    "workbook-size": (
        "行か列がXLSXに収まりません（{rows}行、{columns}列）。CSVにするか、種類を変えてください。",
        "too large for a workbook ({rows} rows, {columns} columns). Use CSV or other kinds.",
    ),
    "turtle": (
        "Turtleとして読めません：{reason}。その行を直すか、plan-graph build で作り直してください。",
        (
            "this is not valid Turtle: {reason}. Correct that line, or make the file again "
            "with plan-graph build."
        ),
    ),
    # The page of the picture
    "no-positions": (
        (
            "マンダラのHTMLとして読めません（配置のデータがありません）。--like には、"
            "plan-graph mandala で作ったHTMLを指定してください。"
        ),
        (
            "this is not a page of plan-graph (it holds no positions). Give --like an HTML file "
            "that plan-graph mandala has made."
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
    "which-document": (
        (
            "{kind} の資料がいくつもあります。ファイルの名前を資料のキーにしてください"
            "（{keys} のどれか）。"
        ),
        "there are several documents of {kind}. Name the file after its key, one of: {keys}.",
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
    # Workbooks that people fill in
    "not-xlsx": (
        "Excelのファイルとして読めません（{reason}）。Excelで開き、.xlsx で保存し直してください。",
        "this cannot be read as a workbook ({reason}). Open it in Excel and save it as .xlsx.",
    ),
    "no-page": (
        "シート「{name}」がありません。export links が書き出したシートの名前に戻してください。",
        "there is no sheet '{name}'. Give it back the name that plan-graph export links wrote.",
    ),
    "no-columns": (
        "見出しがありません：{names}。列は動かせますが、見出しの名前は変えないでください。",
        "columns are missing: {names}. They may be moved, but keep the names of their heads.",
    ),
    "column-twice": (
        "見出し「{name}」が二つあります。片方の列を消してください。",
        "the head '{name}' occurs twice. Delete one of the columns.",
    ),
    "cell-formula": (
        "数式が入っています。値に置きかえてください（コピーして「値の貼り付け」）。",
        "this cell holds a formula. Replace it by its value (copy, then paste values).",
    ),
    "cell-error": (
        "「{value}」はExcelのエラー値です。値を入れ直してください。",
        "'{value}' is an error value of Excel. Enter the value again.",
    ),
    "cell-date": (
        "番号が日付（{value}）に変わっています。書式を「文字列」にして入れ直してください。",
        "the number has become a date ({value}). Format the cell as text and enter it again.",
    ),
    "cell-decimal": (
        (
            "数値の {value} は {value} か {value}0 か区別できません。書式を「文字列」にして"
            "入れ直してください。"
        ),
        (
            "the numeric {value} may be {value} or {value}0. Format the cell as text and enter it "
            "again."
        ),
    ),
    "cell-empty": (
        "「{field}」が空です。書き入れてください。",
        "'{field}' is empty. Fill it in.",
    ),
    "name-differs": (
        "番号は {named} ですが、名称は「{name}」です。どちらかを直すか、名称を空にしてください。",
        "the number is that of {named}, but the name says '{name}'. Correct one or clear the name.",
    ),
    "several-names": (
        "いくつもあって決まりません：{candidates}。名称も書き入れてください。",
        "this fits several elements: {candidates}. Fill in the name too.",
    ),
    "key-unreadable": (
        "管理番号「{key}」が読めません。元に戻すか、新しい行なら空にしてください。",
        "cannot read the key '{key}'. Restore it, or clear it if the row is new.",
    ),
    "key-stale": (
        (
            "管理番号「{key}」のつながりは、いまの links.csv にありません。"
            "plan-graph build と export links をやり直してください。"
        ),
        (
            "links.csv has no link '{key}' now. Run plan-graph build and export links again, and "
            "make the change there."
        ),
    ),
    "key-other": (
        "管理番号は {named} の行のものです。行を移したのなら、管理番号を空にしてください。",
        "the key belongs to a row of {named}. Clear it if the row is meant to be a new one.",
    ),
    "key-changed": (
        (
            "書き出したあとで links.csv のこの行が変わりました。export links をやり直し、"
            "その表を直してください。"
        ),
        (
            "this row of links.csv has changed since the export. Run export links again and "
            "correct that workbook."
        ),
    ),
    "key-twice": (
        "同じ管理番号の行がほかにもあります。写した行なら、管理番号を空にしてください。",
        "another row has the same key. Clear it in the row that is a copy.",
    ),
    "row-twice": (
        "同じつながりがほかにもあります（行：{first}）。どちらかを直すか、取り除いてください。",
        "the same link stands elsewhere (row: {first}). Correct or remove one of them.",
    ),
    "remarks-several": (
        "{count}件の確認にひとことがあり、ここでは直せません。confirmations.csv で直してください。",
        "{count} confirmations have a remark: correct them in confirmations.csv, not here.",
    ),
    "goal-and-target": (
        (
            "同じものの推定に、ゴールとそのターゲット（{first}行目）の両方があります。"
            "ゴールは導かれるので、ターゲットだけにしてください。"
        ),
        (
            "estimates of one element name a goal and a target of it (row {first}). Keep the "
            "target: its goal follows."
        ),
    ),
    "delete-new": (
        "管理番号のない行に削除の ○ があります。新しい行なら、行ごと消してください。",
        "a row without key is marked for deletion. If it is new, remove the whole row.",
    ),
    "stated-place": (
        "記載にするには、資料と場所（頁）の両方が要ります。両方を書くか、両方を空にしてください。",
        "a stated link needs both document and place. Fill in both or clear both.",
    ),
    "unknown-source": (
        "資料「{name}」は台帳にありません。使えるのは：{known}。",
        "the document '{name}' is not registered. Known: {known}.",
    ),
    "bad-place": (
        "場所「{place}」が読めません。頁の数字（例：51）か「sheet:24-1」の形にしてください。",
        "cannot read the place '{place}'. Write a page number (such as 51) or 'sheet:24-1'.",
    ),
    "no-quote": (
        "理由に「」で引いた資料の言葉がありません。よりどころにした言葉を「」で引いてください。",
        "the reason quotes no words of a source. Quote what it leans on in 「」.",
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
    "measure-heading": (
        "「施策」と番号の行が{count}個あります。ページに一つだけ要ります。ページの切れ目を確かめてください。",
        "{count} lines tell 施策 and its number; a page has exactly one. Check where pages end.",
    ),
    "page-lacks": (
        "施策のページに足りないものがあります：{parts}。ページが途中で切れていないか確かめてください。",
        "the page of a measure lacks: {parts}. Is the page cut short?",
    ),
    "other-measure": (
        "取組{number}は、施策{measure}のページにあります。番号か、ページの切れ目を確かめてください。",
        "action {number} stands on the page of measure {measure}. Check number and page ends.",
    ),
    "indicator-row": (
        "指標「{name}」の目標が読めません。現状値の次に、数と単位の目標が要ります。",
        "the target of '{name}' cannot be read: a number and its unit must follow the baseline.",
    ),
    "chart-values": (
        "グラフの年が{years}個、値が{values}個で、合いません。グラフの文字を確かめてください。",
        "the chart has {years} years but {values} values. Check the text of the chart.",
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
    "empty-cell": (
        "「{field}」が空です。資料のとおりに書いてください。",
        "'{field}' is empty. Write what the document prints.",
    ),
    "half-relation": (
        "relation と of は、両方書くか、両方空にしてください。",
        "give both relation and of, or neither.",
    ),
    "not-transcribed": (
        (
            "「{name}」（{kind}）の行がこのファイルにありません。資料に書かれていれば、その行を"
            "書き足してください。書かれていなければ、つながりは links.csv に置きます。"
        ),
        (
            "no row of this file names '{name}' ({kind}). Add one if the page prints it; if not, "
            "the relation belongs in links.csv."
        ),
    ),
    "empty-slide": (
        "マンダラのスライドからビジョンか効果が読めません。文字の抜けを確かめてください。",
        "no visions or outcomes can be read from the mandala's slide. Is its text complete?",
    ),
    # Elements named by a person
    "no-element": (
        "「{text}」に当たるものがありません。{near}plan-graph find でさがせます。",
        "nothing fits '{text}'. {near}Search with plan-graph find.",
    ),
    "ambiguous": (
        "「{text}」は一つに決まりません。種類と番号で指定してください：{candidates}",
        "'{text}' fits several elements. Name one by kind and number: {candidates}",
    ),
    # From Python
    "foreign-graph": (
        "load_graph で読んだグラフではありません。load_graph(ファイル) で読み直してください。",
        "this graph was not made by load_graph. Read its file with load_graph(path).",
    ),
    "no-view": (
        "「{text}」という見方はありません。{near}このグラフにある見方：{known}",
        "there is no view '{text}'. {near}This graph has: {known}",
    ),
    # Paper
    "no-paper": (
        "「{text}」という紙の大きさはありません。次から選んでください：{known}",
        "there is no paper '{text}'. Choose one of: {known}",
    ),
    "no-basis": (
        "「{text}」という根拠はありません。次から選んでください：{known}",
        "there is no basis '{text}'. Choose one of: {known}",
    ),
    # Questions
    "query-long": (
        "SPARQLが長すぎます（{length}文字）。{longest}文字までにしてください。",
        "the query is too long ({length} characters). Keep it under {longest}.",
    ),
    "query-remote": (
        "{word} は使えません。この道具は手元のグラフだけに尋ねます。その句を消してください。",
        "{word} is refused: only the graph on this machine is asked. Take that clause out.",
    ),
    "query-update": (
        (
            "{word} は使えません。グラフは plan-graph build だけが書き換えます。"
            "SELECT・ASK・CONSTRUCT・DESCRIBE で尋ねてください。"
        ),
        (
            "{word} is refused: only plan-graph build changes the graph. Ask with SELECT, ASK, "
            "CONSTRUCT or DESCRIBE."
        ),
    ),
    "no-question": (
        "質問「{name}」はありません。{near}一覧は plan-graph queries です。",
        "there is no question '{name}'. {near}See plan-graph queries.",
    ),
    "no-parameter": (
        "パラメータ「{name}」はありません。{near}使えるのは：{known}。",
        "there is no parameter '{name}'. {near}Known: {known}.",
    ),
    "parameter-missing": (
        "パラメータ「{name}」が要ります。--set {name}=… で指定してください。",
        "the parameter '{name}' is needed. Give it with --set {name}=….",
    ),
    "no-integer": (
        "「{text}」は整数ではありません。数字だけで指定してください。",
        "'{text}' is not an integer. Give digits only.",
    ),
    "set-form": (
        "「{text}」は 名前=値 の形ではありません。例：--set vision=②",
        "'{text}' is not name=value. Example: --set vision=②",
    ),
    "hint-wide": (
        "全角の「{sign}」があります。半角に直してください。",
        "there is a full-width '{sign}'. Use the ASCII sign.",
    ),
    "hint-quote": (
        "引用符 {sign} が閉じていません。対になる引用符を書き足してください。",
        "a quote {sign} is not closed. Add its partner.",
    ),
    "hint-extra": (
        "{where} の「{sign}」に対になる括弧がありません。消すか、開く括弧を書き足してください。",
        "'{sign}' at {where} closes nothing. Delete it or add what it closes.",
    ),
    "hint-open": (
        "{where} の「{sign}」が閉じていません。閉じる括弧を書き足してください。",
        "'{sign}' at {where} is not closed. Add the closing bracket.",
    ),
    "hint-iri": (
        "IRI は <http://…> の形で、空白を入れずに書いてください。",
        "write an IRI as <http://…> without spaces.",
    ),
    "hint-prefix": (
        "接頭辞「{prefix}」が分かりません。もしかして「{near}」？ PREFIX でも宣言できます。",
        "unknown prefix '{prefix}'. Did you mean '{near}'? Or declare it with PREFIX.",
    ),
    "hint-keyword": (
        "「{word}」は SPARQL の語ではありません。もしかして「{near}」？",
        "'{word}' is no word of SPARQL. Did you mean '{near}'?",
    ),
    "hint-word": (
        '「{word}」が読めません。変数なら ?{word}、文字列なら "{word}" と書いてください。',
        "cannot read '{word}'. Write ?{word} for a variable, \"{word}\" for a string.",
    ),
    "hint-group": (
        "SELECT の変数が集計に含まれていません。GROUP BY に加えるか、関数で集計してください。",
        "SELECT names a variable that is not grouped. Add it to GROUP BY or aggregate it.",
    ),
    "hint-variable": (
        "{where} の「?」に変数の名前が続いていません。?name の形にしてください。",
        "the '?' at {where} has no name. Write ?name.",
    ),
    "hint-form": (
        "SELECT・ASK・CONSTRUCT・DESCRIBE のどれかで始めてください。",
        "begin with SELECT, ASK, CONSTRUCT or DESCRIBE.",
    ),
    "hint-none": (
        "ここで読めなくなりました（{message}）。直前の語や「.」「;」を確かめてください。",
        "reading stopped here ({message}). Check the word before and its '.' or ';'.",
    ),
    "no-search": (
        "さがす言葉が空です。名称・よみ・英語名・番号のどれか、またはその一部を入れてください。",
        "nothing to search for. Give a name, a reading, a number, or a part of one.",
    ),
    # Kinds and what joins them
    "no-kind": (
        "種類「{text}」はありません。使えるのは：{kinds}。",
        "there is no kind '{text}'. Known: {kinds}.",
    ),
    "no-kind-near": ("種類「{text}」はありません。{near}", "there is no kind '{text}'. {near}"),
    "kind-absent": (
        "このグラフに「{kind}」はありません。あるのは：{kinds}。",
        "this graph has no {kind}. It has: {kinds}.",
    ),
    "no-join": (
        (
            "この見方では「{rows}」と「{columns}」を結ぶものがありません。根拠の下限（--basis）を"
            "変えるか、つながりのある種類を選んでください。\n{relations}"
        ),
        (
            "nothing joins {rows} and {columns} in this view. Change --basis or choose kinds that "
            "are related.\n{relations}"
        ),
    ),
    "no-join-through": (
        (
            "この見方では「{rows}」と「{columns}」を「{through}」を通じて結べません。--through を"
            "外すか、つながりのある種類を選んでください。\n{relations}"
        ),
        (
            "nothing joins {rows} and {columns} through {through} in this view. Leave out "
            "--through or choose kinds that are related.\n{relations}"
        ),
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
    # IRIs that people may have noted down
    "iri-gone": (
        (
            "{kind}「{name}」は今のグラフにありますが、作り直すとなくなります。IRIは変えない約束です。"
            "資料や表から消えた行を戻すか、なくしてよければ curated/accepted.csv に"
            "「{row}（理由）」を書き足してください。"
        ),
        (
            "the {kind} “{name}” is in the present graph, and the new one would lose it. An IRI is "
            "for ever: bring back the row that is gone, or, if it may go, add '{row}reason' to "
            "curated/accepted.csv."
        ),
    ),
    "iri-moved": (
        (
            "「{name}」のIRIが {new} に変わってしまいます。IRIは変えない約束です。"
            "curated/keys.csv に「{row}」を書き足し、資料を取り込み直してください。"
        ),
        (
            "the IRI of “{name}” would become {new}. An IRI is for ever: add the row '{row}' to "
            "curated/keys.csv and import the document again."
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
    "no-chart-values": (
        "グラフの値は文字に残っていません（施策{numbers}）。表題と出所だけを読みました。",
        "the values of these charts are lost in the text (measures {numbers}): only title read.",
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
_LOCATORS: Final[dict[str, tuple[str, str]]] = {
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
    "cross-shared": ("共有するもの", "shared"),
    "cross-shared-count": ("共有する数", "number shared"),
    "cross-sheet": ("クロス集計", "table"),
    "cross-pairs-sheet": ("組", "pairs"),
    "cross-notes-sheet": ("説明", "notes"),
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
    PG.Wording: ("表記", "wording"),
    PG.PrintedValue: ("値", "value"),
}


def fault(where: str, key: str, /, **values: object) -> Fault:
    """Return the fault *key* of the catalogue, filled in with *values*, at the place *where*.

    A value that is a pair of texts stands in Japanese in the one, in English in the other.
    """
    both = (
        template.format(**{name: _side(value, at) for name, value in values.items()})
        for at, template in enumerate(FAULTS[key])
    )
    return Fault(where, *both)


def _side(value: object, at: int) -> object:
    return value[at] if isinstance(value, tuple) else value


def did_you_mean(near: str | tuple[str, str]) -> tuple[str, str]:
    """Return the question もしかして …？ for the nearest name, or nothing when there is none.

    >>> did_you_mean("pg:serves")
    ('もしかして pg:serves ？ ', 'Did you mean pg:serves? ')
    """
    if not near:
        return ("", "")
    ja, en = near if isinstance(near, tuple) else (near, near)
    return (f"もしかして {ja} ？ ", f"Did you mean {en}? ")


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
