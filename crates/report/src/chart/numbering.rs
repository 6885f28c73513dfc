//! Second-order numbers of paths: those that share a core share a number (H1a, H1b), Fiss 2011.

use equifinal_qca::core::{Discrimination, PathCore, Standing};

/// The label of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Label {
    /// The number that it shares with paths of the same core, from 1.
    pub(crate) number: usize,
    /// The label without the letter that distinguishes paths of one core.
    pub(crate) group: String,
    /// The label as printed.
    pub(crate) text: String,
}

/// The labels of paths, in their order: `H1a`, `H1b`, `H2`; with `N` before them for a negated outcome.
pub(crate) fn labels(
    cores: &[PathCore],
    levels: &[Vec<Option<usize>>],
    discrimination: Discrimination,
    negated: bool,
) -> Vec<Label> {
    let keys: Vec<Option<Vec<(usize, usize)>>> =
        cores.iter().zip(levels).map(|(core, levels)| shared_core(core, levels, discrimination)).collect();
    let mut numbers: Vec<usize> = Vec::new();
    let mut next = 0;
    for (i, key) in keys.iter().enumerate() {
        let earlier = key.as_ref().and_then(|_| keys.iter().take(i).position(|other| other == key));
        let number = earlier.and_then(|at| numbers.get(at).copied()).unwrap_or_else(|| {
            next += 1;
            next
        });
        numbers.push(number);
    }
    let prefix = if negated { "NH" } else { "H" };
    let letter = |i: usize, number: usize| {
        let siblings = numbers.iter().filter(|&&other| other == number).count();
        let place = numbers.iter().take(i).filter(|&&other| other == number).count();
        if siblings > 1 { suffix(place) } else { String::new() }
    };
    let label = |(i, &number)| {
        let group = format!("{prefix}{number}");
        Label { number, text: format!("{group}{}", letter(i, number)), group }
    };
    numbers.iter().enumerate().map(label).collect()
}

/// The core literals that paths can share; `None` if a path has no core of its own or all its literals are core.
fn shared_core(
    core: &PathCore,
    levels: &[Option<usize>],
    discrimination: Discrimination,
) -> Option<Vec<(usize, usize)>> {
    if discrimination != Discrimination::Yes || core.composite.is_some() {
        return None;
    }
    let literals = core.standing.iter().zip(levels).enumerate();
    let key: Vec<(usize, usize)> = literals
        .filter_map(|(at, (standing, level))| (*standing == Some(Standing::Always)).then_some(at).zip(*level))
        .collect();
    (!key.is_empty()).then_some(key)
}

/// `a`, `b`, … `z`, `aa`, …
fn suffix(place: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(place % 26).unwrap_or(0));
    if place < 26 { letter.to_string() } else { format!("{}{letter}", suffix(place / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paths: &[(&str, bool)], discrimination: Discrimination, negated: bool, expected: &[&str]) {
        let cores: Vec<PathCore> = paths
            .iter()
            .map(|(standing, composite)| PathCore {
                standing: standing
                    .chars()
                    .map(|c| match c {
                        'A' | 'a' => Some(Standing::Always),
                        's' => Some(Standing::Sometimes),
                        'n' => Some(Standing::Never),
                        _ => None,
                    })
                    .collect(),
                composite: composite.then(Vec::new),
            })
            .collect();
        let levels: Vec<Vec<Option<usize>>> = paths
            .iter()
            .map(|(standing, _)| standing.chars().map(|c| (c != '-').then(|| usize::from(c != 'a'))).collect())
            .collect();
        let labels = labels(&cores, &levels, discrimination, negated);
        assert_eq!(labels.iter().map(|label| label.text.as_str()).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn paths_with_the_same_core_share_a_number() {
        check(&[("An-", false), ("-nA", false), ("A-n", false)], Discrimination::Yes, false, &["H1a", "H2", "H1b"]);
        check(&[("A-", false), ("a-", false)], Discrimination::Yes, true, &["NH1", "NH2"]);
    }

    #[test]
    fn paths_without_a_core_of_their_own_stand_alone() {
        check(&[("nn", false), ("ns", false)], Discrimination::Yes, false, &["H1", "H2"]);
        check(&[("An", true), ("An", true)], Discrimination::Yes, false, &["H1", "H2"]);
        check(&[("A", false), ("A", false)], Discrimination::Parsimonious, false, &["H1", "H2"]);
    }
}
