package io.impsh.bulk;

import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import io.impsh.model.Webhook;
import java.util.List;

/** What a look at a thing showed. */
sealed interface Observation {
    /**
     * It is there. Not the whole device is kept: a run may look at a hundred thousand.
     *
     * @param group of a device, build or webhook in one, else {@code null}
     * @param name of a device that has one, else {@code null}
     * @param flagged of a build, else {@code false}
     * @param tags of a build, else empty
     * @param facts of a webhook, else {@code null}
     */
    record Present(EntityRef group, String name, boolean flagged, List<String> tags, WebhookFacts facts)
            implements Observation {
        static Present of(Device device) {
            return new Present(device.group(), device.name(), false, List.of(), null);
        }

        static Present of(Build build) {
            return new Present(build.group(), build.label(), build.flagged(), build.tags(), null);
        }

        static Present of(Webhook webhook) {
            return new Present(webhook.group(), null, false, List.of(), WebhookFacts.of(webhook));
        }

        /** A thing of which only matters that it is there. */
        static Present plain() {
            return new Present(null, null, false, List.of(), null);
        }
    }

    /**
     * What the change is to make is there already.
     *
     * @param words what is there, for people
     */
    record Made(String words) implements Observation {}

    /** The service knows no such thing. */
    record Gone() implements Observation {}

    /** The service gave no usable answer. */
    record Unreadable(String words) implements Observation {}
}
