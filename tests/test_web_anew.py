"""What is drawn anew when the library changes: never the answers, of which one may be on its way."""

from pathlib import Path

import gradio as gr
import pytest

from qa.library import Library
from qa.messages.catalogue import texts
from qa.web.anew import answers_drawer, filler
from qa.web.listing import View
from tests.shelves import open_library, write
