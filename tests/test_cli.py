"""The command line as scripts and people meet it: what it prints where, and how it ends."""

import inspect
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from errno import ENOSPC
from pathlib import Path
from shutil import copytree, unpack_archive
from types import ModuleType

import pytest
from typer.main import get_command
from typer.testing import CliRunner, Result

from index.centre import Centres
from index.encoder import Matrix
from index.lazy import LazyEncoder
from qa.cli.main import app
from qa.library import Library
from qa.settings import Settings, SettingsError
from tests.fakes import HashEncoder

ROOT = Path(__file__).parents[1]
MEETING = "县长陆青禾主持会议。副县长桑若谷出席会议。"
FERRY = "松岛轮渡公司宣布，新渡轮将于六月一日首航，票价二十元。"
COMMANDS = (
    *("add", "ask", "chat", "list", "remove", "status", "evaluate"),
    *("export", "backup", "rebuild", "serve"),
)

Run = Callable[..., Result]


class Opener:
    """Opens libraries with a small encoder; an answer's threshold can be set."""

    def __init__(self) -> None:
        self.threshold = 0.0
        self.dim = 64

    def __call__(self, path: Path, *, read_only: bool = False, adopt: bool = False) -> Library:
        encoder = HashEncoder(self.dim)
        source = LazyEncoder(encoder.fingerprint, lambda: encoder, lambda _: Centres())
        settings = Settings(threshold=self.threshold)
        return Library(path, source, settings, read_only=read_only, adopt=adopt)


@pytest.fixture
def opener() -> Opener:
    return Opener()


@pytest.fixture
def run(tmp_path: Path, opener: Opener) -> Run:
    """Runs a command on the library of this test."""

    def run_(*words: str) -> Result:
        library = ["--library", str(tmp_path / "library")]
        return CliRunner().invoke(app, [*words, *library], obj=opener)

    return run_


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    meeting = {"id": "r1", "title": "县里开防汛会", "published": "2024-05-06", "source": "青岚日报"}
    ferry = {"id": "r2", "title": "渡轮", "published": "2024-05-20", "source": "松岛晚报"}
    (folder / "meeting.jsonl").write_text(json.dumps({**meeting, "text": MEETING}))
    (folder / "ferry.jsonl").write_text(json.dumps({**ferry, "text": FERRY}))
    return folder


@pytest.fixture(scope="module")
def template(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    with Opener()(folder) as library:
        library.add([articles])
    return folder


@pytest.fixture
def filled(run: Run, template: Path, tmp_path: Path) -> Run:
    """Runs a command on a library that holds the articles."""
    copytree(template, tmp_path / "library")
    return run


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_add_says_what_it_did_and_shows_progress_on_stderr(run: Run, articles: Path) -> None:
    result = run("add", str(articles))
    assert result.exit_code == 0
    assert result.stdout == "2 added, 0 replaced, 0 unchanged; 2 passages encoded\n"
    assert "encoding: 100%" in result.stderr


def test_adding_the_same_again_says_that_nothing_changed(filled: Run, articles: Path) -> None:
    result = filled("add", str(articles))
    assert result.exit_code == 0
    assert result.stdout == "0 added, 0 replaced, 2 unchanged; 0 passages encoded\n"


def test_what_cannot_be_read_is_listed_and_the_rest_is_kept(
    run: Run, articles: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    result = run("add", str(articles), str(tmp_path / "empty.txt"), str(tmp_path / "missing"))
    assert result.exit_code == 1
    assert result.stdout.startswith("2 added, 0 replaced, 0 unchanged, 2 failed")
    assert re.search(r"empty\.txt: .+", result.stderr)
    assert re.search(r"missing: .+", result.stderr)


def test_add_as_json_prints_one_object_for_each_article(run: Run, articles: Path) -> None:
    result = run("add", str(articles), "--json")
    assert [line["change"] for line in lines(result)] == ["added", "added"]


def test_ask_shows_people_then_passages_with_the_best_sentence_marked(filled: Run) -> None:
    result = filled("ask", "谁出席了会议？", "-k", "1")
    assert result.exit_code == 0
    opening, passages = result.stdout.split("\n\n", 1)
    assert "桑若谷，副县长，出席 [1]" in opening
    assert re.search(r"\n有答案的把握 \d+%$", opening)
    assert passages.startswith("[1] 县里开防汛会  青岚日报 · 2024-05-06\n")
    assert "«副县长桑若谷出席会议。»" in passages
    assert "\x1b" not in result.stdout


def test_ask_as_json_prints_one_line(filled: Run) -> None:
    result = filled("ask", "会议讲了什么？", "--json")
    (record,) = lines(result)
    assert set(record) == {
        "id",
        "question",
        "answered",
        "passages",
        "confidence",
        "people",
        "short",
        "others",
        "carried",
        "since",
        "until",
        "complete",
    }
    assert record["answered"] is True
    assert result.stdout.count("\n") == 1


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("会议讲了什么？", "文章里没有说。"),
        ("會議講了什麼？", "文章裡沒有說。"),
        ("What was the meeting about?", "The articles do not say."),
        ("谁出席了会议？", "不确定文章里有没有说。\n找到了这些，但不一定是答案：\n陆青禾，"),
        ("誰出席了會議？", "不確定文章裡有沒有說。"),
        ("Who attended the meeting?", "Not sure that the articles say it."),
    ],
)
def test_an_unanswered_question_says_so_in_its_own_language(
    filled: Run, opener: Opener, question: str, opening: str
) -> None:
    opener.threshold = 1.0
    result = filled("ask", question)
    assert result.exit_code == 0
    assert result.stdout.startswith(opening)
    assert "\n[1] " in result.stdout


