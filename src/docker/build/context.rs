//! The context of a build: the folder that is sent, packed as the docker CLI packs it.
//!
//! Symbolic links go as links and are never followed, so that nothing from elsewhere is sent.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

use bytes::Bytes;
use tar::{EntryType, Header};
use tokio::sync::mpsc;

use super::ignore::Ignore;
use crate::shell::docker::Build;

/// The most that is handed to the engine at once, in bytes.
const PIECE: usize = 64 * 1024;

/// Where a packed context goes, piece by piece.
pub type Pieces = mpsc::Sender<io::Result<Bytes>>;

/// A folder that is to be sent, and its Dockerfile.
#[derive(Debug)]
pub struct Source {
    root: PathBuf,
    dockerfile: Dockerfile,
}

#[derive(Debug)]
enum Dockerfile {
    /// In the folder, by its path there.
    Inside(String),
    /// Elsewhere: sent beside the files, under a name of its own.
    Outside { path: PathBuf, name: String },
}

impl Source {
    /// The folder that `build` names, seen from `directory`.
    ///
    /// # Errors
    /// What docker says when it cannot be sent.
    pub fn find(directory: &Path, build: &Build) -> Result<Self, String> {
        let unprepared = |why: String| format!("unable to prepare context: {why}");
        let typed = directory.join(&build.path);
        let root =
            typed.canonicalize().map_err(|_| unprepared(format!("path {:?} not found", build.path)))?;
        if !root.is_dir() {
            return Err(unprepared(format!("context must be a directory: {}", root.display())));
        }
        let path = dockerfile(directory, &root, build.file.as_deref());
        let real = path.canonicalize().map_err(|error| {
            let why = reason(&error);
            unprepared(format!(
                "unable to evaluate symlinks in Dockerfile path: lstat {}: {why}",
                path.display()
            ))
        })?;
        let dockerfile = match real.strip_prefix(&root) {
            Ok(inside) => Dockerfile::Inside(slashed(inside)),
            Err(_) => {
                Dockerfile::Outside { path: real, name: format!(".dockerfile.{:016x}", fastrand::u64(..)) }
            }
        };
        Ok(Self { root, dockerfile })
    }

    /// The Dockerfile's path in the archive.
    pub fn dockerfile(&self) -> String {
        match &self.dockerfile {
            Dockerfile::Inside(name) | Dockerfile::Outside { name, .. } => name.clone(),
        }
    }

    /// Packs the folder into `pieces` and gives the archive's size in bytes; none where nobody took all of the pieces.
    ///
    /// # Errors
    /// What docker says when something cannot be read; then the archive ends in an error, too.
    pub fn pack(&self, pieces: &Pieces) -> Result<Option<u64>, String> {
        let failed = |why: String| {
            let _ = pieces.blocking_send(Err(io::Error::other(why.clone())));
            format!("error checking context: {why}")
        };
        let ignore = self.ignore().map_err(failed)?;
        let mut archive = tar::Builder::new(Queue { pieces, waiting: Vec::with_capacity(PIECE), sent: 0 });
        let packed = self.add_all(&mut archive, &ignore).and_then(|()| {
            let mut queue = archive.into_inner()?;
            queue.flush()?;
            Ok(queue.sent)
        });
        match packed {
            Ok(size) => Ok(Some(size)),
            Err(_) if pieces.is_closed() => Ok(None),
            Err(error) => Err(failed(error.to_string())),
        }
    }

    fn ignore(&self) -> Result<Ignore, String> {
        let text = match fs::read(self.root.join(".dockerignore")) {
            Ok(text) => String::from_utf8_lossy(&text).into_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(format!("failed to read .dockerignore: {}", reason(&error))),
        };
        let mut ignore = Ignore::parse(&text)?;
        ignore.keep(".dockerignore");
        if let Dockerfile::Inside(name) = &self.dockerfile {
            ignore.keep(name);
        }
        Ok(ignore)
    }

    fn add_all<W: Write>(&self, archive: &mut tar::Builder<W>, ignore: &Ignore) -> io::Result<()> {
        self.add_folder(archive, ignore, Path::new(""))?;
        if let Dockerfile::Outside { path, name } = &self.dockerfile {
            add(archive, path, Path::new(name))?;
        }
        Ok(())
    }

