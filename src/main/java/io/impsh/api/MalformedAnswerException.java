package io.impsh.api;

/** A body that is no JSON:API document: a proxy's page, half a document, nothing. */
final class MalformedAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
