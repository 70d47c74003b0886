//! The linking evidence of an actor: why each spelling was joined to it, and which look-alikes were not.

use crate::model::{Actor, Apart, Dossier, Joined, Why};
use crate::site::cast;
use crate::site::linkage;
use crate::site::prose::{count, grouped, sentence_case};
use crate::site::routes::Route;
use crate::site::views::citing::{Citations, Cite};
use crate::site::views::method::decided_by;
use serde::Serialize;

/// Most lines of it, and most look-alikes.
const MOST: usize = 100;

/// A spelling that was joined.
#[derive(Serialize)]
struct Line<'d> {
    text: &'d str,
    why: String,
    decided: &'static str,
    count: String,
    example: Cite<'d>,
}

/// A name that was kept apart.
#[derive(Serialize)]
struct LookAlike<'d> {
    text: &'d str,
    /// The actor that it is: its name, and its page.
    name: Option<&'d str>,
    href: Option<String>,
    why: String,
    example: Option<Cite<'d>>,
}

/// The linking evidence.
#[derive(Serialize)]
pub(super) struct Linking<'d> {
    lines: Vec<Line<'d>>,
    /// How many more lines there are, in words.
    more: Option<String>,
    apart: Vec<LookAlike<'d>>,
}

impl Linking<'_> {
    /// Whether it tells anything: one spelling alone needed no joining.
    pub(super) const fn tells(&self) -> bool {
        self.lines.len() > 1 || !self.apart.is_empty()
    }
}

impl<'d> Linking<'d> {
    pub(super) fn of(actor: &'d Actor, citations: &Citations<'_, 'd>) -> Self {
        // A description is words of its text, which may not be published; a name is not.
        let may_show = |joined: &&Joined| joined.why != Why::Reference || citations.is_published(joined.example);
        let linking: Vec<&Joined> = actor.linking.iter().filter(may_show).collect();
        let more = linking.len().saturating_sub(MOST);
        let dossier = citations.catalogue.dossier;
        Self {
            lines: linking.into_iter().take(MOST).map(|joined| line(joined, citations)).collect(),
            more: (more > 0).then(|| count(more)),
            apart: actor
                .apart
                .iter()
                .filter(|apart| !is_secret(apart, dossier))
                .take(MOST)
                .map(|apart| look_alike(apart, citations))
                .collect(),
        }
    }
}

fn line<'d>(joined: &'d Joined, citations: &Citations<'_, 'd>) -> Line<'d> {
    Line {
        text: &joined.text,
        why: sentence_case(joined.why.words()),
        decided: decided_by(joined.why),
        count: grouped(joined.count.into()),
        example: citations.cite(joined.example),
    }
}

/// Whether the look-alike is an actor that an editor hides.
fn is_secret(apart: &Apart, dossier: &Dossier) -> bool {
    let other = apart.actor.as_ref().and_then(|id| linkage::find(dossier, id));
    other.is_some_and(|(_, actor)| cast::is_hidden(actor))
}

fn look_alike<'d>(apart: &'d Apart, citations: &Citations<'_, 'd>) -> LookAlike<'d> {
    let catalogue = citations.catalogue;
    let other = apart.actor.as_ref().and_then(|id| linkage::find(catalogue.dossier, id));
    let page = other.filter(|(index, _)| catalogue.cast.has_page(catalogue.dossier, *index));
    LookAlike {
        text: &apart.text,
        name: other.map(|(_, actor)| actor.name.as_str()).filter(|name| *name != apart.text),
        href: page.map(|(_, actor)| citations.links.to(Route::Actor(&actor.id))),
        why: sentence_case(apart.why),
        example: apart.example.map(|at| citations.cite(at)),
    }
}
