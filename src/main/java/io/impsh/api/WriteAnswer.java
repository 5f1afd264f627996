package io.impsh.api;

/**
 * What came of a write that was sent.
 *
 * @param status the service's, or {@code null} when no answer came
 * @param words {@code accepted}, or the service's own words, or why no answer came; secrets are replaced
 * @param created id of what was made, or {@code null}; that of a key is a secret and left out
 * @param tries how often it went out, or 0 where nobody has counted
 */
public record WriteAnswer(Integer status, String words, String created, int tries) {
    public static final String ACCEPTED = "accepted";
}
