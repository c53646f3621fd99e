"""Tests talk to this machine only; what reaches out would fail on a county's closed network."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


def test_a_test_cannot_leave_the_machine():
    with socket.socket() as out, pytest.raises((SocketConnectBlockedError, UserWarning)):
        out.connect(("192.0.2.1", 80))  # reserved for documentation, nobody's address


def test_a_test_may_knock_on_its_own_machine():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as out:
        out.connect(server.getsockname())
        assert out.getpeername() == server.getsockname()
