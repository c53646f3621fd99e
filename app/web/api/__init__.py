"""The door for other programs: records in, masked cases out, a token for each."""

from app.web.api import cases, intake, openapi

PAGES = (cases.page, intake.page, openapi.page)
