//! A small dossier with actors of every kind, made by hand.

use super::hand::{Words, actor, article, cast, dated, naming};
use cuttings::base::{ActorId, OutletId, PartialDate, SentenceId, Span};
use cuttings::model::{
    Actor, ActorDescription, ActorKind, Apart, DescriptionNote, Dossier, Entry, Grade, How, Joined, Known, MentionRef,
    Outlet, Record, RecordRole, Role, SentenceRef, Tie, Unlinked, Why,
};

fn kind_of(id: &str) -> ActorKind {
    match id {
        "nordline" | "index" => ActorKind::Organization,
        "norland" => ActorKind::State,
        "port-lennar" => ActorKind::Place,
        _ => ActorKind::Person,
    }
}

/// Words of an article that say what a mention is.
fn note(entry: &mut Entry, of: &str, words: &str, tie: Tie) {
    let text = &entry.article.saved.text;
    let (start, _) = text.match_indices(words).next().unwrap();
    let span = Span::new(start, start + words.len());
    let sentence = entry.reading.sentences.iter().find(|sentence| sentence.span.contains(span)).unwrap().id;
    let mentions = &entry.reading.mentions;
    let mention = mentions.iter().position(|mention| mention.span.of(text).contains(of)).unwrap();
    entry.reading.roles.push(DescriptionNote {
        mention: u32::try_from(mention).unwrap(),
        sentence,
        span,
        tie,
        rule: "title",
    });
}

fn at(entry: u32, sentence: u32) -> SentenceRef {
    SentenceRef { entry, sentence: SentenceId(sentence) }
}

fn joined(text: &str, why: Why, count: u32, example: SentenceRef) -> Joined {
    Joined { text: text.to_owned(), why, count, example }
}

fn role(text: &str, sentence: Option<SentenceRef>, articles: u32, altered: bool) -> ActorDescription {
    ActorDescription { text: text.to_owned(), sentence, articles, altered, rule: sentence.map(|_| "title") }
}

const HELD: [(Role, &str); 3] = [
    (Role::Headline, "Ferries held in Port Lennar"),
    (
        Role::Body,
        "Harbour director Mara Holm closed Port Lennar on Monday, the ferry company Nordline said. Holm told \
         reporters that people come first. She will decide again on Wednesday. ",
    ),
    (Role::Body, "Norland has sent a ship. Norlandic sailors and Per Holm, a pilot, wait with Nordline’s crews."),
];

const OPEN: [(Role, &str); 2] = [
    (Role::Headline, "Holm opens the harbour"),
    (
        Role::Body,
        "Mara Holm, the harbour master, let Nordline sail from Port Lennar. The director thanked Norland. Nordline \
         said that the storm had cost it a million.",
    ),
];

const SPUN: [(Role, &str); 1] = [(
    Role::Body,
    "Dock chief M Holm unlocked the port, as Nordline wished. Nordline paid Norland. Ann Quist of the Index \
     counted ships for the Index.",
)];

fn held() -> (Entry, Vec<Option<&'static str>>) {
    let words: [Words<'static>; 14] = [
        ("Port Lennar", 0, How::Name, Some("port-lennar")),
        ("Mara Holm", 0, How::Name, Some("mara-holm")),
        ("Port Lennar", 1, How::Name, Some("port-lennar")),
        ("Nordline", 0, How::Name, Some("nordline")),
        ("Holm", 1, How::Surname, Some("mara-holm")),
        ("She", 0, How::Pronoun, Some("mara-holm")),
        ("Norland", 0, How::Name, Some("norland")),
        ("Norlandic", 0, How::Demonym, Some("norland")),
        ("Per Holm", 0, How::Name, Some("per-holm")),
        ("Nordline", 1, How::Name, Some("nordline")),
        ("Monday", 0, How::Name, None),
        ("Wednesday", 0, How::Name, None),
        ("reporters", 0, How::Description, None),
        ("sailors", 0, How::Description, None),
    ];
    let (mut entry, ids) = naming(dated(article("held", &HELD), HELD[0].1, "2020-03-02"), &kind_of, &words);
    note(&mut entry, "Mara Holm", "Harbour director", Tie::Title);
    note(&mut entry, "Per Holm", "pilot", Tie::Apposition);
    note(&mut entry, "Nordline", "ferry company", Tie::Title);
    entry.article.meta.outlet = Some(Known::stated(OutletId::new("courier"), None));
    (entry, ids)
}

