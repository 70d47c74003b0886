#!/usr/bin/env python3
"""Counts what one article more changes in a dossier: one-more.py PROGRAM FOLDER

Builds the articles (*.txt) of FOLDER but the last by name, then all of them, and prints how many pages that reviewers are
shown changed, by how many lines, how many files changed or came in all, and by how many lines.
"""
import shutil
import subprocess
import sys
import tempfile
from fnmatch import fnmatchcase
from pathlib import Path

program, folder = sys.argv[1:]
attributes = (Path(__file__).parent.parent / ".gitattributes").read_text().splitlines()
generated = [line.split()[0] for line in attributes if "linguist-generated=true" in line]


def is_generated(path):
    return any(fnmatchcase("site/" + path, pattern) for pattern in generated)


with tempfile.TemporaryDirectory() as work:
    articles = sorted(Path(folder).glob("*.txt"))
    root = Path(work) / "dossier" / "content" / "articles"
    root.mkdir(parents=True)
    for article in articles:
        shutil.copy(article, root)
    last = root / articles[-1].name
    last.rename(Path(work) / last.name)
    for edition in "old", "new":
        command = [program, "build", "--quiet", "--root", root.parent.parent, "--output", Path(work) / edition]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit(done.stderr)
        if edition == "old":
            (Path(work) / last.name).rename(last)
    told = subprocess.run(
        ["git", "diff", "--no-index", "--no-renames", "--numstat", "old", "new"], cwd=work, capture_output=True, text=True
    ).stdout
    pages = lines = files = every = 0
    for line in told.splitlines():
        added, removed, name = line.split("\t")
        changed = sum(int(n) for n in (added, removed) if n != "-")
        path = name.replace("{old => new}/", "").split(" => ")[-1].removeprefix("new/").removeprefix("old/")
        files += 1
        every += changed
        if (Path(work) / "old" / path).exists() and not is_generated(path):
            pages += 1
            lines += changed
print(pages, lines, files, every)
