"""Writes cases.csv: sixty synthetic districts with a causal chain.

Strong services follow from unified management with bundled payment, or from pooled staff; inpatients stay where
services are strong, or where payment is bundled and referrals are agreed. One district in fifteen breaks a rule.
"""

from pathlib import Path

state = 20


def draw(below):
    """A whole number in 0..below, from Knuth's MMIX generator."""
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % below


def share(high):
    """A share in percent, above 50 if it is high."""
    return 50 * high + 3 + draw(45)


lines = ["district,management,payment,staff,referral,services,kept"]
for number in range(1, 61):
    management, payment, staff, referral = (draw(2) for _ in range(4))
    services = int(management and payment or staff)
    kept = int(services or payment and referral)
    if number % 15 == 0:
        kept = 1 - kept
    if number % 15 == 7:
        services = 1 - services
    values = [share(one) for one in (management, payment, staff, referral, services, kept)]
    lines.append(f"D{number:02}," + ",".join(map(str, values)))
Path(__file__).with_name("cases.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
