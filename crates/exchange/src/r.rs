//! A script for R with the packages `QCA` (Duşa 2019) and `NCA` (Dul 2016).

mod analysis;
mod known;
mod necessary;
mod syntax;

use crate::analyses::{Analyses, File};
use crate::names::Names;
use crate::values::{cell, table};
use syntax::comment;

/// Functions of the script: comparison, models in one order, and the fit of an expression.
const FUNCTIONS: &str = include_str!("r/functions.R");

/// The script, the memberships, and for each necessary condition analysis the values that it compares.
///
/// The script reads these files from its own folder. It repeats every analysis and stops at the first number that
/// differs by more than 1e-6, or the first solution with other models. What R cannot repeat is a comment with the reason.
pub fn r_files(analyses: &Analyses<'_>) -> Vec<File> {
    let names = Names::of(analyses.memberships);
    let mut script = vec![
        comment(&format!("Repeats the analyses of the study \"{}\" with the R packages QCA and NCA.", analyses.id)),
        comment("Start it in the folder that holds it: Rscript FILE. Install the packages once:"),
        comment("install.packages(c(\"QCA\", \"NCA\"))"),
        comment("It was written for QCA 3.25 and NCA 5.0. It stops at the first number that differs."),
        String::new(),
    ];
    for (set, name) in names.renamed() {
        script.push(comment(&format!("{name} is the set \"{set}\", a name that R cannot read.")));
    }
    if !analyses.findings.is_empty() {
        script.extend(["suppressPackageStartupMessages(library(QCA))".to_owned(), FUNCTIONS.to_owned()]);
        script.push("memberships <- read.csv(\"memberships.csv\", row.names = 1, fileEncoding = \"UTF-8\")".to_owned());
        script.extend(analyses.findings.iter().map(|findings| analysis::analysis(findings, &names)));
    }
    if !analyses.nca.is_empty() {
        if analyses.findings.is_empty() {
            script.push(FUNCTIONS.to_owned());
        }
        script.push("suppressPackageStartupMessages(library(NCA))".to_owned());
        script.extend(analyses.nca.iter().enumerate().map(|(at, findings)| necessary::analysis(at, findings, &names)));
    }
    script.push("cat(\"All numbers are the same.\\n\")\n".to_owned());
    let mut files = vec![(format!("{}.R", analyses.id), script.join("\n")), memberships(analyses, &names)];
    files.extend(analyses.nca.iter().enumerate().map(|(at, findings)| necessary::values(at, findings, &names)));
    files
}

fn memberships(analyses: &Analyses<'_>, names: &Names<'_>) -> File {
    let sets = &analyses.memberships.sets;
    let columns: Vec<&[f64]> = sets.iter().map(|set| set.values.as_slice()).collect();
    let cases = analyses.memberships.cases.iter().map(|case| cell(case));
    ("memberships.csv".to_owned(), table("case", names.all(), cases, &columns, ""))
}
