//! The multiverse in `results.json`.

use equifinal_robustness::laboratory::Tried;
use equifinal_robustness::multiverse::{Break, Multiverse, Tally};
use equifinal_robustness::plan::Setting;
use equifinal_study::config::{Design, Kept};
use serde_json::{Map, Value, json};

use super::solution;

/// Adds what was found to `whole`.
pub(super) fn add(tried: &Tried, whole: &mut Map<String, Value>) {
    if let Some(found) = &tried.multiverse {
        whole.insert("multiverse".to_owned(), multiverse(found));
    }
}

pub(super) fn setting(setting: &Setting) -> Value {
    match setting {
        Setting::Number(number) => json!(number),
        Setting::Word(word) => json!(word),
    }
}

/// A multiverse as `results.json` has it; also what merged shards of a sweep give.
pub fn multiverse(found: &Multiverse) -> Value {
    let dimensions = found.dimensions.iter().map(|one| {
        json!({
            "decision": one.name,
            "values": one.settings.iter().map(setting).collect::<Vec<_>>(),
            "binned": one.binned,
            "own": one.own.as_ref().map(setting),
        })
    });
    let analyses = found.tallies.iter().map(|one| (one.analysis.clone(), tally(one, found)));
    json!({
        "universes": found.size,
        "complete": found.design == Design::Factorial,
        "dimensions": dimensions.collect::<Vec<_>>(),
        "analyses": analyses.collect::<Map<_, _>>(),
    })
}

pub(super) fn fates(fates: &[u64; 4]) -> Value {
    json!({"exact": fates[0], "narrower": fates[1], "wider": fates[2], "lost": fates[3]})
}

fn tally(tally: &Tally, found: &Multiverse) -> Value {
    let paths = tally.paths.iter().map(|(path, each)| (path.clone(), fates(each)));
    let necessary = tally.necessary.iter().map(|(literal, held)| (literal.clone(), json!(held)));
    let parts = tally.parts.iter().map(|(literal, [core, peripheral, none])| {
        (literal.clone(), json!({"core": core, "peripheral": peripheral, "none": none}))
    });
    let effects = tally.effects().into_iter().zip(&found.dimensions).zip(&tally.levels);
    let effects = effects.map(|((effect, varied), levels)| {
        let by_value: Vec<Value> = levels
            .iter()
            .map(|level| json!({"universes": level.universes, "same_models": level.same_models}))
            .collect();
        json!({
            "decision": varied.name,
            "same_models": effect.same_models,
            "coverage": effect.coverage,
            "by_value": by_value,
        })
    });
    let mut solutions: Vec<_> = tally.solutions.iter().collect();
    solutions.sort_by_key(|(_, found)| (std::cmp::Reverse(found.0), found.1));
    let solutions = solutions.into_iter().take(50).map(|(models, (universes, first, fit))| {
        json!({"models": models, "universes": universes, "first_universe": first, "fit": solution::fit(fit)})
    });
    json!({
        "universes": tally.universes,
        "solved": tally.solved,
        "same_models": tally.same_models,
        "same_core": tally.same_core,
        "no_contradiction": tally.no_contradiction,
        "paths": paths.collect::<Map<_, _>>(),
        "necessary": necessary.collect::<Map<_, _>>(),
        "literals": parts.collect::<Map<_, _>>(),
        "effects": effects.collect::<Vec<_>>(),
        "smallest_change": smallest_changes(tally, found),
        "solutions": solutions.collect::<Vec<_>>(),
        "solution_count": tally.solutions.len(),
    })
}

/// Each finding with the nearest universe that loses it.
fn smallest_changes(tally: &Tally, found: &Multiverse) -> Vec<Value> {
    let broken_by = |nearest: Break| {
        let settings = found.settings(nearest).map(|(varied, value)| (varied.name.clone(), setting(value)));
        let settings: Map<String, Value> = settings.collect();
        json!({"decisions": nearest.decisions, "universe": nearest.universe, "settings": settings})
    };
    let one = |finding: &str, by: Option<Break>| json!({"finding": finding, "broken_by": by.map(broken_by)});
    let nearest = &tally.nearest;
    let mut all = vec![one("solution", nearest.solution(Kept::Exact))];
    let paths = tally.paths.iter().enumerate();
    all.extend(paths.map(|(at, (path, _))| one(path, nearest.path(at, Kept::Related))));
    let necessary = tally.necessary.iter().enumerate();
    all.extend(necessary.map(|(at, (literal, _))| one(literal, nearest.necessary(at))));
    all
}
