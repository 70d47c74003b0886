//! Builds that are killed: in a process of their own, at every step, and at any moment.

use super::*;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

/// Everything that an edition of the test's site consists of: pages that stay the same, that
/// change with each edition, that only some editions have, and one too large for memory.
fn edition(number: u32) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::from([
        (SITE_MARKER.to_owned(), b"made by cuttings\n".to_vec()),
        ("index.html".to_owned(), number.to_string().into_bytes()),
        ("same/page.html".to_owned(), b"the same in all editions".to_vec()),
        ("large.html".to_owned(), format!("{number} ").repeat(600_000).into_bytes()),
        (format!("only/{number}.html"), b"in one edition".to_vec()),
    ]);
    for page in 0..number % 4 {
        files.insert(format!("some/{page}.html"), vec![b'x'; 100 * number as usize]);
    }
    files
}

fn build(number: u32, site: &Path, conditions: Conditions<'_>) -> Outcome {
    let pages = edition(number).into_iter().map(|(path, bytes)| Page::new(path, move |out| Ok(out.write_all(&bytes)?)));
    publish_under(&Pages::new(pages.collect()), site, &Keep::default(), &|_| (), conditions).unwrap()
}

/// What a child process is to do, as it stands in its environment.
const ORDER: &str = "CUTTINGS_TEST_ORDER";

/// Starts this test program again, to build `editions` and die by its own hand at step `fatal`.
fn child(site: &Path, exchange: bool, editions: std::ops::Range<u32>, fatal: u32) -> Child {
    let order = format!("{exchange} {} {} {fatal} {}", editions.start, editions.end, site.display());
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "write::tests::killed::a_build_in_a_process_of_its_own", "--ignored"])
        .env(ORDER, order)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
#[ignore = "run by the other tests of this file, as the process that they kill"]
fn a_build_in_a_process_of_its_own() {
    let Ok(order) = std::env::var(ORDER) else { return };
    let mut words = order.splitn(5, ' ');
    let exchange = words.next().unwrap() == "true";
    let mut number = || words.next().unwrap().parse::<u32>().unwrap();
    let (first, end, fatal) = (number(), number(), number());
    let site = words.next().unwrap();
    let steps = AtomicU32::new(0);
    let at = |_| {
        if steps.fetch_add(1, Ordering::Relaxed) == fatal {
            std::process::abort();
        }
    };
    for number in first..end {
        build(number, Path::new(site), Conditions { exchange, at: &at });
    }
}

/// The edition that stands whole at `site`.
///
/// # Panics
/// When what stands there is not whole.
fn whole_edition(site: &Path) -> u32 {
    let found = snapshot(site);
    let number = std::str::from_utf8(&found["index.html"]).unwrap().parse().unwrap();
    assert!(found == edition(number), "a mixture: {:?}", found.keys());
    number
}

/// Asserts that the next build succeeds and leaves nothing else behind.
fn assert_rejoined(bench: &Bench, number: u32) {
    build(number, &bench.site(), Conditions { exchange: true, at: &|_| () });
    assert_eq!(whole_edition(&bench.site()), number);
    assert_eq!(bench.names(), ["site"]);
}

#[test]
fn a_kill_at_any_step_leaves_the_old_site_or_the_new_one() {
    for exchange in [true, false] {
        let mut seen = Vec::new();
        for fatal in 0.. {
            let bench = Bench::new();
            build(1, &bench.site(), Conditions { exchange, at: &|_| () });
            let ended = child(&bench.site(), exchange, 2..3, fatal).wait().unwrap();
            if !exchange && !bench.site().exists() {
                seen.push(0);
                assert_eq!(whole_edition(&bench.folder.path().join(".site.cuttings-old")), 1);
            } else {
                seen.push(whole_edition(&bench.site()));
            }
            assert_rejoined(&bench, 3);
            if ended.success() {
                break;
            }
        }
        seen.dedup();
        assert_eq!(seen, if exchange { vec![1, 2] } else { vec![1, 0, 2] });
    }
}

#[test]
fn a_site_moved_aside_is_put_back_even_if_the_next_build_fails() {
    let bench = Bench::new();
    build(1, &bench.site(), Conditions { exchange: true, at: &|_| () });
    fs::rename(bench.site(), bench.folder.path().join(".site.cuttings-old")).unwrap();
    let broken = Pages::new(vec![Page::new("a.html", |_| Err(std::io::Error::other("no more").into()))]);
    publish(&broken, &bench.site(), &Keep::default(), &|_| ()).unwrap_err();
    assert_eq!(whole_edition(&bench.site()), 1);
    assert_eq!(bench.names(), ["site"]);
}

#[test]
fn a_kill_during_a_first_build_leaves_no_site() {
    for fatal in 0..5 {
        let bench = Bench::new();
        assert!(!child(&bench.site(), true, 1..2, fatal).wait().unwrap().success());
        assert!(!bench.site().exists());
        assert_rejoined(&bench, 2);
    }
}

#[test]
fn a_kill_at_any_moment_leaves_a_whole_site() {
    let bench = Bench::new();
    build(1, &bench.site(), Conditions { exchange: true, at: &|_| () });
    let mut newest = 1;
    for round in 0..15_u64 {
        let mut builder = child(&bench.site(), true, 2..100_000, u32::MAX);
        // Spread over the first tenth of a second, which sees several builds begin and end.
        std::thread::sleep(Duration::from_millis(5 + round * 37 % 100));
        builder.kill().unwrap();
        builder.wait().unwrap();
        newest = newest.max(whole_edition(&bench.site()));
    }
    assert!(newest > 1, "no child ever built anything");
    assert_rejoined(&bench, 7);
}
