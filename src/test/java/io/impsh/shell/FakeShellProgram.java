package io.impsh.shell;

import io.impsh.script.Shown;
import java.util.Map;

/** A shell with a fake session as a program of its own, for what only a real terminal shows. */
final class FakeShellProgram {
    private FakeShellProgram() {}

    public static void main(String[] args) {
        FakeEvaluator evaluator = new FakeEvaluator();
        evaluator.meaning("slow", io -> {
            io.notice("begun");
            return evaluator.untilInterrupted();
        });
        evaluator.meaning("name", io -> new Shown.Text("name is " + io.ask("What name?", null)));
        ShellOptions options = ShellOptions.of(evaluator::with, RunningShell.SANDBOX, () -> "sandbox demo")
                .banner("impsh")
                .build();
        System.exit(new Shell(options).run());
    }

    static PtyProgram start(Map<String, String> environment, int columns, int rows) {
        String java = System.getProperty("java.home") + "/bin/java";
        String command = java + " -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                + FakeShellProgram.class.getName();
        return PtyProgram.start(command, environment, columns, rows);
    }
}
