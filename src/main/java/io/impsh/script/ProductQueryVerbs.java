package io.impsh.script;

import io.impsh.bulk.Removal;
import io.impsh.model.Product;

/** What can be done to many products: it makes a plan and touches nothing. */
final class ProductQueryVerbs {
    private ProductQueryVerbs() {}

    static HostType<Query<Product>> addTo(HostType<Query<Product>> type) {
        return type.method(
                "remove",
                "Plan",
                "Plans to remove them. With groups in them, force unassigns the devices, unflags the builds and removes"
                        + " the groups first; builds removes their builds too.",
                "products.where({name: 'Tracker'}).remove({force: true})",
                (query, call) -> {
                    Removal removal = Plans.removal(call);
                    Plans.refuseUnrestricted(query, call.name());
                    Host host = call.host();
                    return host.objects().plan(Plans.planner(host).removeProducts(query.toList(host), removal));
                },
                ProductVerbs.removal());
    }
}
