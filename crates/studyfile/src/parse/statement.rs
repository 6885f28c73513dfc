//! Parses the statement of a claim, one kind of the grammar each.

use super::claimed::Claimed;
use super::formula::Scope;
use super::found_by;
use super::named_alternatives::alternatives_named;
use super::nca_claims;
use super::numbers;
use super::stability;
use crate::fields::{Fields, count, list};
use crate::grammar::{
    CONTRADICTION_COUNT, FIT, HOLDS_IN, NCA_CLAIM, NCA_LEVEL, NECESSARY, OCCURRENCE, PATH_COUNT, PATH_PRESENT, RANKING,
    ROBUST_CORE, STANDING, STATEMENT, SURVIVES, TERMS_CLAIMED, Table, WITHIN,
};
use crate::tree::{Node, Value};
use equifinal_study::config::{
    Alternative, Analysis, ClaimedNecessity, Contradicting, Finding, Kept, NecessityCuts, Of, Parameter, SolutionType,
    Stability, StableIn, Statement, TermRelation,
};
use equifinal_study::expression::Expression;
use equifinal_study::message::Message;
use equifinal_study::names::{listed, meant, quoted};
use equifinal_study::say;

/// Default relevance cutoff of a necessary condition: below it a condition is trivial (Schneider & Wagemann 2012, 9.1).
const RELEVANT: f64 = 0.5;

/// Reads `claim`.
pub(super) fn read(node: &Node, study: &Claimed<'_>) -> Option<Statement> {
    let kinds = listed(&STATEMENT.all().map(|key| key.name()).collect::<Vec<_>>());
    if node.entries().is_empty() {
        let example = "{necessary: {analysis: main, expression: A}}";
        let message = say!("claim-none", found = node.found(), kinds, example);
        study.problems.add(node.span.clone(), message);
        return None;
    }
    Fields::open(node, &STATEMENT, study.problems)?;
    let [entry] = node.entries() else {
        let message = say!("claim-several", entries = node.entries().len());
        study.problems.add(node.span.clone(), message);
        return None;
    };
    let open = |table| ClaimFields::open(&entry.value, table, study);
    match entry.name()? {
        "solution" => open(&TERMS_CLAIMED)?.solution(),
        "path_present" => open(&PATH_PRESENT)?.path_present(),
        "core" => open(&STANDING)?.standing(true),
        "peripheral" => open(&STANDING)?.standing(false),
        "necessary" => open(&NECESSARY)?.necessity(ClaimedNecessity::Necessary),
        "not_necessary" => open(&NECESSARY)?.necessity(ClaimedNecessity::NotNecessary),
        "only_necessary" => open(&NECESSARY)?.necessity(ClaimedNecessity::Only),
        "fit_at_least" => open(&FIT)?.fit(),
        "holds_in" => open(&HOLDS_IN)?.holds_in(),
        "within_at_least" => open(&WITHIN)?.within(),
        "path_count" => open(&PATH_COUNT)?.path_count(),
        "contradictory_rows" => open(&CONTRADICTION_COUNT)?.contradiction(Contradicting::Rows),
        "deviant_cases" => open(&CONTRADICTION_COUNT)?.contradiction(Contradicting::Cases),
        "in_every_path" => open(&OCCURRENCE)?.occurrence(true),
        "in_some_path" => open(&OCCURRENCE)?.occurrence(false),
        "ranking" => open(&RANKING)?.ranking(),
        "robust_core_covers" => open(&ROBUST_CORE)?.robust_core(study),
        "nca" => nca_claims::effect(&entry.value, &NCA_CLAIM, study),
        "nca_level" => nca_claims::level(&entry.value, &NCA_LEVEL, study),
        "found_by" => found_by::read(&entry.value, study),
        "survives" => open(&SURVIVES)?.survival(study),
        other => numbers::read(other, &entry.value, study),
    }
}

/// The context of a statement about an analysis.
struct ClaimFields<'a> {
    fields: Fields<'a>,
    /// `None` if the name is missing, unknown, or that of an analysis with mistakes.
    analysis: Option<&'a Analysis>,
    scope: Scope<'a>,
}

