#!/usr/bin/env python3
"""Reads the published rules a second time, in NumPy, and holds them against the application.

Written from the publications named at each function, not from the application's code. The series
are made up from a seed, so that a disagreement can be looked at again.
"""

import argparse
import json
import math
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# Values are given with three decimals: closer than this they lie on the line.
ON_THE_LINE = 1e-9
Z95, Z998 = 1.959963984540054, 3.090232306167813


# --- Process behaviour charts: NHS England, Making Data Count; NHSRplotthedots 0.2.2 ---


def limits(baseline, screening):
    """Mean, mean moving range, lower and upper natural process limit."""
    x = np.asarray(baseline, dtype=float)
    moving = np.abs(np.diff(x))
    average = moving.mean()
    if screening:
        kept = moving[moving < 3.267 * average]
        # Ours: screening never takes all variation away (said in docs/decisions/0045).
        if kept.size and kept.mean() > 0:
            average = kept.mean()
    return x.mean(), average, x.mean() - 2.66 * average, x.mean() + 2.66 * average


def all_of_window(values, width, wanted):
    """Which points lie in a window of so many where `wanted` holds of the whole window."""
    found = np.zeros(len(values), dtype=bool)
    for start in range(len(values) - width + 1):
        window = values[start : start + width]
        if not np.isnan(window).any() and wanted(window):
            found[start : start + width] = True
    return found


def longest_around(found, index, joined):
    """How many points the unbroken run around a point has."""
    first = last = index
    while first > 0 and found[first - 1] and joined(first - 1, first):
        first -= 1
    while last + 1 < len(found) and found[last + 1] and joined(last, last + 1):
        last += 1
    return last - first + 1


def placed(stretch, mean):
    """The values with gaps as not-a-number, the side of the mean of each, and what counts as equal."""
    x = np.array([np.nan if v is None else v for v in stretch], dtype=float)
    slack = ON_THE_LINE * max(1.0, float(np.nanmax(np.abs(x))))
    with np.errstate(invalid="ignore"):
        side = np.where(x > mean + slack, 1, np.where(x < mean - slack, -1, 0)).astype(float)
    side[np.isnan(x)] = np.nan
    return x, side, slack


def marks(stretch, mean, average, lower, upper, trial):
    """The four rules on one stretch, in order of precedence: outside, trend, two of three, shift."""
    x, side, slack = placed(stretch, mean)
    with np.errstate(invalid="ignore"):
        outside = (x > upper + slack) | (x < lower - slack)
        reach = 2.66 * average * 2 / 3
        beyond = (np.abs(x - mean) > reach + slack) & ~outside
    possible = bool(trial or average <= 0)
    answer = [None] * len(x)

    def put(index, pattern, points, way):
        if answer[index] is None:
            answer[index] = [pattern, points, "up" if way > 0 else "down", possible]

    for i in np.flatnonzero(outside):
        put(i, "outside", 0, side[i])
    if not trial:
        rising = all_of_window(x, 7, lambda w: bool((np.diff(w) > 0).all()))
        falling = all_of_window(x, 7, lambda w: bool((np.diff(w) < 0).all()))
        runs = []
        for way, found in ((1, rising), (-1, falling)):
            for i in np.flatnonzero(found):
                points = longest_around(found, i, lambda a, b, way=way: (x[b] - x[a]) * way > 0)
                runs.append((i, way, points))
        # A point where one trend turns into the other belongs to the one it completed.
        for i, way, points in sorted(runs, key=lambda run: (run[0], not ends(x, run[0], run[1]))):
            put(i, "trend", points, way)
    for start in range(len(x) - 2):
        w = slice(start, start + 3)
        same = not np.isnan(side[w]).any() and abs(side[w].sum()) == 3
        if same and beyond[w].sum() >= 2:
            for i in np.flatnonzero(beyond[w]) + start:
                put(i, "near", 0, side[i])
    if not trial:
        for way in (1, -1):
            found = all_of_window(side, 7, lambda w, way=way: bool((w == way).all()))
            for i in np.flatnonzero(found):
                put(i, "shift", longest_around(found, i, lambda _a, _b: True), way)
    return answer


def ends(x, index, way):
    """Whether a run in this direction comes to the point from before it."""
    return index > 0 and (x[index] - x[index - 1]) * way > 0


