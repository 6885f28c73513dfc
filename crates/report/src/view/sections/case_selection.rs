//! The cases to study next, each with the reason: single cases and pairs, of terms and of necessary conditions.

use equifinal_qca::case_selection::{CaseSelection, Chosen, NecessaryCases, Pair, PairKind, RowCase, TermCases};
use equifinal_qca::findings::Findings;

use crate::number::{fixed, ratio};
use crate::view::{Block, Cell, Context, Group, Table, file_name};

/// Decimals of a score.
const DECIMALS: usize = 3;

/// One table for each analysis that asks for it, and one for its necessary conditions if it has any.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for findings in context.input.findings {
        let Some(spec) = &findings.analysis.case_selection else { continue };
        let listing = Listing { context, findings, most: spec.per_term };
        let solution = findings.solution(findings.analysis.interpret).as_ref().ok();
        let chosen = solution.and_then(|solution| findings.case_selection(solution.models.first()?));
        blocks.extend(chosen.map(|chosen| Block::Table(listing.of_terms(&chosen))));
        let necessary = findings.necessary_cases();
        if !necessary.is_empty() {
            blocks.push(Block::Table(listing.of_necessity(&necessary)));
        }
    }
    blocks
}

/// Writes the proposals of an analysis.
struct Listing<'a> {
    context: Context<'a>,
    findings: &'a Findings,
    /// The most cases of each kind.
    most: usize,
}

