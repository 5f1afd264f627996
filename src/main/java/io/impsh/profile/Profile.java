package io.impsh.profile;

import java.net.URI;
import java.nio.file.Path;

/**
 * What {@code config.toml} says under {@code [profiles.NAME]}.
 *
 * @param caFile certificates of authorities that are trusted for its endpoint, or {@code null}
 * @param requestsPerSecond no more than so many, also where the service allows more; {@code null} when it does not say
 * @param maxLogStreams how many log streams of the account may be open at once; {@code null} when it does not say
 * @param production a profile that says {@code true} is read-only until unlocked
 */
public record Profile(
        String name,
        URI endpoint,
        Path caFile,
        Integer requestsPerSecond,
        Integer maxLogStreams,
        Production production) {}
