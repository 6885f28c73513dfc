//! Detects columns with personal data by their headers, in English and Chinese, and by their cells.

use std::collections::BTreeSet;

use crate::grid::Grid;
use crate::personal::Personal;

/// Header words and the personal data that they mean; a header must equal the word.
const WHOLE: [(&str, Personal); 74] = [
    ("来自ip", Personal::Ip),
    ("ip", Personal::Ip),
    ("ip地址", Personal::Ip),
    ("ipaddress", Personal::Ip),
    ("ip address", Personal::Ip),
    ("ipaddr", Personal::Ip),
    ("ua", Personal::Device),
    (concat!("user ag", "ent"), Personal::Device),
    ("deviceid", Personal::Device),
    ("device id", Personal::Device),
    ("subscriberid", Personal::Device),
    ("simserial", Personal::Device),
    ("phonenumber", Personal::Telephone),
    ("phone", Personal::Telephone),
    ("phone number", Personal::Telephone),
    ("telephone", Personal::Telephone),
    ("mobile", Personal::Telephone),
    ("email", Personal::Email),
    ("e-mail", Personal::Email),
    ("email address", Personal::Email),
    ("recipientemail", Personal::Email),
    ("电子邮件地址", Personal::Email),
    ("username", Personal::Name),
    ("name", Personal::Name),
    ("full name", Personal::Name),
    ("first name", Personal::Name),
    ("last name", Personal::Name),
    ("first_name", Personal::Name),
    ("last_name", Personal::Name),
    ("recipientlastname", Personal::Name),
    ("recipientfirstname", Personal::Name),
    ("externalreference", Personal::Name),
    ("custom data 1", Personal::Name),
    ("_submitted_by", Personal::Name),
    ("openid", Personal::Account),
    ("昵称", Personal::Account),
    ("微信昵称", Personal::Account),
    ("locationlatitude", Personal::Place),
    ("locationlongitude", Personal::Place),
    ("地理位置", Personal::Place),
    ("名字", Personal::Name),
    ("redcap_survey_identifier", Personal::Name),
    ("联系人", Personal::Name),
    ("填表人", Personal::Name),
    ("填写人", Personal::Name),
    ("受访人", Personal::Name),
    ("受访者", Personal::Name),
    ("respondent name", Personal::Name),
    ("participant name", Personal::Name),
    ("patient name", Personal::Name),
    ("电话", Personal::Telephone),
    ("手机", Personal::Telephone),
    ("tel", Personal::Telephone),
    ("mobile phone", Personal::Telephone),
    ("cell phone", Personal::Telephone),
    ("contact number", Personal::Telephone),
    ("your phone", Personal::Telephone),
    ("your mobile", Personal::Telephone),
    ("your email", Personal::Email),
    ("your e-mail", Personal::Email),
    ("phone no", Personal::Telephone),
    ("微信", Personal::Account),
    ("wechat", Personal::Account),
    ("qq", Personal::Account),
    ("工号", Personal::Account),
    ("gps", Personal::Place),
    ("经度", Personal::Place),
    ("纬度", Personal::Place),
    ("latitude", Personal::Place),
    ("longitude", Personal::Place),
    ("设备号", Personal::Device),
    ("住址", Personal::Address),
    ("地址", Personal::Address),
    ("address", Personal::Address),
];

/// Parts of a question that ask for personal data.
const PARTS: [(&str, Personal); 33] = [
    ("姓名", Personal::Name),
    ("您的名字", Personal::Name),
    ("手机号", Personal::Telephone),
    ("联系电话", Personal::Telephone),
    ("电话号码", Personal::Telephone),
    ("联系方式", Personal::Telephone),
    ("微信号", Personal::Account),
    ("微信id", Personal::Account),
    ("qq号", Personal::Account),
    ("邮箱", Personal::Email),
    ("电子邮件", Personal::Email),
    ("身份证", Personal::Identity),
    ("护照", Personal::Identity),
    ("passport", Personal::Identity),
    ("银行卡", Personal::Identity),
    ("现住址", Personal::Address),
    ("家庭住址", Personal::Address),
    ("家庭地址", Personal::Address),
    ("通讯地址", Personal::Address),
    ("居住地址", Personal::Address),
    ("详细地址", Personal::Address),
    ("病历号", Personal::Identity),
    ("住院号", Personal::Identity),
    ("ihr name", Personal::Name),
    ("wechat number", Personal::Account),
    ("telephone number", Personal::Telephone),
    ("your name", Personal::Name),
    ("your full name", Personal::Name),
    ("phone number", Personal::Telephone),
    ("email address", Personal::Email),
    ("e-mail address", Personal::Email),
    ("wechat id", Personal::Account),
    ("home address", Personal::Address),
];

