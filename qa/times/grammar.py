"""The patterns of dates and times, of keys: Simplified, lower case, narrow figures.

Every pattern is one layout; what it holds is told by its named groups, which `qa.times.resolve`
reads. Of layouts that match at one place the longest counts.
"""

import re

from corpus.dates import MONTHS

_NUMBER = r"(?:[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TO = r" ?(?:至|到|[-—~–]{1,2}) ?"
_ALONE = r"(?<![0-9.第])"  # 3月 is none in 13月, 第3月 or 0.3月

_ZONE = r"(?:(?:当地时间|北京时间|美东时间|格林尼治时间)[ ,]?)?"
_ZONES = "当北美格"  # how it begins
_YEAR = (
    rf"(?:(?:(?P<fromyear>[12][0-9]{{3}})年?{_TO})?"
    r"(?P<year>(?:1[6-9]|20|21)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})(?:(?P<fiscal>财年)|年度?)(?!级|代)"
    r"|(?:中华)?民国(?P<republic>元|[0-9]{1,3}|[零〇一二三四五六七八九十百]{1,6})年"
    r"|(?P<relyear>今年|去年|前年|明年|后年|本年度?|上年度?|[同当次翌]年))"
)
_MONTH = (
    rf"(?:(?:(?P<frommonth>{_NUMBER})月?{_TO})?(?P<month>{_NUMBER})月份?(?!球|饼|薪|嫂|子)"
    r"|(?P<relmonth>本月|这个月|当月|上个?月(?!球)|下个?月))"
)
_TEN_DAYS = r"(?P<ten>[上中下]旬|初|[底末])"
_DAY = (
    rf"(?:(?P<fromday>{_NUMBER})[日号]?{_TO})?(?P<day>{_NUMBER})"
    r"[日号](?!内|游|元(?![宵旦])|均|常|报|本|产|化|薪|间|线|楼|院|门|台风|机|店|令|文|舰|公路|球)"
)
_PART = (
    r"(?P<part>凌晨|清晨|早上|早晨|早间|上午|中午|午间|正午|下午|午后|傍晚|晚间|晚上|夜间|深夜|午夜"
    r"|早(?=[0-9])|晚(?!会|宴|报|年|期|稻|婚))"
)
_CLOCK = (
    rf"(?:(?P<hour>零|{_NUMBER})[时点](?!间|代|任|刻|评|击|赞|燃|[0-9]+[亿万%])"
    r"(?:(?P<minute>[0-9]{1,2})分(?!钟|之)|半|许|整)?"
    r"|(?P<clock>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?))"
)
# With no day before it: 22时30分, 9时至21时, 19:30.
_BARE_CLOCK = (
    r"(?<![0-9a-z.:第/以])(?:(?P<hour>[0-9]{1,2}|零)"
    rf"(?:时(?![间代任刻评段期尚装长差常速空])|点(?=[0-9]{{1,2}}分|[半整许钟]|{_TO}[0-9]{{1,2}}[时点])"
    r"|(?<=[0-9][时点][至到—~–-][0-9])点|(?<=[0-9][时点][至到—~–-][0-9]{2})点)"
    r"(?:(?P<minute>[0-9]{1,2})分(?!钟|之)|[半许整钟])?"
    r"|(?P<clock>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?)(?![0-9:%]))"
)
_OF_DAY = rf"(?:\((?:周|星期)[一二三四五六日天]\))?(?:[ ,]?{_PART})?(?: ?{_CLOCK})?"
_QUARTER = (
    r"(?:第?(?P<quarter>[一二三四1-4])季度(?!军)|q(?P<q>[1-4])(?![a-z0-9])|(?P<half>[上下]半年)"
    r"|前(?P<quarters>[二两三23])个?季度)"
)
_LUNAR_DAY = (
    rf"(?:(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?|{_NUMBER})[日号]"
    r"|初[一二三四五六七八九十]|廿[一二三四五六七八九]?"
    r"|[二三]?十[一二三四五六七八九]?(?![一二三四五六七八九十百千万亿个名位家多余]))"
)
# A day of the lunar calendar is no day of the other one, whatever its figures: it means no day.
_LUNAR = (
    rf"(?P<lunar>[农阴旧]历)(?:{_YEAR}的?|[甲乙丙丁戊己庚辛壬癸][子丑寅卯辰巳午未申酉戌亥]年)?"
    rf"闰?(?:[正冬腊]|{_NUMBER})月"
    rf"(?:(?P<lunarday>{_LUNAR_DAY})(?:{_TO}{_LUNAR_DAY})?)?"
)
# Without its name, where the words are the lunar calendar's alone: 三月初八, 腊月廿三.
_LUNAR_ALONE = (
    rf"(?P<lunar>闰?(?:[正冬腊]月(?P<lunarday>{_LUNAR_DAY})"
    r"|[一二三四五六七八九十]{1,2}月(?P<lunarearly>初[一二三四五六七八九十]|廿[一二三四五六七八九]?)))"
)
# Where 5日 is five days: 拘留5日, 第5日, 近5日.
_NO_LENGTH = r"(?<![0-9.第月年续近前满足假期限])(?<!拘留)(?<!停业)(?<!处以)(?<!为期)"
_WEEKDAYS = "一二三四五六日天"

