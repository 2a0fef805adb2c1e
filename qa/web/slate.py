"""What tells a question that is still being answered that all before it has been cleared."""


class Slate:
    """What a visitor's questions and answers stand on; whoever clears them takes a new one.

    A question is given the answers that stood there when it was asked. By its slate, which changes
    while it is being answered, it knows whether they still do.
    """

    def __init__(self) -> None:
        self._is_wiped = False

    @property
    def is_wiped(self) -> bool:
        """Whether what stood on it has been cleared."""
        return self._is_wiped

    def wiped(self) -> "Slate":
        """A new one, after this one has been wiped."""
        self._is_wiped = True
        return Slate()
