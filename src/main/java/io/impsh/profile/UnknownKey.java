package io.impsh.profile;

import java.util.Collection;

/**
 * A key of {@code config.toml} that means nothing, perhaps because it is misspelt.
 *
 * @param place the file, and the line where it is known
 * @param table such as {@code [shell]}; empty for the top of the file
 * @param known the keys that there are
 */
public record UnknownKey(String place, String table, String key, Collection<String> known) {}
