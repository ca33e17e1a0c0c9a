"""The one way to write a file: whole or not at all; and a lock between programs.

A reader of the file sees the old content or the new one, never a half. What is being written
has no name that anyone could guess or prepare a link for, and where the system can do it
(`O_TMPFILE` of Linux) no name at all, so that not even a kill leaves a piece of it behind.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

FOR_ALL: Final = 0o666
FOR_THE_OWNER: Final = 0o600
HALF_A_FRAME: Final = 0.008
"""Seconds for which a window may wait for another program."""
LOCK_EVERY: Final = 0.002
"""Seconds between two tries for a lock that another program holds."""
HELD: Final = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
"""What the systems answer for a lock that another program holds."""
LONGEST_STEM: Final = 40
OPEN_FILES: Final = "/proc/self/fd"
NO_TMPFILE: Final = {errno.EOPNOTSUPP, errno.EISDIR, errno.ENOENT, errno.EINVAL, errno.ENOSYS}
"""How file systems and old kernels say that they know no nameless files."""


def write_atomically(file: Path, content: bytes | Iterable[bytes], *, secret: bool = False) -> None:
    """Replace the content of a file, or make the file; see `atomic_stream`.

    Raises:
        OSError: The file cannot be written. The old content is then untouched.
    """
    with atomic_stream(file, secret=secret) as stream:
        stream.writelines([content] if isinstance(content, bytes) else content)


@contextlib.contextmanager
def atomic_stream(file: Path, *, secret: bool = False) -> Iterator[BinaryIO]:
    """Give a stream whose content takes the file's place when the block ends without an error.

    The permissions of a file that is there stay, and a link stays a link to it. A pipe or a
    device is written to as it is. The stream can be sought in.

    Args:
        file: What to write.
        secret: True for content that only the owner may read; it rules for a new file, and
            while the content is being written.

    Raises:
        OSError: The file cannot be written, which is tried before the block begins; or the
            disk is full. The old content is then untouched and nothing else is left.
    """
    unfinished = Unfinished(file, secret=secret)
    try:
        yield unfinished.stream
        unfinished.publish()
    except BaseException:
        unfinished.discard()
        raise


class Unfinished:
    """Content that is being written, to take a file's place or, if it must, another's.

    End it with `publish` or `discard`. Raises as `atomic_stream` does.
    """

    def __init__(self, file: Path, *, secret: bool = False) -> None:
        self._target = Path(os.path.realpath(file))
        old = _mode_to_keep(self._target)
        self.is_special = old is not None and not stat.S_ISREG(old)
        """Whether it is a pipe or a device, to which everything is written as it comes."""
        self._mode = None if old is None else stat.S_IMODE(old)
        self._name: Path | None = None
        if self.is_special:
            self.stream: BinaryIO = self._target.open("wb")
            return
        mode = FOR_THE_OWNER if secret or old is not None else FOR_ALL
        self.stream, self._name = _unfinished(self._target, mode)

    def publish(self, instead: Path | None = None) -> None:
        """Have the content take its file's place, or that of another file in its folder."""
        target = self._target if instead is None else Path(os.path.realpath(instead))
        with self.stream:
            self.stream.flush()
            if self.is_special:
                return
            if self._mode is not None and sys.platform != "win32":
                os.fchmod(self.stream.fileno(), self._mode)
            os.fsync(self.stream.fileno())
            self._name = self._name or _named(self.stream, target)
        self._name.replace(target)
        self._name = None
        _sync_folder(target.parent)

    def discard(self) -> None:
        """Leave nothing of it behind; after it was published this changes nothing."""
        with contextlib.suppress(OSError):
            self.stream.close()
        if self._name is not None:
            with contextlib.suppress(OSError):
                self._name.unlink()


@contextlib.contextmanager
def locked(file: Path, patience: float | None = None) -> Iterator[None]:
    """Keep other programs that ask for the same lock away from a file, to read and rewrite it.

    The lock is a file beside it, `.NAME.lock`, which stays. A file system without locks is no
    reason to fail. `patience` is how many seconds to wait for another program; None waits on.

    Raises:
        BlockingIOError: Another program still holds the lock.
        OSError: The folder cannot be written to.
    """
    with file.with_name(f".{file.name}.lock").open("ab") as stream:
        if patience is None:
            with contextlib.suppress(OSError):
                _lock(stream.fileno())
        else:
            end = time.monotonic() + patience
            while not _lock_now(stream.fileno()):
                if time.monotonic() >= end:
                    raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(file))
                time.sleep(LOCK_EVERY)
        yield


def _lock_now(handle: int) -> bool:
    """Tell whether the lock was there to take; where there are no locks, it was."""
    try:
        _try_lock(handle)
    except OSError as error:
        return error.errno not in HELD
    return True


def require_file(file: Path) -> Path:
    """Return a file; a pipe or a device would keep whoever opens it waiting, maybe for ever.

    Raises:
        OSError: It is one (`ENXIO`), or cannot be looked at. A missing file is none.
    """
    with contextlib.suppress(FileNotFoundError):
        mode = file.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
            raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(file))
    return file


def _mode_to_keep(target: Path) -> int | None:
    """Return the mode of what is there, None for nothing.

    A file that another program holds, or that is write-protected, is refused before any work.
    """
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode) or stat.S_ISREG(mode):
        with target.open("r+b"):
            pass
    return mode


def _unfinished(target: Path, mode: int) -> tuple[BinaryIO, Path | None]:
    """Open a new file in the folder of the target; without a name where the system can."""
    if sys.platform == "linux" and Path(OPEN_FILES).exists():
        try:
            return os.fdopen(os.open(target.parent, os.O_TMPFILE | os.O_RDWR, mode), "w+b"), None
        except OSError as error:
            if error.errno not in NO_TMPFILE:
                raise
    name = _free_name(target)
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(name, flags, mode), "w+b"), name


def _named(stream: BinaryIO, target: Path) -> Path:
    """Give a nameless file a name for the moment until it takes the target's."""
    name = _free_name(target)
    folder = os.open(OPEN_FILES, os.O_RDONLY)
    try:
        # With a folder given, `link` follows the link that /proc shows for an open file.
        os.link(str(stream.fileno()), name, src_dir_fd=folder)
    finally:
        os.close(folder)
    return name


def _free_name(target: Path) -> Path:
    import secrets

    return target.with_name(f".{target.name[:LONGEST_STEM]}.{secrets.token_hex(8)}")


def _sync_folder(folder: Path) -> None:
    """Have the new name survive a power cut, too; file systems that cannot need not."""
    if sys.platform != "win32":
        with contextlib.suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_LOCK, 1)

    def _try_lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX)

    def _try_lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
