//! Every kind of truth table gets a typed answer: tables without positives, negatives or observed rows, contradictions,
//! budgets, enhanced standard analysis, very wide tables.

#![expect(clippy::unwrap_used, reason = "a table that cannot be analysed must stop the test")]

use equifinal_qca::findings::{Findings, Ground, Ledger, Limit, Refusal, RowList, Ruled, SufficiencyFit};
use equifinal_qca::frame::Frame;
use equifinal_qca::{Assumptions, Budget, Procedure, QcaError, analyse};
use equifinal_study::config::*;
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::memberships::{Memberships, Set, SetKind};

/// Cases, one a word: the configuration, then the outcome (`101:1`); where a level above 1 occurs the set has levels.
fn cases(words: &str) -> Memberships {
    let rows: Vec<Vec<f64>> = words
        .split_whitespace()
        .map(|word| word.chars().filter_map(|sign| sign.to_digit(10).map(f64::from)).collect())
        .collect();
    let conditions = rows[0].len() - 1;
    let name = |i: usize| if i == conditions { "Y".to_owned() } else { char::from(b'A' + i as u8).to_string() };
    let column = |i: usize| rows.iter().map(|row| row[i]).collect();
    let kind = |values: &[f64]| match values.iter().copied().fold(0.0, f64::max) as usize + 1 {
        levels @ 3.. => SetKind::MultiValue { levels },
        _ => SetKind::Crisp,
    };
    let set = |(name, values): (String, Vec<f64>)| Set { name, kind: kind(&values), values };
    let sets = (0..=conditions).map(|i| set((name(i), column(i))));
    Memberships { cases: (1..=rows.len()).map(|case| format!("c{case:03}")).collect(), sets: sets.collect() }
}

fn analysis(memberships: &Memberships) -> Analysis {
    let conditions: Vec<String> =
        memberships.sets[..memberships.sets.len() - 1].iter().map(|set| set.name.clone()).collect();
    Analysis {
        expectations: vec![Expectation { expect: Expect::Present, because: None }; conditions.len()],
        ..Analysis::new(
            "answers",
            Literal { set: "Y".to_owned(), level: None, negated: false },
            conditions,
            TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.0, contradiction_floor: None },
        )
    }
}

const SOLUTIONS: [SolutionType; 3] =
    [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate];

/// The three solutions as text: models joined by `|`, or the reason for a refusal.
fn written(findings: &Findings) -> [String; 3] {
    SOLUTIONS.map(|kind| match findings.solution(kind) {
        Ok(solution) => {
            let terms = |model: &equifinal_qca::findings::Model| {
                model.paths.iter().map(|path| findings.write_term(&path.term)).collect::<Vec<_>>().join("+")
            };
            solution.models.iter().map(terms).collect::<Vec<_>>().join(" | ")
        }
        Err(Refusal::NoPositiveRow) => "no positive row".to_owned(),
        Err(Refusal::NoNegativeRow) => "no negative row".to_owned(),
        Err(refusal) => refusal.to_string(),
    })
}

fn check(words: &str, change: impl FnOnce(&mut Analysis), expected: [&str; 3]) {
    let memberships = cases(words);
    let mut analysis = analysis(&memberships);
    change(&mut analysis);
    let findings = analyse(&analysis, &memberships, &Budget::default()).unwrap();
    assert_eq!(written(&findings), expected, "{words}");
}

#[test]
fn every_kind_of_table_has_its_answer() {
    let none = |_: &mut Analysis| {};
    let refused = "no positive row";
    check("11:1 10:0 01:0", none, ["A*B", "A*B", "A*B"]);
    check("11:1 10:1 01:1 00:1", none, ["1", "no negative row", "no negative row"]);
    check("11:1", none, ["A*B", "no negative row", "no negative row"]);
    check("11:0 10:0", none, [refused; 3]);
    check("11:1 10:0", |analysis| analysis.truth_table.frequency = Frequency::Count(2), [refused; 3]);
    // One case with and two without the outcome in row 11: a contradiction between the two cutoffs.
    let contradictory = "11:1 11:0 11:0 10:1 00:0";
    let floor = |analysis: &mut Analysis| analysis.truth_table.contradiction_floor = Some(0.3);
    check(contradictory, floor, ["A*~B", "A*~B", "A*~B"]);
    let free = |analysis: &mut Analysis| {
        analysis.truth_table.contradiction_floor = Some(0.3);
        analysis.minimise.contradictions = Contradictions::Remainder;
    };
    check(contradictory, free, ["A", "A", "A"]);
}

