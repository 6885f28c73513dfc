//! Turns the text of a study file into a study.

use equifinal_study::config::Study;
use equifinal_studyfile::parse::parse_with;

use crate::error::EngineError;
use crate::world::World;

/// Reads and checks a study file. `name` is used in messages; `world` provides included files.
///
/// # Errors
/// [`EngineError::Study`]: every mistake, with its place.
pub fn study(name: &str, text: &[u8], world: &dyn World) -> Result<Study, EngineError> {
    Ok(parse_with(name, text, &|file: &str| world.included(file))?)
}
