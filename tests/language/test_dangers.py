"""Life first: what is meant as an alarm is heard, talk of one is not."""

from __future__ import annotations

import pytest

from desk.language.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "电梯卡住了怎么办我在里面",
        "楼道里有烟是不是着火了",
        "卡在八楼和九楼中间，里面有我和孩子",
        "門打唔開，阿婆困喺電梯入面",
        "一开门一股臭鸡蛋味",
        "着货了快来人",
        "闻着头晕，厨房有股怪味",
        "煤球炉子搁屋里，老伴恶心头晕站不住",
        "摸了一下灯杆，手麻得不行，是不是漏电",
        "一块砖从楼上掉下来，差点砸到我",
        "外机支架锈断了，歪着吊在半空",
        "大爷突然倒在地上，嘴唇发紫",
        "我妈在浴室摔了，起不来",
        "宝宝锁在车里了，钥匙也在里面",
        "有人拿着刀在楼下追人",
        "外面有个男的一直拧我家门把手，撬门",
        "孩子骑在阳台栏杆上",
        "泳池里有个小孩脸朝下",
        "救护车进不来，人在楼上躺着",
        "家里老人用制氧机，突然断电了",
        "没有漏水，但是插座冒烟了",
    ],
)
def test_an_alarm_is_heard_however_it_is_put(text):
    reading = read(text)
    assert reading.at_risk
    assert reading.urgency.spans


@pytest.mark.parametrize(
    "text",
    [
        "万一着火往哪跑",
        "消防演习几点开始，会放烟吗",
        "电梯困人怎么办",
        "电梯困人了打哪个电话",
        "不是着火，是邻居在炒辣椒",
        "听说隔壁小区有人跳楼",
        "新闻里说电动车充电起火",
        "上个月晕倒的那位大爷出院了吗",
        "被困在电梯里该按哪个键，我教一下我妈",
        "火已经扑灭了，没事了",
        "要是煤气漏了先关哪里",
        "电梯没有困人",
        "热死了要着火了，空调什么时候开",
        "怎么预防小孩从窗户坠落",
    ],
)
def test_talk_of_a_danger_is_no_alarm(text):
    assert not read(text).at_risk


@pytest.mark.parametrize(
    "text", ["楼上丢烟头下来", "电梯坏了停在三楼", "地漏往上冒脏水", "卫生间灯坏了", "楼上半夜跳绳"]
)
def test_what_hurts_nobody_does_not_ring(text):
    assert not read(text).at_risk
