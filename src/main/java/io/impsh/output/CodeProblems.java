package io.impsh.output;

import io.impsh.script.CodeProblem;
import java.util.List;

/** What a compiler does not like, with the lines of the code. The first place stands in the message already. */
final class CodeProblems {
    private static final int MOST = 10;
    private static final int INDENT = 2;

    private CodeProblems() {}

    static void write(List<CodeProblem> problems, Lines out, Screen screen) {
        for (int at = 0; at < Math.min(MOST, problems.size()); at++) {
            CodeProblem problem = problems.get(at);
            if (at > 0) {
                out.add(new StyledLine(screen).space(INDENT).foreign(problem.line()));
            }
            if (problem.sourceLine() != null && !problem.sourceLine().isBlank()) {
                SourceExcerpt.write(problem.sourceLine(), column(problem), out, screen);
            }
        }
        if (problems.size() > MOST) {
            out.add(new StyledLine(screen).space(INDENT).own("and " + (problems.size() - MOST) + " more"));
        }
    }

    private static int column(CodeProblem problem) {
        long column = problem.column() == null ? 1 : problem.column();
        return (int) Math.min(column, problem.sourceLine().length() + 1L);
    }
}
