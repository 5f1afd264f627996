package io.impsh.api;

import java.io.IOException;

/** No answer came, or half of one. */
final class TransportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean maybeSent;
    private final transient ProxyAddress proxy;

    TransportException(IOException cause, boolean maybeSent) {
        this(cause, maybeSent, null);
    }

    /** @param proxy that was on the way, when it may be to blame, or {@code null} */
    TransportException(IOException cause, boolean maybeSent, ProxyAddress proxy) {
        super(cause.getMessage(), cause);
        this.maybeSent = maybeSent;
        this.proxy = proxy;
    }

    @Override
    public synchronized IOException getCause() {
        return (IOException) super.getCause();
    }

    ProxyAddress proxy() {
        return proxy;
    }

    /** False only when not a byte of the request can have reached the service. */
    boolean maybeSent() {
        return maybeSent;
    }
}
