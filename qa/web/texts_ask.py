"""The texts of the Ask tab that came with follow-ups, judging and the history."""

from typing import Final

# name: (Simplified, Traditional, English)
ASK: Final[dict[str, tuple[str, str, str]]] = {
    # Unanswered, where all is text
    "full_stop": ("。", "。", "."),
    "colon": ("：", "：", ": "),
    "nearest_below": ("最接近的段落：", "最接近的段落：", "The nearest passages:"),
    # Follow-ups
    "carried_on": ("延续上一问", "延續上一問", "Following on"),
    "carried_names": ("所指：{names}", "所指：{names}", "meaning {names}"),
    "drop_carried": ("放下", "放下", "Drop it"),
    "drop_carried_hint": (
        "不再延续上一问，单独再问一次",
        "不再延續上一問，單獨再問一次",
        "Ask this again by itself",
    ),
    "carried_match": (
        "上文和问题里的词",
        "上文和問題裡的詞",
        "words of this question and the one before",
    ),
    # Words first
    "by_words": (
        "按字词先找到这些，还在按意思查找…",
        "按字詞先找到這些，還在按意思查找…",
        "Found by words so far; still looking by meaning…",
    ),
    # Within one article
    "within": ("只问这篇文章", "只問這篇文章", "Ask this article only"),
    "within_told": ("只在这篇文章里找：", "只在這篇文章裡找：", "Only in this article:"),
    "within_drop": ("✕ 在全部文章里找", "✕ 在全部文章裡找", "✕ Ask all articles"),
    "within_find": ("只问一篇文章", "只問一篇文章", "One article only"),
    "within_hint": (
        "标题或正文里的字词，回车查找",
        "標題或正文裡的字詞，回車查找",
        "Words of its title or text, then Enter",
    ),
    "within_more": (
        "另有 {n} 篇，请多写几个字。",
        "另有 {n} 篇，請多寫幾個字。",
        "{n} more: type more words.",
    ),
    # Filters
    "filtered": ("筛选：", "篩選：", "Filters:"),
    "filtered_since": ("{day} 起", "{day} 起", "from {day}"),
    "filtered_until": ("到 {day}", "到 {day}", "until {day}"),
    "filtered_article": ("只有一篇文章", "只有一篇文章", "one article"),
    "unanswered_filtered": (
        "筛选范围内的文章没有说",
        "篩選範圍內的文章沒有說",
        "The articles within the filters do not say",
    ),
    "unfiltered": ("不加筛选再问一次", "不加篩選再問一次", "Ask without filters"),
    # Why it was found
    "why_by_words": ("按字词：第 {rank} 位", "按字詞：第 {rank} 位", "by words: rank {rank}"),
    "why_by_words_none": (
        "按字词：不在前 100 位",
        "按字詞：不在前 100 位",
        "by words: not among the first 100",
    ),
    "why_by_meaning": ("按意思：第 {rank} 位", "按意思：第 {rank} 位", "by meaning: rank {rank}"),
    "why_by_meaning_none": (
        "按意思：不在前 100 位",
        "按意思：不在前 100 位",
        "by meaning: not among the first 100",
    ),
    "why_no_meaning": (
        "没有按意思查找",
        "沒有按意思查找",
        "meaning was not searched",
    ),
    # Judging
    "judge_answer": ("这个回答", "這個回答", "This answer is"),
    "judge_card": ("这一段", "這一段", "This passage"),
    "judge_right": ("对", "對", "right"),
    "judge_wrong": ("不对", "不對", "wrong"),
    "judge_none": ("文章里没有答案", "文章裡沒有答案", "no article answers"),
    "judge_this_one": ("这一段才是答案", "這一段才是答案", "this one answers"),
    "judge_gone": (
        "这个回答已经不在页面上了，请重新提问后再评。",
        "這個回答已經不在頁面上了，請重新提問後再評。",
        "This answer is no longer shown; ask again, then judge.",
    ),
    "restarted": (
        "服务器重新启动过，这个回答要重新提问才能继续。",
        "伺服器重新啟動過，這個回答要重新提問才能繼續。",
        "The server has been started anew; ask again to go on from this answer.",
    ),
    # A page that was loaded anew
    "reloaded": (
        "页面重新载入过。之前的回答在下面；筛选条件已清空，追问要从新的问题开始。",
        "頁面重新載入過。之前的回答在下面；篩選條件已清空，追問要從新的問題開始。",
        "The page was loaded anew. The answers from before are below;"
        " filters are off, and follow-ups need a new question.",
    ),
    "reconnected": (
        "与服务器的连接断开过，页面已自动重新载入。之前的回答和还没问的问题都在；筛选条件已清空，追问要从新的问题开始。",
        "與伺服器的連線中斷過，頁面已自動重新載入。之前的回答和還沒問的問題都在；篩選條件已清空，追問要從新的問題開始。",
        "The connection to the server was lost, and the page was loaded anew. The answers from"
        " before and the question in the box are still here; filters are off, and follow-ups need"
        " a new question.",
    ),
    "ask_again": ("再问一次", "再問一次", "Ask again"),
    # Order
    "newest_first": ("最新的在前", "最新的在前", "Newest first"),
    # History
    "history": (
        "提问记录（只存在这个浏览器里）",
        "提問記錄（只存在這個瀏覽器裡）",
        "History (kept in this browser only)",
    ),
    "history_find": ("在记录里找", "在記錄裡找", "Find in the history"),
    "history_none": ("还没有提问记录。", "還沒有提問記錄。", "Nothing has been asked yet."),
    "history_no_match": ("没有符合的记录。", "沒有符合的記錄。", "Nothing in the history matches."),
    "history_count": ("{n} 条", "{n} 條", "Questions: {n}"),
    "history_forget": ("删除", "刪除", "Delete"),
    "history_forget_all": ("全部删除", "全部刪除", "Delete all"),
    "history_sure": (
        "删除这个浏览器里的全部提问记录？",
        "刪除這個瀏覽器裡的全部提問記錄？",
        "Delete all of this browser’s history?",
    ),
    "history_markdown": ("导出 Markdown", "匯出 Markdown", "Export as Markdown"),
    "history_ids": (
        "文章 {article}，段落 {passage}",
        "文章 {article}，段落 {passage}",
        "article {article}, passage {passage}",
    ),
    "history_json": ("导出 JSON", "匯出 JSON", "Export as JSON"),
}
