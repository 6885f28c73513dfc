//! Small exports of every platform: what its headers mean, in each of their forms.

use equifinal_ingest::{Limits, Source, read_responses};
use equifinal_study::config::ItemKind;

use crate::platforms::{AGREEMENT, Line, RANKED, SEVERAL, instrument, matching, named, shown};

const TEXT: ItemKind = ItemKind::Text;
const NUMBER: ItemKind = ItemKind::Number;
const SINGLE: ItemKind = ItemKind::Single;
const SCALE: ItemKind = ItemKind::Scale;

/// Compares everything read from an export, one line for each property.
fn check(file: &str, text: &str, items: &[Line<'_>], expected: &[&str]) {
    let codebook = instrument(items);
    let source = Source { file, id: None, format: None };
    let found = read_responses(&source, text.as_bytes(), Some(&codebook), Limits::default());
    let found = found.unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(shown(&found).lines().collect::<Vec<_>>(), expected, "{text}");
}

/// An export in commas; `format` and the numbers of its cases and columns are as found.
fn check_csv(text: &str, items: &[Line<'_>], format: &str, expected: &[&str]) {
    let mut lines = text.lines();
    let columns = lines.next().map_or(0, |header| header.split(',').count());
    let first = format!("{format}UTF-8, commas, {} cases × {columns} columns", lines.count());
    check("a.csv", text, items, &[&[first.as_str()], expected].concat());
}

#[test]
fn wjx_cells_without_an_answer() {
    let items = [("a", named("1、甲"), SCALE, AGREEMENT), ("b", named("2、乙"), TEXT, None)];
    check_csv(
        "序号,提交答卷时间,所用时间,来自IP,1、甲,2、乙\n\
         7,2026/3/20 22:27:24,3分27秒,1.2.3.4,同意,(空)\n\
         8,2026/3/21 22:27:24,207秒,1.2.3.4,（跳过）,-3\n\
         9,2026/3/22 22:27:24,,1.2.3.4,-2,好\n",
        &items,
        "wjx_text, ",
        &[
            "ids: 7 | 8 | 9",
            "seconds: 207 | 207 | -",
            "ended: 2026-03-20 22:27:24",
            "a: 4 | / | -",
            "b: - | / | 好",
            "private: 1",
        ],
    );
}

#[test]
fn wjx_options_ranks_and_own_words() {
    check_csv(
        "序号,所用时间,1. 培训(急救),1(护理),1(其他),2. 排序,3. 多选\n\
         1,60,1,0,1,收入→发展,急救┋其他〖急诊〗\n\
         2,60,0,0,0,,(跳过)\n\
         3,60,(跳过),(跳过),(跳过),发展,护理\n",
        &[
            ("a", named("1. 培训"), SEVERAL, None),
            ("b", matching("^2[.]"), RANKED, None),
            ("c", matching("^3[.]"), SEVERAL, None),
        ],
        "wjx_text, ",
        &[
            "ids: 1 | 2 | 3",
            "seconds: 60 | 60 | 60",
            "a: {其他 + 急救} | {} | /",
            "b: {收入 + 发展} | - | {发展}",
            "c: {其他 + 急救} | / | {护理}",
            "private: 0",
        ],
    );
}

#[test]
fn wjx_numbers() {
    check_csv(
        "序号,所用时间,1、甲,2、乙,3、丙\n1,60,4,2,好\n2,60,5,1,无\n",
        &[("a", named("1、甲"), SCALE, AGREEMENT), ("b", named("2、乙"), NUMBER, None)],
        "wjx_number, ",
        &["ids: 1 | 2", "seconds: 60 | 60", "a: 4 | 5", "b: 2 | 1", "private: 0"],
    );
}

#[test]
fn tencent_options_and_places() {
    check_csv(
        "编号,开始答题时间,结束答题时间,答题时长,地理位置省,IP,1.您的看法:甲,1.您的看法:乙,2.时间：工作日\n\
         1,2026-03-20 22:23:57,2026-03-20 22:27:24,3分27秒,浙江,1.2.3.4,1,0,早\n\
         2,2026-03-20 22:23:57,2026-03-20 22:25:32,95秒,浙江,1.2.3.4,0,0,晚\n",
        &[("a", named("1.您的看法"), SEVERAL, None), ("b", matching("^2[.]"), SINGLE, None)],
        "tencent, ",
        &["ids: 1 | 2", "seconds: 207 | 95", "ended: 2026-03-20 22:27:24", "a: {甲} | {}", "b: 早 | 晚", "private: 2"],
    );
}

#[test]
fn wenjuan_codes_and_ranks() {
    check_csv(
        "答题序号,开始时间,结束时间,答题时长,Q1,Q2_A1,Q2_A2,Q3_R1,Q4_A1,Q4_A2,Q10\n\
         5,2026-03-20 22:23:57,2026-03-20 22:27:24,207,2,1,0,4,2,1,无\n\
         6,2026-03-20 22:23:57,2026-03-20 22:27:24,207,-3,0,1,-2,-3,-3,好\n",
        &[
            ("a", named("Q1"), NUMBER, None),
            ("b", named("Q2"), SEVERAL, None),
            ("c", named("Q3_R1"), SCALE, AGREEMENT),
            ("d", named("Q4"), RANKED, None),
            ("e", matching("^Q10$"), TEXT, None),
        ],
        "wenjuan, ",
        &[
            "ids: 5 | 6",
            "seconds: 207 | 207",
            "ended: 2026-03-20 22:27:24",
            "a: 2 | /",
            "b: {A1} | {A2}",
            "c: 4 | -",
            "d: {A2 + A1} | /",
            "e: 无 | 好",
            "private: 0",
        ],
    );
}

#[test]
fn surveymonkey_questions_over_several_columns() {
    let text = "RespondentID,StartDate,EndDate,First Name,Age?,Trained?,,Phone number\n\
                ,,,,Open-Ended Response,Aid,Care,Response\n\
                1,3/20/2026 22:23:57,03/20/2026 10:27:24 PM,x,44,Aid,,7\n\
                2,3/4/2026 1:00:00,3/4/2026 1:01:35,y,,,,8\n";
    check(
        "a.csv",
        text,
        &[("age", named("Age?"), NUMBER, None), ("trained", named("Trained?"), SEVERAL, None)],
        &[
            "surveymonkey, UTF-8, commas, 2 cases × 8 columns",
            "ids: 1 | 2",
            "seconds: 207 | 95",
            "ended: 2026-03-20 22:27:24",
            "age: 44 | -",
            "trained: {Aid} | -",
            "private: 2",
        ],
    );
}

/// In English the month comes first; in other languages a date that may mean two days is not read.
#[test]
fn google_forms_in_several_languages() {
    for (header, moment, ended) in [
        ("Timestamp", "3/20/2026 22:27:24", Some("2026-03-20 22:27:24")),
        ("Timestamp", "2026/03/20 10:27:24 PM GMT+8", Some("2026-03-20 22:27:24")),
        ("时间戳记", "2026/3/20 下午10:27:24", Some("2026-03-20 22:27:24")),
        ("Zeitstempel", "20.03.2026 22:27:24", Some("2026-03-20 22:27:24")),
        ("Marca temporal", "2026/03/20 10:27:24 p. m. GMT+1", Some("2026-03-20 22:27:24")),
        ("Horodateur", "20/03/2026 22:27:24", None),
        ("Horodateur", "03/04/2026 22:27:24", None),
    ] {
        let text = format!("{header},Often?,Email Address,Score\n{moment},Agree,x@y.org,3 / 5\n");
        let found = ["ids: 1".to_owned()];
        let ended = ended.map(|ended| format!("ended: {ended}"));
        let after = ["a: 4".to_owned(), "private: 1".to_owned()];
        let lines: Vec<&str> = found.iter().chain(&ended).chain(&after).map(String::as_str).collect();
        check_csv(&text, &[("a", named("Often?"), SCALE, AGREEMENT)], "google_forms, ", &lines);
    }
}

#[test]
fn microsoft_forms_in_chinese() {
    check_csv(
        "ID,开始时间,完成时间,电子邮件,姓名,上次修改时间,培训内容,Points - 培训内容,Feedback - 培训内容\n\
         3,3/20/26 22:23:57,3/20/26 22:27:24,x,y,,急救;护理;,1,\n\
         4,3/20/26 22:23:57,3/20/26 22:23:00,x,y,,,0,\n",
        &[("a", named("培训内容"), SEVERAL, None)],
        "microsoft_forms, ",
        &["ids: 3 | 4", "seconds: 207 | -", "ended: 2026-03-20 22:27:24", "a: {急救 + 护理} | -", "private: 2"],
    );
}

#[test]
fn limesurvey_codes_and_texts() {
    check_csv(
        "id,submitdate,lastpage,startlanguage,startdate,datestamp,ipaddr,G1,T1[SQ001],T1[SQ002],G2[comment]\n\
         1,2026-03-20 22:27:24,3,en,2026-03-20 22:23:57,2026-03-20 22:27:24,1.2.3.4,A1,Y,N,x\n\
         2,,1,en,2026-03-20 22:23:57,2026-03-20 22:25:32,1.2.3.4,N/A,{question_not_shown},{question_not_shown},\n",
        &[("a", named("G1"), SINGLE, None), ("b", named("T1"), SEVERAL, None), ("c", named("G2[comment]"), TEXT, None)],
        "limesurvey, ",
        &[
            "ids: 1 | 2",
            "seconds: 207 | 95",
            "ended: 2026-03-20 22:27:24",
            "finished: yes | no",
            "a: A1 | -",
            "b: {SQ001} | /",
            "c: x | -",
            "private: 1",
        ],
    );
}

#[test]
fn redcap_forms_that_were_never_opened() {
    check_csv(
        "record_id,redcap_event_name,form_timestamp,trained___1,trained___2,worth,form_complete\n\
         1,a,2026-03-20 22:27:24,1,0,5,2\n2,a,[not completed],0,0,,0\n3,a,2026-03-20 22:27:24,0,0,3,Complete\n\
         4,a,,Checked,Unchecked,4,Incomplete\n",
        &[("a", named("trained"), SEVERAL, None), ("b", named("worth"), NUMBER, None)],
        "redcap, ",
        &[
            "ids: 1 | 2 | 3 | 4",
            "ended: 2026-03-20 22:27:24",
            "a: {1} | - | {} | {1}",
            "b: 5 | - | 3 | 4",
            "private: 0",
        ],
    );
}

#[test]
fn odk_groups_and_places() {
    check_csv(
        "SubmissionDate,start,end,g-q,g/trained,g/trained/aid,g/trained/care,g/p,g/_p_latitude,g/_p_longitude,KEY,SubmitterName\n\
         2026-03-20,2026-03-20T22:23:57.000+08:00,2026-03-20T22:27:24.000+08:00,5,aid care,1,1,30 120,30,120,uuid:1,x\n\
         2026-03-20,2026-03-20T22:23:57.000+08:00,2026-03-20T22:25:32.000+08:00,3,care,0,1,30 120,30,120,uuid:2,y\n",
        &[("a", named("g-q"), NUMBER, None), ("b", named("g/trained"), SEVERAL, None)],
        "kobo, ",
        &[
            "ids: uuid:1 | uuid:2",
            "seconds: 207 | 95",
            "ended: 2026-03-20 22:27:24",
            "a: 5 | 3",
            "b: {aid + care} | {care}",
            "private: 4",
        ],
    );
}

#[test]
fn qualtrics_previews_are_not_finished() {
    let text = "StartDate,EndDate,Status,Duration (in seconds),Finished,ResponseId,Q1,Q2_1,Q2_2\n\
                Start,End,Response Type,Duration,Finished,Response ID,How old?,Worth - Work,Worth - Pay\n\
                \"{\"\"ImportId\"\":\"\"a\"\"}\",b,c,d,e,f,g,h,\"{\"\"ImportId\"\":\"\"i\"\"}\"\n\
                2026-03-20 22:23:57,2026-03-20 22:27:24,0,207,1,R_1,44,1,2\n\
                2026-03-20 22:23:57,2026-03-20 22:27:24,1,207,True,R_2,-99,5,\n\
                2026-03-20 22:23:57,,IP Address,,0,R_3,,,\n";
    check(
        "a.csv",
        text,
        &[
            ("age", matching("How old"), NUMBER, None),
            ("work", named("Q2_1"), SCALE, None),
            ("pay", named("Worth - Pay"), SCALE, None),
        ],
        &[
            "qualtrics, UTF-8, commas, 3 cases × 9 columns",
            "ids: R_1 | R_2 | R_3",
            "seconds: 207 | 207 | -",
            "ended: 2026-03-20 22:27:24",
            "finished: yes | no | no",
            "age: 44 | - | -",
            "work: 1 | 5 | -",
            "pay: 2 | - | -",
            "private: 0",
        ],
    );
}

/// A header that lacks what tells a platform apart is a plain table.
#[test]
fn plain_tables() {
    for header in [
        "序号,来源,q",
        "提交答卷时间,所用时间,q",
        "编号,结束答题时间,q",
        "开始时间,答题时长,q",
        "id,submitdate,q",
        "ID,Start time,q",
        "record_id,worth,q",
        "_id,_uuid,q",
        "KEY,name_of_ward,q",
        "timestamps,x,q",
        "V1,V2,q",
    ] {
        check_csv(
            &format!("{header}\nu,v,7\n"),
            &[("a", named("q"), NUMBER, None)],
            "",
            &["ids: 1", "a: 7", "private: 0"],
        );
    }
}
