"""Writes the hostile and broken files of this folder. Needs openpyxl, xlwt and odfpy."""

import io
import pathlib
import struct
import zipfile

import openpyxl
import xlwt

HERE = pathlib.Path(__file__).parent

TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""
RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
BOOK = """<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>"""
BOOK_RELS = """<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"""


def sheet(rows):
    return f'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'


def cell(at, text):
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


HEAD = f'<row r="1">{cell("A1", "id")}{cell("B1", "a")}</row>'


def workbook(name, rows, extra=()):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path, content in [("[Content_Types].xml", TYPES), ("_rels/.rels", RELS), ("xl/workbook.xml", BOOK), ("xl/_rels/workbook.xml.rels", BOOK_RELS), ("xl/worksheets/sheet1.xml", sheet(rows)), *extra]:
            archive.writestr(path, content)


def forged(name, source):
    """The same archive, but it says that its sheet inflates to a thousand bytes."""
    content = bytearray((HERE / source).read_bytes())
    with zipfile.ZipFile(HERE / source) as archive:
        size = max(entry.file_size for entry in archive.infolist())
    for at in range(len(content) - 4):
        if struct.unpack_from("<I", content, at)[0] == size:
            struct.pack_into("<I", content, at, 1000)
    (HERE / name).write_bytes(content)


def text(name, content):
    (HERE / name).write_bytes(content if isinstance(content, bytes) else content.encode())


blanks = " " * (40 << 20)
workbook("bomb.xlsx", HEAD + f'<row r="2">{cell("A2", "x")}</row>' + blanks)
forged("bomb_forged.xlsx", "bomb.xlsx")
workbook("far_cell.xlsx", HEAD + f'<row r="1048576">{cell("XFD1048576", "x")}</row>')
workbook("many_columns.xlsx", HEAD + f'<row r="2">{cell("A2", "x")}{cell("BXZ2", "y")}</row>')
wide = "".join(f'<row r="{r}">{cell(f"A{r}", "x")}</row>' for r in range(2, 5200))
workbook("ten_million.xlsx", f'<row r="1">{cell("A1", "id")}{cell("BXX1", "a")}</row>' + wide)
workbook("formula.xlsx", HEAD + f'<row r="2">{cell("A2", "x")}<c r="B2"><f>1+1</f><v>2</v></c></row><row r="3">{cell("A3", "y")}<c r="B3"><f>WEBSERVICE("http://example.org")</f></c></row>')
workbook("macros.xlsm", HEAD, [("xl/vbaProject.bin", b"\0" * 64)])
workbook("many_entries.xlsx", HEAD, [(f"x/{n}", b"") for n in range(1001)])
workbook("binary.xlsb", HEAD, [("xl/workbook.bin", b"\0" * 64)])
workbook("out_of_order.xlsx", f'<row r="3">{cell("A3", "x")}</row>' + HEAD)
workbook("empty.xlsx", "")
with zipfile.ZipFile(HERE / "letter.docx", "w") as archive:
    archive.writestr("word/document.xml", "<w/>")
text("cut.xlsx", (HERE / "far_cell.xlsx").read_bytes()[:700])

book = xlwt.Workbook()
page = book.add_sheet("Sheet1")
page.write(0, 0, "id")
page.write(65535, 255, "x")
saved = io.BytesIO()
book.save(saved)
# A far column that the writer would not write: the place of the last cell, forged.
content = bytearray(saved.getvalue())
at = content.rfind(struct.pack("<HHHH", 0x00FD, 10, 65535, 255))
struct.pack_into("<HH", content, at + 4, 90_00, 65535)
text("far_column.xls", bytes(content))
text("cut.xls", bytes(content[:600]))

MIME = "application/vnd.oasis.opendocument.spreadsheet"
OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def ods(name, rows, manifest=""):
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIME)
        archive.writestr("META-INF/manifest.xml", f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{manifest}</manifest:manifest>')
        archive.writestr("content.xml", f'<?xml version="1.0"?><office:document-content {OFFICE}><office:body><office:spreadsheet><table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>')


def of(text, more=""):
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


ods("repeated.ods", f'<table:table-row>{of("id")}{of("a")}</table:table-row>' + f'<table:table-row>{of("x", "table:number-columns-repeated=" + chr(34) + "16384" + chr(34))}</table:table-row>' * 20)
ods("repeated_rows.ods", f'<table:table-row>{of("id")}{of("a")}</table:table-row><table:table-row table:number-rows-repeated="1048575">{of("x")}</table:table-row>')
ods("encrypted.ods", f"<table:table-row>{of('id')}</table:table-row>", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")

text("nul.csv", b"id,a\nx,1\ny,\x00\n")
text("mixed_encodings.csv", "id,a\n上海,1\n".encode() + "北京,2\n".encode("gbk"))
text("ragged.csv", "id,a\nx,1\ny\nz,1,2\n")
text("duplicated.csv", "id,a,a\nx,1,2\n")
text("empty.csv", "")
text("blank.csv", "\ufeff \r\n\r\n")
text("page.csv", "<html><table><tr><td>id</td></tr></table></html>")
text("document.csv", b"%PDF-1.7\n")
text("cut.sav", b"$FL2@(#) SPSS DATA FILE" + b"\0" * 40)
text("cut.dta", b"<stata_dta><header><release>118</release>")
text("cut.parquet", b"PAR1" + b"\0" * 30 + b"PAR1")
text("cut.json", '[{"id": 1}, {"id"')
text("numbers.json", "[{}, 1]")
text("deep.json", '[{"a":' + "[" * 500 + "]" * 500 + "}]")

# Sizes that the rest of the file does not bear out.
WHOLE = HERE.parent / "fixtures"


def forged(name, whole, at, size):
    content = bytearray((WHOLE / whole).read_bytes())
    content[at(content) : at(content) + len(size)] = size
    text(name, bytes(content))


forged("forged_cases.sav", "container.sav", lambda _: 80, struct.pack("<i", 2**31 - 1))
forged("forged_cases.dta", "container_15.dta", lambda whole: whole.index(b"<N>") + 3, struct.pack("<q", 2**40))
forged("forged_columns.dta", "container_15.dta", lambda whole: whole.index(b"<K>") + 3, struct.pack("<h", 2**15 - 1))
forged("forged_old.dta", "container_8.dta", lambda _: 6, struct.pack("<i", 2**31 - 1))
forged("forged_footer.parquet", "container.parquet", lambda whole: len(whole) - 8, struct.pack("<I", 2**31 - 1))
