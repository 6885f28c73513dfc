//! The options of `pack`.

use std::path::PathBuf;

use clap::Args;
use equifinal_study::message::Message;
use equifinal_study::say;

/// Options of `pack`.
#[derive(Debug, Args)]
pub(crate) struct Pack {
    /// A study file, or the id of a study in configs/
    #[arg(value_name = "STUDY")]
    pub(crate) study: String,
    /// Set the file [default: exports/ID.zip beside configs/]
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Name an author as the package is to be cited; repeat it for several
    #[arg(long = "author", value_name = "NAME")]
    pub(crate) authors: Vec<String>,
    /// State the licence of the package by its SPDX id, such as CC-BY-4.0
    #[arg(long, value_name = "ID", value_parser = licence)]
    pub(crate) licence: Option<String>,
    /// Set the day of the package, YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(crate) date: Option<String>,
    /// Set the folder of the data files [default: data/ beside configs/]
    #[arg(long, value_name = "DIR")]
    pub(crate) data: Option<PathBuf>,
}

/// An SPDX id.
fn licence(text: &str) -> Result<String, Message> {
    let is_one = !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || ".-+".contains(c));
    if is_one { Ok(text.to_owned()) } else { Err(say!("licence-write")) }
}

/// A day, `YYYY-MM-DD`.
fn day(text: &str) -> Result<String, Message> {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |at: usize, digits: usize, most: u32| {
        let part = parts.get(at).filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()));
        part.and_then(|part| part.parse::<u32>().ok()).is_some_and(|number| (1..=most).contains(&number))
    };
    let is_day = parts.len() == 3 && number(0, 4, 9999) && number(1, 2, 12) && number(2, 2, 31);
    if is_day { Ok(text.to_owned()) } else { Err(say!("day-write")) }
}

#[cfg(test)]
mod tests {
    use super::{day, licence};

    #[test]
    fn days_and_licences_are_checked() {
        for (text, is_day) in
            [("2026-12-01", true), ("2026-13-01", false), ("2026-1-01", false), ("1.12.2026", false), ("", false)]
        {
            assert_eq!(day(text).is_ok(), is_day, "{text}");
        }
        for (text, is_one) in [("CC-BY-4.0", true), ("CC BY", false), ("", false), ("a/b", false)] {
            assert_eq!(licence(text).is_ok(), is_one, "{text}");
        }
    }
}
