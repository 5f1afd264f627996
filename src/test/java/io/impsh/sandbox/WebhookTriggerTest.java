package io.impsh.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What blessing and BlinkUp tell the webhooks of the seed. */
class WebhookTriggerTest {
    private final Store store = new Store(new Ids(1));
    private final List<String> calls = new ArrayList<>();
    private final WebhookTrigger trigger = new WebhookTrigger(
            store,
            call -> calls.add(
                    String.join(" ", call.url(), call.contentType(), new String(call.body(), StandardCharsets.UTF_8))));

    WebhookTriggerTest() {
        Seed.plant(store, new Ids(1), SandboxOptions.defaults());
    }

    private Device deviceIn(String group) {
        return store.groups().stream()
                .filter(candidate -> candidate.name().equals(group))
                .findFirst()
                .orElseThrow()
                .devices()
                .inOrder()
                .get(0);
    }

    @Test
    void blessing() {
        Device device = deviceIn("Thermostat field");
        trigger.blessed(device);
        String mac = device.hardware().macAddress().replace(":", "");
        assertThat(calls)
                .containsExactly("https://hooks.example/blessing application/json {\"device_id\":\"" + device.id()
                        + "\",\"imp_id\":\"0c2a69fffe" + mac.substring(6) + "\"}");
    }

    @Test
    void blinkUp() {
        Device device = deviceIn("Tracker pre-production");
        trigger.enrolled(device);
        assertThat(calls)
                .singleElement()
                .asString()
                .matches("https://hooks.example/blinkup"
                        + " application/x-www-form-urlencoded device_id=" + device.id()
                        + "&plan_id="
                        + HexFormat.of().toHexDigits(device.hardware().planId()) + "&token=[0-9a-f]{8}");
    }

    @Test
    void blinkUpOutsideOfProduction() {
        Device device = deviceIn("Line 1");
        trigger.enrolled(device);
        store.unassign(device);
        trigger.enrolled(device);
        assertThat(calls).isEmpty();
    }
}
