//! Applies the rules to all figures that a study takes from a publication.

use std::collections::BTreeSet;

use equifinal_study::config::{
    Published, PublishedPercentage, PublishedSolution, PublishedTruthTable, Respondents, SetSpec,
};
use equifinal_study::memberships::Memberships;
use equifinal_study::missing::{is_missing, known};
use equifinal_study::table::CaseTable;

use super::necessity::necessity_checks;
use super::recomputed::{About, Check, Recomputed, RecomputedModel, TOLERANCE};
use super::{
    Figure, Finding, anchors, case_matrix, cases_lost, coverages, fit_swapped, grim_mean, grim_sizes, memberships,
    stated_twice, terms_below_cutoff,
};

/// Applies every rule to every published figure that it concerns, in the order of the study file.
///
/// Rules 2, 4, 5 and 7 compare with `recomputed`, rule 3 with `sets`, rule 10 with the raw values of a set in `table`,
/// by its entry in `specs`. Figures without a recomputed counterpart are reported as not compared.
pub fn audit(
    published: &Published,
    recomputed: &[Recomputed],
    sets: &Memberships,
    table: &CaseTable,
    specs: &[SetSpec],
) -> Vec<Check> {
    let of = |name: &str| recomputed.iter().find(|one| one.analysis == name);
    let mut checks = Vec::new();
    for solution in &published.solutions {
        checks.extend(solution_checks(solution, of(&solution.analysis)));
    }
    checks.extend(necessity_checks(&published.necessity, recomputed));
    checks.extend(published.truth_tables.iter().flat_map(table_checks));
    for (set, printed) in &published.memberships {
        let membership = |case: &String| {
            let place = sets.cases.iter().position(|other| other == case)?;
            sets.set(set)?.values.get(place).copied().filter(|&value| !is_missing(value))
        };
        let cases: Vec<(String, Figure, f64)> =
            printed.iter().filter_map(|(case, figure)| Some((case.clone(), *figure, membership(case)?))).collect();
        let mut findings = memberships(&cases, TOLERANCE);
        let alone = printed.iter().filter(|(case, _)| membership(case).is_none());
        findings.extend(alone.map(|(case, _)| Finding::NotRecomputed { rule: 3, what: case.clone() }));
        checks.push(Check::new(3, &About::Memberships(set.clone()), findings));
    }
    for (set, claimed) in &published.percentiles {
        let spec = specs.iter().find(|spec| spec.name == *set);
        let findings = match spec.and_then(|spec| table.numbers(spec)) {
            Some(sample) => anchors(&known(&sample).collect::<Vec<f64>>(), claimed),
            None => vec![Finding::NotRecomputed { rule: 10, what: set.clone() }],
        };
        checks.push(Check::new(10, &About::Percentiles(set.clone()), findings));
    }
    checks.extend(published.percentages.iter().map(percentage_check));
    checks.extend(published.means.iter().map(|mean| {
        let about = About::Figure(mean.id.clone(), mean.label.clone(), mean.value);
        Check::new(9, &about, grim_mean(mean.value, mean.of, mean.items).into_iter().collect())
    }));
    checks.extend(published.stated_twice.iter().map(|twice| {
        let about = About::Figure(twice.id.clone(), twice.label.clone(), twice.table);
        Check::new(11, &about, stated_twice(&twice.id, twice.text, twice.table).into_iter().collect())
    }));
    checks
}

/// Rules 1, 2, 5 and 7.
fn solution_checks(published: &PublishedSolution, recomputed: Option<&Recomputed>) -> Vec<Check> {
    let about = About::Solution(published.analysis.clone());
    let printed = |part: fn(&equifinal_study::config::PublishedTerm) -> bool| published.terms.iter().any(part);
    let mut checks = Vec::new();
    if published.coverage.is_some() || printed(|term| term.raw.is_some() && term.unique.is_some()) {
        checks.push(Check::new(1, &about, coverages(published)));
    }
    let Some(recomputed) = recomputed else { return checks };
    if printed(|term| term.consistency.is_some()) {
        let below = terms_below_cutoff(published, recomputed.variant, recomputed.cutoff);
        checks.push(Check::new(2, &about, below));
    }
    let terms: BTreeSet<String> = published.terms.iter().map(|term| term.term.clone()).collect();
    let same: Vec<&RecomputedModel> = recomputed.models.iter().filter(|model| model.terms == terms).collect();
    let fit = same.first().and_then(|model| model.consistency.zip(model.coverage));
    if published.consistency.is_some() && published.coverage.is_some() {
        let findings = match fit {
            Some((consistency, coverage)) => fit_swapped(published, consistency, coverage, TOLERANCE),
            None => Some(Finding::NotRecomputed { rule: 5, what: recomputed.analysis.clone() }),
        };
        checks.push(Check::new(5, &about, findings.into_iter().collect()));
    }
    let mut matches: Vec<&'static str> = same.iter().map(|model| model.solution).collect();
    matches.dedup();
    let models: Vec<(String, BTreeSet<String>)> =
        recomputed.models.iter().map(|model| (model.solution.to_owned(), model.terms.clone())).collect();
    let claimed = published.claimed.and_then(|claimed| super::claimed_type(claimed.name(), &terms, &models));
    let unnamed = (published.claimed.is_none() && matches.is_empty()).then_some(Finding::NoTypeAtAll);
    let findings = claimed.or(unnamed).into_iter().collect();
    checks.push(Check { matches, ..Check::new(7, &about, findings) });
    checks
}

