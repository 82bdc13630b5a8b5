"""What can be wrong: each fault with what to do next, in Japanese and English."""

from typing import Final

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
    "answer-behind": (
        (
            "同じつながり（{statement}）に別の答えもあります。グラフは意見あり・保留・確認済の順に、"
            "同じなら新しい方を示します。行は残ります。"
        ),
        (
            "there is another answer to the same link ({statement}). The graph shows disputed "
            "before on hold before confirmed, and of two of a kind the newer. The row is kept."
        ),
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
    "locked-xlsx": (
        "パスワードが付いています。Excelで開き、パスワードを外して .xlsx で保存してください。",
        "the workbook has a password. Open it in Excel and save it as .xlsx without one.",
    ),
    "old-xls": (
        "古い形式（.xls など）です。Excelで開き、.xlsx で保存し直してください。",
        "this is an old format such as .xls. Open it in Excel and save it as .xlsx.",
    ),
    "file-held": (
        "ファイルを開けません（{reason}）。Excelなどで開いていれば閉じてください。権限も確かめてください。",
        (
            "cannot open the file ({reason}). Close it if a program such as Excel has it open, and "
            "check the permission."
        ),
    ),
    "not-csv": (
        "UTF-8でもShift_JISでもなく、CSVとして読めません。Excelで開き、.xlsx で保存してください。",
        "this is not CSV in UTF-8 or Shift_JIS (CP932). Open it in Excel and save it as .xlsx.",
    ),
    "more-faults": (
        "誤りは全部で {count}件です。はじめの {shown}件を示しました。すべて {path} に書きました。",
        "there are {count} faults. The first {shown} are shown; all of them stand in {path}.",
    ),
    "more-faults-lost": (
        "誤りは全部で {count}件です。はじめの {shown}件を示し、残りはファイルに書けませんでした。",
        "there are {count} faults. The first {shown} are shown; the rest could not be written.",
    ),
    "no-page": (
        "シート「{name}」がありません（あるのは：{found}）。書き出したときの名前に戻してください。",
        "there is no sheet '{name}' (found: {found}). Give it back the name it was exported with.",
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
    "cell-merged": (
        "結合したセル（{value}）の中です。結合を解き、行ごとに書き入れてください。",
        "this lies within merged cells ({value}). Unmerge them and fill in each row.",
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
    "policy-row": (
        (
            "施策の行として読めません（{cells}）。部課の名称が departments.csv にあるか、基本方向が"
            "先に書かれているかを確かめてください。"
        ),
        (
            "this cannot be read as the row of a measure ({cells}). See whether departments.csv "
            "has the department, and whether a basic direction stands before it."
        ),
    ),
    "policy-unsettled": (
        (
            "「{name}」の属する基本政策が、文字からは決まりません（基本政策の欄に施策の名称があるか、"
            "その下の行です）。links.csv に推定（partOf）と理由を書いてください。"
        ),
        (
            "the text does not settle which basic policy 「{name}」 belongs to (the name of a "
            "measure stands in the place of the policy, here or above). Put an estimate (partOf) "
            "with its reason into links.csv."
        ),
    ),
    "policy-cut": (
        "「{name}」の行は、基本計画事業の欄が文字の取り出しで失われています。事業は分かりません。",
        "the row of 「{name}」 has lost its column of programmes; they are unknown.",
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
    "query-deep": (
        (
            "SPARQLの入れ子が深すぎるか、つなぐ記号が多すぎます（括弧は{deepest}段、"
            "記号とUNIONは{joins}個まで）。値の並びは VALUES か IN で書いてください。"
        ),
        (
            "the query is nested too deeply or joins too much (brackets to {deepest}, signs and "
            "UNION to {joins}). Write lists of values by VALUES or IN."
        ),
    ),
    "query-unable": (
        "このSPARQLは実行できません（{reason}）。SPARQL 1.1 の関数だけで書いてください。",
        "this query cannot be run ({reason}). Use only the functions of SPARQL 1.1.",
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
