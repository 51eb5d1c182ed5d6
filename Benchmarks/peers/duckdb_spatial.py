"""A DuckDB connection with the spatial extension of the same version from PyPI."""

import pathlib

import duckdb
import duckdb_extension_spatial


def connected() -> duckdb.DuckDBPyConnection:
    folder = pathlib.Path(duckdb_extension_spatial.__file__).parent / "extensions"
    extension = next(folder.glob("*/spatial.duckdb_extension"))
    connection = duckdb.connect()
    connection.execute(f"LOAD '{extension}'")
    return connection
