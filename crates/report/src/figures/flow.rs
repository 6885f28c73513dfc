//! Flow chart: counts at each stage, and exclusions beside it.

use super::svg::Svg;
use super::words::wrapped;

/// A stage of a flow.
#[derive(Debug)]
pub(crate) struct Stage {
    /// The unit counted here, with the count.
    pub(crate) words: String,
    /// The exclusions before the next stage, one line each.
    pub(crate) left: Vec<String>,
}

const WIDTH: f64 = 640.0;
const MAIN: [f64; 2] = [8.0, 250.0];
const SIDE: [f64; 2] = [302.0, 330.0];
const LINE: f64 = 17.0;
const PADDING: f64 = 9.0;
const GAP: f64 = 30.0;

/// A box with its lines.
struct Boxed {
    lines: Vec<String>,
    height: f64,
}

/// The stages below one another.
pub(crate) fn flow(id: &str, title: &str, description: &str, stages: &[Stage]) -> String {
    let boxes: Vec<(Boxed, Option<Boxed>)> = stages
        .iter()
        .map(|stage| {
            let left = (!stage.left.is_empty()).then(|| boxed(stage.left.iter(), SIDE[1]));
            (boxed([&stage.words], MAIN[1]), left)
        })
        .collect();
    // A box beside the way stands between two stages, so the way is at least as long as the box is high.
    let way = |left: &Option<Boxed>| left.as_ref().map_or(GAP, |left| left.height + GAP);
    let height: f64 = boxes
        .iter()
        .enumerate()
        .map(|(at, (own, left))| own.height + if at + 1 < boxes.len() { way(left) } else { 0.0 })
        .sum();
    let mut svg = Svg::new(id, WIDTH, height + 4.0, title, description);
    let centre = MAIN[0] + MAIN[1] / 2.0;
    let mut top = 2.0;
    for (at, (own, left)) in boxes.iter().enumerate() {
        draw(&mut svg, own, MAIN, top, true);
        top += own.height;
        if at + 1 == boxes.len() {
            break;
        }
        let end = top + way(left);
        svg.line("way", [centre, top, centre, end - 1.0], "");
        head(&mut svg, [centre, end], true);
        if let Some(left) = left {
            let middle = f64::midpoint(top, end);
            svg.line("way", [centre, middle, SIDE[0] - 1.0, middle], "");
            head(&mut svg, [SIDE[0], middle], false);
            draw(&mut svg, left, SIDE, middle - left.height / 2.0, false);
        }
        top = end;
    }
    svg.finish()
}

#[expect(clippy::cast_precision_loss, reason = "a figure has few lines")]
fn boxed<'a>(lines: impl IntoIterator<Item = &'a String>, width: f64) -> Boxed {
    let lines: Vec<String> = lines.into_iter().flat_map(|line| wrapped(line, width - 2.0 * PADDING)).collect();
    let height = lines.len() as f64 * LINE + 2.0 * PADDING;
    Boxed { lines, height }
}

#[expect(clippy::cast_precision_loss, reason = "a figure has few lines")]
fn draw(svg: &mut Svg, boxed: &Boxed, [left, width]: [f64; 2], top: f64, centred: bool) {
    svg.rectangle("stage", [left, top, width, boxed.height], "fill=\"none\" stroke=\"currentColor\" rx=\"3\"");
    let (x, anchor) = if centred { (left + width / 2.0, "middle") } else { (left + PADDING, "start") };
    for (at, line) in boxed.lines.iter().enumerate() {
        svg.words("stage", [x, top + PADDING + at as f64 * LINE + 12.5], anchor, "", line);
    }
}

/// The head of an arrow that ends here.
fn head(svg: &mut Svg, [x, y]: [f64; 2], down: bool) {
    for side in [-4.0, 4.0] {
        let from = if down { [x + side, y - 6.0] } else { [x - 6.0, y + side] };
        svg.line("way", [from[0], from[1], x, y], "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stage_and_everything_left_behind_is_drawn() {
        let stages = [
            Stage { words: "returned (232)".to_owned(), left: vec!["too fast (14)".to_owned(), "x <3 (8)".to_owned()] },
            Stage { words: "valid (210)".to_owned(), left: vec!["never shown".to_owned()] },
        ];
        let svg = flow("f", "t", "d", &stages);
        for said in ["returned (232)", "too fast (14)", "x &lt;3 (8)", "valid (210)"] {
            assert!(svg.contains(said), "{said}");
        }
        assert!(!svg.contains("never shown"));
        assert_eq!(svg.matches("<rect").count(), 3);
    }
}
