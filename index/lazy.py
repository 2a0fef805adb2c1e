"""An encoder that is named at once and loaded only when the first text is to be encoded."""

from collections.abc import Callable
from threading import Lock

from index.centre import Centres, open_centres
from index.encoder import Encoder, fingerprint_of, open_encoder
from index.encoder_folder import cache_folder


class LazyEncoder:
    """Knows an encoder's fingerprint at once; loading it, which takes seconds, waits.

    Args:
        fingerprint: The encoder's fingerprint.
        load: Makes the encoder; called once.
        centres: Its mean question vectors; called once, with the encoder.
    """

    def __init__(
        self,
        fingerprint: str,
        load: Callable[[], Encoder],
        centres: Callable[[Encoder], Centres],
    ) -> None:
        self.fingerprint = fingerprint
        self._load = load
        self._measure = centres
        self._lock = Lock()
        self._encoder: Encoder | None = None
        self._centres: Centres | None = None

    def open(self) -> Encoder:
        """The encoder; the first call loads it."""
        with self._lock:
            if self._encoder is None:
                self._encoder = self._load()
            return self._encoder

    def dim(self) -> int:
        """The number of columns of its vectors; the first call loads it."""
        return self.open().dim

    def centres(self) -> Centres:
        """The mean vectors of questions, by language; the first call may measure them."""
        encoder = self.open()
        with self._lock:
            if self._centres is None:
                self._centres = self._measure(encoder)
            return self._centres


def lazy_encoder(name: str) -> LazyEncoder:
    """The encoder of that name (see `index.encoder.open_encoder`), not loaded yet.

    Raises:
        EncoderError: There is no such encoder on this machine.
    """
    return LazyEncoder(
        fingerprint_of(name),
        load=lambda: open_encoder(name),
        centres=lambda encoder: open_centres(encoder, cache_folder()),
    )
