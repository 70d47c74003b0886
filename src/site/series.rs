//! What series are called, and their ids.

use crate::base::id::slug;
use crate::model::{Dossier, Series, Where};
use crate::site::catalogue::Catalogue;
use std::collections::BTreeMap;

/// What a series is called.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    /// What is counted: "dead · Port Lennar", "gunmen dead", "injured, badly".
    pub(crate) what: String,
    /// Made of what is counted: it stays while that does.
    pub(crate) id: String,
}

/// The labels of all series of the dossier, in their order. Where two stories have the like, the title of an article tells which.
pub(crate) fn labels(catalogue: &Catalogue<'_>) -> Vec<Label> {
    let dossier = catalogue.dossier;
    let bare: Vec<String> = dossier.series.iter().map(|series| what_of(dossier, series)).collect();
    let mut times: BTreeMap<&str, u32> = BTreeMap::new();
    for what in &bare {
        *times.entry(what).or_default() += 1;
    }
    let mut ids: BTreeMap<String, u32> = BTreeMap::new();
    let label = |(series, what): (&Series, &String)| {
        let entry = &dossier.entries[series.values[0].sentence.entry as usize];
        let what = match &entry.article.meta.title {
            Some(title) if times[what.as_str()] > 1 => format!("{what} · {}", title.value),
            _ => what.clone(),
        };
        let id = slug(&what);
        let same = ids.entry(id.clone()).or_default();
        *same += 1;
        let id = if *same > 1 { format!("{id}-{same}") } else { id };
        Label { what, id }
    };
    dossier.series.iter().zip(&bare).map(label).collect()
}

fn what_of(dossier: &Dossier, series: &Series) -> String {
    let mut what = String::new();
    if let Some(group) = &series.group {
        what.push_str(group);
        what.push(' ');
    }
    what.push_str(series.befell);
    if !series.sure.is_empty() {
        what.push_str(", ");
        what.push_str(series.sure);
    }
    if let Some(place) = &series.place {
        what.push_str(" · ");
        what.push_str(match place {
            Where::World => "worldwide",
            Where::Actor(actor) => &dossier.actors[*actor as usize].name,
            Where::Named(name) => name,
        });
    }
    match series.year {
        Some(0) => what.push_str(" · every year"),
        Some(year) => {
            what.push_str(" · ");
            what.push_str(&year.to_string());
        }
        None => {}
    }
    what
}
