"""I1–I6: nothing written is lost, doubled or put down to another person, whatever happened."""

OVER = {"done", "conflict", "rejected"}


def hold(laptop, centre):
    """Check what must be true after every scenario; the laptop, which may still send, is read first."""
    is_open = not laptop.page.is_closed() and laptop.page.url.startswith("http")
    rows = laptop.rows() if is_open else []
    inbox = {row["envelope"]["id"]: row["envelope"] for row in centre.inbox}
    numbers = [(e["device"], e["sequence"]) for e in inbox.values()]
    assert len(numbers) == len(set(numbers)), "I3: a number came twice"
    for envelope in inbox.values():
        missing = {a["sha256"] for a in envelope["attachments"]} - centre.blobs()
        assert not missing, f"I4: taken without its bytes: {missing}"
    for row in rows:
        if row["status"] in OVER:
            assert row["id"] in inbox, f"I2: said to be taken, but the centre lacks it: {row}"
        if row["id"] in inbox:
            assert inbox[row["id"]]["actor"] == row["user"], "I6: under another name"
