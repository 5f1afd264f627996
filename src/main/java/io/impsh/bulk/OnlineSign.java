package io.impsh.bulk;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The devices have a connection again. Those that had none before the wave are not asked about. */
final class OnlineSign implements HealthSign {
    private final DeviceReader reader;
    private final Duration within;
    private final Set<String> offBefore = new HashSet<>();
    private final Set<String> seen = new HashSet<>();
    private boolean shown;

    OnlineSign(DeviceReader reader, Duration within) {
        this.reader = reader;
        this.within = within;
    }

    @Override
    public void before(List<PlanItem> items) {
        reader.read(items, DeviceReader::before, (item, device) -> {
            if (!device.online()) {
                offBefore.add(device.id());
            }
        });
    }

    @Override
    public void look(List<PlanItem> changed, Duration since) {
        reader.read(missing(changed), DeviceReader::after, (item, device) -> {
            if (device.online()) {
                seen.add(device.id());
            }
        });
        shown = missing(changed).isEmpty();
    }

    @Override
    public boolean isShown() {
        return shown;
    }

    @Override
    public List<PlanItem> missing(List<PlanItem> changed) {
        return changed.stream()
                .filter(item -> !offBefore.contains(item.target().id())
                        && !seen.contains(item.target().id()))
                .toList();
    }

    @Override
    public Duration patience() {
        return within;
    }

    @Override
    public String complaint(List<PlanItem> changed) {
        return HealthSign.complaint(missing(changed), changed.size(), "online", within) + reader.trouble();
    }
}
