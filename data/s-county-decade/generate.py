"""Writes the constructed data of the S County evaluation: three exports of 问卷星 (按文本, as CSV), yearly indicators, coded passages.

174 of the 197 patients whom the screening leaves are satisfied, 88.32 %; visits double from 2013 to 2023, the in-county
visit rate ends at 96.8 %. The same numbers come out everywhere.
"""

import csv
import datetime
import pathlib

FOLDER = pathlib.Path(__file__).parent
STATE = 2013
AGREE = ["非常不满意", "不满意", "一般", "满意", "非常满意"]
DEGREE = ["完全不符合", "不太符合", "一般", "比较符合", "完全符合"]
SEVERE = ["不严重", "不太严重", "一般", "比较严重", "非常严重"]


def draw(many):
    """The next whole number from 0 to many - 1 (Lehmer's generator of Park and Miller, modulus 2^31 - 1)."""
    global STATE
    STATE = STATE * 48271 % 2147483647
    return STATE * many // 2147483647


def write(name, rows, encoding="utf-8"):
    with open(FOLDER / name, "w", newline="", encoding=encoding) as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def export(name, questions, responses, day, encoding):
    head = ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP"]
    rows = [head + [f"{number}、{question}" for number, question in enumerate(questions, start=1)]]
    time = datetime.datetime(2023, *day, 8, 0, 0)
    for number, (seconds, cells) in enumerate(responses, start=1):
        time += datetime.timedelta(seconds=200 + draw(1500))
        stamp = f"{time.year}/{time.month}/{time.day} {time.hour}:{time:%M:%S}"
        address = f"203.0.113.{1 + draw(250)}(某省-某市)"
        rows.append([number, stamp, f"{seconds}秒", ["微信", "链接"][draw(2)], "N/A", address, *cells])
    write(name, rows, encoding)


def near(code, spread=2):
    """An answer on the scale near a code."""
    return max(1, min(5, code + draw(2 * spread - 1) - (spread - 1)))


def patients():
    codes = [5] * 70 + [4] * 104 + [3] * 17 + [2] * 6
    responses = []
    while codes:
        overall = codes.pop(draw(len(codes)))
        county = draw(5) < (3 if overall > 3 else 2)
        rated = [near(overall), near(overall - (not county)), near(overall), near(overall - 1)]
        cells = [["乡镇卫生院", "县级医院"][county], 18 + draw(60), ["门诊", "住院"][draw(3) == 0]]
        responses.append((70 + draw(260), cells + [AGREE[code - 1] for code in rated + [overall]]))
    for kind in ["fast"] * 8 + ["gaps"] * 5:
        straight = AGREE[draw(5)]
        answers = [straight] * 5 if kind == "fast" else ["(空)"] * 3 + [AGREE[draw(5)]] * 2
        cells = [["乡镇卫生院", "县级医院"][draw(2)], 18 + draw(60), "门诊"]
        seconds = 12 + draw(25) if kind == "fast" else 60 + draw(100)
        responses.insert(draw(len(responses) + 1), (seconds, cells + answers))
    questions = ["您本次就诊的机构", "您的年龄", "就诊类型", "对就诊环境", "对等候时间", "对医务人员态度", "对医疗费用", "总体满意度"]
    export("patients.csv", questions, responses, (9, 4), "gb18030")


def staff():
    responses = []
    for place in range(126):
        township = draw(3) == 0
        tired, fair = 2 + draw(4), 1 + draw(4)
        answers = [near(tired), near(fair), near(3 if township else 4), near(fair + 1), near(2 + draw(2))]
        answers = [max(1, min(5, answer)) for answer in answers]
        seconds = 15 + draw(20) if place % 21 == 20 else 90 + draw(300)
        cells = [["县级医院", "乡镇卫生院"][township], ["医生", "护士", "管理人员"][draw(3)]]
        responses.append((seconds, cells + [DEGREE[answer - 1] for answer in answers]))
    questions = ["您所在的机构", "您的岗位", "医联体工作增加了我的负担", "我的付出得到了合理回报", "我能得到上级医院的培训", "成员单位之间配合顺畅", "信息系统支持我的工作"]
    export("staff.csv", questions, responses, (9, 18), "utf-8-sig")


BARRIERS = ["医院负债", "政策支持不足", "信息化滞后", "成员单位缺乏协同", "医保联动不深"]


def stakeholders():
    departments = ["卫生健康局", "医疗保障局", "财政局", "县级医院", "乡镇卫生院"]
    responses = []
    for place in range(18):
        severity = [near(code) for code in (5, 4, 4, 4, 3)]
        cells = [departments[place % 5]] + [SEVERE[code - 1] for code in severity]
        responses.append((180 + draw(500), cells))
    questions = ["您所在的部门"] + [f"{barrier}的严重程度" for barrier in BARRIERS]
    export("stakeholders.csv", questions, responses, (10, 9), "utf-8-sig")


def indicators():
    head = ["year", "outpatient", "inpatient", "in_county_visits", "in_county_inpatients", "primary_care", "downward", "debt_ratio", "key_specialties", "complex_surgery"]
    rows = [head]
    for place in range(11):
        share = place / 10
        wobble = [0, 0, 0] if place in (0, 10) else [draw(300) / 100 - 1.5 for _ in range(3)]
        rows.append([
            2013 + place,
            f"{61.20 + 62.60 * share + wobble[0]:.2f}",
            f"{2.10 + 2.14 * share + wobble[1] / 15:.2f}",
            f"{0.842 + 0.126 * share ** 0.8 + wobble[2] / 400:.3f}",
            f"{0.771 + 0.110 * share + wobble[0] / 400:.3f}",
            f"{0.471 + 0.093 * share + wobble[1] / 300:.3f}",
            f"{320 * 1.14 ** place + (0 if place in (0, 9, 10) else draw(30) - 15):.0f}",
            f"{0.463 + 0.229 * share + wobble[2] / 300:.3f}",
            f"{2 + 7 * place // 10}",
            f"{0.182 + 0.164 * share:.3f}",
        ])
    write("indicators.csv", rows)


PASSAGES = {
    "debt": ["建新院区的贷款还要还十年", "设备款拖欠，供应商催得紧", "每年结余都先还利息", "基层的账也要县医院垫", "扩建以后负债率一年比一年高"],
    "policy": ["文件有了，配套细则没有", "编制和薪酬政策没跟上", "政府会议开得不少，钱没有到位", "考核只看医院，不看部门"],
    "information": ["三套系统互不相通，只能打电话转诊", "检查结果到了乡里看不到", "信息平台建了，没人维护", "患者要把片子带来带去"],
    "coordination": ["成员单位各算各的账", "下转的病人乡里不敢接", "例会开了，事没人落实", "专家下来，病人不知道"],
    "insurance": ["打包付费只打了住院的包", "结余留用的钱一直没分下来", "医保和医联体的考核是两张皮"],
}


def passages():
    rows = [["theme", "interview", "locator", "quote"]]
    raised = {"debt": 15, "policy": 12, "information": 12, "coordination": 10, "insurance": 7}
    for theme, interviews in raised.items():
        people, quotes = list(range(1, 19)), iter(PASSAGES[theme])  # every quote once
        for _ in range(interviews):
            person = people.pop(draw(len(people)))
            for _ in range(1 + (draw(3) == 0)):
                rows.append([theme, f"I{person:02}", f"{1 + draw(30)}", next(quotes, "")])
    write("passages.csv", rows)


patients()
staff()
stakeholders()
indicators()
passages()