def chart(asked):
    """The stretches between the breaks a person has made, with limits and marks."""
    values = asked["values"]
    starts = [(0, None)] + asked["breaks"]
    if len(starts) > 1 and starts[1][0] == 0:
        starts = starts[1:]
    segments, found = [], []
    for (first, locked), (end, _) in zip(starts, starts[1:] + [(len(values), None)]):
        stretch = values[first:end]
        known = [v for v in stretch if v is not None]
        if len(known) < 6:
            evidence, lines = "too few", None
            found += [None] * len(stretch)
        else:
            evidence = "trial" if len(known) < 12 else "firm"
            size = 12 if locked is None else max(6, locked)
            lines = limits(known[:size], asked["screening"])
            found += marks(stretch, *lines, evidence == "trial")
        segments.append({"first": first, "end": end, "evidence": evidence, "limits": lines})
    return segments, found


def in_run(stretch, mean):
    """Which points belong to seven on one side of the mean, or to seven that rise or fall."""
    x, side, _ = placed(stretch, mean)
    found = np.zeros(len(x), dtype=bool)
    for way in (1, -1):
        found |= all_of_window(side, 7, lambda w, way=way: bool((w == way).all()))
        found |= all_of_window(x, 7, lambda w, way=way: bool((np.diff(w) * way > 0).all()))
    return found


def moved(asked, segment, stretch):
    """Whether the latest twelve observed values hold a run against firm limits (decision 0048): "within" the
    values that the limits are of, or "beyond" them."""
    if segment["evidence"] != "firm" or segment["limits"][1] <= 0:
        return None
    observed = [i for i, v in enumerate(stretch) if v is not None]
    found = in_run(stretch, segment["limits"][0])
    runs = [place for place, i in enumerate(observed) if found[i]]
    if not runs or runs[-1] < len(observed) - 12:
        return None
    locked = next((size for first, size in asked["breaks"] if first == segment["first"]), None)
    size = 12 if locked is None else max(6, locked)
    return "beyond" if runs[-1] >= size else "within"


def assurance(asked, segment, stretch, last_mark):
    """Making Data Count: the target against the limits, not against the last value. Decision 0048: only
    while the limits still tell of the values, and never against the latest twelve of them."""
    low, high = asked["target"].get("low"), asked["target"].get("high")
    if segment["evidence"] != "firm" or (low is None and high is None) or asked["desired"] == "neither":
        return "NotApplicable"
    mean, average, lower, upper = segment["limits"]
    if average <= 0:
        return "NotApplicable"
    if run := moved(asked, segment, stretch):
        return "Moved" if run == "beyond" else "NotApplicable"
    if last_mark is not None:
        return "NotApplicable"
    low = -math.inf if low is None else low
    high = math.inf if high is None else high
    latest = np.array([v for v in stretch if v is not None][-12:])
    met = (low <= latest) & (latest <= high)
    if (upper < low or lower > high) and not met.any():
        return "Never"
    return "Always" if low < lower and upper < high and met.all() else "Sometimes"


# --- Season: Lothian and Morry 1978, stable seasonality of X-11, F of at least 7 ---


def f_of_periods(table):
    """Two-way analysis of variance without interaction: periods (columns) beside years (rows)."""
    years, periods = table.shape
    grand, columns, rows = table.mean(), table.mean(axis=0), table.mean(axis=1)
    between = years * ((columns - grand) ** 2).sum() / (periods - 1)
    left = table - columns[None, :] - rows[:, None] + grand
    residual = (left**2).sum() / ((periods - 1) * (years - 1))
    size = max(np.abs(rows).max(), 1e-9)
    if np.abs(table - rows[:, None]).max() <= 1e-9 * size:
        return 0.0
    return between / residual if residual > 0 else math.inf


def whole_years(values, periods):
    """Whole years right before the end, newest last, six at most, none across a gap."""
    years, end = [], len(values)
    while end >= periods and len(years) < 6:
        year = values[end - periods : end]
        if any(v is None for v in year):
            break
        years.insert(0, year)
        end -= periods
    return years