#[test]
fn prime_implicants_can_be_narrowed() {
    // ~B*C covers one row of A*C's two, B*~C one of A*B's.
    let table = "111:1 110:1 101:1 000:0 100:0 011:0";
    check(table, |_| {}, ["A*B+A*C", "A*B+A*C | A*B+~B*C | A*C+B*~C", "A*B+A*C"]);
    check(table, |analysis| analysis.minimise.row_dominance = true, ["A*B+A*C"; 3]);
    let consistent =
        |cutoff| move |analysis: &mut Analysis| analysis.minimise.prime_implicant_consistency = Some(cutoff);
    let between = Refusal::NothingBetween.to_string();
    // A holds in three positive cases and one negative one.
    check("11:1 11:1 11:1 10:0 00:0", consistent(0.75), ["A*B", "A | B", &between]);
    check("11:1 11:1 11:1 10:0 00:0", consistent(0.9), ["A*B", "B", &between]);
    let row = Refusal::Inconsistent { row: 4, cutoff: "0.95".to_owned() }.to_string();
    check("11:1 11:1 11:1 11:1 11:0 00:0", consistent(0.95), ["A*B", &row, &between]);
}

#[test]
fn a_conjunction_is_expected_as_a_whole() {
    let expect = |expression: &'static str| {
        move |analysis: &mut Analysis| {
            analysis.expectations.fill(Expectation::default());
            let expression = Expression::parse(expression).unwrap();
            analysis.expectations_joint = vec![JointExpectation { expression, because: None }];
        }
    };
    let table = "110:1 100:0 101:0 000:0 002:0";
    for (expected, middle) in
        [("A*C[0]", "A*B*C[0]"), ("A*C[1]", "B"), ("A*~C[1]", "A*B*C[0]"), ("~A*~C[1]", "B"), ("C[1]*C[2]", "A*B*C[0]")]
    {
        check(table, expect(expected), ["A*B*C[0]", "B", middle]);
    }
}

#[test]
fn without_expectations_the_solution_between_is_the_conservative_one() {
    // Three rings of six rows, each with five irredundant covers, on separate conditions.
    let on = |ring: usize, row: &str| format!("{}{row}{}", "000".repeat(ring), "000".repeat(2 - ring));
    let ring = |ring| {
        ["110:1", "010:1", "011:1", "001:1", "101:1", "100:1", "111:0"].map(|row| {
            let (row, outcome) = row.split_at(3);
            on(ring, row) + outcome
        })
    };
    let rings = [0, 1, 2].map(ring).concat().join(" ") + " 000000000:0";
    let memberships = cases(&rings);
    let mut analysis = analysis(&memberships);
    analysis.expectations.fill(Expectation::default());
    analysis.minimise.models = ModelsWanted::Irredundant;
    let findings = analyse(&analysis, &memberships, &Budget::default()).unwrap();
    let [conservative, _, middle] = written(&findings);
    assert_eq!((conservative.split(" | ").count(), middle == conservative), (125, true), "{middle}");
    let middle = findings.solution(SolutionType::Intermediate).as_ref().unwrap();
    assert!(middle.is_complete());
    // Each of 125 conservative with each of 125 parsimonious models: the first thousand pairs are listed.
    assert!(
        middle.models.iter().all(|model| (model.derivation.pairs, model.derivation.origin.len()) == (125 * 125, 1_000))
    );
}

#[test]
fn an_empty_table_is_refused() {
    let mut memberships = cases("11:1 10:0");
    memberships.cases.clear();
    memberships.sets.iter_mut().for_each(|set| set.values.clear());
    let refused = analyse(&analysis(&memberships), &memberships, &Budget::default());
    assert!(matches!(refused, Err(QcaError::NoCases { .. })), "{refused:?}");
}

