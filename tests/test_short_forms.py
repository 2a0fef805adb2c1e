"""Bodies by their short forms and in full; by hand."""

import pytest

from qa.text.short_forms import other_names


@pytest.mark.parametrize(
    ("key", "names"),
    [
        ("市发改委主任是谁?", "发展和改革委员会"),
        ("市发展和改革委员会价格科在哪?", "发改委"),
        ("应急管理局说了什么?", "应急局"),
        ("应急局说了什么?", "应急管理局"),
        ("省人大常委会几时开会?", "人民代表大会"),
        ("发改委和住建局谁来了?", "发展和改革委员会 住房和城乡建设局"),
        ("教育局局长是谁?", ""),
        ("金融监管总局说了什么?", "国家金融监督管理总局"),
        ("国家金融监督管理总局说了什么?", "金融监管总局"),
        ("中科院谁获奖?", "中国科学院"),
        ("", ""),
    ],
)
def test_a_body_has_another_name(key: str, names: str) -> None:
    assert other_names(key) == names
