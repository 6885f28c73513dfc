"""Writes the made-up data of the tutorials: counties.xlsx, 县域.xlsx and wjx.xlsx. Needs openpyxl.

The workbooks look like those on people's desks: a title above the table, a total and a note below it.
"""

import datetime
import pathlib

import openpyxl

HERE = pathlib.Path(__file__).parent
STATE = 2024

NAMES = [
    ("Qinghe", "清河县"), ("Linshan", "林山县"), ("Baishui", "白水县"), ("Yunxi", "云溪县"), ("Donghu", "东湖县"),
    ("Nanping", "南坪县"), ("Shiqiao", "石桥县"), ("Jinxi", "金溪县"), ("Longtan", "龙潭县"), ("Wuling", "五岭县"),
    ("Anhe", "安和县"), ("Pingyuan", "平原县"), ("Xinan", "新安县"), ("Huashan", "花山县"), ("Meixi", "梅溪县"),
    ("Tongjiang", "桐江县"), ("Luohe", "洛河县"), ("Songlin", "松林县"), ("Zhuxi", "竹溪县"), ("Beita", "北塔县"),
    ("Gaoling", "高岭县"), ("Yanhu", "盐湖县"), ("Kaiyuan", "开源县"), ("Fengshan", "凤山县"),
]
# Of each county: is income high, are doctors many, are beds many, is telemedicine much used?
PATTERNS = ["0101", "0101", "0111", "1101", "1101", "1111", "1111", "0111", "1110", "1110", "1010", "1010",
            "1000", "1000", "1100", "0100", "0100", "0110", "0010", "0010", "0000", "0001", "0001", "1001"]
# Low and high values of each condition: yuan a head, doctors and beds per 1,000 people, consultations per 1,000 people.
RANGES = [(31000, 44000, 58000, 83000), (16, 24, 29, 38), (38, 48, 56, 69), (2, 9, 16, 34)]
ENGLISH = ["County", "Income per head (yuan)", "Doctors per 1,000", "Beds per 1,000",
           "Teleconsultations per 1,000", "Treated in the county (%)"]
CHINESE = ["地区", "人均收入（元）", "每千人口医生数", "每千人口床位数", "每千人口远程会诊人次", "县域内就诊率（%）"]


def draw(many):
    """The next whole number from 0 to many - 1 (Lehmer's generator of Park and Miller, modulus 2^31 - 1)."""
    global STATE
    STATE = STATE * 48271 % 2147483647
    return STATE * many // 2147483647


def counties():
    for pattern in PATTERNS:
        income, doctors, beds, remote = (
            low + draw(low_end - low + 1) if sign == "0" else high + draw(high_end - high + 1)
            for sign, (low, low_end, high, high_end) in zip(pattern, RANGES))
        # Doctors with telemedicine, or income with doctors and beds, keep patients in the county.
        kept = pattern[1] == pattern[3] == "1" or pattern[:3] == "111"
        share = 880 + draw(70) if kept else 690 + draw(110)
        yield [income // 100 * 100, doctors / 10, beds / 10, remote, share / 10]


def workbook(file, title, header, names, total, note, rows):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "2023"
    sheet.append([title])
    sheet.append(header)
    for name, row in zip(names, rows):
        sheet.append([name, *row])
    columns = list(zip(*rows))
    sheet.append([total, *(round(sum(column) / len(column), 1) for column in columns)])
    sheet.append([note])
    save(book, file)


def save(book, file):
    book.properties.created = book.properties.modified = datetime.datetime(2024, 1, 1)
    book.save(HERE / file)


LABELS = ["非常不同意", "不同意", "一般", "同意", "非常同意"]
ITEMS = {
    "support": ["医院重视我在基层的工作", "医院为下基层提供必要条件", "遇到困难时医院会帮助我"],
    "meaning": ["下基层能帮助真正需要的患者", "下基层让我的专业更有价值", "下基层只是完成任务"],
    "cost": ["下基层占用诊疗时间", "下基层减少我的收入", "下基层不利于职称晋升"],
    "stay": ["我愿意继续下基层", "我愿意为合作付出努力", "我希望长期合作"],
}
REVERSED = {("meaning", 2)}


def answers(level):
    """Three answers from 1 to 5 near a level from 0 (low) to 1 (high)."""
    return [min(5, max(1, (2, 4)[level] + draw(3) - 1)) for _ in range(3)]


def survey():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    questions = [question for items in ITEMS.values() for question in items]
    numbered = [f"{number}、{question}" for number, question in enumerate(["您的性别", *questions], start=1)]
    sheet.append(["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", *numbered])
    start = datetime.datetime(2024, 3, 4, 8)
    for number in range(1, 81):
        support, meaning, cost = draw(2), draw(2), draw(2)
        stay = int(draw(10) > 0) * int((support and meaning) or (meaning and not cost))
        cells = []
        for name, level in zip(ITEMS, [support, meaning, cost, stay]):
            for place, answer in enumerate(answers(level)):
                cells.append(LABELS[(6 - answer if (name, place) in REVERSED else answer) - 1])
        seconds = 30 + draw(20) if number % 16 == 0 else 120 + draw(300)
        start += datetime.timedelta(seconds=600 + draw(2400))
        submitted = f"{start.year}/{start.month}/{start.day} {start:%H:%M:%S}"
        sheet.append([number, submitted, f"{seconds}秒", "微信", "N/A", f"203.0.113.{1 + draw(250)}(某省-某市)", "男女"[draw(2)], *cells])
    save(book, "wjx.xlsx")


if __name__ == "__main__":
    rows = list(counties())
    english, chinese = zip(*NAMES)
    workbook("counties.xlsx", "Table 3: Health care in 24 counties, 2023", ENGLISH, english,
             "Total", "Note: made-up numbers.", rows)
    workbook("县域.xlsx", "表3 2023年24个县医疗服务情况", CHINESE, chinese, "合计", "注：数据为虚构。", rows)
    survey()
