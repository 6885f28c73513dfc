//! The numbers that claims refer to.

use equifinal_study::config::{Number, Numbers, Statement, Study, WhyNoNumber};

use crate::coded::Agreement;
use crate::evidence::Evidence;
use crate::indicators::Trend;

/// All numbers that claims of the study refer to.
pub fn numbers(study: &Study, evidence: &Evidence) -> Numbers {
    let claimed = study.claims.iter().filter_map(|claim| match &claim.statement {
        Statement::Numbers(parts) => Some(parts),
        _ => None,
    });
    claimed.flatten().map(|(number, _)| (number.clone(), of(number, study, evidence))).collect()
}

fn of(number: &Number, study: &Study, evidence: &Evidence) -> Result<f64, WhyNoNumber> {
    let answers = |table: &str| evidence.answers.iter().find(|one| one.table == table);
    match number {
        Number::Indicator { name, year } => {
            let series = &trend(evidence, name)?.series;
            let found = match year {
                Some(year) => series.iter().find(|(of, _)| of == year),
                None => series.last(),
            };
            found.map(|(_, value)| *value).ok_or(WhyNoNumber::Year)
        }
        Number::Ratio { indicator } => trend(evidence, indicator)?.ratio.ok_or(WhyNoNumber::Base),
        Number::Growth { indicator } => {
            trend(evidence, indicator)?.growth.last().and_then(|(_, growth)| *growth).ok_or(WhyNoNumber::Base)
        }
        Number::Share { table, name } => {
            let found = answers(table).and_then(|one| one.shares.iter().find(|(share, _)| share == name));
            found.and_then(|(_, share)| *share).map(|share| share.share).ok_or(WhyNoNumber::Answers)
        }
        Number::Mean { table, item } => {
            let found = answers(table).and_then(|one| one.means.iter().find(|mean| mean.item == *item));
            let described = found.and_then(|mean| mean.description.as_ref());
            described.map(|description| description.mean).ok_or(WhyNoNumber::Answers)
        }
        Number::Theme { name, interviews } => {
            let found = evidence.themes.iter().find(|theme| theme.name == *name);
            #[expect(clippy::cast_precision_loss, reason = "counts of passages are far below 2^52")]
            let counted = |count: usize| count as f64;
            Ok(counted(found.map_or(0, |theme| if *interviews { theme.interviews } else { theme.passages })))
        }
        Number::Reliability { construct, omega } => {
            let scores = evidence.measurements.iter().flat_map(|measurement| &measurement.scores);
            let reliability = scores.filter(|scores| scores.construct == *construct).find_map(|one| one.reliability);
            let found = reliability.and_then(|found| if *omega { found.omega } else { Some(found.alpha) });
            found.ok_or(WhyNoNumber::Reliability)
        }
        Number::Agreement { coding, condition, measure } => {
            // Codings stand in the order of the study's.
            let coded = study.codings.iter().zip(&evidence.codings).find(|(spec, _)| spec.name == *coding);
            let (_, coded) = coded.ok_or(WhyNoNumber::Agreement)?;
            let value = |agreement: &Agreement| {
                agreement.values.iter().find(|value| value.measure == *measure).and_then(|value| value.value.ok())
            };
            if condition.is_none() {
                // What is said of the whole coding binds the worst of its conditions, not their pooled value alone.
                return coded.agreement.iter().filter_map(value).min_by(f64::total_cmp).ok_or(WhyNoNumber::Agreement);
            }
            let agreement = coded.agreement.iter().find(|agreement| agreement.condition == *condition);
            value(agreement.ok_or(WhyNoNumber::Condition)?).ok_or(WhyNoNumber::Agreement)
        }
    }
}

fn trend<'e>(evidence: &'e Evidence, indicator: &str) -> Result<&'e Trend, WhyNoNumber> {
    evidence.trends.iter().find(|(name, _)| name == indicator).map(|(_, trend)| trend).ok_or(WhyNoNumber::Year)
}
