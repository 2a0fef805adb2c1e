"""The page for programs: gradio_client, plain HTTP as curl does it, and an MCP client."""

import asyncio
import base64
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from gradio_client import Client, handle_file
from gradio_client.exceptions import AppError
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, TextContent, Tool

from qa.library import Library
from qa.records.answers import answer_record
from qa.records.lines import json_line
from qa.settings import Settings
from tests.browser.pages import GRADIO_WARNINGS, connected, served, small_library

pytestmark = pytest.mark.filterwarnings(*GRADIO_WARNINGS)

SETTINGS = Settings(threshold=0)
NOTE = {
    "title": "柳塘公园开园",
    "source": "柳塘日报",
    "published": "2024-04-09",
    "text": "柳塘公园昨日开园，园长欧阳霁致辞。",
}
QUESTION = "柳塘公园谁致辞？"
TOOLS = {"/ask", "/retrieve", "/add", "/status"}


@pytest.fixture(scope="module")
def uploads(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("uploads")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADIO_TEMP_DIR", str(folder))
        patch.setenv("GRADIO_ANALYTICS_ENABLED", "False")
        yield folder


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, uploads: Path) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("api")
    (folder / "柳塘.jsonl").write_text(json.dumps(NOTE), encoding="utf-8")
    with small_library(folder / "library", SETTINGS) as opened:
        opened.add([folder / "柳塘.jsonl"])
        yield opened


@pytest.fixture(scope="module")
def address(library: Library) -> Iterator[str]:
    with served(library, SETTINGS) as where:
        yield where


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[Client]:
    with connected(address) as opened:
        yield opened


