//! Positions of marks, computed by hand from the values, for every kind of drawing.

use roxmltree::{Document, Node};

use super::bars::{Bar, bars};
use super::calibration::{Calibrated, calibration};
use super::coverage::{Part, coverage};
use super::curve::{Curve, Mark, Panel, curve};
use super::grid::{Grid, Sign, grid};
use super::mosaic::{Mosaic, mosaic};
use super::necessity::{Literal, necessity};
use super::trend::{self, trends};
use super::upset::{Column, upset};
use super::venn::{Area, venn};
use super::words::Titles;
use super::xy::plot;
use super::zones::zones;

fn titles() -> Titles {
    let [title, description, x, y] = ["title", "description", "across", "up"].map(str::to_owned);
    Titles { title, description, x, y }
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(|&word| word.to_owned()).collect()
}

/// True if an element or its group has a class.
fn has_class(node: Node<'_, '_>, class: &str) -> bool {
    let own = |node: Node<'_, '_>| node.attribute("class") == Some(class);
    own(node) || node.parent_element().is_some_and(own)
}

/// Number of elements of a name and class.
pub(super) fn count(svg: &str, [name, class]: [&str; 2]) -> usize {
    let document = Document::parse(svg).unwrap();
    document.descendants().filter(|node| node.tag_name().name() == name && has_class(*node, class)).count()
}

/// The elements of a name and class, each with these attributes as numbers.
fn check(svg: &str, [name, class]: [&str; 2], attributes: &[&str], expected: &[&[f64]]) {
    let document = Document::parse(svg).unwrap();
    let elements = document.descendants().filter(|node| node.tag_name().name() == name && has_class(*node, class));
    let number = |node: Node<'_, '_>, attribute: &str| node.attribute(attribute).unwrap().parse::<f64>().unwrap();
    let found: Vec<Vec<f64>> =
        elements.map(|node| attributes.iter().map(|attribute| number(node, attribute)).collect()).collect();
    let near = |(found, expected): (&Vec<f64>, &&[f64])| {
        found.len() == expected.len() && found.iter().zip(*expected).all(|(a, b)| (a - b).abs() < 0.0051)
    };
    let all = found.len() == expected.len() && found.iter().zip(expected).all(near);
    assert!(all, "{name} {class}: {found:?} instead of {expected:?}");
}

/// The words of a class, from the first to the last.
fn check_words(svg: &str, class: &str, expected: &[&str]) {
    let document = Document::parse(svg).unwrap();
    let words = document.descendants().filter(|node| node.tag_name().name() == "text" && has_class(*node, class));
    assert_eq!(words.map(|node| node.text().unwrap_or_default()).collect::<Vec<_>>(), expected, "{class}");
}

const CIRCLE: [&str; 2] = ["cx", "cy"];
const BOX: [&str; 4] = ["x", "y", "width", "height"];
const LINE: [&str; 4] = ["x1", "y1", "x2", "y2"];

#[test]
fn a_case_stands_in_its_quadrant_and_at_its_memberships() {
    let of = |name: &str, x: f64, y: f64| plot("p", &titles(), &strings(&[name]), [&[x], &[y]], 10, &[]);
    // The square begins 56 to the right and 12 below, and is 390 wide; up is down on paper.
    for (x, y, class, at) in [
        (0.0, 0.0, "other", [56.0, 402.0]),
        (1.0, 1.0, "typical", [446.0, 12.0]),
        (1.0, 0.0, "deviant", [446.0, 402.0]),
        (0.0, 1.0, "other", [56.0, 12.0]),
        (0.25, 0.75, "other", [153.5, 109.5]),
        (0.51, 0.49, "deviant", [254.9, 210.9]),
        (0.51, 0.51, "typical", [254.9, 203.1]),
        (0.49, 0.2, "other", [247.1, 324.0]),
    ] {
        let svg = of("a", x, y);
        for other in ["other", "typical", "deviant"] {
            let expected: &[&[f64]] = if other == class { &[&at] } else { &[] };
            check(&svg, ["circle", other], &CIRCLE, expected);
        }
        check_words(&svg, "case", &["a"]);
    }
    let svg = of("a", 0.1, 0.1);
    check(&svg, ["rect", "against"], &BOX, &[&[251.0, 207.0, 195.0, 195.0]]);
    check(&svg, ["line", "diagonal"], &LINE, &[&[56.0, 402.0, 446.0, 12.0]]);
    check(&svg, ["line", "half"], &LINE, &[&[251.0, 12.0, 251.0, 402.0], &[56.0, 207.0, 446.0, 207.0]]);
    check_words(&svg, "tick", &["0", "0.25", "0.5", "0.75", "1", "0", "0.25", "0.5", "0.75", "1"]);
    check_words(&svg, "axis", &["across", "up"]);
}

