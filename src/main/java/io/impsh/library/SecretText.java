package io.impsh.library;

/**
 * A secret that came from a file or from standard input. Told from a plain text, so that a secret that was typed as an
 * argument, where every process of the machine can read it, is refused.
 */
record SecretText(String secret) {
    @Override
    public String toString() {
        return "SecretText[]";
    }
}
