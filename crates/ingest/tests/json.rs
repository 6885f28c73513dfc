//! JSON: where the responses stand, how values become cells, and files that are refused.

use equifinal_ingest::{Limits, Source, read_responses};
use equifinal_study::config::ItemKind;

use crate::platforms::{SEVERAL, instrument, named, shown_answers};
use crate::table;

fn check(text: &str, expected: &str) {
    assert_eq!(table("a.json", text.as_bytes()), expected, "{text}");
}

#[test]
fn values_become_cells() {
    for (text, expected) in [
        (r#"[{"a": 1, "b": "x"}, {"a": 2.50, "b": "y"}]"#, "a: 1 | 2.5\nb: x | y"),
        (r#"[{"a": -0.0}, {"a": 1e2}, {"a": 1E-2}]"#, "a: 0 | 100 | 0.01"),
        (r#"[{"a": 9007199254740993, "b": "z"}, {"a": 0, "b": "z"}]"#, "a: 9007199254740992 | 0\nb: z | z"),
        (r#"[{"a": true}, {"a": false}]"#, "a: true | false"),
        (
            r#"[{"id": 1, "a": "x"}, {"id": 2, "a": null}, {"id": 3, "a": ""}, {"id": 4}]"#,
            "id: 1 | 2 | 3 | 4\na: x |  |  | ",
        ),
        (r#"[{"a": " 上 "}, {"a": "\u4e0b"}, {"a": "x\ny"}]"#, "a: 上 | 下 | x\ny"),
        (r#"[{"a": ["x", 1, null]}, {"a": ["y"]}, {"a": []}]"#, "a: x┋1┋ | y"),
        // A nested object's columns carry its name; a column begins where it first occurs.
        (
            r#"[{"id": "x", "q": {"a": "1k", "b": {"c": "2k"}}}, {"id": "y", "d": "3k", "q": {"b": {"c": "4k"}}}]"#,
            "id: x | y\nq/a: 1k | \nq/b/c: 2k | 4k\nd:  | 3k",
        ),
        // Repeated groups and objects nested too deeply stay as JSON.
        (r#"[{"a": [{"b": "x"}, {"b": 2}]}, {"a": []}]"#, "a: {\"b\":\"x\"}┋{\"b\":2}"),
        (r#"[{"1":{"2":{"3":{"4":{"5":{"6":{"7":{"8":{"9":{"10":"x"}}}}}}}}}}]"#, "1/2/3/4/5/6/7/8/9: {\"10\":\"x\"}"),
        (r#"[{"b": "1k"}, {"a": "2k", "b": "3k"}]"#, "b: 1k | 3k\na:  | 2k"),
        // A blank object is no response.
        (r#"[{"a": "x"}, {}, {"a": "y"}, {"a": null}]"#, "a: x | y"),
    ] {
        check(text, expected);
    }
}

#[test]
fn responses_are_found() {
    for text in [
        r#"[{"a": "x"}, {"a": "y"}]"#,
        "{\"a\": \"x\"}\n{\"a\": \"y\"}\n",
        "{\"a\": \"x\"}{\"a\": \"y\"}",
        "\u{feff}[{\"a\": \"x\"}, {\"a\": \"y\"}]",
        "\n  [ {\"a\": \"x\"}, {\"a\": \"y\"} ]",
        r#"{"count": 2, "results": [{"a": "x"}, {"a": "y"}]}"#,
        r#"{"data": {"total": 2, "list": [{"a": "x"}, {"a": "y"}]}, "code": 0}"#,
        r#"{"tags": ["p"], "results": [{"a": "x"}, {"a": "y"}]}"#,
    ] {
        check(text, "a: x | y");
    }
    check(r#"{"a": "x"}"#, "a: x");
}

#[test]
fn files_that_hold_no_responses() {
    let broken = |problem: &str| {
        format!("a.json: the JSON file is damaged or of an unknown version: {problem:?}; save it again")
    };
    let no_list = broken("it must hold a list of objects, one for each response");
    let empty = "a.json: the file is empty; it needs a line of column names and a line for each case".to_owned();
    for (text, expected) in [
        ("[1, 2]", no_list.clone()),
        (r#"[{"a": 1}, 2]"#, no_list.clone()),
        (r#"[{"a": 1}, [2]]"#, no_list),
        ("[]", empty.clone()),
        ("[{}]", empty.clone()),
        ("{}", empty),
        (r#"[{"a": 1}, {"a": 2}"#, broken("EOF while parsing a list at line 1 column 19")),
        ("{\"a\": 1}\n{\"a\": }\n", broken("expected value at line 2 column 7")),
        (r#"{"a": 1,}"#, broken("trailing comma at line 1 column 9")),
        (r#"[{"a": NaN}]"#, broken("expected value at line 1 column 8")),
        (r#"[{"a": 1e999}]"#, broken("number out of range at line 1 column 12")),
        (r#"[{"a": "\ud800"}]"#, broken("unexpected end of hex escape at line 1 column 15")),
    ] {
        check(text, &expected);
    }
}

/// A value that another of the same name would hide is an error, not a choice.
#[test]
fn no_value_hides_another() {
    let broken = |problem: &str| {
        format!("a.json: the JSON file is damaged or of an unknown version: {problem:?}; save it again")
    };
    check(r#"[{"a": 1, "b": 2, "a": 3}]"#, &broken("`a` stands twice in one object at line 1 column 21"));
    check(r#"[{"id": "x", "q/a": 1, "q": {"a": 2}, "z": 3}]"#, &broken("object 1 gives `q/a` two values"));
    check(r#"[{"q/a": 1}, {"q": {"a": 2}}]"#, "q/a: 1 | 2");
    let tencent = r#"[{"answer_id": 1, "started_at": "", "answer": [{"questions": [
        {"id": "q-1", "text": "x"}, {"id": "q-1", "text": "y"}]}]}]"#;
    check(tencent, &broken("object 1 gives `q-1` two values"));
}

/// The answers of Tencent's API: texts, checked options, and the rows of a matrix.
#[test]
fn answers_of_an_interface() {
    let answer = |questions: &str| {
        format!(
            "{{\"data\": {{\"list\": [{{\"answer_id\": 7, \"started_at\": \"2026-03-20 22:23:57\", \
             \"ended_at\": \"2026-03-20 22:27:24\", \"openid\": \"canary\", \
             \"answer\": [{{\"questions\": [{questions}]}}]}}]}}}}"
        )
    };
    let options = |checked: [&str; 3]| {
        let options = ["急救", "护理", "其他"].iter().zip(checked);
        let options = options.map(|(text, checked)| format!("{{\"text\": \"{text}\"{checked}}}"));
        format!("{{\"id\": \"q\", \"options\": [{}]}}", options.collect::<Vec<_>>().join(", "))
    };
    for (question, kind, expected) in [
        (r#"{"id": "q", "text": "无"}"#.to_owned(), ItemKind::Text, "无"),
        (r#"{"id": "q", "text": 3}"#.to_owned(), ItemKind::Number, "3"),
        (r#"{"id": "q"}"#.to_owned(), ItemKind::Text, "-"),
        (options([", \"checked\": 1", ", \"checked\": 0", ", \"checked\": 1"]), SEVERAL, "{其他 + 急救}"),
        (options([", \"checked\": true", ", \"checked\": false", ", \"checked\": \"1\""]), SEVERAL, "{其他 + 急救}"),
        (options(["", "", ", \"checked\": \"0\""]), SEVERAL, "{急救 + 护理}"),
        (options([", \"checked\": 0", ", \"checked\": 0", ", \"checked\": 0"]), SEVERAL, "-"),
    ] {
        let codebook = instrument(&[("q", named("q"), kind, None)]);
        let source = Source { file: "a.json", id: None, format: None };
        let found = read_responses(&source, answer(&question).as_bytes(), Some(&codebook), Limits::default());
        let found = found.unwrap_or_else(|errors| panic!("{question}: {errors}"));
        assert_eq!(shown_answers(&found.items[0].answers), expected, "{question}");
        assert_eq!((found.ids, found.facts.seconds), (vec!["7".to_owned()], vec![Some(207.0)]));
        assert_eq!((found.detected.platform, found.private_columns), (Some("tencent_json"), 1));
    }
}
