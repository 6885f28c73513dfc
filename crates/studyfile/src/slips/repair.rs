//! Finds the slips for which a text is refused: changes with which it can be read further.

use std::cmp::Reverse;

use super::scan::Scan;
use super::{Slip, Slips, tries};
use crate::tree::{self, Span};

/// Bytes that are read at most in search of slips, so that no file takes long.
const MOST_BYTES: usize = 1 << 20;

/// Readings in search of slips, at most.
const MOST_READINGS: usize = 80;

/// Rounds in which the content of a file is read again.
const MOST_ROUNDS: usize = 6;

/// How far a text can be read: the line where its YAML ends to be valid, then the number of mistakes in its content.
type Reach = (usize, Reverse<usize>);

/// The places of all mistakes in the content of a text under slips; nothing if it is not YAML under them.
type Mistakes<'a> = dyn Fn(&Slips) -> Option<Vec<Span>> + 'a;

/// A text that is read with changes, as long as the search may go on.
struct Search<'a> {
    scan: Scan<'a>,
    mistakes: &'a Mistakes<'a>,
    left: usize,
}

/// The slips for which a text is not YAML. Of several changes, those are meant that leave the fewest mistakes.
pub(crate) fn of_syntax(text: &str, mistakes: &Mistakes<'_>) -> Slips {
    let mut search = Search { scan: Scan::of(text), mistakes, left: readings(text) };
    let mut slips = Slips::default();
    let Some(mut reached) = search.reach(&slips) else { return slips };
    while reached.0 < usize::MAX {
        let Some((found, further)) = search.best(&slips, reached) else { break };
        slips = slips.with(&found);
        reached = further;
    }
    slips
}

/// The number of readings of a text that the search may take.
fn readings(text: &str) -> usize {
    (MOST_BYTES / text.len().max(1)).min(MOST_READINGS)
}

impl Search<'_> {
    /// How far the text can be read with these changes; nothing if it is refused for another reason than its signs.
    fn reach(&mut self, slips: &Slips) -> Option<Reach> {
        self.left = self.left.checked_sub(1)?;
        match tree::read(&slips.applied(self.scan.text)) {
            Ok(_) => Some((usize::MAX, Reverse((self.mistakes)(slips).map_or(usize::MAX, |found| found.len())))),
            Err(error) if !error.is_syntax => None,
            Err(error) => Some((self.scan.line_at(slips.origin(error.span.start)), Reverse(0))),
        }
    }

    /// The changes beside `slips` that lead furthest beyond `reached`, without those that are not needed.
    fn best(&mut self, slips: &Slips, reached: Reach) -> Option<(Vec<Slip>, Reach)> {
        let place = self.scan.lines.get(reached.0).map_or(0, |(_, end)| *end);
        let mut best: Option<(Vec<Slip>, Reach)> = None;
        for found in tries::at(place, &self.scan) {
            let Some(further) = self.reach(&slips.with(&found)) else { continue };
            let is_sure = further.0 == usize::MAX || found.iter().all(Slip::is_sure);
            let least = best.as_ref().map_or(reached, |(_, reach)| *reach);
            if further.0 > reached.0 && further > least && is_sure {
                best = Some((found, further));
            }
            if further == (usize::MAX, Reverse(0)) {
                break;
            }
        }
        let (mut found, further) = best?;
        let mut place = 0;
        while found.len() > 1 && place < found.len() {
            let mut fewer = found.clone();
            fewer.remove(place);
            if self.reach(&slips.with(&fewer)).is_some_and(|reach| reach >= further) {
                found = fewer;
            } else {
                place += 1;
            }
        }
        Some((found, further))
    }
}

/// `slips` and those for which the content is refused.
///
/// The signs around a mistake are slips if with other signs in their place that mistake is gone and none comes instead;
/// full-width signs also if another one comes, for it may have been hidden.
pub(crate) fn of_content(text: &str, mut slips: Slips, mistakes: &Mistakes<'_>) -> Slips {
    let scan = Scan::of(text);
    let mut left = readings(text);
    for _ in 0..MOST_ROUNDS {
        let before = slips.clone();
        let places = mistakes(&slips).unwrap_or_default();
        let mut now = places.len();
        for place in places {
            let (start, end) = scan.around(place.start, place.end);
            let fewer = tries::around(start, end, &scan).into_iter().map(|found| (found, now.saturating_sub(1)));
            let tries: Vec<_> = fewer.chain([(tries::within(start, end, &scan), now)]).collect();
            for (found, most) in tries {
                let changed = slips.with(&found);
                if changed == slips {
                    continue;
                }
                let Some(fewer) = left.checked_sub(1) else { return slips };
                left = fewer;
                let Some(found) = mistakes(&changed) else { continue };
                if found.len() <= most && found.iter().all(|other| other.start != place.start) {
                    (slips, now) = (changed, found.len());
                    break;
                }
            }
        }
        if slips == before {
            break;
        }
    }
    slips
}
