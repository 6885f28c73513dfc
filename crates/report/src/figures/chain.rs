//! Causal structure: factors in layers, causes left of their effects, with a point for every conjunction.

use super::svg::Svg;
use crate::width::display_width;

/// A factor.
#[derive(Debug)]
pub(crate) struct Node {
    /// Its label.
    pub(crate) words: String,
    /// Its layer, from the left.
    pub(crate) layer: usize,
}

/// One term: causes that together bring about an effect.
#[derive(Debug)]
pub(crate) struct Term {
    /// The causes.
    pub(crate) causes: Vec<Cause>,
    /// The position of the effect among the nodes.
    pub(crate) effect: usize,
}

/// One cause of a term.
#[derive(Debug)]
pub(crate) struct Cause {
    /// The position of the factor among the nodes.
    pub(crate) node: usize,
    /// True if its absence is the cause.
    pub(crate) negated: bool,
    /// The level that is the cause; empty for a set of two values.
    pub(crate) level: String,
}

const BOX: [f64; 2] = [150.0, 30.0];
const GAP: [f64; 2] = [90.0, 18.0];
/// The width of a half-width letter; wide letters take two.
const LETTER: f64 = 6.2;
const LETTERS: usize = ((BOX[0] - 8.0) / LETTER) as usize;

/// A structure with its factors and terms.
#[expect(clippy::cast_precision_loss, reason = "a structure has few factors")]
pub(crate) fn chain(id: &str, title: &str, description: &str, nodes: &[Node], terms: &[Term]) -> String {
    let layers = nodes.iter().map(|node| node.layer + 1).max().unwrap_or(1);
    let row = |at: usize| {
        let same = |other: &&Node| nodes.get(at).is_some_and(|node| node.layer == other.layer);
        nodes.iter().take(at).filter(same).count()
    };
    let rows: Vec<usize> = (0..nodes.len()).map(row).collect();
    let tallest = rows.iter().max().map_or(1, |row| row + 1);
    let width = layers as f64 * (BOX[0] + GAP[0]) - GAP[0] + 8.0;
    let height = tallest as f64 * (BOX[1] + GAP[1]) - GAP[1] + 8.0;
    let places: Vec<[f64; 2]> = nodes
        .iter()
        .zip(&rows)
        .map(|(node, &row)| {
            let members = nodes.iter().filter(|other| other.layer == node.layer).count();
            let free = (tallest - members) as f64 * (BOX[1] + GAP[1]) / 2.0;
            [4.0 + node.layer as f64 * (BOX[0] + GAP[0]), 4.0 + free + row as f64 * (BOX[1] + GAP[1])]
        })
        .collect();
    let mut svg = Svg::new(id, width, height, title, description);
    for (node, &[left, top]) in nodes.iter().zip(&places) {
        svg.rectangle("stage", [left, top, BOX[0], BOX[1]], "fill=\"none\" stroke=\"currentColor\" rx=\"3\"");
        svg.words("stage", [left + BOX[0] / 2.0, top + 19.5], "middle", "", &cut(&node.words));
    }
    for (at, term) in terms.iter().enumerate() {
        let own = terms.iter().take(at).filter(|other| other.effect == term.effect).count();
        let all = terms.iter().filter(|other| other.effect == term.effect).count();
        draw(&mut svg, &places, term, (own as f64 + 1.0) / (all as f64 + 1.0));
    }
    svg.finish()
}

/// One term, whose arrow ends at this share of the effect's height.
fn draw(svg: &mut Svg, places: &[[f64; 2]], term: &Term, share: f64) {
    let Some(&[left, top]) = places.get(term.effect) else { return };
    let end = [left - 1.0, top + BOX[1] * share];
    let joined = term.causes.len() > 1;
    let meeting = if joined { [end[0] - GAP[0] / 3.0, end[1]] } else { end };
    for cause in &term.causes {
        let Some(&[left, top]) = places.get(cause.node) else { continue };
        let start = [left + BOX[0], top + BOX[1] / 2.0];
        let dashes = if cause.negated { "stroke-dasharray=\"4 3\"" } else { "" };
        svg.line("way", [start[0], start[1], meeting[0], meeting[1]], dashes);
        if !cause.level.is_empty() {
            svg.words("small", [start[0] + 3.0, start[1] - 3.0], "start", "font-size=\"10\"", &cause.level);
        }
    }
    if joined {
        svg.disc("point", meeting, 3.0, "", "");
        svg.line("way", [meeting[0], meeting[1], end[0], end[1]], "");
    }
    for side in [-4.0, 4.0] {
        svg.line("way", [end[0] - 6.0, end[1] + side, end[0], end[1]], "");
    }
}

/// A label no wider than its box.
fn cut(words: &str) -> String {
    if display_width(words) <= LETTERS {
        return words.to_owned();
    }
    let mut kept = String::new();
    for letter in words.chars() {
        if display_width(&format!("{kept}{letter}…")) > LETTERS {
            break;
        }
        kept.push(letter);
    }
    format!("{kept}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn causes_stand_left_of_their_effects() {
        let node = |words: &str, layer| Node { words: words.to_owned(), layer };
        let cause = |node, negated| Cause { node, negated, level: String::new() };
        let nodes = [node("A", 0), node("B", 0), node("Y", 1)];
        let terms = [
            Term { causes: vec![cause(0, false), cause(1, true)], effect: 2 },
            Term { causes: vec![cause(1, false)], effect: 2 },
        ];
        let svg = chain("one", "Title", "Words", &nodes, &terms);
        assert_eq!(svg.matches("<rect").count() + svg.matches("<circle").count(), 4, "{svg}");
        assert_eq!(svg.matches("stroke-dasharray").count(), 1, "{svg}");
        assert_eq!(cut("a label that is far too long for its box"), "a label that is far …");
    }
}