# How years, and months with or without one, begin.
_YEARS = "12一二民中今去前明后本上同当次翌"
_MONTHS_BEGIN = "0-9一二三四五六七八九十〇零民中今去前明后本上同当次翌这下"


def _beginning(characters: str, layout: str) -> str:
    """A layout that is tried only where one of its first characters stands: several times as fast.

    Args:
        characters: All that it can begin with, as in a set of characters.
        layout: The layout.
    """
    return f"(?=[{characters}]){layout}"


_CHINESE = (
    r"(?<![0-9.-])(?P<isoyear>(?:19|20)[0-9]{2})(?P<sep>[-/.])(?P<isomonth>0?[1-9]|1[0-2])(?P=sep)"
    rf"(?P<isoday>0?[1-9]|[12][0-9]|3[01])(?![0-9])(?:[ t]{_CLOCK})?",
    _beginning(
        _ZONES + _MONTHS_BEGIN,
        rf"{_ZONE}{_ALONE}(?:{_YEAR}的?)?{_MONTH}(?:{_TEN_DAYS}|的?{_DAY}{_OF_DAY})?",
    ),
    _LUNAR,
    _LUNAR_ALONE,
    _beginning(
        _YEARS,
        rf"{_ALONE}{_YEAR}"
        rf"(?:的?(?:{_QUARTER}|前(?P<months>{_NUMBER})个月)|同期|年?(?P<yearpart>[初底末]))?",
    ),
    _beginning("第一二三四1-4q上下前", rf"{_ALONE}{_QUARTER}"),
    _beginning(
        f"{_ZONES}大前昨今明后次翌",
        rf"{_ZONE}(?P<relday>大[前后]天|(?<!目)前日(?!本)|前天|昨[日天晚夜]|今[日天早晚夜晨]|明[日天早晚]"
        r"|后天|当[日天晚夜]|[次翌]日"
        r"|[前昨今明]\((?P<relnumber>[0-9]{1,2})\)[日天早晨晚夜])"
        rf"(?!后|记|报|头条|俄罗斯|达){_OF_DAY}",
    ),
    _beginning(
        f"{_ZONES}上本这下",
        rf"{_ZONE}(?P<relweek>上上?个?|本|这个?|下下?个?)(?:周|星期|礼拜)(?:(?P<relweekday>[{_WEEKDAYS}])"
        rf"{_OF_DAY}|(?P<weekend>末)|(?!刊|报|边|围|年|转|岁))",
    ),
    _beginning(
        f"{_ZONES}周星礼",
        rf"{_ZONE}(?<![0-9一-龥])(?:周|星期|礼拜)(?P<weekday>[{_WEEKDAYS}])(?!年|岁|至){_OF_DAY}",
    ),
    _beginning(
        f"{_ZONES}0-9",
        rf"{_ZONE}{_NO_LENGTH}(?=[0-9]{{1,2}}(?:日|号[凌清早上中下傍深晚]|日?{_TO}[0-9]{{1,2}}日))"
        rf"{_DAY}{_OF_DAY}",
    ),
    rf"(?:当地时间|北京时间) ?(?:{_PART})? ?{_CLOCK}",
    rf"{_PART} ?{_CLOCK}",
    _beginning("0-9零", _BARE_CLOCK),
    # an event is named by its day: “8·11”事故
    r"(?<=[“「『\"])(?P<named>(?P<month>0?[1-9]|1[0-2])[·•・‧.](?P<day>0?[1-9]|[12][0-9]|3[01]))"
    r"(?=[”」』\"])",
    r"(?P<vague>近日|日前|近期|不久前|前不久|近来)",
)

