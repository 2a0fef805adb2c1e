"""What Gradio says by itself, as the page says it in its three languages.

Gradio speaks the browser's language, which need not be the page's, and much of it English alone.
"""

from typing import Final

# name: (Simplified, Traditional, English)
GRADIO: Final[dict[str, tuple[str, str, str]]] = {
    "gradio_drop": ("把文件拖到这里", "把檔案拖到這裡", "Drop files here"),
    "gradio_or": ("或", "或", "or"),
    "gradio_choose": ("点击选择文件", "點擊選擇檔案", "Click to choose files"),
    "gradio_choose_or_drop": (
        "点击选择文件，或把文件拖到这里",
        "點擊選擇檔案，或把檔案拖到這裡",
        "Click to choose files, or drop them here",
    ),
    "gradio_choose_more": ("再选一些文件", "再選一些檔案", "Choose more files"),
    "gradio_clear": ("全部不要", "全部不要", "Choose none"),
    "gradio_remove": ("不要这个文件", "不要這個檔案", "Leave this file out"),
    "gradio_sending": ("正在上传", "正在上傳", "Uploading"),
    "gradio_sending_files": (
        "正在上传 {number} 个文件…",
        "正在上傳 {number} 個檔案…",
        "Uploading {number} files…",
    ),
    "gradio_tabs": ("更多栏目", "更多欄目", "More tabs"),
    "gradio_number": ("{label}：数字", "{label}：數字", "{label}: number"),
    "gradio_slider": ("{label}：滑块", "{label}：滑桿", "{label}: slider"),
    "gradio_reset": ("恢复默认值", "恢復預設值", "Back to the default"),
    "gradio_too_large": (
        "文件太大，每个最多 {size}：{names}",
        "檔案太大，每個最多 {size}：{names}",
        "Too large, a file may have {size} at most: {names}",
    ),
    "gradio_lost": (
        "与服务器的连接断开了，正在重新连接…",
        "與伺服器的連線中斷了，正在重新連線…",
        "The connection to the server is lost; connecting again…",
    ),
}
