//! Keys of the study as a whole.

use equifinal_study::config::{ConcernId, Documents};

use super::{
    ANALYSIS, ANSWERS, BUDGET, CHAIN, CLAIM, CODING, CONSTRUCT, FACTORS, FORMATS, INDICATOR, INSTRUMENT, Key,
    LANGUAGES, LENGTHS, LISTING, NCA, PUBLISHED, RECOMMENDATION, ROBUSTNESS, SET, STEP, STYLE, Shape, TARGET, THEME,
    Table,
};

const ID: Shape = Shape::Word(r"[\p{Alphabetic}0-9-]+");

/// The top level.
pub(crate) static STUDY: Table = Table {
    what: "table-study",
    keys: &[STUDY_KEYS],
    required: &["format", "id", "title", "provenance", "data"],
    unless: None,
    later: &[],
};

const STUDY_KEYS: &[Key] = &[
    Key("format", "The format of this file.", Shape::Choice(&["equifinal/study/1"])),
    Key("id", "The study's id: the folder of its report.", ID),
    Key("title", "The title, in at least one language.", Shape::Text),
    Key(
        "provenance",
        "Where the data come from; printed at the top of every report.",
        Shape::Choice(&["original", "published", "reconstructed", "synthetic"]),
    ),
    Key("sources", "The literature.", Shape::List(&Shape::Text, 0)),
    Key(
        "assumptions",
        "Suppositions where the sources are silent; printed. Required for reconstructed data.",
        Shape::List(&Shape::Keys(&ASSUMPTION), 0),
    ),
    Key(
        "data",
        "The tables by name, as files inside data/; `cases` is the one that sets take columns from.",
        Shape::Named(&Shape::Keys(&TABLE)),
    ),
    INSTRUMENTS,
    Key(
        "screening",
        "Which responses of a table are dropped or flagged, in this order.",
        Shape::Named(&Shape::List(&Shape::Keys(&STEP), 0)),
    ),
    Key("constructs", "Items that together measure one thing.", Shape::Named(&Shape::Keys(&CONSTRUCT))),
    Key(
        "factors",
        "How the items of a survey's constructs are explored for factors, by table.",
        Shape::Named(&Shape::Keys(&FACTORS)),
    ),
    Key("answers", "Statements about the answers to a survey, by table.", Shape::Named(&Shape::Keys(&ANSWERS))),
    Key("indicators", "Indicators over the years, by table.", Shape::Named(&Shape::Named(&Shape::Keys(&INDICATOR)))),
    Key(
        "themes",
        "Themes of interviews, by the name under which passages are coded.",
        Shape::Named(&Shape::Keys(&THEME)),
    ),
    Key(
        "coding",
        "Codings: coders' sheets that become one score a case and condition.",
        Shape::Named(&Shape::Keys(&CODING)),
    ),
    Key(
        "include",
        "Files of shared sets, targets and instruments, relative to the folder of this file and in its folder shared/.",
        Shape::List(&Shape::Word("shared/.+"), 0),
    ),
    TARGETS,
    SETS,
    Key("analyses", "The analyses, by name.", Shape::Named(&Shape::Keys(&ANALYSIS))),
    Key("nca", "Necessary condition analyses, by name.", Shape::Named(&Shape::Keys(&NCA))),
    Key("chains", "Coincidence analyses (CNA), by name.", Shape::Named(&Shape::Keys(&CHAIN))),
    Key("flow", "How literature or cases were selected, stage by stage.", Shape::List(&Shape::Keys(&FLOW_STAGE), 0)),
    Key("published", "Figures as the publication prints them, for the audit.", Shape::Keys(&PUBLISHED)),
    Key(
        "robustness",
        "The study again under other decisions, with other cases, or with other values.",
        Shape::Keys(&ROBUSTNESS),
    ),
    Key("budget", "How much work a run may do; what stops at a limit says so.", Shape::Keys(&BUDGET)),
    Key("claims", "Sentences of the paper that must go on holding.", Shape::List(&Shape::Keys(&CLAIM), 0)),
    Key(
        "listings",
        "Tables that the author writes, by name, such as a checklist or a crosswalk; printed as they stand.",
        Shape::Named(&Shape::Keys(&LISTING)),
    ),
    Key(
        "recommendations",
        "Recommendations, each with the claims and themes that it rests on.",
        Shape::List(&Shape::Keys(&RECOMMENDATION), 0),
    ),
    Key(
        "translations",
        "Words of the data files in the languages of the report: questions, answers, quotes, as they stand there.",
        Shape::Named(&Shape::Text),
    ),
    Key("report", "Languages and formats of the report.", Shape::Keys(&REPORT)),
    Key(
        "standards",
        "`true` checks the study against the field's reporting rules; false where absent.",
        Shape::OneOf(&[Shape::Truth, Shape::Keys(&STANDARDS)]),
    ),
    Key(
        "acknowledge",
        "Concerns that the study knows of and answers; they stay visible, with the reason.",
        Shape::List(&Shape::Keys(&ACKNOWLEDGMENT), 0),
    ),
];

