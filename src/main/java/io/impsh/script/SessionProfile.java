package io.impsh.script;

import java.net.URI;

/**
 * Where a session is connected to and what it may do there.
 *
 * @param name the profile's name, such as {@code sandbox}
 * @param endpoint the service's base URL with {@code /v5}
 * @param production {@code true} or {@code false} as the profile says, {@code null} when it does not
 * @param readOnly every write is refused
 */
public record SessionProfile(String name, URI endpoint, Boolean production, boolean readOnly) {
    /** Plans that touch (pre-)production groups ask for the number of devices unless the profile says that it is none. */
    public boolean asksForNumbers() {
        return !Boolean.FALSE.equals(production);
    }
}
