"""The words of the named tables: titles, what each answers, heads, remarks."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # --- The tables: title, and the question that each answers
    "summary": ("総括表", "Summary"),
    "summary-answers": (
        "施策ごとに、取組・達成状況・つながる先を一枚で見ると？",
        "What does the whole plan look like, measure by measure?",
    ),
    "indicators": ("指標一覧", "Indicators"),
    "indicators-answers": (
        "どの指標が、いつの現状・目標・実績で、どう評価され、次の目標は？",
        "Which values, of which years, does each indicator have, and what comes next?",
    ),
    "missed-targets": ("目標に届かなかった指標", "Missed targets"),
    "missed-targets-answers": (
        "×の指標は、目標とどれだけの差で、理由はどこに書いてある？",
        "By how much were targets missed, and where does the reason stand?",
    ),
    "vision-measure": ("ビジョン×施策", "Visions and measures"),
    "vision-measure-answers": (
        "どの施策のどの取組が、どのビジョンに、どんな根拠でつながる？",
        "Which actions of which measure serve which vision, on what ground?",
    ),
    "issue-action": ("地域課題×取組", "Issues and actions"),
    "issue-action-answers": (
        "どの取組がどの地域課題に取り組み、いくつもの課題の同時解決の候補はどれ？",
        "Which actions address which issues, and which may solve several at once?",
    ),
    "theme-theme": ("テーマ×テーマ", "Themes and themes"),
    "theme-theme-answers": (
        "部会どうしは、何を（だれを）共有している？",
        "What, and whom, do two themes share?",
    ),
    "sdg-measure": ("SDGs×施策", "SDGs and measures"),
    "sdg-measure-answers": (
        "どのゴール・ターゲットに、どの施策が関連する？（市の確認欄つき）",
        "Which measures relate to which goals and targets? (with a column for the city)",
    ),
    "plans": ("計画間対応", "Between plans"),
    "plans-answers": (
        "アクションプランの取組は、基本計画の何に対応する？",
        "What in the other plan corresponds to each action?",
    ),
    "department-action": ("担当課×取組", "Departments and actions"),
    "department-action-answers": (
        "各課は、どの取組と指標を受け持っている？",
        "Which actions and indicators does each department answer for?",
    ),
    "gaps": ("空欄一覧", "Gaps"),
    "gaps-answers": (
        "どこがまだ空いている？（記入欄つき）",
        "What is still empty? (with a column to fill in)",
    ),
    # --- The list
    "name": ("名前（--preset）", "name (--preset)"),
    "title": ("表", "table"),
    "answers": ("答えること", "answers"),
    "audience": ("見せる相手", "audience"),
    "public": ("公開用・庁内用", "public and office"),
    "office": ("庁内用", "office"),
    "for-office": ("{title}（庁内用）", "{title} (office only)"),
    # --- Heads
    "column-number": ("{kind}の番号", "{kind} no."),
    "column-plain-number": ("番号", "no."),
    "column-plain-name": ("名称", "name"),
    "column-sheet": ("No.", "no."),
    "column-remarks": ("備考", "remarks"),
    "column-whose": ("取組・プロジェクト目標・施策", "action, goal or measure"),
    "column-departments": ("担当課", "departments"),
    "column-actions": ("取組数", "actions"),
    "column-action-numbers": ("取組の番号", "action nos."),
    "column-sheets": ("評価の数", "sheets"),
    "column-baseline": ("現状値", "baseline"),
    "column-baseline-year": ("現状値の年", "year of baseline"),
    "column-target": ("目標値", "target"),
    "column-target-year": ("目標値の年", "year of target"),
    "column-actual": ("実績値", "actual"),
    "column-actual-year": ("実績値の年", "year of actual"),
    "column-status": ("達成状況", "status"),
    "column-ratio": (
        "参考：実績÷目標（市の評価は○×のみ）",
        "for reference: actual by target (the city gives ○ or × alone)",
    ),
    "column-next": ("次の目標値", "next target"),
    "column-next-year": ("次の目標の年", "year of next target"),
    "column-reason": ("理由", "reason"),
    "column-difference": ("差（実績－目標）", "actual minus target"),
    "column-aspects": ("三側面", "aspects"),
    "column-candidate": ("同時解決の候補", "may solve several at once"),
    "column-common-cause": ("共通の原因（記入欄）", "common cause (to fill in)"),
    "column-targets": ("ターゲット", "targets"),
    "column-by-measure": ("施策の根拠", "of the measure"),
    "column-by-actions": ("関連する取組", "actions that relate"),
    "column-city-check": ("市確認欄", "check by the city"),
    "column-continues": ("引き継ぐもの", "continues"),
    "column-same-name": ("名称が同じもの", "same name"),
    "column-same-department": ("担当課が同じもの", "same department"),
    "column-same-target": ("SDGsターゲットが同じもの", "same SDG target"),
    "column-plan": ("計画", "plan"),
    "column-item": ("空いている項目", "what is empty"),
    "column-kind": ("種類", "kind"),
    "column-fill-in": ("記入欄", "to fill in"),
    # --- Cells
    "total": ("合計", "total"),
    "no-measure": ("（施策の記載なし）", "(no measure printed)"),
    "none-found": ("（まだ見つかりません）", "(none found yet)"),
    "candidate": ("候補", "candidate"),
    "group": ("{mark} {numbers}", "{mark} {numbers}"),
    "of-plan": ("{year}年度からの計画：{names}", "of the plan from FY{year}: {names}"),
    "with-basis": ("{name}（{mark}）", "{name} ({mark})"),
    "gap-owner": ("担当課", "department"),
    "gap-indicator": ("指標", "indicator"),
    "gap-vision": ("つながるビジョン", "vision"),
    "gap-issue": ("取り組む地域課題", "regional issue"),
    "gap-sdg": ("関連するSDGs", "SDG"),
    "gap-actual": ("実績値", "actual value"),
    "gap-doers": ("つながる取組・施策", "actions or measures"),
    # --- Remarks
    "grouped": (
        "欄の番号は取組です。記号は根拠：{marks}。",
        "Numbers in cells are actions. Marks tell the basis: {marks}.",
    ),
    "marks": ("記号は根拠：{marks}。", "Marks tell the basis: {marks}."),
    "sums": (
        "評価の数と○×－は取組の進行管理表の枚数です（プロジェクト目標の評価は含みません）。",
        "Sheets and ○ × － count the sheets of actions (those of project goals are not counted).",
    ),
    "totals-agree": (
        "進行管理表に書かれた集計と一致します。",
        "The totals that the progress report prints agree with its sheets.",
    ),
    "totals-differ": (
        "進行管理表に書かれた集計と一致しないところがあります（データ点検 check を見てください）。",
        "Some totals that the progress report prints do not agree with its sheets (see check).",
    ),
    "own-and-actions": (
        "つながる先は、施策とその取組のどちらかからつながるものです。",
        "A measure leads to what itself or one of its actions is linked to.",
    ),
    "reasons-elsewhere": (
        "実績と目標は「指標一覧」に、○×の理由は進行管理表の各シートにあります。",
        "Actuals and targets stand in “Indicators”, the reasons of ○ × in the progress report.",
    ),
    "values-printed": (
        "値は資料に印刷のとおりです。値の年は、欄の見出しの年と違うことがあります。",
        "Values are as printed. Their years may differ from the column in which they stand.",
    ),
    "status-as-printed": (
        "○×は市の評価です。理由は、右の欄の進行管理表を参照してください。",
        "○ and × are the city's. For the reason see the sheet named on the right.",
    ),
    "ratio-is": (
        (
            "参考の割合は市の評価ではありません。小さいほどよい指標は目標÷実績です。目標や実績がないとき、"
            "年や数え方がそろわないとき、累計の目標が現状よりよい側にないときは「算定せず」です。"
        ),
        (
            "The percentage is not the city's. Where less is better it is target by actual. None "
            "is worked out without target or actual, where their years or ways of counting "
            "differ, or where a cumulative target is not on the better side of its baseline."
        ),
    ),
    "no-ranking": (
        "順序は印刷の順です。順位ではありません。",
        "Rows stand in the order of print, which is no ranking.",
    ),
    "department-order": (
        "課の順序は、取組の番号の順に初めて出てくる順です。",
        "Departments stand in the order in which the actions first name them.",
    ),
    "candidate-is": (
        (
            "同時解決の候補は、二つ以上の地域課題に取り組み、三側面の二つ以上に触れる取組です。"
            "同時解決は一つの共通の原因に働きかけることなので、共通の原因は人が書き入れます。"
        ),
        (
            "A candidate addresses at least two issues and touches at least two of the three "
            "aspects. Solving at once means working on one cause behind several issues: people "
            "fill it in."
        ),
    ),
    "diagonal": (
        "対角線の数は、そのテーマにつながるものの数です。",
        "The number on the diagonal counts all that is linked to the theme.",
    ),
    "members": (
        "主体は、公表された部会の構成員名簿にあるものです。順序に意味はありません。",
        "Actors are those of the published lists of members; their order means nothing.",
    ),
    "not-inherited": (
        "施策のSDGsは取組に受け継がれず、逆も同じです。市確認欄は市が書き入れる欄です。",
        "An action does not inherit the SDGs of its measure, nor the other way round.",
    ),
    "filled": (
        "埋まっている行：{filled}（全{rows}行）。空欄は、グラフに対応が見つからないことを示します。",
        "Rows filled in: {filled} (of {rows}). Where a cell is empty the graph has nothing.",
    ),
    "same-not-continued": (
        "担当課やSDGsが同じでも、引き継ぐ関係とは限りません。手がかりとして並べています。",
        "The same department or target does not mean that one continues the other; it is a hint.",
    ),
    "gaps-are": (
        (
            "推定だけのものは含みません（つながりの点検 coverage にあります）。"
            "何もしていないという意味ではありません。"
        ),
        "What rests on estimates alone is left out (see coverage). Empty does not mean idle.",
    ),
}

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "unknown": (
        "表「{name}」はありません。{near}あるのは：{known}。",
        "there is no table “{name}”. {near}There are: {known}.",
    ),
    "office-only": (
        (
            "「{name}」は課ごとの一覧なので公開用には出しません。庁内で使うときは "
            "--audience office を付けてください。"
        ),
        (
            "“{name}” lists actions by department and is not for the public. Inside the office, "
            "add --audience office."
        ),
    ),
    "nothing": (
        "このグラフには「{name}」に載せるものがありません。",
        "this graph holds nothing that “{name}” would tell.",
    ),
    "kinds-missing": (
        "行と列の種類を指定するか、--preset 名前 を付けてください。表の一覧は table --list です。",
        "Name the kinds of rows and columns, or a table by --preset; table --list tells them.",
    ),
    "with-preset": (
        "--preset と一緒には使えません：{options}。",
        "does not go with --preset: {options}.",
    ),
}
