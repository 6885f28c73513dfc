//! The command `register`: a study's decisions are frozen before its results are known.

use crate::args::Register;
use crate::failure::Failure;
use crate::{ledger, study_file};

/// Freezes the plan of a study and says where it stands.
pub(crate) fn register(args: &Register) -> Result<String, Failure> {
    let path = study_file::find(&args.study)?;
    let (study, normal_form) = study_file::read_with_normal_form(&path)?;
    let file = ledger::register(&path, &study.id, &normal_form)?;
    Ok(format!(
        "{}: registered in {}\nCommit this file. Every run with other decisions from now on is recorded beside it, and the report \
         says how it deviates.",
        study.id,
        file.display()
    ))
}
