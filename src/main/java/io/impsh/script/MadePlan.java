package io.impsh.script;

import io.impsh.UserException;
import io.impsh.bulk.ApplyControl;
import io.impsh.bulk.Change;
import io.impsh.bulk.Plan;
import java.util.function.IntSupplier;

/**
 * A plan, and by what its things were selected.
 *
 * @param selection {@code null} when they were named one by one, or nobody knows any more
 */
record MadePlan(Plan plan, Query<?> selection) {
    MadePlan narrowed(Plan narrower) {
        return new MadePlan(narrower, selection);
    }

    /** Counts what the selection matches, or {@code null} where that would tell nothing about what the plan has done. */
    IntSupplier stillMatching(Host host, ApplyControl control) {
        if (selection == null || selection.only() != null || onlyRestarts()) {
            return null;
        }
        Query<?> all = selection.withoutLimits();
        return all.isWholeCollection() ? null : () -> count(all, host, control);
    }

    private boolean onlyRestarts() {
        return plan.items().stream().allMatch(item -> item.change() instanceof Change.Restart);
    }

    /** What a script throws in a filter of its own must not cost the report. */
    private static int count(Query<?> query, Host host, ApplyControl control) {
        QueryRun<?> run = query.run(host, Query.MANY_PAGES);
        try {
            int count = 0;
            while (run.hasNext()) {
                if (control.isStopping()) {
                    throw new UserException("STOPPED", "not counted", null);
                }
                run.next();
                count++;
            }
            return count;
        } catch (UserException failure) {
            throw failure;
        } catch (RuntimeException failure) {
            throw new UserException("NOT_COUNTED", String.valueOf(failure.getMessage()), null, failure);
        } finally {
            run.close();
        }
    }
}
