package io.impsh.logs;

import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import java.time.Instant;
import java.util.List;

/**
 * What to follow.
 *
 * @param devices the present ones, in the order in which they should become live
 * @param joining groups and products whose devices are followed too when they join later
 * @param since stored lines from that time on come first; {@code null} for new lines only
 */
public record Followed(List<Device> devices, List<EntityRef> joining, Instant since) {
    public Followed {
        devices = List.copyOf(devices);
        joining = List.copyOf(joining);
    }
}
