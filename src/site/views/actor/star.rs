//! An actor and those it is most often named with, as a small drawing.

use super::companion::Companion;
use crate::site::draw::ring::Ring;
use crate::site::draw::{self, Px};
use serde::Serialize;

/// Longest label, in characters.
const LABEL: usize = 24;
/// Least half width of the ring, in pixels: with names of common length the drawing fits a phone.
const REACH: f64 = 48.0;

/// A companion.
#[derive(Serialize)]
struct Ray {
    href: String,
    kind: &'static str,
    name: String,
    label: String,
    /// How strong the line is: 1 to 3.
    strength: u8,
    x: Px,
    y: Px,
    label_x: Px,
    label_y: Px,
    left: bool,
}

/// The drawing.
#[derive(Serialize)]
pub(super) struct Star {
    width: Px,
    height: Px,
    x: Px,
    y: Px,
    rays: Vec<Ray>,
}

impl Star {
    /// The companions that a sentence names together with the actor; none where they are too few to draw.
    pub(super) fn of(company: &[Companion<'_>]) -> Option<Self> {
        let near: Vec<&Companion<'_>> = company.iter().filter(|other| other.sentences > 0).collect();
        let most = near.iter().map(|other| other.sentences).max()?;
        if near.len() < 3 {
            return None;
        }
        let labels: Vec<String> = near.iter().map(|other| draw::fitted(other.chip.name, LABEL)).collect();
        let ring = Ring::of(&labels, REACH);
        let ray = |((other, label), at): ((&&Companion<'_>, String), &draw::ring::Place)| Ray {
            href: other.chip.href.clone(),
            kind: other.chip.kind.word,
            name: other.chip.name.to_owned(),
            label,
            strength: 1 + u8::from(other.sentences * 4 > most) + u8::from(other.sentences * 2 > most),
            x: Px(at.at.x),
            y: Px(at.at.y),
            label_x: Px(at.label.x),
            label_y: Px(at.label.y),
            left: at.left,
        };
        Some(Self {
            width: Px(ring.width),
            height: Px(ring.height),
            x: Px(ring.middle.x),
            y: Px(ring.middle.y),
            rays: near.iter().zip(labels).zip(&ring.places).map(ray).collect(),
        })
    }
}
