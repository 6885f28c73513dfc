"""Writes the workbooks of this folder with the table that each should give. Needs openpyxl, xlsxwriter, pandas, xlwt,
odfpy and pyreadstat.

The layouts are those of pages of statistical yearbooks and of files that people keep on their desks. All figures are
made up. `expected/NAME.csv` holds the table, with a blank for a missing value; `expected/NAME.txt` what is said of it.
"""

import datetime
import pathlib

import openpyxl
import pandas as pd
import pyreadstat
import xlsxwriter
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

HERE = pathlib.Path(__file__).parent
(HERE / "expected").mkdir(exist_ok=True)
PLACES = ["北京", "天津", "河北", "山西", "内蒙古", "辽宁"]


def expect(name, head, rows, said):
    """What the file `name` should give."""
    lines = [",".join(head)] + [",".join("" if cell is None else f"{cell}" for cell in row) for row in rows]
    (HERE / "expected" / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (HERE / "expected" / f"{name}.txt").write_text("".join(line + "\n" for line in said), encoding="utf-8")


def xlsx(name, rows, merged=(), formats=None, sheets=()):
    """A workbook of a sheet with these rows, written by openpyxl; `sheets` come before it."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, content in sheets:
        sheet = book.create_sheet(title)
        for row in content:
            sheet.append(row)
    sheet = book.create_sheet("表3" if sheets else "Sheet1")
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    for cells, form in (formats or {}).items():
        for line in sheet[cells]:
            for cell in line:
                cell.number_format = form
    book.save(HERE / name)


HEAD = ["地区", "医疗机构数", "床位数", "医生比"]
DATA = [
    ["北京", 10336, 12.8, 4.92],
    ["天津", 5838, 6.9, 3.29],
    ["河北", 84651, 43.2, 2.85],
    ["山西", 42162, 21.9, 3.02],
    ["内蒙古", 24564, 16.2, 3.06],
    ["辽宁", 34238, 31.5, 2.93],
]

# 1: a table and nothing else.
xlsx("plain.xlsx", [HEAD] + DATA)
expect("plain.xlsx", HEAD, DATA, [])

# 2: a title, a unit, a blank line, notes and a source.
xlsx(
    "title_and_notes.xlsx",
    [["3-1 各地区医疗卫生机构情况"], [None, None, None, "单位：个、万张"], [], HEAD] + DATA
    + [["注：本表不含村卫生室。"], ["   床位数为年末数。"], ["资料来源：虚构年鉴。"]],
)
expect("title_and_notes.xlsx", HEAD, DATA, [
    "the column names are in line 4",
    "passed over lines 1 to 2, above the column names: 3-1 各地区医疗卫生机构情况",
    "passed over lines 11 to 13, a note: 注：本表不含村卫生室。",
])

# 3: names in two levels, merged, beside a blank column.
xlsx(
    "merged_names.xlsx",
    [[None, "3-2 各地区人员"], [None, "地区", "医院", None, "基层", None, "人口"], [None, None, "医生", "护士", "医生", "护士", None]]
    + [[None, place, 10 + at, 20 + 2 * at, 5 + at, 7 + 3 * at, 100 + at * at] for at, place in enumerate(PLACES)],
    merged=["B1:G1", "B2:B3", "C2:D2", "E2:F2", "G2:G3"],
)
expect(
    "merged_names.xlsx",
    ["地区", "医院 / 医生", "医院 / 护士", "基层 / 医生", "基层 / 护士", "人口"],
    [[place, 10 + at, 20 + 2 * at, 5 + at, 7 + 3 * at, 100 + at * at] for at, place in enumerate(PLACES)],
    ['the column names are in lines 2, 3, joined by " / "', "passed over line 1, above the column names: 3-2 各地区人员"],
)

# 4: title and names in two languages.
xlsx(
    "two_languages.xlsx",
    [["3-3 各地区医疗卫生机构"], ["3-3 Health Institutions by Region"], HEAD, ["Region", "Institutions", "Beds", "Doctors"]] + DATA,
)
expect(
    "two_languages.xlsx",
    ["地区 / Region", "医疗机构数 / Institutions", "床位数 / Beds", "医生比 / Doctors"],
    DATA,
    ['the column names are in lines 3, 4, joined by " / "',
     "passed over lines 1 to 2, above the column names: 3-3 各地区医疗卫生机构"],
)

# 5: the nation first: more than the regions listed, and weighted rates.
xlsx("nation_first.xlsx", [HEAD, ["全  国", 215000, 139.1, 3.04]] + DATA)
expect("nation_first.xlsx", HEAD, DATA, ["passed over line 2, a total of the other rows: 全  国"])

# 6: the sum and the mean below.
sums = [sum(row[at] for row in DATA) for at in (1, 2, 3)]
xlsx("sum_and_mean_last.xlsx", [HEAD] + DATA + [["合计", sums[0], round(sums[1], 1), round(sums[2], 2)],
     ["平均", round(sums[0] / 6, 1), round(sums[1] / 6, 2), round(sums[2] / 6, 2)]])
expect("sum_and_mean_last.xlsx", HEAD, DATA, [
    "passed over line 8, a total of the other rows: 合计",
    "passed over line 9, a total of the other rows: 平均",
])

# 7: a case that is only called so.
xlsx("firm_called_total.xlsx", [["firm", "sales", "staff"], ["Total", 140.2, 101], ["Shell", 261.5, 93], ["Repsol", 51.2, 24]])
expect("firm_called_total.xlsx", ["firm", "sales", "staff"], [["Total", 140.2, 101], ["Shell", 261.5, 93], ["Repsol", 51.2, 24]],
       ["line 2 is called like a total (Total), but its numbers are not those of one: it is read as a row"])

# 8: the table is on the second sheet.
xlsx("second_sheet.xlsx", [["表3"], HEAD] + DATA, sheets=[("说明", [["本文件由虚构单位整理。"], ["请勿引用。"]])])
expect("second_sheet.xlsx", HEAD, DATA, ["the column names are in line 2", "passed over line 1, above the column names: 表3"])

# 9: blank lines and columns within the table.
blank = [[row[0], None, row[1], row[2], None, row[3]] for row in DATA]
xlsx("blank_lines.xlsx", [[], [HEAD[0], None, HEAD[1], HEAD[2], None, HEAD[3]], []] + blank[:3] + [[]] + blank[3:])
expect("blank_lines.xlsx", HEAD, DATA, ["the column names are in line 2"])

# 10: units below the names.
xlsx("units_below.xlsx", [HEAD, [None, "（个）", "（万张）", "（人/千人）"]] + DATA)
expect("units_below.xlsx", ["地区", "医疗机构数 / （个）", "床位数 / （万张）", "医生比 / （人/千人）"], DATA,
       ['the column names are in lines 1, 2, joined by " / "'])

# 11: years below the names.
years = [[place, 10 + at, 12 + at, 30 + at, 33 + 2 * at] for at, place in enumerate(PLACES)]
xlsx("years_below.xlsx", [["地区", "医院数", None, "医生数", None], [None, 2018, 2019, 2018, 2019]] + years,
     merged=["A1:A2", "B1:C1", "D1:E1"])
expect("years_below.xlsx", ["地区", "医院数 / 2018", "医院数 / 2019", "医生数 / 2018", "医生数 / 2019"], years,
       ['the column names are in lines 1, 2, joined by " / "'])

# 12: numbers that the workbook shows as percentages.
shares = [0.066, 0.12, 0.31, 0.07, 0.2, 0.58]
percent = [[place, share, at + 3] for at, (place, share) in enumerate(zip(PLACES, shares))]
xlsx("percent_format.xlsx", [["地区", "占比", "得分"]] + percent, formats={"B2:B7": "0.0%"})
expect("percent_format.xlsx", ["地区", "占比", "得分"], percent,
       ["column 占比: the file shows 6 numbers as percentages, such as 0.066 as 6.6%"])

# 13: percentages as text.
xlsx("percent_text.xlsx", [["地区", "占比", "得分"]] + [[place, f"{share * 100:g}%", at + 3] for at, (place, share) in enumerate(zip(PLACES, shares))])
expect("percent_text.xlsx", ["地区", "占比", "得分"], percent,
       ["column 占比: 6 cells were read from percentages as shares of 1, such as 6.6% as 0.066"])

# 14: thousands as text.
xlsx("thousands.xlsx", [HEAD] + [[row[0], f"{row[1]:,}", row[2], row[3]] for row in DATA])
expect("thousands.xlsx", HEAD, DATA, ["column 医疗机构数: 6 cells were read from separators of thousands, such as 10,336 as 10336"])

# 15: Chinese units.
xlsx("chinese_units.xlsx", [["地区", "人口", "得分"], ["北京", "2189万", 3], ["天津", "1387万", 2], ["河北", "7461万", 5], ["全部省", "1.26亿", 4]])
expect("chinese_units.xlsx", ["地区", "人口", "得分"],
       [["北京", 21890000, 3], ["天津", 13870000, 2], ["河北", 74610000, 5], ["全部省", 126000000, 4]],
       ["column 人口: 4 cells were read from numbers with 万 or 亿, such as 2189万 as 21890000"])

# 16: decimal commas, semicolons, a title, in GBK, as pandas writes them.
frame = pd.DataFrame({"地区": PLACES, "占比": shares, "得分": [1.5, 2.25, 3.0, 4.5, 5.75, 6.0]})
(HERE / "decimal_commas.csv").write_bytes(
    ("各地区占比\n" + frame.to_csv(index=False, sep=";", decimal=",", lineterminator="\n")).encode("gbk"))
expect("decimal_commas.csv", list(frame.columns), [[place, share, f"{score:g}"] for place, share, score in frame.itertuples(index=False)], [
    "the column names are in line 2",
    "passed over line 1, above the column names: 各地区占比",
    "column 占比: 6 cells were read from decimal commas, such as 0,066 as 0.066",
    "column 得分: 6 cells were read from decimal commas, such as 1,5 as 1.5",
])

# 17: full-width digits and the typographic minus.
xlsx("full_width.xlsx", [["地区", "增长", "得分"], ["北京", "１２．５", 3], ["天津", "−3.2", 2], ["河北", "４", 5]])
expect("full_width.xlsx", ["地区", "增长", "得分"], [["北京", 12.5, 3], ["天津", -3.2, 2], ["河北", 4, 5]],
       ["column 增长: 3 cells were read from full-width or typographic signs, such as １２．５ as 12.5"])

# 18: yes and no in all ways.
words = [["是", "有", "√", "Y", 1.5], ["否", "无", "×", "N", 2.5], ["是", "无", "√", "N", 3.5], ["否", "有", "×", "Y", 4.5]]
yes_no = [[place, *row] for place, row in zip(PLACES, words)]
xlsx("yes_and_no.xlsx", [["地区", "改革", "基金", "平台", "试点", "得分"]] + yes_no)
expect("yes_and_no.xlsx", ["地区", "改革", "基金", "平台", "试点", "得分"], yes_no, [])

# 19: formulas with the values that Excel keeps.
book = xlsxwriter.Workbook(HERE / "formulas.xlsx", {"default_date_format": "yyyy-mm-dd"})
sheet = book.add_worksheet("数据")
for at, cell in enumerate(["地区", "甲", "乙", "合"]):
    sheet.write(0, at, cell)
for line, place in enumerate(PLACES, 1):
    sheet.write(line, 0, place)
    sheet.write(line, 1, line)
    sheet.write(line, 2, 2 * line + 1)
    sheet.write_formula(line, 3, f"=B{line + 1}+C{line + 1}", None, 3 * line + 1)
book.close()
expect("formulas.xlsx", ["地区", "甲", "乙", "合"], [[place, at, 2 * at + 1, 3 * at + 1] for at, place in enumerate(PLACES, 1)],
       ["the values that the file keeps for 6 formulas are read"])

# 20: the names again on a new page.
xlsx("new_page.xlsx", [["3-4 各地区情况"], HEAD] + DATA[:3] + [HEAD] + DATA[3:])
expect("new_page.xlsx", HEAD, DATA, [
    "the column names are in line 2",
    "passed over line 1, above the column names: 3-4 各地区情况",
    "passed over line 6, the column names again: 地区",
])

# 21: days as ids.
days = [datetime.date(2019, month, 1) for month in range(1, 7)]
xlsx("days_as_ids.xlsx", [["月份", "门诊量", "住院量"]] + [[day, 100 + at, 30 + at * at] for at, day in enumerate(days)],
     formats={"A2:A7": "yyyy\"年\"m\"月\""})
expect("days_as_ids.xlsx", ["月份", "门诊量", "住院量"], [[day, 100 + at, 30 + at * at] for at, day in enumerate(days)], [])

# 22: numbers and spaced names as ids; a value is missing.
xlsx("codes_as_ids.xlsx", [["代码", "地 区", "得分", "占比"], [110000, "北 京", 3, 0.4], [120000, "天 津", None, 0.7], [130000, "河 北", 5, 0.2]])
expect("codes_as_ids.xlsx", ["代码", "地 区", "得分", "占比"],
       [[110000, "北 京", 3, 0.4], [120000, "天 津", None, 0.7], [130000, "河 北", 5, 0.2]], [])

# 23: an old workbook with a cover sheet.
old = xlwt.Workbook()
old.add_sheet("封面").write(0, 0, "虚构年鉴")
sheet = old.add_sheet("数据")
sheet.write_merge(0, 0, 0, 3, "3-5 各地区情况")
for line, row in enumerate([HEAD] + DATA, 1):
    for at, cell in enumerate(row):
        sheet.write(line, at, cell)
sheet.write(9, 0, "注：虚构。")
old.save(str(HERE / "old.xls"))
expect("old.xls", HEAD, DATA, [
    "the column names are in line 2",
    "passed over line 1, above the column names: 3-5 各地区情况",
    "passed over line 10, a note: 注：虚构。",
])

# 24: an OpenDocument workbook with merged names.
document = OpenDocumentSpreadsheet()
table = Table(name="数据")


def ods(cells):
    row = TableRow()
    for cell in cells:
        if cell is None:
            row.addElement(CoveredTableCell())
        elif isinstance(cell, str):
            element = TableCell(valuetype="string")
            element.addElement(P(text=cell))
            row.addElement(element)
        else:
            row.addElement(TableCell(valuetype="float", value=str(cell)))
    table.addElement(row)


merged = [[place, 10 + at, 20 + at, 5 + at] for at, place in enumerate(PLACES)]
for cells in [["地区", "人员", None, "人口"], [None, "医生", "护士", None]] + merged:
    ods(cells)
document.spreadsheet.addElement(Table(name="空"))
document.spreadsheet.addElement(table)
document.save(str(HERE / "open_document.ods"))
expect("open_document.ods", ["地区", "人员 / 医生", "人员 / 护士", "人口"], merged,
       ['the column names are in lines 1, 2, joined by " / "'])

# 25, 26: SPSS and Stata with labels and codes that mean no answer.
frame = pd.DataFrame({"area": ["甲", "乙", "丙", "丁"], "reform": [1.0, 2.0, 1.0, 2.0], "score": [3.5, 4.0, 99.0, 2.0]})
labels = {"reform": {1: "有", 2: "无"}, "score": {99: "拒答"}}
pyreadstat.write_sav(frame, HERE / "labels.sav", column_labels=["地区", "是否改革", "得分"], variable_value_labels=labels,
                     missing_ranges={"score": [99]})
pyreadstat.write_dta(frame.astype({"reform": "int32", "score": "float64"}), HERE / "labels.dta",
                     column_labels=["地区", "是否改革", "得分"], variable_value_labels={"reform": labels["reform"]})
rows = [["甲", 1, 3.5], ["乙", 2, 4], ["丙", 1, None], ["丁", 2, 2]]
expect("labels.sav", ["area", "reform", "score"], rows, [])
expect("labels.dta", ["area", "reform", "score"], [row if row[0] != "丙" else ["丙", 1, 99] for row in rows], [])

# 27: ids that are codes with labels; a test of its own reads it.
frame = pd.DataFrame({"area": [11.0, 12.0, 13.0], "score": [3.5, 4.0, 2.0]})
pyreadstat.write_sav(frame, HERE / "labelled_ids.sav", variable_value_labels={"area": {11: "北京", 12: "天津", 13: "河北", 14: "山西"}})

# 28: text with a title without commas and a note, as a spreadsheet saves it.
lines = ["各地区情况"] + [",".join(map(str, row)) for row in [HEAD] + DATA] + ["", "数据为初步核算数，以年鉴为准"]
(HERE / "ragged.csv").write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig", newline="")
expect("ragged.csv", HEAD, DATA, [
    "the column names are in line 2",
    "passed over line 1, above the column names: 各地区情况",
    "passed over line 10, a note: 数据为初步核算数，以年鉴为准",
])

# 29, 30: tables of cases as SPSS and Stata keep them: names in words or as codes, categories, codes that mean no answer.
county = ["安吉县", "德清县", "长兴县", "桐庐县", "淳安县", "建德市", "余姚市", "慈溪市", "象山县", "宁海县", "瑞安市", "乐清市"]
head = ["county", "gdp", "beds", "digital", "level", "visits"]
rows = list(zip(county, [5.2, 6.1, -9, 4.4, 3.1, 4.0, 12.3, 21.8, 6.5, 7.2, 11.0, 13.5],
                [5.1, 4.9, 5.8, 6.2, 4.1, 5.0, 5.5, 6.0, 4.4, 4.8, 4.3, 5.2], [1, 1, 2, 1, 2, 2, 1, 1, 2, 1, 1, 9],
                [1, 2, 3, 2, 1, 1, 3, 3, 2, 2, 3, 3],
                [62.5, 64.1, 70.2, 58.8, 51.3, 55.0, 71.4, 76.9, 60.3, 63.3, 68.8, 70.9]))
frame = pd.DataFrame(rows, columns=head)
names = ["县（市）", "人均GDP（万元）", "每千人床位数", "是否建成远程会诊系统", "牵头医院等级", "县域内就诊率（%）"]
labels = {"gdp": {-9: "缺失"}, "digital": {1: "有", 2: "无", 9: "不详"}, "level": {1: "二级乙等", 2: "二级甲等", 3: "三级乙等"}}
pyreadstat.write_sav(frame, HERE / "counties.sav", column_labels=names, variable_value_labels=labels,
                     missing_ranges={"gdp": [-9], "digital": [9]})
expect("counties.sav", head, [[None if cell in (-9, 9) else f"{cell:g}" if at else cell for at, cell in enumerate(row)]
                              for row in rows], [])
coded = frame.assign(county=range(1, 13))
coded["gdp"] = coded["gdp"].where(coded["gdp"] > 0)
coded["digital"] = ["a" if code == 9 else code for code in coded["digital"]]
labels = {"county": dict(enumerate(county, 1)), "digital": {1: "有", 2: "无"}, "level": labels["level"]}
pyreadstat.write_dta(coded, HERE / "counties.dta", column_labels=names, variable_value_labels=labels,
                     missing_user_values={"digital": ["a"]})

# 31, 32: codes whose leading zeros come from the number format of the workbook.
codes = [[f"{code:06}", code % 7 + 0.5, code % 5] for code in (1, 20, 330106, 440)]
xlsx("leading_zeros.xlsx", [["机构代码", "得分", "等级"]] + [[int(code), *rest] for code, *rest in codes],
     formats={"A2:A5": "000000", "B2:B5": "00.0"})
expect("leading_zeros.xlsx", ["机构代码", "得分", "等级"], codes, [])
old = xlwt.Workbook()
sheet = old.add_sheet("数据")
for at, cell in enumerate(["机构代码", "得分", "等级"]):
    sheet.write(0, at, cell)
for line, (code, *rest) in enumerate(codes, 1):
    sheet.write(line, 0, int(code), xlwt.easyxf(num_format_str="000000"))
    for at, cell in enumerate(rest, 1):
        sheet.write(line, at, cell)
old.save(str(HERE / "leading_zeros.xls"))
expect("leading_zeros.xls", ["机构代码", "得分", "等级"], codes, [])

# 33: a region beside its provinces, merged; a merged number may be a sum, and stays in its own row.
regions = [["华北", "北京", 3.5, 30], [None, "天津", 2.5, None], [None, "河北", 4.5, None], ["东北", "辽宁", 1.5, 20],
           [None, "吉林", 2, None], ["华东", "上海", 5, 40]]
xlsx("merged_regions.xlsx", [["3-6 各地区情况"], ["大区", "地区", "得分", "大区合计"]] + regions,
     merged=["A1:D1", "A3:A5", "D3:D5", "A6:A7", "D6:D7"])
filled = ["华北", "华北", "华北", "东北", "东北", "华东"]
expect("merged_regions.xlsx", ["大区", "地区", "得分", "大区合计"], [[region, *row[1:]] for region, row in zip(filled, regions)], [
    "the column names are in line 2",
    "passed over line 1, above the column names: 3-6 各地区情况",
    "column 大区: 3 blank cells belong to merged cells and have their text, such as 华北 in A3:A5",
])

# 34: decimal commas as text in a workbook, with points between thousands.
xlsx("commas_as_text.xlsx", [["地区", "占比", "支出"], ["北京", "0,066", "1.234,5"], ["天津", "0,12", "980,25"], ["河北", "0,3", "12.000,0"]])
expect("commas_as_text.xlsx", ["地区", "占比", "支出"], [["北京", 0.066, 1234.5], ["天津", 0.12, 980.25], ["河北", 0.3, 12000]], [
    "column 占比: 3 cells were read from decimal commas, such as 0,066 as 0.066",
    "column 支出: 3 cells were read from decimal commas, such as 1.234,5 as 1234.5",
])

# 35: all provinces as a yearbook prints them: title, unit, names in two levels, the nation first, shares, notes.
ALL = ("北京 天津 河北 山西 内蒙古 辽宁 吉林 黑龙江 上海 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 重庆 四川 贵州 云南 西藏 陕西 "
       "甘肃 青海 宁夏 新疆").split()
provinces = [[name, 40 + at * 37 % 60, round(2 + at * 17 % 31 / 10, 2), round(1.8 + at * 23 % 29 / 10, 2), round(0.35 + at * 13 % 41 / 100, 2)]
             for at, name in enumerate(ALL)]
total = ["全  国", sum(row[1] for row in provinces), 3.5, 3.2, 0.55]
xlsx("provinces.xlsx",
     [["3-7 各地区医疗卫生资源"], [None, None, None, None, "单位：个、人/千人"], ["地区", "医联体数", "每千人口", None, "县域内就诊率"],
      [None, None, "医生", "护士", None], total] + provinces + [["注：本表为虚构数据。"], ["资料来源：虚构年鉴。"]],
     merged=["A1:E1", "A3:A4", "B3:B4", "C3:D3", "E3:E4"], formats={"E5:E36": "0.0%"})
expect("provinces.xlsx", ["地区", "医联体数", "每千人口 / 医生", "每千人口 / 护士", "县域内就诊率"], [[f"{cell:g}" if at else cell for at, cell in enumerate(row)] for row in provinces], [
    'the column names are in lines 3, 4, joined by " / "',
    "passed over lines 1 to 2, above the column names: 3-7 各地区医疗卫生资源",
    "passed over line 5, a total of the other rows: 全  国",
    "passed over lines 37 to 38, a note: 注：本表为虚构数据。",
    "column 县域内就诊率: the file shows 31 numbers as percentages, such as 0.35 as 35%",
])
