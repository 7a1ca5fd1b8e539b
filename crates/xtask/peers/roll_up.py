"""Sums and counts of a file of values at three levels, by DuckDB and by Polars.

One JSON line for each engine: seconds on the wall and on the processor, groups, and a checksum for
each level that tells whether the same was computed. What is not installed says so.
"""

import json
import sys
import time

RUNS = 3
LEVELS = ("unit", "committee", "town")


def timed(work):
    wall, cpu = time.perf_counter(), time.process_time()
    done = work()
    return done, time.perf_counter() - wall, time.process_time() - cpu


def median(figures):
    return sorted(figures)[len(figures) // 2]


def told(engine, version, reads, rolls, levels):
    print(json.dumps({
        "engine": engine,
        "version": version,
        "read": median([wall for wall, _ in reads]),
        "read_cpu": median([cpu for _, cpu in reads]),
        "roll_up": median([wall for wall, _ in rolls]),
        "roll_up_cpu": median([cpu for _, cpu in rolls]),
        "groups": sum(groups for groups, _ in levels),
        "checksums": [str(checksum) for _, checksum in levels],
    }))


def duckdb_engine(path):
    import duckdb

    types = "{'measure': 'INTEGER', 'unit': 'INTEGER', 'committee': 'INTEGER', 'town': 'INTEGER', 'period': 'INTEGER', 'value': 'DOUBLE'}"
    reads, rolls = [], []
    for _ in range(RUNS):
        connection = duckdb.connect()
        _, wall, cpu = timed(lambda: connection.execute(
            f"create table rows as select * from read_csv(?, header = true, columns = {types})", [path]))
        reads.append((wall, cpu))
        _, wall, cpu = timed(lambda: connection.execute(
            "create table rolled as select measure, unit, committee, town, period, sum(value) as total, "
            "count(value) as known, count(*) as expected from rows group by grouping sets ("
            "(measure, unit, period), (measure, committee, period), (measure, town, period))"))
        rolls.append((wall, cpu))
    levels = []
    for level in LEVELS:
        levels.append(connection.execute(
            "select count(*), sum((coalesce(round(total * 1000), 0)::hugeint + 7 * known + 11 * expected)"
            f" * ((31 * measure + 7 * {level} + 3 * period) % 1009 + 1))"
            f" from rolled where {level} is not null").fetchone())
    told("DuckDB", duckdb.__version__, reads, rolls, levels)


def polars_engine(path):
    import polars as pl

    columns = ("measure", "unit", "committee", "town", "period")
    types = {**{column: pl.Int32 for column in columns}, "value": pl.Float64}
    reads, rolls = [], []
    for _ in range(RUNS):
        rows, wall, cpu = timed(lambda: pl.read_csv(path, schema=types))
        reads.append((wall, cpu))
        rolled, wall, cpu = timed(lambda: [
            rows.group_by("measure", level, "period").agg(
                pl.col("value").sum().alias("total"), pl.col("value").count().alias("known"),
                pl.len().alias("expected"))
            for level in LEVELS
        ])
        rolls.append((wall, cpu))
    levels = []
    for level, groups in zip(LEVELS, rolled):
        whole = 0
        for row in groups.iter_rows(named=True):
            weight = (31 * row["measure"] + 7 * row[level] + 3 * row["period"]) % 1009 + 1
            counted = 7 * row["known"] + 11 * row["expected"]
            whole += (round(row["total"] * 1000) + counted) * weight
        levels.append((groups.height, whole))
    told("Polars", pl.__version__, reads, rolls, levels)


for name, engine in (("DuckDB", duckdb_engine), ("Polars", polars_engine)):
    try:
        engine(sys.argv[1])
    except ModuleNotFoundError as missing:
        print(json.dumps({"engine": name, "missing": str(missing)}))
