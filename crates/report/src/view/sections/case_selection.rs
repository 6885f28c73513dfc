//! The cases to study next, each with the reason: single cases and pairs, of terms and of necessary conditions.

use equifinal_qca::case_selection::{CaseSelection, Chosen, NecessaryCases, Pair, PairKind, RowCase, TermCases};
use equifinal_qca::findings::Findings;

use crate::view::further::numbered;
use crate::view::{Block, Cell, Context, Group, Table, file_name};

/// One table for each analysis that asks for it, and one for its necessary conditions if it has any; tables of further
/// tied models to unfold.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let (mut blocks, mut further) = (Vec::new(), Vec::new());
    for findings in context.input.findings {
        let Some(spec) = &findings.analysis.case_selection else { continue };
        let Some(chosen) = context.input.cases_to_study(&findings.analysis.name) else { continue };
        let listing = Listing { context, findings, most: spec.per_term };
        for (model, number) in chosen.models.iter().zip(1..) {
            let tables = if number == 1 { &mut blocks } else { &mut further };
            tables.push(Block::Table(listing.of_terms(model, number)));
        }
        if !chosen.necessary.is_empty() {
            blocks.push(Block::Table(listing.of_necessity(&chosen.necessary)));
        }
    }
    if !further.is_empty() {
        blocks.push(Block::Fold(context.speaker.say("fold-models")));
        blocks.extend(further);
    }
    blocks
}

/// The kinds of cases, as a term or a necessary condition sees them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Typical,
    Deviant,
    NecessaryTypical,
    NecessaryDeviant,
    NecessaryRelevance,
    Coverage,
    Irrelevant,
}

impl Kind {
    /// The messages with its name and with the reason why a case of this kind is proposed.
    fn messages(self, in_degree: bool, unique: bool) -> [&'static str; 2] {
        match (self, in_degree) {
            (Self::Typical, _) if unique => ["kind-typical", "why-typical-alone"],
            (Self::Typical, _) => ["kind-typical", "why-typical"],
            (Self::Deviant, false) => ["kind-deviant", "why-deviant"],
            (Self::Deviant, true) => ["kind-deviant-degree", "why-deviant-degree"],
            (Self::NecessaryTypical, _) => ["kind-necessary-typical", "why-necessary-typical"],
            (Self::NecessaryDeviant, false) => ["kind-necessary-deviant", "why-necessary-deviant"],
            (Self::NecessaryDeviant, true) => ["kind-deviant-degree", "why-necessary-degree"],
            (Self::NecessaryRelevance, _) => ["kind-necessary-relevance", "why-necessary-relevance"],
            (Self::Coverage, _) => ["kind-coverage", "why-coverage"],
            (Self::Irrelevant, _) => ["kind-irrelevant", "why-irrelevant"],
        }
    }
}

/// The messages with the name of a kind of pairs and with the reason for it.
fn pair_messages(kind: PairKind, of_necessity: bool) -> [&'static str; 2] {
    match kind {
        PairKind::TypicalDeviant if of_necessity => ["kind-pair-typical-relevance", "why-pair-typical-relevance"],
        PairKind::TypicalDeviant => ["kind-pair-typical-deviant", "why-pair-typical-deviant"],
        PairKind::CoverageIrrelevant => ["kind-pair-coverage-irrelevant", "why-pair-coverage-irrelevant"],
        PairKind::TypicalIrrelevant => ["kind-pair-typical-irrelevant", "why-pair-typical-irrelevant"],
        PairKind::TypicalTypical => ["kind-pair-typical-typical", "why-pair-typical-typical"],
        PairKind::DeviantTypical => ["kind-pair-typical-consistency", "why-pair-typical-consistency"],
    }
}

/// Writes the proposals of an analysis.
struct Listing<'a> {
    context: Context<'a>,
    findings: &'a Findings,
    /// The most cases of each kind.
    most: usize,
}

