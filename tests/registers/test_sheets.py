"""Files as programs really write them, and files made to break a reader."""

import csv
import gzip
import io
import zipfile
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from traitdunion.errors import InputError
from traitdunion.registers import workbooks
from traitdunion.registers.base import Findings
from traitdunion.registers.delimited import decoded, delimiter_of, parsed, unmangled
from traitdunion.registers.sheets import Sheet, read_sheets

TABLES = Path(__file__).parent.parent / "data" / "tables"
ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet><table:table table:name="Leden">{rows}</table:table>
</office:spreadsheet></office:body></office:document-content>"""
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
MIME = "application/vnd.oasis.opendocument.spreadsheet"


def cell(text: str, repeated: int = 1) -> str:
    return (
        f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeated}">'
        f"<text:p>{text}</text:p></table:table-cell>"
    )


def ods(path: Path, rows: str) -> Path:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIME}"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME)
        archive.writestr("content.xml", ODS.format(rows=rows))
        archive.writestr("META-INF/manifest.xml", manifest)
    return path


def written(tmp_path: Path, name: str, raw: bytes | str) -> Path:
    path = tmp_path / name
    path.write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    return path


def read(path: Path) -> tuple[Sheet, Findings]:
    findings = Findings()
    (sheet,) = read_sheets(path, findings)
    return sheet, findings


def cells(sheet: Sheet) -> list[tuple[str | None, ...]]:
    return list(zip(*(column.to_pylist() for column in sheet.columns), strict=True))


def refusal(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_sheets(path, Findings())
    return caught.value


class TestDelimitedText:
    def test_belgian_excel_export(self):
        sheet, findings = read(TABLES / "leden_excel_belgie.csv")
        assert sheet.headings[:3] == ("Naam", "Ondernemingsnr.", "Adres")
        assert sheet.column("Gemeente").to_pylist() == ["Liège", "Gent", "Brussel"]
        assert sheet.column("Opmerking").to_pylist() == ['klant; sinds "lang"', None, "€ 5"]
        assert sheet.rows.to_pylist() == [2, 3, 5], "a blank line is a row, the line sep=; is not"
        assert [note.key for note in findings.notes] == ["encoding-guessed"]

    def test_utf16_with_tabs(self):
        sheet, findings = read(TABLES / "membres_utf16.csv")
        assert cells(sheet)[0] == (
            "Sirris",
            "0406606380",
            "1831",
            "Diegem",
            "Belgique",
            "Centre de recherche",
        )
        assert findings.notes == []

    def test_letters_encoded_twice_are_mended_cell_by_cell(self):
        sheet, findings = read(TABLES / "mangled.csv")
        assert sheet.headings[0] == "id", "the mark of UTF-8 is no part of the heading"
        assert cells(sheet) == [
            ("1", "Université de Liège", "Liège", "École – fondée en 1817"),
            ("2", "Société Deux", "Âge d'or", "déjà Ã©"),
        ]
        assert [(note.key, note.column, note.row, note.values["count"]) for note in findings.notes] == [
            ("letters-mended", "nom", 2, 2),
            ("letters-mended", "ville", 2, 1),
            ("letters-mended", "description", 2, 1),
        ]

    @given(st.text(st.characters(codec="cp1252"), min_size=1))
    def test_what_was_encoded_twice_comes_back(self, text):
        once = text.encode().decode("latin-1")
        for byte in range(0x80, 0xA0):
            once = once.replace(chr(byte), bytes([byte]).decode("cp1252", errors="ignore") or chr(byte))
        assert unmangled(once) == unmangled(text)

    def test_windows_and_utf8_in_one_file(self, tmp_path):
        raw = "naam,plaats\nÁgua,Gent\n".encode() + "Café,Liège\n".encode("cp1252")
        sheet, _ = read(written(tmp_path, "beide.csv", raw))
        assert cells(sheet) == [("Água", "Gent"), ("Café", "Liège")]

    @pytest.mark.parametrize(
        ("text", "delimiter"),
        [
            ("naam;lat;lon\nA6K, Charleroi;50,4;4,4\nB, C;50,1;4,2\n", ";"),
            ("name,note\nA,one; two; three\nB,four; five\n", ","),
            ('"a;b","c"\n1,2\n', ","),
            ("a|b|c\n1;2|3,4|5\n", "|"),
            ("a\tb\n1,5\t2;3\n", "\t"),
        ],
    )
    def test_delimiter(self, text, delimiter):
        assert delimiter_of(text) == delimiter

    def test_one_column_may_hold_any_sign(self, tmp_path):
        sheet, _ = read(written(tmp_path, "namen.csv", "naam\nFoo, Bar; Baz\nQuux\n"))
        assert cells(sheet) == [("Foo, Bar; Baz",), ("Quux",)]

    def test_quoted_line_end_is_one_row(self, tmp_path):
        path = written(tmp_path, "a.csv", 'id,adres\r\n1,"Rue 1\r\n1000 Bruxelles"\r\n2,x\r\n')
        sheet, _ = read(path)
        assert cells(sheet) == [("1", "Rue 1\n1000 Bruxelles"), ("2", "x")]
        assert sheet.rows.to_pylist() == [2, 3]

    def test_a_space_before_a_quotation(self, tmp_path):
        sheet, _ = read(written(tmp_path, "a.csv", 'id; naam\n1; "B; C"\n'))
        assert cells(sheet) == [("1", "B; C")]

    def test_old_macintosh_line_ends(self, tmp_path):
        sheet, _ = read(written(tmp_path, "a.csv", "id,naam\r1,A\r2,B\r"))
        assert cells(sheet) == [("1", "A"), ("2", "B")]

    def test_spaces_of_every_kind_and_guards_go(self, tmp_path):
        raw = '\u200bid , naam\n="0403",\u00a0A\u00a0B \n\'0404,"  "\n'
        sheet, _ = read(written(tmp_path, "a.csv", raw))
        assert sheet.headings == ("id", "naam")
        assert cells(sheet) == [("0403", "A B"), ("0404", None)]

    def test_a_long_row_is_a_fault_and_empty_cells_at_the_end_are_none(self, tmp_path):
        sheet, findings = read(written(tmp_path, "a.csv", "id,naam\n1,A,,\n2,B,C,D\n3\n"))
        assert [(fault.key, fault.row) for fault in findings.faults] == [("row-too-long", 3)]
        assert cells(sheet)[0] == ("1", "A")
        assert cells(sheet)[2] == ("3", None)

    def test_a_torn_row_is_a_fault(self, tmp_path):
        _, findings = read(
            written(tmp_path, "a.csv", "id,naam,plaats,land\n1,A,B,BE\n2,Foo\nBar,Gent,BE\n3,C,D,BE\n")
        )
        assert [(fault.key, fault.row) for fault in findings.faults] == [("row-torn", 3)]

    def test_short_rows_without_a_pattern_are_not_torn(self, tmp_path):
        sheet, findings = read(written(tmp_path, "a.csv", "a,b,c,d\n1\n2,x,y\n3,z\n4,p,q,r\n"))
        assert findings.faults == []
        assert cells(sheet)[0] == ("1", None, None, None)

    def test_a_heading_twice_is_a_fault(self, tmp_path):
        _, findings = read(written(tmp_path, "a.csv", "Naam,plaats,NAAM\nA,B,C\n"))
        assert [(f.key, f.row, f.column) for f in findings.faults] == [("heading-twice", 1, "NAAM")]

    def test_a_column_without_heading_is_called_by_its_letter(self, tmp_path):
        sheet, findings = read(written(tmp_path, "a.csv", ",naam,\n0,A,\n1,B,\n"))
        assert sheet.headings == ("A", "naam"), "the empty last column is no column"
        assert [note.key for note in findings.notes] == ["heading-missing"]

    def test_an_open_quotation_is_named_with_its_row(self, tmp_path):
        error = refusal(written(tmp_path, "a.csv", 'id,naam\n1,A\n2,"B\n3,C\n'))
        assert (error.key, error.values) == ("quotes-broken", {"row": 3})

    def test_gzip(self, tmp_path):
        sheet, _ = read(written(tmp_path, "a.csv.gz", gzip.compress(b"id,naam\n1,A\n")))
        assert cells(sheet) == [("1", "A")]

    @given(
        rows=st.lists(
            st.lists(
                st.text(
                    st.characters(blacklist_categories=("Cs", "Cc", "Cn"), max_codepoint=0x2FFF), max_size=12
                ),
                min_size=3, max_size=3,
            ).filter(lambda row: any(cell.strip() for cell in row)),
            min_size=1, max_size=12,
        ),
        delimiter=st.sampled_from(",;\t|"),
        quoting=st.sampled_from([csv.QUOTE_ALL, csv.QUOTE_MINIMAL]),
        ends=st.sampled_from(["\n", "\r\n"]),
        encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
        declared=st.booleans(),
    )  # fmt: skip
    @settings(max_examples=150, deadline=None)
    def test_any_table_in_any_dialect_comes_back(
        self, tmp_path_factory, rows, delimiter, quoting, ends, encoding, declared
    ):
        text = io.StringIO(newline="")
        writer = csv.writer(text, delimiter=delimiter, quoting=quoting, lineterminator=ends)
        writer.writerows([["een", "twee", "drie"], *rows])
        first = f"sep={delimiter}{ends}" if declared else ""
        path = tmp_path_factory.mktemp("dialect") / "t.csv"
        path.write_bytes((first + text.getvalue()).encode(encoding))
        sheet, findings = read(path)
        assert findings.faults == []
        assert cells(sheet) == [tuple(map(plain, row)) for row in rows]


def plain(text: str) -> str | None:
    """What a cell of this text is worth: guards, odd spaces and double encoding apart."""
    import re
    import unicodedata

    text = re.sub("[\u00a0\u2007\u202f\u2009]", " ", text)
    text = re.sub("[\u200b\u200c\u2060\ufeff]", "", text).strip()
    text = re.sub(r"""^(?:="([^"]*)"|'([=+\-@0-9].*))$""", r"\1\2", text).strip()
    text = unicodedata.normalize("NFC", text)
    return unmangled(text) or None


