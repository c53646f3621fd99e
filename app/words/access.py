"""Words of signing in, accounts and posts."""

from app.access.roles import Role
from app.access.tags import Tag as AccessTag
from app.words.saying import spoken

LABELS = spoken(
    {
        Role: (
            "grid_worker=网格员 village_mediator=村级调解员 township_mediator=乡镇调解员 "
            "county_mediator=县中心调解员 registrar=受理登记员 township_supervisor=乡镇负责人 "
            "county_supervisor=县中心负责人 specialist=行业专家 rule_author=规则起草人 "
            "administrator=系统管理员 auditor=审计员 system=系统"
        ),
        AccessTag: (
            "access:sign_in:begun=登录 access:sign_in:ended=退出 access:sign_in:failed=登录失败 "
            "access:sign_in:blocked=多次失败暂停登录 access:sign_in:others_ended=退出其他设备 "
            "access:password:changed=更改密码 access:password:reset=重置密码 "
            "access:permission:refused=越权被拒 access:user:made=建账号 access:role:changed=改岗位 "
            "access:user:disabled=停用账号 access:user:enabled=恢复账号 "
            "access:program:admitted=准许程序接入 access:program:dismissed=收回程序接入 "
            "access:chain:checked=核对留痕链"
        ),
    }
)
