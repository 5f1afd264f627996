package io.impsh.script;

import io.impsh.UserException;
import java.util.List;

/**
 * What an evaluation that failed comes to.
 *
 * <p>The code is {@code SYNTAX}, {@code SCRIPT_ERROR} for what JavaScript threw, {@code INTERNAL} for a fault of this
 * program, or the code of the host function's error, which then is the cause.
 */
public final class ScriptFailure extends UserException {
    private static final long serialVersionUID = 1L;

    public static final String SYNTAX = "SYNTAX";
    public static final String SCRIPT_ERROR = "SCRIPT_ERROR";
    public static final String INTERNAL = "INTERNAL";

    private final transient SourcePosition position;
    private final transient List<Frame> frames;
    private final boolean amongLines;

    /**
     * One function on the stack of the script.
     *
     * @param function its name; {@code top level} or {@code anonymous} where it has none
     * @param position where it was
     */
    public record Frame(String function, SourcePosition position) {}

    ScriptFailure(
            Told told, String code, Throwable cause, SourcePosition position, List<Frame> frames, boolean amongLines) {
        super(code, told.message(), told.hint(), cause);
        this.position = position;
        this.frames = List.copyOf(frames);
        this.amongLines = amongLines;
    }

    /** Whether what was evaluated has other lines than the one that failed. */
    public boolean isAmongLines() {
        return amongLines;
    }

    /** Where it failed, as the user typed it, or {@code null} if that is not known. */
    public SourcePosition position() {
        return position;
    }

    /** The script's functions that were running, innermost first; one or none where the stack tells nothing new. */
    public List<Frame> frames() {
        return frames;
    }
}
