package io.impsh.bulk;

import io.impsh.CountedNoun;
import io.impsh.api.Filter;
import io.impsh.model.Device;
import io.impsh.model.DeviceGroup;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import io.impsh.model.Webhook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Plans the removal of groups and products with what hangs on them, reading that from the service. The order is the
 * vendor's: a build can be deleted only once its group is gone, and be unflagged only as long as it is there.
 */
final class RemovalPlanner {
    private static final int UNASSIGN = 0;
    private static final int UNFLAG = 1;
    private static final int GROUPS_WITH_TARGETS = 2;
    private static final int GROUPS = 3;
    private static final int PRODUCT = 4;
    private static final int BUILDS = 5;

    private final Cloud cloud;
    private final PlanDraft draft;
    private final Removal removal;
    private final Map<String, List<DeviceGroup>> groupsByProduct = new HashMap<>();
    private final Map<Filter, List<Webhook>> webhooksByFilter = new HashMap<>();

    RemovalPlanner(Cloud cloud, PlanDraft draft, Removal removal) {
        this.cloud = cloud;
        this.draft = draft;
        this.removal = removal;
    }

    /** @param groups each once; one that is the target of another that goes, too, goes after it */
    void groups(List<DeviceGroup> groups) {
        groups.forEach(draft::know);
        List<GroupContent> contents = groups.stream().map(this::content).toList();
        Map<String, String> obstacles = obstacles(contents);
        List<GroupContent> going = contents.stream()
                .filter(content -> !obstacles.containsKey(content.group().id()))
                .toList();
        countWebhooks(going, groups.size() == 1 ? StateReader.in(groups.get(0).ref()) : Filter.none());
        prepare(going);
        for (GroupContent content : contents) {
            String obstacle = obstacles.get(content.group().id());
            if (obstacle != null) {
                draft.remove(content.group(), GROUPS, Verdict.refused(obstacle));
            } else {
                draft.remove(content.group(), phase(content), Verdict.GO);
            }
        }
        going.forEach(content -> removeBuilds(content.builds()));
    }

    private GroupContent content(DeviceGroup group) {
        Filter inGroup = StateReader.in(group.ref());
        return new GroupContent(group, devices(inGroup), builds(inGroup));
    }

    /** Why groups cannot go, by their id. A group that stays keeps its targets from going. */
    private Map<String, String> obstacles(List<GroupContent> contents) {
        Set<String> going = new HashSet<>();
        contents.forEach(content -> going.add(content.group().id()));
        Map<String, String> obstacles = new HashMap<>();
        int before;
        do {
            before = obstacles.size();
            for (GroupContent content : contents) {
                String obstacle = obstacle(content, going);
                if (obstacle != null) {
                    obstacles.put(content.group().id(), obstacle);
                    going.remove(content.group().id());
                }
            }
        } while (obstacles.size() > before);
        return obstacles;
    }

    private String obstacle(GroupContent content, Set<String> going) {
        List<DeviceGroup> users = usersOf(content.group()).stream()
                .filter(user -> !going.contains(user.id()))
                .toList();
        return users.isEmpty()
                ? content.obstacle(removal)
                : "it is a target of " + names(users) + "; remove or retarget that first";
    }

    void product(Product product) {
        List<DeviceGroup> groups = groups(product.id());
        groups.forEach(draft::know);
        if (!groups.isEmpty() && !removal.force()) {
            draft.remove(
                    product,
                    PRODUCT,
                    Verdict.refused("it has " + CountedNoun.of(groups.size(), "group")
                            + "; remove({force: true}) removes them first"));
            return;
        }
        List<Build> builds = builds(Filter.none().and("product.id", product.id()));
        List<GroupContent> contents = contents(groups, builds, product);
        List<GroupContent> stuck = contents.stream()
                .filter(content -> content.obstacle(removal) != null)
                .toList();
        if (!stuck.isEmpty()) {
            stuck.forEach(content ->
                    draft.removeWith(product, content.group(), GROUPS, Verdict.refused(content.obstacle(removal))));
            draft.remove(
                    product,
                    PRODUCT,
                    Verdict.refused("group "
                            + names(stuck.stream().map(GroupContent::group).toList()) + " cannot be removed"));
            return;
        }
        countWebhooks(contents, Filter.none());
        prepare(contents);
        List<Build> zombies =
                builds.stream().filter(build -> build.group() == null).toList();
        unflagZombies(zombies);
        contents.forEach(content -> draft.removeWith(product, content.group(), phase(content), Verdict.GO));
        draft.remove(product, PRODUCT, Verdict.GO);
        removeBuilds(builds);
    }

