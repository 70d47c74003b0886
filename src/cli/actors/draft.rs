//! The draft of a record: what the articles give, and nothing that they do not.

use super::queue::Candidate;
use crate::model::{ActorDescription, Dossier, How, Publish};
use std::fmt::Write as _;

/// Most roles that a draft lists.
const MOST_ROLES: usize = 12;

/// The draft of `candidate`'s record: name, kind and spellings as fields, roles as comments with their sentences in
/// the note.
pub(super) fn draft(candidate: &Candidate<'_>, dossier: &Dossier) -> String {
    let actor = &dossier.actors[candidate.actor];
    let mut text = format!("---\nname: {}\nkind: {}\n", yaml(&actor.name), candidate.kind);
    // A bare surname or a given name may be somebody else's elsewhere: those are for the editor to add.
    let whole = actor.aliases.iter().filter(|alias| matches!(alias.how, How::Name | How::Alias | How::Acronym));
    let aliases: Vec<String> =
        whole.filter(|alias| alias.text != actor.name).map(|alias| yaml(&one_line(&alias.text))).collect();
    if !aliases.is_empty() {
        let _ = writeln!(text, "aliases: [{}]", aliases.join(", "));
    }
    let roles: Vec<&ActorDescription> = actor.roles.iter().take(MOST_ROLES).collect();
    if !roles.is_empty() {
        text.push_str("# roles:        # as the articles have them; complete what holds, with of, from and to\n");
        for role in &roles {
            let _ = writeln!(text, "#   - title: {}", yaml(&one_line(&role.text)));
        }
    }
    text.push_str("---\n");
    for role in roles {
        let _ = writeln!(text, "- {}", source(role, dossier));
    }
    text
}

/// The role with the sentence that it stands in, where that may be published.
fn source(role: &ActorDescription, dossier: &Dossier) -> String {
    let words = one_line(&role.text);
    let Some(sentence) = role.sentence else { return words };
    let Some(example) = super::queue::example(dossier, sentence) else { return words };
    let kept = dossier.entries[sentence.entry as usize].publish == Publish::Metadata;
    let altered = if role.altered { " (an altered copy)" } else { "" };
    if kept || example.text.contains('"') {
        return format!("{words}: {}#{}{altered}", example.article, example.sentence);
    }
    format!("{words}: [@{} \"{}\"]{altered}", example.article, one_line(&example.text))
}

/// The text on one line, without characters that could steer a terminal or a parser.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().filter(|c| !c.is_control()).collect()
}

/// The text as a YAML scalar: bare where nothing in it could mean something else, else in quotes.
fn yaml(text: &str) -> String {
    let text = one_line(text);
    let keyword = matches!(
        text.to_lowercase().as_str(),
        "" | "yes" | "no" | "on" | "off" | "true" | "false" | "null" | "y" | "n" | "nan" | "inf"
    );
    let bare = text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '’'));
    // Every JSON string is a YAML string.
    if bare && !keyword { text } else { serde_json::Value::from(text).to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_yaml_could_take_for_something_else_stands_in_quotes() {
        assert_eq!(yaml("Mara Holm"), "Mara Holm");
        assert_eq!(yaml("No"), "\"No\"");
        assert_eq!(yaml("Holm: the \"boss\"\n# x"), "\"Holm: the \\\"boss\\\" # x\"");
        assert_eq!(yaml("- x"), "\"- x\"");
    }
}
