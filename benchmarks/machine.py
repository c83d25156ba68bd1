"""The machine a table was measured on, in words that identify no one."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from pathlib import Path

CPUINFO = Path("/proc/cpuinfo")
MEMINFO = Path("/proc/meminfo")


def _value(lines: Iterable[str], key: str) -> str:
    for line in lines:
        name, _, value = line.partition(":")
        if name.strip() == key:
            return value.strip()
    return ""


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def processor() -> str:
    """The processor's own name, or its architecture where it gives none."""
    return _value(_lines(CPUINFO), "model name") or platform.machine()


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0))


def memory() -> str:
    """Memory in GB of 10^9 bytes."""
    kibibytes = _value(_lines(MEMINFO), "MemTotal").partition(" ")[0]
    return f"{int(kibibytes) * 1024 / 1e9:.0f} GB" if kibibytes else "unknown memory"


def system() -> str:
    """The system's name and release."""
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return platform.system()


def describe() -> str:
    """All of it in one line."""
    return (
        f"{processor()}, {cores()} cores, {memory()}, {system()}, "
        f"Python {platform.python_version()}"
    )
