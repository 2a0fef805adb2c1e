"""A build killed at any moment: nothing stored is lost, and what comes out is the same.

This file is a program too: it adds a folder to a library slowly, and prints a line for each step,
so that the tests can kill it at a step of their choice.
"""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus.article import Article, Passage
from corpus.store import Store
from corpus.vectors import VectorStore
from index import builder
from index.centre import Centres
from index.dense import DenseIndex
from index.encoder import Matrix
from index.hits import Hit
from index.lazy import LazyEncoder
from index.tokens import JiebaTokenizer
from qa.library import Library
from qa.settings import Settings
from tests.fakes import HashEncoder

ROOT = Path(__file__).parents[2]
ARTICLES = 14
BATCH = 6  # passages a commit, so that a small build has many
QUESTION = "七号渡轮的票价是多少？"


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class SlowEncoder(HashEncoder):
    """Counts the passages that it encodes, each of which takes a little."""

    def __init__(self, seconds: float = 0.0) -> None:
        super().__init__()
        self.passages = 0
        self._seconds = seconds

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        self.passages += len(texts)
        time.sleep(self._seconds * len(texts))
        return super().encode_passages(texts)


class SlowTokenizer(JiebaTokenizer):
    """Says each text that it cuts while the words are written."""

    def words(self, key: str) -> list[str]:
        say("word")
        time.sleep(0.001)
        return super().words(key)


def open_(folder: Path, encoder: SlowEncoder) -> Library:
    source = LazyEncoder(encoder.fingerprint, lambda: encoder, lambda _: Centres())
    return Library(folder, source, Settings())


def add_slowly(articles: Path, folder: Path) -> None:
    """Adds articles to a library, and says what is done when it is done."""
    save = DenseIndex.save

    def slow_save(index: DenseIndex, path: Path) -> None:
        say("save")
        save(index, path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builder, "_PASSAGES_A_COMMIT", BATCH)
        patch.setattr(DenseIndex, "save", slow_save)
        patch.setattr("qa.opened.JiebaTokenizer", SlowTokenizer)
        open_(folder, SlowEncoder(0.003)).add(
            [articles],
            on_outcome=lambda outcome: say("read"),
            on_encoded=lambda done, total: say(f"encoded {done}"),
        )
    say("end")


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for number in range(ARTICLES):
        record = {
            "id": f"r{number}",
            "title": f"{number}号渡轮首航",
            "published": f"2023-07-{number + 1:02}",
            "source": "松岛晚报" if number % 2 else "青岚日报",
            "text": "\n".join(
                f"{number}号渡轮第{part}天的票价是{number * part}元。" + "海面平静，乘客满座。" * 20
                for part in range(1, 4)
            ),
        }
        line = json.dumps(record, ensure_ascii=False)
        (folder / f"{number:02}.jsonl").write_text(line, encoding="utf-8")
    return folder


class State(NamedTuple):
    """All that a library holds, and how it ranks."""

    articles: list[Article]
    passages: list[Passage]
    vectors: list[list[float]]
    words: frozenset[str]
    hits: list[tuple[str, float]]


def state_of(library: Library) -> State:
    store = library._store
    ids = store.passage_ids()
    hits: Sequence[Hit] = library.retrieve(QUESTION, 50)
    return State(
        articles=list(library.articles()),
        passages=list(store.passages(ids)),
        vectors=library._vectors.rows(ids, HashEncoder().dim).tolist(),
        words=library._indexes.current().lexical.ids(),
        hits=[(hit.passage_id, round(hit.score, 5)) for hit in hits],
    )


@pytest.fixture(scope="module")
def undisturbed(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> State:
    with open_(tmp_path_factory.mktemp("undisturbed"), SlowEncoder()) as library:
        assert library.add([articles]).count("added") == ARTICLES
        return state_of(library)


class Stored(NamedTuple):
    """How many articles and vectors a library holds."""

    articles: int
    passages: int
    encoded: int


def killed(articles: Path, folder: Path, is_time: Callable[[list[str]], bool]) -> list[str]:
    """What a build had said when it was killed."""
    command = [sys.executable, "-m", "tests.integration.test_kill", str(articles), str(folder)]
    said: list[str] = []
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line.strip())
            if is_time(said):
                process.send_signal(signal.SIGKILL)
                break
    assert process.returncode == -signal.SIGKILL
    assert "end" not in said
    return said


def stored_in(folder: Path) -> Stored:
    store = Store(folder / "chuchu.db")
    encoded = VectorStore(store.database, HashEncoder().fingerprint).ids()
    stored = Stored(*store.counts(), len(encoded))
    store.database.close()
    return stored


def times(word: str, count: int) -> Callable[[list[str]], bool]:
    return lambda said: sum(line.split()[0] == word for line in said) == count


MOMENTS = {
    "reading": times("read", 9),
    "writing words": times("word", 40),
    "encoding": times("encoded", 4),
    "saving the dense index": times("save", 2),
}


@pytest.fixture(scope="module", autouse=True)
def _same_batches_and_one_dictionary() -> Iterator[None]:
    tokenizer = JiebaTokenizer()  # loads for a second: once is enough
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builder, "_PASSAGES_A_COMMIT", BATCH)
        patch.setattr("qa.opened.JiebaTokenizer", lambda: tokenizer)
        yield


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_killed_build_goes_on_and_ends_the_same(
    moment: str, articles: Path, undisturbed: State, tmp_path: Path
) -> None:
    said = killed(articles, tmp_path, MOMENTS[moment])
    before = stored_in(tmp_path)
    assert before.articles >= said.count("read")
    assert before.encoded >= max([0, *(int(x.split()[1]) for x in said if x[:3] == "enc")])

    encoder = SlowEncoder()
    with open_(tmp_path, encoder) as library:
        report = library.add([articles])
        assert report.count("unchanged") == before.articles
        assert report.count("added") == ARTICLES - before.articles
        total = library.status().passages
        assert encoder.passages == report.encoded == total - before.encoded
        assert state_of(library) == undisturbed


def test_a_build_killed_again_and_again_ends_the_same(
    articles: Path, undisturbed: State, tmp_path: Path
) -> None:
    for is_time in (times("read", 5), times("encoded", 3)):
        killed(articles, tmp_path, is_time)
    with open_(tmp_path, SlowEncoder()) as library:
        library.add([articles])
        assert state_of(library) == undisturbed


if __name__ == "__main__":
    add_slowly(Path(sys.argv[1]), Path(sys.argv[2]))
