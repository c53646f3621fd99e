"""A record's text as it stands on paper: speeches hang from their speakers, points do not."""

from documents.words import dialogue


def test_谁说的话悬挂_接着说的缩进():
    html = dialogue("多杰才旦：牛越界吃草。\n踩坏了围栏。\n问：损失多少？")
    assert html == (
        '<p class="turn">多杰才旦：牛越界吃草。</p>'
        '<p class="turn more">踩坏了围栏。</p>'
        '<p class="turn">问：损失多少？</p>'
    )


def test_分点写的是段落_不是谁在说话():
    html = dialogue(
        "一、双方陈述：各说各的。\n二、现场查看。\n（三）双方同意：赔钱。\n4.其他：无。"
    )
    assert html.count("<p>") == 4
    assert "turn" not in html
