package io.impsh.shell;

import io.impsh.profile.Setting;
import io.impsh.profile.Settings;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The settings as they are now, and where each comes from; whoever goes by one asks each time. Safe for use by several
 * threads.
 */
public final class LiveSettings {
    private static final String USUAL = "usual";
    private static final String SESSION = "session";

    private final Map<String, String> origins = new ConcurrentHashMap<>();
    private volatile Settings present;

    public LiveSettings(Settings first) {
        this(first, Map.of());
    }

    /** @param origins where settings come from that are not the usual ones, by their keys */
    public LiveSettings(Settings first, Map<String, String> origins) {
        present = first;
        this.origins.putAll(origins);
    }

    Settings get() {
        return present;
    }

    /** @throws io.impsh.UserException when it cannot have that value; then nothing has changed */
    synchronized void put(Setting setting, String value) {
        present = setting.put(present, value);
        origins.put(setting.key(), SESSION);
    }

    String origin(Setting setting) {
        return origins.getOrDefault(setting.key(), USUAL);
    }
}
