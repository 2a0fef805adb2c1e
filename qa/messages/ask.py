"""The texts of the Ask tab around the answers, in both kinds of Chinese and in English."""

from typing import Final

# name: (Simplified, Traditional, English)
ASK: Final[dict[str, tuple[str, str, str]]] = {
    # The question
    "question": ("问题", "問題", "Question"),
    "question_hint": (
        "例如：谁出席了会议？",
        "例如：誰出席了會議？",
        "e.g. Who attended the meeting?",
    ),
    "ask": ("提问", "提問", "Ask"),
    "clear": ("清空对话", "清空對話", "Clear"),
    # Filters
    "filters": (
        "筛选：来源、日期、文章、段数、顺序",
        "篩選：來源、日期、文章、段數、順序",
        "Filters: source, dates, article, passages, order",
    ),
    "source": ("来源", "來源", "Source"),
    "all_sources": ("全部来源", "全部來源", "All sources"),
    "since": ("从（日期）", "從（日期）", "Since (date)"),
    "until": ("到（日期）", "到（日期）", "Until (date)"),
    "k": ("显示几段", "顯示幾段", "Passages shown"),
    "newest_first": ("最新的在前", "最新的在前", "Newest first"),
    "filtered": ("筛选：", "篩選：", "Filters:"),
    "dated": ("按问题里的日期", "按問題裡的日期", "By the question’s dates"),
    "filtered_since": ("{day} 起", "{day} 起", "from {day}"),
    "filtered_until": ("到 {day}", "到 {day}", "until {day}"),
    "filtered_article": ("只有一篇文章", "只有一篇文章", "one article"),
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
    # Before anything is asked
    "examples": ("可以这样问", "可以這樣問", "You could ask"),
    "keys": (
        "键盘：按 / 到问题框，Enter 提问，↑ ↓ 在段落之间移动，Esc 关闭文章",
        "鍵盤：按 / 到問題框，Enter 提問，↑ ↓ 在段落之間移動，Esc 關閉文章",
        "Keyboard: / goes to the question, Enter asks, ↑ ↓ move between passages, Esc closes",
    ),
    "example_who": ("谁出席了会议？", "誰出席了會議？", "Who attended the meeting?"),
    "example_title": (
        "“{title}”是怎么回事？",
        "「{title}」是怎麼回事？",
        "What is “{title}” about?",
    ),
    "empty_title": ("文章库还是空的", "文章庫還是空的", "The library is empty"),
    "empty_cure": (
        "请到“文章库”一栏添加文章：文本、网页、PDF、Word、JSONL 或压缩包都可以。",
        "請到「文章庫」一欄加入文章：文字檔、網頁、PDF、Word、JSONL 或壓縮檔都可以。",
        "Add articles under “Library”: text, web pages, PDF, Word, JSONL, or archives of these.",
    ),
    # While it is answered
    "queued": (
        "排队：第 {place} 位，共 {all} 位",
        "排隊：第 {place} 位，共 {all} 位",
        "Waiting: number {place} of {all}",
    ),
    "working": ("正在处理……", "正在處理……", "Working…"),
    # A page, or a server, that was started anew
    "restarted": (
        "服务器重新启动过，这个回答要重新提问才能继续。",
        "伺服器重新啟動過，這個回答要重新提問才能繼續。",
        "The server has been started anew; ask again to go on from this answer.",
    ),
    "reloaded": (
        "页面重新载入过。之前的问题和回答在下面；筛选条件已清空，追问要从新的问题开始。",
        "頁面重新載入過。之前的問題和回答在下面；篩選條件已清空，追問要從新的問題開始。",
        "The page was loaded anew. The questions and answers from before are below;"
        " filters are off, and follow-ups need a new question.",
    ),
    "reconnected": (
        "与服务器的连接断开过，页面已自动重新载入。之前的问题和回答、还没问的问题都在；筛选条件已清空，追问要从新的问题开始。",
        "與伺服器的連線中斷過，頁面已自動重新載入。之前的問題和回答、還沒問的問題都在；篩選條件已清空，追問要從新的問題開始。",
        "The connection to the server was lost, and the page was loaded anew. The questions and"
        " answers from before and what is in the box are still here; filters are off, and"
        " follow-ups need a new question.",
    ),
    "left_asking": ("这个问题还没有回答。", "這個問題還沒有回答。", "This is not answered yet."),
    "ask_again": ("再问一次", "再問一次", "Ask again"),
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
