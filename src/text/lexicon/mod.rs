//! The word lists, each a file that a person can read, all of one format and read here.

pub mod actors;
pub mod content;
pub mod file;
pub mod fold;
mod hash;
pub mod states;
pub mod stem;
pub mod table;
pub mod words;

use file::File;

macro_rules! files {
    ($($(#[doc = $about:literal])+ $name:ident = $file:literal;)*) => {
        $($(#[doc = $about])+
        pub const $name: File = File::new(include_str!(concat!("lists/", $file, ".txt")));)*

        /// Every list, with its name.
        #[cfg(test)]
        const ALL: &[(&str, &str)] = &[$(($file, include_str!(concat!("lists/", $file, ".txt")))),*];
    };
}

files! {
    /// What makes a sentence fit to stand for a claim.
    CLAIMS = "claims";
    /// How counts of people by what befell them are told apart.
    COUNTS = "counts";
    /// The words of date expressions, holidays, and words that tell past from future.
    DATES = "dates";
    /// The words of descriptions of actors, but for persons.
    DESCRIPTIONS = "descriptions";
    /// Words of which only one can be so, and words around a difference.
    DISCREPANCIES = "discrepancies";
    /// Words that tell how a date belongs to its sentence.
    EVENTS = "events";
    /// Phrases of furniture, credits, captions and bylines.
    FURNITURE = "furniture";
    /// Given names, whose they are, and their spellings.
    GIVEN_NAMES = "given_names";
    /// Words by which groups of words and clauses are told.
    GRAMMAR = "grammar";
    /// Irregular forms of words.
    IRREGULAR = "irregular";
    /// Common words of languages.
    LANGUAGES = "languages";
    /// Rules and exceptions by which lemmas are told, made by `examples/train_tagger.rs`.
    LEMMAS = "lemmas";
    /// The words that numbers are spelled with.
    NUMBERS = "numbers";
    /// Organisations, and the signs of agencies.
    ORGANIZATIONS = "organizations";
    /// Nouns for persons.
    PERSONS = "persons";
    /// Places that are no states.
    PLACES = "places";
    /// Words of amounts.
    QUANTITIES = "quantities";
    /// Verbs that say what two actors have to do with each other.
    RELATIONS = "relations";
    /// Words at the borders of sentences.
    SENTENCES = "sentences";
    /// Words that say the same, deny, or count people.
    SIMILARITY = "similarity";
    /// Words by what they do in a sentence that reports, and what reports.
    STATEMENTS = "statements";
    /// States with their names, capitals, peoples and seats of government.
    STATES = "states";
    /// Surnames.
    SURNAMES = "surnames";
    /// Words of one part of speech, made by `examples/train_tagger.rs`.
    TAGS = "tags";
    /// Titles, offices and ranks.
    TITLES = "titles";
    /// Words by class, in small letters.
    WORDS = "words";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_every_list_is_a_record_a_remark_or_goes_on() {
        for (name, text) in ALL {
            let mut inside = false;
            for line in text.lines() {
                let goes_on = line.starts_with("  ");
                assert!(!goes_on || inside, "{name}: nothing to go on with: {line}");
                inside = !line.starts_with('#');
                assert!(goes_on || !inside || line.contains(':'), "{name}: no class: {line}");
            }
        }
    }
}
