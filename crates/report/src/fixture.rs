//! A small study for tests: inter-war democracies, analysed by the engine.

pub(crate) mod message;
pub(crate) mod pseudo;
pub(crate) mod study;
pub(crate) mod whole;

use std::collections::BTreeMap;
use std::time::Duration;

use equifinal_chains::ChainFindings;
use equifinal_measure::Evidence;
use equifinal_measure::audit::Check;
use equifinal_panel::{PanelFindings, Partition};
use equifinal_qca::case_selection::CasesToStudy;
use equifinal_qca::condition_search::SearchFindings;
use equifinal_qca::findings::{Condition, Findings, Refusal};
use equifinal_qca::systems::SystemFindings;
use equifinal_qca::term::Term;
use equifinal_qca::{Budget, analyse};
use equifinal_robustness::alternatives::AlternativeFindings;
use equifinal_robustness::comparison::{Comparison, NoSolution, Verdict};
use equifinal_study::config::{
    Analysis, Anchors, Calibration, DataTable, Decision, Expect, Expectation, Frequency, NecessityCuts, Path,
    Provenance, Published, Reason, ReportSpec, ScoreSource, SetSpec, Shape, SolutionType, Study, TableKind,
    TableLayout, TruthTableCuts,
};
use equifinal_study::detected::{Detected, FileKind, Separator};
use equifinal_study::diagnosis::{Concern, Descriptives, Diagnosis, SetDiagnosis};
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::memberships::{Memberships, Set, SetKind};
use equifinal_study::table::{CaseTable, TableFound};
use equifinal_study::text::Text;

use crate::csv::write_memberships;
use crate::input::{Input, Registration};
use crate::results::write_results;
use crate::sandbox::Templates;
use crate::view::{Edition, edition};
use equifinal_robustness::checks::RobustnessResults;
use equifinal_robustness::claims::JudgedClaim;
use equifinal_robustness::crossover::OtherSide;
use equifinal_robustness::impossible::Impossible;

/// Memberships of the published table: DEV, URB, LIT, IND, STB, SURV.
const CASES: [(&str, [f64; 6]); 18] = [
    ("AU", [0.81, 0.12, 0.99, 0.73, 0.43, 0.05]),
    ("BE", [0.99, 0.89, 0.98, 1.0, 0.98, 0.95]),
    ("CZ", [0.58, 0.98, 0.98, 0.9, 0.91, 0.89]),
    ("DE", [0.89, 0.79, 0.99, 0.96, 0.31, 0.05]),
    ("EE", [0.16, 0.07, 0.98, 0.01, 0.91, 0.12]),
    ("ES", [0.03, 0.3, 0.09, 0.21, 0.2, 0.06]),
    ("FI", [0.58, 0.03, 0.99, 0.08, 0.58, 0.77]),
    ("FR", [0.98, 0.03, 0.99, 0.81, 0.95, 0.95]),
    ("GR", [0.04, 0.09, 0.13, 0.36, 0.43, 0.06]),
    ("HU", [0.07, 0.16, 0.88, 0.07, 0.13, 0.42]),
    ("IE", [0.72, 0.05, 0.98, 0.01, 0.95, 0.92]),
    ("IT", [0.34, 0.1, 0.41, 0.47, 0.58, 0.05]),
    ("NL", [0.98, 1.0, 0.99, 0.94, 0.99, 0.95]),
    ("PL", [0.02, 0.17, 0.59, 0.0, 0.0, 0.12]),
    ("PT", [0.01, 0.02, 0.01, 0.11, 0.01, 0.05]),
    ("RO", [0.01, 0.03, 0.17, 0.0, 0.84, 0.21]),
    ("SE", [0.95, 0.13, 0.99, 0.67, 0.91, 0.95]),
    ("UK", [0.98, 0.99, 0.99, 1.0, 0.98, 0.95]),
];

