//! The command `register`: freezes a study's decisions and data before its results are known.

use crate::language::tell;
use std::collections::BTreeMap;

use equifinal_study::config::Study;

use crate::args::Register;
use crate::data_folder::DataFolder;
use crate::failure::Failure;
use crate::ledger::Place;
use crate::plan::{Plan, decisions};
use crate::study_file;
use equifinal_engine::digest;

/// Freezes the plan of a study and returns its path.
pub(crate) fn register(args: &Register) -> Result<String, Failure> {
    let path = study_file::find(&args.study)?;
    let (study, normal_form) = study_file::read_with_normal_form(&path)?;
    let data = data(&study, &study_file::data_folder(&path, args.data.as_ref())?)?;
    let later: Vec<&str> = data.iter().filter(|(_, digest)| digest.is_none()).map(|(file, _)| file.as_str()).collect();
    let later = match later.as_slice() {
        [] => String::new(),
        files => tell!("register-later", files = files.join(", ")),
    };
    let plan = Plan { decisions: decisions(&normal_form, &[]), data: Some(data) };
    let file = Place::of(&path, &study.id)?.register(&study.id, &plan)?;
    Ok(tell!("registered", id = study.id, file = file.display(), later))
}

/// The digest of every data file of the study; `None` for a file that does not exist yet.
fn data(study: &Study, folder: &DataFolder) -> Result<BTreeMap<String, Option<String>>, Failure> {
    let digest = |file: &str| Ok((file.to_owned(), folder.read_if_there(file)?.map(|bytes| digest(&bytes))));
    study.data_files().into_iter().map(digest).collect()
}
