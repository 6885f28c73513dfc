//! The way from a study to its report: config → ingest → measure → calibrate → qca → robustness → report.

use equifinal_calibrate::{calibrate, diagnose};
use equifinal_measure::audit::Check;
use equifinal_measure::numbers::numbers;
use equifinal_qca::findings::{Findings, Model};
use equifinal_qca::{Budget, QcaError, analyse};
use equifinal_report::{ClaimVerdict, Input, Registration, warnings};
use equifinal_robustness::alternatives::alternatives;
use equifinal_robustness::claims::{Record, Setting, judge};
use equifinal_robustness::crossover::other_side;
use equifinal_robustness::impossible::unknown_cases;
use equifinal_robustness::laboratory::investigate;
use equifinal_robustness::scenario::without;
use equifinal_study::config::{Analysis, Study};
use equifinal_study::memberships::Memberships;
use equifinal_study::table::CaseTable;
use rayon::prelude::*;

use crate::audit::audited;
use crate::evidence::gather;
use crate::faces::{Faces, faces, results};
use crate::failure::Failure;
use crate::output::Output;
use crate::template::{TemplateFiles, timed};

/// The stages, for progress.
pub(crate) const STAGES: [&str; 5] = ["reading cases", "calibrating", "analysing", "varying", "writing"];

/// What a study came to.
#[derive(Debug)]
pub(crate) struct Rendered {
    /// The files of the report.
    pub(crate) outputs: Vec<Output>,
    /// The interpreted solution of each analysis, a line each.
    pub(crate) solutions: Vec<String>,
    /// What became of each claim.
    pub(crate) claims: Vec<ClaimVerdict>,
    /// What must be known before the results are trusted.
    pub(crate) warnings: Vec<String>,
    /// The version of the Typst compiler that made the PDF files; nothing where there are none.
    pub(crate) typst: Option<String>,
}

/// What of a report is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// Everything that the study asks for.
    Whole,
    /// What is committed and compared.
    Committed,
    /// `results.json` alone.
    Results,
}

/// What a run decides otherwise than the study file; the study that it is given has the rest already.
#[derive(Debug, Default)]
pub(crate) struct Otherwise {
    /// The decisions.
    pub(crate) setting: Option<Setting>,
    /// Cases left out.
    pub(crate) dropped: Vec<String>,
}

/// What runs one analysis.
pub(crate) type Engine = fn(&Analysis, &Memberships, &Budget) -> Result<Findings, QcaError>;