    fn add_folder<W: Write>(
        &self,
        archive: &mut tar::Builder<W>,
        ignore: &Ignore,
        folder: &Path,
    ) -> io::Result<()> {
        let whole = self.root.join(folder);
        let unread = |error: io::Error| {
            io::Error::new(error.kind(), format!("can't read '{}': {}", whole.display(), reason(&error)))
        };
        let entries = fs::read_dir(&whole).map_err(unread)?;
        let mut names =
            entries.map(|entry| entry.map(|entry| entry.file_name())).collect::<Result<Vec<_>, _>>()?;
        names.sort();
        for name in names {
            let inside = folder.join(name);
            let path = self.root.join(&inside);
            let is_folder = path.symlink_metadata()?.is_dir();
            let slashed = slashed(&inside);
            let left_out = ignore.leaves_out(&slashed);
            if !left_out {
                add(archive, &path, &inside)?;
            }
            if is_folder && (!left_out || ignore.may_hold_exceptions(&slashed)) {
                self.add_folder(archive, ignore, &inside)?;
            }
        }
        Ok(())
    }
}

/// The Dockerfile's path: as `-f` says, seen from where the line runs, else in the context `root`, in small letters
/// where it is written so.
pub fn dockerfile(directory: &Path, root: &Path, file: Option<&str>) -> PathBuf {
    if let Some(file) = file {
        return flattened(&directory.join(file));
    }
    let usual = root.join("Dockerfile");
    let small = root.join("dockerfile");
    if !usual.exists() && small.exists() { small } else { usual }
}

/// Adds one file, folder or link to the archive, as `inside`. What is none of these, a socket say, is left out.
fn add<W: Write>(archive: &mut tar::Builder<W>, path: &Path, inside: &Path) -> io::Result<()> {
    let found = path.symlink_metadata()?;
    let mut header = header(&found);
    if found.is_dir() {
        header.set_entry_type(EntryType::Directory);
        let mut name = inside.as_os_str().to_owned();
        name.push("/");
        archive.append_data(&mut header, name, io::empty())
    } else if found.is_symlink() {
        header.set_entry_type(EntryType::Symlink);
        archive.append_link(&mut header, inside, fs::read_link(path)?)
    } else if found.is_file() {
        let file = File::open(path).map_err(|error| {
            io::Error::new(
                error.kind(),
                format!("no permission to read from '{}': {}", path.display(), reason(&error)),
            )
        })?;
        header.set_size(found.len());
        // A file that shrinks meanwhile must not shift what comes after it.
        archive.append_data(&mut header, inside, file.chain(io::repeat(0)).take(found.len()))
    } else {
        Ok(())
    }
}

/// A header without owner: whoever builds, the image is the same.
fn header(found: &Metadata) -> Header {
    let mut header = Header::new_gnu();
    header.set_size(0);
    header.set_mode(mode(found));
    header.set_uid(0);
    header.set_gid(0);
    let age = found.modified().ok().and_then(|time| time.duration_since(std::time::UNIX_EPOCH).ok());
    header.set_mtime(age.map_or(0, |age| age.as_secs()));
    header
}

#[cfg(unix)]
fn mode(found: &Metadata) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    found.permissions().mode() & 0o7777
}

/// As the docker CLI does where files have no mode: everything may be run.
#[cfg(not(unix))]
fn mode(_: &Metadata) -> u32 {
    0o755
}

/// With `/` between the parts.
fn slashed(path: &Path) -> String {
    let parts: Vec<_> = path.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

/// Without `.` and `..`.
fn flattened(path: &Path) -> PathBuf {
    let mut flat = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                flat.pop();
            }
            Component::CurDir => {}
            other => flat.push(other),
        }
    }
    flat
}

/// What went wrong, as Go words it.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or directory".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::NotADirectory => "not a directory".to_owned(),
        _ => error.to_string(),
    }
}

/// The archive on its way, in pieces.
struct Queue<'a> {
    pieces: &'a Pieces,
    waiting: Vec<u8>,
    sent: u64,
}

