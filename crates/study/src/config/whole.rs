//! The study as a whole: its identity, data, assumptions, robustness plan and report.

use std::collections::BTreeSet;

use super::{
    Acknowledgment, Analysis, AnswersSpec, Budget, Chain, Claim, CodingSpec, DataTable, Decision, Dimension,
    IndicatorTable, Listing, NcaSpec, Published, Recommendation, Robustness, SetSpec, Standards, Style, Survey,
    TableKind, Target, ThemeSpec, with_parts,
};
use crate::text::{Language, Text};

/// A checked study file.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// The id: lower-case letters, digits and hyphens.
    pub id: String,
    /// The title.
    pub title: Text,
    /// The origin of the data.
    pub provenance: Provenance,
    /// The literature.
    pub sources: Vec<Text>,
    /// Assumptions about information missing in the sources.
    pub assumptions: Vec<Assumption>,
    /// The tables, in the file's order.
    pub tables: Vec<DataTable>,
    /// The surveys, in the order of their tables.
    pub surveys: Vec<Survey>,
    /// The targets of sets, included ones first.
    pub targets: Vec<Target>,
    /// The sets, in the file's order, included ones first and only if used.
    pub sets: Vec<SetSpec>,
    /// The analyses in declared order, each followed by its negation.
    pub analyses: Vec<Analysis>,
    /// The necessary condition analyses in declared order.
    pub nca: Vec<NcaSpec>,
    /// The coincidence analyses in declared order.
    pub chains: Vec<Chain>,
    /// The codings, in the file's order.
    pub codings: Vec<CodingSpec>,
    /// The statements about answers, by survey.
    pub answers: Vec<AnswersSpec>,
    /// Indicators, by table.
    pub indicators: Vec<IndicatorTable>,
    /// The themes of interviews, in the file's order.
    pub themes: Vec<ThemeSpec>,
    /// The selection of cases.
    pub flow: Vec<FlowStage>,
    /// Published figures.
    pub published: Published,
    /// The study under named changes.
    pub alternatives: Vec<Alternative>,
    /// The claims.
    pub claims: Vec<Claim>,
    /// The robustness checks.
    pub robustness: Robustness,
    /// The work limits of a run.
    pub budget: Budget,
    /// The tables that the author writes, in the file's order.
    pub listings: Vec<Listing>,
    /// The recommendations.
    pub recommendations: Vec<Recommendation>,
    /// Words of the data files with what they mean in the languages of the report.
    pub translations: Vec<(String, Text)>,
    /// Languages and formats.
    pub report: ReportSpec,
    /// The part that the field's reporting standards play.
    pub standards: Standards,
    /// The concerns that the study acknowledges, in the file's order, each kind once.
    pub acknowledged: Vec<Acknowledgment>,
}

impl Study {
    /// The table of this name.
    pub fn table(&self, name: &str) -> Option<&DataTable> {
        self.tables.iter().find(|table| table.name == name)
    }

    /// The study with the sets and analyses of a variant, whose cases left out are no longer named for that.
    #[must_use]
    pub fn varied(mut self, variant: &Variant) -> Self {
        (self.sets, self.analyses) = (variant.sets.clone(), variant.analyses.clone());
        (self.nca, self.chains) = (variant.nca.clone(), variant.chains.clone());
        let keep = |cases: &mut Vec<String>| cases.retain(|case| !variant.drop_cases.contains(case));
        self.alternatives.iter_mut().for_each(|alternative| keep(&mut alternative.variant.drop_cases));
        let varied = self.robustness.multiverse.iter_mut().flat_map(|multiverse| &mut multiverse.vary);
        for dimension in varied.chain(self.claims.iter_mut().flat_map(|claim| &mut claim.across)) {
            let Dimension::List(decisions) = dimension else { continue };
            for decision in decisions {
                if let Decision::DropCases(cases) = decision {
                    keep(cases);
                }
            }
        }
        self
    }

    /// The sets that an analysis, a necessary condition analysis or a coincidence analysis uses, with the parts of
    /// composites.
    pub fn used_sets(&self) -> BTreeSet<&str> {
        let analysed = self.analyses.iter().flat_map(Analysis::sets);
        let used = analysed.chain(self.nca.iter().flat_map(NcaSpec::sets));
        let used = used.chain(self.chains.iter().flat_map(|chain| &chain.factors).map(String::as_str));
        with_parts(used.collect(), &self.sets)
    }

    /// True if the cases are the units of a panel: the sets used are scores in fixed periods.
    pub fn has_unit_cases(&self) -> bool {
        let used = self.used_sets();
        let is_fixed = |set: &SetSpec| set.time.as_ref().is_some_and(|time| time.at().is_some());
        self.sets.iter().any(|set| is_fixed(set) && used.contains(set.name.as_str()))
    }

