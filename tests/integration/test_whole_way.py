"""From files to answers, with the real encoder and no network."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa import Library, StoreError, open_library

ROOT = Path(__file__).parents[2]
GLOSSED = ROOT / "tests" / "data" / "glossed" / "會議.txt"


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_library(tmp_path_factory.mktemp("sample")) as library:
        report = library.add([ROOT / "corpus" / "sample"])
        assert not report.failures
        yield library


@pytest.fixture(scope="module")
def glossed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with open_library(tmp_path_factory.mktemp("glossed")) as library:
        library.add([GLOSSED])
        yield library


def test_a_glossed_article_reads_clean(glossed: Library) -> None:
    (article,) = glossed.articles()
    assert article.title == "聞博遠出席"
    assert article.source == "澄江日報"
    assert article.published is None
    assert article.date_words == "7月9日"
    assert article.editor == "陶然"
    assert "(" not in article.text
    assert "陶然" not in article.text
    assert "柏承宇主持召開領導小組第一次會議并講話" in article.text


@pytest.mark.parametrize(
    "question", ["谁出席了会议？", "誰出席了會議？", "Who attended the meeting?"]
)
def test_the_paragraph_with_the_attendees_comes_first(glossed: Library, question: str) -> None:
    answer = glossed.ask(question)
    assert answer.evidence[0].passage.text.endswith("夏侯靜出席會議。")
    sentence = answer.evidence[0].passage.text[slice(*answer.evidence[0].sentence)]
    assert "聞博遠" in sentence


def test_every_quotation_leads_back_to_the_file(sample: Library) -> None:
    for evidence in sample.ask("谁主持了会议？", k=20).evidence:
        article = sample.article(evidence.passage.article_id)
        assert article is not None
        passage = evidence.passage
        assert article.text[passage.start : passage.end] == passage.text
        first, behind = article.clean.raw_span(passage.start, passage.end)
        raw = iter(article.raw[first:behind])
        assert all(character in raw for character in passage.text)  # in order


def test_adding_twice_changes_nothing(sample: Library) -> None:
    before = sample.status()
    report = sample.add([ROOT / "corpus" / "sample"])
    assert report.count("unchanged") == len(report.outcomes) == before.articles
    assert report.encoded == 0
    assert sample.status() == before


def test_k_over_the_size_gives_all_there_is(glossed: Library) -> None:
    assert len(glossed.retrieve("谁出席了会议？", k=1000)) == glossed.status().passages


def test_filters_narrow_before_ranking(sample: Library) -> None:
    hits = sample.ask("发生了什么？", k=50, source="云川晚报").evidence
    assert hits
    assert {hit.heading.source for hit in hits} == {"云川晚报"}


def test_the_command_line_prints_one_json_object(tmp_path: Path) -> None:
    library = ("--library", str(tmp_path / "library"))
    run = [sys.executable, "-m", "qa"]
    subprocess.run([*run, "add", str(GLOSSED), *library], check=True, cwd=ROOT)
    asked = subprocess.run(
        [*run, "ask", "谁出席了会议？", "--json", *library],
        check=True,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    (line,) = asked.stdout.splitlines()
    answer = json.loads(line)
    assert answer["question"] == "谁出席了会议？"
    assert answer["passages"][0]["text"].endswith("夏侯靜出席會議。")


def test_a_library_is_opened_with_the_encoder_that_it_was_built_with(tmp_path: Path) -> None:
    with open_library(tmp_path, encoder="fast") as made:
        fast = made.status().encoder
    with open_library(tmp_path) as again:
        assert again.status().encoder == fast
    with pytest.raises(StoreError, match="leave CHUCHU_ENCODER unset"):
        open_library(tmp_path, encoder="default")
