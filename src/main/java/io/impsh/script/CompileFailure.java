package io.impsh.script;

import io.impsh.UserException;
import java.util.List;

/** Code that the service's compiler refused, with the places; nothing was deployed. Its code is {@link #CODE}. */
public final class CompileFailure extends UserException {
    private static final long serialVersionUID = 1L;

    public static final String CODE = "COMPILE_ERROR";

    private final transient List<CodeProblem> problems;

    CompileFailure(String target, List<CodeProblem> problems, Throwable cause) {
        super(CODE, message(target, problems), null, cause);
        this.problems = List.copyOf(problems);
    }

    private static String message(String target, List<CodeProblem> problems) {
        String more = problems.size() == 1 ? "" : " (" + problems.size() + " errors)";
        return "cannot deploy to " + target + ": " + problems.get(0).line() + more;
    }

    /** At least one. */
    public List<CodeProblem> problems() {
        return problems;
    }
}
