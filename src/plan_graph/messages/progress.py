"""What `progress` says: sheets, statuses, ratios and counts, in Japanese and English."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    "title": ("進行管理（{year}）", "Progress of {year}"),
    "title-none": ("進行管理", "Progress"),
    "title-of": ("{title}：{name}", "{title}: {name}"),
    "lead": (
        "進行管理表に印刷された実績と目標です。○×は市の評価です。理由は進行管理表の各No.を参照してください。",
        (
            "Actuals and targets as the progress sheets print them. ○ and × are the city's; for "
            "the reasons see its sheets by their No."
        ),
    ),
    "office": (
        "庁内用：課ごとの達成状況を含みます。公開しないでください。",
        "For the office: it holds statuses by department. Do not publish.",
    ),
    "none": (
        (
            "進行管理表がまだありません。plan-graph import progress-sheets FILE で取り込み、"
            "plan-graph build で作り直してください。"
        ),
        (
            "There are no progress sheets yet. Import them with plan-graph import "
            "progress-sheets FILE, then plan-graph build."
        ),
    ),
    "none-here": ("ここに属する進行管理表はありません。", "No progress sheet belongs here."),
    # Values and years
    "fiscal": ("{era}年度", "FY{year}"),
    "calendar": ("{era}年", "{year}"),
    "value": ("{value}（{when}）", "{value} ({when})"),
    "as-of": ("{date}時点", "as of {date}"),
    # Columns of the sheets
    "project": ("プロジェクト", "project"),
    "goal": ("プロジェクト目標", "project goal"),
    "measure": ("施策", "measure"),
    "kind": ("区分", "kind"),
    "number": ("No.", "No."),
    "goal-number": ("目標{number}", "goal {number}"),
    "element": ("取組・目標", "action or goal"),
    "indicator": ("指標", "indicator"),
    "indicator-of": ("{name}【{accumulation}】", "{name} ({accumulation})"),
    "without-indicator": ("{name}（指標なし）", "{name} (no indicator)"),
    "accumulation": ("集計", "accumulation"),
    "better": ("よい向き（編集者による）", "better (by the editors)"),
    "unit": ("単位", "unit"),
    "baseline": ("現状値", "baseline"),
    "target": ("目標値", "target"),
    "actual": ("実績値", "actual"),
    "actual-is": ("実績 {value}", "actual {value}"),
    "target-is": ("目標 {value}", "target {value}"),
    "next": ("次の目標値", "next target"),
    "as-number": ("{name}（数値）", "{name} (number)"),
    "its-year": ("{name}の年", "year of {name}"),
    "status": ("達成状況", "status"),
    "ratio": ("実績÷目標（参考）", "actual/target (reference)"),
    "ratio-percent": ("実績÷目標％（参考）", "actual/target % (reference)"),
    "formula": ("計算のしかた", "formula"),
    "formula-plain": ("実績÷目標", "actual/target"),
    "formula-inverse": ("目標÷実績", "target/actual"),
    "not-computed": ("算定せず", "not computed"),
    "not-computed-why": ("算定せず（{reason}）", "not computed ({reason})"),
    "why-not": ("算定しない理由", "why not computed"),
    "inverse": ("{percent}（目標÷実績）", "{percent} (target/actual)"),
    "remarks": ("気をつけること", "remarks"),
    "reason": ("理由", "reason"),
    "reason-at": ("進行管理表 {place} 参照", "see the progress report, {place}"),
    "source": ("出典", "source"),
    "departments": ("担当課", "departments"),
    "departments-are": ("担当課：{names}", "Departments: {names}"),
    "linked": ("取組とのつながりの根拠：{bases}", "Grounds of the links to its actions: {bases}"),
    # Why no ratio is computed
    "no-indicator": ("指標なし", "no indicator"),
    "no-values": ("目標・実績の記載なし", "no target or actual printed"),
    "no-target": ("目標の記載なし", "no target printed"),
    "no-actual": ("実績の記載なし", "no actual printed"),
    "no-sheet": ("進行管理表にシートなし", "no sheet in the progress report"),
    "year": ("目標と実績が同じ年の値でない", "target and actual not of the same year"),
    "direction": ("よい向きが未記入", "which way is better is not entered"),
    "not-better": (
        "累計の目標が現状よりよい側にない",
        "cumulative target not on the better side of the baseline",
    ),
    "zero": ("割る数が0", "divisor is zero"),
    # Remarks
    "other-year": (
        "{report}の欄に{year}の値",
        "values of {year} in the column of {report}",
    ),
    # Parts of an answer
    "unscored": ("評価のないもの（－）", "Not scored (－)"),
    "unscored-line": ("{what}：{reason}", "{what}: {reason}"),
    "odd": ("確かめたい数値", "Figures to look at"),
    "others": ("進行管理表のない指標", "Indicators without a progress sheet"),
    "others-count": (
        "進行管理表のない指標（{count}）は、ここに含みません。",
        "Indicators without a progress sheet ({count}) are not among these.",
    ),
    "values": ("実績と目標", "Actuals and targets"),
    "figures": ("数値", "figures"),
    "action": ("取組", "action"),
    "actions": ("取組", "actions"),
    "goals": ("プロジェクト目標", "project goals"),
    "outside-project": ("プロジェクトに属さないもの", "In no project"),
    # Counts
    "counts": ("{what}：{counts}", "{what}: {counts}"),
    "total-agrees": (
        "{counts}（資料の集計「{elements}の取組において、{scored}指標中{achieved}指標」と一致）",
        (
            "{counts} (agrees with the printed total: {elements} elements, {achieved} of {scored} "
            "indicators)"
        ),
    ),
    "total-differs": (
        (
            "{counts}（資料の集計「{elements}の取組において、{scored}指標中{achieved}指標」と違います。"
            "担当課に確認）"
        ),
        (
            "{counts} (differs from the printed total: {elements} elements, {achieved} of "
            "{scored} indicators; ask the department)"
        ),
    ),
    "total-cell": ("{scored}指標中{achieved}指標", "{achieved} of {scored} indicators"),
    "agrees": ("一致", "agrees"),
    "differs": ("不一致", "differs"),
    "printed-total": ("資料の集計", "printed total"),
    "agreement": ("照らし合わせ", "comparison"),
    "by": ("{kind}別の達成状況", "Statuses by {kind}"),
    "sheet": ("{kind}別", "by {kind}"),
    "action-count": ("取組数", "actions"),
    "sheet-count": ("シート数", "sheets"),
    "without-sheet": ("シートなし", "no sheet"),
    "of-goal": ("目標の{mark}", "goal {mark}"),
    "estimated": ("うち推定による○・×・－", "by estimate ○, ×, －"),
    "bases": ("取組の根拠", "grounds of the actions"),
    "through": ("うち施策を通じてのみ", "only through the measure"),
    "members": ("取組（No.）", "actions (No.)"),
    "outside": (
        "どの{kind}にも数えなかった取組：{names}",
        "Actions counted under no {kind}: {names}",
    ),
    "no-line": ("{name}：{sentence}", "{name}: {sentence}"),
    "rule": ("数え方：{rule}", "How it is counted: {rule}"),
    "rule-sheets": (
        (
            "取組のシート（指標）一枚の○×－を一つと数えます。同じ取組は、たどり方がいくつあっても"
            "一度だけです。"
        ),
        (
            "the ○, × or － of each sheet (indicator) of an action counts one. An action counts "
            "once, however many ways lead there."
        ),
    ),
    "rule-project": (
        "プロジェクトに属する取組です。プロジェクト目標は別に数えます（資料の集計と同じ）。",
        "Actions of the project. Project goals are counted apart, as the printed totals do.",
    ),
    "rule-goal": (
        "目標の下の施策に属する取組です。目標そのものの○×は別の列です。",
        (
            "Actions of the measures under the goal. The goal's own status stands in columns of "
            "its own."
        ),
    ),
    "rule-measure": ("施策に属する取組です。", "Actions of the measure."),
    "rule-theme": (
        "テーマに属する取組です。施策のテーマは取組に引き継ぎません。",
        "Actions that are in the theme themselves: the theme of a measure is not passed on.",
    ),
    "rule-vision": (
        "ビジョンにつながる取組です。施策を通じてつながるものを含みます。",
        "Actions that serve the vision, also through their measure.",
    ),
    "rule-sdg": (
        (
            "取組そのものに関連するゴールです。ターゲットはゴールに直し、一つの取組は一つのゴールに"
            "一度だけです。施策のゴールは引き継ぎません。"
        ),
        (
            "Goals of the actions themselves, a target as its goal, each goal once. The goals of "
            "a measure are not passed on."
        ),
    ),
    "rule-department": (
        "担当課として印刷された課です。順は印刷の順で、順位ではありません。",
        "Departments as printed, in the order of print. It is no ranking.",
    ),
    "rule-overlap": (
        "一つの取組を複数で数えることがあるので、合計は全体の数になりません。",
        "An action may count in several, so the sum is not that of all actions.",
    ),
    "no-judgement": (
        "数は印刷された○×の集計で、つながりの強さや貢献の大きさを示すものではありません。",
        "Counts are of printed ○ and ×; they say nothing of how strong a link or contribution is.",
    ),
    # Notes
    "note-ratio": (
        (
            "実績÷目標は参考です（市の評価は○×のみ）。小さいほどよい指標は目標÷実績です。"
            "目標か実績がないとき、同じ年の値でないとき、累計の目標が現状よりよい側にないとき、"
            "割る数が0のときは算定しません。"
        ),
        (
            "Actual/target is for reference only: the city gives ○ or × alone. Where less is "
            "better it is target/actual. It is not computed without target or actual, for values "
            "of different years, for a cumulative target not on the better side of the baseline, "
            "or where the divisor is zero."
        ),
    ),
    "note-year": (
        "（ ）は値の年です。欄の年と違う値は、その値の年を示しています。",
        "In brackets stands the year of the value, also where its column is of another year.",
    ),
    "hint-by": (
        "数え上げは plan-graph progress --by {by}",
        "For counts: plan-graph progress --by {by}",
    ),
    # The sheets in Word
    "leader": ("プロジェクトリーダー", "project leader"),
    "of-sheet": ("取組指標", "indicator"),
    "baseline-set": ("現状値（策定時）", "baseline (when planned)"),
    "of-year": ("{year}{what}", "{what} ({year})"),
    "sheet-reason": (
        "○×は市の評価。理由は{place}",
        "○ and × are the city's. For the reason {place}",
    ),
    # The page
    "chart": (
        (
            "棒の長さは、指標ごとに大きいほうを端までとしています。単位が違うので、指標どうしの"
            "長さは比べられません。"
        ),
        (
            "In each indicator the larger value fills the row. Units differ, so lengths of "
            "different indicators cannot be compared."
        ),
    ),
    "chart-of": ("{name}：実績と目標", "{name}: actuals and targets"),
}

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "office-only": (
        (
            "課ごとの達成状況は公開用には出しません。庁内で使うときは --audience office を"
            "付けてください。"
        ),
        (
            "statuses by department are not for the public. Inside the office, add "
            "--audience office."
        ),
    ),
    "no-sheets": (
        (
            "進行管理表がグラフにありません。plan-graph import progress-sheets FILE で取り込み、"
            "plan-graph build で作り直してください。"
        ),
        (
            "the graph has no progress sheets. Import them with plan-graph import "
            "progress-sheets FILE, then plan-graph build."
        ),
    ),
    "no-output": (
        "Wordの文書は画面に出せません。-o FILE.docx を付けてください。",
        "a Word document cannot be shown on the screen. Add -o FILE.docx.",
    ),
    "no-year": (
        "{year}年度の進行管理表はグラフにありません。あるのは：{years}。",
        "the graph has no progress sheets of {year}. It has those of: {years}.",
    ),
    "year-unread": (
        "「{text}」は年度と読めません。2024、R6、令和6年度のように書いてください。",
        "{text!r} is no fiscal year. Write it as 2024, R6 or 令和6年度.",
    ),
}
