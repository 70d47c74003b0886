//! Finds numbers with what they count or measure.
//!
//! A number in digits or words is read with the hedge before it ("more than"), its unit or sign of money, and the noun
//! phrase behind it. What a date or time expression holds is none, but lengths of time are; nor are numbers that name
//! (flight 370, the G7, version 1.2.3). Each sentence is read once, from left to right.

mod lexicon;
mod measure;
mod noun;
mod number;

use crate::base::Span;
use crate::model::{DateExpression, DateKind, Hedge, Quantity, Sentence, Unit};
use crate::text::annotated::Text;
use crate::text::figures::{Kind, Piece, pieces};
use lexicon::{HEDGE, LABEL, MONTH};
use measure::Measured;
use number::{Number, Sort};

/// The quantities of `text`, in order, none in furniture; what a date or a time of day holds is none.
#[must_use]
pub fn quantities(text: &Text<'_>, dates: &[DateExpression]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut read = Vec::new();
    let mut date = 0;
    for (at, sentence) in text.sentences.iter().enumerate() {
        read.clear();
        read.extend(pieces(text, at));
        while dates.get(date).is_some_and(|date| date.span.end <= sentence.span.start) {
            date += 1;
        }
        let reader = Reader { text: text.saved, pieces: &read, dates: &dates[date..], sentence };
        reader.read(&mut found);
    }
    found
}

struct Reader<'t> {
    text: &'t str,
    pieces: &'t [Piece<'t>],
    /// The date expressions that do not end before the sentence.
    dates: &'t [DateExpression],
    sentence: &'t Sentence,
}

