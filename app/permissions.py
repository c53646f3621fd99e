"""What can be permitted, as `subject:action`; every route and every command names one."""

from enum import StrEnum


class Permission(StrEnum):
    """One thing a role may do."""

    CASE_READ = "case:read"
    CASE_REGISTER = "case:register"
    CASE_ACCEPT = "case:accept"
    CASE_ROUTE = "case:route"
    CASE_OVERRIDE = "case:override"
    CASE_ASSIGN = "case:assign"
    CASE_MEDIATE = "case:mediate"
    CASE_HAND_OVER = "case:hand_over"
    CASE_CONCLUDE = "case:conclude"
    CASE_FOLLOW_UP = "case:follow_up"
    CASE_CLOSE = "case:close"
    CASE_SUPERVISE = "case:supervise"
    CASE_IMPORT = "case:import"
    PAPER_ISSUE = "paper:issue"
    PERSON_UNMASK = "person:unmask"
    PEOPLE_READ = "people:read"
    PEOPLE_MANAGE = "people:manage"
    PLACE_MANAGE = "place:manage"
    USER_MANAGE = "user:manage"
    RULE_READ = "rule:read"
    RULE_DRAFT = "rule:draft"
    RULE_APPROVE = "rule:approve"
    RULE_PUBLISH = "rule:publish"
    REGISTER_READ = "register:read"
    AUDIT_READ = "audit:read"
    SELF = "self:manage"
