package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All deployments, zombies too, in order of creation. Part of the store: whoever uses it holds the store's monitor. */
final class Deployments {
    private final Map<String, Deployment> deployments = new LinkedHashMap<>();

    void add(Deployment deployment) {
        deployments.put(deployment.id(), deployment);
    }

    void clear() {
        deployments.clear();
    }

    void remove(Deployment deployment) {
        deployments.remove(deployment.id());
    }

    Collection<Deployment> all() {
        return deployments.values();
    }

    Optional<Deployment> find(String id, Account caller) {
        return Optional.ofNullable(deployments.get(id)).filter(deployment -> deployment.visibleTo(caller));
    }

    /** Those that the caller may see. */
    List<Deployment> newestFirst(Account caller) {
        List<Deployment> visible = new ArrayList<>();
        for (Deployment deployment : deployments.values()) {
            if (deployment.visibleTo(caller)) {
                visible.add(deployment);
            }
        }
        Collections.reverse(visible);
        return visible;
    }

    /** The same code in the same account is kept once. */
    Program shared(Program program) {
        return deployments.values().stream()
                .map(Deployment::program)
                .filter(known -> known.sha().equals(program.sha()))
                .findFirst()
                .orElse(program);
    }

    boolean anyFlaggedIn(DeviceGroup group) {
        return deployments.values().stream()
                .anyMatch(deployment ->
                        deployment.group() == group && deployment.attributes().flagged());
    }

    /** Makes zombies of its deployments. */
    void lose(DeviceGroup group) {
        for (Deployment deployment : deployments.values()) {
            if (deployment.group() == group) {
                deployment.belongTo(null, deployment.product());
            }
        }
    }

    /** No deployment points to a product that is gone. */
    void lose(Product product) {
        for (Deployment deployment : deployments.values()) {
            if (deployment.product() == product) {
                deployment.belongTo(null, null);
            }
        }
    }
}