def test_a_timeline_has_one_line_for_each_day(filled: Run) -> None:
    result = filled("ask", "--timeline", "渡轮首航")
    assert result.stdout.splitlines()[0].startswith("2024-06-01  松岛轮渡公司宣布")
    (record,) = lines(filled("ask", "--timeline", "渡轮首航", "--json"))
    assert record["question"] == "渡轮首航"


def test_a_timeline_of_what_no_article_tells_begins_by_saying_so(
    filled: Run, opener: Opener
) -> None:
    opener.threshold = 1.0
    first, second, *_ = filled("ask", "--timeline", "渡轮首航").stdout.splitlines()
    assert (first, second) == ("文章里没有说。", "最接近的段落：")


def test_chat_carries_the_event_over_until_an_empty_line(
    filled: Run, opener: Opener, tmp_path: Path
) -> None:
    words = ["chat", "--json", "--library", str(tmp_path / "library")]
    said = "谁主持防汛会议？\n那他说了什么？\n\n那他说了什么？\n"
    result = CliRunner().invoke(app, words, obj=opener, input=said)
    first, second, third = lines(result)
    assert (first["carried"], third["carried"]) == (None, None)
    assert second["question"] == "那他说了什么？"
    carried = second["carried"]
    assert isinstance(carried, dict)
    assert (carried["article"], carried["names"]) == ("r1", ["陆青禾"])


def test_chat_outlives_a_line_that_cannot_be_asked(
    filled: Run, opener: Opener, tmp_path: Path
) -> None:
    words = ["chat", "--json", "--library", str(tmp_path / "library")]
    said = f"谁主持防汛会议？\n{'长' * 3000}\n？？\n那他说了什么？\n"
    result = CliRunner().invoke(app, words, obj=opener, input=said)
    assert [each["question"] for each in lines(result)] == ["谁主持防汛会议？", "那他说了什么？"]
    assert lines(result)[1]["carried"]
    assert len(result.stderr.splitlines()) == 2


def test_chat_says_what_it_carried_over(filled: Run, opener: Opener, tmp_path: Path) -> None:
    words = ["chat", "--library", str(tmp_path / "library")]
    said = "谁主持防汛会议？\n在哪里开的？\n"
    result = CliRunner().invoke(app, words, obj=opener, input=said)
    assert "延续上一问：县里开防汛会 · 2024-05-06\n" in result.stdout


def test_ask_keeps_to_source_and_days(filled: Run) -> None:
    def records(*options: str) -> list[object]:
        (answer,) = lines(filled("ask", "会议讲了什么？", "--json", *options))
        passages = answer["passages"]
        assert isinstance(passages, list)
        return [passage["article"] for passage in passages]

    assert records("--source", "松岛晚报") == ["r2"]
    assert records("--since", "2024-05-07") == ["r2"]
    assert "r2" not in records("--until", "2024-05-06")
    assert records("--article", "r2") == ["r2"]


