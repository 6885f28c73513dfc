//! The command `preview`: a page on this machine that follows the files of a study while they are edited.
//!
//! `watch` notices a saved file, `build` makes the page, `board` holds the newest one, and `server` shows it. Nothing is
//! written.

mod board;
mod build;
mod server;
mod watch;

use crate::language::tell;
use std::path::PathBuf;
use std::sync::Arc;

use self::board::Board;
use self::build::Builder;
use self::watch::Watch;
use crate::args::Preview;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::interrupt;
use crate::study_file;
use crate::terminal::say;

/// Shows a study until it is interrupted, which is the regular end.
pub(crate) fn preview(args: &Preview) -> Result<String, Failure> {
    let path = chosen(args)?;
    let board = Arc::new(Board::default());
    let data = study_file::data_folder(&path, args.data.as_ref())?;
    let watch = Watch::new(&path, data.path())?;
    let builder = Builder::start(path, args.data.clone(), Arc::clone(&board))?;
    let address = server::start(&board)?;
    interrupt::ends_with(Exit::Fine);
    say(&tell!("preview-open", address))?;
    builder.rebuild();
    watch.each_change(|| builder.rebuild())?;
    Ok(tell!("preview-ended"))
}

/// The study of the command line, or the only one in `configs/`.
fn chosen(args: &Preview) -> Result<PathBuf, Failure> {
    if let Some(study) = &args.study {
        return study_file::find(study);
    }
    match study_file::all(&[])?.as_slice() {
        [only] => Ok(only.clone()),
        several => {
            let names: Vec<String> = several.iter().map(|path| path.display().to_string()).collect();
            Err(Failure::Usage(tell!("preview-name", names = names.join(", "))))
        }
    }
}