/// Name, English and Chinese label, column, exclusion, crossover, inclusion.
const SETS: [(&str, &str, &str, &str, [f64; 3]); 6] = [
    ("DEV", "Developed", "经济发达", "gnp_per_capita", [400.0, 550.0, 900.0]),
    ("URB", "Urbanised", "城市化", "urban_share", [25.0, 50.0, 65.0]),
    ("LIT", "Literate", "识字率高", "literacy", [50.0, 75.0, 90.0]),
    ("IND", "Industrialised", "工业化", "industrial_share", [20.0, 30.0, 40.0]),
    ("STB", "Stable government", "政府稳定", "cabinets", [15.0, 9.5, 5.0]),
    ("SURV", "Survival of democracy", "民主存续", "survival", [-9.0, 0.0, 10.0]),
];

/// The values of a run, owned by the fixture.
#[derive(Debug, Clone)]
pub(crate) struct Fixture {
    pub(crate) study: Study,
    pub(crate) decisions: Vec<Decision>,
    pub(crate) evidence: Evidence,
    pub(crate) memberships: Memberships,
    pub(crate) diagnoses: Vec<SetDiagnosis>,
    pub(crate) diagnosis: Diagnosis,
    pub(crate) findings: Vec<Findings>,
    pub(crate) nca: Vec<equifinal_nca::findings::Findings>,
    pub(crate) chains: Vec<ChainFindings>,
    pub(crate) systems: Vec<SystemFindings>,
    pub(crate) searches: Vec<SearchFindings>,
    pub(crate) panels: Vec<PanelFindings>,
    pub(crate) cases_to_study: Vec<CasesToStudy>,
    pub(crate) partitions: Vec<Partition>,
    pub(crate) alternatives: Vec<AlternativeFindings>,
    pub(crate) other_side: Vec<OtherSide>,
    pub(crate) audit: Vec<Check>,
    pub(crate) claims: Vec<JudgedClaim>,
    pub(crate) robustness: RobustnessResults,
    pub(crate) templates: Templates,
    pub(crate) registration: Option<Registration>,
}

impl Fixture {
    /// The report in one language.
    pub(crate) fn edition(&self, language: &str) -> Edition {
        edition(&self.input(), language).unwrap()
    }

    /// The report in every language of the study.
    pub(crate) fn editions(&self) -> Vec<Edition> {
        self.study.report.languages.iter().map(|language| self.edition(language)).collect()
    }

