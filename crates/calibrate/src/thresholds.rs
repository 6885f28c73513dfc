//! Suggests thresholds from the values: the borders between groups of a hierarchical clustering.
//!
//! Pairs of clusters are merged, nearest first, with distances after Lance & Williams (1967, *Computer Journal* 9),
//! until one group more than thresholds is left. Ties are resolved as in R's `hclust`, which R `QCA::findTh` uses.
//! Single linkage finds the widest gaps.

use equifinal_study::config::{Calibration, SetSpec};
use equifinal_study::diagnosis::ThresholdCheck;

/// Maximum number of different values that are clustered, since the work grows with their square.
const MOST: usize = 1_000;

/// The distance between two clusters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Linkage {
    /// That of their farthest members.
    #[default]
    Complete,
    /// That of their nearest members: groups end at the widest gaps.
    Single,
    /// The average over pairs of members.
    Average,
    /// The average over clusters (McQuitty).
    Mcquitty,
    /// That of their centres, with clusters of any size weighted equally.
    Median,
    /// That of their centres.
    Centroid,
    /// The increase of the sum of squares, from plain distances.
    Ward,
    /// The increase of the sum of squares, from squared distances (Murtagh & Legendre 2014).
    WardSquared,
}

/// `count` thresholds, ascending, each half-way between adjacent groups.
///
/// `None` if there are too few or too many values, or if clusters overlap so that groups do not have `count` borders.
pub fn thresholds(raw: &[f64], count: usize, linkage: Linkage) -> Option<Vec<f64>> {
    let mut sorted = raw.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let mut distinct = sorted.clone();
    distinct.dedup();
    // How often a value occurs changes neither the farthest nor the nearest members.
    if matches!(linkage, Linkage::Complete | Linkage::Single) {
        sorted.clone_from(&distinct);
    }
    if count == 0 || distinct.len() <= count || sorted.len() > MOST {
        return None;
    }
    let groups = Clusters::new(&sorted, linkage).into_groups(count + 1);
    let pairs = sorted.windows(2).zip(groups.windows(2));
    let borders: Vec<f64> = pairs
        .filter_map(|(values, groups)| match (values, groups) {
            (&[low, high], &[left, right]) if left != right => Some(f64::midpoint(low, high)),
            _ => None,
        })
        .collect();
    Some(borders)
}

/// Clusters during merging; each is known by its first member.
struct Clusters {
    linkage: Linkage,
    count: usize,
    distances: Vec<f64>,
    sizes: Vec<f64>,
    alive: Vec<bool>,
    group: Vec<usize>,
    nearest: Vec<(usize, f64)>,
}

impl Clusters {
    fn new(values: &[f64], linkage: Linkage) -> Self {
        let count = values.len();
        let between = |a: &f64, b: &f64| {
            let distance = (a - b).abs();
            if linkage == Linkage::WardSquared { distance * distance } else { distance }
        };
        let distances = values.iter().flat_map(|a| values.iter().map(move |b| between(a, b))).collect();
        let (sizes, alive, group) = (vec![1.0; count], vec![true; count], (0..count).collect());
        let mut clusters = Self { linkage, count, distances, sizes, alive, group, nearest: Vec::new() };
        clusters.nearest = (0..count).map(|one| clusters.nearest_after(one)).collect();
        clusters
    }

    fn distance(&self, a: usize, b: usize) -> f64 {
        self.distances.get(a * self.count + b).copied().unwrap_or(f64::INFINITY)
    }

    fn set_distance(&mut self, a: usize, b: usize, distance: f64) {
        for place in [a * self.count + b, b * self.count + a] {
            self.distances.get_mut(place).into_iter().for_each(|old| *old = distance);
        }
    }

    fn is_alive(&self, cluster: usize) -> bool {
        self.alive.get(cluster).copied().unwrap_or_default()
    }

    fn size(&self, cluster: usize) -> f64 {
        self.sizes.get(cluster).copied().unwrap_or(1.0)
    }

    /// The nearest cluster after `one`, the first among equals, and its distance.
    fn nearest_after(&self, one: usize) -> (usize, f64) {
        let mut best = (one, f64::INFINITY);
        for other in (one + 1..self.count).filter(|other| self.is_alive(*other)) {
            let distance = self.distance(one, other);
            if distance < best.1 {
                best = (other, distance);
            }
        }
        best
    }