fn open() -> (Entry, Vec<Option<&'static str>>) {
    let words: [Words<'static>; 7] = [
        ("Holm", 0, How::Surname, Some("mara-holm")),
        ("Mara Holm", 0, How::Name, Some("mara-holm")),
        ("Nordline", 0, How::Name, Some("nordline")),
        ("Port Lennar", 0, How::Name, Some("port-lennar")),
        ("The director", 0, How::Description, Some("mara-holm")),
        ("Norland", 0, How::Name, Some("norland")),
        ("Nordline", 1, How::Name, Some("nordline")),
    ];
    let (mut entry, ids) = naming(dated(article("open", &OPEN), OPEN[0].1, "2020-03-04"), &kind_of, &words);
    note(&mut entry, "Mara Holm", "harbour master", Tie::Apposition);
    (entry, ids)
}

fn spun() -> (Entry, Vec<Option<&'static str>>) {
    let words: [Words<'static>; 7] = [
        ("M Holm", 0, How::Alias, Some("mara-holm")),
        ("Nordline", 0, How::Name, Some("nordline")),
        ("Nordline", 1, How::Name, Some("nordline")),
        ("Norland", 0, How::Name, Some("norland")),
        ("Ann Quist", 0, How::Name, None),
        ("Index", 0, How::Name, Some("index")),
        ("Index", 1, How::Name, Some("index")),
    ];
    let (mut entry, ids) = naming(dated(article("spun", &SPUN), "Port unlocked", "2020-03-05"), &kind_of, &words);
    note(&mut entry, "M Holm", "Dock chief", Tie::Title);
    entry.article.meta.altered = Some(Known::stated("reworded by a machine".to_owned(), None));
    (entry, ids)
}

fn director() -> Actor {
    let mut mara = actor("mara-holm", "Mara Holm", ActorKind::Person);
    mara.roles = vec![
        role("Harbour director", Some(at(0, 2)), 1, false),
        role("harbour master", Some(at(1, 2)), 1, false),
        role("Dock chief", Some(at(2, 1)), 1, true),
    ];
    mara.linking = vec![
        joined("Mara Holm", Why::SameName, 2, at(0, 2)),
        joined("Holm", Why::Surname, 2, at(0, 3)),
        joined("M Holm", Why::Record, 1, at(2, 1)),
    ];
    mara.apart = vec![Apart {
        text: "Per Holm".to_owned(),
        actor: Some(ActorId::new("per-holm")),
        why: "the given names differ",
        example: Some(at(0, 6)),
    }];
    mara.record = Some(Record {
        id: ActorId::new("mara-holm"),
        path: "content/actors/mara-holm.md".to_owned(),
        name: "Mara Holm".to_owned(),
        kind: ActorKind::Person,
        aliases: vec!["M Holm".to_owned()],
        not: vec!["Per Holm".to_owned()],
        was: vec![ActorId::new("m-holm"), ActorId::new("nordline"), ActorId::new("index")],
        roles: vec![RecordRole {
            title: "Director of the harbour".to_owned(),
            of: Some(ActorId::new("nordline")),
            from: PartialDate::from_iso("2016"),
            to: None,
        }],
        wikidata: Some("Q42".to_owned()),
        hide: false,
        note: "# Standing\n\nIn office since *2016*. [@held \"people come first\"]\n\n<script>alert(1)</script>\n\n\
               See [her page](https://port.example/holm) or [this](javascript:alert(1))."
            .to_owned(),
    });
    mara
}

/// Three articles, one of them altered, about the harbour of an island.
pub fn islands() -> Dossier {
    let mut norland = actor("norland", "Norland", ActorKind::State);
    norland.linking = vec![joined("Norland", Why::Listed, 3, at(0, 5))];
    let mut nordline = actor("nordline", "Nordline", ActorKind::Organization);
    nordline.roles = vec![role("ferry company", Some(at(0, 2)), 1, false)];
    let actors = vec![
        director(),
        norland,
        nordline,
        actor("per-holm", "Per Holm", ActorKind::Person),
        actor("port-lennar", "Port Lennar", ActorKind::Place),
        actor("index", "The Index", ActorKind::Organization),
    ];
    let mut dossier = cast(vec![held(), open(), spun()], actors);
    let quist = dossier.entries[2].actors.iter().position(Option::is_none).unwrap();
    dossier.unlinked = vec![Unlinked {
        text: "Ann Quist".to_owned(),
        kind: ActorKind::Person,
        mentions: vec![MentionRef { entry: 2, mention: u32::try_from(quist).unwrap() }],
        candidates: vec![ActorId::new("mara-holm")],
    }];
    let mut courier = Outlet::named("The Courier");
    courier.id = OutletId::new("courier");
    courier.grade = Grade::B;
    dossier.outlets.insert(courier.id.clone(), courier);
    "The harbour of Port Lennar".clone_into(&mut dossier.settings.title);
    dossier
}
