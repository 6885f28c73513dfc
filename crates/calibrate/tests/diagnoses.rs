//! Calibration diagnostics of a study.

use equifinal_calibrate::{calibrate, diagnose};
use equifinal_study::diagnosis::{Concern, Diagnosis};
use equifinal_study::table::{CaseTable, Cells, Column};
use equifinal_studyfile::parse::parse;

/// The diagnosis of a study with these sets, all of them conditions but `Y`, of a column `a` (and its mirror `b`).
fn diagnosis(sets: &str, conditions: &str, raw: &[f64]) -> Diagnosis {
    let source = format!(
        "format: equifinal/study/1\nid: small\ntitle: Small\nprovenance: original\n\
         data: {{cases: {{file: small.csv, id: case}}}}\nsets:\n{sets}\n  \
         Y: {{column: y, calibrate: {{given: crisp}}}}\nanalyses:\n  \
         only: {{outcome: Y, conditions: [{conditions}], negation: true, truth_table: {{consistency: 0.8}}}}\n"
    );
    let study = parse("small.yaml", source.as_bytes()).unwrap_or_else(|refused| panic!("{refused}"));
    let column = |name: &str, values: Vec<f64>| Column::of_file(name.to_owned(), Cells::Numbers(values));
    let table = CaseTable {
        file: "small.csv".to_owned(),
        cases: (1..=raw.len()).map(|case| format!("c{case:02}")).collect(),
        lines: (2..raw.len() + 2).collect(),
        columns: vec![
            column("a", raw.to_vec()),
            column("b", raw.iter().map(|value| 1.0 - value).collect()),
            column("y", (0_u8..2).cycle().map(f64::from).take(raw.len()).collect()),
        ],
        ..CaseTable::default()
    };
    let calibrated = calibrate(&table, &study.sets).unwrap();
    diagnose(&study, &table, &calibrated)
}

const EVEN: [f64; 8] = [0.05, 0.1, 0.2, 0.3, 0.7, 0.8, 0.9, 0.95];

fn check(sets: &str, conditions: &str, raw: &[f64], expected: &[Concern]) {
    assert_eq!(diagnosis(sets, conditions, raw).concerns, expected, "{sets}");
}

#[test]
fn distributions_of_memberships() {
    let a = "  A: {column: a, calibrate: {given: fuzzy}}";
    let set = || "A".to_owned();
    check(a, "A", &EVEN, &[]);
    let near = Concern::NearCrossover { set: set(), cases: vec!["c02".to_owned(), "c03".to_owned()] };
    check(a, "A", &[0.1, 0.52, 0.45, 0.9], &[near]);
    let skewed = Concern::Skewed { set: set(), share_in: 0.125 };
    let piled = Concern::PiledUp { set: set(), share: 0.875, inside: false };
    check(a, "A", &[0.0, 0.1, 0.0, 0.1, 0.3, 0.2, 0.0, 1.0], &[skewed, piled]);
    // One value everywhere is said once, whatever else it is.
    check(a, "A", &[1.0, 1.0, 1.0, 1.0], &[Concern::Constant { set: set(), value: 1.0 }]);
    let at_half = Concern::NearCrossover { set: set(), cases: vec!["c01".to_owned(), "c02".to_owned()] };
    check(a, "A", &[0.5, 0.5], &[Concern::Constant { set: set(), value: 0.5 }, at_half]);
    let found = diagnosis(a, "A", &[0.6, 0.7, 0.3, 0.4]).concerns;
    assert!(found.is_empty(), "{found:?}");
    let found = diagnosis(a, "A", &[0.6, 0.6, 0.4, 0.4]).concerns;
    let levels = "  A: {column: a, calibrate: {given: multivalue}}";
    check(levels, "A", &[0.0, 1.0, 2.0, 2.0, 2.0, 2.0, 2.0, 2.0], &[]);
    let one_level = Concern::OneLevel { set: set(), level: 1, share: 0.875 };
    check(levels, "A", &[1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0], &[one_level]);
    assert!(
        matches!(found.as_slice(), [Concern::LittleSpread { sd, .. }] if (sd - 0.115_470_053_837_925_2).abs() < 1e-12)
    );
}

