package io.impsh.bulk;

import java.util.List;

/**
 * Is told of each request of a run before it is sent and after it is answered, and of each outcome once it is known, so
 * that a run that dies can be taken up where it was. All calls come from the thread that applies the plan.
 */
public interface Journal {
    /** @throws io.impsh.UserException if it cannot be written: then nothing is sent */
    void begin(Plan plan, ApplyOptions options);

    /**
     * @return the number of the request, which {@link #after} gets
     * @throws io.impsh.UserException if it cannot be written: then the request is not sent and the run stops
     */
    int before(List<PlanItem> items);

    /**
     * @param answer {@code accepted}, or the words of what came instead
     * @throws io.impsh.UserException if it cannot be written: then the run stops
     */
    void after(int request, String answer);

    /**
     * What these items came to for good. Never told of what was not started.
     *
     * @throws io.impsh.UserException if it cannot be written: then the run stops
     */
    void settled(List<ItemResult> results);

    /** Must not throw: the plan has been applied. */
    void end(Report report);

    /** Keeps nothing. */
    static Journal none() {
        return new Journal() {
            @Override
            public void begin(Plan plan, ApplyOptions options) {}

            @Override
            public int before(List<PlanItem> items) {
                return 0;
            }

            @Override
            public void after(int request, String answer) {}

            @Override
            public void settled(List<ItemResult> results) {}

            @Override
            public void end(Report report) {}
        };
    }
}
