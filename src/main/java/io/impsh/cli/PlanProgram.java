package io.impsh.cli;

import io.impsh.UserException;
import io.impsh.bulk.Plan;
import io.impsh.library.ScriptLibrary;
import io.impsh.library.UsageException;
import io.impsh.output.PlanText;
import io.impsh.output.Screen;
import io.impsh.script.Input;
import io.impsh.script.ScriptSession;
import io.impsh.script.Shown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The program of {@code impsh plan}: its value has to be a plan, which is printed or saved. Nothing can be changed
 * meanwhile: a script that applies a plan gets the report of a dry run, and has made that plan.
 */
final class PlanProgram implements Program {
    static final String OUT = "--out";

    private final Command.MakePlan command;
    private final CommandContext context;
    private final PlanOutput out;
    private ScriptSession session;

    PlanProgram(Command.MakePlan command, CommandContext context) {
        this.command = command;
        this.context = context;
        this.out = context.options().value(OUT).map(PlanOutput::new).orElse(null);
    }

    /** Whether the word could be the name of a script; anything else is an expression, or a file. */
    static boolean mayBeScript(String word) {
        return word.matches("[\\w-]+");
    }

    @Override
    public boolean onlyPlans() {
        return true;
    }

    @Override
    public List<Step> steps(ScriptSession running) {
        session = running;
        if (out != null) {
            out.check();
        }
        ScriptLibrary library = ScriptFolders.library(context);
        if (namesScript(library)) {
            return new ScriptProgram(
                            library,
                            command.what(),
                            command.words(),
                            context.streams().in())
                    .steps(running);
        }
        if (!command.words().isEmpty()) {
            throw new UsageException(
                    "plan: unexpected '" + command.words().get(0) + "'",
                    "'" + command.what() + "' is no saved script, and an expression stands alone, in quotes");
        }
        return List.of(new Step(new Input.Typed("plan", command.what()), true));
    }

    private boolean namesScript(ScriptLibrary library) {
        String what = command.what();
        if (mayBeScript(what)) {
            return library.list().stream().anyMatch(script -> script.name().equals(what));
        }
        return ScriptLibrary.isFile(what) && (what.matches("[\\w./\\\\-]+\\.js") || isThere(what));
    }

    private static boolean isThere(String what) {
        return what.indexOf('\0') < 0 && Files.isRegularFile(Path.of(what));
    }

    /** What a script wanted to apply is what it plans, whatever it makes of the report. */
    @Override
    public void take(Shown value, Consumer<Shown> printer) {
        List<Plan> plans = new ArrayList<>(session.planned());
        if (value instanceof Shown.PlanShown shown) {
            plans.add(shown.plan());
        }
        List<Plan> different = plans.stream().distinct().toList();
        if (different.isEmpty()) {
            throw new UserException(
                    "NO_PLAN",
                    "'" + command.what() + "' gives no plan, but " + ShownName.of(value),
                    "a verb on many makes one, such as devices.where({group: 'Line 1'}).assignTo('Line 2')");
        }
        if (different.size() > 1) {
            throw new UserException(
                    "NO_PLAN",
                    "'" + command.what() + "' makes " + different.size() + " plans, and only one can be saved",
                    "narrow what it works on until there is one");
        }
        made(different.get(0), printer);
    }

    private void made(Plan plan, Consumer<Shown> printer) {
        if (out == null) {
            printer.accept(new Shown.PlanShown(plan));
            return;
        }
        out.write(plan);
        PlanText.lines(plan, "plan", Screen.plain()).forEach(context::tellUnlessQuiet);
        context.tellUnlessQuiet("Saved as plan " + plan.id() + "; apply it with: impsh apply " + out.name());
    }
}
