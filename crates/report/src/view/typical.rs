//! The cases of a configuration, the most typical first (Schneider & Rohlfing 2013).
//!
//! A typical case is a member of the configuration and of the outcome, and agrees with sufficiency. The better, the
//! closer its membership in the outcome is to that in the configuration, and the closer the latter is to 1.

use equifinal_qca::findings::{Findings, Row};
use equifinal_study::crossover::is_in;
use equifinal_study::natural;

use super::context::Context;
use super::table::Cell;
use crate::listing::{self, listed};

/// The most cases of a study whose names say something to its readers.
const KNOWN: usize = 60;
/// The cases of a configuration that are named in a larger study.
const EXAMPLES: usize = 3;

/// Membership of a case in a configuration: the least over its literals.
fn membership(findings: &Findings, levels: &[Option<usize>], case: usize) -> f64 {
    let literals = levels.iter().enumerate().filter_map(|(condition, level)| Some((condition, (*level)?)));
    let degrees = literals.filter_map(|(condition, level)| findings.in_literal(condition, level).get(case));
    degrees.copied().fold(1.0, f64::min)
}

/// The names of these cases of a configuration, at most `most` of them: the most typical first, the others after them in
/// natural order.
fn ordered<'a>(findings: &'a Findings, levels: &[Option<usize>], cases: &[usize], most: usize) -> Vec<&'a str> {
    let score = |case: usize| -> f64 {
        let (x, Some(&y)) = (membership(findings, levels, case), findings.outcome.get(case)) else {
            return f64::INFINITY;
        };
        if is_in(x) && is_in(y) && x <= y { 1.0 - x + (y - x) } else { f64::INFINITY }
    };
    let mut scored: Vec<(f64, &str)> =
        cases.iter().filter_map(|&case| Some((score(case), findings.cases.get(case)?.as_str()))).collect();
    let order = |a: &(f64, &str), b: &(f64, &str)| a.0.total_cmp(&b.0).then_with(|| natural::compare(a.1, b.1));
    if most < scored.len() {
        scored.select_nth_unstable_by(most, order);
        scored.truncate(most);
    }
    scored.sort_by(order);
    scored.into_iter().map(|(_, name)| name).collect()
}

/// These cases as a list: examples only, and the number of the others, where the study has more than 60.
pub(crate) fn named(context: Context<'_>, findings: &Findings, levels: &[Option<usize>], cases: &[usize]) -> String {
    let speaker = context.speaker;
    match cases.len().checked_sub(EXAMPLES) {
        Some(more @ 1..) if findings.cases.len() > KNOWN => {
            let examples = speaker.list(ordered(findings, levels, cases, EXAMPLES));
            speaker.say_of("cases-and-more", &[("cases", examples.into()), ("count", more.into())])
        }
        _ => listed(ordered(findings, levels, cases, cases.len()), speaker),
    }
}

/// The cases of a path as a cell, with those that deviate in kind; files of tables have all cases in natural order.
pub(crate) fn cell(context: Context<'_>, findings: &Findings, levels: &[Option<usize>], cases: &[usize]) -> Cell {
    let shown = named(context, findings, levels, cases);
    with_deviant(context, findings, cases, (shown, &findings.out_of_outcome(cases)))
}

/// The cases of a row of the truth table as a cell: in natural order, or examples where the study has more than 60, with
/// those that deviate in kind from a row with output 1.
pub(crate) fn in_row(context: Context<'_>, findings: &Findings, row: &Row) -> Cell {
    let shown = if findings.cases.len() > KNOWN {
        let levels: Vec<Option<usize>> = row.levels.iter().copied().map(Some).collect();
        named(context, findings, &levels, &row.cases)
    } else {
        listing::names(findings, &row.cases, context.speaker)
    };
    with_deviant(context, findings, &row.cases, (shown, &findings.deviant(row)))
}

/// Cases as they are shown and, in full, for files; with the deviant ones among them.
fn with_deviant(
    context: Context<'_>,
    findings: &Findings,
    all: &[usize],
    (shown, deviant): (String, &[usize]),
) -> Cell {
    let speaker = context.speaker;
    let names = |cases: &[usize]| speaker.list(cases.iter().filter_map(|&case| findings.cases.get(case)));
    if deviant.is_empty() {
        return Cell { full: Some(names(all)), ..Cell::text(shown) };
    }
    let both = |cases: String, deviant: String| {
        speaker.say_of("cases-with-deviant", &[("cases", cases.into()), ("deviant", deviant.into())])
    };
    let few = match deviant.len().checked_sub(EXAMPLES) {
        Some(more @ 1..) if findings.cases.len() > KNOWN => {
            let args = [("cases", names(&deviant[..EXAMPLES]).into()), ("count", more.into())];
            speaker.say_of("cases-and-more", &args)
        }
        _ => listing::names(findings, deviant, speaker),
    };
    Cell { full: Some(both(names(all), names(deviant))), ..Cell::text(both(shown, few)) }
}
