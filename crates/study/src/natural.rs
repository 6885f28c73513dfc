//! The natural order of cases: `c2` before `c10`.
//!
//! Every list of cases is sorted by it, so lists agree in results, tables and figures, for any order of the file.

use std::cmp::Ordering;

/// The sign between unit and period in the name of a case of a panel.
pub const JOINT: &str = " · ";

/// A part of an id for comparison.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Piece<'a> {
    /// The end of the unit in the name of a case of a panel.
    Joint,
    /// The number of digits without leading zeros, and these digits: more digits make a larger number.
    Number(usize, &'a str),
    /// Any other sign.
    Sign(char),
}

/// Compares two ids: runs of the digits 0 to 9 as numbers and before other characters, these by code point. Cases of a
/// panel are compared by unit, then by period.
///
/// Ids that differ only in leading zeros are in plain order, so the order is total.
pub fn compare(a: &str, b: &str) -> Ordering {
    let common = common(a, b);
    let (mut ours, mut theirs) = (&a[common..], &b[common..]);
    loop {
        match (piece(&mut ours), piece(&mut theirs)) {
            (None, None) => return a.cmp(b),
            (ours, theirs) if ours != theirs => return ours.cmp(&theirs),
            _ => {}
        }
    }
}

/// The positions of ids in their natural order.
pub fn order<S: AsRef<str>>(ids: &[S]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_by(|&a, &b| compare(ids[a].as_ref(), ids[b].as_ref()));
    order
}

/// Length of the common beginning of two ids, without the last run of digits or signs of a joint.
fn common(a: &str, b: &str) -> usize {
    let same = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let of_piece = |sign: char| sign.is_ascii_digit() || JOINT.contains(sign);
    let before = a[..a.floor_char_boundary(same)].trim_end_matches(of_piece);
    before.len()
}

/// Takes the first piece of a text off it.
fn piece<'a>(text: &mut &'a str) -> Option<Piece<'a>> {
    if let Some(rest) = text.strip_prefix(JOINT) {
        *text = rest;
        return Some(Piece::Joint);
    }
    let mut signs = text.chars();
    let first = signs.next()?;
    if !first.is_ascii_digit() {
        *text = signs.as_str();
        return Some(Piece::Sign(first));
    }
    let end = text.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at(end);
    *text = rest;
    let digits = digits.trim_start_matches('0');
    Some(Piece::Number(digits.len(), digits))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn runs_of_digits_are_numbers() {
        for sorted in [
            &["2", "10", "100"][..],
            &["c2", "c10", "c10a", "c10b"],
            &["a1b2", "a1b10", "a2b1"],
            &["", "0", "00", "01", "1", "2"],
            &["北京2", "北京10", "南京1"],
            &["9999999999999999999999", "10000000000000000000000"],
            &["A", "B10", "a"],
            &["x", "x1", "x-1", "xy"],
            &["A · 9", "A · 10", "A1 · 9", "A 1 · 9", "A-1 · 2"],
            &["县 · 2019", "县2 · 2018", "县10 · 2017"],
        ] {
            let reversed: Vec<&str> = sorted.iter().rev().copied().collect();
            let found: Vec<&str> = order(&reversed).into_iter().map(|at| reversed[at]).collect();
            assert_eq!(found, sorted);
        }
    }

    /// The pieces of an id from its beginning.
    fn pieces(id: &str) -> Vec<Piece<'_>> {
        let mut rest = id;
        std::iter::from_fn(|| piece(&mut rest)).collect()
    }

    proptest! {
        #[test]
        fn common_beginnings_of_ids_do_not_matter(alike in "[0-1é中 ·]{0,3}", a in "[0-2aéê中 ·]{0,4}", b in "[0-2aéê中 ·]{0,4}") {
            let [a, b] = [a, b].map(|end| format!("{alike}{end}"));
            prop_assert_eq!(compare(&a, &b), pieces(&a).cmp(&pieces(&b)).then(a.cmp(&b)));
        }

        #[test]
        fn the_order_is_total(ids in proptest::collection::vec("[0-2a1]{0,4}", 3)) {
            let [a, b, c] = [&ids[0], &ids[1], &ids[2]];
            prop_assert_eq!(compare(a, b), compare(b, a).reverse());
            prop_assert_eq!(compare(a, b).is_eq(), a == b);
            prop_assert!(compare(a, b).is_gt() || compare(b, c).is_gt() || compare(a, c).is_le());
        }
    }
}
