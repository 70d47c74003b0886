//! Who is named with whom, drawn twice: around a ring where the page is wide, and down a column on a phone.

use crate::model::Actor;
use crate::site::draw::column::Column;
use crate::site::draw::order::{self, Tie};
use crate::site::draw::ring::{Place, Ring};
use crate::site::draw::{self, Point, Px};
use crate::site::prose::{counted, sentence_case};
use crate::site::routes::{Links, Route};
use crate::site::ties::Together;
use crate::site::views::parts::KindName;
use serde::Serialize;

/// Most lines, for each actor.
const LINES: usize = 3;
/// Longest label around the ring, in characters.
const LABEL: usize = 24;
/// Longest label of the column.
const SHORT_LABEL: usize = 20;
/// Least half width of the ring, in pixels.
const REACH: f64 = 110.0;

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
pub(super) struct Drawing<'d> {
    /// The class that says which pages it is for, and part of its ids.
    form: &'static str,
    width: Px,
    height: Px,
    lines: Vec<Line>,
    nodes: Vec<Node<'d>>,
    description: String,
}

/// The actors that have a tie, in the order in which few lines cross.
struct Plan<'p, 'd> {
    actors: Vec<&'d Actor>,
    /// With the places of both in the order.
    ties: Vec<(&'p Together, usize, usize)>,
}

/// The drawings; none where there is too little to draw.
pub(super) fn of<'d>(pairs: &[Together], actors: &[&'d Actor], links: &Links) -> Vec<Drawing<'d>> {
    let Some(plan) = plan(pairs, actors) else { return Vec::new() };
    let ring = Ring::of(&plan.labels(LABEL), REACH);
    let column = Column::of(&plan.labels(SHORT_LABEL));
    let bent = |from, to| draw::bent(from, to, ring.middle);
    let curve = |from, to| column.curve(from, to);
    vec![
        plan.drawing("around", "around a ring", (ring.width, ring.height), LABEL, &ring.places, &bent, links),
        plan.drawing(
            "down",
            "one below the other",
            (column.width, column.height),
            SHORT_LABEL,
            &column.places,
            &curve,
            links,
        ),
    ]
}

fn plan<'p, 'd>(pairs: &'p [Together], actors: &[&'d Actor]) -> Option<Plan<'p, 'd>> {
    let drawn = strongest(pairs, actors.len());
    let mut shown: Vec<usize> = drawn.iter().flat_map(|pair| [pair.pair.0, pair.pair.1]).collect();
    shown.sort_unstable();
    shown.dedup();
    if shown.len() < 3 {
        return None;
    }
    let within = |actor: usize| shown.binary_search(&actor).expect("every end of a line is shown");
    let tie = |pair: &&Together| Tie { one: within(pair.pair.0), other: within(pair.pair.1), weight: pair.sentences };
    let ties: Vec<Tie> = drawn.iter().map(tie).collect();
    let order = order::around(shown.len(), &ties);
    let mut place = vec![0; shown.len()];
    order.iter().enumerate().for_each(|(at, thing)| place[*thing] = at);
    let placed = drawn.into_iter().zip(&ties).map(|(pair, tie)| (pair, place[tie.one], place[tie.other]));
    Some(Plan { ties: placed.collect(), actors: order.iter().map(|thing| actors[shown[*thing]]).collect() })
}

impl<'d> Plan<'_, 'd> {
    fn labels(&self, most: usize) -> Vec<String> {
        self.actors.iter().map(|actor| draw::fitted(&actor.name, most)).collect()
    }

    #[expect(clippy::too_many_arguments, reason = "each is one property of the drawing")]
    fn drawing(
        &self,
        form: &'static str,
        how: &str,
        (width, height): (f64, f64),
        label: usize,
        places: &[Place],
        curve: &dyn Fn(Point, Point) -> String,
        links: &Links,
    ) -> Drawing<'d> {
        let most = self.ties.iter().map(|(pair, ..)| pair.sentences).max().unwrap_or(1);
        let line = |(pair, one, other): &(&Together, usize, usize)| {
            let strength = 1 + u8::from(pair.sentences * 4 > most) + u8::from(pair.sentences * 2 > most);
            let both = [*one, *other].map(|at| self.actors[at].name.as_str()).join(" and ");
            let words = format!("{both}: {}", counted(pair.sentences as usize, "sentence", "sentences"));
            Line { d: curve(places[*one].at, places[*other].at), strength, words }
        };
        let node = |((actor, label), at): ((&&'d Actor, String), &Place)| Node {
            href: links.to(Route::Actor(&actor.id)),
            kind: KindName::of(actor.kind).word,
            name: &actor.name,
            label,
            x: Px(at.at.x),
            y: Px(at.at.y),
            label_x: Px(at.label.x),
            label_y: Px(at.label.y),
            left: at.left,
        };
        let mut curves: Vec<Line> = self.ties.iter().map(line).collect();
        // The strongest are drawn last, above the others.
        curves.sort_by_key(|line| line.strength);
        Drawing {
            form,
            width: Px(width),
            height: Px(height),
            lines: curves,
            nodes: self.actors.iter().zip(self.labels(label)).zip(places).map(node).collect(),
            description: format!(
                "{} {how}; a line joins two that a sentence names together, thicker for more sentences. The table below \
                 has the same facts.",
                sentence_case(&counted(self.actors.len(), "actor", "actors")),
            ),
        }
    }
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
