package io.impsh.api;

import java.nio.file.Path;

/**
 * What lies between this machine and the service.
 *
 * @param caFile certificates in PEM of authorities that are trusted beside those of the JVM, or {@code null}; read at
 *     the first request
 */
public record NetworkSettings(Proxies proxies, Path caFile) {
    public static final NetworkSettings DIRECT = new NetworkSettings(Proxies.NONE, null);
}
