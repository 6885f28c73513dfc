//! Answers of respondents: shares, means, frequencies, and group differences.

use equifinal_measure::answers::{Answered, ByGroup, GroupMeans, ItemMean};
use equifinal_measure::survey::{Crossing, Share};
use equifinal_study::config::AnswersSpec;

use crate::number::{self, fixed, percent};
use crate::view::{Block, Cell, Context, Group, Table};

/// Tables by survey; empty if the study reports no answers.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let several = context.input.evidence.answers.len() > 1;
    for (spec, found) in statements(context) {
        if several {
            let args = [("table", context.names.data(&found.table).into()), ("count", found.respondents.into())];
            blocks.push(Block::Heading(context.speaker.say_of("answers-of", &args)));
        }
        if !found.shares.is_empty() || !found.frequencies.is_empty() {
            blocks.push(Block::Table(frequencies(context, spec, found)));
        }
        if !found.means.is_empty() {
            blocks.push(Block::Table(means(context, found)));
        }
        blocks.extend(found.by.as_ref().map(|by| Block::Table(groups(context, spec, found, by))));
    }
    blocks
}

fn statements(context: Context<'_>) -> impl Iterator<Item = (&AnswersSpec, &Answered)> {
    context.input.study.answers.iter().zip(&context.input.evidence.answers)
}

fn share_label(context: Context<'_>, spec: &AnswersSpec, name: &str) -> String {
    let share = spec.shares.iter().find(|share| share.name == name);
    context.speaker.text_or(share.and_then(|share| share.label.as_ref()), name)
}

fn per_cent(share: f64) -> String {
    format!("{}%", fixed(share * 100.0, 2))
}

fn share_row(name: Cell, share: Option<Share>) -> Vec<Cell> {
    let Some(share) = share else {
        return vec![
            name,
            Cell::number(number::UNDEFINED),
            Cell::number(number::UNDEFINED),
            Cell::empty(),
            Cell::empty(),
        ];
    };
    let (low, high) = share.interval;
    vec![
        name,
        Cell::number(share.count),
        Cell::number(share.of),
        Cell::number(per_cent(share.share)),
        Cell::number(format!("{}–{}%", percent(low), percent(high))),
    ]
}

/// The shares first, then every item with its answers.
fn frequencies(context: Context<'_>, spec: &AnswersSpec, found: &Answered) -> Table {
    let speaker = context.speaker;
    let head = ["answers-answer", "answers-count", "answers-of-many", "answers-share", "answers-interval"];
    let mut groups = Vec::new();
    if !found.shares.is_empty() {
        let row =
            |(name, share): &(String, Option<Share>)| share_row(Cell::text(share_label(context, spec, name)), *share);
        groups.push(Group {
            heading: Some(speaker.say("answers-shares")),
            rows: found.shares.iter().map(row).collect(),
            ..Group::default()
        });
    }
    groups.extend(found.frequencies.iter().map(|item| {
        Group {
            heading: Some(question(context, &item.question, &item.item)),
            rows: item
                .answers
                .iter()
                .map(|(answer, share)| share_row(Cell::text(context.names.data(answer)), Some(*share)))
                .collect(),
            ..Group::default()
        }
    }));
    let head = vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()];
    let title = speaker.say("answers-title");
    let notes = vec![speaker.say("answers-note")];
    Table::new(speaker, format!("answers.{}", found.table), title, head, groups, notes)
}

/// The question in the words of the file; the item's name where there are none.
fn question(context: Context<'_>, words: &str, item: &str) -> String {
    if words.is_empty() { item.to_owned() } else { context.names.data(words) }
}

fn means(context: Context<'_>, found: &Answered) -> Table {
    let speaker = context.speaker;
    let head = ["answers-question", "answers-n", "answers-mean", "answers-sd", "answers-range"];
    let row = |item: &ItemMean| {
        let name = Cell::text(question(context, &item.question, &item.item));
        let described = item.description;
        let range = described.map(|found| format!("{}–{}", short(found.min), short(found.max)));
        vec![
            name,
            Cell::number(described.map_or(0, |found| found.n)),
            Cell::number(speaker.value(described.map(|found| found.mean))),
            Cell::number(speaker.value(described.and_then(|found| found.sd))),
            Cell::number(range.unwrap_or_else(|| number::UNDEFINED.to_owned())),
        ]
    };
    let head = vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()];
    let groups = vec![Group::of(found.means.iter().map(row).collect())];
    let id = format!("means.{}", found.table);
    Table::new(speaker, id, speaker.say("answers-means-title"), head, groups, Vec::new())
}

