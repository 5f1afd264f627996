package io.impsh.bulk;

import io.impsh.api.Filter;
import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Tells which builds the service keeps because of their groups: the minimum supported one and all newer ones. Groups are
 * read anew, as a minimum may just have been raised.
 */
final class MinimumBuilds {
    /** Of more groups than this, all are listed. */
    private static final int FEW_GROUPS = 3;

    private final Cloud cloud;
    private final Map<String, DeviceGroup> groups = new HashMap<>();
    private final Map<String, Build> builds = new HashMap<>();

    MinimumBuilds(Cloud cloud, Collection<Build> builds) {
        this.cloud = cloud;
        Set<String> ids = new HashSet<>();
        for (Build build : builds) {
            this.builds.put(build.id(), build);
            if (build.group() != null) {
                ids.add(build.group().id());
            }
        }
        if (ids.size() > FEW_GROUPS) {
            cloud.groups(Filter.none()).forEach(this::know);
        } else {
            ids.stream().map(cloud::group).filter(Objects::nonNull).forEach(this::know);
        }
    }

    private void know(DeviceGroup group) {
        groups.put(group.id(), group);
    }

    /** Why the build cannot be removed, or {@code null}. */
    String obstacle(Build build) {
        DeviceGroup group =
                build.group() == null ? null : groups.get(build.group().id());
        EntityRef minimum = group == null ? null : group.minSupportedDeployment();
        if (minimum == null) {
            return null;
        }
        if (minimum.id().equals(build.id())) {
            return "it is the minimum supported build of " + group.name() + "; only older ones can be removed";
        }
        Build oldest = builds.computeIfAbsent(minimum.id(), cloud::build);
        return oldest != null && build.createdAt().isAfter(oldest.createdAt())
                ? "it is newer than the minimum supported build of " + group.name() + "; only older ones can be removed"
                : null;
    }
}
