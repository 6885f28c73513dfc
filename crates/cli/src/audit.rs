//! The command `audit`: checks published figures against one another and against a recomputation.

mod print;

use equifinal_engine::Engine;
use equifinal_measure::audit::Check;

use crate::args::{Audit, Shown};
use crate::failure::Failure;
use crate::study_file;

/// Results of the audit of one study.
#[derive(Debug)]
struct Audited {
    /// The study's id.
    study: String,
    /// The rules that its published figures concern.
    checks: Vec<Check>,
}

/// Audits the studies of the command line. A contradiction is a result, not a failure.
pub(crate) fn audit(args: &Audit) -> Result<String, Failure> {
    let mut audited = Vec::new();
    for path in study_file::all(&args.studies)? {
        let study = study_file::read(&path)?;
        let data = study_file::data_folder(&path, args.data.as_ref())?;
        let checks = Engine::default().audit(&study, &data)?;
        audited.push(Audited { study: study.id, checks });
    }
    Ok(match args.format {
        Shown::Text => print::text(&audited),
        Shown::Json => print::json(&audited),
    })
}
