"""The door a WSGI server knocks on."""

from app.factory import create_app, settle
from config import Config

app = application = create_app(Config.from_env())
settle()
