"""The categories a new centre begins with (domain: categories)."""

from __future__ import annotations

from desk.centre.categories import COMPLAINTS, INDOOR, INQUIRIES, PUBLIC, CategoryForm
from desk.codes import Family, Kind, Urgency

_Leaf = tuple[str, str, Family | None, Urgency]

_URGENT, _NORMAL, _PLANNED = Urgency.URGENT, Urgency.NORMAL, Urgency.PLANNED

_INDOOR: tuple[_Leaf, ...] = (
    ("给水龙头阀门", "Taps and valves", Family.WATER, _NORMAL),
    ("下水马桶地漏堵塞", "Blocked drain or toilet", Family.DRAIN, _NORMAL),
    ("漏水渗水", "Water leak", Family.LEAK, _URGENT),
    ("强电", "Power, lights, sockets", Family.POWER, _NORMAL),
    ("弱电", "Network, TV, intercom set", Family.NETWORK, _NORMAL),
    ("门窗五金", "Doors, windows, fittings", Family.INDOOR, _NORMAL),
    ("锁具", "Locks", Family.INDOOR, _NORMAL),
    ("墙地面", "Walls and floors", Family.INDOOR, _PLANNED),
    ("采暖地暖", "Heating", Family.HEATING, _NORMAL),
    ("燃气", "Gas (to the gas company)", Family.GAS, _URGENT),
    ("家电", "Appliances (paid)", Family.INDOOR, _NORMAL),
)
_PUBLIC: tuple[_Leaf, ...] = (
    ("电梯", "Lift", Family.LIFT, _URGENT),
    ("公共照明", "Public lighting", Family.PUBLIC_LIGHT, _NORMAL),
    ("单元门禁对讲", "Entrance door and intercom", Family.ACCESS, _NORMAL),
    ("道闸车库门", "Barriers and garage doors", Family.ACCESS, _URGENT),
    ("消防设施", "Fire equipment", Family.FIRE, _URGENT),
    ("监控", "Cameras", Family.SECURITY, _NORMAL),
    ("二次供水水泵", "Water supply and pumps", Family.WATER, _URGENT),
    ("公共排水化粪池", "Public drains and septic tank", Family.DRAIN, _URGENT),
    ("屋面外墙渗漏", "Roof and facade leaks", Family.LEAK, _PLANNED),
    ("道路井盖", "Roads and manholes", Family.FACILITY, _NORMAL),
    ("绿化围栏座椅儿童设施", "Grounds, fences, benches, play", Family.FACILITY, _NORMAL),
    ("充电桩", "Charging points", Family.FACILITY, _NORMAL),
    ("垃圾房", "Refuse room", Family.CLEANING, _NORMAL),
    ("配电", "Power distribution", Family.POWER, _URGENT),
)
_COMPLAINTS: tuple[_Leaf, ...] = (
    ("噪音", "Noise", Family.NOISE, _NORMAL),
    ("装修违规", "Unauthorised works", Family.ILLEGAL_WORKS, _NORMAL),
    ("宠物", "Pets", Family.PET, _NORMAL),
    ("停车", "Parking", Family.PARKING, _NORMAL),
    ("违建占用", "Illegal building, blocked space", Family.ILLEGAL_WORKS, _NORMAL),
    ("楼道堆物 电动车进楼", "Cluttered stairs, e-bikes indoors", Family.E_BIKE, _URGENT),
    ("高空抛物", "Thrown objects", Family.THROWN, _URGENT),
    ("保洁垃圾", "Cleaning and refuse", Family.CLEANING, _NORMAL),
    ("绿化", "Greenery", Family.GREEN, _NORMAL),
    ("安保外来人员", "Security, strangers", Family.SECURITY, _NORMAL),
    ("电梯", "Lifts", Family.LIFT, _NORMAL),
    ("维修质量超时", "Repair: quality or delay", Family.ATTITUDE, _NORMAL),
    ("服务态度", "Staff behaviour", Family.ATTITUDE, _NORMAL),
    ("收费", "Fees", Family.FEES, _NORMAL),
    ("漏水致损", "Damage by a leak", Family.LEAK, _URGENT),
    ("油烟异味", "Fumes and smells", Family.CLEANING, _NORMAL),
    ("群租", "Overcrowded lets", Family.SECURITY, _NORMAL),
    ("公共收益", "Common income", Family.FEES, _NORMAL),
)
_INQUIRIES: tuple[_Leaf, ...] = (
    ("物业费停车费", "Service and parking fees", Family.FEES, _NORMAL),
    ("装修手续", "Permits for works", Family.ILLEGAL_WORKS, _NORMAL),
    ("门禁卡车位", "Door cards, parking spaces", Family.ACCESS, _NORMAL),
    ("停水停电", "Water and power cuts", Family.WATER, _NORMAL),
    ("垃圾站时间", "Refuse times", Family.CLEANING, _NORMAL),
    ("快递", "Parcels", Family.PARCEL, _NORMAL),
    ("借工具", "Borrowing tools", None, _NORMAL),
    ("过户入住", "Moving in, change of owner", None, _NORMAL),
    ("Wi-Fi", "Wi-Fi", Family.NETWORK, _NORMAL),
    ("周边", "Neighbourhood", None, _NORMAL),
)


def default_categories() -> tuple[CategoryForm, ...]:
    """Return the whole tree in its order."""
    branches = (
        (INDOOR, Kind.REPAIR, _INDOOR),
        (PUBLIC, Kind.REPAIR, _PUBLIC),
        (COMPLAINTS, Kind.COMPLAINT, _COMPLAINTS),
        (INQUIRIES, Kind.INQUIRY, _INQUIRIES),
    )
    return tuple(
        CategoryForm(scope, name, english, kind, family, urgency)
        for scope, kind, leaves in branches
        for name, english, family, urgency in leaves
    )
