//! Joins the names of people within an article.

use super::form::{Form, Joins};
use crate::base::SentenceId;
use crate::model::{ActorKind, How, Mention, Role, Why};
use crate::text::lexicon::words::WORDS;
use crate::text::naming::{self, PersonName};
use crate::text::naming::{Gender, Page};
use std::collections::BTreeMap;

/// A person of the article with a full name.
struct Bearer {
    form: u32,
    name: PersonName,
    gender: Option<Gender>,
    titles: Vec<u16>,
    /// Where the full name stands first.
    sentence: SentenceId,
}

/// Joins full names that are one person's, then surnames and given names alone with the one full name they fit.
pub(super) fn join(page: &Page<'_>, forms: &[Form], joins: &mut Joins) {
    let mut bearers = bearers(page, forms);
    full_names(page, forms, &mut bearers, joins);
    let mut surnames: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut given: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, bearer) in bearers.iter().enumerate() {
        surnames.entry(bearer.name.surname.as_str()).or_default().push(at);
        given.entry(bearer.name.written.as_str()).or_default().push(at);
    }
    let mut is_bearer = vec![false; forms.len()];
    for bearer in &bearers {
        is_bearer[bearer.form as usize] = true;
    }
    let by_key: BTreeMap<&str, u32> = (0..).zip(forms).map(|(at, form)| (form.key.as_str(), at)).collect();
    for (at, form) in (0..).zip(forms) {
        let short_acronym = form.acronym && form.key.len() < 4;
        if short_acronym || is_bearer[at as usize] || joins.root(at) != at || !may_be_person(page, form) {
            continue;
        }
        let surname = naming::surname(&form.key);
        if let Some(found) = surnames.get(surname.as_str()).filter(|_| naming::is_bare(text_of(page, form), &form.key))
        {
            let fits = |bearer: &&Bearer| naming::may_be_surname(&form.key, &forms[bearer.form as usize].key);
            let found: Vec<&Bearer> = found.iter().map(|at| &bearers[*at]).filter(fits).collect();
            // Who is called by the given name beside it is not who is called by the surname.
            let aside = |bearer: &&Bearer| {
                let given = by_key.get(bearer.name.written.as_str());
                given.is_some_and(|given| side_by_side(page, &form.mentions, &forms[*given as usize].mentions))
            };
            if !found.is_empty() && !found.iter().any(aside) {
                let found = chief(forms, &found).map_or(found, |chief| vec![chief]);
                by_surname(page, forms, at, &found, joins);
            }
        } else if let Some(found) = given.get(form.key.as_str()).filter(|_| form.kind == ActorKind::Person) {
            let found: Vec<&Bearer> = found.iter().map(|at| &bearers[*at]).collect();
            if one_actor(joins, &found) && agree(gender(page, &form.mentions), found[0].gender) {
                joins.join(at, found[0].form, How::Alias, Why::GivenName);
            }
        }
    }
}

/// How many times as often as the others of a surname its chief bearer must be named in full.
const CLEARLY: usize = 2;

/// The one of several bearers of a surname whom the article is about: named first, and in full clearly more often than the
/// others together, as a man is beside his father and brothers. The bare surname is his.
fn chief<'b>(forms: &[Form], found: &[&'b Bearer]) -> Option<&'b Bearer> {
    let times = |bearer: &Bearer| forms[bearer.form as usize].mentions.len();
    let first = found.iter().min_by_key(|bearer| (bearer.sentence, forms[bearer.form as usize].mentions[0]))?;
    let others: usize = found.iter().filter(|bearer| bearer.form != first.form).map(|bearer| times(bearer)).sum();
    (found.len() > 1 && others > 0 && times(first) >= others * CLEARLY).then_some(*first)
}

