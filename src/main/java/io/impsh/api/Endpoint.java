package io.impsh.api;

import io.impsh.UserException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Base URLs of the service, as people give them and as the client needs them. */
public final class Endpoint {
    public static final URI AWS = URI.create("https://api.electricimp.com/v5");
    public static final URI AZURE = URI.create("https://api.az.electricimp.io/v5");

    private static final String HINT = "an endpoint looks like " + AWS;

    private Endpoint() {}

    /**
     * Makes a base URL of what somebody typed: slashes at its end go, and {@code /v5} comes where no path is given.
     *
     * @throws UserException {@code BAD_ENDPOINT} when it is no http(s) URL of a host, has a user, query or fragment, or
     *     is plain http to somewhere else than this machine
     */
    public static URI parse(String text) {
        URI given = uri(text.strip());
        String scheme = given.getScheme() == null ? "" : given.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http") || given.getHost() == null) {
            throw bad("\"" + text + "\" is not an http(s) URL");
        }
        if (given.getRawUserInfo() != null || given.getRawQuery() != null || given.getRawFragment() != null) {
            throw bad("the endpoint may have a scheme, a host, a port and a path, and nothing else");
        }
        requireSafe(given);
        String path = given.getRawPath().replaceAll("/+$", "");
        String port = given.getPort() < 0 ? "" : ":" + given.getPort();
        String host = given.getHost().toLowerCase(Locale.ROOT);
        return URI.create(scheme + "://" + host + port + (path.isEmpty() ? "/v5" : path));
    }

    /** Passwords and tokens do not travel in the clear. */
    static void requireSafe(URI endpoint) {
        if (endpoint.getScheme().equalsIgnoreCase("http") && !isLoopback(endpoint.getHost())) {
            throw bad("plain http is refused except to this machine itself: " + endpoint);
        }
    }

    /** Whether it names this machine itself. */
    public static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException malformed) {
            throw bad("\"" + text + "\" is not a URL");
        }
    }

    private static UserException bad(String message) {
        return new UserException("BAD_ENDPOINT", message, HINT);
    }
}
