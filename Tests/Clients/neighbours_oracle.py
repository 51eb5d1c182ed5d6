"""What libpysal and pygeoda say about the neighbours of a shapefile's areas: one JSON object.

    python neighbours_oracle.py FILE.shp KEYFIELD [--read FILE.gal|FILE.gwt ...]

`libpysal` and `pygeoda` hold for each kind (queen, rook, knn:4) the rows, key to the sorted keys of its neighbours.
`read` holds for each weights file the rows that libpysal reads from it, and `weights` the weights by both keys.
`pygeoda_reads` says how many areas and neighbours pygeoda finds in each GAL file.
"""

import argparse
import json
import warnings

warnings.filterwarnings("ignore")

import libpysal
import pygeoda
import pyogrio
from libpysal.weights import KNN, Queen, Rook


def rows(weights, keys: list[str]) -> dict[str, list[str]]:
    """The rows of libpysal's weights by key."""
    return {keys[one]: sorted(keys[other] for other in others) for one, others in weights.neighbors.items()}


def rows_of_pygeoda(weights, keys: list[str]) -> dict[str, list[str]]:
    """The rows of pygeoda's weights by key."""
    return {key: sorted(keys[other] for other in weights.get_neighbors(one)) for one, key in enumerate(keys)}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("key")
    parser.add_argument("--read", nargs="*", default=[])
    arguments = parser.parse_args()

    frame = pyogrio.read_dataframe(arguments.file)
    keys = [str(key) for key in frame[arguments.key]]
    geoda = pygeoda.open(arguments.file)
    answer = {
        "libpysal": {
            "queen": rows(Queen.from_dataframe(frame, use_index=False), keys),
            "rook": rows(Rook.from_dataframe(frame, use_index=False), keys),
            "knn:4": rows(KNN.from_dataframe(frame, k=4), keys),
        },
        "pygeoda": {
            "queen": rows_of_pygeoda(pygeoda.queen_weights(geoda), keys),
            "rook": rows_of_pygeoda(pygeoda.rook_weights(geoda), keys),
            "knn:4": rows_of_pygeoda(pygeoda.knn_weights(geoda, 4), keys),
        },
        "read": {},
        "weights": {},
        "pygeoda_reads": {},
    }
    for path in arguments.read:
        file = libpysal.io.open(path, "r")
        if path.endswith(".gal"):
            file.data_type = str
        weights = file.read()
        file.close()
        answer["read"][path] = {key: sorted(others) for key, others in weights.neighbors.items()}
        answer["weights"][path] = {
            key: dict(zip(weights.neighbors[key], weights.weights[key])) for key in weights.neighbors
        }
        if path.endswith(".gal"):
            read = pygeoda.read_gal(path, keys)
            answer["pygeoda_reads"][path] = {
                "areas": read.num_obs,
                "neighbours": sum(len(read.get_neighbors(one)) for one in range(read.num_obs)),
                "rows": rows_of_pygeoda(read, keys),
            }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
