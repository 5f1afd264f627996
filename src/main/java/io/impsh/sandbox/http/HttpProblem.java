package io.impsh.sandbox.http;

import java.io.IOException;

/** What came in is no request that can be handled. */
public final class HttpProblem extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    HttpProblem(int status, String message) {
        super(message);
        this.status = status;
    }

    static HttpProblem malformed(String message) {
        return new HttpProblem(400, message);
    }

    /** What to answer, such as 400 or 431. */
    public int status() {
        return status;
    }
}