impl<'a> ClaimFields<'a> {
    fn open(node: &'a Node, table: &'static Table, study: &Claimed<'a>) -> Option<Self> {
        let fields = Fields::open(node, table, study.problems)?;
        let name = fields.word("analysis");
        let analysis = name.and_then(|name| study.analyses.iter().find(|analysis| analysis.name == name));
        if let (Some(name), None, true) = (name, analysis, study.sound) {
            let hint = meant(name, study.analyses.iter().map(|analysis| analysis.name.as_str()));
            fields.blame("analysis", say!("not-analysis", name = quoted(name), hint));
        }
        let conditions = analysis.map_or(&[][..], |analysis| &analysis.conditions);
        let scope = Scope { sets: study.sets, conditions, problems: study.problems };
        Some(Self { fields, analysis, scope })
    }

    fn of(&self) -> Option<Of> {
        let analysis = self.analysis?;
        let solution = self.fields.choice("type").and_then(SolutionType::named);
        Some(Of { analysis: analysis.name.clone(), solution })
    }

    /// One combination; not checked without a valid analysis.
    fn term(&self, node: &Node) -> Option<Expression> {
        self.analysis?;
        self.scope.term(node)
    }

    /// The combinations under a key, one or more.
    fn terms(&self, name: &str) -> Option<Vec<Expression>> {
        let node = self.fields.get(name)?;
        let nodes = match &node.value {
            Value::List(_) => list(node, name, 1, self.scope.problems)?,
            _ => std::slice::from_ref(node),
        };
        let terms: Vec<Expression> = nodes.iter().filter_map(|node| self.term(node)).collect();
        (terms.len() == nodes.len()).then_some(terms)
    }

    /// The combination under a key; inner `None` if absent.
    fn optional_term(&self, name: &str) -> Option<Option<Expression>> {
        self.fields.get(name).map_or(Some(None), |node| self.term(node).map(Some))
    }

    fn solution(&self) -> Option<Statement> {
        const KEYS: [(&str, TermRelation); 4] = [
            ("is", TermRelation::Is),
            ("contains", TermRelation::Contains),
            ("covers", TermRelation::Covers),
            ("contained_in", TermRelation::ContainedIn),
        ];
        let of = self.of();
        let given: Vec<_> = KEYS.into_iter().filter(|(key, _)| self.fields.get(key).is_some()).collect();
        if given.is_empty() {
            self.fields.want_one_of(&KEYS.map(|(key, _)| key));
            return None;
        }
        let relations: Vec<_> =
            given.iter().filter_map(|(key, relation)| Some((*relation, self.terms(key)?))).collect();
        (relations.len() == given.len()).then_some(Statement::Solution { of: of?, relations })
    }

    fn path_present(&self) -> Option<Statement> {
        let of = self.of();
        let name = self.fields.word("path");
        match (name, self.fields.get("expression")) {
            (None, None) => {
                self.fields.want_one_of(&["path", "expression"]);
                None
            }
            (Some(_), Some(_)) => {
                self.fields.blame("path", say!("path-and-expression"));
                None
            }
            (None, Some(node)) => {
                let term = self.term(node);
                Some(Statement::PathPresent { of: of?, terms: vec![term?] })
            }
            (Some(name), None) => Some(Statement::PathPresent { terms: self.named_path(name)?, of: of? }),
        }
    }

    /// The terms of the path of this name.
    fn named_path(&self, name: &str) -> Option<Vec<Expression>> {
        let paths = &self.analysis?.paths;
        let path = paths.iter().find(|path| path.name == name);
        if path.is_none() {
            let hint = meant(name, paths.iter().map(|path| path.name.as_str()));
            self.fields.blame("path", say!("not-path", name = quoted(name), hint));
        }
        path.map(|path| path.terms.clone())
    }

