"""/api/offline/blobs: photos, strokes and scans, in pieces that survive a broken line."""

import re

from flask import jsonify, request
from werkzeug.exceptions import NotFound as NoPage

from app.kernel.bus import Work
from app.kernel.commands import Command
from app.kernel.errors import Incomplete
from app.sync.arriving import lacking_files
from app.sync.blobs import Piece, Progress, progress_of, take_piece
from app.sync.envelope import MOST_FILES
from app.web import door
from app.web.offline.entry import Answer, body, door_for, signed_in

page = door_for("offline_blobs")
HEX = re.compile(r"[0-9a-f]{64}")
STATUS = {"offset": 409, "hash": 422}
SENTENCE = {"offset": "接不上，请从这个位置接着传。", "hash": "传坏了或格式不对，请从头再传。"}


@page.post("/blobs")
@signed_in
def have() -> Answer:
    """Say which files are here already."""
    asked = body().get("sha256")
    if not isinstance(asked, list) or len(asked) > MOST_FILES:
        raise Incomplete("一次问得太多或读不懂。请更新下乡工作台。")
    if not all(isinstance(one, str) and HEX.fullmatch(one) for one in asked):
        raise Incomplete("附件的指纹读不懂。请更新下乡工作台。")
    lacking = set(lacking_files(door.reading(), door.actor().county_id, asked))
    return jsonify(have=[one for one in asked if one not in lacking])


@page.get("/blobs/<sha>")
@signed_in
def progress(sha: str) -> Answer:
    """Say how far a file is."""
    known = progress_of(door.reading(), door.actor().county_id, _hash(sha))
    return _told(known)


@page.patch("/blobs/<sha>")
@signed_in
def take(sha: str) -> Answer:
    """Take the next piece."""
    try:
        offset, size = int(request.args["offset"]), int(request.args["size"])
    except (KeyError, ValueError) as error:
        raise Incomplete("没有说明这一段从哪里开始、一共多大。请更新下乡工作台。") from error
    piece = Piece(_hash(sha), offset, size, request.get_data())
    with door.database().write() as session:
        work = Work(session, Command(**door.said()), door.clock().now(), door.database().ring)
        found = take_piece(work, piece)
    return _told(found, whole=201)


def _told(known: Progress, whole: int = 200) -> Answer:
    if known.fault:
        said = {"error": known.fault, "offset": known.offset, "sentence": SENTENCE[known.fault]}
        return jsonify(said), STATUS[known.fault]
    if known.is_whole:
        return jsonify(done=True), whole
    return jsonify(done=False, offset=known.offset), 200


def _hash(sha: str) -> str:
    if not HEX.fullmatch(sha):
        raise NoPage
    return sha
