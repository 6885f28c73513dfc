//! The cases to study next in `results.json`: every case of a model by kind with its score, and the best pairs.

use equifinal_qca::case_selection::{
    CaseSelection, CasesToStudy, Chosen, ConjunctCase, Marks, NecessaryCases, Pair, PairKind, RowCase, TermCases,
};
use equifinal_qca::findings::Findings;
use serde_json::{Map, Value, json};

use super::layout::Part;

/// The choice for the first interpreted model, with the cases of necessary conditions.
pub(super) fn of_analysis<'a>(findings: &'a Findings, chosen: &'a CasesToStudy) -> Option<Part<'a>> {
    let spec = findings.analysis.case_selection.as_ref()?;
    let mut entries = match chosen.models.first() {
        Some(chosen) => entries(findings, chosen),
        None => vec![entry("terms", Part::Whole(json!([])))],
    };
    let studied: Vec<&str> = spec.studied.iter().map(|studied| studied.case.as_str()).collect();
    entries.push(entry("studied", Part::Whole(json!(studied))));
    let necessary = chosen.necessary.iter().map(|one| necessity(findings, one));
    entries.push(entry("necessity", Part::List(Box::new(necessary))));
    Some(Part::Entries(entries))
}

/// The choice for a model.
pub(super) fn of_model<'a>(findings: &'a Findings, chosen: &'a CaseSelection) -> Part<'a> {
    Part::Entries(entries(findings, chosen))
}

fn entries<'a>(findings: &'a Findings, chosen: &'a CaseSelection) -> Vec<(String, Part<'a>)> {
    let CaseSelection { terms, deviant_coverage, irrelevant, pairs: chosen } = chosen;
    vec![
        entry("terms", Part::List(Box::new(terms.iter().map(|one| term(findings, one))))),
        entry("deviant_coverage", list(deviant_coverage, |one| row_case(findings, one))),
        entry("irrelevant", list(irrelevant, |one| row_case(findings, one))),
        entry("pairs", Part::Whole(pairs(findings, &PairKind::OF_TERMS, chosen))),
    ]
}

fn entry<'a>(key: &str, part: Part<'a>) -> (String, Part<'a>) {
    (key.to_owned(), part)
}

/// A list of cases, each made when it is written: there may be as many as in the data.
fn list<'a, T>(cases: &'a [T], value: impl Fn(&'a T) -> Value + 'a) -> Part<'a> {
    if cases.len() < 2 {
        return Part::Whole(cases.iter().map(value).collect());
    }
    Part::List(Box::new(cases.iter().map(move |one| Part::Whole(value(one)))))
}

fn term<'a>(findings: &'a Findings, term: &'a TermCases) -> Part<'a> {
    let conjuncts = term.conjuncts.iter().map(|conjunct| {
        let typical = list(&conjunct.typical, |one| conjunct_case(findings, one));
        Part::Entries(vec![entry("expression", Part::Whole(json!(conjunct.expression))), entry("typical", typical)])
    });
    Part::Entries(vec![
        entry("expression", Part::Whole(json!(term.expression))),
        entry("typical", list(&term.typical, |one| typical(findings, one))),
        entry("deviant_consistency", list(&term.deviant_consistency, |one| deviant(findings, one))),
        entry("conjuncts", Part::List(Box::new(conjuncts))),
    ])
}

fn necessity<'a>(findings: &'a Findings, one: &'a NecessaryCases) -> Part<'a> {
    let relevance = list(&one.deviant_relevance, |one| chosen(findings, one, [("only_here", one.unique)]));
    Part::Entries(vec![
        entry("expression", Part::Whole(json!(one.expression))),
        entry("part_of", Part::Whole(json!(one.part_of))),
        entry("typical", list(&one.typical, |one| typical(findings, one))),
        entry("deviant_consistency", list(&one.deviant_consistency, |one| deviant(findings, one))),
        entry("deviant_relevance", relevance),
        entry("pairs", Part::Whole(pairs(findings, &PairKind::OF_NECESSITY, &one.pairs))),
    ])
}

fn typical(findings: &Findings, one: &Chosen) -> Value {
    chosen(findings, one, [("uniquely_covered", one.unique)])
}

