//! How fast names are found and parts of speech told: words per second on one core.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use cuttings::base::Span;
use cuttings::model::{Block, Role, Rule};
use cuttings::text::annotated::Text;
use cuttings::text::gazetteer::GAZETTEER;
use cuttings::text::tagger::speech;
use cuttings::text::token::{Token, tokenize};
use cuttings::text::{names, sentences};
use std::hint::black_box;
use std::ops::Range;

/// A report with as many names as reports have.
const REPORT: &str = "The harbour authority of Port Lennar said on Monday that no ferry would leave the islands before the \
storm had passed. “We will not take the risk,” its director, Mara Holm, told reporters in London. About 4,000 passengers \
were waiting on the quays, according to Lennar Shipping Ltd, which has hired two hotels. Foreign Minister Sergio Valdeni, \
who was to meet his French counterpart in Paris, stayed away, and the European Union put off its talks. Washington said it \
would send aid. Mr. Valdeni thanked the United States and the World Food Programme, and asked that more be done for the \
people of the southern villages, where the water has risen since the week before last and most of the roads are closed.\n";

fn names_per_second(criterion: &mut Criterion) {
    let text = REPORT.repeat(100);
    let mut blocks = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let extent = Span::new(start, start + line.len());
        blocks.push(Block { extent, span: extent.trimmed(&text), role: Role::Body, rule: Rule::KeepAll });
        start += line.len();
    }
    let sentences = sentences::segment(&text, &blocks);
    let mut group = criterion.benchmark_group("names");
    group.throughput(Throughput::Elements(text.split_whitespace().count() as u64));
    group.bench_function("words", |bencher| bencher.iter(|| names::find(&Text::new(black_box(&text), &sentences))));
    group.finish();

    let mut tokens = Vec::new();
    let cut = |span| {
        let start = tokens.len();
        tokenize(&text, span, &mut tokens);
        start..tokens.len()
    };
    let ranges: Vec<Range<usize>> = sentences.iter().map(|sentence| sentence.span).map(cut).collect();
    let known: Vec<_> = tokens.iter().map(|token: &Token| GAZETTEER.word(token.folded)).collect();
    let mut group = criterion.benchmark_group("parts of speech");
    group.throughput(Throughput::Elements(tokens.len() as u64));
    group.bench_function("tokens", |bencher| {
        bencher.iter(|| speech::tag(&speech::WEIGHTS, black_box(&text), &mut tokens, &known, &ranges));
    });
    group.finish();
}

criterion_group!(benches, names_per_second);
criterion_main!(benches);
