//! The tests of a check, one after another, for the formats that other programs read.

use std::path::{Path, PathBuf};

use equifinal_study::message::Worded;
use equifinal_studyfile::parse::claim_places;

use super::checked::Checked;
use crate::archive::Altered;
use crate::failure::Failure;
use crate::language::{spoken, tell};
use crate::plain_file::own_bytes;
use crate::run::verdict_words;

/// The subject of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// The study and its data can be used.
    Usable,
    /// The committed report is what the study gives.
    Report,
    /// A claim holds.
    Claim,
    /// A concern is answered where the study has a gate.
    Concern,
    /// The files of a package are those that were packed.
    Package,
}

impl Rule {
    pub(super) const ALL: [Self; 5] = [Self::Usable, Self::Report, Self::Claim, Self::Concern, Self::Package];

    /// The id in SARIF and JUnit.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Usable => "study-usable",
            Self::Report => "report-current",
            Self::Claim => "claim-holds",
            Self::Concern => "concern-answered",
            Self::Package => "package-unaltered",
        }
    }

    /// The words of a failure, as a title.
    pub(super) fn title(self) -> String {
        match self {
            Self::Usable => tell!("rule-usable"),
            Self::Report => tell!("rule-report"),
            Self::Claim => tell!("rule-claim"),
            Self::Concern => tell!("rule-concern"),
            Self::Package => tell!("rule-package"),
        }
    }
}

/// One test.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Test {
    pub(super) rule: Rule,
    /// The claim or the concern; empty for the others.
    pub(super) name: String,
    /// The reason of a failure; `None` where all is well.
    pub(super) failure: Option<String>,
    /// Where a failure is shown.
    pub(super) file: PathBuf,
    /// From 1.
    pub(super) line: usize,
    /// From 1.
    pub(super) column: usize,
}

impl Test {
    /// A test of a file as a whole, shown at its start.
    fn of_file(rule: Rule, name: &str, file: &Path, failure: Option<String>) -> Self {
        Self { rule, name: name.to_owned(), failure, file: file.to_owned(), line: 1, column: 1 }
    }
}

/// The tests of one study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Outcome {
    /// The id of the study, or its file if it cannot be read.
    pub(super) study: String,
    pub(super) tests: Vec<Test>,
}

impl Outcome {
    /// The tests of a study at `path` that could be checked; failures name the file `shown`.
    pub(super) fn of(checked: &Checked, path: &Path, shown: &Path) -> Self {
        let text = own_bytes(path).ok().flatten().unwrap_or_default();
        let places = claim_places(&text);
        let test = |rule, name: &str, failure| Test::of_file(rule, name, shown, failure);
        let stale = checked.stale.as_ref().map(|stale| stale.message(&checked.report, shown).join("\n"));
        let mut tests = vec![test(Rule::Report, "", stale)];
        tests.extend(checked.claims.iter().filter(|claim| claim.must_hold()).map(|claim| {
            let said = || {
                let line = tell!("claim-is", id = claim.id, verdict = verdict_words(claim), text = claim.text);
                [Some(line.trim().to_owned()), claim.why.clone()].into_iter().flatten().collect::<Vec<_>>().join("\n")
            };
            let at =
                places.iter().find(|(id, ..)| *id == claim.id).map_or((1, 1), |(_, line, column)| (*line, *column));
            let (line, column) = at;
            Test { line, column, ..test(Rule::Claim, &claim.id, (!claim.verdict.holds()).then(said)) }
        }));
        tests.extend(checked.unanswered.iter().map(|one| test(Rule::Concern, one.id, Some(one.said.clone()))));
        Self { study: checked.id.clone(), tests }
    }

    /// The tests of a study at `path` that could not be checked; `data` is the folder of its data.
    pub(super) fn refused(failure: &Failure, path: &Path, data: &Path) -> Self {
        let places = match failure {
            Failure::Engine(error) => error.places(),
            _ => Vec::new(),
        };
        let test = |file: PathBuf, (line, column), message| Test {
            rule: Rule::Usable,
            name: String::new(),
            failure: Some(message),
            file,
            line,
            column,
        };
        let mut tests: Vec<Test> = places
            .iter()
            .map(|place| {
                let in_data = data.join(&place.file);
                let file = if in_data.is_file() { in_data } else { PathBuf::from(&place.file) };
                let message = place.message.in_language(spoken());
                test(file, (place.line.unwrap_or(1), place.column.unwrap_or(1)), message)
            })
            .collect();
        if tests.is_empty() {
            tests.push(test(path.to_owned(), (1, 1), failure.to_string()));
        }
        Self { study: path.display().to_string(), tests }
    }

    /// The test of a page that lists all reports.
    pub(super) fn of_index(page: &Path, failure: Option<String>) -> Self {
        let test = Test::of_file(Rule::Report, "", page, failure);
        Self { study: page.display().to_string(), tests: vec![test] }
    }

    /// The tests of the files of a package: one for each changed file, or one that passes.
    pub(super) fn of_package(archive: &Path, altered: &[Altered]) -> Self {
        let test = |name: &str, file: &Path, failure| Test::of_file(Rule::Package, name, file, failure);
        let mut tests: Vec<Test> =
            altered.iter().map(|one| test(&one.file, Path::new(&one.file), Some(one.said.clone()))).collect();
        if tests.is_empty() {
            tests.push(test("", archive, None));
        }
        Self { study: archive.display().to_string(), tests }
    }

    /// The failed tests, each with its reason.
    pub(super) fn failures(&self) -> impl Iterator<Item = (&Test, &str)> {
        self.tests.iter().filter_map(|test| Some((test, test.failure.as_deref()?)))
    }
}

/// A path as links and annotations write it: with forward slashes, below the working folder.
pub(super) fn shown(path: &Path) -> String {
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/").replace("//", "/")
}
