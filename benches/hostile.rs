//! How long texts take that are made to be slow, each at two sizes: four times the text should take four times as long.
#![allow(missing_docs, reason = "criterion's macros write the entry point")]
#![allow(clippy::disallowed_methods, reason = "a benchmark makes its own files")]

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use cuttings::read::Layout;
use cuttings::site::Templates;
use cuttings::{analysis, read, site};
use std::fmt::Write as _;
use std::io::sink;
use std::path::Path;
use tempfile::TempDir;

/// A part of a text, by its number.
type Part<'p> = &'p dyn Fn(u32) -> String;

/// A text that repeats `part` so many times.
fn repeated(part: Part<'_>, times: u32) -> String {
    (0..times).fold("Storm nears\n\n".to_owned(), |mut text, number| {
        let _ = write!(text, "{}", part(number));
        text
    })
}

/// Reads, analyses and lays out the dossier of one article.
fn build(folder: &TempDir) {
    let layout = Layout::of(folder.path()).expect("the folder was just made");
    let corpus = read::read(&layout, Path::new("nowhere"), &|| ()).expect("the article was just written").corpus;
    let readings = analysis::readings(&corpus, &|| ());
    let (dossier, _) = analysis::weave(corpus, readings, None);
    let templates = Templates::embedded().expect("the templates are tested");
    for page in site::lay_out(&dossier, &templates).as_slice() {
        page.render(&mut sink()).expect("nothing refuses the bytes");
    }
}

fn hostile(criterion: &mut Criterion) {
    let quoted = |_| "“We can not wait for the next storm,” Mara Holm said. ".to_owned();
    let paragraph = |_| "The harbour of Port Lennar was closed by Mara Holm on Monday.\n\n".to_owned();
    let name = |number: u32| {
        format!("{}a{} met the board. ", ["B", "D", "K", "L"][number as usize % 4], "no".repeat(number as usize % 97))
    };
    let sign = |_| "&amp;".to_owned();
    let texts: [(&str, &str, Part<'_>, u32); 4] = [
        ("one quotation", "txt", &quoted, 1_000),
        ("one paragraph", "txt", &paragraph, 5_000),
        ("many names", "txt", &name, 5_000),
        ("one sign", "html", &sign, 50_000),
    ];
    for (name, ending, part, times) in texts {
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10);
        for times in [times, times * 4] {
            let folder = TempDir::new().expect("a temporary folder can be made");
            let text = repeated(part, times);
            std::fs::write(folder.path().join(format!("a.{ending}")), &text).expect("the folder is ours");
            group.throughput(Throughput::Bytes(text.len() as u64));
            group.bench_function(BenchmarkId::from_parameter(times), |bench| bench.iter(|| build(&folder)));
        }
        group.finish();
    }
}

criterion_group!(benches, hostile);
criterion_main!(benches);
