package io.impsh.docs;

import java.util.List;

/**
 * A fenced block of a page.
 *
 * @param language the word after the fence; empty when there is none
 * @param place such as {@code README.md:12}, the first line of what is inside
 */
record CodeBlock(String language, String place, List<String> lines) {
    static final String SCRIPT = "js";
    static final String TRANSCRIPT = "console";

    boolean isRun() {
        return language.equals(SCRIPT) || language.equals(TRANSCRIPT);
    }
}
