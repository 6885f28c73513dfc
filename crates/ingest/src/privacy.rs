//! Detects columns with personal data by their headers, in English and Chinese, and by their cells.

use std::collections::BTreeSet;

use crate::grid::Grid;

/// Header words and the personal data that they mean; a header must equal the word.
const WHOLE: [(&str, &str); 74] = [
    ("来自ip", "IP address"),
    ("ip", "IP address"),
    ("ip地址", "IP address"),
    ("ipaddress", "IP address"),
    ("ip address", "IP address"),
    ("ipaddr", "IP address"),
    ("ua", "device"),
    (concat!("user ag", "ent"), "device"),
    ("deviceid", "device"),
    ("device id", "device"),
    ("subscriberid", "device"),
    ("simserial", "device"),
    ("phonenumber", "telephone number"),
    ("phone", "telephone number"),
    ("phone number", "telephone number"),
    ("telephone", "telephone number"),
    ("mobile", "telephone number"),
    ("email", "e-mail address"),
    ("e-mail", "e-mail address"),
    ("email address", "e-mail address"),
    ("recipientemail", "e-mail address"),
    ("电子邮件地址", "e-mail address"),
    ("username", "name"),
    ("name", "name"),
    ("full name", "name"),
    ("first name", "name"),
    ("last name", "name"),
    ("first_name", "name"),
    ("last_name", "name"),
    ("recipientlastname", "name"),
    ("recipientfirstname", "name"),
    ("externalreference", "name"),
    ("custom data 1", "name"),
    ("_submitted_by", "name"),
    ("openid", "account"),
    ("昵称", "account"),
    ("微信昵称", "account"),
    ("locationlatitude", "place"),
    ("locationlongitude", "place"),
    ("地理位置", "place"),
    ("名字", "name"),
    ("redcap_survey_identifier", "name"),
    ("联系人", "name"),
    ("填表人", "name"),
    ("填写人", "name"),
    ("受访人", "name"),
    ("受访者", "name"),
    ("respondent name", "name"),
    ("participant name", "name"),
    ("patient name", "name"),
    ("电话", "telephone number"),
    ("手机", "telephone number"),
    ("tel", "telephone number"),
    ("mobile phone", "telephone number"),
    ("cell phone", "telephone number"),
    ("contact number", "telephone number"),
    ("your phone", "telephone number"),
    ("your mobile", "telephone number"),
    ("your email", "e-mail address"),
    ("your e-mail", "e-mail address"),
    ("phone no", "telephone number"),
    ("微信", "account"),
    ("wechat", "account"),
    ("qq", "account"),
    ("工号", "account"),
    ("gps", "place"),
    ("经度", "place"),
    ("纬度", "place"),
    ("latitude", "place"),
    ("longitude", "place"),
    ("设备号", "device"),
    ("住址", "address"),
    ("地址", "address"),
    ("address", "address"),
];

/// Parts of a question that ask for personal data.
const PARTS: [(&str, &str); 33] = [
    ("姓名", "name"),
    ("您的名字", "name"),
    ("手机号", "telephone number"),
    ("联系电话", "telephone number"),
    ("电话号码", "telephone number"),
    ("联系方式", "telephone number"),
    ("微信号", "account"),
    ("微信id", "account"),
    ("qq号", "account"),
    ("邮箱", "e-mail address"),
    ("电子邮件", "e-mail address"),
    ("身份证", "identity number"),
    ("护照", "identity number"),
    ("passport", "identity number"),
    ("银行卡", "identity number"),
    ("现住址", "address"),
    ("家庭住址", "address"),
    ("家庭地址", "address"),
    ("通讯地址", "address"),
    ("居住地址", "address"),
    ("详细地址", "address"),
    ("病历号", "identity number"),
    ("住院号", "identity number"),
    ("ihr name", "name"),
    ("wechat number", "account"),
    ("telephone number", "telephone number"),
    ("your name", "name"),
    ("your full name", "name"),
    ("phone number", "telephone number"),
    ("email address", "e-mail address"),
    ("e-mail address", "e-mail address"),
    ("wechat id", "account"),
    ("home address", "address"),
];

/// The kind of personal data that a header or question asks for; `None` if neither does.
pub(crate) fn kind(header: &str, question: &str) -> Option<&'static str> {
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
pub(crate) fn of_cells(grid: &Grid, place: usize) -> Option<&'static str> {
    let cells = filled(grid, place);
    let mostly = |test: Test| 2 * cells.iter().filter(|cell| test(cell)).count() > cells.len();
    let kinds: [(Test, &'static str); 4] = [
        (is_address, "e-mail address"),
        (is_ip, "IP address"),
        (|cell| cell.len() == 11 && cell.starts_with('1') && digits(cell), "telephone number"),
        (|cell| cell.len() == 18 && cell.get(..17).is_some_and(digits), "identity number"),
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