    fn standing(&self, core: bool) -> Option<Statement> {
        let literals = self.terms("expression");
        let path = self.optional_term("path");
        Some(Statement::Standing { analysis: self.analysis?.name.clone(), literals: literals?, path: path?, core })
    }

    fn necessity(&self, claimed: ClaimedNecessity) -> Option<Statement> {
        let node = self.fields.get("expression")?;
        let given = ["consistency", "coverage", "relevance"].map(|key| self.fields.number(key));
        let analysis = self.analysis?;
        let expression = match claimed {
            ClaimedNecessity::Only => self.term(node)?,
            _ => self.scope.over_conditions(node)?,
        };
        if claimed == ClaimedNecessity::Only && !matches!(expression, Expression::Literal(_)) {
            let message = say!("not-single", found = node.found());
            self.scope.problems.add(node.span.clone(), message);
            return None;
        }
        let own = analysis.necessity;
        let [consistency, coverage, relevance] = given;
        let cuts = NecessityCuts {
            consistency: consistency.unwrap_or(own.consistency),
            coverage: coverage.unwrap_or(own.coverage),
            relevance: relevance.unwrap_or(if own.relevance > 0.0 { own.relevance } else { RELEVANT }),
        };
        Some(Statement::Necessity { analysis: analysis.name.clone(), expression, cuts, claimed })
    }

    fn fit(&self) -> Option<Statement> {
        const KEYS: [Parameter; 4] =
            [Parameter::Consistency, Parameter::Pri, Parameter::Coverage, Parameter::UniqueCoverage];
        let of = self.of();
        let path = self.optional_term("path");
        let given: Vec<_> = KEYS.into_iter().filter(|key| self.fields.get(key.name()).is_some()).collect();
        if given.is_empty() {
            self.fields.want_one_of(&KEYS.map(Parameter::name));
            return None;
        }
        let at_least: Vec<_> = given.iter().filter_map(|key| Some((*key, self.fields.number(key.name())?))).collect();
        if self.fields.get("path").is_none() && given.contains(&Parameter::UniqueCoverage) {
            self.fields.blame("unique_coverage", say!("no-unique"));
            return None;
        }
        (at_least.len() == given.len()).then_some(Statement::Fit { of: of?, path: path?, at_least })
    }

    fn holds_in(&self) -> Option<Statement> {
        let groups = stability::times(self.fields.get("time")?, self.scope.problems);
        self.stable(groups)
    }

    fn within(&self) -> Option<Statement> {
        self.stable(stability::units(&self.fields))
    }

    fn stable(&self, groups: Option<StableIn>) -> Option<Statement> {
        let (of, path, consistency) = (self.of(), self.optional_term("path"), self.fields.number("consistency"));
        let consistency = consistency.unwrap_or(self.analysis?.truth_table.consistency);
        Some(Statement::Stable(Stability { of: of?, path: path?, consistency, groups: groups? }))
    }

    fn path_count(&self) -> Option<Statement> {
        let of = self.of();
        let (at_least, at_most) = self.counts()?;
        Some(Statement::PathCount { of: of?, at_least, at_most })
    }

    fn contradiction(&self, of: Contradicting) -> Option<Statement> {
        let (at_least, at_most) = self.counts()?;
        Some(Statement::Contradiction { analysis: self.analysis?.name.clone(), of, at_least, at_most })
    }

    /// The minimum and maximum count in the claim.
    fn counts(&self) -> Option<(usize, usize)> {
        let number = |key: &str| -> Option<Option<usize>> {
            let Some(node) = self.fields.get(key) else { return Some(None) };
            let count = count(node, 0, key, self.scope.problems)?;
            Some(usize::try_from(count).ok())
        };
        let (exactly, least, most) = (number("count"), number("at_least"), number("at_most"));
        let (at_least, at_most) = match (exactly?, least?, most?) {
            (None, None, None) => {
                self.fields.want_one_of(&["count", "at_least", "at_most"]);
                return None;
            }
            (Some(count), None, None) => (count, count),
            (None, least, most) => (least.unwrap_or(0), most.unwrap_or(usize::MAX)),
            (Some(_), ..) => {
                self.fields.blame("count", say!("count-says-all"));
                return None;
            }
        };
        if at_least > at_most {
            let message = say!("count-impossible", at_least, at_most);
            self.fields.blame("at_most", message);
        }
        Some((at_least, at_most))
    }

