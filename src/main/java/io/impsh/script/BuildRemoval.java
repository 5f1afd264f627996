package io.impsh.script;

import io.impsh.UserException;
import io.impsh.bulk.Question;
import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import java.util.List;
import java.util.Map;

/** Removes one build. What the service would refuse is found before anything is asked or changed, and told in words. */
final class BuildRemoval {
    private final Handle<Deployment> handle;
    private final Host host;

    BuildRemoval(Handle<Deployment> handle, Host host) {
        this.handle = handle;
        this.host = host;
    }

    Object remove(boolean force) {
        Deployment build = handle.reload(host);
        if (build.flagged() && !force) {
            throw new UserException(
                    "REFUSED",
                    "the build " + BuildLookup.label(build) + " is flagged, so it cannot be removed",
                    "unflag() it first, or remove({force: true})");
        }
        refuseIfSupported(build);
        host.confirmOrStop(new Question(
                "The build " + BuildLookup.label(build) + " is removed. Go on?",
                List.of(BuildLookup.label(build) + "  " + build.id()),
                1,
                false));
        if (build.flagged()) {
            DeploymentVerbs.change(handle, Map.of("flagged", false), host);
        }
        host.beforeWrite();
        host.client().deployments().delete(build.id());
        host.directory().changed(EntityKinds.BUILD);
        return GuestValues.UNDEFINED;
    }

    /** Before a flag is taken off for nothing. The group is read anew: its minimum may just have been raised. */
    private void refuseIfSupported(Deployment build) {
        if (build.group() == null || build.createdAt() == null) {
            return;
        }
        DeviceGroup group = EntityKinds.GROUP.get(host.client(), build.group().id());
        EntityRef minimum = group.minSupportedDeployment();
        if (minimum == null) {
            return;
        }
        if (minimum.id().equals(build.id())) {
            throw refusal("is the minimum supported build of " + group.name(), build);
        }
        Deployment oldest = host.client().deployments().get(minimum.id());
        if (oldest.createdAt() != null && build.createdAt().isAfter(oldest.createdAt())) {
            throw refusal("is newer than " + oldest.name() + ", the minimum supported build of " + group.name(), build);
        }
    }

    private static UserException refusal(String why, Deployment build) {
        return new UserException(
                "REFUSED",
                "the build " + BuildLookup.label(build) + " " + why + ", so it cannot be removed",
                "only builds older than the minimum can be; setMinSupported(build) of the group raises it");
    }
}
