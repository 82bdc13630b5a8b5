"""The only place that spells IRIs: closed vocabularies, prefixes and the kinds of elements."""

from typing import Final


class PG:
    """Terms of the plan ontology, ``ontology/plan.ttl`` (a test compares the two)."""

    NS: Final = "https://w3id.org/plan-graph/ns#"
    # Kinds of elements
    Municipality: Final = NS + "Municipality"
    Plan: Final = NS + "Plan"
    Mandala: Final = NS + "Mandala"
    SourceDocument: Final = NS + "SourceDocument"
    FutureImage: Final = NS + "FutureImage"
    Vision: Final = NS + "Vision"
    RegionalIssue: Final = NS + "RegionalIssue"
    Theme: Final = NS + "Theme"
    Project: Final = NS + "Project"
    ProjectGoal: Final = NS + "ProjectGoal"
    Measure: Final = NS + "Measure"
    Action: Final = NS + "Action"
    BasicDirection: Final = NS + "BasicDirection"
    BasicPolicy: Final = NS + "BasicPolicy"
    Programme: Final = NS + "Programme"
    Principle: Final = NS + "Principle"
    ViewPoint: Final = NS + "ViewPoint"
    RelatedPlan: Final = NS + "RelatedPlan"
    OutcomeGroup: Final = NS + "OutcomeGroup"
    Outcome: Final = NS + "Outcome"
    MandalaProject: Final = NS + "MandalaProject"
    MandalaItem: Final = NS + "MandalaItem"
    Actor: Final = NS + "Actor"
    Place: Final = NS + "Place"
    Resource: Final = NS + "Resource"
    Body: Final = NS + "Body"
    PlatformActivity: Final = NS + "PlatformActivity"
    Department: Final = NS + "Department"
    Aspect: Final = NS + "Aspect"
    Indicator: Final = NS + "Indicator"
    Statistic: Final = NS + "Statistic"
    Unit: Final = NS + "Unit"
    Observation: Final = NS + "Observation"
    # Evidence
    Assessment: Final = NS + "Assessment"
    PrintedTotal: Final = NS + "PrintedTotal"
    PrintedValue: Final = NS + "PrintedValue"
    Wording: Final = NS + "Wording"
    Numbering: Final = NS + "Numbering"
    Link: Final = NS + "Link"
    Rule: Final = NS + "Rule"
    # Relations: each one has Links
    Relation: Final = NS + "Relation"
    partOf: Final = NS + "partOf"
    serves: Final = NS + "serves"
    addresses: Final = NS + "addresses"
    aimsAt: Final = NS + "aimsAt"
    contributesTo: Final = NS + "contributesTo"
    inTheme: Final = NS + "inTheme"
    involves: Final = NS + "involves"
    hasAspect: Final = NS + "hasAspect"
    responsible: Final = NS + "responsible"
    leader: Final = NS + "leader"
    hasIndicator: Final = NS + "hasIndicator"
    hasStatistic: Final = NS + "hasStatistic"
    inPlan: Final = NS + "inPlan"
    inProject: Final = NS + "inProject"
    continues: Final = NS + "continues"
    succeeds: Final = NS + "succeeds"
    memberOf: Final = NS + "memberOf"
    unitOf: Final = NS + "unitOf"
    drawnIn: Final = NS + "drawnIn"
    underPrinciple: Final = NS + "underPrinciple"
    fromViewPoint: Final = NS + "fromViewPoint"
    refersTo: Final = NS + "refersTo"
    # Facts about elements
    name: Final = NS + "name"
    printedNotation: Final = NS + "printedNotation"
    order: Final = NS + "order"
    shortLabel: Final = NS + "shortLabel"
    reading: Final = NS + "reading"
    mandalaOf: Final = NS + "mandalaOf"
    startYear: Final = NS + "startYear"
    endYear: Final = NS + "endYear"
    colour: Final = NS + "colour"
    unit: Final = NS + "unit"
    accumulation: Final = NS + "accumulation"
    betterWhen: Final = NS + "betterWhen"
    betterWhenReason: Final = NS + "betterWhenReason"
    # Facts about evidence
    basis: Final = NS + "basis"
    restsOn: Final = NS + "restsOn"
    byRule: Final = NS + "byRule"
    current: Final = NS + "current"
    role: Final = NS + "role"
    locator: Final = NS + "locator"
    rationale: Final = NS + "rationale"
    by: Final = NS + "by"
    confirmation: Final = NS + "confirmation"
    confirmedBy: Final = NS + "confirmedBy"
    confirmedOn: Final = NS + "confirmedOn"
    remark: Final = NS + "remark"
    ofElement: Final = NS + "ofElement"
    ofKind: Final = NS + "ofKind"
    text: Final = NS + "text"
    matchName: Final = NS + "matchName"
    ofIndicator: Final = NS + "ofIndicator"
    kind: Final = NS + "kind"
    year: Final = NS + "year"
    yearKind: Final = NS + "yearKind"
    asOf: Final = NS + "asOf"
    value: Final = NS + "value"
    scale: Final = NS + "scale"
    noValue: Final = NS + "noValue"
    note: Final = NS + "note"
    asPrinted: Final = NS + "asPrinted"
    corrected: Final = NS + "corrected"
    correctionReason: Final = NS + "correctionReason"
    assesses: Final = NS + "assesses"
    comparesTarget: Final = NS + "comparesTarget"
    comparesActual: Final = NS + "comparesActual"
    reportYear: Final = NS + "reportYear"
    status: Final = NS + "status"
    overview: Final = NS + "overview"
    evaluation: Final = NS + "evaluation"
    synergy: Final = NS + "synergy"
    nextDirection: Final = NS + "nextDirection"
    elementCount: Final = NS + "elementCount"
    scoredCount: Final = NS + "scoredCount"
    achievedCount: Final = NS + "achievedCount"
    # Closed lists of values
    Basis: Final = NS + "Basis"
    Stated: Final = NS + "Stated"
    Matched: Final = NS + "Matched"
    Estimated: Final = NS + "Estimated"
    Proposed: Final = NS + "Proposed"
    Derived: Final = NS + "Derived"
    Confirmation: Final = NS + "Confirmation"
    Unconfirmed: Final = NS + "Unconfirmed"
    Confirmed: Final = NS + "Confirmed"
    Disputed: Final = NS + "Disputed"
    OnHold: Final = NS + "OnHold"
    Status: Final = NS + "Status"
    Achieved: Final = NS + "Achieved"
    NotAchieved: Final = NS + "NotAchieved"
    NotScored: Final = NS + "NotScored"
    ValueKind: Final = NS + "ValueKind"
    Baseline: Final = NS + "Baseline"
    Target: Final = NS + "Target"
    Actual: Final = NS + "Actual"
    YearKind: Final = NS + "YearKind"
    FiscalYear: Final = NS + "FiscalYear"
    CalendarYear: Final = NS + "CalendarYear"
    Accumulation: Final = NS + "Accumulation"
    Cumulative: Final = NS + "Cumulative"
    PerYear: Final = NS + "PerYear"
    PerMonth: Final = NS + "PerMonth"
    Unstated: Final = NS + "Unstated"
    Direction: Final = NS + "Direction"
    Higher: Final = NS + "Higher"
    Lower: Final = NS + "Lower"
    NoValue: Final = NS + "NoValue"
    NoneYet: Final = NS + "NoneYet"
    NotPrinted: Final = NS + "NotPrinted"
    Role: Final = NS + "Role"
    Lead: Final = NS + "Lead"
    Economy: Final = NS + "Economy"
    Environment: Final = NS + "Environment"
    Society: Final = NS + "Society"


