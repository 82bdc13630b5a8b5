"""Write docs/findings.md: findings about the released graph and three ways back to FY2017.

What is found, its evidence, the share of estimates and what documents alone say are computed.
The headlines and the wording are ours; where a finding no longer holds, this stops and says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plan_graph import network_answers
from plan_graph.answers import Page, footer, sentence
from plan_graph.graph import load_store, narrow
from plan_graph.history import Past, past_between, pasts
from plan_graph.history_answers import goes_back, step_lines
from plan_graph.lookup import elements, find_element
from plan_graph.network import Finding, Found, Item, ask
from plan_graph.resources import GRAPH
from plan_graph.search_answers import typed
from plan_graph.vocab import BASIS_NAMES, PG

ROOT = Path(__file__).parents[1]
Both = tuple[str, str]

INTRODUCTION = """\
# つながりから見つかったこと / Findings about the city

`python docs/findings.py` が公開グラフから作ります。手で直しません。
文、根拠、割合は計算したもの、見出しと「示すときの言い方」は編集者のものです。
**非公式の再構成で、市の見解ではありません。** 並びは順位ではありません。

Made by `python docs/findings.py` from the released graph; not edited by hand. Sentences, grounds
and shares are computed, headlines and the wording to show are the editors'. **An unofficial
reconstruction, not the city's view.** The order is no ranking.
"""


@dataclass(frozen=True)
class Chosen:
    """A finding that we think worth showing, and how to show it."""

    headline: Both
    name: str
    #: what the sentences are about, as people name it; each must be found
    about: Sequence[str]
    wording: Both
    limits: Both
    basis: str = "estimated"
    projection: str = ""
    #: notes of the finding that belong to it, by their codes
    notes: Sequence[str] = field(default_factory=tuple)


CHOSEN = (
    Chosen(
        (
            "ビジョン③と⑥には、資料から取組がたどれない",
            "No document leads an action to visions ③ and ⑥",
        ),
        "thin",
        ("ビジョン③", "ビジョン⑥"),
        (
            (
                "「③と⑥につながる取組は、計画書とマンダラの文字からはまだたどれません。"
                "どの取組がつながるか、みなさんの考えを聞かせてください」"
            ),
            (
                "“The texts of the plan and the mandala lead no action to ③ and ⑥ yet. Which "
                "actions do you think serve them?”"
            ),
        ),
        (
            (
                "文字に残った番号だけを読みました。図の線や配置は失われています。"
                "たどれないことは、取り組んでいないことではありません。"
            ),
            (
                "We read the numbers that are left as text; the picture's lines and layout are "
                "lost. That nothing leads there does not mean that nobody works on it."
            ),
        ),
    ),
    Chosen(
        (
            "資料だけで見ると、①は「食育の推進」、②は「自然資本の保全・活用」だけが支え",
            "By documents alone ① stands on food education only, and ② on natural capital only",
        ),
        "supports",
        ("施策1-1", "施策2-4", "めざす効果「自然資本の保全・活用」", "めざす効果「食育の推進」"),
        (
            (
                "「計画書からビジョン①と②へ至る道は、いまは一本ずつです。"
                "ほかにも支えている取組があれば、書き足せます」"
            ),
            (
                "“From the plan one way leads to vision ① and one to ②. If other actions support "
                "them too, they can be added.”"
            ),
        ),
        (
            (
                "道は、施策とめざす効果の名称の一致（照合）を通っています。"
                "止めるという話ではなく、どこに道が足りないかを見るものです。"
            ),
            (
                "The ways pass a match of names between measures and outcomes. Nothing is to be "
                "stopped; it shows where ways are missing."
            ),
        ),
        basis="matched",
    ),
    Chosen(
        (
            "資料だけで見ると、五つの課が、ほかの課どうしをつないでいる",
            "By documents alone five departments hold others together",
        ),
        "bridges",
        ("農林水産課", "環境政策課", "産業振興課", "経営改革課", "オーガニックシティ推進課"),
        (
            "「部をまたいで話すときは、この五つの課から声をかけると、ほかの課に届きます」",
            "“To talk across bureaus, these five departments reach the others.”",
        ),
        (
            (
                "共に担当する取組と、同じ施策にある取組だけを見ています。"
                "日ごろの連携は資料にありません。課の評価ではありません。"
            ),
            (
                "Only shared actions and shared measures are seen. Everyday cooperation is in no "
                "document. It is no judgement of departments."
            ),
        ),
        basis="matched",
        projection="department-department",
    ),
    Chosen(
        (
            "取組19〜22は、紙の上では脱炭素、つながりでは食×農の取組に近い",
            "Actions 19 to 22 are decarbonisation on paper, but close to food and farming",
        ),
        "groups",
        ("取組19", "取組20", "取組21", "取組22"),
        (
            (
                "「森林・干潟・景観・サイクルの取組は、食×農の取組と、めざす先が重なっています。"
                "一緒に話す場をつくりませんか」"
            ),
            (
                "“Forests, tidal flats, scenery and cycling aim at much the same as food and "
                "farming. Shall we talk together?”"
            ),
        ),
        (
            (
                "推定を除いても同じまとまりになりますが、共にもつものは数えかたで変わります。"
                "プロジェクトの組み替えを勧めるものではありません。"
            ),
            (
                "The group is the same without estimates, but what is shared depends on what is "
                "counted. It does not ask for other projects."
            ),
        ),
        notes=("louvain", "groups-unclear"),
    ),
    Chosen(
        (
            "有機米の給食（2）と干潟（20）は、同じ先をめざすのに、話す場が別",
            (
                "Organic rice in school lunches (2) and tidal flats (20) aim at the same, at "
                "different tables"
            ),
        ),
        "alike",
        ("取組2",),
        (
            "「子どもが学ぶ場として、給食の米と干潟を一緒に考えてみませんか」",
            (
                "“Rice in school lunches and tidal flats as one place to learn for children: "
                "shall we think about it together?”"
            ),
        ),
        (
            (
                "共にもつものの四つのうち三つは推定です。同じ施策・課・テーマにないというだけで、"
                "実際に話していないかは分かりません。"
            ),
            (
                "Three of the four things in common are estimates. That they share no measure, "
                "department or theme does not say that nobody talks."
            ),
        ),
        notes=("told",),
    ),
    Chosen(
        (
            "二つ以上の地域課題と三側面に触れる取組が六つ（共通の原因は空欄）",
            "Six actions touch several issues and aspects (the common cause is left empty)",
        ),
        "simultaneous",
        ("取組5", "取組6", "取組8", "取組9", "取組10", "取組19"),
        (
            (
                "「この六つの取組は、いくつもの課題の同時解決の候補です。"
                "共通の原因は何だと思いますか」"
            ),
            (
                "“These six actions may solve several issues at once. What do you think is the "
                "common cause?”"
            ),
        ),
        (
            (
                "地域課題へのつながりはすべて推定で、資料だけでは一つも出ません。候補であって、"
                "効果の評価ではありません。"
            ),
            (
                "All links to issues are estimates; by documents alone there is no candidate. "
                "They are candidates, not judged by results."
            ),
        ),
    ),
    Chosen(
        (
            "課題を共にもつことは、部会の顔ぶれを言い当てない",
            "Sharing issues does not foretell who sits in which working group",
        ),
        "meetings",
        ("取組6", "取組10", "取組19"),
        (
            (
                "「この三つの取組は、別のテーマとも課題を共にもっています。だれを招くかは、"
                "計算ではなく、みなさんで決めてください」"
            ),
            (
                "“These three actions share issues with another theme too. Whom to invite is for "
                "you to decide, not for a computation.”"
            ),
        ),
        (
            (
                "記載された構成員のつながりで試し、テーマの大きさより当たるとは言えませんでした。"
                "だから順位を付けていません。会社や団体を勧めるものではありません。"
            ),
            (
                "Tried on the stated memberships, it was not better than the size of a theme. So "
                "nothing is ranked, and no company or group is recommended."
            ),
        ),
        notes=("trial", "trial-not-better", "no-recommendation"),
    ),
)


#: Actions of today, and what they go back to in the plan of FY2017.
CHAINS = (
    ("取組29", "施策「協働によるまちづくりの推進」"),
    ("取組21", "基本計画事業「自然体験観光推進事業」"),
    ("取組28", "施策「防災対策の推進」"),
)
CHAINS_HEAD: Both = (
    "平成29年度から令和6年度へ：三つの取組の、もとをたどる",
    "From FY2017 to FY2024: what three actions go back to",
)
CHAINS_LIMITS: Both = (
    (
        "一覧に「引き継ぐ」と書かれてはいません。名称の一致は照合、ほかは同じ言葉を引ける"
        "ものだけの推定です。たどれない取組に、前がないという意味ではありません。"
    ),
    (
        "No list says that anything is continued. Equal names are matched; the rest are estimates "
        "by words that can be quoted. That other actions go back to nothing here does not mean "
        "that there was nothing before."
    ),
)
CHAINS_SHARE: Both = (
    (
        "> 推定の割合：つながり {total}本のうち {count}本  \n"
        "> 資料だけ（照合まで）でたどれるもの：{all}通りのうち {alone}通り"
    ),
    (
        "> Share of estimates: {count} of {total} links  \n"
        "> By documents alone (up to matched): {alone} of {all} ways"
    ),
)
CHAINS_WORDING: Both = (
    "「この取組は、平成29年度のこの施策から続いていると読みました。合っていますか」",
    "“We read this action as going on from this measure of FY2017. Is that right?”",
)


def pages(basis: str) -> tuple[Page, Page]:
    """Return the released graph by *basis*, to be told in Japanese and in English."""
    store = narrow(load_store(GRAPH), BASIS_NAMES[basis])
    known = elements(store)
    ja, en = (Page(store, known, BASIS_NAMES[basis], lang) for lang in ("ja", "en"))
    return ja, en


def items(chosen: Chosen, finding: Finding, page: Page) -> list[Item]:
    """Return what the finding says of what was chosen; stop where it says nothing any more."""
    told = []
    for name in chosen.about:
        iri = find_element(page.known, name, place=chosen.headline[1]).iri
        found = [each for each in finding.found.items if iri in each.elements[:1]]
        if not found:
            message = f"{chosen.headline[1]}: nothing is found of {name} any more. Choose anew."
            raise SystemExit(message)
        told += found[:1]
    return told


def command(chosen: Chosen) -> str:
    """Return how to ask for it."""
    parts = ["plan-graph network", chosen.name]
    if chosen.projection:
        parts.append(f"--projection {chosen.projection}")
    if chosen.basis != "estimated":
        parts.append(f"--basis {chosen.basis}")
    return " ".join(parts)


def entry(number: int, chosen: Chosen) -> str:
    """Return one finding: sentences in both languages, grounds, share of estimates, wording."""
    both = pages(chosen.basis)
    page = both[0]
    finding = ask(page.store, page.known, chosen.name, projection=chosen.projection)
    told = items(chosen, finding, page)
    kept = tuple(note for note in finding.found.notes if note.code in chosen.notes)
    found = Found(finding.found.projection, finding.found.graph, finding.found.items, kept)
    shown = Finding(finding.name, found, finding.documents)
    lines = [f"## {number}. {chosen.headline[0]}", f"*{chosen.headline[1]}*"]
    for each in both:
        sentences = [
            f"- {network_answers.sentence(item, each)}"
            + "".join(f" {line}" for line in network_answers.evidence_lines(item, shown, each))
            for item in told
        ]
        limits = network_answers.limits(shown, each)
        lines += ["\n".join(sentences), "\n".join(f"> {line}  " for line in limits)]
    lines += [
        f"**限界** {chosen.limits[0]}\\\n**Limits** {chosen.limits[1]}",
        f"**示すときの言い方** {chosen.wording[0]}\\\n**Wording to show** {chosen.wording[1]}",
        f"`{command(chosen)}`",
    ]
    return "\n\n".join(lines)


def chain(names: Both, page: Page) -> Past:
    """Return how the first of *names* goes back to the second; stop where it no longer does."""
    newer, older = (find_element(page.known, name) for name in names)
    past = past_between(page.store, page.known, (newer, older))
    if not past:
        message = f"{names[0]} goes back to {names[1]} no more. Choose anew."
        raise SystemExit(message)
    return past


def chains() -> str:
    """Return three ways from a plan of FY2017 to actions of FY2024, link by link."""
    both = pages("estimated")
    documents, _ = pages("matched")
    found = [chain(names, both[0]) for names in CHAINS]
    links = [step for past in found for step in past.steps]
    estimated = sum(step.ground.effective == PG.Estimated for step in links)
    alone = sum(
        past.newer in documents.known
        and any(
            each.older == past.older for each in pasts(documents.store, documents.known, past.newer)
        )
        for past in found
    )
    lines = [f"## {CHAINS_HEAD[0]}", f"*{CHAINS_HEAD[1]}*"]
    for page, told in zip(both, CHAINS_SHARE, strict=True):
        for past in found:
            steps = [
                f"{at}. {sentence(step, page)} {step_lines(step, page)[0]}"
                for at, step in enumerate(past.steps, start=1)
            ]
            lines.append("\n".join([f"**{goes_back(past, page)}**", "", *steps]))
        share = {"count": estimated, "total": len(links), "all": len(found), "alone": alone}
        lines.append(told.format(**share))
    commands = [
        f"`plan-graph explain {' '.join(typed(both[0].known[each], both[0]) for each in ends)}`"
        for ends in ((past.newer, past.older) for past in found)
    ]
    return "\n\n".join(
        [
            *lines,
            f"**限界** {CHAINS_LIMITS[0]}\\\n**Limits** {CHAINS_LIMITS[1]}",
            f"**示すときの言い方** {CHAINS_WORDING[0]}\\\n**Wording to show** {CHAINS_WORDING[1]}",
            "  \n".join(commands),
        ]
    )


def findings() -> str:
    """Return the whole text of docs/findings.md."""
    entries = [entry(number, chosen) for number, chosen in enumerate(CHOSEN, start=1)]
    page, _ = pages("estimated")
    return "\n\n".join([INTRODUCTION.rstrip("\n"), *entries, chains(), "---", footer(page)]) + "\n"


if __name__ == "__main__":
    (ROOT / "docs" / "findings.md").write_text(findings(), encoding="utf-8", newline="\n")
