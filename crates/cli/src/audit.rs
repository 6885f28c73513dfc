//! The command `audit`: checks published figures against one another and against a recomputation.

mod audited;
mod print;

use equifinal_engine::Engine;

use self::audited::Audited;
use crate::args::{Audit, Shown};
use crate::failure::Failure;
use crate::study_file;

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