    /// Merges until `groups` are left; returns the group of every value.
    fn into_groups(mut self, groups: usize) -> Vec<usize> {
        for _ in groups..self.count {
            let mut pair = (0, 0, f64::INFINITY);
            for (one, &(other, distance)) in self.nearest.iter().enumerate() {
                if self.is_alive(one) && distance < pair.2 {
                    pair = (one, other, distance);
                }
            }
            self.merge(pair.0, pair.1);
        }
        self.group
    }

    /// Merges `gone` into `kept`, which precedes it.
    fn merge(&mut self, kept: usize, gone: usize) {
        self.alive.get_mut(gone).into_iter().for_each(|alive| *alive = false);
        self.group.iter_mut().filter(|group| **group == gone).for_each(|group| *group = kept);
        let mut best = (kept, f64::INFINITY);
        for other in 0..self.count {
            if other == kept || !self.is_alive(other) {
                continue;
            }
            let distance = self.merged_distance(kept, gone, other);
            self.set_distance(kept, other, distance);
            if kept < other {
                if distance < best.1 {
                    best = (other, distance);
                }
            } else if let Some(nearest) = self.nearest.get_mut(other)
                && distance < nearest.1
            {
                *nearest = (kept, distance);
            }
        }
        let size = self.size(kept) + self.size(gone);
        self.sizes.get_mut(kept).into_iter().for_each(|old| *old = size);
        self.nearest.get_mut(kept).into_iter().for_each(|nearest| *nearest = best);
        for one in 0..self.count {
            let lost = self.nearest.get(one).is_some_and(|nearest| nearest.0 == kept || nearest.0 == gone);
            if lost && one != kept && self.is_alive(one) {
                let nearest = self.nearest_after(one);
                self.nearest.get_mut(one).into_iter().for_each(|old| *old = nearest);
            }
        }
    }

    /// The distance of `other` from the union of `a` and `b`.
    fn merged_distance(&self, a: usize, b: usize, other: usize) -> f64 {
        let (to_a, to_b, between) = (self.distance(a, other), self.distance(b, other), self.distance(a, b));
        let (a, b, other) = (self.size(a), self.size(b), self.size(other));
        match self.linkage {
            Linkage::Complete => to_a.max(to_b),
            Linkage::Single => to_a.min(to_b),
            Linkage::Average => (a * to_a + b * to_b) / (a + b),
            Linkage::Mcquitty => f64::midpoint(to_a, to_b),
            Linkage::Median => (to_a + to_b - between / 2.0) / 2.0,
            Linkage::Centroid => (a * to_a + b * to_b - a * b * between / (a + b)) / (a + b),
            Linkage::Ward | Linkage::WardSquared => {
                ((a + other) * to_a + (b + other) * to_b - other * between) / (a + b + other)
            }
        }
    }
}

/// Compares a set's thresholds with the suggested ones; `None` if the set has no thresholds or none can be suggested.
pub(crate) fn check(spec: &SetSpec, raw: &[f64]) -> Option<ThresholdCheck> {
    // A value equal to a threshold lies above it, but in groups for a regression below.
    let (chosen, is_below): (Vec<f64>, fn(f64, f64) -> bool) = match &spec.calibrate {
        Calibration::Crisp { threshold } => (vec![*threshold], |value, threshold| value < threshold),
        Calibration::Levels { thresholds } => (thresholds.clone(), |value, threshold| value < threshold),
        Calibration::Indirect { thresholds, .. } => (thresholds.clone(), |value, threshold| value <= threshold),
        _ => return None,
    };
    let divided = |thresholds: &[f64]| -> Vec<usize> {
        thresholds.iter().map(|&threshold| raw.iter().filter(|&&value| is_below(value, threshold)).count()).collect()
    };
    let suggested = thresholds(raw, chosen.len(), Linkage::default())?;
    let gaps = thresholds(raw, chosen.len(), Linkage::Single)?;
    let [taken, at_gaps] = [&suggested, &gaps].map(|others| divided(&chosen) == divided(others));
    Some(ThresholdCheck { set: spec.name.clone(), chosen, suggested, taken, gaps, at_gaps })
}
