"""Files in, table out, with DuckDB's spatial extension: its reader of GDAL, its CSV reader, its spatial join."""

from duckdb_spatial import connected
from question import answer, asked, quoted

question = asked()
sums = "".join(f", sum(p.{quoted(column)})" for column in question.sums)
columns = ", ".join(quoted(column) for column in [question.x, question.y, *question.sums])
connection = connected()
rows = connection.execute(
    f"""
    WITH areas AS (SELECT {quoted(question.key)} AS key, geom FROM ST_Read(?)),
         points AS (SELECT {columns}, ST_Point({quoted(question.x)}, {quoted(question.y)}) AS point FROM read_csv(?)),
         located AS (
             SELECT a.key, count(*) AS addresses{sums}
             FROM points p JOIN areas a ON ST_Within(p.point, a.geom) GROUP BY a.key)
    SELECT * FROM (SELECT key FROM areas) LEFT JOIN located USING (key)
    """,
    [question.areas, question.addresses],
).fetchall()
answer(question, [tuple(0 if value is None else value for value in row) for row in rows])
