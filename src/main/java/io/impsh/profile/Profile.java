package io.impsh.profile;

import java.net.URI;

/**
 * What {@code config.toml} says under {@code [profiles.NAME]}.
 *
 * @param production a profile that says {@code true} is read-only until unlocked
 */
public record Profile(String name, URI endpoint, Production production) {}
