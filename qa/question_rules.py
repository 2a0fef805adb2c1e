"""How questions ask: for each language, the wordings that tell a question's kind.

The wordings are matched on folded keys. Chinese asks in place, English at the head of a clause.
"""

import re
from typing import Literal

Kind = Literal["who", "when", "where", "howmany", "what", "why", "said", "how"]
Rules = tuple[tuple[Kind, re.Pattern[str]], ...]


def _any(*wordings: str, head: str = "") -> re.Pattern[str]:
    """Any of the wordings; group 1, behind the head, is what asks."""
    return re.compile(f"{head}({'|'.join(wordings)})")


_PERSON = (
    r"(?:人(?![才工口群均民气文])|领导(?!小组)|官员|嘉宾|专家(?!组)|学者|代表(?![团队作性])|选手"
    r"|运动员|球员|队员|球星|明星|艺人|演员|歌手|导演|教练|教授|院士|医生|干部|记者|作家|诗人|律师"
    r"|委员(?!会)|负责人|[部省市州县区局厅院校会董行]长|书记|成员(?!国)|人士|企业家|大使|将领|同志"
    r"|校友|总统|总理|主席|法官|科学家)"
)
# Whoever is asked after one by one: 哪个, 哪两个, not 哪些, which asks after a kind of people.
_SOMEBODY = (
    r"(?:(?:主任|经理|高管|老板|掌门|主帅|师傅|解说|主播|博主|网红|议员|[少中上大准]将|将军|士兵|战士|[老新]兵|(?<=个)兵"
    r"|[军警]官|[民辅]警|警察|(?:分析|设计|建筑|工程|[厨技律教老])师|老人|大[爷妈娘叔]|阿姨|小伙|姑娘|男[子孩生]|女[子孩生]"
    r"|[父母]亲|丈夫|妻子|儿子|女儿|司机|店[主长]|[摊业房户]主|村民|居民|市民|网友|乘客|游客|学生|同学"
    r"|[车骑棋枪]手|门将|前锋|后卫|中锋|外援|队长|领队|裁判|博士|研究[员生]|股东|高层|头[目子]|首[领相]|大臣|国王"
    r"|女王|议长|前任|新秀|[老小名]将|编剧|监制|作者|画家|摄影师|艺术家|总裁|媳妇|农户|[店房股]东|[凶疑]嫌|[疑嫌]犯|助理|主角|保安|场主|富豪|[处司科所站镇乡村社团队馆]长)"
    r"(?![小社]?[区组]|楼|点|[团队院部局会班]|小组|组织|机构|公司|协会))"
)
_OTHERS = (
    r"(?!国家?|邦|[州省市县区乡镇村]|部落|部门|单位|大学|学校|公司|企业|机构|组织|平台|节目|比赛)"
)
_NAMED = (
    r"(?:都|分别|到底|自称)?(?:叫(?:什么|啥)|的?(?:姓名|名字)(?:是|叫)|姓(?:什么|啥))"  # 司机叫什么
)
# 什么 and its like where an utterance is asked, not its time, place, cause or people.
_WHAT = (
    r"(?<![为因])(?:什么(?!时候|时间|地[方点]|原因|人)|啥(?!时|地|原因)|哪些(?!人|领导|国家|地)"
    r"|何(?![时处地人]))"
)
_SPEAKS = (
    r"(?:说|讲|谈|表示|指出|强调|透露|提到|谈到|声称|承认|回应|批评|评价|警告|呼吁|坦言|认为|回答)"
)
_UTTERS = r"(?:说(?![服明])|表示|声称|宣称|称(?![为霸赞号职作呼])|指出|强调|认为|坦言|讲过|直言)"
_SITES = (
    r"(?:国|大学|学校|中学|小学|医院|机场|球场|体育[场馆]|车站|火车站|港口|码头|酒店|宾馆|广场|公园"
    r"|剧院|动物园|博物馆|景区|山|海|岛|河|湖|江|寺|庙|场馆)"
)

