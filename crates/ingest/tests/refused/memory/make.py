"""Writes files that are small and ask for much memory or time. Needs Python 3 alone.

    make.py            writes those of this folder, which ask for more than 64 MiB
    make.py FOLDER     writes larger ones into FOLDER, which ask for more than 1 GiB, or for more than any machine has
"""

import hashlib
import pathlib
import struct
import sys
import zipfile
import zlib

FULL = len(sys.argv) > 1
HERE = pathlib.Path(sys.argv[1]) if FULL else pathlib.Path(__file__).parent


def save(name, content):
    (HERE / name).write_bytes(content if isinstance(content, bytes) else content.encode())


def size(small, full):
    return full if FULL else small


# A zip archive -------------------------------------------------------------------------------------------------------


def archive(name, parts):
    # An archive that inflates to more than 200 times its size is refused for that: here it has a part that does not.
    whole = sum(len(content) for _, content in parts)
    noise = b"".join(hashlib.sha256(b"%d" % n).digest() for n in range(whole // 190 // 32 if whole > 1 << 20 else 0))
    parts = [*parts, ("noise", noise)] if noise else parts
    with zipfile.ZipFile(HERE / name, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as file:
        for path, content in parts:
            entry = zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, content)


# OpenDocument --------------------------------------------------------------------------------------------------------

OFFICE = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def ods(name, *tables):
    tables = "".join(f'<table:table table:name="S{n}">{rows}</table:table>' for n, rows in enumerate(tables))
    archive(name, [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'),
        ("content.xml", f'<?xml version="1.0"?><office:document-content {OFFICE}><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>'),
    ])


def oc(text, repeats=1):
    return f'<table:table-cell office:value-type="string" table:number-columns-repeated="{repeats}"><text:p>{text}</text:p></table:table-cell>'


def orow(cells, repeats=1):
    return f'<table:table-row table:number-rows-repeated="{repeats}">{cells}</table:table-row>'


HEAD = orow(oc("id") + oc("a"))
ods("spaces.ods", HEAD + orow(oc('x<text:s text:c="2000000000"/>y')))
ods("rows.ods", HEAD + orow(oc("x" * 10_000, 90), size(999, 99_990)))
ods("columns.ods", HEAD + "".join(orow(oc(letter * 50_000, 1_999), 1) for letter in "abcdefghij"[: size(1, 10)] * size(1, 10)))
ods("tables.ods", *[HEAD + orow(oc("x" * 100, 99), 99_990)] * 100)

# Excel 97 ------------------------------------------------------------------------------------------------------------


def record(kind, content=b""):
    return struct.pack("<HH", kind, len(content)) + content


def begin(kind):
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))


END = record(0x000A)


def bound(at, name):
    return record(0x0085, struct.pack("<IBBBB", at, 0, 0, len(name), 0) + name.encode())


def compound(name, stream):
    """A compound file with one stream, `Workbook`."""
    stream = stream.ljust(4096, b"\0")
    stream += b"\0" * (-len(stream) % 512)
    sectors = len(stream) // 512
    fats = 1
    while fats * 128 < sectors + 1 + fats:
        fats += 1
    chain = [at + 1 for at in range(sectors)]
    chain[-1] = 0xFFFFFFFE
    table = chain + [0xFFFFFFFE] + [0xFFFFFFFD] * fats
    table += [0xFFFFFFFF] * (fats * 128 - len(table))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, fats, sectors, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += b"".join(struct.pack("<I", sectors + 1 + n if n < fats else 0xFFFFFFFF) for n in range(109))

    def entry(title, kind, child, start, length):
        letters = title.encode("utf-16-le") + b"\0\0" if title else b""
        return letters.ljust(64, b"\0") + struct.pack("<HBBIII", len(letters), kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child) + b"\0" * 36 + struct.pack("<IQ", start, length)

    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Workbook", 2, 0xFFFFFFFF, 0, len(stream)) + entry("", 0, 0xFFFFFFFF, 0, 0) * 2
    save(name, header + stream + folder + b"".join(struct.pack("<I", at) for at in table))


