//! Logic diagram of two levels: terms as AND gates, outcomes as OR gates; a ring negates.

use super::labels::{beside, room};
use super::svg::Svg;

/// An input of a gate.
#[derive(Debug)]
pub(crate) struct Input {
    /// Its name.
    pub(crate) name: String,
    /// True if its negation is meant.
    pub(crate) negated: bool,
}

/// A term.
#[derive(Debug)]
pub(crate) struct Gate {
    /// Its literals.
    pub(crate) inputs: Vec<Input>,
    /// The outcomes that it leads to, as indices.
    pub(crate) feeds: Vec<usize>,
}

/// The words of a diagram.
#[derive(Debug)]
pub(crate) struct Words {
    /// The title, for screen readers.
    pub(crate) title: String,
    /// The type of the figure.
    pub(crate) description: String,
    /// In a gate all of whose inputs must hold.
    pub(crate) and: String,
    /// In a gate one of whose inputs must hold.
    pub(crate) or: String,
}

/// The height of a line of an input.
const LINE: f64 = 17.0;
/// The space between two gates.
const SPACE: f64 = 12.0;
/// The width of a gate, and its least height.
const GATE: [f64; 2] = [40.0, 26.0];
/// The length of the line of an input.
const STUB: f64 = 18.0;
/// The distance of two lines that go up or down.
const LANE: f64 = 9.0;
/// The radius of the ring that negates.
const RING: f64 = 3.2;
const OUTLINE: &str = "fill=\"none\" stroke=\"currentColor\"";

/// The terms below one another on the left, the outcomes on the right.
pub(crate) fn logic(id: &str, words: &Words, gates: &[Gate], outputs: &[String]) -> String {
    let names: Vec<Vec<String>> = gates
        .iter()
        .map(|gate| beside(&gate.inputs.iter().map(|input| input.name.clone()).collect::<Vec<_>>()))
        .collect();
    let widest = names.iter().flatten().map(|name| room(name)).fold(40.0, f64::max);
    let left = widest + 14.0;
    let after = left + STUB + GATE[0];
    #[expect(clippy::cast_precision_loss, reason = "a diagram has few gates")]
    let lanes = LANE * (gates.len() as f64 + 1.0);
    let right = after + lanes + STUB;
    let outputs = beside(outputs);
    let end = right + GATE[0] + STUB;
    let wide = end + outputs.iter().map(|name| room(name)).fold(40.0, f64::max) + 14.0;
    let (rows, bottom) = stacked(gates.iter().map(|gate| gate.inputs.len().max(1)));
    let fed: Vec<Vec<usize>> = (0..outputs.len()).map(|at| fed_by(gates, at)).collect();
    let (sums, other) = stacked(fed.iter().map(|by| by.len().max(1)));
    let height = bottom.max(other) + SPACE;
    let mut svg = Svg::new(id, wide, height, &words.title, &words.description);
    for ((gate, names), row) in gates.iter().zip(&names).zip(&rows) {
        term(&mut svg, (gate, names), [left, row[0], row[1]], &words.and);
    }
    // The shorter side stands in the middle.
    let shift = ((bottom - other) / 2.0).max(0.0);
    for (at, (by, row)) in fed.iter().zip(&sums).enumerate() {
        let [top, tall] = [row[0] + shift, row[1]];
        for (place, &from) in by.iter().enumerate() {
            let Some(start) = rows.get(from).map(|row| row[0] + row[1] / 2.0) else { continue };
            let to = input_height([top, tall], place, by.len());
            #[expect(clippy::cast_precision_loss, reason = "a diagram has few gates")]
            let lane = after + LANE * (from as f64 + 1.0);
            let goal = if by.len() > 1 { right + 5.0 } else { right + GATE[0] };
            svg.polyline("wire", &[[after, start], [lane, start], [lane, to], [goal, to]], OUTLINE);
            if gates.get(from).is_some_and(|gate| gate.feeds.len() > 1) {
                svg.disc("shared", [lane, start], 2.2, "", "");
            }
        }
        let middle = top + tall / 2.0;
        if by.len() > 1 {
            or(&mut svg, [right, top, tall], &words.or);
        }
        svg.line("wire", [right + GATE[0], middle, end, middle], "");
        if let Some(name) = outputs.get(at) {
            svg.words("name", [end + 6.0, middle + 4.0], "start", "font-size=\"12\"", name);
        }
    }
    svg.finish()
}

