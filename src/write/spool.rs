//! A page's bytes on their way to a file: in memory while they are few, on disk once they are many.

use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

/// How many bytes of a page are held in memory.
const MEMORY: usize = 1 << 20;

/// Takes a page's bytes and spills them into the file at `path` past [`MEMORY`].
pub(super) struct Spool<'a> {
    buffer: &'a mut Vec<u8>,
    path: &'a Path,
    file: Option<File>,
}

impl<'a> Spool<'a> {
    /// A spool for the file at `path`, which is made only when needed; `buffer` lends its memory.
    pub(super) fn new(buffer: &'a mut Vec<u8>, path: &'a Path) -> Self {
        buffer.clear();
        Self { buffer, path, file: None }
    }

    /// Whether the bytes are those of the file at `other`.
    pub(super) fn equals(&mut self, other: &Path) -> io::Result<bool> {
        let mut theirs = File::open(other)?;
        if self.file.is_none() {
            return Ok(
                theirs.metadata()?.len() == self.buffer.len() as u64 && same(&mut &self.buffer[..], &mut theirs)?
            );
        }
        self.spill()?;
        let mut ours = File::open(self.path)?;
        Ok(theirs.metadata()?.len() == ours.metadata()?.len() && same(&mut ours, &mut theirs)?)
    }

    /// Sees to it that the file at `path` holds all bytes.
    pub(super) fn finish(mut self) -> io::Result<()> {
        self.spill()
    }

    /// Sees to it that there is no file at `path`.
    pub(super) fn discard(self) -> io::Result<()> {
        if self.file.is_some() { std::fs::remove_file(self.path) } else { Ok(()) }
    }

    fn spill(&mut self) -> io::Result<()> {
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(File::create_new(self.path)?),
        };
        file.write_all(self.buffer)?;
        self.buffer.clear();
        Ok(())
    }
}

impl Write for Spool<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.buffer.len() + bytes.len() > MEMORY {
            self.spill()?;
        }
        self.buffer.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether two readers yield the same bytes.
fn same(left: &mut dyn Read, right: &mut dyn Read) -> io::Result<bool> {
    const CHUNK: u64 = 64 << 10;
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    loop {
        ours.clear();
        theirs.clear();
        left.take(CHUNK).read_to_end(&mut ours)?;
        right.take(CHUNK).read_to_end(&mut theirs)?;
        if ours != theirs || ours.is_empty() {
            return Ok(ours == theirs);
        }
    }
}
