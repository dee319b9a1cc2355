"""A bare machine is told what it lacks before Qt fails with words nobody understands."""

from __future__ import annotations

from installer import system_libraries


def test_a_library_that_is_not_there_is_named_by_its_package(monkeypatch):
    monkeypatch.setattr(system_libraries, "LIBRARIES", {"libnosuch.so.9": "libnosuch9"})
    assert "libnosuch9" in system_libraries.missing_packages()


def test_a_library_that_is_there_is_not_asked_for(monkeypatch):
    monkeypatch.setattr(system_libraries, "LIBRARIES", {"libc.so.6": "libc6"})
    assert "libc6" not in system_libraries.missing_packages()


def test_without_rights_the_command_to_type_is_printed(monkeypatch, capsys):
    monkeypatch.setattr(system_libraries, "LIBRARIES", {"libnosuch.so.9": "libnosuch9"})
    monkeypatch.setattr(system_libraries.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    assert system_libraries.main() == 1
    assert "sudo apt-get install -y --no-install-recommends libnosuch9" in capsys.readouterr().out


def test_only_printing_missing_does_not_stop_anybody(monkeypatch, capsys):
    monkeypatch.setattr(system_libraries, "missing_packages", lambda: ["libcups2"])
    monkeypatch.setattr(system_libraries.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(system_libraries.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(system_libraries.sys, "platform", "linux")
    assert system_libraries.main() == 0
    assert "libcups2" in capsys.readouterr().out
