"""Sees to the system libraries that Qt needs and no wheel carries.

Tries to load each one. What is missing is installed with apt-get where this may be done (root on
Debian and its kin); otherwise the command to type is printed. Standard library only: it runs
before anything is installed.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

#: Library, and the Debian package it comes from.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    # the window on X11
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
#: Without it everything runs, but the print dialog finds no printer.
FOR_PRINTING = {"libcups.so.2": "libcups2"}
ON_WAYLAND = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def missing_packages() -> list[str]:
    """Return the Debian packages this machine lacks."""
    wanted = LIBRARIES | FOR_PRINTING | (ON_WAYLAND if os.environ.get("WAYLAND_DISPLAY") else {})
    missing = [package for library, package in wanted.items() if not _loads(library)]
    if importlib.util.find_spec("ensurepip") is None:  # Debian splits it off
        missing.append("python3-venv")
    return missing


def main() -> int:
    """Install or name what is missing; the exit code is 1 when the window cannot open without."""
    if sys.platform != "linux":
        return 0
    missing = missing_packages()
    if not missing:
        return 0
    can_wait = set(missing) <= set(FOR_PRINTING.values())
    if shutil.which("apt-get") is None:
        print(f"Qt needs these libraries: {', '.join(missing)} (Debian's names). Install them.")
        return 0 if can_wait else 1
    if os.geteuid() != 0:
        command = f"sudo apt-get install -y --no-install-recommends {' '.join(missing)}"
        print(f"Some system libraries are missing. Type:\n\n    {command}\n")
        return 0 if can_wait else 1
    return _install(missing)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install(packages: list[str]) -> int:
    print(f"Installing system libraries: {' '.join(packages)}", flush=True)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    _apt(["apt-get", "update", "-qq"], quiet)
    done = _apt(install, quiet)
    if done.returncode:
        print(done.stdout)
        print(f"apt-get could not install them. Try: {' '.join(install)}")
    return done.returncode


def _apt(command: list[str], environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        env=environment,
        check=False,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


if __name__ == "__main__":
    sys.exit(main())
