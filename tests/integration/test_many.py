"""Twenty programs ask at once while articles are taken in with the real encoder."""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from qa.library import Library, open_library
from qa.settings import Settings
from tests.browser.pages import GRADIO_WARNINGS, connected, served

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

PLACES = (
    *("芦湾", "竹溪", "菱塘", "柳塘", "苇泽", "云岭", "鹤沙", "枫桥", "杏林", "梅浦"),
    *("松坪", "槐荫", "荷塘", "榆关", "桂洲", "兰渚", "葛岭", "茶山", "藕池", "棠村"),
)
WORKS = ("大桥", "书屋", "水厂", "茶市", "医院")
NEW = 30  # articles that are taken in meanwhile


def article(number: int) -> dict[str, str]:
    place, work = PLACES[number % len(PLACES)], WORKS[number % len(WORKS)]
    text = f"{place}镇{work}昨日启用，总投资{number + 3}亿元，{place}镇居民前来参观。"
    return {"id": f"a{number}", "title": f"{place}镇{work}启用", "text": text}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    lines = [json.dumps(article(number)) for number in range(len(PLACES))]
    (tmp_path / "old.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with open_library(tmp_path / "library") as opened:
        opened.add([tmp_path / "old.jsonl"])
        yield opened


def ask(address: str, number: int, taking: Any) -> list[str]:  # noqa: ANN401  a gradio job
    """The first article of each answer to one question, asked until the taking in is over."""
    question = f"{PLACES[number]}镇的{WORKS[number % len(WORKS)]}投资多少？"
    found: list[str] = []
    with connected(address) as client:
        while not found or not taking.done():
            found.append(client.predict(question, k=1, api_name="/ask")["passages"][0]["article"])
    return found


def test_twenty_ask_while_articles_are_taken_in_and_all_get_their_answer(library: Library) -> None:
    new = [{"text": f"第{n}号渔船昨日回到鹭洲港。" * 12, "id": f"b{n}"} for n in range(NEW)]
    numbers = range(len(PLACES))
    with served(library, Settings()) as address, connected(address) as client:
        taking = client.submit(articles=new, api_name="/add")
        with ThreadPoolExecutor(len(PLACES)) as threads:
            found = list(threads.map(lambda number: ask(address, number, taking), numbers))
        added = taking.result()
    assert [set(each) for each in found] == [{f"a{number}"} for number in numbers]
    assert [outcome["change"] for outcome in added["outcomes"]] == ["added"] * NEW
    assert library.status().encoded == library.status().passages