/// The terms that lead to an outcome.
fn fed_by(gates: &[Gate], outcome: usize) -> Vec<usize> {
    gates.iter().enumerate().filter(|(_, gate)| gate.feeds.contains(&outcome)).map(|(at, _)| at).collect()
}

/// The top and height of gates with these numbers of inputs, below one another, and where they end.
fn stacked(inputs: impl Iterator<Item = usize>) -> (Vec<[f64; 2]>, f64) {
    let mut top = SPACE;
    let mut rows = Vec::new();
    for count in inputs {
        #[expect(clippy::cast_precision_loss, reason = "a gate has few inputs")]
        let tall = (LINE * count as f64).max(GATE[1]);
        rows.push([top, tall]);
        top += tall + SPACE;
    }
    (rows, top)
}

/// Where an input meets a gate.
fn input_height([top, tall]: [f64; 2], place: usize, count: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a gate has few inputs")]
    let share = (place as f64 + 0.5) / count.max(1) as f64;
    top + tall * share
}

fn term(svg: &mut Svg, (gate, names): (&Gate, &[String]), [left, top, tall]: [f64; 3], and: &str) {
    let several = gate.inputs.len() > 1;
    let start = left + STUB;
    for (at, (input, name)) in gate.inputs.iter().zip(names).enumerate() {
        let y = input_height([top, tall], at, gate.inputs.len());
        svg.words("name", [left - 6.0, y + 4.0], "end", "font-size=\"11\"", name);
        let end = if several { start } else { start + GATE[0] };
        if input.negated {
            let ring = start - RING;
            svg.line("wire", [left, y, ring - RING, y], "");
            svg.disc("negated", [ring, y], RING, OUTLINE, "");
            if !several {
                svg.line("wire", [start, y, end, y], "");
            }
        } else {
            svg.line("wire", [left, y, end, y], "");
        }
    }
    let middle = top + tall / 2.0;
    if several {
        let (half, radius) = (GATE[0] / 2.0, GATE[0] / 2.0);
        let shape =
            format!("M{start} {top}h{half}a{radius} {} 0 0 1 0 {tall}h-{half}z", super::svg::length(tall / 2.0));
        svg.path("and", &shape, OUTLINE);
        svg.words("gate", [start + GATE[0] / 2.0 - 3.0, middle + 3.5], "middle", "font-size=\"10\"", and);
    } else if gate.inputs.is_empty() {
        svg.words("name", [left - 6.0, middle + 4.0], "end", "font-size=\"11\"", "1");
        svg.line("wire", [left, middle, start + GATE[0], middle], "");
    }
}

fn or(svg: &mut Svg, [left, top, tall]: [f64; 3], words: &str) {
    let length = super::svg::length;
    let (right, middle, bottom) = (left + GATE[0], top + tall / 2.0, top + tall);
    let (bow, lean) = (left + 8.0, left + GATE[0] * 0.6);
    let points = [left, top, lean, top, right, middle, lean, bottom, left, bottom, bow, middle, left, top].map(length);
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n] = points;
    svg.path("or", &format!("M{a} {b}Q{c} {d} {e} {f}Q{g} {h} {i} {j}Q{k} {l} {m} {n}z"), OUTLINE);
    svg.words("gate", [left + GATE[0] / 2.0, middle + 3.5], "middle", "font-size=\"10\"", words);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::tests::count;

    fn gate(inputs: &[(&str, bool)], feeds: &[usize]) -> Gate {
        let input = |&(name, negated): &(&str, bool)| Input { name: name.to_owned(), negated };
        Gate { inputs: inputs.iter().map(input).collect(), feeds: feeds.to_vec() }
    }

    /// A gate for every term of several literals and every outcome of several terms; a ring for every negation; a dot
    /// for every way of a shared term.
    #[test]
    fn gates_rings_and_ways() {
        let words = Words { title: "t".into(), description: "d".into(), and: "and".into(), or: "or".into() };
        let gates =
            [gate(&[("A", false), ("B", true)], &[0, 1]), gate(&[("C", true)], &[0]), gate(&[("D", false)], &[1])];
        let svg = logic("l", &words, &gates, &["Y".to_owned(), "Z".to_owned()]);
        for (mark, expected) in [
            (["path", "and"], 1),
            (["path", "or"], 2),
            (["circle", "negated"], 2),
            (["circle", "shared"], 2),
            (["polyline", "wire"], 4),
            (["text", "gate"], 3),
            (["text", "name"], 6),
        ] {
            assert_eq!(count(&svg, mark), expected, "{mark:?}");
        }
    }
}
