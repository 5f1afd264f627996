package io.impsh.profile;

import io.impsh.UserException;
import io.impsh.api.AccessToken;
import io.impsh.api.Cancellation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Where one login is kept: the whole of a file of the vendor's tool, or a profile's entry in ours. */
final class LoginPlace {
    private final JsonFile file;
    private final String profile;
    private final FileLocks locks;

    private LoginPlace(Path file, String profile, FileLocks locks) {
        this.file = new JsonFile(file);
        this.profile = profile;
        this.locks = locks;
    }

    static LoginPlace wholeFile(Path file, FileLocks locks) {
        return new LoginPlace(file, null, locks);
    }

    static LoginPlace ofProfile(String profile, Path file, FileLocks locks) {
        return new LoginPlace(file, profile, locks);
    }

    Path path() {
        return file.path();
    }

    /**
     * {@code null} when there is no login.
     *
     * @throws UserException {@code CREDENTIALS_BROKEN} when there is something that is none
     */
    StoredLogin read() {
        if (!file.isThere()) {
            return null;
        }
        JsonNode entry = entry(file.read());
        if (entry.isMissingNode()) {
            return null;
        }
        if (!entry.isObject()) {
            throw BrokenSource.of(source(), "is not a JSON object");
        }
        return StoredLogin.read(entry, source());
    }

    /**
     * Puts a login in the place of what is there. A file that is broken is kept under another name.
     *
     * @return where the broken file is now, {@code null} when there was none
     * @throws UserException {@code LOGIN_NOT_STORED} when it cannot be written
     */
    Path write(StoredLogin login) {
        return exclusively(Cancellation.none(), () -> {
            try {
                Path aside = file.keepAsideIfBroken();
                ObjectNode whole = file.isThere() ? file.read() : file.empty();
                login.writeInto(profile == null ? whole : object(whole));
                file.replace(whole);
                return aside;
            } catch (IOException notWritable) {
                throw new UserException(
                        "LOGIN_NOT_STORED",
                        "the login cannot be stored in " + path() + ": " + Reasons.of(notWritable),
                        null,
                        notWritable);
            }
        });
    }

    /** Takes the login away; the file of the vendor's tool as a whole. False when there was none. */
    boolean remove() {
        return exclusively(Cancellation.none(), () -> {
            if (!file.isThere()) {
                return false;
            }
            try {
                return profile == null ? file.delete() : removeEntry();
            } catch (IOException notWritable) {
                throw new UserException(
                        "LOGIN_NOT_REMOVED",
                        "the login cannot be removed from " + path() + ": " + Reasons.of(notWritable),
                        null,
                        notWritable);
            }
        });
    }

    private boolean removeEntry() throws IOException {
        ObjectNode whole = file.read();
        if (whole.remove(profile) == null) {
            return false;
        }
        file.replace(whole);
        return true;
    }

    /**
     * Keeps a renewed token, beside whatever else the file holds. Not if another login has taken this one's place, and
     * where the file cannot be written or read the token is good in memory only: the next run has to renew again.
     */
    void renew(StoredLogin held, AccessToken token) {
        try {
            ObjectNode whole = file.read();
            if (entry(whole) instanceof ObjectNode stored
                    && StoredLogin.read(stored, source()).isSameLoginAs(held)) {
                StoredLogin.renew(stored, token);
                file.replace(whole);
            }
        } catch (UserException | IOException goneMeanwhile) {
            // There is no place to keep it.
        }
    }

    <T> T exclusively(Cancellation cancellation, Supplier<T> work) {
        return locks.during(path(), cancellation, work);
    }

    private JsonNode entry(ObjectNode whole) {
        return profile == null ? whole : whole.path(profile);
    }

    private ObjectNode object(ObjectNode whole) {
        return whole.get(profile) instanceof ObjectNode there ? there : whole.putObject(profile);
    }

    private String source() {
        return path() + (profile == null ? "" : ", profile " + profile);
    }
}
