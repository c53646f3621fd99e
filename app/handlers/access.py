"""Who carries out the commands of signing in, accounts and posts."""

from app.access import accounts, token_commands, tokens, verbs
from app.access import commands as access
from app.kernel.bus import Handlers

HANDLERS: Handlers = {
    access.BeginSignIn: verbs.begin_sign_in,
    access.ChangePassword: verbs.change_password,
    access.ChangeRole: accounts.change_role,
    access.DisableUser: accounts.disable_user,
    access.EnableUser: accounts.enable_user,
    access.EndOtherSignIns: verbs.end_other_sign_ins,
    access.EndSignIn: verbs.end_sign_in,
    token_commands.MakeToken: tokens.make_token,
    access.MakeUser: accounts.make_user,
    access.ReportChainCheck: verbs.report_chain_check,
    access.ReportFailedSignIn: verbs.report_failed_sign_in,
    access.ReportRefusal: verbs.report_refusal,
    access.ResetPassword: accounts.reset_password,
    token_commands.RevokeToken: tokens.revoke_token,
}