def test_an_answer_says_what_its_question_s_dates_narrowed_it_to(filled: Run) -> None:
    result = filled("ask", "2024年5月10日以后新渡轮的票价是多少？")
    assert result.stdout.splitlines()[0] == "按问题里的日期：2024-05-10 起"


def test_asking_an_article_that_is_not_there(filled: Run) -> None:
    result = filled("ask", "谁？", "--article", "r9")
    assert result.exit_code == 2
    assert result.stderr == "没有哪篇文章的编号、记录名或地址是“r9”；编号可以用 `list` 查看。\n"


def test_list_shows_the_newest_first(filled: Run) -> None:
    first, second = filled("list").stdout.splitlines()
    assert first.split() == ["2024-05-20", "松岛晚报", "r2", "渡轮"]
    assert second.split() == ["2024-05-06", "青岚日报", "r1", "县里开防汛会"]


def test_list_as_json_within_days(filled: Run) -> None:
    (record,) = lines(filled("list", "--json", "--until", "2024-05-10"))
    assert record["published"] == "2024-05-06"
    assert filled("list", "--limit", "1", "--json").stdout.count("\n") == 1


def test_remove_takes_articles_away(filled: Run) -> None:
    result = filled("remove", "r2")
    assert (result.exit_code, result.stdout) == (0, "r2: 1 removed\n")
    assert len(filled("list").stdout.splitlines()) == 1


