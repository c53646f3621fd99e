"""Words of what comes in from laptops."""

from app.sync.enums import ArrivalStatus, CameBy, CustodyEnding, Flag, NoteKind, SettlementOutcome
from app.sync.tags import Tag as SyncTag
from app.words.saying import spoken

LABELS = spoken(
    {
        ArrivalStatus: (
            "received=已送达，未处理 applied=已办 conflict=与中心不一致 rejected=退回修改"
        ),
        CameBy: "network=联网 stick=U盘",
        CustodyEnding: "returned=已归还 taken_back=被收回 handed_on=已转走 closed=已结案",
        Flag: (
            "case_moved_on=带走以后案件有变化 custody_ended=带走已结束 handed_on=案件已转走 "
            "case_closed=案件已结案 late=三天以后才送达 clock_skew=电脑时间不准 "
            "day_by_device_clock=日期按电脑时间 day_unlikely=日期不像真的"
        ),
        SettlementOutcome: "kept_as_note=作为补充记录保留 submitted_again=按现状重新提交",
        NoteKind: "telephone=电话 visit=走访 photo=照片 scan=扫描 signature=签名 other=其他",
        SyncTag: (
            "offline:device:enrolled=登记下乡电脑 offline:device:stopped=停用下乡电脑 "
            "offline:command:flagged=下乡记录已并入 "
            "offline:command:contradicted=下乡记录与中心不一致 "
            "offline:command:sent_back=下乡记录被退回 case:custody:taken=带走下乡 "
            "case:custody:ended=下乡归来 offline:note:kept=下乡随记 offline:paper:printed=离线打印 "
            "offline:command:settled=处理下乡不一致 offline:command:assigned=下乡不一致交人处理 "
            "offline:stick:imported=导入U盘文件 offline:numbers:relent=电脑报来预留的编号 "
            "offline:numbers:trusted=恢复备份后编号核对完 offline:person:released=强制下乡交接 "
            "offline:record:withdrawn=撤回没有交的下乡记录"
        ),
    }
)
