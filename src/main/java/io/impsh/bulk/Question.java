package io.impsh.bulk;

import java.util.List;

/**
 * What is asked before the first change.
 *
 * @param text such as {@code 66 devices move from Line 1 to Line 2. Go on?}
 * @param affected a line for each item that will be sent
 * @param count how many things are affected, each counted once
 * @param typeNumber whether {@code count} is to be typed for a yes, because production is touched
 */
public record Question(String text, List<String> affected, int count, boolean typeNumber) {}
