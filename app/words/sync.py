"""Words of what comes in from laptops."""

from app.sync.enums import ArrivalStatus, CameBy, CustodyEnding, Flag, NoteKind, SettlementOutcome
from app.sync.tags import Tag as SyncTag
from app.words.saying import spoken

LABELS = spoken(
    {
        ArrivalStatus: "已送达，未处理 已办 与中心不一致 退回修改",
        CameBy: "联网 U盘",
        CustodyEnding: "已归还 被收回 已转走 已结案",
        Flag: "带走以后案件有变化 带走已结束 案件已转走 案件已结案 三天以后才送达 电脑时间不准 日期按电脑时间 日期不像真的",
        SettlementOutcome: "作为补充记录保留 按现状重新提交",
        NoteKind: "电话 走访 照片 扫描 签名 其他",
        SyncTag: "登记下乡电脑 停用下乡电脑 下乡记录已并入 下乡记录与中心不一致 下乡记录被退回 "
        "带走下乡 下乡归来 下乡随记 离线打印 处理下乡不一致 下乡不一致交人处理 导入U盘文件 "
        "电脑报来预留的编号 恢复备份后编号核对完 强制下乡交接 撤回没有交的下乡记录",
    }
)
