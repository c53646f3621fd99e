"""Roles: what each may do and how far each sees; one table, read like a page of the manual."""

from enum import StrEnum

from app.access.permissions import Permission


class Role(StrEnum):
    """The one post a user acts from."""

    GRID_WORKER = "grid_worker"
    VILLAGE_MEDIATOR = "village_mediator"
    TOWNSHIP_MEDIATOR = "township_mediator"
    COUNTY_MEDIATOR = "county_mediator"
    REGISTRAR = "registrar"
    TOWNSHIP_SUPERVISOR = "township_supervisor"
    COUNTY_SUPERVISOR = "county_supervisor"
    SPECIALIST = "specialist"
    RULE_AUTHOR = "rule_author"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"
    SYSTEM = "system"


class Reach(StrEnum):
    """How far a role sees."""

    NOTHING = "nothing"
    OWN = "own"
    ASSIGNED = "assigned"
    VILLAGE = "village"
    TOWNSHIP = "township"
    COUNTY = "county"


EVERYONE = frozenset({Permission.SELF})
MEDIATION = EVERYONE | {
    Permission.CASE_READ,
    Permission.CASE_REGISTER,
    Permission.CASE_ACCEPT,
    Permission.CASE_ROUTE,
    Permission.CASE_MEDIATE,
    Permission.CASE_HAND_OVER,
    Permission.CASE_CONCLUDE,
    Permission.CASE_FOLLOW_UP,
    Permission.CASE_CLOSE,
    Permission.PAPER_ISSUE,
    Permission.PEOPLE_READ,
    Permission.RULE_READ,
    Permission.PERSON_UNMASK,
}
LEADING = frozenset(
    {
        Permission.CASE_OVERRIDE,
        Permission.CASE_ASSIGN,
        Permission.CASE_SUPERVISE,
        Permission.REGISTER_READ,
    }
)

MAY: dict[Role, frozenset[Permission]] = {
    Role.GRID_WORKER: EVERYONE | {Permission.CASE_READ, Permission.CASE_REGISTER},
    Role.VILLAGE_MEDIATOR: MEDIATION | {Permission.CASE_ASSIGN},
    Role.TOWNSHIP_MEDIATOR: MEDIATION | {Permission.CASE_OVERRIDE, Permission.CASE_ASSIGN},
    Role.COUNTY_MEDIATOR: MEDIATION | {Permission.CASE_OVERRIDE, Permission.CASE_ASSIGN},
    Role.REGISTRAR: EVERYONE
    | {
        Permission.CASE_READ,
        Permission.CASE_REGISTER,
        Permission.CASE_ACCEPT,
        Permission.CASE_ROUTE,
        Permission.CASE_ASSIGN,
        Permission.CASE_HAND_OVER,
        Permission.CASE_IMPORT,
        Permission.CASE_FOLLOW_UP,
        Permission.PAPER_ISSUE,
        Permission.PEOPLE_READ,
        Permission.RULE_READ,
        Permission.PERSON_UNMASK,
    },
    Role.TOWNSHIP_SUPERVISOR: MEDIATION | LEADING,
    Role.COUNTY_SUPERVISOR: MEDIATION
    | LEADING
    | {
        Permission.PEOPLE_MANAGE,
        Permission.PLACE_MANAGE,
        Permission.RULE_APPROVE,
        Permission.CASE_IMPORT,
        Permission.REGISTER_CLOSE,
    },
    Role.SPECIALIST: EVERYONE | {Permission.CASE_READ, Permission.PEOPLE_READ},
    Role.RULE_AUTHOR: EVERYONE | {Permission.RULE_READ, Permission.RULE_DRAFT},
    Role.ADMINISTRATOR: EVERYONE
    | {
        Permission.USER_MANAGE,
        Permission.PEOPLE_READ,
        Permission.PEOPLE_MANAGE,
        Permission.PLACE_MANAGE,
        Permission.RULE_READ,
        Permission.RULE_PUBLISH,
    },
    Role.AUDITOR: EVERYONE | {Permission.AUDIT_READ, Permission.REGISTER_READ},
    Role.SYSTEM: frozenset(Permission),
}

REACH: dict[Role, Reach] = {
    Role.GRID_WORKER: Reach.OWN,
    Role.VILLAGE_MEDIATOR: Reach.VILLAGE,
    Role.TOWNSHIP_MEDIATOR: Reach.TOWNSHIP,
    Role.COUNTY_MEDIATOR: Reach.COUNTY,
    Role.REGISTRAR: Reach.COUNTY,
    Role.TOWNSHIP_SUPERVISOR: Reach.TOWNSHIP,
    Role.COUNTY_SUPERVISOR: Reach.COUNTY,
    Role.SPECIALIST: Reach.ASSIGNED,
    Role.RULE_AUTHOR: Reach.NOTHING,
    Role.ADMINISTRATOR: Reach.NOTHING,
    Role.AUDITOR: Reach.NOTHING,
    Role.SYSTEM: Reach.COUNTY,
}
