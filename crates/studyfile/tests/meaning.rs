//! The meaning of study files: negations, `like`, alternatives, defaults.

#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use equifinal_study::config::*;
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::text::Text;
use equifinal_studyfile::parse::{parse, parse_with};

const EVERYTHING: &str = include_str!("../everything.yaml");

/// A study that uses every default.
const SMALL: &str = include_str!("small.yaml");

/// The small study with some parts replaced.
fn small(pieces: &[(&str, &str)]) -> String {
    pieces.iter().fold(SMALL.to_owned(), |study, (piece, written)| {
        assert_eq!(study.matches(piece).count(), 1, "{piece:?} must occur once");
        study.replace(piece, written)
    })
}

fn expression(text: &str) -> Expression {
    Expression::parse(text).unwrap()
}

fn expected(expect: Expect) -> Expectation {
    Expectation { expect, because: None }
}

fn names(all: &[&str]) -> Vec<String> {
    all.iter().map(|&name| name.to_owned()).collect()
}

/// The expectation whose reason has every key.
fn hindering() -> Expectation {
    let (text, references) = (Text::plain("it hinders"), vec![Text::plain("Ragin 2008")]);
    let because = Some(Grounds { text, references, status: Some(GroundStatus::Theoretical) });
    Expectation { expect: Expect::Absent, because }
}

/// Impossible combinations, without and with a reason.
fn impossible() -> Vec<ImpossibleCombination> {
    let because = Some(Grounds::from(Text::plain("cannot be")));
    vec![expression("A*C").into(), ImpossibleCombination { expression: expression("B*~C"), because }]
}

/// The output that `first` sets by hand.
fn by_hand() -> SetOutput {
    SetOutput { rows: expression("~A*~B*~C"), positive: false, because: Text::plain("both cases are special") }
}

/// The analysis `first` of the study with every key.
fn first() -> Analysis {
    let said = |words: &str| Some(Text::plain(words));
    let path = |name: &str, label: &str, term: &str| Path {
        name: name.to_owned(),
        label: Text::plain(label),
        terms: vec![expression(term)],
    };
    let grounds = |words: &str| Some(Grounds::from(Text::plain(words)));
    let implausible = |rows: Rows, because: Option<Grounds>| Implausible { rows, because };
    let joint = |term: &str| JointExpectation { expression: expression(term), because: grounds("together") };
    Analysis {
        necessity: NecessityCuts { consistency: 0.91, coverage: 0.5, relevance: 0.4 },
        at_crossover: AtCrossover::Present,
        expectations: vec![
            expected(Expect::Present),
            hindering(),
            expected(Expect::Any),
            expected(Expect::Any),
            expected(Expect::Levels(vec![1, 2])),
        ],
        expectations_joint: vec![joint("A*B"), joint("~C")],
        implausible: vec![
            implausible(Rows::Expression(expression("A*~B")), grounds("never")),
            implausible(Rows::Numbers(vec![1, 2]), None),
            implausible(Rows::Expression(expression("C*M[2]")), None),
            implausible(Rows::Numbers(vec![5]), None),
        ],
        outputs: vec![by_hand()],
        enhanced: Some(Enhanced { necessary: vec![expression("A")], contradictory: true, impossible: impossible() }),
        interpret: SolutionType::Parsimonious,
        paths: vec![path("way", "The way", "A*~B*C"), path("other", "other", "D")],
        minimise: Minimise {
            models: ModelsWanted::Irredundant,
            contradictions: Contradictions::Remainder,
            row_dominance: true,
            prime_implicant_consistency: Some(0.8),
        },
        theory: Some(Theory { expression: expression("A*B + ~C"), because: said("whose") }),
        case_selection: Some(CaseSelectionSpec {
            per_term: 2,
            studied: vec![StudiedCase { case: "Wuxi".to_owned(), line: 93 }],
        }),
        ..Analysis::new(
            "first",
            Literal { set: "Y".to_owned(), level: None, negated: true },
            names(&["A", "B", "C", "D", "M"]),
            TruthTableCuts {
                frequency: Frequency::Share(0.015),
                consistency: 0.8,
                pri: 0.7,
                contradiction_floor: Some(0.6),
            },
        )
    }
}

