"""One look over the XML of a workbook before openpyxl builds anything from it: what it may hold, and how much."""

from __future__ import annotations

import re
from typing import IO, Any, Final
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from attrs import define
from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from koubo.errors import InputError, Mistake
from koubo.files.place import show

MAX_ELEMENTS: Final = 1_500_000
"""Most XML elements of a workbook: some 300,000 to 600,000 filled cells."""
MAX_AREA: Final = 500_000
"""Most cells below merged cells and links over ranges: openpyxl makes each of them."""
MAX_NESTING: Final = 100
"""Deepest nesting of elements; openpyxl goes down by recursion."""

_COLUMNS: Final = 16_384
_ROWS: Final = 1_048_576
_RANGE: Final = re.compile(r"\$?([A-Za-z]{1,3})?\$?([0-9]{1,7})?")
_STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/"
_MACRO_TYPES: Final = ("macroenabled", "vbaproject", "macrosheet")
_OUTWARD: Final = ("a link to another file", "a workbook that stands alone: break its links")
_BEFORE_MARKUP: Final = b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"


@define
class Scan:
    """What the parts of a workbook hold.

    Attributes:
        elements: how many XML elements.
        area: how many cells lie below merged cells and links over ranges.
        formulas: whether some cell holds a formula.
        typed: whether the list of the parts' types was met, without which an archive is no workbook.
    """

    elements: int = 0
    area: int = 0
    formulas: bool = False
    typed: bool = False

    def close(self) -> None:
        """Raise :class:`InputError` where the archive is no workbook at all."""
        if not self.typed:
            raise _refused("a zip archive that holds no workbook", "a workbook .xlsx")


def scan(name: str, stream: IO[bytes], found: Scan) -> None:
    """Look over one part, adding to what was found.

    Raises:
        InputError: for macros, links outwards, document types, broken XML, and too much of anything.
    """
    start = stream.read(64).lstrip(_BEFORE_MARKUP)
    stream.seek(0)
    # By its content and not by its name: a workbook may keep its sheets under any name.
    if start and not start.startswith(b"<"):
        return
    parser: Any = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(_Handler(found))
    try:
        parser.parse(stream)
    except DefusedXmlException as error:
        raise _refused(f"a document type in {show(name)}", "XML without document types and entities") from error
    except InputError:
        raise
    except (SAXException, ValueError, LookupError) as error:
        # Other parts may look like XML at first, as drawings in Excel's older markup do; nothing parses them to the end.
        if name.lower().endswith((".xml", ".rels")):
            raise _refused(f"broken XML in {show(name)}", "a workbook as a spreadsheet program saves it") from error


class _Handler(ContentHandler):
    """Counts, and refuses at sight."""

    def __init__(self, found: Scan) -> None:
        super().__init__()
        self._found = found
        self._depth = 0

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802 -- the name that SAX calls
        self._depth += 1
        self._found.elements += 1
        if self._depth > MAX_NESTING:
            raise _refused("deeper nesting", f"at most {MAX_NESTING} levels")
        if self._found.elements > MAX_ELEMENTS:
            raise _refused("more cells than a budget has", "fewer; larger tables are for koubo.audit_frame")
        look = _LOOKS.get(name.rpartition(":")[2])
        if look is not None:
            look(attrs, self._found)

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802 -- the signature that SAX calls
        self._depth -= 1


def _type(attributes: Any, found: Scan) -> None:
    found.typed = True
    kind = attributes.get("ContentType", "").lower()
    if any(word in kind for word in _MACRO_TYPES):
        raise _refused("macros (VBA)", "a workbook without macros: save it as .xlsx")
    if "externallink+xml" in kind:
        raise _refused(*_OUTWARD)


def _relationship(attributes: Any, _found: Scan) -> None:
    link = attributes.get("Type", "").endswith("/hyperlink")
    if attributes.get("TargetMode", "").lower() == "external" and not link:
        raise _refused(*_OUTWARD)


def _formula(_attributes: Any, found: Scan) -> None:
    found.formulas = True


def _range(attributes: Any, found: Scan) -> None:
    found.area += _area(attributes.get("ref", "A1"))
    if found.area > MAX_AREA:
        raise _refused("merged cells or links over whole columns or rows", "merged cells and links over few cells")


def _root(attributes: Any, _found: Scan) -> None:
    if any(str(value).startswith(_STRICT) for value in attributes.values()):
        raise _refused(
            "a workbook of the kind Strict Open XML", "an ordinary workbook: save it as Excel workbook .xlsx"
        )


_LOOKS: Final = {
    "Default": _type,
    "Override": _type,
    "Relationship": _relationship,
    "f": _formula,
    "mergeCell": _range,
    "hyperlink": _range,
    "workbook": _root,
    "worksheet": _root,
}


def _area(ref: str) -> int:
    """Return how many cells a reference covers; one that cannot be read covers too many."""
    start, _, end = ref.partition(":")
    first, last = _RANGE.fullmatch(start), _RANGE.fullmatch(end or start)
    if first is None or last is None:
        return MAX_AREA + 1
    (left, top), (right, bottom) = _corner(*first.groups()), _corner(*last.groups())
    width = abs(right - left) + 1 if left and right else _COLUMNS
    height = abs(bottom - top) + 1 if top and bottom else _ROWS
    return width * height


def _corner(letters: str | None, digits: str | None) -> tuple[int, int]:
    column = 0
    for letter in (letters or "").upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column, int(digits or 0)


def _refused(found: str, expected: str) -> InputError:
    return InputError([Mistake("", found, expected)])
