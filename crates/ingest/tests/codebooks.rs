//! Codebooks drafted from forms, dictionaries, labels and exports.

use equifinal_ingest::{Limits, Source, fill_codebook, read_codebook};
use equifinal_study::config::ColumnRef;

use crate::fixture;

/// Compares the items as `name: kind, scale`, and the numbers of private columns and of guesses.
fn check(file: &str, expected: &[&str], private: usize, guessed: usize) {
    check_bytes(file, &fixture(file), expected, private, guessed);
}

fn check_bytes(file: &str, bytes: &[u8], expected: &[&str], private: usize, guessed: usize) {
    let source = Source { file, id: None, format: None };
    let codebook = read_codebook(&source, bytes, Limits::default()).unwrap_or_else(|errors| panic!("{errors}"));
    let items = codebook.instrument.items.iter().map(|item| {
        let kind = item.kind.name();
        let scale = item.scale.as_ref().and_then(|name| codebook.instrument.scales.get(name));
        let codes =
            scale.map(|scale| scale.codes.iter().map(|(label, code)| format!("{label}={code}")).collect::<Vec<_>>());
        let header = match &item.column {
            ColumnRef::Header(header) => header.clone(),
            ColumnRef::Index(index) => index.to_string(),
            ColumnRef::Matches(pattern) => panic!("{file}: {pattern}"),
        };
        format!(
            "{} [{header}]: {kind}{}",
            item.name,
            codes.map_or_else(String::new, |codes| format!(" {}", codes.join(" ")))
        )
    });
    assert_eq!(items.collect::<Vec<_>>(), expected, "{file}");
    assert_eq!(codebook.instrument.private.len(), private, "{file}");
    assert_eq!(codebook.guessed.len(), guessed, "{file}");
}

#[test]
fn forms_and_dictionaries() {
    check(
        "xlsform.xlsx",
        &[
            "sex [person/sex]: single male=1 female=2",
            "trained [person/trained]: multiple",
            "worth [work/worth]: scale 1=1 3=3 5=5",
            "years [work/years]: number",
            "born [work/born]: date",
        ],
        1,
        0,
    );
    check(
        "redcap_dictionary.csv",
        &[
            "sex [sex]: single male=1 female=2",
            "trained [trained]: multiple",
            "worth [worth]: scale disagree=1 neutral=3 agree=5",
            "born [born]: date",
            "years [years]: number",
        ],
        1,
        0,
    );
}

#[test]
fn labels_and_guesses() {
    check(
        "container.sav",
        &[
            "worth [worth]: scale 不同意=1 一般=3 同意=5",
            "sex [sex]: single 男=1 女=2",
            "day [day]: date",
            "share [share]: number",
        ],
        0,
        2,
    );
    let agreement = "非常不同意=1 不同意=2 一般=3 同意=4 非常同意=5";
    check(
        "wjx_text.xlsx",
        &[
            "q2 [2. 培训内容]: multiple",
            "q4 [4. 最看重的条件]: ranking",
            &format!("q1 [维度一：工作意义—1. 我的工作有价值]: scale {agreement}"),
            &format!("q2_2 [2. 我愿意继续]: scale {agreement}"),
            &format!("q1_2 [1. 离职意愿]: scale {agreement}"),
        ],
        0,
        5,
    );
}

/// Labels without a list are ordered, points and multiple options are detected, free text under "other" does not
/// prevent detection, and personal data under an option are dropped.
#[test]
fn scales_are_inferred_from_shared_cells() {
    let lead = ["序号", "所用时间"];
    let header = lead.into_iter().chain(["1、甲", "2、乙", "3、丙", "4、丁", "5、戊"]).collect::<Vec<_>>().join(",");
    let words = "\n1,90,A. 很不赞成,说不清,3,1,3\n2,90,B. 不太赞成,十分赞成,4,5,2\n3,90,比较赞成,不太赞成,5,2,4\n";
    check_bytes(
        "a.csv",
        format!("{header}{words}").as_bytes(),
        &[
            "q1 [1、甲]: scale 很不赞成=1 不太赞成=2 说不清=3 比较赞成=4 十分赞成=5",
            "q2 [2、乙]: scale 很不赞成=1 不太赞成=2 说不清=3 比较赞成=4 十分赞成=5",
            "q3 [3、丙]: scale 1=1 2=2 3=3 4=4 5=5",
            "q4 [4、丁]: scale 1=1 2=2 3=3 4=4 5=5",
            "q5 [5、戊]: scale 1=1 2=2 3=3 4=4 5=5",
        ],
        0,
        5,
    );
    let monkey = "Respondent ID,Which?,,,Contact,\n,First aid,Nursing,Other (please specify),Phone Number:,Ward:\n\
        1,First aid,,by hand,100,A\n2,,Nursing,otherwise,200,A\n3,First aid,Nursing,,300,A\n4,,,,400,B\n5,,,,500,B\n";
    check_bytes("a.csv", monkey.as_bytes(), &["Which [Which?]: multiple", "Contact [6]: single"], 0, 2);
    let forms = "Timestamp,Which?,Often\n2026/03/20,a;b,\"yes, often\"\n2026/03/21,a,\"no, never\"\n\
        2026/03/22,b,\"yes, often\"\n2026/03/23,b,\"no, never\"\n";
    check_bytes("a.csv", forms.as_bytes(), &["Which [Which?]: multiple", "Often [Often]: single"], 0, 2);
}

/// Columns that a form calls private never become items of the codebook that it fills, with or without the form's
/// groups in the header.
#[test]
fn columns_private_in_the_form_stay_private() {
    let dictionary = "Variable / Field Name,Form Name,Section Header,Field Type,Field Label,\
        \"Choices, Calculations, OR Slider Labels\",Field Note,Text Validation Type OR Show Slider Number,Identifier?
record_id,a,,text,Record,,,,
alias,a,,radio,How friends call you,\"1, one | 2, two\",,,y
worth,a,,radio,Worth,\"1, no | 2, yes\",,,
";
    let source = Source { file: "dictionary.csv", id: None, format: None };
    let form = read_codebook(&source, dictionary.as_bytes(), Limits::default()).expect("a dictionary");
    assert_eq!(form.instrument.private, [ColumnRef::Header("alias".to_owned())]);
    let export = "alias,worth,years\n1,2,3\n2,1,4\n1,1,5\n2,2,6\n";
    for header in ["alias", "person/alias"] {
        let mut form = form.clone();
        form.instrument.private = vec![ColumnRef::Header(header.to_owned())];
        let source = Source { file: "export.csv", id: None, format: None };
        let filled = fill_codebook(form, &source, export.as_bytes(), Limits::default()).expect("an export");
        let items: Vec<&str> = filled.instrument.items.iter().map(|item| item.name.as_str()).collect();
        assert_eq!(items, ["worth", "years"], "{header}");
        assert_eq!(filled.instrument.private, [ColumnRef::Header("alias".to_owned())], "{header}");
        let alias = ColumnRef::Header("alias".to_owned());
        assert!(filled.left_out.iter().all(|left_out| left_out.column != alias), "{header}: {:?}", filled.left_out);
    }
}