/// The people of the article with a full name.
fn bearers(page: &Page<'_>, forms: &[Form]) -> Vec<Bearer> {
    let full = (0..).zip(forms).filter(|(_, form)| form.kind == ActorKind::Person && form.meanings.is_empty());
    full.filter_map(|(at, form)| {
        let name = PersonName::parse(text_of(page, form), &form.key)?;
        let mut titles: Vec<u16> =
            form.mentions.iter().take(LOOKED_AT).flat_map(|at| page.titles(&page.mentions[*at as usize])).collect();
        titles.sort_unstable();
        titles.dedup();
        let sentence = page.mentions[form.mentions[0] as usize].sentence;
        Some(Bearer { form: at, name, gender: gender(page, &form.mentions), titles, sentence })
    })
    .collect()
}

/// The name as its first mention writes it.
fn text_of<'t>(page: &Page<'t>, form: &Form) -> &'t str {
    page.mentions[form.mentions[0] as usize].span.of(page.text)
}

/// Mentions of one name whose surroundings are looked at.
const LOOKED_AT: usize = 20;

/// The gender that the words before the first mentions that tell it give.
fn gender(page: &Page<'_>, mentions: &[u32]) -> Option<Gender> {
    mentions.iter().take(LOOKED_AT).find_map(|at| page.gender(&page.mentions[*at as usize]))
}

