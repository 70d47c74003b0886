# What one does by hand, by name. `just` lists it.

_default:
    @just --list

# Build the site of the dossier in this folder
build:
    cargo run -- build

# Run the tests of single parts, in seconds
fast:
    cargo test --lib

# Run the tests
test:
    cargo test

# Everything that must hold before a change is taken
ci:
    bash .ci/run

# Prove the site as it was written
check:
    cargo run -- check

# Time each stage on made-up articles
bench:
    cargo bench