/// The reporting rules.
pub(crate) static STANDARDS: Table = Table {
    what: "`standards`",
    keys: &[&[Key(
        "gate",
        "`true` makes `check` fail while a concern is neither removed nor acknowledged; false where absent.",
        Shape::Truth,
    )]],
    required: &["gate"],
    unless: None,
    later: &[],
};

/// An acknowledged concern.
pub(crate) static ACKNOWLEDGMENT: Table = Table {
    what: "table-acknowledged-concern",
    keys: &[&[
        Key("concern", "The concern, by its id in the report.", Shape::Choice(&ConcernId::NAMES)),
        Key("because", "Why the findings stand nevertheless.", Shape::Text),
    ]],
    required: &["concern", "because"],
    unless: None,
    later: &[],
};

const TARGETS: Key = Key(
    "targets",
    "Values that a policy sets, by name; sets take them as anchors.",
    Shape::Named(&Shape::Keys(&TARGET)),
);
const SETS: Key =
    Key("sets", "Every set that an analysis uses, by its name in expressions.", Shape::Named(&Shape::Keys(&SET)));

const INSTRUMENTS: Key =
    Key("instruments", "The codebook of a table of responses, by table.", Shape::Named(&Shape::Keys(&INSTRUMENT)));

/// The top level of a file that studies include.
pub(crate) static SHARED: Table = Table {
    what: "table-shared-file",
    keys: &[&[TARGETS, SETS, INSTRUMENTS]],
    required: &[],
    unless: None,
    later: &[],
};

/// An assumption about information missing in the sources.
pub(crate) static ASSUMPTION: Table = Table {
    what: "table-assumption",
    keys: &[&[
        Key("id", "The id.", ID),
        Key("about", "The keys of this file that rest on it.", Shape::List(&Shape::Word(".+"), 0)),
        Key("text", "The supposition.", Shape::Text),
    ]],
    required: &["id", "text"],
    unless: None,
    later: &[],
};

/// A table.
pub(crate) static TABLE: Table = Table {
    what: "table-table",
    keys: &[&[
        Key("file", "The file, relative to data/, with forward slashes.", Shape::Word(".+")),
        Key("id", "The column with the ids of the cases, respondents or periods.", Shape::Word(".+")),
        Key(
            "unit",
            "In place of `id`, for panel data: the column of the units. A case is a unit in a period, shown as \"unit · \
             time\".",
            Shape::Word(".+"),
        ),
        Key(
            "time",
            "The column of the periods of panel data: whole numbers, or dates as 2019-03 or 2019-03-31.",
            Shape::Word(".+"),
        ),
        Key(
            "wide",
            "In place of `time`, for panel data with one row a unit and one column a period: the columns and periods.",
            Shape::Keys(&WIDE),
        ),
        Key(
            "kind",
            "The kind of the rows; where absent, `cases` by that name, and responses where there is an instrument.",
            Shape::Choice(&["cases", "responses", "codings", "indicators", "passages"]),
        ),
        Key(
            "of",
            "The documents that passages are taken from; interviews where absent.",
            Shape::Choice(&Documents::NAMES),
        ),
        Key("format", "The platform of responses and its form of export; found out where absent.", Shape::Word(".+")),
        Key("sent", "How many questionnaires were sent out.", Shape::Count(1)),
        Key(
            "exclude",
            "Rows of the table of cases that are not cases of the study, by id, each with its reason: {全国: a total}. \
             Their cells are not read; the report prints them.",
            Shape::Named(&Shape::Text),
        ),
        Key("cluster", "The column that names the group of each case, such as its region.", Shape::Word(".+")),
        Key(
            "weight",
            "The column of the survey weights of the cases, each above 0. Weighted sums stand beside the unweighted; cases \
             are counted as they are, and nothing is decided by a weight.",
            Shape::Word(".+"),
        ),
        Key(
            "sheet",
            "The sheet of a workbook, by name or by number from 1; the first with a table where absent.",
            Shape::OneOf(&[Shape::Count(1), Shape::Word(".+")]),
        ),
        Key(
            "header_rows",
            "The lines of the file that make the column names, counted from 1 and joined by \" / \"; found, and said, \
             where absent.",
            Shape::List(&Shape::Count(1), 1),
        ),
        Key(
            "rows",
            "The lines of the file with the cases, each of which is one; found, and said, where absent.",
            Shape::Keys(&ROWS),
        ),
        Key(
            "missing",
            "Cells that mean \"not there\", besides empty ones; codes that SPSS and Stata files declare missing are \
             added.",
            Shape::List(&Shape::Word(".*"), 0),
        ),
    ]],
    required: &["file"],
    unless: None,
    later: &["wave", "encoding", "separator"],
};

