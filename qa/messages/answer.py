"""The texts of answers and of the reader, in Simplified and Traditional Chinese and in English."""

from typing import Final

# name: (Simplified, Traditional, English)
ANSWER: Final[dict[str, tuple[str, str, str]]] = {
    # What is said
    "answer_people": ("文章提到的人", "文章提到的人", "People the articles name"),
    "answer_quote": ("文章的原话", "文章的原話", "In the article’s words"),
    "answer_short": ("文章的说法", "文章的說法", "What the articles say"),
    "short_also": (
        "另有 {n} 篇文章也这样说。",
        "另有 {n} 篇文章也這樣說。",
        "Other articles that say the same: {n}.",
    ),
    "short_disputed": ("各篇说法不一", "各篇說法不一", "articles disagree"),
    "short_against": ("别的文章说：", "別的文章說：", "Others say:"),
    "short_other": ("也可能是：", "也可能是：", "Or perhaps:"),
    "role_出席": ("出席", "出席", "attended"),
    "role_主持": ("主持", "主持", "chaired"),
    "role_会见": ("会见", "會見", "met"),
    "role_讲话": ("讲话", "講話", "spoke"),
    "role_陪同": ("陪同", "陪同", "accompanied"),
    "role_参加": ("参加", "參加", "took part"),
    # Unsure, and unanswered
    "unsure": (
        "不确定文章里有没有说",
        "不確定文章裡有沒有說",
        "Not sure that the articles say it",
    ),
    "unsure_found": (
        "找到了这些，但不一定是答案：",
        "找到了這些，但不一定是答案：",
        "This was found, but may be no answer:",
    ),
    "unsure_said": ("不确定：{said}", "不確定：{said}", "Not sure: {said}"),
    "unanswered": ("文章里没有说", "文章裡沒有說", "The articles do not say"),
    "unanswered_filtered": (
        "筛选范围内的文章没有说",
        "篩選範圍內的文章沒有說",
        "The articles within the filters do not say",
    ),
    "unanswered_why": (
        "下面只是最接近的段落，不是答案。",
        "下面只是最接近的段落，不是答案。",
        "Below are the nearest passages only; they are not an answer.",
    ),
    "unfiltered": ("不加筛选再问一次", "不加篩選再問一次", "Ask without filters"),
    "nothing_found": ("什么也没有找到", "什麼也沒有找到", "Nothing was found"),
    "nothing_found_filtered": (
        "筛选范围内什么也没有找到",
        "篩選範圍內什麼也沒有找到",
        "Nothing was found within the filters",
    ),
    "nearest_below": ("最接近的段落：", "最接近的段落：", "The nearest passages:"),
    "words_only": (
        "文章还在编码，这次只按字词查找，没有按意思查找。",
        "文章還在編碼，這次只按字詞查找，沒有按意思查找。",
        "Articles are still being encoded: found by words only, not yet by meaning.",
    ),
    "by_words": (
        "按字词先找到这些，还在按意思查找…",
        "按字詞先找到這些，還在按意思查找…",
        "Found by words so far; still looking by meaning…",
    ),
    # How sure
    "certainty": ("答案在文章里的可能", "答案在文章裡的可能", "Chance that the articles say it"),
    "sure": ("很大", "很大", "very high"),
    "likely": ("较大", "較大", "high"),
    "maybe": ("中等", "中等", "medium"),
    "doubtful": ("较小", "較小", "low"),
    "unlikely": ("很小", "很小", "very low"),
    # Passages
    "passages": ("段落", "段落", "Passages"),
    "nearest": ("最接近的段落", "最接近的段落", "Nearest passages"),
    "legend": ("标记", "標記", "Marks"),
    "kind_sentence": ("最相关的一句", "最相關的一句", "best sentence"),
    "kind_match": ("问题里的词", "問題裡的詞", "words of the question"),
    "kind_person": ("人物", "人物", "person"),
    "kind_date": ("时间", "時間", "date"),
    "kind_number": ("数字", "數字", "number"),
    "kind_place": ("地点", "地點", "place"),
    "kind_reason": ("原因", "原因", "reason"),
    "kind_quote": ("引语", "引語", "quotation"),
    "kind_name": ("名称", "名稱", "name"),
    "kind_words": ("答案", "答案", "answer"),
    "carried_match": (
        "上文和问题里的词",
        "上文和問題裡的詞",
        "words of this question and the one before",
    ),
    "open": ("读全文", "讀全文", "Read the article"),
    "reprints": ("另有 {n} 家转载", "另有 {n} 家轉載", "Also carried by {n} more"),
    # Copies
    "copy_plain": ("复制引文", "複製引文", "Copy quotation"),
    "copy_markdown": ("Markdown", "Markdown", "Markdown"),
    "copy_gbt": ("GB/T 7714", "GB/T 7714", "GB/T 7714"),
    "copy_plain_named": ("复制引文", "複製引文", "Copy quotation"),
    "copy_markdown_named": ("复制 Markdown 引文", "複製 Markdown 引文", "Copy Markdown quotation"),
    "copy_gbt_named": ("复制 GB/T 7714 引文", "複製 GB/T 7714 引文", "Copy GB/T 7714 citation"),
    "copied": ("已复制", "已複製", "Copied"),
    "uncopied": (
        "没能复制：浏览器不让用剪贴板",
        "沒能複製：瀏覽器不讓用剪貼簿",
        "Not copied: the browser refuses the clipboard",
    ),
    # Why it was found
    "why": ("为什么找到它", "為什麼找到它", "Why it was found"),
    "why_rank": (
        "第 {rank} 位，得分 {score}",
        "第 {rank} 位，得分 {score}",
        "rank {rank}, score {score}",
    ),
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
    "why_words": ("对上的词：{words}", "對上的詞：{words}", "matched words: {words}"),
    "why_meaning": (
        "没有对上的词：按意思找到",
        "沒有對上的詞：按意思找到",
        "no matched words: found by meaning",
    ),
    # Follow-ups
    "carried_on": ("延续上一问", "延續上一問", "Following on"),
    "carried_names": ("所指：{names}", "所指：{names}", "meaning {names}"),
    "drop_carried": ("放下", "放下", "Drop it"),
    "drop_carried_hint": (
        "不再延续上一问，单独再问一次",
        "不再延續上一問，單獨再問一次",
        "Ask this again by itself",
    ),
    "elsewhere": (
        "最相关的段落不在这件事的文章里。",
        "最相關的段落不在這件事的文章裡。",
        "The best passage stands in another article than this event's.",
    ),
    # Other events, and all in time
    "others": ("其他符合的事件", "其他符合的事件", "Other events that fit"),
    "by_article": ("文章日期", "文章日期", "date of the article"),
    "timeline": ("时间线", "時間線", "Timeline"),
    "timeline_empty": (
        "没有日期完整的内容。",
        "沒有日期完整的內容。",
        "Nothing that is told has a full date.",
    ),
    "timeline_undated": (
        "另有 {n} 处日期不详，未列入。",
        "另有 {n} 處日期不詳，未列入。",
        "{n} more without a full date are left out.",
    ),
    # Judging
    "judge_answer": ("这个回答", "這個回答", "This answer:"),
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
    # The reader
    "close": ("关闭", "關閉", "Close"),
    "to_passage": ("回到所引段落", "回到所引段落", "To the passage"),
    "author": ("作者", "作者", "By"),
    "editor": ("编辑", "編輯", "Editor"),
    "original": ("原文链接", "原文連結", "Original"),
    "gone": (
        "这篇文章已经不在库里了。",
        "這篇文章已經不在庫裡了。",
        "This article is no longer in the library.",
    ),
}
