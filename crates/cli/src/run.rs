//! The command `run`: studies into reports.

use std::path::{Path, PathBuf};

use equifinal_study::config::Study;
use equifinal_study::parse::parse;

use crate::args::Run;
use crate::data_folder::{DataFolder, read_study};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::pipeline::{STAGES, render};
use crate::progress::Progress;
use crate::{complain, output, say};

/// Runs every study. One that fails does not keep the others from their reports; its exit code, or that of the
/// first such, is the command's.
pub(crate) fn run(args: &Run, progress: &Progress) -> Exit {
    progress.expect(args.studies.len() * STAGES.len());
    let mut exit = Exit::Fine;
    let mut written = Vec::new();
    for path in &args.studies {
        match run_study(path, args, &mut written, progress) {
            Ok(lines) => progress.aside(|| say(&lines)),
            Err(failure) => {
                let refused = failure.exit() == Exit::DataRefused;
                let which = if refused { format!("{}: the data are refused\n", path.display()) } else { String::new() };
                progress.aside(|| complain(&format!("{which}{failure}")));
                if exit == Exit::Fine {
                    exit = failure.exit();
                }
            }
        }
    }
    exit
}

/// Runs one study and says where its report is. `written` are the folders of the studies before.
fn run_study(path: &Path, args: &Run, written: &mut Vec<PathBuf>, progress: &Progress) -> Result<String, Failure> {
    let study = parse(&path.display().to_string(), &read_study(path)?)?;
    let project = project(path)?;
    let data = DataFolder::new(args.data.clone().unwrap_or_else(|| project.join("data")));
    let target = target(args, &project, &study);
    if written.contains(&target) {
        let (path, target) = (path.display(), target.display());
        return Err(Failure::Usage(format!(
            "{path}: another study of this run has the id `{}` and its report in {target}",
            study.id
        )));
    }
    written.push(target.clone());
    let rendered = render(&study, args.only, |file| data.read(file), |stage| progress.stage(&study.id, stage))?;
    match (&args.only, rendered.outputs.as_slice()) {
        (Some(_), [alone]) => output::replace_file(&target, alone)?,
        _ => output::replace_folder(&target, &rendered.outputs)?,
    }
    rendered.warnings.iter().for_each(|warning| tracing::warn!("{}: {warning}", study.id));
    let main =
        if rendered.outputs.iter().any(|(name, _)| name == "report.html") { "report.html" } else { "results.json" };
    let mut lines = vec![format!("{}: {}", study.id, target.join(main).display())];
    lines.extend(rendered.solutions.iter().map(|solution| format!("  {solution}")));
    Ok(lines.join("\n"))
}

/// The folder that holds `data/` and `reports/`: the one that holds `configs/`, or for a study file elsewhere the
/// one that holds the file.
fn project(study: &Path) -> Result<PathBuf, Failure> {
    let absolute = std::path::absolute(study).map_err(|source| Failure::Read { path: study.to_owned(), source })?;
    let folder = study.parent().unwrap_or(Path::new(""));
    Ok(match (absolute.parent().and_then(Path::file_name), folder.parent()) {
        (Some(name), Some(parent)) if name == "configs" && folder.ends_with(name) => parent.to_owned(),
        (Some(name), _) if name == "configs" => folder.join(".."),
        _ => folder.to_owned(),
    })
}

fn target(args: &Run, project: &Path, study: &Study) -> PathBuf {
    match &args.out {
        Some(out) if args.studies.len() == 1 => out.clone(),
        Some(out) => out.join(&study.id),
        None => project.join("reports").join(&study.id),
    }
}
