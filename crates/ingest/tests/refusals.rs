//! All mistakes in a file are reported at once, with their places.

use crate::read;

fn check(bytes: &[u8], expected: &[&str]) {
    let errors = read(bytes, &["a"], &["b"]).expect_err("refused");
    let expected: Vec<String> = expected.iter().map(|line| format!("a.csv: {line}")).collect();
    assert_eq!(errors.to_string().lines().collect::<Vec<_>>(), expected, "{}", String::from_utf8_lossy(bytes));
}

#[test]
fn the_whole_file() {
    check(b"", &["the file is empty; it needs a line of column names and a line for each case"]);
    check(b"\xef\xbb\xbf\r\n \r\n", &["the file is empty; it needs a line of column names and a line for each case"]);
    check(b"id,a,b\n", &["the file holds column names but no case"]);
    check(b"id,a,b\nx,1,\0\n", &["line 2: a NUL character; this is not a text file, or it is damaged"]);
    check(b"\xff\xfei\0d\0\n\0\x00\xd8", &["line 2: bytes that are not text in UTF-16LE; save the file as UTF-8"]);
}

#[test]
fn the_header() {
    check(
        b"\n\nid,A1,b,b,c,c,b\nx,1,p,p,1,1,p\n",
        &[
            "line 3: the column name `b` stands in columns 3 and 4; names must differ",
            "line 3: the column name `c` stands in columns 5 and 6; names must differ",
            "line 3: the column name `b` stands in columns 3 and 7; names must differ",
            "line 3: there is no column `a`; the file has `id`, `A1`, `b`, `b`, `c`, `c`, `b`",
        ],
    );
    check(b"ID,a,b\nx,1,p\n", &["line 1: there is no column `id`; did you mean `ID`?"]);
}

#[test]
fn the_records() {
    check(
        b"id,a,b\nx,1,\"p\n\nq\"\ny,2\nz,3,p,q\nx,4,p\n,5,p\n , 6,p\n",
        &[
            "line 5: 2 cells where the header has 3",
            "line 6: 4 cells where the header has 3",
            "line 7, column `id`: the case id `x` stands in line 2 already; ids must differ: give each row a name of its own, such as place and year together",
            "line 8, column `id`: the case id is empty",
            "line 9, column `id`: the case id is empty",
        ],
    );
    check(b"id,a,b\nx,1,p\ny,2,\"q\nz,3,r\n", &["line 3: a quotation mark is opened in this record and never closed"]);
}

#[test]
fn cells_that_are_not_numbers() {
    check(
        b"id;a;b\nv;1,234;p\nw;n/a;p\nx;;p\ny;NaN;p\nz;-inf;p\nq;1e999;p\nr;1_000;p\ns;1,000,5;p\nt;0x10;p\n",
        &[
            "line 2, column `a`, case `v`: \"1,234\" may be 1234 or 1.234, and the column does not show which: write it without a comma, or with a decimal point",
            "line 3, column `a`, case `w`: \"n/a\" is not a valid number; if it means that there is no value, name it under `missing`",
            "line 5, column `a`, case `y`: \"NaN\" is not a valid number; it must be finite",
            "line 6, column `a`, case `z`: \"-inf\" is not a valid number; it must be finite",
            "line 7, column `a`, case `q`: \"1e999\" is not a valid number; it must be finite",
            "line 8, column `a`, case `r`: \"1_000\" is not a valid number; correct the cell, or take the case out of the study under `exclude: {r: why}`",
            "line 9, column `a`, case `s`: \"1,000,5\" is not a valid number; correct the cell, or take the case out of the study under `exclude: {s: why}`",
            "line 10, column `a`, case `t`: \"0x10\" is not a valid number; correct the cell, or take the case out of the study under `exclude: {t: why}`",
            "line 4, column `a`, case `x`: the cell is empty; give it a value, or give its set `missing: drop` or `missing: {impute: {value: …, because: …}}`",
        ],
    );
}

#[test]
fn cells_and_headers_are_shown_on_one_short_line() {
    let cell = format!("\u{1b}[2J\n县{}", "x".repeat(100));
    let shown = format!(
        "line 2, column `a`, case `x`: \"\\u{{1b}}[2J\\n县{}\"… is not a valid number; correct the cell, or take the case out of the study under `exclude: {{x: why}}`",
        "x".repeat(54)
    );
    check(format!("id,a,b\nx,\"{cell}\",p\n").as_bytes(), &[&shown]);
    let header: Vec<String> = (0..30).map(|column| format!("x{column}")).collect();
    let listed: Vec<String> = header.iter().take(18).map(|name| format!("`{name}`")).collect();
    check(
        format!("id,b,{}\n", header.join(",")).as_bytes(),
        &[&format!("line 1: there is no column `a`; the file has `id`, `b`, {} and 12 more", listed.join(", "))],
    );
    check(
        format!("id,{},b\nx,1,2\n", "y".repeat(100)).as_bytes(),
        &[&format!("line 1: there is no column `a`; the file has `id`, `{}…`, `b`", "y".repeat(60))],
    );
}

#[test]
fn many_errors_of_a_kind_are_counted() {
    let mut text = "id,a,b\n".to_owned();
    (0..25).for_each(|case| text.push_str(&format!("{case},?,p\n")));
    let errors = read(text.as_bytes(), &["a"], &["b"]).expect_err("refused");
    assert_eq!(errors.errors.len(), 25);
    let printed = errors.to_string();
    assert_eq!(printed.lines().count(), 4);
    assert_eq!(printed.lines().last(), Some("a.csv: … and 22 more cells of the column `a` with \"?\""));
    let mut text = "id,a,b\n".to_owned();
    (0..25).for_each(|case| text.push_str(&format!("{case},?{case},p\n")));
    let printed = read(text.as_bytes(), &["a"], &["b"]).expect_err("refused").to_string();
    assert_eq!(printed.lines().count(), 21);
    assert_eq!(printed.lines().last(), Some("a.csv: … and 5 more of this kind"));
    let printed = read(b"id,x\n1,2\n", &["a", "c", "d"], &["b"]).expect_err("refused").to_string();
    let expected = "a.csv: line 1: there is no column `a`; the file has `id`, `x`\n\
                    a.csv: neither is there a column `c`, `d`, `b`";
    assert_eq!(printed, expected);
}
