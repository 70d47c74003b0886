//! How the dossier is made, what it may say, and how to check it. Of its articles it knows what an editor decided.

use crate::model::{ActorKind, Grade, Role, Rule, Why};
use crate::site::cast::NAMED_FOR_A_PAGE;
use crate::site::catalogue::Catalogue;
use crate::site::prose;
use crate::site::routes::{Anchor, DataFile, Links, References, Route};
use crate::site::views::decisions::{self, Row};
use crate::site::views::frame::Frame;
use crate::site::views::parts::{KindName, Letter};
use serde::Serialize;

/// A role with what it means.
#[derive(Serialize)]
struct RoleRow {
    anchor: String,
    name: &'static str,
    meaning: &'static str,
    shown: &'static str,
}

/// A rule in words.
#[derive(Serialize)]
struct RuleRow {
    code: &'static str,
    words: &'static str,
}

/// A reason for joining a spelling to an actor.
#[derive(Serialize)]
struct WhyRow {
    code: &'static str,
    words: &'static str,
    decided: &'static str,
}

/// A data file with its schema.
#[derive(Serialize)]
struct DataRow {
    href: String,
    name: String,
    schema: String,
    /// The same as a table, where there is one.
    table: Option<String>,
    holds: &'static str,
}

/// The page about the method.
#[derive(Serialize)]
pub(crate) struct MethodView<'d> {
    frame: Frame<'d>,
    check: String,
    marks: String,
    roles: Vec<RoleRow>,
    rules: Vec<RuleRow>,
    naming: String,
    kinds: Vec<KindName>,
    whys: Vec<WhyRow>,
    /// Least number of mentions by name that earn a page, in words.
    named_for_a_page: String,
    dates: String,
    sayings: String,
    support: String,
    differing: String,
    summary: String,
    discrepancies: String,
    chronology: String,
    statements: String,
    actors: String,
    a_to_z: String,
    /// The editor's decisions.
    decisions: Vec<Row<'d>>,
    decided: String,
    grades: Vec<Letter>,
    data: Vec<DataRow>,
    csl: String,
    bibtex: String,
    sources: String,
}

pub(crate) fn view<'d>(catalogue: &Catalogue<'d>) -> MethodView<'d> {
    let links = Links::new(Route::Method, catalogue.dossier.settings.base_url.as_deref());
    let description = "What this dossier is and is not, how it was made, and how to check it.";
    MethodView {
        frame: Frame::new(catalogue.dossier, Route::Method, "Method", description.to_owned()),
        check: Anchor::Check.id(),
        marks: Anchor::Marks.id(),
        roles: Role::ALL.map(role_row).into_iter().collect(),
        rules: Rule::ALL.iter().map(|rule| RuleRow { code: rule.code(), words: rule.words() }).collect(),
        naming: Anchor::Naming.id(),
        kinds: [ActorKind::Person, ActorKind::Organization, ActorKind::State, ActorKind::Place]
            .map(KindName::of)
            .into_iter()
            .collect(),
        whys: Why::ALL
            .iter()
            .map(|why| WhyRow { code: why.code(), words: why.words(), decided: decided_by(*why) })
            .collect(),
        named_for_a_page: prose::count(NAMED_FOR_A_PAGE as usize),
        dates: Anchor::Dates.id(),
        sayings: Anchor::Sayings.id(),
        support: Anchor::Support.id(),
        differing: Anchor::Differing.id(),
        summary: links.to(Route::Summary),
        discrepancies: links.to(Route::Discrepancies),
        chronology: links.to(Route::Chronology),
        statements: links.to(Route::Statements),
        actors: links.to(Route::Actors),
        a_to_z: links.to(Route::AtoZ),
        decisions: decisions::all(catalogue, &links),
        decided: Anchor::Decisions.id(),
        grades: Grade::ALL.map(Letter::new).into_iter().collect(),
        data: DataFile::ALL
            .map(|file| DataRow {
                href: links.to(Route::Data(file)),
                name: Route::Data(file).path(),
                schema: links.to(Route::Schema(file)),
                table: DataFile::TABLES.contains(&file).then(|| links.to(Route::Table(file))),
                holds: match file {
                    DataFile::Articles => {
                        "one line for each article: what is known of it, on what ground, and its hash"
                    }
                    DataFile::Sentences => "one line for each published sentence: its role, its offsets, its words",
                    DataFile::Actors => "one line for each actor: its spellings, its roles, the articles that name it",
                    DataFile::Mentions => "one line for each mention: its sentence, its offsets, its actor",
                    DataFile::Statements => {
                        "one line for each statement: who says it, in which words, and where else it stands"
                    }
                    DataFile::Claims => {
                        "one line for each claim: its words, and the sentences that support it, how far"
                    }
                    DataFile::Discrepancies => "one line for each discrepancy: its sides, each with its sentences",
                    DataFile::Series => "counts of one thing by several articles, as they grew or are disputed",
                    DataFile::Events => "one line for each entry of the chronology: its time, its sentence, its status",
                },
            })
            .into_iter()
            .collect(),
        csl: links.to(Route::References(References::CslJson)),
        bibtex: links.to(Route::References(References::BibTeX)),
        sources: links.to(Route::Sources),
    }
}

/// Who decided that a spelling is an actor's.
pub(crate) const fn decided_by(why: Why) -> &'static str {
    match why {
        Why::Record => "an editor’s record",
        _ => "a rule",
    }
}

fn role_row(role: Role) -> RoleRow {
    let (meaning, shown) = match role {
        Role::Headline => ("the article’s title as the page shows it", "in its place"),
        Role::Standfirst => ("the summary under the headline", "in its place"),
        Role::Subheading => ("a heading inside the article", "as a heading"),
        Role::Kicker => ("a section name or label above the headline", "in its place"),
        Role::Dateline => ("place and date at the head of the text", "in its place"),
        Role::Byline => ("who wrote the article", "in its place"),
        Role::Body => ("the article itself", "as running text"),
        Role::Caption => ("what a picture shows", "in its place"),
        Role::Credit => ("who took a picture or supplied material", "in its place"),
        Role::Repeat => ("a second copy of something that the page already shows", "folded"),
        Role::Furniture => ("anything that is not the article: menus, teasers, forms, notices", "folded"),
    };
    RoleRow { anchor: Anchor::Role(role).id(), name: role.word(), meaning, shown }
}