impl Listing<'_> {
    fn of_terms(&self, chosen: &CaseSelection) -> Table {
        let mut groups: Vec<Group> = chosen.terms.iter().map(|term| self.term(term, chosen)).collect();
        let mut outside = self.rows("coverage", &chosen.deviant_coverage);
        outside.extend(self.rows("irrelevant", &chosen.irrelevant));
        outside.extend(self.pairs(&chosen.pairs, None, PairKind::CoverageIrrelevant, "pair-coverage-irrelevant"));
        if !outside.is_empty() {
            groups.push(self.group(self.say("cases-outside"), outside));
        }
        let analysis = &self.findings.analysis;
        let solution = self.context.speaker.say(analysis.interpret.name());
        let args = [("outcome", self.outcome().into()), ("solution", solution.into())];
        let title = self.context.speaker.say_of("cases-title", &args);
        self.table(&["cases-to-study", &analysis.name], title, groups, "cases-note")
    }

    fn of_necessity(&self, necessary: &[NecessaryCases]) -> Table {
        let groups = necessary.iter().map(|one| {
            let mut rows = self.cases("necessary-typical", &one.typical);
            rows.extend(self.cases("necessary-deviant", &one.deviant_consistency));
            rows.extend(self.cases("necessary-relevance", &one.deviant_relevance));
            for (kind, key) in PairKind::OF_NECESSITY.into_iter().zip([
                "pair-typical-relevance",
                "pair-typical-consistency",
                "pair-typical-irrelevant",
                "pair-typical-typical",
            ]) {
                rows.extend(self.pairs(&one.pairs, None, kind, key));
            }
            self.group(one.expression.clone(), rows)
        });
        let groups = groups.collect();
        let title = self.context.speaker.say_of("cases-necessity-title", &[("outcome", self.outcome().into())]);
        self.table(&["cases-of-necessity", &self.findings.analysis.name], title, groups, "cases-necessity-note")
    }

    fn table(&self, file: &[&str], title: String, groups: Vec<Group>, note: &str) -> Table {
        let speaker = self.context.speaker;
        let head = vec![
            Cell::text(speaker.say("cases-kind")),
            Cell::text(speaker.say("cases-case")),
            Cell::number(speaker.say("cases-score")),
            Cell::text(speaker.say("cases-why")),
        ];
        let mut notes = vec![speaker.say(note), speaker.say("cases-ties")];
        let studied = self.findings.analysis.case_selection.iter().flat_map(|spec| &spec.studied);
        let studied: Vec<&str> = studied.map(|studied| studied.case.as_str()).collect();
        if !studied.is_empty() {
            notes.push(speaker.say_of("cases-studied", &[("cases", speaker.list(studied).into())]));
        }
        Table::new(speaker, file_name(file), title, vec![head], groups, notes)
    }

    fn group(&self, heading: String, rows: Vec<Vec<Cell>>) -> Group {
        let none = || vec![vec![Cell::text(self.say("none")).over(4)]];
        Group { heading: Some(heading), ..Group::of(if rows.is_empty() { none() } else { rows }) }
    }

    fn term(&self, term: &TermCases, chosen: &CaseSelection) -> Group {
        let mut rows = self.cases("typical", &term.typical);
        rows.extend(self.cases("deviant", &term.deviant_consistency));
        let own = Some(term.expression.as_str());
        rows.extend(self.pairs(&chosen.pairs, own, PairKind::TypicalDeviant, "pair-typical-deviant"));
        rows.extend(self.pairs(&chosen.pairs, own, PairKind::TypicalIrrelevant, "pair-typical-irrelevant"));
        rows.extend(self.pairs(&chosen.pairs, own, PairKind::TypicalTypical, "pair-typical-typical"));
        self.group(term.expression.clone(), rows)
    }

    fn cases(&self, kind: &str, cases: &[Chosen]) -> Vec<Vec<Cell>> {
        let row = |one: &Chosen| {
            let why = match (kind, one.in_degree, one.unique) {
                ("typical", _, true) => "why-typical-alone",
                ("typical", _, false) => "why-typical",
                ("deviant", false, _) => "why-deviant",
                ("deviant", true, _) => "why-deviant-degree",
                ("necessary-typical", ..) => "why-necessary-typical",
                ("necessary-deviant", false, _) => "why-necessary-deviant",
                ("necessary-deviant", true, _) => "why-necessary-degree",
                _ => "why-necessary-relevance",
            };
            let name = if one.in_degree { "kind-deviant-degree".to_owned() } else { format!("kind-{kind}") };
            self.row(
                &name,
                (self.name(one.case), one.tied),
                Some(one.score),
                self.why(why, one.membership, one.outcome),
            )
        };
        cases.iter().take(self.most).map(row).collect()
    }

    fn rows(&self, kind: &str, cases: &[RowCase]) -> Vec<Vec<Cell>> {
        let row = |one: &RowCase| {
            let why = self.why(&format!("why-{kind}"), one.solution, one.outcome);
            let place = one.row.map(|(row, _)| self.context.speaker.say_of("cases-row", &[("row", row.into())]));
            let why = place.iter().fold(why, |why, place| format!("{why} {place}"));
            self.row(&format!("kind-{kind}"), (self.name(one.case), one.tied), one.score, why)
        };
        cases.iter().take(self.most).map(row).collect()
    }

    /// The best pair of each list: of a term or of all, and for each focal conjunct.
    fn pairs(&self, pairs: &[Pair], term: Option<&str>, kind: PairKind, key: &str) -> Vec<Vec<Cell>> {
        let of_term = |pair: &&Pair| pair.kind == kind && (term.is_none() || pair.term.as_deref() == term);
        let mut seen: Vec<Option<&str>> = Vec::new();
        let mut rows = Vec::new();
        for pair in pairs.iter().filter(of_term) {
            // The only literal of a term says no more than the term.
            let focal = pair.focal.as_deref().filter(|focal| Some(*focal) != term);
            if seen.contains(&focal) {
                continue;
            }
            seen.push(focal);
            let speaker = self.context.speaker;
            let args = [("first", self.name(pair.first).into()), ("second", self.name(pair.second).into())];
            let both = speaker.say_of("cases-pair", &args);
            let mut why = speaker.say(&format!("why-{key}"));
            if let Some(focal) = focal {
                why = format!("{why} {}", speaker.say_of("cases-focal", &[("focal", focal.into())]));
            }
            rows.push(self.row(&format!("kind-{key}"), (&both, pair.tied), Some(pair.score), why));
        }
        rows
    }

    fn row(&self, kind: &str, (cases, tied): (&str, bool), score: Option<f64>, why: String) -> Vec<Cell> {
        let score = score.map_or_else(|| ratio(None), |score| fixed(score, DECIMALS));
        let score = if tied { format!("{score} =") } else { score };
        vec![Cell::text(self.say(kind)), Cell::text(cases), Cell::number(score), Cell::text(why)]
    }

    fn why(&self, key: &str, membership: f64, outcome: f64) -> String {
        let args = [("x", fixed(membership, DECIMALS).into()), ("y", fixed(outcome, DECIMALS).into())];
        self.context.speaker.say_of(key, &args)
    }

    fn outcome(&self) -> String {
        self.context.names.outcome(&self.findings.analysis.outcome)
    }

    fn name(&self, case: usize) -> &str {
        self.findings.cases.get(case).map_or("", String::as_str)
    }

    fn say(&self, key: &str) -> String {
        self.context.speaker.say(key)
    }
}
