package io.impsh.bulk;

import io.impsh.UserException;
import java.util.List;

/**
 * Is told of each request of a run before it is sent and after it is answered, so that a run that dies can be told apart
 * from one that never began. All calls come from the thread that applies the plan.
 */
public interface Journal {
    /** @throws UserException if it cannot be written: then nothing is sent */
    void begin(Plan plan, ApplyOptions options);

    /** @throws UserException if it cannot be written: then the request is not sent and the run stops */
    void before(List<PlanItem> items);

    /**
     * @param answer {@code accepted}, or the words of what came instead
     * @throws UserException if it cannot be written: then the run stops
     */
    void after(List<PlanItem> items, String answer);

    /** Must not throw: the plan has been applied. */
    void end(Report report);

    /** Keeps nothing. */
    static Journal none() {
        return new Journal() {
            @Override
            public void begin(Plan plan, ApplyOptions options) {}

            @Override
            public void before(List<PlanItem> items) {}

            @Override
            public void after(List<PlanItem> items, String answer) {}

            @Override
            public void end(Report report) {}
        };
    }
}