impl Reader<'_> {
    fn read(&self, found: &mut Vec<Quantity>) {
        let mut at = 0;
        let mut from = 0;
        while at < self.pieces.len() {
            let quantity = if number::may_start(&self.pieces[at]) { self.quantity(at, from) } else { None };
            match quantity {
                Some((quantity, next)) => {
                    found.push(quantity);
                    (at, from) = (next, next);
                }
                None => at = self.behind_figures(at),
            }
        }
    }

    /// Past a piece; past the rest of a number that was refused, too, so that no part of it counts alone.
    fn behind_figures(&self, at: usize) -> usize {
        let mut next = at + 1;
        if self.pieces[at].is_figure() {
            let part = |piece: &Piece<'_>| {
                !piece.spaced && !matches!(piece.kind, Kind::Mark(',' | ';' | ')' | '(' | '"' | '”'))
            };
            while self.pieces.get(next).is_some_and(part) {
                next += 1;
            }
        }
        next
    }

    fn word(&self, at: usize) -> &str {
        self.pieces.get(at).map_or("", Piece::small)
    }

    /// The quantity whose number starts at piece `at`, and the piece after it; its hedge starts no earlier than `from`.
    fn quantity(&self, at: usize, from: usize) -> Option<(Quantity, usize)> {
        let sign = measure::sign_before(self.text, self.pieces, at, from);
        let first = number::made_ordinal(self.pieces, number::read(self.pieces, at, sign.is_some())?);
        if self.names(at, &first, sign.is_some()) {
            return None;
        }
        let number = self.range(first, at, sign.is_some());
        let start = sign.as_ref().map_or(at, |sign| sign.start);
        let (hedge, start) = self.hedge(start, from, &number);
        let Measured { unit, factor, next } = measure::unit_at(self.pieces, &number, sign.as_ref());
        let (hedge, next) = self.suffix(hedge, next);
        let noun = self.noun(&number, &unit, next);
        if !self.counts(at, &number, &unit, hedge, noun) {
            return None;
        }
        let (hedge, end) = self.suffix(hedge, noun.map_or(next, |(_, end)| end));
        let span = Span { start: self.pieces[start].span.start, end: self.pieces[end - 1].span.end };
        let written = Span { start: self.pieces[at].span.start, end: self.pieces[number.next - 1].span.end };
        if self.is_date(written) {
            return None;
        }
        let of = |value: i64| value.checked_mul(factor);
        let noun =
            noun.map(|(from, to)| Span { start: self.pieces[from].span.start, end: self.pieces[to - 1].span.end });
        let quantity = Quantity {
            span,
            sentence: self.sentence.id,
            number: written,
            written: number.plain(written.of(self.text)),
            thousandths: of(number.value)?,
            to: number.to.and_then(of),
            hedge,
            unit,
            noun,
            rule: number.rule(),
        };
        Some((quantity, end))
    }

    /// Whether the words are, or lie in, a date or a time of day.
    fn is_date(&self, span: Span) -> bool {
        let near = self.dates.iter().take_while(|date| date.span.start < span.end);
        near.filter(|date| date.kind != DateKind::Duration).any(|date| date.span.overlap(span).is_some())
    }

    /// Whether a number names instead of counting: "flight 370", "F-16", "555-0123", "the Six Nations", "3:15".
    fn names(&self, at: usize, number: &Number, money: bool) -> bool {
        let piece = &self.pieces[at];
        let before = at.checked_sub(1).map(|before| &self.pieces[before]);
        let glued = !piece.spaced
            && before.is_some_and(|before| match before.kind {
                Kind::Word | Kind::Mark('-' | '.' | '/' | ':' | '#' | '@' | '&' | '_' | '+') => !money,
                _ => false,
            });
        let label = number.digits
            && before.is_some_and(|before| {
                LABEL.has(before.small()) || before.is_mark('.') && at > 1 && LABEL.has(self.word(at - 2))
            });
        let after = self.pieces.get(number.next);
        let tail = number.digits
            && after.is_some_and(|after| {
                let next = self.pieces.get(number.next + 1);
                let goes_on = next.is_some_and(|next| !next.spaced && next.is_figure());
                !after.spaced
                    && (matches!(after.kind, Kind::Mark(':' | '/' | '.' | ',')) && goes_on || after.is_mark('#'))
            });
        let capital = |piece: &Piece<'_>| piece.text.starts_with(char::is_uppercase);
        let name = at > 0 && !number.digits && capital(piece) && after.is_some_and(capital);
        // A day, where no date expression holds it already; "may" and "march" are words of their own.
        let month = |piece: &Piece<'_>| MONTH.has(piece.small()) && capital(piece);
        let day = number.digits && number.value <= 31_000 && (before.is_some_and(month) || after.is_some_and(month));
        glued || label || tail || name || day
    }

    /// "ten to twelve", "10–12", "between 10 and 12", "two or three".
    fn range(&self, first: Number, at: usize, money: bool) -> Number {
        if !matches!(first.sort, Sort::Cardinal) || first.to.is_some() {
            return first;
        }
        let before = at.checked_sub(1 + usize::from(money)).map_or("", |before| self.word(before));
        let Some(middle) = self.pieces.get(first.next) else { return first };
        let joins = match middle.small() {
            "to" => before != "from",
            "and" => before == "between",
            "or" => true,
            _ => middle.is_hyphen() && first.digits,
        };
        if !joins {
            return first;
        }
        let mut start = first.next + 1;
        start += usize::from(measure::is_sign(self.text, self.pieces, start));
        let second = number::read(self.pieces, start, money).filter(|second| second.sort == Sort::Cardinal);
        let Some(second) = second.filter(|second| second.digits == first.digits) else { return first };
        // "10 to 12 million": one scale for both.
        let scale = if first.scaled == 1 && second.value > first.value.saturating_mul(second.scaled) {
            second.scaled
        } else {
            1
        };
        match first.value.checked_mul(scale) {
            Some(value) if value < second.value => Number { value, to: Some(second.value), ..second },
            _ => first,
        }
    }

    /// The hedge before piece `start`, and where it begins.
    fn hedge(&self, start: usize, from: usize, number: &Number) -> (Hedge, usize) {
        let mut phrase = String::new();
        let mut best = None;
        for at in (from.max(start.saturating_sub(5))..start).rev() {
            let word = self.word(at);
            if word.is_empty() {
                break;
            }
            phrase = if phrase.is_empty() { word.to_owned() } else { format!("{word} {phrase}") };
            best = HEDGE.get(&phrase).map(|hedge| (*hedge, at)).or(best);
        }
        let between = number.to.is_some() && start > from && self.word(start - 1) == "between";
        let vague = number.sort == Sort::Vague;
        match best {
            _ if number.sort == Sort::Ordinal => (Hedge::Exact, start),
            Some((Hedge::About, at)) if vague => (Hedge::About, at),
            Some((hedge, at)) => (hedge, at),
            None if between => (Hedge::Exact, start - 1),
            None => (if vague { Hedge::About } else { Hedge::Exact }, start),
        }
    }

    /// "or more", "or so", "+" at piece `at`, and the piece after it.
    fn suffix(&self, hedge: Hedge, at: usize) -> (Hedge, usize) {
        if hedge != Hedge::Exact {
            return (hedge, at);
        }
        match (self.word(at), self.word(at + 1)) {
            ("or" | "and", "more") => (Hedge::AtLeast, at + 2),
            ("or", "fewer" | "less") => (Hedge::AtMost, at + 2),
            ("or", "so") => (Hedge::About, at + 2),
            _ if self.pieces.get(at).is_some_and(|piece| !piece.spaced && piece.is_mark('+')) => {
                (Hedge::AtLeast, at + 1)
            }
            _ => (hedge, at),
        }
    }

    /// What is counted or measured.
    fn noun(&self, number: &Number, unit: &Unit, next: usize) -> Option<(usize, usize)> {
        let behind = |prepositions: &[&str]| noun::noun_behind(self.pieces, next, prepositions);
        match unit {
            Unit::Count if number.sort == Sort::Vague => behind(&["of"]).or_else(|| noun::noun_at(self.pieces, next)),
            Unit::Count => noun::noun_at(self.pieces, next).or_else(|| behind(&["of"])),
            Unit::Ordinal => noun::noun_at(self.pieces, next),
            Unit::Percent if number.sort == Sort::Part => {
                behind(&["of"]).or_else(|| noun::noun_behind_owner(self.pieces, next))
            }
            // "20 kilometres south" has no noun, "a 10-year war" has.
            Unit::Measure(_) if self.pieces.get(number.next).is_some_and(Piece::is_hyphen) => {
                noun::noun_at(self.pieces, next)
            }
            // "tonnes of grain", but not "miles of the coast".
            Unit::Measure(_) if matches!(self.word(next + 1), "the" | "its" | "their") => None,
            Unit::Percent | Unit::Measure(_) => behind(&["of"]),
            Unit::Money(_) => behind(&["of", "in"]).or_else(|| noun::noun_at(self.pieces, next)),
        }
    }

    /// Whether what was read counts or measures something for certain.
    fn counts(&self, at: usize, number: &Number, unit: &Unit, hedge: Hedge, noun: Option<(usize, usize)>) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        match (number.sort, unit) {
            (Sort::Ordinal, _) => noun.is_some() && before != "at",
            (Sort::Cardinal, Unit::Count) => {
                let year = number.digits
                    && number.to.is_none_or(|to| (1_900_000..2_100_000).contains(&to))
                    && (1_900_000..2_100_000).contains(&number.value)
                    && self.pieces[at].text.len() == 4
                    && number.value % 1000 == 0
                    && hedge == Hedge::Exact;
                let one = number.value == 1000 && !number.digits;
                let pronoun = one
                    && (noun.is_none()
                        || self.word(number.next) == "of"
                        || matches!(
                            before,
                            "the" | "no" | "this" | "that" | "every" | "any" | "each" | "some" | "which"
                        ));
                let unhedged = hedge == Hedge::Exact && number.to.is_none() && noun.is_none();
                !(year || pronoun || unhedged && number.value < 1_000_000 && self.is_loose(at, number))
            }
            _ => true,
        }
    }

    /// Whether a bare number stands where nothing says that it counts: a list, a score, a heading.
    fn is_loose(&self, at: usize, number: &Number) -> bool {
        let mark = |piece: Option<&Piece<'_>>| {
            piece.is_some_and(|piece| matches!(piece.kind, Kind::Mark('-' | '–' | ':' | ')' | '.' | '(')))
        };
        let before = at.checked_sub(1).and_then(|before| self.pieces.get(before));
        at == 0 && mark(self.pieces.get(number.next))
            || self.pieces.get(number.next).is_some_and(|piece| !piece.spaced && piece.is_hyphen())
            || before.is_some_and(|before| before.is_mark('('))
    }
}
