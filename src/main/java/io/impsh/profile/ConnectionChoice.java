package io.impsh.profile;

/**
 * What the command line says about the connection; each part may be {@code null}.
 *
 * @param profile {@code --profile}
 * @param endpoint {@code --endpoint}, as typed
 */
public record ConnectionChoice(String profile, String endpoint) {
    public static final ConnectionChoice NONE = new ConnectionChoice(null, null);
}
