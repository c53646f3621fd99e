"""Words of papers."""

from app.dossiers.enums import MediaType, PaperState
from app.dossiers.tags import Tag as DossierTag
from app.words.saying import spoken

LABELS = spoken(
    {
        PaperState: "missing=未出具 frozen=已定稿 printed=已打印 sealed=已签章 received=已收入",
        MediaType: (
            "application/pdf=PDF image/jpeg=JPEG图片 image/png=PNG图片 audio/webm=录音 "
            "application/json=笔迹"
        ),
        DossierTag: (
            "paper:issued=出具文书 paper:printed=打印文书 paper:scanned=扫描件入卷 "
            "paper:received=外来材料入卷 paper:words:told=填写文书 paper:inked=屏幕签名 "
            "agreement:translated=填写译文 translation_term:approved=审定用语 "
            "paper:strengthened=归档加固 dossier:exported=导出卷宗"
        ),
    }
)
