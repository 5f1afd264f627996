package io.impsh.api;

import io.impsh.UserException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The service answered, and the answer was no. Codes: {@code NOT_FOUND}, {@code CONFLICT}, {@code FORBIDDEN},
 * {@code REFUSED} (any other 4xx), {@code RATE_LIMITED} and {@code SERVER_ERROR} (both after trying again and again).
 */
public class ApiException extends UserException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<ApiError> errors;
    private final String requestId;
    private final int attempts;
    private final Duration tried;

    ApiException(String code, String message, String hint, Refusal refusal) {
        super(code, message, hint);
        this.status = refusal.status();
        this.errors = List.copyOf(refusal.errors());
        this.requestId = refusal.requestId();
        this.attempts = refusal.attempts();
        this.tried = refusal.tried();
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What the service said, element by element; empty when its answer was not in the usual form. */
    public List<ApiError> errors() {
        return errors == null ? List.of() : errors;
    }

    /** What the vendor's support would ask for, or {@code null}. */
    public String requestId() {
        return requestId;
    }

    /** {@code status}, and {@code requestId} where the service gave one. */
    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("status", (long) status);
        if (requestId != null) {
            details.put("requestId", requestId);
        }
        return details;
    }

    @Override
    public boolean isPassing() {
        return status == 429 || status >= 500;
    }

    public int attempts() {
        return attempts;
    }

    /** From the first attempt to the last answer. */
    public Duration tried() {
        return tried;
    }
}
