"""Why files could not be read, in Simplified and Traditional Chinese, by the English sentence.

A library keeps the English sentence. Those that are not here, as they hold a number or a name, are
shown in English.
"""

from typing import Final

# the English sentence: (Simplified, Traditional)
REASONS: Final[dict[str, tuple[str, str]]] = {
    # Nothing to read
    "is empty; give a file with text in it": (
        "是空的；请给一个有文字的文件。",
        "是空的；請給一個有文字的檔案。",
    ),
    "is empty; give a file with articles in it": (
        "是空的；请给一个有文章的文件。",
        "是空的；請給一個有文章的檔案。",
    ),
    "is empty; give a table with a line of column names": (
        "是空的；请给一个首行是列名的表格。",
        "是空的；請給一個首行是欄名的表格。",
    ),
    "holds no text; give the page that has the article in it": (
        "没有文字；请给有文章的那一页。",
        "沒有文字；請給有文章的那一頁。",
    ),
    "holds no text; give one with an article in it": (
        "没有文字；请给有文章的文件。",
        "沒有文字；請給有文章的檔案。",
    ),
    "holds no text; give a Word file with an article in it": (
        "没有文字；请给有文章的 Word 文件。",
        "沒有文字；請給有文章的 Word 檔案。",
    ),
    "holds no chapter with text; give an EPUB that is not all pictures": (
        "没有一章有文字；请给不全是图片的 EPUB。",
        "沒有一章有文字；請給不全是圖片的 EPUB。",
    ),
    "holds no article and no list of them; give objects with a text field": (
        "没有文章，也没有文章的列表；请给有正文字段的对象。",
        "沒有文章，也沒有文章的清單；請給有正文欄位的物件。",
    ),
    "has no text layer, as a scan has; run a text recognition (OCR) over it": (
        "像扫描件一样没有文字层；请先做文字识别（OCR）。",
        "像掃描件一樣沒有文字層；請先做文字辨識（OCR）。",
    ),
    "has no body of text; give one with an article in it": (
        "没有正文；请给有文章的文件。",
        "沒有正文；請給有文章的檔案。",
    ),
    "has an empty body; give one with an article in it": (
        "正文是空的；请给有文章的文件。",
        "正文是空的；請給有文章的檔案。",
    ),
    # Damaged, locked, of another kind
    "is cut off or damaged; fetch or pack it again": (
        "不完整或已损坏；请重新下载或打包。",
        "不完整或已損壞；請重新下載或打包。",
    ),
    "is no whole PDF (cut off or damaged); fetch it again": (
        "不是完整的 PDF（被截断或已损坏）；请重新下载。",
        "不是完整的 PDF（被截斷或已損壞）；請重新下載。",
    ),
    "is locked with a password; save it without one": (
        "有密码；请另存为没有密码的文件。",
        "有密碼；請另存為沒有密碼的檔案。",
    ),
    "is no whole Word file; save it again from Word": (
        "不是完整的 Word 文件；请在 Word 里重新保存。",
        "不是完整的 Word 檔案；請在 Word 裡重新儲存。",
    ),
    "is no whole Excel file; save it again from Excel": (
        "不是完整的 Excel 文件；请在 Excel 里重新保存。",
        "不是完整的 Excel 檔案；請在 Excel 裡重新儲存。",
    ),
    "is a damaged EPUB (no reading order); save it anew": (
        "是损坏的 EPUB（没有阅读顺序）；请重新保存。",
        "是損壞的 EPUB（沒有閱讀順序）；請重新儲存。",
    ),
    "is no mail; save it again as EML": (
        "不是邮件；请重新存成 EML。",
        "不是郵件；請重新存成 EML。",
    ),
    "is no feed with entries; give an RSS or Atom file": (
        "不是有条目的订阅源；请给 RSS 或 Atom 文件。",
        "不是有條目的訂閱源；請給 RSS 或 Atom 檔案。",
    ),
    "holds no page that can be read; save it again from the browser": (
        "没有能读的网页；请在浏览器里重新保存。",
        "沒有能讀的網頁；請在瀏覽器裡重新儲存。",
    ),
    "is damaged UTF-8; save it again as UTF-8 from its original": (
        "是损坏的 UTF-8；请用原文重新存成 UTF-8。",
        "是損壞的 UTF-8；請用原文重新存成 UTF-8。",
    ),
    "is binary, not text; give a text file, or a format that Chuchu reads": (
        "是二进制文件，不是文字；请给文本，或 Chuchu 能读的格式。",
        "是二進位檔案，不是文字；請給文字檔，或 Chuchu 能讀的格式。",
    ),
    "cannot be decoded, or is too long; save the file again as UTF-8": (
        "不能解码，或者太长；请重新存成 UTF-8。",
        "不能解碼，或者太長；請重新存成 UTF-8。",
    ),
    "is not JSON that can be read (too deep or too long a number)": (
        "不是能读的 JSON（嵌套太深，或数字太长）。",
        "不是能讀的 JSON（巢狀太深，或數字太長）。",
    ),
    "does not exist; check the spelling of the path": (
        "不存在；请检查路径。",
        "不存在；請檢查路徑。",
    ),
}
