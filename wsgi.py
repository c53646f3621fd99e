"""The door a WSGI server knocks on."""

import gc

from app.factory import create_app
from config import Config

app = application = create_app(Config.from_env())

gc.collect()
gc.freeze()  # what start-up made stays until the end: no page's rubbish collection walks through it
gc.set_threshold(10_000, 10, 10)
