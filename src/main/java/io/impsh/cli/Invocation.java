package io.impsh.cli;

/** A command line that was read: what to do, and how. */
record Invocation(Command command, Options options) {}
