package io.impsh.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of JavaScript: each input is evaluated as at the prompt and must not fail, and what {@code // →} says after it,
 * on the same line or on the next ones, is what it prints.
 */
final class ScriptBlock {
    private static final Pattern EXPECTED = Pattern.compile("^(.*?)\\s*// → (.*)$");

    private final Conversation conversation;
    private final CodeBlock block;
    private final StringBuilder input = new StringBuilder();
    private final List<String> expected = new ArrayList<>();

    ScriptBlock(Conversation conversation, CodeBlock block) {
        this.conversation = conversation;
        this.block = block;
    }

    void run() {
        for (String line : block.lines()) {
            Matcher says = EXPECTED.matcher(line);
            boolean isExpectation = says.matches();
            take(isExpectation ? says.group(1) : line);
            if (isExpectation) {
                expected.add(says.group(2));
            }
        }
        finish();
    }

    private void take(String code) {
        if (code.isBlank()) {
            return;
        }
        if (input.length() > 0 && !conversation.isIncomplete(input.toString())) {
            finish();
        }
        input.append(input.length() > 0 ? "\n" : "").append(code);
    }

    private void finish() {
        String printed = conversation.evaluate(input.toString());
        if (!expected.isEmpty()) {
            new ExpectedText(block.place() + " " + input, List.copyOf(expected)).check(printed);
        }
        input.setLength(0);
        expected.clear();
    }
}
