//! The memory for one file: what is read within a limit is read, and one byte less is refused with what to do.

use equifinal_ingest::size::Size;
use equifinal_ingest::{
    IngestErrors, Limits, Source, Wanted, preview, read_cases, read_codebook, read_records, read_responses,
};
use equifinal_study::config::TableLayout;
use equifinal_study::table::ColumnKind;

use crate::fixture;

/// The messages of a reader under this limit; empty if it reads the file.
type Reader<'a> = &'a dyn Fn(&[u8], Limits) -> Result<(), IngestErrors>;

const REMEDY: &str = "leave out rows and columns that the study does not use, or allow more with --memory-limit";

fn messages(read: Reader<'_>, bytes: &[u8], memory: u64) -> String {
    read(bytes, Limits { memory }).err().map_or_else(String::new, |errors| errors.to_string())
}

/// The smallest limit under which `read` reads the file; every smaller one is refused for its size alone.
fn least(read: Reader<'_>, file: &str, bytes: &[u8]) -> u64 {
    let (mut refused, mut enough) = (0_u64, 1 << 30);
    while enough - refused > 1 {
        let middle = refused.midpoint(enough);
        *(if messages(read, bytes, middle).is_empty() { &mut enough } else { &mut refused }) = middle;
    }
    let size = u64::try_from(bytes.len()).unwrap();
    for memory in [0, 1, 2 * size - 1, 2 * size, refused] {
        let expected = if memory < 2 * size {
            let most = Size(memory / 2);
            format!(
                "{file}: the file has {size} bytes; at most {most} are read, half of the memory allowed for one file: {REMEDY}"
            )
        } else {
            let limit = Size(memory);
            format!("{file}: reading it would take more than the {limit} of memory allowed for one file: {REMEDY}")
        };
        assert_eq!(messages(read, bytes, memory), expected, "{memory}");
    }
    assert_eq!(messages(read, bytes, enough), "", "{file}");
    assert_eq!(messages(read, bytes, enough + 1), "", "{file}");
    enough
}

fn cases(
    file: &'static str,
    id: &'static str,
    number: &'static str,
) -> impl Fn(&[u8], Limits) -> Result<(), IngestErrors> {
    move |bytes, limits| {
        let wanted =
            Wanted { id: id.to_owned(), columns: vec![(number.to_owned(), ColumnKind::Number)], ..Wanted::default() };
        read_cases(file, bytes, &wanted, limits).map(|_| ())
    }
}

/// Every kind of file has a limit under which it is refused and at which it is read.
#[test]
fn a_file_is_read_at_its_boundary() {
    for file in [
        "container.xlsx",
        "container.ods",
        "container.xls",
        "container.json",
        "container.sav",
        "container.zsav",
        "container_15.dta",
        "container_8.dta",
        "container.parquet",
        "container.tsv",
    ] {
        let bytes = fixture(file);
        let needed = least(&cases(file, "case", "share"), file, &bytes);
        let size = u64::try_from(bytes.len()).unwrap();
        assert!(needed > 2 * size, "{file}: {needed} bytes of memory for {size} bytes");
    }
}

/// More rows, columns or text need more memory.
#[test]
fn memory_grows_with_the_table() {
    let text = |rows: usize, columns: usize, cell: &str| {
        let header: Vec<String> = (0..columns).map(|at| format!("c{at}")).collect();
        let row = |row: usize| format!("k{row},{}\n", vec![cell; columns].join(","));
        format!("id,{}\n{}", header.join(","), (0..rows).map(row).collect::<String>())
    };
    let needed = |text: &str| least(&cases("a.csv", "id", "c0"), "a.csv", text.as_bytes());
    let small = needed(&text(20, 3, "1"));
    for (more, bytes_more) in
        [(text(40, 3, "1"), 20 * 4 * 16), (text(20, 6, "1"), 20 * 3 * 16), (text(20, 3, "1.000000000000"), 60 * 13)]
    {
        let larger = needed(&more);
        assert!(larger >= small + bytes_more, "{larger} bytes, {small} before");
    }
}

/// Every reader obeys the limit, and refuses in the same words.
#[test]
fn every_reader_obeys_the_limit() {
    let bytes = fixture("kobo.csv");
    let source = Source { file: "kobo.csv", id: None, format: None };
    let readers: [Reader<'_>; 4] = [
        &|bytes, limits| preview("kobo.csv", bytes, limits).map(|_| ()),
        &|bytes, limits| read_responses(&source, bytes, None, limits).map(|_| ()),
        &|bytes, limits| read_codebook(&source, bytes, limits).map(|_| ()),
        &|bytes, limits| {
            read_records("kobo.csv", bytes, &["_id"], &[], &[], (&TableLayout::default(), limits)).map(|_| ())
        },
    ];
    let needed = readers.map(|read| least(read, "kobo.csv", &bytes));
    assert_eq!(needed, [needed[0]; 4]);
}