DAY_NAMES = {
    name: number
    for number, name in enumerate(
        "monday tuesday wednesday thursday friday saturday sunday".split(), start=0
    )
}
_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_NAMED_DAY = r"(?P<eday>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9])"
_ENGLISH_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"

_ENGLISH = (
    rf"\b{_NAME}\.? {_NAMED_DAY}(?: ?[-–] ?(?P<today>[0-3]?[0-9])(?![0-9]))?"
    rf"(?:,? {_ENGLISH_YEAR})?",
    rf"\b{_NAMED_DAY}(?: of)? {_NAME}\b\.?(?:,? {_ENGLISH_YEAR})?",
    rf"\b{_NAME}\.?,? (?:of )?{_ENGLISH_YEAR}",
    r"\b(?:in|since|during|early|late|mid-?|(?P<erel>last|this|next))"
    rf" (?P<lonename>{'|'.join(MONTHS)})\b"
    rf"(?:,? (?:of )?{_ENGLISH_YEAR})?",
    r"\b(?P<lonename>january|february|april|june|july|august|september|october|november"
    r"|december)\b",
    r"\b(?P<eday_rel>yesterday|today|tonight|tomorrow)\b",
    r"\b(?P<erel>last|this|next) (?P<eunit>week|month|year)\b",
    rf"\b(?:(?P<erel>last|this|next) )?(?P<eweekday>{'|'.join(DAY_NAMES)})\b",
    rf"\b(?:in|of|since|during|after|before|until) {_ENGLISH_YEAR}",
    r"\bq(?P<q>[1-4])(?:,? (?:of )?(?P<year>(?:19|20)[0-9]{2}))(?![0-9])",
)

# The Republic's year without its name, as Traditional texts write it: 112年1月26日.
REPUBLICAN = re.compile(rf"{_ALONE}(?P<republic>1[0-3][0-9])年{_MONTH}(?:{_DAY}{_OF_DAY})?")
CHINESE = tuple(re.compile(layout) for layout in _CHINESE)
ENGLISH = tuple(re.compile(layout) for layout in _ENGLISH)  # each needs a letter
# What joins two times to one stretch.
BETWEEN = re.compile(r" ?起?(?:至|到|[-—~–]{1,2}|to|until|through) ?")
# Words before or right behind a date that say it is still to come.
AHEAD_BEFORE = re.compile(r"(?:将|拟|定于|预计|计划|预定|明起|will|scheduled)[^。;!?]{0,8}$")
AHEAD_BEHIND = re.compile(r"[^,。;!?]{0,6}(?:将|拟|预计)")
# Words before a date that say it comes again each year: it is on no day of one.
YEARLY_BEFORE = re.compile(r"(?:每年的?|年年|历年|往年|every|each year in) ?$")
# What begins a forecast: all that its sentence goes on to tell is still to come.
FORECAST = re.compile(r"(?:^|[,:。;])(?:据?预[计测报]|预料|预期|估计)(?!中)")
