//! The command `run`: studies into reports.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use equifinal_engine::{Analyse, Edition, Engine, Otherwise, Part, Stage, World};
use equifinal_qca::analyse;
use equifinal_report::ClaimVerdict;
use equifinal_robustness::claims::Setting;
use equifinal_study::config::Study;

use crate::args::{Only, Run};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::ledger::Place;
use crate::manifest::{MadeFrom, manifest};
use crate::plan::decisions;
use crate::progress::{Progress, Watched};
use crate::template::{self, timed};
use crate::{complain, output, pdf, say, site, study_file};

/// Runs every study. One that fails does not keep the others from their reports; its exit code, or that of the
/// first such, is the command's.
pub(crate) fn run(args: &Run, progress: &Progress) -> Exit {
    run_by(analyse, args, progress)
}

/// The same, with the analyses done by `analyse`.
fn run_by(analyse: Analyse, args: &Run, progress: &Progress) -> Exit {
    progress.expect(args.studies.len() * Stage::ALL.len());
    let mut exit = Exit::Fine;
    let mut written = Vec::new();
    for path in &args.studies {
        let said = run_study(path, args, analyse, &mut written, progress);
        if let Err(failure) = said.and_then(|lines| progress.aside(|| say(&lines))) {
            let which = match failure.exit() {
                Exit::DataRefused => format!("{}: the data are refused\n", path.display()),
                Exit::Bug => format!("{}: not run to its end\n", path.display()),
                _ => String::new(),
            };
            progress.aside(|| complain(&format!("{which}{failure}")));
            if exit == Exit::Fine {
                exit = failure.exit();
            }
        }
    }
    match index(args, &written) {
        Err(failure) => {
            complain(&failure.to_string());
            if exit == Exit::Fine { failure.exit() } else { exit }
        }
        Ok(()) => exit,
    }
}

/// Writes the page of all reports beside those written: of every folder of reports, and of `--out` where it is one.
fn index(args: &Run, written: &[PathBuf]) -> Result<(), Failure> {
    if args.out.is_some() && args.studies.len() == 1 {
        return Ok(());
    }
    let folders: BTreeSet<&Path> = written.iter().filter_map(|report| report.parent()).collect();
    folders.into_iter().filter(|folder| folder.exists()).try_for_each(site::write)
}

/// Runs one study and says where its report is. `written` are the folders of the studies before.
fn run_study(
    path: &Path,
    args: &Run,
    analyse: Analyse,
    written: &mut Vec<PathBuf>,
    progress: &Progress,
) -> Result<String, Failure> {
    let (mut study, normal_form) = study_file::read_with_normal_form(path)?;
    let data = study_file::data_folder(path, args.data.as_ref())?;
    let target = target(args, path, &study)?;
    if written.contains(&target) {
        let (path, target) = (path.display(), target.display());
        return Err(Failure::Usage(format!(
            "{path}: another study of this run has the id `{}` and its report in {target}",
            study.id
        )));
    }
    written.push(target.clone());
    let otherwise = decided(args.with.as_ref(), &mut study)?;
    let templates = template::of_study(path, &study)?;
    // Held from reading the ledger to replacing the report, which tells how many lines it has. A run beside the reports
    // counts too: its results are seen.
    let registered = Place::of(path, &study.id)?;
    let held = registered.hold()?;
    let mut ledger = registered.read(decisions(&normal_form, args.with.as_ref()))?;
    let study = Arc::new(study);
    let watched = Watched { data: &data, study: &study.id, progress };
    let found = Engine::by(analyse).run(&study, &otherwise, &watched)?;
    let registration = ledger.as_ref().map(|ledger| ledger.registration(&found.inputs));
    let edition = Edition { templates: timed(&templates), registration };
    watched.begins(Stage::Writing);
    let report = found.report(&edition, args.only.map_or(Part::Whole, |Only::Results| Part::Results))?;
    let (documents, typst) = pdf::made(&report);
    let said = Said {
        solutions: found.solutions(),
        claims: found.verdicts(&edition)?,
        warnings: found.warnings(&edition)?.into_iter().chain(typst.as_ref().err().cloned()).collect(),
    };
    let recorded = match (&mut ledger, &held) {
        (Some(ledger), Some(held)) => ledger.append(&found.inputs, &said.solutions, held)?,
        _ => false,
    };
    let mut outputs = report.files;
    match (&args.only, outputs.as_slice()) {
        (Some(_), [alone]) => output::replace_file(&target, alone)?,
        _ => {
            outputs.extend(documents);
            let (mark, inputs) = (ledger.map(|ledger| ledger.mark()), found.inputs);
            let typst = typst.unwrap_or_default();
            let made = MadeFrom { study: &study, templates: &templates, normal_form, inputs, mark, typst };
            outputs.push(manifest(&made, &outputs));
            output::replace_folder(&target, &outputs)?;
        }
    }
    said.warnings.iter().for_each(|warning| tracing::warn!("{}: {warning}", study.id));
    let has_page = outputs.iter().any(|(name, _)| name == "report.html");
    let main = target.join(if has_page { "report.html" } else { "results.json" });
    Ok(answer(&study.id, &main, &said, recorded))
}

/// What a run says beside its report.
struct Said {
    solutions: Vec<String>,
    claims: Vec<ClaimVerdict>,
    warnings: Vec<String>,
}

/// The decisions that the command line takes otherwise, which `study` then has.
fn decided(setting: Option<&Setting>, study: &mut Study) -> Result<Otherwise, Failure> {
    let Some(setting) = setting else { return Ok(Otherwise::default()) };
    let scenario = setting.scenario(study).map_err(|why| Failure::Usage(format!("--with {setting}: {why}")))?;
    (study.sets, study.analyses) = (scenario.sets, scenario.analyses);
    study.forget_cases(&scenario.drop_cases);
    Ok(Otherwise { setting: Some(setting.clone()), dropped: scenario.drop_cases })
}

/// Where the report is, what came out, and whether a line was `recorded` in the ledger.
fn answer(id: &str, main: &Path, said: &Said, recorded: bool) -> String {
    let mut lines = vec![format!("{id}: {}", main.display())];
    lines.extend(said.solutions.iter().map(|solution| format!("  {solution}")));
    lines.extend(said.claims.iter().map(|claim| match &claim.why {
        None => format!("  claim {}: {}", claim.id, claim.verdict.name()),
        Some(why) => format!("  claim {}: {}. {why}", claim.id, claim.verdict.name()),
    }));
    if recorded {
        lines.push(
            "  a specification that the registered plan does not have: recorded in the ledger; commit it".to_owned(),
        );
    }
    lines.join("\n")
}

/// Where the report goes. Where the command line says so, it may be anywhere.
fn target(args: &Run, path: &Path, study: &Study) -> Result<PathBuf, Failure> {
    match &args.out {
        Some(out) if args.studies.len() == 1 => Ok(out.clone()),
        Some(out) => Ok(out.join(&study.id)),
        None => study_file::place(path, &format!("reports/{}", study.id)),
    }
}

#[cfg(test)]
mod tests;
