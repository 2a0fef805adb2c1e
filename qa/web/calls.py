"""How a program's call becomes a method's: arguments checked, errors told, answers written out."""

from collections.abc import Callable, Sequence
from functools import wraps
from inspect import Parameter, signature
from typing import Concatenate, Final, ParamSpec, TypeVar

import gradio as gr
from pydantic import ConfigDict, ValidationError, validate_call

from qa.messages.catalogue import texts
from qa.question import QuestionError
from qa.records.lines import json_line
from qa.web.errors import one_sentence

_TOLD: Final = texts("en")  # what programs are told
_MCP: Final = "/gradio_api/mcp"
_REQUEST: Final = Parameter(  # Gradio gives it to whoever asks for it
    "request", Parameter.POSITIONAL_OR_KEYWORD, default=None, annotation=gr.Request
)

P = ParamSpec("P")
R = TypeVar("R")
Self = TypeVar("Self")


def served(method: Callable[Concatenate[Self, P], R]) -> Callable[Concatenate[Self, P], R]:
    """The method, its arguments checked, and whatever it raises told in one sentence."""
    checked = validate_call(config=ConfigDict(arbitrary_types_allowed=True))(method)

    @wraps(method)
    def call(self: Self, /, *args: P.args, **options: P.kwargs) -> R:
        with one_sentence(_TOLD, plain=True):
            try:
                return checked(self, *args, **options)
            except ValidationError as error:
                raise QuestionError(_wrong(list(signature(method).parameters), error)) from error

    return call


def written_out(tool: Callable[..., object]) -> Callable[..., object]:
    """The tool, its JSON written out where a model asks: Gradio would show it as Python."""

    @wraps(tool)
    def call(*given: object) -> object:
        *arguments, request = given
        record = tool(*arguments)
        address = str(getattr(request, "url", "")).partition("?")[0]
        return json_line(record) if _MCP in address else record

    named = [*signature(tool).parameters.values(), _REQUEST]
    call.__dict__["__signature__"] = signature(tool).replace(parameters=named)
    call.__annotations__ = {**tool.__annotations__, _REQUEST.name: gr.Request}
    return call


def _wrong(names: Sequence[str], error: ValidationError) -> str:
    """Which argument is wrong, and how: the first that is."""
    first = error.errors()[0]
    argument, *inside = first["loc"]
    name = names[argument] if isinstance(argument, int) else argument
    return f"{'.'.join(map(str, (name, *inside)))}: {first['msg']}"
