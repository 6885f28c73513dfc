//! The signs of the chart and, from the same table, their legend.

use equifinal_qca::core::{Discrimination, Standing};
use equifinal_qca::findings::Condition;
use equifinal_study::config::AbsentSign;

use crate::messages::Speaker;
use crate::view::meaning::meaning;
use crate::view::{Cell, Context, Group, Symbol};

/// A sign: standing, presence, text, class, plain sign, key of its meaning.
type Sign = (Standing, bool, &'static str, &'static str, &'static str, &'static str);

/// All signs. Presence is filled, absence crossed; core is large, peripheral small.
const SIGNS: [Sign; 6] = [
    (Standing::Always, true, "●", "core", "⬤", "full"),
    (Standing::Always, false, "⊗", "core", "⊗", "crossed"),
    (Standing::Sometimes, true, "◐", "sometimes", "◐", "half"),
    (Standing::Sometimes, false, "⊘", "sometimes", "⊘", "struck"),
    (Standing::Never, true, "●", "peripheral", "●", "full"),
    (Standing::Never, false, "⊗", "peripheral", "⊗", "crossed"),
];

/// The signs in the style of a report.
fn signs(speaker: &Speaker) -> [Sign; 6] {
    let open = speaker.style().absent == AbsentSign::Open;
    SIGNS.map(|sign| match sign {
        (standing, present, _, class, _, "crossed") if open => (standing, present, "○", class, "○", "open"),
        other => other,
    })
}

/// The cell of a condition and a path.
pub(super) fn cell(
    context: Context<'_>,
    condition: &Condition,
    level: Option<usize>,
    standing: Option<Standing>,
    discrimination: Discrimination,
) -> Cell {
    let speaker = context.speaker;
    let Some(level) = level else { return blank(speaker) };
    // Where the core is not known all signs are small, and are not called peripheral.
    let standing = standing.unwrap_or(Standing::Never);
    // A level is a value of its own, present rather than absent.
    let present = condition.kind.is_multi_value() || level != 0;
    let signs = signs(speaker);
    let Some((_, _, text, class, plain, shape)) = signs.iter().find(|sign| (sign.0, sign.1) == (standing, present))
    else {
        return blank(speaker);
    };
    let name = meaning(speaker, (standing, present), discrimination);
    let symbol = Symbol { class, shape, plain, bold: *class == "core" && !present, name };
    if condition.kind.is_multi_value() {
        Cell::symbol(*text, symbol).with_small(level_words(context, condition, level))
    } else {
        Cell::symbol(*text, symbol)
    }
}

/// The label of a level, or its number in brackets.
fn level_words(context: Context<'_>, condition: &Condition, level: usize) -> String {
    context.names.level_label(&condition.name, level).unwrap_or_else(|| format!("[{level}]"))
}

fn blank(speaker: &Speaker) -> Cell {
    Cell::symbol("", Symbol { class: "blank", shape: "", plain: "", bold: false, name: speaker.say("sign-blank") })
}

/// The signs used in a chart with their meanings, in the order of [`SIGNS`]; blanks last.
pub(super) fn legend(speaker: &Speaker, groups: &[Group]) -> Vec<Cell> {
    let mut legend: Vec<Cell> = Vec::new();
    let cells = groups.iter().flat_map(|group| group.rows.iter().flatten());
    for cell in cells.filter(|cell| cell.symbol.is_some()) {
        if !legend.iter().any(|known| known.symbol == cell.symbol) {
            legend.push(Cell { small: None, ..cell.clone() });
        }
    }
    let signs = signs(speaker);
    let order = |cell: &Cell| {
        let symbol = cell.symbol.as_ref();
        signs
            .iter()
            .position(|sign| symbol.is_some_and(|symbol| (symbol.class, symbol.plain) == (sign.3, sign.4)))
            .unwrap_or(signs.len())
    };
    legend.sort_by_key(order);
    for cell in &mut legend {
        if cell.text.is_empty() {
            cell.text = speaker.say("sign-blank-word");
        }
    }
    legend
}
