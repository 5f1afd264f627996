package io.impsh.bulk;

import io.impsh.api.Cancellation;
import io.impsh.api.ImpClient;
import io.impsh.api.Registration;
import java.time.Clock;

/** Applies plans. */
public final class Applier {
    public Applier(ImpClient client, Confirmation confirmation, Journal journal, Clock clock) {}

    /** As {@link #apply(Plan, ApplyOptions, ApplyListener, ApplyControl)}; a cancellation stops starting. */
    public Report apply(Plan plan, ApplyOptions options, ApplyListener listener, Cancellation cancellation) {
        ApplyControl control = new ApplyControl();
        Registration stop = cancellation.onCancel(control::stopStarting);
        try {
            return apply(plan, options, listener, control);
        } finally {
            stop.close();
        }
    }

    public Report apply(Plan plan, ApplyOptions options, ApplyListener listener, ApplyControl control) {
        throw new UnsupportedOperationException("not built yet");
    }
}
