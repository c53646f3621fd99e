"""Words of signing in, accounts and posts."""

from app.access.roles import Role
from app.access.tags import Tag as AccessTag
from app.words.saying import spoken

LABELS = spoken(
    {
        Role: "网格员 村级调解员 乡镇调解员 县中心调解员 受理登记员 乡镇负责人 "
        "县中心负责人 行业专家 规则起草人 系统管理员 审计员 系统",
        AccessTag: "登录 退出 登录失败 多次失败暂停登录 退出其他设备 更改密码 重置密码 越权被拒 "
        "建账号 改岗位 停用账号 恢复账号 准许程序接入 收回程序接入",
    }
)
