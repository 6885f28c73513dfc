//! Counterfactuals: assumptions about configurations without cases, and the result of the independent check.

use equifinal_qca::findings::{Findings, Ground, LedgerRow, RowList};

use crate::listing::rows;
use crate::number;
use crate::solution_types::{SOLUTIONS, enhanced};
use crate::view::{Block, Cell, Context, Group, Table, file_name};
use crate::words;

/// Remainders that are printed; `results.json` has the rest.
const PRINTED: usize = 40;

/// For each analysis, the ledger of used remainders with remarks.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for findings in context.input.findings {
        let used: Vec<&LedgerRow> = findings.ledger.used().collect();
        if !used.is_empty() {
            blocks.push(Block::Table(table(context, findings, &used)));
        }
        let remarks = remarks(context, findings);
        if !remarks.is_empty() {
            blocks.push(Block::List(remarks));
        }
    }
    blocks
}

fn table(context: Context<'_>, findings: &Findings, used: &[&LedgerRow]) -> Table {
    let speaker = context.speaker;
    let grounded = used.iter().any(|row| row.implausible || !row.allowed_by.is_empty());
    let mut heads = vec!["ledger-parsimonious", "ledger-intermediate", "ledger-kind"];
    heads.extend(grounded.then_some("ledger-ground"));
    let mut head = vec![Cell::number(speaker.say("ledger-row"))];
    head.extend(context.condition_heads(findings));
    head.extend(heads.iter().map(|key| Cell::text(speaker.say(key))));
    let mut group: Vec<Vec<Cell>> = used.iter().take(PRINTED).map(|row| ledger_row(context, findings, row)).collect();
    for row in &mut group {
        row.truncate(head.len());
    }
    let ledger = &findings.ledger;
    let all = ledger.used.unwrap_or(used.len() as u64);
    if let Some(rest) = all.checked_sub(PRINTED as u64).filter(|&rest| rest > 0) {
        group.push(vec![Cell::text(speaker.say_of("ledger-more", &[("count", rest.into())])).over(head.len())]);
    }
    let mut notes = vec![speaker.say("ledger-note")];
    if ledger.remainders > ledger.rows.len() as u64 {
        let count = all.to_string();
        let counted = ledger.used.is_some();
        let count = if counted { count } else { speaker.say_of("at-least", &[("count", count.into())]) };
        let args = [
            ("remainders", ledger.remainders.to_string().into()),
            ("used", count.into()),
            ("listed", used.len().into()),
        ];
        notes.push(speaker.say_of("ledger-partial", &args));
    }
    let title = [("outcome", context.names.analysis(&findings.analysis.name).into())];
    Table::new(
        speaker,
        file_name(&["counterfactuals", &findings.analysis.name]),
        speaker.say_of("ledger-title", &title),
        vec![head],
        vec![Group::of(group)],
        notes,
    )
}

fn ledger_row(context: Context<'_>, findings: &Findings, row: &LedgerRow) -> Vec<Cell> {
    let speaker = context.speaker;
    let models = |models: &[usize]| {
        let numbers: Vec<u64> = models.iter().map(|&model| model as u64 + 1).collect();
        speaker.list(number::runs(&numbers).iter().map(|run| format!("M{run}")))
    };
    let expects = findings.analysis.expectations.iter().any(|given| given.expect != Default::default());
    let kind = match (row.easy, row.parsimonious.is_empty()) {
        (true, _) => speaker.say("ledger-easy"),
        (false, false) if expects || !findings.analysis.expectations_joint.is_empty() => {
            speaker.say("ledger-difficult")
        }
        _ => String::new(),
    };
    let allowed = row.allowed_by.iter().map(|&position| context.names.set(&findings.conditions[position].name));
    let ground = if row.implausible {
        speaker.say("ledger-implausible")
    } else if row.allowed_by.is_empty() {
        String::new()
    } else {
        speaker.say_of("ledger-allowed", &[("conditions", speaker.list(allowed).into())])
    };
    let mut cells = vec![Cell::number(row.row)];
    let levels = findings.conditions.iter().zip(&row.levels);
    cells.extend(levels.map(|(condition, &level)| Cell::centred(condition.kind.sign(level))));
    cells.extend([models(&row.parsimonious), models(&row.intermediate), kind, ground].map(Cell::text));
    cells
}

fn remarks(context: Context<'_>, findings: &Findings) -> Vec<String> {
    let speaker = context.speaker;
    let outcome = context.names.analysis(&findings.analysis.name);
    let mut remarks = Vec::new();
    if findings.contradictory_assumptions.is_none() {
        remarks.push(speaker.say_of("contradictory-unknown", &[("outcome", outcome.as_str().into())]));
    }
    if let Some(found) = findings.contradictory_assumptions.as_ref().filter(|found| found.count > 0) {
        let args = [
            ("outcome", outcome.as_str().into()),
            ("count", found.count.into()),
            ("rows", rows(found, speaker).into()),
        ];
        remarks.push(speaker.say_of("contradictory-assumptions", &args));
    }
    if !findings.sufficient_for_both.is_empty() {
        let numbers = findings.sufficient_for_both.clone();
        let both = RowList { count: numbers.len() as u64, numbers };
        let args =
            [("outcome", outcome.as_str().into()), ("count", both.count.into()), ("rows", rows(&both, speaker).into())];
        remarks.push(speaker.say_of("sufficient-for-both", &args));
    }
    for excluded in findings.enhanced.iter().flat_map(|enhanced| &enhanced.excluded) {
        let (key, expression) = match &excluded.ground {
            Ground::Necessary(expression) => ("excluded-necessary", Some(expression)),
            Ground::Impossible(expression) => ("excluded-impossible", Some(expression)),
            Ground::Contradictory => ("excluded-contradictory", None),
        };
        let mut args = vec![("count", excluded.rows.count.into()), ("rows", rows(&excluded.rows, speaker).into())];
        args.extend(expression.map(|expression| ("expression", expression.as_str().into())));
        let remark = speaker.say_of(key, &args);
        let named = findings.analysis.enhanced.iter().flat_map(|enhanced| &enhanced.impossible);
        let mut named = named.filter(|_| matches!(excluded.ground, Ground::Impossible(_)));
        let reason = named.find(|one| Some(&one.expression.to_string()) == expression);
        let reason = reason.and_then(|one| one.because.as_ref()).map(|because| words::grounds(because, speaker));
        remarks.push(match reason {
            Some(reason) => speaker.say_of("with-reason", &[("what", remark.into()), ("reason", reason.into())]),
            None => remark,
        });
    }
    remarks.extend(certificate(context, findings));
    remarks
}

/// The statement that all solutions passed the independent check; a rejected solution is never reported.
fn certificate(context: Context<'_>, findings: &Findings) -> Option<String> {
    let speaker = context.speaker;
    let standard = SOLUTIONS.iter().map(|&kind| (kind.name(), findings.solution(kind)));
    let found = standard
        .chain(enhanced(findings).map(|(key, _, result)| (key, result)))
        .filter_map(|(key, result)| Some((key, result.as_ref().ok()?)));
    let found: Vec<_> = found.collect();
    let models: usize = found.iter().map(|(_, solution)| solution.models.len()).sum();
    let names = speaker.list(found.iter().map(|(key, _)| speaker.say(key)));
    let args = [("solutions", names.into()), ("count", models.into())];
    (!found.is_empty()).then(|| speaker.say_of("certificate-holds", &args))
}
