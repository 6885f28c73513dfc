//! Solutions as fs/QCA and R print them, and which solution of a study they are.
//!
//! Read are `M1: A*B + ~C => Y` of R, the term tables of fs/QCA, and plain formulas. Names are those of the conditions,
//! whatever their case. Where a text has no `~`, a name in lower case negates a condition whose name is not in lower case,
//! as in fs/QCA 2.

use std::collections::BTreeSet;

use equifinal_qca::findings::{Findings, Model, SufficiencyFit};
use equifinal_study::config::SolutionType;
use equifinal_study::message::Message;
use equifinal_study::say;

/// A printed solution: terms with the numbers beside them.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// The line of its first term, from 1.
    pub line: usize,
    /// The terms as they are printed, without blanks, each with its numbers.
    pub terms: Vec<(String, Vec<String>)>,
}

/// The solutions in a text, in its order.
pub fn printed(text: &str) -> Vec<Printed> {
    let mut all: Vec<Printed> = Vec::new();
    let mut table: Option<Printed> = None;
    let mut open: Option<(usize, String)> = None;
    for (line, words) in (1..).zip(text.lines()) {
        if let Some(row) = row(words) {
            table.get_or_insert_with(|| Printed { line, terms: Vec::new() }).terms.push(row);
            continue;
        }
        all.extend(table.take());
        // R breaks long formulas over lines; the arrow ends one.
        let (begin, formula) = match open.take() {
            Some((begin, before)) => (begin, format!("{before} {}", words.trim())),
            None => (line, after_mark(words).to_owned()),
        };
        let arrow = ["<=>", "=>", "->", "<->"].iter().filter_map(|arrow| formula.find(arrow)).min();
        let is_marked = after_mark(words) != words.trim();
        match arrow {
            Some(end) => all.extend(formula_of(begin, formula.get(..end).unwrap_or_default())),
            None if is_marked || (begin < line && !words.trim().is_empty()) => open = Some((begin, formula)),
            None if formula.contains('*') || formula.contains(" + ") => all.extend(formula_of(begin, &formula)),
            None => {}
        }
    }
    all.extend(table.take());
    all
}