#[test]
fn crowded_cases_are_counted_by_class() {
    let cases: Vec<String> = (0..9).map(|case| format!("c{case}")).collect();
    let x = [0.9, 0.9, 0.9, 0.9, 0.8, 0.8, 0.1, 0.1, 0.1];
    let y = [0.9, 0.9, 0.9, 0.1, 0.1, 0.9, 0.1, 0.1, 0.9];
    let svg = plot("p", &titles(), &cases, [&x, &y], 8, &[]);
    let document = Document::parse(&svg).unwrap();
    for (class, expected) in [("typical", 4), ("deviant", 2), ("other", 3)] {
        let discs = document.descendants().filter(|node| node.tag_name().name() == "circle" && has_class(*node, class));
        // A disc without a tooltip is one case.
        let count =
            |node: Node<'_, '_>| node.first_element_child().map_or(1, |title| title.text().unwrap().parse().unwrap());
        let counts = discs.map(count);
        assert_eq!(counts.sum::<usize>(), expected, "{class}");
    }
}

#[test]
fn cases_of_zones_stand_in_natural_order_at_their_memberships() {
    let names = ["robust", "shaky", "possible", "outside"].map(str::to_owned);
    let at = [0.75, 0.25];
    let svg = zones(
        "z",
        &titles(),
        &names,
        &[("c2", at, true), ("c10", at, true), ("c3", at, false), ("c4", [0.0, 1.0], true)],
    );
    check(&svg, ["circle", "typical"], &CIRCLE, &[&[348.5, 304.5], &[56.0, 12.0]]);
    check(&svg, ["circle", "deviant"], &CIRCLE, &[&[348.5, 304.5]]);
    let document = Document::parse(&svg).unwrap();
    let said = document.descendants().filter(|node| node.tag_name().name() == "circle");
    let said: Vec<&str> = said.map(|node| node.first_element_child().unwrap().text().unwrap()).collect();
    assert_eq!(said, ["c2, c10 (0.750, 0.250)", "c4 (0.000, 1.000)", "c3 (0.750, 0.250)"]);
    check_words(&svg, "zone", &["robust", "shaky", "possible", "outside"]);
    check(&svg, ["rect", "against"], &BOX, &[&[56.0, 12.0, 195.0, 195.0], &[251.0, 207.0, 195.0, 195.0]]);
}

#[test]
fn literals_stand_at_relevance_and_consistency_within_the_cutoffs_or_not() {
    let literal = |name: &str, relevance, consistency, necessary| Literal {
        name: name.to_owned(),
        relevance,
        consistency,
        necessary,
    };
    let literals = [literal("A", 0.5, 0.95, true), literal("~A", 1.0, 0.0, false), literal("B", 0.0, 1.0, false)];
    let svg = necessity("n", &titles(), &literals, [0.6, 0.9]);
    check(&svg, ["circle", "blue"], &CIRCLE, &[&[251.0, 30.8]]);
    check(&svg, ["circle", "other"], &CIRCLE, &[&[446.0, 350.0], &[56.0, 14.0]]);
    check(&svg, ["line", "cutoff"], &LINE, &[&[56.0, 47.6, 446.0, 47.6], &[290.0, 14.0, 290.0, 350.0]]);
    check(&svg, ["rect", "blue"], &BOX, &[&[290.0, 14.0, 156.0, 33.6]]);
    check_words(&svg, "case", &["A", "~A", "B"]);
}

/// A bar on an axis from 0 to 10.
fn bar(intervals: [[f64; 2]; 3], chosen: f64) -> Bar {
    Bar {
        name: "decision".to_owned(),
        axis: [0.0, 10.0],
        intervals,
        chosen,
        ends: strings(&["low", "high"]).try_into().unwrap(),
        title: "said".to_owned(),
    }
}

