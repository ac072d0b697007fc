"""From a path to text: how large a file may be, how it may be encoded, which characters it may hold."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from koubo.errors import InputError, Mistake

MAX_BYTES = 32 * 1024 * 1024
"""Largest file that is read: 32 MiB."""

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# What Python makes of single bytes that stand for nothing in Shift_JIS.
_NO_CP932 = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        InputError: if there is no such file, it is no ordinary file, cannot be read, or is larger than 32 MiB.
    """
    try:
        if not path.is_file():
            found = "a directory" if path.is_dir() else "something that is no file" if path.exists() else "no such file"
            raise InputError([Mistake("", found, "a file that can be read")])
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError([Mistake("", error.strerror or "no way to read it", "a file that can be read")]) from error
    check_size(data)
    return data


def check_size(data: bytes) -> None:
    """Raise :class:`InputError` for more than 32 MiB."""
    if len(data) > MAX_BYTES:
        raise InputError([Mistake("", f"more than {MAX_BYTES // 1024**2} MiB", f"at most {MAX_BYTES:,} bytes")])


def decode(data: bytes, *, shift_jis: bool = False) -> str:
    """Return bytes as text: UTF-8 with or without a byte-order mark, UTF-16 with one.

    Args:
        data: the bytes of a file.
        shift_jis: also read what is no UTF-8 as Shift_JIS in Microsoft's form (CP932), as Excel in Japan writes CSV.

    Raises:
        InputError: for any other encoding, more than 32 MiB, and control characters other than tab and line ends.
    """
    check_size(data)
    expected = "text in UTF-8 or Shift_JIS" if shift_jis else "text in UTF-8"
    if data.startswith(_UTF32):
        raise InputError([Mistake("", "text in UTF-32", expected)])
    try:
        text = data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        text = _decode_cp932(data, error, expected) if shift_jis else _refuse(data, error, expected)
    unfit = _UNFIT.search(text)
    if unfit:
        line = text.count("\n", 0, unfit.start()) + 1
        found = f"the control character U+{ord(unfit.group()):04X} (line {line})"
        raise InputError([Mistake("", found, "text without control characters")])
    return text


def unfit_character(text: str) -> str | None:
    """Return the first character of a value that no text should hold, as ``U+0000``; ``None`` where all is well."""
    unfit = _UNFIT.search(text)
    return f"U+{ord(unfit.group()):04X}" if unfit else None


def _decode_cp932(data: bytes, first: UnicodeDecodeError, expected: str) -> str:
    if first.encoding != "utf-8":
        return _refuse(data, first, expected)
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError as error:
        return _refuse(data, error, expected)
    return _refuse(data, first, expected) if _NO_CP932.search(text) else text


def _refuse(data: bytes, error: UnicodeDecodeError, expected: str) -> str:
    line = data.count(b"\n", 0, error.start) + 1
    found = f"the byte 0x{data[error.start]:02X}, which is not {error.encoding} (line {line})"
    raise InputError([Mistake("", found, expected)]) from error
