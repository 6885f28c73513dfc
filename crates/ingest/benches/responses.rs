//! Reading of a large survey by the data frame library alone and to typed answers, and of a large workbook.

use std::io::{Cursor, Write};

use divan::Bencher;
use equifinal_ingest::{Limits, Source, read_responses};
use equifinal_study::config::{ColumnRef, Instrument, Item, ItemKind};
use polars::prelude::{CsvReadOptions, SerReader};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn main() {
    divan::main();
}

const ITEMS: usize = 60;

/// Answers from 1 to 5 from a fixed linear congruential generator (Knuth's MMIX constants).
fn answers() -> impl FnMut() -> u64 {
    let mut state = 1_u64;
    move || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        1 + (state >> 33) % 5
    }
}

fn header() -> String {
    let items: Vec<String> = (1..ITEMS).map(|item| format!("q{item}")).collect();
    format!("id,{}\n", items.join(","))
}

fn csv(responses: usize) -> Vec<u8> {
    let mut next = answers();
    let mut text = header();
    for id in 1..=responses {
        text.push_str(&id.to_string());
        (1..ITEMS).for_each(|_| text.push_str(&format!(",{}", next())));
        text.push('\n');
    }
    text.into_bytes()
}

fn instrument() -> Instrument {
    let items = (1..ITEMS).map(|item| Item {
        name: format!("q{item}"),
        column: ColumnRef::Header(format!("q{item}")),
        kind: ItemKind::Scale,
        scale: None,
        reversed: false,
        private: false,
    });
    Instrument { items: items.collect(), ..Instrument::default() }
}

fn typed(bytes: &[u8]) {
    let source = Source { file: "bench", id: Some("id"), format: None };
    let read = read_responses(&source, bytes, Some(&instrument()), Limits::default());
    let wrong = divan::black_box(read).err().map(|errors| errors.to_string());
    assert_eq!(wrong, None, "the table of the benchmark is read");
}

#[divan::bench_group(sample_count = 5, sample_size = 1, ignore = cfg!(debug_assertions))]
mod million_responses_csv {
    use super::*;

    #[divan::bench]
    fn bare(bencher: Bencher<'_, '_>) {
        bencher.with_inputs(|| csv(1_000_000)).bench_values(|bytes| {
            let reader = CsvReadOptions::default().into_reader_with_file_handle(Cursor::new(bytes));
            divan::black_box(reader.finish().map(|frame| frame.height()).ok())
        });
    }

    #[divan::bench]
    fn to_answers(bencher: Bencher<'_, '_>) {
        bencher.with_inputs(|| csv(1_000_000)).bench_values(|bytes| typed(&bytes));
    }
}

/// A workbook of strings in the cells themselves, as the smallest writer makes it.
fn xlsx(responses: usize) -> Vec<u8> {
    const OPEN: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#;
    const BOOK: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>"#;
    const LINK: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
    const ROOT: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    let mut next = answers();
    let mut sheet = OPEN.to_owned();
    let row = |cells: &mut dyn Iterator<Item = String>| {
        let cells: String = cells.map(|cell| format!(r#"<c t="inlineStr"><is><t>{cell}</t></is></c>"#)).collect();
        format!("<row>{cells}</row>")
    };
    sheet.push_str(&row(&mut header().trim().split(',').map(str::to_owned)));
    for id in 1..=responses {
        sheet.push_str(&row(&mut std::iter::once(id.to_string()).chain((1..ITEMS).map(|_| next().to_string()))));
    }
    sheet.push_str("</sheetData></worksheet>");
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", LINK),
        ("xl/worksheets/sheet1.xml", &sheet),
    ];
    for (name, content) in parts {
        let written =
            archive.start_file(name, SimpleFileOptions::default()).map(|()| archive.write_all(content.as_bytes()));
        assert!(matches!(written, Ok(Ok(()))), "{name}");
    }
    archive.finish().map(Cursor::into_inner).unwrap_or_default()
}

#[divan::bench(sample_count = 3, sample_size = 1, ignore = cfg!(debug_assertions))]
fn fifty_thousand_responses_xlsx(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| xlsx(50_000)).bench_values(|bytes| typed(&bytes));
}
