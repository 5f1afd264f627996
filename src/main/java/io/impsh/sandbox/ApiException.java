package io.impsh.sandbox;

import java.util.List;

/** Ends a call with an error answer. */
final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<ApiError> errors;

    ApiException(ApiError error) {
        this(error.status(), List.of(error));
    }

    /** For a bulk call: the status is that of the whole, whatever the elements say. */
    ApiException(int status, List<ApiError> errors) {
        // An expected answer, not a defect: no stack trace to fill in.
        super(errors.get(0).detail(), null, false, false);
        this.status = status;
        this.errors = List.copyOf(errors);
    }

    Reply reply() {
        return Reply.errors(status, errors);
    }
}