def follows_season(stretch, periods):
    fewest = 2 if periods == 12 else 4 if 3 <= periods < 12 else None
    if fewest is None or not stretch or stretch[-1] is None:
        return False
    years = whole_years(stretch[:-1], periods)
    if len(years) < fewest:
        return False
    table = np.array(years, dtype=float)
    levels = table.mean(axis=1)
    slope = (levels[-1] - levels[0]) / ((len(years) - 1) * periods)
    straight = table - slope * np.arange(periods)[None, :]
    return bool(f_of_periods(table) > 7 and f_of_periods(straight) > 7)


# --- Forecast: Hahn and Meeker 1991, one more observation; and the limits of the chart ---


def student_95(freedom):
    """The two-sided 95 per cent point of Student's t, by Simpson's rule over its density."""
    front = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2))
    front /= math.sqrt(freedom * math.pi)

    def below(t):
        grid = np.linspace(0.0, t, 20001)
        density = front * (1 + grid**2 / freedom) ** (-(freedom + 1) / 2)
        return 0.5 + (t / 20000 / 3) * (
            density[0] + 4 * density[1:-1:2].sum() + 2 * density[2:-1:2].sum() + density[-1]
        )

    low, high = 0.0, 50.0
    for _ in range(60):
        low, high = (m, high) if below(m := (low + high) / 2) < 0.975 else (low, m)
    return (low + high) / 2


T95 = {freedom: student_95(freedom) for freedom in range(2, 6)}
T_OF_RANGES = {}


def student_of_ranges(many):
    """Student's t for a deviation from the mean of so many moving ranges of independent normal values:
    the variance of that mean is the sum of its covariances (Cryer and Ryan 1990), and an estimate that
    varies so much has so many degrees of freedom."""
    if many not in T_OF_RANGES:
        mean, alone = 2 / math.sqrt(math.pi), 2 - 4 / math.pi
        beside = 4 / math.pi * (math.sqrt(3) / 2 + math.pi / 12 - 1)
        apart = np.abs(np.subtract.outer(np.arange(many), np.arange(many)))
        variance = np.select([apart == 0, apart == 1], [alone, beside], 0.0).sum() / many**2
        T_OF_RANGES[many] = student_95(mean**2 / (2 * variance))
    return T_OF_RANGES[many]


def ranges_kept(baseline, screening):
    moving = np.abs(np.diff(np.asarray(baseline, dtype=float)))
    kept = moving[moving < 3.267 * moving.mean()]
    return len(kept) if screening and kept.size and kept.mean() > 0 else len(moving)


def odd_one(values, first):
    """Dixon's r10 = gap / range, 1953, with the range of all of them: above 5/6 for one value only. Where
    the others are equal there is nothing to measure it by, and only that is said."""
    known = {at: v for at, v in enumerate(values) if v is not None}
    for at, value in known.items():
        others = np.array([v for other, v in known.items() if other != at], dtype=float)
        if len(others) < 3:
            return None
        gap = max(value - others.max(), others.min() - value)
        width = others.max() - others.min()
        if gap > 0 and width == 0:
            return "VariedOnce"
        if gap > 5 * width and gap > 0:
            return f"OddValue {first + at}"
    return None


def forecast(asked, stretch, segment, season, last_mark, locked):
    periods, passed, by = asked["periods"], asked["passed"], asked["by"]
    if periods < 2 or passed == 0 or passed >= periods:
        return "NotUnderWay"
    if len(stretch) < passed:
        return "BegunAnew"
    this_year = stretch[len(stretch) - passed :]
    if any(v is None for v in this_year):
        return "Missing"
    left = periods - passed
    years = whole_years(stretch[: len(stretch) - passed], periods)
    if len(years) >= 3:
        table = np.array(years, dtype=float)
        if by == "latest":
            steps = table[:, -1] - table[:, passed - 1]
            start = this_year[-1]
        else:
            steps = table[:, passed:].mean(axis=1) - table[:, :passed].mean(axis=1)
            start = np.mean(this_year)
        rest = start + steps.mean()
        deviation = steps.std(ddof=1)
        rests = stretch[len(stretch) - passed - periods * len(years) :]
        if (odd := odd_one(rests, len(stretch) - len(rests))) is not None:
            return odd
        if deviation <= 1e-12 * np.abs(table).max():
            return "NeverVaries"
        reach = T95[len(years) - 1] * deviation * math.sqrt(1 + 1 / len(years))
        basis = len(years)
    else:
        if segment["evidence"] != "firm":
            return "TooFew"
        if season or last_mark is not None or moved(asked, segment, stretch):
            return "Changing"
        mean, average, *_ = segment["limits"]
        sigma = average / 1.128
        rests = stretch
        if (odd := odd_one(rests, 0)) is not None:
            return odd
        if sigma <= 0:
            return "NeverVaries"
        k = 1 if by == "latest" else left
        baseline = [v for v in stretch if v is not None][: 12 if locked is None else max(6, locked)]
        points = student_of_ranges(ranges_kept(baseline, asked["screening"]))
        rest, reach, basis = mean, points * sigma * math.sqrt(k + k * k / len(baseline)) / k, 0
    if by == "latest":
        whole = rest
    else:
        whole, reach = sum(this_year) + left * rest, left * reach
        if by == "mean":
            whole, reach = whole / periods, reach / periods
    if whole - reach < 0 and min(v for v in asked["values"] if v is not None) >= 0:
        return "BelowNought"
    return [whole, whole - reach, whole + reach, basis]


