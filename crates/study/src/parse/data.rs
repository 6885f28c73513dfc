//! Where the cases are: a file inside `data/`, named so that it cannot be anywhere else.

use crate::config::Data;
use crate::fields::Fields;
use crate::grammar::{CASES, DATA};
use crate::problem::Problems;
use crate::tree::{Node, quoted};

/// Reads `data`.
pub(super) fn read(node: &Node, problems: &Problems) -> Option<Data> {
    let data = Fields::open(node, &DATA, problems)?;
    let cases = Fields::open(data.get("cases")?, &CASES, problems)?;
    let file = cases.word("file").filter(|file| match straying(file) {
        None => true,
        Some(why) => {
            cases.blame(
                "file",
                format!("the file {} {why}: name a file inside data/, such as study/cases.csv", quoted(file)),
            );
            false
        }
    });
    let id = cases.word("id");
    Some(Data { file: file?.to_owned(), id: id?.to_owned() })
}

/// Why a path might leave the data folder on some system.
fn straying(file: &str) -> Option<&'static str> {
    let parts = || file.split(['/', '\\']);
    if file.contains('\0') || file.chars().any(char::is_control) {
        Some("holds a control character")
    } else if file.contains('\\') {
        Some("is written with backslashes")
    } else if file.starts_with('/') {
        Some("is an absolute path")
    } else if file.contains(':') {
        Some("names a drive or a scheme")
    } else if parts().any(|part| part == "..") {
        Some("leaves the data folder")
    } else if parts().any(|part| part.is_empty() || part == ".") {
        Some("has an empty or `.` part")
    } else {
        None
    }
}