#[test]
fn reasons_and_anchors() {
    let direct =
        |anchors: &str, because: &str| format!("  A: {{column: a, calibrate: {{direct: {{{anchors}}}}}{because}}}");
    let (own, median) =
        ("exclusion: 0, crossover: 0.4, inclusion: 1", "exclusion: 0.05, crossover: 0.5, inclusion: 0.95");
    let set = || "A".to_owned();
    check(&direct(own, ""), "A", &EVEN, &[Concern::NoReason { set: set() }]);
    check(&direct(own, ", because: usual"), "A", &EVEN, &[Concern::ShortReason { set: set() }]);
    check(&direct(own, ", because: 按政策目标确定"), "A", &EVEN, &[]);
    let follows = |percentiles| Concern::AnchorsFollowSample { set: set(), percentiles };
    let theory = ", because: {source: theory, text: a theory says so}";
    check(&direct(median, theory), "A", &EVEN, &[follows([0.0, 50.0, 100.0])]);
    let falling = "exclusion: 0.95, crossover: 0.5, inclusion: 0.05";
    let theory = format!("{theory}, direction: falling");
    check(&direct(falling, &theory), "A", &EVEN, &[follows([100.0, 50.0, 0.0])]);
    check(&direct(median, ", because: {source: sample, text: no external standard}"), "A", &EVEN, &[]);
}

/// Tests every limit of a diagnostic on both sides: no concern at the limit, a concern beyond it.
#[test]
fn limits_of_diagnostics() {
    let set = || "A".to_owned();
    let fuzzy = "  A: {column: a, calibrate: {given: fuzzy}}";
    let levels = "  A: {column: a, calibrate: {given: multivalue}}";
    // 17 of 20 cases are 0.85 of them.
    let share = |many: usize, all: usize| -> Vec<f64> {
        (0..all).map(|case| if case < many { 0.1 + 0.2 * f64::from(u8::from(case % 2 == 0)) } else { 0.9 }).collect()
    };
    let piled = |raw: &[f64]| {
        let found = diagnosis(fuzzy, "A", raw).concerns;
        found.iter().any(|concern| matches!(concern, Concern::PiledUp { .. }))
    };
    assert!(!piled(&share(17, 20)) && piled(&share(18, 20)));
    let level = |many: u8| -> Vec<f64> { (0..20).map(|case| f64::from(u8::from(case < many))).collect() };
    check(levels, "A", &level(17), &[]);
    check(levels, "A", &level(18), &[Concern::OneLevel { set: set(), level: 1, share: 0.9 }]);
    // Four values, 0.5 on average, the outer ones 0.225 from it: the standard deviation is 0.15 where √3 takes part.
    let spread = |far: f64| diagnosis(fuzzy, "A", &[0.5 - far, 0.5 - far, 0.5 + far, 0.5 + far]).concerns;
    let little = |found: &[Concern]| found.iter().any(|concern| matches!(concern, Concern::LittleSpread { .. }));
    assert!(little(&spread(0.12)) && !little(&spread(0.14)));
    let shortest =
        |text: &str| format!("  A: {{column: a, calibrate: {{crisp: {{threshold: 0.5}}}}, because: {text}}}");
    check(&shortest("twelve signs"), "A", &EVEN, &[]);
    check(&shortest("eleven sign"), "A", &EVEN, &[Concern::ShortReason { set: set() }]);
    // A single case has no spread and no correlation.
    let two = format!("{fuzzy}\n  B: {{column: b, calibrate: {{given: fuzzy}}}}");
    let single = diagnosis(&two, "A, B", &[0.7]).concerns;
    assert!(
        single.iter().all(|concern| matches!(concern, Concern::Skewed { .. } | Concern::PiledUp { .. })),
        "{single:?}"
    );
    // Levels are groups: where one of two conditions has levels, their numbers do not correlate.
    let mixed = "  A: {column: a, calibrate: {given: multivalue}}\n  B: {column: b, calibrate: {crisp: {threshold: 0}}, because: a standard of the field}";
    check(mixed, "A, B", &[0.0, 1.0, 2.0, 0.0, 1.0, 2.0, 2.0, 1.0], &[]);
}

