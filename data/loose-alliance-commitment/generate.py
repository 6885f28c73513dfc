"""Writes wjx.xlsx, a made-up export of 问卷星 (按文本), from scores.csv. Needs openpyxl; it gives the same bytes everywhere.

The 205 doctors of scores.csv answer four items a construct such that the mean of their answers, reversed items turned
round, is exactly their score. A few leave an item out where the other three have the same mean. 27 careless responses,
which the screening of the study file finds, stand between them.
"""

import csv
import datetime
import io
import pathlib
import re
import zipfile

import openpyxl

HERE = pathlib.Path(__file__).parent
STATE = 2023
LABELS = ["非常不同意", "不同意", "一般", "同意", "非常同意"]
CONSTRUCTS = {
    "work_significance": ["下基层工作能帮助真正需要的患者", "下基层工作让我的专业更有价值", "下基层工作对当地卫生事业有意义", "下基层工作只是完成任务，没有多大意义"],
    "opportunity_cost": ["下基层占用了我诊疗本院患者的时间", "下基层影响了我的科研与学习", "下基层会减少我的收入", "下基层不利于我的职称晋升"],
    "organizational_support": ["医院重视我在基层的工作", "医院为下基层提供了必要的条件", "遇到困难时医院会帮助我", "医院并不关心我在基层的工作"],
    "teamwork_experience": ["我曾与基层同行组成团队共事", "与基层同行的合作是愉快的", "我与基层同行配合默契", "我从合作中得到了成长"],
    "relationship_commitment": ["我愿意继续下基层工作", "我希望与基层机构长期合作", "我愿意为维持合作付出努力", "如果可以，我想退出这项合作"],
}
REVERSED = {("work_significance", 3), ("organizational_support", 3), ("relationship_commitment", 3)}
ATTENTION_AFTER = "organizational_support"


def draw(many):
    """The next whole number from 0 to many - 1 (Lehmer's generator of Park and Miller, modulus 2^31 - 1)."""
    global STATE
    STATE = STATE * 48271 % 2147483647
    return STATE * many // 2147483647


def four(score):
    """Four answers from 1 to 5 with this mean, near one another."""
    total = round(score * 4)
    answers = [total // 4 + (item < total % 4) for item in range(4)]
    for _ in range(2):
        up, down = draw(4), draw(4)
        if up != down and answers[up] < 5 and answers[down] > 1:
            answers[up] += 1
            answers[down] -= 1
    for last in range(3, 0, -1):
        other = draw(last + 1)
        answers[last], answers[other] = answers[other], answers[last]
    return answers


def facts():
    """Sex, age, years of work, whether ever sent down, and for how many months."""
    age = 27 + draw(30)
    sent = draw(3) > 0
    return [("男", "女")[draw(2)], age, max(1, age - 25 - draw(3)), "是" if sent else "否", 1 + draw(24) if sent else "(跳过)"]


def rated(answers, attention=4):
    """The cells of all items, as labels in raw direction, with the attention item in its place."""
    cells = []
    for name in CONSTRUCTS:
        for item, answer in enumerate(answers[name]):
            if answer is None:
                cells.append("(空)")
            else:
                cells.append(LABELS[(6 - answer if (name, item) in REVERSED else answer) - 1])
        if name == ATTENTION_AFTER:
            cells.append(LABELS[attention - 1])
    return cells


def valid(scores):
    answers = {name: four(float(scores[name])) for name in CONSTRUCTS}
    for name, given in answers.items():
        if draw(25) == 0 and 3 * float(scores[name]) == sum(given[:3]):
            given[3] = None
    return 150 + draw(420), facts() + rated(answers)


def careless(kind):
    answers = {name: [1 + draw(5) for _ in range(4)] for name in CONSTRUCTS}
    if kind == "fast":
        straight = 3 + draw(3)
        return 35 + draw(50), facts() + rated({name: [straight] * 4 for name in CONSTRUCTS})
    if kind == "attention":
        return 120 + draw(200), facts() + rated(answers, attention=(1, 2, 3, 5)[draw(4)])
    for name in list(CONSTRUCTS)[-2:]:
        answers[name] = [None] * 4
    return 100 + draw(100), facts() + rated(answers)


def rows():
    with (HERE / "scores.csv").open(encoding="utf-8", newline="") as file:
        doctors = list(csv.DictReader(file))
    responses = [valid(doctor) for doctor in doctors]
    for kind in ["fast"] * 14 + ["attention"] * 8 + ["gaps"] * 5:
        responses.insert(draw(len(responses) + 1), careless(kind))
    start = datetime.datetime(2023, 3, 6, 8, 0, 0)
    for number, (seconds, cells) in enumerate(responses, start=1):
        start += datetime.timedelta(seconds=600 + draw(2400))
        submitted = f"{start.year}/{start.month}/{start.day} {start:%H:%M:%S}"
        source = ["微信", "链接"][draw(2)]
        yield [number, submitted, f"{seconds}秒", source, "N/A", f"203.0.113.{1 + draw(250)}(某省-某市)", *cells]


def header():
    questions = ["您的性别", "您的年龄", "您的工作年限", "您是否下过基层", "下基层的时间（月）"]
    for name, items in CONSTRUCTS.items():
        questions += items
        if name == ATTENTION_AFTER:
            questions.append("本题请选择“同意”")
    numbered = [f"{number}、{question}" for number, question in enumerate(questions, start=1)]
    return ["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", *numbered]


book = openpyxl.Workbook()
book.active.title = "Sheet1"
for row in [header(), *rows()]:
    book.active.append(row)
written = io.BytesIO()
book.save(written)
# The same bytes on every day: the time of writing is taken out of the workbook and of its archive.
with zipfile.ZipFile(written) as parts, zipfile.ZipFile(HERE / "wjx.xlsx", "w", zipfile.ZIP_DEFLATED) as out:
    for part in parts.infolist():
        content = parts.read(part)
        if part.filename == "docProps/core.xml":
            content = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2023-03-31T00:00:00Z", content)
        out.writestr(zipfile.ZipInfo(part.filename, (2023, 3, 31, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
