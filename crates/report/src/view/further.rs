//! Names of what is printed of each of several tied models: the first as it is, the others with their numbers.

use super::context::Context;
use super::file_name::file_name;

/// The title and the file name of what is printed of a model with this number, from 1.
pub(crate) fn numbered(context: Context<'_>, title: String, parts: &[&str], number: usize) -> (String, String) {
    if number == 1 {
        return (title, file_name(parts));
    }
    let args = [("title", title.into()), ("model", format!("M{number}").into())];
    let model = format!("m{number}");
    let parts: Vec<&str> = parts.iter().copied().chain([model.as_str()]).collect();
    (context.speaker.say_of("title-of-model", &args), file_name(&parts))
}
