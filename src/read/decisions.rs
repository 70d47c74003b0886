//! `decisions.toml`: the editor's overrules, each with a reason.

use super::citing;
use super::fields::{Fields, Notation};
use crate::base::{Diagnostic, Place};
use crate::model::{Article, Citation, Decision, Ruling};

const RULINGS: [&str; 5] = ["hide", "join", "part", "not-a-discrepancy", "not-an-actor"];

/// Reads `decisions.toml`, whose text is `source`; what cannot be used is told and left out.
///
/// Sentences are looked for in `articles`, which come in order of their ids.
pub(super) fn decisions(
    file: &str,
    source: &str,
    articles: &[Article],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Decision> {
    let mut tables = match Fields::parse(Notation::Toml, file, source, 0..source.len()) {
        Ok(tables) => tables,
        Err(error) => {
            let of = Diagnostic::error("decisions-syntax", "no decision is read");
            diagnostics.push(error.told(of, file, source));
            return Vec::new();
        }
    };
    let mut read = Vec::new();
    for word in RULINGS {
        for mut fields in tables.tables(word) {
            read.extend(decision(word, &mut fields, articles));
            diagnostics.append(&mut fields.diagnostics);
        }
    }
    tables.rest(&RULINGS, true);
    diagnostics.append(&mut tables.diagnostics);
    read.sort_by_key(|decision| decision.place.line);
    read
}

/// One decision of the kind `word`.
fn decision(word: &str, fields: &mut Fields<'_>, articles: &[Article]) -> Option<Decision> {
    let place = fields.place_of("[[");
    let named = match word {
        "hide" => "claim",
        "not-an-actor" => "name",
        _ => "claims",
    };
    let least = if word == "join" { 2 } else { 1 };
    let listed = if named == "claims" { fields.texts(&[named]) } else { fields.text(&[named]).into_iter().collect() };
    let reason = fields.text(&["reason"]);
    fields.rest(&[named, "reason"], true);
    if reason.is_none() {
        let hint = "write a line such as reason = \"The two articles tell of different storms.\"";
        fields.diagnostics.push(left_out("decision-reason", "this decision has no reason", place.clone(), hint));
    }
    if listed.len() < least {
        let what = format!("this decision does not say on what: it needs `{named}`");
        let hint = match named {
            "name" => "write name = \"the name as the articles or its page have it\"",
            "claim" => "write claim = '@article \"words of the sentence\"'",
            _ => "write claims = ['@article \"words of the sentence\"', '@another \"its words\"']",
        };
        fields.diagnostics.push(left_out("decision-object", &what, place.clone(), hint));
        return None;
    }
    let ruling = if named == "name" {
        Ruling::NotAnActor(listed.into_iter().next()?)
    } else {
        // All are read, so that all that is wrong is told.
        let claims: Vec<Option<Citation>> = listed.iter().map(|text| cited(text, named, fields, articles)).collect();
        let mut claims = claims.into_iter().collect::<Option<Vec<Citation>>>()?;
        match word {
            "hide" => Ruling::Hide(claims.pop()?),
            "join" => Ruling::Join(claims),
            "part" => Ruling::Part(claims),
            _ => Ruling::NotADiscrepancy(claims),
        }
    };
    Some(Decision { ruling, reason: reason?, place })
}

/// The sentence that `text` names by its words, if it can be found.
fn cited(text: &str, named: &str, fields: &mut Fields<'_>, articles: &[Article]) -> Option<Citation> {
    let mut place = fields.place_of(text);
    if !place.source.contains(text) {
        place = fields.place(named);
    }
    let Some(citation) = Citation::of(text) else {
        let hint = "write the article’s id, then its words between straight quotation marks: '@article \"its words\"'";
        let message = "this names no sentence, so the decision is left out";
        fields.diagnostics.push(Diagnostic::error("citation-form", message).at(place).hint(hint));
        return None;
    };
    if let Some(told) = citing::problem(&citation, articles) {
        let message = format!("{}, so the decision is left out", told.message);
        fields.diagnostics.push(Diagnostic { message, ..told }.at(place));
        return None;
    }
    Some(citation)
}

/// An error about a decision that cannot be used.
fn left_out(code: &'static str, what: &str, place: Place, hint: &str) -> Diagnostic {
    Diagnostic::error(code, format!("{what}, so it is left out")).at(place).hint(hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "The ferry left at noon. “It’s late,” he said. The crew slept. The crew slept.";

    fn read(source: &str) -> (Vec<Decision>, Vec<Diagnostic>) {
        let articles = [crate::read::article_of_text("a.txt", ARTICLE.to_owned())];
        let mut diagnostics = Vec::new();
        let read = decisions("content/decisions.toml", source, &articles, &mut diagnostics);
        diagnostics.sort();
        (read, diagnostics)
    }

    #[test]
    fn every_kind_of_decision_is_read_in_the_order_of_the_file() {
        let (read, told) = read(
            "[[not-an-actor]]\nname = \"Noon\"\nreason = \"A time.\"\n\n\
             [[join]]\nclaims = ['@a \"ferry left\"', '[@a \"he said\"]']\nreason = \"One.\"\n\n\
             [[hide]]\nclaim = '@a \"ferry left\"'\nreason = \"Beside the point.\"\n\n\
             [[part]]\nclaims = [\n  '@a \"he said\"',\n]\nreason = \"Two.\"\n",
        );
        assert_eq!(told, []);
        let found: Vec<_> = read.iter().map(|d| (d.ruling.word(), d.place.line, d.reason.as_str())).collect();
        let expected = [
            ("not-an-actor", 1, "A time."),
            ("join", 5, "One."),
            ("hide", 9, "Beside the point."),
            ("part", 13, "Two."),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_cannot_be_used_is_told_with_its_line() {
        let (read, told) = read(
            "[[hide]]\nclaim = '@a \"The crew slept\"'\n\n\
             [[hide]]\nclaim = '''@a \"\"It's late\"'''\nreason = \"R\"\nresaon = \"R\"\n\n\
             [[join]]\nclaims = ['@b \"x\"']\nreason = \"R\"\n\n[[hidden]]\n",
        );
        assert_eq!(read, []);
        let codes: Vec<_> = told.iter().map(|d| (d.place.as_ref().unwrap().line, d.code)).collect();
        let expected = [
            (1, "decision-reason"),
            (2, "citation-words"),
            (5, "citation-words"),
            (7, "unknown-field"),
            (9, "decision-object"),
            (13, "unknown-field"),
        ];
        assert_eq!(codes, expected, "{told:#?}");
        assert_eq!(told[2].hint.as_deref(), Some("the article has: “It’s late"));
    }

    #[test]
    fn a_table_that_is_no_list_is_told() {
        let (read, told) = read("[hide]\nclaim = 'x'\n");
        assert!(read.is_empty() && told[0].code == "bad-value", "{told:#?}");
    }
}