/// The columns of a table with one row a unit.
pub(crate) static WIDE: Table = Table {
    what: "`wide`",
    keys: &[&[
        Key(
            "column",
            "The name of a column, with {name} for the column of a set and {time} for the period: \"{name}_{time}\". A \
             column without such names holds the same value in all periods.",
            Shape::Word(".+"),
        ),
        Key(
            "times",
            "The periods: whole numbers, or dates as 2019-03 or 2019-03-31.",
            Shape::List(&Shape::Word(".+"), 1),
        ),
    ]],
    required: &["column", "times"],
    unless: None,
    later: &[],
};

/// The lines of the rows of a table.
pub(crate) static ROWS: Table = Table {
    what: "`rows`",
    keys: &[&[
        Key("from", "The first line; the one after the column names where absent.", Shape::Count(1)),
        Key("to", "The last line; the last of the file where absent.", Shape::Count(1)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

const COUNT_OR_NOT_REPORTED: Shape = Shape::OneOf(&[Shape::Count(0), Shape::Choice(&["not reported"])]);

/// One stage of a selection.
pub(crate) static FLOW_STAGE: Table = Table {
    what: "table-stage-of-the-flow",
    keys: &[&[
        Key("id", "The id.", ID),
        Key("label", "The name in reports.", Shape::Text),
        Key("n_in", "How many came in.", COUNT_OR_NOT_REPORTED),
        Key(
            "excluded",
            "How many were excluded: a count, counts by reason, or `not reported`.",
            Shape::OneOf(&[Shape::Count(0), Shape::Choice(&["not reported"]), Shape::Named(&Shape::Count(0))]),
        ),
        Key("n_out", "How many went on.", COUNT_OR_NOT_REPORTED),
        Key("unit", "The thing counted from here on.", Shape::Text),
        Key("because", "Why.", Shape::Text),
    ]],
    required: &["id"],
    unless: None,
    later: &[],
};

/// The output of a run.
pub(crate) static REPORT: Table = Table {
    what: "`report`",
    keys: &[&[
        Key(
            "languages",
            "The languages, the leading one first; [en] where absent.",
            Shape::List(&Shape::Choice(LANGUAGES), 1),
        ),
        Key(
            "formats",
            "The formats; [html, md] where absent. Tables as CSV and figures as SVG are always written.",
            Shape::List(&Shape::Choice(FORMATS), 1),
        ),
        Key(
            "length",
            "The part of the report that is written: `paper` (six tables and three figures at most), `supplement` (all \
             that a paper does not print, numbered S1 and so on), or `full`, which is taken where absent.",
            Shape::Choice(LENGTHS),
        ),
        Key(
            "style",
            "The habits of a journal, which every format follows: `apa`, `healthpolicy_zh`, NAME for the file \
             styles/NAME.yaml beside the study, or the keys of such a file.",
            Shape::OneOf(&[Shape::Word("[A-Za-z0-9_-]+"), Shape::Keys(&STYLE)]),
        ),
        Key(
            "cases",
            "The most cases that the page names one by one, in a list or as dots of a drawing; 1000 where absent, at \
             most 100000.",
            Shape::Count(1),
        ),
        Key("templates", "Templates of the study's own, from the folder templates/.", Shape::Keys(&TEMPLATES)),
    ]],
    required: &[],
    unless: None,
    later: &[],
};

/// Templates of a study's own.
pub(crate) static TEMPLATES: Table = Table {
    what: "`templates`",
    keys: &[&[
        Key(
            "blocks",
            "Parts of the page written anew, by name; `equifinal template list` names them.",
            Shape::Named(&Shape::Word(r"templates/[^/\\:]+\.html")),
        ),
        Key(
            "documents",
            "Further documents, by name: each becomes report.LANGUAGE.NAME with the ending of its template.",
            Shape::Named(&Shape::Word(r"templates/[^/\\:]+\.(html|md|tex)")),
        ),
    ]],
    required: &[],
    unless: None,
    later: &[],
};
