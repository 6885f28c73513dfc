//! Venn diagrams of two to five sets: one area a combination, with the number of its cases.
//! Sets are ellipses. The label of an area is placed by testing grid points: the one farthest from all outlines is
//! used.

use super::labels::room;
use super::svg::Svg;
use super::words::{Titles, wrapped};

/// One combination with cases.
#[derive(Debug)]
pub(crate) struct Area {
    /// The sets that contain it as bits, the first set lowest.
    pub(crate) sets: usize,
    /// Its cases.
    pub(crate) cases: Vec<String>,
    /// The class and how its dot is drawn.
    pub(crate) look: (&'static str, &'static str),
}

/// An ellipse: middle, half axes, degrees clockwise; all in a square of side 1.
type Ellipse = [f64; 5];

const TWO: [Ellipse; 2] = [[0.37, 0.5, 0.27, 0.27, 0.0], [0.63, 0.5, 0.27, 0.27, 0.0]];
const THREE: [Ellipse; 3] =
    [[0.36, 0.38, 0.27, 0.27, 0.0], [0.64, 0.38, 0.27, 0.27, 0.0], [0.5, 0.62, 0.27, 0.27, 0.0]];
const FOUR: [Ellipse; 4] = [
    [0.35, 0.6, 0.36, 0.225, 40.0],
    [0.45, 0.5, 0.36, 0.225, 40.0],
    [0.544, 0.5, 0.36, 0.225, -40.0],
    [0.644, 0.6, 0.36, 0.225, -40.0],
];
const FIVE: [Ellipse; 5] = [
    [0.428, 0.551, 0.435, 0.25, 25.0],
    [0.469, 0.457, 0.435, 0.25, 98.0],
    [0.558, 0.477, 0.435, 0.25, 170.0],
    [0.578, 0.568, 0.435, 0.25, 62.0],
    [0.489, 0.617, 0.435, 0.25, 134.0],
];

const SIDE: f64 = 400.0;
const TOP: f64 = 30.0;
const WIDTH: f64 = 460.0;
/// The width of a line of a name, and its height.
const NAME: f64 = 110.0;
const LINE: f64 = 14.0;
/// Places tried along a side.
const GRID: u32 = 160;

/// The ellipses for this number of sets; `None` if no readable diagram exists.
fn ellipses(sets: usize) -> Option<&'static [Ellipse]> {
    match sets {
        2 => Some(&TWO),
        3 => Some(&THREE),
        4 => Some(&FOUR),
        5 => Some(&FIVE),
        _ => None,
    }
}

/// Draws the sets and the numbers of cases in their areas; `None` unless there are two to five sets.
#[expect(clippy::cast_precision_loss, reason = "a name has few lines")]
pub(crate) fn venn(id: &str, titles: &Titles, sets: &[String], areas: &[Area]) -> Option<String> {
    let ellipses = ellipses(sets.len())?;
    let names: Vec<Vec<String>> = sets.iter().map(|name| wrapped(name, NAME)).collect();
    // Where a name would leave the paper, the paper is wider.
    let reach = names.iter().zip(ellipses).map(|(lines, ellipse)| {
        let longest = lines.iter().map(|line| room(line)).fold(0.0, f64::max);
        (outside(*ellipse)[0] - 0.5).abs() * SIDE + longest / 2.0 + 4.0
    });
    let width = 2.0 * reach.fold(WIDTH / 2.0, f64::max);
    let mut svg = Svg::new(id, width, SIDE + 2.0 * TOP, &titles.title, &titles.description);
    let place = |[x, y]: [f64; 2]| [width / 2.0 + (x - 0.5) * SIDE, TOP + y * SIDE];
    for ellipse in ellipses {
        let [x, y] = place([ellipse[0], ellipse[1]]);
        let outline = [x, y, ellipse[2] * SIDE, ellipse[3] * SIDE];
        svg.ellipse(
            "set",
            outline,
            ellipse[4],
            "fill-opacity=\"0.035\" stroke=\"currentColor\" stroke-opacity=\"0.8\"",
        );
    }
    let places = places(ellipses);
    for area in areas {
        let Some(at) = places.get(area.sets).copied().flatten() else { continue };
        let [x, y] = place(at);
        svg.case(area.look.0, [x, y], 9.5, area.look.1, &area.cases.join(", "), &area.cases);
        svg.words("count", [x, y + 4.0], "middle", "font-size=\"11\"", &area.cases.len().to_string());
    }
    for (lines, ellipse) in names.iter().zip(ellipses) {
        let end = outside(*ellipse);
        let [x, y] = place(end);
        // A name above its set grows upwards.
        let above = if end[1] < 0.5 { lines.len() - 1 } else { 0 };
        for (at, line) in lines.iter().enumerate() {
            let y = y + LINE * (at as f64 - above as f64);
            svg.words("name", [x, y], "middle", "font-weight=\"600\"", line);
        }
    }
    Some(svg.finish())
}

