package io.impsh.output;

import io.impsh.script.BuildDiff;
import org.jline.utils.AttributedStyle;

/** What is different between two builds: unified, with what goes red and what comes green. */
final class DiffText {
    private DiffText() {}

    static void write(BuildDiff diff, Lines out, Screen screen) {
        if (diff.isSame()) {
            out.add("no difference");
            return;
        }
        for (BuildDiff.FileDiff file : diff.files()) {
            if (file.isSame()) {
                out.add(new StyledLine(screen).own(screen.theme().muted(), file.name() + ": no difference"));
            }
            for (int at = 0; at < file.lines().size(); at++) {
                writeLine(file.lines().get(at), at < 2, out, screen);
            }
        }
    }

    private static void writeLine(String line, boolean heading, Lines out, Screen screen) {
        if (!screen.isTerminal()) {
            // what goes to a file or a pipe is for patch
            out.add(line);
        } else {
            out.add(new StyledLine(screen).foreign(style(line, heading, screen.theme()), line.replace('\t', ' ')));
        }
    }

    private static AttributedStyle style(String line, boolean heading, Theme theme) {
        if (heading) {
            return theme.heading();
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> theme.added();
            case '-' -> theme.removed();
            case '@' -> theme.name();
            default -> Theme.plain();
        };
    }
}
