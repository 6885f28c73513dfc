//! Rules of screening in words, and the responses that they flagged.

use equifinal_study::config::Survey;
use equifinal_study::screening::{Action, AuditRow, CannotJudge, Screening, StepResult};

use crate::messages::Speaker;
use crate::number::ratio;

/// A rule with its limit.
pub(crate) fn rule(speaker: &Speaker, result: &StepResult) -> String {
    let rule = format!("rule-{}", result.step.rule.name());
    match result.limit {
        Some(limit) => speaker.say_of(&format!("{rule}-limit"), &[("limit", short(limit).into())]),
        None => speaker.say(&rule),
    }
}

/// Screening rules that cannot judge, and those that leave items out.
pub(crate) fn limitations(survey: &Survey, screening: &Screening, speaker: &Speaker) -> Vec<String> {
    let mut said = Vec::new();
    for result in &screening.steps {
        let (table, rule) = (|| survey.table.as_str().into(), || rule(speaker, result).into());
        if let Some(why) = result.cannot_judge {
            let args = [("table", table()), ("rule", rule()), ("why", cannot_judge(why, speaker).into())];
            said.push(speaker.say_of("screening-cannot-judge", &args));
        }
        if !result.constant_items.is_empty() {
            let items = speaker.list(&result.constant_items);
            let args = [("table", table()), ("rule", rule()), ("items", items.into())];
            said.push(speaker.say_of("screening-constant-items", &args));
        }
    }
    said
}

fn cannot_judge(why: CannotJudge, speaker: &Speaker) -> String {
    let counted = |key: &str, found: usize, needed: usize| {
        speaker.say_of(key, &[("found", found.into()), ("needed", needed.into())])
    };
    match why {
        CannotJudge::NotRecorded => speaker.say("cannot-judge-not-recorded"),
        CannotJudge::TooFewRatings { found, needed } => counted("cannot-judge-too-few-ratings", found, needed),
        CannotJudge::TooFewConstructs { found, needed } => counted("cannot-judge-too-few-constructs", found, needed),
        CannotJudge::NoReversedItem => speaker.say("cannot-judge-no-reversed-item"),
        CannotJudge::TooFewResponses { found, needed } => counted("cannot-judge-too-few-responses", found, needed),
        CannotJudge::AllConstant => speaker.say("cannot-judge-all-constant"),
        CannotJudge::Dependent => speaker.say("cannot-judge-dependent"),
        CannotJudge::NoAnswers => speaker.say("cannot-judge-no-answers"),
    }
}

/// The flagged responses of a survey as rows of text without language: response, rule number, rule, consequence,
/// measure.
pub(crate) fn audit_rows(survey: &Survey, screening: &Screening) -> Vec<[String; 5]> {
    let row = |row: &AuditRow| {
        let rule = survey.screening.get(row.step).map_or("", |step| step.rule.name());
        let action = if row.action == Action::Drop { "drop" } else { "flag" };
        let measured = row.measured.map_or_else(String::new, |measured| measured.to_string());
        [row.id.clone(), (row.step + 1).to_string(), rule.to_owned(), action.to_owned(), measured]
    };
    screening.audit.iter().map(row).collect()
}

/// A number without trailing zeros.
pub(crate) fn short(number: f64) -> String {
    ratio(Some(number)).trim_end_matches('0').trim_end_matches('.').to_owned()
}
