"""The settings, each with its default; environment variables change them."""

import os
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

_PREFIX: Final = "CHUCHU_"
_NEARLY: Final = 0.8  # how alike a misspelt name is, by `difflib`
# Read where they are used: where the default encoder is unpacked, and whom the page lets in.
_ELSEWHERE: Final = frozenset({"CACHE", "AUTH"})


class SettingsError(ValueError):
    """A setting has a value that it cannot have; the message names it."""


class Settings(BaseSettings):
    """Chuchu's settings. ``CHUCHU_LIBRARY`` sets ``library``, and so on.

    Attributes:
        library: The library's folder.
        encoder: "default", "fast", "exact", or any sentence-transformers name or folder; empty for
            that of ours which the library was built with, in a new library the default one.
        k: How many passages an answer shows.
        read: How many of the first passages are read beside the question at the most.
        threshold: The confidence from which a question counts as answered.
        host: The address that the web page binds to.
        port: The web page's port.
    """

    model_config = SettingsConfigDict(env_prefix=_PREFIX, env_ignore_empty=True, frozen=True)

    library: Path = Path("library")
    encoder: str = ""
    k: int = Field(default=5, ge=1, le=100)
    read: int = Field(default=3, ge=0, le=8)
    threshold: float = Field(default=0.3, ge=0, le=1)  # answers 95 % of the answerable on news
    host: str = "127.0.0.1"
    port: int = Field(default=7860, ge=1, le=65535)


def read_settings() -> Settings:
    """The settings, as the environment changes them.

    Raises:
        SettingsError: A variable has a value that it cannot have.
    """
    _refuse_misspelt(os.environ)
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = _PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        wanted = first["msg"].removeprefix("Input should be ").partition(",")[0]
        raise SettingsError(f"{name}: must be {wanted}, not {first['input']!r}") from error


def _refuse_misspelt(variables: Iterable[str]) -> None:
    """Refuses variables that are nearly called as a setting is: they would change nothing.

    Raises:
        SettingsError: There is one.
    """
    settings = {name.upper() for name in Settings.model_fields} | _ELSEWHERE
    upper = (name.upper() for name in variables)
    given = (name.removeprefix(_PREFIX) for name in upper if name.startswith(_PREFIX))
    for name in sorted(set(given) - settings):
        for meant in get_close_matches(name, settings, n=1, cutoff=_NEARLY):
            raise SettingsError(
                f"{_PREFIX}{name}: there is no such setting; did you mean {_PREFIX}{meant}?"
            )