#[test]
fn a_budget_is_an_answer_and_refuses_only_its_own_solution() {
    let memberships = cases("1111:1 1100:1 0011:1 0000:0 1010:0 0101:0");
    let budget = Budget { prime_implicants: 3, ..Budget::default() };
    let findings = analyse(&analysis(&memberships), &memberships, &budget).unwrap();
    assert!(findings.solution(SolutionType::Conservative).is_ok());
    let refused = findings.solution(SolutionType::Parsimonious);
    assert_eq!(refused.as_ref().err(), Some(&Refusal::Budget { limit: Limit::PrimeImplicants, most: 3 }));
}

/// With D, the positive rows form a ring in A, B, C, so that no term is essential.
const RING: &str = "0011:1 0111:1 0101:1 1101:1 1001:1 1011:1 0000:0 1110:0";

/// A budget too small to prove a minimum model of [`RING`].
const LITTLE: Budget = Budget { prime_implicants: 1_000, cubes: 1_000, work: 220, models: 1_000 };

#[test]
fn nothing_stands_in_for_models_that_were_not_found() {
    let memberships = cases(RING);
    let mut analysis = analysis(&memberships);
    analysis.expectations.iter_mut().for_each(|expected| expected.expect = Expect::Present);
    let findings = analyse(&analysis, &memberships, &LITTLE).unwrap();
    let refused = SOLUTIONS.map(|kind| findings.solution(kind).as_ref().err());
    let unproven = findings.solution(SolutionType::Conservative).clone().unwrap_err();
    let Refusal::Unproven(known) = &unproven else { panic!("{unproven}") };
    assert_eq!((known.prime_implicants, known.rows, known.at_least, known.search), (6, 6, 3, Some(220)));
    let derived = Refusal::Underived { solution: SolutionType::Conservative, reason: Box::new(unproven.clone()) };
    assert_eq!(refused, [Some(&unproven), None, Some(&derived)]);
    assert!(derived.is_budget());

    let kinds = [SetKind::Crisp; 4];
    let frame = Frame::new(&analysis, &kinds).unwrap();
    let sets: Vec<&Set> = memberships.sets.iter().collect();
    let cases = frame.cases(&sets[..4], sets[4]).unwrap();
    let rows = frame.rows(&cases);
    let outputs = frame.outputs(&rows, &analysis.truth_table, cases.outcome.len());
    let table: Vec<_> = rows.iter().zip(outputs).map(|(row, output)| (row.row, output)).collect();
    let answers = frame.solve(&table, &LITTLE);
    assert_eq!(answers.each_ref().map(|answer| answer.as_ref().err()), refused);
}

/// A cover without a proof of minimality is shown with its fit; it is not a model, and nothing is derived from it.
#[test]
fn a_refused_solution_shows_the_best_cover_found() {
    let memberships = cases(RING);
    let mut analysis = analysis(&memberships);
    analysis.expectations.iter_mut().for_each(|expected| expected.expect = Expect::Present);
    analysis.interpret = SolutionType::Conservative;
    let findings = analyse(&analysis, &memberships, &LITTLE).unwrap();
    let cover = |kind| findings.cover(Procedure::Standard, kind).map(|cover| findings.write_model(cover));
    let shown = SOLUTIONS.map(cover);
    assert_eq!(shown, [Some("~A*C*D + A*~C*D + ~B*C*D + B*~C*D".to_owned()), None, None]);
    assert_eq!(findings.covers.len(), 1);
    let model = &findings.covers[0].model;
    assert_eq!(model.fit, SufficiencyFit { consistency: Some(1.0), pri: Some(1.0), coverage: Some(1.0) });
    assert_eq!(model.paths.iter().map(|path| path.cases.len()).collect::<Vec<_>>(), [2; 4]);
    assert!(findings.theory.is_none() && findings.ledger.used().all(|row| row.intermediate.is_empty()));
    let found = analyse(&analysis, &memberships, &Budget::default()).unwrap();
    assert!(found.covers.is_empty() && found.solution(SolutionType::Conservative).is_ok());
}