/// Tests anchors at percentiles in all three places, and percentiles under another reason than the sample.
#[test]
fn anchors_that_follow_the_sample() {
    let follows = |calibrate: &str, raw: &[f64]| {
        let set = format!(
            "  A: {{column: a, calibrate: {{{calibrate}}}, because: {{source: theory, text: a theory says so}}}}"
        );
        let found = diagnosis(&set, "A", raw).concerns.into_iter();
        let mut percentiles = found.filter_map(|concern| match concern {
            Concern::AnchorsFollowSample { percentiles, .. } => Some(percentiles),
            _ => None,
        });
        percentiles.next()
    };
    let raw = [10.0, 20.0, 30.0, 40.0, 50.0];
    for (calibrate, expected) in [
        ("direct: {exclusion: 10, crossover: 30, inclusion: 50}", Some([0.0, 50.0, 100.0])),
        ("direct: {exclusion: 10.00009, crossover: 30, inclusion: 50}", Some([0.0, 50.0, 100.0])),
        ("direct: {exclusion: 10.0003, crossover: 30, inclusion: 50}", None),
        ("direct: {exclusion: 11, crossover: 30, inclusion: 50}", None),
        ("direct: {exclusion: 10, crossover: 31, inclusion: 50}", None),
        ("direct: {exclusion: 10, crossover: 30, inclusion: 51}", None),
        ("direct: {exclusion: 50, crossover: 30, inclusion: 10}", Some([100.0, 50.0, 0.0])),
        ("percentiles: {exclusion: 5, crossover: 50, inclusion: 95}", Some([5.0, 50.0, 95.0])),
        ("percentiles: {exclusion: 95, crossover: 50, inclusion: 5}", Some([95.0, 50.0, 5.0])),
        ("crisp: {threshold: 30}", None),
    ] {
        assert_eq!(follows(calibrate, &raw), expected, "{calibrate}");
    }
}

#[test]
fn redundant_conditions() {
    let two = "  A: {column: a, calibrate: {given: fuzzy}}\n  B: {column: b, calibrate: {given: fuzzy}}\n  C: {column: a, calibrate: {given: fuzzy}}";
    let found = diagnosis(two, "A, B, C", &EVEN).concerns;
    let [Concern::Correlated { first, second, r }, Concern::Identical { .. }, Concern::Correlated { .. }] =
        found.as_slice()
    else {
        panic!("{found:?}")
    };
    assert_eq!((first.as_str(), second.as_str()), ("A", "B"));
    assert!((r + 1.0).abs() < 1e-12);
}

#[test]
fn thresholds_compared_with_suggested_ones() {
    let (even, alone) = (&EVEN[..], &[0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8][..]);
    // On the scale of a regression a value equal to a threshold belongs to the group below.
    let three = &[0.1, 0.2, 0.3, 1.0, 1.1, 1.2, 3.0, 3.1][..];
    for (raw, way, taken, gaps, at_gaps) in [
        (even, "crisp: {threshold: 0.5}", true, &[0.5][..], true),
        (even, "crisp: {threshold: 0.31}", true, &[0.5], true),
        (even, "crisp: {threshold: 0.7}", true, &[0.5], true),
        (even, "crisp: {threshold: 0.9}", false, &[0.5], false),
        (alone, "crisp: {threshold: 0.8}", false, &[0.7], true),
        (three, "levels: {thresholds: [0.3, 1.2]}", false, &[0.65, 2.1], false),
        (three, "indirect: {thresholds: [0.3, 1.2]}", true, &[0.65, 2.1], true),
    ] {
        let set = format!("  A: {{column: a, calibrate: {{{way}}}, because: a standard of the field}}");
        let [check] = &diagnosis(&set, "A", raw).thresholds[..] else { panic!("{way}") };
        assert_eq!((check.taken, check.at_gaps), (taken, at_gaps), "{way}: {check:?}");
        let near = check.gaps.iter().zip(gaps).all(|(found, gap)| (found - gap).abs() < 1e-12);
        assert!(near && check.gaps.len() == gaps.len() && check.chosen.len() == gaps.len(), "{way}: {check:?}");
    }
}