fn with_pri(pri: f64, analysis: Analysis) -> Analysis {
    Analysis { truth_table: TruthTableCuts { pri, ..analysis.truth_table }, ..analysis }
}

/// Its negation: expectations reversed or as in `negation`, without statements about the outcome itself.
fn not_first() -> Analysis {
    let own = first();
    let expectations = [Expect::Any, Expect::Present, Expect::Any, Expect::Any, Expect::Any].map(expected).to_vec();
    let negated = Analysis {
        name: "~first".to_owned(),
        negates: Some("first".to_owned()),
        outcome: Literal { negated: false, ..own.outcome.clone() },
        expectations,
        expectations_joint: Vec::new(),
        outputs: Vec::new(),
        enhanced: own.enhanced.clone().map(|enhanced| Enhanced { necessary: Vec::new(), ..enhanced }),
        paths: Vec::new(),
        theory: None,
        ..own
    };
    with_pri(0.6, negated)
}

/// The analysis that is like it, without a negation.
fn second() -> Analysis {
    Analysis {
        name: "second".to_owned(),
        label: Some(Text::plain("One of two")),
        outcome: Literal { set: "Z".to_owned(), level: Some(1), negated: false },
        conditions: names(&["A", "B", "C", "D", "M", "D_before_A"]),
        temporal: vec![Temporal { name: "D_before_A".to_owned(), first: "D".to_owned(), then: "A".to_owned() }],
        expectations: first().expectations.into_iter().chain([expected(Expect::Any)]).collect(),
        condition_search: Some(ConditionSearch { from: 2, to: 3 }),
        like: Some("first".to_owned()),
        panel: Some(PanelSpec { necessity: true, distance: Distance::GarciaCastro, permutations: 999 }),
        partition: Some(PartitionBy::Cluster("region".to_owned())),
        ..first()
    }
}

/// An analysis without B and M, and without everything that refers to them; row numbers have no meaning in a smaller
/// table.
fn smaller(analysis: Analysis) -> Analysis {
    let keep = [0, 2, 3, 5].into_iter().filter_map(|at: usize| analysis.expectations.get(at).cloned());
    let orders = analysis.temporal.iter().map(|one| one.name.clone());
    let has_paths = !analysis.paths.is_empty();
    let of_outcome = !analysis.expectations_joint.is_empty();
    Analysis {
        conditions: names(&["A", "C", "D"]).into_iter().chain(orders).collect(),
        expectations: keep.collect(),
        expectations_joint: analysis.expectations_joint.into_iter().skip(1).filter(|_| of_outcome).collect(),
        implausible: Vec::new(),
        outputs: Vec::new(),
        enhanced: analysis
            .enhanced
            .map(|enhanced| Enhanced { impossible: enhanced.impossible.into_iter().take(1).collect(), ..enhanced }),
        paths: analysis.paths.into_iter().skip(1).filter(|_| has_paths).collect(),
        theory: None,
        ..analysis
    }
}

/// An analysis as changed by the last alternative, which sets every key.
fn other(analysis: Analysis) -> Analysis {
    Analysis {
        outcome: Literal { set: "Y".to_owned(), level: None, negated: false },
        conditions: names(&["A", "C"]),
        temporal: Vec::new(),
        condition_search: Some(ConditionSearch { from: 1, to: 2 }),
        necessity: NecessityCuts { relevance: 0.0, ..analysis.necessity },
        at_crossover: AtCrossover::Drop,
        expectations: vec![expected(Expect::Any); 2],
        expectations_joint: Vec::new(),
        implausible: Vec::new(),
        outputs: Vec::new(),
        enhanced: Some(Enhanced { necessary: Vec::new(), contradictory: false, impossible: Vec::new() }),
        interpret: SolutionType::Conservative,
        case_selection: Some(CaseSelectionSpec { per_term: CaseSelectionSpec::USUAL, studied: Vec::new() }),
        panel: Some(PanelSpec { necessity: false, distance: Distance::Plain, permutations: 0 }),
        partition: Some(PartitionBy::Time),
        paths: Vec::new(),
        minimise: Minimise { models: ModelsWanted::Minimum, ..analysis.minimise },
        theory: Some(Theory { expression: expression("A"), because: None }),
        ..analysis
    }
}

