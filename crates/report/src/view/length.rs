//! The three lengths of a report: what a paper prints, what its supplement prints, and all of it.

use equifinal_study::config::Length;

use super::block::{Block, Section};

/// The tables of a paper by the first part of their names, the most needed first.
const TABLES: [&str; 15] = [
    "configurations",
    "systems",
    "truth-table",
    "necessity",
    "calibration",
    "alternatives",
    "reliability",
    "robustness",
    "joint-display",
    "indicator-claims",
    "themes",
    "answers",
    "agreement",
    "by",
    "means",
];
/// The most tables of a paper.
const MOST_TABLES: usize = 6;
/// The figures of a paper, likewise.
const FIGURES: [&str; 4] = ["xy", "flow", "zones", "indicators"];
/// The most figures of a paper.
const MOST_FIGURES: usize = 3;
/// The sections whose sentences a paper prints.
const SAID: [&str; 2] = ["findings", "data"];

/// Keeps the part of `sections` that belongs to a report of this length.
pub(super) fn cut(sections: &mut Vec<Section>, length: Length) {
    if length == Length::Full {
        return;
    }
    let (tables, figures) =
        (chosen(&TABLES, MOST_TABLES, tables(sections)), chosen(&FIGURES, MOST_FIGURES, figures(sections)));
    let is_paper = length == Length::Paper;
    for section in sections.iter_mut() {
        let (said, mut folded) = (SAID.contains(&section.id.as_str()), false);
        let blocks = std::mem::take(&mut section.blocks);
        let kept = blocks.into_iter().filter_map(|block| match block {
            Block::Heading(_) | Block::Fold(_) => {
                folded = matches!(block, Block::Fold(_));
                Some(block)
            }
            Block::Table(table) => (tables.contains(&table.id) == is_paper).then_some(Block::Table(table)),
            Block::Figures(mut drawn) => {
                drawn.retain(|figure| figures.contains(&figure.id) == is_paper);
                (!drawn.is_empty()).then_some(Block::Figures(drawn))
            }
            Block::MoreFigures { figures: mut drawn, summary } => {
                drawn.retain(|figure| figures.contains(&figure.id) == is_paper);
                (!drawn.is_empty()).then_some(Block::MoreFigures { summary, figures: drawn })
            }
            other => ((said && !folded) == is_paper).then_some(other),
        });
        section.blocks = without_empty_parts(kept.collect());
    }
    sections.retain(|section| !section.blocks.is_empty());
}

/// The first name of each kind, the most needed kinds first, at most `most`.
fn chosen(kinds: &[&str], most: usize, names: Vec<String>) -> Vec<String> {
    let first = |kind: &&str| names.iter().find(|name| name.split('.').next() == Some(*kind)).cloned();
    kinds.iter().filter_map(first).take(most).collect()
}

fn tables(sections: &[Section]) -> Vec<String> {
    let name = |block: &Block| if let Block::Table(table) = block { Some(table.id.clone()) } else { None };
    sections.iter().flat_map(|section| &section.blocks).filter_map(name).collect()
}

fn figures(sections: &[Section]) -> Vec<String> {
    let names = |block: &Block| match block {
        Block::Figures(drawn) | Block::MoreFigures { figures: drawn, .. } => {
            drawn.iter().map(|figure| figure.id.clone()).collect()
        }
        _ => Vec::new(),
    };
    sections.iter().flat_map(|section| &section.blocks).flat_map(names).collect()
}

/// Removes headings without anything below them.
fn without_empty_parts(blocks: Vec<Block>) -> Vec<Block> {
    let mut kept: Vec<Block> = Vec::new();
    for block in blocks.into_iter().rev() {
        let is_heading = matches!(block, Block::Heading(_) | Block::Fold(_));
        let is_empty = matches!(kept.last(), None | Some(Block::Heading(_) | Block::Fold(_)));
        if !(is_heading && is_empty) {
            kept.push(block);
        }
    }
    kept.reverse();
    kept
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use equifinal_study::config::Length;

    use crate::fixture::lipset;
    use crate::view::Edition;

    fn of(length: Length) -> Edition {
        let mut fixture = lipset();
        fixture.study.report.length = length;
        fixture.edition("en")
    }

    fn names(edition: &Edition) -> BTreeSet<String> {
        let figures = edition.sections.iter().flat_map(|section| super::figures(std::slice::from_ref(section)));
        let first = edition.front.chart.iter().map(|chart| chart.id.clone());
        edition.tables().map(|table| table.id.clone()).chain(figures).chain(first).collect()
    }

    #[test]
    fn a_paper_and_its_supplement_are_the_whole_report() {
        let [paper, supplement, full] = [Length::Paper, Length::Supplement, Length::Full].map(of);
        let (in_paper, in_supplement) = (names(&paper), names(&supplement));
        assert!(in_paper.is_disjoint(&in_supplement));
        assert_eq!(in_paper.union(&in_supplement).cloned().collect::<BTreeSet<_>>(), names(&full));
        let expected = ["configurations.survival", "necessity.survival", "truth-table.survival", "calibration"];
        assert!(expected.iter().all(|name| in_paper.contains(*name)), "{in_paper:?}");
        assert!(
            paper.tables().count() <= super::MOST_TABLES && in_paper.len() <= super::MOST_TABLES + super::MOST_FIGURES
        );
    }

    #[test]
    fn tables_of_a_supplement_have_numbers_of_their_own() {
        let first = |length| of(length).tables().next().map(|table| table.number.clone());
        assert_eq!(
            [first(Length::Paper), first(Length::Supplement)],
            [Some("Table 1".to_owned()), Some("Table S1".to_owned())]
        );
    }
}
