//! Tells the language of an article, as only English is analysed.

use super::lexicon::table::Table;
use crate::model::{Language, SavedText};
use crate::text::lexicon::LANGUAGES;
use std::sync::LazyLock;
use whichlang::{Lang, detect_language};

/// How much of a text is read to tell its language, in bytes; its longest lines come first, since
/// menus and forms have short ones and are often in another language.
const SAMPLE: usize = 6_000;

/// Fewest letters that a language in Latin script is told from.
const ENOUGH_LETTERS: usize = 40;

/// Least share of a language's commonest words among all words of running text. English news has
/// 0.25 and more, its closest relatives reach 0.06 with the words that they share with it.
const COMMON_WORDS: f64 = 0.10;

/// Least share of the letters that only one language has among all letters of its script.
const OWN_LETTERS: f64 = 0.003;

/// The language of `saved`.
///
/// A declared BCP 47 tag is believed. Otherwise the script decides, then letters that only one
/// language of the script has, then common words. Latin text of less than forty letters counts
/// as English.
#[must_use]
pub fn language(saved: &SavedText, declared: Option<&str>) -> Language {
    if let Some(tag) = declared.and_then(well_formed) {
        return described(tag);
    }
    let sample = sample_of(saved);
    described(detected(&sample).to_owned())
}

/// `tag` with hyphens, where it has the shape of a BCP 47 tag.
fn well_formed(tag: &str) -> Option<String> {
    let tag = tag.trim().replace('_', "-");
    let parts =
        tag.split('-').all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    let primary = tag.split('-').next()?;
    let plain = (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    (parts && plain && !primary.eq_ignore_ascii_case("und")).then_some(tag)
}

/// Languages that are written from right to left unless their tag names another script.
const FROM_RIGHT: [&str; 15] =
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "pnb", "ps", "sd", "syr", "ug", "ur", "yi"];

fn described(tag: String) -> Language {
    let lower = tag.to_ascii_lowercase();
    let mut parts = lower.split('-');
    let primary = parts.next().unwrap_or_default();
    let script = parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let right_to_left = script.map_or(FROM_RIGHT.contains(&primary), |script| {
        matches!(script, "arab" | "aran" | "hebr" | "thaa" | "syrc" | "nkoo" | "adlm")
    });
    Language { analysed: matches!(primary, "en" | "eng"), right_to_left, tag }
}

/// The longest lines of `saved`, up to [`SAMPLE`] bytes.
fn sample_of(saved: &SavedText) -> String {
    let mut lines: Vec<&str> = saved.lines.iter().map(|line| line.span.of(&saved.text)).collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.len()));
    let mut sample = String::new();
    for line in lines {
        let left = SAMPLE.saturating_sub(sample.len());
        let cut = (0..=left.min(line.len())).rev().find(|at| line.is_char_boundary(*at)).unwrap_or(0);
        sample.push_str(&line[..cut]);
        sample.push('\n');
        if sample.len() >= SAMPLE {
            break;
        }
    }
    sample
}

/// A script: its ranges of letters, the language it stands for unless letters tell another, and
/// those letters for each such language, tried in order.
struct Script {
    ranges: &'static [(char, char)],
    language: &'static str,
    told_by: &'static [(&'static str, &'static str)],
}

const fn script(ranges: &'static [(char, char)], language: &'static str) -> Script {
    Script { ranges, language, told_by: &[] }
}

/// Scripts other than Latin. Han stands last but one and kana last: Japanese mixes them.
const SCRIPTS: [Script; 24] = [
    Script {
        ranges: &[('\u{0400}', '\u{052F}')],
        language: "ru",
        told_by: &[
            ("be", "ў"),
            ("uk", "іїєґ"),
            ("mk", "ѓќѕ"),
            ("sr", "јљњђћџ"),
            ("kk", "әғқңөұү"),
            ("ru", "ыэё"),
            ("bg", "ъ"),
        ],
    },
    Script {
        ranges: &[
            ('\u{0600}', '\u{06FF}'),
            ('\u{0750}', '\u{077F}'),
            ('\u{FB50}', '\u{FDFF}'),
            ('\u{FE70}', '\u{FEFC}'),
        ],
        language: "ar",
        told_by: &[("ps", "ټډړږښڼۍګ"), ("ckb", "ڕڵۆێ"), ("ur", "ٹڈڑںے"), ("fa", "پچژگ")],
    },
    Script { ranges: &[('\u{0900}', '\u{097F}')], language: "hi", told_by: &[("mr", "ळ")] },
    script(&[('\u{0370}', '\u{03FF}'), ('\u{1F00}', '\u{1FFF}')], "el"),
    script(&[('\u{0530}', '\u{058F}')], "hy"),
    script(&[('\u{0590}', '\u{05FF}')], "he"),
    script(&[('\u{0980}', '\u{09FF}')], "bn"),
    script(&[('\u{0A00}', '\u{0A7F}')], "pa"),
    script(&[('\u{0A80}', '\u{0AFF}')], "gu"),
    script(&[('\u{0B80}', '\u{0BFF}')], "ta"),
    script(&[('\u{0C00}', '\u{0C7F}')], "te"),
    script(&[('\u{0C80}', '\u{0CFF}')], "kn"),
    script(&[('\u{0D00}', '\u{0D7F}')], "ml"),
    script(&[('\u{0D80}', '\u{0DFF}')], "si"),
    script(&[('\u{0E00}', '\u{0E7F}')], "th"),
    script(&[('\u{0E80}', '\u{0EFF}')], "lo"),
    script(&[('\u{1000}', '\u{109F}')], "my"),
    script(&[('\u{10A0}', '\u{10FF}')], "ka"),
    script(&[('\u{1200}', '\u{137F}')], "am"),
    script(&[('\u{1780}', '\u{17FF}')], "km"),
    script(&[('\u{0780}', '\u{07BF}')], "dv"),
    script(&[('\u{1100}', '\u{11FF}'), ('\u{AC00}', '\u{D7AF}')], "ko"),
    script(&[('\u{3400}', '\u{9FFF}'), ('\u{20000}', '\u{2FA1F}')], "zh"),
    script(&[('\u{3040}', '\u{30FF}')], "ja"),
];

