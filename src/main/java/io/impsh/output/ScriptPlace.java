package io.impsh.output;

import io.impsh.script.ScriptFailure;
import io.impsh.script.SourcePosition;
import java.util.List;

/**
 * Where in a script something failed.
 *
 * @param position {@code null} if that is not known
 * @param frames the functions that were running, innermost first
 * @param seen whether whoever has typed it sees the place at once: a single line that could at least be read
 */
record ScriptPlace(SourcePosition position, List<ScriptFailure.Frame> frames, boolean seen) {
    private static final int MOST_CALLERS = 5;
    private static final int INDENT = 2;

    static ScriptPlace of(ScriptFailure failure) {
        return new ScriptPlace(
                failure.position(),
                failure.frames(),
                !failure.code().equals(ScriptFailure.SYNTAX) && !failure.isAmongLines());
    }

    void write(Lines out, Screen screen) {
        if (position == null || isInPlainSight(screen)) {
            return;
        }
        out.add(line("at ", position, screen));
        if (position.lineText() != null && !position.lineText().isBlank()) {
            SourceExcerpt.write(position.lineText(), position.column(), out, screen);
        }
        frames.stream()
                .map(ScriptFailure.Frame::position)
                .dropWhile(caller -> caller.equals(position))
                .limit(MOST_CALLERS)
                .forEach(caller -> out.add(line("called at ", caller, screen)));
    }

    /** As in {@code file.js:3:14}. */
    static String text(SourcePosition position) {
        return position.source() + ":" + position.line() + ":" + position.column();
    }

    /** Somebody has just typed this one line, or the {@code .logs} that stands for it: it is above the message. */
    private boolean isInPlainSight(Screen screen) {
        return screen.interactive()
                && seen
                && frames.size() <= 1
                && position.line() == 1
                && (position.source().startsWith("input") || position.source().equals(".logs"));
    }

    private static StyledLine line(String what, SourcePosition position, Screen screen) {
        return new StyledLine(screen).space(INDENT).foreign(screen.theme().muted(), what + text(position));
    }
}
