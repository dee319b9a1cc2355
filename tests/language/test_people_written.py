"""The people of one cell, and whose the numbers beside them are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes import Relation
from desk.language.people_written import is_nobody, read_people, read_relation

OWNER, TENANT, FAMILY = Relation.OWNER, Relation.TENANT, Relation.FAMILY


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("雷  昊", ["雷昊"]),
        ("孟 娜", ["孟娜"]),
        ("姚 秀 英", ["姚秀英"]),
        ("欧阳 娜娜", ["欧阳娜娜"]),
        ("欧 阳 娜 娜", ["欧阳娜娜"]),
        ("Anna Li", ["Anna Li"]),
        ("阿卜杜拉·买买提", ["阿卜杜拉·买买提"]),
        ("杭州未名置业有限公司", ["杭州未名置业有限公司"]),
        ("杭州和睦、安居置业有限公司", ["杭州和睦", "安居置业有限公司"]),
        ("李 先生", ["李先生"]),
        ("王芳 女士", ["王芳女士"]),
        ("张永和", ["张永和"]),
        ("赵永和、钱和平", ["赵永和", "钱和平"]),
        ("韩子涵/范娜", ["韩子涵", "范娜"]),
        ("罗凯&贾超", ["罗凯", "贾超"]),
        ("李明和王芳", ["李明", "王芳"]),
        ("毛杰和蔡秀兰", ["毛杰", "蔡秀兰"]),
        ("李明 王芳", ["李明", "王芳"]),
        ("王 芳 李 明", ["王芳", "李明"]),
        ("吴 优  张 三", ["吴优", "张三"]),
        ("李先生 王女士", ["李先生", "王女士"]),
        ("1.张三 2.李四", ["张三", "李四"]),
        ("张三、", ["张三"]),
        ("张三;张三", ["张三"]),
        ("\u200b张\u202e三\u202c", ["张三"]),
        ("(王芳)", ["王芳"]),
        ("=张三", ["张三"]),
        ("保洁阿姨", ["保洁阿姨"]),
        ("业主群", ["业主群"]),
    ],
)
def test_names_come_apart_where_one_person_ends(cell, names):
    read = read_people(cell)
    assert [person.name for person in read.people] == names
    assert read.bad == ()


@pytest.mark.parametrize(
    ("cell", "name", "relation"),
    [
        ("张先生(租户)", "张先生", TENANT),
        ("汤玉珍（妻）", "汤玉珍", FAMILY),
        ("韩慧敏(业主)", "韩慧敏", OWNER),
        ("[租]王芳", "王芳", TENANT),
        ("王芳【家属】", "王芳", FAMILY),
        ("李强-租客", "李强", TENANT),
        ("租户:王芳", "王芳", TENANT),
        ("妻:李梅", "李梅", FAMILY),
        ("子 王小明", "王小明", FAMILY),
        ("王芳 租户", "王芳", TENANT),
        ("业主王芳", "王芳", OWNER),
        ("夏小明(共有产权人)", "夏小明", OWNER),
        ("王芳(租户、已搬)", "王芳", TENANT),
        ("保姆", "保姆", FAMILY),
        ("张三", "张三", None),
        ("王小妹妹", "王小妹妹", None),
    ],
)
def test_a_role_is_read_and_kept_out_of_the_name(cell, name, relation):
    (person,) = read_people(cell).people
    assert (person.name, person.relation) == (name, relation)


def test_two_roles_written_together_are_two_people():
    read = read_people("张三（租）李四（租）\n王五(女)", relation=None)
    assert [(p.name, p.relation) for p in read.people] == [
        ("张三", TENANT), ("李四", TENANT), ("王五", FAMILY),
    ]  # fmt: skip


def test_a_role_at_the_name_counts_before_that_of_the_column():
    read = read_people("张三、李四(租客)、王五(女)", relation=OWNER)
    assert [person.relation for person in read.people] == [OWNER, TENANT, OWNER]


@pytest.mark.parametrize(
    ("cell", "remark"), [("李梅(小名阿花)", "小名阿花"), ("张三 (已去世)", "已去世")]
)
def test_a_bracket_that_is_no_role_is_a_remark(cell, remark):
    (person,) = read_people(cell).people
    assert person.remark == remark
    assert person.name == cell[:2]


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "",
            None,
            " ",
            "空置",
            "空关",
            "未 售",
            "未交付",
            "无",
            "——",
            "—",
            "/",
            "空",
            "待售",
            "暂无",
        ),
        *(
            "N/A",
            "#N/A",
            "#DIV/0!",
            "原业主:空",
            "未售(开发商)",
            "\u200b\u200d",
            "(空置)",
            "、",
            "空置房",
        ),
    ],
)
def test_nobody_is_nobody(cell):
    assert is_nobody(cell)
    assert read_people(cell, "").people == ()
    assert read_people(cell, "").bad == ()


@pytest.mark.parametrize("cell", ["张三", "吴空", "无名", "Na Li", "开发商", "万空置业有限公司"])
def test_somebody_is_somebody(cell):
    assert not is_nobody(cell)


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("保姆\n13900008809", [("保姆", ["13900008809"])]),
        ("邵书豪(13600006688)", [("邵书豪", ["13600006688"])]),
        ("张三13800001234", [("张三", ["13800001234"])]),
        ("13800001234张三", [("张三", ["13800001234"])]),
        ("父 13800001234", [("父", ["13800001234"])]),
        ("史晓燕 (母) 0571-88881234", [("史晓燕", ["0571-88881234"])]),
        ("张三13800001234李四13900001234", [("张三", ["13800001234"]), ("李四", ["13900001234"])]),
        ("张三(妻)13800001234,李四(夫)", [("张三", ["13800001234"]), ("李四", [])]),
    ],
)
def test_a_number_beside_a_name_is_that_persons(cell, people):
    read = read_people(cell)
    assert [(p.name, list(p.phones)) for p in read.people] == people
    assert read.bad == ()


@pytest.mark.parametrize(
    ("names", "phones", "whose"),
    [
        ("侯波、吴楠", "15800005080、15800002170", [["15800005080"], ["15800002170"]]),
        ("张三", "13800001234/0571-88881234", [["13800001234", "0571-88881234"]]),
        ("邱瑶、罗如意(家属)", "13900001505", [["13900001505"], []]),
        ("王甲、王乙", "13800000001、13800000002、13800000003",
         [["13800000001"], ["13800000002", "13800000003"]]),
        ("王甲、王乙", "13800000001/0571-88881234\n13800000002/13800000003",
         [["13800000001", "0571-88881234"], ["13800000002", "13800000003"]]),
        ("王甲、王乙", "王乙13800000002、王甲13800000001", [["13800000001"], ["13800000002"]]),
        ("王甲(妻)、王乙(业主)", "业主13800000002 妻13800000001",
         [["13800000001"], ["13800000002"]]),
        ("王甲、王乙", "13800000001/13800000001", [["13800000001"], ["13800000001"]]),
        ("王甲、王乙", "138000036、13800000002", [[], ["13800000002"]]),
    ],
)  # fmt: skip
def test_numbers_and_people_pair_up(names, phones, whose):
    assert [list(person.phones) for person in read_people(names, phones).people] == whose


def test_people_named_only_beside_their_numbers_are_read():
    read = read_people("", "张三13800001234、李四13900001234", OWNER)
    assert [(p.name, p.phones) for p in read.people] == [
        ("张三", ("13800001234",)), ("李四", ("13900001234",)),
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["", "空置", "#N/A", "\u200b"])
def test_a_number_without_a_person_is_not_lost(cell):
    read = read_people(cell, "手机13800001234")
    assert read.people == ()
    assert read.spare == ("13800001234",)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("=1+2", "name.formula"),
        ("@SUM(1+1)", "name.formula"),
        ("王" * 41, "name.too_long"),
        ("12345", "name.unreadable"),
        ("13800001234", "name.unreadable"),
    ],
)
def test_what_is_no_name_is_reported(cell, code):
    read = read_people(cell)
    assert read.people == ()
    assert [(field, why.code) for field, _, why in read.bad] == [("name", code)]


def test_a_damaged_number_behind_a_name_is_reported_and_the_person_kept():
    read = read_people("张三138000036")
    assert [person.name for person in read.people] == ["张三"]
    assert [(field, why.code) for field, _, why in read.bad] == [("phone", "phone.digits")]


@pytest.mark.parametrize(
    ("word", "relation"),
    [
        ("业主", OWNER), ("业主本人", OWNER), ("本人", OWNER), ("产权人", OWNER),
        ("业主(自住)", OWNER),
        ("租户", TENANT), ("我是租客", TENANT), ("承租人", TENANT), ("现租户", TENANT),
        ("业主家属", FAMILY), ("家庭成员", FAMILY), ("女儿", FAMILY), ("租户家属", FAMILY),
        ("业主之母", FAMILY), ("客户", None), ("出租", None), ("", None), ("王芳", None),
    ],
)  # fmt: skip
def test_a_word_says_what_somebody_is(word, relation):
    assert read_relation(word) == relation


@given(
    st.lists(
        st.from_regex(r"[王李张刘陈][明芳伟娜静敏][强丽军杰]?", fullmatch=True),
        min_size=1, max_size=4, unique=True,
    ),
    st.sampled_from(["、", "/", ",", "\n", ";"]),
    st.sampled_from(["", "(租户)"]),
)  # fmt: skip
def test_names_and_as_many_numbers_come_back_in_order(names, sign, role):
    numbers = [f"1380000000{at}" for at in range(len(names))]
    read = read_people(sign.join(name + role for name in names), sign.join(numbers), OWNER)
    assert [person.name for person in read.people] == names
    assert [person.phones for person in read.people] == [(number,) for number in numbers]
    assert {person.relation for person in read.people} == {TENANT if role else OWNER}


@given(st.text(max_size=60), st.text(max_size=40))
def test_no_text_breaks_it(names, phones):
    for person in read_people(names, phones).people:
        assert person.name.strip() == person.name != ""
