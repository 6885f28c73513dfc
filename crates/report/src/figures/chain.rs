//! Causal structure: factors in layers, causes left of their effects, with a point for every conjunction.

use std::collections::BTreeMap;

use super::layers::layered;
use super::svg::Svg;
use super::words::wrapped;

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

/// The width of a box, and the height of one with a single line.
const BOX: [f64; 2] = [150.0, 30.0];
/// The space between two layers, and between two places of a layer.
const GAP: [f64; 2] = [90.0, 18.0];
/// The height of a further line in a box.
const LINE: f64 = 15.0;
/// The margin of the drawing.
const MARGIN: f64 = 4.0;

/// Where the boxes stand, and what passes between them.
struct Places {
    /// The left upper corner of each box.
    boxes: Vec<[f64; 2]>,
    /// The height of a box.
    tall: f64,
    /// For each cause and effect, the left ends of the level parts of its way.
    ways: BTreeMap<[usize; 2], Vec<[f64; 2]>>,
}

impl Places {
    /// The mean height at which the causes of a term come to its effect.
    #[expect(clippy::cast_precision_loss, reason = "a term has few causes")]
    fn height(&self, term: &Term) -> f64 {
        let heights = term.causes.iter().filter_map(|cause| {
            let way = self.ways.get(&[cause.node, term.effect]).and_then(|way| way.last()).map(|last| last[1]);
            way.or_else(|| Some(self.boxes.get(cause.node)?[1] + self.tall / 2.0))
        });
        heights.sum::<f64>() / term.causes.len().max(1) as f64
    }
}

/// A structure with its factors and terms.
#[expect(clippy::cast_precision_loss, reason = "a structure has few factors")]
pub(crate) fn chain(id: &str, title: &str, description: &str, nodes: &[Node], terms: &[Term]) -> String {
    let labels: Vec<Vec<String>> = nodes.iter().map(|node| wrapped(&node.words, BOX[0] - 8.0)).collect();
    let lines = labels.iter().map(Vec::len).max().unwrap_or(1);
    let tall = BOX[1] + LINE * (lines.max(1) - 1) as f64;
    let (places, [width, height]) = placed(nodes, terms, tall);
    let mut svg = Svg::new(id, width, height, title, description);
    for (lines, &[left, top]) in labels.iter().zip(&places.boxes) {
        svg.rectangle("stage", [left, top, BOX[0], tall], "fill=\"none\" stroke=\"currentColor\" rx=\"3\"");
        let first = top + tall / 2.0 + 4.5 - LINE * (lines.len() - 1) as f64 / 2.0;
        for (at, line) in lines.iter().enumerate() {
            svg.words("stage", [left + BOX[0] / 2.0, first + LINE * at as f64], "middle", "", line);
        }
    }
    let mut sorted: Vec<&Term> = terms.iter().collect();
    // Arrows reach an effect in the order in which they come.
    sorted.sort_by(|a, b| a.effect.cmp(&b.effect).then(places.height(a).total_cmp(&places.height(b))));
    for terms in sorted.chunk_by(|a, b| a.effect == b.effect) {
        for (at, term) in terms.iter().enumerate() {
            draw(&mut svg, &places, term, (at as f64 + 1.0) / (terms.len() as f64 + 1.0));
        }
    }
    svg.finish()
}

/// The places of all boxes of this height, and the size of the drawing.
#[expect(clippy::cast_precision_loss, reason = "a structure has few factors")]
fn placed(nodes: &[Node], terms: &[Term], tall: f64) -> (Places, [f64; 2]) {
    let mut edges: Vec<[usize; 2]> =
        terms.iter().flat_map(|term| term.causes.iter().map(|cause| [cause.node, term.effect])).collect();
    edges.sort_unstable();
    edges.dedup();
    let layers: Vec<usize> = nodes.iter().map(|node| node.layer).collect();
    let layered = layered(&layers, &edges);
    let tallest = layered.sizes.iter().max().map_or(1, |size| *size);
    let at = |layer: usize, place: usize| {
        let free = layered.sizes.get(layer).map_or(0, |size| tallest - size) as f64 / 2.0;
        [MARGIN + layer as f64 * (BOX[0] + GAP[0]), MARGIN + (free + place as f64) * (tall + GAP[1])]
    };
    let boxes = layers.iter().zip(&layered.nodes).map(|(&layer, &place)| at(layer, place)).collect();
    let way = |(edge, places): (&[usize; 2], &Vec<usize>)| {
        let first = layers.get(edge[0]).map_or(0, |layer| layer + 1);
        let level = places.iter().enumerate().map(|(step, &place)| {
            let [left, top] = at(first + step, place);
            [left, top + tall / 2.0]
        });
        (*edge, level.collect())
    };
    let ways = edges.iter().zip(&layered.ways).map(way).collect();
    let width = layered.sizes.len().max(1) as f64 * (BOX[0] + GAP[0]) - GAP[0] + 2.0 * MARGIN;
    let height = tallest as f64 * (tall + GAP[1]) - GAP[1] + 2.0 * MARGIN;
    (Places { boxes, tall, ways }, [width, height])
}

/// One term, whose arrow ends at this share of the effect's height.
fn draw(svg: &mut Svg, places: &Places, term: &Term, share: f64) {
    let Some(&[left, top]) = places.boxes.get(term.effect) else { return };
    let end = [left - 1.0, top + places.tall * share];
    let joined = term.causes.len() > 1;
    let meeting = if joined { [end[0] - GAP[0] / 3.0, end[1]] } else { end };
    for cause in &term.causes {
        let Some(&[left, top]) = places.boxes.get(cause.node) else { continue };
        let start = [left + BOX[0], top + places.tall / 2.0];
        let level = places.ways.get(&[cause.node, term.effect]).into_iter().flatten();
        let between = level.flat_map(|&[left, y]| [[left, y], [left + BOX[0], y]]);
        let points: Vec<[f64; 2]> = std::iter::once(start).chain(between).chain([meeting]).collect();
        let dashes = if cause.negated { " stroke-dasharray=\"4 3\"" } else { "" };
        svg.polyline("way", &points, &format!("fill=\"none\" stroke=\"currentColor\"{dashes}"));
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
    }

    /// A cause of a later effect passes the box between on its own level, and long labels take several lines.
    #[test]
    fn ways_pass_boxes_and_labels_are_whole() {
        let node = |words: &str, layer| Node { words: words.to_owned(), layer };
        let cause = |node| Cause { node, negated: false, level: String::new() };
        let nodes = [node("A", 0), node("B", 0), node("M", 1), node("inpatients treated in the district", 2)];
        let term = |causes: &[usize], effect| Term { causes: causes.iter().map(|&at| cause(at)).collect(), effect };
        let svg = chain("one", "Title", "Words", &nodes, &[term(&[0], 2), term(&[2], 3), term(&[1], 3)]);
        assert!(svg.contains(">inpatients treated in<") && svg.contains(">the district<"), "{svg}");
        let (places, _) = placed(&nodes, &[term(&[0], 2), term(&[2], 3), term(&[1], 3)], 45.0);
        let (middle, way) = (places.boxes[2], &places.ways[&[1, 3]]);
        assert!(way.len() == 1 && (way[0][1] < middle[1] || way[0][1] > middle[1] + places.tall), "{way:?} {middle:?}");
    }
}
