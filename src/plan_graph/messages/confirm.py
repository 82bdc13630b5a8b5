"""What the sheet on which a department confirms links says, and what can be wrong in it."""

from typing import Final

#: Key to the Japanese and the English text.
TEXTS: Final[dict[str, tuple[str, str]]] = {
    "sheet": ("確認シート", "confirmation"),
    "notes": ("説明", "notes"),
    "number": ("番号", "No."),
    "name": ("名称", "name"),
    "relation": ("関係", "relation"),
    "object": ("相手の番号", "other No."),
    "object-name": ("相手の名称", "other name"),
    "basis": ("根拠", "basis"),
    "reasons": ("理由・出典と場所", "reasons, source and place"),
    "answer": ("確認", "confirmation"),
    "remark": ("所見", "remark"),
    "date": ("日付", "date"),
    "key": ("管理番号", "key"),
    "title": ("確認シート：{department}（{count}件）", "Links to confirm: {department} ({count})"),
    "how-to": (
        (
            "これは何か\n"
            "{department}が担当する取組・施策と、{department}そのものについて、グラフにあるつながりを"
            "一行に一つずつ並べたものです。資料から組み立てた非公式の再構成で、市の決定ではありません。\n"
            "「推定」と「推定による」の行は編集者の読み取りで、市の見解ではありません。"
            "合っているか、違うかを教えてください。\n"
            "取組や施策がどの計画・プロジェクトにあるか（枠組みだけを言うつながり）は省いています。\n"
            "\n"
            "書きかた\n"
            "色の付いた三つの欄だけに書きます。すべてを埋めなくてもかまいません。\n"
            "確認：確認済・意見あり・保留から選びます。空のままは「未確認」で、答えになりません。"
            "○は確認済、×は意見あり、－は空と同じに読みます。\n"
            "所見：違うところ、足りないところ、保留の理由を書きます。人の名前は書かないでください。\n"
            "日付：確認した日です。2026-11-22、2026/11/22、令和8年11月22日、R8.11.22 のどれでも"
            "読めます。\n"
            "前の答えを取り消すときは、確認に「未確認」と書きます。空にしても前の答えは消えません。\n"
            "行の並べかえ、列の移動、空いた行やメモの追加はかまいません。セルの結合、数式、"
            "見出しと管理番号の変更はできません（シートは保護していません）。\n"
            "\n"
            "戻しかた\n"
            "このファイル（または CSV）を、送ってきた人に返してください。\n"
            "受け取った人は：plan-graph import confirm ファイル名.xlsx、続けて plan-graph build。"
            "誤りがあれば場所をすべて示し、何も書きかえません。"
        ),
        (
            "What this is\n"
            "One link of the graph in each row: those of the actions and measures that "
            "{department} is responsible for, and of {department} itself. It is an unofficial "
            "reconstruction from documents and no decision of the city.\n"
            "A row that is estimated, or rests on an estimate, is the editors' reading and not "
            "the city's view. Please say whether it is right.\n"
            "In which plan or project something stands, which only frames it, is left out.\n"
            "\n"
            "How to fill it in\n"
            "Write into the three tinted columns only; not every row needs an answer.\n"
            "confirmation: choose confirmed, disputed or on hold. Empty means unconfirmed, "
            "which is no answer. ○ is read as confirmed, × as disputed, a dash as empty.\n"
            "remark: what is wrong or missing, or why it is on hold. No names of persons, please.\n"
            "date: the day of confirmation, such as 2026-11-22, 2026/11/22, 令和8年11月22日 or "
            "R8.11.22.\n"
            "To take an answer back, write 'unconfirmed'. Clearing the cell does not delete it.\n"
            "Rows may be sorted, columns moved, empty rows and notes added. Merged cells, "
            "formulas, and other heads or keys cannot be read (the sheet is not protected).\n"
            "\n"
            "How to send it back\n"
            "Return this file, or a CSV of the sheet, to whom you have it from.\n"
            "There: plan-graph import confirm FILE.xlsx, then plan-graph build. If anything is "
            "wrong, every place is told and nothing is written."
        ),
    ),
    # Import
    "changed": (
        "{row}行目 {sentence}：{before} → {after}",
        "row {row}, {sentence}: {before} → {after}",
    ),
    "by": ("{state}（{department}、{date}）", "{state} ({department}, {date})"),
    "no-remark": (
        "{row}行目 「意見あり」に所見がありません。担当課に聞いてください。",
        "row {row} is disputed without a remark. Ask the department for it.",
    ),
    "kept": (
        "確認が空で前の答えがある行：{count}件（{rows}行目）。前の答えを残します。",
        "rows left empty that had an answer: {count} (rows {rows}). The answers stay.",
    ),
    "not-read": (
        "管理番号のない行は読みません：{count}件（{rows}行目）。",
        "rows without a key are not read: {count} (rows {rows}).",
    ),
    "nothing": (
        "新しい答えはありません（同じ答え {same}件、未記入 {blank}件）。{path} はそのままです。",
        "no new answer ({same} the same, {blank} empty). {path} is unchanged.",
    ),
    "written": (
        (
            "{path} を書きかえました（加えた {added}、変えた {changed}、同じ {same}、"
            "未記入 {blank}）。plan-graph build でグラフに入ります。"
        ),
        (
            "{path}: {added} added, {changed} changed, {same} the same, {blank} empty. "
            "Run plan-graph build to put them into the graph."
        ),
    ),
}