/// Tests anchors that no value reaches: percentages against shares, and shares against percentages.
#[test]
fn anchors_that_separate_no_values() {
    let beyond = |sets: &str, raw: &[f64]| {
        let found = diagnosis(sets, "A", raw).concerns.into_iter();
        let mut beyond = found.filter(|concern| matches!(concern, Concern::BeyondAnchors { .. }));
        (beyond.next(), beyond.count()).0
    };
    let concern = |range, anchors, one_sided, factor| {
        Some(Concern::BeyondAnchors { set: "A".to_owned(), range, anchors, one_sided, factor })
    };
    let direct = "  A: {column: a, calibrate: {direct: {exclusion: 5, crossover: 20, inclusion: 45}}}";
    let falling = "  A: {column: a, calibrate: {direct: {exclusion: 45, crossover: 20, inclusion: 5}}}";
    let shares = "  A: {column: a, calibrate: {direct: {exclusion: 0.05, crossover: 0.2, inclusion: 0.45}}}";
    let (small, large) = ([0.066, 0.12, 0.31], [6.6, 12.0, 31.0]);
    check_none(beyond(direct, &large));
    check_none(beyond(shares, &small));
    check_none(beyond(direct, &[5.0, 45.0]));
    // A value at an anchor lies at it and not beyond, at either end.
    check_none(beyond(direct, &[45.0, 60.0]));
    check_none(beyond(direct, &[1.0, 5.0]));
    check_none(beyond(direct, &[1.0, 44.0, 99.0]));
    assert_eq!(beyond(direct, &small), concern([0.066, 0.31], [5.0, 45.0], true, Some(100.0)));
    assert_eq!(beyond(falling, &small), concern([0.066, 0.31], [5.0, 45.0], true, Some(100.0)));
    assert_eq!(beyond(shares, &large), concern([6.6, 31.0], [0.05, 0.45], true, Some(0.01)));
    assert_eq!(beyond(direct, &[-3.0, -2.0]), concern([-3.0, -2.0], [5.0, 45.0], true, None));
    // A share of zero lies below, everything else above.
    assert_eq!(beyond(shares, &[0.0, 12.0, 31.0]), concern([0.0, 31.0], [0.05, 0.45], false, Some(0.01)));
    let bell = "  A: {column: a, calibrate: {direct: {exclusion: [10, 90], crossover: [20, 80], inclusion: [30, 70]}}}";
    check_none(beyond(bell, &[50.0, 60.0]));
    assert_eq!(beyond(bell, &[0.2, 0.75]), concern([0.2, 0.75], [10.0, 90.0], true, Some(100.0)));
    let ecdf = "  A: {column: a, calibrate: {ecdf: {exclusion: 5, crossover: 20, inclusion: 45}}}";
    assert_eq!(beyond(ecdf, &small), concern([0.066, 0.31], [5.0, 45.0], true, Some(100.0)));
    let crisp = "  A: {column: a, calibrate: {crisp: {threshold: 0.2}}}";
    check_none(beyond(crisp, &[0.1, 0.2]));
    assert_eq!(beyond(crisp, &[0.2, 0.3]), concern([0.2, 0.3], [0.2, 0.2], true, None));
    assert_eq!(beyond(crisp, &large), concern([6.6, 31.0], [0.2, 0.2], true, Some(0.01)));
    let levels = "  A: {column: a, calibrate: {levels: {thresholds: [10, 20]}}}";
    check_none(beyond(levels, &[5.0, 30.0]));
    assert_eq!(beyond(levels, &small), concern([0.066, 0.31], [10.0, 20.0], true, Some(100.0)));
    let percentiles = "  A: {column: a, calibrate: {percentiles: {exclusion: 5, crossover: 50, inclusion: 95}}}";
    check_none(beyond(percentiles, &small));
}

