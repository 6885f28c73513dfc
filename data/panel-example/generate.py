"""Writes cases.csv: a synthetic panel of 15 districts in 6 years, of which one cell in ten is missing.

Run it with python3, from anywhere. It draws from a generator of its own (Lehmer, modulus 2^31 - 1, multiplier 48271), so
it gives the same bytes with every version of Python.
"""

import pathlib

MODULUS, MULTIPLIER, SEED = 2**31 - 1, 48271, 2021
DISTRICTS, YEARS = 15, range(2016, 2022)


class Draws:
    """Pseudo-random numbers."""

    def __init__(self, seed):
        self.state = seed

    def share(self):
        """A number in (0, 1)."""
        self.state = self.state * MULTIPLIER % MODULUS
        return self.state / MODULUS

    def between(self, low, high):
        return low + (high - low) * self.share()

    def error(self, deviation):
        """A number near 0: the sum of twelve shares is nearly normal."""
        return deviation * (sum(self.share() for _ in range(12)) - 6)


def within(low, high, value):
    return min(high, max(low, value))


def main():
    draws = Draws(SEED)
    lines = ["区县,年份,region,management,payment,services,kept"]
    cells = [(place, year) for place in range(DISTRICTS) for year in YEARS]
    missing = sorted(cells, key=lambda _: draws.share())[: len(cells) // 10]
    for place in range(DISTRICTS):
        name, region = f"D{place + 1:02}", ["east", "middle", "west"][place % 3]
        own = [draws.between(0.05, 0.85), draws.between(0.0, 0.7), draws.between(30, 75)]
        for year in YEARS:
            later = year - YEARS[0]
            management = within(0, 1, own[0] + 0.03 * later + draws.error(0.05))
            payment = within(0, 1, own[1] + 0.05 * later + draws.error(0.06))
            services = within(20, 95, own[2] + 1.5 * later + draws.error(3))
            able = max(min(management / 0.8, payment / 0.7), (services - 45) / 35)
            kept = within(40, 99, 66 + 24 * within(0, 1, able) + 0.4 * later + draws.error(2.5))
            if (place, year) not in missing:
                lines.append(f"{name},{year},{region},{management:.2f},{payment:.2f},{services:.1f},{kept:.1f}")
    target = pathlib.Path(__file__).with_name("cases.csv")
    target.write_bytes(("\n".join(lines) + "\n").encode())


main()
