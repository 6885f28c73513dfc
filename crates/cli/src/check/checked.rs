//! The findings of a check of one study, and their words.

use std::path::{Path, PathBuf};

use equifinal_report::{ClaimVerdict, ReportedConcern};
use equifinal_study::config::ClaimKind;

use super::difference::Difference;
use crate::exit::Exit;
use crate::language::tell;
use crate::report_folder::Unlisted;
use crate::run::verdict_words;

/// Results of the check of one study.
pub(super) struct Checked {
    pub(super) id: String,
    pub(super) report: PathBuf,
    pub(super) stale: Option<Stale>,
    pub(super) claims: Vec<ClaimVerdict>,
    /// The concerns that the study does not acknowledge, if its reporting gate demands that.
    pub(super) unanswered: Vec<ReportedConcern>,
}

/// How a committed report differs from what the study gives now.
pub(super) struct Stale {
    /// The first file that differs and how many others do; nothing where only files are there that no run wrote.
    pub(super) difference: Option<(Difference, usize)>,
    /// Files that no run wrote, at least one of them in a place that is compared.
    pub(super) unlisted: Unlisted,
    pub(super) causes: Vec<String>,
}

impl Checked {
    /// The exit code.
    pub(super) fn exit(&self) -> Exit {
        if self.claims.iter().any(|claim| claim.must_hold() && !claim.verdict.holds()) {
            Exit::ClaimBroken
        } else if self.stale.is_some() || !self.unanswered.is_empty() {
            Exit::Stale
        } else {
            Exit::Fine
        }
    }

    /// The message for the user.
    pub(super) fn message(&self, path: &Path) -> String {
        let mut lines = Vec::new();
        let claims = counted(&self.claims);
        let report = if self.stale.is_some() { tell!("report-stale") } else { tell!("report-current") };
        lines.push(tell!("checked", id = self.id, report, claims));
        if let Some(stale) = &self.stale {
            lines.extend(stale.message(&self.report, path));
        }
        if !self.unanswered.is_empty() {
            lines.push(tell!("gate", count = self.unanswered.len()));
            let line =
                |one: &ReportedConcern| tell!("gate-concern", id = one.id, severity = one.severity, said = one.said);
            lines.extend(self.unanswered.iter().map(line));
            let remedy = "acknowledge: [{concern: ID, because: \"...\"}]";
            lines.push(tell!("gate-remedy", study = path.display(), remedy));
        }
        for claim in self.claims.iter().filter(|claim| !claim.verdict.holds()) {
            lines.push(tell!("claim-is", id = claim.id, verdict = verdict_words(claim), text = claim.text));
            lines.extend(claim.why.iter().map(|why| format!("    {why}")));
            lines.push(tell!("claim-see", command = counterexample_command(claim, path)));
        }
        lines.join("\n")
    }
}

/// The claims that hold, by whose they are.
fn counted(claims: &[ClaimVerdict]) -> String {
    let of = |kind: ClaimKind| {
        let of_kind = claims.iter().filter(|claim| claim.kind == kind);
        let held = of_kind.clone().filter(|claim| claim.verdict.holds()).count();
        let all = of_kind.count();
        (all > 0).then(|| match kind {
            ClaimKind::Ours => tell!("claims-hold", held, all),
            ClaimKind::Source => tell!("claims-reproduced", held, all),
            ClaimKind::Constructed => tell!("claims-constructed", held, all),
        })
    };
    let counts: Vec<String> = ClaimKind::ALL.into_iter().filter_map(of).collect();
    if counts.is_empty() { tell!("no-claims") } else { counts.join(&tell!("claims-between")) }
}

/// The command that reproduces a counterexample.
fn counterexample_command(claim: &ClaimVerdict, path: &Path) -> String {
    let with = if claim.setting.is_empty() { String::new() } else { format!(" --with {}", shell_word(&claim.setting)) };
    format!("equifinal run {}{with} --out counterexample", shell_word(&path.display().to_string()))
}

/// A text as one word of the shell: in quotes if it has a blank, a quote or another sign that the shell would read.
fn shell_word(text: &str) -> String {
    let is_plain = text.chars().all(|c| c.is_alphanumeric() || "=.,+_-/".contains(c));
    if is_plain { text.to_owned() } else { format!("'{}'", text.replace('\'', "'\\''")) }
}

impl Stale {
    /// The message for the user: the difference, its causes, and the remedy.
    pub(super) fn message(&self, report: &Path, study: &Path) -> Vec<String> {
        let mut lines = Vec::new();
        if let Some((difference, others)) = &self.difference {
            lines.extend(difference.message(report));
            match others {
                0 => {}
                1 => lines.push(tell!("one-more-differs")),
                others => lines.push(tell!("more-differ", others)),
            }
        }
        lines.extend(self.causes.iter().map(|cause| tell!("cause", cause)));
        if !self.unlisted.files.is_empty() {
            lines.push(tell!("folder-holds", report = report.display(), message = self.unlisted.message()));
        }
        if self.difference.is_some() {
            lines.push(tell!("replace-report", study = study.display()));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use equifinal_robustness::claims::Verdict;

    use super::*;

    #[test]
    fn the_command_of_a_counterexample_is_one_of_the_shell() {
        for (setting, with) in [
            ("", ""),
            ("consistency=0.8,DEV.crossover=-5.5", " --with consistency=0.8,DEV.crossover=-5.5"),
            ("drop_cases=c1+合肥", " --with drop_cases=c1+合肥"),
            ("drop_cases=New York", " --with 'drop_cases=New York'"),
            ("drop_cases=\"a,b\"", " --with 'drop_cases=\"a,b\"'"),
            ("drop_cases=Xi'an", " --with 'drop_cases=Xi'\\''an'"),
        ] {
            let (id, text, setting) = ("one".to_owned(), "Words".to_owned(), setting.to_owned());
            let kind = ClaimKind::Ours;
            let claim = ClaimVerdict { id, text, kind, verdict: Verdict::Held, why: None, setting };
            for (path, word) in [("configs/a.yaml", "configs/a.yaml"), ("my study.yaml", "'my study.yaml'")] {
                let expected = format!("equifinal run {word}{with} --out counterexample");
                assert_eq!(counterexample_command(&claim, Path::new(path)), expected);
            }
        }
    }
}
