"""Who is let in, and with how much: passwords for programs too, no other site's forms, sizes."""

import base64
import ipaddress
import logging
import re
import secrets
from typing import Any, Final
from urllib.parse import urlsplit
from uuid import uuid4

from starlette.datastructures import Headers
from starlette.middleware.body_limit import RequestBodyLimitMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa.messages.catalogue import LANGUAGES, texts

logger = logging.getLogger(__name__)

_MB: Final = 1024 * 1024
_LARGEST_REQUEST: Final = 64 * _MB  # of JSON
LARGEST_UPLOAD: Final = 1024 * _MB  # of all files of one request
_CALL: Final = re.compile(r"/gradio_api/call/(?:v2/)?(\w+)/?$")
_OPEN: Final = "/gradio_api/startup-events"  # tells nothing; the server asks itself
_HARMLESS: Final = ("GET", "HEAD", "OPTIONS")
_OURS: Final = ("", "none", "same-origin")  # where a browser says that a request comes from
_REALM: Final = {"WWW-Authenticate": 'Basic realm="Chuchu", charset="UTF-8"'}
_SIGN_IN: Final = " / ".join(texts(each)["sign_in"] for _, each in LANGUAGES)
_NOT_LOCAL: Final = (
    "this page answers on its own machine alone, as http://127.0.0.1;"
    " behind a proxy, give `serve` the --root-path"
)


class Gate:
    """Lets requests in, or refuses them with one sentence.

    With a password, nothing that Gradio serves to programs is answered without it; Gradio itself
    leaves MCP open. Programs send it with every request (HTTP Basic), browsers sign in on
    Gradio's own page. What other sites' pages send is refused, and so is what is too large.

    Args:
        app: The application that answers.
        auth: ``NAME:PASSWORD``; nothing asks none.
        only_local: Answer only those who ask for this machine by its own name: a page elsewhere
            could lead its readers' browsers here under a name of its own (DNS rebinding).
    """

    def __init__(self, app: ASGIApp, auth: str = "", *, only_local: bool = False) -> None:
        self._app = app
        self._auth = auth
        self._only_local = only_local
        self._token = secrets.token_urlsafe()
        self._small = RequestBodyLimitMiddleware(app, max_body_size=_LARGEST_REQUEST)
        self._large = RequestBodyLimitMiddleware(app, max_body_size=LARGEST_UPLOAD)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal:
            await refusal(scope, receive, send)
        else:
            await self._let_in(scope, receive, send)

    def _refusal(self, scope: Scope) -> JSONResponse | None:
        headers, path = Headers(scope=scope), str(scope["path"])
        if self._only_local and not is_loopback(_host(headers)):
            return _refused(403, _NOT_LOCAL)
        if scope["method"] not in _HARMLESS and headers.get("sec-fetch-site", "") not in _OURS:
            return _refused(403, "this comes from another site's page; open Chuchu's own")
        if self._auth and self._knows(headers):
            _add_cookie(scope, self._signed_in(scope["app"]))
        elif self._auth and _is_for_programs(path) and not _is_signed_in(scope):
            return _unknown(headers)
        named, known = _CALL.search(path), _endpoints(scope["app"])
        if _is_upload(path) and "add" not in known:
            return _refused(403, "this library is read-only: nothing can be added")
        if named and named[1] not in known:
            return _refused(404, f"there is no {named[1]} here; there are: {', '.join(known)}")
        return None

    async def _let_in(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers; what the application itself cannot, is one sentence as well."""
        began = False

        async def note(message: Message) -> None:
            nonlocal began
            began = True
            await send(message)

        app = self._large if _is_upload(scope["path"]) else self._small
        try:
            await app(scope, receive, note)
        except Exception as error:
            if began or not _CALL.search(scope["path"]):
                raise
            await _failed(error)(scope, receive, send)

    def _knows(self, headers: Headers) -> bool:
        kind, _, given = headers.get("authorization", "").partition(" ")
        try:
            said = base64.b64decode(given, validate=True)
        except ValueError:  # no base64, or not even ASCII
            return False
        return kind.lower() == "basic" and secrets.compare_digest(said, self._auth.encode())

    def _signed_in(self, app: Any) -> str:  # noqa: ANN401  Gradio's application has no types
        """The cookie of somebody who is signed in."""
        app.tokens[self._token] = self._auth.partition(":")[0]
        return f"access-token-unsecure-{app.cookie_id}={self._token}"


def is_loopback(host: str) -> bool:
    """Whether only this machine can be reached by the name or address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _host(headers: Headers) -> str:
    """The name that is asked for, without the port; empty where it is none."""
    try:
        return urlsplit(f"//{headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def _is_upload(path: str) -> bool:
    return path.rstrip("/").endswith("/gradio_api/upload")


def _is_for_programs(path: str) -> bool:
    return "/gradio_api" in path and not path.endswith(_OPEN)


def _is_signed_in(scope: Scope) -> bool:
    app, cookies = scope["app"], Request(scope).cookies
    names = (f"access-token-{app.cookie_id}", f"access-token-unsecure-{app.cookie_id}")
    return any(cookies.get(name) in app.tokens for name in names)


def _add_cookie(scope: Scope, cookie: str) -> None:
    headers = [(name, value) for name, value in scope["headers"] if name != b"cookie"]
    scope["headers"] = [*headers, (b"cookie", cookie.encode())]


def _endpoints(app: Any) -> list[str]:  # noqa: ANN401
    """The names that programs may call."""
    served = app.get_blocks().fns.values()
    return [str(each.api_name) for each in served if each.api_visibility == "public"]


def _unknown(headers: Headers) -> JSONResponse:
    """What those are told who are not signed in; browsers have a page to sign in on."""
    if "sec-fetch-mode" in headers:
        return _refused(401, _SIGN_IN)
    return _refused(401, "give the name and password that the server asks for", _REALM)


def _failed(error: Exception) -> JSONResponse:
    if isinstance(error, TypeError) and "argument" in str(error):  # gradio checks the names so
        return _refused(422, str(error).partition(". Please")[0])
    reference = uuid4().hex[:8]
    logger.error("failed (reference %s): %s", reference, type(error).__name__, exc_info=error)
    return _refused(500, f"something went wrong (reference {reference}); the log has the rest")


def _refused(status: int, sentence: str, headers: dict[str, str] | None = None) -> JSONResponse:
    return JSONResponse({"error": sentence}, status, headers)