class TestWorkbooks:
    def test_typed_cells_come_as_text_with_their_rows(self):
        sheet, _ = read(TABLES / "typed.xlsx")
        assert cells(sheet) == [
            ("Sirris", "406606380", "1831", "2019-12-31", "true", "100000"),
            ("Nergens", "0403.170.701", "9000", "2018", "ja", "12"),
        ]
        assert sheet.rows.to_pylist() == [4, 6], "rows above the headings and between count"

    def test_a_title_above_the_headings_is_skipped(self, tmp_path):
        with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
            page = book.add_worksheet("Leden")
            page.write(0, 0, "Ledenlijst 2024")
            for at, line in enumerate([("Naam", "KBO", "Naam"), ("A", 1, "x")]):
                page.write_row(at + 2, 0, line)
        findings = Findings()
        (sheet,) = read_sheets(tmp_path / "a.xlsx", findings)
        assert (sheet.label, sheet.heading_row, sheet.rows.to_pylist()) == ("a.xlsx#Leden", 3, [4])
        assert [(note.key, note.row) for note in findings.notes] == [("title-skipped", 1)]
        assert [(fault.key, fault.row) for fault in findings.faults] == [("heading-twice", 3)]

    def test_sheets_of_a_workbook(self):
        findings = Findings()
        sheets = read_sheets(TABLES / "kumu.xlsx", findings)
        assert [sheet.label for sheet in sheets] == [
            "kumu.xlsx#Elements",
            "kumu.xlsx#Connections",
            "kumu.xlsx#Notes",
        ]
        assert [(note.key, note.file) for note in findings.notes] == [("sheet-hidden", "kumu.xlsx#Lists")]

    def test_ods(self, tmp_path):
        rows = "".join(
            f"<table:table-row>{cell(a)}{cell(b)}</table:table-row>"
            for a, b in [("Naam", "KBO"), ("Sirris", "0406606380")]
        )
        empty = (
            '<table:table-row table:number-rows-repeated="1048574">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        )
        sheet, _ = read(ods(tmp_path / "leden.ods", rows + empty))
        assert cells(sheet) == [("Sirris", "0406606380")]

    def test_parquet(self, tmp_path):
        table = pa.table(
            {
                "name": ["A", None],
                "number": pa.array([403170701, None], pa.int64()),
                "floated": pa.array([403170701.0, float("nan")]),
                "day": pa.array([date(2019, 12, 31), None]),
                "member": [True, False],
                "aliases": [["x", "y"], None],
            }
        )
        pq.write_table(table, tmp_path / "t.parquet")
        sheet, _ = read(tmp_path / "t.parquet")
        assert cells(sheet) == [
            ("A", "403170701", "403170701", "2019-12-31", "true", "x|y"),
            (None, None, None, None, "false", None),
        ]
        assert sheet.rows.to_pylist() == [2, 3]


class TestRefusals:
    @pytest.mark.parametrize(
        ("name", "raw", "key"),
        [
            ("a.csv", b"", "file-empty"),
            ("a.csv", b"\n \n", "file-empty"),
            ("a.csv", b"naam,plaats\n", "file-only-headings"),
            ("a.csv", b"PK\x03\x04\x00\x00\xff", "file-not-text"),
            ("a.docx", b"x", "file-extension"),
            ("a.xlsx", b"not a workbook", "file-damaged"),
            ("a.parquet", b"not parquet", "file-damaged"),
            ("a.csv.gz", b"\x1f\x8b\x08\x00broken", "file-damaged"),
            ("a.xlsx", LOCKED, "file-encrypted"),
        ],
    )  # fmt: skip
    def test_files_that_cannot_be_read(self, tmp_path, name, raw, key):
        assert refusal(written(tmp_path, name, raw)).key == key

    def test_missing_file_and_folder(self, tmp_path):
        assert refusal(tmp_path / "none.csv").key == "file-missing"
        assert refusal(tmp_path).key == "file-is-folder"

    def test_an_empty_workbook(self, tmp_path):
        with xlsxwriter.Workbook(tmp_path / "a.xlsx") as book:
            book.add_worksheet()
        assert refusal(tmp_path / "a.xlsx").key == "file-empty"

    def test_a_locked_ods(self, tmp_path):
        path = ods(tmp_path / "a.ods", "")
        with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        assert refusal(path).key == "file-encrypted"

    def test_a_file_that_unpacks_to_far_more(self, tmp_path):
        with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/worksheets/sheet1.xml", b"0" * (workbooks.MIN_SUSPECT + 1))
        assert refusal(tmp_path / "bomb.xlsx").key == "file-too-large"

    def test_a_file_that_lies_about_what_it_unpacks_to(self, tmp_path):
        path = tmp_path / "lie.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/worksheets/sheet1.xml", b"0" * 1_000_000)
        honest = (1_000_000).to_bytes(4, "little")
        path.write_bytes(path.read_bytes().replace(honest, (10).to_bytes(4, "little")))
        assert refusal(path).key == "file-damaged"

    def test_a_packed_text_that_unpacks_to_far_more(self, tmp_path):
        path = written(tmp_path, "bomb.csv.gz", gzip.compress(b"0" * (workbooks.MIN_SUSPECT + 1)))
        assert refusal(path).key == "file-too-large"

    def test_two_cells_at_the_ends_of_a_sheet(self, tmp_path):
        with xlsxwriter.Workbook(tmp_path / "wide.xlsx") as book:
            sheet = book.add_worksheet()
            sheet.write(0, 0, "naam")
            sheet.write(1_048_575, 16_383, "x")
        assert refusal(tmp_path / "wide.xlsx").key == "too-many-cells"

    def test_a_filled_cell_repeated_over_a_sheet(self, tmp_path):
        row = f'<table:table-row table:number-rows-repeated="1000000">{cell("x", 1000)}</table:table-row>'
        assert refusal(ods(tmp_path / "bomb.ods", row)).key == "too-many-cells"

    def test_a_parquet_of_too_many_cells(self, tmp_path, monkeypatch):
        monkeypatch.setattr(workbooks, "MAX_CELLS", 5)
        pq.write_table(pa.table({"a": [1, 2, 3], "b": [1, 2, 3]}), tmp_path / "a.parquet")
        assert refusal(tmp_path / "a.parquet").key == "too-many-cells"


def test_decoding_names_the_encoding():
    assert decoded("é".encode("utf-8-sig")) == ("é", "utf-8")
    assert decoded("é".encode("utf-16")) == ("é", "utf-16")
    assert decoded(b"\x80 \xe9") == ("€ é", "cp1252")


def test_cells_beyond_the_quotation_are_refused():
    with pytest.raises(InputError) as caught:
        parsed('a,b\n"x"y,z\n')
    assert caught.value.key == "quotes-broken"
