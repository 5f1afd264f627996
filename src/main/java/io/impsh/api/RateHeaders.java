package io.impsh.api;

import java.time.Duration;

/**
 * What an answer says about the rate limit.
 *
 * @param limit requests per window
 * @param remaining of the present window; {@code null} when not said
 * @param reset the window's length
 */
record RateHeaders(int limit, Integer remaining, Duration reset) {
    private static final Duration DEFAULT_RESET = Duration.ofSeconds(1);
    private static final long LONGEST_RESET_SECONDS = 3600;

    /** {@code null} when the answer has no such headers, or senseless ones. */
    static RateHeaders of(ApiResponse response) {
        Integer limit = number(response.header("x-ratelimit-limit"));
        if (limit == null || limit < 1) {
            return null;
        }
        String reset = response.header("x-ratelimit-reset");
        return new RateHeaders(limit, number(response.header("x-ratelimit-remaining")), reset(reset));
    }

    /** How long a refused one has to wait; a second where the header is missing or senseless. */
    static Duration reset(String header) {
        Integer seconds = number(header);
        boolean sensible = seconds != null && seconds >= 1 && seconds <= LONGEST_RESET_SECONDS;
        return sensible ? Duration.ofSeconds(seconds) : DEFAULT_RESET;
    }

    private static Integer number(String text) {
        try {
            return text == null ? null : Integer.valueOf(text.trim());
        } catch (NumberFormatException odd) {
            return null;
        }
    }
}
