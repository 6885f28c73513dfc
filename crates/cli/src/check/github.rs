//! Failures as commands of GitHub Actions, which show them beside the line of the study file.

use super::outcome::{Outcome, shown};

/// One command for each failure.
pub(super) fn annotations(outcomes: &[Outcome]) -> String {
    let line = |(test, failure): (&super::outcome::Test, &str)| {
        let (file, title) = (property(&shown(&test.file)), property(&titled(test)));
        format!("::error file={file},line={},col={},title={title}::{}", test.line, test.column, data(failure))
    };
    outcomes.iter().flat_map(Outcome::failures).map(line).collect::<Vec<_>>().join("\n")
}

fn titled(test: &super::outcome::Test) -> String {
    let title = test.rule.title();
    if test.name.is_empty() { title } else { format!("{title}: {}", test.name) }
}

/// A message: line breaks and percent signs are escaped.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property: commas and colons are escaped as well.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