def test_what_failed_is_forgotten(filled: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no pdf")
    filled("add", str(broken))
    assert filled("remove", str(broken)).stdout == f"{broken}: 1 failures forgotten\n"
    (record,) = lines(filled("status", "--json"))
    assert record["failures"] == []


def test_removing_what_is_not_there_is_said(filled: Run) -> None:
    result = filled("remove", "r2", "r9", "--json")
    assert result.exit_code == 1
    assert [(each["article"], each["removed"]) for each in lines(result)] == [("r2", 1), ("r9", 0)]
    assert result.stderr.startswith("r9: there is no such article")


def test_status_for_people_and_for_scripts(filled: Run) -> None:
    assert "articles   2\npassages   2, all encoded\n" in filled("status").stdout
    (record,) = lines(filled("status", "--json"))
    assert record["articles"] == record["encoded"] == 2
    assert record["sources"] == {"青岚日报": 1, "松岛晚报": 1}


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    file = tmp_path / "q.jsonl"
    gold = {"article": "r2", "evidence": "新渡轮将于六月一日首航"}
    asked = {"question": "新渡轮何时首航？", "lang": "zh-Hans", "type": "when"}
    records = [
        {"id": "q1", **asked, "gold": [gold]},
        {"id": "q2", **asked, "answerable": False},
    ]
    file.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return file


def test_evaluate_prints_a_table(filled: Run, questions: Path) -> None:
    result = filled("evaluate", "--questions", str(questions))
    assert result.exit_code == 0
    head, first, *_ = result.stdout.splitlines()
    assert head.split()[:3] == ["questions", "evidence@1", "evidence@5"]
    assert first.split() == ["all", "1", *["100.0"] * 9]
    assert "asking: 100%" in result.stderr


def with_article(questions: Path, article: str) -> Path:
    """The questions with one more, which an article of that record answers."""
    asked = {"question": "灯塔何时重开？", "lang": "zh-Hans"}
    gold = {"article": article, "evidence": "灯塔五月重开"}
    record = json.dumps({"id": "q3", **asked, "gold": [gold]})
    questions.write_text(f"{questions.read_text(encoding='utf-8')}\n{record}", encoding="utf-8")
    return questions


def test_evaluate_says_whose_articles_are_not_held(filled: Run, questions: Path) -> None:
    result = filled("evaluate", "--questions", str(with_article(questions, "r9")))
    assert result.exit_code == 0
    assert "all " in result.stdout
    told = "the articles of 1 of 2 answerable questions are not in the library; the first is q3, of"
    assert f"q.jsonl: {told} article r9; add them" in result.stderr


def test_evaluating_without_any_of_the_articles_is_an_error(
    filled: Run, questions: Path, tmp_path: Path
) -> None:
    assert filled("remove", "r2").exit_code == 0
    out = tmp_path / "run.jsonl"
    result = filled("evaluate", "--questions", str(questions), "--run", str(out))
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the articles of 1 of 1 answerable questions are not in" in result.stderr
    assert not out.exists()


def test_evaluate_writes_the_answers_to_every_question(
    filled: Run, questions: Path, tmp_path: Path
) -> None:
    out = tmp_path / "run.jsonl"
    result = filled("evaluate", "--questions", str(questions), "--run", str(out), "--json")
    (figures,) = lines(result)
    assert figures["questions"] == 2
    written = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [record["id"] for record in written] == ["q1", "q2"]
    assert written[0]["passages"][0]["article"] == "r2"


def test_a_run_file_that_cannot_be_written(filled: Run, questions: Path, tmp_path: Path) -> None:
    out = tmp_path / "no" / "run.jsonl"
    result = filled("evaluate", "--questions", str(questions), "--run", str(out))
    assert result.exit_code == 2
    assert "run.jsonl: No such file or directory" in result.stderr


def test_export_prints_what_add_reads(filled: Run, tmp_path: Path) -> None:
    records = [json.loads(line) for line in filled("export").stdout.splitlines()]
    assert {record["text"] for record in records} == {MEETING, FERRY}
    assert filled("export", "--out", str(tmp_path / "all.jsonl")).stdout == ""
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == records


def test_a_backup_unpacks_to_a_library(filled: Run, tmp_path: Path) -> None:
    assert filled("backup", str(tmp_path / "copy.zip")).exit_code == 0
    unpack_archive(tmp_path / "copy.zip", tmp_path / "library-copy")
    assert (tmp_path / "library-copy" / "chuchu.db").is_file()


def test_a_backup_that_fails_leaves_the_last_one(
    filled: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = tmp_path / "copy.zip"
    assert filled("backup", str(copy)).exit_code == 0
    before = copy.read_bytes()

    def full(*_: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr("qa.export.zipfile.ZipFile.write", full)
    result = filled("backup", str(copy))
    assert result.exit_code == 2
    assert "copy.zip: cannot be written (No space left on device); make room" in result.stderr
    assert copy.read_bytes() == before
    assert not list(tmp_path.glob("tmp*"))


def test_a_backup_into_no_folder_says_what_to_name(filled: Run, tmp_path: Path) -> None:
    result = filled("backup", str(tmp_path / "no" / "copy.zip"))
    assert result.exit_code == 2
    assert "cannot be written (No such file or directory); name a file" in result.stderr


@pytest.mark.parametrize("name", ["copy.txt", "copy"])
def test_a_backup_under_another_name_replaces_nothing(
    filled: Run, tmp_path: Path, name: str
) -> None:
    file = tmp_path / name
    file.write_text("柳塘公园开园", encoding="utf-8")
    result = filled("backup", str(file))
    assert (result.exit_code, result.stderr) == (
        2,
        f"{file}: a copy is a ZIP file; call it copy.zip\n",
    )
    assert file.read_text(encoding="utf-8") == "柳塘公园开园"


def test_an_export_that_cannot_be_written_names_its_option(filled: Run, tmp_path: Path) -> None:
    result = filled("export", "--out", str(tmp_path / "no" / "all.jsonl"))
    assert result.exit_code == 2
    assert "--out" in result.stderr


def test_rebuild_leaves_what_is_encoded(filled: Run) -> None:
    assert filled("rebuild").stdout == "0 passages encoded\n"


def test_rebuild_encodes_anew_for_another_encoder(filled: Run, opener: Opener) -> None:
    opener.dim = 32
    assert filled("rebuild").stdout == "2 passages encoded\n"
    assert filled("ask", "会议讲了什么？").exit_code == 0


def page_with(serve: Callable[..., object]) -> ModuleType:
    page = ModuleType("app")
    vars(page)["serve"] = serve
    return page


def test_serve_hands_its_options_to_the_page(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given: list[object] = []
    page = page_with(lambda library, **options: given.extend([library, options]))
    monkeypatch.setitem(sys.modules, "app", page)
    result = run("serve", "--port", "8000", "--auth", "me:secret", "--read-only")
    assert result.exit_code == 0
    assert given == [
        tmp_path / "library",
        {
            "host": "127.0.0.1",
            "port": 8000,
            "auth": "me:secret",
            "read_only": True,
            "root_path": "",
        },
    ]


def test_a_port_that_is_taken_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(library: Path, **options: object) -> None:
        raise SettingsError("127.0.0.1:7860 is taken; choose another --port")

    monkeypatch.setitem(sys.modules, "app", page_with(taken))
    result = run("serve")
    assert result.exit_code == 2
    assert result.stderr == "127.0.0.1:7860 is taken; choose another --port\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["ask", " "], "the question is empty"),
        (["ask", "谁？", "-k", "0"], "Invalid value for '-k'"),
        (["ask", "谁？", "--since", "last week"], "write it as 2023-07-01"),
        (["ask"], "Missing argument 'QUESTION'"),
        (["evaluate", "--questions", "missing.jsonl"], "missing.jsonl: does not exist; check"),
        (["serve", "--auth", "secret"], "NAME:PASSWORD"),
        (["fetch"], "No such command 'fetch'"),
    ],
)
def test_wrong_usage_is_two_and_says_why(filled: Run, words: list[str], message: str) -> None:
    result = filled(*words)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("words", [["ask", "谁？"], ["list"], ["remove", "a"], ["status"]])
def test_no_library_is_made_by_asking(run: Run, tmp_path: Path, words: list[str]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert "there is no library here" in result.stderr
    assert not (tmp_path / "library").exists()


def test_a_library_of_another_encoder_is_refused(filled: Run, opener: Opener) -> None:
    opener.dim = 32
    result = filled("ask", "谁？")
    assert result.exit_code == 2
    assert "hash-64" in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_setting_that_cannot_be(filled: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHUCHU_PORT", "door")
    result = filled("serve")
    assert result.exit_code == 2
    assert result.stderr.startswith("CHUCHU_PORT: ")


def test_a_root_path_without_its_slash_is_refused(filled: Run) -> None:
    result = filled("serve", "--root-path", "chuchu")
    assert result.exit_code == 2
    assert "write it as /chuchu" in result.stderr


def test_an_interruption_is_one_sentence(articles: Path, tmp_path: Path) -> None:
    def interrupted(path: Path, *, read_only: bool = False, adopt: bool = False) -> Library:
        raise KeyboardInterrupt

    words = ["add", str(articles), "--library", str(tmp_path / "library")]
    result = CliRunner().invoke(app, words, obj=interrupted)
    assert result.exit_code == 130
    assert result.stderr.startswith("interrupted;")


def test_the_library_may_stand_before_the_command(
    filled: Run, opener: Opener, tmp_path: Path
) -> None:
    words = ["--library", str(tmp_path / "library"), "list"]
    assert len(CliRunner().invoke(app, words, obj=opener).stdout.splitlines()) == 2


def test_more_passages_than_there_are_can_be_asked_for(filled: Run) -> None:
    (record,) = lines(filled("ask", "会议讲了什么？", "-k", "9999", "--json"))
    passages = record["passages"]
    assert isinstance(passages, list)
    assert len(passages) == 2


def commands() -> dict[str, object]:
    return dict(vars(get_command(app))["commands"])


def test_these_are_the_commands() -> None:
    assert tuple(commands()) == COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_and_option_says_what_it_is_for(name: str) -> None:
    command = vars(commands()[name])
    assert command["help"]
    assert "Exit codes: 0 done;" in command["epilog"]
    for parameter in command["params"]:
        assert vars(parameter)["help"], (name, parameter)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_named_in_the_readme(name: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"\b(?:chuchu|-m qa) {name}\b", readme)


def test_commands_are_short() -> None:
    """Whoever adds a command keeps it so: what it does belongs into the library."""
    functions = [command.callback for command in app.registered_commands]
    assert all(len(inspect.getsource(f).splitlines()) < 50 for f in functions if f is not None)


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
        timeout=60,
    )


def test_help_waits_for_nothing_heavy() -> None:
    heavy = {"torch", "sentence_transformers", "gradio", "sklearn", "onnxruntime", "jieba", "app"}
    done = python("-c", f"import sys, qa.cli.main; print({heavy!r} & set(sys.modules))")
    assert done.stdout.strip() == b"set()"


def test_output_is_utf_8_whatever_the_locale_says() -> None:
    done = python("-m", "qa", "ask", "--help", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert "«" in done.stdout.decode("utf-8")


def test_a_question_is_utf_8_whatever_the_locale_says() -> None:
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    script = "import qa.cli.options; print(ascii(qa.cli.options.typed(__import__('sys').argv[1])))"
    assert python("-c", script, "谁？", **ascii_only).stdout.strip() == b"'\\u8c01\\uff1f'"


@pytest.mark.parametrize("way", ["--json", "--timeline", "-k1"])
def test_a_misspelt_source_is_told_in_the_questions_language(filled: Run, way: str) -> None:
    result = filled("ask", "会议讲了什么？", "--source", "松岛", way)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == "没有“松岛”这个来源；最接近的有：松岛晚报、青岚日报。\n"
    english = filled("ask", "What was said?", "--source", "松岛", way)
    assert english.stderr == "there is no source 松岛; the nearest are: 松岛晚报、青岚日报\n"


def test_filters_that_no_article_fits_are_no_silence_of_the_articles(filled: Run) -> None:
    late = ("--since", "2030-01-01")
    assert filled("ask", "会议讲了什么？", *late).stdout == "筛选范围内什么也没有找到。\n"
    timeline = filled("ask", "會議講了什麼？", *late, "--timeline")
    assert timeline.stdout == "篩選範圍內什麼也沒有找到。\n"


def test_within_filters_no_more_articles_are_called_silent(filled: Run, opener: Opener) -> None:
    opener.threshold = 1.0
    result = filled("ask", "会议讲了什么？", "--source", "松岛晚报")
    assert result.stdout.startswith("筛选范围内的文章没有说。")


def test_an_empty_library_is_said_to_be_empty(run: Run, tmp_path: Path) -> None:
    with Opener()(tmp_path / "library"):
        pass
    assert run("ask", "会议讲了什么？").stdout == "文章库还是空的。\n"
    assert run("ask", "会议", "--timeline").stdout == "文章库还是空的。\n"


def test_a_library_that_is_still_being_encoded_is_not_said_to_be_empty(
    run: Run, opener: Opener, articles: Path, tmp_path: Path
) -> None:
    class Interrupted(HashEncoder):
        def encode_passages(self, texts: Sequence[str]) -> Matrix:
            raise KeyboardInterrupt

    encoder = Interrupted(opener.dim)
    source = LazyEncoder(encoder.fingerprint, lambda: encoder, lambda _: Centres())
    library = Library(tmp_path / "library", source, Settings())
    with library, suppress(KeyboardInterrupt):
        library.add([articles])
    result = run("ask", "魑魅魍魉？")
    assert result.stdout == "什么也没有找到。\n"
    assert "only words were searched" in result.stderr
    assert run("ask", "魑魅魍魉？", "--timeline").stdout == "什么也没有找到。\n"


def test_a_source_that_no_article_has_is_no_empty_list(filled: Run) -> None:
    result = filled("list", "--source", "松岛")
    assert result.exit_code == 2
    assert result.stderr == "there is no source 松岛; the nearest are: 松岛晚报、青岚日报\n"


def test_a_question_of_several_words_needs_no_quotation_marks(filled: Run) -> None:
    (record,) = lines(filled("ask", "What", "did", "the", "meeting", "say?", "--json"))
    assert record["question"] == "What did the meeting say?"


def test_a_folder_without_files_is_no_silence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert "no file was found" in run("add", str(tmp_path / "empty")).stderr


def test_a_folder_that_is_meant_to_be_empty_is_no_surprise(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("add", str(tmp_path / "empty"), "--sync", "--emptied")
    assert "no file was found" not in result.stderr


def test_the_list_of_commands_is_not_cut_off() -> None:
    listed = CliRunner().invoke(app, ["--help"]).stdout.partition("Commands:")[2]
    assert listed
    assert "..." not in listed


def test_the_module_is_the_program() -> None:
    assert b"Usage: python -m qa" in python("-m", "qa", "--help").stdout
