//! Who is named with whom, and in which source: a drawing, and the same facts as tables.

mod drawing;
mod matrix;

use crate::model::Actor;
use crate::site::catalogue::Catalogue;
use crate::site::prose::{counted, grouped};
use crate::site::routes::{Links, Route};
use crate::site::ties::{self, Together};
use crate::site::views::citing::{Citations, Cite};
use crate::site::views::frame::Frame;
use crate::site::views::parts::Chip;
use drawing::Drawing;
use matrix::Matrix;
use serde::Serialize;

/// Most actors in the drawing: as many as it can name readably.
const DRAWN: usize = 32;
/// Most pairs in the table.
const ROWS: usize = 30;

/// A row of the table: two actors, and a sentence that names both.
#[derive(Serialize)]
struct Row<'d> {
    one: Chip<'d>,
    other: Chip<'d>,
    sentences: String,
    articles: String,
    cite: Cite<'d>,
}

/// The page.
#[derive(Serialize)]
pub(crate) struct NetworkView<'d> {
    frame: Frame<'d>,
    lead: String,
    /// The same for wide pages and for narrow ones.
    drawings: Vec<Drawing<'d>>,
    rows: Vec<Row<'d>>,
    /// How many more pairs there are, in words.
    more: Option<String>,
    matrix: Option<Matrix<'d>>,
    actors: String,
}

pub(crate) fn view<'d>(catalogue: &Catalogue<'d>) -> NetworkView<'d> {
    let dossier = catalogue.dossier;
    let links = Links::new(Route::Network, dossier.settings.base_url.as_deref());
    let principal = catalogue.cast.principal(dossier, DRAWN);
    let indices: Vec<u32> = principal.iter().map(|(index, _)| *index).collect();
    let actors: Vec<&'d Actor> = principal.iter().map(|(_, actor)| *actor).collect();
    let pairs = ties::together(dossier, &indices);
    let citations = Citations::new(catalogue, links.clone());
    let rows = pairs.iter().take(ROWS).map(|pair| row(pair, &actors, &citations)).collect();
    let description = "Which actors the articles name together, and which source names whom.";
    NetworkView {
        frame: Frame::new(dossier, Route::Network, "Connections", description.to_owned()).under(Vec::new()),
        lead: lead(actors.len(), pairs.len()),
        drawings: drawing::of(&pairs, &actors, &links),
        rows,
        more: (pairs.len() > ROWS).then(|| counted(pairs.len() - ROWS, "pair", "pairs")),
        matrix: Matrix::of(catalogue, &principal, &links),
        actors: links.to(Route::Actors),
    }
}

fn lead(actors: usize, pairs: usize) -> String {
    match (actors, pairs) {
        (0, _) => "No actor is named often enough to be shown here.".to_owned(),
        (_, 0) => "No sentence names two of the principal actors together.".to_owned(),
        _ => format!(
            "{} of {} are named together in a sentence. To be named together is no more than that: it says \
             nothing of what they have to do with each other.",
            crate::site::prose::sentence_case(&counted(pairs, "pair", "pairs")),
            counted(actors, "principal actor", "principal actors"),
        ),
    }
}

fn row<'d>(pair: &Together, actors: &[&'d Actor], citations: &Citations<'_, 'd>) -> Row<'d> {
    let links = citations.links.clone();
    Row {
        one: Chip::bare(actors[pair.pair.0], &links),
        other: Chip::bare(actors[pair.pair.1], &links),
        sentences: grouped(pair.sentences.into()),
        articles: grouped(pair.articles.into()),
        cite: citations.cite(pair.example),
    }
}