/// Least share of kana among kana and Han together in Japanese.
const KANA: f64 = 0.05;

fn detected(sample: &str) -> &'static str {
    let mut counts = [0_usize; SCRIPTS.len()];
    let (mut latin, mut unknown) = (0, 0);
    for c in sample.chars().filter(|c| c.is_alphabetic()) {
        let holds = |script: &Script| script.ranges.iter().any(|(first, last)| (*first..=*last).contains(&c));
        if c < '\u{0250}' || ('\u{1E00}'..='\u{1EFF}').contains(&c) {
            latin += 1;
        } else if let Some(at) = SCRIPTS.iter().position(holds) {
            counts[at] += 1;
        } else {
            unknown += 1;
        }
    }
    let [.., han, kana] = counts;
    if kana as f64 >= KANA * (han + kana) as f64 {
        (counts[SCRIPTS.len() - 2], counts[SCRIPTS.len() - 1]) = (0, han + kana);
    }
    // `max_by_key` keeps the last of equals; counts of zero are no evidence.
    match counts.iter().enumerate().max_by_key(|(_, count)| **count) {
        Some((_, count)) if unknown > latin.max(*count) => "und",
        Some((at, count)) if *count > latin => told_by_letters(&SCRIPTS[at], sample, *count),
        _ => latin_language(sample, latin),
    }
}

/// The language of `script` whose own letters occur in `sample`, which has `letters` of the script.
fn told_by_letters(script: &Script, sample: &str, letters: usize) -> &'static str {
    let own = |marks: &str| sample.chars().filter(|c| c.to_lowercase().any(|c| marks.contains(c))).count();
    let told = script.told_by.iter().find(|(_, marks)| own(marks) as f64 >= OWN_LETTERS * letters as f64);
    told.map_or(script.language, |(language, _)| language)
}

/// The language of `sample`, in Latin script: English by its common words, or what the detector
/// says where the common words of that language bear it out, or `und`.
fn latin_language(sample: &str, letters: usize) -> &'static str {
    if letters < ENOUGH_LETTERS || common_share(sample, "en") >= COMMON_WORDS {
        return "en";
    }
    let guess = match detect_language(sample) {
        Lang::Eng => return "en",
        Lang::Deu => "de",
        Lang::Spa => "es",
        Lang::Fra => "fr",
        Lang::Ita => "it",
        Lang::Nld => "nl",
        Lang::Por => "pt",
        Lang::Swe => "sv",
        Lang::Tur => "tr",
        Lang::Vie => "vi",
        Lang::Ara | Lang::Cmn | Lang::Hin | Lang::Jpn | Lang::Kor | Lang::Rus => return "und",
    };
    if common_share(sample, guess) >= COMMON_WORDS { guess } else { "und" }
}

