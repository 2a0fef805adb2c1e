"""Text that was read in a wrong encoding before it was saved is refused; foreign words are not."""

import pytest

from corpus.article import ReadError
from corpus.reader.decode import decode
from corpus.reader.misread import MISREAD

SIMPLIFIED = "海州市3月5日启用三号码头，市长陈一舟出席启用仪式，这座码头长八百米，耗资两亿元。"
TRADITIONAL = "海州市3月5日啟用三號碼頭，市長陳一舟出席啟用儀式，這座碼頭長八百米，耗資兩億元。"


def as_windows_reads(data: bytes) -> str:
    read = (bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)
    return "".join(read)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_simplified_read_as_windows_1252(encoding: str) -> None:
    with pytest.raises(ReadError, match=MISREAD):
        decode(as_windows_reads(SIMPLIFIED.encode(encoding)).encode())


@pytest.mark.parametrize("encoding", ["utf-8", "big5hkscs", "gb18030"])
def test_traditional_read_as_windows_1252(encoding: str) -> None:
    with pytest.raises(ReadError, match=MISREAD):
        decode(as_windows_reads(TRADITIONAL.encode(encoding)).encode())


def test_chinese_read_as_latin_1() -> None:
    with pytest.raises(ReadError, match=MISREAD):
        decode(SIMPLIFIED.encode().decode("latin-1").encode())


def test_chinese_lost_between_two_encodings() -> None:
    lost = (
        SIMPLIFIED.encode("gb18030")
        .decode("utf-8", "replace")
        .encode()
        .decode("gb18030", "replace")
    )
    with pytest.raises(ReadError, match=MISREAD):
        decode(lost.encode())


@pytest.mark.parametrize(
    "text",
    [
        SIMPLIFIED,
        TRADITIONAL,
        "网页上的“锟斤拷”是编码出错的痕迹，“锟斤拷”三字由此得名。",
        f"{SIMPLIFIED * 9}“锟斤拷”是什么？“锟斤拷”是编码出错的痕迹，“锟斤拷”三字由此得名。",
        "Le Président a été reçu à l’Élysée : « c’est décidé », a-t-il déclaré après l’été.",
        "Über die Straße läuft ein großer Bär – ÄÖÜ äöü ß – und schläft für später.",
        "São Paulo é também coração econômico: ação, função, exceção, pão, não e então.",
        "Tiếng Việt được viết bằng chữ Latinh, có nhiều dấu ở trên và dưới nguyên âm.",
        "© 2024 Café Zoë — naïve façade, piñata, jalapeño, Ångström, Malmö, Tromsø.",
        "",
    ],
)
def test_text_in_any_language_is_read_as_it_stands(text: str) -> None:
    assert decode(text.encode()) == text
