package io.impsh.bulk;

import io.impsh.api.Filter;
import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import io.impsh.model.Webhook;
import java.util.Optional;

/**
 * A listing that may show things, instead of a request for each.
 *
 * @param type of what it lists: devices, deployments or webhooks
 */
record Listing(String type, Filter filter) {
    /** Where an item's target is as long as it is as planned. Groups and products are read one by one. */
    static Optional<Listing> before(PlanItem item) {
        return switch (item.target().type()) {
            case Device.TYPE -> Optional.of(devices(item.from()));
            case Deployment.TYPE -> Optional.of(builds(item.from()));
            case Webhook.TYPE -> Optional.of(new Listing(Webhook.TYPE, Filter.none()));
            default -> Optional.empty();
        };
    }

    /** Where it is once the change has happened, if that is somewhere else. */
    static Optional<Listing> after(PlanItem item) {
        if (item.change() instanceof Change.Assign assign) {
            return Optional.of(devices(assign.to().ref()));
        }
        return item.change() instanceof Change.Unassign ? Optional.of(devices(null)) : Optional.empty();
    }

    /** @param group {@code null} for the unassigned ones */
    static Listing devices(EntityRef group) {
        return new Listing(Device.TYPE, StateReader.in(group));
    }

    /** @param group {@code null} for all builds: the service cannot list those without a group */
    static Listing builds(EntityRef group) {
        return new Listing(Deployment.TYPE, group == null ? Filter.none() : StateReader.in(group));
    }
}