impl Write for Queue<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = PIECE - self.waiting.len();
        let taken = &bytes[..bytes.len().min(room)];
        self.waiting.extend_from_slice(taken);
        if self.waiting.len() == PIECE {
            self.flush()?;
        }
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.waiting, Vec::with_capacity(PIECE));
        self.sent += piece.len() as u64;
        self.pieces.blocking_send(Ok(piece.into())).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        folder
    }

    fn build(path: &str, file: Option<&str>) -> Build {
        Build { path: path.into(), file: file.map(str::to_owned), ..Build::default() }
    }

    /// The names and sizes in the archive, and how large it said it was.
    fn packed(source: &Source) -> (Vec<(String, u64)>, u64, usize) {
        let (pieces, mut queue) = mpsc::channel(1000);
        let size = source.pack(&pieces).unwrap();
        drop(pieces);
        let mut bytes = Vec::new();
        while let Some(piece) = queue.blocking_recv() {
            bytes.extend_from_slice(&piece.unwrap());
        }
        let mut archive = tar::Archive::new(&bytes[..]);
        let entries = archive.entries().unwrap().map(|entry| {
            let entry = entry.unwrap();
            assert_eq!((entry.header().uid().unwrap(), entry.header().gid().unwrap()), (0, 0));
            (entry.path().unwrap().display().to_string(), entry.size())
        });
        (entries.collect(), size.expect("all of it was taken"), bytes.len())
    }

    #[test]
    fn what_is_sent_is_in_order_and_counted() {
        let folder = folder(&[("Dockerfile", "FROM alpine\n"), ("a", "a\n")]);
        let (entries, size, length) = packed(&Source::find(folder.path(), &build(".", None)).unwrap());
        assert_eq!(entries, [("Dockerfile".into(), 12), ("a".into(), 2)]);
        // As docker counts it: 3.072kB.
        assert_eq!((size, length), (3072, 3072));
    }

    #[test]
    fn what_is_ignored_stays_here_and_the_dockerfile_goes() {
        let folder = folder(&[
            (".dockerignore", "*\n!src\nsrc/secret\n!src/deep/er/keep\n"),
            ("Dockerfile", "FROM alpine\n"),
            ("notes", ""),
            ("src/a", ""),
            ("src/secret/x", ""),
            ("other/deep/x", ""),
        ]);
        let (entries, ..) = packed(&Source::find(folder.path(), &build(".", None)).unwrap());
        let names: Vec<_> = entries.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, [".dockerignore", "Dockerfile", "src/", "src/a"]);
    }

    #[test]
    fn a_dockerfile_from_elsewhere_goes_under_a_name_of_its_own() {
        let folder = folder(&[("web/a", "a"), ("other/My.Dockerfile", "FROM alpine\n")]);
        let inside = Source::find(folder.path(), &build("other", Some("other/My.Dockerfile"))).unwrap();
        assert_eq!(inside.dockerfile(), "My.Dockerfile");
        let source =
            Source::find(folder.path(), &build("web", Some("./web/../other/My.Dockerfile"))).unwrap();
        let (entries, ..) = packed(&source);
        assert_eq!(entries[0], ("a".into(), 1));
        assert_eq!(entries[1], (source.dockerfile(), 12));
    }

    #[test]
    fn what_cannot_be_sent_is_said_as_docker_says_it() {
        let folder = folder(&[("a", "a"), ("small/dockerfile", "FROM alpine\n")]);
        let root = folder.path().canonicalize().unwrap();
        let why = |path: &str, file| Source::find(&root, &build(path, file)).unwrap_err();
        assert_eq!(why("nosuch", None), "unable to prepare context: path \"nosuch\" not found");
        assert_eq!(
            why("a", None),
            format!("unable to prepare context: context must be a directory: {}/a", root.display())
        );
        for (file, lstat) in [(None, "Dockerfile"), (Some("x/../nosuch"), "nosuch")] {
            assert_eq!(
                why(".", file),
                format!(
                    "unable to prepare context: unable to evaluate symlinks in Dockerfile path: lstat {}/{lstat}: \
                     no such file or directory",
                    root.display()
                )
            );
        }
        assert_eq!(Source::find(&root, &build("small", None)).unwrap().dockerfile(), "dockerfile");
    }

    #[test]
    fn a_long_name_and_a_large_file_arrive_whole() {
        let long = "a".repeat(150);
        let folder = folder(&[("Dockerfile", "FROM alpine\n"), (&long, &"x".repeat(3 * PIECE))]);
        let (entries, size, length) = packed(&Source::find(folder.path(), &build(".", None)).unwrap());
        assert_eq!(entries[1], (long, 3 * PIECE as u64));
        assert_eq!(size, length as u64);
    }

    #[cfg(unix)]
    #[test]
    fn links_go_as_links() {
        let folder = folder(&[("Dockerfile", "FROM alpine\n")]);
        std::os::unix::fs::symlink("/etc/passwd", folder.path().join("link")).unwrap();
        let (entries, ..) = packed(&Source::find(folder.path(), &build(".", None)).unwrap());
        assert_eq!(entries[1], ("link".into(), 0));
    }

    #[test]
    fn nobody_who_listens_ends_it() {
        let folder = folder(&[("Dockerfile", "FROM alpine\n"), ("large", &"x".repeat(9 * PIECE))]);
        let (pieces, queue) = mpsc::channel(1);
        drop(queue);
        let source = Source::find(folder.path(), &build(".", None)).unwrap();
        assert_eq!(source.pack(&pieces), Ok(None));
    }
}
