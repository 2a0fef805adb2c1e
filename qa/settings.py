"""The settings, each with its default, in one place; environment variables change them."""

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict


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

    model_config = SettingsConfigDict(env_prefix="CHUCHU_", frozen=True, extra="forbid")

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
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "CHUCHU_" + "_".join(str(part) for part in first["loc"]).upper()
        raise SettingsError(f"{name}: {first['msg']}, not {first['input']!r}") from error