#[test]
fn intervals_lie_within_one_another_on_the_axis() {
    let legend = ["a", "b", "c"].map(str::to_owned);
    let svg = bars("b", "t", "d", &legend, &[bar([[4.0, 5.0], [3.0, 6.0], [0.0, 10.0]], 4.5)]);
    // The axis begins at 316 and is 418 long; the widest interval is drawn first.
    let legend: [&[f64]; 3] = [&[250.0, 8.0, 18.0, 7.0], &[296.9, 8.0, 18.0, 7.0], &[343.8, 8.0, 18.0, 7.0]];
    let drawn: [&[f64]; 3] = [&[316.0, 37.0, 418.0, 7.0], &[441.4, 37.0, 125.4, 7.0], &[483.2, 37.0, 41.8, 7.0]];
    check(&svg, ["rect", "typical"], &BOX, &[legend, drawn].concat());
    check(&svg, ["line", "chosen"], &LINE, &[&[504.1, 33.5, 504.1, 47.5]]);
    check_words(&svg, "end", &["low", "high"]);
    // What lies beyond the axis ends with it.
    let svg = bars("b", "t", "d", &["a", "b", "c"].map(str::to_owned), &[bar([[-5.0, 20.0]; 3], 0.0)]);
    check(&svg, ["line", "chosen"], &LINE, &[&[316.0, 33.5, 316.0, 47.5]]);
    check(&svg, ["rect", "ground"], &BOX, &[&[316.0, 37.0, 418.0, 7.0]]);
}

#[test]
fn rectangles_of_a_map_span_their_values_and_neighbours_of_a_shade_are_one() {
    let plane = Mosaic {
        x: &[0.25, 0.5, 1.0],
        y: &[0.5, 1.0],
        from: [0.0, 0.0],
        cells: vec![vec![0, 0, 1], vec![2, 5, 5]],
        chosen: [0.4, 0.75],
        names: ["across", "up"].map(str::to_owned),
        legend: strings(&["same", "other"]),
    };
    let svg = mosaic("m", "t", "d", &plane);
    let legend: [&[f64]; 2] = [&[56.0, 329.0, 18.0, 10.0], &[56.0, 345.0, 18.0, 10.0]];
    // 390 across and 270 up from [56, 282].
    let cells: [&[f64]; 4] = [
        &[56.0, 147.0, 195.0, 135.0],
        &[251.0, 147.0, 195.0, 135.0],
        &[56.0, 12.0, 97.5, 135.0],
        &[153.5, 12.0, 292.5, 135.0],
    ];
    check(&svg, ["rect", "typical"], &BOX, &[cells.as_slice(), &legend].concat());
    check(&svg, ["circle", "chosen"], &CIRCLE, &[&[212.0, 79.5]]);
    // What is past the last shade is struck out.
    check(&svg, ["line", "half"], &LINE, &[&[153.5, 147.0, 446.0, 12.0]]);
    check_words(&svg, "legend", &["same", "other"]);
}

#[test]
fn parts_of_coverage_follow_one_another_and_fill_the_bar() {
    let part = |name: &str, share| Part { name: name.to_owned(), share, look: ("blue", "") };
    let parts = [part("H1", 0.5), part("H2", 0.125), part("together", 0.25), part("none", 0.125)];
    let svg = coverage("c", &titles(), &parts);
    let keys: Vec<[f64; 4]> = (0..4).map(|at| [10.0, 53.0 + 19.0 * f64::from(at), 11.0, 11.0]).collect();
    let bars =
        [[10.0, 10.0, 220.0, 30.0], [230.0, 10.0, 55.0, 30.0], [285.0, 10.0, 110.0, 30.0], [395.0, 10.0, 55.0, 30.0]];
    let expected: Vec<&[f64]> = bars.iter().zip(&keys).flat_map(|(bar, key)| [bar.as_slice(), key]).collect();
    check(&svg, ["rect", "blue"], &BOX, &expected);
    check_words(&svg, "share", &["0.500", "0.125", "0.250", "0.125"]);
}

#[test]
fn universes_stand_as_high_as_their_coverage() {
    let mark = |consistency, coverage, shade| Mark { values: [consistency, coverage], shade };
    let drawn = Curve {
        marks: vec![mark(1.0, 0.0, 2), mark(0.5, 0.5, 0)],
        panels: vec![Panel { name: "pri".to_owned(), levels: strings(&["0.5", "0.6"]), own: Some(1), at: vec![0, 1] }],
        names: ["consistency", "coverage"].map(str::to_owned),
        legend: ["same", "related", "other"].map(str::to_owned),
    };
    let svg = curve("c", "t", "d", &drawn);
    // Two columns of 275 from 240; a bar is 6 wide.
    check(&svg, ["circle", "deviant"], &CIRCLE, &[&[199.0, 129.0], &[377.5, 34.0], &[652.5, 119.0]]);
    check(&svg, ["rect", "mark"], &BOX, &[&[374.5, 227.65, 6.0, 7.7], &[649.5, 238.65, 6.0, 7.7]]);
    check(&svg, ["rect", "own"], &BOX, &[&[237.0, 237.0, 556.0, 11.0]]);
    check_words(&svg, "tick", &["0", "0.5", "1", "0.5", "0.6"]);
    check_words(&svg, "axis", &["coverage", "consistency"]);
}