#: Key to the Japanese and the English sentence: what is wrong, and what to do next.
FAULTS: Final[dict[str, tuple[str, str]]] = {
    "no-department": (
        "課を --department で指定してください（例：--department 総務課）。",
        "name the department with --department.",
    ),
    "no-links": (
        "{department}のつながりは、この見方にありません。課の名か --basis を確かめてください。",
        "this view holds no link of {department}. Check the department, or --basis.",
    ),
    "key-gone": (
        "答えがあるのに管理番号がありません。書き出した表から写して戻してください。",
        "there is an answer but no key. Copy the key back from the exported sheet.",
    ),
    "key-altered": (
        "管理番号「{key}」は書き出したときのものではありません。書き出した表から写して戻してください。",
        "the key '{key}' is not as it was exported. Copy it back from the exported sheet.",
    ),
    "key-of-other": (
        (
            "「{said}」は、この行の管理番号のもの（{expected}）と違います。一部の列だけを"
            "並べかえていないか確かめ、書き出した表に戻してください。意見は所見に書いてください。"
        ),
        (
            "'{said}' is not what the key of this row says ({expected}). Look whether only some of "
            "the columns were sorted, and restore the exported cells. Opinions go into the remark."
        ),
    ),
    "key-twice": (
        "同じ管理番号の行がほかにもあります（{first}行目）。片方を取り除いてください。",
        "another row has the same key (row {first}). Remove one of the two.",
    ),
    "unknown-department": (
        (
            "管理番号の課「{department}」は departments.csv にありません。{near}"
            "export confirm で書き出し直してください。"
        ),
        (
            "the department '{department}' of the key is not in departments.csv. {near}"
            "Run export confirm again."
        ),
    ),
    "link-gone": (
        (
            "このつながりは、いまのグラフにありません（{statement}）。{near}"
            "plan-graph build のあと、export confirm で書き出し直してください。"
        ),
        (
            "the graph has no such link now ({statement}). {near}"
            "Run plan-graph build and export confirm again."
        ),
    ),
    "changed-since": (
        (
            "書き出したあとで、答えが変わりました（いまは {now}）。どちらが正しいか確かめ、"
            "export confirm で書き出し直してください。"
        ),
        (
            "the answer has changed since the export (now: {now}). Find out which is right, and "
            "run export confirm again."
        ),
    ),
    "answers-several": (
        "confirmations.csv に同じ課の答えが {count}件あります。そちらを一つにしてください。",
        "confirmations.csv holds {count} answers of this department. Leave one of them there.",
    ),
    "remark-alone": (
        "所見がありますが、確認が空です。確認済・意見あり・保留・未確認のどれかを書いてください。",
        "there is a remark but no confirmation. Write confirmed, disputed, on hold or unconfirmed.",
    ),
    "no-day": (
        "日付が空です。書き入れるか、まとめて --date 2026-11-22 のように指定してください。",
        "the date is empty. Fill it in, or give one for all with --date 2026-11-22.",
    ),
    "bad-day": (
        (
            "「{value}」は日付として読めません。{near}2026-11-22 か 令和8年11月22日 のように、"
            "日まで書いてください。"
        ),
        "'{value}' is no day. {near}Write it in full, such as 2026-11-22 or 令和8年11月22日.",
    ),
}
