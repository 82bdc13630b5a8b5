"""Invented cities in the shape of the released graph, to measure growth with.

A city has as many elements, wordings, Links of each basis, printed values, observations and
assessments as ``data/mandala.ttl`` has, and texts about as long. Its names come from a fixed list
of words and its Links from a generator of its own; what follows from them is derived by the rules
of ``ontology/rules``. The same seed gives the same bytes, and every city its own namespace.

    python benchmarks/synthetic.py 10 --seed 1 -o cities/              # one Turtle file a city
    python benchmarks/synthetic.py 100 -o cities.nq --format nq        # a named graph a city
"""

import argparse
import datetime as dt
import itertools
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from plan_graph.elements import (
    Assessment,
    Link,
    Numbering,
    PrintedTotal,
    PrintedValue,
    Record,
    Term,
    Wording,
    described,
    element_iri,
    observation_iri,
    said,
    text,
    triples,
    whole,
)
from plan_graph.elements import node as node_of
from plan_graph.graph.rules import Claim, derive, read_rules, rule_triples
from plan_graph.graph.turtle import turtle
from plan_graph.resources import ONTOLOGY
from plan_graph.vocab import DCTERMS, PG, PROV, RDF, SDGO, SKOS, WEB_PAGE, XSD

#: The first invented code: no municipality has one from here on.
FIRST = 900_001
_ID = "https://w3id.org/plan-graph/id/"
#: What names are made of: Japanese, English, reading.
_PLACES = (
    ("あかね台", "Akanedai", "あかねだい"),
    ("白鷺浜", "Shirasagihama", "しらさぎはま"),
    ("若竹町", "Wakatakecho", "わかたけちょう"),
    ("三日月池", "Mikazuki pond", "みかづきいけ"),
    ("鈴鳴川", "Suzunari river", "すずなりがわ"),
    ("霧ヶ峠", "Kiri pass", "きりがとうげ"),
    ("星見丘", "Hoshimi hill", "ほしみおか"),
    ("藤波港", "Fujinami port", "ふじなみこう"),
    ("松風の森", "Matsukaze forest", "まつかぜのもり"),
)
_SUBJECTS = (
    ("地元野菜", "local vegetables", "じもとやさい"),
    ("里山", "the satoyama", "さとやま"),
    ("公共交通", "public transport", "こうきょうこうつう"),
    ("子育て世帯", "families with children", "こそだてせたい"),
    ("防災訓練", "disaster drills", "ぼうさいくんれん"),
    ("再生可能エネルギー", "renewable energy", "さいせいかのうえねるぎー"),
    ("観光案内", "visitor information", "かんこうあんない"),
    ("学校給食", "school lunches", "がっこうきゅうしょく"),
    ("空き家", "vacant houses", "あきや"),
    ("水辺の生き物", "waterside wildlife", "みずべのいきもの"),
    ("伝統行事", "traditional events", "でんとうぎょうじ"),
    ("中小企業", "small businesses", "ちゅうしょうきぎょう"),
    ("高齢者の見守り", "care for the elderly", "こうれいしゃのみまもり"),
    ("資源ごみ", "recyclable waste", "しげんごみ"),
    ("図書館", "the library", "としょかん"),
)
_DEEDS = (
    ("利用拡大", "Wider use of", "りようかくだい"),
    ("担い手育成", "Training people for", "にないていくせい"),
    ("保全と活用", "Care and use of", "ほぜんとかつよう"),
    ("情報発信", "News about", "じょうほうはっしん"),
    ("支援体制づくり", "Support for", "しえんたいせいづくり"),
    ("普及啓発", "Awareness of", "ふきゅうけいはつ"),
    ("環境整備", "Better conditions for", "かんきょうせいび"),
    ("連携強化", "Working together on", "れんけいきょうか"),
)
_COUNTS = (("件数", "number of cases,", ""), ("参加者数", "number of people,", ""))
_SYLLABLES = ("あお", "かみ", "さわ", "たか", "なみ", "はら", "ふじ", "みや", "やま", "わか")
_ROMAN = ("ao", "kami", "sawa", "taka", "nami", "hara", "fuji", "miya", "yama", "waka")
_UNITS = {
    "人": "people",
    "件": "items",
    "%": "percent",
    "円": "yen",
    "回": "times",
    "箇所": "places",
}
_UNITS |= {
    "世帯": "households",
    "本": "trees",
    "台": "vehicles",
    "校": "schools",
    "社": "companies",
}
_UNITS |= {"組": "groups", "t": "tonnes", "日": "days"}
_ASPECTS = (PG.Economy, PG.Environment, PG.Society)
_OF_ASPECTS = (PG.name, PG.shortLabel, PG.order, SKOS.prefLabel)
_DAY = dt.date(2026, 11, 22)
_PLAN, _SLIDES, _SHEETS = "action-plan-2024", "mandala-slides-2023", "progress-2024"
_BASIC = "basic-plan-2023"
_LIST = "policy-list-2017"
_DRAWING = "slide:マンダラver.1.0"
#: The project of each goal, measures of each goal, actions of each measure: as many as the
#: released plan has.
_PROJECT_OF_GOAL = (1, 1, 2, 2, 3)
_MEASURES = (2, 2, 3, 2, 3)
_ACTIONS = (4, 2, 3, 2, 3, 4, 3, 4, 3, 3, 3, 2)
#: The policy, the main actions, the indicators, the related plans and the values of the chart of
#: each measure of the basic plan.
_BASIC_MEASURES = (
    (1, 2, 1, 1, 5),
    (1, 1, 1, 0, 0),
    (1, 2, 1, 0, 0),
    (2, 3, 2, 2, 0),
    (2, 2, 2, 0, 6),
    (3, 4, 1, 9, 0),
    (4, 2, 1, 0, 0),
    (5, 2, 2, 2, 0),
)
#: The policies of each direction of the oldest plan, its measures of each policy, and the
#: programmes of each measure.
_LASTING = 4
_OLD_POLICIES = (4, 3, 4, 4, 5, 5)
_OLD_MEASURES = (2, 3, 2, 3, 1, 1, 1, 1, 1, 1, 2, 1, 5, 1, 2, 1, 4, 2, 4, 2, 2, 1, 1, 1, 1)
_PROGRAMMES = (1, 0, 0, 0, 0, 1, 2, 0, 1, 0, 3, 7, 0, 1, 2, 1, 0, 0, 0, 0, 0, 6, 0, 0, 5, 3)
_PROGRAMMES += (0, 0, 4, 2, 3, 1, 10, 0, 0, 0, 0, 2, 0, 0, 0, 2, 1, 5, 0, 2)
#: Visions of each outcome, as many as the drawing prints.
_SERVED = (2, 1, 2, 1, 3, 2, 1, 2, 1, 2, 1, 2)


