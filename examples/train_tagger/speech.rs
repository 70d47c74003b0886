//! Trains the tagger of parts of speech and the tables of lemmas and of certain tags; writes `src/text/tagger/speech/weights.bin`, and
//! `lemmas.txt` and `tags.txt` of `src/text/lexicon/lists`.
//!
//! A file holds a word a line (form, UPOS, lemma, and `_` where no space follows; between tabs), an empty line after each
//! sentence, `# NAME` before each document. The first is only measured on, the others are trained on.

use super::chain::{Chain, Run};
use super::dictionary::Dictionary;
use super::{certain, lemmas, table};
use cuttings::base::Span;
use cuttings::text::gazetteer::{GAZETTEER, Word};
use cuttings::text::lexicon::file::File;
use cuttings::text::tagger::lemma::Lemmas;
use cuttings::text::tagger::model::Model;
use cuttings::text::tagger::speech::{self, Features, SLOT, Weights};
use cuttings::text::tagger::upos::{TAGS, Upos};
use cuttings::text::token::{Token, letter_case, tokenize};
use std::collections::BTreeMap;
use std::error::Error;

/// Rounds before features are dropped, and after.
const ROUNDS: [usize; 2] = [8, 8];
/// Lines of the table of weights, a power of two: one megabyte.
const LINES: usize = 1 << 13;

/// A sentence with its right tags and lemmas.
struct Sentence {
    text: String,
    /// Its words as the treebank cuts them, tagged rightly.
    tokens: Vec<Token>,
    lemmas: Vec<String>,
}

/// Trains on the files of `arguments` but the first.
pub(crate) fn train(arguments: &[String]) -> Result<(), Box<dyn Error>> {
    let [dev, train @ ..] = arguments else { return Err("usage: train_tagger speech DEV.tsv TRAIN.tsv ...".into()) };
    let mut sentences = Vec::new();
    for file in train {
        sentences.extend(read(&std::fs::read_to_string(file)?)?);
    }
    let dev = read(&std::fs::read_to_string(dev)?)?;

    let rules = lemmas::learn(words(&sentences));
    let read: &'static str = rules.clone().leak();
    eprintln!("lemmas: {} lines, {} bytes", rules.lines().count(), rules.len());
    measure_lemmas(&Lemmas::read(File::new(read)), &dev);
    std::fs::write("src/text/lexicon/lists/lemmas.txt", rules)?;
    // Read by the program as it is built: the figures below are those of the list that stood there before.
    std::fs::write("src/text/lexicon/lists/tags.txt", certain::learn(words(&sentences)))?;

    let mut dictionary = Dictionary::of(|each| sentences.iter().for_each(|one| each_word(one, &mut *each)));
    let runs = |dictionary: &Dictionary| -> Vec<Run> { sentences.iter().map(|one| run(one, dictionary)).collect() };
    eprintln!("{} sentences, {} features", sentences.len(), dictionary.len());
    let mut chain = Chain::<TAGS>::new(dictionary.len(), speech::may_follow);
    let all = runs(&dictionary);
    (0..ROUNDS[0]).for_each(|round| chain.train(&all, round));
    let right: usize = dev.iter().map(|one| right_tags(&chain.tags(&run(one, &dictionary)), one)).sum();
    eprintln!("before features are dropped: {}", share(right, dev.iter().map(|one| one.tokens.len()).sum()));
    table::drop_least(&mut dictionary, &chain, LINES, SLOT);
    let kept = runs(&dictionary);
    (ROUNDS[0]..ROUNDS[0] + ROUNDS[1]).for_each(|round| chain.train(&kept, round));
    let bytes = table::bytes(&dictionary, &chain, LINES, SLOT);
    std::fs::write("src/text/tagger/speech/weights.bin", &bytes)?;
    eprintln!("{} bytes written", bytes.len());
    measure(&Model::read(bytes.leak(), speech::may_follow), &dev);
    Ok(())
}

/// Parts of words, before which the treebank's files do not say that no space stands.
const CLITICS: [&str; 7] = ["'s", "'ll", "'re", "'ve", "'d", "'m", "n't"];

fn read(file: &str) -> Result<Vec<Sentence>, Box<dyn Error>> {
    let empty = || Sentence { text: String::new(), tokens: Vec::new(), lemmas: Vec::new() };
    let (mut all, mut sentence) = (Vec::new(), empty());
    for line in file.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match fields.as_slice() {
            [form, tag, lemma, rest @ ..] => {
                if CLITICS.iter().any(|clitic| clitic.eq_ignore_ascii_case(&form.replace('’', "'"))) {
                    sentence.text.truncate(sentence.text.trim_end().len());
                }
                let tag = Upos::named(tag).ok_or_else(|| format!("unknown tag: {line}"))?;
                let (start, spaced) = (sentence.text.len(), sentence.text.is_empty() || sentence.text.ends_with(' '));
                sentence.text.push_str(form);
                let span = Span::new(start, sentence.text.len());
                sentence.tokens.push(Token { tag, ..Token::new(&sentence.text, span, spaced) });
                sentence.lemmas.push((*lemma).to_owned());
                sentence.text.push_str(if rest.is_empty() { " " } else { "" });
            }
            [""] if !sentence.tokens.is_empty() => all.push(std::mem::replace(&mut sentence, empty())),
            _ => {}
        }
    }
    all.extend(Some(sentence).filter(|sentence| !sentence.tokens.is_empty()));
    Ok(all)
}

