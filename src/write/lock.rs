//! One build at a time: a lock that the operating system drops when its holder dies.

use super::WriteError;
use super::output::Output;
use std::fs::File;
#[cfg(not(windows))]
use std::path::PathBuf;

/// Held while a build runs. The file goes when the build ends; one left by a kill is no obstacle.
pub(super) struct Lock {
    _file: File,
    #[cfg(not(windows))]
    path: PathBuf,
}

#[cfg(not(windows))]
impl Lock {
    /// Takes the lock, or says that another build has it.
    pub(super) fn acquire(output: &Output) -> Result<Self, WriteError> {
        let path = &output.lock;
        loop {
            let file = File::options().create(true).truncate(false).write(true).open(path);
            let file = file.map_err(WriteError::io("make", path))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(std::fs::TryLockError::WouldBlock) => return Err(WriteError::Busy(output.site.clone())),
                // Some network file systems have no locks: there, one build at a time is up to the user.
                Err(std::fs::TryLockError::Error(error)) if error.kind() == std::io::ErrorKind::Unsupported => {}
                Err(std::fs::TryLockError::Error(error)) => return Err(WriteError::io("lock", path)(error)),
            }
            // The build that had it may have removed the file between our opening and locking it.
            if is_at(&file, path) {
                return Ok(Self { _file: file, path: path.clone() });
            }
        }
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &std::path::Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |a: &std::fs::Metadata, b: &std::fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    matches!((file.metadata(), std::fs::metadata(path)), (Ok(a), Ok(b)) if same(&a, &b))
}

#[cfg(not(any(unix, windows)))]
fn is_at(_: &File, _: &std::path::Path) -> bool {
    true
}

#[cfg(not(windows))]
impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while the lock is still held, so that nobody loses a lock just taken.
        let _ = std::fs::remove_file(&self.path);
    }
}

#[cfg(windows)]
impl Lock {
    /// Takes the lock, or says that another build has it.
    ///
    /// A file opened without sharing cannot be opened twice, and this one goes with its handle.
    pub(super) fn acquire(output: &Output) -> Result<Self, WriteError> {
        use std::os::windows::fs::OpenOptionsExt;
        const GENERIC_WRITE_AND_DELETE: u32 = 0x4001_0000;
        const FILE_FLAG_DELETE_ON_CLOSE: u32 = 0x0400_0000;
        const ERROR_SHARING_VIOLATION: i32 = 32;
        let path = &output.lock;
        let mut options = File::options();
        options.create(true).truncate(false).write(true);
        options.access_mode(GENERIC_WRITE_AND_DELETE).share_mode(0).custom_flags(FILE_FLAG_DELETE_ON_CLOSE);
        match options.open(path) {
            Ok(file) => Ok(Self { _file: file }),
            Err(error) if error.raw_os_error() == Some(ERROR_SHARING_VIOLATION) => {
                Err(WriteError::Busy(output.site.clone()))
            }
            Err(error) => Err(WriteError::io("make", path)(error)),
        }
    }
}