/// The kind of personal data that a header or question asks for; `None` if neither does.
pub(crate) fn kind(header: &str, question: &str) -> Option<Personal> {
    let texts = [header, question].map(|text| stem(&text.to_lowercase()).to_owned());
    let whole = |text: &String| WHOLE.iter().find(|(word, _)| word == text);
    let part = |text: &String| PARTS.iter().find(|(part, _)| text.contains(part));
    texts.iter().find_map(|text| whole(text).or_else(|| part(text))).map(|(_, kind)| *kind)
}

/// A question without its leading number and its final colon or question mark.
fn stem(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < text.len() && rest.starts_with(['、', '.', '．', '：', ':', ' ']);
    let text = if numbered {
        rest.trim_start_matches(|c: char| "、.．：: ".contains(c) || c.is_whitespace())
    } else {
        text
    };
    text.trim_end_matches(|c: char| "：:？?*.".contains(c) || c.is_whitespace())
}

/// A predicate on one cell.
type Test = fn(&str) -> bool;

/// The kind of personal data in most cells of a column.
pub(crate) fn of_cells(grid: &Grid, place: usize) -> Option<Personal> {
    let cells = filled(grid, place);
    let mostly = |test: Test| 2 * cells.iter().filter(|cell| test(cell)).count() > cells.len();
    let kinds: [(Test, Personal); 4] = [
        (is_address, Personal::Email),
        (is_ip, Personal::Ip),
        (|cell| cell.len() == 11 && cell.starts_with('1') && digits(cell), Personal::Telephone),
        (|cell| cell.len() == 18 && cell.get(..17).is_some_and(digits), Personal::Identity),
    ];
    kinds.into_iter().find(|(test, _)| mostly(*test)).map(|(_, kind)| kind)
}

/// The non-empty cells of a column.
fn filled(grid: &Grid, place: usize) -> Vec<&str> {
    (0..grid.height()).map(|record| grid.cell(record, place)).filter(|cell| !cell.is_empty()).collect()
}

fn digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_address(cell: &str) -> bool {
    cell.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !cell.contains(' '))
}

fn is_ip(cell: &str) -> bool {
    cell.split_once(['(', '（']).map_or(cell, |(ip, _)| ip).parse::<std::net::IpAddr>().is_ok()
}

/// True if most cells of a column are distinct, i.e. free text and not marks or ratings.
pub(crate) fn is_written(grid: &Grid, place: usize) -> bool {
    let cells = filled(grid, place);
    let distinct: BTreeSet<&&str> = cells.iter().collect();
    2 * distinct.len() > cells.len()
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn private_headers_are_detected() {
        for header in [
            "来自IP",
            "IP Address",
            "RecipientEmail",
            "1、您的姓名：",
            "3.\u{a0}您的手机号码",
            "姓名",
            "2. 姓名",
            "Email Address",
            "微信号",
            "LocationLatitude",
            "What is your name?",
            "_submitted_by",
            "现住址",
            "姓名（可匿名）",
            "Tel.",
            "微信",
            "Passport No.",
        ] {
            assert!(kind(header, "").is_some(), "{header}");
            assert!(kind("Q1", header).is_some(), "{header}");
        }
        for header in [
            "性别",
            "来源",
            "Hospital name and kind",
            "工龄",
            "Phone use per day",
            "是否使用微信",
            "name_of_ward",
            "电话随访次数",
            "手机使用时长",
            "IPO",
        ] {
            assert_eq!(kind(header, header), None, "{header}");
        }
    }
}