#[test]
fn analyses_and_alternatives_follow_the_contract() {
    let study = parse("study.yaml", EVERYTHING.as_bytes()).unwrap_or_else(|refused| panic!("{refused}"));
    assert_eq!(study.analyses, [first(), not_first(), second()]);
    let direct = Calibration::Direct {
        anchors: Anchors { exclusion: 1.0, crossover: 2.5, inclusion: 3.0 },
        idm: 0.95,
        shape: Shape::Logistic,
    };
    type Alternative = (&'static str, Vec<Analysis>, &'static [&'static str], Option<Calibration>);
    let table: [Alternative; 3] = [
        ("stricter", vec![with_pri(0.75, first()), with_pri(0.75, not_first())], &[], None),
        ("smaller", [first(), not_first(), second()].map(smaller).to_vec(), &["c1", "02"], Some(direct)),
        ("other", [first(), second()].map(other).to_vec(), &[], None),
    ];
    assert_eq!(study.alternatives.len(), table.len());
    for (alternative, (id, analyses, dropped, moved)) in study.alternatives.iter().zip(table) {
        assert_eq!((alternative.id.as_str(), &alternative.variant.drop_cases), (id, &names(dropped)));
        assert_eq!(alternative.variant.analyses, analyses, "{id}");
        let sets = study.sets.iter().cloned().map(|set| match &moved {
            Some(calibrate) if set.name == "A" => SetSpec { calibrate: calibrate.clone(), ..set },
            _ => set,
        });
        assert_eq!(alternative.variant.sets, sets.collect::<Vec<_>>(), "{id}");
    }
    let changes = study.alternatives.iter().map(|alternative| alternative.changes.join("; ")).collect::<Vec<_>>();
    let last = "outcome: Y; conditions: [A, C]; negation: false; expectations.A: any; expectations_joint: []; \
                implausible: []; enhanced: {}; paths: {}; theory: A; temporal: {}; condition_search: {to: 2}; \
                case_selection: {}; necessity.relevance: 0; at_crossover: drop; interpret: conservative; \
                minimise.models: minimum; panel: {}; partition: {by: time}; outputs: []";
    let smaller = "drop_conditions: [B, M]; drop_cases: [c1, 02]; sets.A.calibrate: {direct: {exclusion: 1, \
                   crossover: 2.5, inclusion: 3}}";
    assert_eq!(changes, ["truth_table.pri: 0.75", smaller, last]);
}

/// The analysis of the small study, with every key that has a default.
const IN_FULL: &str = "truth_table: {frequency: 1, consistency: 0.8, pri: 0}, negation: false, \
                       necessity: {consistency: 0.9, coverage: 0, relevance: 0}, at_crossover: warn, \
                       expectations: {A: any}, expectations_joint: [], implausible: [], interpret: intermediate, \
                       paths: {}, minimise: {models: minimum, contradictions: negative, row_dominance: false}}
robustness: {seed: 0}
report: {languages: [en], formats: [html, md]}
standards: false";

#[test]
fn omitted_keys_have_the_contract_defaults() {
    let read = |source: &str| parse("small.yaml", source.as_bytes()).unwrap_or_else(|refused| panic!("{refused}"));
    let direct = "direct: {exclusion: 3, crossover: 2, inclusion: 1";
    let short = small(&[("A: {calibrate: {given: fuzzy}}", &format!("A: {{calibrate: {{{direct}}}}}}}"))]);
    let full = small(&[
        ("id: case}", "id: case, kind: cases}"),
        (
            "A: {calibrate: {given: fuzzy}}",
            &format!("A: {{column: A, calibrate: {{{direct}, idm: 0.95, shape: logistic}}}}}}"),
        ),
        ("B: {calibrate", "B: {column: B, calibrate"),
        ("M: {calibrate", "M: {column: M, calibrate"),
        ("Y: {calibrate", "Y: {column: Y, calibrate"),
        ("truth_table: {consistency: 0.8}}", IN_FULL),
    ]);
    // A default of PRI is the same number, and is warned of.
    let mut omitted = read(&short);
    assert!(omitted.analyses.iter().all(|analysis| !analysis.states_pri));
    omitted.analyses.iter_mut().for_each(|analysis| analysis.states_pri = true);
    assert_eq!(omitted, read(&full));
    // Every default is what is written there: another value of any key is another study.
    for (said, otherwise) in [
        ("idm: 0.95", "idm: 0.9"),
        ("idm: 0.95, shape: logistic", "shape: linear"),
        ("negation: false", "negation: true"),
        ("consistency: 0.9,", "consistency: 0.91,"),
        ("coverage: 0", "coverage: 0.1"),
        ("relevance: 0", "relevance: 0.1"),
        ("frequency: 1", "frequency: 2"),
        ("pri: 0}", "pri: 0.1}"),
        ("at_crossover: warn", "at_crossover: present"),
        ("{A: any}", "{A: present}"),
        ("interpret: intermediate", "interpret: parsimonious"),
        ("models: minimum", "models: irredundant"),
        ("contradictions: negative", "contradictions: remainder"),
        ("row_dominance: false", "row_dominance: true"),
        ("seed: 0", "seed: 1"),
        ("languages: [en]", "languages: [zh]"),
        ("formats: [html, md]", "formats: [html]"),
        ("standards: false", "standards: true"),
    ] {
        let changed = full.replacen(said, otherwise, 1);
        assert_ne!(changed, full, "{said}");
        assert_ne!(read(&short), read(&changed), "{said}");
    }
}

#[test]
fn included_codebooks_apply_to_their_table() {
    let shared = "\
instruments:
  doctors: {scales: {agreement: {no: 1, yes: 2}}, items: {q1: {column: one, scale: agreement}}}
  nurses: {items: {q2: {column: two, type: single}}}
";
    let before_sets = SMALL.split_inclusive('\n').take_while(|line| !line.starts_with("sets:"));
    let source = before_sets.collect::<String>().replace("cases: {file", "doctors: {file")
        + "include: [shared/codebooks.yaml]\n";
    let study = parse_with("small.yaml", source.as_bytes(), &|_| Ok(shared.into()));
    let study = study.unwrap_or_else(|refused| panic!("{refused}"));
    let items = study.surveys.iter().map(|survey| (survey.table.as_str(), survey.instrument.items[0].name.as_str()));
    assert_eq!(items.collect::<Vec<_>>(), [("doctors", "q1")]);
}

#[test]
fn used_included_sets_are_merged() {
    let shared = "\
targets: {reach: {value: 0.9, quantity: inpatients}}
sets:
  Unused: {calibrate: {given: fuzzy}}
  Part: {calibrate: {given: fuzzy}}
  Whole: {calibrate: {all_of: [Part, \"~Rate\"]}}
  Rate: {quantity: inpatients, target: reach, calibrate: {crisp: {threshold: target}}}
";
    let source = small(&[
        ("sets:\n", "include: [shared/all.yaml]\nsets:\n"),
        ("  A: {calibrate: {given: fuzzy}}\n", ""),
        ("  B: {calibrate: {given: fuzzy}}\n", ""),
        ("  M: {calibrate: {levels: {thresholds: [1, 2]}}}\n", ""),
        ("[A, B, M]", "[Whole]"),
        (
            "{consistency: 0.8}}",
            "{consistency: 0.8}}\nrobustness: {alternatives: [{id: higher, sets: {Rate: {calibrate: {crisp: {threshold: \
             0.95}}}}}]}",
        ),
    ]);
    let resolve = |file: &str| (file == "shared/all.yaml").then(|| shared.into()).ok_or_else(|| "absent".into());
    let study = parse_with("small.yaml", source.as_bytes(), &resolve).unwrap_or_else(|refused| panic!("{refused}"));
    let names_of = |sets: &[SetSpec]| sets.iter().map(|set| set.name.clone()).collect::<Vec<_>>();
    assert_eq!(names_of(&study.sets), ["Part", "Whole", "Rate", "Y"]);
    assert_eq!(names_of(&study.alternatives[0].variant.sets), ["Part", "Whole", "Rate", "Y"]);
    let threshold = |sets: &[SetSpec]| sets[2].calibrate.clone();
    assert_eq!(threshold(&study.sets), Calibration::Crisp { threshold: 0.9 });
    assert_eq!(threshold(&study.alternatives[0].variant.sets), Calibration::Crisp { threshold: 0.95 });
    assert_eq!(study.targets.len(), 1);
}
