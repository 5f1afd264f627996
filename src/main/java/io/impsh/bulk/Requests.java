package io.impsh.bulk;

import io.impsh.api.ImpClient;
import io.impsh.api.NewDeployment;
import io.impsh.api.NewWebhook;
import io.impsh.model.Deployment;
import io.impsh.model.Device;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import io.impsh.model.Webhook;
import java.util.LinkedHashMap;
import java.util.Map;

/** The call of the client that each kind of change takes. Throws what the client throws. */
final class Requests {
    private final ImpClient client;

    Requests(ImpClient client) {
        this.client = client;
    }

    /** @return what it made, or {@code null} */
    EntityRef send(Batch batch) {
        Change change = batch.change();
        EntityRef target = batch.items().get(0).target();
        if (change instanceof Change.Assign assign) {
            client.deviceGroups().assign(assign.to().id(), batch.ids());
        } else if (change instanceof Change.Unassign unassign) {
            unassign(batch, unassign);
        } else if (change instanceof Change.Restart restart) {
            client.devices().restart(target.id(), restart.conditional());
        } else if (change instanceof Change.Rename rename) {
            client.devices().rename(target.id(), rename.name());
        } else if (change instanceof Change.CreateWebhook create) {
            return create(target, create.facts());
        } else if (change instanceof Change.UpdateWebhook update) {
            client.webhooks().update(target.id(), differences(update));
        } else if (change instanceof Change.Remove) {
            remove(target);
        } else {
            client.deployments().update(target.id(), attributes(change));
        }
        return null;
    }

    private void unassign(Batch batch, Change.Unassign unassign) {
        boolean locked = ProductionGroups.isProduction(batch.from());
        String key = locked ? unassign.unbondKey().value() : null;
        client.deviceGroups().unassign(batch.from().id(), batch.ids(), key);
    }

    private static Map<String, Object> attributes(Change change) {
        return change instanceof Change.Retag retag
                ? Map.of("tags", retag.to())
                : Map.of("flagged", change instanceof Change.Flag);
    }

    private EntityRef create(EntityRef group, WebhookFacts facts) {
        NewWebhook wanted = new NewWebhook(group, facts.url(), facts.event(), facts.contentType());
        return client.webhooks().create(wanted).ref();
    }

    private static Map<String, Object> differences(Change.UpdateWebhook update) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        if (!update.to().url().equals(update.from().url())) {
            attributes.put("url", update.to().url());
        }
        if (!update.to().contentType().equals(update.from().contentType())) {
            attributes.put("content_type", update.to().contentType());
        }
        return attributes;
    }

    private void remove(EntityRef target) {
        switch (target.type()) {
            case Device.TYPE -> client.devices().delete(target.id());
            case Product.TYPE -> client.products().delete(target.id());
            case Deployment.TYPE -> client.deployments().delete(target.id());
            case Webhook.TYPE -> client.webhooks().delete(target.id());
            default -> client.deviceGroups().delete(target.id());
        }
    }

    /** @return the copy */
    EntityRef copy(Deployment source, Change.Copy copy) {
        boolean all = copy.all();
        NewDeployment wanted = new NewDeployment(
                copy.to().ref(),
                source.deviceCode(),
                source.agentCode(),
                all ? source.description() : null,
                all ? source.origin() : null,
                all ? source.tags() : null,
                all ? (Boolean) source.flagged() : null);
        return client.deployments().create(wanted).deployment().ref();
    }
}
