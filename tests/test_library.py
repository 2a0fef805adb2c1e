"""The library as users of Python meet it, with a small encoder; and what it says to bad input."""

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from corpus.article import StoreError
from index.centre import Centres
from index.encoder import EncoderError, Matrix
from index.lazy import LazyEncoder
from qa.conversations.conversation import Conversation
from qa.library import Library
from qa.question import QuestionError
from qa.settings import Settings
from tests.fakes import HashEncoder

MEETING = "青岚日报报道 5月6日，县长陆青禾主持召开防汛会议。副县长桑若谷出席会议。"
FERRY = "松岛轮渡公司宣布，新渡轮将于六月一日首航，票价二十元。"


class CountingEncoder(HashEncoder):
    """Counts the texts that it has encoded."""

    def __init__(self, dim: int = 64) -> None:
        super().__init__(dim)
        self.queries = 0
        self.passages = 0

    def encode_queries(self, texts: Sequence[str], language: str = "") -> Matrix:
        self.queries += len(texts)
        return super().encode_queries(texts, language)

    def encode_passages(self, texts: Sequence[str]) -> Matrix:
        self.passages += len(texts)
        return super().encode_passages(texts)


Open = Callable[..., Library]


@pytest.fixture
def encoder() -> CountingEncoder:
    return CountingEncoder()


@pytest.fixture
def open_here(tmp_path: Path, encoder: CountingEncoder) -> Iterator[Open]:
    opened: list[Library] = []

    def open_(path: Path = tmp_path / "library", *, dim: int = 0, **options: bool) -> Library:
        chosen = CountingEncoder(dim) if dim else encoder
        source = LazyEncoder(chosen.fingerprint, lambda: chosen, lambda _: Centres())
        opened.append(Library(path, source, Settings(), cross_encoder=None, **options))
        return opened[-1]

    yield open_
    for library in opened:
        library.close()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "meeting.txt").write_text(MEETING, encoding="utf-8")
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return folder


def test_what_is_added_is_found(open_here: Open, articles: Path) -> None:
    library = open_here()
    report = library.add([articles])
    assert [outcome.change for outcome in report.outcomes] == ["added", "added"]
    answer = library.ask("谁出席了会议？")
    assert "桑若谷出席会议" in answer.evidence[0].passage.text
    assert answer.complete


def test_evidence_tells_its_ranks_by_words_and_by_meaning(open_here: Open, articles: Path) -> None:
    library = open_here()
    library.add([articles])
    ferry, meeting = library.ask("新渡轮票价多少？", 2).evidence
    assert (ferry.by_words, ferry.by_meaning) == (1, 1)
    assert (meeting.by_words, meeting.by_meaning) == (None, 2)


def test_a_changed_file_replaces_its_old_self(open_here: Open, articles: Path) -> None:
    library = open_here()
    library.add([articles])
    (articles / "ferry.txt").write_text(FERRY.replace("二十元", "三十元"), encoding="utf-8")
    report = library.add([articles])
    assert (report.count("replaced"), report.count("unchanged")) == (1, 1)
    assert library.status().articles == 2
    texts = [evidence.passage.text for evidence in library.ask("票价多少").evidence]
    assert any("三十元" in text for text in texts)
    assert not any("二十元" in text for text in texts)


def test_an_unchanged_folder_encodes_nothing(
    open_here: Open, articles: Path, encoder: CountingEncoder
) -> None:
    library = open_here()
    library.add([articles])
    before = encoder.passages
    assert library.add([articles]).encoded == 0
    assert encoder.passages == before


def test_the_encoder_runs_once_a_question(
    open_here: Open, articles: Path, encoder: CountingEncoder
) -> None:
    library = open_here()
    library.add([articles])
    library.ask("票价多少？")
    assert encoder.queries == 1
    assert library.ask("1999年以前的票价多少？").evidence
    assert encoder.queries == 2  # though nothing was published before


