//! The algebra against truth tables, and its corners.

use equifinal_study::memberships::SetKind;
use proptest::prelude::*;

use super::*;

fn algebra(levels: &[usize]) -> Algebra {
    let kind = |levels: usize| if levels == 2 { SetKind::Crisp } else { SetKind::MultiValue { levels } };
    let sets = levels.iter().zip('A'..).map(|(&levels, name)| Condition { name: name.to_string(), kind: kind(levels) });
    Algebra::new(sets.collect()).unwrap()
}

/// The rows that a sum of terms covers.
fn rows(algebra: &Algebra, cubes: &[Cube]) -> Vec<u64> {
    let space = &algebra.space;
    let row = |number| space.row(&space.levels_of(number).unwrap());
    (1..=space.rows()).filter(|&number| cubes.iter().any(|cube| cube & !row(number) == 0)).collect()
}

/// A cube from a level or none for each condition.
fn cube(algebra: &Algebra, levels: &[Option<usize>]) -> Cube {
    algebra.space.cube(&crate::term::Term { levels: levels.to_vec() })
}

fn check(text: &str, simplified: &str, negated: &str, factored: &str) {
    let algebra = algebra(&[2, 2, 2, 2, 3]);
    let cubes = algebra.cubes(&Expression::parse(text).unwrap()).unwrap();
    let simple = algebra.simplified(&cubes).unwrap();
    assert_eq!(algebra.write(&simple), simplified, "{text}");
    assert_eq!(algebra.write(&algebra.negated(&cubes).unwrap()), negated, "negation of {text}");
    assert_eq!(algebra.factored(&simple), factored, "{text}");
}

#[test]
fn corners() {
    check("A*~A", "0", "1", "0");
    check("A + ~A", "1", "0", "1");
    check("A*B + A*~B", "A", "~A", "A");
    check("A*B + ~A*C + B*C", "~A*C + A*B", "~A*~C + A*~B", "~A*C + A*B");
    check("E[0] + E[1]*A + E[2]*A", "A + E[0]", "~A*E[1] + ~A*E[2]", "A + E[0]");
    check("A*B + A*C + B*D + C*D", "A*B + A*C + B*D + C*D", "~A*~D + ~B*~C", "A*(B + C) + D*(B + C)");
    check("A*C + B*C + D", "D + A*C + B*C", "~C*~D + ~A*~B*~D", "C*(A + B) + D");
}

#[test]
fn what_cannot_be_computed_is_refused() {
    let algebra = algebra(&[2, 3]);
    for (text, misfit) in [
        ("C", Misfit::NoSet { set: "C".to_owned() }),
        ("B[3]", Misfit::NoLevel { set: "B".to_owned(), level: 3, highest: 2 }),
        ("B", Misfit::Level { literal: "B".to_owned(), multi_value: true }),
        ("A[1]", Misfit::Level { literal: "A[1]".to_owned(), multi_value: false }),
    ] {
        assert_eq!(algebra.cubes(&Expression::parse(text).unwrap()), Err(misfit), "{text}");
    }
    let sets = (0..40).map(|i| Condition { name: format!("S{i}"), kind: SetKind::Fuzzy });
    let wide = Algebra::new(sets.collect()).unwrap();
    let product: Vec<String> = (0..20).map(|i| format!("(S{i} + S{})", i + 20)).collect();
    let product = Expression::parse(&product.join("*")).unwrap();
    assert_eq!(wide.cubes(&product), Err(Misfit::TooLarge));
}

proptest! {
    #[test]
    fn sums_say_what_their_rows_say(
        a in proptest::collection::vec(proptest::collection::vec(proptest::option::of(0_usize..2), 5), 0..7),
        b in proptest::collection::vec(proptest::collection::vec(proptest::option::of(0_usize..2), 5), 0..7),
    ) {
        let algebra = algebra(&[2, 3, 2, 2, 3]);
        let a: Vec<Cube> = a.iter().map(|levels| cube(&algebra, levels)).collect();
        let b: Vec<Cube> = b.iter().map(|levels| cube(&algebra, levels)).collect();
        let (in_a, in_b) = (rows(&algebra, &a), rows(&algebra, &b));
        let simple = algebra.simplified(&a).unwrap();
        prop_assert_eq!(rows(&algebra, &simple), in_a.clone());
        prop_assert!(simple.len() <= absorbed(a.clone()).len());
        let negated = rows(&algebra, &algebra.negated(&a).unwrap());
        prop_assert!((1..=72).all(|row| in_a.contains(&row) != negated.contains(&row)));
        let both: Vec<u64> = in_a.iter().copied().filter(|row| in_b.contains(row)).collect();
        prop_assert_eq!(rows(&algebra, &algebra.intersected(&a, &b).unwrap()), both);
        // A prime implicant is one that is in the sum and would leave it without any of its literals.
        for prime in algebra.prime_implicants(&a).unwrap() {
            let inside = |cube: Cube| rows(&algebra, &[cube]).iter().all(|row| in_a.contains(row));
            prop_assert!(inside(prime));
            prop_assert!((0..128).filter(|bit| prime >> bit & 1 == 1).all(|bit| !inside(prime & !(1 << bit))));
        }
        if simple.iter().all(|&cube| cube != 0) && !simple.is_empty() {
            let factored = Expression::parse(&algebra.factored(&simple)).unwrap();
            prop_assert_eq!(rows(&algebra, &algebra.cubes(&factored).unwrap()), in_a);
        }
    }
}
