//! Tests that a frame gives what the whole analysis gives.

use super::*;
use crate::analyse;
use crate::core::{Interpreted, Standing, cores};
use equifinal_study::config::{Contradictions, Expect, Expectation, Frequency, ModelsWanted};
use equifinal_study::memberships::Memberships;
use proptest::prelude::*;

fn memberships(cells: &[Vec<u32>], kinds: [SetKind; 4]) -> Memberships {
    let value = |cell: u32, kind| match kind {
        SetKind::Crisp => f64::from(cell % 2),
        SetKind::MultiValue { .. } | SetKind::Temporal => f64::from(cell % 3),
        // Beside 0.5 memberships that a policy concerns, some of them a rounding error away from it.
        SetKind::Fuzzy if cell % 11 == 5 => 0.5 + [0.0, 1e-12, -1e-12, 3e-4, -3e-4, 0.0][cell as usize / 11],
        SetKind::Fuzzy => f64::from(cell % 11) / 10.0,
    };
    let column = |at: usize, kind| cells.iter().map(|row| value(row[at], kind)).collect();
    let sets = ["A", "B", "C", "Y"].iter().zip(kinds).enumerate();
    let sets = sets.map(|(at, (name, kind))| Set { name: (*name).to_owned(), kind, values: column(at, kind) });
    Memberships { cases: (0..cells.len()).map(|case| format!("c{case:03}")).collect(), sets: sets.collect() }
}

fn analysis(cuts: TruthTableCuts, at_crossover: AtCrossover, minimise: Minimise) -> Analysis {
    let expect = |expect| Expectation { expect, because: None };
    Analysis {
        at_crossover,
        expectations: vec![expect(Expect::Present), expect(Expect::Any), expect(Expect::Absent)],
        minimise,
        ..Analysis::new(
            "frame",
            Literal { set: "Y".to_owned(), level: None, negated: false },
            ["A", "B", "C"].map(str::to_owned).to_vec(),
            cuts,
        )
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn a_frame_gives_what_the_whole_analysis_gives(
        cells in proptest::collection::vec(proptest::collection::vec(0_u32..66, 4), 2..16),
        kind in 0_usize..4, frequency in 1_usize..3, consistency in 0_u32..20, policy in 0_usize..3, other in 0_usize..4,
    ) {
        let other_kind = [SetKind::Fuzzy, SetKind::Crisp, SetKind::MultiValue { levels: 3 }, SetKind::Temporal][kind];
        let memberships = memberships(&cells, [SetKind::Fuzzy, other_kind, SetKind::Crisp, SetKind::Fuzzy]);
        let consistency = f64::from(consistency) / 20.0;
        let cuts = TruthTableCuts {
            frequency: Frequency::Count(frequency),
            consistency,
            pri: 0.3,
            contradiction_floor: (other > 1).then_some(consistency / 2.0),
        };
        let policy = [AtCrossover::Warn, AtCrossover::Present, AtCrossover::Drop][policy];
        let minimise = Minimise {
            models: if other % 2 == 0 { ModelsWanted::Minimum } else { ModelsWanted::Irredundant },
            contradictions: if other == 3 { Contradictions::Remainder } else { Contradictions::Negative },
            row_dominance: other == 2,
            prime_implicant_consistency: None,
        };
        let analysis = analysis(cuts, policy, minimise);
        let sets: Vec<&Set> = memberships.sets.iter().collect();
        let kinds: Vec<SetKind> = sets[..3].iter().map(|set| set.kind).collect();
        let frame = Frame::new(&analysis, &kinds).unwrap();
        let whole = analyse(&analysis, &memberships, &Budget::default());
        let cases = frame.cases(&sets[..3], sets[3]);
        let Ok(whole) = whole else {
            prop_assert!(cases.is_err());
            return Ok(());
        };
        let cases = cases.unwrap();
        let rows = frame.rows(&cases);
        let outputs = frame.outputs(&rows, &cuts, cases.outcome.len());
        for (row, output) in rows.iter().zip(&outputs) {
            let twin = whole.rows.iter().find(|twin| frame.space.row(&twin.levels) == row.row).unwrap();
            prop_assert_eq!((&twin.cases, twin.output, twin.consistency, twin.pri), (&row.cases, *output, row.consistency, row.pri));
        }
        prop_assert_eq!(rows.len(), whole.rows.iter().filter(|row| !row.cases.is_empty()).count());
        let table: Vec<_> = rows.iter().zip(&outputs).map(|(row, &output)| (row.row, output)).collect();
        let answers = frame.solve(&table, &Budget::default());
        prop_assert_eq!(&Answer::all_of(&whole), &answers);
        for kind in [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate] {
            let mut whole = whole.clone();
            whole.analysis.interpret = kind;
            let interpreted = Interpreted::of(&whole);
            for (path, core) in cores(&answers, kind) {
                let standing = |condition: usize| {
                    let (literal, core) = (path & frame.space.condition(condition), core.ok()?);
                    Some(match (core.always & literal, core.sometimes & literal) {
                        _ if literal == 0 => return None,
                        (0, 0) => Standing::Never,
                        (0, _) => Standing::Sometimes,
                        _ => Standing::Always,
                    })
                };
                let ours: Vec<Option<Standing>> = (0..3).map(standing).collect();
                prop_assert_eq!(ours, interpreted.core(&frame.space.term(path)).standing);
            }
        }
        for (answer, solution) in answers.iter().zip(&whole.solutions) {
            match (answer, solution) {
                (Err(ours), Err(theirs)) => prop_assert_eq!(ours, theirs),
                (Ok(answer), Ok(solution)) => {
                    prop_assert_eq!((answer.count, answer.complete), (solution.model_count, solution.is_complete()));
                    for (model, twin) in answer.models.iter().zip(&solution.models) {
                        let terms: Vec<Cube> = twin.paths.iter().map(|path| frame.space.cube(&path.term)).collect();
                        prop_assert_eq!(model, &terms);
                        prop_assert_eq!(frame.fit(&cases, model), twin.fit);
                        prop_assert_eq!(frame.paths(&cases, &rows, &outputs, model), twin.paths.clone());
                    }
                }
                _ => prop_assert!(false, "{answer:?} against {solution:?}"),
            }
        }
    }
}
