"""What all peers are asked, and how they answer.

    python aggregate_duckdb.py AREAS.geojson ADDRESSES.csv KEYFIELD XCOL YCOL SUMCOL[,SUMCOL...] > table.csv

Columns of the address table are separated by commas, numbers have a decimal point. Out comes one row per area, sorted
by key: key, number of addresses, sum of each column. What a peer needs to be fast (Arrow, column lists, no second
copy) it gets; it writes the same table as `kleinraum aggregate`.
"""

import sys
import time
from typing import Callable, Iterable, NamedTuple


class Question(NamedTuple):
    areas: str
    addresses: str
    key: str
    x: str
    y: str
    sums: list[str]


def asked() -> Question:
    """The question of the command line."""
    if len(sys.argv) != 7:
        sys.exit(__doc__)
    areas, addresses, key, x, y, sums = sys.argv[1:]
    return Question(areas, addresses, key, x, y, sums.split(","))


def quoted(name: str) -> str:
    """A column name for SQL."""
    return '"' + name.replace('"', '""') + '"'


def answer(question: Question, rows: Iterable[tuple]) -> None:
    """Writes rows of key, addresses and sums, sorted by key."""
    lines = [",".join(["key", "addresses", *question.sums])]
    for key, *numbers in sorted(rows, key=lambda row: row[0].encode()):
        lines.append(",".join([key, *(str(int(number)) for number in numbers)]))
    sys.stdout.write("\n".join(lines) + "\n")


def timed(peer: str, prepare: Callable[[], None], look_up: Callable[[], object], runs: int = 5) -> None:
    """Prints seconds of index building and the best of some look-ups, each with its sums, to standard error."""
    start = time.perf_counter()
    prepare()
    index = time.perf_counter() - start
    lookups = []
    for _ in range(runs):
        start = time.perf_counter()
        look_up()
        lookups.append(time.perf_counter() - start)
    print(f"{peer} index {index:.3f} s, lookup and sum {min(lookups):.3f} s", file=sys.stderr)
