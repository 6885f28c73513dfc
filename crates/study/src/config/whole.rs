//! The study as a whole: its identity, data, assumptions, robustness plan and report.

use std::collections::BTreeSet;

use super::{
    Analysis, AnswersSpec, Budget, Claim, CodingSpec, DataTable, Dimension, IndicatorTable, Published, Robustness,
    SetSpec, Survey, TableKind, Target, ThemeSpec,
};
use crate::text::{Language, Text};

/// A checked study file.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// The id: lower-case letters, digits and hyphens.
    pub id: String,
    /// The title.
    pub title: Text,
    /// Where the data come from.
    pub provenance: Provenance,
    /// The literature.
    pub sources: Vec<Text>,
    /// What the sources do not say.
    pub assumptions: Vec<Assumption>,
    /// The tables, in the file's order.
    pub tables: Vec<DataTable>,
    /// The surveys, in the order of their tables.
    pub surveys: Vec<Survey>,
    /// The targets that sets are measured against, included ones first.
    pub targets: Vec<Target>,
    /// The sets, in the file's order, included ones first; of these only the ones that the study uses.
    pub sets: Vec<SetSpec>,
    /// The analyses in declared order, each negation right after its own.
    pub analyses: Vec<Analysis>,
    /// The codings, in the file's order.
    pub codings: Vec<CodingSpec>,
    /// What is told of answers, survey by survey.
    pub answers: Vec<AnswersSpec>,
    /// Indicators, table by table.
    pub indicators: Vec<IndicatorTable>,
    /// The themes of interviews, in the file's order.
    pub themes: Vec<ThemeSpec>,
    /// How cases were found.
    pub flow: Vec<FlowStage>,
    /// What a publication prints.
    pub published: Published,
    /// The study again under named changes.
    pub alternatives: Vec<Alternative>,
    /// What must go on holding.
    pub claims: Vec<Claim>,
    /// What else is tried.
    pub robustness: Robustness,
    /// How much work a run may do.
    pub budget: Budget,
    /// Languages and formats.
    pub report: ReportSpec,
    /// Whether the study is checked against the field's reporting rules.
    pub standards: bool,
}

impl Study {
    /// The table of this name.
    pub fn table(&self, name: &str) -> Option<&DataTable> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// Takes these cases, which are left out already, out of everything that leaves cases out.
    pub fn forget_cases(&mut self, left_out: &[String]) {
        let keep = |cases: &mut Vec<String>| cases.retain(|case| !left_out.contains(case));
        self.alternatives.iter_mut().for_each(|alternative| keep(&mut alternative.drop_cases));
        for dimension in self.robustness.multiverse.iter_mut().flat_map(|multiverse| &mut multiverse.vary) {
            if let Dimension::DropCases(groups) = dimension {
                groups.iter_mut().for_each(keep);
            }
        }
    }

    /// The tables of this kind, in the file's order.
    pub fn tables_of(&self, kind: TableKind) -> impl Iterator<Item = &DataTable> {
        self.tables.iter().filter(move |table| table.kind == kind)
    }

    /// The files of data that the study names, relative to `data/`: its tables, and what coders settled.
    pub fn data_files(&self) -> BTreeSet<&str> {
        let settled = self.codings.iter().filter_map(|coding| coding.consensus.as_deref());
        self.tables.iter().map(|table| table.file.as_str()).chain(settled).collect()
    }
}

/// Where the data of a study come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provenance {
    /// The authors' own data.
    Original,
    /// Data that a publication prints.
    Published,
    /// Data made to give the findings of a publication.
    Reconstructed,
    /// Invented data.
    Synthetic,
}

impl Provenance {
    /// The name in study files and results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Published => "published",
            Self::Reconstructed => "reconstructed",
            Self::Synthetic => "synthetic",
        }
    }
}

/// Something that the sources do not say and the study supposes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumption {
    /// The id.
    pub id: String,
    /// The keys of the study file that rest on it.
    pub about: Vec<String>,
    /// The words.
    pub text: Text,
}

/// One stage of the search for literature or cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowStage {
    /// The id.
    pub id: String,
    /// The name in reports; the id where absent.
    pub label: Option<Text>,
    /// How many came in; nothing where not reported.
    pub n_in: Option<u64>,
    /// How many were excluded.
    pub excluded: Excluded,
    /// How many went on; nothing where not reported.
    pub n_out: Option<u64>,
    /// What is counted, where it is no longer records ("cases").
    pub unit: Option<Text>,
    /// Why.
    pub because: Option<Text>,
}

/// What is known of the records that a stage excluded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Excluded {
    /// The stage excludes none.
    #[default]
    None,
    /// The source does not say.
    NotReported,
    /// A count without reasons.
    Total(u64),
    /// Counts by reason.
    Reasons(Vec<(String, u64)>),
}

/// The study again under a named change.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// The id.
    pub id: String,
    /// The name in reports; the id where absent.
    pub label: Option<Text>,
    /// Why the change is worth a look.
    pub because: Option<Text>,
    /// The changed keys as `path: new value`, for the table of alternatives.
    pub changes: Vec<String>,
    /// Every set, changed ones included.
    pub sets: Vec<SetSpec>,
    /// The analyses that the change concerns, changed; names as in the study.
    pub analyses: Vec<Analysis>,
    /// Cases left out.
    pub drop_cases: Vec<String>,
}

/// What a run writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSpec {
    /// The languages, the first one leading.
    pub languages: Vec<Language>,
    /// The formats.
    pub formats: Vec<Format>,
    /// The most cases that the page names one by one, in a list or as dots of a drawing.
    pub cases: usize,
    /// Parts of the page that the study writes anew.
    pub blocks: Vec<TemplateUse>,
    /// Further documents.
    pub documents: Vec<TemplateUse>,
}

/// A template of a study's own and what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateUse {
    /// The block or the document.
    pub name: String,
    /// The file, relative to the folder of the study file, in its folder `templates/`.
    pub file: String,
}

impl ReportSpec {
    /// The most cases that a study may have named one by one: a page of dots and names grows with them.
    pub const MOST_CASES: usize = 100_000;
}

impl Default for ReportSpec {
    fn default() -> Self {
        Self {
            languages: vec!["en".to_owned()],
            formats: vec![Format::Html, Format::Markdown],
            cases: 1000,
            blocks: Vec::new(),
            documents: Vec::new(),
        }
    }
}

/// A format of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    /// One self-contained page with all languages.
    Html,
    /// A Markdown file per language.
    Markdown,
    /// A LaTeX file per language, for XeLaTeX or LuaLaTeX.
    Latex,
    /// A Word file per language.
    Docx,
    /// A PDF file per language, where a Typst compiler is at hand.
    Pdf,
    /// The tables as CSV, which every run writes.
    Csv,
    /// The figures as SVG, which every run writes.
    Svg,
    /// The figures as PNG too.
    Png,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Html, Self::Markdown, Self::Latex, Self::Docx, Self::Pdf, Self::Csv, Self::Svg, Self::Png];

    /// As study files write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Latex => "tex",
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Csv => "csv",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// Whether its files are committed with the study and compared; the others are built again by every run.
    pub fn is_committed(self) -> bool {
        !matches!(self, Self::Docx | Self::Pdf | Self::Png)
    }
}
