"""Work that was done without a network: envelopes, custody, bundles; knows nothing of browsers."""
