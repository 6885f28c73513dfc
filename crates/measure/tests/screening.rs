//! Each rule of screening over the same small sheet.

use equifinal_measure::screening::screen;
use equifinal_measure::sheet::{CodedItem, Sheet};
use equifinal_study::responses::Absent;
use equifinal_study::screening::{Action, Rule, Step};

/// Ten respondents by six rating items of three scales, an attention item, age and years of work.
fn sheet() -> Sheet {
    const M: f64 = -1.0;
    const S: f64 = -2.0;
    let rows: [[f64; 9]; 10] = [
        [4.0, 4.0, 2.0, 2.0, 5.0, 1.0, 4.0, 40.0, 15.0],
        [4.0, 4.0, 2.0, 2.0, 5.0, 1.0, 4.0, 40.0, 15.0],
        [3.0, 3.0, 3.0, 3.0, 3.0, 3.0, 4.0, 35.0, 10.0],
        [5.0, 1.0, 1.0, 5.0, 3.0, 3.0, 4.0, 30.0, 5.0],
        [2.0, 3.0, 4.0, 4.0, 4.0, 2.0, 3.0, 50.0, 25.0],
        [2.0, M, M, M, 4.0, 2.0, 4.0, 45.0, 20.0],
        [2.0, 2.0, 4.0, S, 4.0, 1.0, 4.0, 25.0, 20.0],
        [7.0, 2.0, 4.0, 4.0, 4.0, 5.0, 4.0, 28.0, 4.0],
        [3.0, 4.0, 2.0, 1.0, 2.0, 4.0, 4.0, 33.0, 8.0],
        [1.0, 2.0, 5.0, 4.0, 3.0, 3.0, M, 41.0, 18.0],
    ];
    let answer = |value: f64| match value {
        M => Err(Absent::Missing),
        S => Err(Absent::Skipped),
        value => Ok(value),
    };
    let item = |at: usize| CodedItem {
        name: format!("q{at}"),
        answers: rows.iter().map(|row| answer(row[at])).collect(),
        range: (at < 6).then_some((1.0, 5.0)),
        reversed: at == 5,
    };
    Sheet {
        ids: (1..=10).map(|id| id.to_string()).collect(),
        seconds: [207, 200, 30, 190, 180, 170, 210, 220, 230, 9000].map(|seconds| Some(f64::from(seconds))).to_vec(),
        finished: (1..=10).map(|id| (id != 9).then_some(id != 4)).collect(),
        items: (0..9).map(item).collect(),
        scales: vec![vec![0, 1], vec![2, 3], vec![4, 5]],
    }
}

fn check(rule: Rule, expected: &[&str], unjudged: usize) {
    let found = screen(&sheet(), &[Step { rule: rule.clone(), action: Action::Drop }], Some(20)).unwrap();
    let ids: Vec<&str> = found.audit.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(ids, expected, "{}", rule.name());
    assert_eq!(found.steps[0].unjudged, unjudged, "{}", rule.name());
    assert_eq!((found.returned, found.valid), (10, 10 - expected.len()));
}

#[test]
fn each_rule_finds_what_it_is_for() {
    check(Rule::Unfinished, &["4"], 1);
    check(Rule::Duplicate, &["2"], 0);
    check(Rule::TooFast { seconds: Some(90.0) }, &["3"], 0);
    // 0.8 of the 10th percentile of 30, 170, 180 …: 0.8 · 156 = 124.8
    check(Rule::TooFast { seconds: None }, &["3"], 0);
    check(Rule::TooSlow, &["10"], 0);
    check(Rule::LongString { run: 6 }, &["3"], 0);
    check(Rule::LowVariability { below: 0.3 }, &["3"], 0);
    check(Rule::Attention { item: "q6".to_owned(), answer: 4.0 }, &["5", "10"], 0);
    let (smaller, larger) = ("q8".to_owned(), "q7".to_owned());
    check(Rule::Contradiction { smaller, larger, apart: 16.0 }, &["7"], 0);
    check(Rule::Missing { above: 0.2 }, &["6"], 0);
    check(Rule::OutOfRange, &["8"], 0);
    check(Rule::Reversal { points: 2.0 }, &["8"], 0);
    // 3, and 6 and 7, whose scales lack an item, leave fewer than three pairs or halves that do not vary.
    check(Rule::EvenOdd { below: 0.0 }, &["4", "8"], 3);
}

#[test]
fn the_odd_one_out_is_far_from_the_rest() {
    // Sixty respondents whose two items agree, and one whose do not.
    let agreeing = (0..60_u32).map(|i| (f64::from(i % 5) + 1.0, f64::from((i + u32::from(i % 7 == 0)) % 5) + 1.0));
    let rows: Vec<(f64, f64)> = agreeing.filter(|(a, b)| (a - b).abs() < 2.0).chain([(1.0, 5.0)]).collect();
    let item = |name: &str, of: fn(&(f64, f64)) -> f64| CodedItem {
        name: name.to_owned(),
        answers: rows.iter().map(|row| Ok(of(row))).collect(),
        range: Some((1.0, 5.0)),
        reversed: false,
    };
    let ids: Vec<String> = (1..=rows.len()).map(|id| id.to_string()).collect();
    let sheet =
        Sheet { ids: ids.clone(), items: vec![item("a", |row| row.0), item("b", |row| row.1)], ..Sheet::default() };
    let found = screen(&sheet, &[Step { rule: Rule::Mahalanobis { p: 0.001 }, action: Action::Flag }], None).unwrap();
    assert_eq!(found.audit.iter().map(|row| &row.id).collect::<Vec<_>>(), [ids.last().unwrap()]);
    assert_eq!((found.valid, found.valid_rate()), (rows.len(), None));
}

#[test]
fn steps_work_on_what_is_left_in_their_order() {
    let step = |rule, action| Step { rule, action };
    let steps = [
        step(Rule::LongString { run: 6 }, Action::Flag),
        step(Rule::TooFast { seconds: Some(90.0) }, Action::Drop),
        step(Rule::LowVariability { below: 0.3 }, Action::Drop),
        step(Rule::Duplicate, Action::Drop),
    ];
    let found = screen(&sheet(), &steps, Some(16)).unwrap();
    let counts: Vec<(usize, usize)> = found.steps.iter().map(|result| (result.entered, result.found)).collect();
    assert_eq!(counts, [(10, 1), (10, 1), (9, 0), (9, 1)]);
    assert_eq!((found.returned, found.valid, found.valid_rate()), (10, 8, Some(0.5)));
    assert_eq!(
        found.audit.iter().map(|row| (row.id.as_str(), row.action)).collect::<Vec<_>>(),
        [("3", Action::Flag), ("3", Action::Drop), ("2", Action::Drop)]
    );
}

#[test]
fn every_unknown_item_is_said_at_once() {
    let rules = [
        Rule::Attention { item: "x".to_owned(), answer: 1.0 },
        Rule::Contradiction { smaller: "y".to_owned(), larger: "z".to_owned(), apart: 1.0 },
    ];
    let steps: Vec<Step> = rules.into_iter().map(|rule| Step { rule, action: Action::Drop }).collect();
    let wrong = screen(&sheet(), &steps, None).unwrap_err();
    assert_eq!(wrong.iter().map(|wrong| wrong.item.as_str()).collect::<Vec<_>>(), ["x", "y", "z"]);
}
