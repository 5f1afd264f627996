package io.impsh.profile;

/**
 * Which source a login comes from.
 *
 * @param name for people: a profile's, a variable's or a file's
 * @param ofProfile whether it is that of a profile, even if nothing is stored there and somebody has to be asked
 * @param stored what the source holds, {@code null} for variables and questions
 */
public record LoginOrigin(String name, boolean ofProfile, StoredLogin stored) {
    static LoginOrigin variable(String name) {
        return new LoginOrigin(name, false, null);
    }

    static LoginOrigin file(String name, StoredLogin stored) {
        return new LoginOrigin(name, false, stored);
    }

    static LoginOrigin profile(String name, StoredLogin stored) {
        return new LoginOrigin(name, true, stored);
    }
}
