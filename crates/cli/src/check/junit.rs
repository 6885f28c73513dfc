//! All tests as JUnit XML, which most servers of continuous integration read.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::outcome::{Outcome, shown};

/// One suite for each study, one case for each test.
pub(super) fn suites(outcomes: &[Outcome]) -> io::Result<String> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let count = |tests: usize, failures: usize| [("tests", tests.to_string()), ("failures", failures.to_string())];
    let all = outcomes.iter().map(|one| one.tests.len()).sum();
    let failed = outcomes.iter().map(|one| one.failures().count()).sum();
    let total = count(all, failed);
    let attributes = total.iter().map(|(name, value)| (*name, value.as_str()));
    let whole = writer.create_element("testsuites").with_attribute(("name", "equifinal")).with_attributes(attributes);
    whole.write_inner_content(|writer| outcomes.iter().try_for_each(|one| suite(writer, one)))?;
    Ok(String::from_utf8_lossy(&writer.into_inner()).into_owned())
}

fn suite(writer: &mut Writer<Vec<u8>>, outcome: &Outcome) -> io::Result<()> {
    let (tests, failures) = (outcome.tests.len().to_string(), outcome.failures().count().to_string());
    let attributes = [("name", outcome.study.as_str()), ("tests", &tests), ("failures", &failures)];
    writer.create_element("testsuite").with_attributes(attributes).write_inner_content(|writer| {
        outcome.tests.iter().try_for_each(|test| {
            let name = if test.name.is_empty() { test.rule.id() } else { &test.name };
            let (file, line) = (shown(&test.file), test.line.to_string());
            let attributes = [("classname", test.rule.id()), ("name", name), ("file", &file), ("line", &line)];
            let case = writer.create_element("testcase").with_attributes(attributes);
            let Some(failure) = &test.failure else { return case.write_empty().map(drop) };
            let title = test.rule.title();
            let written = case.write_inner_content(|writer| {
                let failed = writer.create_element("failure").with_attribute(("message", title.as_str()));
                failed.write_text_content(BytesText::new(&printable(failure))).map(drop)
            });
            written.map(drop)
        })
    })?;
    Ok(())
}

/// A text without the control characters that XML does not allow.
fn printable(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_control() || matches!(sign, '\n' | '\t')).collect()
}