/// A ring and a distant row: each is a patch of the intermediate solution, with half of the work.
#[test]
fn the_best_cover_of_an_intermediate_solution_explains_all_patches() {
    let memberships =
        cases("001100:1 011100:1 010100:1 110100:1 100100:1 101100:1 000000:0 111000:0 110011:1 111111:0");
    let analysis = Analysis { expectations: vec![Expectation::default(); 6], ..analysis(&memberships) };
    let mut refused = 0;
    for work in (100..3_000).step_by(50) {
        let findings = analyse(&analysis, &memberships, &Budget { work, ..Budget::default() }).unwrap();
        let [Ok(conservative), Ok(_), Err(Refusal::Unproven(known))] = &findings.solutions else { continue };
        let cover = findings.cover(Procedure::Standard, SolutionType::Intermediate).unwrap();
        let least = conservative.models[0].paths.len();
        assert_eq!((known.rows, known.search), (7, Some(work)));
        assert!(known.at_least <= least && least <= cover.paths.len(), "{known}");
        assert_eq!((cover.fit.consistency, cover.fit.coverage), (Some(1.0), Some(1.0)), "{known}");
        refused += 1;
    }
    assert!(refused > 0, "no work is enough for the conservative solution alone");
}

/// A refusal by a budget names a larger value to set.
#[test]
fn refusals_by_a_budget_name_the_key_and_a_value() {
    let memberships = cases(RING);
    let analysis = analysis(&memberships);
    let usual = Budget::default();
    let table = [
        (LITTLE, "`budget: {search: 2200}` allows more"),
        (Budget { prime_implicants: 3, ..usual }, "`budget: {prime_implicants: 30}` allows more"),
    ];
    for (budget, remedy) in table {
        let findings = analyse(&analysis, &memberships, &budget).unwrap();
        let refused = findings.solutions.iter().filter_map(|solution| solution.as_ref().err());
        let refused: Vec<String> = refused.filter(|refusal| refusal.is_budget()).map(Refusal::to_string).collect();
        assert!(!refused.is_empty() && refused.iter().all(|refusal| refusal.contains(remedy)), "{refused:?}");
    }
    let most = Refusal::Budget { limit: Limit::Complement, most: equifinal_study::config::Budget::MOST };
    assert!(!most.to_string().contains("budget:"), "{most}");
}

#[test]
fn assumptions_that_are_not_known_are_not_said_to_be_none() {
    let memberships = cases("0011:1 0111:1 0101:1 1101:1 1001:1 1011:1 0000:0 1111:0");
    let mut analysis = analysis(&memberships);
    analysis.enhanced = Some(Enhanced { necessary: Vec::new(), contradictory: true, impossible: Vec::new() });
    let enhanced = |work: u64| {
        let budget = Budget { work, ..Budget::default() };
        let findings = analyse(&analysis, &memberships, &budget).unwrap();
        (findings.contradictory_assumptions.is_some(), findings.enhanced.unwrap().parsimonious)
    };
    let (known, found) = enhanced(Budget::default().work);
    assert!(known && found.is_ok(), "{found:?}");
    let (known, refused) = enhanced(1);
    let Err(Refusal::AssumptionsUnknown { reason: Some(reason) }) = refused else { panic!("{refused:?}") };
    assert!(!known && matches!(&*reason, Refusal::Unproven(_)), "{reason:?}");
}

#[test]
fn enhanced_analysis_excludes_remainders_on_stated_grounds() {
    // B is in every positive case; parsimony would also allow C without B.
    let memberships = cases("111:1 110:1 000:0 100:0");
    let mut analysis = analysis(&memberships);
    analysis.enhanced = Some(Enhanced {
        necessary: vec![Expression::parse("B").unwrap()],
        contradictory: true,
        impossible: vec![Expression::parse("~A*B").unwrap().into()],
    });
    let findings = analyse(&analysis, &memberships, &Budget::default()).unwrap();
    let enhanced = findings.enhanced.as_ref().unwrap();
    let grounds: Vec<(&Ground, &[u64])> =
        enhanced.excluded.iter().map(|excluded| (&excluded.ground, &excluded.rows.numbers[..])).collect();
    let (necessary, impossible) = (Ground::Necessary("B".to_owned()), Ground::Impossible("~A*B".to_owned()));
    // Row 2 (~A*~B*C) and 6 (A*~B*C) lack B; 1 and 5 lack it too but are observed.
    assert_eq!(grounds[..2], [(&necessary, &[2, 6][..]), (&impossible, &[3, 4][..])]);
    assert_eq!(grounds[2].0, &Ground::Contradictory);
    let solution = enhanced.parsimonious.as_ref().unwrap();
    let terms: Vec<String> =
        solution.models.iter().flat_map(|model| &model.paths).map(|path| findings.write_term(&path.term)).collect();
    assert_eq!(terms, ["A*B"]);

    analysis.enhanced.as_mut().unwrap().necessary = vec![Expression::parse("C").unwrap()];
    let findings = analyse(&analysis, &memberships, &Budget::default()).unwrap();
    let refused = findings.enhanced.unwrap().parsimonious;
    let [expression, found, asked] = ["C", "0.500 / 1.000 / 1.000", "0.9 / 0 / 0"].map(str::to_owned);
    assert_eq!(refused, Err(Refusal::NotNecessary { expression, found, asked }));
    assert!(findings.solutions.iter().all(Result::is_ok));
}

