"""What is told of errors, in Simplified and Traditional Chinese, by the English sentence.

Sentences that are not here are shown in English.
"""

from typing import Final

# the English sentence, gaps open: (Simplified, Traditional)
ERRORS: Final[dict[str, tuple[str, str]]] = {
    # Asking
    "the question is empty; type what you want to know": (
        "问题是空的；请写出想知道什么。",
        "問題是空的；請寫出想知道什麼。",
    ),
    "the question has no words; type what you want to know": (
        "问题里没有字；请写出想知道什么。",
        "問題裡沒有字；請寫出想知道什麼。",
    ),
    "the question has {length} characters; ask in at most {most}": (
        "问题有 {length} 个字；请缩短到 {most} 个字以内。",
        "問題有 {length} 個字；請縮短到 {most} 個字以內。",
    ),
    "{name}: {value!r} is no date; write it as 2023-07-01": (
        "筛选日期：“{value}”不是日期；请写成 2023-07-01 这样。",
        "篩選日期：「{value}」不是日期；請寫成 2023-07-01 這樣。",
    ),
    "since {since} comes after until {until}; exchange the two days": (
        "筛选日期：开始日期 {since} 在结束日期 {until} 之后；请把两个日期对调。",
        "篩選日期：開始日期 {since} 在結束日期 {until} 之後；請把兩個日期對調。",
    ),
    "there is no source {source}; the nearest are: {nearest}": (
        "没有“{source}”这个来源；最接近的有：{nearest}。",
        "沒有「{source}」這個來源；最接近的有：{nearest}。",
    ),
    "{article}: there is no such article; `list` shows their ids": (
        "没有哪篇文章的编号、记录名或地址是“{article}”；编号可以用 `list` 查看。",
        "沒有哪篇文章的編號、記錄名或位址是「{article}」；編號可以用 `list` 查看。",
    ),
    # Files that are sent
    "at most {most} files at once; put them into an archive": (
        "一次最多 {most} 个文件；请打成一个压缩包。",
        "一次最多 {most} 個檔案；請打包成一個壓縮檔。",
    ),
    "an uploaded file is gone; choose the files again": (
        "有一个上传的文件已经不在了；请重新选择文件。",
        "有一個上傳的檔案已經不在了；請重新選擇檔案。",
    ),
    "this is no uploaded file; send it to /gradio_api/upload, and name what that says": (
        "这不是上传到本页的文件；请重新选择文件。",
        "這不是上傳到本頁的檔案；請重新選擇檔案。",
    ),
    # Files of questions
    "{path}: does not exist; check the spelling of the path": (
        "{path}：文件不在了；请重新选择。",
        "{path}：檔案不在了；請重新選擇。",
    ),
    "{path}: is a folder; name a file": (
        "{path}：这是文件夹；请选择一个文件。",
        "{path}：這是資料夾；請選擇一個檔案。",
    ),
    "{path}: cannot be read as lines of UTF-8 ({reason}); save it as such": (
        "{path}：不能按 UTF-8 逐行读取（{reason}）；请另存为 UTF-8 的 JSONL。",
        "{path}：不能按 UTF-8 逐行讀取（{reason}）；請另存為 UTF-8 的 JSONL。",
    ),
    "{path}: holds no question; write one JSON object a line": (
        "{path}：里面没有问题；请每行写一个 JSON 对象。",
        "{path}：裡面沒有問題；請每行寫一個 JSON 物件。",
    ),
    "{where}: the id {id!r} is that of line {first}, too; give each question its own": (
        "{where}：编号“{id}”在第 {first} 行已经用过；请换一个编号。",
        "{where}：編號「{id}」在第 {first} 行已經用過；請換一個編號。",
    ),
    "{where}: {problem}": (
        "{where}：{problem}。",
        "{where}：{problem}。",
    ),
    "{where}: {key}: {problem}": (
        "{where}：“{key}”{problem}。",
        "{where}：「{key}」{problem}。",
    ),
    "{where}: id: is empty; give the question a name": (
        "{where}：id 是空的；请给这个问题一个编号。",
        "{where}：id 是空的；請給這個問題一個編號。",
    ),
    "{where}: {key}: cannot be asked: {problem}": (
        "{where}：{key} 不能用：{problem}",
        "{where}：{key} 不能用：{problem}",
    ),
    "{where}: {key}: is empty; say what is asked": (
        "{where}：{key} 是空的；请写出问的是什么。",
        "{where}：{key} 是空的；請寫出問的是什麼。",
    ),
    "{where}: gold: is missing; add the evidence, or say answerable: false": (
        "{where}：gold 里没有 evidence；能回答的问题要写出原文。",
        "{where}：gold 裡沒有 evidence；能回答的問題要寫出原文。",
    ),
    # Judging and measuring
    "{passage}: there is no such passage; ask again": (
        "这一段（{passage}）已经不在库里了；请重新提问。",
        "這一段（{passage}）已經不在庫裡了；請重新提問。",
    ),
    "{verdict}: is no verdict; say right, wrong or none": (
        "{verdict}：没有这种判断；请用 right、wrong 或 none。",
        "{verdict}：沒有這種判斷；請用 right、wrong 或 none。",
    ),
    "nothing is named that was judged; name the passage or the article": (
        "没有说明判断的是什么；请指明段落或文章。",
        "沒有說明判斷的是什麼；請指明段落或文章。",
    ),
    "{article}: there is no such article; give its id or address, or leave it empty": (
        "库里没有“{article}”这篇文章；请写出文章的编号或网址，不知道就空着。",
        "庫裡沒有「{article}」這篇文章；請寫出文章的編號或網址，不知道就空著。",
    ),
    "《{title}》 does not hold this evidence; copy it from the article's text": (
        "《{title}》里没有这段原文；请照文章抄写。",
        "《{title}》裡沒有這段原文；請照文章抄寫。",
    ),
    "{name}: there are no such questions; add some first": (
        "{name}：没有这样的问题；请先添加问题。",
        "{name}：沒有這樣的問題；請先加入問題。",
    ),
    # The library's files
    "{path}: this is the library itself; name another file": (
        "{path}：这是文章库本身；请换一个文件名。",
        "{path}：這是文章庫本身；請換一個檔名。",
    ),
    "{path}: a copy is a ZIP file; call it {name}": (
        "{path}：副本是 ZIP 文件；请取名为 {name}。",
        "{path}：副本是 ZIP 檔案；請取名為 {name}。",
    ),
    "{path}: this library was opened for reading alone": (
        "文章库是以只读方式打开的，不能改动。",
        "文章庫是以唯讀方式開啟的，不能更動。",
    ),
    "{path}: the library's folder cannot be written to; choose another, or ask for the right": (
        "文章库的文件夹不能写入；请换一个文件夹，或取得写入权限。",
        "文章庫的資料夾不能寫入；請換一個資料夾，或取得寫入權限。",
    ),
    "{path}: the disk is full; make room and go on, nothing stored is lost": (
        "文章库所在的磁盘满了；请腾出空间再继续，已存的都还在。",
        "文章庫所在的磁碟滿了；請騰出空間再繼續，已存的都還在。",
    ),
    "{path}: this file is not a library; choose another folder": (
        "{path}：这个文件不是文章库；请换一个文件夹。",
        "{path}：這個檔案不是文章庫；請換一個資料夾。",
    ),
    "{path}: the database is damaged; restore it from a copy, or add the files anew": (
        "文章库的数据库损坏了；请用副本恢复，或重新添加文件。",
        "文章庫的資料庫損壞了；請用副本復原，或重新加入檔案。",
    ),
    "{path}: another program has been writing to the library; try again": (
        "另一个程序一直在写这个文章库；请再试一次。",
        "另一個程式一直在寫這個文章庫；請再試一次。",
    ),
    "{path}: the database cannot be opened; check the folder's permissions": (
        "文章库的数据库打不开；请检查文件夹的权限。",
        "文章庫的資料庫打不開；請檢查資料夾的權限。",
    ),
    "{path}: the database does not answer ({reason}); close what else uses it, and try again": (
        "文章库的数据库没有响应（{reason}）；请关掉其他正在用它的程序再试。",
        "文章庫的資料庫沒有回應（{reason}）；請關掉其他正在用它的程式再試。",
    ),
    "{path}: another process is building this library; try again when it is done": (
        "另一个进程正在建立这个文章库的索引；请等它完成后再试。",
        "另一個行程正在建立這個文章庫的索引；請等它完成後再試。",
    ),
    "{path}: cannot be written ({reason}); make room, or allow it": (
        "文章库的索引写不进去（{reason}）；请腾出空间，或允许写入。",
        "文章庫的索引寫不進去（{reason}）；請騰出空間，或允許寫入。",
    ),
    "{file}: cannot be written ({reason}); {cure}": (
        "文件写不了（{reason}）；请腾出空间，或允许写入。",
        "檔案寫不了（{reason}）；請騰出空間，或允許寫入。",
    ),
    "{file}: cannot be written to ({reason}); give yourself the right to write": (
        "{file}：不能写入（{reason}）；请取得写入权限。",
        "{file}：不能寫入（{reason}）；請取得寫入權限。",
    ),
    "{file}: cannot be written ({reason}); make room, or allow it": (
        "{file}：不能写入（{reason}）；请腾出空间，或取得写入权限。",
        "{file}：不能寫入（{reason}）；請騰出空間，或取得寫入權限。",
    ),
    "{file}: cannot be read ({reason}); ask for the right to read it": (
        "{file}：不能读取（{reason}）；请取得读取权限。",
        "{file}：不能讀取（{reason}）；請取得讀取權限。",
    ),
    "{file}: is no run any more; remove the file, run it anew": (
        "{file}：已经不是测评结果；请删掉这个文件，重新测评。",
        "{file}：已經不是測評結果；請刪掉這個檔案，重新測評。",
    ),
    "{file}: cannot be deleted ({reason}); see whether the folder may be written to": (
        "{file}：不能删除（{reason}）；请看看文件夹能不能写入。",
        "{file}：不能刪除（{reason}）；請看看資料夾能不能寫入。",
    ),
}