def post(address: str, body: bytes, **headers: str) -> tuple[int, Any]:
    """The status and the JSON of an answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    named.setdefault("Content-Type", "application/json")
    request = urllib.request.Request(address, body, named)  # noqa: S310  this machine only
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def called(address: str, tool: str, **headers: str) -> tuple[str, Any]:
    """The event and the data that a call ends with, fetched in two steps as with curl."""
    arguments = json.dumps(CALLS[tool]).encode()
    status, begun = post(f"{address}gradio_api/call/v2/{tool}", arguments, **headers)
    assert status == 200, begun
    where = f"{address}gradio_api/call/v2/{tool}/{begun['event_id']}"
    request = urllib.request.Request(where, headers=headers)  # noqa: S310
    with urllib.request.urlopen(request) as stream:  # noqa: S310
        event, data = stream.read().decode().strip().split("\n")[-2:]
    return event.removeprefix("event: "), json.loads(data.removeprefix("data: "))


CALLS: dict[str, dict[str, object]] = {
    "ask": {"question": QUESTION},
    "retrieve": {"question": QUESTION, "k": 1},
    "status": {},
}


def with_model(address: str, tool: str = "", **arguments: object) -> tuple[list[Tool], Any]:
    """What an MCP client sees: the tools, and the result of one of them where it is named."""

    async def session() -> tuple[list[Tool], Any]:
        mcp = f"{address}gradio_api/mcp/"
        async with (
            streamable_http_client(mcp) as (read, write, _),
            ClientSession(read, write) as opened,
        ):
            await opened.initialize()
            tools = (await opened.list_tools()).tools
            return tools, await opened.call_tool(tool, arguments) if tool else None

    # in a thread of its own: a browser that another test opened keeps a loop running in this one
    with ThreadPoolExecutor(1) as threads:
        return threads.submit(lambda: asyncio.run(session())).result()


def text_of(result: CallToolResult) -> str:
    (content,) = result.content
    assert isinstance(content, TextContent)
    return content.text


def basic(name_and_password: str) -> str:
    return "Basic " + base64.b64encode(name_and_password.encode()).decode()


def test_programs_see_four_tools_and_nothing_else_of_the_page(client: Client) -> None:
    described = client.view_api(return_format="dict", print_info=False)
    assert described["named_endpoints"].keys() == TOOLS
    assert described["unnamed_endpoints"] == {}


def test_what_a_tool_takes_is_typed_and_named(client: Client) -> None:
    described = client.view_api(return_format="dict", print_info=False)
    taken = described["named_endpoints"]["/ask"]["parameters"]
    assert [(each["parameter_name"], each["python_type"]["type"]) for each in taken] == [
        ("question", "str"),
        ("k", "None | int"),
        ("source", "str"),
        ("since", "str"),
        ("until", "str"),
        ("article", "str"),
    ]


def test_a_client_asks_and_gets_what_the_command_line_prints(
    client: Client, library: Library
) -> None:
    answer = client.predict(QUESTION, api_name="/ask")
    assert answer == json.loads(json_line(answer_record(library.ask(QUESTION))))
    assert answer["passages"][0]["title"] == "柳塘公园开园"
    assert "欧阳霁" in answer["passages"][0]["text"]


def test_passages_are_retrieved_with_what_their_article_is(client: Client) -> None:
    (passage,) = client.predict(QUESTION, k=1, api_name="/retrieve")
    assert passage.keys() == {
        *("article", "title", "source", "published", "start", "end", "text", "score")
    }
    assert (passage["source"], passage["published"]) == ("柳塘日报", "2024-04-09")


def test_filters_narrow_what_is_retrieved(client: Client) -> None:
    retrieve = "/retrieve"
    with pytest.raises(AppError, match="no source 别的报; the nearest are: 柳塘日报"):
        client.predict(QUESTION, source="别的报", api_name=retrieve)
    assert client.predict(QUESTION, since="2024-04-10", api_name=retrieve) == []
    (found,) = client.predict(QUESTION, until="2024-04-09", api_name=retrieve)
    assert client.predict(QUESTION, article=found["article"], api_name=retrieve) == [found]


def test_the_status_names_the_library_without_its_folders(client: Client, library: Library) -> None:
    status = client.predict(api_name="/status")
    assert status["library"] == "library"
    assert str(library.path.parent) not in json.dumps(status)
    assert status["sources"]["柳塘日报"] == 1


@pytest.mark.parametrize("tool", list(CALLS))
def test_curl_calls_by_name_and_reads_the_event_stream(address: str, tool: str) -> None:
    event, (record,) = called(address, tool)
    assert event == "complete"
    assert "柳塘" in json.dumps(record, ensure_ascii=False)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"question": " "}, "the question is empty"),
        ({"question": 3}, "question: Input should be a valid string"),
        ({"question": QUESTION, "k": 0}, "k: Input should be greater than or equal to 1"),
        ({"question": QUESTION, "since": "昨天"}, "昨天"),
        ({"question": QUESTION, "article": "<b>"}, "<b>: there is no such article"),
    ],
)
def test_what_is_wrong_is_one_sentence(
    client: Client, arguments: dict[str, object], sentence: str
) -> None:
    with pytest.raises(AppError) as told:
        client.predict(**arguments, api_name="/ask")
    assert sentence in told.value.message
    assert "\n" not in told.value.message


@pytest.mark.parametrize(
    ("path", "body", "status", "sentence"),
    [
        ("call/v2/forget", b"{}", 404, "there is no forget here; there are: ask, retrieve"),
        ("call/speak", b'{"data": ["en"]}', 404, "there is no speak here"),  # the page's own
        ("call/v2/ask", b"{}", 422, "No value provided for required argument: question"),
        ("call/v2/ask", b'{"query": ""}', 422, "Parameter `query` is not a valid key-word"),
    ],
)
def test_a_wrong_call_is_refused_with_one_sentence(
    address: str, path: str, body: bytes, status: int, sentence: str
) -> None:
    answered, said = post(f"{address}gradio_api/{path}", body)
    assert answered == status
    assert sentence in said["error"]


def test_articles_are_added_by_their_text_and_found(client: Client) -> None:
    article = {"text": "芦湾镇昨日通车，镇长司徒岚剪彩。", "title": "芦湾通车", "id": "lw-1"}
    added = client.predict(articles=[article], api_name="/add")
    (outcome,) = added["outcomes"]
    assert (outcome["where"], outcome["change"]) == ("api#lw-1", "added")
    assert added["encoded"] == 1
    again = client.predict(articles=[article], api_name="/add")
    assert again["outcomes"][0]["change"] == "unchanged"
    changed = client.predict(articles=[{**article, "text": "芦湾镇推迟通车。"}], api_name="/add")
    assert changed["outcomes"][0]["change"] == "replaced"
    (found,) = client.predict("芦湾镇怎么样？", k=1, api_name="/retrieve")
    assert found["text"].endswith("芦湾镇推迟通车。")


def test_an_article_without_text_is_named_and_stops_no_other(client: Client) -> None:
    articles = [{"title": "空"}, {"text": "苇泽乡丰收。", "title": "苇泽"}]
    failed, added = client.predict(articles=articles, api_name="/add")["outcomes"]
    assert failed["where"] == "articles.0"
    assert "no text" in failed["reason"]
    assert added["change"] == "added"


@pytest.mark.parametrize("url", ["/srv/news/a.txt", "upload:竹溪.txt", "javascript:alert(1)"])
def test_no_article_can_be_replaced_by_the_address_of_a_file(client: Client, url: str) -> None:
    added = client.predict(articles=[{"text": "冒名的文章。", "url": url}], api_name="/add")
    assert added["outcomes"][0]["change"] == "failed"
    assert "no web address" in added["outcomes"][0]["reason"]


def test_a_misspelt_field_of_an_article_is_refused(client: Client) -> None:
    with pytest.raises(AppError, match=r"articles\.0\.titel: Extra inputs are not permitted"):
        client.predict(articles=[{"text": "甲", "titel": "乙"}], api_name="/add")


def test_uploaded_files_are_added(client: Client, tmp_path: Path, uploads: Path) -> None:
    file = tmp_path / "竹溪.txt"
    file.write_text("竹溪村昨日办起书屋。", encoding="utf-8")
    added = client.predict(files=[handle_file(file)], api_name="/add")
    assert [each["where"] for each in added["outcomes"]] == ["竹溪.txt"]
    assert added["outcomes"][0]["change"] == "added"


@pytest.mark.parametrize("place", ["/etc/passwd", "library/chuchu.db", "../outside.txt", "a\0b"])
def test_no_path_of_the_server_can_be_added(
    client: Client, library: Library, uploads: Path, place: str
) -> None:
    (uploads.parent / "outside.txt").write_text("不该读到。", encoding="utf-8")
    named = str(library.path.parent / place if place.startswith("lib") else uploads / place)
    with pytest.raises(AppError, match="this is no uploaded file"):
        client.predict(files=[named], api_name="/add")


def test_a_link_out_of_the_uploads_is_not_followed(client: Client, uploads: Path) -> None:
    (uploads / "link.txt").symlink_to("/etc/passwd")
    with pytest.raises(AppError, match="this is no uploaded file"):
        client.predict(files=[str(uploads / "link.txt")], api_name="/add")


def test_adding_nothing_says_what_to_give(client: Client) -> None:
    with pytest.raises(AppError, match="nothing to add: give articles"):
        client.predict(api_name="/add")


def test_a_model_is_told_of_each_tool_when_to_use_it(address: str) -> None:
    tools, _ = with_model(address)
    assert {f"/{tool.name}" for tool in tools} == TOOLS
    for tool in tools:
        assert tool.description
        assert "Use this" in tool.description
        named = tool.inputSchema["properties"]
        assert all(each["description"] for each in named.values()), tool.name
    asked = next(tool for tool in tools if tool.name == "ask")
    assert asked.inputSchema["required"] == ["question"]


def test_a_model_asks_and_reads_json(address: str, library: Library) -> None:
    _, result = with_model(address, "ask", question=QUESTION)
    assert not result.isError
    assert text_of(result) == json_line(answer_record(library.ask(QUESTION)))


def test_a_model_adds(address: str) -> None:
    _, result = with_model(address, "add", articles=[{"text": "菱塘乡修桥。", "id": "lt"}])
    assert json.loads(text_of(result))["outcomes"][0]["change"] == "added"


def test_models_and_programs_may_add_at_the_same_time(
    address: str, client: Client, library: Library
) -> None:
    def add(number: int) -> str:
        articles = [{"text": f"{number}号船进港。" * 40, "id": f"s{number}-{n}"} for n in range(9)]
        if number % 2:
            said = client.predict(articles=articles, api_name="/add")
        else:
            said = json.loads(text_of(with_model(address, "add", articles=articles)[1]))
        return "".join(outcome["change"][0] for outcome in said["outcomes"])

    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(add, range(6))) == ["a" * 9] * 6
    assert library.status().encoded == library.status().passages


def test_what_is_too_large_is_refused(address: str) -> None:
    request = urllib.request.Request(  # noqa: S310  this machine only
        f"{address}gradio_api/call/v2/ask",
        b"{}",
        {"Content-Type": "application/json", "Content-Length": str(65 * 1024 * 1024)},
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request)  # noqa: S310
    assert refused.value.code == 413
    refused.value.close()


def test_a_model_reads_what_is_wrong_in_one_sentence(address: str) -> None:
    _, result = with_model(address, "ask", question=" ")
    assert result.isError
    assert text_of(result).startswith("the question is empty")


def test_a_read_only_page_adds_nothing(library: Library) -> None:
    with served(library, SETTINGS, read_only=True) as address:
        status, said = post(f"{address}gradio_api/call/v2/add", b"{}")
        assert (status, said["error"]) == (
            404,
            "there is no add here; there are: ask, retrieve, status",
        )
        assert post(f"{address}gradio_api/upload", b"")[0] == 403
        tools, _ = with_model(address)
        assert {f"/{tool.name}" for tool in tools} == TOOLS - {"/add"}


@pytest.fixture(scope="module")
def guarded(library: Library) -> Iterator[str]:
    with served(library, SETTINGS, auth="陶然:se:cret") as where:
        yield where


@pytest.mark.parametrize("given", ["", basic("陶然:wrong"), "Basic ???", "Basic ÿ", "Bearer x"])
@pytest.mark.parametrize("path", ["call/v2/status", "mcp/", "upload", "queue/join", "cancel"])
def test_without_the_password_programs_get_nothing(guarded: str, path: str, given: str) -> None:
    headers = {"Authorization": given} if given else {}
    status, said = post(f"{guarded}gradio_api/{path}", b"{}", **headers)
    assert status == 401
    assert said == {"error": "give the name and password that the server asks for"}


def test_a_browser_is_told_to_reload_in_every_language(guarded: str) -> None:
    status, said = post(f"{guarded}gradio_api/queue/join", b"{}", **{"Sec-Fetch-Mode": "cors"})
    assert status == 401
    for words in ("请重新载入本页", "請重新載入本頁", "Reload this page"):
        assert words in said["error"]


def test_with_the_password_curl_is_let_in(guarded: str) -> None:
    event, _ = called(guarded, "status", Authorization=basic("陶然:se:cret"))
    assert event == "complete"


def test_a_client_signs_in(guarded: str) -> None:
    with connected(guarded, auth=("陶然", "se:cret")) as client:
        assert client.predict(api_name="/status")["library"] == "library"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:7860", "[::"])
@pytest.mark.parametrize("path", ["gradio_api/call/v2/status", "gradio_api/mcp/"])
def test_under_another_name_nothing_is_answered(address: str, path: str, host: str) -> None:
    status, said = post(f"{address}{path}", b"{}", Host=host)
    assert status == 403
    assert "--root-path" in said["error"]


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_sites_page_sends_is_refused(address: str, site: str) -> None:
    status, said = post(f"{address}gradio_api/upload", b"", Sec_Fetch_Site=site)
    assert status == 403
    assert "another site" in said["error"]