# 边 and 点 ask in Cantonese, but not behind what they end: 海边, 重点, 3点.
_CANTONESE = (
    r"(?<![海河湖江溪池岸路街身周旁两一右左东西南北前后外里上下那这手床窗墙天山村桌耳嘴花金])"
)
_POINT = r"(?<![0-9一二三四五六七八九十两几重难热焦观特早晚有要痛地景站网节优缺终起整正零半钟])"

# What a question ends with is what it asks: 说明车为何危险的队长是哪位.
CHINESE_END: Rules = (("who", _any(r"[是叫](?:谁|哪一?[位名]|何人)(?=[呢啊呀]?[?。]?$)")),)

# The rule that hits earliest in the question decides; at one place, the one that stands first.
CHINESE: Rules = (
    (
        "said",
        _any(
            rf"(?:谁|哪[一几]?[位名个]|哪些)[^,。;?]{{0,12}}?{_UTTERS}",
            r"出自(?:谁|何人)",
            rf"{_SPEAKS}(?:了|过|到|的|道|是|自己|一?些)*{_WHAT}",
            rf"(?:强调|指出|批评|警告|告诉|呼吁)[^,。;?]{{0,8}}{_WHAT}",
            r"(?:怎么|怎样|如何|咋)(?:地|来)?(?:说(?![服明])|讲(?!解)|谈(?![判成妥])|评|点评|看待"
            r"|看(?![病书诊医球到见清懂上出孩守护管电片戏展直视比演回])|回应|解释|形容|描述|表态|回答|答复|解读|反驳|预测"
            r"|夸|骂|吐槽|讽刺|谴责|辩解|概括|感叹|怼|总结(?!经验|教训))",
            r"(?:什么样|怎样|什么|何种|哪些|何|啥)的?"
            r"(?:看法|评价|评论|表态|回应|反应|说法|意见|观点)",
            r"作何(?:表态|评|回应|解释|感想)",
            r"(?:话|说的|原话)是(?:什么|啥|怎么说)",
        ),
    ),
    (
        "when",
        _any(
            r"(?:什么|啥)(?:时候|时间|日子|时)",
            r"(?<!如)何[时日月年]",
            r"几时",  # in Cantonese, too, as 边个, 边度 and 点解 below
            r"哪一?[天年日月]",
            r"哪个(?:月|星期|季度|年份)",
            r"哪几[天年日]",
            r"几点(?!建议|意见|要求|看法|措施|希望|原因|主张|共识|启示)",
            r"几月",
            r"几[号日](?![线楼馆车选球机门厅口坑])",
            r"哪(?:段|个)(?:时间|期间|时段)",
            r"(?:星期|周|礼拜)几",
            r"多会儿",
            r"(?:时间|日期)(?:定在|是|为)?(?=[?。]?$)",
        ),
    ),
    (
        "where",
        _any(
            r"哪里",
            r"哪儿",
            rf"{_CANTONESE}边(?:度(?![假过日夜])|处)",
            r"(?:什么|啥)地[方点]",
            r"(?<![如为])何[处地]",  # not 如何处理
            r"[在到去往从自位于]了?哪(?=[?。,了的才]|$)",
            r"地[点址](?:是|为)?(?=[?。]?$)",
            r"哪[个座一些几]+(?:城市|地[方区点]|[省市县区村镇州](?![长委级领直干里属民])|乡镇|小镇|村庄|社区|小区"
            r"|海域|路段|街道|一?带)",
            rf"(?:在|到|于|从|自|往|至|赴|落户|抵达|移师)了?哪[个座所家片条间处一几些]*{_SITES}",
            r"(?:在|到|于|从|往|至)了?哪一?[座所片处站栋幢层]",
            r"(?:在|到|从|往)了?哪一?条(?:[大公铁马道]?[路街巷河江]|道|高速)",
            r"(?:在|到|从|往)(?:哪个?站|几[号楼层](?=[线楼馆车厅口坑门]))",
        ),
    ),
    ("what", _any(r"(?:编号|号码|代码|电话|车次|航班号)(?:是|为)?多少")),  # a name, no quantity
    (
        "howmany",
        _any(
            r"多少",
            r"(?<![近这那前后好哪十过])几(?![乎何点号月时日十百])",  # not 近几年, 十几, 几乎
            r"百分之几",
            r"几[百十千](?=[万亿人个元])",
            r"(?<![更许很众最])多(?:大|高|长|远|深|宽|快|久|重(?=[?。]?$))(?![学校型江家数臣])",
            r"占比",
            r"(?:比分|比例)(?:是|为)?(?=[?。]?$)",
        ),
    ),
    (
        "why",
        _any(
            r"(?<![称名改作成更选视分评设定])为(?:什么|何(?![人物时处地])|啥)",  # not 称为什么
            r"缘何|因何|何以|凭什么|凭啥|干[嘛吗]",
            r"为了(?:什么|啥|何(?![人物时处地]))",
            rf"{_POINT}点解(?![散释除读说析]|决(?!定))",
            r"怎么(?:会|突然|忽然|就|又|还|不|没|反而|这么)",
            r"(?:因为?|由于|出于)(?:什么|何种|哪些|啥)",
            r"(?:什么|哪些|何种|啥|何)(?:原因|理由|缘故|起因|引起|导致)",
            r"(?:原因|理由|起因|缘由|根源|诱因)(?:主要|究竟|到底|又|都)?(?:是|为|有|在于|在)*"
            r"(?:什么|哪|何|啥|[?。]?$)",
        ),
    ),
    (
        "who",
        _any(
            r"谁(?!(?:能|可以|来)?(?:知道|告诉|清楚|晓得|了解|给我))",  # 谁知道 opens a question
            r"何人|什么人|啥人",
            rf"{_CANTONESE}边[个位](?![体人性别子月置])",
            r"哪[一两二三四五六七八九十几0-9]*(?:位|名(?!单)|人)",
            rf"哪[个些几]?[^,。?哪]{{0,6}}?{_PERSON}",
            rf"哪[一两二三四五六]?个(?:{_OTHERS}[^,。?哪]){{0,8}}?{_SOMEBODY}",
            rf"{_PERSON}(?:都|主要|分别)?(?:有|是|包括)哪[些几]",
            rf"(?:{_PERSON}|{_SOMEBODY}|[^生成增延特专]长|[者员师手哥生工]|[老妈爸]+人?){_NAMED}",
        ),
    ),
)
CHINESE_REST: Rules = (
    ("what", _any(r"什么样", r"哪", r"什么", r"啥", r"怎么一?回事")),
    ("how", _any(r"怎么", r"怎样", r"如何", r"咋", r"靠什么", r"通过什么")),
)
# What asks in no word: a question that ends in a quantity asks how much it is.
_QUANTITY = (
    r"(?:票价|[^无声讨物市性评作代特等定降涨]价|价[格钱位]|费用?|金额|[奖资]金|造价|成本|薪[水酬]?|工资|收入|利润|净利|营收"
    r"|市值|股价|分数线?|录取线|得分|总分|比分|享[年寿]|终年|年[龄纪]|岁数|面积|体积|容量|[长宽高深厚温速]度|气温"
    r"|身高|体重|重量|全长|总长|里程|时长|[总产销]量|[总产销]额|产值|总值|gdp|震级|[^效]率|占比|比例|比重|[增涨跌降]幅"
    r"|[人户次件家票天床座车亩]数|数量|人口|人次|伤亡)"
)
CHINESE_BARE: Rules = (("howmany", _any(rf"{_QUANTITY}(?:[是为]|呢)?(?=[?。]?$)")),)

