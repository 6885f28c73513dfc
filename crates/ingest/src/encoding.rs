//! Decodes bytes to text: UTF-8, UTF-16 and the legacy encodings of spreadsheets.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::error::IngestError;
use crate::limits::Budget;

/// The text of a file and its detected encoding.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    /// The text without a byte order mark.
    pub(crate) text: Cow<'a, str>,
    /// The encoding.
    pub(crate) encoding: &'static Encoding,
    /// True if the file has a byte order mark.
    pub(crate) is_marked: bool,
}

/// Decodes `bytes`: a byte order mark decides, else zeros in every other byte (UTF-16), else validity (UTF-8),
/// else the frequencies of characters (GBK, GB18030 and others).
pub(crate) fn decode<'a>(bytes: &'a [u8], budget: &Budget) -> Result<Decoded<'a>, IngestError> {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return decode_as(bytes.get(length..).unwrap_or_default(), encoding, true, budget);
    }
    let encoding = match utf16_without_mark(bytes) {
        Some(encoding) => encoding,
        None => match std::str::from_utf8(bytes) {
            Ok(text) => return Ok(Decoded { text: Cow::Borrowed(text), encoding: UTF_8, is_marked: false }),
            Err(_) => {
                check_mixture(bytes)?;
                guess(bytes)
            }
        },
    };
    decode_as(bytes, encoding, false, budget)
}

fn decode_as<'a>(
    bytes: &'a [u8],
    encoding: &'static Encoding,
    is_marked: bool,
    budget: &Budget,
) -> Result<Decoded<'a>, IngestError> {
    // Two bytes of GBK are three of UTF-8, an accented letter of Western Europe two.
    budget.take(if encoding == UTF_8 { 0 } else { bytes.len().saturating_mul(2) })?;
    let (text, broken) = encoding.decode_without_bom_handling(bytes);
    if broken {
        let before = text.split(char::REPLACEMENT_CHARACTER).next().unwrap_or_default();
        return Err(IngestError::NotText { line: 1 + before.matches('\n').count(), encoding: encoding.name() });
    }
    Ok(Decoded { text, encoding, is_marked })
}

/// Minimum number of Chinese characters in a line that is taken for UTF-8.
const NO_CHANCE: usize = 2;

/// Refuses a mixture of UTF-8 lines and others: any single encoding would silently garble some of them.
fn check_mixture(bytes: &[u8]) -> Result<(), IngestError> {
    let is_chinese = |c: &char| ('\u{3400}'..='\u{9fff}').contains(c);
    let (mut utf8, mut other) = (None, None);
    for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
        match std::str::from_utf8(line) {
            Err(_) => other = other.or(Some(at + 1)),
            Ok(text) if text.chars().filter(is_chinese).count() >= NO_CHANCE => utf8 = utf8.or(Some(at + 1)),
            Ok(_) => {}
        }
        if let (Some(utf8), Some(line)) = (utf8, other) {
            return Err(IngestError::MixedEncodings { line, utf8 });
        }
    }
    Ok(())
}

/// Number of bytes examined for zeros.
const SAMPLE: usize = 4096;

/// Detects UTF-16 without a mark: digits, separators and line ends have a zero byte on the same side, few other
/// characters have one.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(SAMPLE)).unwrap_or_default();
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let (first, second) = (zeros(0), zeros(1));
    match sample.len() / 8 {
        0 => None,
        quarter if second > quarter && second > 4 * first => Some(UTF_16LE),
        quarter if first > quarter && first > 4 * second => Some(UTF_16BE),
        _ => None,
    }
}

/// Western European if so detected; otherwise the best guess for a file from China, since short files can look like
/// Cyrillic or Korean.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let unbiased = detector.guess(None, Utf8Detection::Deny);
    if unbiased == WINDOWS_1252 { unbiased } else { detector.guess(Some(b"cn"), Utf8Detection::Deny) }
}
