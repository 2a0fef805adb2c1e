"""How English asks: at the head of a clause."""

from qa.question_rules.offices import ENGLISH_OFFICE
from qa.question_rules.rule import Rules, any_of

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
    r"|head(?= (?:of|at|in|who|said|spoke|told|explained|answered)\b)|premier|chancellor|senator"
    r"|deputies|deputy(?! \w)|envoy|diplomat"
    r"|attach[eé]|commander|captain|soldier|astronaut|prosecutor|attorney|barrister|magistrate|detective"
    r"|inspector|firefighter|victim|suspect|defendant|fugitive|witness|manager|founder"
    r"|owner|entrepreneur|tycoon|billionaire|clerk|nurse|dean|principal|headmaster|curator"
    r"|researcher|academician|economist|analyst|strategist|forecaster|historian|critic|journalist"
    r"|reporter|novelist|poet|composer|musician|painter|photographer|screenwriter|filmmaker|dancer"
    r"|comedian|celebrit(?:y|ies)|rapper|blogger|leaker|goalkeeper|defender|midfielder"
    r"|striker|referee|fencer|diver|skater|skier|boxer|gymnast|cyclist|weightlifter|rower|golfer"
    r"|inventor|emperor|king|queen|prince|princess|monk|husband|wife|wives|son|daughter|brother|sister"
    r"|mother|father|resident|villager|farmer|worker|tourist|netizen|neighbou?r"
    r"|colleague|counsel|ceo|cfo|designer|architect|sculptor|calligrapher|collector|breeder|appraiser"
    r"|influencer|presenter|conductor|instructor|lecturer|trainer|lyricist|columnist"
    r"|chef|courier|volunteer(?!s? (?:team|group|role|organi))|veteran|policeman|colonel|admiral"
    r"|sheriff|vet|pharmacist|technician|astronomer|chemist|psychiatrist"
    r"|\w+(?:ologist|icist|ician)|hero(?:ine)?"
    r"|chief(?! (?:reason|cause|aim|goal|product|export|city|town|component)))(?:e?s)?\b"
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
    r"|toll|profit|revenue|income|fare|fee|salary|rate|fine|value|magnitude|figure|level|temperature|length|speed|age"
    r"|loss(?:es)?|debt|surplus|deficit|output|sales|valuation|compensation|reward|bonus|odds|growth|capacity|ridership"
    r"|size|height|depth|weight|width|distance|area)s?"
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
_WHAT_IS = rf"what(?:['’]s| {_BE})"

ENGLISH: Rules = (
    (
        "said",
        any_of(
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
        any_of(
            r"(?:what|which) (?:local |exact )?(?:time|day|date|year|month|week|hour)s?\b",
            rf"{_WHAT_IS} the (?:[\w-]+ )?(?:deadline|date|time)\b",
            r"when\b",
            r"how (?:soon|long ago)\b",
            head=_HEAD,
        ),
    ),
    ("where", any_of(r"where\b", rf"(?:what|which) (?:other )?{_TOWNS}", head=_HEAD)),
    (
        "where",
        any_of(
            rf"(?:what|which) (?:\w+ ){{0,2}}?{_ENGLISH_SITES}",
            head=r"\b(?:in|at|from|to|near|into|on|outside|inside) ",
        ),
    ),
    (
        "howmany",
        any_of(
            rf"how {_DEGREES}",
            r"(?:what|which) (?:percentage|proportion|share|number|amount|percent|fraction|sum)\b",
            rf"{_WHAT_IS} (?:(?!(?:of|for|behind|about|in|on|to|by) )[\w'’-]+ ){{1,5}}?{_AMOUNTS}",
        ),
    ),
    (
        "why",
        any_of(
            r"why\b",
            r"how come\b",
            r"what (?:caused|causes|led to|prompted|triggered|made)\b",
            rf"{_WHAT_IS} (?:the |behind )(?:\w+ )?(?:reasons?|causes?)\b",
            rf"{_WHAT_IS} behind\b",
            r"(?:what|which) (?:reasons?|grounds?)\b",
            head=_HEAD,
        ),
    ),
    ("who", any_of(ENGLISH_OFFICE)),
    (
        "who",
        any_of(
            r"who(?:m|se)?(?:'s)?\b",
            _WHICH_PERSON,
            rf"{_WHAT_IS} the names? of (?:the|that|this) (?:[\w-]+ )?{ENGLISH_PERSON}",
            head=_HEAD,
        ),
    ),
    ("what", any_of(r"(?:what|which)\b", head=_HEAD)),
    ("how", any_of(r"how\b", head=_HEAD)),
)
_ASKS = (
    r"(?:what|which|who|whom|whose|when|where|why|how|is|was|are|were|did|does|do|has|have|can)\b"
)
_LEADS_ON = r"(?:of|for|in|on|at|to|from|with|by|about|behind)\b"
ENGLISH_REST: Rules = (
    # Words alone, of which an amount tells what is wanted: Lanhe quake death toll.
    ("howmany", any_of(rf"^(?!.*\b{_ASKS})(?:(?!\b{_LEADS_ON})[^?])*?\b{_AMOUNTS}")),
    ("what", any_of(r"\b(?:what|which)\b")),
    ("who", any_of(r"(?<!\bthe )\bwho(?:m|se)?\b")),  # the WHO is an organisation
    ("when", any_of(r"\bwhen\b")),
    ("where", any_of(r"\bwhere\b")),
    ("why", any_of(r"\bwhy\b")),
    ("how", any_of(r"\bhow\b")),
)