#[test]
fn twenty_four_conditions_are_solved_and_certified() {
    // Fifty cases from a linear congruential generator; the outcome is A*B + ~C*D.
    let mut state = 7_u64;
    let mut bit = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 63 == 1
    };
    let mut words = String::new();
    for _ in 0..50 {
        let row: Vec<bool> = (0..24).map(|_| bit()).collect();
        let outcome = row[0] && row[1] || !row[2] && row[3];
        row.iter().for_each(|&set| words.push(if set { '1' } else { '0' }));
        words.push_str(if outcome { ":1 " } else { ":0 " });
    }
    let memberships = cases(&words);
    let findings = analyse(&analysis(&memberships), &memberships, &Budget::default()).unwrap();
    assert_eq!(findings.rows_possible, 1 << 24);
    let solution = findings.solution(SolutionType::Parsimonious).as_ref().unwrap();
    assert!(solution.count_is_exact && solution.model_count >= 1);
    let least = solution.models[0].paths.len();
    assert!(least <= 2 && solution.models.iter().all(|model| model.paths.len() == least));
    assert!(findings.solutions.iter().all(Result::is_ok));
}

/// Twelve conditions of which two matter: 4,096 rows, most of them remainders that some solution uses.
#[test]
fn long_lists_of_remainders_begin_with_the_first() {
    let row = |levels: &str, outcome| format!("{levels}{}:{outcome} ", "0".repeat(10));
    let words = [row("11", 1), row("00", 0), row("10", 0)].concat();
    let memberships = cases(&words);
    let mut analysis = analysis(&memberships);
    analysis.expectations[2].expect = Expect::Absent;
    analysis.enhanced = Some(Enhanced {
        necessary: Vec::new(),
        contradictory: false,
        impossible: vec![Expression::parse("A*B*C + ~A*C").unwrap().into()],
    });
    let findings = analyse(&analysis, &memberships, &Budget::default()).unwrap();
    let parsimonious = &findings.solution(SolutionType::Parsimonious).as_ref().unwrap().models[0];
    // B holds in half of the rows, from 1,025 on; one of them is observed.
    let assumed = Assumptions::of(&findings).simplifying(parsimonious);
    assert_eq!((assumed.count, assumed.numbers.len(), assumed.numbers[0]), (2047, RowList::LISTED, 1025));
    let excluded = &findings.enhanced.as_ref().unwrap().excluded[0].rows;
    assert_eq!((excluded.count, excluded.numbers.len(), excluded.numbers[0]), (1536, RowList::LISTED, 513));
    let ledger = &findings.ledger;
    assert_eq!((ledger.remainders, ledger.used, ledger.rows.len()), (4093, Some(2047), Ledger::LISTED));
    assert!(!ledger.is_complete() && ledger.rows.iter().all(|row| row.parsimonious == [0]));
    assert_eq!((ledger.rows[0].row, ledger.rows[0].levels.len()), (1025, 12));
}

#[test]
fn observed_rows_stay_whatever_the_study_says_of_them() {
    let memberships = cases("11:1 10:0 00:0");
    let mut analysis = analysis(&memberships);
    let rows = |rows| Implausible { rows, because: None };
    let observed_and_not = Expression::parse("~A").unwrap();
    analysis.implausible = vec![rows(Rows::Numbers(vec![3])), rows(Rows::Expression(observed_and_not))];
    let findings = analyse(&analysis, &memberships, &Budget::default()).unwrap();
    let ruled = |out: &[u64], observed: &[u64]| Ruled {
        out: RowList { count: out.len() as u64, numbers: out.to_vec() },
        observed: observed.to_vec(),
    };
    assert_eq!(findings.implausible, [ruled(&[], &[3]), ruled(&[2], &[1])]);
}