#[test]
fn rows_stand_as_high_as_their_cases_over_the_levels_of_their_conditions() {
    let column = |number: &str, levels: &'static [usize], cases: &[&str]| Column {
        number: number.to_owned(),
        levels: levels.iter().map(usize::to_string).collect(),
        cases: strings(cases),
        look: ("blue", ""),
    };
    let columns = [column("4", &[1, 1], &["a", "b", "c", "d"]), column("1", &[0, 2], &["e"])];
    let svg = upset("u", &titles(), &strings(&["A", "B"]), &columns, &[]);
    // Names take 58, columns 30; the longest bar is 130 high and ends at 152.
    check(&svg, ["rect", "blue"], &BOX, &[&[62.8, 22.0, 20.4, 130.0], &[92.8, 119.5, 20.4, 32.5]]);
    check(&svg, ["circle", "present"], &CIRCLE, &[&[73.0, 174.0], &[73.0, 194.0]]);
    check(&svg, ["circle", "absent"], &CIRCLE, &[&[103.0, 174.0]]);
    check_words(&svg, "level", &["2"]);
    check_words(&svg, "count", &["4", "1"]);
    check_words(&svg, "condition", &["A", "B"]);
}

#[test]
fn raw_values_and_anchors_stand_on_the_curve() {
    let shown = |logistic| Calibrated {
        cases: vec![("low", 0.0, 0.0), ("high", 100.0, 1.0), ("between", 50.0, 0.25)],
        anchors: Some([20.0, 50.0, 80.0]),
        logistic,
    };
    // The frame begins at [56, 294], is 390 wide for 108 and 280 high.
    let x = |raw: f64| 56.0 + 390.0 * (raw + 4.0) / 108.0;
    for (logistic, degrees) in [(Some(0.95), [0.05, 0.95]), (Some(0.8), [0.2, 0.8]), (None, [0.0, 1.0])] {
        let svg = calibration("c", &titles(), &shown(logistic));
        let y = |membership: f64| 14.0 + 280.0 * (1.0 - membership);
        let anchors = [[x(20.0), y(degrees[0])], [x(50.0), y(0.5)], [x(80.0), y(degrees[1])]];
        check(&svg, ["circle", "orange"], &CIRCLE, &anchors.each_ref().map(|at| at.as_slice()));
        let cases = [[x(0.0), y(0.0)], [x(100.0), y(1.0)], [x(50.0), y(0.25)]];
        check(&svg, ["circle", "blue"], &CIRCLE, &cases.each_ref().map(|at| at.as_slice()));
        check_words(&svg, "tick", &["0", "0.25", "0.5", "0.75", "1", "20", "50", "80"]);
        assert_eq!(svg.contains("<polyline"), logistic.is_some());
    }
}

#[test]
fn signs_have_the_size_of_their_standing_and_the_form_of_their_presence() {
    let row = |signs: &[Sign]| signs.iter().map(|sign| (*sign, None)).collect::<Vec<_>>();
    let shown = Grid {
        rows: strings(&["A", "B"]),
        columns: strings(&["H1", "H2", "H3"]),
        signs: vec![
            row(&[Sign::Full(90), Sign::Full(50), Sign::Blank]),
            row(&[Sign::Crossed(90), Sign::Half(70), Sign::Struck(70)]),
        ],
        ..Grid::default()
    };
    let svg = grid("g", &titles(), &shown);
    check(&svg, ["circle", "sign"], &["r"], &[&[9.0], &[5.0], &[9.0], &[7.0], &[7.0]]);
    // A cross of two strokes, one stroke alone, and half a disc.
    let document = Document::parse(&svg).unwrap();
    let count = |name: &str| {
        document.descendants().filter(|node| node.tag_name().name() == name && has_class(*node, "sign")).count()
    };
    assert_eq!((count("line"), count("path")), (3, 1));
    check_words(&svg, "column", &["H1", "H2", "H3"]);
    check_words(&svg, "row", &["A", "B"]);
}