fn known(tokens: &[Token]) -> Vec<Word> {
    tokens.iter().map(|token| GAZETTEER.word(token.folded)).collect()
}

/// Calls `each` with the hashes of the features of every word.
fn each_word(sentence: &Sentence, each: &mut dyn FnMut(&[u64])) {
    let mut features = Features::default();
    features.read(&sentence.text, &sentence.tokens, &known(&sentence.tokens), letter_case(&sentence.tokens));
    for at in 0..features.words().len() {
        features.fill(at);
        each(&features.hashes.0);
    }
}

fn run(sentence: &Sentence, dictionary: &Dictionary) -> Run {
    let mut run = Run::new(sentence.tokens.iter().map(|token| token.tag as u8).collect(), 1.0);
    each_word(sentence, &mut |hashes| run.push(hashes, dictionary));
    run
}

fn right_tags(tags: &[u8], sentence: &Sentence) -> usize {
    sentence.tokens.iter().zip(tags).filter(|(token, tag)| token.tag as u8 == **tag).count()
}

fn share(part: usize, of: usize) -> String {
    format!("{:.2} % ({part} of {of})", 100.0 * part as f64 / of.max(1) as f64)
}

/// Prints how well words are tagged by `weights` as the program reads them: the treebank's own words, then those that
/// the program cuts, where a word's tag is that of what covers most of it.
fn measure(weights: &Weights, sentences: &[Sentence]) {
    let all: usize = sentences.iter().map(|sentence| sentence.tokens.len()).sum();
    let (mut right, mut right_of_own) = (0, 0);
    let mut wrong: BTreeMap<(Upos, Upos), usize> = BTreeMap::new();
    for sentence in sentences {
        let mut tokens = sentence.tokens.clone();
        tag(weights, &sentence.text, &mut tokens);
        for (token, gold) in tokens.iter().zip(&sentence.tokens) {
            right += usize::from(token.tag == gold.tag);
            *wrong.entry((gold.tag, token.tag)).or_default() += usize::from(token.tag != gold.tag);
        }
        let mut own = Vec::new();
        tokenize(&sentence.text, Span::new(0, sentence.text.len()), &mut own);
        tag(weights, &sentence.text, &mut own);
        right_of_own += sentence.tokens.iter().filter(|gold| tag_at(&own, gold.span) == Some(gold.tag)).count();
    }
    eprintln!("treebank's words: {}", share(right, all));
    eprintln!("the program's words: {}", share(right_of_own, all));
    let mut wrong: Vec<_> = wrong.into_iter().collect();
    wrong.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for ((gold, tag), count) in wrong.into_iter().take(12) {
        eprintln!("  {} taken for {}: {count}", gold.name(), tag.name());
    }
}

fn tag(weights: &Weights, text: &str, tokens: &mut [Token]) {
    let (known, all) = (known(tokens), 0..tokens.len());
    speech::tag(weights, text, tokens, &known, &[all]);
}

/// The tag of the token that covers most of `span`, of the first of several.
fn tag_at(tokens: &[Token], span: Span) -> Option<Upos> {
    let shared = |token: &Token| token.span.overlap(span).map_or(0, |shared| shared.len());
    tokens.iter().rev().max_by_key(|token| shared(token)).map(|token| token.tag)
}

/// Form, tag and lemma of every word.
fn words(sentences: &[Sentence]) -> impl Iterator<Item = (&str, Upos, &str)> {
    sentences.iter().flat_map(|sentence| {
        let words = sentence.tokens.iter().zip(&sentence.lemmas);
        words.map(|(token, lemma)| (token.span.of(&sentence.text), token.tag, lemma.as_str()))
    })
}

/// Prints how many lemmas are right, in small letters, of words of the right tag.
fn measure_lemmas(lemmas: &Lemmas, sentences: &[Sentence]) {
    let (mut right, mut all) = (0, 0);
    let mut tags: BTreeMap<Upos, (usize, usize)> = BTreeMap::new();
    for (form, tag, lemma) in words(sentences) {
        let (found, lemma) = (lemmas.lemma(form, tag).to_lowercase(), lemma.to_lowercase());
        let same = found == lemma;
        (right, all) = (right + usize::from(same), all + 1);
        let counts = tags.entry(tag).or_default();
        *counts = (counts.0 + usize::from(same), counts.1 + 1);
    }
    eprintln!("lemmas of words of the right tag: {}", share(right, all));
    for (tag, (right, all)) in tags {
        eprintln!("  {}: {}", tag.name(), share(right, all));
    }
}
