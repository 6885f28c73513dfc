//! Tests each screening rule on the same small sheet.

use equifinal_measure::screening::screen;
use equifinal_measure::sheet::{CodedItem, Sheet};
use equifinal_study::responses::Absent;
use equifinal_study::screening::{Action, CannotJudge, Rule, Step};

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
fn each_rule_flags_its_target() {
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

/// Sixty respondents whose two items agree, and one whose items do not; all answer an attention item, three
/// incorrectly.
fn crowd() -> Sheet {
    let agreeing = (0..60_u32).map(|i| (f64::from(i % 5) + 1.0, f64::from((i + u32::from(i % 7 == 0)) % 5) + 1.0));
    let rows: Vec<(f64, f64)> = agreeing.filter(|(a, b)| (a - b).abs() < 2.0).chain([(1.0, 5.0)]).collect();
    let last = rows.len() - 1;
    let item = |name: &str, of: &dyn Fn(usize, (f64, f64)) -> f64| CodedItem {
        name: name.to_owned(),
        answers: rows.iter().enumerate().map(|(at, row)| Ok(of(at, *row))).collect(),
        range: Some((1.0, 5.0)),
        reversed: false,
    };
    let careless = [3, 11, 20];
    let check = |at, _| if at != last && careless.contains(&at) { 2.0 } else { 4.0 };
    Sheet {
        ids: (1..=rows.len()).map(|id| id.to_string()).collect(),
        items: vec![item("a", &|_, row| row.0), item("check", &check), item("b", &|_, row| row.1)],
        ..Sheet::default()
    }
}

fn flag(rule: Rule) -> Step {
    Step { rule, action: Action::Flag }
}

#[test]
fn outliers_have_a_large_distance() {
    let mut sheet = crowd();
    sheet.items.remove(1);
    let found = screen(&sheet, &[flag(Rule::Mahalanobis { p: 0.001 })], None).unwrap();
    assert_eq!(found.audit.iter().map(|row| &row.id).collect::<Vec<_>>(), [sheet.ids.last().unwrap()]);
    assert_eq!((found.valid, found.valid_rate()), (sheet.ids.len(), None));
    assert_eq!((found.steps[0].cannot_judge, &found.steps[0].constant_items), (None, &Vec::new()));
}

/// All who pass an attention check give the same answer to its item, which then has no variance.
#[test]
fn distances_leave_out_constant_items() {
    let attention = Step { rule: Rule::Attention { item: "check".to_owned(), answer: 4.0 }, action: Action::Drop };
    let found = screen(&crowd(), &[attention.clone(), flag(Rule::Mahalanobis { p: 0.001 })], None).unwrap();
    let step = &found.steps[1];
    assert_eq!((step.cannot_judge, step.unjudged, step.found), (None, 0, 1));
    assert_eq!(step.constant_items, ["check"]);
    // The distance is that between the two items alone.
    let mut alone = crowd();
    let kept: Vec<usize> = (0..alone.ids.len()).filter(|&at| alone.items[1].answer(at) == Ok(4.0)).collect();
    alone.ids = kept.iter().map(|&at| alone.ids[at].clone()).collect();
    for item in &mut alone.items {
        item.answers = kept.iter().map(|&at| item.answers[at]).collect();
    }
    alone.items.remove(1);
    let without = screen(&alone, &[flag(Rule::Mahalanobis { p: 0.001 })], None).unwrap();
    assert_eq!(found.audit.last().unwrap().measured, without.audit[0].measured);
}

/// A rule that cannot judge anybody reports the reason, and flags nobody.
#[test]
fn rules_that_cannot_judge_give_the_reason() {
    let check = |change: &dyn Fn(&mut Sheet), rule: Rule, expected: CannotJudge| {
        let mut sheet = crowd();
        change(&mut sheet);
        let found = screen(&sheet, &[flag(rule.clone())], None).unwrap();
        let step = &found.steps[0];
        assert_eq!((step.cannot_judge, step.unjudged), (Some(expected), sheet.ids.len()), "{}", rule.name());
        assert_eq!((step.found, found.audit.len(), found.valid), (0, 0, sheet.ids.len()), "{}", rule.name());
    };
    let nothing = |_: &mut Sheet| {};
    // The farthest of 15 responses lies 14²/15 = 13.1 from the mean of two items, and χ² of two exceeds 13.8 in one of
    // a thousand: nobody could be found.
    let few = |sheet: &mut Sheet| sheet.ids.truncate(3);
    let distances = Rule::Mahalanobis { p: 0.001 };
    check(&nothing, Rule::Unfinished, CannotJudge::NotRecorded);
    check(&nothing, Rule::TooFast { seconds: None }, CannotJudge::NotRecorded);
    check(&nothing, Rule::TooFast { seconds: Some(90.0) }, CannotJudge::NotRecorded);
    check(&nothing, Rule::TooSlow, CannotJudge::NotRecorded);
    check(&nothing, Rule::LongString { run: 4 }, CannotJudge::TooFewRatings { found: 3, needed: 4 });
    check(&nothing, Rule::EvenOdd { below: 0.0 }, CannotJudge::TooFewConstructs { found: 0, needed: 3 });
    check(&nothing, Rule::Reversal { points: 2.0 }, CannotJudge::NoReversedItem);
    check(&few, distances.clone(), CannotJudge::TooFewResponses { found: 3, needed: 16 });
    let unrated = |sheet: &mut Sheet| sheet.items.iter_mut().for_each(|item| item.range = None);
    check(&unrated, Rule::OutOfRange, CannotJudge::TooFewRatings { found: 0, needed: 1 });
    check(&unrated, Rule::LowVariability { below: 0.3 }, CannotJudge::TooFewRatings { found: 0, needed: 2 });
    check(&unrated, distances.clone(), CannotJudge::TooFewRatings { found: 0, needed: 1 });
    let copied = |sheet: &mut Sheet| sheet.items[1] = CodedItem { name: "copy".to_owned(), ..sheet.items[0].clone() };
    check(&copied, distances.clone(), CannotJudge::Dependent);
    let alike = |sheet: &mut Sheet| {
        let answers = |item: &mut CodedItem| item.answers.iter_mut().for_each(|answer| *answer = Ok(3.0));
        sheet.items.iter_mut().for_each(answers);
    };
    check(&alike, distances.clone(), CannotJudge::AllConstant);
    let blank = |sheet: &mut Sheet| {
        let answers = |item: &mut CodedItem| item.answers.iter_mut().for_each(|answer| *answer = Err(Absent::Skipped));
        sheet.items.iter_mut().for_each(answers);
    };
    check(&blank, distances, CannotJudge::TooFewResponses { found: 0, needed: 2 });
    check(&blank, Rule::Duplicate, CannotJudge::NoAnswers);
    check(&blank, Rule::Missing { above: 0.2 }, CannotJudge::NoAnswers);
    check(&blank, Rule::Attention { item: "check".to_owned(), answer: 4.0 }, CannotJudge::NoAnswers);
    let (smaller, larger) = ("a".to_owned(), "b".to_owned());
    check(&blank, Rule::Contradiction { smaller, larger, apart: 1.0 }, CannotJudge::NoAnswers);
}

#[test]
fn steps_apply_in_order_to_the_remaining_responses() {
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
fn all_unknown_items_are_reported_at_once() {
    let rules = [
        Rule::Attention { item: "x".to_owned(), answer: 1.0 },
        Rule::Contradiction { smaller: "y".to_owned(), larger: "z".to_owned(), apart: 1.0 },
    ];
    let steps: Vec<Step> = rules.into_iter().map(|rule| Step { rule, action: Action::Drop }).collect();
    let wrong = screen(&sheet(), &steps, None).unwrap_err();
    assert_eq!(wrong.iter().map(|wrong| wrong.item.as_str()).collect::<Vec<_>>(), ["x", "y", "z"]);
}
