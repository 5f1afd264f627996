package io.impsh.cli;

import io.impsh.bulk.Author;

/** In whose name this program changes things. */
final class Authors {
    private Authors() {}

    /** @param profile the profile in use, or {@code null} for none */
    static Author with(String profile) {
        return new Author(System.getProperty("user.name"), profile, "impsh " + Version.text());
    }
}