    private List<GroupContent> contents(List<DeviceGroup> groups, List<Build> builds, Product product) {
        if (groups.isEmpty()) {
            return List.of();
        }
        Map<String, List<Device>> devices = devices(Filter.none().and("product.id", product.id())).stream()
                .filter(device -> device.group() != null)
                .collect(Collectors.groupingBy(device -> device.group().id()));
        Map<String, List<Build>> built = builds.stream()
                .filter(build -> build.group() != null)
                .collect(Collectors.groupingBy(build -> build.group().id()));
        return groups.stream()
                .map(group -> new GroupContent(
                        group, devices.getOrDefault(group.id(), List.of()), built.getOrDefault(group.id(), List.of())))
                .toList();
    }

    private void prepare(List<GroupContent> contents) {
        Change unassign = new Change.Unassign(UnbondKey.of(removal.unbondKey()));
        for (GroupContent content : contents) {
            content.devices()
                    .forEach(device ->
                            draft.add(device, unassign, UNASSIGN, Verdicts.unassign(device, removal.unbondKey())));
        }
        contents.forEach(content -> unflag(content.builds()));
    }

    private void unflag(List<Build> builds) {
        builds.stream()
                .filter(Build::flagged)
                .forEach(build -> draft.add(build, new Change.Unflag(), UNFLAG, Verdict.GO));
    }

    /** They keep nothing from being removed, so they matter only when they are to go. */
    private void unflagZombies(List<Build> zombies) {
        if (removal.builds() && removal.force()) {
            unflag(zombies);
        }
    }

    private static int phase(GroupContent content) {
        return content.hasTargets() ? GROUPS_WITH_TARGETS : GROUPS;
    }

    private void removeBuilds(List<Build> builds) {
        if (removal.builds()) {
            builds.forEach(build -> draft.add(build, new Change.Remove(), BUILDS, removable(build)));
        }
    }

    private Verdict removable(Build build) {
        return build.flagged() && !removal.force()
                ? Verdict.refused("it is flagged; remove({force: true, builds: true}) unflags it first")
                : Verdict.GO;
    }

    private List<DeviceGroup> usersOf(DeviceGroup target) {
        if (target.product() == null) {
            return List.of();
        }
        return groups(target.product().id()).stream()
                .filter(group -> !group.id().equals(target.id()))
                .filter(group -> Stream.of(group.productionTarget(), group.dutTarget())
                        .filter(Objects::nonNull)
                        .anyMatch(ref -> ref.id().equals(target.id())))
                .toList();
    }

    private static String names(List<DeviceGroup> groups) {
        return groups.stream().map(DeviceGroup::name).collect(Collectors.joining(", "));
    }

    private List<DeviceGroup> groups(String productId) {
        return groupsByProduct.computeIfAbsent(
                productId, id -> cloud.groups(Filter.none().and("product.id", id)));
    }

    private List<Device> devices(Filter filter) {
        return Cloud.all(cloud.devices(filter, cloud.concurrency()));
    }

    /** Those that stand in the way, and all when all are to go. */
    private List<Build> builds(Filter filter) {
        Filter wanted = removal.builds() ? filter : filter.and("flagged", "true");
        return Cloud.all(cloud.builds(wanted, cloud.concurrency()));
    }

    /** The service removes them with their group. */
    private void countWebhooks(List<GroupContent> contents, Filter filter) {
        if (contents.isEmpty()) {
            return;
        }
        Set<String> ids = new HashSet<>();
        contents.forEach(content -> ids.add(content.group().id()));
        for (Webhook webhook : webhooks(filter)) {
            EntityRef group = webhook.group();
            if (group != null && ids.contains(group.id())) {
                draft.goesWith(group);
            }
        }
    }

    private List<Webhook> webhooks(Filter filter) {
        return webhooksByFilter.computeIfAbsent(
                filter, wanted -> Cloud.all(cloud.webhooks(wanted, cloud.concurrency())));
    }
}
