package io.impsh.script;

import io.impsh.model.Entity;
import java.util.ArrayList;
import java.util.List;
import org.graalvm.polyglot.Value;

/** Walks through a query from Java, telling how far it is, and closing what is left at the end. */
final class Walk {
    private Walk() {}

    static <T extends Entity> int count(Query<T> query, Host host) {
        int count = 0;
        QueryRun<T> run = query.run(host, Query.MANY_PAGES);
        try (ScriptIo.Activity activity =
                host.io().begin("counting the " + query.kind().plural())) {
            while (run.hasNext()) {
                run.next();
                activity.progress(++count, -1);
            }
        } finally {
            run.close();
        }
        return count;
    }

    static <T extends Entity> List<T> first(Query<T> query, int most, Host host) {
        List<T> found = new ArrayList<>();
        QueryRun<T> run = query.run(host, Query.FEW_PAGES);
        try {
            while (found.size() < most && run.hasNext()) {
                found.add(run.next());
            }
        } finally {
            run.close();
        }
        return found;
    }

    /** Calls the function for each; it may write, so that the run knows how to read ahead. */
    static <T extends Entity> List<Object> map(Query<T> query, Value function, Host host) {
        List<Object> results = new ArrayList<>();
        QueryRun<T> run = query.run(host, Query.FEW_PAGES);
        try {
            int index = 0;
            while (run.hasNext()) {
                host.evaluation().check();
                T row = run.next();
                results.add(function.execute(host.objects().entity(Handle.of(query.kind(), row)), index++));
            }
        } finally {
            run.close();
        }
        return results;
    }
}
