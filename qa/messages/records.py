"""Why a record (of a table, JSON, mail …) was not read, in Chinese, by the English sentence."""

from typing import Final

# the English sentence, gaps open: (Simplified, Traditional); see `qa.messages.reasons`
RECORDS: Final[dict[str, tuple[str, str]]] = {
    # Tables
    "has column names that are not CSV ({reason}); check them": (
        "首行的列名不合 CSV 格式；请检查列名。",
        "首行的欄名不合 CSV 格式；請檢查欄名。",
    ),
    'has no column "{column}"; name it with --text-column, out of: {names}': (
        "没有名为“{column}”的列；请用 --text-column 指明正文列，可选：{names}",
        "沒有名為「{column}」的欄；請用 --text-column 指明正文欄，可選：{names}",
    ),
    "has no column known to hold the text; name it with --text-column, out of: {names}": (
        "认不出哪一列是正文；请把那一列改名为“正文”，或用 --text-column 指明，可选：{names}",
        "認不出哪一欄是正文；請把那一欄改名為「正文」，或用 --text-column 指明，可選：{names}",
    ),
    "has more than {most} columns; put its text in quotation marks": (
        "超过 {most} 列；请给正文加上引号。",
        "超過 {most} 欄；請給正文加上引號。",
    ),
    "lines {first} to {last} were not read ({reason}); check their quotation marks": (
        "第 {first} 至 {last} 行没有读取；请检查引号。",
        "第 {first} 至 {last} 行沒有讀取；請檢查引號。",
    ),
    "this row is not CSV ({reason}); check its quotation marks": (
        "这一行不合 CSV 格式；请检查引号。",
        "這一列不合 CSV 格式；請檢查引號。",
    ),
    # JSON
    "is not JSON ({reason} at column {column}); mend or remove it": (
        "不是 JSON（第 {column} 个字符处有错）；请改正或删去。",
        "不是 JSON（第 {column} 個字元處有錯）；請改正或刪去。",
    ),
    "is not JSON ({reason} at line {line}); mend or remove it": (
        "不是 JSON（第 {line} 行有错）；请改正或删去。",
        "不是 JSON（第 {line} 行有錯）；請改正或刪去。",
    ),
    "is not JSON that can be read (too deep or too long a number)": (
        "不是能读的 JSON（嵌套太深，或数字太长）。",
        "不是能讀的 JSON（巢狀太深，或數字太長）。",
    ),
    # What a record lacks
    "is the address of two different articles; give each its own id": (
        "两篇不同的文章用了这个地址；请给每篇各自的编号。",
        "兩篇不同的文章用了這個位址；請給每篇各自的編號。",
    ),
    'is {kind}, not an object with a text; write {{"text": …}}': (
        '是{kind}，不是有正文的对象；请写成 {{"text": …}}。',
        '是{kind}，不是有正文的物件；請寫成 {{"text": …}}。',
    ),
    'has {kind} as "{name}", not a string; write it in quotation marks': (
        "“{name}”是{kind}，不是字符串；请加上引号。",
        "「{name}」是{kind}，不是字串；請加上引號。",
    ),
    'has no field "{name}"; name one of: {names}': (
        "没有名为“{name}”的字段；可选：{names}",
        "沒有名為「{name}」的欄位；可選：{names}",
    ),
    'has an empty "{name}"; give the article\'s text there': (
        "“{name}”是空的；请在那里写上正文。",
        "「{name}」是空的；請在那裡寫上正文。",
    ),
    "has no text field; name the one that holds the text, out of: {names}": (
        "没有正文字段；请指明哪一个是正文，可选：{names}",
        "沒有正文欄位；請指明哪一個是正文，可選：{names}",
    ),
    # What is wrong with a value of a question
    "is missing; write it": ("没有写；请补上", "沒有寫；請補上"),
    "is no text; put it in quotation marks": (
        "不是文字；请加上引号",
        "不是文字；請加上引號",
    ),
    "is neither true nor false; write one of them": (
        "既不是 true 也不是 false；请写其中一个",
        "既不是 true 也不是 false；請寫其中一個",
    ),
    "is no list; put it in brackets": ("不是列表；请写在方括号里", "不是清單；請寫在方括號裡"),
    "is no object; put it in braces": ("不是对象；请写在花括号里", "不是物件；請寫在大括號裡"),
    "is none of {expected}; write one of them": (
        "只能是 {expected} 之一；请改正",
        "只能是 {expected} 之一；請改正",
    ),
    "is no JSON ({error}); write one object a line": (
        "不是 JSON（{error}）；请每行写一个对象",
        "不是 JSON（{error}）；請每行寫一個物件",
    ),
    # What the gaps above are filled with
    "null": ("空值", "空值"),
    "true or false": ("真假值", "真假值"),
    "a number": ("数字", "數字"),
    "a string": ("字符串", "字串"),
    "a list": ("列表", "清單"),
    "an object": ("对象", "物件"),
    "(no fields)": ("（没有字段）", "（沒有欄位）"),
    "(no names)": ("（没有列名）", "（沒有欄名）"),
    # Which record it is, with one of the sentences above
    "this row {problem}": ("这一行{problem}", "這一列{problem}"),
    "this line {problem}": ("这一行{problem}", "這一行{problem}"),
    "this record {problem}": ("这条记录{problem}", "這筆記錄{problem}"),
    "this entry {problem}": ("这一条{problem}", "這一則{problem}"),
    "this message {problem}": ("这封邮件{problem}", "這封郵件{problem}"),
}
