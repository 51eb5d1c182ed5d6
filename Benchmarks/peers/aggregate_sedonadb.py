"""Files in, table out, with SedonaDB: areas through pyogrio, addresses through DataFusion's CSV reader."""

import pyarrow
import sedonadb

from question import answer, asked, quoted

question = asked()
session = sedonadb.connect()
session.read_pyogrio(question.areas).to_view("boundaries")
session.sql(
    f"CREATE EXTERNAL TABLE addresses STORED AS CSV LOCATION '{question.addresses}' "
    "OPTIONS ('format.has_header' 'true')"
).execute()
sums = "".join(f", sum(p.{quoted(column)})" for column in question.sums)
located = pyarrow.table(
    session.sql(
        f"""
        SELECT a.{quoted(question.key)} AS key, count(*) AS addresses{sums}
        FROM (SELECT *, ST_SetSRID(ST_Point({quoted(question.x)}, {quoted(question.y)}), 25832) AS p FROM addresses) p
        JOIN boundaries a ON ST_Within(p.p, a.wkb_geometry)
        GROUP BY a.{quoted(question.key)}
        """
    )
)
keys = pyarrow.table(session.sql(f"SELECT {quoted(question.key)} AS key FROM boundaries"))["key"].to_pylist()
found = {row[0]: row for row in zip(*(column.to_pylist() for column in located.columns))}
nothing = [0] * (1 + len(question.sums))
answer(question, [found.get(key, (key, *nothing)) for key in keys])
