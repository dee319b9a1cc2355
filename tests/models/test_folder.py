"""Which folders can hold the database, and what is said of the others."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desk.models import folder as folders
from desk.models.folder import (
    checked_folder,
    linux_mounts,
    mac_mounts,
    mounted_network,
    network_file_system,
    refuse_if_full,
)
from desk.refusals import Refusal

# As Linux prints it: a share in Chinese, a blank in a name, a disk inside a share, a mount upon
# a mount.
TABLE = """\
proc /proc proc rw 0 0
/dev/sda1 / ext4 rw,relatime 0 0
//server/share /mnt/物业共享 cifs rw,vers=3.0 0 0
server:/export /mnt/with\\040blank nfs4 rw 0 0
/dev/sdb1 /mnt/with\\040blank/disk xfs rw 0 0
me@host: /home/li/remote fuse.sshfs rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
/dev/sdc1 /media/usb vfat rw 0 0
systemd-1 /auto autofs rw 0 0
server:/auto /auto nfs rw 0 0
vbox /media/sf_desk vboxsf rw 0 0
short line
"""
MAC = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//li@server/share on /Volumes/物业 (smbfs, nodev, nosuid, mounted by li)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
/dev/disk5s1 on /Volumes/U on盘 (msdos, local, nodev)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/mnt/物业共享", "cifs"),
        ("/mnt/物业共享/前台/数据", "cifs"),
        ("/mnt/物业共享2/desk", None),
        ("/mnt/with blank/desk", "nfs4"),
        ("/mnt/with blank/disk/desk", None),
        ("/home/li/remote/desk", "fuse.sshfs"),
        ("/run/user/1000/gvfs/smb-share:server=x/desk", "fuse.gvfsd-fuse"),
        ("/media/usb/desk", None),
        ("/auto/desk", "nfs"),
        ("/media/sf_desk", "vboxsf"),
        ("/home/li/desk", None),
        ("/", None),
    ],
)
def test_a_share_is_known_by_the_deepest_mount_above_the_folder(folder, kind):
    assert mounted_network(Path(folder), linux_mounts(TABLE)) == kind


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/Volumes/物业/desk", "smbfs"), ("/Volumes/U on盘/desk", None), ("/Users/li/desk", None)],
)
def test_a_share_is_known_on_a_mac(folder, kind):
    assert mounted_network(Path(folder), mac_mounts(MAC)) == kind


def test_a_share_behind_a_link_is_a_share(tmp_path):
    share = tmp_path / "share"
    share.mkdir()
    link = tmp_path / "desk"
    link.symlink_to(share)
    assert mounted_network(link, [("/", "ext4"), (str(share), "nfs")]) == "nfs"


def test_this_computer_says_what_is_mounted(tmp_path):
    assert network_file_system(tmp_path) is None


def test_a_share_is_refused_before_anything_is_written_there(tmp_path, monkeypatch):
    monkeypatch.setattr(folders, "_mounts", lambda _: [("/", "ext4"), (str(tmp_path), "cifs")])
    with pytest.raises(Refusal) as refused:
        checked_folder(tmp_path / "desk")
    assert refused.value.code == "folder.network"
    assert refused.value.fields == {"folder": str(tmp_path / "desk"), "kind": "cifs"}
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_made_with_those_above_it(tmp_path):
    folder = tmp_path / "a" / "数据"
    assert checked_folder(folder) == folder
    assert list(folder.iterdir()) == []
    assert checked_folder(folder) == folder


@pytest.mark.skipif(os.name == "nt", reason="Windows has its own ways")
def test_a_folder_that_is_made_is_for_this_user_alone(tmp_path):
    assert checked_folder(tmp_path / "data").stat().st_mode & 0o777 == 0o700
    (tmp_path / "shared").mkdir(mode=0o755)
    assert checked_folder(tmp_path / "shared").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("inside", ["", "desk"])
def test_a_file_in_the_way_is_named(tmp_path, inside):
    file = tmp_path / "数据"
    file.write_text("a letter", "utf-8")
    with pytest.raises(Refusal) as refused:
        checked_folder(file / inside)
    assert refused.value.code == "folder.not_a_folder"
    assert refused.value.fields == {"folder": str(file)}
    assert file.read_text("utf-8") == "a letter"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "folder.readonly"),
        (errno.EROFS, "folder.readonly"),
        (errno.ENOSPC, "disk.full"),
        (errno.EIO, "folder.unusable"),
    ],
)
def test_what_the_system_refuses_has_a_sentence(tmp_path, monkeypatch, number, code):
    def refuse(**_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(folders.tempfile, "TemporaryFile", refuse)
    with pytest.raises(Refusal) as refused:
        checked_folder(tmp_path)
    assert refused.value.code == code


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_refused(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(Refusal) as refused:
        checked_folder(tmp_path)
    tmp_path.chmod(0o700)
    assert refused.value.code == "folder.readonly"


def test_a_disk_with_room_is_not_full(tmp_path):
    refuse_if_full(tmp_path)
    refuse_if_full(tmp_path / "not there")
