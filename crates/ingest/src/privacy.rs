//! Which columns identify a person: recognised by their headers, in English and Chinese.

/// Words of a header and what they give away. A header of a platform must be the whole word.
const WHOLE: [(&str, &str); 43] = [
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
    ("姓名", "name"),
    ("名字", "name"),
    ("redcap_survey_identifier", "name"),
];

/// Parts of a question that ask for something private.
const PARTS: [(&str, &str); 31] = [
    ("您的姓名", "name"),
    ("你的姓名", "name"),
    ("您的名字", "name"),
    ("填写姓名", "name"),
    ("受访者姓名", "name"),
    ("真实姓名", "name"),
    ("手机号", "telephone number"),
    ("手机号码", "telephone number"),
    ("联系电话", "telephone number"),
    ("电话号码", "telephone number"),
    ("联系方式", "telephone number"),
    ("微信号", "account"),
    ("微信id", "account"),
    ("qq号", "account"),
    ("邮箱", "e-mail address"),
    ("电子邮件", "e-mail address"),
    ("身份证", "identity number"),
    ("家庭住址", "address"),
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

/// What a column gives away of a person by its header or its question; nothing where neither says so.
pub(crate) fn kind(header: &str, question: &str) -> Option<&'static str> {
    let texts = [header, question].map(|text| stem(&text.to_lowercase()).to_owned());
    let whole = |text: &String| WHOLE.iter().find(|(word, _)| word == text);
    let part = |text: &String| PARTS.iter().find(|(part, _)| text.contains(part));
    texts.iter().find_map(|text| whole(text).or_else(|| part(text))).map(|(_, kind)| *kind)
}

/// A question without its number in front and the colon or question mark behind.
fn stem(text: &str) -> &str {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = rest.len() < text.len() && rest.starts_with(['、', '.', '．', '：', ':', ' ']);
    let text = if numbered {
        rest.trim_start_matches(|c: char| "、.．：: ".contains(c) || c.is_whitespace())
    } else {
        text
    };
    text.trim_end_matches(|c: char| "：:？?*".contains(c) || c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn headers_that_name_a_person_are_known() {
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
            "IPO",
        ] {
            assert_eq!(kind(header, header), None, "{header}");
        }
    }
}
