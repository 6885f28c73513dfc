//! One truth table analysis: cases, necessity, truth table, three solutions.

use equifinal_qca::findings::{Findings, Model, NecessityFit, Output, Refusal, SolutionResult, SufficiencyFit};
use equifinal_study::config::{AtCrossover, Contradictions, Expect, ModelsWanted, SolutionType};
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::memberships::UNSAID;

use super::known::known;
use super::syntax::{comment, numbers, quoted, texts};
use crate::names::Names;

/// The part of the script that repeats an analysis.
pub(super) fn analysis(findings: &Findings, names: &Names<'_>) -> String {
    let part = Part { findings, names, outcome: names.literal(&findings.analysis.outcome) };
    let mut lines = vec![String::new(), comment(&format!("Analysis {}", findings.analysis.name))];
    if findings.conditions.iter().any(|condition| condition.kind.is_unsaid(UNSAID)) {
        let reason = "It has an order of events, whose \"-\" the parsimonious solution of QCA prints away.";
        lines.extend([comment(reason), String::new()]);
        return lines.join("\n");
    }
    lines.extend(known(findings).into_iter().map(comment));
    lines.extend(part.cases());
    lines.extend(part.necessity());
    lines.extend(part.truth_table());
    for kind in SolutionType::ALL {
        lines.extend(part.solution(kind));
    }
    if findings.enhanced.is_some() {
        lines.push(comment("The enhanced solutions are not repeated: see esa() and findRows() of QCA."));
    }
    lines.push(String::new());
    lines.join("\n")
}

struct Part<'a> {
    findings: &'a Findings,
    names: &'a Names<'a>,
    /// The outcome in R.
    outcome: String,
}