def test_what_is_removed_is_not_found(open_here: Open, articles: Path) -> None:
    library = open_here()
    library.add([articles])
    (ferry,) = [article for article in library.articles() if "渡轮" in article.text]
    assert library.remove(ferry.id) == 1
    assert library.remove(ferry.id) == 0
    found = library.ask("渡轮票价").evidence
    assert found
    assert all("渡轮" not in e.passage.text for e in found)


def test_an_empty_library_answers_that_it_holds_nothing(open_here: Open) -> None:
    answer = open_here().ask("谁出席了会议？")
    assert (answer.evidence, answer.people, answer.confidence) == ((), (), 0.0)
    assert not answer.answered


@pytest.mark.parametrize("question", ["", "   ", "\n\t"])
def test_an_empty_question_is_refused(open_here: Open, question: str) -> None:
    with pytest.raises(QuestionError, match="empty"):
        open_here().ask(question)


def test_a_date_that_is_none_is_refused(open_here: Open) -> None:
    with pytest.raises(QuestionError, match=r"since: '7月' is no date; write it as 2023-07-01"):
        open_here().ask("谁？", since="7月")


@pytest.mark.parametrize(("k", "expected"), [(0, 0), (1, 1), (1000, 2)])
def test_k_over_the_size_gives_what_there_is(
    open_here: Open, articles: Path, k: int, expected: int
) -> None:
    library = open_here()
    library.add([articles])
    assert len(library.retrieve("会议", k=k)) == expected


def test_a_library_of_another_encoder_is_refused(open_here: Open, articles: Path) -> None:
    open_here().add([articles])
    with pytest.raises(StoreError, match=r"built with the encoder hash-64, not hash-32.*rebuild"):
        open_here(dim=32)


def test_a_library_of_another_encoder_can_be_rebuilt(open_here: Open, articles: Path) -> None:
    open_here().add([articles])
    library = open_here(dim=32, adopt=True)
    assert library.rebuild() == 2
    assert library.status().encoded == 2
    assert open_here(dim=32).ask("票价多少").complete
    with pytest.raises(StoreError, match="built with the encoder hash-32, not hash-64"):
        open_here()


def broken() -> HashEncoder:
    raise EncoderError("no encoder there")


def test_an_encoder_that_is_none_changes_nothing(
    open_here: Open, articles: Path, tmp_path: Path, encoder: CountingEncoder
) -> None:
    open_here().add([articles])
    source = LazyEncoder("none", broken, lambda _: Centres())
    with Library(tmp_path / "library", source, Settings(), adopt=True) as library:
        with pytest.raises(EncoderError):
            library.rebuild()
    encoded = encoder.passages
    assert open_here().add([articles]).encoded == 0
    assert encoder.passages == encoded


def test_a_new_library_is_not_bound_to_an_encoder_that_is_none(
    open_here: Open, articles: Path, tmp_path: Path
) -> None:
    source = LazyEncoder("none", broken, lambda _: Centres())
    with Library(tmp_path / "library", source, Settings()) as library:
        with pytest.raises(EncoderError):
            library.add([articles])
    assert open_here().add([articles]).encoded == 2


@pytest.mark.parametrize("k", [1, 5, 20])
def test_how_sure_an_answer_is_does_not_depend_on_how_much_is_shown(
    open_here: Open, tmp_path: Path, k: int
) -> None:
    days = [f"5月{day}日，渡轮公司公布第{day}号船票价{day}元。" for day in range(1, 20)]
    (tmp_path / "many.txt").write_text("\n\n".join(each * 9 for each in days), encoding="utf-8")
    library = open_here()
    library.add([tmp_path / "many.txt"])
    usual, other = library.ask("第7号船票价多少元？", 10), library.ask("第7号船票价多少元？", k)
    assert other.confidence == usual.confidence
    assert other.evidence[0] == usual.evidence[0]