/// Rules 6 and 8.
fn table_checks(published: &PublishedTruthTable) -> Vec<Check> {
    let about = About::TruthTable(published.id.clone());
    let frequencies: Option<Vec<u64>> = published.rows.iter().map(|row| row.cases).collect();
    let lost = published
        .cases
        .zip(frequencies)
        .map(|(cases, rows)| Check::new(6, &about, cases_lost(&rows, cases).into_iter().collect()));
    let digits = |row: &str| row.bytes().map(u32::from).collect::<Vec<u32>>();
    let rows: Vec<Vec<u32>> = published.rows.iter().map(|row| digits(&row.configuration)).collect();
    lost.into_iter().chain([Check::new(8, &about, case_matrix(&rows).into_iter().collect())]).collect()
}

/// Rule 9 for a percentage.
fn percentage_check(published: &PublishedPercentage) -> Check {
    let figure = published.value;
    let about = About::Figure(published.id.clone(), published.label.clone(), figure);
    match published.of {
        Respondents::Exactly(n) => {
            let possible = super::grim::grim_percent(figure, n);
            Check::new(9, &about, (!possible).then_some(Finding::Grim { figure, n }).into_iter().collect())
        }
        Respondents::AtMost(most) => {
            let sizes = grim_sizes(figure, most);
            let none = sizes.is_empty().then_some(Finding::GrimUpTo { figure, most });
            Check { sizes: Some((most, sizes)), ..Check::new(9, &about, none.into_iter().collect()) }
        }
    }
}

#[cfg(test)]
mod tests {
    use equifinal_study::config::{
        Calibration, Given, PublishedNecessity, PublishedRow, PublishedTerm, ScoreSource, SolutionType,
    };
    use equifinal_study::memberships::{Set, SetKind};
    use equifinal_study::table::{Cells, Column};

    use super::super::Variant;
    use super::super::recomputed::RecomputedNecessity;
    use super::*;

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    fn recomputed() -> Recomputed {
        let literal = |expression: &str, consistency| RecomputedNecessity {
            expression: expression.to_owned(),
            consistency: Some(consistency),
            coverage: Some(0.4),
        };
        let model = |solution, terms: &[&str]| RecomputedModel {
            solution,
            terms: terms.iter().map(|term| (*term).to_owned()).collect(),
            consistency: Some(0.89),
            coverage: Some(0.92),
        };
        Recomputed {
            analysis: "main".to_owned(),
            variant: Variant::Crisp,
            cutoff: 0.8,
            necessity: vec![literal("A", 0.9), literal("~A", 0.3)],
            models: vec![
                model("conservative", &["A*B", "C"]),
                model("parsimonious", &["A"]),
                model("intermediate", &["A"]),
            ],
        }
    }

    fn check(published: &Published, expected: &[(u8, &[&str])]) -> Vec<Check> {
        let set = Set { name: "A".to_owned(), kind: SetKind::Fuzzy, values: vec![0.9, 0.2] };
        let cases = vec!["c1".to_owned(), "c2".to_owned()];
        let table = CaseTable {
            file: String::new(),
            cases: cases.clone(),
            lines: vec![2, 3],
            columns: vec![Column::of_file("a".to_owned(), Cells::Numbers(vec![1.0, 3.0]))],
            ..CaseTable::default()
        };
        let sets = Memberships { cases, sets: vec![set] };
        let spec = SetSpec {
            name: "A".to_owned(),
            label: None,
            absent: None,
            levels: Vec::new(),
            group: None,
            definition: None,
            rubric: Vec::new(),
            column: "a".to_owned(),
            source: ScoreSource::Table,
            calibrate: Calibration::Given(Given::Fuzzy),
            quantity: None,
            target: None,
            because: None,
            slope: None,
            missing: None,
            time: None,
        };
        let found = audit(published, &[recomputed()], &sets, &table, &[spec]);
        let said: Vec<(u8, Vec<String>)> =
            found.iter().map(|check| (check.rule, check.findings.iter().map(ToString::to_string).collect())).collect();
        let expected: Vec<(u8, Vec<String>)> = expected
            .iter()
            .map(|(rule, words)| (*rule, words.iter().map(|words| (*words).to_owned()).collect()))
            .collect();
        assert_eq!(said, expected);
        found
    }

