"""What a settled dispute did not become: the four 防止 lines of the statutory table."""

from app.registers.lines import Line

FIGHTS = frozenset({"threat", "minor_injury", "serious_injury"})
SUICIDE, CRIME = "防止民间纠纷引起自杀", "防止民间纠纷转化为刑事案件"
FIGHT, PETITION = "防止群体性械斗", "防止群体性上访"
PREVENTED = (SUICIDE, CRIME, FIGHT, PETITION)


def prevented_by(line: Line) -> list[str]:
    """Name what the settling of a case prevented, by the signals told of it."""
    if line.result != "调解成功":
        return []
    found = [SUICIDE] if line.suicide_threat else []
    if line.violence in FIGHTS:
        found.append(FIGHT if line.gathering else CRIME)
    elif line.gathering:
        found.append(PETITION)
    return found
