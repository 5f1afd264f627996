package io.impsh.profile;

import io.impsh.UserException;
import java.util.List;

/** {@code NO_SUCH_PROFILE}: somebody asked for a profile that is neither configured nor logged in. */
public final class NoSuchProfileException extends UserException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient List<String> known;

    NoSuchProfileException(String name, List<String> known) {
        super(
                "NO_SUCH_PROFILE",
                "there is no profile \"" + name + "\"",
                (known.isEmpty() ? "there are none" : "there are: " + String.join(", ", known))
                        + "; impsh login --profile " + name + " makes it");
        this.name = name;
        this.known = List.copyOf(known);
    }

    public String name() {
        return name;
    }

    /** The profiles there are. */
    public List<String> known() {
        return known;
    }
}
