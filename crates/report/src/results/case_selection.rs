//! The cases to study next in `results.json`: every case of a model by kind with its score, and the best pairs.

use equifinal_qca::case_selection::{
    CaseSelection, CasesToStudy, Chosen, ConjunctCase, Marks, NecessaryCases, Pair, PairKind, RowCase, TermCases,
};
use equifinal_qca::findings::Findings;
use serde_json::{Map, Value, json};

/// The choice for the first interpreted model, with the cases of necessary conditions.
pub(super) fn of_analysis(findings: &Findings, chosen: &CasesToStudy) -> Option<Value> {
    let spec = findings.analysis.case_selection.as_ref()?;
    let first = chosen.models.first();
    let mut object = first.map_or_else(|| json!({"terms": []}), |chosen| of_model(findings, chosen));
    if let Value::Object(object) = &mut object {
        let studied: Vec<&str> = spec.studied.iter().map(|studied| studied.case.as_str()).collect();
        object.insert("studied".to_owned(), json!(studied));
        let necessary = chosen.necessary.iter();
        object.insert("necessity".to_owned(), necessary.map(|one| necessity(findings, one)).collect());
    }
    Some(object)
}

/// The choice for a model.
pub(super) fn of_model(findings: &Findings, chosen: &CaseSelection) -> Value {
    let CaseSelection { terms, deviant_coverage, irrelevant, pairs: chosen } = chosen;
    let rows = |cases: &[RowCase]| cases.iter().map(|one| row_case(findings, one)).collect::<Vec<_>>();
    json!({
        "terms": terms.iter().map(|one| term(findings, one)).collect::<Vec<_>>(),
        "deviant_coverage": rows(deviant_coverage),
        "irrelevant": rows(irrelevant),
        "pairs": pairs(findings, &PairKind::OF_TERMS, chosen),
    })
}

fn term(findings: &Findings, term: &TermCases) -> Value {
    let conjuncts = term.conjuncts.iter().map(|conjunct| {
        let typical: Vec<Value> = conjunct.typical.iter().map(|one| conjunct_case(findings, one)).collect();
        json!({"expression": conjunct.expression, "typical": typical})
    });
    json!({
        "expression": term.expression,
        "typical": term.typical.iter().map(|one| typical(findings, one)).collect::<Vec<_>>(),
        "deviant_consistency": deviant(findings, &term.deviant_consistency),
        "conjuncts": conjuncts.collect::<Vec<_>>(),
    })
}

fn necessity(findings: &Findings, one: &NecessaryCases) -> Value {
    let relevance = one.deviant_relevance.iter().map(|one| chosen(findings, one, [("only_here", one.unique)]));
    json!({
        "expression": one.expression,
        "part_of": one.part_of,
        "typical": one.typical.iter().map(|one| typical(findings, one)).collect::<Vec<_>>(),
        "deviant_consistency": deviant(findings, &one.deviant_consistency),
        "deviant_relevance": relevance.collect::<Vec<_>>(),
        "pairs": pairs(findings, &PairKind::OF_NECESSITY, &one.pairs),
    })
}

fn typical(findings: &Findings, one: &Chosen) -> Value {
    chosen(findings, one, [("uniquely_covered", one.unique)])
}

fn deviant(findings: &Findings, cases: &[Chosen]) -> Vec<Value> {
    let with_kind = |one: &Chosen| {
        let mut object = chosen(findings, one, []);
        object["deviates_in"] = json!(if one.in_degree { "degree" } else { "kind" });
        object
    };
    cases.iter().map(with_kind).collect()
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
