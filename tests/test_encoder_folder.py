import multiprocessing
import sys
from pathlib import Path

import pytest
from tokenizers import normalizers

from index import encoder_folder
from index.charmap import character_map
from index.encoder_folder import cache_folder, fingerprint, own_folder
from index.weights import EncoderError
from tests.test_weights import weights_file

RULES = (("Ａ", "A"), ("㎞", "km"), ("\u200b", " "), ("\x07", ""), ("𝟙", "1"), ("é", "E"))


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    source = tmp_path / "small.bin"
    source.write_bytes(weights_file())
    monkeypatch.setattr(encoder_folder, "find_weights", lambda: source)
    monkeypatch.setenv("CHUCHU_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_the_own_cache_folder_comes_first(cache: Path) -> None:
    assert cache_folder() == cache


def test_the_users_cache_folder_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CHUCHU_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    monkeypatch.setattr("sys.platform", "linux")
    assert cache_folder() == Path("/somewhere/chuchu")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    monkeypatch.setattr("sys.platform", "win32")
    assert cache_folder() == Path("/local/chuchu/cache")


def test_the_folder_is_written_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", logger=encoder_folder.__name__)
    first = own_folder()
    assert len(caplog.records) == 2
    assert own_folder() == first
    assert len(caplog.records) == 2


def test_a_folder_with_a_short_file_is_written_anew() -> None:
    folder = own_folder()
    tensors = folder / "model.safetensors"
    whole = tensors.read_bytes()
    tensors.write_bytes(whole[:-1])
    assert own_folder() == folder
    assert tensors.read_bytes() == whole


def test_nothing_unfinished_is_left(cache: Path) -> None:
    folder = own_folder()
    (folder / "config.json").unlink()
    own_folder()
    assert list(cache.iterdir()) == [folder]


def test_a_broken_source_leaves_no_folder(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "small.bin").write_bytes(weights_file()[:200])
    with pytest.raises(EncoderError, match="cut short"):
        own_folder()
    assert not list(cache.iterdir())


def test_two_processes_at_once_end_well(cache: Path) -> None:
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=own_folder) for _ in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * 4
    assert list(cache.iterdir()) == [own_folder()]


def test_a_place_that_cannot_be_written_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("CHUCHU_CACHE", str(tmp_path / "file"))
    with pytest.raises(EncoderError, match="name another folder in CHUCHU_CACHE"):
        own_folder()


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits are a Unix thing")
def test_a_full_disk_says_so_and_leaves_nothing(cache: Path) -> None:
    import resource
    import signal

    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, limits[1]))
    try:
        with pytest.raises(EncoderError, match="make room there"):
            own_folder()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert not list(cache.iterdir())


def test_the_fingerprint_follows_the_files() -> None:
    folder = own_folder()
    before = fingerprint(folder, "small")
    assert before.startswith("small-")
    assert fingerprint(folder, "small") == before
    (folder / "config.json").write_text("{}")
    assert fingerprint(folder, "small") != before


@pytest.mark.parametrize(
    ("text", "normal"),
    [("ＡＡ", "AA"), ("5㎞", "5km"), ("a\u200bb\x07c", "a bc"), ("𝟙é", "1E"), ("雨Ｂ", "雨Ｂ")],
)
def test_characters_are_replaced_by_the_rules(text: str, normal: str) -> None:
    assert normalizers.Precompiled(character_map(RULES)).normalize_str(text) == normal