def test_a_missing_path_is_named_and_stops_nothing(open_here: Open, articles: Path) -> None:
    report = open_here().add([articles / "nowhere", articles])
    assert [outcome.change for outcome in report.outcomes] == ["failed", "added", "added"]
    assert "nowhere" in report.failures[0].where


def test_one_bad_file_never_stops_the_others(open_here: Open, articles: Path) -> None:
    (articles / "a-empty.txt").write_bytes(b"")
    (articles / "b-binary.txt").write_bytes(bytes(range(256)) * 8)
    lines = [json.dumps({"id": "1", "text": "甲乙丙开会。"}), "{broken", json.dumps({"id": "2"})]
    (articles / "c-lines.jsonl").write_text("\n".join(lines), encoding="utf-8")
    report = open_here().add([articles])
    assert report.count("added") == 3
    assert [outcome.where.rsplit("/", 1)[1] for outcome in report.failures] == [
        "a-empty.txt",
        "b-binary.txt",
        "c-lines.jsonl:2",
        "c-lines.jsonl:3",
    ]
    assert all(outcome.reason for outcome in report.failures)


def test_a_read_only_library_answers_and_refuses_to_change(open_here: Open, articles: Path) -> None:
    open_here().add([articles])
    library = open_here(read_only=True)
    assert library.ask("票价多少").evidence
    (articles / "ferry.txt").write_text(FERRY * 2, encoding="utf-8")
    with pytest.raises(StoreError, match="reading alone"):
        library.add([articles])


def test_a_folder_that_cannot_be_made_is_named(open_here: Open, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be made"):
        open_here(tmp_path / "file" / "library")


def test_a_full_disk_loses_nothing(open_here: Open, articles: Path, tmp_path: Path) -> None:
    library = open_here()
    library.add([articles])
    with sqlite3.connect(tmp_path / "library" / "chuchu.db") as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    # each connection has its own limit: this is the one that this thread writes with
    library._store.database.rows(f"PRAGMA max_page_count = {pages}")
    (articles / "long.txt").write_text("长句子反复出现。" * 20_000, encoding="utf-8")
    with pytest.raises(StoreError, match="the disk is full; make room"):
        library.add([articles])
    assert library.status().articles == 2
    assert "桑若谷" in library.ask("谁出席了会议？").evidence[0].passage.text


def with_both(library: Library, file: Path) -> Library:
    """The library with the meeting and the ferry in it, from a file of both."""
    lines = [json.dumps({"text": text}, ensure_ascii=False) for text in (MEETING, FERRY)]
    file.write_text("\n".join(lines), encoding="utf-8")
    library.add([file])
    return library


def test_a_preview_is_what_words_find_and_needs_no_encoder(
    open_here: Open, encoder: CountingEncoder, tmp_path: Path
) -> None:
    library = with_both(open_here(), tmp_path / "news.jsonl")
    preview = library.preview(" 新渡轮票价多少？ ")
    assert encoder.queries == 0
    assert preview.question == "新渡轮票价多少？"
    first = preview.evidence[0]
    assert (first.rank, first.by_words, first.by_meaning) == (1, 1, None)
    assert "票价二十元" in first.passage.text
    assert {span.kind for span in first.spans} == {"match"}


def test_a_preview_is_narrowed_and_led_by_the_conversation_as_an_answer_is(
    open_here: Open, tmp_path: Path
) -> None:
    library = with_both(open_here(), tmp_path / "news.jsonl")
    ferry = next(a.id for a in library.articles() if a.text == FERRY)
    only = library.preview("谁主持防汛会议？", article=ferry)
    assert {each.passage.article_id for each in only.evidence} <= {ferry}
    answer = library.ask("谁主持防汛会议？")
    talk = Conversation().after(answer)
    assert talk.topic is not None
    assert library.preview("他说了什么？", conversation=talk).evidence[0].passage.text == MEETING


def test_an_empty_library_has_no_preview(open_here: Open) -> None:
    assert open_here().preview("票价多少？").evidence == ()
