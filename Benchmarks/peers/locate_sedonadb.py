"""Locating and summing alone, data in memory: SedonaDB's spatial join, which builds its index inside the query."""

import pyarrow
import sedonadb

from question import answer, asked, quoted, timed

question = asked()
session = sedonadb.connect()
columns = ", ".join(quoted(column) for column in question.sums)
sums = "".join(f", sum(p.{quoted(column)})" for column in question.sums)
session.read_pyogrio(question.areas).to_memtable().to_view("boundaries")
session.sql(
    f"CREATE EXTERNAL TABLE addresses STORED AS CSV LOCATION '{question.addresses}' "
    "OPTIONS ('format.has_header' 'true')"
).execute()
session.sql(
    f"""
    SELECT ST_SetSRID(ST_Point({quoted(question.x)}, {quoted(question.y)}), 25832) AS point, {columns} FROM addresses
    """
).to_memtable().to_view("points")
found: list[tuple] = []


def look_up() -> None:
    located = pyarrow.table(
        session.sql(
            f"""
            SELECT a.{quoted(question.key)} AS key, count(*) AS addresses{sums}
            FROM points p JOIN boundaries a ON ST_Within(p.point, a.wkb_geometry) GROUP BY a.{quoted(question.key)}
            """
        )
    )
    found[:] = zip(*(column.to_pylist() for column in located.columns))


timed("SedonaDB", lambda: None, look_up)
keys = {row[0] for row in found}
everything = pyarrow.table(session.sql(f"SELECT {quoted(question.key)} AS key FROM boundaries"))["key"].to_pylist()
answer(question, found + [(key, *[0] * (1 + len(question.sums))) for key in everything if key not in keys])