/// An ellipse of a diagram, and true if a point is inside.
fn is_within(ellipse: Node<'_, '_>, [x, y]: [f64; 2]) -> bool {
    let number = |attribute: &str| ellipse.attribute(attribute).unwrap().parse::<f64>().unwrap();
    let turn = ellipse.attribute("transform").unwrap();
    let degrees: f64 = turn.trim_start_matches("rotate(").split(' ').next().unwrap().parse().unwrap();
    let (sine, cosine) = (libm::sin(degrees.to_radians()), libm::cos(degrees.to_radians()));
    let (dx, dy) = (x - number("cx"), y - number("cy"));
    let (along, across) = ((dx * cosine + dy * sine) / number("rx"), (dy * cosine - dx * sine) / number("ry"));
    along * along + across * across < 1.0
}

#[test]
fn the_number_of_a_combination_stands_in_the_sets_that_hold_it_and_in_no_other() {
    for sets in 2..=5 {
        let names: Vec<String> = (0..sets).map(|set| format!("S{set}")).collect();
        let area = |sets: usize| Area { sets, cases: strings(&vec!["c"; sets + 1]), look: ("blue", "") };
        let areas: Vec<Area> = (0..1 << sets).map(area).collect();
        let svg = venn("v", &titles(), &names, &areas).unwrap();
        let document = Document::parse(&svg).unwrap();
        let all = |name: &str| document.descendants().filter(|node| node.tag_name().name() == name).collect::<Vec<_>>();
        let (ellipses, circles) = (all("ellipse"), all("circle"));
        assert_eq!((ellipses.len(), circles.len()), (sets, 1 << sets));
        for (held, circle) in circles.iter().enumerate() {
            let at = CIRCLE.map(|side| circle.attribute(side).unwrap().parse::<f64>().unwrap());
            let within = ellipses.iter().enumerate().map(|(set, one)| usize::from(is_within(*one, at)) << set);
            assert_eq!(within.sum::<usize>(), held, "{sets} sets: {at:?}");
        }
        let counts: Vec<String> = (1..=1 << sets).map(|count: usize| count.to_string()).collect();
        check_words(&svg, "count", &counts.iter().map(String::as_str).collect::<Vec<_>>());
    }
    for sets in [0, 1, 6] {
        assert!(venn("v", &titles(), &vec![String::new(); sets], &[]).is_none(), "{sets}");
    }
}

#[test]
fn a_trend_has_its_years_apart_and_its_values_between_the_lowest_and_the_highest() {
    let panel = trend::Panel {
        title: "visits".to_owned(),
        series: vec![(2010, 1.0), (2011, 2.0), (2014, 3.0)],
        ends: ["1", "3"].map(str::to_owned),
        target: Some((2.0, "2".to_owned())),
    };
    let svg = trends("t", "title", "d", &[panel]);
    // Four years are 232 wide from 8; values are 92 high from 40.
    check(&svg, ["circle", "typical"], &CIRCLE, &[&[8.0, 132.0], &[66.0, 86.0], &[240.0, 40.0]]);
    check(&svg, ["line", "target"], &LINE, &[&[0.0, 86.0, 248.0, 86.0]]);
    check(&svg, ["line", "trend"], &LINE, &[&[8.0, 132.0, 66.0, 86.0], &[66.0, 86.0, 240.0, 40.0]]);
    check_words(&svg, "tick", &["2", "1", "3", "2010", "2014"]);
}

#[test]
fn words_without_room_are_cut_and_no_drawing_grows_with_them() {
    let long = "字".repeat(300);
    let cases = vec![long.clone()];
    let parts = [Part { name: long.clone(), share: 1.0, look: ("blue", "") }];
    let names = Titles { title: "t".to_owned(), description: "d".to_owned(), x: long.clone(), y: long.clone() };
    let rows =
        Grid { rows: cases.clone(), columns: cases.clone(), signs: vec![vec![(Sign::Blank, None)]], ..Grid::default() };
    for (name, svg) in [
        ("xy", plot("p", &names, &cases, [&[0.9], &[0.9]], 10, &[])),
        ("coverage", coverage("c", &names, &parts)),
        ("grid", grid("g", &names, &rows)),
        ("upset", upset("u", &names, &cases, &[], &[])),
    ] {
        let document = Document::parse(&svg).unwrap();
        let root = document.root_element();
        let width: f64 = root.attribute("viewBox").unwrap().split(' ').nth(2).unwrap().parse().unwrap();
        assert!(width < 1300.0, "{name} is {width} wide");
        let words = document.descendants().filter(|node| node.tag_name().name() == "text");
        for words in words.filter_map(|node| node.text()) {
            assert!(words.chars().count() < 150, "{name}: {words}");
            assert!(words == "0" || words.is_ascii() || words.ends_with('…'), "{name}: {words}");
        }
    }
}
