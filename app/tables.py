"""Every module that holds tables, imported once, so that the metadata is whole."""

import importlib

MODULES = (
    "app.access.sessions",
    "app.access.throttle",
    "app.access.tokens",
    "app.aftercare.evaluation_records",
    "app.aftercare.model",
    "app.agreements.aftermath",
    "app.agreements.model",
    "app.cases.closing_records",
    "app.cases.findable",
    "app.cases.handover_records",
    "app.cases.intake.before",
    "app.cases.intake.drafts",
    "app.cases.intake.retelling",
    "app.cases.intake.targets",
    "app.cases.model",
    "app.cases.particulars",
    "app.cases.parties",
    "app.cases.records",
    "app.cases.recusal",
    "app.cases.reopening_records",
    "app.cases.risk_records",
    "app.cases.specialist_records",
    "app.deadlines.holidays",
    "app.deadlines.model",
    "app.dossiers.ink_model",
    "app.dossiers.model",
    "app.inbox.model",
    "app.kernel.footprints",
    "app.kernel.receipts",
    "app.meetings.consultation_records",
    "app.meetings.model",
    "app.people.bodies",
    "app.people.users",
    "app.places.model",
    "app.registers.model",
    "app.rota.model",
    "app.rulebooks.model",
    "app.supervision.model",
    "app.supervision.order_records",
    "app.sync.model",
)

for _module in MODULES:
    importlib.import_module(_module)