# Elsewhere than here, the words that ask mostly join clauses: the people who, the day when.
_HEAD = (
    r"(?:^|[,;:.?!(\"-] ?|\b(?:and|or|so|but|me|know|wonder|ask|say|see|exactly|at|since|until|till"
    r"|by|from|to|with|for|about|on|in)\s+)"
)
ENGLISH_PERSON = (
    r"(?:official|leader|minister|president|governor|mayor|secretar(?:y|ies)|guest|expert|scholar"
    r"|delegate|person|people|athlete|player|singer|actor|actress|star|director|professor"
    r"|scientist|doctor|surgeon|artist|writer|author|judge|lawyer|politician|member|executive|coach"
    r"|swimmer|runner|driver|rider|student|teacher|substitute|winner|engineer|lawmaker"
    r"|ambassador|officer|chair(?:man|men|woman|women|person)|spokes(?:man|men|woman|women|person)"
    r"|(?:congress|business|police|sales|horse|fire|fisher|crafts|camera)(?:man|men|woman|women)"
    r"|head(?= (?:of|at)\b)|premier|chancellor|senator|deputies|deputy(?! \w)|envoy|diplomat"
    r"|attach[eé]|commander|captain|soldier|astronaut|prosecutor|attorney|barrister|magistrate|detective"
    r"|inspector|firefighter|victim|suspect|defendant|fugitive|witness|manager|founder"
    r"|owner|entrepreneur|tycoon|billionaire|clerk|nurse|dean|principal|headmaster|curator"
    r"|researcher|academician|economist|analyst|strategist|forecaster|historian|critic|journalist"
    r"|reporter|novelist|poet|composer|musician|painter|photographer|screenwriter|filmmaker|dancer"
    r"|comedian|celebrit(?:y|ies)|rapper|blogger|leaker|goalkeeper|defender|midfielder"
    r"|striker|referee|fencer|diver|skater|skier|boxer|gymnast|cyclist|weightlifter|rower|golfer"
    r"|inventor|emperor|king|queen|prince|princess|monk)(?:e?s)?\b"
)
# Words between "which" and a person; a verb or "kind of" means that something else is asked, as the
# owner right behind does: which company's chairman.
_NO_VERB = (
    r"(?!(?:did|does|do|has|have|had|will|would|can|could|should|is|was|are|were|the|to|kinds?|sorts?"
    r"|types?|groups?) )"
)
_WHICH_PERSON = (
    rf"(?:what (?:{_NO_VERB}[\w'’-]+ )?|which (?:of (?:the|these) )?(?!(?!wo?men)[\w-]+['’]s? )"
    rf"(?:{_NO_VERB}[\w'’-]+ ){{0,4}}?){ENGLISH_PERSON}"
)
_SAYING = (
    r"\b(?:say|said|saying|tell|told|comment|remark|stress|emphasi[sz]e|state|claim|point out"
    r"|respond|reply|admit|warn|think|thought|reveal|predict|critici[sz]e|talk about)\b"
)
_EVALUATES = (
    r"\b(?:respond|responded|reply|describe|comment|explain|assess|evaluate|characteri[sz]e"
    r"|put it)\b"
)
_SAID = (
    r"(?:said|says|claimed|stated|remarked|declared(?= that|,|:)|commented|warned|stressed|insisted"
    r"|argued)"  # who declared an emergency did something
)
_DEGREES = (
    r"(?:many|much|few|long|far|high|big|large|old|fast|deep|heavy|tall|wide|often|great|strong|hot"
    r"|cold)\b"
)
_AMOUNTS = (
    r"(?:number|amount|total|percentage|share|proportion|price|cost|score|population|budget|turnout"
    r"|toll|profit|revenue|income|fare|fee|salary|rate|fine|value|magnitude|figure|level|temperature|length|speed|age)s?"
    r"(?= (?:of|for|in|at|on|by|to|from|after|during|when|last|this|per|now)\b|[?.]|$)"
)
_TOWNS = (
    r"(?:cit(?:y|ies)|provinces?|count(?:y|ies)|towns?|villages?|districts?|places?|venues?"
    r"|locations?|townships?|regions?|neighbou?rhoods?)\b"
    rf"(?! (?:government |party |police |council )?{ENGLISH_PERSON})"
)
_ENGLISH_SITES = (  # places only behind "in", "at", "to": which country won asks for a winner
    r"(?:countr(?:y|ies)|areas?|states?|schools?|universit(?:y|ies)|hospitals?|airports?|stadiums?"
    r"|hotels?|stations?|parks?|streets?|ports?|islands?|buildings?|museums?|waters|temples?|zoos?)\b"
)
_BE = r"(?:is|was|are|were)"

