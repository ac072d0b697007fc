"""What an Excel file may be before anything reads it: a zip archive of bounded size, without macros or links outwards."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from koubo.errors import InputError, Mistake
from koubo.files.excel.parts import Scan, scan
from koubo.files.text import check_size

MAX_PARTS: Final = 2000
"""Most parts of a workbook."""
MAX_UNPACKED: Final = 128 * 1024 * 1024
"""Most bytes of all parts together once they are unpacked."""
MAX_RATIO: Final = 200
"""Most bytes that one byte may be unpacked to, in a part large enough to matter."""

_LARGE: Final = 1024 * 1024
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK: Final = "a workbook .xlsx without password"
_CODE: Final = ("vbaproject.bin", "vbadata.xml")
_NO_CODE: Final = "a workbook without macros: save it as .xlsx"


def check(data: bytes) -> Scan:
    """Check the bytes of an Excel file and return what its parts hold.

    Raises:
        InputError: for what is no workbook, is encrypted, holds macros, links or a document type, or grows too large.
    """
    check_size(data)
    if data.startswith(_OLE):
        kind = "an encrypted workbook" if _ENCRYPTED in data else "an Excel file of the old kind (.xls), or no workbook"
        raise _refused(kind, _WORKBOOK)
    found = Scan()
    with _opened(data) as archive:
        _check_directory(archive.infolist())
        for part in archive.infolist():
            if not part.is_dir():
                with archive.open(part) as stream:
                    scan(part.filename, stream, found)
    found.close()
    return found


@contextmanager
def _opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    # zipfile lets what its parts are made of through: bad lengths, checksums, streams that end early.
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError) as error:
        if isinstance(error, InputError):
            raise
        found = "no zip archive, as every .xlsx is" if not data.startswith(b"PK") else "a damaged zip archive"
        raise _refused(found, _WORKBOOK) from error


def _check_directory(parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MAX_PARTS:
        raise _refused(f"{len(parts):,} parts in the zip archive", f"at most {MAX_PARTS:,}")
    names = [part.filename for part in parts]
    if len(set(names)) < len(names):
        raise _refused("a part twice in the zip archive", "each part once")
    if any(part.flag_bits & 1 for part in parts):
        raise _refused("an encrypted zip archive", _WORKBOOK)
    if any(part.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} for part in parts):
        raise _refused("a zip archive packed in an unusual way", "a workbook as a spreadsheet program saves it")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MAX_UNPACKED:
        raise _refused(f"{unpacked:,} bytes once unpacked", f"at most {MAX_UNPACKED:,}")
    for part in parts:
        if part.file_size > _LARGE and part.file_size > MAX_RATIO * max(part.compress_size, 1):
            raise _refused(
                f"a part that unpacks to over {MAX_RATIO} times its size (a zip bomb, or a sheet of a million empty rows)",
                "a workbook without empty rows and columns that carry formats",
            )
        if part.filename.lower().endswith(_CODE):
            raise _refused("macros (VBA)", _NO_CODE)


def _refused(found: str, expected: str) -> InputError:
    return InputError([Mistake("", found, expected)])