class RDF:
    """Terms of RDF that we use."""

    NS: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    type: Final = NS + "type"
    subject: Final = NS + "subject"
    predicate: Final = NS + "predicate"
    object: Final = NS + "object"


class SKOS:
    """Terms of SKOS that we use."""

    NS: Final = "http://www.w3.org/2004/02/skos/core#"
    prefLabel: Final = NS + "prefLabel"
    altLabel: Final = NS + "altLabel"
    notation: Final = NS + "notation"
    exactMatch: Final = NS + "exactMatch"


class DCTERMS:
    """Terms of DCMI Metadata Terms that we use."""

    NS: Final = "http://purl.org/dc/terms/"
    source: Final = NS + "source"
    date: Final = NS + "date"
    title: Final = NS + "title"
    description: Final = NS + "description"
    identifier: Final = NS + "identifier"
    isVersionOf: Final = NS + "isVersionOf"
    issued: Final = NS + "issued"
    type: Final = NS + "type"


class RDFS:
    """Terms of RDF Schema that we use."""

    NS: Final = "http://www.w3.org/2000/01/rdf-schema#"
    label: Final = NS + "label"


class SCHEMA:
    """Terms of schema.org by which the ontology says what a relation joins."""

    NS: Final = "https://schema.org/"
    domainIncludes: Final = NS + "domainIncludes"
    rangeIncludes: Final = NS + "rangeIncludes"


