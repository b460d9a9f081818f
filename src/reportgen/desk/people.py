"""Who may work at a desk in an office network: a file of names and of what their passwords became (argon2id, RFC 9106).

A line is `name:hash`. Only its owner may read the file; it is written in one step.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from types import MappingProxyType

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from reportgen.files.bounded import read_bounded
from reportgen.files.replace import replace_file
from reportgen.problems import Failure, Place, Problem
from reportgen.vietnamese.letters import nfc

LARGEST_FILE = 1024 * 1024
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 200
LONGEST_NAME = 40
OTHERS = stat.S_IRWXG | stat.S_IRWXO
"""Permissions that nobody but the owner may have."""
_HASH = re.compile(r"\$argon2id\$v=19\$m=\d{1,7},t=\d{1,2},p=\d{1,2}\$[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+")
_HASHER = PasswordHasher()
_NOBODY = _HASHER.hash(os.urandom(16))
"""What an unknown name's password is held against, so that it takes as long as a known one's."""

Hashes = Mapping[str, str]


def name_of(text: str) -> str:
    """A name as it is kept: composed letters, single blanks; "" where it is none."""
    name = " ".join(nfc(text[: 4 * LONGEST_NAME]).split(" ")).strip()
    good = all(letter.isalnum() or letter in " .-_" for letter in name) and any(map(str.isalpha, name))
    return name if good and "  " not in name and len(name) <= LONGEST_NAME else ""


def read_people(file: Path) -> Hashes | Failure:
    """Names and hashes; why not, where the file cannot be used."""
    try:
        loose = os.name == "posix" and file.stat().st_mode & OTHERS
        content = read_bounded(file, LARGEST_FILE)
    except OSError as error:
        return _unusable(file, error.strerror or str(error))
    if loose:
        return Failure.of(Problem("B946", Place(file), {"file": str(file)}))
    found: dict[str, str] = {}
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
        name, _, kept = line.partition(":")
        if not name_of(name) or name_of(name) != name or not _HASH.fullmatch(kept) or _same(found, name):
            return Failure.of(Problem("B947", Place(file, number, 1), {"file": str(file)}))
        found[name] = kept
    return MappingProxyType(found)


def _same(hashes: Hashes, name: str) -> str:
    """The known name that is the same but for capitals; "" if there is none."""
    return next((known for known in hashes if known.casefold() == name.casefold()), "")


def _unusable(file: Path, reason: str) -> Failure:
    return Failure.of(Problem("B945", Place(file), {"file": str(file), "reason": reason}))


def put_person(file: Path, name: str, password: str) -> bool | Failure:
    """Add a person, or change the password of one: whether it is a new one; why not."""
    kept = name_of(name)
    if not kept:
        return Failure.of(Problem("B948", Place(file), {"name": name}))
    if not SHORTEST_PASSWORD <= len(nfc(password)) <= LONGEST_PASSWORD:
        return Failure.of(
            Problem("B949", Place(file), {"least": str(SHORTEST_PASSWORD), "most": str(LONGEST_PASSWORD)})
        )
    hashes = _before(file)
    if isinstance(hashes, Failure):
        return hashes
    known = _same(hashes, kept)
    failure = _write(file, {**hashes, known or kept: _HASHER.hash(nfc(password))})
    return failure if failure is not None else not known


def _before(file: Path) -> Hashes | Failure:
    """Who is in the file so far: nobody where there is none, or an empty one."""
    try:
        return read_people(file) if file.stat().st_size else {}
    except FileNotFoundError:
        return {}
    except OSError as error:
        return _unusable(file, error.strerror or str(error))


def remove_person(file: Path, name: str) -> Failure | None:
    """Take a person out; why not."""
    hashes = read_people(file)
    if isinstance(hashes, Failure):
        return hashes
    known = _same(hashes, name_of(name))
    if not known:
        return Failure.of(Problem("B951", Place(file), {"name": name}))
    return _write(file, {other: kept for other, kept in hashes.items() if other != known})


def _write(file: Path, hashes: Hashes) -> Failure | None:
    try:
        if not file.exists():
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        replace_file(file, "".join(f"{name}:{kept}\n" for name, kept in hashes.items()).encode())
    except OSError as error:
        return _unusable(file, error.strerror or str(error))
    return None


@dataclass(slots=True)
class People:
    """The file as it stands: read anew when it was written."""

    file: Path
    _stamp: tuple[int, ...] = ()
    _hashes: Hashes = field(default_factory=lambda: MappingProxyType({}))
    _lock: Lock = field(default_factory=Lock)

    @property
    def hashes(self) -> Hashes:
        """Names and hashes; none where the file has become unusable."""
        with self._lock:
            try:
                status = self.file.stat()
            except OSError:
                return MappingProxyType({})
            stamp = (status.st_mtime_ns, status.st_size, status.st_ino, status.st_mode)
            if stamp != self._stamp:
                read = read_people(self.file)
                self._hashes = MappingProxyType({}) if isinstance(read, Failure) else read
                self._stamp = stamp
            return self._hashes

    def known(self, given: str) -> str:
        """The name as it is kept; "" for nobody's."""
        return _same(self.hashes, name_of(given)) if name_of(given) else ""

    def verified(self, given: str, password: str) -> str:
        """The name whose password it is, "" where it is not: in the same time whether or not the name is known."""
        name = self.known(given)
        try:
            _HASHER.verify(self.hashes.get(name, _NOBODY), nfc(password[: LONGEST_PASSWORD + 1]))
        except (VerificationError, InvalidHashError):
            return ""
        return name
