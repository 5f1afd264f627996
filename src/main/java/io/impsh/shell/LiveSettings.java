package io.impsh.shell;

import io.impsh.profile.Settings;

/** The settings as they are now; whoever goes by one asks each time. Safe for use by several threads. */
public final class LiveSettings {
    private volatile Settings present;

    public LiveSettings(Settings first) {
        present = first;
    }

    Settings get() {
        return present;
    }

    void set(Settings changed) {
        present = changed;
    }
}
