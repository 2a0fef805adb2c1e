"""What page furniture looks like: the patterns, and the kind of thing each of them is.

Every pattern is bounded in length, so that looking for it costs the same on any text.
"""

import re

from corpus.han import HAN

# A name as it stands in a credit: two to four Han characters, or two with a space between them,
# a longer one with its dots, or a pen name in Latin letters.
NAME = (
    r"(?!阅读|浏览|点击|评论|点赞|来源|来 源|编辑|责编|校对|审核|字号|时间|日期|发布|发表)"
    rf"(?:[{HAN}] [{HAN}]|[{HAN}]{{2,4}}|[{HAN}]{{1,8}}·[{HAN}]{{1,8}}"
    r"|[A-Za-z]{2,12}(?![A-Za-z\d]))"
)
_CODE = r"(?: ?[A-Za-z]{1,4}\d{2,5})"
NAMES = rf"(?:{NAME}(?:[ \xa0、，,/;；&]{{1,2}}{NAME}){{0,5}}{_CODE}?|[A-Za-z]{{1,2}}\d{{2,5}})"

_BEFORE_EDITOR = (
    "责任 責任 流程 实习 實習 见习 值班 文字 图文 微信 新媒体 本期 视频 美术 执行 執行 网络 版面"
    " 文案 融媒 特约"
).split()
EDITOR_ROLE = rf"(?:{'|'.join(_BEFORE_EDITOR)})?(?:编辑|編輯)"
_DESK = (
    r"责编|責編|责校|責校|责任校对|責任校對|校对|校對|审校|校审|审核|審核|终审|初审|复审|一审|二审"
    r"|三审|编审|审签|签审|签发|监制|監製|美编|主编|总编|值班主任|值班编委"
)
COLON = r"[ \xa0]?[:：丨｜|/][ \xa0]?"
# Roles whose names need no colon; the others are words of every day, too.
_TERSE = rf"(?:{EDITOR_ROLE}|责编|責編|校对|校對|一审|二审|三审|审核|審核)"

EDITOR = re.compile(rf"(?P<role>{EDITOR_ROLE}|责编|責編){COLON}(?P<value>{NAMES})?")
DESK = re.compile(rf"(?P<role>{_DESK}){COLON}(?P<value>{NAMES})?")
TERSE = re.compile(rf"(?P<role>{_TERSE})[ \xa0](?P<value>{NAMES})")

DATE = r"(?:19|20)\d\d ?[-/年.] ?\d{1,2} ?[-/月.] ?\d{1,2} ?日?"
TIME = r"[ T]?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?"
# A character of an outlet's name; a date behind the name is none of it.
OUTLET = rf"(?:(?!{DATE})[^\s。！？；：:，,!?（）()【】\[\]《》“”\"])"
_WHEN = rf"(?:[ \xa0]?{DATE}(?:{TIME})?)?"
_CREDIT = rf"[ \xa0]?(?:记者|記者|作者|通讯员|通訊員|实习生|文|摄)[:： \xa0/]{{0,2}}{NAMES}"
_BEFORE_SOURCE = "本文 文章 内容 消息 图文 稿件 信息 新闻 素材".split()
SOURCE = re.compile(
    rf"(?:{'|'.join(_BEFORE_SOURCE)})?(?:来 ?源|來源|稿源|转自|轉自)"
    rf"(?: ?[:：丨｜|/@] ?| )(?P<value>{OUTLET}{{2,20}}(?:[ 、，]{OUTLET}{{2,20}}){{0,2}})?"
    rf"{_WHEN}(?:{_CREDIT}){{0,4}}{_WHEN}"
)
# Where 来源 follows a word directly it may be that word's (资金来源), or a page in one line
# may lack the sign between (…安全出行来源：云河交警): then other credits before it, or an outlet's
# name behind it, tell that it is the article's, unless the word is one that things come from.
CREDIT_BEFORE = re.compile(
    r"(?:(?:编辑|編輯|责编|責編|校对|校對|[一二三]审|审核|记者|記者|作者|通讯员|通訊員)"
    r"[:：丨｜|/ \xa0]{1,2}|[文图摄][:：/] ?)"
    rf"(?:{NAMES})?$|[摄攝]$|供[图圖]$"
    r"|(?:转自|轉自|供 ?稿|综合|素材|来自)[:：丨｜|/ \xa0][^。，\n]{2,20}$"
    rf"|[^{HAN}a-zA-Z\d]$|\d日?$|END$"
)
OUTLET_NAME = re.compile(
    r"[报報网網社台臺局厅廳]$|新闻|新聞|[发發][布佈]|客户端|客戶端|公[众眾]号|微信|频道|頻道|融媒|在线"
    r"|在線|传媒|傳媒|央视|央視|日报|晚报|时报|早报|都市报|商报|公安|交警|警方|网警|警务|法院|检察|反诈"
    r"|消防|电视|電視|广播|廣播|之声|头条|財經|财经|资讯|网站|派出所|平安|掌上|CCTV"
)
NOT_A_SOURCE = re.compile(
    r"(?:图片|圖片|照片|视频|視頻|数据|數據|资料|資料|预警|预警信息|图|圖|资金|資金|经费|經費|收入|款项|费用"
    r"|資訊|财政|財政|税收|利润|资本|成本|投资|善款|捐款|财产|財產|原料|材料|货物|貨物|货|商品|产品|食材"
    r"|食品|食物|粮食|营养|热量|能量|能源|电力|水|气|污染|污染物|感染|传染|病毒|疫情|客户|客户群|客人|客"
    r"|游客|生|人员|人口|人才|线索|情报|灵感|素质|词|名称|知识|信息的|题|试题|案件|证据|压力|幸福|动力"
    rf"|的|[主重]要[{HAN}]{{0,6}}|唯一[{HAN}]{{0,6}})$"
)
TITLE = re.compile(r"原(?:标题|標題)(?:[:：] ?|(?=《))(?P<value>[^\n。（）()]{4,60})")

