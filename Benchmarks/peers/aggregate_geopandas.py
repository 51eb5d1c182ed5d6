"""Files in, table out, with geopandas (GEOS through shapely, GDAL through pyogrio)."""

import geopandas
import pandas

from question import answer, asked

question = asked()
areas = geopandas.read_file(question.areas, columns=[question.key], use_arrow=True)
addresses = pandas.read_csv(
    question.addresses, usecols=[question.x, question.y, *question.sums], engine="pyarrow"
)
points = geopandas.GeoDataFrame(
    addresses[question.sums],
    geometry=geopandas.points_from_xy(addresses[question.x], addresses[question.y]),
    crs=areas.crs,
)
located = geopandas.sjoin(points, areas[["geometry"]], predicate="within")
groups = located.groupby("index_right")
table = groups[question.sums].sum()
table.insert(0, "addresses", groups.size())
table = table.reindex(range(len(areas)), fill_value=0)
answer(question, zip(areas[question.key], *(table[column] for column in table.columns)))
