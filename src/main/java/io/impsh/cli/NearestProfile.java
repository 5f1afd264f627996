package io.impsh.cli;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.profile.NoSuchProfileException;
import java.util.function.Supplier;

/** Adds to the complaint about a profile that does not exist the one that may have been meant. */
final class NearestProfile {
    private NearestProfile() {}

    static <T> T explaining(Supplier<T> choice) {
        try {
            return choice.get();
        } catch (NoSuchProfileException unknown) {
            throw new UserException(
                    unknown.code(),
                    unknown.getMessage() + Nearest.question(unknown.name(), unknown.known()),
                    unknown.hint(),
                    unknown);
        }
    }
}
