//! Analyses that could not be run, with the reasons.

use equifinal_robustness::impossible::Ground;
use equifinal_robustness::untried::{Reason, Task, Untried};

use crate::view::{Block, Context};
use crate::words::{impossible, refusal};

/// A list of all analyses that could not be run.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let untried = &context.input.robustness.untried;
    if untried.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(untried.iter().map(|one| say(context, one)).collect())]
    }
}

fn say(context: Context<'_>, one: &Untried) -> String {
    let speaker = context.speaker;
    let analysis = ("analysis", context.names.analysis(&one.analysis).into());
    let numbers =
        ("numbers", speaker.list(one.task.numbers().iter().map(|number| context.names.number(number))).into());
    let what = match one.task {
        Task::Ranges => speaker.say_of("untried-ranges", &[analysis]),
        Task::Range(_) => speaker.say_of("untried-range", &[analysis, numbers]),
        Task::Map(_) => speaker.say_of("untried-map", &[numbers]),
        Task::Thresholds => speaker.say_of("untried-thresholds", &[analysis]),
        Task::Multiverse => speaker.say_of("untried-multiverse", &[analysis]),
    };
    let why = match &one.reason {
        Reason::NoSolution(reason) => refusal(reason, speaker),
        Reason::Impossible(reason) if reason.ground() == Ground::Analysis => reason.to_string(),
        Reason::Impossible(reason) => impossible(reason.ground(), speaker),
        Reason::SeveralWays { set } => speaker.say_of("untried-several-ways", &[("set", set.as_str().into())]),
        Reason::TooLarge { size, most } => {
            let args = [("size", size.to_string().into()), ("most", most.to_string().into())];
            speaker.say_of("untried-too-large", &args)
        }
        Reason::Unused => speaker.say("untried-unused"),
    };
    speaker.say_of("untried-because", &[("what", what.into()), ("why", why.into())])
}
