package io.impsh.bulk;

import io.impsh.model.EntityRef;
import java.time.Instant;
import java.util.List;

/**
 * Is told of each request of a run before it is sent and after it is answered, and of each outcome once it is known, so
 * that a run that dies can be taken up where it was. All calls come from the thread that applies the plan.
 */
public interface Journal {
    /** One that has nothing to do with the runs that this one was told of. An {@link Applier} takes one for each run. */
    default Journal another() {
        return this;
    }

    /**
     * Called before anybody is asked.
     *
     * @throws io.impsh.UserException if it is known by now that this plan cannot begin
     */
    default void check(Plan plan) {}

    /** By which the run can be resumed and undone; {@code null} before it has begun, and if nothing is kept. */
    default String id() {
        return null;
    }

    /** @throws io.impsh.UserException if it cannot be written: then nothing is sent */
    void begin(Plan plan, ApplyOptions options);

    /**
     * @return the number of the request, which {@link #after} gets
     * @throws io.impsh.UserException if it cannot be written: then the request is not sent and the run stops
     */
    int before(List<PlanItem> items);

    /**
     * As {@link #before(List)}.
     *
     * @param since the earliest that the service's clock can show when the items are sent first
     */
    default int before(List<PlanItem> items, Instant since) {
        return before(items);
    }

    /**
     * @param answer as {@link Answer#told()} has it
     * @throws io.impsh.UserException if it cannot be written: then the run stops
     */
    void after(int request, String answer);

    /** As {@link #after(int, String)}, when something was made. */
    default void after(int request, String answer, EntityRef created) {
        after(request, answer);
    }

    /**
     * What these items came to for good. Never told of what was not started.
     *
     * @throws io.impsh.UserException if it cannot be written: then the run stops
     */
    void settled(List<ItemResult> results);

    /** Must not throw: the plan has been applied. */
    void end(Report report);

    /** The run is over, whichever way. Must not throw. */
    default void close() {}

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