class PROV:
    """Terms of PROV-O that we use."""

    NS: Final = "http://www.w3.org/ns/prov#"
    wasDerivedFrom: Final = NS + "wasDerivedFrom"


class SDGO:
    """Terms of the UN SDG ontology; goals and targets are the UN's own IRIs."""

    NS: Final = "http://metadata.un.org/sdg/ontology#"
    Goal: Final = NS + "Goal"
    Target: Final = NS + "Target"
    isTargetOf: Final = NS + "isTargetOf"


class XSD:
    """Datatypes that we write."""

    NS: Final = "http://www.w3.org/2001/XMLSchema#"
    integer: Final = NS + "integer"
    decimal: Final = NS + "decimal"
    boolean: Final = NS + "boolean"
    date: Final = NS + "date"


#: The kind (`dcterms:type`) of a document that is a web page of the platform.
WEB_PAGE: Final = "platform-page"

SDG: Final = "http://metadata.un.org/sdg/"
RULE: Final = "https://w3id.org/plan-graph/rule/"

#: Prefixes of every file we write; those of the data follow, one per kind (`DATA_KINDS`).
PREFIXES: Final = {
    "pg": PG.NS,
    "rdf": RDF.NS,
    "rdfs": RDFS.NS,
    "skos": SKOS.NS,
    "dcterms": DCTERMS.NS,
    "prov": PROV.NS,
    "org": "http://www.w3.org/ns/org#",
    "sdgo": SDGO.NS,
    "sdg": SDG,
    "xsd": XSD.NS,
    "rule": RULE,
}

#: Class of an element to the kind in its IRI, in the order in which files and lists show them.
DATA_KINDS: Final = {
    PG.Municipality: "municipality",
    PG.Plan: "plan",
    PG.Mandala: "mandala",
    PG.SourceDocument: "document",
    PG.FutureImage: "future-image",
    PG.Vision: "vision",
    PG.RegionalIssue: "issue",
    PG.Theme: "theme",
    PG.Project: "project",
    PG.ProjectGoal: "goal",
    PG.BasicDirection: "direction",
    PG.BasicPolicy: "policy",
    PG.Measure: "measure",
    PG.Action: "action",
    PG.Programme: "programme",
    PG.Principle: "principle",
    PG.ViewPoint: "viewpoint",
    PG.RelatedPlan: "related-plan",
    PG.OutcomeGroup: "outcome-group",
    PG.Outcome: "outcome",
    PG.MandalaProject: "mandala-project",
    PG.MandalaItem: "mandala-item",
    PG.Actor: "actor",
    PG.Place: "place",
    PG.Resource: "resource",
    PG.Body: "body",
    PG.PlatformActivity: "activity",
    PG.Department: "department",
    PG.Indicator: "indicator",
    PG.Statistic: "statistic",
    PG.Unit: "unit",
    PG.Observation: "observation",
    PG.Assessment: "assessment",
    PG.PrintedTotal: "total",
    PG.PrintedValue: "value",
    PG.Wording: "wording",
    PG.Numbering: "numbering",
    PG.Link: "link",
}

#: Predicates that never stand in the graph without a Link that says why.
RELATIONS: Final = (
    PG.partOf,
    PG.serves,
    PG.addresses,
    PG.aimsAt,
    PG.contributesTo,
    PG.inTheme,
    PG.involves,
    PG.hasAspect,
    PG.responsible,
    PG.leader,
    PG.hasIndicator,
    PG.hasStatistic,
    PG.inPlan,
    PG.inProject,
    PG.continues,
    PG.succeeds,
    PG.memberOf,
    PG.unitOf,
    PG.drawnIn,
    PG.underPrinciple,
    PG.fromViewPoint,
    PG.refersTo,
)

#: Basis to its strength; the effective basis of a Link is never `pg:Derived`.
STRENGTH: Final = {PG.Stated: 4, PG.Matched: 3, PG.Estimated: 2, PG.Proposed: 1}

#: Name of a basis, as on the command line and in Python, to its IRI; the strongest first.
BASIS_NAMES: Final = {iri.removeprefix(PG.NS).lower(): iri for iri in STRENGTH}

#: Who an output is for: the public, or people of the office, who may see statuses by department.
AUDIENCES: Final = ("public", "office")
