"""Writes codings.csv and consensus.csv, the evidence sheets of two made-up coders, from scores.csv.

Both coders read every city's documents. Where they agree their score is that of scores.csv; where one of them errs the
two talk it over, and the score of scores.csv is what they settle on. The same numbers come out everywhere.
"""

import csv
import pathlib

FOLDER = pathlib.Path(__file__).parent
STATE = 25
ERRORS = 14  # of 200 scores
EVIDENCE = {
    "collaboration_system": (["尚无成文的协作制度", "有转诊办法，但未执行"], ["转诊、分工、联席会议制度均已执行", "牵头医院与成员单位按章程共同管理"]),
    "resource_complementarity": (["下派人员不固定", "成员单位设备仍自行购置"], ["每周固定下派专家与设备", "床位与人员由牵头医院统一补足"]),
    "business_linkage": (["各院独立开展业务", "仅有节假日义诊"], ["共建专科、联合病房已运行", "质控标准统一，联合门诊每日开放"]),
    "economic_linkage": (["财务各自独立", "仅有项目经费往来"], ["统一预算，结余按比例分配", "资产已划转牵头医院"]),
    "assessment_incentive": (["有考核，无奖惩", "考核结果未公布"], ["考核结果与财政补助挂钩", "考核结果作为院长任免依据"]),
    "government_support": (["仅有原则性文件", "未设专项经费"], ["设专项经费与跨部门领导小组", "市长任组长，财政每年列支"]),
    "information_platform": (["系统各自独立", "平台已建，很少使用"], ["各成员每日使用共享病历", "转诊平台日均转诊数十例"]),
    "high_performance": (["绩效评价为合格", "主要指标未达标"], ["绩效评价为优秀", "主要指标全部达标"]),
}
SOURCES = ["政策文件", "年度总结", "访谈记录"]
NOTES = ["复核原文 · document read again", "以实际执行为准 · what is done counts, not what is planned", "补充访谈 · settled by a further interview"]


def draw(many):
    """The next whole number from 0 to many - 1 (Lehmer's generator of Park and Miller, modulus 2^31 - 1)."""
    global STATE
    STATE = STATE * 48271 % 2147483647
    return STATE * many // 2147483647


def write(name, head, rows):
    with open(FOLDER / name, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


def main():
    with open(FOLDER / "scores.csv", newline="", encoding="utf-8") as file:
        cities = list(csv.DictReader(file))
    units = [(city["case"], condition, int(city[condition])) for city in cities for condition in EVIDENCE]
    erring = {}
    while len(erring) < ERRORS:
        erring[draw(len(units))] = "KL"[draw(2)]
    codings, consensus = [], []
    for place, (case, condition, score) in enumerate(units):
        source = SOURCES[draw(3)]
        for coder in "KL":
            given = 1 - score if erring.get(place) == coder else score
            quote = EVIDENCE[condition][given][draw(2)]
            codings.append([case, condition, coder, given, f"{case}-{source}", f"第{1 + draw(40)}页", quote])
        if place in erring:
            consensus.append([case, condition, score, NOTES[draw(3)]])
    write("codings.csv", ["case", "condition", "coder", "score", "source", "locator", "quote"], codings)
    write("consensus.csv", ["case", "condition", "score", "note"], consensus)


main()
