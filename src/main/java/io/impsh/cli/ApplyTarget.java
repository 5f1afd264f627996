package io.impsh.cli;

import io.impsh.Nearest;
import io.impsh.UserException;
import io.impsh.bulk.JournalledPlan;
import io.impsh.bulk.Journals;
import io.impsh.bulk.Plan;
import io.impsh.bulk.PlanFile;
import io.impsh.library.UsageException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code impsh apply} was told to apply.
 *
 * @param isFile whether it is a file, and not an id
 * @param begun the journal to go on with; {@code null} when the plan is applied from its beginning
 */
record ApplyTarget(boolean isFile, JournalledPlan begun) {
    private static final String SUFFIX = ".json";

    /** @throws UsageException when there is no such file, or no such plan */
    static ApplyTarget of(String what, Journals journals) {
        Path file = path(what);
        if (file != null && Files.exists(file) && !Files.isDirectory(file)) {
            return new ApplyTarget(true, begun(plan(what, file), journals));
        }
        if (file != null && Files.isDirectory(file) && !isId(what)) {
            throw new UsageException("'" + what + "' is a folder, and no plan", "impsh plan EXPR --out FILE makes one");
        }
        if (!isId(what)) {
            throw new UsageException(
                    "there is no file '" + what + "'" + Nearest.question(what, neighbours(what, file)),
                    "impsh plan EXPR --out FILE makes one");
        }
        return new ApplyTarget(false, journalled(what, journals));
    }

    private static boolean isId(String what) {
        return what.indexOf('/') < 0 && what.indexOf('\\') < 0 && !what.endsWith(SUFFIX);
    }

    private static Path path(String what) {
        try {
            return Path.of(what);
        } catch (InvalidPathException notOne) {
            return null;
        }
    }

    private static Plan plan(String name, Path file) {
        try {
            return PlanFile.parse(Files.readString(file), name, () -> 1);
        } catch (IOException unreadable) {
            throw new UserException("BAD_PLAN", "'" + name + "' cannot be read", null, unreadable);
        }
    }

    /** Each applying of a plan has an id of its own, which adds a number; only the last can be unfinished. */
    private static JournalledPlan begun(Plan plan, Journals journals) {
        JournalledPlan last = null;
        String id = plan.id();
        for (int run = 2; ; run++) {
            JournalledPlan found = exactly(id, journals);
            if (found == null) {
                break;
            }
            last = found;
            id = plan.id() + "-" + run;
        }
        return last == null || last.status() == JournalledPlan.Status.COMPLETE ? null : last;
    }

    private static JournalledPlan exactly(String id, Journals journals) {
        try {
            JournalledPlan found = journals.get(id);
            return found.id().equals(id) ? found : null;
        } catch (UserException none) {
            return null;
        }
    }

    private static JournalledPlan journalled(String id, Journals journals) {
        try {
            return journals.get(id);
        } catch (UserException unknown) {
            List<String> ids = journals.list().stream().map(JournalledPlan::id).toList();
            throw new UsageException(
                    "there is no file and no plan '" + id + "'" + Nearest.question(id, ids),
                    "impsh -e 'plans.list()' lists the plans that were begun",
                    unknown);
        }
    }

    /** The files beside it that could be meant, named as it was. */
    private static List<String> neighbours(String what, Path file) {
        if (file == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        String folder =
                what.substring(0, what.length() - file.getFileName().toString().length());
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(file.toAbsolutePath().getParent(), "*" + SUFFIX)) {
            files.forEach(beside -> names.add(folder + beside.getFileName()));
        } catch (IOException none) {
            return List.of();
        }
        return names;
    }
}
