//! Decisions that cannot be applied: under them nothing is found, and nothing is lost.

use equifinal_calibrate::error::{CalibrateError, CalibrateErrors};
use equifinal_qca::findings::Findings;
use equifinal_qca::{QcaError, Refuted};
use equifinal_study::config::{Dimension, Study};
use equifinal_study::message::Message;
use equifinal_study::names::meant;
use equifinal_study::table::CaseTable;
use equifinal_study::{say, worded};

/// A case to leave out that is not in the table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct UnknownCase {
    /// The file of the cases.
    file: String,
    /// The name.
    case: String,
    /// The place in the study that names it; empty if unknown.
    under: Box<Message>,
    /// The most similar case, or the list of cases.
    hint: Box<Message>,
}

impl UnknownCase {
    /// The entries of `dropped` that are not in the table, with the place in the study that names them.
    fn among<'a>(dropped: &'a [String], table: &'a CaseTable, under: &'a Message) -> impl Iterator<Item = Self> + 'a {
        dropped.iter().filter(|id| !table.cases.contains(id)).map(move |case| Self {
            file: table.file.clone(),
            case: case.clone(),
            under: Box::new(under.clone()),
            hint: Box::new(hint(case, table)),
        })
    }

    /// The first entry of `dropped` that is not in the table.
    pub(crate) fn first(dropped: &[String], table: &CaseTable) -> Option<Self> {
        Self::among(dropped, table, &Message::empty()).next()
    }
}

/// The reason why a case is not in the table: the study's own, or a similar name.
fn hint(case: &str, table: &CaseTable) -> Message {
    let Some(excluded) = table.excluded.iter().find(|excluded| excluded.case == case) else {
        return meant(case, table.cases.iter().map(String::as_str));
    };
    let because = excluded.because.in_language("en").map_or("", |because| because.words);
    say!("already-excluded", because)
}

/// All cases that an alternative, the multiverse, a claim or a choice of cases leaves out and that are not in the table.
pub fn unknown_cases(study: &Study, table: &CaseTable) -> Vec<UnknownCase> {
    let mut unknown = Vec::new();
    for alternative in &study.alternatives {
        let under = say!("under-alternative", alternative = alternative.id);
        unknown.extend(UnknownCase::among(&alternative.variant.drop_cases, table, &under));
    }
    let mut add = |dimensions: &[Dimension], under: &Message| {
        for decision in dimensions.iter().flat_map(Dimension::listed) {
            unknown.extend(UnknownCase::among(decision.dropped_cases(), table, under));
        }
    };
    if let Some(multiverse) = &study.robustness.multiverse {
        add(&multiverse.vary, &say!("under-multiverse"));
    }
    for claim in &study.claims {
        add(&claim.across, &say!("under-claim", claim = claim.id));
    }
    // A negation has the choice of the analysis that it negates.
    for analysis in study.analyses.iter().filter(|analysis| analysis.negates.is_none()) {
        for studied in analysis.case_selection.iter().flat_map(|selection| &selection.studied) {
            let under = say!("under-studied", analysis = analysis.name, line = studied.line);
            unknown.extend(UnknownCase::among(std::slice::from_ref(&studied.case), table, &under));
        }
    }
    unknown
}

/// The reasons why decisions cannot be applied.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Impossible {
    /// A case to leave out does not exist.
    Case(#[from] UnknownCase),
    /// A set cannot be calibrated.
    Calibration(#[from] CalibrateErrors),
    /// The analysis cannot be run.
    Analysis(#[from] QcaError),
    /// The study has no such analysis.
    NoAnalysis {
        /// The position, from 0.
        position: usize,
        /// Number of analyses.
        analyses: usize,
    },
}

/// The findings of an analysis, or the reason why it cannot be run.
///
/// # Errors
/// A solution that the independent check rejects is not a result of the analysis.
pub(crate) fn unless_refuted(found: Result<Findings, QcaError>) -> Result<Result<Findings, Impossible>, Refuted> {
    match found {
        Err(QcaError::Refuted(refuted)) => Err(refuted),
        found => Ok(found.map_err(Impossible::from)),
    }
}

/// The kinds of reasons why decisions cannot be applied, for counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// A case to leave out does not exist.
    UnknownCase,
    /// The anchors of a set neither rise nor fall.
    AnchorsOutOfOrder,
    /// Percentiles of a set coincide.
    AnchorsCoincide,
    /// A set cannot be calibrated for another reason.
    Calibration,
    /// All conditions are left out.
    NoConditions,
    /// No case is left.
    NoCases,
    /// A membership is near 0.5 and the study refuses that.
    AtCrossover,
    /// Any other refusal of an analysis.
    Analysis,
}

impl Ground {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::UnknownCase,
        Self::AnchorsOutOfOrder,
        Self::AnchorsCoincide,
        Self::Calibration,
        Self::NoConditions,
        Self::NoCases,
        Self::AtCrossover,
        Self::Analysis,
    ];

    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::UnknownCase => "unknown_case",
            Self::AnchorsOutOfOrder => "anchors_out_of_order",
            Self::AnchorsCoincide => "anchors_coincide",
            Self::Calibration => "calibration",
            Self::NoConditions => "no_conditions",
            Self::NoCases => "no_cases",
            Self::AtCrossover => "at_crossover",
            Self::Analysis => "analysis",
        }
    }

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|ground| ground.name() == name)
    }
}

impl Impossible {
    /// One set that cannot be calibrated.
    pub(crate) fn set(table: &CaseTable, error: CalibrateError) -> Self {
        Self::Calibration(CalibrateErrors { file: table.file.clone(), errors: vec![error] })
    }

    /// The kind of reason.
    pub fn ground(&self) -> Ground {
        match self {
            Self::Case(_) => Ground::UnknownCase,
            Self::Calibration(errors) => match errors.errors.first() {
                Some(CalibrateError::AnchorsOutOfOrder { .. }) => Ground::AnchorsOutOfOrder,
                Some(CalibrateError::AnchorsCoincide { .. }) => Ground::AnchorsCoincide,
                _ => Ground::Calibration,
            },
            Self::Analysis(QcaError::NoConditions { .. }) => Ground::NoConditions,
            Self::Analysis(QcaError::NoCases { .. }) => Ground::NoCases,
            Self::Analysis(QcaError::AtCrossover { .. }) => Ground::AtCrossover,
            Self::Analysis(_) | Self::NoAnalysis { .. } => Ground::Analysis,
        }
    }
}

/// The first of several errors, one per line, for a table cell.
fn first_of(errors: &CalibrateErrors) -> Message {
    let lines = errors.lines();
    match lines.split_first() {
        Some((first, others)) if !others.is_empty() => say!("first-of", first, more = others.len()),
        Some((first, _)) => first.clone(),
        None => Message::empty(),
    }
}

impl UnknownCase {
    /// The message for the user.
    pub fn message(&self) -> Message {
        let Self { file, case, under, hint } = self;
        say!("unknown-case", file, case, under, hint)
    }
}

impl Impossible {
    /// The message for the user.
    pub fn message(&self) -> Message {
        match self {
            Self::Case(source) => source.message(),
            Self::Calibration(value) => first_of(value),
            Self::Analysis(source) => source.message(),
            Self::NoAnalysis { position, analyses } => say!("no-analysis", position, analyses),
        }
    }
}

worded!(UnknownCase, Impossible);
