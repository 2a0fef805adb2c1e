"""The texts of the Status tab, in Simplified and Traditional Chinese and in English."""

from typing import Final

# name: (Simplified, Traditional, English)
STATUS: Final[dict[str, tuple[str, str, str]]] = {
    "refresh": ("刷新", "重新整理", "Refresh"),
    # What the library holds
    "library_name": ("文章库", "文章庫", "Library"),
    "space": ("占用空间", "佔用空間", "Space"),
    "space_of": (
        "数据库 {database}，缓存 {cache}",
        "資料庫 {database}，快取 {cache}",
        "database {database}, cache {cache}",
    ),
    "articles_held": ("文章", "文章", "Articles"),
    "passages_held": ("段落", "段落", "Passages"),
    "encoded_held": ("已编码段落", "已編碼段落", "Encoded passages"),
    "all_encoded": ("全部可以按意思查找", "全部可以按意思查找", "all findable by meaning"),
    "partly_encoded": (
        "其余的暂时只能按字词查找",
        "其餘的暫時只能按字詞查找",
        "the others are findable by words only",
    ),
    "encoder": ("编码器", "編碼器", "Encoder"),
    "tokenizer": ("分词器", "分詞器", "Tokenizer"),
    "sources_held": ("来源", "來源", "Sources"),
    # What failed
    "failures": ("读不了的文件", "讀不了的檔案", "Files that could not be read"),
    "no_failures": ("没有。", "沒有。", "None."),
    "dismiss": ("忽略", "忽略", "Dismiss"),
    "dismiss_all": ("全部忽略", "全部忽略", "Dismiss all"),
    # How long answers take
    "timings": ("回答用时", "回答用時", "How long answers take"),
    "no_timings": (
        "服务启动以来还没有人提问。",
        "服務啟動以來還沒有人提問。",
        "Nobody has asked since the server started.",
    ),
    "timings_of": (
        "最近 {n} 个问题：一半在 {median} 秒以内，最慢 {most} 秒。",
        "最近 {n} 個問題：一半在 {median} 秒以內，最慢 {most} 秒。",
        "The last {n} questions: half within {median} s, the slowest {most} s.",
    ),
    "answered_in": ("用时", "用時", "Answered in"),
    "questions_asked": ("问题", "問題", "Questions"),
    # The rest
    "log": ("最近的日志", "最近的日誌", "End of the log"),
    "no_log": ("还没有日志。", "還沒有日誌。", "The log is empty."),
    "versions": ("版本", "版本", "Versions"),
}
