package io.impsh.sandbox;

import java.util.Arrays;
import java.util.List;

/** Which deployments a list call wants. */
final class DeploymentQuery {
    private final Store store;
    private final Call call;
    private final List<String> tags;

    DeploymentQuery(Store store, Call call) {
        this.store = store;
        this.call = call;
        String wanted = call.filter("tags");
        this.tags = wanted == null ? List.of() : Arrays.asList(wanted.split(","));
    }

    /** Newest first. */
    List<Deployment> deployments() {
        return store.deployments().newestFirst(call.caller()).stream()
                .filter(this::wanted)
                .toList();
    }

    private boolean wanted(Deployment deployment) {
        return accepts("owner.id", deployment.origin().owner())
                && accepts("creator.id", deployment.origin().creator())
                && accepts("product.id", deployment.product())
                && accepts("devicegroup.id", deployment.group())
                && call.accepts("sha", deployment.program().sha())
                && acceptsFlag(deployment.attributes().flagged())
                && accepts("flagger.id", deployment.flagger())
                && deployment.attributes().tags().containsAll(tags);
    }

    /** What is not there fits no filter. */
    private boolean accepts(String filter, Resource related) {
        String wanted = call.filter(filter);
        return wanted == null || related != null && related.id().equals(wanted);
    }

    private boolean acceptsFlag(boolean flagged) {
        return "any".equals(call.filter("flagged")) || call.accepts("flagged", Boolean.toString(flagged));
    }
}
