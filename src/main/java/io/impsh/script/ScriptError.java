package io.impsh.script;

import io.impsh.UserException;
import java.util.function.Supplier;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/**
 * A failure of a host function as a script sees it: in {@code catch (e)} the members {@code e.name}, {@code e.code},
 * {@code e.hint} and {@code e.message} can be read and {@code e instanceof Error} is true.
 *
 * <p>JavaScript sees only what is exported, so every exception that is meant for a script must be one of these when it
 * leaves a host function: see {@link #converting}.
 */
public final class ScriptError extends UserException {
    private static final long serialVersionUID = 1L;

    /** What {@code String(e)} begins with. */
    @HostAccess.Export
    public final String name = "ImpError";

    @HostAccess.Export
    public final String code;

    /** What to do next, or {@code null}. */
    @HostAccess.Export
    public final String hint;

    /** Of code that does not compile: an array of {file, row, column, type, text}; else {@code null}. */
    @HostAccess.Export
    public final transient Object errors;

    public ScriptError(String code, String message, String hint) {
        this(code, message, hint, null);
    }

    private ScriptError(String code, String message, String hint, UserException cause) {
        super(code, message, hint, cause);
        this.code = code;
        this.hint = hint;
        this.errors = cause instanceof CompileFailure failure ? errors(failure) : null;
    }

    private static Object errors(CompileFailure failure) {
        return ProxyArray.fromList(failure.problems().stream()
                .<Object>map(problem -> ProxyObject.fromMap(problem.tree()))
                .toList());
    }

    /** The same failure, readable for a script; the original is its cause. */
    public static ScriptError of(UserException failure) {
        return failure instanceof ScriptError already
                ? already
                : new ScriptError(failure.code(), failure.getMessage(), failure.hint(), failure);
    }

    /** Runs the body of a host function, so that what it throws for the user is readable for the script. */
    public static <T> T converting(Supplier<T> body) {
        try {
            return body.get();
        } catch (UserException failure) {
            throw of(failure);
        }
    }

    /** The failure as the host function threw it. */
    UserException original() {
        return getCause() instanceof UserException cause ? cause : this;
    }
}
