//! Who was spoken of before a sentence, paragraph by paragraph.

use super::clause::Stands;
use super::people::Person;
use crate::text::naming::Gender;

/// Who of several people can be meant.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Choice {
    #[default]
    Nobody,
    /// The one actor, and the best place of the words for it.
    One(u32, Stands),
    /// Somebody without a name.
    Unnamed,
    Several,
}

impl Choice {
    /// The choice where `person` can be meant, too. One who is only named in somebody's own words may be, but nobody can tell.
    fn with(self, person: &Person) -> Self {
        let known = matches!(self, Self::One(one, _) if person.actor == Some(one));
        match (self, person.actor.filter(|_| known || !person.quoted)) {
            (Self::Nobody, Some(actor)) => Self::One(actor, person.stands),
            (Self::Nobody | Self::Unnamed, None) => Self::Unnamed,
            (Self::One(one, stands), Some(actor)) if one == actor => {
                Self::One(one, if person.stands == Stands::Subject { Stands::Subject } else { stands })
            }
            _ => Self::Several,
        }
    }

    /// The choice where `people` of this gender can be meant, too: first those of the text, then those of quoted words.
    fn among<'p>(self, people: &(impl Iterator<Item = &'p Person> + Clone), gender: Gender) -> Self {
        let told = |quoted: bool| people.clone().filter(move |person| person.quoted == quoted && person.can_be(gender));
        told(true).fold(told(false).fold(self, Self::with), Self::with)
    }
}

/// Who of `people` a pronoun of this gender can mean.
pub(super) fn choose<'p>(people: &(impl Iterator<Item = &'p Person> + Clone), gender: Gender) -> Choice {
    Choice::Nobody.among(people, gender)
}

/// The people of a paragraph.
#[derive(Debug, Default)]
struct Paragraph {
    sentences: Vec<Vec<Person>>,
    /// Who of all of them can be meant, by gender.
    choice: [Choice; 2],
}

/// What was read before a sentence.
#[derive(Debug, Default)]
pub(super) struct Before {
    /// Its paragraph, as far as it was read.
    here: Paragraph,
    /// The paragraph before.
    last: Paragraph,
    /// Who of all paragraphs before can be meant, by gender.
    earlier: [Choice; 2],
}

impl Before {
    /// Takes in a sentence's people.
    pub(super) fn read(&mut self, people: Vec<Person>) {
        for gender in [Gender::Woman, Gender::Man] {
            for choice in [&mut self.here.choice, &mut self.earlier] {
                let choice = &mut choice[gender as usize];
                *choice = choice.among(&people.iter(), gender);
            }
        }
        self.here.sentences.push(people);
    }

    /// Ends a paragraph.
    pub(super) fn end_paragraph(&mut self) {
        self.last = std::mem::take(&mut self.here);
    }

    /// Parts the text: what comes goes on from no paragraph.
    pub(super) fn part(&mut self) {
        self.last = Paragraph::default();
    }

    /// The people of each sentence before, the nearest first, of the paragraph and the one before.
    pub(super) fn nearest(&self) -> impl Iterator<Item = &Vec<Person>> {
        self.here.sentences.iter().rev().chain(self.last.sentences.iter().rev())
    }

    /// Who was spoken of in the paragraph or, where nobody was, in the one before, or at all.
    pub(super) fn context(&self, gender: Gender) -> Choice {
        let chosen = [self.here.choice, self.last.choice].into_iter().map(|choice| choice[gender as usize]);
        chosen.into_iter().find(|choice| !matches!(choice, Choice::Nobody)).unwrap_or_else(|| self.earlier(gender))
    }

    /// Who was spoken of at all.
    pub(super) fn earlier(&self, gender: Gender) -> Choice {
        self.earlier[gender as usize]
    }
}
