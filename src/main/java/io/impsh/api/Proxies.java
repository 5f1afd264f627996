package io.impsh.api;

import io.impsh.UserException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which proxy leads to a host, as the variables {@code HTTPS_PROXY}, {@code HTTP_PROXY} and {@code NO_PROXY} say; in lower
 * case they count first, as with curl. This machine itself is never reached through one. Immutable.
 */
public final class Proxies {
    public static final Proxies NONE = new Proxies(Map.of());

    private static final String EVERYTHING = "*";

    private final Map<String, String> environment;
    private final List<String> exceptions;

    private Proxies(Map<String, String> environment) {
        this.environment = environment;
        String listed = variable("NO_PROXY") == null ? "" : environment.get(variable("NO_PROXY"));
        this.exceptions = Arrays.stream(listed.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public static Proxies of(Map<String, String> environment) {
        return new Proxies(Map.copyOf(environment));
    }

    /**
     * The proxy on the way to there, or {@code null} for none.
     *
     * @throws UserException {@code BAD_PROXY} when the variable for it cannot be read
     */
    ProxyAddress to(URI target) {
        String variable = variable(target.getScheme().equals("https") ? "HTTPS_PROXY" : "HTTP_PROXY");
        return variable == null || Endpoint.isLoopback(target.getHost()) || isExcepted(target)
                ? null
                : ProxyAddress.parse(variable, environment.get(variable));
    }

    /** The spelling that is set, or {@code null}: an empty value is none. */
    private String variable(String name) {
        for (String spelling : List.of(name.toLowerCase(Locale.ROOT), name)) {
            if (!environment.getOrDefault(spelling, "").isBlank()) {
                return spelling;
            }
        }
        return null;
    }

    private boolean isExcepted(URI target) {
        String host = target.getHost().toLowerCase(Locale.ROOT);
        return exceptions.stream().anyMatch(exception -> isExcepted(host, target.getPort(), exception));
    }

    /** A name also means all that ends with it after a dot; a port narrows it. */
    private static boolean isExcepted(String host, int port, String exception) {
        int colon = exception.lastIndexOf(':');
        boolean hasPort = colon > 0 && exception.substring(colon + 1).matches("[0-9]+");
        if (hasPort && !exception.substring(colon + 1).equals(Integer.toString(port))) {
            return false;
        }
        String name = (hasPort ? exception.substring(0, colon) : exception).replaceFirst("^\\*?\\.", "");
        return name.equals(EVERYTHING) || host.equals(name) || host.endsWith("." + name);
    }
}
