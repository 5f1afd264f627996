package io.impsh.library;

import java.util.Set;

/** The program's own options that go before or after the name of a script, so that no parameter can be called so. */
public final class ReservedOptions {
    /** With their dashes. */
    public static final Set<String> NAMES = Set.of(
            "--sandbox",
            "--data",
            "--profile",
            "--endpoint",
            "--output",
            "--dry-run",
            "--yes",
            "--unlock",
            "--read-only",
            "--timeout",
            "--color",
            "--no-color",
            "--no-rc",
            "--shell",
            "--keep-going",
            "--quiet",
            "--debug",
            "--version",
            "--help");

    private ReservedOptions() {}
}