    /// The text of `results.json`.
    pub(crate) fn results(&self) -> String {
        let mut text = Vec::new();
        write_results(&self.input(), &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    /// All tables as CSV texts, by file name, besides the memberships.
    pub(crate) fn tables(&self, editions: &[Edition]) -> Vec<(String, String)> {
        let mut files = crate::tables_of_cases(&self.input());
        files.extend(crate::tables(editions));
        files
    }

    /// The text of `memberships.csv`.
    pub(crate) fn memberships_csv(&self) -> String {
        let mut text = Vec::new();
        write_memberships(&self.input(), &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    /// The report's view of it.
    pub(crate) fn input(&self) -> Input<'_> {
        Input {
            study: &self.study,
            decisions: &self.decisions,
            evidence: &self.evidence,
            memberships: &self.memberships,
            diagnoses: &self.diagnoses,
            diagnosis: &self.diagnosis,
            findings: &self.findings,
            nca: &self.nca,
            chains: &self.chains,
            systems: &self.systems,
            searches: &self.searches,
            panels: &self.panels,
            cases_to_study: &self.cases_to_study,
            partitions: &self.partitions,
            alternatives: &self.alternatives,
            other_side: &self.other_side,
            audit: &self.audit,
            claims: &self.claims,
            templates: &self.templates,
            registration: self.registration.as_ref(),
            robustness: &self.robustness,
        }
    }
}

/// A text in both languages.
pub(crate) fn both(en: &str, zh: &str) -> Text {
    Text { plain: None, by_language: [("en".to_owned(), en.to_owned()), ("zh".to_owned(), zh.to_owned())].into() }
}

/// The inter-war democracies.
pub(crate) fn lipset() -> Fixture {
    let memberships = memberships();
    let analyses = vec![analysis("survival", false), analysis("~survival", true)];
    let found = |one: &Analysis| analyse(one, &memberships, &Budget::default()).expect("findings");
    let findings: Vec<Findings> = analyses.iter().map(found).collect();
    let alternatives = alternatives(&findings[0]);
    Fixture {
        evidence: evidence(&memberships),
        diagnoses: SETS.iter().map(described).collect(),
        diagnosis: diagnosis(),
        study: study(analyses),
        decisions: Vec::new(),
        memberships,
        findings,
        nca: Vec::new(),
        chains: Vec::new(),
        systems: Vec::new(),
        searches: Vec::new(),
        panels: Vec::new(),
        cases_to_study: Vec::new(),
        partitions: Vec::new(),
        alternatives,
        other_side: Vec::new(),
        audit: Vec::new(),
        claims: Vec::new(),
        robustness: RobustnessResults::default(),
        templates: no_templates(),
        registration: None,
    }
}

/// A study without templates of its own.
fn no_templates() -> Templates {
    Templates { files: BTreeMap::new(), clock: || Duration::ZERO }
}

fn evidence(memberships: &Memberships) -> Evidence {
    let cases = CaseTable {
        file: "lipset-democracy/cases.csv".to_owned(),
        cases: memberships.cases.clone(),
        lines: (2..20).collect(),
        detected: Detected {
            kind: FileKind::Delimited { encoding: "UTF-8", is_marked: false, separator: Separator::Comma },
            rows: 18,
            columns: 9,
            ..Detected::default()
        },
        ..CaseTable::default()
    };
    let found = TableFound { name: "cases".to_owned(), detected: cases.detected.clone(), rows: cases.cases.len() };
    Evidence { cases, tables: vec![found], measurements: Vec::new(), ..Evidence::default() }
}

fn study(analyses: Vec<Analysis>) -> Study {
    Study {
        id: "lipset-democracy".to_owned(),
        title: both("Survival of democracy in inter-war Europe", "两次世界大战之间欧洲民主的存续"),
        provenance: Provenance::Published,
        sources: vec![Text::plain("Rihoux & De Meur (2009), in Configurational Comparative Methods, ch. 3")],
        assumptions: Vec::new(),
        tables: vec![DataTable {
            name: "cases".to_owned(),
            file: "lipset-democracy/cases.csv".to_owned(),
            kind: TableKind::Cases,
            id: Some("country".to_owned()),
            panel: None,
            format: None,
            exclude: Vec::new(),
            cluster: None,
            weight: None,
            layout: TableLayout::default(),
            documents: equifinal_study::config::Documents::default(),
        }],
        surveys: Vec::new(),
        codings: Vec::new(),
        answers: Vec::new(),
        indicators: Vec::new(),
        themes: Vec::new(),
        chains: Vec::new(),
        targets: Vec::new(),
        sets: SETS.iter().map(set).collect(),
        analyses,
        nca: Vec::new(),
        flow: Vec::new(),
        published: Published::default(),
        alternatives: Vec::new(),
        claims: Vec::new(),
        robustness: equifinal_study::config::Robustness::default(),
        budget: equifinal_study::config::Budget::default(),
        report: ReportSpec { languages: vec!["en".to_owned(), "zh".to_owned()], ..ReportSpec::default() },
        standards: equifinal_study::config::Standards::Unchecked,
        acknowledged: Vec::new(),
        listings: Vec::new(),
        recommendations: Vec::new(),
        translations: Vec::new(),
    }
}

fn set((name, en, zh, column, [exclusion, crossover, inclusion]): &(&str, &str, &str, &str, [f64; 3])) -> SetSpec {
    SetSpec {
        name: (*name).to_owned(),
        label: Some(both(en, zh)),
        absent: None,
        levels: Vec::new(),
        group: None,
        definition: None,
        rubric: Vec::new(),
        column: (*column).to_owned(),
        source: ScoreSource::Table,
        calibrate: Calibration::Direct {
            anchors: Anchors { exclusion: *exclusion, crossover: *crossover, inclusion: *inclusion },
            idm: 0.95,
            shape: Shape::Logistic,
        },
        quantity: None,
        target: None,
        because: (*name == "DEV").then(|| Reason {
            source: None,
            text: Text::plain("US dollars of 1937; crossover between the Czech lands and Estonia"),
        }),
        slope: None,
        missing: None,
        time: None,
    }
}

fn described((name, _, _, _, [exclusion, crossover, inclusion]): &(&str, &str, &str, &str, [f64; 3])) -> SetDiagnosis {
    SetDiagnosis {
        set: (*name).to_owned(),
        anchors: Some(Anchors { exclusion: *exclusion, crossover: *crossover, inclusion: *inclusion }),
        raw: Some(Descriptives { mean: 632.056, sd: Some(270.105_19), min: 320.0, max: 1098.0 }),
        share_in: Some(if *name == "LIT" { 0.88 } else { 0.5 }),
        at_crossover: Vec::new(),
    }
}

/// Literacy is skewed, and only development has a reason.
fn diagnosis() -> Diagnosis {
    let skewed = Concern::Skewed { set: "LIT".to_owned(), share_in: 0.88 };
    let reasonless = SETS[1..].iter().map(|(name, ..)| Concern::NoReason { set: (*name).to_owned() });
    Diagnosis { concerns: std::iter::once(skewed).chain(reasonless).collect(), thresholds: Vec::new() }
}

fn memberships() -> Memberships {
    Memberships {
        cases: CASES.iter().map(|(case, _)| (*case).to_owned()).collect(),
        sets: SETS
            .iter()
            .enumerate()
            .map(|(i, (name, ..))| Set {
                name: (*name).to_owned(),
                kind: SetKind::Fuzzy,
                values: CASES.iter().map(|(_, values)| values[i]).collect(),
            })
            .collect(),
    }
}

fn analysis(name: &str, negated: bool) -> Analysis {
    let expect = if negated { Expect::Absent } else { Expect::Present };
    Analysis {
        negates: negated.then(|| "survival".to_owned()),
        necessity: NecessityCuts { consistency: 0.9, coverage: 0.5, relevance: 0.5 },
        expectations: vec![Expectation { expect, because: None }; 5],
        ..Analysis::new(
            name,
            Literal { set: "SURV".to_owned(), level: None, negated },
            SETS[..5].iter().map(|(name, ..)| (*name).to_owned()).collect(),
            TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.5, contradiction_floor: None },
        )
    }
}

/// A term from `A*~B*C[2]`.
pub(crate) fn term(text: &str, conditions: &[Condition]) -> Term {
    let mut levels = vec![None; conditions.len()];
    Expression::parse(text).unwrap().each_literal(&mut |literal| {
        let position = conditions.iter().position(|condition| condition.name == literal.set).unwrap();
        levels[position] = Some(literal.level.unwrap_or(usize::from(!literal.negated)));
    });
    Term { levels }
}

/// A path name for a conjunction of literals.
pub(crate) fn path(name: &str, label: &str, conjunction: &str) -> Path {
    let terms = vec![Expression::parse(conjunction).unwrap()];
    Path { name: name.to_owned(), label: Text::plain(label), terms }
}

fn alternatives(findings: &Findings) -> Vec<AlternativeFindings> {
    let before = findings.solution(SolutionType::Intermediate).as_ref().unwrap().models[0].fit;
    let comparison = |verdict, models: &[&str], after| Comparison {
        analysis: "survival".to_owned(),
        solution: SolutionType::Intermediate,
        verdict,
        lost: Vec::new(),
        models: models.iter().map(|model| (*model).to_owned()).collect(),
        model_count: models.len() as u128,
        before,
        after,
        changed: Err(Impossible::NoAnalysis { position: 0, analyses: 0 }),
    };
    let mut narrower = before;
    narrower.consistency = before.consistency.map(|value| value + 0.038);
    narrower.coverage = before.coverage.map(|value| value - 0.191);
    let refused = NoSolution::After(Refusal::NoPositiveRow);
    vec![
        AlternativeFindings {
            id: "stricter".to_owned(),
            label: Some(both("Stricter consistency", "提高一致性阈值")),
            changes: vec!["truth_table.consistency: 0.85".to_owned()],
            comparisons: vec![comparison(Verdict::Subset, &["DEV*URB*LIT*STB"], narrower)],
        },
        AlternativeFindings {
            id: "strictest".to_owned(),
            label: None,
            changes: vec!["truth_table.consistency: 0.99".to_owned()],
            comparisons: vec![comparison(Verdict::NotComparable(refused), &[], Default::default())],
        },
    ]
}
