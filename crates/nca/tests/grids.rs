//! Ceilings against brute force on small integer grids, where every area can be counted in small squares.

use equifinal_nca::ceiling::ceiling;
use equifinal_nca::cloud::{Cloud, Theoretical};
use equifinal_nca::measures::measure;
use equifinal_study::config::{Ceiling, Corner};
use equifinal_study::draws::Draws;

/// Points on an integer grid within a scope of whole numbers.
struct Grid {
    x: Vec<f64>,
    y: Vec<f64>,
    scope: ((i32, i32), (i32, i32)),
}

fn grid(draw: u64) -> Grid {
    let mut draws = Draws::keyed([11; 32], draw);
    let (cases, width, height) = (2 + draws.index(8), 2 + draws.index(6), 2 + draws.index(6));
    let mut column = |size: usize| -> Vec<f64> {
        let mut values: Vec<f64> = (0..cases).map(|_| draws.index(size) as f64).collect();
        (values[0], values[1]) = (0.0, (size - 1) as f64);
        draws.shuffle(&mut values);
        values
    };
    let (x, y) = (column(width), column(height));
    Grid { x, y, scope: ((0, width as i32 - 1), (0, height as i32 - 1)) }
}

impl Grid {
    fn points(&self) -> impl Iterator<Item = (i32, i32)> + '_ {
        self.x.iter().zip(&self.y).map(|(&x, &y)| (x as i32, y as i32))
    }

    /// Unit squares of the scope in the empty corner: no case is on their inner side, seen from the corner.
    fn empty_squares(&self, corner: Corner) -> usize {
        let ((left, right), (bottom, top)) = self.scope;
        let squares = (left..right).flat_map(|x| (bottom..top).map(move |y| (x, y)));
        let beyond = |(x, y): (i32, i32), (a, b): (i32, i32)| {
            (if corner.is_right() { a > x } else { a <= x }) && (if corner.is_lower() { b <= y } else { b > y })
        };
        squares.filter(|&square| !self.points().any(|point| beyond(square, point))).count()
    }
}

#[test]
fn the_zone_of_the_step_function_is_the_number_of_empty_squares() {
    for draw in 0..400 {
        let grid = grid(draw);
        for corner in Corner::ALL {
            let cloud = Cloud::new(&grid.x, &grid.y, corner, Theoretical::default()).unwrap();
            let found = measure(&cloud, &ceiling(&cloud, Ceiling::CeFdh));
            assert_eq!(found.ceiling_zone, Some(grid.empty_squares(corner) as f64), "draw {draw}, {corner:?}");
        }
    }
}

/// The linear programme of C-LP by trying every line through two cases.
#[test]
fn c_lp_is_the_closest_line_above_all_cases() {
    for draw in 0..400 {
        let grid = grid(draw);
        let cloud = Cloud::new(&grid.x, &grid.y, Corner::UpperLeft, Theoretical::default()).unwrap();
        let peers: Vec<(f64, f64)> = ceiling(&cloud, Ceiling::CeFdh)
            .peers(&cloud)
            .iter()
            .flat_map(|peer| (0..peer.cases).map(|_| (peer.x, peer.y)))
            .collect();
        let distance = |slope: f64, intercept: f64| {
            let gaps: Vec<f64> = peers.iter().map(|(x, y)| intercept + slope * x - y).collect();
            gaps.iter().all(|gap| *gap > -1e-9).then(|| gaps.iter().sum::<f64>())
        };
        let pairs = peers.iter().flat_map(|from| peers.iter().map(move |to| (from, to)));
        let lines = pairs.filter(|(from, to)| from.0 < to.0).map(|(from, to)| {
            let slope = (to.1 - from.1) / (to.0 - from.0);
            (slope, from.1 - slope * from.0)
        });
        let best = lines.filter_map(|(slope, intercept)| distance(slope, intercept)).reduce(f64::min);
        let line = ceiling(&cloud, Ceiling::CLp).line(&cloud);
        let ours = line.map(|line| distance(line.slope, line.intercept).unwrap());
        assert_eq!(ours.is_some(), best.is_some(), "draw {draw}");
        assert!((ours.unwrap_or(0.0) - best.unwrap_or(0.0)).abs() < 1e-9, "draw {draw}: {ours:?} {best:?}");
    }
}

/// The area above a line, summed over thin columns.
#[test]
fn the_zone_of_a_line_is_the_area_above_it() {
    for draw in 0..100 {
        let grid = grid(draw);
        let mut draws = Draws::keyed([12; 32], draw);
        let kind = Ceiling::Line { slope: 3.0 * draws.uniform(), intercept: 6.0 * draws.uniform() - 3.0 };
        let cloud = Cloud::new(&grid.x, &grid.y, Corner::UpperLeft, Theoretical::default()).unwrap();
        let found = measure(&cloud, &ceiling(&cloud, kind));
        let (width, height) = (f64::from(grid.scope.0.1), f64::from(grid.scope.1.1));
        let (slope, intercept) = (found.slope.unwrap(), found.intercept.unwrap());
        let columns = 20_000;
        let depth = |at: i32| {
            let x = width * (f64::from(at) + 0.5) / f64::from(columns);
            (height - intercept - slope * x).clamp(0.0, height)
        };
        let area = (0..columns).map(depth).sum::<f64>() * width / f64::from(columns);
        assert!((found.ceiling_zone.unwrap() - area).abs() < 1e-3, "draw {draw}: {found:?} {area}");
    }
}