# --- Funnel: Spiegelhalter 2005, appendix A.1.1; Wilson 1927; Goldstein and Healy 1995 ---


def binomial_tails(n, share):
    """F(0..n), each term from its logarithm."""
    k = np.arange(n + 1)
    logs = np.array([math.lgamma(n + 1) - math.lgamma(i + 1) - math.lgamma(n - i + 1) for i in k])
    return np.cumsum(np.exp(logs + k * math.log(share) + (n - k) * math.log1p(-share)))


def binomial_limit(tails, n, p):
    r = int(np.argmax(tails >= p)) if (tails >= p).any() else n
    before = tails[r - 1] if r else 0.0
    alpha = (tails[r] - p) / (tails[r] - before) if tails[r] > before else 0.0
    return max(0.0, (r - alpha) / n)


def overdispersion(units, centre):
    """Section 4 of the same, as in FunnelPlotR: arcsine, a tenth winsorised at each end."""
    if len(units) < 10:
        return 0.0
    r, n = np.array(units, dtype=float).T
    s = 1 / (2 * np.sqrt(n))
    z = (np.arcsin(np.sqrt(r / n)) - math.asin(math.sqrt(centre))) / s
    z = np.clip(z, *np.quantile(z, [0.1, 0.9]))
    k, phi, w = len(units), (z**2).mean(), 1 / s**2
    if k * phi < k - 1:
        return 0.0
    return max(0.0, (k * phi - (k - 1)) / (w.sum() - (w**2).sum() / w.sum()))


def funnel(units):
    events, people = sum(r for r, _ in units), sum(n for _, n in units)
    if len(units) < 8 or events in (0, people):
        return None
    centre = events / people
    between = overdispersion(units, centre)
    bands, standings = [], []
    for r, n in units:
        if between > 0:
            middle, s = math.asin(math.sqrt(centre)), math.sqrt(1 / (4 * n) + between)
            at = [min(max(middle + z * s, 0), math.pi / 2) for z in (-Z998, -Z95, Z95, Z998)]
            band = [math.sin(a) ** 2 for a in at]
        else:
            tails = binomial_tails(n, centre)
            below, fewer = tails[r], tails[r - 1] if r > 0 else 0.0
            band = [binomial_limit(tails, n, p) for p in (0.001, 0.025, 0.975, 0.999)]
        bands.append(band)
        if between <= 0:
            # Whole numbers: so many or more, or so few or fewer, must be improbable themselves.
            standings.append(
                "differs up" if fewer > 0.999 else "differs down" if below < 0.001
                else "watch up" if fewer > 0.975 else "watch down" if below < 0.025
                else "usual"
            )
            continue
        y = r / n
        standings.append(
            "differs up" if y > band[3] + 1e-12 else "differs down" if y < band[0] - 1e-12
            else "watch up" if y > band[2] + 1e-12 else "watch down" if y < band[1] - 1e-12
            else "usual"
        )
    return {"centre": centre, "between": between, "bands": bands, "standings": standings}


def wilson(r, n, z=Z95):
    """The two shares at which the score test just does not reject r of n: the roots of
    (p̂ − p)² = z² p (1 − p) / n."""
    share = r / n
    roots = np.roots([1 + z * z / n, -(2 * share + z * z / n), share * share])
    low, high = sorted(root.real for root in roots)
    return [max(0.0, low), min(1.0, high)]


