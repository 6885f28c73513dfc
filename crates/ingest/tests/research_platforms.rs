//! Reads exports of research platforms with a codebook.

use equifinal_study::config::ItemKind;

use crate::platforms::{SEVERAL, check, matching, named};

#[test]
fn kobo() {
    check(
        "kobo.csv",
        &[
            ("sex", named("person/sex"), ItemKind::Single, None),
            ("trained", named("person/trained"), SEVERAL, None),
            ("split", matching("^person/trained/"), SEVERAL, None),
            ("worth", named("work/worth"), ItemKind::Scale, None),
        ],
        &[
            "kobo, UTF-8, semicolons, 3 cases × 17 columns",
            "ids: 501 | 502 | 503",
            "seconds: 207 | 95 | 60",
            "ended: 2026-03-20 22:27:24",
            "sex: male | female | female",
            "trained: {aid + care} | {care} | -",
            "split: {aid + care} | {care} | -",
            "worth: 5 | 3 | -",
            "private: 6",
        ],
    );
}

#[test]
fn limesurvey() {
    check(
        "limesurvey.csv",
        &[("trained", named("T1"), SEVERAL, None), ("w2", named("W1[SQ002]"), ItemKind::Scale, None)],
        &[
            "limesurvey, UTF-8 with a byte order mark, commas, 2 cases × 14 columns",
            "ids: 1 | 2",
            "seconds: 207 | 95",
            "ended: 2026-03-20 22:27:24",
            "finished: yes | no",
            "trained: {SQ001} | -",
            "w2: 4 | /",
            "private: 1",
        ],
    );
    check(
        "limesurvey_vv.csv",
        &[("sex", named("G1"), ItemKind::Single, None), ("w2", named("My work [is a joy]"), ItemKind::Scale, None)],
        &[
            "limesurvey, UTF-8, tabs, 2 cases × 11 columns",
            "ids: 1 | 2",
            "seconds: 207 | 95",
            "ended: 2026-03-20 22:27:24",
            "finished: yes | no",
            "sex: A1 | A2",
            "w2: 4 | /",
            "private: 1",
        ],
    );
}

#[test]
fn redcap() {
    check(
        "redcap.csv",
        &[
            ("sex", named("sex"), ItemKind::Single, None),
            ("trained", named("trained"), SEVERAL, None),
            ("worth", named("worth"), ItemKind::Scale, None),
        ],
        &[
            "redcap, UTF-8, commas, 3 cases × 8 columns",
            "ids: 1 | 2 | 3",
            "ended: 2026-03-20 22:27:24",
            "sex: 1 | 2 | -",
            "trained: {1} | {} | -",
            "worth: 5 | 3 | -",
            "private: 1",
        ],
    );
}