def xls(name, sheet, count=1, at=lambda start, number, length: start + number * length):
    """A workbook with `count` sheets."""
    texts = record(0x00FC, struct.pack("<II", 2, 2) + struct.pack("<HB", 2, 0) + b"id" + struct.pack("<HB", 1, 0) + b"a")
    globals_ = lambda start: begin(5) + b"".join(bound(at(start, n, len(sheet)), f"S{n}") for n in range(count)) + texts + END
    start = len(globals_(0))
    compound(name, globals_(start) + sheet * min(count, 10))


def label(row, column, number):
    return record(0x00FD, struct.pack("<HHHI", row, column, 0, number))


def figure(row, column):
    return record(0x0203, struct.pack("<HHHd", row, column, 0, 1.0))


SPAN = label(0, 0, 0) + label(0, 1, 1) + figure(49_999, 199)
xls("dimensions.xls", begin(16) + record(0x0200, struct.pack("<IIHHH", 0, 4_000_000_000, 0, 65_535, 0)) + label(0, 0, 0) + END)
# The sheet begins inside a record that a guard steps over.
hidden = begin(16) + record(0x0200, struct.pack("<IIHHH", 0, 4_000_000_000, 0, 65_535, 0)) + END
xls("hidden_sheet.xls", begin(16) + record(0x00EC, hidden) + END, at=lambda start, number, length: start + len(begin(16)) + 4)
xls("ten_sheets.xls", begin(16) + SPAN + END, 10)
xls("one_sheet_often.xls", begin(16) + SPAN + END, 2_000, at=lambda start, number, length: start)
# One long text, which goes on in further records, and many cells that name it.
parts = [8_000] * 4
long = record(0x00FC, struct.pack("<II", 1, 1) + struct.pack("<HB", sum(parts), 0) + b"x" * parts[0])
long += b"".join(record(0x003C, b"\0" + b"x" * part) for part in parts[1:])
cells = b"".join(label(row, column, 0) for row in range(size(23, 1_000)) for column in range(100))
stream = begin(5) + bound(0, "S") + long + END
stream = stream.replace(bound(0, "S"), bound(len(stream), "S")) + begin(16) + cells + END
compound("shared_text.xls", stream)

