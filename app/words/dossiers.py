"""Words of papers."""

from app.dossiers.enums import MediaType, PaperState
from app.dossiers.tags import Tag as DossierTag
from app.words.saying import spoken

LABELS = spoken(
    {
        PaperState: "未出具 已定稿 已打印 已签章 已收入",
        MediaType: "PDF JPEG图片 PNG图片 录音 笔迹",
        DossierTag: "出具文书 打印文书 扫描件入卷 外来材料入卷 填写文书 屏幕签名 填写译文 审定用语 归档加固 导出卷宗",
    }
)
