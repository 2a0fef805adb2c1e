"""Why files could not be read, in Simplified and Traditional Chinese, by the English sentence.

A library keeps the English sentence, its gaps filled (`qa.messages.said`). Of sentences that begin
alike, the more exact one stands first.
"""

from typing import Final

from qa.messages.records import RECORDS

# the English sentence, gaps open: (Simplified, Traditional)
REASONS: Final[dict[str, tuple[str, str]]] = {
    # Nothing failed
    "another text of this name is held; both are kept, and this one is called {name}": (
        "库里另有内容不同的同名文件；两篇都保留，这一篇记作“{name}”。",
        "庫裡另有內容不同的同名檔案；兩篇都保留，這一篇記作「{name}」。",
    ),
    "the same text is held as {name}; both are kept": (
        "库里已有内容相同的“{name}”；两篇都保留。",
        "庫裡已有內容相同的「{name}」；兩篇都保留。",
    ),
    # Nothing to read
    "is empty; give a file with text in it": (
        "是空的；请给一个有文字的文件。",
        "是空的；請給一個有文字的檔案。",
    ),
    "is empty; give a file with articles in it": (
        "是空的；请给一个有文章的文件。",
        "是空的；請給一個有文章的檔案。",
    ),
    "has column names and no row under them; give it a row for each article": (
        "只有列名，没有内容；请每篇文章写一行。",
        "只有欄名，沒有內容；請每篇文章寫一列。",
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
    "no text is left to read; remove it or put text into it": (
        "清理以后没有文字了；请删去，或写进文字。",
        "清理以後沒有文字了；請刪去，或寫進文字。",
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
    "is a damaged page; fetch the PDF again": (
        "是损坏的一页；请重新下载这个 PDF。",
        "是損壞的一頁；請重新下載這個 PDF。",
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
    'is a damaged EPUB (no "{path}"); save it anew': (
        "是损坏的 EPUB（缺少“{path}”）；请重新保存。",
        "是損壞的 EPUB（缺少「{path}」）；請重新儲存。",
    ),
    'is a damaged EPUB ("{path}" is no XML); save it anew': (
        "是损坏的 EPUB（“{path}”不是 XML）；请重新保存。",
        "是損壞的 EPUB（「{path}」不是 XML）；請重新儲存。",
    ),
    "is no feed with entries; give an RSS or Atom file": (
        "不是有条目的订阅源；请给 RSS 或 Atom 文件。",
        "不是有條目的訂閱源；請給 RSS 或 Atom 檔案。",
    ),
    "holds no page that can be read; save it again from the browser": (
        "没有能读的网页；请在浏览器里重新保存。",
        "沒有能讀的網頁；請在瀏覽器裡重新儲存。",
    ),
    "cannot be read as {format}: its reader took over {seconds} seconds; convert it": (
        "按 {format} 读了 {seconds} 秒还没读完；请转换成别的格式。",
        "按 {format} 讀了 {seconds} 秒還沒讀完；請轉換成別的格式。",
    ),
    "cannot be read as {format}: its reader broke down over it; convert or mend it": (
        "不能按 {format} 读取：读取程序中断了；请转换成别的格式，或修复文件。",
        "不能按 {format} 讀取：讀取程式中斷了；請轉換成別的格式，或修復檔案。",
    ),
    "needs a package that is missing; run: pip install {package}": (
        "读取它要用的软件包没有安装；请运行 pip install {package}。",
        "讀取它要用的套件沒有安裝；請執行 pip install {package}。",
    ),
    # Encodings
    "fits no encoding for sure (UTF-8, UTF-16, GB18030, Big5); save it as UTF-8": (
        "认不准是哪种编码（UTF-8、UTF-16、GB18030、Big5）；请存成 UTF-8。",
        "認不準是哪種編碼（UTF-8、UTF-16、GB18030、Big5）；請存成 UTF-8。",
    ),
    "is UTF-8 in some parts and not in others; save each part as UTF-8 and join them again": (
        "有的部分是 UTF-8，有的不是；请把各部分存成 UTF-8 后再合并。",
        "有的部分是 UTF-8，有的不是；請把各部分存成 UTF-8 後再合併。",
    ),
    "was read in a wrong encoding before it was saved; save it as UTF-8 from its original": (
        "在保存之前就被用错误的编码读过了；请用原文存成 UTF-8。",
        "在儲存之前就被用錯誤的編碼讀過了；請用原文存成 UTF-8。",
    ),
    "is RTF, which Chuchu does not read; save it as .docx or .txt": (
        "是 RTF，Chuchu 不能读；请另存为 .docx 或 .txt。",
        "是 RTF，Chuchu 不能讀；請另存為 .docx 或 .txt。",
    ),
    "is {kind}, which Chuchu does not read; save it as .docx, .xlsx, .pdf or .txt": (
        "是 {kind} 文件，Chuchu 不能读；请另存为 .docx、.xlsx、.pdf 或 .txt。",
        "是 {kind} 檔案，Chuchu 不能讀；請另存為 .docx、.xlsx、.pdf 或 .txt。",
    ),
    "is an Office file of before 2007 (.doc, .xls, .msg), or a locked one; save it as .docx, .xlsx,"
    " .pdf or .txt": (
        "是 2007 年以前的 Office 文件（.doc、.xls、.msg），或加了密码；"
        "请另存为 .docx、.xlsx、.pdf 或 .txt。",
        "是 2007 年以前的 Office 檔案（.doc、.xls、.msg），或加了密碼；"
        "請另存為 .docx、.xlsx、.pdf 或 .txt。",
    ),
    "is XML, but no RSS, Atom, NITF or NewsML; save it as .docx, .xlsx, .pdf or .txt": (
        "是 XML，但不是 RSS、Atom、NITF 或 NewsML；请另存为 .docx、.xlsx、.pdf 或 .txt。",
        "是 XML，但不是 RSS、Atom、NITF 或 NewsML；請另存為 .docx、.xlsx、.pdf 或 .txt。",
    ),
    "is no whole NITF or NewsML (cut off or damaged); fetch it again": (
        "不是完整的 NITF 或 NewsML（被截断或已损坏）；请重新下载。",
        "不是完整的 NITF 或 NewsML（被截斷或已損壞）；請重新下載。",
    ),
    "is {encoding} but damaged near byte {byte}; save it again from its original": (
        "是 {encoding} 编码，但在第 {byte} 字节附近损坏了；请用原文重新保存。",
        "是 {encoding} 編碼，但在第 {byte} 位元組附近損壞了；請用原文重新儲存。",
    ),
    "is {encoding} but damaged; save it again as UTF-8": (
        "是 {encoding} 编码，但已损坏；请重新存成 UTF-8。",
        "是 {encoding} 編碼，但已損壞；請重新存成 UTF-8。",
    ),
    "holds binary data near byte {byte}, so it is no text; give the text alone": (
        "在第 {byte} 字节附近有二进制数据，不是文字；请只给文字。",
        "在第 {byte} 位元組附近有二進位資料，不是文字；請只給文字。",
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
    # Too large
    "holds a text of more than {size}; divide it into smaller files": (
        "有超过 {size} 的文字；请分成几个小文件。",
        "有超過 {size} 的文字；請分成幾個小檔案。",
    ),
    "has more than {most} pages; divide it": (
        "超过 {most} 页；请分成几个文件。",
        "超過 {most} 頁；請分成幾個檔案。",
    ),
    "is too large or too deep for {format}; divide it": (
        "作为 {format} 太大，或嵌套太深；请分成几个文件。",
        "作為 {format} 太大，或巢狀太深；請分成幾個檔案。",
    ),
    "more than {most} runs of white space or control characters, this is no article; save it as"
    " plain text, or leave it out": (
        "空白或控制字符超过 {most} 处，不像文章；请存成纯文本，或不要添加。",
        "空白或控制字元超過 {most} 處，不像文章；請存成純文字，或不要加入。",
    ),
    # Archives
    "is locked; unpack it": (
        "有密码；请解压后再添加。",
        "有密碼；請解壓縮後再加入。",
    ),
    "cannot be unpacked ({reason}); pack it again": (
        "不能解压；请重新打包。",
        "不能解壓縮；請重新打包。",
    ),
    "is a link or a device, not a file; pack the file itself": (
        "是链接或设备，不是文件；请打包文件本身。",
        "是連結或裝置，不是檔案；請打包檔案本身。",
    ),
    "is no file; pack the file itself": (
        "不是文件；请打包文件本身。",
        "不是檔案；請打包檔案本身。",
    ),
    "has a path that leads out of the archive; pack it again without": (
        "路径指到了压缩包外面；请重新打包，不要这样的路径。",
        "路徑指到了壓縮檔外面；請重新打包，不要這樣的路徑。",
    ),
    "unpacks to more than {most} GB; unpack it yourself": (
        "解压后超过 {most} GB；请自己解压。",
        "解壓縮後超過 {most} GB；請自己解壓縮。",
    ),
    "unpacks to more than {most} MB, as a bomb would; unpack it yourself if you trust it": (
        "解压后超过 {most} MB，像是压缩炸弹；如果信得过，请自己解压。",
        "解壓縮後超過 {most} MB，像是壓縮炸彈；如果信得過，請自己解壓縮。",
    ),
    "unpacks to far more than it should, as a bomb would; save it anew": (
        "解压后大得离谱，像是压缩炸弹；请重新保存。",
        "解壓縮後大得離譜，像是壓縮炸彈；請重新儲存。",
    ),
    "holds more than {most} files; unpack it yourself": (
        "有超过 {most} 个文件；请自己解压。",
        "有超過 {most} 個檔案；請自己解壓縮。",
    ),
    "is packed more than {most} times over; unpack it yourself": (
        "套了超过 {most} 层压缩；请自己解压。",
        "套了超過 {most} 層壓縮；請自己解壓縮。",
    ),
    # Not to be had from the disk
    "does not exist; check the spelling of the path": (
        "不存在；请检查路径。",
        "不存在；請檢查路徑。",
    ),
    "is gone since it was found; add it again if it comes back": (
        "找到以后又不见了；如果还会回来，请重新添加。",
        "找到以後又不見了；如果還會回來，請重新加入。",
    ),
    "may not be read; give yourself the right to read it": (
        "不允许读取；请取得读取权限。",
        "不允許讀取；請取得讀取權限。",
    ),
    "is neither a file nor a folder; give one of these": (
        "既不是文件也不是文件夹；请给文件或文件夹。",
        "既不是檔案也不是資料夾；請給檔案或資料夾。",
    ),
    "cannot be read ({reason}); check the path": (
        "不能读取（{reason}）；请检查路径。",
        "不能讀取（{reason}）；請檢查路徑。",
    ),
    **RECORDS,
}
