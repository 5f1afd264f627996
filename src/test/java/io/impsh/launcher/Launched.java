package io.impsh.launcher;

import static org.assertj.core.api.Assertions.assertThat;

/** How a start of the program ended, and all that it printed. */
public record Launched(int exit, String stdout, String stderr) {

    /** Results on stdout, not a word on stderr. */
    public void printsOnly(String expected) {
        assertThat(this).isEqualTo(new Launched(0, expected, ""));
    }

    /** Nothing on stdout, exit code 1. */
    void failsSaying(String expected) {
        assertThat(this).isEqualTo(new Launched(1, "", expected));
    }
}