impl Part<'_> {
    fn conditions(&self) -> Vec<&str> {
        self.findings.conditions.iter().map(|condition| self.names.name(&condition.name)).collect()
    }

    /// The name of a number in a message of the script.
    fn what(&self, what: &str) -> String {
        quoted(&format!("{}: {what}", self.findings.analysis.name))
    }

    /// The cases with all values, after the policy at the crossover.
    fn cases(&self) -> Vec<String> {
        let analysis = &self.findings.analysis;
        let conditions = texts(self.conditions());
        let mut lines = vec![
            format!("conditions <- {conditions}"),
            format!("d <- na.omit(memberships[, c(conditions, {})])", quoted(self.names.name(&analysis.outcome.set))),
        ];
        let near = "abs(as.matrix(d[, conditions]) - 0.5) < 5e-4";
        match analysis.at_crossover {
            AtCrossover::Warn | AtCrossover::Refuse => {}
            AtCrossover::Present => lines.push(format!("d[, conditions][{near}] <- 0.501")),
            AtCrossover::Absent => lines.push(format!("d[, conditions][{near}] <- 0.499")),
            AtCrossover::Drop => lines.push(format!("d <- d[rowSums({near}) == 0, ]")),
        }
        let count = format!("{}", self.findings.cases.len());
        lines.push(format!("same({}, nrow(d), {count})", self.what("number of cases")));
        lines
    }

    fn necessity(&self) -> Vec<String> {
        let literals = self.findings.necessity.iter();
        let line = |row: &equifinal_qca::findings::NecessityRow| {
            let literal = self.literal(row.condition, row.level);
            let NecessityFit { consistency, coverage, relevance } = row.fit;
            let relation = quoted(&format!("{literal} <= {}", self.outcome));
            let what = self.what(&format!("necessity of {literal}"));
            format!("same({what}, fit({relation}, d), {})", numbers([consistency, relevance, coverage]))
        };
        literals.map(line).collect()
    }

    fn literal(&self, condition: usize, level: usize) -> String {
        let Some(condition) = self.findings.conditions.get(condition) else { return String::new() };
        let set = condition.name.clone();
        let literal = if condition.kind.is_multi_value() {
            Literal { set, level: Some(level), negated: false }
        } else {
            Literal { set, level: None, negated: level == 0 }
        };
        self.names.literal(&literal)
    }

    fn truth_table(&self) -> Vec<String> {
        let (findings, cuts) = (self.findings, &self.findings.analysis.truth_table);
        let consistency = match cuts.contradiction_floor {
            Some(floor) => format!("c({}, {floor})", cuts.consistency),
            None => cuts.consistency.to_string(),
        };
        let mut lines = vec![format!(
            "tt <- truthTable(d, outcome = {}, conditions = conditions, incl.cut = {consistency}, pri.cut = {}, n.cut = {})",
            quoted(&self.outcome),
            cuts.pri,
            findings.frequency
        )];
        let rows: Vec<_> = findings.rows.iter().filter(|row| row.output != Output::Remainder).collect();
        if rows.is_empty() {
            return lines;
        }
        let list = rows.iter().map(|row| quoted(&row.number.to_string()));
        lines.push(format!("rows <- tt$tt[{}, ]", super::syntax::vector(list)));
        let column = |what: &str, column: &str, values: String| {
            format!("same({}, as.numeric(rows${column}), {values})", self.what(what))
        };
        #[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
        let counts = rows.iter().map(|row| Some(row.cases.len() as f64));
        lines.push(column("cases of rows", "n", numbers(counts)));
        lines.push(column("consistency of rows", "incl", numbers(rows.iter().map(|row| row.consistency))));
        lines.push(column("PRI of rows", "PRI", numbers(rows.iter().map(|row| row.pri))));
        let outputs = texts(rows.iter().map(|row| format!("{}: {}", row.number, row.output.sign())));
        let found = "paste0(rownames(rows), \": \", rows$OUT)";
        lines.push(format!("same_text({}, {found}, {outputs})", self.what("outputs of rows")));
        if rows.iter().any(|row| row.on_the_line) {
            lines.push(comment("A row lies on a cutoff to the last digits; R may place it on the other side."));
        }
        lines
    }

    /// The arguments of `minimize` for a solution; `None` where R has no argument for a setting.
    fn arguments(&self, kind: SolutionType) -> Result<Vec<String>, &'static str> {
        let analysis = &self.findings.analysis;
        if analysis.minimise.prime_implicant_consistency.is_some() && kind != SolutionType::Parsimonious {
            return Err("prime implicants by consistency concern the parsimonious solution only");
        }
        let is_open = analysis.minimise.contradictions == Contradictions::Remainder;
        let include = match (kind, is_open) {
            (SolutionType::Conservative, false) => "\"\"",
            (SolutionType::Conservative, true) => "\"C\"",
            (_, false) => "\"?\"",
            (_, true) => "c(\"?\", \"C\")",
        };
        let mut arguments = vec![format!("include = {include}"), "details = TRUE".to_owned()];
        if analysis.minimise.models == ModelsWanted::Irredundant {
            arguments.push("all.sol = TRUE".to_owned());
        }
        if analysis.minimise.row_dominance {
            arguments.push("row.dom = TRUE".to_owned());
        }
        arguments.extend(analysis.minimise.prime_implicant_consistency.map(|least| format!("pi.cons = {least}")));
        let rows = self.findings.implausible.iter();
        if rows.clone().any(|ruled| ruled.out.numbers.len() as u64 != ruled.out.count) {
            return Err("more remainders are excluded than the study lists");
        }
        let excluded: Vec<String> = rows.flat_map(|ruled| &ruled.out.numbers).map(u64::to_string).collect();
        if !excluded.is_empty() && kind != SolutionType::Conservative {
            arguments.push(format!("exclude = c({})", excluded.join(", ")));
        }
        if kind == SolutionType::Intermediate {
            let expected = self.expectations();
            arguments.push(format!("dir.exp = {}", texts(expected)));
        }
        Ok(arguments)
    }

    /// Directional expectations as R reads them.
    fn expectations(&self) -> Vec<String> {
        let analysis = &self.findings.analysis;
        let single = analysis.conditions.iter().zip(&analysis.expectations).filter_map(|(condition, expectation)| {
            let name = self.names.name(condition);
            match &expectation.expect {
                Expect::Any => None,
                Expect::Present => Some(name.to_owned()),
                Expect::Absent => Some(format!("~{name}")),
                Expect::Levels(levels) => {
                    let levels: Vec<String> = levels.iter().map(usize::to_string).collect();
                    Some(format!("{name}[{}]", levels.join(",")))
                }
            }
        });
        let joint = analysis.expectations_joint.iter().map(|joint| self.expression(&joint.expression));
        single.chain(joint).collect()
    }

    fn expression(&self, expression: &Expression) -> String {
        self.renamed(expression).to_string()
    }

    fn renamed(&self, expression: &Expression) -> Expression {
        let all = |parts: &[Expression]| parts.iter().map(|part| self.renamed(part)).collect();
        match expression {
            Expression::Literal(literal) => {
                let set = self.names.name(&literal.set).to_owned();
                Expression::Literal(Literal { set, ..literal.clone() })
            }
            Expression::Not(inner) => Expression::Not(Box::new(self.renamed(inner))),
            Expression::And(parts) => Expression::And(all(parts)),
            Expression::Or(parts) => Expression::Or(all(parts)),
        }
    }

    fn solution(&self, kind: SolutionType) -> Vec<String> {
        let found: &SolutionResult = self.findings.solution(kind);
        let name = kind.name();
        let solution = match found {
            Ok(solution) => solution,
            Err(refusal) => return vec![comment(&format!("The {name} solution is refused: {}", why(refusal)))],
        };
        if kind == SolutionType::Intermediate && self.expectations().is_empty() {
            return vec![comment("Without expectations the intermediate solution equals the conservative one.")];
        }
        if !solution.is_complete() {
            return vec![comment(&format!("The {name} solution has more models than the study lists; not repeated."))];
        }
        let arguments = match self.arguments(kind) {
            Ok(arguments) => arguments,
            Err(why) => return vec![comment(&format!("The {name} solution is not repeated: {why}."))],
        };
        let mut lines = vec![format!("{name} <- minimize(tt, {})", arguments.join(", "))];
        let terms =
            |model: &Model| -> Vec<String> { model.paths.iter().map(|path| self.term(&path.term.levels)).collect() };
        let expected = solution.models.iter().map(|model| format!("model({})", texts(terms(model))));
        let expected = super::syntax::vector(expected);
        lines.push(format!("same_text({}, models({name}), {expected})", self.what(&format!("{name} models"))));
        if let Some(first) = solution.models.first() {
            for path in &first.paths {
                lines.push(self.fit(&self.term(&path.term.levels), path.fit));
            }
            if first.paths.len() > 1 {
                lines.push(self.fit(&terms(first).join(" + "), first.fit));
            }
        }
        lines
    }

    fn fit(&self, expression: &str, fit: SufficiencyFit) -> String {
        let relation = quoted(&format!("{expression} => {}", self.outcome));
        let values = numbers([fit.consistency, fit.pri, fit.coverage]);
        format!("same({}, fit({relation}, d), {values})", self.what(&format!("fit of {expression}")))
    }

    fn term(&self, levels: &[Option<usize>]) -> String {
        let literals = levels.iter().enumerate().filter_map(|(at, level)| level.map(|level| self.literal(at, level)));
        literals.collect::<Vec<_>>().join("*")
    }
}

fn why(refusal: &Refusal) -> String {
    refusal.to_string()
}
