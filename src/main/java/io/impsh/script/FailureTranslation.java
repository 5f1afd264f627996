package io.impsh.script;

import io.impsh.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.PolyglotException.StackFrame;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;

/** Turns what the engine throws into failures worded for the user, with places in the text as it was typed. */
final class FailureTranslation {
    /** The engine puts the place into the message, and below it the line and a caret. */
    private static final Pattern PLACE_IN_MESSAGE = Pattern.compile("^(SyntaxError: )[^\\n]*?:\\d+:\\d+ ");

    private static final Pattern FUNCTION_OF_BUILT_IN = Pattern.compile("Cannot declare global function '(.*)'$");

    /** Failures that are no fault of the line they happened in, so that pointing at it would mislead. */
    private static final Set<String> HAPPEN_ANYWHERE = Set.of(
            CompileFailure.CODE,
            "CHECK_FAILED",
            "CONFIRMATION_NEEDED",
            "DECLINED",
            "FILE",
            "READ_ONLY",
            "UNREACHABLE",
            "RATE_LIMITED",
            "SERVER_ERROR",
            "NOT_LOGGED_IN",
            "LOGIN_REFUSED",
            "CREDENTIALS_BROKEN",
            "BAD_ENDPOINT",
            "NO_SUCH_PROFILE");

    private static final Pattern OWN_CODE = Pattern.compile("[A-Z][A-Z_]*");

    private static final List<String> AWAIT_MESSAGES =
            List.of("await is only valid", "await is not defined", "Cannot use for await outside");

    private static final Source IDENTITY =
            Source.newBuilder("js", "x => x", "identity").internal(true).buildLiteral();

    private final EvaluatedSources sources;
    private final Set<String> protectedNames;
    private final Supplier<List<String>> names;

    /** @param names all global names, for those who misspelt one */
    FailureTranslation(EvaluatedSources sources, Set<String> protectedNames, Supplier<List<String>> names) {
        this.sources = sources;
        this.protectedNames = protectedNames;
        this.names = names;
    }

    ScriptFailure translate(PolyglotException thrown) {
        List<ScriptFailure.Frame> frames = frames(thrown);
        boolean unparsed = isUnparsed(thrown, frames);
        SourcePosition position = unparsed ? sources.position(thrown.getSourceLocation()) : position(thrown, frames);
        UserException known = knownCause(thrown);
        if (known != null && HAPPEN_ANYWHERE.contains(known.code())) {
            return failure(new Told(known.getMessage(), known.hint()), known.code(), known, null, List.of());
        }
        if (known != null) {
            return failure(new Told(known.getMessage(), hint(known)), known.code(), known, position, frames);
        }
        ScriptFailure ofItsOwn = withCodeOfItsOwn(thrown, position, frames);
        if (ofItsOwn != null) {
            return ofItsOwn;
        }
        Told told = told(thrown, message(thrown), unparsed);
        return failure(told, code(thrown, unparsed), thrown, position, frames);
    }

    private ScriptFailure failure(
            Told told, String code, Throwable cause, SourcePosition position, List<ScriptFailure.Frame> frames) {
        return new ScriptFailure(told, code, cause, position, frames, sources.hasOtherLines(position));
    }

    private Told told(PolyglotException thrown, String message, boolean unparsed) {
        if (!thrown.isGuestException()) {
            return new Told(message, null);
        }
        Mistake mistake = mistake(thrown, message);
        if (AWAIT_MESSAGES.stream().anyMatch(message::contains)) {
            return new Told("await is not needed here", SyntaxHints.withoutAwait(mistake));
        }
        return unparsed ? SyntaxHints.told(message, mistake) : mistake.told().orElse(new Told(message, null));
    }

    private Mistake mistake(PolyglotException thrown, String message) {
        SourceSection section = thrown.getSourceLocation();
        boolean known = section != null && section.isAvailable();
        String expression = known ? section.getCharacters().toString() : "";
        String text = sources.text(section);
        return new Mistake(message, expression, text == null ? expression : text, sources.offset(section), names.get());
    }

    /**
     * An error on which the script has set a {@code code} like ours, and maybe a {@code hint}, is told like ours. Of
     * wrong usage, and of what the script has found to be wrong elsewhere, no line of it is to blame.
     */
    private ScriptFailure withCodeOfItsOwn(
            PolyglotException thrown, SourcePosition position, List<ScriptFailure.Frame> frames) {
        Value error = thrown.isGuestException() ? thrownValue(thrown) : null;
        String code = error != null && error.isException() ? text(error, "code") : null;
        if (code == null || !OWN_CODE.matcher(code).matches()) {
            return null;
        }
        boolean blameless = code.equals("USAGE") || HAPPEN_ANYWHERE.contains(code);
        return failure(
                new Told(text(error, "message"), text(error, "hint")),
                code,
                thrown,
                blameless ? null : position,
                blameless ? List.of() : frames);
    }