def _signs(number: int) -> str:
    return chr(ord("①") + number - 1)


def shared() -> list[Triple]:
    """Return what every city has: the SDGs, the aspects and the rules."""
    found = [Triple(*quad.triple) for quad in _parsed("sdg.ttl")]
    aspects = {NamedNode(aspect) for aspect in _ASPECTS}
    for quad in _parsed("plan.ttl"):
        kept = quad.predicate.value in _OF_ASPECTS or quad.object == NamedNode(PG.Aspect)
        if quad.subject in aspects and kept:
            found.append(Triple(*quad.triple))
    return [*found, *rule_triples(read_rules())]


def _parsed(name: str) -> Iterator[Quad]:
    return iter(parse(path=str(ONTOLOGY / name), format=RdfFormat.TURTLE))


def _targets() -> list[str]:
    """Return the targets of the SDGs that are used."""
    return sorted(
        quad.subject.value
        for quad in _parsed("sdg.ttl")
        if quad.object == NamedNode(SDGO.Target) and isinstance(quad.subject, NamedNode)
    )


class _City:
    """One city while it is made: what is said so far, and the generator of all chance."""

    def __init__(self, code: int, seed: int) -> None:
        self.code = str(code)
        self.base = f"{_ID}{code}/"
        self.chance = random.Random(f"{seed} {code}")  # noqa: S311 - not for secrets
        self.said: list[Triple] = []
        self.links: list[Link] = []
        self.names: set[str] = set()
        #: names of the measures of the basic plan
        self.lasting: list[tuple[str, str, str]] = []
        self.totals: dict[tuple[str, str], list[str]] = defaultdict(list)

    def iri(self, kind: str, key: object) -> str:
        return element_iri(self.base, kind, str(key))

    def document(self, key: str) -> str:
        return self.iri(PG.SourceDocument, key)

    def record(self, record: Record) -> None:
        self.said += triples(record, self.base)

    def name(self, *parts: Sequence[tuple[str, str, str]]) -> tuple[str, str, str]:
        """Return a name that is new in this city: Japanese, English, reading."""
        while True:
            words = [self.chance.choice(part) for part in parts]
            name = "の".join(word[0] for word in words)
            if name not in self.names:
                self.names.add(name)
                english = " ".join(word[1] for word in reversed(words))
                return (
                    name,
                    english[0].upper() + english[1:],
                    "の".join(word[2] for word in words),
                )

    def sentence(self, name: tuple[str, str, str]) -> tuple[str, str]:
        """Return a sentence about *name* in both languages."""
        place, subject = self.chance.choice(_PLACES), self.chance.choice(_SUBJECTS)
        return (
            f"{name[0]}のため、{place[0]}で{subject[0]}に取り組みます。",
            f"{name[1]}: work on {subject[1]} in {place[1]}.",
        )

    def reason(self) -> tuple[str, str]:
        """Return the rationale of an estimate in both languages, with quoted words."""
        place, matter = self.chance.choice(_PLACES), self.chance.choice(_SUBJECTS)
        deed = self.chance.choice(_DEEDS)
        return (
            (
                f"概要が「{place[0]}の{matter[0]}」と「{deed[0]}」を続けて挙げるので、"
                "この要素が目指すところと同じ向きの話をしていると読んだ。"
            ),
            (
                f"The overview names 「{matter[0]}」 in {place[1]} together with "
                f"「{deed[0]}」, so we read it as pointing in the same direction."
            ),
        )

    def add(  # noqa: PLR0913 - all that an element may have
        self,
        kind: str,
        key: object,
        name: tuple[str, str, str],
        *,
        order: int | None = None,
        notation: str = "",
        mark: str = "",
        short: bool = False,
        told: bool = False,
        read: bool = False,
        wordings: Sequence[tuple[str, str]] = (),
        more: Sequence[tuple[str, Term | None]] = (),
    ) -> str:
        """Say that there is an element, with its wordings by document and place; return its IRI."""
        iri = self.iri(kind, key)
        ja, en = self.sentence(name) if told else ("", "")
        self.said += described(
            NamedNode(iri),
            [
                (RDF.type, NamedNode(kind)),
                (PG.name, text(name[0])),
                (SKOS.prefLabel, said(name[0], "ja")),
                (SKOS.prefLabel, said(name[1], "en")),
                (PG.shortLabel, said(name[0][:8] if short else "", "ja")),
                (PG.reading, said(name[2] if read else "", "ja-Hira")),
                (SKOS.notation, text(notation)),
                (PG.printedNotation, text(mark)),
                (PG.order, whole(order)),
                (DCTERMS.description, said(ja, "ja")),
                (DCTERMS.description, said(en, "en")),
                *more,
            ],
        )
        for document, locator in wordings:
            self.record(
                Wording(
                    element=iri,
                    kind=kind,
                    text=name[0],
                    document=self.document(document),
                    locator=locator,
                    notation=notation,
                    printed_notation=mark,
                    order=order,
                )
            )
        return iri

    def stated(self, subject: str, predicate: str, obj: str, document: str, *locators: str) -> None:
        """Add the Link that a document states at *locators*."""
        for locator in locators:
            self.links.append(
                Link(
                    subject=subject,
                    predicate=predicate,
                    object=obj,
                    document=self.document(document),
                    locator=locator,
                    note=("番号の対応は編集者の読み取り", "the numbers are the editors' reading")
                    if predicate == PG.serves
                    else ("", ""),
                )
            )

    def estimated(self, subject: str, predicate: str, objects: Sequence[str], count: int) -> None:
        """Add Links that editors estimate, to *count* of *objects*, each with its rationale."""
        for obj in self.chance.sample(objects, count):
            self.links.append(
                Link(
                    subject=subject,
                    predicate=predicate,
                    object=obj,
                    basis=PG.Estimated,
                    rationale=self.reason(),
                    by="架空の編集者",
                    date=_DAY,
                )
            )

    def spread(
        self, subjects: Sequence[str], predicate: str, objects: Sequence[str], count: int
    ) -> None:
        """Estimate *count* Links from *subjects*, as evenly as they go round, to *objects*."""
        turns: dict[str, int] = defaultdict(int)
        order = self.chance.sample(subjects, len(subjects))
        for at in range(count):
            turns[order[at % len(order)]] += 1
        for subject, times in turns.items():
            self.estimated(subject, predicate, objects, times)

    # --- the parts of a city ------------------------------------------------------------------

    def frame(self) -> None:
        """Say city, plan, documents and departments."""
        at = [self.chance.randrange(len(_SYLLABLES)) for _ in range(2)]
        kana, roman = "".join(_SYLLABLES[i] for i in at), "".join(_ROMAN[i] for i in at)
        roman = roman.capitalize()
        name = (f"{kana}市", f"{roman} City", f"{kana}し")
        identifier = [(DCTERMS.identifier, text(self.code))]
        self.add(PG.Municipality, self.code, name, read=True, more=identifier)
        years = [(PG.startYear, whole(2024)), (PG.endYear, whole(2027))]
        title = (f"{kana}まちづくりアクションプラン", f"{roman} Action Plan", "")
        printed = [(_SHEETS, "cover"), (_SLIDES, "slide:アクションプラン")]
        self.plan = self.add(PG.Plan, "ap1", title, wordings=printed, more=years)
        drawn = (f"{kana}マンダラver.1.0", f"{roman} Mandala ver. 1.0", "")
        of_plan = [(PG.mandalaOf, node_of(self.plan))]
        printed = [(_SLIDES, _DRAWING)]
        self.mandala = self.add(PG.Mandala, "md1", drawn, wordings=printed, more=of_plan)
        for key, ja, en in (
            (_PLAN, "アクションプラン（令和6年度～令和9年度）", "Action Plan (FY2024-FY2027)"),
            (_SLIDES, "令和5年度 成果共有会 発表資料", "Slides of the FY2023 meeting on results"),
            (_SHEETS, "進行管理表（令和6年度）", "Progress sheets (FY2024)"),
            (_BASIC, "基本計画（令和5年度～令和8年度）", "Basic Plan (FY2023-FY2026)"),
            (_LIST, "施策の進行管理結果一覧（平成29年度）", "List of measures (FY2017)"),
        ):
            series, _, year = key.rpartition("-")
            more = [
                (DCTERMS.identifier, text(key)),
                (DCTERMS.isVersionOf, NamedNode(f"{self.base}series/{series}")),
                (PG.year, whole(int(year))),
            ]
            self.add(PG.SourceDocument, key, (f"{kana}{ja}", f"{roman} {en}", ""), more=more)
        self.pages = [f"web-{number}-2024" for number in range(1, 13)]
        for key in self.pages:
            more = [
                (DCTERMS.identifier, text(key)),
                (DCTERMS.isVersionOf, NamedNode(f"{self.base}series/{key[:-5]}")),
                (DCTERMS.type, text(WEB_PAGE)),
                (PG.year, whole(2024)),
            ]
            self.add(PG.SourceDocument, key, (f"{kana}のページ{key}", f"Page {key}", ""), more=more)
        for unit, english in _UNITS.items():
            self.add(PG.Unit, english, (unit, english, ""))
        units = [f"{word[0]}部" for word in self.chance.sample(_SUBJECTS, 7)]
        self.departments = []
        for at, unit in enumerate(units):
            printed = [(_SHEETS, f"sheet:{1 + at + 7 * more}") for more in range(5)]
            name = (unit, f"Department {at + 1}", "")
            above = self.add(PG.Department, f"d{at + 1}", name, wordings=printed)
            for part in range(2 if at < 3 else 1):  # noqa: PLR2004 - ten sections in all
                ja, key = f"{unit}第{part + 1}課", f"d{at + 1}-{part + 1}"
                name = (ja, f"Section {part + 1} of department {at + 1}", "")
                places = [place for _, place in printed]
                iri = self.add(PG.Department, key, name, short=True, wordings=printed)
                self.stated(iri, PG.unitOf, above, _SHEETS, *places)
                self.departments.append(iri)

    def drawing(self) -> None:
        """Say what the mandala draws."""
        printed = [(_SLIDES, _DRAWING)]
        image = self.name(_PLACES, _SUBJECTS, _DEEDS)
        both = [*printed, (_PLAN, "section:1-1")]
        drawn = [
            self.add(PG.FutureImage, 2030, image, order=1, short=True, told=True, wordings=both)
        ]
        self.visions = []
        for number in range(1, 8):
            ja, en, _ = self.name(_PLACES, _SUBJECTS)
            self.visions.append(
                self.add(
                    PG.Vision,
                    number,
                    (f"{ja}のあるまち", f"A town with {en}", ""),
                    order=number,
                    notation=str(number),
                    mark=_signs(number),
                    short=True,
                    told=True,
                    wordings=[*printed, (_SLIDES, "slide:ビジョン"), (_PLAN, "section:3-1")],
                )
            )
        self.issues = [
            self.add(
                PG.RegionalIssue,
                f"issue-{number}",
                self.name(_PLACES, _SUBJECTS),
                order=number,
                short=True,
                told=True,
                wordings=printed,
            )
            for number in range(1, 6)
        ]
        self.themes = [
            self.add(
                PG.Theme,
                number,
                self.name(_SUBJECTS, _DEEDS),
                order=number,
                notation=str(number),
                mark=_signs(number),
                short=True,
                told=True,
                wordings=[(_SLIDES, "slide:【活動内容】"), (_SLIDES, "slide:部会")],
            )
            for number in range(1, 6)
        ]
        self.outcomes = []
        groups = [
            self.add(
                PG.OutcomeGroup, f"md1-{at}", (f"効果のまとまり{at}", f"Outcome group {at}", "")
            )
            for at in range(1, 7)
        ]
        for number, served in enumerate(_SERVED, start=1):
            name = self.name(_PLACES, _SUBJECTS, _DEEDS)
            iri = self.add(
                PG.Outcome,
                f"outcome-{number}",
                name,
                order=number,
                short=True,
                told=True,
                wordings=printed,
            )
            self.outcomes.append((iri, name))
            self.estimated(iri, PG.partOf, [groups[(number - 1) // 2]], 1)
            for vision in self.chance.sample(self.visions, served):
                self.stated(iri, PG.serves, vision, _SLIDES, _DRAWING)
            for aspect in self.chance.sample(_ASPECTS, 2 - number % 3 // 2):
                self.stated(iri, PG.hasAspect, aspect, _SLIDES, _DRAWING)
        outcomes = [iri for iri, _ in self.outcomes]
        for iri in outcomes[:8]:
            aspects = {link.object for link in self.links if link.subject == iri}
            self.estimated(iri, PG.hasAspect, [each for each in _ASPECTS if each not in aspects], 1)
        self.surroundings([*drawn, *self.visions, *self.issues, *outcomes])

    def surroundings(self, drawn: list[str]) -> None:
        """Say what else the mandala draws: projects, items, actors, places and resources."""
        printed = [(_SLIDES, _DRAWING)]
        projects = [
            self.add(
                PG.MandalaProject,
                f"drawn-{number}",
                self.name(_PLACES, _SUBJECTS, _DEEDS),
                order=number,
                short=True,
                told=True,
                wordings=printed,
            )
            for number in range(1, 4)
        ]
        items: dict[str, list[str]] = {}
        for kind, count in (
            (PG.MandalaItem, 12),
            (PG.Actor, 17),
            (PG.Place, 13),
            (PG.Resource, 8),
        ):
            items[kind] = [
                self.add(
                    kind,
                    f"item-{number}",
                    self.name(_PLACES, _SUBJECTS),
                    order=number,
                    read=number % 5 == 1,
                    wordings=printed,
                )
                for number in range(1, count + 1)
            ]
        self.spread(items[PG.MandalaItem][:11], PG.partOf, projects[:1], 11)
        for kind, count in ((PG.Place, 8), (PG.Actor, 4), (PG.Resource, 1)):
            for obj in items[kind][:count]:
                self.estimated(self.chance.choice(projects), PG.involves, [obj], 1)
        for iri in (*drawn, *projects):
            self.stated(iri, PG.drawnIn, self.mandala, _SLIDES, _DRAWING)
        for iri in (each for several in items.values() for each in several):
            self.stated(iri, PG.drawnIn, self.mandala, _SLIDES, _DRAWING)

    def gathered(self) -> None:
        """Say the platform: its bodies, their activities with numbers, and who is a member."""
        council, hub, *groups = (
            self.add(
                PG.Body,
                f"body-{at}",
                self.name(_PLACES, _SUBJECTS),
                wordings=[(key, "title") for key in self.pages[at : at + 3]],
            )
            for at in range(7)
        )
        self.stated(hub, PG.partOf, council, _PLAN, "section:3-4")
        numbers = iter(range(1, 17))
        for group, theme, size, page in zip(
            groups, self.themes, (2, 6, 3, 3, 2), self.pages, strict=False
        ):
            self.estimated(group, PG.partOf, [hub], 1)
            self.estimated(group, PG.inTheme, [theme], 1)
            for number in (next(numbers) for _ in range(size)):
                printed = number % 2 == 0
                activity = self.add(
                    PG.PlatformActivity,
                    f"activity-{number}",
                    self.name(_PLACES, _SUBJECTS, _DEEDS),
                    notation=str(number) if printed else "",
                    wordings=[(page, f"heading:{number}")],
                )
                self.stated(activity, PG.partOf, group, page, f"heading:{number}")
                if not printed:
                    self.record(
                        Numbering(
                            element=activity,
                            number=str(number),
                            rationale=self.reason(),
                            by="架空の編集者",
                            date=_DAY,
                        )
                    )
        members = [
            self.add(
                PG.Actor,
                f"member-{at}",
                self.name(_PLACES, _SUBJECTS, _DEEDS),
                wordings=[(self.pages[at % 3], "list:構成員")],
            )
            for at in range(36)
        ]
        for at in range(43):
            member, group = members[at % 36], groups[at % 3 if at < 36 else (at + 1) % 3]  # noqa: PLR2004
            self.stated(member, PG.memberOf, group, self.pages[at % 3], "list:構成員")

    def planned(self) -> None:
        """Say the plan: projects, goals, measures and actions, with all that hangs on them."""
        projects, parents = {}, []
        sheets: dict[str, list[str]] = defaultdict(list)
        # 42 sheets of 36 actions; one more action is listed in the contents only.
        actions = [at for at, count in enumerate(_ACTIONS) for _ in range(count)]
        for at, measure in enumerate(actions, start=1):
            own = [f"sheet:{at}-{part}" for part in (1, 2)] if at % 6 == 0 else [f"sheet:{at}"]
            for part in ("action", at), ("measure", measure):
                sheets[f"{part[0]} {part[1]}"] += own
        of_measure = [goal for goal, count in enumerate(_MEASURES) for _ in range(count)]
        for goal in range(len(_PROJECT_OF_GOAL)):
            under = [at for at, of in enumerate(of_measure) if of == goal]
            own = [each for at in under for each in sheets[f"measure {at}"]]
            sheets[f"goal {goal}"] = own
            sheets[f"project {_PROJECT_OF_GOAL[goal]}"] += own
        for number in range(1, 4):
            ja, en, reading = self.name(_PLACES, _SUBJECTS)
            places = [(_SHEETS, place) for place in sheets[f"project {number}"]]
            iri = self.add(
                PG.Project,
                f"ap1-{number}",
                (f"{ja}プロジェクト", f"{en} Project", f"{reading}ぷろじぇくと"),
                order=number,
                notation=str(number),
                mark=str(number),
                short=True,
                told=True,
                read=number == 1,
                wordings=[(_PLAN, f"section:プロジェクト{number}"), *places],
            )
            projects[number] = iri
            self.stated(iri, PG.partOf, self.plan, _SHEETS, "contents")
            self.stated(iri, PG.partOf, self.plan, _PLAN, f"section:プロジェクト{number}")
            leader = self.chance.choice(self.departments)
            self.stated(iri, PG.leader, leader, _SHEETS, f"project:{number}")
            self.stated(iri, PG.hasAspect, _ASPECTS[number - 1], _SHEETS, f"project:{number}")
        for at, number in enumerate(_PROJECT_OF_GOAL):
            key, section = f"{number}-{at + 1}", f"section:プロジェクト{number}/{at + 1}"
            places = sheets[f"goal {at}"]
            iri = self.add(
                PG.ProjectGoal,
                f"ap1-{key}",
                self.name(_SUBJECTS, _DEEDS),
                order=at + 1,
                notation=key,
                mark=f"({at % 2 + 1})",
                short=True,
                told=True,
                wordings=[(_PLAN, section), *((_SHEETS, place) for place in places)],
            )
            parents.append((iri, number))
            self.stated(iri, PG.partOf, projects[number], _SHEETS, *places)
            self.stated(iri, PG.partOf, projects[number], _PLAN, section)
            self.measured(iri, number, f"g{key}", f"goal:{key}", section)
        measures = []
        same = self.chance.sample(range(len(_ACTIONS)), 6)
        for at, goal in enumerate(of_measure):
            parent, number = parents[goal]
            # Four measures are called as an outcome is: the rule same-name matches them.
            outcome, called = self.outcomes[at]
            name = called if at in same[:4] else self.name(_PLACES, _SUBJECTS, _DEEDS)
            places = sheets[f"measure {at}"]
            iri = self.add(
                PG.Measure,
                f"ap1-m{at + 1}",
                name,
                order=at + 1,
                notation=f"{number}-{at + 1}",
                mark=_signs(at % 4 + 1),
                short=True,
                told=True,
                wordings=[(_SHEETS, place) for place in places],
            )
            measures.append(iri)
            self.stated(iri, PG.partOf, parent, _SHEETS, *places)
            if at in same[4:]:
                self.estimated(iri, PG.aimsAt, [outcome], 1)
        rest = [measures[at] for at in range(len(measures)) if at not in same]
        self.spread(rest, PG.serves, self.visions, 5)
        self.spread(measures, PG.inTheme, self.themes, 6)
        self.spread(measures, PG.addresses, self.issues, 3)
        self.acted(measures, actions, projects, of_measure, sheets)

    def acted(
        self,
        measures: list[str],
        actions: list[int],
        projects: dict[int, str],
        of_measure: list[int],
        sheets: dict[str, list[str]],
    ) -> None:
        """Say the actions, their Links and indicators, and the totals of the projects."""
        found = []
        for at in range(1, len(actions) + 2):
            iri = self.add(
                PG.Action,
                f"ap1-{at}",
                self.name(_PLACES, _SUBJECTS, _DEEDS),
                order=at,
                notation=str(at),
                mark=str(at),
                short=True,
                told=True,
                read=at % 9 == 0,
                wordings=[
                    (_SHEETS, place) for place in ("contents", *sheets.get(f"action {at}", ()))
                ],
            )
            found.append(iri)
            last = at > len(actions)
            number = 3 if last else _PROJECT_OF_GOAL[of_measure[actions[at - 1]]]
            own = ("contents",) if last else tuple(sheets[f"action {at}"])
            department = self.chance.choice(self.departments)
            self.stated(iri, PG.inPlan, self.plan, _SHEETS, "contents")
            self.stated(iri, PG.inProject, projects[number], _SHEETS, "contents")
            self.stated(iri, PG.responsible, department, _SHEETS, *own)
            if last:
                self.totals[projects[number], PG.Action] += []
                continue
            self.stated(iri, PG.partOf, measures[actions[at - 1]], _SHEETS, *own)
            for part, place in enumerate(own, start=1):
                key = f"{at}-{part}" if len(own) > 1 else str(at)
                scored = not (part > 1 and at in {6, 12})
                self.measured(iri, number, key, place, indicator=scored)
        outcomes = [iri for iri, _ in self.outcomes]
        self.spread(found, PG.hasAspect, _ASPECTS, 65)
        self.spread(found, PG.addresses, self.issues, 28)
        self.spread(found, PG.aimsAt, outcomes, 16)
        self.spread(found, PG.inTheme, self.themes, 16)
        self.spread(found, PG.serves, self.visions, 8)
        self.spread([*measures, *found], PG.contributesTo, _targets(), 69)
        counted = {(projects[3], PG.Action): 1}
        for link in {(each.subject, each.object): each for each in self.links}.values():
            if link.predicate == PG.partOf and link.subject in found:
                project = projects[_PROJECT_OF_GOAL[of_measure[measures.index(link.object)]]]
                counted[project, PG.Action] = counted.get((project, PG.Action), 0) + 1
        for number in _PROJECT_OF_GOAL:
            key = (projects[number], PG.ProjectGoal)
            counted[key] = counted.get(key, 0) + 1
        for (project, kind), elements in counted.items():
            statuses = self.totals[project, kind]
            number = project[-1]
            self.record(
                PrintedTotal(
                    element=project,
                    kind=kind,
                    report_year=2024,
                    elements=elements,
                    scored=len(statuses) - statuses.count(PG.NotScored),
                    achieved=statuses.count(PG.Achieved),
                    document=self.document(_SHEETS),
                    locator=f"project:{number}",
                )
            )

    def measured(  # noqa: PLR0913 - where it is printed, and of what
        self,
        element: str,
        project: int,
        key: str,
        place: str,
        section: str = "",
        *,
        indicator: bool = True,
    ) -> None:
        """Say an indicator of *element*, what is printed of it, and how it was assessed."""
        status, iri, target, actual = PG.NotScored, "", "", ""
        if indicator:
            name = self.name(_PLACES, _SUBJECTS, _COUNTS)
            unit = self.chance.choice(list(_UNITS))
            accumulation = self.chance.choice((PG.PerYear, PG.Cumulative, PG.Unstated))
            reason = (
                "多いほど、取組が広がっているため。",
                "More means that the work is spreading.",
            )
            more = [
                (PG.accumulation, NamedNode(accumulation)),
                (PG.betterWhen, NamedNode(PG.Higher)),
                (PG.betterWhenReason, said(f"{name[0]}が{reason[0]}", "ja")),
                (PG.betterWhenReason, said(f"{reason[1]} ({name[1]})", "en")),
                (PG.unit, NamedNode(self.iri(PG.Unit, _UNITS[unit]))),
            ]
            iri = self.add(PG.Indicator, f"ap1-{key}", name, notation=key, more=more)
            for document, locator in ((_SHEETS, place), (_PLAN, section))[: 2 if section else 1]:
                self.record(
                    Wording(
                        element=iri,
                        kind=PG.Indicator,
                        text=name[0],
                        document=self.document(document),
                        locator=locator,
                        notation=key,
                        accumulation=accumulation,
                    )
                )
                self.stated(element, PG.hasIndicator, iri, document, locator)
            target, actual, status = self.values(iri, unit, place, section)
        kind = PG.ProjectGoal if section else PG.Action
        self.totals[self.iri(PG.Project, f"ap1-{project}"), kind].append(status)
        self.record(
            Assessment(
                assesses=element,
                key=f"ap1-{key}",
                report_year=2024,
                status=status,
                document=self.document(_SHEETS),
                locator=place,
                indicator=iri,
                target=target,
                actual=actual,
            )
        )

    def values(self, indicator: str, unit: str, place: str, section: str) -> tuple[str, str, str]:
        """Say the four values of *indicator*; return target, actual and status of the year."""
        first = self.chance.randrange(10, 9000)
        goal = first + self.chance.randrange(1, 9) * first // 10
        reached = first + self.chance.randrange(1, 9) * first // 10
        year, document = (2027, _PLAN) if section else (2025, _SHEETS)
        printed = [
            (PG.Baseline, 2023, first, _SHEETS),
            (PG.Target, 2024, goal, _SHEETS),
            (PG.Actual, 2024, reached, _SHEETS),
            (PG.Target, year, goal + first // 10, document),
        ]
        if section:
            printed.append((PG.Baseline, 2023, first, _PLAN))
        sources: dict[tuple[str, int, int], list[str]] = defaultdict(list)
        for kind, year, value, document in printed:
            record = PrintedValue(
                indicator=indicator,
                kind=kind,
                as_printed=f"{value:,}{unit}",
                document=self.document(document),
                locator=section if document == _PLAN else place,
                value=Decimal(value),
                unit=self.iri(PG.Unit, _UNITS[unit]),
                year=year,
                year_kind=PG.FiscalYear,
            )
            self.record(record)
            sources[kind, year, value].append(record.iri(self.base))
        for (kind, year, value), values in sources.items():
            self.said += described(
                NamedNode(observation_iri(indicator, kind, year)),
                [
                    (RDF.type, NamedNode(PG.Observation)),
                    (PG.ofIndicator, NamedNode(indicator)),
                    (PG.kind, NamedNode(kind)),
                    (PG.year, whole(year)),
                    (PG.yearKind, NamedNode(PG.FiscalYear)),
                    (PG.value, _decimal(value)),
                    *((PROV.wasDerivedFrom, NamedNode(each)) for each in values),
                ],
            )
        status = PG.Achieved if reached >= goal else PG.NotAchieved
        ends = (observation_iri(indicator, kind, 2024) for kind in (PG.Target, PG.Actual))
        return (*ends, status)

    # --- the basic plan -----------------------------------------------------------------------

    def basic(self) -> None:
        """Say the basic plan: directions, policies, measures, main actions, and what is beside."""
        years = [(PG.startYear, whole(2023)), (PG.endYear, whole(2026))]
        plan = self.add(PG.Plan, "bp1", (f"基本計画{self.code}", "Basic Plan", ""), more=years)
        places = [(_BASIC, f"measure:{number + 1}") for number in range(len(_BASIC_MEASURES))]
        above = self.beside(PG.BasicDirection, "bp1-d", places)
        self.stated(above, PG.partOf, plan, _BASIC, *(place for _, place in places))
        policies = {}
        for number in sorted({policy for policy, *_ in _BASIC_MEASURES}):
            own = [
                place
                for place, (policy, *_) in zip(places, _BASIC_MEASURES, strict=True)
                if policy == number
            ]
            policies[number] = self.beside(PG.BasicPolicy, f"bp1-d-{number}", own, str(number))
            self.stated(policies[number], PG.partOf, above, _BASIC, *(place for _, place in own))
        principles = [self.beside(PG.Principle, f"p{at}", places) for at in range(3)]
        views = [self.beside(PG.ViewPoint, f"v{at}", places) for at in range(2)]
        units = [self.beside(PG.Department, f"b{at}", places[:2]) for at in range(10)]
        related = [self.beside(PG.RelatedPlan, f"r{at}", places[:1]) for at in range(13)]
        order, turn, actions_made = 0, itertools.count(), []
        for at, (policy, actions, indicators, plans, values) in enumerate(_BASIC_MEASURES):
            document, place = places[at]
            number = str(41 + at)
            name = self.name(_PLACES, _SUBJECTS, _DEEDS)
            self.lasting.append(name)
            measure = self.beside(PG.Measure, f"bp1-{number}", [places[at]], number, name=name)
            self.stated(measure, PG.partOf, policies[policy], document, place)
            for predicate, found in (
                (PG.underPrinciple, principles),
                (PG.fromViewPoint, views),
                # Each plan once before any is named again.
                (PG.refersTo, [related[next(turn) % len(related)] for _ in range(plans)]),
            ):
                for obj in found:
                    self.stated(measure, predicate, obj, document, place)
            for within in range(1, actions + 1):
                order += 1
                key, there = f"{number}-{within}", [(_BASIC, f"action:{number}-{within}")]
                action = self.beside(PG.Action, f"bp1-{key}", there, key, order)
                actions_made.append(action)
                self.stated(action, PG.partOf, measure, *there[0])
                for unit in self.chance.sample(units, 1 + order % 3 % 2 + (order % 2)):
                    self.stated(action, PG.responsible, unit, *there[0])
            for within in range(1, indicators + 1):
                self.aimed(measure, f"bp1-{number}-{within}", place)
            self.charted(measure, f"bp1-{number}", place, values)
        self.estimated(self.iri(PG.Action, "ap1-1"), PG.continues, actions_made[-1:], 1)
        self.spread(actions_made, PG.contributesTo, _targets(), 13)

    def history(self) -> None:
        """Say the list of the oldest plan: directions, policies, measures with their programmes."""
        years = [(PG.startYear, whole(2015)), (PG.endYear, whole(2018))]
        plan = self.add(
            PG.Plan, "bp0", (f"旧基本計画{self.code}", "1st Basic Plan", ""), more=years
        )
        places = [(_LIST, f"row:{at + 1}") for at in range(len(_PROGRAMMES))]
        bureaus = [self.beside(PG.Department, f"h{at}", places[:1]) for at in range(5)]
        units = [self.beside(PG.Department, f"h-{at}", places[at : at + 1]) for at in range(22)]
        for at, unit in enumerate(units):
            self.stated(unit, PG.unitOf, bureaus[at % 5], *places[at])
        rows = iter(zip(places, _PROGRAMMES, strict=True))
        sizes, measures = iter(_OLD_MEASURES), []
        for at, policies in enumerate(_OLD_POLICIES):
            direction = self.beside(PG.BasicDirection, f"bp0-d{at}", places[:1])
            self.stated(direction, PG.partOf, plan, *places[0])
            for within in range(policies):
                policy = self.beside(PG.BasicPolicy, f"bp0-d{at}-{within}", places[:1])
                self.stated(policy, PG.partOf, direction, *places[0])
                for place, programmes in itertools.islice(rows, next(sizes)):
                    order = len(measures) + 1
                    # The first four measures keep their names in the plans that follow.
                    name = self.lasting[order - 1] if order <= _LASTING else None
                    key = f"bp0-{order}"
                    measure = self.beside(PG.Measure, key, [place], order=order, name=name)
                    self.stated(measure, PG.partOf, policy, *place)
                    self.stated(measure, PG.responsible, units[order % 22], *place)
                    measures.append(measure)
                    for each in range(programmes):
                        key = f"bp0-{order}-{each}"
                        programme = self.beside(PG.Programme, key, [place], order=each + 1)
                        self.stated(programme, PG.partOf, measure, *place)
        newer = [self.iri(PG.Measure, f"bp1-{41 + at}") for at in range(len(_BASIC_MEASURES))]
        for subject, obj in zip(newer, self.chance.sample(measures, len(newer)), strict=True):
            self.estimated(subject, PG.continues, [obj], 1)
        for subject, obj in zip(units[:4], units[4:8], strict=True):
            self.estimated(subject, PG.succeeds, [obj], 1)
        self.spread(measures, PG.contributesTo, _targets(), 60)

    def beside(  # noqa: PLR0913, PLR0917 - all that such an element may have
        self,
        kind: str,
        key: str,
        printed: Sequence[tuple[str, str]],
        number: str = "",
        order: int = 1,
        name: tuple[str, str, str] | None = None,
    ) -> str:
        """Say that there is an element of a basic plan, named anew where it has no *name* yet."""
        name = name or self.name(_PLACES, _SUBJECTS, _DEEDS)
        return self.add(kind, key, name, order=order, notation=number, wordings=printed)

    def aimed(self, measure: str, key: str, place: str) -> None:
        """Say an indicator of a measure with its current value and its target."""
        name, unit = self.name(_PLACES, _SUBJECTS, _COUNTS), self.chance.choice(list(_UNITS))
        reason = (f"{name[0]}は多いほどよいため。", f"More is better ({name[1]}).")
        more = [
            (PG.accumulation, NamedNode(PG.Unstated)),
            (PG.betterWhen, NamedNode(PG.Higher)),
            *(
                (PG.betterWhenReason, said(*pair))
                for pair in zip(reason, ("ja", "en"), strict=True)
            ),
            (PG.unit, NamedNode(self.iri(PG.Unit, _UNITS[unit]))),
        ]
        wordings = [(_BASIC, place)]
        iri = self.add(PG.Indicator, key, name, order=1, more=more, wordings=wordings)
        self.stated(measure, PG.hasIndicator, iri, _BASIC, place)
        first = self.chance.randrange(10, 9000)
        for kind, year, value in ((PG.Baseline, 2022, first), (PG.Target, 2026, first + 10)):
            record = self.printed(iri, kind, f"{value:,}{unit}", place, (value, unit, year))
            self.said += described(
                NamedNode(observation_iri(iri, kind, year)),
                [
                    (RDF.type, NamedNode(PG.Observation)),
                    (PG.ofIndicator, NamedNode(iri)),
                    (PG.kind, NamedNode(kind)),
                    (PG.year, whole(year)),
                    (PG.yearKind, NamedNode(PG.FiscalYear)),
                    (PG.value, _decimal(value)),
                    (PROV.wasDerivedFrom, NamedNode(record)),
                ],
            )

    def charted(self, measure: str, key: str, place: str, values: int) -> None:
        """Say a statistic of a measure with so many values, one a year."""
        name, unit = self.name(_PLACES, _SUBJECTS, _COUNTS), self.chance.choice(list(_UNITS))
        wordings = [(_BASIC, place)]
        iri = self.add(PG.Statistic, key, name, order=1, wordings=wordings)
        self.stated(measure, PG.hasStatistic, iri, _BASIC, place)
        for year in range(2017, 2017 + values):
            value = self.chance.randrange(10, 9000)
            self.printed(iri, PG.Actual, f"{value:,}", place, (value, unit, year))

    def printed(
        self, iri: str, kind: str, print_: str, place: str, said_: tuple[int, str, int]
    ) -> str:
        """Say a printed value: its number, unit and year; return its IRI."""
        value, unit, year = said_
        record = PrintedValue(
            indicator=iri,
            kind=kind,
            as_printed=print_,
            document=self.document(_BASIC),
            locator=place,
            value=Decimal(value),
            unit=self.iri(PG.Unit, _UNITS[unit]),
            year=year,
            year_kind=PG.FiscalYear,
        )
        self.record(record)
        return record.iri(self.base)

    def whole(self) -> list[Triple]:
        """Return all that is said: with every Link, what follows from them, and the relations."""
        for link in self.links:
            self.record(link)
        self.said += shared()
        once = {link.iri(self.base): link for link in self.links}
        claims = [
            Claim(iri, (link.subject, link.predicate, link.object), link.basis)
            for iri, link in once.items()
        ]
        derived = derive(claims, self.said, read_rules(), self.base)
        for link in derived:
            self.record(link)
        for each in (*once.values(), *derived):
            self.said.append(
                Triple(NamedNode(each.subject), NamedNode(each.predicate), NamedNode(each.object))
            )
        return list(dict.fromkeys(self.said))


def _decimal(value: int) -> Literal:
    return Literal(str(value), datatype=NamedNode(XSD.decimal))


def city(number: int, seed: int = 1) -> list[Triple]:
    """Return the graph of the invented city *number*, counted from 1."""
    made = _City(FIRST + number - 1, seed)
    made.frame()
    made.drawing()
    made.gathered()
    made.planned()
    made.basic()
    made.history()
    return made.whole()


def namespace(number: int) -> str:
    """Return the namespace of the invented city *number*."""
    return f"{_ID}{FIRST + number - 1}/"


def as_turtle(number: int, seed: int = 1) -> str:
    """Return the graph of a city in our own Turtle."""
    return turtle(city(number, seed), namespace(number))


def as_quads(number: int, seed: int = 1) -> str:
    """Return the graph of a city as sorted N-Quads in a graph named by its namespace."""
    graph = NamedNode(namespace(number))
    quads = (Quad(*triple, graph) for triple in city(number, seed))
    lines = serialize(quads, format=RdfFormat.N_QUADS).decode().splitlines(keepends=True)
    return "".join(sorted(lines))


def write(count: int, output: Path, seed: int = 1, form: str = "ttl") -> None:
    """Write *count* cities to *output*: one file, or in a folder one file a city."""
    make = as_turtle if form == "ttl" else as_quads
    if output.suffix == f".{form}":
        with output.open("w", encoding="utf-8", newline="\n") as file:
            for number in range(1, count + 1):
                file.write(make(number, seed))
        return
    output.mkdir(parents=True, exist_ok=True)
    for number in range(1, count + 1):
        path = output / f"{FIRST + number - 1}.{form}"
        path.write_text(make(number, seed), encoding="utf-8", newline="\n")


def main() -> int:
    """Write as many invented cities as asked for."""
    parser = argparse.ArgumentParser(description="Write invented cities of the real shape.")
    parser.add_argument("count", type=int, help="how many cities")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other cities (1)")
    parser.add_argument("--format", choices=("ttl", "nq"), default="ttl", help="Turtle or N-Quads")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, help="a folder, or a file ending as the format"
    )
    arguments = parser.parse_args()
    write(arguments.count, arguments.output, arguments.seed, arguments.format)
    return 0


if __name__ == "__main__":
    sys.exit(main())
