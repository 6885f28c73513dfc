//! The multiverse in `results.json`.

use equifinal_robustness::checks::RobustnessResults;
use equifinal_robustness::fate::Fate;
use equifinal_robustness::multiverse::{Break, Count, Multiverse, NcaCount, NcaTally, Tally};
use equifinal_robustness::verdict::Part;
use equifinal_study::config::{Decision, Kept};
use serde_json::{Map, Value, json};

use super::solution;

/// Adds the results to `whole`.
pub(super) fn add(robustness: &RobustnessResults, whole: &mut Map<String, Value>) {
    if let Some(found) = &robustness.multiverse {
        whole.insert("multiverse".to_owned(), multiverse(found));
    }
}

/// The value of a decision.
pub(super) fn value(decision: &Decision) -> Value {
    decision.number().map_or_else(|| json!(decision.value()), |number| json!(number))
}

/// A multiverse as in `results.json`; also the result of merging the shards of a sweep.
pub fn multiverse(found: &Multiverse) -> Value {
    let dimensions = found.dimensions.iter().map(|one| {
        json!({
            "decision": one.name,
            "values": one.values.iter().map(value).collect::<Vec<_>>(),
            "binned": one.binned,
            "own": one.own.as_ref().map(value),
        })
    });
    let analyses = found.tallies.iter().map(|one| (one.analysis.clone(), tally(one, found)));
    let mut whole = json!({
        "universes": found.size,
        "complete": found.is_complete(),
        "swept": found.swept,
        "dimensions": dimensions.collect::<Vec<_>>(),
        "analyses": analyses.collect::<Map<_, _>>(),
    });
    if let (Value::Object(whole), false) = (&mut whole, found.nca.is_empty()) {
        let analyses = found.nca.iter().map(|one| (one.analysis.clone(), nca(one)));
        whole.insert("nca".to_owned(), analyses.collect::<Map<_, _>>().into());
    }
    whole
}

/// A necessary condition analysis in the universes; `conditions` is null if the settings need too many permutations.
fn nca(found: &NcaTally) -> Value {
    let condition = |one: &NcaCount| json!({"condition": one.condition, "necessary": one.necessary, "effect_size": one.effect_size});
    let conditions: Vec<Value> = found.conditions.iter().map(condition).collect();
    json!({
        "universes": found.universes,
        "possible": found.possible(),
        "settings": found.settings,
        "conditions": if conditions.is_empty() { Value::Null } else { conditions.into() },
    })
}

pub(super) fn fates(fates: &[u64; 6]) -> Value {
    let named = Fate::ALL.into_iter().zip(fates).map(|(fate, count)| (fate.name().to_owned(), json!(count)));
    named.collect::<Map<_, _>>().into()
}

fn tally(tally: &Tally, found: &Multiverse) -> Value {
    let followed = &tally.followed;
    let paths = tally.paths.iter().map(|(path, each)| (path.clone(), fates(each)));
    let necessary = tally.necessary.iter().enumerate();
    let necessary = necessary.map(|(at, literal)| (literal.clone(), json!(followed.necessary(at).kept)));
    let parts = tally.parts.iter().map(|(literal, counts)| {
        let named = Part::ALL.iter().zip(counts).map(|(part, count)| (part.name().to_owned(), json!(count)));
        (literal.clone(), Value::Object(named.collect()))
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
        "possible": tally.possible(),
        "impossible": impossible(tally),
        "undecided": tally.undecided,
        "solved": tally.solved,
        "same_models": tally.same_models(),
        "same_core": tally.same_core(),
        "no_contradiction": tally.no_contradiction(),
        "paths": paths.collect::<Map<_, _>>(),
        "necessary": necessary.collect::<Map<_, _>>(),
        "attainable": attainable(tally),
        "literals": parts.collect::<Map<_, _>>(),
        "effects": effects.collect::<Vec<_>>(),
        "smallest_change": smallest_changes(tally, found),
        "solutions": solutions.collect::<Vec<_>>(),
        "solution_count": tally.solutions.len(),
    })
}

/// Universes whose decisions cannot be carried out, by reason.
fn impossible(tally: &Tally) -> Map<String, Value> {
    tally.impossible.iter().map(|(ground, count)| (ground.name().to_owned(), json!(count))).collect()
}

/// Number of universes in which each finding is attainable, i.e. not excluded by the solution type or dropped
/// conditions alone.
fn attainable(tally: &Tally) -> Value {
    const OF_PATHS: [Kept; 4] = [Kept::Exact, Kept::Narrower, Kept::Wider, Kept::Related];
    let followed = &tally.followed;
    let path = |(at, (path, _)): (usize, &(String, _))| {
        let ways = OF_PATHS.map(|kept| (kept.name().to_owned(), json!(followed.path(at, kept).attainable)));
        (path.clone(), Value::from(Map::from_iter(ways)))
    };
    let necessary = tally.necessary.iter().enumerate();
    let necessary = necessary.map(|(at, literal)| (literal.clone(), json!(followed.necessary(at).attainable)));
    json!({
        "same_models": followed.solution(Kept::Exact).attainable,
        "same_core": followed.solution(Kept::Core).attainable,
        "no_contradiction": followed.solution(Kept::Related).attainable,
        "paths": tally.paths.iter().enumerate().map(path).collect::<Map<_, _>>(),
        "necessary": necessary.collect::<Map<_, _>>(),
    })
}

/// Each finding with the nearest universe that loses it.
fn smallest_changes(tally: &Tally, found: &Multiverse) -> Vec<Value> {
    let broken_by = |nearest: Break| {
        let settings = found.decisions(nearest).map(|(varied, one)| (varied.name.clone(), value(one)));
        let settings: Map<String, Value> = settings.collect();
        json!({"decisions": nearest.decisions, "universe": nearest.universe, "settings": settings})
    };
    let one = |finding: &str, count: Count| json!({"finding": finding, "broken_by": count.nearest.map(broken_by)});
    let followed = &tally.followed;
    let mut all = vec![one("solution", followed.solution(Kept::Exact))];
    let paths = tally.paths.iter().enumerate();
    all.extend(paths.map(|(at, (path, _))| one(path, followed.path(at, Kept::Related))));
    let necessary = tally.necessary.iter().enumerate();
    all.extend(necessary.map(|(at, literal)| one(literal, followed.necessary(at))));
    all
}
