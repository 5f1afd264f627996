package io.impsh.bulk;

import io.impsh.model.Device;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** A function of the script says yes of each device. */
final class FunctionSign implements HealthSign {
    private final DeviceReader reader;
    private final Predicate<Device> isHealthy;
    private final Duration within;
    private final Set<String> healthy = new HashSet<>();
    private String failure;
    private boolean shown;

    FunctionSign(DeviceReader reader, Predicate<Device> isHealthy, Duration within) {
        this.reader = reader;
        this.isHealthy = isHealthy;
        this.within = within;
    }

    @Override
    public void look(List<PlanItem> changed, Duration since) {
        reader.read(missing(changed), DeviceReader::after, this::ask);
        shown = missing(changed).isEmpty();
    }

    /** What the function throws must not take the report of what was done with it. */
    private void ask(PlanItem item, Device device) {
        if (failure != null) {
            return;
        }
        try {
            if (isHealthy.test(device)) {
                healthy.add(device.id());
            }
        } catch (RuntimeException e) {
            failure = "the function failed for " + item.label() + ": " + e.getMessage();
        }
    }

    @Override
    public boolean isShown() {
        return shown;
    }

    @Override
    public List<PlanItem> missing(List<PlanItem> changed) {
        return changed.stream()
                .filter(item -> !healthy.contains(item.target().id()))
                .toList();
    }

    @Override
    public boolean isHopeless() {
        return failure != null;
    }

    @Override
    public Duration patience() {
        return within;
    }

    @Override
    public String complaint(List<PlanItem> changed) {
        if (failure != null) {
            return failure;
        }
        return HealthSign.complaint(missing(changed), changed.size(), "healthy", within) + reader.trouble();
    }
}
