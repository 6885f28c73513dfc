//! Names in drawings: maximum lengths, and positions for the names of dots that cover neither dots nor other names.

use super::words::cut;

/// A name that was given a place.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Placed {
    /// The position of its dot in the list of dots.
    pub(crate) dot: usize,
    /// Where its baseline starts.
    pub(crate) at: [f64; 2],
}

/// A rectangle: left, top, right, bottom.
pub(crate) type Rectangle = [f64; 4];

/// The longest name beside a row, in half-width letters. A drawing is as wide as its longest name, and drawing time
/// grows with the square of the length of a line of words.
const BESIDE: usize = 72;
/// The longest name above a column, in half-width letters.
const ABOVE: usize = 24;

/// Names as they stand beside rows: long ones cut.
pub(crate) fn beside(names: &[String]) -> Vec<String> {
    names.iter().map(|name| cut(name, BESIDE)).collect()
}

/// Names as they stand above columns: long ones cut.
pub(crate) fn above(names: &[String]) -> Vec<String> {
    names.iter().map(|name| cut(name, ABOVE)).collect()
}

/// Height of a line of names.
const HEIGHT: f64 = 11.0;
/// Half the side of the square that a dot keeps free.
const DOT: f64 = 4.5;

/// The width of a name in small print, wide letters counted as such.
pub(crate) fn width(name: &str) -> f64 {
    let wide = |c: char| match c {
        'A'..='Z' | '0'..='9' | '%' => 7.2,
        c if c.is_ascii() => 5.4,
        _ => 10.5,
    };
    name.chars().map(wide).sum()
}

/// The room of a name at the size of axis labels, whatever font a viewer has.
pub(crate) fn room(name: &str) -> f64 {
    width(name) * 1.35
}

fn overlap(a: &Rectangle, b: &Rectangle) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// Positions the names of `dots` (position and name) within `frame` and outside `taken`, in the order of `dots`;
/// crowded dots get no name.
pub(crate) fn place(
    dots: &[([f64; 2], String)],
    frame: Rectangle,
    most: usize,
    mut taken: Vec<Rectangle>,
) -> Vec<Placed> {
    taken.extend(dots.iter().map(|([x, y], _)| [x - DOT, y - DOT, x + DOT, y + DOT]));
    let mut placed = Vec::new();
    for (dot, ([x, y], name)) in dots.iter().enumerate() {
        if placed.len() == most {
            break;
        }
        let free = candidates([*x, *y], width(name)).into_iter().find(|rectangle| {
            rectangle[0] >= frame[0]
                && rectangle[1] >= frame[1]
                && rectangle[2] <= frame[2]
                && rectangle[3] <= frame[3]
                && !taken.iter().any(|other| overlap(rectangle, other))
        });
        if let Some(rectangle) = free {
            placed.push(Placed { dot, at: [rectangle[0], rectangle[3] - 2.5] });
            taken.push(rectangle);
        }
    }
    placed
}

/// Possible positions of a name: right, left, above, below, then the corners.
fn candidates([x, y]: [f64; 2], width: f64) -> [Rectangle; 8] {
    let (gap, half) = (DOT + 1.5, HEIGHT / 2.0);
    let boxed = |left: f64, top: f64| [left, top, left + width, top + HEIGHT];
    [
        boxed(x + gap, y - half),
        boxed(x - gap - width, y - half),
        boxed(x - width / 2.0, y - gap - HEIGHT),
        boxed(x - width / 2.0, y + gap),
        boxed(x + gap, y - gap - half),
        boxed(x + gap, y + gap - half),
        boxed(x - gap - width, y - gap - half),
        boxed(x - gap - width, y + gap - half),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: Rectangle = [80.0, 80.0, 160.0, 100.0];

    #[test]
    fn long_names_are_cut() {
        let long = ["字".repeat(2000), "short".to_owned()];
        for (names, letters) in [(beside(&long), BESIDE), (above(&long), ABOVE)] {
            assert_eq!(names[0], format!("{}…", "字".repeat((letters - 1) / 2)));
            assert_eq!(names[1], "short");
        }
    }

    #[test]
    fn names_cover_neither_dots_nor_one_another() {
        let dots: Vec<([f64; 2], String)> =
            (0..60).map(|i| ([f64::from(i * 37 % 200), f64::from(i * 53 % 200)], format!("case{i}"))).collect();
        let placed = place(&dots, [0.0, 0.0, 200.0, 200.0], 60, vec![WORDS]);
        assert!(!placed.is_empty() && placed.len() < dots.len());
        let boxes: Vec<Rectangle> = placed
            .iter()
            .map(|p| {
                let bottom = p.at[1] + 2.5;
                [p.at[0], bottom - HEIGHT, p.at[0] + width(&dots[p.dot].1), bottom]
            })
            .collect();
        for (i, a) in boxes.iter().enumerate() {
            assert!(boxes.iter().skip(i + 1).all(|b| !overlap(a, b)));
            assert!(dots.iter().all(|([x, y], _)| !overlap(a, &[x - DOT, y - DOT, x + DOT, y + DOT])));
            assert!(a[0] >= 0.0 && a[2] <= 200.0 && !overlap(a, &WORDS));
        }
    }
}
