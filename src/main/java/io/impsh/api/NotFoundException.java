package io.impsh.api;

/** There is no such thing, or it is not visible to this account. */
public class NotFoundException extends ApiException {
    private static final long serialVersionUID = 1L;

    NotFoundException(String message, Refusal refusal) {
        super("NOT_FOUND", message, null, refusal);
    }
}
