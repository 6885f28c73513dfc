//! Influential cases: those whose removal changes an effect size most, singly and in pairs (`nca_outliers` of R `NCA`).

use equifinal_study::config::Ceiling;
use rayon::prelude::*;

use crate::ceiling::ceiling;
use crate::cloud::{Cloud, Theoretical};
use crate::measures::measure;
use crate::peers::Peer;

/// Cases whose removal changes an effect size.
#[derive(Debug, Clone, PartialEq)]
pub struct Influence {
    /// The places of one or two cases in the input, ascending.
    pub cases: Vec<usize>,
    /// The effect size without them, in [0, 1]; `None` if nothing is left to compute it from.
    pub without: Option<f64>,
    /// The effect size without them less that with them; 0 if there is none without them.
    pub change: f64,
    /// True if one of them is a corner of the ceiling, or the ceiling is fitted to all cases.
    pub on_ceiling: bool,
    /// True if the observed scope changes without them.
    pub sets_scope: bool,
}

/// The smallest change of an effect size that counts.
const SMALLEST: f64 = 1e-8;

/// The `largest` changes of the effect size of a ceiling by leaving out single cases, then by leaving out pairs; the
/// largest first, ties in the order of the cases. A pair counts if it changes more than each of its cases alone.
///
/// Cases that are neither at a corner of the ceiling nor at the border of an observed scope change nothing, so pairs are
/// tried only with a case that is, and with one that would be after its removal.
pub fn outliers(cloud: &Cloud, kind: Ceiling, theoretical: Theoretical, largest: usize) -> Vec<Influence> {
    let Some((study, border, mut singles)) = alone(cloud, kind, theoretical) else { return Vec::new() };
    let pairs: Vec<[usize; 2]> = border
        .par_iter()
        .flat_map_iter(|&first| {
            let rest = study.left(&[first]);
            let next = rest.map(|(cloud, places)| study.border(&cloud).into_iter().map(|at| places[at]).collect());
            let next: Vec<usize> = next.unwrap_or_default();
            next.into_iter().map(move |second| [first.min(second), first.max(second)])
        })
        .collect();
    let mut pairs = pairs;
    pairs.sort_unstable();
    pairs.dedup();
    let alone = |case: usize| singles.iter().find(|one| one.cases == [case]).map_or(0.0, |one| one.change.abs());
    let mut pairs: Vec<Influence> = pairs.par_iter().map(|pair| study.without(pair)).collect();
    pairs.retain(|pair| pair.change.abs() > pair.cases.iter().map(|&case| alone(case)).fold(0.0, f64::max) + SMALLEST);
    largest_of(&mut singles, largest);
    largest_of(&mut pairs, largest);
    singles.extend(pairs);
    singles
}

/// The largest change by leaving out a single case, as [`outliers`] finds it.
pub(crate) fn most_influential(cloud: &Cloud, kind: Ceiling, theoretical: Theoretical) -> Option<Influence> {
    let (.., mut singles) = alone(cloud, kind, theoretical)?;
    largest_of(&mut singles, 1);
    singles.pop()
}

/// The cases that can change the effect size, and what each changes; `None` without an effect size.
fn alone(cloud: &Cloud, kind: Ceiling, theoretical: Theoretical) -> Option<(Study<'_>, Vec<usize>, Vec<Influence>)> {
    let effect = measure(cloud, &ceiling(cloud, kind)).effect_size?;
    let study = Study { kind, theoretical, effect, cloud };
    let border = study.border(cloud);
    let singles = border.par_iter().map(|&case| study.without(&[case])).collect();
    Some((study, border, singles))
}

fn largest_of(influences: &mut Vec<Influence>, largest: usize) {
    influences.retain(|one| one.change.abs() > SMALLEST);
    influences.sort_by(|a, b| b.change.abs().total_cmp(&a.change.abs()).then_with(|| a.cases.cmp(&b.cases)));
    influences.truncate(largest);
}

struct Study<'a> {
    kind: Ceiling,
    theoretical: Theoretical,
    effect: f64,
    cloud: &'a Cloud,
}

impl Study<'_> {
    /// The cloud without these cases, and the places of the others; `None` if it allows no analysis.
    fn left(&self, removed: &[usize]) -> Option<(Cloud, Vec<usize>)> {
        let cloud = self.cloud;
        let mut cases: Vec<(usize, f64, f64)> = cloud
            .places
            .iter()
            .zip(cloud.x.iter().zip(&cloud.y))
            .filter(|(place, _)| !removed.contains(place))
            .map(|(&place, (&x, &y))| (place, cloud.condition(x), cloud.outcome(y)))
            .collect();
        cases.sort_unstable_by_key(|(place, ..)| *place);
        let column = |value: fn(&(usize, f64, f64)) -> f64| cases.iter().map(value).collect::<Vec<f64>>();
        let (x, y) = (column(|case| case.1), column(|case| case.2));
        let left = Cloud::new(&x, &y, cloud.corner, self.theoretical).ok()?;
        Some((left, cases.into_iter().map(|(place, ..)| place).collect()))
    }

    /// The places of the cases of `cloud` whose removal can change the effect size, ascending.
    fn border(&self, cloud: &Cloud) -> Vec<usize> {
        let fits_all = matches!(self.kind, Ceiling::Cols | Ceiling::Qr { .. });
        let found = ceiling(cloud, self.kind);
        let is_peer = |x: f64, y: f64| found.stairs.iter().any(|peer: &Peer| (peer.x, peer.y) == (x, y));
        let (x, y) = (self.theoretical.condition.is_none(), self.theoretical.outcome.is_none());
        let scope = &cloud.turned;
        let is_border = |own_x: f64, own_y: f64| {
            x && (own_x <= scope.x.0 || own_x >= scope.x.1) || y && (own_y <= scope.y.0 || own_y >= scope.y.1)
        };
        let cases = cloud.places.iter().zip(cloud.x.iter().zip(&cloud.y));
        let mut border: Vec<usize> = cases
            .filter(|(_, (x, y))| fits_all || is_peer(**x, **y) || is_border(**x, **y))
            .map(|(&place, _)| place)
            .collect();
        border.sort_unstable();
        border
    }

    fn without(&self, removed: &[usize]) -> Influence {
        let left = self.left(removed);
        let without = left.as_ref().and_then(|(cloud, _)| measure(cloud, &ceiling(cloud, self.kind)).effect_size);
        let fits_all = matches!(self.kind, Ceiling::Cols | Ceiling::Qr { .. });
        let peers = ceiling(self.cloud, self.kind).peers(self.cloud);
        let cloud = self.cloud;
        let is_peer = |place: usize| {
            let at = cloud.places.iter().position(|own| *own == place);
            at.is_some_and(|at| {
                let (x, y) = (cloud.condition(cloud.x[at]), cloud.outcome(cloud.y[at]));
                peers.iter().any(|peer| (peer.x, peer.y) == (x, y))
            })
        };
        Influence {
            cases: removed.to_vec(),
            without,
            change: without.map_or(0.0, |without| without - self.effect),
            on_ceiling: fits_all || removed.iter().any(|&place| is_peer(place)),
            sets_scope: left.is_some_and(|(left, _)| left.scope != cloud.scope),
        }
    }
}
