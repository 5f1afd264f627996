package io.impsh.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A block of commands and of inputs at the prompt, each followed by what the terminal shows. */
final class TranscriptBlock {
    private static final String COMMAND = "$ ";
    private static final String CONTINUED = "... ";
    /** The version is not known to classes that come from no jar. */
    private static final String BANNER =
            "impsh \\S+  ·  sandbox \\(250 devices, seed 1\\)  ·  \\.help for help, Ctrl-D to leave";

    private final PageRun page;
    private final CodeBlock block;
    private int next;

    TranscriptBlock(PageRun page, CodeBlock block) {
        this.page = page;
        this.block = block;
    }

    void run() throws IOException {
        assertThat(starts(0)).as("%s begins with a prompt", block.place()).isTrue();
        while (next < block.lines().size()) {
            String line = block.lines().get(next++);
            if (line.startsWith(COMMAND)) {
                command(line.substring(COMMAND.length()));
            } else {
                input(line.substring(Conversation.PROMPT.length()));
            }
        }
    }

    private void command(String line) throws IOException {
        ExpectedText expected = expected(line);
        if (ShellCommands.isConversation(line)) {
            page.beginConversation();
            assertThat(String.join("\n", expected.lines()).strip())
                    .as(expected.place())
                    .matches(BANNER);
        } else {
            expected.check(page.shell().run(line));
        }
    }

    private void input(String firstLine) {
        StringBuilder input = new StringBuilder(firstLine);
        while (next < block.lines().size()
                && block.lines().get(next).startsWith(CONTINUED)
                && page.conversation().isIncomplete(input.toString())) {
            input.append('\n').append(block.lines().get(next++).substring(CONTINUED.length()));
        }
        ExpectedText expected = expected(input.toString());
        expected.check(page.conversation().enter(input.toString(), expected::answerTo));
    }

    private ExpectedText expected(String step) {
        List<String> lines = new ArrayList<>();
        while (next < block.lines().size() && !starts(next)) {
            lines.add(block.lines().get(next++));
        }
        return new ExpectedText(block.place() + " " + step, lines);
    }

    private boolean starts(int index) {
        String line = block.lines().get(index);
        return line.startsWith(COMMAND) || line.startsWith(Conversation.PROMPT);
    }
}
