package io.impsh.bulk;

import io.impsh.PrivateFiles;
import io.impsh.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What has to be seen to before a plan is applied: nobody else does, it was not begun before, and it gets a file. */
final class JournalStart {
    private final Journals journals;

    JournalStart(Journals journals) {
        this.journals = journals;
    }

    /** @throws UserException if the plan cannot begin as things are now */
    void check(Plan plan) {
        Path folder = journals.folder();
        if (!Files.isWritable(folder)) {
            throw JournalFailures.cannotBegin(folder, new IOException("it cannot be written"));
        }
        JournalFile first = new JournalFile(folder, plan.id(), 1);
        if (PlanLock.isTaken(first.lock())) {
            throw busy(plan.id());
        }
        mustNotBeBegun(plan, new JournalFolder(folder).runs(plan.id()));
    }

    /** @throws UserException {@code PLAN_BUSY} */
    PlanLock lock(String plan) {
        Path folder = journals.folder();
        JournalFile first = new JournalFile(folder, plan, 1);
        try {
            return PlanLock.take(first.lock()).orElseThrow(() -> busy(plan));
        } catch (IOException e) {
            throw JournalFailures.cannotBegin(first.lock(), e);
        }
    }

    static UserException busy(String plan) {
        return new UserException(
                "PLAN_BUSY",
                "plan " + plan + " is being applied at this moment, by this or another impsh",
                "wait until that one has ended; plans.show('" + plan + "') tells how far it is");
    }

    /** @throws UserException {@code PLAN_BEGUN} */
    JournalFile newFile(Plan plan) {
        List<JournalFile> runs = new JournalFolder(journals.folder()).runs(plan.id());
        mustNotBeBegun(plan, runs);
        int last = runs.stream()
                .filter(run -> !JournalGlance.isNeverBegun(run))
                .mapToInt(JournalFile::run)
                .max()
                .orElse(0);
        return new JournalFile(journals.folder(), plan.id(), last + 1);
    }

    private static void mustNotBeBegun(Plan plan, List<JournalFile> runs) {
        for (JournalFile run : runs) {
            Optional<JournalGlance> begun = JournalGlance.at(run);
            if (begun.isEmpty() && !JournalGlance.isNeverBegun(run)) {
                throw unreadable(plan, run);
            }
            if (begun.isPresent() && isOf(plan, begun.get()) && !begun.get().isComplete()) {
                throw new UserException(
                        "PLAN_BEGUN",
                        "plan " + plan.id() + " was begun before, and has not ended",
                        "go on with plans.resume('" + run.id() + "')");
            }
        }
    }

    /** It must neither be written over nor passed over: it may tell of what was sent. */
    private static UserException unreadable(Plan plan, JournalFile run) {
        return new UserException(
                "BAD_PLAN",
                "plan " + plan.id() + " may have been begun before: " + run.path()
                        + " is damaged, or of a later version",
                "look at what was done in the cloud, then move that file away");
    }

    /** Ids are short: another plan may have the same. */
    private static boolean isOf(Plan plan, JournalGlance glance) {
        return glance.head().plan().plannedAt().equals(plan.plannedAt())
                && glance.head().plan().home().equals(plan.home());
    }

    /** In the place of one that was never begun. */
    JournalLines create(JournalFile file) throws IOException {
        Files.deleteIfExists(file.path());
        Files.createFile(file.path(), PrivateFiles.attributes());
        return new JournalLines(file.path(), journals.open(file.path()));
    }

    /** Tidying up that fails is tried again with the next plan. */
    void rotate(JournalFile begun) {
        try {
            new Rotation(journals.folder(), journals.clock()).rotate(begun);
        } catch (UserException e) {
            return;
        }
    }
}