# Excel ---------------------------------------------------------------------------------------------------------------

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx(name, sheet, texts="", styles="", sheets=(), declared=1, before=""):
    names = ["Sheet1", *[title for title, _ in sheets]]
    book = "".join(f'<sheet name="{title}" sheetId="{n}" r:id="rId{n}"/>' for n, title in enumerate(names, 1))
    rels = "".join(f'<Relationship Id="rId{n}" Type="{REL}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in range(1, len(names) + 1))
    whole = lambda rows: f'<?xml version="1.0"?><worksheet {NS}>{before}<sheetData>{rows}</sheetData></worksheet>'
    pages = [(f"xl/worksheets/sheet{n}.xml", whole(rows)) for n, rows in enumerate([sheet, *[rows for _, rows in sheets]], 1)]
    archive(name, [
        ("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        ("_rels/.rels", f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        ("xl/workbook.xml", f'<?xml version="1.0"?><workbook {NS} xmlns:r="{REL}"><sheets>{book}</sheets></workbook>'),
        ("xl/_rels/workbook.xml.rels", f'<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rels}</Relationships>'),
        ("xl/sharedStrings.xml", f'<?xml version="1.0"?><sst {NS} uniqueCount="{declared}">{texts}</sst>'),
        ("xl/styles.xml", f'<?xml version="1.0"?><styleSheet {NS}>{styles}</styleSheet>'),
        *pages,
    ])


def own(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def row(cells, number):
    return f'<row r="{number}">{cells}</row>'


TITLES = row(own("id") + own("a"), 1)
SHARED = '<c t="s"><v>0</v></c>'
rows = "".join(row(SHARED * 900, n) for n in range(2, size(40, 1_001)))
xlsx("one_text_often.xlsx", TITLES + rows, f"<si><t>{'x' * 2_000}</t></si>")
rows = "".join(row(SHARED * 25, n) for n in range(2, size(1_000, 99_000)))
xlsx("shared_rows.xlsx", TITLES + rows, f"<si><t>{'x' * size(3_000, 30_000)}</t></si>")
xlsx("empty_texts.xlsx", TITLES, "<si/>" * size(700_000, 36_000_000))
xlsx("declared_texts.xlsx", TITLES, "<si><t>x</t></si>", declared=9_000_000_000)
# A reader of Excel that checks its sums panics over it.
xlsx("reversed_dimension.xlsx", TITLES, before='<dimension ref="B2:A1"/>')
xlsx("formats.xlsx", TITLES, styles=f'<fonts><font><name val="{"x" * 100_000}"/></font></fonts><cellXfs>' + '<xf fontId="0"/>' * size(700, 200_000) + "</cellXfs>")
formula = '<c><f>1</f><v>1</v></c>'
xlsx("formulas.xlsx", TITLES + "".join(row(formula * 1_000, n) for n in range(2, size(602, 6_000))))
survey = row(own("type") + own("name") + own("label"), 1) + "".join(row(own("begin_group") + own("g" * 100), n) for n in range(2, size(2_000, 10_000)))
survey += "".join(row(own("text") + own(f"q{n}"), n) for n in range(size(2_000, 10_000), size(4_000, 20_000)))
xlsx("nested_groups.xlsx", "", sheets=[("survey", survey), ("choices", row(own("list_name") + own("name"), 1))])
survey = row(own("type") + own("name"), 1) + "".join(row(own("select_one l") + own(f"q{n}"), n) for n in range(2, size(1_500, 5_000)))
choices = row(own("list_name") + own("name"), 1) + "".join(row(own("l") + own(f"o{n}"), n) for n in range(2, size(1_500, 50_000)))
xlsx("copied_options.xlsx", "", sheets=[("survey", survey), ("choices", choices)])

# Stata ---------------------------------------------------------------------------------------------------------------


def dta(name, kinds, records=b"", count=0, texts=b"", labels=b"", characteristics=b""):
    """A file of release 118; `kinds` are type codes."""
    many = len(kinds)
    fields = lambda width, values: b"".join(value.ljust(width, b"\0") for value in values)
    names = [b"id", b"a"][:many]
    content = b"<stata_dta><header><release>118</release><byteorder>LSF</byteorder><K>" + struct.pack("<H", many) + b"</K><N>" + struct.pack("<Q", count)
    content += b"</N><label>\0\0</label><timestamp>\0</timestamp></header><map>" + b"\0" * 112 + b"</map>"
    content += b"<variable_types>" + b"".join(struct.pack("<H", kind) for kind in kinds) + b"</variable_types>"
    content += b"<varnames>" + fields(129, names) + b"</varnames><sortlist>" + b"\0\0" * (many + 1) + b"</sortlist>"
    content += b"<formats>" + fields(57, [b"%9.0g"] * many) + b"</formats><value_label_names>" + fields(129, [b"l"] * many)
    content += b"</value_label_names><variable_labels>" + b"\0" * 321 * many + b"</variable_labels>"
    content += b"<characteristics>" + characteristics + b"</characteristics><data>" + records + b"</data><strls>" + texts + b"</strls>"
    save(name, content + b"<value_labels>" + labels + b"</value_labels></stata_dta>")


ONE = struct.pack("<bb", 1, 1)
dta("label_length.dta", [65530, 65530], ONE, 1, labels=b"<lbl>" + struct.pack("<I", 3_400_000_000) + b"l".ljust(132, b"\0"))
dta("characteristic_length.dta", [65530, 65530], ONE, 1, characteristics=b"<ch>" + struct.pack("<I", 3_400_000_000))
dta("rows.dta", [], count=2**62)
many = size(10_000, 20_000)
table = struct.pack("<II", many, size(10_000, 100_000)) + b"\0" * 4 * many + b"".join(struct.pack("<i", n) for n in range(many)) + b"x" * size(10_000, 100_000)
dta("one_label_often.dta", [65530, 65530], ONE, 1, labels=b"<lbl>" + struct.pack("<I", len(table)) + b"l".ljust(132, b"\0") + table + b"</lbl>")
text = b"x" * size(10_000, 10_000_000)
reference = b"\1" + struct.pack("<HIH", 2, 1, 0)
dta("long_text.dta", [65530, 32768], reference * size(8_000, 1_000_000), size(8_000, 1_000_000), texts=b"GSO" + struct.pack("<IQBI", 2, 1, 130, len(text)) + text)

# SPSS ----------------------------------------------------------------------------------------------------------------


def sav(name, variables, data=b"", cases=-1, compression=1, more=b""):
    content = b"$FL2" + b"made up".ljust(60) + struct.pack("<iiiiid", 2, len(variables), compression, 0, cases, 100.0)
    content += b"01 Jan 2600:00:00" + b" " * 64 + b"\0" * 3
    for title, width in variables:
        content += struct.pack("<iiiiii", 2, width, 0, 0, 0x050802, 0x050802) + title.ljust(8)
    content += more + struct.pack("<ii", 999, 0)
    save(name, content + (data(len(content)) if callable(data) else data))


def zsav_blocks(inflated, count):
    """The same block, listed `count` times."""
    def blocks(at):
        packer = zlib.compressobj(9)
        packed = packer.compress(inflated) + packer.flush()
        trailer = struct.pack("<qqii", -100, 0, len(inflated), count)
        trailer += struct.pack("<qqii", at, at + 24, len(inflated), len(packed)) * count
        return struct.pack("<qqq", at, at + 24 + len(packed), len(trailer)) + packed + trailer
    return blocks


wide = [(b"V%d" % n, 0) for n in range(size(200, 2_000))]
sav("zeros.zsav", wide, zsav_blocks(b"\x64" * (1 << 20), size(80, 20_000)), compression=2)
sav("block_size.zsav", [(b"A", 0)], lambda at: struct.pack("<qqq", at, at + 24, 48) + struct.pack("<qqii", -100, 0, 1, 1) + struct.pack("<qqii", at, at, -1, 8), compression=2)
labels = struct.pack("<ii", 3, size(2_000, 20_000)) + b"".join(struct.pack("<dB", n, 7) + b"x" * 7 for n in range(size(2_000, 20_000)))
labels += struct.pack("<ii", 4, len(wide)) + b"".join(struct.pack("<i", n + 1) for n in range(len(wide)))
sav("copied_labels.sav", wide, more=labels)

# Parquet -------------------------------------------------------------------------------------------------------------


def varint(number):
    out = b""
    while number > 0x7F:
        out += bytes([number & 0x7F | 0x80])
        number >>= 7
    return out + bytes([number])


def zigzag(number):
    return varint((number << 1) ^ (number >> 63))


def structure(*fields):
    """Thrift's compact protocol: pairs of a number and a value."""
    out, last = b"", 0
    for number, value in fields:
        kind, content = value
        out += bytes([(number - last) << 4 | kind]) + content
        last = number
    return out + b"\0"


i32 = lambda number: (5, zigzag(number))
i64 = lambda number: (6, zigzag(number))
binary = lambda text: (8, varint(len(text)) + text)
inner = lambda *fields: (12, structure(*fields))


def listed(kind, elements):
    count = len(elements)
    return (9, (bytes([count << 4 | kind]) if count < 15 else bytes([0xF0 | kind]) + varint(count)) + b"".join(elements))


def parquet(name, pages, rows, codec=0, footer=None):
    """One column `id` of texts."""
    start = 4
    chunk = b"".join(pages)
    meta = inner((1, i32(6)), (2, listed(5, [zigzag(0)])), (3, listed(8, [varint(2) + b"id"])), (4, i32(codec)), (5, i64(rows)), (6, i64(len(chunk))), (7, i64(len(chunk))), (9, i64(start)))
    meta_dict = inner((1, i32(6)), (2, listed(5, [zigzag(0)])), (3, listed(8, [varint(2) + b"id"])), (4, i32(codec)), (5, i64(rows)), (6, i64(len(chunk))), (7, i64(len(chunk))), (9, i64(start + len(pages[0]))), (11, i64(start)))
    group = structure((1, listed(12, [structure((2, i64(start)), (3, meta_dict if len(pages) > 1 else meta))])), (2, i64(len(chunk))), (3, i64(rows)))
    schema = [structure((4, binary(b"schema")), (5, i32(1))), structure((1, i32(6)), (3, i32(0)), (4, binary(b"id")), (6, i32(0)))]
    whole = footer or structure((1, i32(1)), (2, listed(12, schema)), (3, i64(rows)), (4, listed(12, [group])))
    save(name, b"PAR1" + chunk + whole + struct.pack("<I", len(whole)) + b"PAR1")


def page(kind, content, inflated, **head):
    field = {0: 5, 2: 7}[kind]
    return structure((1, i32(kind)), (2, i32(inflated)), (3, i32(len(content))), (field, head["head"])) + content


rows = size(20_000, 4_000_000)
text = b"x" * 4_096
dictionary = struct.pack("<I", len(text)) + text
dict_page = page(2, dictionary, len(dictionary), head=inner((1, i32(1)), (2, i32(0))))
indices = b"\1" + varint(rows << 1) + b"\0"
data_page = page(0, indices, len(indices), head=inner((1, i32(rows)), (2, i32(8)), (3, i32(3)), (4, i32(3))))
parquet("one_text_often.parquet", [dict_page, data_page], rows)
# A frame of Zstandard whose blocks are one byte repeated.
inflated = size(100 << 20, 2_000 << 20)
blocks = inflated // (1 << 17)
frame = b"\x28\xb5\x2f\xfd\x00\x58" + b"".join(struct.pack("<I", (1 << 17) << 3 | 1 << 1 | (n == blocks - 1))[:3] + b"\0" for n in range(blocks))
parquet("inflated_page.parquet", [page(0, frame, inflated, head=inner((1, i32(1)), (2, i32(0)), (3, i32(3)), (4, i32(3))))], 1, codec=6)
parquet("declared_groups.parquet", [b""], 1, footer=structure((1, i32(1)), (2, listed(12, [structure((4, binary(b"schema")))])), (3, i64(1)), (4, (9, b"\xfc" + varint(2_000_000_000)))))
# A list where a number should stand: the reader takes the one for the other.
parquet("hidden_list.parquet", [b""], 1, footer=structure((1, i32(1)), (4, (6, b"\xfc\xff\xff\xff\x07"))) + b"\0" * 8)

# JSON and text, which tests write themselves where they are small ----------------------------------------------------

save("long_key.json", '[{"' + "k" * size(30_000, 300_000) + '":{' + ",".join(f'"{n}":1' for n in range(size(3_000, 10_000))) + "}}]")
if FULL:
    save("objects.json", "[" + ",".join(["{}"] * 20_000_000) + "]")
    save("numbers.json", "[" + ",".join(["1", "[]"] + ["[[]]"] * 10_000_000) + "]")
    save("columns.csv", "id" + "," * 10_000_000 + "\nx" + "," * 10_000_000 + "\n")
    save("ragged.csv", "id,a\n" + "x\n" * 10_000_000)
    for many in (5_000, 10_000, 100_000):
        save(f"columns_{many}.csv", "".join(",".join(f"{start}{n}" for n in range(many)) + "\n" for start in ("c", "1", "2")))
