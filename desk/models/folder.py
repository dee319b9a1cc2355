"""Whether a folder can hold the database: there, writable, and on a disk of this computer."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from desk.refusals import Refusal

#: File systems reached over a network or shared with another machine: SQLite's WAL needs memory
#: shared by all its readers, which none of them gives, and would lose data in silence.
NETWORK_FILE_SYSTEMS: frozenset[str] = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "9p", "afpfs", "webdav"}
    | {"davfs", "fuse.sshfs", "fuse.davfs", "fuse.davfs2", "fuse.rclone", "fuse.s3fs"}
    | {"fuse.gvfsd-fuse", "fuse.kio-fuse", "fuse.glusterfs", "ceph", "fuse.ceph", "lustre"}
    | {"vboxsf", "prl_fs", "vmhgfs", "fuse.vmhgfs-fuse"}
)
#: A page of the database and of its log: less is as good as nothing.
_ROOM = 64 * 1024
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}
_IN_THE_WAY = {errno.ENOTDIR, errno.EEXIST}
_OCTAL = re.compile(r"\\([0-7]{3})")
_MAC_MOUNT = re.compile(r".+? on (?P<point>/.*) \((?P<kind>\w+)[,)].*")


def checked_folder(folder: Path) -> Path:
    """Create the data folder if it is missing and return it once it is fit for a database.

    What is created is for this user alone: residents' telephones stand in there.

    Raises:
        Refusal: ``folder.network``, ``folder.not_a_folder``, ``folder.readonly``,
            ``folder.unusable`` or ``disk.full``.
    """
    folder = folder.expanduser().absolute()
    if kind := network_file_system(folder):
        raise Refusal("folder.network", folder=str(folder), kind=kind)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _refusal(folder, error) from error
    return folder


def refuse_if_full(folder: Path) -> None:
    """Say so when the disk of a folder is full.

    A database that finds no room for its helper files only says that it cannot be opened.

    Raises:
        Refusal: ``disk.full``.
    """
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return
    if free < _ROOM:
        raise Refusal("disk.full")


def _refusal(folder: Path, error: OSError) -> Refusal:
    if error.errno in _READ_ONLY:
        return Refusal("folder.readonly", folder=str(folder))
    if error.errno in _IN_THE_WAY:
        file = next((part for part in (folder, *folder.parents) if part.is_file()), folder)
        return Refusal("folder.not_a_folder", folder=str(file))
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return Refusal("disk.full")
    return Refusal("folder.unusable", folder=str(folder))


def network_file_system(folder: Path) -> str | None:
    """Return the name of the network file system a path stands on, or None on a local disk."""
    platform: str = sys.platform  # a plain str: the type checker must read every branch
    if platform == "win32":
        return _windows_network(folder)
    return mounted_network(folder, _mounts(platform))


def mounted_network(folder: Path, mounts: list[tuple[str, str]]) -> str | None:
    """Find the deepest mount point above the folder among ``(mount point, type)`` pairs."""
    real = os.path.realpath(folder)
    best, kind = "", ""
    for point, file_system in mounts:
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, file_system
    return kind if kind in NETWORK_FILE_SYSTEMS else None


def _mounts(platform: str) -> list[tuple[str, str]]:
    try:
        if platform.startswith("linux"):
            table = Path("/proc/self/mounts").read_text("utf-8", "surrogateescape")
            return linux_mounts(table)
        listed = subprocess.run(["/sbin/mount"], capture_output=True, timeout=10, check=True)
        return mac_mounts(os.fsdecode(listed.stdout))
    except (OSError, subprocess.SubprocessError):
        return []


def linux_mounts(table: str) -> list[tuple[str, str]]:
    """Return ``(mount point, type)`` of each line of ``/proc/mounts``."""
    lines = [line.split(" ") for line in table.splitlines()]
    return [
        (_OCTAL.sub(lambda match: chr(int(match[1], 8)), parts[1]), parts[2])
        for parts in lines
        if len(parts) > 2
    ]


def mac_mounts(listed: str) -> list[tuple[str, str]]:
    """Return ``(mount point, type)`` of each line that ``mount`` prints on a Mac."""
    found = [_MAC_MOUNT.fullmatch(line) for line in listed.splitlines()]
    return [(match["point"], match["kind"]) for match in found if match]


def _windows_network(folder: Path) -> str | None:
    if str(folder).startswith("\\\\"):
        return "UNC"
    import ctypes

    remote = 4  # DRIVE_REMOTE
    kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)  # type: ignore[attr-defined,unused-ignore]
    return "SMB" if kind == remote else None