/// A line without `M1:` at its beginning.
fn after_mark(words: &str) -> &str {
    let words = words.trim();
    let mark = words.strip_prefix('M').and_then(|rest| rest.split_once(':'));
    mark.filter(|(number, _)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
        .map_or(words, |(_, rest)| rest.trim())
}

/// A term of fs/QCA with its raw coverage, unique coverage and consistency.
fn row(words: &str) -> Option<(String, Vec<String>)> {
    let parts: Vec<&str> = words.split_whitespace().collect();
    let (term, numbers) = parts.split_first().filter(|(_, numbers)| numbers.len() == 3)?;
    let is_number = |word: &&str| word.contains('.') && word.parse::<f64>().is_ok();
    let is_term = term.chars().next().is_some_and(|sign| sign.is_alphabetic() || sign == '~' || sign == '_');
    (is_term && numbers.iter().all(is_number))
        .then(|| (plain(term), numbers.iter().map(|&one| one.to_owned()).collect()))
}

fn formula_of(line: usize, formula: &str) -> Option<Printed> {
    // Terms that all models share stand before those in brackets of R.
    let terms: Vec<(String, Vec<String>)> =
        formula.split('+').map(plain).filter(|term| !term.is_empty()).map(|term| (term, Vec::new())).collect();
    let is_formula =
        terms.iter().all(|(term, _)| term.chars().all(|sign| sign.is_alphanumeric() || "~*[]{}_.,-".contains(sign)));
    (is_formula && !terms.is_empty()).then_some(Printed { line, terms })
}

fn plain(term: &str) -> String {
    term.chars().filter(|sign| !sign.is_whitespace() && !"()".contains(*sign)).collect()
}

/// Which solution of which analysis a printed one is: the same terms, or else the nearest; and which of its numbers differ.
pub fn identified(printed: &Printed, findings: &[Findings]) -> Vec<Message> {
    let has_sign = printed.terms.iter().any(|(term, _)| term.contains('~'));
    let mut nearest: Option<(usize, Vec<Message>)> = None;
    for one in findings {
        let terms: Option<Vec<String>> = printed.terms.iter().map(|(term, _)| written(term, one, has_sign)).collect();
        let Some(terms) = terms else { continue };
        let own: BTreeSet<&String> = terms.iter().collect();
        for kind in SolutionType::ALL {
            let Ok(solution) = one.solution(kind) else { continue };
            for (model, number) in solution.models.iter().zip(1_usize..) {
                let paths: Vec<String> = model.paths.iter().map(|path| one.write_term(&path.term)).collect();
                let theirs: BTreeSet<&String> = paths.iter().collect();
                let (analysis, solution_type) = (&one.analysis.name, kind.name());
                if own == theirs {
                    let count = solution.model_count.to_string();
                    let mut said =
                        vec![say!("printed-is", line = printed.line, analysis, solution_type, number, count)];
                    said.extend(numbers(printed, &terms, one, model));
                    return said;
                }
                let apart = own.symmetric_difference(&theirs).count();
                if nearest.as_ref().is_none_or(|(least, _)| apart < *least) {
                    let list =
                        |terms: Vec<&&String>| terms.iter().map(|term| term.as_str()).collect::<Vec<_>>().join(" + ");
                    let more = list(own.difference(&theirs).collect());
                    let less = list(theirs.difference(&own).collect());
                    let mut said = vec![say!("printed-near", line = printed.line, analysis, solution_type, number)];
                    said.extend((!more.is_empty()).then(|| say!("printed-more", terms = more)));
                    said.extend((!less.is_empty()).then(|| say!("printed-less", terms = less)));
                    nearest = Some((apart, said));
                }
            }
        }
    }
    nearest.map_or_else(|| vec![say!("printed-other", line = printed.line)], |(_, said)| said)
}

/// A printed term as the analysis writes it; `None` if it names something that is not a condition.
fn written(term: &str, findings: &Findings, has_sign: bool) -> Option<String> {
    let mut literals = Vec::new();
    for literal in term.split('*') {
        let (negated, literal) = literal.strip_prefix('~').map_or((false, literal), |rest| (true, rest));
        let (name, level) = match literal.split_once(['[', '{']) {
            Some((name, level)) => (name, Some(level.trim_end_matches([']', '}']))),
            None => (literal, None),
        };
        let at =
            findings.conditions.iter().position(|condition| condition.name.to_lowercase() == name.to_lowercase())?;
        let own = &findings.conditions.get(at)?.name;
        let is_lower = name == name.to_lowercase() && own != &own.to_lowercase();
        let negated = negated || (!has_sign && is_lower);
        let level = level.map(|level| format!("[{level}]")).unwrap_or_default();
        literals.push((at, format!("{}{own}{level}", if negated { "~" } else { "" })));
    }
    literals.sort();
    Some(literals.into_iter().map(|(_, literal)| literal).collect::<Vec<_>>().join("*"))
}

/// The printed numbers that are not those of the model, rounded to as many decimals.
fn numbers(printed: &Printed, terms: &[String], findings: &Findings, model: &Model) -> Vec<Message> {
    let mut said = Vec::new();
    for ((_, numbers), term) in printed.terms.iter().zip(terms) {
        let Some(path) = model.paths.iter().find(|path| findings.write_term(&path.term) == *term) else { continue };
        let SufficiencyFit { consistency, coverage, .. } = path.fit;
        let own = [
            ("raw coverage", coverage),
            ("unique coverage", path.unique_coverage.or(coverage)),
            ("consistency", consistency),
        ];
        for ((measure, own), number) in own.into_iter().zip(numbers) {
            let decimals = number.split_once('.').map_or(0, |(_, digits)| digits.len());
            // Half a unit of the last decimal, and a little for numbers that end in 5.
            let half = format!("0.{}50001", "0".repeat(decimals)).parse().unwrap_or(0.0);
            let shown = own.map(|own| format!("{own:.decimals$}"));
            let is_same = match (own, number.parse::<f64>()) {
                (Some(own), Ok(number)) => (own - number).abs() <= half,
                _ => false,
            };
            if !is_same {
                let shown = shown.unwrap_or_else(|| "–".to_owned());
                said.push(say!("printed-number", term, measure, number, shown));
            }
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(usize, &[&str])]) {
        let found = printed(text);
        let found: Vec<(usize, Vec<&str>)> =
            found.iter().map(|one| (one.line, one.terms.iter().map(|(term, _)| term.as_str()).collect())).collect();
        let expected: Vec<(usize, Vec<&str>)> = expected.iter().map(|(line, terms)| (*line, terms.to_vec())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn printed_solutions_are_found() {
        check("M1: DEV*~URB + LIT -> SURV\nM2: DEV -> SURV\n", &[(1, &["DEV*~URB", "LIT"]), (2, &["DEV"])]);
        check("M1: A*B*C +\n    ~D*E => Y\n", &[(1, &["A*B*C", "~D*E"])]);
        check("A * ~B + C", &[(1, &["A*~B", "C"])]);
        check(
            "--- COMPLEX SOLUTION ---\nfrequency cutoff: 1\nconsistency cutoff: 0.8\n  raw  unique\n\
             DEV*lit     0.45  0.10  0.91\n~IND        0.30  0.05  0.88\nsolution coverage: 0.5\n",
            &[(5, &["DEV*lit", "~IND"])],
        );
        check("Nothing here.\n\n", &[]);
    }
}