def normal_point(below):
    low, high = 0.0, 40.0
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if 0.5 * (1 + math.erf(middle / math.sqrt(2))) < below else (low, middle)
    return (low + high) / 2


def held(units):
    """Few units against all together: Wilson's intervals with the risk shared (Dunn 1961)."""
    if len(units) < 2:
        return None
    common = sum(r for r, _ in units) / sum(n for _, n in units)
    z = normal_point(1 - 0.05 / (2 * len(units)))

    def misses(r, n, points):
        low, high = wilson(r, n, points)
        return not low - 1e-12 <= common <= high + 1e-12

    standings = []
    for r, n in units:
        kind = "differs" if misses(r, n, z) else "watch" if misses(r, n, Z95) else "usual"
        way = "" if kind == "usual" else " up" if r / n > common else " down"
        standings.append(kind + way)
    return {"common": common, "intervals": [wilson(r, n, z) for r, n in units], "standings": standings}


def apart(units):
    if len(units) < 2:
        return None
    z = normal_point(1 - 0.025 / math.comb(len(units), 2)) / math.sqrt(2)
    spans = [wilson(r, n, z) for r, n in units]
    pairs = [(i, j) for i in range(len(units)) for j in range(len(units))]
    return [[i, j] for i, j in pairs if spans[i][0] > spans[j][1]]


# --- The made up ones ---


def some_series(rng):
    """A series such as municipalities have: noise, steps, trends, seasons, gaps, breaks, ties."""
    periods = int(rng.choice([1, 2, 3, 12]))
    many = int(rng.integers(0, 90 if periods == 12 else 40))
    level, spread = rng.uniform(-20, 200), rng.choice([0.0, 0.3, 2.0, 15.0])
    x = level + spread * rng.standard_normal(many)
    kind = rng.choice(["plain", "step", "trend", "season", "outliers", "drift"])
    at = np.arange(many)
    if kind == "step" and many:
        x[int(rng.integers(0, many)) :] += rng.uniform(-4, 4) * max(spread, 0.5)
    elif kind == "trend":
        x += at * rng.uniform(-1, 1) * max(spread, 0.5)
    elif kind == "season":
        x += 6 * max(spread, 0.5) * np.sin(2 * np.pi * at / max(periods, 2))
    elif kind == "outliers" and many:
        for i in rng.integers(0, many, size=3):
            x[i] += rng.uniform(-9, 9) * max(spread, 0.5)
    elif kind == "drift":
        x = level + np.cumsum(spread * rng.standard_normal(many))
    x = np.round(x, int(rng.choice([0, 1, 3])))
    gaps = rng.random(many) < rng.choice([0.0, 0.0, 0.05, 0.3])
    values = [None if gap else float(v) for v, gap in zip(x, gaps)]
    places = sorted({int(i) for i in rng.integers(0, many, size=int(rng.integers(0, 3)))}) if many else []
    breaks = [[i, None if rng.random() < 0.6 else int(rng.integers(6, 20))] for i in places]
    target = {}
    for end in ("low", "high"):
        if rng.random() < 0.4:
            target[end] = float(round(level + rng.uniform(-3, 3) * max(spread, 1), 2))
    if len(target) == 2 and target["low"] > target["high"]:
        target = {"low": target["high"], "high": target["low"]}
    return {
        "values": values, "breaks": breaks, "screening": bool(rng.random() < 0.7),
        "target": target, "periods": periods, "passed": int(rng.integers(0, periods + 1)),
        "by": str(rng.choice(["sum", "mean", "latest"])),
        "desired": str(rng.choice(["higher", "lower", "neither"], p=[0.45, 0.45, 0.1])),
    }


def some_units(rng):
    many = int(rng.integers(1, 40))
    centre, apart_by = rng.uniform(0.02, 0.98), rng.choice([0.0, 0.05, 0.2])
    units = []
    for _ in range(many):
        n = int(rng.integers(1, 600))
        share = min(max(centre + apart_by * rng.standard_normal(), 0.0), 1.0)
        units.append([int(rng.binomial(n, share)), n])
    return {"units": units}


# --- Holding them against each other ---


