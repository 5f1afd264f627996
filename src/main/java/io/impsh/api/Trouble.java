package io.impsh.api;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** What is wrong with a connection, in words, and what to do about it. */
record Trouble(String reason, String hint) {
    static final String USUAL_HINT = "check the network, the endpoint and any proxy between";

    static Trouble of(TransportException failure) {
        IOException cause = failure.getCause();
        if (cause instanceof SSLException encrypted && !isBroken(encrypted)) {
            TlsFailure tls = TlsFailure.of(encrypted);
            return new Trouble(tls.reason(encrypted), tls.hint());
        }
        if (cause instanceof SocketTimeoutException) {
            return usual("no answer in time");
        }
        if (failure.proxy() != null) {
            return ofProxy(failure.proxy(), cause);
        }
        if (cause instanceof UnknownHostException) {
            return usual("no such host: " + cause.getMessage());
        }
        return usual((cause instanceof ConnectException ? "no connection: " : "the connection broke: ") + text(cause));
    }

    private static Trouble ofProxy(ProxyAddress proxy, IOException cause) {
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            return new Trouble(
                    "no connection to the proxy " + proxy + ": " + text(cause),
                    "check the network and the variable HTTPS_PROXY");
        }
        return new Trouble(
                "the proxy " + proxy + " let nothing through: " + text(cause),
                "HTTPS_PROXY may hold a user and a password: http://user:password@host:port");
    }

    private static Trouble usual(String reason) {
        return new Trouble(reason, USUAL_HINT);
    }

    private static String text(IOException cause) {
        String message = cause.getMessage();
        if (cause instanceof EOFException || message != null && message.startsWith("unexpected end of stream")) {
            return "the service closed it";
        }
        return message == null ? cause.toString() : message;
    }

    /** Whether TLS is not to blame, but the connection under it. */
    static boolean isBroken(Throwable failure) {
        return failure != null
                && (failure instanceof IOException && !(failure instanceof SSLException)
                        || isBroken(failure.getCause()));
    }
}