/// Share of the commonest words of `language` among the words of `sample`, 0 to 1.
fn common_share(sample: &str, language: &str) -> f64 {
    static LISTS: LazyLock<Vec<(&str, Table)>> = LazyLock::new(|| {
        let records = LANGUAGES.of("language");
        records.map(|record| (record.value, Table::of_words(record.words()))).collect()
    });
    let Some((_, list)) = LISTS.iter().find(|(listed, _)| *listed == language) else { return 0.0 };
    let (mut words, mut common) = (0_usize, 0_usize);
    for word in sample.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
        words += 1;
        let small = word.bytes().all(|byte| byte.is_ascii_lowercase());
        common += usize::from(if small { list.has(word) } else { list.has(&word.to_lowercase()) });
    }
    common as f64 / words.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        language(&SavedText::plain(text.to_owned()), None).tag
    }

    #[test]
    fn english_is_told_and_analysed() {
        let text = "The ferry sank at dawn, and nobody on board was hurt, the mayor of the harbour said on Monday.";
        let found = language(&SavedText::plain(text.to_owned()), None);
        assert_eq!(found, Language { tag: "en".to_owned(), analysed: true, right_to_left: false });
    }

    #[test]
    fn short_texts_count_as_english_in_latin_script_only() {
        assert_eq!(told("Navire"), "en");
        assert_eq!(told(""), "en");
        assert_eq!(told("Паром затонул"), "ru");
    }

    #[test]
    fn languages_are_told_by_their_common_words() {
        for (tag, text) in [
            (
                "de",
                "Die Fähre ist am Morgen gesunken, und auf dem Schiff war nach den Worten der Hafenmeisterin niemand.",
            ),
            (
                "fr",
                "Le navire a coulé à l’aube et il n’y avait personne à bord, a dit la capitaine du port dans la matinée.",
            ),
            (
                "es",
                "El barco se hundió al amanecer y no había nadie a bordo, dijo la capitana del puerto en la mañana.",
            ),
            (
                "tr",
                "Feribot sabaha karşı battı ve gemide kimse yoktu, liman müdürü bu sabah bir açıklama yaptı ama çok kısa.",
            ),
        ] {
            assert_eq!(told(text), tag);
        }
    }

    #[test]
    fn a_language_that_nothing_fits_is_undetermined() {
        assert_eq!(
            told("Prom zatonął o świcie, a nikt z pasażerów nie ucierpiał, mówiła wczoraj kapitan portu."),
            "und"
        );
    }

    #[test]
    fn scripts_tell_languages() {
        for (tag, text) in [
            ("ru", "Паром затонул на рассвете, и никто из пассажиров не пострадал, сообщили власти."),
            ("uk", "Пором затонув на світанку, і ніхто з пасажирів не постраждав, повідомила влада."),
            ("bg", "Фериботът потъна призори и никой от пътниците не пострада, съобщиха властите."),
            ("sr", "Трајект је потонуо у зору и нико од путника није повређен, јавља лука."),
            ("el", "Το πλοίο βυθίστηκε την αυγή και κανείς δεν τραυματίστηκε."),
            ("th", "เรือเฟอร์รี่จมลงตอนรุ่งสางและไม่มีใครบาดเจ็บ"),
            ("hi", "जहाज सुबह डूब गया और कोई घायल नहीं हुआ।"),
            ("ko", "여객선이 새벽에 침몰했지만 다친 사람은 없었다."),
            ("ja", "船は夜明けに沈んだが、けが人はいなかった。"),
            ("zh", "渡轮在黎明时沉没，没有人受伤。"),
            ("ka", "ბორანი გამთენიისას ჩაიძირა და არავინ დაშავებულა."),
            ("hy", "Լաստանավը խորտակվեց լուսաբացին, և ոչ ոք չտուժեց։"),
        ] {
            assert_eq!(told(text), tag);
        }
    }

    #[test]
    fn languages_from_right_to_left_are_told_apart() {
        for (tag, text) in [
            ("he", "המעבורת טבעה עם שחר ואיש לא נפגע."),
            ("ar", "غرقت العبارة عند الفجر ولم يصب أحد بأذى."),
            ("fa", "کشتی سپیده‌دم غرق شد و هیچ کس آسیب ندید، گفت بندر."),
            ("ur", "کشتی صبح سویرے ڈوب گئی اور کوئی زخمی نہیں ہوا، بندرگاہ نے بتایا۔"),
            ("ps", "کښتۍ سهار ډوبه شوه او هېڅوک ټپي نه شول."),
        ] {
            let found = language(&SavedText::plain(text.to_owned()), None);
            assert_eq!((found.tag.as_str(), found.right_to_left, found.analysed), (tag, true, false));
        }
    }

    #[test]
    fn a_declared_tag_is_believed_where_it_is_one() {
        let saved =
            SavedText::plain("Le navire a coulé à l’aube et il n’y avait personne à bord, a dit la capitaine.".into());
        let declared = |tag| language(&saved, Some(tag));
        assert!(declared("en_GB").analysed && declared("en_GB").tag == "en-GB");
        assert!(declared("az-Arab").right_to_left && !declared("ar-Latn").right_to_left);
        assert_eq!(declared("french, I think").tag, "fr");
        assert_eq!(declared("und").tag, "fr");
    }

    #[test]
    fn the_longest_lines_decide() {
        let menu = "Home\nWorld\nSport and the rest of the news\n".repeat(5);
        let text = format!(
            "{menu}Паром затонул на рассвете, и никто из пассажиров и членов экипажа не пострадал, как сообщили власти. {}\n",
            "Вода была холодной. ".repeat(60)
        );
        assert_eq!(told(&text), "ru");
    }
}
