package io.impsh.sandbox;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Decides which webhooks are called when something happens, and what they are told. */
final class WebhookTrigger implements StoreListener {
    private final Store store;
    private final Consumer<WebhookCall> sender;

    /** @param sender is called with the store's monitor held */
    WebhookTrigger(Store store, Consumer<WebhookCall> sender) {
        this.store = store;
        this.sender = sender;
    }

    @Override
    public void deployed(Deployment deployment) {
        Map<String, String> payload = new LinkedHashMap<>();
        payload.put("deployment_id", deployment.id());
        payload.put("devicegroup_id", deployment.group().id());
        payload.put("product_id", deployment.product().id());
        payload.put("sha", deployment.program().sha());
        payload.put("created_at", Json.time(deployment.origin().createdAt()));
        fire(deployment.group(), WebhookEvent.DEPLOYMENT, payload);
    }

    @Override
    public void blessed(Device device) {
        Map<String, String> payload = new LinkedHashMap<>();
        payload.put("device_id", device.id());
        payload.put("imp_id", impId(device.hardware().macAddress()));
        fire(device.group(), WebhookEvent.BLESSING, payload);
    }

    /** Only what happens in production is told. */
    @Override
    public void enrolled(Device device) {
        if (device.group() == null || !device.group().type().isProduction()) {
            return;
        }
        Map<String, String> payload = new LinkedHashMap<>();
        payload.put("device_id", device.id());
        payload.put("plan_id", HexFormat.of().toHexDigits(device.hardware().planId()));
        payload.put("token", store.newId().substring(0, 8));
        fire(device.group(), WebhookEvent.BLINKUP, payload);
    }

    /** 16 digits made from the address, as network cards do it. */
    private static String impId(String macAddress) {
        String digits = macAddress.replace(":", "");
        return digits.substring(0, 6) + "fffe" + digits.substring(6);
    }

    private void fire(DeviceGroup group, WebhookEvent event, Map<String, String> payload) {
        for (Webhook webhook : store.webhooks().waiting(group, event)) {
            sender.accept(WebhookCall.of(webhook, payload));
        }
    }
}
