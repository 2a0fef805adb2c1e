"""How soon the page is there and answers, and what it weighs: python -m benchmarks.page [LIBRARY].

Without a library, one of the sample articles is made. Each round starts the server and a real
Chromium anew: a visitor comes as soon as the page answers, asks at once, while the encoder is still
being loaded, asks again, and comes back. Times of the page are the browser's own.
"""

import argparse
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from playwright.sync_api import Browser, Page

from benchmarks.harness import command_line, note, say, spread, surroundings, table
from benchmarks.serving import serving
from qa import open_library
from tests.browser.pages import SAMPLE, browser, chromium

_QUESTIONS: Final = ("谁主持了青岚省的湿地保护工作会议？", "南汐跨海大桥全长多少公里？")
_PACKAGES: Final = ("gradio", "playwright", "torch")
# Notes when each selector is first seen, in milliseconds of the browser's clock, frame by frame.
_WATCH: Final = """(selectors) => {
  const from = performance.now();
  const seen = (window.seen = {});
  const look = () => {
    for (const [name, selector] of Object.entries(selectors)) {
      const found = document.querySelector(selector);
      if (!(name in seen) && found && found.getClientRects().length) {
        seen[name] = performance.now() - (window.from ?? from);
      }
    }
    requestAnimationFrame(look);
  };
  look();
}"""
_PAINTED: Final = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


@dataclass
class Round:
    """What one start of the server showed; seconds, kilobytes and numbers by what they are of."""

    found: dict[str, float] = field(default_factory=dict)
    strangers: list[str] = field(default_factory=list)


@dataclass
class Traffic:
    """What went over the wire since it was last asked."""

    kilobytes: float = 0.0
    requests: int = 0

    def taken(self, name: str) -> dict[str, float]:
        """The traffic by name; counted anew from here."""
        told = {f"{name}: {of}": number for of, number in asdict(self).items()}
        self.kilobytes, self.requests = 0.0, 0
        return told


def main() -> None:
    """Prints the medians of some rounds.

    Raises:
        SystemExit: There is no Chromium on this machine.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("library", nargs="?", type=Path, help="the library's folder")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured")
    options = parser.parse_args()
    program = chromium()
    if program is None:
        raise SystemExit("there is no Chromium on this machine: apt install chromium")
    with TemporaryDirectory() as folder, browser(program) as window:
        library = options.library or _sample(Path(folder) / "library")
        rounds = []
        for number in range(options.rounds):
            note(f"round {number + 1} of {options.rounds}")
            rounds.append(_round(library, window))
        about = f"{surroundings(_PACKAGES)}, Chromium {window.version}"
    say(f"`{command_line('benchmarks.page')}`\n\n{about}\n")
    names = dict.fromkeys(name for each in rounds for name in each.found)
    rows = []
    for name in names:
        numbers = [each.found[name] for each in rounds if name in each.found]
        rows.append((name, spread(numbers, 2), f"{len(numbers)} of {len(rounds)}"))
    say(table(("what", "median (least–most)", "rounds"), rows))
    strangers = sorted({each for one in rounds for each in one.strangers})
    say(f"\nRequests to other hosts: {', '.join(strangers) or 'none'}")


def _sample(folder: Path) -> Path:
    with open_library(folder) as library:
        library.add([SAMPLE])
    return folder


def _round(library: Path, window: Browser) -> Round:
    told = Round()
    with serving(library) as server:
        address = server.address
        told.found["server: seconds until it answers"] = server.seconds
        context = window.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
        page = context.new_page()
        traffic = _watched(page, address, told)
        told.found |= _visited(page, address, "first visit") | traffic.taken("first visit")
        told.found |= _asked(page, _QUESTIONS[0], "first question")
        told.found |= _asked(page, _QUESTIONS[1], "second question")
        traffic.taken("questions")
        told.found |= _visited(page, address, "next visit") | traffic.taken("next visit")
        context.close()
    return told


def _watched(page: Page, address: str, told: Round) -> Traffic:
    """Counts what goes over the wire, compressed as it is, and who else is asked."""
    traffic = Traffic()

    def ended(event: dict[str, Any]) -> None:
        traffic.kilobytes += event["encodedDataLength"] / 1024

    def asked(url: str) -> None:
        ours = url.startswith((address, "data:", "blob:"))
        traffic.requests += ours
        told.strangers += [] if ours else [url]

    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.on("Network.loadingFinished", ended)
    page.on("request", lambda request: asked(request.url))
    selectors = {"usable": "#examples button"}
    page.add_init_script(f"window.from = 0; ({_WATCH})({selectors!r})")
    return traffic


def _visited(page: Page, address: str, name: str) -> dict[str, float]:
    """Seconds from the beginning of the navigation."""
    page.goto(address)
    page.wait_for_function("window.seen && 'usable' in window.seen")
    painted, usable = page.evaluate(f"[{_PAINTED}, window.seen.usable]")
    return {
        f"{name}: seconds to the first paint": painted / 1000,
        f"{name}: seconds to question box and examples": usable / 1000,
    }


def _asked(page: Page, question: str, name: str) -> dict[str, float]:
    """Seconds from the Enter key."""
    page.locator("#question textarea").fill(question)
    turn = f'.turn[open][data-question="{question}"]'
    selectors = {"words": f"{turn} .provisional .card", "answer": f"{turn} .said"}
    page.evaluate(f"(selectors) => {{ delete window.from; ({_WATCH})(selectors); }}", selectors)
    page.locator("#question textarea").press("Enter")
    page.wait_for_function("'answer' in window.seen", timeout=60_000)
    seen: dict[str, float] = page.evaluate("window.seen")
    told = {"words": "what words find", "answer": "the answer"}
    return {f"{name}: seconds to {told[key]}": ms / 1000 for key, ms in sorted(seen.items())[::-1]}


if __name__ == "__main__":
    main()
