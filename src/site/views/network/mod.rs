//! Who is named with whom, and in which source: a drawing, and the same facts as tables.

mod matrix;

use crate::model::Actor;
use crate::site::catalogue::Catalogue;
use crate::site::draw::order::{self, Tie};
use crate::site::draw::ring::Ring;
use crate::site::draw::{self, Px};
use crate::site::prose::{counted, grouped};
use crate::site::routes::{Links, Route};
use crate::site::ties::{self, Together};
use crate::site::views::citing::{Citations, Cite};
use crate::site::views::frame::Frame;
use crate::site::views::parts::{Chip, KindName};
use matrix::Matrix;
use serde::Serialize;

/// Most actors in the drawing: as many as it can name readably.
const DRAWN: usize = 32;
/// Most lines in it, for each actor.
const LINES: usize = 3;
/// Longest label, in characters.
const LABEL: usize = 24;
/// Least half width of the ring, in pixels.
const REACH: f64 = 110.0;
/// Most pairs in the table.
const ROWS: usize = 30;

/// An actor in the drawing.
#[derive(Serialize)]
struct Node<'d> {
    href: String,
    kind: &'static str,
    name: &'d str,
    label: String,
    x: Px,
    y: Px,
    label_x: Px,
    label_y: Px,
    left: bool,
}

/// A line of the drawing.
#[derive(Serialize)]
struct Line {
    d: String,
    /// How strong it is: 1 to 3.
    strength: u8,
    /// What it says, for readers who point at it.
    words: String,
}

/// The drawing.
#[derive(Serialize)]
struct Drawing<'d> {
    width: Px,
    height: Px,
    lines: Vec<Line>,
    nodes: Vec<Node<'d>>,
    description: String,
}

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
    drawing: Option<Drawing<'d>>,
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
    let mut citations = Citations::new(catalogue, links.clone(), std::iter::empty());
    let rows = pairs.iter().take(ROWS).map(|pair| row(pair, &actors, &mut citations)).collect();
    let description = "Which actors the articles name together, and which source names whom.";
    NetworkView {
        frame: Frame::new(dossier, Route::Network, "Connections", description.to_owned()).under(Vec::new()),
        lead: lead(actors.len(), pairs.len()),
        drawing: drawing(&pairs, &actors, &links),
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

fn row<'d>(pair: &Together, actors: &[&'d Actor], citations: &mut Citations<'_, 'd>) -> Row<'d> {
    let links = citations.links.clone();
    Row {
        one: Chip::bare(actors[pair.pair.0], &links),
        other: Chip::bare(actors[pair.pair.1], &links),
        sentences: grouped(pair.sentences.into()),
        articles: grouped(pair.articles.into()),
        cite: citations.cite(pair.example),
    }
}

/// The actors that have a tie, around a ring, with the strongest ties of each.
fn drawing<'d>(pairs: &[Together], actors: &[&'d Actor], links: &Links) -> Option<Drawing<'d>> {
    let drawn = strongest(pairs, actors.len());
    let mut shown: Vec<usize> = drawn.iter().flat_map(|pair| [pair.pair.0, pair.pair.1]).collect();
    shown.sort_unstable();
    shown.dedup();
    if shown.len() < 3 {
        return None;
    }
    let within = |actor: usize| shown.binary_search(&actor).expect("every end of a line is shown");
    let ties: Vec<Tie> = drawn
        .iter()
        .map(|pair| Tie { one: within(pair.pair.0), other: within(pair.pair.1), weight: pair.sentences })
        .collect();
    let order = order::around(shown.len(), &ties);
    let label = |thing: &usize| draw::fitted(&actors[shown[*thing]].name, LABEL);
    let labels: Vec<String> = order.iter().map(label).collect();
    let ring = Ring::of(&labels, REACH);
    let mut place = vec![0; shown.len()];
    order.iter().enumerate().for_each(|(at, thing)| place[*thing] = at);
    let most = drawn.iter().map(|pair| pair.sentences).max().unwrap_or(1);
    let line = |(pair, tie): (&&Together, &Tie)| {
        let (from, to) = (ring.places[place[tie.one]].at, ring.places[place[tie.other]].at);
        let strength = 1 + u8::from(pair.sentences * 4 > most) + u8::from(pair.sentences * 2 > most);
        let both = [actors[pair.pair.0].name.as_str(), actors[pair.pair.1].name.as_str()].join(" and ");
        let words = format!("{both}: {}", counted(pair.sentences as usize, "sentence", "sentences"));
        Line { d: draw::bent(from, to, ring.middle), strength, words }
    };
    let node = |(thing, label): (&usize, String)| {
        let (actor, at) = (actors[shown[*thing]], ring.places[place[*thing]]);
        Node {
            href: links.to(Route::Actor(&actor.id)),
            kind: KindName::of(actor.kind).word,
            name: &actor.name,
            label,
            x: Px(at.at.x),
            y: Px(at.at.y),
            label_x: Px(at.label.x),
            label_y: Px(at.label.y),
            left: at.left,
        }
    };
    let mut curves: Vec<Line> = drawn.iter().zip(&ties).map(line).collect();
    // The strongest are drawn last, above the others.
    curves.sort_by_key(|line| line.strength);
    Some(Drawing {
        width: Px(ring.width),
        height: Px(ring.height),
        lines: curves,
        nodes: order.iter().zip(labels).map(node).collect(),
        description: format!(
            "{} around a ring; a line joins two that a sentence names together, thicker for more sentences. The table \
             below has the same facts.",
            crate::site::prose::sentence_case(&counted(shown.len(), "actor", "actors")),
        ),
    })
}

/// For each actor its strongest ties, in the order of `pairs`.
fn strongest(pairs: &[Together], actors: usize) -> Vec<&Together> {
    let mut lines = vec![0; actors];
    let keeps = |pair: &&Together| {
        let (one, other) = pair.pair;
        let wanted = lines[one] < LINES || lines[other] < LINES;
        if wanted {
            lines[one] += 1;
            lines[other] += 1;
        }
        wanted
    };
    pairs.iter().filter(keeps).collect()
}
