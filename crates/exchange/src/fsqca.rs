//! The memberships as fs/QCA reads them, and the settings of its dialogs.

use equifinal_qca::findings::Findings;
use equifinal_study::config::Expect;

use crate::analyses::{Analyses, File};
use crate::names::Names;
use crate::values::table;

/// The memberships as CSV, and a sheet that says what to choose in fs/QCA 4.
///
/// fs/QCA reads letters, digits and `_` in the names of sets and cases; other signs are replaced, and the sheet lists
/// the names. Cases without a value have an empty cell there, which fs/QCA treats as missing.
pub fn fsqca_files(analyses: &Analyses<'_>) -> Vec<File> {
    let names = Names::of(analyses.memberships);
    let sets = &analyses.memberships.sets;
    let columns: Vec<&[f64]> = sets.iter().map(|set| set.values.as_slice()).collect();
    let cases = analyses.memberships.cases.iter().map(|case| plain(case));
    let csv = table("case", names.all(), cases, &columns, "");
    vec![(format!("{}.csv", analyses.id), csv), (format!("{}.md", analyses.id), sheet(analyses, &names))]
}

/// A case name without separators and quotes.
fn plain(case: &str) -> String {
    case.chars().map(|sign| if sign.is_control() || ",;\"'\t".contains(sign) { '_' } else { sign }).collect()
}

fn sheet(analyses: &Analyses<'_>, names: &Names<'_>) -> String {
    let mut lines = vec![
        format!("# {}: settings in fs/QCA", analyses.id),
        String::new(),
        format!(
            "Open `{}.csv` with File > Open. The values are calibrated memberships; do not calibrate them again.",
            analyses.id
        ),
    ];
    let renamed: Vec<String> = names.renamed().map(|(set, name)| format!("- `{name}` is {set}")).collect();
    if !renamed.is_empty() {
        lines.extend([String::new(), "Names that fs/QCA cannot read:".to_owned(), String::new()]);
        lines.extend(renamed);
    }
    for findings in analyses.findings {
        lines.extend(steps(findings, names));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn steps(findings: &Findings, names: &Names<'_>) -> Vec<String> {
    let analysis = &findings.analysis;
    let mut lines = vec![String::new(), format!("## {}", analysis.name), String::new()];
    let conditions: Vec<&str> = analysis.conditions.iter().map(|name| names.name(name)).collect();
    let outcome = &analysis.outcome;
    let negated = if outcome.negated { " (choose \"set negated\")" } else { "" };
    if findings.conditions.iter().any(|condition| !condition.kind.has_degrees()) || outcome.level.is_some() {
        lines.push(
            "fs/QCA has no conditions with more than two values. Use R QCA or Tosmana for this analysis.".to_owned(),
        );
        return lines;
    }
    lines.push(format!(
        "1. Analyze > Truth Table Algorithm. Outcome: `{}`{negated}. Causal conditions: {}.",
        names.name(&outcome.set),
        conditions.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
    ));
    let cuts = &analysis.truth_table;
    lines.push(format!(
        "2. Edit > Delete and code. Frequency cutoff: {}. Consistency cutoff: {}.",
        findings.frequency, cuts.consistency
    ));
    if cuts.pri > 0.0 {
        lines.push(format!("3. Set the outcome of rows with a PRI consistency below {} to 0 by hand.", cuts.pri));
    } else {
        lines.push("3. No cutoff of PRI.".to_owned());
    }
    lines.push("4. Standard Analyses. Choose in the dialog of the intermediate solution:".to_owned());
    for (condition, expectation) in conditions.iter().zip(&analysis.expectations) {
        let choice = match expectation.expect {
            Expect::Present => "present",
            Expect::Absent => "absent",
            Expect::Any | Expect::Levels(_) => "present or absent",
        };
        lines.push(format!("   - `{condition}`: {choice}"));
    }
    lines.extend(differences(findings));
    lines
}

/// Settings that fs/QCA does not have.
fn differences(findings: &Findings) -> Vec<String> {
    let analysis = &findings.analysis;
    let settings = [
        (!analysis.implausible.is_empty(), "implausible remainders"),
        (!analysis.expectations_joint.is_empty(), "expectations about combinations"),
        (analysis.truth_table.contradiction_floor.is_some(), "contradictory rows (C)"),
        (analysis.enhanced.is_some(), "the enhanced standard analysis"),
        (!findings.at_crossover.is_empty(), "memberships at 0.5, which fs/QCA leaves in no row"),
    ];
    let there: Vec<&str> = settings.into_iter().filter(|(is_there, _)| *is_there).map(|(_, what)| what).collect();
    if there.is_empty() {
        return Vec::new();
    }
    vec![String::new(), format!("fs/QCA cannot repeat: {}.", there.join("; "))]
}