    /// The tables of this kind, in the file's order.
    pub fn tables_of(&self, kind: TableKind) -> impl Iterator<Item = &DataTable> {
        self.tables.iter().filter(move |table| table.kind == kind)
    }

    /// The data files of the study, relative to `data/`: its tables, and settled scores of coders.
    pub fn data_files(&self) -> BTreeSet<&str> {
        let settled = self.codings.iter().filter_map(|coding| coding.consensus.as_deref());
        self.tables.iter().map(|table| table.file.as_str()).chain(settled).collect()
    }
}

/// The kinds of data provenance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Provenance {
    /// The authors' own data.
    Original,
    /// Data printed in a publication.
    Published,
    /// Data constructed to reproduce the findings of a publication.
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

/// An assumption of the study about information missing in the sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumption {
    /// The id.
    pub id: String,
    /// The keys of the study file that depend on it.
    pub about: Vec<String>,
    /// The assumption in words.
    pub text: Text,
}

/// One stage of the selection of literature or cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowStage {
    /// The id.
    pub id: String,
    /// The label in reports; the id if `None`.
    pub label: Option<Text>,
    /// The count at the start; `None` if not reported.
    pub n_in: Option<u64>,
    /// The exclusions.
    pub excluded: Excluded,
    /// The count at the end; `None` if not reported.
    pub n_out: Option<u64>,
    /// The unit counted, if it is no longer records ("cases").
    pub unit: Option<Text>,
    /// The reason.
    pub because: Option<Text>,
}

/// The known exclusions of a stage.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Excluded {
    /// None excluded.
    #[default]
    None,
    /// Not reported in the source.
    NotReported,
    /// A count without reasons.
    Total(u64),
    /// Counts by reason.
    Reasons(Vec<(String, u64)>),
}

/// The study under a named change.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    /// The id.
    pub id: String,
    /// The label in reports; the id if `None`.
    pub label: Option<Text>,
    /// The reason for the change.
    pub because: Option<Text>,
    /// The changed keys as `path: new value`, for the table of alternatives.
    pub changes: Vec<String>,
    /// The study with these changes; only the analyses concerned.
    pub variant: Variant,
}

/// The parts of a study that decisions change, as changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// All sets.
    pub sets: Vec<SetSpec>,
    /// The analyses; names as in the study.
    pub analyses: Vec<Analysis>,
    /// The necessary condition analyses.
    pub nca: Vec<NcaSpec>,
    /// The coincidence analyses.
    pub chains: Vec<Chain>,
    /// Cases left out.
    pub drop_cases: Vec<String>,
}

/// The output of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSpec {
    /// The languages, the main one first.
    pub languages: Vec<Language>,
    /// The formats.
    pub formats: Vec<Format>,
    /// The part of the report that is written.
    pub length: Length,
    /// The habits of the journal that it is written for.
    pub style: Style,
    /// Maximum number of cases that the page names individually, in lists or as dots.
    pub cases: usize,
    /// Parts of the page that the study replaces.
    pub blocks: Vec<TemplateUse>,
    /// Further documents.
    pub documents: Vec<TemplateUse>,
}

/// A template of the study, with its use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateUse {
    /// The block or the document.
    pub name: String,
    /// The file, relative to the folder of the study file, in its folder `templates/`.
    pub file: String,
}

impl ReportSpec {
    /// The maximum of `cases`: the size of a page grows with it.
    pub const MOST_CASES: usize = 100_000;
}

impl Default for ReportSpec {
    fn default() -> Self {
        Self {
            languages: vec!["en".to_owned()],
            formats: vec![Format::Html, Format::Markdown],
            length: Length::Full,
            style: Style::default(),
            cases: 1000,
            blocks: Vec::new(),
            documents: Vec::new(),
        }
    }
}

/// The length of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// The part that a paper prints: six tables and three figures at most.
    Paper,
    /// All of it.
    Full,
    /// All that a paper does not print, with numbers of its own.
    Supplement,
}

impl Length {
    /// All lengths.
    pub const ALL: [Self; 3] = [Self::Paper, Self::Full, Self::Supplement];

    /// The word in study files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Full => "full",
            Self::Supplement => "supplement",
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
    /// A PDF file per language, if a Typst compiler is available.
    Pdf,
    /// The tables as CSV, written by every run.
    Csv,
    /// The figures as SVG, written by every run.
    Svg,
    /// The figures also as PNG.
    Png,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 8] =
        [Self::Html, Self::Markdown, Self::Latex, Self::Docx, Self::Pdf, Self::Csv, Self::Svg, Self::Png];

    /// The name in study files.
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

    /// True if its files are committed and compared; others are rebuilt by every run.
    pub fn is_committed(self) -> bool {
        !matches!(self, Self::Docx | Self::Pdf | Self::Png)
    }
}
