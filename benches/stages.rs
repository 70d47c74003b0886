//! How long each stage takes on a thousand made-up articles: `cargo bench`.
#![allow(missing_docs, reason = "criterion's macros write the entry point")]
#![allow(clippy::disallowed_methods, reason = "a benchmark makes its own files")]

use criterion::measurement::WallTime;
use criterion::{BatchSize, BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use cuttings::analysis::article::{attribution, dates};
use cuttings::analysis::corpus::{claims, compare, reuse};
use cuttings::base::Keep;
use cuttings::model::{Dossier, Entry};
use cuttings::read::Layout;
use cuttings::site::Templates;
use cuttings::text::annotated::Text;
use cuttings::{analysis, read, site, write};
use std::fmt::Write as _;
use std::path::Path;
use tempfile::TempDir;

/// Articles in the corpus.
const ARTICLES: u32 = 1_000;

/// Sentences in an article: about 600 words, as news reports have.
const SENTENCES: u32 = 36;

const WORDS: &str = "the harbour authority said on monday that no ferry would leave islands before storm had passed \
    passengers were waiting for hotels along quays while company officials met with union leaders about pay and safety \
    rules which government wants to change next year after long talks between both sides of strait";

/// The next number of a small linear congruential generator (Knuth's MMIX constants).
fn next(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize
}

/// An article of its own for every number.
fn article(number: u32) -> String {
    let words: Vec<&str> = WORDS.split_whitespace().collect();
    let mut seed = u64::from(number) + 1;
    let mut text =
        format!("---\ntitle: Report {number}\npublished: 2020-{:02}-{:02}\n", number % 12 + 1, number % 28 + 1);
    let _ = write!(text, "outlet: The Courier {}\nurl: https://courier.example/{number}\n---\n\n", number % 30);
    for sentence in 0..SENTENCES {
        let first = words[next(&mut seed) % words.len()];
        let _ = write!(text, "{}{}", first[..1].to_uppercase(), &first[1..]);
        for _ in 0..12 + next(&mut seed) % 10 {
            let _ = write!(text, " {}", words[next(&mut seed) % words.len()]);
        }
        text.push_str(if sentence % 4 == 3 { ".\n\n" } else { ". " });
    }
    text
}

fn corpus() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder can be made");
    let articles = folder.path().join("content/articles");
    std::fs::create_dir_all(&articles).expect("the folder is ours");
    for number in 0..ARTICLES {
        std::fs::write(articles.join(format!("{number:05}.md")), article(number)).expect("the folder is ours");
    }
    folder
}

fn stages(criterion: &mut Criterion) {
    let folder = corpus();
    let layout = Layout::of(folder.path()).expect("the folder was just made");
    let nowhere = Path::new("nowhere");
    let corpus = || read::read(&layout, nowhere, &|| ()).expect("the articles were just written").corpus;
    let whole = corpus();
    let readings = analysis::readings(&whole, &|| ());
    let (dossier, _) = analysis::weave(whole.clone(), readings.clone(), None);
    let templates = Templates::embedded().expect("the templates are tested");
    let pages = site::lay_out(&dossier, &templates);

    let mut group = criterion.benchmark_group("1000 articles");
    group.sample_size(10).throughput(Throughput::Elements(ARTICLES.into()));
    group.bench_function("read", |bench| bench.iter(corpus));
    group.bench_function("analyse each", |bench| bench.iter(|| analysis::readings(&whole, &|| ())));
    parts(&mut group, &dossier);
    group.bench_function("settle and assemble", |bench| {
        let parts = || (whole.clone(), readings.clone());
        bench.iter_batched(parts, |(corpus, readings)| analysis::weave(corpus, readings, None), BatchSize::LargeInput);
    });
    group.bench_function("render", |bench| {
        bench.iter(|| {
            for page in pages.as_slice() {
                page.render(&mut std::io::sink()).expect("the templates are tested");
            }
        });
    });
    group.bench_function("write anew", |bench| {
        let target = || TempDir::new().expect("a temporary folder can be made");
        bench.iter_batched(
            target,
            |target| write::publish(&pages, &target.path().join("site"), &Keep::default(), &|_| ()).map(|_| target),
            BatchSize::PerIteration,
        );
    });
    group.bench_function("write unchanged", |bench| {
        let site = folder.path().join("site");
        bench.iter(|| write::publish(&pages, &site, &Keep::default(), &|_| ()).expect("the folder is ours"));
    });
    group.bench_function("whole build", |bench| {
        let build = |target: TempDir| {
            let corpus = corpus();
            let readings = analysis::readings(&corpus, &|| ());
            let (dossier, _) = analysis::weave(corpus, readings, None);
            let pages = site::lay_out(&dossier, &templates);
            write::publish(&pages, &target.path().join("site"), &Keep::default(), &|_| ()).expect("the folder is ours");
            target
        };
        let target = || TempDir::new().expect("a temporary folder can be made");
        bench.iter_batched(target, build, BatchSize::PerIteration);
    });
    group.finish();
}

/// The costliest parts of the analysis: two of each article, one after the other, and two across all.
fn parts(group: &mut BenchmarkGroup<'_, WallTime>, dossier: &Dossier) {
    let entries = &dossier.entries;
    group.bench_function("dates", |bench| {
        let dates = |entry: &Entry| {
            let reading = &entry.reading;
            let published = entry.article.meta.published.as_ref().map(|known| known.value);
            let text = Text::new(&entry.article.saved.text, &reading.sentences);
            {
                let mut text = text.clone();
                let mut named = dates::read(&text, &reading.mentions);
                named.settle(&mut text);
                named.dates(&text, published).len()
            }
        };
        bench.iter(|| entries.iter().map(dates).sum::<usize>());
    });
    group.bench_function("statements", |bench| {
        let statements = |entry: &Entry| {
            let (saved, reading) = (&entry.article.saved, &entry.reading);
            let (mentions, actors) = (&reading.mentions, &reading.actors);
            let text = Text::new(&saved.text, &reading.sentences);
            attribution::statements(&text, &saved.lines, mentions, actors, &reading.dates, None).len()
        };
        bench.iter(|| entries.iter().map(statements).sum::<usize>());
    });
    group.bench_function("reuse", |bench| bench.iter(|| reuse::reuse(entries)));
    group.bench_function("signatures", |bench| bench.iter(|| compare::signatures(entries, &dossier.actors)));
    let signatures = compare::signatures(entries, &dossier.actors);
    group.bench_function("claims", |bench| {
        bench.iter(|| claims::claims(entries, &signatures, &dossier.derivations, &dossier.settings));
    });
}

criterion_group!(benches, stages);
criterion_main!(benches);
