package io.impsh.profile;

import java.net.URI;
import java.nio.file.Path;

/**
 * What {@code config.toml} says under {@code [profiles.NAME]}.
 *
 * @param caFile certificates of authorities that are trusted for its endpoint, or {@code null}
 * @param production a profile that says {@code true} is read-only until unlocked
 */
public record Profile(String name, URI endpoint, Path caFile, Production production) {}
