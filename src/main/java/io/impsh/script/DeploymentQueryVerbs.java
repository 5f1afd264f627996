package io.impsh.script;

import io.impsh.bulk.Plan;
import io.impsh.bulk.Planner;
import io.impsh.bulk.Removal;
import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroup;
import java.util.List;
import java.util.function.BiFunction;

/** What can be done to many builds: each makes a plan and touches nothing. */
final class DeploymentQueryVerbs {
    private DeploymentQueryVerbs() {}

    static HostType<Query<Deployment>> addTo(HostType<Query<Deployment>> type) {
        addMarks(type);
        return type.method(
                        "copyTo",
                        "Plan",
                        "Plans to deploy their code to a group, the oldest first and one after the other. Nothing restarts."
                                + " What the group's newest build is already is left alone.",
                        "deployments.where({tag: 'v0.9'}).copyTo('Line 2', {all: true})",
                        (query, call) -> {
                            DeviceGroup group = DeviceVerbs.group(call);
                            boolean all = call.options(1).flag("all");
                            return plan(query, call, (planner, builds) -> planner.copy(builds, group, all));
                        },
                        DeviceVerbs.GROUP,
                        DeploymentVerbs.COPY)
                .method(
                        "remove",
                        "Plan",
                        "Plans to remove them. Flagged ones are refused unless force unflags them; so are a group's"
                                + " minimum supported build and all newer ones.",
                        "deployments.where({zombie: true}).remove({force: true})",
                        (query, call) -> {
                            Removal removal = new Removal(call.options(0).flag("force"), false, null);
                            return plan(query, call, (planner, builds) -> planner.removeBuilds(builds, removal));
                        },
                        DeploymentVerbs.FORCE);
    }

    private static void addMarks(HostType<Query<Deployment>> type) {
        type.method(
                        "flag",
                        "Plan",
                        "Plans to make them safe from removal: a flagged build is not removed without force.",
                        "deployments.where({group: 'Line 1'}).flag()",
                        (query, call) -> plan(query, call, Planner::flag))
                .method(
                        "unflag",
                        "Plan",
                        "Plans to take their flags away, so that they can be removed.",
                        "deployments.where({group: 'Line 1', flagged: true}).unflag()",
                        (query, call) -> plan(query, call, Planner::unflag))
                .method(
                        "addTags",
                        "Plan",
                        "Plans to add tags behind those that they have.",
                        "deployments.where({group: 'Line 1'}).addTags('RC1', 'v1.0')",
                        (query, call) -> {
                            List<String> tags = DeploymentVerbs.tags(call);
                            return plan(query, call, (planner, builds) -> planner.addTags(builds, tags));
                        },
                        DeploymentVerbs.TAGS)
                .method(
                        "removeTags",
                        "Plan",
                        "Plans to take tags away.",
                        "deployments.where({tag: 'v0.9'}).removeTags('v0.9')",
                        (query, call) -> {
                            List<String> tags = DeploymentVerbs.tags(call);
                            return plan(query, call, (planner, builds) -> planner.removeTags(builds, tags));
                        },
                        DeploymentVerbs.TAGS);
    }

    /** Builds are handed on one by one: with their code, all of them may be more than memory holds. */
    private static Object plan(
            Query<Deployment> query, Call call, BiFunction<Planner, Iterable<Deployment>, Plan> make) {
        Plans.refuseUnrestricted(query, call.name());
        Host host = call.host();
        Planner planner = Plans.planner(host);
        Plan plan = query.walk(host, builds -> make.apply(planner, () -> builds));
        return host.objects().plan(plan, query);
    }
}
