"""The words that lead to, end and follow the names of places, in keys."""

import re

from qa.short.countries import CITY, COUNTRY

SITE = (
    r"(?:服务中心|会展中心|体育中心|中心|大学|学院|中学|小学|学校|幼儿园|医院|机场|车站|火车站|站|码头|港口|港|酒店|宾馆"
    r"|饭店|广场|公园|体育馆|体育场|球场|赛场|馆|剧院|剧场|影院|大厦|大楼|大厅|宫|大会堂|礼堂|法院|寺|庙|塔|园区|基地"
    r"|工厂|厂|小区|社区|街道|大道|高速|公路|路|街|巷|胡同|弄|隧道|大桥|桥|口岸|景区|遗址|营地|矿|水库|海域|海滩|海峡"
    r"|海湾|湿地|草原|沙漠|盆地|高原|半岛|群岛|岛|山区|山|峰|岭|湖|江|河|海|湾|峡|谷|洋|滩|角|古镇|古城|新区|开发区"
    r"|自治区|自治州|特区|地区|区|省|市|县|州|旗|乡|镇|村|屯|寨|城|首都|国|园|院|场|店|楼|公司|集团|总部|现场)"
)
# No place is meant behind 未在, 没在 and 没有在.
LEAD = (
    r"(?:现身|亮相于|位于|地处|坐落于|坐落在|落户于?|落地|设在|建在|选址|定在|飞抵|抵达|到达|前往|飞往|赶到|赶赴|来到|来自"
    r"|回到|运往|送往|送到|送至|驶入|进入|走进|发生地|地点[:为是]?|地址[:为是]?|登陆|途经|(?<![未没不])(?<!没有)在|于|赴|到(?!达)|至(?!今|少)|从|自(?![己然动由愿主身]))"
)
EVENT = re.compile(
    r"(?:隆重|正式|盛大|顺利|成功|同时|联合|共同)*(?:举[行办]|召开|开[幕赛展播业学馆]|启动|落幕|闭幕|揭[幕牌]|发生|成立|进行|展出|起飞"
    r"|升空|下水|首映|上[演映市]|拉开|签[署约订]|发布|亮相|登陆|会[见晤谈]|开工|建成|投产|投用|通车|出生|去世|逝世|遇难|被[捕抓发]"
    r"|坠|失[联踪事]|登场|打响|首发|发射|设立|落成|出土|发现|拍摄|接受|参加|出席|考察|调研|访问|收官|演出|比赛|完成|就读|工作)"
)
# A second word that leads on to the place: 地址|位于石桥镇.
LED_ON = re.compile(r"(?:为|是|:)?(?:位于|地处|坐落[于在]|设[于在]|[在于:])")
TAIL = re.compile(
    rf"^(.*(?:{SITE}|{COUNTRY}|{CITY})(?:[0-9]+(?:-[0-9]+)?号(?:院|楼)?|[东西南北][侧面部边]?|口|一带|[附邻]近|境内|交汇处)?)",
    re.DOTALL,
)
_ASKED_CLASS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(asked), re.compile(ending))
    for asked, ending in (
        (r"国家?(?:[?。]|$|举|的|办|发)|哪一?国|country", rf"(?:{COUNTRY}|国)$"),
        (r"哪[个座]?城市?|哪个市|\bcity\b", rf"(?:{CITY}|市|州|城)$"),
        (r"哪个?省|province", rf"(?:{CITY}|省|自治区)$"),
        (r"哪个?县|county", r"(?:县|旗)$"),
        (r"哪个?(?:乡镇?|镇)|\btown\b", r"[乡镇]$"),
        (r"哪个?村|village", r"[村屯寨]$"),
        (r"哪个?区|district", r"区$"),
        (
            r"哪[所家间个座]*(?:大学|高校|学校|学院|中学|小学)|school|university",
            r"(?:学|学院|学校|分校)$",
        ),
        (r"哪[个座]?(?:机场)|airport", r"机场$"),
        (r"哪[家所个]*医院|hospital", r"(?:医院|院区|中心)$"),
        (r"哪[家个座]*(?:酒店|宾馆|饭店)|hotel", r"(?:酒店|宾馆|饭店)$"),
        (r"水[面域]|湖|river|lake", r"[湖江河海湾库]$"),
        (r"海域|sea\b|waters", r"(?:海|海域|湾|洋|峡)$"),
        (r"哪[个座条]?(?:[大公马]?路|街|道)|street|road", r"(?:路|街|道|巷|高速)$"),
        (r"哪[个座]?(?:岛)|island", r"岛$"),
        (r"哪[个座]?(?:公园)|\bpark\b", r"(?:公园|园)$"),
        (r"哪[个座一]*[体球]?[育场]*[场馆]|venue|stadium", r"(?:馆|场|中心|宫|剧院)$"),
        (r"哪[个座]?(?:港口?|码头)|\bport\b", r"(?:港|码头)$"),
        (r"哪[个座]?(?:车?站)|station", r"站$"),
    )
)


def asked_endings(question_key: str) -> list[re.Pattern[str]]:
    """How the places end that a question asks after: 机场 for 哪座机场; none where that is open."""
    return [ending for asked, ending in _ASKED_CLASS if asked.search(question_key)]
