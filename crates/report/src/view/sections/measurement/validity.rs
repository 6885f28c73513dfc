//! Validity of the constructs: adequacy, factors, the confirmatory model, and discriminant validity.

use equifinal_measure::adequacy::ChiSquareTest;
use equifinal_measure::cfa::{Cfa, CfaError};
use equifinal_measure::items::ItemsError;
use equifinal_measure::{Exploration, Scale};

use super::measured::Measured;
use crate::figures::scree;
use crate::messages::Speaker;
use crate::number::{self};
use crate::view::{Block, Cell, Figure, Group, Table};

/// Sentences, the exploratory factors, and discriminant validity.
pub(super) fn blocks(measured: Measured<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::List(sentences(measured))];
    if measured.survey.constructs.len() > 1 {
        blocks.push(Block::Table(discriminant(measured)));
    }
    if let Ok(exploration) = &measured.found.validity.exploration {
        blocks.push(Block::Table(factors(measured, exploration)));
    }
    blocks.extend(scree(measured).map(|figure| Block::Figures(vec![figure])));
    blocks
}

/// KMO, Bartlett, Harman and the fit of the confirmatory model, one sentence each, or the reason why it is missing.
fn sentences(measured: Measured<'_>) -> Vec<String> {
    let (speaker, validity) = (measured.context.speaker, &measured.found.validity);
    let mut sentences = vec![speaker.say_of("validity-complete", &[("count", validity.complete.into())])];
    let failed = |what: &str, why: String| {
        speaker.say_of("validity-failed", &[("what", speaker.say(what).into()), ("why", why.into())])
    };
    sentences.push(match &validity.adequacy {
        Ok(found) => speaker.say_of(
            "validity-kmo",
            &[("kmo", speaker.ratio(Some(found.kmo)).into()), ("test", test(&found.bartlett, speaker).into())],
        ),
        Err(why) => failed("validity-adequacy", of_items(measured, why)),
    });
    sentences.push(match &validity.harman {
        Ok(share) => speaker.say_of("validity-harman", &[("share", number::percent(*share).into())]),
        Err(why) => failed("validity-components", of_items(measured, why)),
    });
    sentences.push(match &validity.model {
        Ok(model) => fit(measured, model),
        Err(why) => failed("validity-factors", of_model(measured, why)),
    });
    sentences.extend(apart(measured));
    sentences
}

/// The reason why items cannot be analysed, in words.
fn of_items(measured: Measured<'_>, why: &ItemsError) -> String {
    let speaker = measured.context.speaker;
    match *why {
        ItemsError::TooFewResponses { found, needed } => {
            speaker.say_of("unmeasured-responses", &[("found", found.into()), ("needed", needed.into())])
        }
        ItemsError::TooFewItems { found, needed } => {
            speaker.say_of("unmeasured-items", &[("found", found.into()), ("needed", needed.into())])
        }
        ItemsError::Ragged { .. } => speaker.say("unmeasured-ragged"),
        ItemsError::NotANumber { .. } => speaker.say("unmeasured-number"),
        ItemsError::Constant { item } => {
            let mut names = measured.found.scales.iter().flat_map(|scale| &scale.items).map(|item| item.name.as_str());
            let name = names.nth(item.saturating_sub(1)).unwrap_or_default();
            speaker.say_of("unmeasured-constant", &[("item", name.into())])
        }
        ItemsError::Cancelling => speaker.say("unmeasured-cancelling"),
        ItemsError::Singular => speaker.say("unmeasured-singular"),
    }
}

