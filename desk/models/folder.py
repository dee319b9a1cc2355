"""Whether a folder can hold the database: there, writable, and on a disk of this computer."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from pathlib import Path

from desk.refusals import Refusal

#: File systems reached over a network: SQLite's WAL needs memory shared by all its readers,
#: which no network share gives, and would lose data in silence.
NETWORK_FILE_SYSTEMS: frozenset[str] = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "9p", "afpfs", "webdav"}
    | {"fuse.sshfs", "fuse.davfs", "fuse.rclone", "fuse.s3fs", "fuse.glusterfs", "ceph", "lustre"}
)


def checked_folder(folder: Path) -> Path:
    """Create the data folder if it is missing and return it once it is fit for a database.

    Raises:
        Refusal: ``folder.network``, ``folder.not_a_folder`` or ``folder.readonly``.
    """
    folder = folder.expanduser().absolute()
    if kind := network_file_system(folder):
        raise Refusal("folder.network", folder=str(folder), kind=kind)
    if folder.exists() and not folder.is_dir():
        raise Refusal("folder.not_a_folder", folder=str(folder))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except PermissionError as error:
        raise Refusal("folder.readonly", folder=str(folder)) from error
    except OSError as error:
        code = "folder.readonly" if error.errno == 30 else "folder.unusable"
        raise Refusal(code, folder=str(folder)) from error
    return folder


def network_file_system(folder: Path) -> str | None:
    """Return the name of the network file system a path stands on, or None on a local disk."""
    platform: str = sys.platform  # a plain str: the type checker must read every branch
    if platform == "win32":
        return _windows_network(folder)
    return _mounted_network(folder, _mounts(platform))


def _mounted_network(folder: Path, mounts: list[tuple[str, str]]) -> str | None:
    """Find the deepest mount point above the folder among ``(mount point, type)`` pairs."""
    real = os.path.realpath(folder)
    best, kind = "", ""
    for point, file_system in mounts:
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, file_system
    return kind if kind in NETWORK_FILE_SYSTEMS else None


def _mounts(platform: str) -> list[tuple[str, str]]:
    if platform.startswith("linux"):
        pairs = []
        with contextlib.suppress(OSError), Path("/proc/self/mounts").open(encoding="utf-8") as file:
            for line in file:
                parts = line.split(" ")
                point = parts[1].encode().decode("unicode_escape")
                pairs.append((point, parts[2]))
        return pairs
    import psutil  # only where the kernel does not publish its mounts as a file

    return [(part.mountpoint, part.fstype) for part in psutil.disk_partitions(all=True)]


def _windows_network(folder: Path) -> str | None:
    if str(folder).startswith("\\\\"):
        return "UNC"
    import ctypes

    remote = 4  # DRIVE_REMOTE
    kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)  # type: ignore[attr-defined,unused-ignore]
    return "SMB" if kind == remote else None
