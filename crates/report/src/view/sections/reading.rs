//! How the tables were read: where their names stand, what was passed over, and cells that were converted.

use equifinal_study::panel::{Gap, PanelShape};
use equifinal_study::table_notes::{Conversion, ConversionKind, PassedOver, TableNotes, WhyPassedOver};

use crate::view::{Block, Context};

/// A list of notes on the tables; nothing where each stands in its file from the first line on and as it is read.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Context { input, speaker, .. } = context;
    let mut said = Vec::new();
    for found in &input.evidence.tables {
        let notes = sentences(context, &found.detected.notes);
        match input.study.tables.len() {
            0 | 1 => said.extend(notes),
            _ => said.extend(notes.into_iter().map(|note| {
                speaker.say_of(
                    "reading-of-table",
                    &[("table", context.names.data(&found.name).into()), ("note", note.into())],
                )
            })),
        }
    }
    if said.is_empty() {
        return Vec::new();
    }
    vec![Block::Fold(speaker.say("reading")), Block::Paragraph(speaker.say("reading-meaning")), Block::List(said)]
}

fn sentences(context: Context<'_>, notes: &TableNotes) -> Vec<String> {
    let speaker = context.speaker;
    let mut said = Vec::new();
    if !matches!(notes.header_lines[..], [] | [1]) {
        let lines = speaker.list(notes.header_lines.iter().map(usize::to_string));
        let count = notes.header_lines.len();
        said.push(speaker.say_of("reading-header", &[("lines", lines.into()), ("count", count.into())]));
    }
    said.extend(notes.passed_over.iter().map(|lines| passed(context, lines)));
    for row in &notes.kept_totals {
        let args = [("line", row.line.to_string().into()), ("text", row.text.as_str().into())];
        said.push(speaker.say_of("reading-kept-total", &args));
    }
    if notes.formulas > 0 {
        said.push(speaker.say_of("reading-formulas", &[("count", notes.formulas.into())]));
    }
    said.extend(notes.conversions.iter().map(|cells| converted(context, cells)));
    said.extend(notes.panel.iter().flat_map(|shape| panel(context, shape)));
    said
}

/// The size of a panel, and the units that are no case in some period.
fn panel(context: Context<'_>, shape: &PanelShape) -> Vec<String> {
    let speaker = context.speaker;
    let lacking: usize = shape.gaps.iter().map(|gap| gap.times.len()).sum();
    let size = [
        ("units", shape.units.into()),
        ("periods", shape.periods.len().into()),
        ("list", speaker.list(&shape.periods).into()),
        ("lacking", lacking.into()),
    ];
    let gap = |gap: &Gap| {
        let args = [("unit", context.names.data(&gap.unit).into()), ("times", speaker.list(&gap.times).into())];
        speaker.say_of("reading-panel-gap", &args)
    };
    let gaps: Vec<String> = shape.gaps.iter().map(gap).collect();
    let said = std::iter::once(speaker.say_of("reading-panel", &size));
    let gaps = (lacking > 0).then(|| speaker.say_of("reading-panel-gaps", &[("gaps", speaker.list(gaps).into())]));
    said.chain(gaps).collect()
}

fn passed(context: Context<'_>, lines: &PassedOver) -> String {
    let key = match lines.why {
        WhyPassedOver::AboveHeader => "reading-above-header",
        WhyPassedOver::Note => "reading-note",
        WhyPassedOver::Total => "reading-total",
        WhyPassedOver::RepeatedHeader => "reading-repeated-header",
        WhyPassedOver::OutsideRows => "reading-outside-rows",
    };
    let mut args = vec![("first", lines.first.to_string().into())];
    if lines.why != WhyPassedOver::Total {
        args.extend([("last", lines.last.to_string().into()), ("count", (lines.last - lines.first + 1).into())]);
    }
    if lines.why != WhyPassedOver::RepeatedHeader {
        args.push(("text", lines.text.as_str().into()));
    }
    context.speaker.say_of(key, &args)
}

fn converted(context: Context<'_>, cells: &Conversion) -> String {
    let key = match cells.kind {
        ConversionKind::Missing => "reading-missing",
        ConversionKind::Signs => "reading-signs",
        ConversionKind::Percent => "reading-percent",
        ConversionKind::PercentFormat => "reading-percent-format",
        ConversionKind::Thousands => "reading-thousands",
        ConversionKind::DecimalComma => "reading-decimal-comma",
        ConversionKind::ChineseUnit => "reading-chinese-unit",
        ConversionKind::Label => "reading-label",
        ConversionKind::Merged => "reading-merged",
    };
    let mut args = vec![
        ("column", cells.column.as_str().into()),
        ("count", cells.count.into()),
        ("written", cells.written.as_str().into()),
    ];
    if cells.kind != ConversionKind::Missing {
        args.push(("read", cells.read.as_str().into()));
    }
    context.speaker.say_of(key, &args)
}

#[cfg(test)]
mod tests {
    use crate::fixture::Fixture;
    use crate::fixture::whole::whole;
    use crate::view::Block;

    /// Each note in the language of the report, and none for a table that needs none.
    #[test]
    fn notes_are_said_in_each_language() {
        let lists = |fixture: &Fixture, language: &str| -> Vec<String> {
            let edition = fixture.edition(language);
            let blocks = edition.sections.iter().flat_map(|section| &section.blocks);
            let lists =
                blocks.filter_map(|block| if let Block::List(list) = block { Some(list.clone()) } else { None });
            lists.flatten().collect()
        };
        let whole = whole();
        for (language, expected) in [
            (
                "en",
                [
                    "The column names are in lines 3, 4, joined by “ / ”.",
                    "Line 30, “全国 Total”, is a total of the other rows and not a case.",
                ],
            ),
            ("zh", ["列名在第3、4行，以“ / ”相连。", "第30行“全国 Total”是其余各行的合计或平均，不是案例。"]),
        ] {
            let said = lists(&whole, language);
            assert!(expected.iter().all(|line| said.iter().any(|found| found == line)), "{said:?}");
            assert!(said.iter().filter(|line| line.contains("医生数")).count() == 9, "{said:?}");
        }
    }
}
