//! Writes to the terminal: answers to stdout, errors to stderr.

use std::io::{ErrorKind, Write};

use crate::failure::Failure;

/// Writes to stdout. A reader that has closed the pipe (`| head`) is not an error; a full disk is.
pub(crate) fn say(text: &str) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    match writeln!(stdout, "{}", without_control_characters(text)).and_then(|()| stdout.flush()) {
        Err(source) if source.kind() != ErrorKind::BrokenPipe => Err(Failure::Answer(source)),
        _ => Ok(()),
    }
}

/// Writes to stderr, at every log level.
pub(crate) fn print_error(text: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", without_control_characters(text));
}

/// The text with control characters replaced, since a file could use them to control the terminal.
fn without_control_characters(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c }).collect()
}
