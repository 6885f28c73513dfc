//! Decisions that cannot be carried out: nothing is found under them, and nothing is lost.

use equifinal_calibrate::error::{CalibrateError, CalibrateErrors};
use equifinal_qca::findings::Findings;
use equifinal_qca::{QcaError, Refuted};
use equifinal_study::config::{Dimension, Study};
use equifinal_study::names::meant;
use equifinal_study::table::CaseTable;

/// A case that decisions leave out and that the table does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file} holds no case `{case}` to leave out{under}{hint}")]
pub struct UnknownCase {
    /// The file of the cases.
    file: String,
    /// The name.
    case: String,
    /// Where the study names it; empty where that is not known.
    under: String,
    /// The case that is likely meant, or those that there are.
    hint: String,
}

impl UnknownCase {
    /// Those of `dropped` that are no case of the table, with the place where the study names them.
    fn among<'a>(dropped: &'a [String], table: &'a CaseTable, under: &'a str) -> impl Iterator<Item = Self> + 'a {
        dropped.iter().filter(|id| !table.cases.contains(id)).map(move |case| Self {
            file: table.file.clone(),
            case: case.clone(),
            under: under.to_owned(),
            hint: meant(case, table.cases.iter().map(String::as_str)),
        })
    }

    /// The first of `dropped` that is no case of the table.
    pub(crate) fn first(dropped: &[String], table: &CaseTable) -> Option<Self> {
        Self::among(dropped, table, "").next()
    }
}

/// Every case that an alternative or the multiverse of a study leaves out and that the table does not hold.
pub fn unknown_cases(study: &Study, table: &CaseTable) -> Vec<UnknownCase> {
    let mut unknown = Vec::new();
    for alternative in &study.alternatives {
        let under = format!(", as the alternative `{}` does under `drop_cases`", alternative.id);
        unknown.extend(UnknownCase::among(&alternative.drop_cases, table, &under));
    }
    for dimension in study.robustness.multiverse.iter().flat_map(|multiverse| &multiverse.vary) {
        let Dimension::DropCases(groups) = dimension else { continue };
        let under = ", as `multiverse: vary: drop_cases` does";
        groups.iter().for_each(|group| unknown.extend(UnknownCase::among(group, table, under)));
    }
    unknown
}

/// Why decisions cannot be carried out.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Impossible {
    /// A case is left out that is not there.
    #[error(transparent)]
    Case(#[from] UnknownCase),
    /// A set cannot be calibrated so.
    #[error("{}", first_of(&.0.to_string()))]
    Calibration(#[from] CalibrateErrors),
    /// The analysis cannot be run so.
    #[error(transparent)]
    Analysis(#[from] QcaError),
    /// The study has no such analysis.
    #[error("there is no analysis at position {position}: the study has {analyses}")]
    NoAnalysis {
        /// The position, from 0.
        position: usize,
        /// How many analyses there are.
        analyses: usize,
    },
}

/// What an analysis found, or why it cannot be run so.
///
/// # Errors
/// A solution that the program's own check rejects is no result of the analysis.
pub(crate) fn unless_refuted(found: Result<Findings, QcaError>) -> Result<Result<Findings, Impossible>, Refuted> {
    match found {
        Err(QcaError::Refuted(refuted)) => Err(refuted),
        found => Ok(found.map_err(Impossible::from)),
    }
}

/// The kind of reason why decisions cannot be carried out, for counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// A case is left out that is not there.
    UnknownCase,
    /// The anchors of a set neither rise nor fall.
    AnchorsOutOfOrder,
    /// Percentiles of a set fall on one value.
    AnchorsCoincide,
    /// A set cannot be calibrated for another reason.
    Calibration,
    /// Every condition is left out.
    NoConditions,
    /// No case is left.
    NoCases,
    /// A membership is near 0.5 and the study refuses that.
    AtCrossover,
    /// Anything else that an analysis refuses.
    Analysis,
}

impl Ground {
    /// All of them.
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

    /// The one of this name.
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

/// The first of several errors, one a line: a reason stands in a cell of a table.
fn first_of(errors: &str) -> String {
    match errors.lines().count() {
        0 | 1 => errors.to_owned(),
        several => format!("{}, and {} more", errors.lines().next().unwrap_or_default(), several - 1),
    }
}