def same(one, other, path=""):
    """The first place where two answers differ, or None."""
    if isinstance(one, float) or isinstance(other, float):
        if not isinstance(one, (int, float)) or not isinstance(other, (int, float)):
            return f"{path}: {one} / {other}"
        close = math.isclose(one, other, rel_tol=1e-7, abs_tol=1e-7)
        return None if close else f"{path}: {one} / {other}"
    if isinstance(one, (list, tuple)) and isinstance(other, (list, tuple)):
        if len(one) != len(other):
            return f"{path}: {len(one)} / {len(other)} of them"
        return next((d for i, (a, b) in enumerate(zip(one, other)) if (d := same(a, b, f"{path}[{i}]"))), None)
    if isinstance(one, dict) and isinstance(other, dict):
        if one.keys() != other.keys():
            return f"{path}: {sorted(one)} / {sorted(other)}"
        return next((d for k in one if (d := same(one[k], other[k], f"{path}.{k}"))), None)
    return None if one == other else f"{path}: {one} / {other}"


def expected(asked):
    if "units" in asked:
        units = asked["units"]
        return {
            "funnel": funnel(units), "wilson": [wilson(*u) for u in units], "apart": apart(units),
            "held": held(units),
        }
    segments, found = chart(asked)
    last = segments[-1]
    stretch = asked["values"][last["first"] :]
    observed = bool(stretch) and stretch[-1] is not None
    season = follows_season(stretch, asked["periods"])
    last_mark = found[-1] if found else None
    sure = None
    if observed:
        sure = "NotApplicable" if season else assurance(asked, last, stretch, last_mark)
    locked = next((size for first, size in asked["breaks"] if first == last["first"]), None)
    ahead = forecast(asked, stretch, last, season, last_mark, locked)
    return {"segments": segments, "marks": found, "assurance": sure, "season": season, "forecast": ahead}


def published():
    """The worked examples that both readings must reproduce before they are held together."""
    data = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
    assert np.allclose(limits(data, True), (1.9444, 1.0, -0.7156, 4.6044), atol=5e-5)
    assert np.allclose(limits(data, False), (1.9444, 1.8824, -3.0626, 6.9515), atol=5e-5)
    assert np.allclose(wilson(81, 263), (0.2553, 0.3662), atol=5e-5)
    got = [binomial_limit(binomial_tails(20, 0.85), 20, p) for p in (0.001, 0.025, 0.975, 0.999)]
    assert np.allclose(got, (0.5348, 0.6534, 0.9677, 0.9987), atol=5e-5)
    exact = sum(Fraction(math.comb(20, i)) * Fraction(17, 20) ** i * Fraction(3, 20) ** (20 - i) for i in range(16))
    assert math.isclose(binomial_tails(20, 0.85)[15], float(exact), rel_tol=1e-12)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--series", type=int, default=5000)
    parser.add_argument("--units", type=int, default=1000, help="how many sets of org units")
    parser.add_argument("--seed", type=int, default=20260825)
    asked_for = parser.parse_args()
    published()
    rng = np.random.default_rng(asked_for.seed)
    asked = [some_series(rng) for _ in range(asked_for.series)]
    asked += [some_units(rng) for _ in range(asked_for.units)]
    command = ["cargo", "run", "--quiet", "-p", "domain", "--example", "read_series"]
    lines = "\n".join(json.dumps(one) for one in asked) + "\n"
    run = subprocess.run(command, input=lines, capture_output=True, text=True, cwd=ROOT, check=False)
    if run.returncode:
        sys.exit(run.stderr)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(answers) == len(asked), f"{len(answers)} answers to {len(asked)} questions"
    apart_at = []
    for number, (one, answer) in enumerate(zip(asked, answers)):
        difference = same(answer, expected(one))
        if difference:
            apart_at.append((number, difference))
    marked = sum(m is not None for a in answers for m in a.get("marks", []))
    foreseen = sum(isinstance(a.get("forecast"), list) for a in answers)
    print(f"seed {asked_for.seed}: {asked_for.series} series and {asked_for.units} sets of units")
    print(f"{marked} marks, {sum(a.get('season', False) for a in answers)} seasons, {foreseen} forecasts")
    print(f"{len(asked) - len(apart_at)} agree, {len(apart_at)} do not (application / NumPy)")
    for number, difference in apart_at[:20]:
        print(f"  {number}{difference}")
        print(f"    {json.dumps(asked[number])[:400]}")
    sys.exit(bool(apart_at))


if __name__ == "__main__":
    main()
