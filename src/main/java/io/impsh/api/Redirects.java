package io.impsh.api;

import java.util.Set;
import okhttp3.HttpUrl;

/** Where a redirect may lead, and whether the credentials may go along. */
final class Redirects {
    static final int MOST = 5;

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /** The next address, or {@code null} when the answer is to be taken as it is. */
    static HttpUrl target(HttpUrl from, int status, String location) {
        if (!STATUSES.contains(status) || location == null) {
            return null;
        }
        HttpUrl to = from.resolve(location);
        return to == null || !to.isHttps() && !Endpoint.isLoopback(to.host()) ? null : to;
    }

    static boolean isSameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }
}