/// The reason why a factor model cannot be estimated, in words.
fn of_model(measured: Measured<'_>, why: &CfaError) -> String {
    let speaker = measured.context.speaker;
    match why {
        CfaError::Items(why) => of_items(measured, why),
        CfaError::Mismatch { placed, found } => {
            speaker.say_of("unmeasured-mismatch", &[("placed", (*placed).into()), ("found", (*found).into())])
        }
        CfaError::Empty { factor } => speaker.say_of("unmeasured-empty", &[("factor", (*factor).into())]),
        CfaError::NotIdentified { factor, items, needed } => {
            let construct = measured.construct(factor.saturating_sub(1));
            let args = [("construct", construct.into()), ("items", (*items).into()), ("needed", (*needed).into())];
            speaker.say_of("unmeasured-identified", &args)
        }
        CfaError::NotSettled { rounds } => speaker.say_of("unmeasured-unsettled", &[("rounds", (*rounds).into())]),
    }
}

fn fit(measured: Measured<'_>, model: &Cfa) -> String {
    let speaker = measured.context.speaker;
    let fit = &model.fit;
    let per_df = (fit.test.df > 0).then(|| fit.test.chi_square / degrees(fit.test.df));
    let rmsea = fit.rmsea.map_or_else(
        || number::UNDEFINED.to_owned(),
        |rmsea| {
            let (low, high) = rmsea.interval;
            let [value, low, high] = [rmsea.value, low, high].map(|value| speaker.ratio(Some(value)));
            speaker.say_of("validity-rmsea", &[("value", value.into()), ("low", low.into()), ("high", high.into())])
        },
    );
    let args = [
        ("test", test(&fit.test, speaker)),
        ("ratio", speaker.value(per_df)),
        ("cfi", speaker.ratio(Some(fit.cfi))),
        ("tli", speaker.ratio(fit.tli)),
        ("rmsea", rmsea),
        ("srmr", speaker.ratio(Some(fit.srmr))),
    ];
    let said = speaker.say_of("validity-model", &args.map(|(name, value)| (name, value.into())));
    if model.improper { speaker.sentences([said, speaker.say("validity-improper")]) } else { said }
}

#[expect(clippy::cast_precision_loss, reason = "degrees of freedom are far below 2^52")]
fn degrees(df: u64) -> f64 {
    df as f64
}

/// Constructs that do not meet Fornell and Larcker's criterion.
fn apart(measured: Measured<'_>) -> Option<String> {
    let convergence = &measured.found.validity.convergence;
    if convergence.len() < 2 {
        return None;
    }
    let speaker = measured.context.speaker;
    let close = convergence.iter().enumerate().filter(|(_, found)| !found.distinct);
    let close: Vec<String> = close.map(|(at, _)| measured.construct(at)).collect();
    Some(if close.is_empty() {
        speaker.say("validity-distinct")
    } else {
        speaker.say_of("validity-close", &[("constructs", speaker.list(&close).into())])
    })
}

fn test(test: &ChiSquareTest, speaker: &Speaker) -> String {
    format!("χ²({}) = {}, {}", test.df, speaker.value(Some(test.chi_square)), speaker.p(Some(test.p)))
}

/// Means, correlations of the factors below, √AVE on and HTMT above the diagonal.
fn discriminant(measured: Measured<'_>) -> Table {
    let (speaker, validity) = (measured.context.speaker, &measured.found.validity);
    let count = measured.survey.constructs.len();
    let mut head = ["reliability-construct", "items-mean", "items-sd"].map(|key| Cell::text(speaker.say(key))).to_vec();
    head.extend((1..=count).map(Cell::number));
    let cell = |row: usize, column: usize| match row.cmp(&column) {
        std::cmp::Ordering::Less => {
            speaker.ratio(validity.htmt.get(row).and_then(|row| row.get(column).copied().flatten()))
        }
        std::cmp::Ordering::Equal => speaker.ratio(validity.convergence.get(row).map(|found| found.ave.sqrt())),
        std::cmp::Ordering::Greater => {
            let model = validity.model.as_ref().ok();
            speaker.ratio(model.and_then(|model| model.correlations.get((row, column)).copied()))
        }
    };
    let row = |(at, scale): (usize, &Scale)| {
        let scores = scale.scores.as_ref();
        let mut cells = vec![
            Cell::text(format!("{} {}", at + 1, measured.construct(at))),
            Cell::number(speaker.value(scores.map(|found| found.mean))),
            Cell::number(speaker.value(scores.and_then(|found| found.sd))),
        ];
        let own = |column: usize| Cell { strong: column == at, ..Cell::number(cell(at, column)) };
        cells.extend((0..count).map(own));
        cells
    };
    let rows = measured.found.scales.iter().enumerate().map(row).collect();
    let notes = vec![speaker.say("discriminant-note")];
    let title = speaker.say("discriminant-title");
    Table::new(speaker, measured.id("discriminant"), title, vec![head], vec![Group::of(rows)], notes)
}

