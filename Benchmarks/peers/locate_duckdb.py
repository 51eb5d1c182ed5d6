"""Locating and summing alone, data in memory: DuckDB's spatial join, which builds its R-tree inside the query."""

from duckdb_spatial import connected
from question import answer, asked, quoted, timed

question = asked()
connection = connected()
columns = ", ".join(quoted(column) for column in question.sums)
sums = "".join(f", sum(p.{quoted(column)})" for column in question.sums)
connection.execute(
    f"CREATE TABLE areas AS SELECT {quoted(question.key)} AS key, geom FROM ST_Read(?)", [question.areas]
)
connection.execute(
    f"""
    CREATE TABLE points AS
    SELECT ST_Point({quoted(question.x)}, {quoted(question.y)}) AS point, {columns} FROM read_csv(?)
    """,
    [question.addresses],
)
found: list[tuple] = []


def look_up() -> None:
    found[:] = connection.execute(
        f"""
        SELECT a.key, count(*) AS addresses{sums}
        FROM points p JOIN areas a ON ST_Within(p.point, a.geom) GROUP BY a.key
        """
    ).fetchall()


timed("DuckDB", lambda: None, look_up)
keys = {row[0] for row in found}
empty = [key for (key,) in connection.execute("SELECT key FROM areas").fetchall() if key not in keys]
answer(question, found + [(key, *[0] * (1 + len(question.sums))) for key in empty])
