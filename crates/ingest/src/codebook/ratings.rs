//! Infers the rating scales that columns of an export share.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_study::config::Scale;

use super::degree;
use super::given::{OPTIONS, given};
use crate::answers::unlettered;
use crate::dialect::{Layout, PLAIN, Role};
use crate::grid::Grid;
use crate::number::finite;

/// The usual labels of scales, lowest first, so that a label which nobody chose is included. The author checks the
/// result.
const SCALES: [&[&str]; 9] = [
    &["非常不同意", "不同意", "一般", "同意", "非常同意"],
    &["非常不同意", "比较不同意", "一般", "比较同意", "非常同意"],
    &["完全不认同", "不太认同", "一般", "比较认同", "完全认同"],
    &["非常不满意", "不满意", "一般", "满意", "非常满意"],
    &["非常不符合", "比较不符合", "不确定", "比较符合", "非常符合"],
    &["完全不符合", "不太符合", "一般", "比较符合", "完全符合"],
    &["strongly disagree", "disagree", "neutral", "agree", "strongly agree"],
    &["strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"],
    &["strongly disagree", "somewhat disagree", "neither agree nor disagree", "somewhat agree", "strongly agree"],
];

/// Highest value of a point scale.
const POINTS: f64 = 7.0;

/// Minimum number of point-valued columns before they are taken for ratings.
const NO_CHANCE: usize = 3;

/// The scales inferred from all columns together.
pub(super) struct Ratings {
    /// The number of columns and the labels found, by rated quality.
    labels: BTreeMap<String, (usize, BTreeSet<String>)>,
    /// The columns with points, and the highest value in them.
    points: (Vec<usize>, f64),
}

impl Ratings {
    /// Infers the scales of a grid; point scales only in exports of platforms.
    pub(super) fn of(grid: &Grid, layout: &Layout) -> Self {
        let mut labels: BTreeMap<String, (usize, BTreeSet<String>)> = BTreeMap::new();
        let (mut places, mut most) = (Vec::new(), 0.0_f64);
        let answers = layout.fields.iter().enumerate().filter(|(_, field)| field.role == Role::Answer);
        for (place, _) in answers {
            let own = distinct(grid, layout, place);
            if own.len() > OPTIONS {
                continue;
            }
            if let Some(highest) = highest_point(&own) {
                places.push(place);
                most = most.max(highest);
            } else if let Some(rated) = rated(&own) {
                let (columns, shared) = labels.entry(rated).or_default();
                *columns += 1;
                shared.extend(own.into_iter().map(str::to_owned));
            }
        }
        if layout.format == PLAIN || places.len() < NO_CHANCE {
            places.clear();
        }
        Self { labels, points: (places, most) }
    }

    /// The scale of a column; `None` if it is not a rating.
    pub(super) fn scale(&self, grid: &Grid, layout: &Layout, place: usize) -> Option<Scale> {
        if self.points.0.contains(&place) {
            let points = (1_u32..).map(f64::from).take_while(|point| *point <= self.points.1);
            return Some(Scale { codes: points.map(|point| (point.to_string(), point)).collect() });
        }
        let own = distinct(grid, layout, place);
        let known = SCALES.iter().find(|labels| own.iter().all(|cell| labels.contains(&cell.to_lowercase().as_str())));
        if let Some(labels) = known.filter(|_| !own.is_empty()) {
            // As written anywhere in the file, where it is; the cells decide about capitals.
            let cells = || self.labels.values().flat_map(|(_, labels)| labels);
            let written = |label: &str| {
                cells().find(|cell| cell.to_lowercase() == label).cloned().unwrap_or_else(|| label.to_owned())
            };
            let codes = labels.iter().zip(1_u32..).map(|(label, code)| (written(label), f64::from(code)));
            return Some(Scale { codes: codes.collect() });
        }
        let rated = rated(&own)?;
        let (columns, shared) = self.labels.get(&rated)?;
        if degree::is_numbered(&rated) && *columns < NO_CHANCE {
            return None;
        }
        degree::scale(&shared.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

/// The quality that a column's answers rate; `None` for two codes that are only numbered.
fn rated(own: &BTreeSet<&str>) -> Option<String> {
    let rated = degree::rated(&own.iter().copied().collect::<Vec<_>>())?;
    (own.len() >= NO_CHANCE || !degree::is_numbered(&rated)).then_some(rated)
}

/// The distinct answers in a column, without leading letters.
fn distinct<'a>(grid: &'a Grid, layout: &Layout, place: usize) -> BTreeSet<&'a str> {
    given(grid, layout, place).into_iter().map(unlettered).collect()
}

/// The highest point value in a column; `None` if it holds other values or hardly varies.
fn highest_point(cells: &BTreeSet<&str>) -> Option<f64> {
    let is_point = |value: &f64| (1.0..=POINTS).contains(value) && value.fract().abs() <= 0.0;
    let points: Option<Vec<f64>> = cells.iter().map(|cell| finite(cell).filter(is_point)).collect();
    points.filter(|points| points.len() >= NO_CHANCE)?.into_iter().max_by(f64::total_cmp)
}
