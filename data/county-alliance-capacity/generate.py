"""Writes codings.csv and consensus.csv, the sheets of two made-up coders of nine papers, from scores.csv.

Both coders read every paper. Where they agree their score is that of scores.csv; where one of them is a step of the
rubric off the two talk it over, and the score of scores.csv is what they settle on. The same numbers come out everywhere.
"""

import csv
import pathlib

FOLDER = pathlib.Path(__file__).parent
STATE = 11
ERRORS = 13  # of 88 scores
STEPS = ["0", "0.33", "0.67", "1"]
# Eleven counties in nine papers: two papers describe two each.
PAPERS = dict(zip([f"C{case:02}" for case in range(1, 12)], ["P1", "P2", "P3", "P3", "P4", "P5", "P6", "P7", "P8", "P8", "P9"]))
EVIDENCE = {
    "scale": ["未见全县规划", "规划覆盖部分乡镇", "全县规划，多数乡镇已实施", "全县规划，各乡镇全面实施"],
    "structure": ["仅签订协议", "仅药品统一管理", "人员与财务部分统一", "人财物全面统一"],
    "management": ["未见共同制度", "制度已发文", "多数成员执行双向转诊", "全部成员执行并按季督查"],
    "info_platform": ["系统互不相通", "检验结果可互传", "多数业务在同一平台", "各机构每日使用同一平台"],
    "resource_sharing": ["资源未共享", "偶有专家下派", "已建影像、检验等共享中心", "人员与中心全面共享"],
    "insurance_payment": ["仍按项目付费", "列入打包付费试点", "多数基金打包支付", "总额预算，结余留用"],
    "incentive": ["未见激励措施", "零星补贴", "考核与薪酬挂钩", "考核与薪酬、晋升挂钩"],
    "service_capacity": ["诊疗量与病种均无变化", "诊疗量略有上升", "县域内就诊率明显上升", "新增病种与四级手术，就诊率显著上升"],
}
NOTES = ["复核原文 · paper read again", "以多数成员的情形为准 · what holds for most members counts", "按评分标准从低 · the lower step of the rubric, for want of a second source"]


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
        counties = list(csv.DictReader(file))
    units = [(county["case"], condition, STEPS.index(county[condition])) for county in counties for condition in EVIDENCE]
    erring = {}
    while len(erring) < ERRORS:
        erring[draw(len(units))] = "KL"[draw(2)]
    codings, consensus = [], []
    for place, (case, condition, step) in enumerate(units):
        page = f"第{1 + draw(9)}页"
        aside = step + 1 if step == 0 or (step < 3 and draw(2)) else step - 1
        for coder in "KL":
            given = aside if erring.get(place) == coder else step
            codings.append([case, condition, coder, STEPS[given], PAPERS[case], page, EVIDENCE[condition][given]])
        if place in erring:
            consensus.append([case, condition, STEPS[step], NOTES[draw(3)]])
    write("codings.csv", ["case", "condition", "coder", "score", "source", "locator", "quote"], codings)
    write("consensus.csv", ["case", "condition", "score", "note"], consensus)


main()
