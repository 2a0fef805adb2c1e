"""What all tests share: the default encoder, an empty store, and no way out to the network."""

import ipaddress
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from corpus.store import Store
from index.encoder import Encoder, open_encoder

# no test asserts a time: on a busy machine an example may take what it takes
settings.register_profile("chuchu", deadline=None)
settings.load_profile("chuchu")

_connect = socket.socket.connect
_resolve = socket.getaddrinfo


def _is_local(host: object) -> bool:
    if not isinstance(host, str) or host in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback or host in ("0.0.0.0", "::")  # noqa: S104
    except ValueError:
        return False


def _connect_locally(self: socket.socket, address: object) -> None:
    inet = self.family in (socket.AF_INET, socket.AF_INET6)
    if inet and isinstance(address, tuple) and not _is_local(address[0]):
        raise RuntimeError(f"a test tried to reach {address[0]}: tests stay on this machine")
    _connect(self, address)  # type: ignore[arg-type]


def _resolve_locally(host: object, *arguments: object, **options: object) -> object:
    if not _is_local(host.decode() if isinstance(host, bytes) else host):
        raise RuntimeError(f"a test looked up {host!r}: tests stay on this machine")
    return _resolve(host, *arguments, **options)  # type: ignore[arg-type]


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", _connect_locally)
        patch.setattr(socket, "getaddrinfo", _resolve_locally)
        yield


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The default encoder with its real weights, from the user's own cache."""
    return open_encoder()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store without articles."""
    store = Store(tmp_path / "chuchu.db")
    yield store
    store.database.close()
