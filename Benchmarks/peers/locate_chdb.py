"""Locating and summing alone, data in memory: ClickHouse's polygon dictionary, in the process through chdb.

The dictionary keeps borders in single precision: half a metre at UTM northings. So all coordinates are first reduced
to the areas' corner, where it is some millimetres; a point that near a border may still land beside it.
"""

import json
import tempfile

import pyarrow
import pyarrow.parquet
from chdb.session import Session

from question import answer, asked, quoted, timed

question = asked()
with open(question.areas, encoding="utf-8") as file:
    features = json.load(file)["features"]
keys = [feature["properties"][question.key] for feature in features]
# An area is an array of polygons, a polygon an array of rings, a ring an array of points.
shapes = [
    feature["geometry"]["coordinates"]
    if feature["geometry"]["type"] == "MultiPolygon"
    else [feature["geometry"]["coordinates"]]
    for feature in features
]
west = min(point[0] for shape in shapes for polygon in shape for point in polygon[0])
south = min(point[1] for shape in shapes for polygon in shape for point in polygon[0])
shapes = [
    [[[[point[0] - west, point[1] - south] for point in ring] for ring in polygon] for polygon in shape]
    for shape in shapes
]
nested = pyarrow.list_(pyarrow.list_(pyarrow.list_(pyarrow.list_(pyarrow.float64()))))
table = pyarrow.table({"shape": pyarrow.array(shapes, nested), "number": pyarrow.array(range(len(keys)), "uint64")})

session = Session()
with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
    pyarrow.parquet.write_table(table, file.name)
    session.query("CREATE DATABASE city ENGINE = Atomic")
    session.query(
        "CREATE TABLE city.areas (shape Array(Array(Array(Array(Float64)))), number UInt64) ENGINE = Memory"
    )
    session.query(f"INSERT INTO city.areas SELECT shape, number FROM file('{file.name}', Parquet)")
session.query(
    """
    CREATE DICTIONARY city.located (shape Array(Array(Array(Array(Float64)))), number UInt64 DEFAULT 4294967295)
    PRIMARY KEY shape SOURCE(CLICKHOUSE(TABLE 'areas' DB 'city')) LAYOUT(POLYGON()) LIFETIME(0)
    """
)
columns = ", ".join(f"toInt64({quoted(column)}) AS {quoted(column)}" for column in question.sums)
session.query(
    f"""
    CREATE TABLE city.points ENGINE = Memory AS
    SELECT toFloat64({quoted(question.x)}) - {west} AS x, toFloat64({quoted(question.y)}) - {south} AS y, {columns}
    FROM file('{question.addresses}', CSVWithNames)
    """
)
sums = "".join(f", sum({quoted(column)})" for column in question.sums)
found: list[list[int]] = []


def look_up() -> None:
    text = session.query(
        f"""
        SELECT dictGet('city.located', 'number', (x, y)) AS number, count(){sums} FROM city.points GROUP BY number
        """,
        "CSV",
    )
    found[:] = [[int(value) for value in line.split(",")] for line in str(text).splitlines()]


timed("ClickHouse (chdb)", lambda: session.query("SYSTEM RELOAD DICTIONARY city.located"), look_up)
table = {key: [0] * (1 + len(question.sums)) for key in keys}
for number, *values in found:
    if number < len(keys):
        table[keys[number]] = values
answer(question, [(key, *values) for key, values in table.items()])