fn deviant(findings: &Findings, one: &Chosen) -> Value {
    let mut object = chosen(findings, one, []);
    object["deviates_in"] = json!(if one.in_degree { "degree" } else { "kind" });
    object
}

fn chosen<const N: usize>(findings: &Findings, one: &Chosen, more: [(&str, bool); N]) -> Value {
    let mut object = json!({
        "case": findings.cases[one.case],
        "membership": one.membership,
        "outcome": one.outcome,
        "score": one.score,
        "tied": one.tied,
    });
    for (key, value) in more {
        object[key] = json!(value);
    }
    object
}

fn conjunct_case(findings: &Findings, one: &ConjunctCase) -> Value {
    json!({
        "case": findings.cases[one.case],
        "focal_conjunct": one.focal,
        "complementary_conjuncts": one.complement,
        "membership": one.term,
        "outcome": one.outcome,
        "score": one.score,
        "rank": one.marks.rank,
        "clean_corroboration": one.marks.clean,
        "conjunct_within_outcome": one.marks.within,
        "uniquely_covered": one.marks.unique,
        "tied": one.tied,
    })
}

fn row_case(findings: &Findings, one: &RowCase) -> Value {
    json!({
        "case": findings.cases[one.case],
        "solution": one.solution,
        "outcome": one.outcome,
        "row": one.row.map(|(row, _)| row),
        "membership": one.row.map(|(_, membership)| membership),
        "score": one.score,
        "tied": one.tied,
    })
}

/// The name of a kind, and those of its two cases.
fn names(kind: PairKind, of_necessity: bool) -> [&'static str; 3] {
    match kind {
        PairKind::TypicalDeviant if of_necessity => ["typical_deviant_relevance", "typical", "deviant_relevance"],
        PairKind::TypicalDeviant => ["typical_deviant_consistency", "typical", "deviant_consistency"],
        PairKind::CoverageIrrelevant => ["deviant_coverage_irrelevant", "deviant_coverage", "irrelevant"],
        PairKind::TypicalIrrelevant => ["typical_irrelevant", "typical", "irrelevant"],
        PairKind::TypicalTypical => ["typical_typical", "first", "second"],
        PairKind::DeviantTypical => ["typical_deviant_consistency", "typical", "deviant_consistency"],
    }
}

fn pairs(findings: &Findings, kinds: &[PairKind], pairs: &[Pair]) -> Value {
    let of_necessity = kinds.contains(&PairKind::DeviantTypical);
    let lists = kinds.iter().map(|&kind| {
        let [name, first, second] = names(kind, of_necessity);
        let own = pairs.iter().filter(|pair| pair.kind == kind);
        let list: Vec<Value> = own.map(|one| pair(findings, one, [first, second])).collect();
        (name.to_owned(), json!(list))
    });
    Value::Object(lists.collect())
}

fn pair(findings: &Findings, pair: &Pair, [first, second]: [&str; 2]) -> Value {
    let mut object = Map::new();
    let mut add = |key: &str, value: Value| object.insert(key.to_owned(), value);
    if let Some(term) = &pair.term {
        add("expression", json!(term));
    }
    if let Some(row) = pair.row {
        add("row", json!(row));
    }
    if pair.kind == PairKind::TypicalIrrelevant || pair.kind == PairKind::TypicalTypical {
        add("focal_conjunct", json!(pair.focal));
    }
    add(first, json!(findings.cases[pair.first]));
    add(second, json!(findings.cases[pair.second]));
    add("score", json!(pair.score));
    let both = |of: fn(&Marks) -> bool| json!([of(&pair.marks[0]), of(&pair.marks[1])]);
    if pair.focal.is_some() {
        add("rank", json!(pair.rank));
        add("conjunct_within_outcome", both(|marks| marks.within));
        if pair.rank.is_some() {
            add("clean_corroboration", both(|marks| marks.clean));
        }
    }
    match pair.kind {
        PairKind::TypicalTypical => {
            add("uniquely_covered", both(|marks| marks.unique));
        }
        PairKind::TypicalIrrelevant => {
            add("uniquely_covered", json!(pair.marks[0].unique));
            add("globally_uncovered", json!(!pair.marks[1].covered));
        }
        PairKind::TypicalDeviant | PairKind::CoverageIrrelevant | PairKind::DeviantTypical => {}
    }
    add("tied", json!(pair.tied));
    Value::Object(object)
}
