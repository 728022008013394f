"""The bytes of a file, or one clear error."""

from __future__ import annotations

import os
import stat

from parley.errors import ReadError
from parley.read.decoding import LIMIT_BYTES


def read_bytes(path: str) -> bytes:
    """All bytes of the file at `path`. Raises ReadError where it is gone, closed to us, no file, or beyond the limit."""
    try:
        with open(path, "rb", opener=_open) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise ReadError("not a file", resource=path, advice="give a file or a folder")
            if status.st_size > LIMIT_BYTES:
                raise too_large(path)
            return file.read(LIMIT_BYTES + 1)
    except FileNotFoundError as fault:
        raise ReadError("no such file", resource=path, advice="check the path") from fault
    except PermissionError as fault:
        raise ReadError("may not be read", resource=path, advice="allow reading it (chmod +r)") from fault
    except IsADirectoryError as fault:
        raise ReadError("is a folder", resource=path, advice="give a file") from fault
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise ReadError(f"cannot be read: {reason}", resource=path, advice="check the path") from fault


def too_large(path: str) -> ReadError:
    """The error for a file that no report is as large as."""
    return ReadError(
        f"larger than {LIMIT_BYTES // 1_000_000} MB",
        resource=path,
        advice="cut the file into one report each",
    )


def _open(path: str, flags: int) -> int:
    # Without O_NONBLOCK opening a named pipe would wait for a writer that may never come.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