fn short(value: f64) -> String {
    let printed = fixed(value, 2);
    printed.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Shares and means by group, with a test each.
fn groups(context: Context<'_>, spec: &AnswersSpec, found: &Answered, by: &ByGroup) -> Table {
    let speaker = context.speaker;
    let mut names: Vec<&String> = by.shares.iter().flat_map(|(_, crossing)| &crossing.groups).collect();
    names.extend(by.means.iter().flat_map(|means| means.groups.iter().map(|(name, _)| name)));
    names.sort_unstable();
    names.dedup();
    let mut head = vec![Cell::text(speaker.say("answers-question"))];
    head.extend(names.iter().map(|name| Cell::number(context.names.data(name))));
    head.push(Cell::text(speaker.say("answers-test")));
    let shares = by
        .shares
        .iter()
        .map(|(name, crossing)| crossing_row(context, &share_label(context, spec, name), crossing, &names));
    let asked = |item: &str| found.means.iter().find(|mean| mean.item == item).map(|mean| mean.question.clone());
    let means = by.means.iter().map(|means| {
        let words = question(context, &asked(&means.item).unwrap_or_default(), &means.item);
        means_row(context, &words, means, &names)
    });
    let rows = shares.chain(means).collect();
    let args = [("question", question(context, &by.question, &by.item).into())];
    let title = speaker.say_of("answers-by-title", &args);
    let note = if names.len() > 2 { "answers-by-note-many" } else { "answers-by-note" };
    let notes = vec![speaker.say(note)];
    let id = format!("by.{}.{}", by.item, found.table);
    Table::new(speaker, id, title, vec![head], vec![Group::of(rows)], notes)
}

fn crossing_row(context: Context<'_>, name: &str, crossing: &Crossing<String, bool>, names: &[&String]) -> Vec<Cell> {
    let yes = crossing.answers.iter().position(|answer| *answer);
    let mut row = vec![Cell::text(name)];
    row.extend(names.iter().map(|group| {
        let counts = crossing.groups.iter().position(|other| other == *group).and_then(|at| crossing.counts.get(at));
        let said = counts.map(|counts| {
            let of: u64 = counts.iter().sum();
            let count = yes.and_then(|at| counts.get(at)).copied().unwrap_or_default();
            equifinal_measure::survey::wilson(count, of).map_or_else(
                || number::UNDEFINED.to_owned(),
                |share| format!("{}% ({count}/{of})", percent(share.share)),
            )
        });
        Cell::number(said.unwrap_or_else(|| number::UNDEFINED.to_owned()))
    }));
    row.push(Cell::text(match crossing.test {
        None => context.speaker.say("answers-no-test"),
        Some(test) => {
            let args = [
                ("df", test.df.into()),
                ("statistic", context.speaker.value(Some(test.chi_square)).into()),
                ("p", context.speaker.p(Some(test.p)).into()),
                ("effect", context.speaker.ratio(crossing.cramers_v).into()),
            ];
            let said = context.speaker.say_of("answers-chi-square", &args);
            if crossing.least_expected < 5.0 {
                context.speaker.sentences([said, context.speaker.say("answers-rough")])
            } else {
                said
            }
        }
    }));
    row
}

fn means_row(context: Context<'_>, name: &str, means: &GroupMeans, names: &[&String]) -> Vec<Cell> {
    let mut row = vec![Cell::text(name)];
    row.extend(names.iter().map(|group| {
        let described = means.groups.iter().find(|(other, _)| other == *group).map(|(_, found)| found);
        let said = described.map(|found| format!("{} ({})", fixed(found.mean, 2), context.speaker.value(found.sd)));
        Cell::number(said.unwrap_or_else(|| number::UNDEFINED.to_owned()))
    }));
    row.push(Cell::text(match (means.welch, means.kruskal_wallis) {
        (None, None) => context.speaker.say("answers-no-test"),
        (None, Some(found)) => {
            let args = [
                ("df", found.test.df.into()),
                ("statistic", context.speaker.value(Some(found.test.chi_square)).into()),
                ("p", context.speaker.p(Some(found.test.p)).into()),
                ("effect", context.speaker.ratio(Some(found.epsilon_squared)).into()),
            ];
            context.speaker.say_of("answers-kruskal-wallis", &args)
        }
        (Some(test), _) => {
            let superiority = means.mann_whitney.map(|found| found.superiority);
            let args = [
                ("df", fixed(test.df, 1).into()),
                ("statistic", context.speaker.value(Some(test.t)).into()),
                ("p", context.speaker.p(Some(test.p)).into()),
                ("effect", context.speaker.ratio(superiority).into()),
            ];
            context.speaker.say_of("answers-welch", &args)
        }
    }));
    row
}

/// A sentence for each share.
pub(super) fn sentences(context: Context<'_>) -> Vec<String> {
    let speaker = context.speaker;
    let mut said = Vec::new();
    for (spec, found) in statements(context) {
        for (name, share) in &found.shares {
            let Some(share) = share else { continue };
            let args = [
                ("name", share_label(context, spec, name).into()),
                ("share", per_cent(share.share).into()),
                ("count", share.count.into()),
                ("of", share.of.into()),
                ("low", percent(share.interval.0).into()),
                ("high", percent(share.interval.1).into()),
            ];
            said.push(speaker.say_of("finding-share", &args));
        }
    }
    said
}
