package io.impsh.profile;

import io.impsh.UserException;
import java.util.List;
import java.util.Set;

/**
 * What {@code config.toml} says about the shell. What is wrong there stops nobody: the usual value holds instead.
 *
 * @param said the keys that are there and right
 * @param problems what is wrong, each with what to do
 */
public record ConfiguredSettings(Settings settings, Set<String> said, List<UserException> problems) {}