/// Runs a study, with templates of its own, decided `otherwise`, its analyses by `engine`; `read` gives the bytes of a
/// file of data, `registration` is asked when all are read, and `stage` is told of each of [`STAGES`].
pub(crate) fn render(
    (study, templates): (&Study, &TemplateFiles),
    otherwise: &Otherwise,
    part: Part,
    registration: impl FnOnce() -> Option<Registration>,
    engine: Engine,
    read: impl Fn(&str) -> Result<Vec<u8>, Failure>,
    stage: impl Fn(&'static str),
) -> Result<Rendered, Failure> {
    let [reading, calibrating, analysing, varying, writing] = STAGES;
    stage(reading);
    let mut evidence = gather(study, read)?;
    if !otherwise.dropped.is_empty() {
        evidence.cases = without(&evidence.cases, &otherwise.dropped).map_err(|unknown| vec![unknown])?;
    }
    check_cases(study, &evidence.cases)?;
    let (table, registration) = (&evidence.cases, registration());
    stage(calibrating);
    let calibrated = calibrate(table, &study.sets)?;
    let diagnosis = diagnose(study, table, &calibrated);
    let memberships = &calibrated.memberships;
    stage(analysing);
    let findings = findings(study, memberships, engine)?;
    stage(varying);
    let (alternatives, other_side) = rayon::join(
        || alternatives(study, table, &findings),
        || other_side(memberships, &findings, &Budget::from(&study.budget)),
    );
    let (alternatives, other_side) = (alternatives?, other_side?);
    let audit = audited(study, table, memberships, &findings);
    let tried = investigate(study, table, &findings, &alternatives);
    let claims = judge(Record {
        study,
        table,
        memberships,
        findings: &findings,
        alternatives: &alternatives,
        multiverse: tried.multiverse.as_ref(),
        numbers: &numbers(study, &evidence),
    })?;
    stage(writing);
    let templates = timed(templates);
    let input = Input {
        study,
        setting: otherwise.setting.as_ref(),
        evidence: &evidence,
        memberships,
        diagnoses: &calibrated.diagnoses,
        diagnosis: &diagnosis,
        findings: &findings,
        alternatives: &alternatives,
        other_side: &other_side,
        audit: &audit,
        claims: &claims,
        registration: registration.as_ref(),
        templates: &templates,
        tried: &tried,
    };
    written(&input, part)
}

/// Refuses cases that are to be left out and are not there.
pub(crate) fn check_cases(study: &Study, table: &CaseTable) -> Result<(), Failure> {
    let unknown = unknown_cases(study, table);
    if unknown.is_empty() { Ok(()) } else { Err(unknown.into()) }
}

/// The report of what was found.
fn written(input: &Input<'_>, part: Part) -> Result<Rendered, Failure> {
    let Faces { outputs, missing, typst } = match part {
        Part::Results => Faces { outputs: vec![results(input)?], ..Faces::default() },
        Part::Whole | Part::Committed => faces(input, part == Part::Committed)?,
    };
    let solutions = input.findings.iter().map(solution).collect();
    let warnings = warnings(input)?.into_iter().chain(missing).collect();
    let claims = equifinal_report::verdicts(input)?;
    Ok(Rendered { outputs, solutions, claims, warnings, typst })
}

/// The memberships of a study's sets; `read` gives the bytes of a file of data.
pub(crate) fn memberships(
    study: &Study,
    read: impl Fn(&str) -> Result<Vec<u8>, Failure>,
) -> Result<Memberships, Failure> {
    Ok(calibrate(&gather(study, read)?.cases, &study.sets)?.memberships)
}

/// What the rules say of a study's published figures.
pub(crate) fn audit(study: &Study, read: impl Fn(&str) -> Result<Vec<u8>, Failure>) -> Result<Vec<Check>, Failure> {
    let evidence = gather(study, read)?;
    let memberships = calibrate(&evidence.cases, &study.sets)?.memberships;
    let findings = findings(study, &memberships, analyse)?;
    Ok(audited(study, &evidence.cases, &memberships, &findings))
}

/// The findings of every analysis, or all that keeps them away: first what the program finds wrong with itself, else
/// everything that the data refuse.
pub(crate) fn findings(study: &Study, memberships: &Memberships, engine: Engine) -> Result<Vec<Findings>, Failure> {
    let budget = Budget::from(&study.budget);
    let outcomes: Vec<_> = study.analyses.par_iter().map(|analysis| engine(analysis, memberships, &budget)).collect();
    let mut findings = Vec::with_capacity(outcomes.len());
    let (mut refuted, mut errors) = (Vec::new(), Vec::new());
    for outcome in outcomes {
        match outcome {
            Ok(found) => findings.push(found),
            Err(QcaError::Refuted(solution)) => refuted.push(solution),
            Err(error) => errors.push(error),
        }
    }
    match (refuted.is_empty(), errors.is_empty()) {
        (false, _) => Err(Failure::Refuted(refuted)),
        (true, false) => Err(Failure::Analyses(errors)),
        (true, true) => Ok(findings),
    }
}

/// The first model of the interpreted solution, or why there is none.
fn solution(findings: &Findings) -> String {
    let analysis = &findings.analysis;
    let (name, kind) = (&analysis.name, analysis.interpret);
    let outcome = &analysis.outcome;
    match findings.solution(kind) {
        Err(refusal) => format!("{name}: no {} solution: {refusal}", kind.name()),
        Ok(solution) => {
            let model = solution.models.first().map_or_else(String::new, |model| formula(findings, model));
            let more = match solution.model_count {
                0 | 1 => String::new(),
                count => format!(", first of {}{count} models", if solution.count_is_exact { "" } else { "at least " }),
            };
            format!("{name}: {model} => {outcome} ({}{more})", kind.name())
        }
    }
}

/// Longer solutions are for the report to print.
const TERMS_SHOWN: usize = 12;

fn formula(findings: &Findings, model: &Model) -> String {
    let mut terms: Vec<String> = model.paths.iter().map(|path| findings.write_term(&path.term)).collect();
    if terms.len() > TERMS_SHOWN {
        let more = terms.split_off(TERMS_SHOWN).len();
        terms.push(format!("... {more} more"));
    }
    terms.join(" + ")
}
