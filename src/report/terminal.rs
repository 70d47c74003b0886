//! One diagnostic as a terminal shows it.

use crate::base::{Diagnostic, Place, Severity};
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

/// The diagnostic with its place, source line, mark and hint, in colours.
pub(super) fn render(diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(harmless(&diagnostic.message)).id(diagnostic.code);
    let mut group = match &diagnostic.place {
        Some(place) if place.line > 0 && !place.source.is_empty() => title.element(snippet(place)),
        Some(place) => title.element(origin(place)),
        None => Group::with_title(title),
    };
    if let Some(hint) = &diagnostic.hint {
        group = group.element(Level::HELP.message(harmless(hint)));
    }
    Renderer::styled().render(&[group])
}

fn snippet(place: &Place) -> Snippet<'_, annotate_snippets::Annotation<'_>> {
    let source = harmless(&place.source);
    let byte = |column: usize| source.char_indices().nth(column).map_or(source.len(), |(at, _)| at);
    let start = byte((place.column as usize).saturating_sub(1));
    let end = byte((place.column as usize).saturating_sub(1) + place.length.max(1) as usize).max(start);
    Snippet::source(source)
        .path(harmless(&place.file))
        .line_start(place.line as usize)
        .annotation(AnnotationKind::Primary.span(start..end))
}

fn origin(place: &Place) -> Origin<'_> {
    let origin = Origin::path(harmless(&place.file));
    if place.line > 0 { origin.line(place.line as usize) } else { origin }
}

/// `text` without characters that could steer a terminal: names and lines come from strangers' files.
fn harmless(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\t' { '\u{fffd}' } else { c }).collect()
}
