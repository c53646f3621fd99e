"""First county."""

import sqlalchemy as sa
from alembic import op

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


BESIDES = {
    "sqlite": (
        "CREATE TRIGGER case_events_no_update BEFORE UPDATE ON case_events BEGIN SELECT RAISE(ABORT, 'footprints are append-only'); END",
        "CREATE TRIGGER case_events_no_delete BEFORE DELETE ON case_events BEGIN SELECT RAISE(ABORT, 'footprints are append-only'); END",
        'CREATE VIRTUAL TABLE case_grams USING fts5(grams, content=\'\', contentless_delete=1, tokenize="unicode61 remove_diacritics 0 categories \'L* M* N* Co\'")',
    ),
    "postgresql": (
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS\n$$ BEGIN RAISE EXCEPTION 'footprints are append-only'; END $$",
        'CREATE TRIGGER case_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON case_events\nFOR EACH STATEMENT EXECUTE FUNCTION refuse_change()',
        'CREATE TABLE case_grams (county_id varchar(6) NOT NULL, case_id uuid NOT NULL, grams text[] NOT NULL, PRIMARY KEY (county_id, case_id))',
        'CREATE INDEX ix_case_grams ON case_grams USING gin (grams)',
    ),
}


def upgrade() -> None:
    op.create_table('api_tokens',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('token_sha256', sa.LargeBinary(length=32), nullable=False),
    sa.Column('may_register', sa.Boolean(), nullable=False),
    sa.Column('may_read', sa.Boolean(), nullable=False),
    sa.Column('calls_a_minute', sa.Integer(), nullable=False),
    sa.Column('minute_began_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('calls_this_minute', sa.Integer(), nullable=False),
    sa.Column('made_by', sa.Uuid(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_api_tokens')),
    sa.UniqueConstraint('county_id', 'name', name=op.f('uq_api_tokens_county_id_name')),
    sa.UniqueConstraint('county_id', 'token_sha256', name=op.f('uq_api_tokens_county_id_token_sha256'))
    )
    op.create_table('approved_terms',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('chinese', sa.String(length=40), nullable=False),
    sa.Column('tibetan', sa.String(length=200), nullable=False),
    sa.Column('translator', sa.String(length=60), nullable=False),
    sa.Column('approved_on', sa.Date(), nullable=False),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('county_id', 'chinese', name=op.f('pk_approved_terms'))
    )
    op.create_table('areas',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('code', sa.String(length=12), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('level', sa.String(length=20), nullable=False),
    sa.Column('parent_code', sa.String(length=12), nullable=True),
    sa.Column('is_statistical', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('county_id', 'code', name=op.f('pk_areas'))
    )
    op.create_index(op.f('ix_areas_county_id_parent_code'), 'areas', ['county_id', 'parent_code'], unique=False)
    op.create_table('blob_pieces',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('offset', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('content_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('kept_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('county_id', 'sha256', 'offset', name=op.f('pk_blob_pieces'))
    )
    op.create_table('calendar_changes',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=True),
    sa.Column('basis', sa.String(length=300), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_calendar_changes'))
    )
    op.create_index(op.f('ix_calendar_changes_county_id_recorded_at'), 'calendar_changes', ['county_id', 'recorded_at'], unique=False)
    op.create_table('case_events',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('position', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=True),
    sa.Column('tag', sa.String(length=60), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('actor_id', sa.Uuid(), nullable=False),
    sa.Column('particulars', sa.Text(), nullable=False),
    sa.Column('mac', sa.LargeBinary(length=32), nullable=False),
    sa.PrimaryKeyConstraint('county_id', 'position', name=op.f('pk_case_events'))
    )
    op.create_index(op.f('ix_case_events_county_id_case_id_position'), 'case_events', ['county_id', 'case_id', 'position'], unique=False)
    op.create_table('chain_heads',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('position', sa.BigInteger(), nullable=False),
    sa.Column('mac', sa.LargeBinary(length=32), nullable=False),
    sa.PrimaryKeyConstraint('county_id', name=op.f('pk_chain_heads'))
    )
    op.create_table('command_receipts',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('key', sa.Uuid(), nullable=False),
    sa.Column('command', sa.String(length=80), nullable=False),
    sa.Column('content_sha256', sa.LargeBinary(length=32), nullable=False),
    sa.Column('answer_kind', sa.String(length=4), nullable=False),
    sa.Column('answer_text', sa.Text(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('county_id', 'key', name=op.f('pk_command_receipts'))
    )
    op.create_table('committees',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=100), nullable=False),
    sa.Column('short_name', sa.String(length=20), nullable=False),
    sa.Column('level', sa.String(length=20), nullable=False),
    sa.Column('industry', sa.String(length=30), nullable=True),
    sa.Column('area_code', sa.String(length=12), nullable=False),
    sa.Column('main_ethnicity', sa.String(length=20), nullable=True),
    sa.Column('address', sa.String(length=200), nullable=True),
    sa.Column('phone', sa.String(length=30), nullable=True),
    sa.Column('established_on', sa.Date(), nullable=True),
    sa.Column('term_from', sa.Date(), nullable=True),
    sa.Column('term_until', sa.Date(), nullable=True),
    sa.Column('dissolved_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('"level" IN (\'village\', \'township\', \'county_center\', \'industry\')', name=op.f('ck_committees_level')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_committees')),
    sa.UniqueConstraint('county_id', 'short_name', name=op.f('uq_committees_county_id_short_name'))
    )
    op.create_table('counties',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('short_name', sa.String(length=10), nullable=False),
    sa.PrimaryKeyConstraint('county_id', name=op.f('pk_counties'))
    )
    op.create_table('devices',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('label', sa.String(length=60), nullable=False),
    sa.Column('shell', sa.String(length=40), nullable=False),
    sa.Column('announced', sa.Integer(), nullable=False),
    sa.Column('skew_seconds', sa.Integer(), nullable=False),
    sa.Column('enrolled_by', sa.Uuid(), nullable=False),
    sa.Column('enrolled_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('stopped_by', sa.Uuid(), nullable=True),
    sa.Column('stopped_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('stopped_because', sa.String(length=300), nullable=True),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_devices'))
    )
    op.create_table('golden_cases',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(length=100), nullable=False),
    sa.Column('because', sa.String(length=500), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('written_by', sa.Uuid(), nullable=False),
    sa.Column('written_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('retired_by', sa.Uuid(), nullable=True),
    sa.Column('retired_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('retired_reason', sa.String(length=300), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('(retired_at IS NULL) = (retired_by IS NULL)', name=op.f('ck_golden_cases_retired_by_someone')),
    sa.CheckConstraint('retired_at IS NULL OR retired_reason IS NOT NULL', name=op.f('ck_golden_cases_retired_why')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_golden_cases'))
    )
    op.create_index(op.f('ix_golden_cases_county_id_written_at'), 'golden_cases', ['county_id', 'written_at'], unique=False)
    op.create_table('grid_cells',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('village_code', sa.String(length=12), nullable=False),
    sa.Column('worker_id', sa.Uuid(), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_grid_cells'))
    )
    op.create_index(op.f('ix_grid_cells_county_id_village_code'), 'grid_cells', ['county_id', 'village_code'], unique=False)
    op.create_table('mediators',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('gender', sa.String(length=10), nullable=True),
    sa.Column('ethnicity', sa.String(length=20), nullable=True),
    sa.Column('born_on', sa.Date(), nullable=True),
    sa.Column('is_full_time', sa.Boolean(), nullable=False),
    sa.Column('phone_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('since_on', sa.Date(), nullable=True),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_mediators'))
    )
    op.create_table('month_closings',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('closed_by', sa.Uuid(), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('county_id', 'month', name=op.f('pk_month_closings'))
    )
    op.create_table('number_series',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('series', sa.String(length=60), nullable=False),
    sa.Column('year', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('county_id', 'series', 'year', name=op.f('pk_number_series'))
    )
    op.create_table('referral_targets',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('organ', sa.String(length=30), nullable=False),
    sa.Column('name', sa.String(length=100), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=True),
    sa.Column('phone', sa.String(length=40), nullable=True),
    sa.Column('hours', sa.String(length=100), nullable=True),
    sa.CheckConstraint('"organ" IN (\'police\', \'court\', \'procuratorate\', \'labor_arbitration\', \'land_arbitration\', \'labor_inspection\', \'township_government\', \'county_government\', \'superior_government\', \'civil_affairs\', \'discipline_inspection\', \'petition_office\', \'market_supervision\', \'legal_aid\', \'notary\', \'traffic_police\', \'health_authority\', \'other\')', name=op.f('ck_referral_targets_organ')),
    sa.PrimaryKeyConstraint('county_id', 'organ', name=op.f('pk_referral_targets'))
    )
    op.create_table('restorations',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('copied_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('restored_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('trusted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('trusted_by', sa.Uuid(), nullable=True),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_restorations'))
    )
    op.create_index(op.f('ix_restorations_county_id_restored_at'), 'restorations', ['county_id', 'restored_at'], unique=False)
    op.create_table('rooms',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('seats', sa.Integer(), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.CheckConstraint('seats > 0', name=op.f('ck_rooms_seats_somebody')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_rooms')),
    sa.UniqueConstraint('county_id', 'name', name=op.f('uq_rooms_county_id_name'))
    )
    op.create_table('rulebook_versions',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=100), nullable=False),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('state', sa.String(length=12), nullable=False),
    sa.Column('parent_id', sa.Uuid(), nullable=True),
    sa.Column('sha256', sa.String(length=64), nullable=True),
    sa.Column('drafted_by', sa.Uuid(), nullable=False),
    sa.Column('drafted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('checked_by', sa.Uuid(), nullable=True),
    sa.Column('checked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('approved_by', sa.Uuid(), nullable=True),
    sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('published_by', sa.Uuid(), nullable=True),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('valid_from', sa.Date(), nullable=True),
    sa.Column('retired_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("(state IN ('published', 'retired')) = (valid_from IS NOT NULL)", name=op.f('ck_rulebook_versions_published_has_day')),
    sa.CheckConstraint("state IN ('draft') OR checked_at IS NOT NULL", name=op.f('ck_rulebook_versions_checked_first')),
    sa.CheckConstraint("state IN ('draft', 'checked') OR approved_by IS NOT NULL", name=op.f('ck_rulebook_versions_approved_first')),
    sa.CheckConstraint('"state" IN (\'draft\', \'checked\', \'approved\', \'published\', \'retired\')', name=op.f('ck_rulebook_versions_state')),
    sa.CheckConstraint('approved_by IS NULL OR approved_by <> drafted_by', name=op.f('ck_rulebook_versions_second_person')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_rulebook_versions')),
    sa.UniqueConstraint('county_id', 'number', name=op.f('uq_rulebook_versions_county_id_number'))
    )
    op.create_index('uq_rulebook_versions_valid_from', 'rulebook_versions', ['county_id', 'valid_from'], unique=True, sqlite_where=sa.text("state = 'published'"), postgresql_where=sa.text("state = 'published'"))
    op.create_table('sign_in_tries',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('subject', sa.String(length=80), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('window_from', sa.DateTime(timezone=True), nullable=False),
    sa.Column('tried_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('blocked_until', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('county_id', 'subject', name=op.f('pk_sign_in_tries'))
    )
    op.create_index(op.f('ix_sign_in_tries_county_id_tried_at'), 'sign_in_tries', ['county_id', 'tried_at'], unique=False)
    op.create_table('specialists',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('field', sa.String(length=60), nullable=False),
    sa.Column('unit', sa.String(length=100), nullable=True),
    sa.Column('title', sa.String(length=60), nullable=True),
    sa.Column('languages', sa.String(length=60), nullable=True),
    sa.Column('phone_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_specialists'))
    )
    op.create_table('stored_files',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('content_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('media_type', sa.String(length=20), nullable=False),
    sa.Column('stored_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"media_type" IN (\'application/pdf\', \'image/jpeg\', \'image/png\', \'audio/webm\', \'application/json\')', name=op.f('ck_stored_files_media_type')),
    sa.PrimaryKeyConstraint('county_id', 'sha256', name=op.f('pk_stored_files'))
    )
    op.create_table('sync_keys',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('private_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('public', sa.LargeBinary(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('county_id', name=op.f('pk_sync_keys'))
    )
    op.create_table('arrivals',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('device_id', sa.Uuid(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('actor_id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=True),
    sa.Column('type', sa.String(length=40), nullable=False),
    sa.Column('protocol', sa.Integer(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('envelope_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('status', sa.String(length=10), nullable=False),
    sa.Column('result_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('case_version', sa.Integer(), nullable=True),
    sa.Column('is_clean', sa.Boolean(), nullable=False),
    sa.Column('came_by', sa.String(length=10), nullable=False),
    sa.Column('brought_by', sa.Uuid(), nullable=False),
    sa.Column('attempts', sa.Integer(), nullable=False),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('"came_by" IN (\'network\', \'stick\')', name=op.f('ck_arrivals_came_by')),
    sa.CheckConstraint('"status" IN (\'received\', \'applied\', \'conflict\', \'rejected\')', name=op.f('ck_arrivals_status')),
    sa.ForeignKeyConstraint(['county_id', 'device_id'], ['devices.county_id', 'devices.id'], name=op.f('fk_arrivals_county_id_device_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_arrivals')),
    sa.UniqueConstraint('county_id', 'device_id', 'sequence', name=op.f('uq_arrivals_county_id_device_id_sequence'))
    )
    op.create_index(op.f('ix_arrivals_county_id_case_id_status'), 'arrivals', ['county_id', 'case_id', 'status'], unique=False)
    op.create_index(op.f('ix_arrivals_county_id_status_received_at'), 'arrivals', ['county_id', 'status', 'received_at'], unique=False)
    op.create_table('calendar_days',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('change_id', sa.Uuid(), nullable=False),
    sa.CheckConstraint('"kind" IN (\'rest\', \'working\', \'usual\')', name=op.f('ck_calendar_days_kind')),
    sa.ForeignKeyConstraint(['county_id', 'change_id'], ['calendar_changes.county_id', 'calendar_changes.id'], name=op.f('fk_calendar_days_county_id_change_id')),
    sa.PrimaryKeyConstraint('county_id', 'on', name=op.f('pk_calendar_days'))
    )
    op.create_table('cases',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.String(length=40), nullable=False),
    sa.Column('file_number', sa.String(length=60), nullable=True),
    sa.Column('title', sa.String(length=200), nullable=False),
    sa.Column('stage', sa.String(length=20), nullable=False),
    sa.Column('risk', sa.String(length=10), nullable=False),
    sa.Column('channel', sa.String(length=20), nullable=False),
    sa.Column('sender', sa.String(length=60), nullable=False),
    sa.Column('ref', sa.String(length=64), nullable=False),
    sa.Column('referral_body', sa.String(length=200), nullable=True),
    sa.Column('referral_letter', sa.String(length=100), nullable=True),
    sa.Column('referral_kind', sa.String(length=20), nullable=True),
    sa.Column('material_received_on', sa.Date(), nullable=True),
    sa.Column('requested_on', sa.Date(), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('occurred_on', sa.Date(), nullable=True),
    sa.Column('area_code', sa.String(length=12), nullable=True),
    sa.Column('township_code', sa.String(length=9), nullable=True),
    sa.Column('village_code', sa.String(length=12), nullable=True),
    sa.Column('place', sa.String(length=300), nullable=True),
    sa.Column('dispute_type', sa.String(length=30), nullable=False),
    sa.Column('subtype', sa.String(length=100), nullable=True),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('amount_fen', sa.BigInteger(), nullable=True),
    sa.Column('people_involved', sa.Integer(), nullable=True),
    sa.Column('scope', sa.String(length=20), nullable=True),
    sa.Column('desk_level', sa.String(length=20), nullable=True),
    sa.Column('desk_committee', sa.String(length=20), nullable=True),
    sa.Column('desk_industry', sa.String(length=30), nullable=True),
    sa.Column('committee_id', sa.Uuid(), nullable=True),
    sa.Column('linked_case_id', sa.Uuid(), nullable=True),
    sa.Column('is_sealed', sa.Boolean(), nullable=False),
    sa.Column('accepted_on', sa.Date(), nullable=True),
    sa.Column('refused_on', sa.Date(), nullable=True),
    sa.Column('outcome', sa.String(length=20), nullable=True),
    sa.Column('closed_on', sa.Date(), nullable=True),
    sa.Column('registered_by', sa.Uuid(), nullable=False),
    sa.Column('registered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint("(stage = 'closed') = (closed_on IS NOT NULL)", name=op.f('ck_cases_closed_has_date')),
    sa.CheckConstraint("(stage = 'closed') = (outcome IS NOT NULL)", name=op.f('ck_cases_closed_has_outcome')),
    sa.CheckConstraint("stage IN ('intake', 'closed') OR accepted_on IS NOT NULL", name=op.f('ck_cases_accepted_before_road')),
    sa.CheckConstraint('"channel" IN (\'application\', \'walk_in\', \'online\', \'screening\', \'grid_report\', \'hotline_12345\', \'hotline_12348\', \'police\', \'court\', \'procuratorate\', \'petition\', \'other_body\', \'superior\', \'border_partner\')', name=op.f('ck_cases_channel')),
    sa.CheckConstraint('"dispute_type" IN (\'family\', \'neighbor\', \'housing_land\', \'contract\', \'production\', \'damage\', \'forest_grassland\', \'expropriation\', \'environment\', \'migrant_wages\', \'labor\', \'tourism\', \'e_commerce\', \'consumer\', \'medical\', \'traffic\', \'property_service\', \'intellectual_property\', \'other\')', name=op.f('ck_cases_dispute_type')),
    sa.CheckConstraint('"outcome" IN (\'settled\', \'unsettled\', \'terminated\', \'withdrawn\', \'declined\')', name=op.f('ck_cases_outcome')),
    sa.CheckConstraint('"risk" IN (\'blue\', \'yellow\', \'orange\', \'red\')', name=op.f('ck_cases_risk')),
    sa.CheckConstraint('"stage" IN (\'intake\', \'office_hours\', \'village_visit\', \'joint_consultation\', \'home_follow_up\', \'closed\')', name=op.f('ck_cases_stage')),
    sa.ForeignKeyConstraint(['county_id', 'committee_id'], ['committees.county_id', 'committees.id'], name=op.f('fk_cases_county_id_committee_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_cases')),
    sa.UniqueConstraint('county_id', 'file_number', name=op.f('uq_cases_county_id_file_number')),
    sa.UniqueConstraint('county_id', 'number', name=op.f('uq_cases_county_id_number')),
    sa.UniqueConstraint('county_id', 'sender', 'ref', name=op.f('uq_cases_county_id_sender_ref'))
    )
    op.create_index(op.f('ix_cases_county_id_accepted_on_id'), 'cases', ['county_id', 'accepted_on', 'id'], unique=False)
    op.create_index(op.f('ix_cases_county_id_closed_on_id'), 'cases', ['county_id', 'closed_on', 'id'], unique=False)
    op.create_index(op.f('ix_cases_county_id_committee_id_received_on_id'), 'cases', ['county_id', 'committee_id', 'received_on', 'id'], unique=False)
    op.create_index(op.f('ix_cases_county_id_committee_id_stage'), 'cases', ['county_id', 'committee_id', 'stage'], unique=False)
    op.create_index(op.f('ix_cases_county_id_received_on_id'), 'cases', ['county_id', 'received_on', 'id'], unique=False)
    op.create_index(op.f('ix_cases_county_id_stage_received_on_id'), 'cases', ['county_id', 'stage', 'received_on', 'id'], unique=False)
    op.create_index(op.f('ix_cases_county_id_township_code_received_on_id'), 'cases', ['county_id', 'township_code', 'received_on', 'id'], unique=False)
    op.create_index(op.f('ix_cases_county_id_village_code_received_on_id'), 'cases', ['county_id', 'village_code', 'received_on', 'id'], unique=False)
    op.create_table('committee_members',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('committee_id', sa.Uuid(), nullable=False),
    sa.Column('mediator_id', sa.Uuid(), nullable=False),
    sa.Column('post', sa.String(length=10), nullable=False),
    sa.Column('from_on', sa.Date(), nullable=True),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.CheckConstraint('"post" IN (\'director\', \'deputy\', \'member\')', name=op.f('ck_committee_members_post')),
    sa.ForeignKeyConstraint(['county_id', 'committee_id'], ['committees.county_id', 'committees.id'], name=op.f('fk_committee_members_county_id_committee_id')),
    sa.ForeignKeyConstraint(['county_id', 'mediator_id'], ['mediators.county_id', 'mediators.id'], name=op.f('fk_committee_members_county_id_mediator_id')),
    sa.PrimaryKeyConstraint('county_id', 'committee_id', 'mediator_id', name=op.f('pk_committee_members'))
    )
    op.create_table('duties',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('committee_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('mediator_id', sa.Uuid(), nullable=False),
    sa.Column('village_code', sa.String(length=12), nullable=False),
    sa.Column('absent_because', sa.String(length=200), nullable=True),
    sa.Column('in_place_of', sa.Uuid(), nullable=True),
    sa.Column('planned_by', sa.Uuid(), nullable=False),
    sa.Column('planned_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(kind = 'village_visit') = (village_code <> '')", name=op.f('ck_duties_visit_has_village')),
    sa.CheckConstraint('"kind" IN (\'office_hours\', \'village_visit\')', name=op.f('ck_duties_kind')),
    sa.ForeignKeyConstraint(['county_id', 'committee_id'], ['committees.county_id', 'committees.id'], name=op.f('fk_duties_county_id_committee_id')),
    sa.ForeignKeyConstraint(['county_id', 'mediator_id'], ['mediators.county_id', 'mediators.id'], name=op.f('fk_duties_county_id_mediator_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_duties')),
    sa.UniqueConstraint('county_id', 'committee_id', 'on', 'kind', 'village_code', 'mediator_id', name=op.f('uq_duties_county_id_committee_id_on_kind_village_code_mediator_id'))
    )
    op.create_index(op.f('ix_duties_county_id_mediator_id_on'), 'duties', ['county_id', 'mediator_id', 'on'], unique=False)
    op.create_table('household_groups',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('grid_cell_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('head_name', sa.String(length=60), nullable=True),
    sa.Column('households', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'grid_cell_id'], ['grid_cells.county_id', 'grid_cells.id'], name=op.f('fk_household_groups_county_id_grid_cell_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_household_groups'))
    )
    op.create_index(op.f('ix_household_groups_county_id_grid_cell_id'), 'household_groups', ['county_id', 'grid_cell_id'], unique=False)
    op.create_table('mediator_languages',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('mediator_id', sa.Uuid(), nullable=False),
    sa.Column('language', sa.String(length=10), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'mediator_id'], ['mediators.county_id', 'mediators.id'], name=op.f('fk_mediator_languages_county_id_mediator_id')),
    sa.PrimaryKeyConstraint('county_id', 'mediator_id', 'language', name=op.f('pk_mediator_languages'))
    )
    op.create_table('mediator_specialties',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('mediator_id', sa.Uuid(), nullable=False),
    sa.Column('dispute_type', sa.String(length=30), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'mediator_id'], ['mediators.county_id', 'mediators.id'], name=op.f('fk_mediator_specialties_county_id_mediator_id')),
    sa.PrimaryKeyConstraint('county_id', 'mediator_id', 'dispute_type', name=op.f('pk_mediator_specialties'))
    )
    op.create_table('reported_screenings',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.Column('village_code', sa.String(length=12), nullable=False),
    sa.Column('rounds', sa.Integer(), nullable=False),
    sa.Column('found', sa.Integer(), nullable=False),
    sa.Column('prevented', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'month'], ['month_closings.county_id', 'month_closings.month'], name=op.f('fk_reported_screenings_county_id_month')),
    sa.ForeignKeyConstraint(['county_id', 'village_code'], ['areas.county_id', 'areas.code'], name=op.f('fk_reported_screenings_county_id_village_code')),
    sa.PrimaryKeyConstraint('county_id', 'month', 'village_code', name=op.f('pk_reported_screenings'))
    )
    op.create_table('rulebook_files',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('version_id', sa.Uuid(), nullable=False),
    sa.Column('path', sa.String(length=120), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('edited_by', sa.Uuid(), nullable=False),
    sa.Column('edited_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'version_id'], ['rulebook_versions.county_id', 'rulebook_versions.id'], name=op.f('fk_rulebook_files_county_id_version_id')),
    sa.PrimaryKeyConstraint('county_id', 'version_id', 'path', name=op.f('pk_rulebook_files'))
    )
    op.create_table('rulebook_rehearsals',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version_id', sa.Uuid(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('against_id', sa.Uuid(), nullable=True),
    sa.Column('total', sa.Integer(), nullable=False),
    sa.Column('done', sa.Integer(), nullable=False),
    sa.Column('unchanged', sa.Integer(), nullable=False),
    sa.Column('last_id', sa.Uuid(), nullable=True),
    sa.Column('rehearsed_by', sa.Uuid(), nullable=False),
    sa.Column('rehearsed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.CheckConstraint('unchanged <= done', name=op.f('ck_rulebook_rehearsals_counted')),
    sa.ForeignKeyConstraint(['county_id', 'version_id'], ['rulebook_versions.county_id', 'rulebook_versions.id'], name=op.f('fk_rulebook_rehearsals_county_id_version_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_rulebook_rehearsals'))
    )
    op.create_index(op.f('ix_rulebook_rehearsals_county_id_version_id_rehearsed_at'), 'rulebook_rehearsals', ['county_id', 'version_id', 'rehearsed_at'], unique=False)
    op.create_table('users',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('login', sa.String(length=60), nullable=False),
    sa.Column('name', sa.String(length=60), nullable=False),
    sa.Column('role', sa.String(length=30), nullable=False),
    sa.Column('password_hash', sa.String(length=200), nullable=True),
    sa.Column('must_change_password', sa.Boolean(), nullable=False),
    sa.Column('password_changed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('township_code', sa.String(length=9), nullable=True),
    sa.Column('village_code', sa.String(length=12), nullable=True),
    sa.Column('committee_id', sa.Uuid(), nullable=True),
    sa.Column('mediator_id', sa.Uuid(), nullable=True),
    sa.Column('specialist_id', sa.Uuid(), nullable=True),
    sa.Column('last_seen_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('disabled_on', sa.Date(), nullable=True),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'committee_id'], ['committees.county_id', 'committees.id'], name=op.f('fk_users_county_id_committee_id')),
    sa.ForeignKeyConstraint(['county_id', 'mediator_id'], ['mediators.county_id', 'mediators.id'], name=op.f('fk_users_county_id_mediator_id')),
    sa.ForeignKeyConstraint(['county_id', 'specialist_id'], ['specialists.county_id', 'specialists.id'], name=op.f('fk_users_county_id_specialist_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_users')),
    sa.UniqueConstraint('county_id', 'login', name=op.f('uq_users_county_id_login'))
    )
    op.create_index(op.f('ix_users_county_id_committee_id'), 'users', ['county_id', 'committee_id'], unique=False)
    op.create_table('acceptances',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('is_accepted', sa.Boolean(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('reason', sa.String(length=1000), nullable=True),
    sa.Column('refer_to', sa.String(length=30), nullable=True),
    sa.Column('decided_by', sa.Uuid(), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"refer_to" IN (\'police\', \'court\', \'procuratorate\', \'labor_arbitration\', \'land_arbitration\', \'labor_inspection\', \'township_government\', \'county_government\', \'superior_government\', \'civil_affairs\', \'discipline_inspection\', \'petition_office\', \'market_supervision\', \'legal_aid\', \'notary\', \'traffic_police\', \'health_authority\', \'other\')', name=op.f('ck_acceptances_refer_to')),
    sa.CheckConstraint('is_accepted OR reason IS NOT NULL', name=op.f('ck_acceptances_decline_has_reason')),
    sa.CheckConstraint('is_accepted OR refer_to IS NOT NULL', name=op.f('ck_acceptances_decline_names_organ')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_acceptances_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'case_id', name=op.f('pk_acceptances'))
    )
    op.create_table('agreements',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('ordinal', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('form', sa.String(length=10), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('parent_id', sa.Uuid(), nullable=True),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('concluded_on', sa.Date(), nullable=True),
    sa.Column('recorder', sa.String(length=60), nullable=True),
    sa.Column('effective_on', sa.Date(), nullable=True),
    sa.Column('drafted_by', sa.Uuid(), nullable=False),
    sa.Column('drafted_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"form" IN (\'written\', \'oral\')', name=op.f('ck_agreements_form')),
    sa.CheckConstraint('"kind" IN (\'final\', \'interim\', \'process\')', name=op.f('ck_agreements_kind')),
    sa.CheckConstraint('effective_on IS NULL OR concluded_on IS NOT NULL', name=op.f('ck_agreements_concluded_before_effective')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_agreements_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'parent_id'], ['agreements.county_id', 'agreements.id'], name=op.f('fk_agreements_county_id_parent_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_agreements')),
    sa.UniqueConstraint('county_id', 'case_id', 'ordinal', name=op.f('uq_agreements_county_id_case_id_ordinal')),
    sa.UniqueConstraint('county_id', 'number', name=op.f('uq_agreements_county_id_number'))
    )
    op.create_table('archivings',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('retention', sa.String(length=20), nullable=False),
    sa.Column('compiled_by', sa.String(length=60), nullable=False),
    sa.Column('archived_by', sa.Uuid(), nullable=False),
    sa.Column('archived_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"retention" IN (\'five_years\', \'ten_years\', \'thirty_years\', \'permanent\')', name=op.f('ck_archivings_retention')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_archivings_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'case_id', name=op.f('pk_archivings'))
    )
    op.create_table('arrival_files',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('arrival_id', sa.Uuid(), nullable=False),
    sa.Column('ordinal', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=True),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'arrival_id'], ['arrivals.county_id', 'arrivals.id'], name=op.f('fk_arrival_files_county_id_arrival_id')),
    sa.ForeignKeyConstraint(['county_id', 'sha256'], ['stored_files.county_id', 'stored_files.sha256'], name=op.f('fk_arrival_files_county_id_sha256')),
    sa.PrimaryKeyConstraint('county_id', 'arrival_id', 'ordinal', name=op.f('pk_arrival_files'))
    )
    op.create_index(op.f('ix_arrival_files_county_id_case_id'), 'arrival_files', ['county_id', 'case_id'], unique=False)
    op.create_index(op.f('ix_arrival_files_county_id_sha256'), 'arrival_files', ['county_id', 'sha256'], unique=False)
    op.create_table('calendar_feeds',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('secret_sha256', sa.LargeBinary(length=32), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['county_id', 'user_id'], ['users.county_id', 'users.id'], name=op.f('fk_calendar_feeds_county_id_user_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_calendar_feeds')),
    sa.UniqueConstraint('county_id', 'secret_sha256', name=op.f('uq_calendar_feeds_county_id_secret_sha256'))
    )
    op.create_index(op.f('ix_calendar_feeds_county_id_user_id'), 'calendar_feeds', ['county_id', 'user_id'], unique=False)
    op.create_table('case_mediators',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('mediator_id', sa.Uuid(), nullable=False),
    sa.Column('is_chair', sa.Boolean(), nullable=False),
    sa.Column('is_chosen_by_parties', sa.Boolean(), nullable=False),
    sa.Column('since_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('until_reason', sa.String(length=300), nullable=True),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_case_mediators_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'mediator_id'], ['mediators.county_id', 'mediators.id'], name=op.f('fk_case_mediators_county_id_mediator_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_case_mediators'))
    )
    op.create_index(op.f('ix_case_mediators_county_id_case_id_until_on'), 'case_mediators', ['county_id', 'case_id', 'until_on'], unique=False)
    op.create_index(op.f('ix_case_mediators_county_id_mediator_id_until_on'), 'case_mediators', ['county_id', 'mediator_id', 'until_on'], unique=False)
    op.create_table('case_partners',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=100), nullable=False),
    sa.Column('county', sa.String(length=60), nullable=False),
    sa.Column('role', sa.String(length=10), nullable=False),
    sa.Column('contact', sa.String(length=100), nullable=True),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('joined_by', sa.Uuid(), nullable=False),
    sa.Column('joined_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"role" IN (\'host\', \'assist\')', name=op.f('ck_case_partners_role')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_case_partners_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_case_partners'))
    )
    op.create_index(op.f('ix_case_partners_county_id_case_id'), 'case_partners', ['county_id', 'case_id'], unique=False)
    op.create_table('case_specialists',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('specialist_id', sa.Uuid(), nullable=False),
    sa.Column('agreed_on', sa.Date(), nullable=False),
    sa.Column('since_on', sa.Date(), nullable=False),
    sa.Column('until_on', sa.Date(), nullable=True),
    sa.Column('invited_by', sa.Uuid(), nullable=False),
    sa.Column('invited_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_case_specialists_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'specialist_id'], ['specialists.county_id', 'specialists.id'], name=op.f('fk_case_specialists_county_id_specialist_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_case_specialists'))
    )
    op.create_index(op.f('ix_case_specialists_county_id_specialist_id_until_on'), 'case_specialists', ['county_id', 'specialist_id', 'until_on'], unique=False)
    op.create_index('uq_case_specialists_here', 'case_specialists', ['county_id', 'case_id', 'specialist_id'], unique=True, sqlite_where=sa.text('until_on IS NULL'), postgresql_where=sa.text('until_on IS NULL'))
    op.create_table('case_words',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('serial', sa.BigInteger(), nullable=False),
    sa.Column('words', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_case_words_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'case_id', name=op.f('pk_case_words')),
    sa.UniqueConstraint('county_id', 'serial', name=op.f('uq_case_words_county_id_serial'))
    )
    op.create_table('claims',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('ordinal', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('text', sa.String(length=2000), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_claims_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'case_id', 'ordinal', name=op.f('pk_claims'))
    )
    op.create_table('closures',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('outcome', sa.String(length=20), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('remedies_told_on', sa.Date(), nullable=True),
    sa.Column('closed_by', sa.Uuid(), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("outcome NOT IN ('unsettled', 'terminated') OR remedies_told_on IS NOT NULL", name=op.f('ck_closures_remedies_told')),
    sa.CheckConstraint('"outcome" IN (\'settled\', \'unsettled\', \'terminated\', \'withdrawn\', \'declined\')', name=op.f('ck_closures_outcome')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_closures_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'case_id', name=op.f('pk_closures'))
    )
    op.create_table('custodies',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('device_id', sa.Uuid(), nullable=True),
    sa.Column('taken_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('fetched_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ending', sa.String(length=20), nullable=True),
    sa.Column('ended_by', sa.Uuid(), nullable=True),
    sa.Column('because', sa.String(length=300), nullable=True),
    sa.CheckConstraint('"ending" IN (\'returned\', \'taken_back\', \'handed_on\', \'closed\')', name=op.f('ck_custodies_ending')),
    sa.CheckConstraint('(ended_at IS NULL) = (ending IS NULL)', name=op.f('ck_custodies_ended_somehow')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_custodies_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'user_id'], ['users.county_id', 'users.id'], name=op.f('fk_custodies_county_id_user_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_custodies'))
    )
    op.create_index(op.f('ix_custodies_county_id_user_id_ended_at'), 'custodies', ['county_id', 'user_id', 'ended_at'], unique=False)
    op.create_index('uq_custodies_held', 'custodies', ['county_id', 'case_id'], unique=True, sqlite_where=sa.text('ended_at IS NULL'), postgresql_where=sa.text('ended_at IS NULL'))
    op.create_table('deadlines',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(length=30), nullable=False),
    sa.Column('name', sa.String(length=100), nullable=False),
    sa.Column('basis', sa.String(length=300), nullable=False),
    sa.Column('start_on', sa.Date(), nullable=False),
    sa.Column('days', sa.Integer(), nullable=True),
    sa.Column('counting', sa.String(length=20), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('next_on', sa.Date(), nullable=True),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_because', sa.String(length=300), nullable=True),
    sa.CheckConstraint("(state = 'open') = (ended_on IS NULL)", name=op.f('ck_deadlines_ended_has_date')),
    sa.CheckConstraint('"counting" IN (\'calendar_days\', \'working_days\')', name=op.f('ck_deadlines_counting')),
    sa.CheckConstraint('"state" IN (\'open\', \'done\', \'cancelled\', \'lapsed\')', name=op.f('ck_deadlines_state')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_deadlines_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_deadlines'))
    )
    op.create_index(op.f('ix_deadlines_county_id_case_id_state_due_on'), 'deadlines', ['county_id', 'case_id', 'state', 'due_on'], unique=False)
    op.create_index(op.f('ix_deadlines_county_id_state_due_on_id'), 'deadlines', ['county_id', 'state', 'due_on', 'id'], unique=False)
    op.create_index(op.f('ix_deadlines_county_id_state_next_on_id'), 'deadlines', ['county_id', 'state', 'next_on', 'id'], unique=False)
    op.create_index('uq_deadlines_running', 'deadlines', ['county_id', 'code', 'subject_id', 'start_on'], unique=True)
    op.create_table('deliveries',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('channel', sa.String(length=10), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('tries', sa.Integer(), nullable=False),
    sa.Column('notices', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(length=300), nullable=False),
    sa.Column('problem', sa.String(length=100), nullable=True),
    sa.Column('claimed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('"channel" IN (\'email\', \'sms\', \'wecom\', \'dingtalk\')', name=op.f('ck_deliveries_channel')),
    sa.CheckConstraint('"state" IN (\'claimed\', \'sent\', \'failed\')', name=op.f('ck_deliveries_state')),
    sa.ForeignKeyConstraint(['county_id', 'user_id'], ['users.county_id', 'users.id'], name=op.f('fk_deliveries_county_id_user_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_deliveries')),
    sa.UniqueConstraint('county_id', 'user_id', 'on', name=op.f('uq_deliveries_county_id_user_id_on'))
    )
    op.create_index(op.f('ix_deliveries_county_id_claimed_at'), 'deliveries', ['county_id', 'claimed_at'], unique=False)
    op.create_table('device_users',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('device_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'device_id'], ['devices.county_id', 'devices.id'], name=op.f('fk_device_users_county_id_device_id')),
    sa.ForeignKeyConstraint(['county_id', 'user_id'], ['users.county_id', 'users.id'], name=op.f('fk_device_users_county_id_user_id')),
    sa.PrimaryKeyConstraint('county_id', 'device_id', 'user_id', name=op.f('pk_device_users'))
    )
    op.create_table('evaluations',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('mediators', sa.String(length=200), nullable=False),
    sa.Column('remark', sa.Text(), nullable=True),
    sa.Column('mend_by', sa.Date(), nullable=True),
    sa.Column('evaluated_by', sa.Uuid(), nullable=False),
    sa.Column('evaluated_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_evaluations_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_evaluations'))
    )
    op.create_index(op.f('ix_evaluations_county_id_case_id_evaluated_at'), 'evaluations', ['county_id', 'case_id', 'evaluated_at'], unique=False)
    op.create_table('field_notes',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('about', sa.Uuid(), nullable=True),
    sa.Column('noted_by', sa.Uuid(), nullable=False),
    sa.Column('noted_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"kind" IN (\'telephone\', \'visit\', \'photo\', \'scan\', \'signature\', \'other\')', name=op.f('ck_field_notes_kind')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_field_notes_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_field_notes'))
    )
    op.create_index(op.f('ix_field_notes_county_id_case_id'), 'field_notes', ['county_id', 'case_id'], unique=False)
    op.create_table('field_prints',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=True),
    sa.Column('number', sa.String(length=80), nullable=True),
    sa.Column('copy', sa.Integer(), nullable=False),
    sa.Column('copies', sa.Integer(), nullable=False),
    sa.Column('content_sha256', sa.String(length=64), nullable=False),
    sa.Column('printed_by', sa.Uuid(), nullable=False),
    sa.Column('reported_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_field_prints_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_field_prints'))
    )
    op.create_index(op.f('ix_field_prints_county_id_case_id'), 'field_prints', ['county_id', 'case_id'], unique=False)
    op.create_table('forced_releases',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('because', sa.String(length=300), nullable=False),
    sa.Column('forced_by', sa.Uuid(), nullable=False),
    sa.Column('forced_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'user_id'], ['users.county_id', 'users.id'], name=op.f('fk_forced_releases_county_id_user_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_forced_releases'))
    )
    op.create_index(op.f('ix_forced_releases_county_id_user_id_forced_at'), 'forced_releases', ['county_id', 'user_id', 'forced_at'], unique=False)
    op.create_table('handovers',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('from_committee_id', sa.Uuid(), nullable=False),
    sa.Column('to_committee_id', sa.Uuid(), nullable=False),
    sa.Column('reason', sa.String(length=30), nullable=False),
    sa.Column('because', sa.String(length=1000), nullable=False),
    sa.Column('offered_on', sa.Date(), nullable=False),
    sa.Column('offered_by', sa.Uuid(), nullable=False),
    sa.Column('offered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('answered_by', sa.Uuid(), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answer', sa.String(length=1000), nullable=True),
    sa.CheckConstraint("(state = 'offered') = (answered_on IS NULL)", name=op.f('ck_handovers_answer_has_date')),
    sa.CheckConstraint("state <> 'declined' OR answer IS NOT NULL", name=op.f('ck_handovers_declined_says_why')),
    sa.CheckConstraint('"kind" IN (\'handover\', \'escalation\')', name=op.f('ck_handovers_kind')),
    sa.CheckConstraint('"reason" IN (\'failed_sessions\', \'time_limit\', \'high_risk\', \'beyond_committee\', \'venue\', \'industry\', \'cross_area\', \'other\')', name=op.f('ck_handovers_reason')),
    sa.CheckConstraint('"state" IN (\'offered\', \'accepted\', \'declined\', \'taken_back\')', name=op.f('ck_handovers_state')),
    sa.CheckConstraint('from_committee_id <> to_committee_id', name=op.f('ck_handovers_goes_elsewhere')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_handovers_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'from_committee_id'], ['committees.county_id', 'committees.id'], name=op.f('fk_handovers_county_id_from_committee_id')),
    sa.ForeignKeyConstraint(['county_id', 'to_committee_id'], ['committees.county_id', 'committees.id'], name=op.f('fk_handovers_county_id_to_committee_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_handovers'))
    )
    op.create_index(op.f('ix_handovers_county_id_case_id'), 'handovers', ['county_id', 'case_id'], unique=False)
    op.create_index(op.f('ix_handovers_county_id_to_committee_id_state'), 'handovers', ['county_id', 'to_committee_id', 'state'], unique=False)
    op.create_index('uq_handovers_open_offer', 'handovers', ['county_id', 'case_id'], unique=True, sqlite_where=sa.text("state = 'offered'"), postgresql_where=sa.text("state = 'offered'"))
    op.create_table('inquiry_records',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('starts', sa.Time(), nullable=False),
    sa.Column('ends', sa.Time(), nullable=True),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('inquirers', sa.Text(), nullable=False),
    sa.Column('recorder', sa.Text(), nullable=False),
    sa.Column('asked', sa.Text(), nullable=False),
    sa.Column('relation', sa.Text(), nullable=True),
    sa.Column('details', sa.Text(), nullable=True),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_inquiry_records_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_inquiry_records'))
    )
    op.create_index(op.f('ix_inquiry_records_county_id_case_id'), 'inquiry_records', ['county_id', 'case_id'], unique=False)
    op.create_table('intake_drafts',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(length=80), nullable=False),
    sa.Column('typed_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'user_id'], ['users.county_id', 'users.id'], name=op.f('fk_intake_drafts_county_id_user_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_intake_drafts'))
    )
    op.create_index(op.f('ix_intake_drafts_county_id_user_id_saved_at'), 'intake_drafts', ['county_id', 'user_id', 'saved_at'], unique=False)
    op.create_table('issued_papers',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('title', sa.String(length=60), nullable=False),
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('dated_on', sa.Date(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('frozen_sha256', sa.String(length=64), nullable=False),
    sa.Column('data_sha256', sa.String(length=64), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=False),
    sa.Column('copies', sa.Integer(), nullable=False),
    sa.Column('signature_count', sa.Integer(), nullable=False),
    sa.Column('verification_code', sa.String(length=12), nullable=False),
    sa.Column('committee', sa.String(length=100), nullable=False),
    sa.Column('committee_id', sa.Uuid(), nullable=True),
    sa.Column('issued_by', sa.Uuid(), nullable=False),
    sa.Column('issued_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('superseded_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("state <> 'missing'", name=op.f('ck_issued_papers_an_issued_paper_is_there')),
    sa.CheckConstraint('"state" IN (\'missing\', \'frozen\', \'printed\', \'sealed\', \'received\')', name=op.f('ck_issued_papers_state')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_issued_papers_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'frozen_sha256'], ['stored_files.county_id', 'stored_files.sha256'], name=op.f('fk_issued_papers_county_id_frozen_sha256')),
    sa.ForeignKeyConstraint(['county_id', 'sha256'], ['stored_files.county_id', 'stored_files.sha256'], name=op.f('fk_issued_papers_county_id_sha256')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_issued_papers')),
    sa.UniqueConstraint('county_id', 'case_id', 'code', 'subject_id', 'version', name=op.f('uq_issued_papers_county_id_case_id_code_subject_id_version'))
    )
    op.create_index(op.f('ix_issued_papers_county_id_frozen_sha256'), 'issued_papers', ['county_id', 'frozen_sha256'], unique=False)
    op.create_index(op.f('ix_issued_papers_county_id_sha256'), 'issued_papers', ['county_id', 'sha256'], unique=False)
    op.create_index(op.f('ix_issued_papers_county_id_verification_code'), 'issued_papers', ['county_id', 'verification_code'], unique=False)
    op.create_table('key_rescues',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('device_id', sa.Uuid(), nullable=False),
    sa.Column('spare', sa.LargeBinary(), nullable=False),
    sa.Column('reply_key', sa.LargeBinary(), nullable=False),
    sa.Column('code', sa.String(length=7), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('agreed_by', sa.Uuid(), nullable=True),
    sa.Column('agreed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('given_by', sa.Uuid(), nullable=True),
    sa.Column('given_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('refused_by', sa.Uuid(), nullable=True),
    sa.Column('refused_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('agreed_by <> given_by', name=op.f('ck_key_rescues_two_people')),
    sa.ForeignKeyConstraint(['county_id', 'device_id'], ['devices.county_id', 'devices.id'], name=op.f('fk_key_rescues_county_id_device_id')),
    sa.ForeignKeyConstraint(['county_id', 'user_id'], ['users.county_id', 'users.id'], name=op.f('fk_key_rescues_county_id_user_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_key_rescues'))
    )
    op.create_index(op.f('ix_key_rescues_county_id_asked_at'), 'key_rescues', ['county_id', 'asked_at'], unique=False)
    op.create_table('meetings',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('starts', sa.Time(), nullable=False),
    sa.Column('ends', sa.Time(), nullable=True),
    sa.Column('place', sa.Text(), nullable=False),
    sa.Column('method', sa.String(length=20), nullable=False),
    sa.Column('asks_public', sa.Boolean(), nullable=False),
    sa.Column('is_public', sa.Boolean(), nullable=False),
    sa.Column('objection', sa.Text(), nullable=True),
    sa.Column('chair_id', sa.Uuid(), nullable=True),
    sa.Column('recorder', sa.Text(), nullable=True),
    sa.Column('interpreter', sa.Text(), nullable=True),
    sa.Column('read_aloud_in', sa.String(length=10), nullable=True),
    sa.Column('result', sa.String(length=20), nullable=True),
    sa.Column('next_on', sa.Date(), nullable=True),
    sa.Column('cancel_reason', sa.String(length=300), nullable=True),
    sa.Column('planned_by', sa.Uuid(), nullable=True),
    sa.Column('planned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('held_by', sa.Uuid(), nullable=True),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("(state = 'held') = (recorder IS NOT NULL)", name=op.f('ck_meetings_held_has_recorder')),
    sa.CheckConstraint("(state = 'held') = (result IS NOT NULL)", name=op.f('ck_meetings_held_has_result')),
    sa.CheckConstraint("state <> 'cancelled' OR cancel_reason IS NOT NULL", name=op.f('ck_meetings_cancelled_says_why')),
    sa.CheckConstraint('"kind" IN (\'office_hours\', \'village_visit\', \'joint_consultation\', \'home_follow_up\')', name=op.f('ck_meetings_kind')),
    sa.CheckConstraint('"method" IN (\'face_to_face\', \'back_to_back\', \'telephone\', \'video\', \'on_site\')', name=op.f('ck_meetings_method')),
    sa.CheckConstraint('"read_aloud_in" IN (\'zh\', \'bo\', \'mn\', \'kk\', \'ug\', \'other\')', name=op.f('ck_meetings_read_aloud_in')),
    sa.CheckConstraint('"result" IN (\'settled\', \'unsettled\', \'to_be_continued\')', name=op.f('ck_meetings_result')),
    sa.CheckConstraint('"state" IN (\'planned\', \'held\', \'cancelled\')', name=op.f('ck_meetings_state')),
    sa.CheckConstraint('NOT is_public OR objection IS NULL', name=op.f('ck_meetings_objection_closes')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_meetings_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_meetings'))
    )
    op.create_index(op.f('ix_meetings_county_id_case_id_state_on'), 'meetings', ['county_id', 'case_id', 'state', 'on'], unique=False)
    op.create_index(op.f('ix_meetings_county_id_state_on'), 'meetings', ['county_id', 'state', 'on'], unique=False)
    op.create_table('message_addresses',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('channel', sa.String(length=10), nullable=False),
    sa.Column('address_sealed', sa.LargeBinary(), nullable=False),
    sa.Column('set_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"channel" IN (\'email\', \'sms\', \'wecom\', \'dingtalk\')', name=op.f('ck_message_addresses_channel')),
    sa.ForeignKeyConstraint(['county_id', 'user_id'], ['users.county_id', 'users.id'], name=op.f('fk_message_addresses_county_id_user_id')),
    sa.PrimaryKeyConstraint('county_id', 'user_id', name=op.f('pk_message_addresses'))
    )
    op.create_table('notices',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=True),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('about', sa.String(length=200), nullable=False),
    sa.Column('about_on', sa.Date(), nullable=False),
    sa.Column('page', sa.String(length=100), nullable=False),
    sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('read_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('"kind" IN (\'reminder\', \'due_today\', \'overdue\', \'explain\', \'order\', \'talk\', \'lapsed\', \'standing\', \'danger\', \'offered\', \'recounted\', \'ordered\', \'answered\', \'sent_back\', \'order_closed\', \'trouble\', \'evaluated\', \'swap_asked\', \'swap_accepted\', \'swap_declined\', \'swap_decided\', \'swap_objected\')', name=op.f('ck_notices_kind')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_notices_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'user_id'], ['users.county_id', 'users.id'], name=op.f('fk_notices_county_id_user_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_notices')),
    sa.UniqueConstraint('county_id', 'user_id', 'kind', 'subject_id', 'about_on', name=op.f('uq_notices_county_id_user_id_kind_subject_id_about_on'))
    )
    op.create_index(op.f('ix_notices_county_id_case_id'), 'notices', ['county_id', 'case_id'], unique=False)
    op.create_index(op.f('ix_notices_county_id_user_id_read_at_said_at'), 'notices', ['county_id', 'user_id', 'read_at', 'said_at'], unique=False)
    op.create_table('number_leases',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('custody_id', sa.Uuid(), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('ordinal', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(length=80), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=True),
    sa.Column('leased_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('released_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_number_leases_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_number_leases')),
    sa.UniqueConstraint('county_id', 'case_id', 'ordinal', 'custody_id', name=op.f('uq_number_leases_county_id_case_id_ordinal_custody_id'))
    )
    op.create_table('paper_words',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('code', sa.String(length=40), nullable=False),
    sa.Column('subject_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=30), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_paper_words_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'case_id', 'code', 'subject_id', 'name', name=op.f('pk_paper_words'))
    )
    op.create_table('parties',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('ordinal', sa.Integer(), nullable=False),
    sa.Column('side', sa.String(length=20), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=100), nullable=False),
    sa.Column('gender', sa.String(length=10), nullable=True),
    sa.Column('ethnicity', sa.String(length=20), nullable=True),
    sa.Column('born_on', sa.Date(), nullable=True),
    sa.Column('age', sa.Integer(), nullable=True),
    sa.Column('id_number_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('id_number_blind', sa.LargeBinary(length=16), nullable=True),
    sa.Column('credit_code', sa.String(length=18), nullable=True),
    sa.Column('legal_representative', sa.String(length=100), nullable=True),
    sa.Column('occupation', sa.String(length=100), nullable=True),
    sa.Column('phone_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('phone_blind', sa.LargeBinary(length=16), nullable=True),
    sa.Column('area_code', sa.String(length=12), nullable=True),
    sa.Column('address', sa.String(length=300), nullable=True),
    sa.Column('language', sa.String(length=10), nullable=True),
    sa.Column('head_count', sa.Integer(), nullable=True),
    sa.Column('rights_told_on', sa.Date(), nullable=True),
    sa.CheckConstraint('"kind" IN (\'person\', \'group\', \'organization\', \'village\', \'government\')', name=op.f('ck_parties_kind')),
    sa.CheckConstraint('"side" IN (\'applicant\', \'respondent\', \'third\')', name=op.f('ck_parties_side')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_parties_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_parties')),
    sa.UniqueConstraint('county_id', 'case_id', 'ordinal', name=op.f('uq_parties_county_id_case_id_ordinal'))
    )
    op.create_index(op.f('ix_parties_county_id_id_number_blind'), 'parties', ['county_id', 'id_number_blind'], unique=False)
    op.create_index(op.f('ix_parties_county_id_name'), 'parties', ['county_id', 'name'], unique=False)
    op.create_index(op.f('ix_parties_county_id_phone_blind'), 'parties', ['county_id', 'phone_blind'], unique=False)
    op.create_table('prior_attempts',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('ordinal', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('by', sa.String(length=20), nullable=False),
    sa.Column('outcome', sa.String(length=30), nullable=False),
    sa.Column('on', sa.Date(), nullable=True),
    sa.Column('sessions', sa.Integer(), nullable=True),
    sa.CheckConstraint('"by" IN (\'household_head\', \'grid\', \'village\', \'township\', \'county\', \'industry\', \'police\', \'court\', \'arbitration\', \'government\', \'petition\')', name=op.f('ck_prior_attempts_by')),
    sa.CheckConstraint('"outcome" IN (\'failed\', \'agreed_not_performed\', \'refused\', \'pending\', \'decided\')', name=op.f('ck_prior_attempts_outcome')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_prior_attempts_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'case_id', 'ordinal', name=op.f('pk_prior_attempts'))
    )
    op.create_table('recusals',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('mediator_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('party_id', sa.Uuid(), nullable=True),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('raised_by', sa.Uuid(), nullable=False),
    sa.Column('raised_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('outcome', sa.String(length=10), nullable=True),
    sa.Column('settled_on', sa.Date(), nullable=True),
    sa.Column('settled_by', sa.Uuid(), nullable=True),
    sa.Column('replacement_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint('"kind" IN (\'relation_declared\', \'withdrawal_asked\')', name=op.f('ck_recusals_kind')),
    sa.CheckConstraint('"outcome" IN (\'stays\', \'replaced\')', name=op.f('ck_recusals_outcome')),
    sa.CheckConstraint('(outcome IS NULL) = (settled_on IS NULL)', name=op.f('ck_recusals_settled_has_date')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_recusals_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'mediator_id'], ['mediators.county_id', 'mediators.id'], name=op.f('fk_recusals_county_id_mediator_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_recusals'))
    )
    op.create_index(op.f('ix_recusals_county_id_case_id'), 'recusals', ['county_id', 'case_id'], unique=False)
    op.create_table('referrals',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('organ', sa.String(length=30), nullable=False),
    sa.Column('recipient', sa.Text(), nullable=True),
    sa.Column('letter', sa.Text(), nullable=True),
    sa.Column('because', sa.Text(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('referred_by', sa.Uuid(), nullable=False),
    sa.Column('referred_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answer', sa.Text(), nullable=True),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.CheckConstraint('"organ" IN (\'police\', \'court\', \'procuratorate\', \'labor_arbitration\', \'land_arbitration\', \'labor_inspection\', \'township_government\', \'county_government\', \'superior_government\', \'civil_affairs\', \'discipline_inspection\', \'petition_office\', \'market_supervision\', \'legal_aid\', \'notary\', \'traffic_police\', \'health_authority\', \'other\')', name=op.f('ck_referrals_organ')),
    sa.CheckConstraint('(answer IS NULL) = (answered_on IS NULL)', name=op.f('ck_referrals_answer_has_date')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_referrals_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_referrals'))
    )
    op.create_index(op.f('ix_referrals_county_id_case_id'), 'referrals', ['county_id', 'case_id'], unique=False)
    op.create_table('rehearsed_cases',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('rehearsal_id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=True),
    sa.Column('ref', sa.String(length=64), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('is_untaken', sa.Boolean(), nullable=False),
    sa.Column('fault', sa.Text(), nullable=False),
    sa.Column('silent', sa.Text(), nullable=False),
    sa.Column('spoke', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'rehearsal_id'], ['rulebook_rehearsals.county_id', 'rulebook_rehearsals.id'], name=op.f('fk_rehearsed_cases_county_id_rehearsal_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_rehearsed_cases'))
    )
    op.create_index(op.f('ix_rehearsed_cases_county_id_rehearsal_id'), 'rehearsed_cases', ['county_id', 'rehearsal_id'], unique=False)
    op.create_table('rehearsed_loads',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('rehearsal_id', sa.Uuid(), nullable=False),
    sa.Column('township_code', sa.String(length=9), nullable=False),
    sa.Column('desk', sa.String(length=60), nullable=False),
    sa.Column('before', sa.Integer(), nullable=False),
    sa.Column('after', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'rehearsal_id'], ['rulebook_rehearsals.county_id', 'rulebook_rehearsals.id'], name=op.f('fk_rehearsed_loads_county_id_rehearsal_id')),
    sa.PrimaryKeyConstraint('county_id', 'rehearsal_id', 'township_code', 'desk', name=op.f('pk_rehearsed_loads'))
    )
    op.create_table('rehearsed_mediators',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('rehearsal_id', sa.Uuid(), nullable=False),
    sa.Column('mediator_id', sa.Uuid(), nullable=False),
    sa.Column('before', sa.Integer(), nullable=False),
    sa.Column('after', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'rehearsal_id'], ['rulebook_rehearsals.county_id', 'rulebook_rehearsals.id'], name=op.f('fk_rehearsed_mediators_county_id_rehearsal_id')),
    sa.PrimaryKeyConstraint('county_id', 'rehearsal_id', 'mediator_id', name=op.f('pk_rehearsed_mediators'))
    )
    op.create_table('reopenings',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('outcome', sa.String(length=20), nullable=False),
    sa.Column('closed_on', sa.Date(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=True),
    sa.Column('refer_to', sa.String(length=30), nullable=True),
    sa.Column('closed_by', sa.Uuid(), nullable=False),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('because', sa.String(length=500), nullable=False),
    sa.Column('reopened_by', sa.Uuid(), nullable=False),
    sa.Column('reopened_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"outcome" IN (\'settled\', \'unsettled\', \'terminated\', \'withdrawn\', \'declined\')', name=op.f('ck_reopenings_outcome')),
    sa.CheckConstraint('length(because) > 0', name=op.f('ck_reopenings_reopening_has_reason')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_reopenings_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_reopenings'))
    )
    op.create_index(op.f('ix_reopenings_county_id_case_id'), 'reopenings', ['county_id', 'case_id'], unique=False)
    op.create_table('reported_lines',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('month', sa.Date(), nullable=False),
    sa.Column('basis', sa.String(length=10), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('township', sa.String(length=9), nullable=True),
    sa.Column('committee_id', sa.Uuid(), nullable=True),
    sa.Column('body', sa.String(length=40), nullable=False),
    sa.Column('source', sa.String(length=40), nullable=False),
    sa.Column('dispute_type', sa.String(length=30), nullable=False),
    sa.Column('result', sa.String(length=20), nullable=False),
    sa.Column('people', sa.Integer(), nullable=False),
    sa.Column('is_difficult', sa.Boolean(), nullable=False),
    sa.Column('form', sa.String(length=10), nullable=True),
    sa.Column('amount_fen', sa.BigInteger(), nullable=False),
    sa.Column('is_fulfilled', sa.Boolean(), nullable=False),
    sa.CheckConstraint('"basis" IN (\'accepted\', \'closed\')', name=op.f('ck_reported_lines_basis')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_reported_lines_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'month'], ['month_closings.county_id', 'month_closings.month'], name=op.f('fk_reported_lines_county_id_month')),
    sa.PrimaryKeyConstraint('county_id', 'month', 'basis', 'case_id', name=op.f('pk_reported_lines'))
    )
    op.create_index(op.f('ix_reported_lines_county_id_case_id'), 'reported_lines', ['county_id', 'case_id'], unique=False)
    op.create_table('retellings',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('channel', sa.String(length=20), nullable=False),
    sa.Column('received_on', sa.Date(), nullable=False),
    sa.Column('summary', sa.Text(), nullable=False),
    sa.Column('told_by', sa.Uuid(), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"channel" IN (\'application\', \'walk_in\', \'online\', \'screening\', \'grid_report\', \'hotline_12345\', \'hotline_12348\', \'police\', \'court\', \'procuratorate\', \'petition\', \'other_body\', \'superior\', \'border_partner\')', name=op.f('ck_retellings_channel')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_retellings_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_retellings'))
    )
    op.create_index(op.f('ix_retellings_county_id_case_id'), 'retellings', ['county_id', 'case_id'], unique=False)
    op.create_table('revoked_acceptances',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('accepted_on', sa.Date(), nullable=False),
    sa.Column('file_number', sa.String(length=60), nullable=False),
    sa.Column('committee_id', sa.Uuid(), nullable=False),
    sa.Column('accepted_by', sa.Uuid(), nullable=False),
    sa.Column('accepted_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('because', sa.String(length=500), nullable=False),
    sa.Column('revoked_by', sa.Uuid(), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(because) > 0', name=op.f('ck_revoked_acceptances_revocation_has_reason')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_revoked_acceptances_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'committee_id'], ['committees.county_id', 'committees.id'], name=op.f('fk_revoked_acceptances_county_id_committee_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_revoked_acceptances'))
    )
    op.create_index(op.f('ix_revoked_acceptances_county_id_case_id'), 'revoked_acceptances', ['county_id', 'case_id'], unique=False)
    op.create_table('risk_changes',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('came_from', sa.String(length=10), nullable=False),
    sa.Column('went_to', sa.String(length=10), nullable=False),
    sa.Column('reason', sa.String(length=500), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('changed_by', sa.Uuid(), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"came_from" IN (\'blue\', \'yellow\', \'orange\', \'red\')', name=op.f('ck_risk_changes_came_from')),
    sa.CheckConstraint('"went_to" IN (\'blue\', \'yellow\', \'orange\', \'red\')', name=op.f('ck_risk_changes_went_to')),
    sa.CheckConstraint('came_from <> went_to', name=op.f('ck_risk_changes_change_changes')),
    sa.CheckConstraint('length(reason) > 0', name=op.f('ck_risk_changes_change_has_reason')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_risk_changes_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_risk_changes'))
    )
    op.create_index(op.f('ix_risk_changes_county_id_case_id_changed_at'), 'risk_changes', ['county_id', 'case_id', 'changed_at'], unique=False)
    op.create_table('risk_reports',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('organ', sa.String(length=30), nullable=False),
    sa.Column('recipient', sa.Text(), nullable=True),
    sa.Column('means', sa.String(length=20), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('at', sa.Time(), nullable=False),
    sa.Column('reporter', sa.Text(), nullable=False),
    sa.Column('situation', sa.Text(), nullable=False),
    sa.Column('measures', sa.Text(), nullable=True),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"kind" IN (\'first\', \'follow_up\', \'final\')', name=op.f('ck_risk_reports_kind')),
    sa.CheckConstraint('"means" IN (\'telephone\', \'in_person\', \'written\', \'online\')', name=op.f('ck_risk_reports_means')),
    sa.CheckConstraint('"organ" IN (\'police\', \'court\', \'procuratorate\', \'labor_arbitration\', \'land_arbitration\', \'labor_inspection\', \'township_government\', \'county_government\', \'superior_government\', \'civil_affairs\', \'discipline_inspection\', \'petition_office\', \'market_supervision\', \'legal_aid\', \'notary\', \'traffic_police\', \'health_authority\', \'other\')', name=op.f('ck_risk_reports_organ')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_risk_reports_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_risk_reports'))
    )
    op.create_index(op.f('ix_risk_reports_county_id_case_id_on'), 'risk_reports', ['county_id', 'case_id', 'on'], unique=False)
    op.create_table('routing_decisions',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('decided_by', sa.Uuid(), nullable=False),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('facts_sha256', sa.String(length=64), nullable=False),
    sa.Column('admissible', sa.String(length=5), nullable=False),
    sa.Column('engine_agrees', sa.Boolean(), nullable=False),
    sa.Column('answer', sa.JSON(), nullable=False),
    sa.CheckConstraint('"admissible" IN (\'yes\', \'no\', \'ask\')', name=op.f('ck_routing_decisions_admissible')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_routing_decisions_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_routing_decisions'))
    )
    op.create_index(op.f('ix_routing_decisions_county_id_case_id_decided_at'), 'routing_decisions', ['county_id', 'case_id', 'decided_at'], unique=False)
    op.create_table('screenings',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('day', sa.Date(), nullable=False),
    sa.Column('village_code', sa.String(length=12), nullable=False),
    sa.Column('occasion', sa.String(length=100), nullable=False),
    sa.Column('note', sa.Text(), nullable=True),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('struck_on', sa.Date(), nullable=True),
    sa.Column('struck_by', sa.Uuid(), nullable=True),
    sa.Column('struck_because', sa.String(length=200), nullable=True),
    sa.CheckConstraint('(struck_on IS NULL) = (struck_because IS NULL)', name=op.f('ck_screenings_struck_says_why')),
    sa.ForeignKeyConstraint(['county_id', 'recorded_by'], ['users.county_id', 'users.id'], name=op.f('fk_screenings_county_id_recorded_by')),
    sa.ForeignKeyConstraint(['county_id', 'village_code'], ['areas.county_id', 'areas.code'], name=op.f('fk_screenings_county_id_village_code')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_screenings'))
    )
    op.create_index(op.f('ix_screenings_county_id_day'), 'screenings', ['county_id', 'day'], unique=False)
    op.create_index(op.f('ix_screenings_county_id_village_code_day'), 'screenings', ['county_id', 'village_code', 'day'], unique=False)
    op.create_table('settlements',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('arrival_id', sa.Uuid(), nullable=False),
    sa.Column('assigned_to', sa.Uuid(), nullable=True),
    sa.Column('assigned_by', sa.Uuid(), nullable=True),
    sa.Column('assigned_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('outcome', sa.String(length=20), nullable=True),
    sa.Column('note_id', sa.Uuid(), nullable=True),
    sa.Column('settled_by', sa.Uuid(), nullable=True),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('"outcome" IN (\'kept_as_note\', \'submitted_again\')', name=op.f('ck_settlements_outcome')),
    sa.CheckConstraint('(settled_at IS NULL) = (outcome IS NULL)', name=op.f('ck_settlements_settled_somehow')),
    sa.ForeignKeyConstraint(['county_id', 'arrival_id'], ['arrivals.county_id', 'arrivals.id'], name=op.f('fk_settlements_county_id_arrival_id')),
    sa.ForeignKeyConstraint(['county_id', 'assigned_to'], ['users.county_id', 'users.id'], name=op.f('fk_settlements_county_id_assigned_to')),
    sa.PrimaryKeyConstraint('county_id', 'arrival_id', name=op.f('pk_settlements'))
    )
    op.create_index(op.f('ix_settlements_county_id_assigned_to_settled_at'), 'settlements', ['county_id', 'assigned_to', 'settled_at'], unique=False)
    op.create_table('sign_ins',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('token_sha256', sa.LargeBinary(length=32), nullable=False),
    sa.Column('user_id', sa.Uuid(), nullable=False),
    sa.Column('address', sa.String(length=45), nullable=True),
    sa.Column('begun_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['county_id', 'user_id'], ['users.county_id', 'users.id'], name=op.f('fk_sign_ins_county_id_user_id')),
    sa.PrimaryKeyConstraint('county_id', 'token_sha256', name=op.f('pk_sign_ins'))
    )
    op.create_index(op.f('ix_sign_ins_county_id_user_id'), 'sign_ins', ['county_id', 'user_id'], unique=False)
    op.create_table('signals',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('violence', sa.String(length=20), nullable=True),
    sa.Column('casualty', sa.String(length=20), nullable=True),
    sa.Column('accepted_elsewhere', sa.String(length=20), nullable=True),
    sa.Column('weapons', sa.Boolean(), nullable=True),
    sa.Column('gathering', sa.Boolean(), nullable=True),
    sa.Column('detention', sa.Boolean(), nullable=True),
    sa.Column('suicide_threat', sa.Boolean(), nullable=True),
    sa.Column('domestic_violence', sa.Boolean(), nullable=True),
    sa.Column('minor_harmed', sa.Boolean(), nullable=True),
    sa.Column('suspected_crime', sa.Boolean(), nullable=True),
    sa.Column('suspected_sham', sa.Boolean(), nullable=True),
    sa.Column('collective', sa.Boolean(), nullable=True),
    sa.Column('tenure', sa.Boolean(), nullable=True),
    sa.Column('administrative_boundary', sa.Boolean(), nullable=True),
    sa.Column('identity_relation', sa.Boolean(), nullable=True),
    sa.Column('administrative_act', sa.Boolean(), nullable=True),
    sa.Column('debtor_vanished', sa.Boolean(), nullable=True),
    sa.Column('needs_appraisal', sa.Boolean(), nullable=True),
    sa.Column('online_spread', sa.Boolean(), nullable=True),
    sa.Column('religious_site', sa.Boolean(), nullable=True),
    sa.Column('confidential', sa.Boolean(), nullable=True),
    sa.CheckConstraint('"accepted_elsewhere" IN (\'court\', \'arbitration\', \'police\', \'government\', \'petition\')', name=op.f('ck_signals_accepted_elsewhere')),
    sa.CheckConstraint('"casualty" IN (\'none\', \'injury\', \'death\')', name=op.f('ck_signals_casualty')),
    sa.CheckConstraint('"violence" IN (\'none\', \'threat\', \'minor_injury\', \'serious_injury\', \'death\')', name=op.f('ck_signals_violence')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_signals_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'case_id', name=op.f('pk_signals'))
    )
    op.create_table('supervision_orders',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('number', sa.String(length=40), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('body', sa.String(length=100), nullable=False),
    sa.Column('subject', sa.String(length=200), nullable=False),
    sa.Column('unit', sa.String(length=100), nullable=False),
    sa.Column('person', sa.String(length=60), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('demands', sa.Text(), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('issued_by', sa.Uuid(), nullable=False),
    sa.Column('issued_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('ended_by', sa.Uuid(), nullable=True),
    sa.Column('ended_because', sa.Text(), nullable=True),
    sa.CheckConstraint("(state IN ('closed', 'withdrawn')) = (ended_on IS NOT NULL)", name=op.f('ck_supervision_orders_ended_has_day')),
    sa.CheckConstraint('"state" IN (\'issued\', \'answered\', \'sent_back\', \'closed\', \'withdrawn\')', name=op.f('ck_supervision_orders_state')),
    sa.CheckConstraint('due_on >= issued_on', name=op.f('ck_supervision_orders_due_after_issue')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_supervision_orders_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_supervision_orders')),
    sa.UniqueConstraint('county_id', 'number', name=op.f('uq_supervision_orders_county_id_number'))
    )
    op.create_index(op.f('ix_supervision_orders_county_id_case_id_issued_at'), 'supervision_orders', ['county_id', 'case_id', 'issued_at'], unique=False)
    op.create_index(op.f('ix_supervision_orders_county_id_state_due_on'), 'supervision_orders', ['county_id', 'state', 'due_on'], unique=False)
    op.create_index('uq_supervision_orders_standing', 'supervision_orders', ['county_id', 'case_id'], unique=True, sqlite_where=sa.text("state IN ('issued', 'answered', 'sent_back')"), postgresql_where=sa.text("state IN ('issued', 'answered', 'sent_back')"))
    op.create_table('swap_offers',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('state', sa.String(length=10), nullable=False),
    sa.Column('duty_id', sa.Uuid(), nullable=False),
    sa.Column('other_id', sa.Uuid(), nullable=False),
    sa.Column('asker_id', sa.Uuid(), nullable=False),
    sa.Column('asked_id', sa.Uuid(), nullable=False),
    sa.Column('gives_on', sa.Date(), nullable=False),
    sa.Column('takes_on', sa.Date(), nullable=False),
    sa.Column('note', sa.String(length=200), nullable=True),
    sa.Column('offered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('because', sa.String(length=200), nullable=True),
    sa.Column('decided_by', sa.Uuid(), nullable=True),
    sa.Column('objector_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("(state = 'objected') = (objector_id IS NOT NULL)", name=op.f('ck_swap_offers_objected_by_whom')),
    sa.CheckConstraint("(state = 'offered') = (answered_at IS NULL)", name=op.f('ck_swap_offers_answered_has_instant')),
    sa.CheckConstraint("(state IN ('decided', 'objected')) = (decided_by IS NOT NULL)", name=op.f('ck_swap_offers_decided_by_whom')),
    sa.CheckConstraint('"state" IN (\'offered\', \'accepted\', \'declined\', \'withdrawn\', \'decided\', \'objected\')', name=op.f('ck_swap_offers_state')),
    sa.ForeignKeyConstraint(['county_id', 'asked_id'], ['mediators.county_id', 'mediators.id'], name=op.f('fk_swap_offers_county_id_asked_id')),
    sa.ForeignKeyConstraint(['county_id', 'asker_id'], ['mediators.county_id', 'mediators.id'], name=op.f('fk_swap_offers_county_id_asker_id')),
    sa.ForeignKeyConstraint(['county_id', 'decided_by'], ['users.county_id', 'users.id'], name=op.f('fk_swap_offers_county_id_decided_by')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_swap_offers'))
    )
    op.create_index(op.f('ix_swap_offers_county_id_asked_id_state'), 'swap_offers', ['county_id', 'asked_id', 'state'], unique=False)
    op.create_index(op.f('ix_swap_offers_county_id_asker_id_offered_at'), 'swap_offers', ['county_id', 'asker_id', 'offered_at'], unique=False)
    op.create_index('uq_swap_offers_waiting', 'swap_offers', ['county_id', 'duty_id'], unique=True, sqlite_where=sa.text("state = 'offered'"), postgresql_where=sa.text("state = 'offered'"))
    op.create_table('agreement_clauses',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('revision', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('ordinal', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'agreement_id'], ['agreements.county_id', 'agreements.id'], name=op.f('fk_agreement_clauses_county_id_agreement_id')),
    sa.PrimaryKeyConstraint('county_id', 'agreement_id', 'revision', 'ordinal', name=op.f('pk_agreement_clauses'))
    )
    op.create_table('agreement_revisions',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('revision', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('facts', sa.Text(), nullable=False),
    sa.Column('responsibilities', sa.Text(), nullable=False),
    sa.Column('has_court_copy', sa.Boolean(), nullable=False),
    sa.Column('interpreter', sa.String(length=60), nullable=True),
    sa.Column('saved_by', sa.Uuid(), nullable=False),
    sa.Column('saved_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'agreement_id'], ['agreements.county_id', 'agreements.id'], name=op.f('fk_agreement_revisions_county_id_agreement_id')),
    sa.PrimaryKeyConstraint('county_id', 'agreement_id', 'revision', name=op.f('pk_agreement_revisions'))
    )
    op.create_table('agreement_signatures',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('ordinal', sa.Integer(), nullable=False),
    sa.Column('role', sa.String(length=20), nullable=False),
    sa.Column('party_id', sa.Uuid(), nullable=True),
    sa.Column('signer', sa.String(length=100), nullable=False),
    sa.Column('method', sa.String(length=30), nullable=False),
    sa.Column('signed_on', sa.Date(), nullable=False),
    sa.Column('witness', sa.String(length=60), nullable=True),
    sa.Column('written_by', sa.String(length=60), nullable=True),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("role <> 'seal' OR method = 'stamp'", name=op.f('ck_agreement_signatures_a_seal_is_a_stamp')),
    sa.CheckConstraint("role NOT IN ('party', 'representative', 'guardian') OR party_id IS NOT NULL", name=op.f('ck_agreement_signatures_signs_for_a_party')),
    sa.CheckConstraint('"method" IN (\'signature\', \'stamp\', \'fingerprint\', \'signature_and_fingerprint\', \'tablet\')', name=op.f('ck_agreement_signatures_method')),
    sa.CheckConstraint('"role" IN (\'party\', \'representative\', \'guardian\', \'mediator\', \'recorder\', \'interpreter\', \'seal\')', name=op.f('ck_agreement_signatures_role')),
    sa.ForeignKeyConstraint(['county_id', 'agreement_id'], ['agreements.county_id', 'agreements.id'], name=op.f('fk_agreement_signatures_county_id_agreement_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_agreement_signatures')),
    sa.UniqueConstraint('county_id', 'agreement_id', 'ordinal', name=op.f('uq_agreement_signatures_county_id_agreement_id_ordinal'))
    )
    op.create_table('attendances',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('meeting_id', sa.Uuid(), nullable=False),
    sa.Column('ordinal', sa.Integer(), nullable=False),
    sa.Column('attending', sa.String(length=20), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('party_id', sa.Uuid(), nullable=True),
    sa.Column('mediator_id', sa.Uuid(), nullable=True),
    sa.Column('guest_kind', sa.String(length=30), nullable=True),
    sa.Column('agreed_on', sa.Date(), nullable=True),
    sa.Column('has_come', sa.Boolean(), nullable=True),
    sa.CheckConstraint("(attending = 'guest') = (guest_kind IS NOT NULL)", name=op.f('ck_attendances_guest_has_kind')),
    sa.CheckConstraint("attending <> 'mediator' OR mediator_id IS NOT NULL", name=op.f('ck_attendances_mediator_is_named')),
    sa.CheckConstraint("attending <> 'party' OR party_id IS NOT NULL", name=op.f('ck_attendances_party_is_named')),
    sa.CheckConstraint('"attending" IN (\'party\', \'mediator\', \'guest\', \'specialist\', \'interpreter\')', name=op.f('ck_attendances_attending')),
    sa.CheckConstraint('"guest_kind" IN (\'relative\', \'neighbor\', \'colleague\', \'skilled\', \'social_organization\', \'respected\')', name=op.f('ck_attendances_guest_kind')),
    sa.ForeignKeyConstraint(['county_id', 'meeting_id'], ['meetings.county_id', 'meetings.id'], name=op.f('fk_attendances_county_id_meeting_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_attendances')),
    sa.UniqueConstraint('county_id', 'meeting_id', 'ordinal', name=op.f('uq_attendances_county_id_meeting_id_ordinal'))
    )
    op.create_table('clock_entries',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('deadline_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('days', sa.Integer(), nullable=True),
    sa.Column('agreed_by', sa.String(length=200), nullable=True),
    sa.Column('because', sa.String(length=500), nullable=True),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"kind" IN (\'pause\', \'resume\', \'extend\', \'shorten\')', name=op.f('ck_clock_entries_kind')),
    sa.ForeignKeyConstraint(['county_id', 'deadline_id'], ['deadlines.county_id', 'deadlines.id'], name=op.f('fk_clock_entries_county_id_deadline_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_clock_entries'))
    )
    op.create_index(op.f('ix_clock_entries_county_id_deadline_id_on'), 'clock_entries', ['county_id', 'deadline_id', 'on'], unique=False)
    op.create_table('consents',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('party_id', sa.Uuid(), nullable=False),
    sa.Column('agrees', sa.Boolean(), nullable=False),
    sa.Column('form', sa.String(length=20), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('reason', sa.String(length=300), nullable=True),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('mistaken_because', sa.String(length=300), nullable=True),
    sa.Column('mistaken_by', sa.Uuid(), nullable=True),
    sa.Column('mistaken_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('"form" IN (\'written\', \'oral\', \'telephone\')', name=op.f('ck_consents_form')),
    sa.CheckConstraint('(mistaken_at IS NULL) = (mistaken_by IS NULL) AND (mistaken_at IS NULL) = (mistaken_because IS NULL)', name=op.f('ck_consents_mistake_said_whole')),
    sa.CheckConstraint('agrees OR reason IS NOT NULL OR form IS NOT NULL', name=op.f('ck_consents_refusal_said')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_consents_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'party_id'], ['parties.county_id', 'parties.id'], name=op.f('fk_consents_county_id_party_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_consents'))
    )
    op.create_index(op.f('ix_consents_county_id_case_id'), 'consents', ['county_id', 'case_id'], unique=False)
    op.create_table('consultation_minutes',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('meeting_id', sa.Uuid(), nullable=False),
    sa.Column('ordinal', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('conclusion', sa.String(length=20), nullable=False),
    sa.Column('minutes', sa.Text(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"conclusion" IN (\'plan_made\', \'talk_again\', \'other_way\')', name=op.f('ck_consultation_minutes_conclusion')),
    sa.ForeignKeyConstraint(['county_id', 'meeting_id'], ['meetings.county_id', 'meetings.id'], name=op.f('fk_consultation_minutes_county_id_meeting_id')),
    sa.PrimaryKeyConstraint('county_id', 'meeting_id', 'ordinal', name=op.f('pk_consultation_minutes'))
    )
    op.create_table('consulted_bodies',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('meeting_id', sa.Uuid(), nullable=False),
    sa.Column('body', sa.String(length=100), nullable=False),
    sa.Column('contact', sa.String(length=100), nullable=True),
    sa.Column('bring', sa.String(length=300), nullable=True),
    sa.Column('invited_on', sa.Date(), nullable=False),
    sa.Column('invited_by', sa.Uuid(), nullable=False),
    sa.Column('answer', sa.String(length=20), nullable=False),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('attendee', sa.Text(), nullable=True),
    sa.Column('opinion', sa.Text(), nullable=True),
    sa.CheckConstraint("(answer = 'waiting') = (answered_on IS NULL)", name=op.f('ck_consulted_bodies_answer_has_date')),
    sa.CheckConstraint('"answer" IN (\'waiting\', \'confirmed\', \'declined\')', name=op.f('ck_consulted_bodies_answer')),
    sa.ForeignKeyConstraint(['county_id', 'meeting_id'], ['meetings.county_id', 'meetings.id'], name=op.f('fk_consulted_bodies_county_id_meeting_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_consulted_bodies'))
    )
    op.create_index(op.f('ix_consulted_bodies_county_id_meeting_id'), 'consulted_bodies', ['county_id', 'meeting_id'], unique=False)
    op.create_table('corrections',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('party_id', sa.Uuid(), nullable=True),
    sa.Column('field', sa.String(length=30), nullable=False),
    sa.Column('was_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('corrected_by', sa.Uuid(), nullable=False),
    sa.Column('corrected_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_corrections_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'party_id'], ['parties.county_id', 'parties.id'], name=op.f('fk_corrections_county_id_party_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_corrections'))
    )
    op.create_index(op.f('ix_corrections_county_id_case_id'), 'corrections', ['county_id', 'case_id'], unique=False)
    op.create_table('evaluation_lines',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('evaluation_id', sa.Uuid(), nullable=False),
    sa.Column('point', sa.String(length=20), nullable=False),
    sa.Column('finding', sa.String(length=20), nullable=False),
    sa.Column('note', sa.Text(), nullable=True),
    sa.CheckConstraint("finding NOT IN ('partly', 'wanting') OR note IS NOT NULL", name=op.f('ck_evaluation_lines_wanting_says_what')),
    sa.CheckConstraint('"finding" IN (\'good\', \'partly\', \'wanting\', \'not_asked\')', name=op.f('ck_evaluation_lines_finding')),
    sa.CheckConstraint('"point" IN (\'acceptance\', \'materials\', \'papers\', \'evidence\', \'agreement\', \'revisit\', \'binding\')', name=op.f('ck_evaluation_lines_point')),
    sa.ForeignKeyConstraint(['county_id', 'evaluation_id'], ['evaluations.county_id', 'evaluations.id'], name=op.f('fk_evaluation_lines_county_id_evaluation_id')),
    sa.PrimaryKeyConstraint('county_id', 'evaluation_id', 'point', name=op.f('pk_evaluation_lines'))
    )
    op.create_table('found_disputes',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('screening_id', sa.Uuid(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('outcome', sa.String(length=20), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=True),
    sa.Column('settled_on', sa.Date(), nullable=True),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(outcome = 'registered') = (case_id IS NOT NULL)", name=op.f('ck_found_disputes_registered_has_case')),
    sa.CheckConstraint("(outcome = 'watched') = (settled_on IS NULL)", name=op.f('ck_found_disputes_settled_has_day')),
    sa.CheckConstraint('"outcome" IN (\'watched\', \'calmed\', \'registered\')', name=op.f('ck_found_disputes_outcome')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_found_disputes_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'screening_id'], ['screenings.county_id', 'screenings.id'], name=op.f('fk_found_disputes_county_id_screening_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_found_disputes'))
    )
    op.create_index(op.f('ix_found_disputes_county_id_screening_id'), 'found_disputes', ['county_id', 'screening_id'], unique=False)
    op.create_index(op.f('ix_found_disputes_county_id_settled_on'), 'found_disputes', ['county_id', 'settled_on'], unique=False)
    op.create_table('handover_consents',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('party_id', sa.Uuid(), nullable=False),
    sa.Column('committee_id', sa.Uuid(), nullable=False),
    sa.Column('agrees', sa.Boolean(), nullable=False),
    sa.Column('form', sa.String(length=20), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"form" IN (\'written\', \'oral\', \'telephone\')', name=op.f('ck_handover_consents_form')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_handover_consents_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'party_id'], ['parties.county_id', 'parties.id'], name=op.f('fk_handover_consents_county_id_party_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_handover_consents'))
    )
    op.create_index(op.f('ix_handover_consents_county_id_case_id'), 'handover_consents', ['county_id', 'case_id'], unique=False)
    op.create_table('ink_signatures',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('paper_id', sa.Uuid(), nullable=False),
    sa.Column('frozen_sha256', sa.String(length=64), nullable=False),
    sa.Column('nonce', sa.String(length=40), nullable=False),
    sa.Column('place', sa.String(length=30), nullable=False),
    sa.Column('signer', sa.String(length=100), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('witness', sa.String(length=60), nullable=True),
    sa.Column('device', sa.String(length=200), nullable=False),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('drawn_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'paper_id'], ['issued_papers.county_id', 'issued_papers.id'], name=op.f('fk_ink_signatures_county_id_paper_id')),
    sa.ForeignKeyConstraint(['county_id', 'sha256'], ['stored_files.county_id', 'stored_files.sha256'], name=op.f('fk_ink_signatures_county_id_sha256')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_ink_signatures')),
    sa.UniqueConstraint('county_id', 'nonce', name=op.f('uq_ink_signatures_county_id_nonce'))
    )
    op.create_index(op.f('ix_ink_signatures_county_id_frozen_sha256'), 'ink_signatures', ['county_id', 'frozen_sha256'], unique=False)
    op.create_table('judicial_confirmations',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('applied_on', sa.Date(), nullable=False),
    sa.Column('last_day', sa.Date(), nullable=False),
    sa.Column('court', sa.String(length=60), nullable=False),
    sa.Column('result', sa.String(length=10), nullable=False),
    sa.Column('result_on', sa.Date(), nullable=True),
    sa.Column('court_number', sa.String(length=80), nullable=True),
    sa.Column('note', sa.String(length=500), nullable=True),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint("(result = 'pending') = (result_on IS NULL)", name=op.f('ck_judicial_confirmations_result_has_date')),
    sa.CheckConstraint('"result" IN (\'pending\', \'confirmed\', \'dismissed\', \'withdrawn\')', name=op.f('ck_judicial_confirmations_result')),
    sa.CheckConstraint('applied_on <= last_day', name=op.f('ck_judicial_confirmations_inside_the_last_day')),
    sa.ForeignKeyConstraint(['county_id', 'agreement_id'], ['agreements.county_id', 'agreements.id'], name=op.f('fk_judicial_confirmations_county_id_agreement_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_judicial_confirmations')),
    sa.UniqueConstraint('county_id', 'agreement_id', 'applied_on', name=op.f('uq_judicial_confirmations_county_id_agreement_id_applied_on'))
    )
    op.create_table('mediation_records',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('meeting_id', sa.Uuid(), nullable=False),
    sa.Column('ordinal', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('recorder', sa.Text(), nullable=False),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'meeting_id'], ['meetings.county_id', 'meetings.id'], name=op.f('fk_mediation_records_county_id_meeting_id')),
    sa.PrimaryKeyConstraint('county_id', 'meeting_id', 'ordinal', name=op.f('pk_mediation_records'))
    )
    op.create_table('meeting_flaws',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('meeting_id', sa.Uuid(), nullable=False),
    sa.Column('flaw', sa.String(length=30), nullable=False),
    sa.CheckConstraint('"flaw" IN (\'case_closed\', \'after_refusal\', \'after_cancelling\', \'off_the_road\', \'without_consent\', \'rights_not_told\', \'without_mediator\', \'recusal_open\', \'guest_unagreed\', \'not_read_aloud\', \'without_interpreter\', \'no_next_day\')', name=op.f('ck_meeting_flaws_flaw')),
    sa.ForeignKeyConstraint(['county_id', 'meeting_id'], ['meetings.county_id', 'meetings.id'], name=op.f('fk_meeting_flaws_county_id_meeting_id')),
    sa.PrimaryKeyConstraint('county_id', 'meeting_id', 'flaw', name=op.f('pk_meeting_flaws'))
    )
    op.create_table('meeting_languages',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('meeting_id', sa.Uuid(), nullable=False),
    sa.Column('language', sa.String(length=10), nullable=False),
    sa.CheckConstraint('"language" IN (\'zh\', \'bo\', \'mn\', \'kk\', \'ug\', \'other\')', name=op.f('ck_meeting_languages_language')),
    sa.ForeignKeyConstraint(['county_id', 'meeting_id'], ['meetings.county_id', 'meetings.id'], name=op.f('fk_meeting_languages_county_id_meeting_id')),
    sa.PrimaryKeyConstraint('county_id', 'meeting_id', 'language', name=op.f('pk_meeting_languages'))
    )
    op.create_table('moved_deadlines',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('change_id', sa.Uuid(), nullable=False),
    sa.Column('deadline_id', sa.Uuid(), nullable=False),
    sa.Column('was_due_on', sa.Date(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'change_id'], ['calendar_changes.county_id', 'calendar_changes.id'], name=op.f('fk_moved_deadlines_county_id_change_id')),
    sa.ForeignKeyConstraint(['county_id', 'deadline_id'], ['deadlines.county_id', 'deadlines.id'], name=op.f('fk_moved_deadlines_county_id_deadline_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_moved_deadlines')),
    sa.UniqueConstraint('county_id', 'change_id', 'deadline_id', name=op.f('uq_moved_deadlines_county_id_change_id_deadline_id'))
    )
    op.create_table('nudges',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('deadline_id', sa.Uuid(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('rung', sa.String(length=20), nullable=False),
    sa.Column('whose_move', sa.String(length=20), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('nudged_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('"rung" IN (\'reminder\', \'due_today\', \'overdue\', \'explain\', \'order\', \'talk\', \'lapsed\', \'standing\')', name=op.f('ck_nudges_rung')),
    sa.CheckConstraint('"whose_move" IN (\'handler\', \'supervisor\')', name=op.f('ck_nudges_whose_move')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_nudges_county_id_case_id')),
    sa.ForeignKeyConstraint(['county_id', 'deadline_id'], ['deadlines.county_id', 'deadlines.id'], name=op.f('fk_nudges_county_id_deadline_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_nudges')),
    sa.UniqueConstraint('county_id', 'deadline_id', 'due_on', 'rung', name=op.f('uq_nudges_county_id_deadline_id_due_on_rung'))
    )
    op.create_index(op.f('ix_nudges_county_id_case_id'), 'nudges', ['county_id', 'case_id'], unique=False)
    op.create_table('obligations',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('ordinal', sa.Integer(), nullable=False),
    sa.Column('debtor', sa.String(length=100), nullable=False),
    sa.Column('creditor', sa.String(length=100), nullable=False),
    sa.Column('what', sa.String(length=500), nullable=False),
    sa.Column('amount_fen', sa.BigInteger(), nullable=True),
    sa.Column('manner', sa.String(length=200), nullable=False),
    sa.Column('place', sa.String(length=200), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=True),
    sa.Column('default_consequence', sa.String(length=300), nullable=False),
    sa.Column('fulfilled_on', sa.Date(), nullable=True),
    sa.CheckConstraint('amount_fen IS NULL OR amount_fen > 0', name=op.f('ck_obligations_amount_is_something')),
    sa.ForeignKeyConstraint(['county_id', 'agreement_id'], ['agreements.county_id', 'agreements.id'], name=op.f('fk_obligations_county_id_agreement_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_obligations')),
    sa.UniqueConstraint('county_id', 'agreement_id', 'revision', 'ordinal', name=op.f('uq_obligations_county_id_agreement_id_revision_ordinal'))
    )
    op.create_table('order_answers',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('order_id', sa.Uuid(), nullable=False),
    sa.Column('reason', sa.Text(), nullable=False),
    sa.Column('done', sa.Text(), nullable=False),
    sa.Column('new_on', sa.Date(), nullable=True),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('answered_by', sa.Uuid(), nullable=False),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('sent_back_on', sa.Date(), nullable=True),
    sa.Column('sent_back_by', sa.Uuid(), nullable=True),
    sa.Column('sent_back_because', sa.Text(), nullable=True),
    sa.CheckConstraint('(sent_back_on IS NULL) = (sent_back_because IS NULL)', name=op.f('ck_order_answers_sent_back_says_why')),
    sa.ForeignKeyConstraint(['county_id', 'order_id'], ['supervision_orders.county_id', 'supervision_orders.id'], name=op.f('fk_order_answers_county_id_order_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_order_answers'))
    )
    op.create_index(op.f('ix_order_answers_county_id_order_id_answered_at'), 'order_answers', ['county_id', 'order_id', 'answered_at'], unique=False)
    op.create_table('paper_prints',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('paper_id', sa.Uuid(), nullable=False),
    sa.Column('copy_number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('printed_by', sa.Uuid(), nullable=False),
    sa.Column('printed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'paper_id'], ['issued_papers.county_id', 'issued_papers.id'], name=op.f('fk_paper_prints_county_id_paper_id')),
    sa.PrimaryKeyConstraint('county_id', 'paper_id', 'copy_number', name=op.f('pk_paper_prints'))
    )
    op.create_table('paper_scans',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('paper_id', sa.Uuid(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('pages', sa.Integer(), nullable=False),
    sa.Column('note', sa.String(length=300), nullable=True),
    sa.Column('scanned_by', sa.Uuid(), nullable=False),
    sa.Column('scanned_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'paper_id'], ['issued_papers.county_id', 'issued_papers.id'], name=op.f('fk_paper_scans_county_id_paper_id')),
    sa.ForeignKeyConstraint(['county_id', 'sha256'], ['stored_files.county_id', 'stored_files.sha256'], name=op.f('fk_paper_scans_county_id_sha256')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_paper_scans'))
    )
    op.create_index(op.f('ix_paper_scans_county_id_paper_id'), 'paper_scans', ['county_id', 'paper_id'], unique=False)
    op.create_table('party_flags',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('party_id', sa.Uuid(), nullable=False),
    sa.Column('flag', sa.String(length=20), nullable=False),
    sa.CheckConstraint('"flag" IN (\'minor\', \'elderly\', \'disabled\', \'pregnant\', \'migrant_worker\', \'no_capacity\', \'limited_capacity\', \'low_income\', \'left_behind\')', name=op.f('ck_party_flags_flag')),
    sa.ForeignKeyConstraint(['county_id', 'party_id'], ['parties.county_id', 'parties.id'], name=op.f('fk_party_flags_county_id_party_id')),
    sa.PrimaryKeyConstraint('county_id', 'party_id', 'flag', name=op.f('pk_party_flags'))
    )
    op.create_table('rehearsed_changes',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('rehearsed_case_id', sa.Uuid(), nullable=False),
    sa.Column('output', sa.String(length=20), nullable=False),
    sa.Column('before', sa.Text(), nullable=False),
    sa.Column('after', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'rehearsed_case_id'], ['rehearsed_cases.county_id', 'rehearsed_cases.id'], name=op.f('fk_rehearsed_changes_county_id_rehearsed_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'rehearsed_case_id', 'output', name=op.f('pk_rehearsed_changes'))
    )
    op.create_table('representatives',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('party_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(length=100), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('relation', sa.String(length=40), nullable=True),
    sa.Column('phone_sealed', sa.LargeBinary(), nullable=True),
    sa.Column('id_number_sealed', sa.LargeBinary(), nullable=True),
    sa.CheckConstraint('"kind" IN (\'guardian\', \'agent_general\', \'agent_special\', \'elected\')', name=op.f('ck_representatives_kind')),
    sa.ForeignKeyConstraint(['county_id', 'party_id'], ['parties.county_id', 'parties.id'], name=op.f('fk_representatives_county_id_party_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_representatives'))
    )
    op.create_index(op.f('ix_representatives_county_id_party_id'), 'representatives', ['county_id', 'party_id'], unique=False)
    op.create_table('revisits',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('ordinal', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=10), nullable=False),
    sa.Column('due_from', sa.Date(), nullable=False),
    sa.Column('due_by', sa.Date(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=True),
    sa.Column('planned_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"kind" IN (\'regular\', \'major\', \'extra\')', name=op.f('ck_revisits_kind')),
    sa.ForeignKeyConstraint(['county_id', 'agreement_id'], ['agreements.county_id', 'agreements.id'], name=op.f('fk_revisits_county_id_agreement_id')),
    sa.ForeignKeyConstraint(['county_id', 'case_id'], ['cases.county_id', 'cases.id'], name=op.f('fk_revisits_county_id_case_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_revisits')),
    sa.UniqueConstraint('county_id', 'case_id', 'ordinal', name=op.f('uq_revisits_county_id_case_id_ordinal'))
    )
    op.create_index(op.f('ix_revisits_county_id_held_on_due_by_id'), 'revisits', ['county_id', 'held_on', 'due_by', 'id'], unique=False)
    op.create_table('room_bookings',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('room_id', sa.Uuid(), nullable=False),
    sa.Column('meeting_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('starts', sa.Time(), nullable=False),
    sa.Column('until', sa.Time(), nullable=False),
    sa.Column('booked_by', sa.Uuid(), nullable=False),
    sa.Column('booked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('released_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('until > starts', name=op.f('ck_room_bookings_until_after_start')),
    sa.ForeignKeyConstraint(['county_id', 'meeting_id'], ['meetings.county_id', 'meetings.id'], name=op.f('fk_room_bookings_county_id_meeting_id')),
    sa.ForeignKeyConstraint(['county_id', 'room_id'], ['rooms.county_id', 'rooms.id'], name=op.f('fk_room_bookings_county_id_room_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_room_bookings'))
    )
    op.create_index(op.f('ix_room_bookings_county_id_room_id_on'), 'room_bookings', ['county_id', 'room_id', 'on'], unique=False)
    op.create_index('uq_room_bookings_meeting', 'room_bookings', ['county_id', 'meeting_id'], unique=True, sqlite_where=sa.text('released_at IS NULL'), postgresql_where=sa.text('released_at IS NULL'))
    op.create_table('routing_overrides',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('decision_id', sa.Uuid(), nullable=False),
    sa.Column('case_id', sa.Uuid(), nullable=False),
    sa.Column('desk_level', sa.String(length=20), nullable=False),
    sa.Column('desk_committee', sa.String(length=20), nullable=False),
    sa.Column('committee_id', sa.Uuid(), nullable=True),
    sa.Column('reason', sa.String(length=1000), nullable=False),
    sa.Column('overridden_by', sa.Uuid(), nullable=False),
    sa.Column('overridden_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(reason) > 0', name=op.f('ck_routing_overrides_override_has_reason')),
    sa.ForeignKeyConstraint(['county_id', 'decision_id'], ['routing_decisions.county_id', 'routing_decisions.id'], name=op.f('fk_routing_overrides_county_id_decision_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_routing_overrides'))
    )
    op.create_index(op.f('ix_routing_overrides_county_id_decision_id'), 'routing_overrides', ['county_id', 'decision_id'], unique=False)
    op.create_table('strengthened_files',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('paper_id', sa.Uuid(), nullable=False),
    sa.Column('sha256', sa.String(length=64), nullable=False),
    sa.Column('strengthened_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'paper_id'], ['issued_papers.county_id', 'issued_papers.id'], name=op.f('fk_strengthened_files_county_id_paper_id')),
    sa.ForeignKeyConstraint(['county_id', 'sha256'], ['stored_files.county_id', 'stored_files.sha256'], name=op.f('fk_strengthened_files_county_id_sha256')),
    sa.PrimaryKeyConstraint('county_id', 'paper_id', name=op.f('pk_strengthened_files'))
    )
    op.create_table('translated_clauses',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('revision', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('ordinal', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('text', sa.Text(), nullable=False),
    sa.Column('translator', sa.String(length=60), nullable=False),
    sa.Column('told_by', sa.Uuid(), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'agreement_id'], ['agreements.county_id', 'agreements.id'], name=op.f('fk_translated_clauses_county_id_agreement_id')),
    sa.PrimaryKeyConstraint('county_id', 'agreement_id', 'revision', 'ordinal', name=op.f('pk_translated_clauses'))
    )
    op.create_table('body_nudges',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('body_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('nudged_by', sa.Uuid(), nullable=False),
    sa.Column('nudged_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'body_id'], ['consulted_bodies.county_id', 'consulted_bodies.id'], name=op.f('fk_body_nudges_county_id_body_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_body_nudges'))
    )
    op.create_index(op.f('ix_body_nudges_county_id_body_id'), 'body_nudges', ['county_id', 'body_id'], unique=False)
    op.create_table('commitments',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('body_id', sa.Uuid(), nullable=False),
    sa.Column('what', sa.Text(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('fulfilled_on', sa.Date(), nullable=True),
    sa.Column('proof', sa.Text(), nullable=True),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('(proof IS NULL) = (fulfilled_on IS NULL)', name=op.f('ck_commitments_fulfilled_says_how')),
    sa.ForeignKeyConstraint(['county_id', 'body_id'], ['consulted_bodies.county_id', 'consulted_bodies.id'], name=op.f('fk_commitments_county_id_body_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_commitments'))
    )
    op.create_index(op.f('ix_commitments_county_id_body_id'), 'commitments', ['county_id', 'body_id'], unique=False)
    op.create_table('confirmation_applicants',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('confirmation_id', sa.Uuid(), nullable=False),
    sa.Column('party_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['county_id', 'confirmation_id'], ['judicial_confirmations.county_id', 'judicial_confirmations.id'], name=op.f('fk_confirmation_applicants_county_id_confirmation_id')),
    sa.ForeignKeyConstraint(['county_id', 'party_id'], ['parties.county_id', 'parties.id'], name=op.f('fk_confirmation_applicants_county_id_party_id')),
    sa.PrimaryKeyConstraint('county_id', 'confirmation_id', 'party_id', name=op.f('pk_confirmation_applicants'))
    )
    op.create_table('fulfillments',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('obligation_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('amount_fen', sa.BigInteger(), nullable=True),
    sa.Column('is_whole', sa.Boolean(), nullable=False),
    sa.Column('proof', sa.String(length=500), nullable=False),
    sa.Column('scan_sha256', sa.String(length=64), nullable=True),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('amount_fen IS NULL OR amount_fen > 0', name=op.f('ck_fulfillments_amount_is_something')),
    sa.ForeignKeyConstraint(['county_id', 'obligation_id'], ['obligations.county_id', 'obligations.id'], name=op.f('fk_fulfillments_county_id_obligation_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_fulfillments'))
    )
    op.create_index(op.f('ix_fulfillments_county_id_obligation_id_on'), 'fulfillments', ['county_id', 'obligation_id', 'on'], unique=False)
    op.create_table('revisit_records',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('revisit_id', sa.Uuid(), nullable=False),
    sa.Column('party_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('manner', sa.String(length=10), nullable=False),
    sa.Column('visitors', sa.String(length=200), nullable=False),
    sa.Column('fulfillment_heard', sa.String(length=10), nullable=False),
    sa.Column('fulfillment_said', sa.Text(), nullable=False),
    sa.Column('satisfaction', sa.String(length=20), nullable=True),
    sa.Column('satisfaction_asked_by', sa.String(length=60), nullable=True),
    sa.Column('later_dispute', sa.Text(), nullable=True),
    sa.Column('hidden_trouble', sa.Text(), nullable=True),
    sa.Column('measures', sa.Text(), nullable=True),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"fulfillment_heard" IN (\'done\', \'in_time\', \'in_part\', \'not_done\')', name=op.f('ck_revisit_records_fulfillment_heard')),
    sa.CheckConstraint('"manner" IN (\'visit\', \'telephone\', \'office\')', name=op.f('ck_revisit_records_manner')),
    sa.CheckConstraint('"satisfaction" IN (\'very_satisfied\', \'satisfied\', \'fair\', \'dissatisfied\')', name=op.f('ck_revisit_records_satisfaction')),
    sa.CheckConstraint('satisfaction IS NULL OR satisfaction_asked_by IS NOT NULL', name=op.f('ck_revisit_records_somebody_asked')),
    sa.ForeignKeyConstraint(['county_id', 'party_id'], ['parties.county_id', 'parties.id'], name=op.f('fk_revisit_records_county_id_party_id')),
    sa.ForeignKeyConstraint(['county_id', 'revisit_id'], ['revisits.county_id', 'revisits.id'], name=op.f('fk_revisit_records_county_id_revisit_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_revisit_records')),
    sa.UniqueConstraint('county_id', 'revisit_id', 'party_id', name=op.f('uq_revisit_records_county_id_revisit_id_party_id'))
    )
    op.create_table('scan_signers',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('scan_id', sa.Uuid(), nullable=False),
    sa.Column('ordinal', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('signer', sa.String(length=100), nullable=False),
    sa.Column('method', sa.String(length=30), nullable=False),
    sa.Column('signed_on', sa.Date(), nullable=False),
    sa.Column('witness', sa.String(length=60), nullable=True),
    sa.CheckConstraint('"method" IN (\'signature\', \'stamp\', \'fingerprint\', \'signature_and_fingerprint\', \'tablet\')', name=op.f('ck_scan_signers_method')),
    sa.ForeignKeyConstraint(['county_id', 'scan_id'], ['paper_scans.county_id', 'paper_scans.id'], name=op.f('fk_scan_signers_county_id_scan_id')),
    sa.PrimaryKeyConstraint('county_id', 'scan_id', 'ordinal', name=op.f('pk_scan_signers'))
    )
    op.create_table('urgings',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('obligation_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('way', sa.String(length=20), nullable=False),
    sa.Column('outcome', sa.String(length=20), nullable=False),
    sa.Column('said', sa.String(length=500), nullable=False),
    sa.Column('promised_on', sa.Date(), nullable=True),
    sa.Column('remedies_told', sa.Boolean(), nullable=False),
    sa.Column('recorded_by', sa.Uuid(), nullable=False),
    sa.Column('recorded_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('"outcome" IN (\'promised\', \'fulfilled\', \'cannot\', \'disputes_content\', \'refused\', \'out_of_reach\')', name=op.f('ck_urgings_outcome')),
    sa.CheckConstraint('"way" IN (\'telephone\', \'visit\', \'letter\', \'meeting\')', name=op.f('ck_urgings_way')),
    sa.ForeignKeyConstraint(['county_id', 'obligation_id'], ['obligations.county_id', 'obligations.id'], name=op.f('fk_urgings_county_id_obligation_id')),
    sa.PrimaryKeyConstraint('county_id', 'id', name=op.f('pk_urgings'))
    )
    op.create_index(op.f('ix_urgings_county_id_obligation_id_on'), 'urgings', ['county_id', 'obligation_id', 'on'], unique=False)
    op.create_table('withdrawn_fulfillments',
    sa.Column('county_id', sa.String(length=6), nullable=False),
    sa.Column('fulfillment_id', sa.Uuid(), nullable=False),
    sa.Column('on', sa.Date(), nullable=False),
    sa.Column('because', sa.String(length=300), nullable=False),
    sa.Column('withdrawn_by', sa.Uuid(), nullable=False),
    sa.Column('withdrawn_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('length(because) > 0', name=op.f('ck_withdrawn_fulfillments_withdrawal_has_reason')),
    sa.ForeignKeyConstraint(['county_id', 'fulfillment_id'], ['fulfillments.county_id', 'fulfillments.id'], name=op.f('fk_withdrawn_fulfillments_county_id_fulfillment_id')),
    sa.PrimaryKeyConstraint('county_id', 'fulfillment_id', name=op.f('pk_withdrawn_fulfillments'))
    )
    for statement in BESIDES[op.get_bind().dialect.name]:
        op.execute(sa.text(statement.replace(':', '\\:')))


def downgrade() -> None:
    op.drop_table('withdrawn_fulfillments')
    op.drop_index(op.f('ix_urgings_county_id_obligation_id_on'), table_name='urgings')
    op.drop_table('urgings')
    op.drop_table('scan_signers')
    op.drop_table('revisit_records')
    op.drop_index(op.f('ix_fulfillments_county_id_obligation_id_on'), table_name='fulfillments')
    op.drop_table('fulfillments')
    op.drop_table('confirmation_applicants')
    op.drop_index(op.f('ix_commitments_county_id_body_id'), table_name='commitments')
    op.drop_table('commitments')
    op.drop_index(op.f('ix_body_nudges_county_id_body_id'), table_name='body_nudges')
    op.drop_table('body_nudges')
    op.drop_table('translated_clauses')
    op.drop_table('strengthened_files')
    op.drop_index(op.f('ix_routing_overrides_county_id_decision_id'), table_name='routing_overrides')
    op.drop_table('routing_overrides')
    op.drop_index('uq_room_bookings_meeting', table_name='room_bookings', sqlite_where=sa.text('released_at IS NULL'), postgresql_where=sa.text('released_at IS NULL'))
    op.drop_index(op.f('ix_room_bookings_county_id_room_id_on'), table_name='room_bookings')
    op.drop_table('room_bookings')
    op.drop_index(op.f('ix_revisits_county_id_held_on_due_by_id'), table_name='revisits')
    op.drop_table('revisits')
    op.drop_index(op.f('ix_representatives_county_id_party_id'), table_name='representatives')
    op.drop_table('representatives')
    op.drop_table('rehearsed_changes')
    op.drop_table('party_flags')
    op.drop_index(op.f('ix_paper_scans_county_id_paper_id'), table_name='paper_scans')
    op.drop_table('paper_scans')
    op.drop_table('paper_prints')
    op.drop_index(op.f('ix_order_answers_county_id_order_id_answered_at'), table_name='order_answers')
    op.drop_table('order_answers')
    op.drop_table('obligations')
    op.drop_index(op.f('ix_nudges_county_id_case_id'), table_name='nudges')
    op.drop_table('nudges')
    op.drop_table('moved_deadlines')
    op.drop_table('meeting_languages')
    op.drop_table('meeting_flaws')
    op.drop_table('mediation_records')
    op.drop_table('judicial_confirmations')
    op.drop_index(op.f('ix_ink_signatures_county_id_frozen_sha256'), table_name='ink_signatures')
    op.drop_table('ink_signatures')
    op.drop_index(op.f('ix_handover_consents_county_id_case_id'), table_name='handover_consents')
    op.drop_table('handover_consents')
    op.drop_index(op.f('ix_found_disputes_county_id_settled_on'), table_name='found_disputes')
    op.drop_index(op.f('ix_found_disputes_county_id_screening_id'), table_name='found_disputes')
    op.drop_table('found_disputes')
    op.drop_table('evaluation_lines')
    op.drop_index(op.f('ix_corrections_county_id_case_id'), table_name='corrections')
    op.drop_table('corrections')
    op.drop_index(op.f('ix_consulted_bodies_county_id_meeting_id'), table_name='consulted_bodies')
    op.drop_table('consulted_bodies')
    op.drop_table('consultation_minutes')
    op.drop_index(op.f('ix_consents_county_id_case_id'), table_name='consents')
    op.drop_table('consents')
    op.drop_index(op.f('ix_clock_entries_county_id_deadline_id_on'), table_name='clock_entries')
    op.drop_table('clock_entries')
    op.drop_table('attendances')
    op.drop_table('agreement_signatures')
    op.drop_table('agreement_revisions')
    op.drop_table('agreement_clauses')
    op.drop_index('uq_swap_offers_waiting', table_name='swap_offers', sqlite_where=sa.text("state = 'offered'"), postgresql_where=sa.text("state = 'offered'"))
    op.drop_index(op.f('ix_swap_offers_county_id_asker_id_offered_at'), table_name='swap_offers')
    op.drop_index(op.f('ix_swap_offers_county_id_asked_id_state'), table_name='swap_offers')
    op.drop_table('swap_offers')
    op.drop_index('uq_supervision_orders_standing', table_name='supervision_orders', sqlite_where=sa.text("state IN ('issued', 'answered', 'sent_back')"), postgresql_where=sa.text("state IN ('issued', 'answered', 'sent_back')"))
    op.drop_index(op.f('ix_supervision_orders_county_id_state_due_on'), table_name='supervision_orders')
    op.drop_index(op.f('ix_supervision_orders_county_id_case_id_issued_at'), table_name='supervision_orders')
    op.drop_table('supervision_orders')
    op.drop_table('signals')
    op.drop_index(op.f('ix_sign_ins_county_id_user_id'), table_name='sign_ins')
    op.drop_table('sign_ins')
    op.drop_index(op.f('ix_settlements_county_id_assigned_to_settled_at'), table_name='settlements')
    op.drop_table('settlements')
    op.drop_index(op.f('ix_screenings_county_id_village_code_day'), table_name='screenings')
    op.drop_index(op.f('ix_screenings_county_id_day'), table_name='screenings')
    op.drop_table('screenings')
    op.drop_index(op.f('ix_routing_decisions_county_id_case_id_decided_at'), table_name='routing_decisions')
    op.drop_table('routing_decisions')
    op.drop_index(op.f('ix_risk_reports_county_id_case_id_on'), table_name='risk_reports')
    op.drop_table('risk_reports')
    op.drop_index(op.f('ix_risk_changes_county_id_case_id_changed_at'), table_name='risk_changes')
    op.drop_table('risk_changes')
    op.drop_index(op.f('ix_revoked_acceptances_county_id_case_id'), table_name='revoked_acceptances')
    op.drop_table('revoked_acceptances')
    op.drop_index(op.f('ix_retellings_county_id_case_id'), table_name='retellings')
    op.drop_table('retellings')
    op.drop_index(op.f('ix_reported_lines_county_id_case_id'), table_name='reported_lines')
    op.drop_table('reported_lines')
    op.drop_index(op.f('ix_reopenings_county_id_case_id'), table_name='reopenings')
    op.drop_table('reopenings')
    op.drop_table('rehearsed_mediators')
    op.drop_table('rehearsed_loads')
    op.drop_index(op.f('ix_rehearsed_cases_county_id_rehearsal_id'), table_name='rehearsed_cases')
    op.drop_table('rehearsed_cases')
    op.drop_index(op.f('ix_referrals_county_id_case_id'), table_name='referrals')
    op.drop_table('referrals')
    op.drop_index(op.f('ix_recusals_county_id_case_id'), table_name='recusals')
    op.drop_table('recusals')
    op.drop_table('prior_attempts')
    op.drop_index(op.f('ix_parties_county_id_phone_blind'), table_name='parties')
    op.drop_index(op.f('ix_parties_county_id_name'), table_name='parties')
    op.drop_index(op.f('ix_parties_county_id_id_number_blind'), table_name='parties')
    op.drop_table('parties')
    op.drop_table('paper_words')
    op.drop_table('number_leases')
    op.drop_index(op.f('ix_notices_county_id_user_id_read_at_said_at'), table_name='notices')
    op.drop_index(op.f('ix_notices_county_id_case_id'), table_name='notices')
    op.drop_table('notices')
    op.drop_table('message_addresses')
    op.drop_index(op.f('ix_meetings_county_id_state_on'), table_name='meetings')
    op.drop_index(op.f('ix_meetings_county_id_case_id_state_on'), table_name='meetings')
    op.drop_table('meetings')
    op.drop_index(op.f('ix_key_rescues_county_id_asked_at'), table_name='key_rescues')
    op.drop_table('key_rescues')
    op.drop_index(op.f('ix_issued_papers_county_id_verification_code'), table_name='issued_papers')
    op.drop_index(op.f('ix_issued_papers_county_id_sha256'), table_name='issued_papers')
    op.drop_index(op.f('ix_issued_papers_county_id_frozen_sha256'), table_name='issued_papers')
    op.drop_table('issued_papers')
    op.drop_index(op.f('ix_intake_drafts_county_id_user_id_saved_at'), table_name='intake_drafts')
    op.drop_table('intake_drafts')
    op.drop_index(op.f('ix_inquiry_records_county_id_case_id'), table_name='inquiry_records')
    op.drop_table('inquiry_records')
    op.drop_index('uq_handovers_open_offer', table_name='handovers', sqlite_where=sa.text("state = 'offered'"), postgresql_where=sa.text("state = 'offered'"))
    op.drop_index(op.f('ix_handovers_county_id_to_committee_id_state'), table_name='handovers')
    op.drop_index(op.f('ix_handovers_county_id_case_id'), table_name='handovers')
    op.drop_table('handovers')
    op.drop_index(op.f('ix_forced_releases_county_id_user_id_forced_at'), table_name='forced_releases')
    op.drop_table('forced_releases')
    op.drop_index(op.f('ix_field_prints_county_id_case_id'), table_name='field_prints')
    op.drop_table('field_prints')
    op.drop_index(op.f('ix_field_notes_county_id_case_id'), table_name='field_notes')
    op.drop_table('field_notes')
    op.drop_index(op.f('ix_evaluations_county_id_case_id_evaluated_at'), table_name='evaluations')
    op.drop_table('evaluations')
    op.drop_table('device_users')
    op.drop_index(op.f('ix_deliveries_county_id_claimed_at'), table_name='deliveries')
    op.drop_table('deliveries')
    op.drop_index('uq_deadlines_running', table_name='deadlines')
    op.drop_index(op.f('ix_deadlines_county_id_state_next_on_id'), table_name='deadlines')
    op.drop_index(op.f('ix_deadlines_county_id_state_due_on_id'), table_name='deadlines')
    op.drop_index(op.f('ix_deadlines_county_id_case_id_state_due_on'), table_name='deadlines')
    op.drop_table('deadlines')
    op.drop_index('uq_custodies_held', table_name='custodies', sqlite_where=sa.text('ended_at IS NULL'), postgresql_where=sa.text('ended_at IS NULL'))
    op.drop_index(op.f('ix_custodies_county_id_user_id_ended_at'), table_name='custodies')
    op.drop_table('custodies')
    op.drop_table('closures')
    op.drop_table('claims')
    op.drop_table('case_words')
    op.drop_index('uq_case_specialists_here', table_name='case_specialists', sqlite_where=sa.text('until_on IS NULL'), postgresql_where=sa.text('until_on IS NULL'))
    op.drop_index(op.f('ix_case_specialists_county_id_specialist_id_until_on'), table_name='case_specialists')
    op.drop_table('case_specialists')
    op.drop_index(op.f('ix_case_partners_county_id_case_id'), table_name='case_partners')
    op.drop_table('case_partners')
    op.drop_index(op.f('ix_case_mediators_county_id_mediator_id_until_on'), table_name='case_mediators')
    op.drop_index(op.f('ix_case_mediators_county_id_case_id_until_on'), table_name='case_mediators')
    op.drop_table('case_mediators')
    op.drop_index(op.f('ix_calendar_feeds_county_id_user_id'), table_name='calendar_feeds')
    op.drop_table('calendar_feeds')
    op.drop_index(op.f('ix_arrival_files_county_id_sha256'), table_name='arrival_files')
    op.drop_index(op.f('ix_arrival_files_county_id_case_id'), table_name='arrival_files')
    op.drop_table('arrival_files')
    op.drop_table('archivings')
    op.drop_table('agreements')
    op.drop_table('acceptances')
    op.drop_index(op.f('ix_users_county_id_committee_id'), table_name='users')
    op.drop_table('users')
    op.drop_index(op.f('ix_rulebook_rehearsals_county_id_version_id_rehearsed_at'), table_name='rulebook_rehearsals')
    op.drop_table('rulebook_rehearsals')
    op.drop_table('rulebook_files')
    op.drop_table('reported_screenings')
    op.drop_table('mediator_specialties')
    op.drop_table('mediator_languages')
    op.drop_index(op.f('ix_household_groups_county_id_grid_cell_id'), table_name='household_groups')
    op.drop_table('household_groups')
    op.drop_index(op.f('ix_duties_county_id_mediator_id_on'), table_name='duties')
    op.drop_table('duties')
    op.drop_table('committee_members')
    op.drop_index(op.f('ix_cases_county_id_village_code_received_on_id'), table_name='cases')
    op.drop_index(op.f('ix_cases_county_id_township_code_received_on_id'), table_name='cases')
    op.drop_index(op.f('ix_cases_county_id_stage_received_on_id'), table_name='cases')
    op.drop_index(op.f('ix_cases_county_id_received_on_id'), table_name='cases')
    op.drop_index(op.f('ix_cases_county_id_committee_id_stage'), table_name='cases')
    op.drop_index(op.f('ix_cases_county_id_committee_id_received_on_id'), table_name='cases')
    op.drop_index(op.f('ix_cases_county_id_closed_on_id'), table_name='cases')
    op.drop_index(op.f('ix_cases_county_id_accepted_on_id'), table_name='cases')
    op.drop_table('cases')
    op.drop_table('calendar_days')
    op.drop_index(op.f('ix_arrivals_county_id_status_received_at'), table_name='arrivals')
    op.drop_index(op.f('ix_arrivals_county_id_case_id_status'), table_name='arrivals')
    op.drop_table('arrivals')
    op.drop_table('sync_keys')
    op.drop_table('stored_files')
    op.drop_table('specialists')
    op.drop_index(op.f('ix_sign_in_tries_county_id_tried_at'), table_name='sign_in_tries')
    op.drop_table('sign_in_tries')
    op.drop_index('uq_rulebook_versions_valid_from', table_name='rulebook_versions', sqlite_where=sa.text("state = 'published'"), postgresql_where=sa.text("state = 'published'"))
    op.drop_table('rulebook_versions')
    op.drop_table('rooms')
    op.drop_index(op.f('ix_restorations_county_id_restored_at'), table_name='restorations')
    op.drop_table('restorations')
    op.drop_table('referral_targets')
    op.drop_table('number_series')
    op.drop_table('month_closings')
    op.drop_table('mediators')
    op.drop_index(op.f('ix_grid_cells_county_id_village_code'), table_name='grid_cells')
    op.drop_table('grid_cells')
    op.drop_index(op.f('ix_golden_cases_county_id_written_at'), table_name='golden_cases')
    op.drop_table('golden_cases')
    op.drop_table('devices')
    op.drop_table('counties')
    op.drop_table('committees')
    op.drop_table('command_receipts')
    op.drop_table('chain_heads')
    op.drop_index(op.f('ix_case_events_county_id_case_id_position'), table_name='case_events')
    op.drop_table('case_events')
    op.drop_index(op.f('ix_calendar_changes_county_id_recorded_at'), table_name='calendar_changes')
    op.drop_table('calendar_changes')
    op.drop_table('blob_pieces')
    op.drop_index(op.f('ix_areas_county_id_parent_code'), table_name='areas')
    op.drop_table('areas')
    op.drop_table('approved_terms')
    op.drop_table('api_tokens')
    op.execute("DROP TABLE case_grams")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")
