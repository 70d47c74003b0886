//! Addresses, and how pages reach each other.

use super::*;

#[test]
fn links_are_relative_to_the_folder_of_their_page() {
    let id = ArticleId::new("one");
    let links = Links::new(Route::Article(&id), Some("https://example.org/d"));
    assert_eq!(links.to(Route::Sources), "../sources.html");
    assert_eq!(links.to_anchor(Route::Article(&id), Anchor::Sentence(SentenceId(3))), "../articles/one.html#s3");
    assert_eq!(links.absolute(Route::Method).as_deref(), Some("https://example.org/d/method.html"));
    assert_eq!(links.absolute(Route::Index).as_deref(), Some("https://example.org/d/"));
}

#[test]
fn parts_of_a_list_have_addresses_of_their_own() {
    let path = |stretch, page| Route::ChronologyLeaf(Leaf { stretch, page }).path();
    assert_eq!(path(Stretch::Year(476), 1), "chronology/0476.html");
    assert_eq!(path(Stretch::Month(2021, 3), 2), "chronology/2021-03_2.html");
    let id = ActorId::new("one");
    let links = Links::new(Route::Said(&id, 2), None);
    assert_eq!(links.to(Route::Said(&id, 1)), "../../actors/one/said.html");
}

#[test]
fn no_actor_takes_the_address_of_the_list_of_actors() {
    let (index, plain) = (ActorId::new("Index"), ActorId::new("Index X"));
    assert_eq!(Route::Actor(&index).path(), "actors/index_.html");
    assert_eq!(Route::Actor(&plain).path(), "actors/index-x.html");
    assert_eq!(Route::MentionsOf(&index, "2021").path(), "actors/index_/mentions-2021.html");
    assert_eq!(Route::ActorsOf("person-m").path(), "actors/index/person-m.html");
}

#[test]
fn the_page_for_missing_addresses_links_from_the_root_of_its_host() {
    let links = Links::new(Route::NotFound, Some("https://example.org/sub/path/"));
    assert_eq!(links.to(Route::Index), "/sub/path/index.html");
    assert_eq!(Links::new(Route::NotFound, None).to(Route::Index), "index.html");
}

#[test]
fn only_web_addresses_are_linked_to() {
    assert_eq!(outward("https://example.org/a b").as_deref(), Some("https://example.org/a%20b"));
    for bad in ["javascript:alert(1)", "data:text/html,x", "ftp://example.org/", "no address", "http://"] {
        assert_eq!(outward(bad), None, "{bad}");
    }
}
