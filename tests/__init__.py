"""The tests; a package of its own, because a library installs a folder of the same name."""