    fn occurrence(&self, every: bool) -> Option<Statement> {
        let of = self.of();
        Some(Statement::Occurrence { expressions: self.terms("expression")?, of: of?, every })
    }

    fn ranking(&self) -> Option<Statement> {
        let of = self.of();
        let by = match self.fields.choice("by") {
            Some("consistency") => Parameter::Consistency,
            Some("pri") => Parameter::Pri,
            Some("unique_coverage") => Parameter::UniqueCoverage,
            _ => Parameter::Coverage,
        };
        Some(Statement::Ranking { order: self.terms("order")?, of: of?, by })
    }

    fn robust_core(&self, study: &Claimed<'_>) -> Option<Statement> {
        let [coverage, rf_cov] = ["coverage", "rf_cov"].map(|key| self.fields.number(key));
        self.fields.want_one_of(&["coverage", "rf_cov"]);
        let analysis = self.analysis?;
        let node = self.fields.get("alternatives")?;
        let alternatives = alternatives_named(node, study, |one| comparable(one, analysis))?;
        for id in &alternatives {
            let alternative = study.alternatives.iter().find(|one| one.id == *id);
            if alternative.is_some_and(|one| !comparable(one, analysis)) {
                let message = say!("alternative-other", id = quoted(id));
                study.problems.add(node.span.clone(), message);
            }
        }
        Some(Statement::RobustCore { analysis: analysis.name.clone(), alternatives, coverage, rf_cov })
    }

    fn survival(&self, study: &Claimed<'_>) -> Option<Statement> {
        let at_least = self.fields.number("at_least");
        if !study.multiverse && study.sound {
            let message = say!("no-multiverse");
            self.scope.problems.add(self.fields.node().heading(), message);
        }
        let finding = self.finding();
        Some(Statement::Survival { analysis: self.analysis?.name.clone(), finding: finding?, at_least: at_least? })
    }

    fn finding(&self) -> Option<Finding> {
        let word = self.fields.choice("as").unwrap_or("exact");
        let kept = Kept::ALL.into_iter().find(|kept| kept.name() == word)?;
        let refused = |what: Message| {
            self.fields.blame("as", say!("not-kept-as", what, word));
            None
        };
        match (self.fields.word("path"), self.fields.get("expression"), self.fields.get("necessary")) {
            (None, None, None) if matches!(kept, Kept::Narrower | Kept::Wider) => refused(say!("whole-solution")),
            (None, None, None) => Some(Finding::Solution(kept)),
            (None, None, Some(_)) if self.fields.get("as").is_some() => refused(say!("necessary-condition")),
            (None, None, Some(node)) => {
                let term = self.term(node)?;
                if matches!(term, Expression::Literal(_)) {
                    return Some(Finding::Necessary(term));
                }
                let message = say!("follow-itself", found = node.found());
                self.scope.problems.add(node.span.clone(), message);
                None
            }
            (Some(_), None, None) | (None, Some(_), None) if kept == Kept::Core => refused(say!("a-path")),
            (Some(name), None, None) => Some(Finding::Path(self.named_path(name)?, kept)),
            (None, Some(node), None) => Some(Finding::Path(vec![self.term(node)?], kept)),
            _ => {
                let message = say!("one-finding");
                self.scope.problems.add(self.fields.node().heading(), message);
                None
            }
        }
    }
}

/// True if the cases of an alternative can be compared one by one with those of an analysis.
fn comparable(alternative: &Alternative, analysis: &Analysis) -> bool {
    let changed = alternative.variant.analyses.iter().find(|changed| changed.name == analysis.name);
    alternative.variant.drop_cases.is_empty() && changed.is_some_and(|changed| changed.outcome == analysis.outcome)
}