# Wherever they stand, these are no part of an article.
PHRASES = re.compile(
    r"您的浏览器不支持此视频格式|点击图片查看大图|点击输入图片描述（最多\d+字）"
    r"|点击边框调出视频工具条|点击蓝字 ?关注我们|点击上方蓝字关注我们"
    r"|返回搜狐[，,]查看更多|分享让更多人看到"
)
# A line of signs that parts what stands above it from what stands below.
RULE = re.compile(r"^([=＝═—─━*＊_~#-])\1{2,}$", re.M)
# An advertisement's cross closes it; one between numbers (3 × 4) does not.
AD = re.compile(r"广告 (?!×)(?:[^×\n]{1,80}(?<![\d×\n ]) ?×|[^×\n]{1,80} ?×(?! ?\d))")

# What may stand behind the last sentence.
CALLS = re.compile(
    r"查看更多|阅读原文|閱讀原文|点击(?:查看|进入|阅读)(?:更多|原文|全文|详情)?"
    r"|(?:点击「?在看」?|喜欢这篇文章请点一下)[^。！？\n]{0,16}|本版导读|阅读全文"
    r"|(?:请)?(?:长按|扫码|微信扫一扫|扫一扫|扫描二维码)[^。！？\n]{0,24}关注[^。！？\n]{0,12}"
    r"|新闻线索报料通道：[^\n]{10,80}报料！?|转载是一种动力 ?分享是一种美德"
    r"|扫码下载[^。\n]{2,40}"
    r"|本文(?:为数据整理，)?不(?:对您)?构成(?:任何)?投资建议，(?:股市|投资)有风险，"
    r"(?:投资需谨慎|请谨慎决策)。?"
    r"|(?:平台|特别|特別)[声聲]明[:：][^\n]{4,120}(?:[仅僅只]提供)[^。\n]{0,4}信息存[储儲](?:空间|空間)?服[务務]。?"
    r"|分享到[:：]?[^。！？\n]{0,30}|微信扫一扫[^。！？\n]{0,24}"
)
_COUNT = r"(?:阅读|閱讀|浏览|瀏覽|点击|點擊|评论|評論|点赞|點讚|收藏|转发|轉發)(?:量|数|數|次数)?"
COUNTS = re.compile(rf"(?:{_COUNT} ?[:：]? ?\d[\d,.]{{0,12}} ?[万萬wWkK+]{{0,2}}次?[ |｜]*){{1,4}}")

