//! The commands `completions` and `man`, both made from the command line's own description.

use crate::language::tell;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::failure::Failure;
use crate::help::command_line;
use crate::language::spoken;

/// The name of the program.
const PROGRAM: &str = "equifinal";

/// A script that lets a shell complete the command line.
pub(crate) fn completions(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut command_line(spoken()), PROGRAM, &mut script);
    String::from_utf8_lossy(&script).into_owned()
}

/// The manual page of the program, or of one of its commands.
pub(crate) fn page(command: Option<&str>) -> Result<String, Failure> {
    let mut whole = command_line(spoken());
    whole.build();
    let described = match command {
        None => whole,
        Some(name) => whole.find_subcommand(name).cloned().ok_or_else(|| unknown(name, &whole))?,
    };
    let mut page = Vec::new();
    Man::new(described).render(&mut page).map_err(Failure::Answer)?;
    Ok(String::from_utf8_lossy(&page).into_owned())
}

fn unknown(name: &str, whole: &clap::Command) -> Failure {
    let known: Vec<&str> = whole.get_subcommands().map(clap::Command::get_name).collect();
    Failure::Usage(tell!("no-command", name, names = known.join(", ")))
}
