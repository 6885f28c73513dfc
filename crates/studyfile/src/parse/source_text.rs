//! The bytes of a study file as text.

use crate::tree::Span;
use equifinal_study::message::Message;
use equifinal_study::say;

/// The largest study file that is read, in bytes.
pub const MAX_BYTES: usize = 1 << 20;

/// The file as text without a byte order mark, or the readable part with the mistake.
pub(super) fn text_of(source: &[u8]) -> Result<&str, (&str, Span, Message)> {
    if source.len() > MAX_BYTES {
        let message = say!("file-too-large", source = source.len(), most = MAX_BYTES);
        return Err(("", 0..0, message));
    }
    match str::from_utf8(source) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let good = error.valid_up_to();
            let text = source.get(..good).and_then(|good| str::from_utf8(good).ok()).unwrap_or_default();
            Err((text, good..good, say!("not-utf8")))
        }
    }
}
