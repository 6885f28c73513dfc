//! Indicators, answers and themes, for machines.

use equifinal_measure::Evidence;
use equifinal_measure::answers::{Answered, ByGroup, GroupMeans};
use equifinal_measure::indicators::Trend;
use equifinal_measure::survey::Share;
use equifinal_measure::themes::{JointDisplay, Theme};
use serde_json::{Map, Value, json};

/// Adds the parts that the study has.
pub(super) fn insert(whole: &mut Map<String, Value>, evidence: &Evidence) {
    if !evidence.trends.is_empty() {
        let trends = evidence.trends.iter().map(|(name, found)| (name.clone(), trend(found))).collect();
        whole.insert("indicators".to_owned(), Value::Object(trends));
    }
    if !evidence.answers.is_empty() {
        let answers = evidence.answers.iter().map(|found| (found.table.clone(), answered(found))).collect();
        whole.insert("answers".to_owned(), Value::Object(answers));
    }
    if !evidence.themes.is_empty() {
        whole.insert("themes".to_owned(), evidence.themes.iter().map(theme).collect());
    }
    if let Some(joint) = &evidence.joint {
        whole.insert("joint_display".to_owned(), joint_display(joint, &evidence.themes));
    }
}

fn trend(trend: &Trend) -> Value {
    json!({
        "series": trend.series,
        "years_without_value": trend.gaps,
        "growth": trend.growth,
        "first_to_last": trend.ratio,
        "growth_a_year": trend.annual,
        "claim_ratio_met": trend.ratio_met,
        "claim_growth_met": trend.growth_met,
        "target_met": trend.target_met,
        "years_on_target": trend.years_met,
    })
}

fn share(share: Share) -> Value {
    json!({"count": share.count, "of": share.of, "share": share.share, "interval": [share.interval.0, share.interval.1]})
}

fn answered(found: &Answered) -> Value {
    let frequencies = found.frequencies.iter().map(|item| {
        let answers: Vec<Value> = item
            .answers
            .iter()
            .map(|(answer, found)| {
                let mut value = share(*found);
                value["answer"] = json!(answer);
                value
            })
            .collect();
        json!({"item": item.item, "of": item.of, "answers": answers})
    });
    let means = found.means.iter().map(|item| {
        let described = item.description;
        json!({
            "item": item.item,
            "n": described.map(|found| found.n),
            "mean": described.map(|found| found.mean),
            "sd": described.and_then(|found| found.sd),
        })
    });
    let shares: Map<String, Value> =
        found.shares.iter().map(|(name, found)| (name.clone(), found.map_or(Value::Null, share))).collect();
    json!({
        "respondents": found.respondents,
        "frequencies": frequencies.collect::<Vec<_>>(),
        "means": means.collect::<Vec<_>>(),
        "shares": shares,
        "by": found.by.as_ref().map(by_group),
    })
}

fn by_group(by: &ByGroup) -> Value {
    let shares = by.shares.iter().map(|(name, found)| {
        json!({
            "share": name,
            "groups": found.groups,
            "answers": found.answers,
            "counts": found.counts,
            "chi_square": found.test.map(|test| test.chi_square),
            "df": found.test.map(|test| test.df),
            "p": found.test.map(|test| test.p),
            "cramers_v": found.cramers_v,
            "least_expected": found.least_expected,
        })
    });
    let means: Vec<Value> = by.means.iter().map(group_means).collect();
    json!({"item": by.item, "shares": shares.collect::<Vec<_>>(), "means": means})
}

fn group_means(found: &GroupMeans) -> Value {
    let groups: Vec<Value> = found
        .groups
        .iter()
        .map(|(group, described)| json!({"group": group, "n": described.n, "mean": described.mean, "sd": described.sd}))
        .collect();
    json!({
        "item": found.item,
        "groups": groups,
        "welch": found.welch.map(|test| json!({"difference": test.difference, "t": test.t, "df": test.df, "p": test.p})),
        "mann_whitney": found.mann_whitney.map(|test| json!({"u": test.u, "superiority": test.superiority, "p": test.p})),
        "kruskal_wallis": found.kruskal_wallis.map(|found| json!({
            "h": found.test.chi_square,
            "df": found.test.df,
            "p": found.test.p,
            "epsilon_squared": found.epsilon_squared,
        })),
    })
}

fn theme(theme: &Theme) -> Value {
    let quotes: Vec<Value> = theme
        .quotes
        .iter()
        .map(|quote| json!({"interview": quote.interview, "locator": quote.locator, "quote": quote.quote}))
        .collect();
    json!({
        "theme": theme.name,
        "passages": theme.passages,
        "interviews": theme.interviews,
        "of": theme.of,
        "quotes": quotes,
    })
}

fn joint_display(joint: &JointDisplay, themes: &[Theme]) -> Value {
    let names = |places: &[usize]| -> Vec<&str> {
        places.iter().filter_map(|place| themes.get(*place)).map(|theme| theme.name.as_str()).collect()
    };
    let rows: Vec<Value> =
        joint.rows.iter().map(|(indicator, places)| json!({"indicator": indicator, "themes": names(places)})).collect();
    json!({"rows": rows, "without_indicator": names(&joint.without_indicator)})
}
