"""Settings: what the environment says, and what it cannot say."""

import pytest

from qa.settings import SettingsError, read_settings


def test_the_environment_changes_a_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHUCHU_THRESHOLD", "0.9")
    assert read_settings().threshold == 0.9


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("CHUCHU_K", "500", "CHUCHU_K: must be less than or equal to 100, not '500'"),
        ("CHUCHU_PORT", "eighty", "CHUCHU_PORT: must be a valid integer, not 'eighty'"),
        (
            "CHUCHU_TRESHOLD",
            "0.9",
            "CHUCHU_TRESHOLD: there is no such setting; did you mean CHUCHU_THRESHOLD?",
        ),
    ],
)
def test_what_cannot_be_set_is_told(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str
) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert str(caught.value) == told


@pytest.mark.parametrize("name", ["CHUCHU_CACHE", "CHUCHU_AUTH", "CHUCHU_SOMETHING_ELSE"])
def test_others_variables_are_left_alone(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, "a:b")
    assert read_settings().k == 5