RIGHTS = re.compile(
    r"(?:【?(?:版权|版權|免责|免責|特别|重要)(?:声明|聲明|说明|說明|提示)】?|声明|聲明)[:：] ?"
    r"(?:凡?本(?:网|網|文|站|公众号|平台|号|报|稿)|此文|该文|以上|文章|图文|部分|转载|轉載|版权|版權"
    r"|任何|我们所?转载|如遇)[^\n]{4,400}"
    r"|如遇作品内容、版权等问题[^\n]{4,120}"
    rf"|[*]?[{HAN}]{{2,8}}(?:版权作品|独家稿件|原创稿件)，(?:未经(?:书面)?授权，?不得|转载请)[^。\n]{{2,20}}。?"
    r"|(?:图文|文章|图片|本文)?版权归(?:属)?原作者(?:所有)?，?[^。！？\n]{0,60}。?"
    r"|(?:本文|以上内容|文章|稿件)?[，。]?未经(?:书面)?(?:授权|许可|允许)，?"
    r"(?:不得|禁止|严禁|请勿)(?:以任何形式)?(?:转载|摘编)[^。！？\n]{0,40}。?"
    r"|(?:如需)?转载请(?:务必)?注明(?:出处|来源)[^。！？\n]{0,30}。?"
    r"|(?:图文|本文|文章|部分)?(?:若|如)有侵权，?[^。！？\n]{0,40}(?:删除|联系)[^。！？\n]{0,10}。?"
    r"|版权所有，?(?:不得转载|侵权必究|翻印必究)。?"
)
# What a notice of rights must speak of.
RIGHTS_WORDS = re.compile(r"版权|版權|侵权|侵權|授权|授權|转载|轉載")

STAFF = re.compile(
    rf"(?:(?:{EDITOR_ROLE}|{_DESK}){COLON}(?:{NAMES})?[ |｜丨，,;；、]{{0,3}}){{1,6}}"
)
# The head of a page that was pulled into one line, down to the word that names the body.
BODY_MARK = re.compile(r"[，,]? ?正文[:：] ?")
HEAD_DATE = re.compile(rf"(?P<date>{DATE}{TIME})(?= |\n|$|来|來)")
HEAD_SOURCE = re.compile(
    r"[【（(\[]? ?(?:本文)?(?:来 ?源|來源|稿源|转自|轉自)[:：]? ?"
    rf"(?:(?<=[:：])|(?<=[:：] ))(?P<value>人民网[－-][{HAN}]{{2,3}}频道"
    r"|(?:人民网|新华网|央视网|参考消息网|环球网|台海网|华尔街见闻|上海证券报)(?! ?原创稿)"
    rf"|{OUTLET}{{2,12}}(?=[】）)\] \n]))"
    r"(?: 原创稿|[】）)\]])?"
)
HEAD_TITLE = re.compile(r"原(?:标题|標題)[:：] ?")
BRACKETED_TITLE = re.compile(
    r"[（(]原(?:标题|標題|题)(?:为?[:：] ?|为?(?=《))"
    r"(?P<value>[^\n（）()]{4,60})[）)]"
)
# Where a mark at the end of a text may begin.
_KEYS = [before + word for before in (*_BEFORE_EDITOR, "") for word in ("编辑", "編輯")]
_KEYS += [
    before + word
    for before in (*_BEFORE_SOURCE, "")
    for word in ("来源", "来 源", "來源", "稿源", "转自", "轉自")
]
_KEYS += [
    _DESK,
    "返回搜狐|原标题|原標題|分享|查看更多|阅读|閱讀|点击|點擊|喜欢这篇|本版导读|请|长按|扫",
]
_KEYS += [
    "平台声明|平台聲明|特别声明|特別聲明|微信扫|浏览|瀏覽|评论|評論|新闻线索|转载是|本文为数据|本文不"
]
# Every branch begins with a plain character: then the search skips quickly to those that matter.
TAIL_KEY = re.compile("|".join(_KEYS))
RIGHTS_KEY = re.compile(
    r"【?(?:版权|版權|免责|免責|特别|重要)|声明|聲明|如|未经|转载|本文|文章|图文|图片|以上|\*"
    rf"|(?<=[\s。！？）)])[{HAN}]{{2,8}}(?=版权作品|独家稿件|原创稿件)"
)
# A title and its body in one line, with the credit between them.
INNER_HEAD = re.compile(
    rf"(?:本文)?转自【(?P<source>[^】\n]{{2,16}})】；?"
    rf"|{DATE}{TIME} (?:作者|来源)[:：] ?(?P<names>{NAME}|[{HAN}]{{2,10}}(?= )) "
)
# In brackets the same may stand with fewer signs.
IN_BRACKETS = re.compile(
    rf"(?P<staff>(?:校对|校對|编辑|編輯)[{HAN}]{{2,3}})"
    r"|(?:本文|文章)?(?:来 ?源|來源)[:：](?P<value>[^。！？\n（）()【】]{2,40})"
)