ENGLISH: Rules = (
    (
        "said",
        _any(
            rf"what (?:else |exactly |message |advice )?(?:did|does|do|has|have|had|{_BE})\b"
            rf".{{1,120}}?{_SAYING}",
            r"what .{0,60}?\b(?:comments?|remarks?|reply|opinions?|views?|(?:first|exact) words)\b",
            rf"how (?:did|does|do|has|have)\b.{{1,120}}?{_EVALUATES}",
            rf"(?:who|which [^,?]{{1,40}}?)(?: was it that| has| had)? {_SAID}\b",
            r"whose (?:words|remark|quote|statement)",
            r"according to whom",
            head=_HEAD,
        ),
    ),
    (
        "when",
        _any(
            r"(?:what|which) (?:local |exact )?(?:time|day|date|year|month|week|hour)s?\b",
            rf"what {_BE} the (?:[\w-]+ )?(?:deadline|date|time)\b",
            r"when\b",
            r"how (?:soon|long ago)\b",
            head=_HEAD,
        ),
    ),
    ("where", _any(r"where\b", rf"(?:what|which) (?:other )?{_TOWNS}", head=_HEAD)),
    (
        "where",
        _any(
            rf"(?:what|which) (?:\w+ ){{0,2}}?{_ENGLISH_SITES}",
            head=r"\b(?:in|at|from|to|near|into|on|outside|inside) ",
        ),
    ),
    (
        "howmany",
        _any(
            rf"how {_DEGREES}",
            r"(?:what|which) (?:percentage|proportion|share|number|amount|percent|fraction|sum)\b",
            rf"what {_BE} (?:(?!(?:of|for|behind|about|in|on|to|by) )[\w'’-]+ ){{1,5}}?{_AMOUNTS}",
        ),
    ),
    (
        "why",
        _any(
            r"why\b",
            r"how come\b",
            r"what (?:caused|causes|led to|prompted|triggered|made)\b",
            rf"what {_BE} (?:the |behind )(?:\w+ )?(?:reasons?|causes?)\b",
            rf"what {_BE} behind\b",
            r"(?:what|which) (?:reasons?|grounds?)\b",
            head=_HEAD,
        ),
    ),
    (
        "who",
        _any(
            r"who(?:m|se)?(?:'s)?\b",
            _WHICH_PERSON,
            rf"what {_BE} the names? of (?:the|that|this) (?:[\w-]+ )?{ENGLISH_PERSON}",
            head=_HEAD,
        ),
    ),
    ("what", _any(r"(?:what|which)\b", head=_HEAD)),
    ("how", _any(r"how\b", head=_HEAD)),
)
ENGLISH_REST: Rules = (
    ("what", _any(r"\b(?:what|which)\b")),
    ("who", _any(r"(?<!\bthe )\bwho(?:m|se)?\b")),  # the WHO is an organisation
    ("when", _any(r"\bwhen\b")),
    ("where", _any(r"\bwhere\b")),
    ("why", _any(r"\bwhy\b")),
    ("how", _any(r"\bhow\b")),
)
