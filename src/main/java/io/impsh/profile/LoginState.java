package io.impsh.profile;

import java.net.URI;

/**
 * One place that a login may come from.
 *
 * @param source what it is called and what is stored there
 * @param endpoint where it leads to
 * @param login what it was made with, such as {@code password}; {@code null} when there is none
 * @param account its user name, {@code null} where it is not known
 * @param use how it stands to the present directory and to other sources
 */
public record LoginState(LoginOrigin source, URI endpoint, String login, String account, Use use) {
    /**
     * @param now whether this is the one that is used here and now
     * @param isDefault whether it is the profile that is used when none is chosen
     * @param production {@code UNSAID} for all but profiles
     */
    public record Use(boolean now, boolean isDefault, Production production) {}
}
