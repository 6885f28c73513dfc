"""Writes cases.csv: twenty made-up medical alliances. It gives the same bytes everywhere.

The rule that it follows, with noise: an alliance meets the in-county target when it is tight and its insurance
payment is reformed, or when it is semi-tight and both other targets are met.
"""

from pathlib import Path

STATE = 2017


def draw(low, high):
    """The next number from low to high (Lehmer's generator of Park and Miller, modulus 2^31 - 1)."""
    global STATE
    STATE = STATE * 48271 % 2147483647
    return low + (high - low) * STATE / 2147483647


def alliance(number, tightness):
    payment = int(draw(0, 1) < (0.25, 0.5, 0.75)[tightness])
    primary = draw(0.50, 0.60) if draw(0, 1) < 0.5 else draw(0.67, 0.76)
    growth = draw(-0.02, 0.08) if draw(0, 1) < 0.5 else draw(0.12, 0.24)
    meets = tightness == 2 and payment or tightness == 1 and primary > 0.65 and growth > 0.10
    inpatients = draw(0.935, 0.985) if meets else draw(0.72, 0.885)
    return f"M{number:02},{tightness},{payment},{primary:.3f},{growth:.3f},{inpatients:.3f}"


TIGHTNESS = [0] * 6 + [1] * 7 + [2] * 7
HEAD = "alliance,tightness,payment,primary_share,referral_growth,in_county_inpatient_rate"
with open(Path(__file__).parent / "cases.csv", "w", encoding="utf-8", newline="\n") as file:
    file.write("\n".join([HEAD] + [alliance(i + 1, t) for i, t in enumerate(TIGHTNESS)]) + "\n")
