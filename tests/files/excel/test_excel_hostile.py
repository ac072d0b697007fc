"""Files that are no workbook, or would do harm: refused in one line, before anything is built of them."""

from __future__ import annotations

import contextlib
import io
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from workbooks import LINES, book, filled_budget, saved

from koubo.errors import InputError
from koubo.files.excel import archive, load_excel, parts
from koubo.files.load import load
from koubo.models.expense import Budget, ExpenseCategory, ExpenseLine

HEAD = ["line_id", "category", "amount_yen"]
GOOD = saved(book(支出計画書=[HEAD, ["A1", "travel", 5]]))
SHEET, TYPES, RELATIONS = "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
DTD = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

Change = Callable[[bytes], bytes]


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        load_excel(data)
    (mistake,) = error.value.mistakes
    assert mistake.place == ""
    return mistake.found


def rezipped(data: bytes = GOOD, more: dict[str, bytes] | None = None, **changes: Change) -> bytes:
    """The workbook with changed parts (named by the last word of their path) and some more of them."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for part in source.infolist():
            change = changes.get(part.filename.rpartition("/")[2].partition(".")[0].strip("[]"))
            content = source.read(part)
            copy.writestr(part.filename, change(content) if change else content)
        for name, content in (more or {}).items():
            copy.writestr(name, content)
    return target.getvalue()


def put(old: str, new: str) -> Change:
    return lambda content: content.replace(old.encode(), new.encode(), 1)


def with_dtd(content: bytes) -> bytes:
    start = content.index(b"?>") + 2 if content.startswith(b"<?xml") else 0
    return content[:start] + DTD + content[start:]


def type_of(name: str, kind: str) -> Change:
    return put("</Types>", f'<Override PartName="/{name}" ContentType="{kind}"/></Types>')


def marked_encrypted(data: bytes) -> bytes:
    """The archive with every part marked as encrypted."""
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = data.find(mark)
        while place >= 0:
            changed[place + offset] |= 1
            place = data.find(mark, place + 1)
    return bytes(changed)


def doubled() -> bytes:
    target = io.BytesIO(GOOD)
    with zipfile.ZipFile(target, "a") as archive_, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive_.writestr(SHEET, b"<worksheet/>")
    return target.getvalue()


def packed(method: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as copy:
        copy.writestr(TYPES, b"<Types/>" * 9)
    return target.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
EXTERNAL = '<Relationship Id="x9" Type="http://x/externalLinkPath" Target="file:///c:/a.xlsx" TargetMode="External"/>'
HOSTILE: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "no zip archive"),
    "text": (b"line_id,category\nA1,travel", "no zip archive"),
    "half a zip": (GOOD[: len(GOOD) // 2], "a damaged zip archive"),
    "damaged": (GOOD.replace(b"\x78", b"\x79"), "damaged"),
    "old xls": (OLE, "old kind"),
    "with a password": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted workbook"),
    "zip with a password": (marked_encrypted(GOOD), "encrypted zip"),
    "another zip": (rezipped(packed(zipfile.ZIP_DEFLATED), Content_Types=lambda _: b"<x/>"), "holds no workbook"),
    "bzip2": (packed(zipfile.ZIP_BZIP2), "packed in an unusual way"),
    "lzma": (packed(zipfile.ZIP_LZMA), "packed in an unusual way"),
    "a part twice": (doubled(), "a part twice"),
    "macros": (rezipped(more={"xl/vbaProject.bin": b"\x00"}), "macros"),
    "macros elsewhere": (rezipped(more={"other/VBAPROJECT.BIN": b"\x00"}), "macros"),
    "macro types": (
        rezipped(Content_Types=put("officedocument.spreadsheetml.sheet.main", "ms-excel.sheet.macroEnabled.main")),
        "macros",
    ),
    "macro sheet": (
        rezipped(Content_Types=type_of("xl/macrosheets/sheet1.xml", "application/vnd.ms-excel.macrosheet+xml")),
        "macros",
    ),
    "external link": (
        rezipped(
            Content_Types=type_of(
                "xl/externalLinks/externalLink1.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
            )
        ),
        "a link to another file",
    ),
    "external relation": (
        rezipped(workbook=put("</Relationships>", f"{EXTERNAL}</Relationships>")),
        "a link to another",
    ),
    "strict": (
        rezipped(
            sheet1=put(
                "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                "http://purl.oclc.org/ooxml/spreadsheetml/main",
            )
        ),
        "Strict Open XML",
    ),
    "dtd in the sheet": (rezipped(sheet1=with_dtd), "a document type"),
    "dtd in the styles": (rezipped(styles=with_dtd), "a document type"),
    "dtd in the types": (rezipped(Content_Types=with_dtd), "a document type"),
    "dtd under another name": (rezipped(more={"xl/media/image1.png": b"\n" * 99 + DTD + b"<x/>"}), "a document type"),
    "dtd in utf-16": (rezipped(more={"a.bin": (DTD.decode() + "<x/>").encode("utf-16")}), "a document type"),
    "broken xml": (rezipped(sheet1=lambda content: content[:-9]), "broken XML"),
    "unknown encoding": (rezipped(more={"a.xml": b'<?xml version="1.0" encoding="xyz"?><a/>'}), "broken XML"),
    "deep": (rezipped(more={"a.xml": b"<a>" * 5000 + b"</a>" * 5000}), "deeper nesting"),
    "merged sheet": (
        rezipped(sheet1=put("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
        "whole columns or rows",
    ),
    "merged columns": (
        rezipped(sheet1=put("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A:B"/></mergeCells>')),
        "whole columns or rows",
    ),
    "merged nonsense": (
        rezipped(sheet1=put("</sheetData>", '</sheetData><mergeCells><mergeCell ref="A1:B2:C3"/></mergeCells>')),
        "whole columns or rows",
    ),
    "links over a sheet": (
        rezipped(
            sheet1=put("</sheetData>", '</sheetData><hyperlinks><hyperlink ref="A1:XFD99" location="a"/></hyperlinks>')
        ),
        "whole columns or rows",
    ),
    "bad cell name": (rezipped(sheet1=put('r="A1"', 'r="??"')), "openpyxl cannot read"),
    "no sheets": (rezipped(workbook=put("<sheets>", "<shets>")), "broken XML"),
    "missing relation": (rezipped(workbook=put('r:id="rId1"', 'r:id="rId77"')), "openpyxl cannot read"),
}


@pytest.mark.parametrize(("data", "found"), HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_may_do_harm_is_refused(data: bytes, found: str) -> None:
    assert found in refused(data)


def test_many_parts_are_refused() -> None:
    assert "2,0" in refused(rezipped(more={f"a{number}.xml": b"<a/>" for number in range(archive.MAX_PARTS)}))


def test_a_part_that_unpacks_to_a_thousand_times_its_size_is_refused() -> None:
    assert "zip bomb" in refused(rezipped(more={"xl/media/a.bin": bytes(4 * 1024 * 1024)}))


def test_parts_that_are_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNPACKED", 5000)

    assert "once unpacked" in refused(GOOD)


def test_more_cells_than_a_budget_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MAX_ELEMENTS", 30)

    assert "more cells" in refused(GOOD)


def test_a_part_is_never_unpacked_further_than_its_directory_says() -> None:
    data = bytearray(rezipped(more={"xl/a.xml": b"<a>" + b"<b/>" * 100_000 + b"</a>"}))
    size = data.rindex(b"PK\x01\x02") + 24
    data[size : size + 4] = (100).to_bytes(4, "little")

    assert refused(bytes(data)) == "a damaged zip archive"


def test_a_link_in_a_cell_and_a_small_merge_are_no_harm() -> None:
    workbook = book(支出計画書=[HEAD, ["A1", "travel", 5]])
    workbook[LINES]["F1"].hyperlink = "https://example.org/"
    workbook[LINES]["F1"].value = None
    workbook[LINES].merge_cells("F5:H9")

    assert isinstance(load_excel(saved(workbook)), Budget)


def test_what_openpyxl_warns_about_stops_nobody() -> None:
    extension = '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"/></extLst></worksheet>'
    data = rezipped(sheet1=put("</worksheet>", extension))
    with warnings.catch_warnings():
        warnings.simplefilter("error")

        assert isinstance(load_excel(data), Budget)


def test_the_mistake_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(b"no workbook")

    with pytest.raises(InputError) as error:
        load(path)

    assert error.value.lines()[0].startswith(f"{path}: (input): found no zip archive")


def test_a_title_with_signs_that_steer_a_terminal_is_shown_in_quotes() -> None:
    data = rezipped(
        saved(book(支出計画書=[HEAD, ["A1", "travel", -5]])),
        workbook=put('name="支出計画書"', 'name="支出計画書&#x9b;31m"'),
    )
    with pytest.raises(InputError) as error:
        load_excel(data)

    assert error.value.mistakes[0].place.endswith('\\u009b31m"!C2')


FILLED = saved(
    filled_budget(
        Budget(lines=(ExpenseLine(line_id="A1", category=ExpenseCategory.TRAVEL, amount_yen=5),), region="nagano")
    )
)


@settings(max_examples=40)
@given(st.integers(0, len(FILLED) - 1), st.binary(min_size=1, max_size=8))
def test_bytes_changed_anywhere_never_end_in_a_traceback(place: int, new: bytes) -> None:
    data = FILLED[:place] + new + FILLED[place + len(new) :]
    with contextlib.suppress(InputError):
        assert load_excel(data) is not None