    private static String hint(UserException known) {
        return ScriptError.of(known).hint();
    }

    private static String text(Value object, String member) {
        Value value = object.hasMember(member) ? object.getMember(member) : null;
        return value != null && value.isString() ? value.asString() : null;
    }

    /** The failure of a host function behind it, or of the protection of the shell's own names. */
    private UserException knownCause(PolyglotException thrown) {
        if (thrown.isHostException()) {
            Throwable host = thrown.asHostException();
            return host instanceof ScriptError error
                    ? error.original()
                    : host instanceof UserException failure ? failure : null;
        }
        Matcher function = FUNCTION_OF_BUILT_IN.matcher(thrown.getMessage() == null ? "" : thrown.getMessage());
        return function.find() && protectedNames.contains(function.group(1))
                ? ProtectedNames.refusal(function.group(1))
                : null;
    }

    /** A text that cannot be parsed fails at no place on the stack, unlike eval and JSON.parse, which run. */
    private boolean isUnparsed(PolyglotException thrown, List<ScriptFailure.Frame> frames) {
        SourcePosition position = sources.position(thrown.getSourceLocation());
        return thrown.isSyntaxError()
                && position != null
                && frames.stream().noneMatch(frame -> frame.position().equals(position));
    }

    private static String code(PolyglotException thrown, boolean unparsed) {
        if (thrown.isHostException() || thrown.isInternalError()) {
            return ScriptFailure.INTERNAL;
        }
        return unparsed ? ScriptFailure.SYNTAX : ScriptFailure.SCRIPT_ERROR;
    }

    private static String message(PolyglotException thrown) {
        if (thrown.isHostException()) {
            return thrown.asHostException().toString();
        }
        if (thrown.isInternalError() || thrown.isResourceExhausted()) {
            return String.valueOf(thrown.getMessage());
        }
        Value object = thrownValue(thrown);
        if (object != null && !object.isException()) {
            return "the script threw " + (object.isString() ? '"' + object.asString() + '"' : object.toString());
        }
        String message = String.valueOf(thrown.getMessage());
        if (message.startsWith("SyntaxError: ")) {
            message = PLACE_IN_MESSAGE.matcher(firstLine(message)).replaceFirst("$1");
        }
        return message.replace("but found eof", "but the text ends here");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    /**
     * What the script threw, or {@code null} if the engine does not give it away. What the exception holds says of
     * itself that it is an error whatever it is; passed through a function it is itself again.
     */
    private static Value thrownValue(PolyglotException thrown) {
        try {
            Value held = thrown.getGuestObject();
            return held == null ? null : held.getContext().eval(IDENTITY).execute(held);
        } catch (PolyglotException | IllegalStateException unreadable) {
            return null;
        }
    }

    private SourcePosition position(PolyglotException thrown, List<ScriptFailure.Frame> frames) {
        String constructor = constructorOfError(thrown);
        for (ScriptFailure.Frame frame : frames) {
            if (!frame.function().equals(constructor)) {
                return frame.position();
            }
        }
        return sources.position(thrown.getSourceLocation());
    }

    /** The user's own error class: the place that matters is where it is made, not its constructor. */
    private static String constructorOfError(PolyglotException thrown) {
        Value object = thrownValue(thrown);
        if (object == null || !object.isException()) {
            return null;
        }
        Value type = object.getMetaObject();
        return type == null ? null : type.getMetaSimpleName();
    }

    private List<ScriptFailure.Frame> frames(PolyglotException thrown) {
        List<ScriptFailure.Frame> frames = new ArrayList<>();
        for (StackFrame frame : thrown.getPolyglotStackTrace()) {
            SourcePosition position = frame.isGuestFrame() ? sources.position(frame.getSourceLocation()) : null;
            if (position != null) {
                frames.add(new ScriptFailure.Frame(functionName(frame.getRootName()), position));
            }
        }
        return frames;
    }

    private static String functionName(String rootName) {
        return switch (rootName == null ? "" : rootName) {
            case ":program" -> "top level";
            case "", ":=>", ":anonymous" -> "anonymous";
            default -> rootName;
        };
    }
}
