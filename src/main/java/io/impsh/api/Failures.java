package io.impsh.api;

import java.time.Duration;

/** The words for requests that got no usable answer. */
final class Failures {
    private static final long MINUTE = 60;

    private Failures() {}

    static UnreachableException unreachable(ApiRequest request, String reason, Tries tries, Throwable cause) {
        String message = "cannot " + request.purpose() + ": " + reason + gaveUp(tries.attempts(), tries.took());
        return new UnreachableException(message, hint(cause), cause);
    }

    static LostAnswerException lost(ApiRequest request, String reason, Throwable cause) {
        return new LostAnswerException(
                "cannot tell whether this was done: " + request.purpose() + ": " + reason,
                "look at the present state before doing it again; it was not sent a second time",
                cause);
    }

    private static String hint(Throwable cause) {
        return cause instanceof TransportException transport
                ? Trouble.of(transport).hint()
                : Trouble.USUAL_HINT;
    }

    static String serverError(ApiResponse response) {
        String said = ErrorReader.text(response);
        return "the service answered " + response.status() + (said.isEmpty() ? "" : " (" + said + ")");
    }

    /** Why there is no usable answer: a broken connection, or a body that makes no sense. */
    static String reason(ApiResponse response, RuntimeException failure) {
        if (failure instanceof MalformedAnswerException) {
            return "the service answered " + response.status() + " with " + failure.getMessage();
        }
        return failure instanceof TransportException transport
                ? Trouble.of(transport).reason()
                : failure.getMessage();
    }

    /** Such as {@code ; gave up after 5 tries in 12 s}; nothing when one try was enough. */
    static String gaveUp(int attempts, Duration time) {
        return attempts < 2 ? "" : "; gave up after " + attempts + " tries in " + text(time);
    }

    private static String text(Duration time) {
        long seconds = Math.round(time.toMillis() / 1000.0);
        return seconds < 2 * MINUTE ? Math.max(1, seconds) + " s" : Math.round((double) seconds / MINUTE) + " min";
    }
}
