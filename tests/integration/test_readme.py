"""What README shows must work as it stands there."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qa.settings import Settings
from tests.browser.pages import GRADIO_WARNINGS, served, small_library

ROOT = Path(__file__).parents[2]
OURS = "http://127.0.0.1:7860"
DOCUMENTS = [
    path.relative_to(ROOT)
    for part in (".", "docs", "benchmarks", "training", "index")
    for path in sorted((ROOT / part).glob("*.md" if part == "." else "**/*.md"))
]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_example_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    shutil.copytree(ROOT / "corpus" / "sample", tmp_path / "corpus" / "sample")
    monkeypatch.chdir(tmp_path)
    exec(compile(example, "README.md", "exec"), {})  # noqa: S102  it is our own README
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split() == ["陆衡舟", "省委副书记、省长"]


@pytest.fixture
def page(tmp_path: Path) -> Iterator[str]:
    with small_library(tmp_path / "library", Settings(threshold=0)) as library:
        library.add([ROOT / "corpus" / "sample"])
        with served(library, Settings(threshold=0)) as address:
            yield address.rstrip("/")


@pytest.mark.filterwarnings(*GRADIO_WARNINGS)
def test_the_example_for_other_programs_runs(page: str) -> None:
    (example,) = re.findall(r"```py\n(.*?)```", README, re.DOTALL)
    names: dict[str, Any] = {}
    exec(compile(example.replace(OURS, page), "README.md", "exec"), names)  # noqa: S102
    names["client"].close()
    assert names["answer"]["passages"][0]["source"] == "青岚日报"


@pytest.mark.filterwarnings(*GRADIO_WARNINGS)
@pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl on this machine")
def test_the_example_for_curl_runs(page: str) -> None:
    (example,) = re.findall(r"```sh\n(URL=.*?)```", README, re.DOTALL)
    ran = subprocess.run(
        ["bash", "-c", example.replace(OURS, page)], capture_output=True, text=True, check=True
    )
    event, data = ran.stdout.strip().split("\n")[-2:]
    assert event == "event: complete"
    assert "湿地" in json.loads(data.removeprefix("data: "))[0]["passages"][0]["text"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_whatever_a_document_links_to_is_there(document: Path) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)", text)
    targets = [
        ((ROOT / document).parent / path if path else ROOT / document, at) for path, at in links
    ]
    assert [(path, at) for path, at in targets if not path.exists()] == []
    assert [(path, at) for path, at in targets if at and at not in headings(path)] == []


def headings(document: Path) -> set[str]:
    """What links to the headings of a document are called, as GitHub calls them."""
    lines = re.findall(r"^#+ (.*)", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in lines}


def test_the_readmes_figures_of_quality_are_those_of_docs() -> None:
    told = (ROOT / "docs" / "QUALITY.md").read_text(encoding="utf-8").replace("../", "")
    rows = re.findall(r"^\|(?:.*\|){8}$", README, re.MULTILINE)
    assert len(rows) > 10
    assert [row for row in rows if row not in told] == []
