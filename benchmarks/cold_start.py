"""How long a first answer takes from a cold start, and on what: python -m benchmarks.cold_start L.

Prints, in seconds, the parts of one answer inside a fresh process, then the whole command
``python -m qa ask`` several times over the library L, made beforehand.
"""

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence

from benchmarks.arguments import library

_QUESTION = "谁主持了会议？"
_TIMES = 5
_PARTS = f"""
import sys, time
began = time.perf_counter()
def part(name):
    global began
    now = time.perf_counter()
    print(f"{{name:28}} {{now - began:5.2f}}")
    began = now
from qa import open_library
part("imports")
library = open_library(sys.argv[1])
part("open the library")
library.encoder.open()
part("load the encoder (torch)")
library.ask({_QUESTION!r})
part("first answer (words, names)")
library.ask({_QUESTION!r})
part("second answer")
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the parts, then the median and the slowest of the whole command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", type=library, help="the library's folder")
    folder = str(parser.parse_args(arguments).library)
    subprocess.run([sys.executable, "-c", _PARTS, folder], check=True)  # noqa: S603
    command = [sys.executable, "-m", "qa", "ask", _QUESTION, "--library", folder]
    seconds = []
    for _ in range(_TIMES):
        began = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        seconds.append(time.perf_counter() - began)
    sys.stdout.write(
        f"python -m qa ask, {_TIMES} times: median {statistics.median(seconds):.2f},"
        f" slowest {max(seconds):.2f}\n"
    )


if __name__ == "__main__":
    main()
