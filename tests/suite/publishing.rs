//! The workflow that publishes a dossier without Rust code: its commands, run in a repository made for that.
#![cfg(unix)]

use crate::support::{Folder, project, report};
use serde_json::Value;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::{Command, Output};

/// The commands of the workflow's build, by the names of their steps, in order.
fn steps() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(project().join("docs/publish/pages.yml")).unwrap();
    let workflow: Value = serde_saphyr::from_str(&text).unwrap();
    let steps = workflow["jobs"]["build"]["steps"].as_array().unwrap();
    let commands = steps.iter().filter_map(|step| Some((step["name"].as_str()?.to_owned(), step["run"].as_str()?)));
    commands.map(|(name, run)| (name, run.to_owned())).collect()
}

/// A home in which `cargo install` puts this very program in place and notes how it was asked.
fn home() -> Folder {
    let home = Folder::new().with("bin/rustup", "#!/bin/sh\necho \"rustup $*\" >> \"$HOME/asked\"\n").with(
        "bin/cargo",
        format!(
            "#!/bin/sh\necho \"cargo $*\" >> \"$HOME/asked\"\nfor root; do :; done\nmkdir -p \"$root/bin\"\n\
                 cp '{}' \"$root/bin/cuttings\"\n",
            env!("CARGO_BIN_EXE_cuttings")
        ),
    );
    for name in ["bin/rustup", "bin/cargo"] {
        std::fs::set_permissions(home.path().join(name), std::fs::Permissions::from_mode(0o755)).unwrap();
    }
    home
}

/// Runs one step as GitHub does: `bash -e` in the checkout.
fn run(step: &str, dossier: &Folder, home: &Path, repository: &str) -> Output {
    let path = format!("{}:{}", home.join("bin").display(), std::env::var("PATH").unwrap());
    Command::new("bash")
        .args(["-e", "-o", "pipefail", "-c", step])
        .current_dir(dossier.path())
        .env("HOME", home)
        .env("PATH", path)
        .env("CUTTINGS_REPOSITORY", repository)
        .env("CUTTINGS_REVISION", "0123456789abcdef0123456789abcdef01234567")
        .output()
        .unwrap()
}

fn git(dossier: &Folder, args: &[&str]) {
    let identity = ["-c", "user.name=Ann Quist", "-c", "user.email=ann@desk.example", "-c", "init.defaultBranch=main"];
    let done = Command::new("git").args(identity).args(args).current_dir(dossier.path()).output().unwrap();
    assert!(done.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// A repository that holds a dossier, its site, and nothing else.
fn repository() -> Folder {
    let dossier = Folder::new()
        .with("content/dossier.toml", "title = \"Storm over the islands\"\n")
        .with("content/articles/storm.txt", report("Ferries stop as storm nears"));
    dossier.build(0);
    git(&dossier, &["init", "--quiet"]);
    git(&dossier, &["add", "."]);
    git(&dossier, &["commit", "--quiet", "--message", "Begin the dossier"]);
    dossier
}

#[test]
fn a_dossier_without_rust_code_is_built_compared_and_checked() {
    let (dossier, home) = (repository(), home());
    let address = "https://forge.example/desk/cuttings";
    for (name, step) in steps() {
        let done = run(&step, &dossier, home.path(), address);
        assert!(done.status.success(), "{name}: {}", String::from_utf8_lossy(&done.stderr));
    }
    let asked = std::fs::read_to_string(home.path().join("asked")).unwrap();
    let install = asked.lines().find(|line| line.starts_with("cargo ")).unwrap();
    for part in ["install cuttings --locked", &format!("--git {address}"), "--rev 0123456789abcdef"] {
        assert!(install.contains(part), "{install}");
    }
    // What is in the cache is not installed again.
    let (_, again) = steps().into_iter().find(|(name, _)| name.starts_with("Install")).unwrap();
    assert!(run(&again, &dossier, home.path(), address).status.success());
    assert_eq!(std::fs::read_to_string(home.path().join("asked")).unwrap(), asked);
}

#[test]
fn a_site_that_is_not_what_the_content_builds_to_is_not_published() {
    let (dossier, home) = (repository(), home());
    dossier.write("content/articles/quays.txt", report("Quays crowded"));
    let failed = steps().into_iter().find(|(_, step)| !run(step, &dossier, home.path(), "address").status.success());
    assert_eq!(failed.map(|(name, _)| name).as_deref(), Some("Compare it with the committed one"));
}

#[test]
fn variables_that_are_not_set_are_named() {
    let (dossier, home) = (repository(), home());
    let done = run(&steps()[0].1, &dossier, home.path(), "");
    let told = String::from_utf8(done.stdout).unwrap();
    assert!(!done.status.success() && told.contains("CUTTINGS_REPOSITORY and CUTTINGS_REVISION"), "{told}");
}