    fn solution(claimed: Option<SolutionType>, terms: &[&str]) -> Published {
        let term = |term: &&str| PublishedTerm {
            term: (*term).to_owned(),
            consistency: Some(figure("0.85")),
            raw: Some(figure("0.90")),
            unique: Some(figure("0.10")),
        };
        let printed = PublishedSolution {
            analysis: "main".to_owned(),
            claimed,
            terms: terms.iter().map(term).collect(),
            consistency: Some(figure("0.92")),
            coverage: Some(figure("0.89")),
        };
        Published { solutions: vec![printed], ..Published::default() }
    }

    #[test]
    fn solutions_are_compared_with_all_three_types() {
        let swapped = "consistency 0.92 and coverage 0.89 of the solution look swapped: 0.890 and 0.920 are recomputed";
        let found = check(
            &solution(Some(SolutionType::Conservative), &["A"]),
            &[
                (1, &["term A: raw coverage 0.90 exceeds solution coverage 0.89"][..0]),
                (2, &[]),
                (5, &[swapped]),
                (7, &["the solution is called conservative and is the intermediate and parsimonious"]),
            ],
        );
        assert_eq!(found[3].matches, ["parsimonious", "intermediate"]);
        let found = check(&solution(None, &["C", "A*B"]), &[(1, &[]), (2, &[]), (5, &[swapped]), (7, &[])]);
        assert_eq!(found[3].matches, ["conservative"]);
        check(
            &solution(None, &["B"]),
            &[
                (1, &[]),
                (2, &[]),
                (5, &["main is not recomputed: it is compared with nothing"]),
                (7, &["the solution matches none of the types recomputed"]),
            ],
        );
    }

    #[test]
    fn tables_are_compared_with_the_recomputation() {
        let row = |expression: &str, consistency: &str| PublishedNecessity {
            analysis: "main".to_owned(),
            expression: expression.to_owned(),
            consistency: Some(figure(consistency)),
            coverage: Some(figure("0.40")),
        };
        let configuration = |row: &str| PublishedRow { configuration: row.to_owned(), cases: Some(2) };
        let rows = vec![configuration("10"), configuration("10")];
        let published = Published {
            necessity: vec![row("A", "0.30"), row("~A", "0.90"), row("B", "0.50")],
            truth_tables: vec![PublishedTruthTable { id: "t".to_owned(), cases: Some(9), rows }],
            memberships: vec![(
                "A".to_owned(),
                vec![
                    ("c1".to_owned(), figure("0.90")),
                    ("c2".to_owned(), figure("0.30")),
                    ("c9".to_owned(), figure("0.10")),
                ],
            )],
            percentiles: ["A", "Z"].map(|set| (set.to_owned(), vec![(50.0, figure("2.5"))])).to_vec(),
            ..Published::default()
        };
        check(
            &published,
            &[
                (
                    4,
                    &[
                        "rows A and ~A look swapped: with their figures exchanged both agree with the recomputation",
                        "B is not recomputed: it is compared with nothing",
                    ],
                ),
                (6, &["the rows hold 4 of 9 cases: the others lie at 0.5 in some condition, or were left out unsaid"]),
                (8, &["the truth table has 2 rows for 1 configurations: it lists cases, not configurations"]),
                (
                    3,
                    &[
                        "case c2: membership 0.30 is printed where the anchors give 0.200",
                        "c9 is not recomputed: it is compared with nothing",
                    ],
                ),
                (10, &["the anchor 2.5 is called the 50th percentile, which is 2.000"]),
                (10, &["Z is not recomputed: it is compared with nothing"]),
            ],
        );
    }

    #[test]
    fn percentages_have_their_sample_sizes() {
        let percentage =
            |value: &str, of| PublishedPercentage { id: "p".to_owned(), label: None, value: figure(value), of };
        let published = Published {
            percentages: vec![
                percentage("88.32", Respondents::AtMost(600)),
                percentage("88.32", Respondents::AtMost(100)),
                percentage("88.32", Respondents::Exactly(205)),
            ],
            ..Published::default()
        };
        let found = check(
            &published,
            &[(9, &[]), (9, &["no sample of at most 100 gives 88.32"]), (9, &["88.32 cannot come from 205 answers"])],
        );
        assert_eq!(found[0].sizes.as_ref().map(|(_, sizes)| sizes.len()), Some(19));
    }
}
