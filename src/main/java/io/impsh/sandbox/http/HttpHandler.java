package io.impsh.sandbox.http;

import java.io.IOException;

/** Answers requests. Called on the thread of the connection, for many connections at once. */
public interface HttpHandler {

    /** Gives exactly one answer; without one the connection ends. */
    void handle(HttpRequest request, HttpAnswer answer) throws IOException;

    /** Answers what could not be read as a request; the connection ends afterwards. */
    void refuse(HttpProblem problem, HttpAnswer answer) throws IOException;
}