/// The position of a set's name: the end of its ellipse farthest from the middle.
fn outside([x, y, long, short, degrees]: Ellipse) -> [f64; 2] {
    let angle = degrees.to_radians();
    let end = |sign: f64| {
        let reach = if long > short { long } else { 0.71 * long } + 0.02;
        let tilt = if long > short { angle } else { std::f64::consts::FRAC_PI_4 * if y > 0.5 { 1.0 } else { -1.0 } };
        [x + sign * reach * libm::cos(tilt), y + sign * reach * libm::sin(tilt)]
    };
    let far = |[x, y]: [f64; 2]| (x - 0.5) * (x - 0.5) + (y - 0.5) * (y - 0.5);
    let (one, other) = (end(1.0), end(-1.0));
    let mut chosen = if far(one) >= far(other) { one } else { other };
    // Names beside the square would leave the paper.
    chosen[0] = chosen[0].clamp(0.03, 0.97);
    chosen[1] = if chosen[1] > 0.5 { chosen[1] + 0.03 } else { chosen[1] - 0.01 };
    chosen
}

/// The relative distance of a point from the centre of an ellipse: below 1 inside, above 1 outside.
fn depth([x, y, long, short, degrees]: Ellipse, [at_x, at_y]: [f64; 2]) -> f64 {
    let (sine, cosine) = (libm::sin(degrees.to_radians()), libm::cos(degrees.to_radians()));
    let (dx, dy) = (at_x - x, at_y - y);
    let (along, across) = (dx * cosine + dy * sine, dy * cosine - dx * sine);
    libm::sqrt((along / long) * (along / long) + (across / short) * (across / short))
}

/// For every combination of sets the place farthest from all outlines, where there is such an area.
fn places(ellipses: &[Ellipse]) -> Vec<Option<[f64; 2]>> {
    let mut best: Vec<(f64, Option<[f64; 2]>)> = vec![(0.0, None); 1 << ellipses.len()];
    for row in 0..=GRID {
        for column in 0..=GRID {
            let at = [f64::from(column) / f64::from(GRID), f64::from(row) / f64::from(GRID)];
            let depths = ellipses.iter().map(|ellipse| depth(*ellipse, at));
            let (mut sets, mut room) = (0, f64::INFINITY);
            for (set, depth) in depths.enumerate() {
                sets |= usize::from(depth < 1.0) << set;
                room = room.min((depth - 1.0).abs());
            }
            // Outside of all sets the upper corner would be farthest: stay near the drawing.
            let room = if sets == 0 { room.min(0.45) + at[1] * 0.01 } else { room };
            if let Some(best) = best.get_mut(sets).filter(|best| room > best.0) {
                *best = (room, Some(at));
            }
        }
    }
    best.into_iter().map(|(_, at)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_combination_of_two_to_five_sets_has_its_area() {
        for sets in 2..=5 {
            let places = places(ellipses(sets).unwrap());
            let without: Vec<usize> =
                places.iter().enumerate().filter(|(_, at)| at.is_none()).map(|(area, _)| area).collect();
            assert!(without.is_empty(), "{sets} sets: {without:?}");
        }
    }

    #[test]
    fn numbers_stand_in_their_areas_and_six_sets_have_no_diagram() {
        let titles = || {
            let [title, description, x, y] = ["t", "d", "", ""].map(str::to_owned);
            Titles { title, description, x, y }
        };
        let names = |count: usize| (0..count).map(|set| format!("S{set}")).collect::<Vec<_>>();
        let area = Area { sets: 3, cases: vec!["a".to_owned(), "b".to_owned()], look: ("blue", "") };
        let svg = venn("id", &titles(), &names(2), &[area]).unwrap();
        assert_eq!((svg.matches("<ellipse").count(), svg.matches("data-cases").count()), (2, 1));
        let at = places(&TWO)[3].unwrap();
        assert!((at[0] - 0.5).abs() < 0.02 && (at[1] - 0.5).abs() < 0.02, "{at:?}");
        assert!(venn("id", &titles(), &names(6), &[]).is_none());
    }
}