/// Rotated loadings of the exploratory factors; loadings of at least a half stand out.
fn factors(measured: Measured<'_>, exploration: &Exploration) -> Table {
    let speaker = measured.context.speaker;
    let loadings = &exploration.loadings.matrix;
    let factors = loadings.ncols();
    let mut head = vec![Cell::text(speaker.say("items-item"))];
    head.extend(
        (1..=factors).map(|number| Cell::number(speaker.say_of("factors-factor", &[("number", number.into())]))),
    );
    head.push(Cell::number(speaker.say("factors-communality")));
    let communalities = &exploration.communalities;
    let items = measured.found.scales.iter().flat_map(|scale| &scale.items).enumerate();
    let rows = items.map(|(at, item)| {
        let loading = |factor: usize| loadings.get((at, factor)).copied();
        let mut cells = vec![Cell::text(item.name.clone())];
        cells.extend((0..factors).map(|factor| {
            let value = loading(factor);
            Cell { strong: value.is_some_and(|value| value.abs() >= 0.5), ..Cell::number(speaker.ratio(value)) }
        }));
        cells.push(Cell::number(speaker.ratio(communalities.get(at).copied())));
        cells
    });
    let rows = rows.collect();
    let mut shares = vec![Cell::text(speaker.say("factors-share"))];
    shares.extend(exploration.shares.iter().map(|share| Cell::number(number::percent(*share))));
    shares.push(Cell::number(number::percent(exploration.shares.iter().sum())));
    let groups = vec![Group::of(rows), Group::ruled(vec![shares])];
    let plan = exploration.plan;
    let args = [("factors", exploration.parallel.factors.into()), ("extraction", plan.extraction.name().into())];
    let correlated = exploration.correlations.as_ref().filter(|found| found.len() > 1).map(|found| {
        let pairs = found
            .iter()
            .enumerate()
            .flat_map(|(other, row)| row.iter().take(other).enumerate().map(move |(one, r)| (one, other, r)));
        let said = pairs.map(|(one, other, r)| format!("{}–{} {}", one + 1, other + 1, speaker.ratio(Some(*r))));
        speaker.say_of("factors-correlations", &[("correlations", speaker.list(said).into())])
    });
    let unsettled = (!exploration.loadings.converged).then(|| speaker.say("factors-unsettled"));
    let notes = std::iter::once(speaker.say_of("factors-note", &args)).chain(correlated).chain(unsettled).collect();
    let title = speaker.say_of("factors-title", &[("rotation", plan.rotation.name().into())]);
    Table::new(speaker, measured.id("factors"), title, vec![head], groups, notes)
}

/// Eigenvalues compared with those of random data.
pub(super) fn scree(measured: Measured<'_>) -> Option<Figure> {
    let exploration = measured.found.validity.exploration.as_ref().ok()?;
    let speaker = measured.context.speaker;
    let caption = speaker.say_of("scree-caption", &[("factors", exploration.parallel.factors.into())]);
    Some(Figure::new(speaker, &measured.parts("scree"), caption, |id, title| {
        let labels = scree::Labels {
            title,
            description: speaker.say("scree-description"),
            x: speaker.say("scree-x"),
            y: speaker.say("scree-y"),
            found: speaker.say("scree-found"),
            chance: speaker.say("scree-chance"),
        };
        scree::plot(id, &labels, &exploration.parallel.found, &exploration.parallel.by_chance)
    }))
}
