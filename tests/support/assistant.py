#!/usr/bin/python3
"""Assistive software without eyes or hands: presses controls of the kiosk by their names, over AT-SPI.

Reads one command a line and answers one line:
  press NAME    does the first action of the control of that name, or of the one whose name begins so
  read NAME     waits until a text or control of that name is shown
  holds NAME|TEXT    waits until that text stands in the field of that name
"""
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 30
ACTIVE = {Atspi.Role.PUSH_BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.RADIO_BUTTON, Atspi.Role.CHECK_BOX,
          Atspi.Role.SPIN_BUTTON, Atspi.Role.ENTRY}


def everything(node):
    """All below the node."""
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child
            yield from everything(child)


def application():
    desktop = Atspi.get_desktop(0)
    desktop.clear_cache()
    for index in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(index)
        if child is not None and child.get_name() == "buku-pengunjung":
            return child
    return None


def find(name, wanted):
    app = application()
    if app:
        app.clear_cache()  # of all below it as well
    begun = None
    for node in everything(app) if app else ():
        label = node.get_name()  # asked first: most nodes are not meant
        if label.lower() == name.lower() and wanted(node):
            return node
        if len(name) > 1 and begun is None and label.startswith(name) and wanted(node):
            begun = node
    return begun


def wait_for(name, wanted):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            node = find(name, wanted)
            if node is not None:
                return node
        except GLib.Error:
            pass  # the screen changed while it was read
        time.sleep(0.05)
    raise SystemExit(f"waited in vain for {name!r}")


def written(node):
    readable = "Text" in node.get_interfaces()
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node)) if readable else ""


def obey(line):
    command, _, name = line.partition(" ")
    if command == "press":
        node = wait_for(name, lambda n: n.get_role() in ACTIVE and n.get_n_actions() > 0)
        return "pressed" if node.do_action(0) else "refused"
    if command == "read":
        wait_for(name, lambda n: True)
        return "there"
    if command == "holds":
        name, _, text = name.partition("|")
        wait_for(name, lambda n: n.get_role() == Atspi.Role.ENTRY and written(n) == text)
        return "there"
    return "unknown command"


for line in sys.stdin:
    print(obey(line.rstrip("\n")), flush=True)
