package io.impsh.api;

import java.io.IOException;

/** No answer came, or half of one. */
final class TransportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean maybeSent;

    TransportException(IOException cause, boolean maybeSent) {
        super(cause.getMessage(), cause);
        this.maybeSent = maybeSent;
    }

    /** False only when not a byte of the request can have reached the service. */
    boolean maybeSent() {
        return maybeSent;
    }
}