/// Whether two genders can be one person's.
fn agree(a: Option<Gender>, b: Option<Gender>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// Joins full names that fit each other and no third person.
fn full_names(page: &Page<'_>, forms: &[Form], bearers: &mut [Bearer], joins: &mut Joins) {
    bearers.sort_by(|a, b| (&a.name, a.form).cmp(&(&b.name, b.form)));
    let mut start = 0;
    while start < bearers.len() {
        let same = bearers[start..].iter().take_while(|bearer| bearer.name.surname == bearers[start].name.surname);
        let end = start + same.count();
        // A page that names more people of one surname is a register, where nothing can be told.
        if (2..=MOST_OF_A_NAME).contains(&(end - start)) {
            family(page, forms, &bearers[start..end], joins);
        }
        start = end;
    }
}

/// Most full names of one surname in an article that are compared.
const MOST_OF_A_NAME: usize = 32;

/// Joins full names of one surname that fit each other and no other.
fn family(page: &Page<'_>, forms: &[Form], members: &[Bearer], joins: &mut Joins) {
    for (at, bearer) in members.iter().enumerate() {
        let key = &forms[bearer.form as usize].key;
        let fits = |other: &&Bearer| {
            let other_key = &forms[other.form as usize].key;
            let longer =
                is_part(key, other_key) && (bearer.name.written == "al" || !WORDS.given.has(&bearer.name.written));
            agree(bearer.gender, other.gender)
                && (longer || bearer.name.fits(&other.name))
                && !side_by_side(page, &forms[bearer.form as usize].mentions, &forms[other.form as usize].mentions)
        };
        let others = members.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
        let fitting: Vec<&Bearer> = others.filter(fits).collect();
        // Those that fit must fit each other too: "M. Holm" is neither Mara's nor Mark's where there are both.
        let apart = |pair: &[&Bearer]| !pair[0].name.fits(&pair[1].name) || !agree(pair[0].gender, pair[1].gender);
        if fitting.is_empty() || fitting.windows(2).any(apart) {
            continue;
        }
        let first = fitting[0];
        let middles = (bearer.name.middle.len(), first.name.middle.len());
        let longer = first.name.is_initial() && !bearer.name.is_initial() || middles.0 > middles.1;
        if longer || joins.root(bearer.form) == joins.root(first.form) {
            // The shorter name looks for the longer one, so that it finds all that it may be.
            continue;
        }
        let part = is_part(key, &forms[first.form as usize].key);
        let spelled = bearer.name.written != first.name.written && !bearer.name.is_initial() && !part;
        let why = if spelled { Why::Transliteration } else { Why::Shortened };
        joins.join(bearer.form, first.form, How::Name, why);
    }
}

/// Whether two names stand in one sentence of the text: those are two people, or the sentence would say a pronoun.
fn side_by_side(page: &Page<'_>, some: &[u32], others: &[u32]) -> bool {
    let sentences = |mentions: &[u32]| {
        let of = mentions.iter().take(LOOKED_AT).map(|at| page.mentions[*at as usize].sentence);
        of.collect::<std::collections::BTreeSet<_>>()
    };
    !sentences(some).is_disjoint(&sentences(others))
}

/// Whether the words of `short` are the last words of the longer name.
fn is_part(short: &str, long: &str) -> bool {
    long.strip_suffix(short).is_some_and(|rest| rest.ends_with(' '))
}

/// Whether a name of one word may be a person's: so tagged, or not after words that make it a place.
fn may_be_person(page: &Page<'_>, form: &Form) -> bool {
    let tagged = |at: &u32| page.mentions[*at as usize].kind == ActorKind::Person;
    // "Holm & Holm" is a firm.
    let of_firm = |at: &u32| {
        let span = page.mentions[*at as usize].span;
        let before = page.text[..span.start as usize].trim_end().ends_with('&');
        before || page.text[span.end as usize..].trim_start().starts_with('&')
    };
    if form.mentions.iter().take(LOOKED_AT).any(of_firm) {
        return false;
    }
    let listed = !form.meanings.is_empty();
    !listed && form.kind == ActorKind::Person
        || form.mentions.iter().any(tagged) && (!listed || form.mentions.iter().all(tagged))
}

/// Whether the bearers were all joined as one.
fn one_actor(joins: &Joins, bearers: &[&Bearer]) -> bool {
    bearers.iter().all(|bearer| joins.root(bearer.form) == joins.root(bearers[0].form))
}

/// Gives a surname alone to its one bearer, or each mention to the one that its title or the sentence before decides.
fn by_surname(page: &Page<'_>, forms: &[Form], at: u32, bearers: &[&Bearer], joins: &mut Joins) {
    let form = &forms[at as usize];
    let titled = |mention: u32| {
        let mention = &page.mentions[mention as usize];
        page.gender(mention).is_some() || !page.titles(mention).is_empty()
    };
    let known = bearers.iter().find_map(|bearer| bearer.gender);
    // "Per Dahl said that Dahl was well" speaks of another Dahl.
    let beside = |at: &u32| {
        let sentence = page.mentions[*at as usize].sentence;
        let earlier = page.mentions[..*at as usize].iter().enumerate().rev().take(LOOKED_AT);
        // "Joe Dahl's son says that Dahl is well" does not.
        let owner = |other: &Mention| page.text[other.span.end as usize..].starts_with(['\'', '’']);
        let mut here = earlier.take_while(|(_, other)| other.sentence == sentence && !owner(other));
        here.any(|(before, _)| bearers.iter().any(|bearer| joins.form_of[before] == bearer.form))
    };
    // "Rita Moe won, and Mrs Moe said": the title fits the given name.
    let given = bearers.iter().find_map(|bearer| WORDS.is_woman(&forms[bearer.form as usize].key));
    let addressed = |at: &u32| {
        let woman = page.gender(&page.mentions[*at as usize]).map(|gender| gender == Gender::Woman);
        woman.is_some() && woman == given
    };
    let fits = |mention: &u32| {
        agree(page.gender(&page.mentions[*mention as usize]), known) && (!beside(mention) || addressed(mention))
    };
    let alone = one_actor(joins, bearers);
    if alone && comes_late(page, form, bearers) {
        return;
    }
    if alone && form.mentions.iter().all(fits) {
        joins.join(at, bearers[0].form, How::Surname, Why::Surname);
        let titled = form.mentions.iter().filter(|mention| titled(**mention));
        joins.moved.extend(titled.map(|mention| (*mention, bearers[0].form, Why::TitledSurname)));
        return;
    }
    if bearers.len() > MOST_OF_A_NAME {
        return;
    }
    for &mention in &form.mentions {
        if alone {
            if fits(&mention) {
                joins.moved.push((mention, bearers[0].form, Why::Surname));
            }
        } else if let Some(bearer) = by_title(page, joins, mention, bearers) {
            joins.moved.push((mention, bearer, Why::TitledSurname));
        } else if let Some(bearer) = by_nearness(page, joins, mention, bearers) {
            joins.moved.push((mention, bearer, Why::Surname));
        }
    }
}

/// Whether the article speaks of the surname as if it were known before it gives the one full name: it is then another
/// person's as a rule, whose wife or brother is named later. Headlines and the first sentence need not wait.
fn comes_late(page: &Page<'_>, form: &Form, bearers: &[&Bearer]) -> bool {
    let body = |at: &&u32| {
        let sentence = page.sentence(&page.mentions[**at as usize]);
        sentence.is_some_and(|sentence| sentence.role == Role::Body && sentence.id.0 > 1)
    };
    let first = form.mentions.iter().find(body).map(|at| page.mentions[*at as usize].sentence);
    let late = |bearer: &&Bearer| first.is_some_and(|first| bearer.sentence > first);
    let titled = |at: &u32| {
        let titles = page.titles(&page.mentions[*at as usize]);
        bearers.iter().any(|bearer| titles.iter().any(|title| bearer.titles.binary_search(title).is_ok()))
    };
    bearers.iter().all(late) && !form.mentions.iter().take(LOOKED_AT).any(titled)
}

/// The one bearer whose title or gender the words before the mention fit.
fn by_title(page: &Page<'_>, joins: &Joins, at: u32, bearers: &[&Bearer]) -> Option<u32> {
    let mention = &page.mentions[at as usize];
    let (titles, gender) = (page.titles(mention), page.gender(mention));
    let in_office = |bearer: &&&Bearer| titles.iter().any(|title| bearer.titles.binary_search(title).is_ok());
    let gendered = |bearer: &&&Bearer| gender.is_some() && bearer.gender == gender;
    let possible = |bearer: &&&Bearer| gender.is_some() && agree(bearer.gender, gender);
    let one = |found: Vec<&&Bearer>| {
        let first = found.first()?.form;
        found.iter().all(|bearer| joins.root(bearer.form) == joins.root(first)).then_some(first)
    };
    one(bearers.iter().filter(in_office).filter(|bearer| agree(bearer.gender, gender)).collect())
        .or_else(|| one(bearers.iter().filter(gendered).collect()))
        .or_else(|| one(bearers.iter().filter(possible).collect()))
}

/// Paragraphs before a surname in which no other bearer may be named.
const ALONE_FOR: u32 = 2;

/// The one bearer named in the sentence before the mention's, where no other was named for some paragraphs. A full name in
/// the same sentence is another's as a rule: "Per Dahl said that Dahl was well".
fn by_nearness(page: &Page<'_>, joins: &Joins, at: u32, bearers: &[&Bearer]) -> Option<u32> {
    let mention = &page.mentions[at as usize];
    if page.gender(mention).is_some() || !page.titles(mention).is_empty() {
        return None;
    }
    let block = |mention: &Mention| page.sentence(mention).map_or(0, |sentence| sentence.block);
    let border = block(mention).saturating_sub(ALONE_FOR);
    let mut found: Option<u32> = None;
    let mut beside = Vec::new();
    for (before, other) in page.mentions[..at as usize].iter().enumerate().rev().take(LOOKED_AT) {
        if block(other) < border {
            break;
        }
        let root = joins.root(joins.form_of[before]);
        if other.sentence == mention.sentence && found.is_none() {
            beside.push(root);
            continue;
        }
        let Some(bearer) = bearers.iter().find(|bearer| joins.root(bearer.form) == root) else { continue };
        let far = found.is_none() && other.sentence.0 + 1 < mention.sentence.0;
        if far || found.is_some_and(|found| joins.root(found) != root) {
            return None;
        }
        found = Some(bearer.form);
    }
    found.filter(|found| !beside.contains(&joins.root(*found)))
}
