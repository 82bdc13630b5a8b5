"""What the structure of a plan says: findings as sentences, their guards, and files of graphs."""

from typing import Final

TEXTS: Final[dict[str, tuple[str, str]]] = {
    # What each finding is called, and what it asks
    "title-simultaneous": ("同時解決の候補", "Candidates for solving several issues at once"),
    "title-bridges": ("つなぎ役", "What holds things together"),
    "title-supports": ("支えが1本のつながり", "What stands on one support"),
    "title-thin": ("つながりの薄いところ", "Where little leads"),
    "title-alike": ("一緒に話すとよさそうな取組", "Actions that may gain from talking"),
    "title-meetings": ("出会いの候補", "Candidates for meeting"),
    "title-groups": ("近い取組のまとまり", "Groups of close actions"),
    "title-ways": ("二つをつなぐ道のり", "Ways between two elements"),
    "title-missed": ("ビジョンと、届かなかった目標", "Visions and missed targets"),
    "title-what-if": ("もし、止まったら", "What if it stopped"),
    "asks-what-if": (
        "これが止まると、つながる先と担当は、前とどう変わる？",
        "What changes in what is led to, and in who is responsible, if it stopped?",
    ),
    "asks-simultaneous": (
        "二つ以上の地域課題に取り組み、三側面の二つ以上に触れる取組は？",
        "Which actions address two issues or more and touch two of the three aspects or more?",
    ),
    "asks-bridges": (
        "これがないと離れてしまうものを、つないでいるのは？",
        "What joins things that would fall apart without it?",
    ),
    "asks-supports": (
        "一つが止まると、そこへ至る道がなくなるのは？",
        "What would nothing lead to any more if one element stopped?",
    ),
    "asks-thin": (
        (
            "資料からの道がない、または一つだけのビジョン・地域課題・SDGsは？ "
            "共にもつもののないテーマの組は？"
        ),
        (
            "To which visions, issues and SDGs does no document or only one line lead? Which "
            "themes share nothing?"
        ),
    ),
    "asks-alike": (
        "同じ先をめざしているのに、施策も課もテーマも別の取組は？",
        "Which actions serve the same, but share no measure, department or theme?",
    ),
    "asks-meetings": (
        "地域課題・場所・資源を共にもつのに、まだ結ばれていない取組・主体とテーマは？",
        "Which actions and actors share issues, places or resources with a theme they are not in?",
    ),
    "asks-groups": (
        "共にもつものの多い取組どうしは？ 紙の上のプロジェクトと違うところは？",
        "Which actions share much, and who sits in another project on paper?",
    ),
    "asks-ways": (
        "二つの要素は、どのつながりをたどると結ばれる？",
        "By which links are the two elements joined?",
    ),
    "asks-missed": (
        "それぞれのビジョンにつながる取組のうち、目標に届かなかった指標があるのは？",
        "Which of the actions that serve each vision missed a target?",
    ),
    # What was looked at
    "sees": (
        "見たもの：{what}（要素 {nodes}、つながり {edges}本）",
        "Looked at: {what} ({nodes} elements, {edges} links)",
    ),
    "graph-action-action": (
        "取組どうしを、共にもつビジョン・地域課題・SDGs・めざす効果・担当課・主体で結んだ図",
        "actions joined by the visions, issues, SDGs, outcomes, departments and actors they share",
    ),
    "graph-department-department": (
        "担当課どうしを、担当する取組と、その施策・めざす効果・地域課題・テーマで結んだ図",
        "departments joined by their actions and the measures, outcomes, issues, themes of these",
    ),
    "graph-theme-theme": (
        "テーマどうしを、共に含む取組・主体などと、共に取り組む地域課題で結んだ図",
        "themes joined by the actions, actors and others in them, and by the issues they address",
    ),
    "graph-actor-theme": ("主体と、主体が入っているテーマ", "actors and the themes they are in"),
    "graph-measure-goal": (
        "施策と、施策やその取組に関連するSDGs",
        "measures and the SDGs that they or their actions relate to",
    ),
    "graph-action-issue-aspect": ("取組と地域課題・三側面", "actions, issues and aspects"),
    "graph-action-served": (
        "取組と、その地域課題・めざす効果・ビジョン・SDGs",
        "actions and the issues, outcomes, visions and SDGs that they serve",
    ),
    "graph-supports": (
        "取組・施策などと、それがつながる先",
        "actions, measures and others, and where they lead",
    ),
    "graph-sharing-things": (
        "取組・主体・テーマと、その地域課題・場所・資源",
        "actions, actors and themes, and their issues, places and resources",
    ),
    "graph-steps": (
        "道のりにある要素と、資料や推定が直接言うつながり",
        "the elements on the ways, and the links between them that were said directly",
    ),
    "graph-action-vision": ("取組と、取組がつながるビジョン", "actions and the visions they serve"),
    "graph-whole": ("すべての種類をまぜた図", "the graph of all kinds"),
    # Sentences
    "said-simultaneous": (
        "{element}は、{issues}に取り組み、{aspects}に触れます。{visions}",
        "{element} addresses {issues} and touches {aspects}. {visions}",
    ),
    "said-simultaneous-cause": ("共通の原因：＿＿＿＿", " Common cause: ____"),
    "said-simultaneous-visions": ("つながる先は{visions}です。", "It serves {visions}. "),
    "said-bridge-cut": (
        "{element}は、つなぎ役です。これがないと、{apart}が、ほかの{rest}件から離れます。",
        "{element} holds together: without it, {apart} would be apart from the other {rest}.",
    ),
    "said-bridge-ways": (
        (
            "{element}は、つなぎ役です。ほかの{count}件と直接つながり、"
            "ほかの二つを結ぶいちばん短い道のうち{ways}組分がここを通ります。"
        ),
        (
            "{element} holds together: it is joined to {count} others, and shortest ways "
            "of {ways} pairs of others lead through it."
        ),
    ),
    "said-bridge-way": (
        "{element}は、つなぎ役です。ほかの二つを結ぶいちばん短い道の多くがここを通ります。",
        "{element} holds together: many of the shortest ways between others lead through it.",
    ),
    "said-support": (
        "{element}が止まると、{targets}につながるものは、なくなります。",
        "If {element} stopped, nothing would lead to {targets} any more.",
    ),
    "said-support-through": (
        "{element}が止まると、{targets}につながる道は、なくなります（{through}も、これを通じて）。",
        "If {element} stopped, nothing would lead to {targets} any more (nor {through}).",
    ),
    "said-thin-none": (
        "{element}：資料からも推定からも、たどれる取組はまだありません。",
        "{element}: no action can be reached yet, neither from documents nor by estimates.",
    ),
    "said-thin-none-in-view": (
        "{element}：資料からたどれる取組はまだありません（この見方は推定を含みません）。",
        "{element}: no action can be reached from documents yet (estimates are left out).",
    ),
    "said-thin-estimated": (
        (
            "{element}：資料からたどれる取組はまだありません"
            "（推定 {count}件。市の見解ではありません）：{by}。"
        ),
        (
            "{element}: no action can be reached from the documents yet ({count} estimated; not "
            "the city's view): {by}."
        ),
    ),
    "said-thin-one": (
        "{element}：つながるのは、{by}だけです。",
        "{element}: only {by} leads here.",
    ),
    "said-thin-themes": (
        "{first}と{second}が共にもつものは、まだ見つかりません。",
        "{first} and {second} share nothing that we could find yet.",
    ),
    "said-alike": (
        "{first}と{second}は、{common}を共にもちますが、施策も課もテーマも別です。",
        "{first} and {second} share {common}, but no measure, department or theme.",
    ),
    "said-meeting": (
        "{element}は、{theme}と{common}を共にもちますが、まだ結ばれていません。",
        "{element} shares {common} with {theme}, but is not joined to it yet.",
    ),
    "said-meeting-actors": (
        "{theme}と{common}を共にもち、まだ入っていない主体（{count}件）：{actors}。",
        "Actors that share {common} with {theme} and are not in it yet ({count}): {actors}.",
    ),
    "said-group": (
        (
            "まとまり{number}（{count}件）：{members}。多くが共にもつのは、{common}です。"
            "紙の上では、プロジェクトのある{of}件のうち{inside}件が{place}です。"
        ),
        (
            "Group {number} ({count}): {members}. Most share {common}. On paper, {inside} of the "
            "{of} that have a project are in {place}."
        ),
    ),
    "said-group-unplaced": (
        "まとまり{number}（{count}件）：{members}。多くが共にもつのは、{common}です。",
        "Group {number} ({count}): {members}. Most share {common}.",
    ),
    "said-elsewhere": (
        "{element}は、紙の上では{own}ですが、つながりでは{place}の取組と{common}を共にもちます。",
        "{element} is in {own} on paper, but shares {common} with the actions of {place}.",
    ),
    "said-way": ("道{number}（{count}歩）{steps}", "Way {number} ({count} steps) {steps}"),
    "said-missed": (
        (
            "{element}：つながる取組{all}件のうち、○×のある{scored}件中{count}件に、"
            "目標に届かなかった指標があります：{missed}。"
        ),
        (
            "{element}: of {all} actions that serve it {scored} are scored, and {count} of these "
            "missed a target: {missed}."
        ),
    ),
    "said-missed-score": (
        (
            "{element} ×：{indicator} 実績 {actual}（{year}年度）／目標 {target}。"
            "理由は進行管理表 No.{sheet} 参照"
        ),
        (
            "{element} ×: {indicator} actual {actual} (FY{year}) / target {target}. For the "
            "reason see sheet No. {sheet}"
        ),
    ),
    "said-fewer": (
        "{element}につながるものは、{before}件から{after}件に減ります（減るのは{fallen}）。",
        "{element}: {before} lead here now, {after} afterwards (no longer: {fallen}).",
    ),
    "said-bare": (
        "{element}につながるものは、{before}件からなくなります（{fallen}）。",
        "{element}: {before} lead here now, nothing afterwards (no longer: {fallen}).",
    ),
    "said-unowned": (
        "{element}を担当するのは{before}だけなので、担当課がなくなります。",
        "{element} is left without a department (now {before}).",
    ),
    # Guards and limits
    "note-empty": (
        "計算しません：つながりが一本もありません（要素 {nodes}）。",
        "Not computed: there is not one link ({nodes} elements).",
    ),
    "note-tiny": (
        "計算しません：つながっている要素が{nodes}件だけで、{fewest}件に足りません。",
        "Not computed: only {nodes} elements are joined, fewer than {fewest}.",
    ),
    "note-mixed": (
        (
            "計算しません：種類の違うものは、通る道の数でくらべられません。"
            "一つの種類の図（projection）を選んでください：{known}"
        ),
        (
            "Not computed: elements of different kinds cannot be compared by the ways through "
            "them. Choose a graph of one kind (projection): {known}"
        ),
    ),
    "note-parts": (
        "図は{parts}つに分かれています。道は、それぞれの中だけで数えています。",
        "The graph is in {parts} parts; ways were counted inside each.",
    ),
    "note-isolated": (
        "何ともつながらない要素が{count}件あり、数に入りません。",
        "Joined to nothing, so they do not count: {count}.",
    ),
    "note-mostly-estimated": (
        "つながりの半分より多くが推定です。資料だけの結果と、あわせて見てください。",
        "More than half of the links are estimates. Look at what documents alone say too.",
    ),
    "note-two-kinds": (
        "二つの種類を結んだ図なので、くらべたのは{kind}だけです。",
        "The graph joins two kinds; only {kind} were compared.",
    ),
    "note-common-cause": (
        (
            "同時解決は、一つの共通の原因に働きかけることです。共通の原因の欄は、"
            "人が書き入れるために空けてあります。"
        ),
        (
            "Solving at once means working on one cause behind several issues; that field is left "
            "empty for people to fill."
        ),
    ),
    "note-told": (
        "当てはまる{count}組のうち{told}組。共にもつもののめずらしい順（Adamic–Adar）です。",
        "{told} of {count} pairs, those first that share what few others have (Adamic–Adar).",
    ),
    "note-removal": (
        "一つずつ取り除き、そこから導いたつながりもすべて落として確かめました。",
        "Each element was removed in turn, with every link derived from it.",
    ),
    "note-stopped": (
        (
            "止まったとしたのは{stopped}です。そこから導いたものも含めて、"
            "根拠{count}本が落ちました。計画や組織を変えるよう勧めるものではありません。"
        ),
        (
            "Taken as stopped: {stopped}. {count} pieces of evidence fall, those derived from it "
            "included. It recommends no change of plans or offices."
        ),
    ),
    "note-not-nobody": (
        "たどれないというだけで、だれも取り組んでいないという意味ではありません。",
        "It does not mean that nobody works on them, only that no link leads there.",
    ),
    "note-kind-estimated": (
        "{kind}へのつながりは、推定だけです。ここには、一つまでのものだけを挙げました。",
        "Only estimates lead to any {kind}; listed are those that one line or none leads to.",
    ),
    "note-kind-none": (
        "{kind}へのつながりは、この見方には一本もありません。",
        "In this view no line leads to any {kind}.",
    ),
    "note-trial": (
        (
            "試し：記載された構成員のつながり{hidden}本を一本ずつ隠して当てました。隠した先を"
            "ほかより上に置けた割合は、共にもつもの {shared}、テーマの大きさ {degree}、偶然 "
            "{chance}。差の95％区間は {low}〜{high} です。"
        ),
        (
            "Trial: {hidden} stated memberships were hidden one by one and guessed. The hidden one "
            "came before others by what is shared {shared}, by size of the theme {degree}, by "
            "chance {chance}; 95% interval of the difference {low} to {high}."
        ),
    ),
    "note-trial-better": (
        "大きさより当たるので、取組は共にもつものの多い順です。主体に順位はありません。",
        "It is better than size, so actions come by what they share. Actors are not ranked.",
    ),
    "note-trial-not-better": (
        "テーマの大きさより当たるとは言えないので、順位は付けていません。",
        "It is not better than the size of the theme, so nothing is ranked.",
    ),
    "note-trial-none": (
        "記載された構成員のつながりがなく、試せないので、順位は付けません。",
        "No stated membership to try it on, so nothing is ranked.",
    ),
    "note-no-recommendation": (
        "会社や団体を勧めるものではありません。",
        "No company or group is recommended.",
    ),
    "lists": (
        "会社や団体は、公表された名簿（{dates} 現在）のものです。",
        "Companies and groups are those of published lists (as of {dates}).",
    ),
    "note-louvain": (
        "Louvain法（種 {seed}）。まとまりのはっきりさ（モジュラリティ）{score}。",
        "Louvain (seed {seed}); how clear the groups are (modularity): {score}.",
    ),
    "note-groups-unclear": (
        "まとまりは、はっきりしません（0.3 未満）。話のきっかけとして見てください。",
        "The groups are not clear (below 0.3). Take them as a start for talking.",
    ),
    "note-no-way": (
        "二つを結ぶ道は、この見方では見つかりません。",
        "No way joins the two in this view.",
    ),
    "note-cost": (
        "根拠の強いつながりを優先しました（記載1、照合2、推定4として、合計の小さい順）。",
        "Better grounds come first (stated costs 1, matched 2, estimated 4; the cheapest first).",
    ),
    "note-missed": (
        "○×は市の評価です。届かなかった理由は、進行管理表の各番号にあります。",
        "○ and × are the city's; the reasons stand in its sheets.",
    ),
    "note-no-rank": ("並びは順位ではありません。", "The order is no ranking."),
    # Around the sentences
    "nothing": ("当てはまるものはありません。", "Nothing fits."),
    "leans": ("根拠：{evidence}", "Because of: {evidence}"),
    "leans-all": ("根拠：すべて{basis}", "All of it: {basis}"),
    "leans-rest": ("根拠：{evidence}、ほかは{basis}", "Because of: {evidence}; the rest {basis}"),
    "leans-also": (" ［資料だけでも同じ］", " [the same by documents alone]"),
    "more": (
        "ほか {count}件（--format xlsx か json ですべて）",
        "{count} more (all with --format xlsx or json)",
    ),
    "and-more": ("ほか{count}件", "{count} more"),
    "share": (
        "推定の割合：つながり {edges}本のうち {estimated}本（{percent}％）",
        "Share of estimates: {estimated} of {edges} links ({percent}%)",
    ),
    "by-documents": (
        "資料だけ（照合まで）で計算し直すと：{count}件（うち同じもの {same}件）",
        "By documents alone (up to matched): {count} ({same} of them the same)",
    ),
    "by-documents-refused": (
        "資料だけ（照合まで）で計算し直すと：{reason}",
        "By documents alone (up to matched): {reason}",
    ),
    "explain-hint": (
        "一本ずつの理由：plan-graph explain {first} {second}",
        "Why a line is there: plan-graph explain {first} {second}",
    ),
    "step": ("{at}. {sentence}［{basis}］", "{at}. {sentence} [{basis}]"),
    "head-number": ("番号", "no."),
    "head-sentence": ("文", "sentence"),
    "head-elements": ("要素", "elements"),
    "head-evidence": ("よりどころ", "leans on"),
    "head-same": ("資料だけでも同じ", "same by documents"),
    "head-cause": ("共通の原因（人が記入）", "common cause (to be filled in)"),
    "yes": ("○", "yes"),
    "sheet-documents": ("資料だけの結果", "By documents alone"),
    # Files of graphs
    "file-legend": (
        (
            "推定（Estimated）は編集者の読み取りで、市の見解ではありません。weight は根拠の強さ"
            "（4 記載、3 照合、2 推定、1 提案）。"
        ),
        (
            "Estimated edges are an editor's reading, not the city's view. weight is the strength "
            "of the ground (4 stated, 3 matched, 2 estimated, 1 proposed). "
        ),
    ),
    "tables-written": (
        "要素の表を {nodes} に、つながりの表を {edges} に書きました。",
        "wrote the nodes to {nodes} and the edges to {edges}.",
    ),
}

FAULTS: Final[dict[str, tuple[str, str]]] = {
    "tables-output": (
        "ファイルは二つできます。-o FILE.csv と付けると FILE-nodes.csv と FILE-edges.csv です。",
        "it makes two files: add -o FILE.csv for FILE-nodes.csv and FILE-edges.csv.",
    ),
    "no-projection": (
        "「{text}」という図はありません。使えるもの：{known}",
        "there is no graph “{text}”. Known: {known}",
    ),
    "no-finding": (
        "「{text}」という読み方はありません。使えるもの：{known}",
        "there is no finding “{text}”. Known: {known}",
    ),
    "office-only": (
        "庁内用だけの内容です。--audience office を付けてください。",
        "it is for people of the office only. Add --audience office.",
    ),
}