fn check_none(found: Option<Concern>) {
    assert_eq!(found, None);
}

/// Rows of totals and means are found by their numbers, whatever they are called.
#[test]
fn totals_among_the_cases() {
    const STUDY: &str = "format: equifinal/study/1\nid: small\ntitle: Small\nprovenance: original\n\
        data: {cases: {file: small.csv, id: case}}\nsets:\n  \
        A: {column: a, direction: rising, calibrate: {direct: {exclusion: 1, crossover: 2, inclusion: 4}}}\n  \
        B: {column: b, calibrate: {crisp: {threshold: 25}}}\n  \
        C: {column: c, calibrate: {given: crisp}}\nanalyses:\n  \
        only: {outcome: B, conditions: [A, C], truth_table: {consistency: 0.8, pri: 0}}\n";
    let study = parse("small.yaml", STUDY.as_bytes()).unwrap_or_else(|refused| panic!("{refused}"));
    let check = |a: &[f64], b: &[f64], expected: &[&str]| {
        let table = CaseTable {
            file: "small.csv".to_owned(),
            cases: (1..=a.len()).map(|case| format!("c{case}")).collect(),
            lines: (2..a.len() + 2).collect(),
            columns: vec![
                Column::of_file("a".to_owned(), Cells::Numbers(a.to_vec())),
                Column::of_file("b".to_owned(), Cells::Numbers(b.to_vec())),
                Column::of_file(
                    "c".to_owned(),
                    Cells::Numbers((0_u8..2).cycle().map(f64::from).take(a.len()).collect()),
                ),
            ],
            ..CaseTable::default()
        };
        let found = diagnose(&study, &table, &calibrate(&table, &study.sets).unwrap()).concerns;
        let totals = found.into_iter().filter_map(|concern| match concern {
            Concern::TotalOfOthers { case, columns } => {
                assert_eq!(columns, ["a", "b"]);
                Some(case)
            }
            _ => None,
        });
        assert_eq!(totals.collect::<Vec<_>>(), expected, "{a:?} {b:?}");
    };
    check(&[1.5, 2.0, 3.25, 4.0, 10.75], &[20.0, 31.0, 15.0, 40.0, 106.0], &["c5"]);
    check(&[10.75, 1.5, 2.0, 3.25, 4.0], &[26.5, 20.0, 31.0, 15.0, 40.0], &["c1"]);
    // A sum in one column and a mean in the other, as in yearbooks, rounded as printed.
    check(&[1.5, 2.0, 3.25, 4.0, 2.69], &[20.0, 31.0, 15.0, 40.0, 106.0], &["c5"]);
    // One column alone, a value that is too coarse to be a mean, too few others, a case without a value.
    check(&[1.5, 2.0, 3.25, 4.0, 10.75], &[20.0, 31.0, 15.0, 40.0, 105.0], &[]);
    check(&[1.0, 2.0, 3.0, 4.0, 3.0], &[1.0, 2.0, 3.0, 4.0, 2.0], &[]);
    check(&[1.5, 2.0, 3.5], &[20.0, 31.0, 51.0], &[]);
}

/// Falling anchors are a concern unless they are declared.
#[test]
fn anchors_that_fall() {
    for (direction, expected) in [("", 1), ("direction: falling, ", 0)] {
        let a = format!(
            "  A: {{column: a, {direction}calibrate: {{direct: {{exclusion: 0.9, crossover: 0.4, inclusion: 0.1}}}}}}"
        );
        let found = diagnosis(&a, "A", &EVEN).concerns;
        let falls = Concern::FallsUnsaid { set: "A".to_owned(), anchors: [0.9, 0.1] };
        assert_eq!(found.iter().filter(|concern| **concern == falls).count(), expected, "{found:?}");
    }
}