impl Listing<'_> {
    fn of_terms(&self, chosen: &CaseSelection, number: usize) -> Table {
        let mut groups: Vec<Group> = chosen.terms.iter().map(|term| self.term(term, chosen)).collect();
        let mut outside = self.rows(Kind::Coverage, &chosen.deviant_coverage);
        outside.extend(self.rows(Kind::Irrelevant, &chosen.irrelevant));
        outside.extend(self.pairs(&chosen.pairs, None, (PairKind::CoverageIrrelevant, false)));
        if !outside.is_empty() {
            groups.push(self.group(self.say("cases-outside"), outside));
        }
        let analysis = &self.findings.analysis;
        let solution = self.context.speaker.say(analysis.interpret.name());
        let args = [("outcome", self.outcome().into()), ("solution", solution.into())];
        let title = self.context.speaker.say_of("cases-title", &args);
        let (title, file) = numbered(self.context, title, &["cases-to-study", &analysis.name], number);
        self.table(file, title, groups, "cases-note")
    }

    fn of_necessity(&self, necessary: &[NecessaryCases]) -> Table {
        let groups = necessary.iter().map(|one| {
            let mut rows = self.cases(Kind::NecessaryTypical, &one.typical);
            rows.extend(self.cases(Kind::NecessaryDeviant, &one.deviant_consistency));
            rows.extend(self.cases(Kind::NecessaryRelevance, &one.deviant_relevance));
            for kind in PairKind::OF_NECESSITY {
                rows.extend(self.pairs(&one.pairs, None, (kind, true)));
            }
            self.group(one.expression.clone(), rows)
        });
        let groups = groups.collect();
        let title = self.context.speaker.say_of("cases-necessity-title", &[("outcome", self.outcome().into())]);
        let file = file_name(&["cases-of-necessity", &self.findings.analysis.name]);
        self.table(file, title, groups, "cases-necessity-note")
    }

    fn table(&self, file: String, title: String, groups: Vec<Group>, note: &str) -> Table {
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
        Table::new(speaker, file, title, vec![head], groups, notes)
    }

    fn group(&self, heading: String, rows: Vec<Vec<Cell>>) -> Group {
        let none = || vec![vec![Cell::text(self.say("none")).over(4)]];
        Group { heading: Some(heading), ..Group::of(if rows.is_empty() { none() } else { rows }) }
    }

    fn term(&self, term: &TermCases, chosen: &CaseSelection) -> Group {
        let mut rows = self.cases(Kind::Typical, &term.typical);
        rows.extend(self.cases(Kind::Deviant, &term.deviant_consistency));
        let own = Some(term.expression.as_str());
        for kind in [PairKind::TypicalDeviant, PairKind::TypicalIrrelevant, PairKind::TypicalTypical] {
            rows.extend(self.pairs(&chosen.pairs, own, (kind, false)));
        }
        self.group(term.expression.clone(), rows)
    }

    fn cases(&self, kind: Kind, cases: &[Chosen]) -> Vec<Vec<Cell>> {
        let row = |one: &Chosen| {
            let [name, why] = kind.messages(one.in_degree, one.unique);
            let why = self.why(why, one.membership, one.outcome);
            self.row(name, (self.name(one.case), one.tied), Some(one.score), why)
        };
        cases.iter().take(self.most).map(row).collect()
    }

    fn rows(&self, kind: Kind, cases: &[RowCase]) -> Vec<Vec<Cell>> {
        let row = |one: &RowCase| {
            let [name, why] = kind.messages(false, false);
            let why = self.why(why, one.solution, one.outcome);
            let place = one.row.map(|(row, _)| self.context.speaker.say_of("cases-row", &[("row", row.into())]));
            let why = place.iter().fold(why, |why, place| format!("{why} {place}"));
            self.row(name, (self.name(one.case), one.tied), one.score, why)
        };
        cases.iter().take(self.most).map(row).collect()
    }

    /// The best pair of each list: of a term or of all, and for each focal conjunct.
    fn pairs(&self, pairs: &[Pair], term: Option<&str>, (kind, of_necessity): (PairKind, bool)) -> Vec<Vec<Cell>> {
        let [name, reason] = pair_messages(kind, of_necessity);
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
            let mut why = speaker.say(reason);
            if let Some(focal) = focal {
                why = format!("{why} {}", speaker.say_of("cases-focal", &[("focal", focal.into())]));
            }
            rows.push(self.row(name, (&both, pair.tied), Some(pair.score), why));
        }
        rows
    }

    fn row(&self, kind: &str, (cases, tied): (&str, bool), score: Option<f64>, why: String) -> Vec<Cell> {
        let score = self.context.speaker.value(score);
        let score = if tied { format!("{score} =") } else { score };
        vec![Cell::text(self.say(kind)), Cell::text(cases), Cell::number(score), Cell::text(why)]
    }

    fn why(&self, key: &str, membership: f64, outcome: f64) -> String {
        let speaker = self.context.speaker;
        let args = [("x", speaker.ratio(Some(membership)).into()), ("y", speaker.ratio(Some(outcome)).into())];
        speaker.say_of(key, &args)
    }

    fn outcome(&self) -> String {
        self.context.names.analysis(&self.findings.analysis.name)
    }

    fn name(&self, case: usize) -> &str {
        self.findings.cases.get(case).map_or("", String::as_str)
    }

    fn say(&self, key: &str) -> String {
        self.context.speaker.say(key)
    }
}
