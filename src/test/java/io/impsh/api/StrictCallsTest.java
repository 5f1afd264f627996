package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.model.Deployment;
import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.Entity;
import io.impsh.model.Library;
import io.impsh.model.Product;
import io.impsh.model.Webhook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products, device groups, deployments, webhooks and libraries: what the client sends passes a strict service. */
class StrictCallsTest {
    private final StrictSandbox strict = new StrictSandbox();
    private final ImpClient client = strict.client;

    @AfterEach
    void close() {
        strict.close();
    }

    @Test
    void products() {
        Products products = client.products();
        Product made = products.create("Valve", "for gas", strict.me());

        assertThat(List.of(made.name(), made.description(), made.owner().id()))
                .containsExactly("Valve", "for gas", strict.me());
        assertThat(products.get(made.id())).isEqualTo(made);
        assertThat(products.list(Filter.none().and("owner.id", strict.me())).toList())
                .contains(made);
        Product changed = products.update(made.id(), attributes("name", "Tap", "description", null));
        assertThat(Arrays.asList(changed.name(), changed.description())).containsExactly("Tap", null);
        assertThat(products.update(made.id(), Map.of())).isEqualTo(changed);
        Product plain = products.create("Plain", null, null);
        assertThat(Arrays.asList(plain.description(), plain.owner().id())).containsExactly(null, strict.me());
        products.delete(made.id());
        assertThatThrownBy(() -> products.get(made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsWrittenIsToldAndNothingIsLeftOpen() {
        List<String> told = new ArrayList<>();
        client.onWrite(new WriteListener() {
            @Override
            public void changed(Entity entity) {
                told.add("changed " + entity.name());
            }

            @Override
            public void removed(String collection, String id) {
                told.add("removed from " + collection);
            }
        });

        Product made = client.products().create("Valve", "for gas", strict.me());
        client.products().update(made.id(), attributes("name", "Tap"));
        client.products().delete(made.id());

        assertThat(told).containsExactly("changed Valve", "changed Tap", "removed from products");
        assertThat(client.traffic().open()).isZero();
    }

    @Test
    void aWitnessHearsOfWhatIsSentBesideItsUnwitnessedView() {
        List<String> heard = new ArrayList<>();
        client.witnessWrites(new WriteWitness() {
            @Override
            public long before(SentWrite write) {
                heard.add(write.account() + " " + write.method() + " " + write.path());
                return heard.size();
            }

            @Override
            public void after(long request, WriteAnswer answer) {
                heard.add(request + " " + answer.words() + " " + answer.created());
            }
        });

        Product made = client.products().create("Valve", null, null);
        client.unwitnessed().products().delete(made.id());

        assertThat(heard).containsExactly(strict.me() + " POST /products", "1 accepted " + made.id());
    }

    @ParameterizedTest
    @MethodSource("io.impsh.model.DeviceGroupType#documented")
    void deviceGroupsOfAnyType(DeviceGroupType type) {
        DeviceGroups groups = client.deviceGroups();
        DeviceGroup field = strict.group(type.kind().startsWith("pre") ? "Tracker pre-production" : "Thermostat field");
        DeviceGroup tested = strict.group(type.kind().startsWith("pre") ? "Tracker pre-DUT" : "Thermostat DUT");
        boolean aims = type.isFactory();
        DeviceGroup made = groups.create(new NewDeviceGroup(
                type,
                field.product().id(),
                "Made",
                "of a test",
                type.isProduction() ? "eu" : null,
                Map.of("LINE", 7L),
                aims ? field.ref() : null,
                aims ? tested.ref() : null));

        assertThat(made.groupType()).isEqualTo(type);
        assertThat(List.of(made.name(), made.description(), made.product()))
                .containsExactly("Made", "of a test", field.product());
        assertThat(made.envVars()).containsExactly(Map.entry("LINE", 7L));
        assertThat(Arrays.asList(made.region(), made.loadCodeAfterBlessing()))
                .isEqualTo(type.isProduction() ? List.of("eu", true) : Arrays.asList(null, null));
        assertThat(Arrays.asList(made.productionTarget(), made.dutTarget()))
                .isEqualTo(aims ? List.of(field.ref(), tested.ref()) : Arrays.asList(null, null));
        assertThat(groups.get(made.id())).isEqualTo(made);
        Filter filter = Filter.none()
                .and("product.id", field.product().id())
                .and("type", type.json())
                .and("owner.id", strict.me());
        assertThat(groups.list(filter).toList()).contains(made);

        DeviceGroup changed = groups.update(
                made.ref(),
                attributes("name", "Changed", "description", null, "env_vars", Map.of("TEXT", "é")),
                aims ? Map.of("dut_target", tested.ref()) : Map.of());
        assertThat(Arrays.asList(changed.name(), changed.description(), changed.envVars()))
                .containsExactly("Changed", null, Map.of("TEXT", "é"));
        if (type.isProduction()) {
            assertThat(groups.update(made.ref(), attributes("load_code_after_blessing", false), Map.of())
                            .loadCodeAfterBlessing())
                    .isFalse();
        }
        groups.restart(made.id(), false);
        groups.restart(made.id(), true);
        groups.delete(made.id());
        assertThatThrownBy(() -> groups.get(made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void deployments() {
        Deployments deployments = client.deployments();
        DeviceGroup line = strict.group("Line 1");
        CreatedDeployment created = deployments.create(new NewDeployment(
                line.ref(), "server.log(\"é\");\r\n", "// agent", "first", "git:1", List.of("RC1", "v*"), true));
        Deployment made = created.deployment();

        assertThat(created.warnings()).isEmpty();
        assertThat(List.of(made.deviceCode(), made.agentCode(), made.description(), made.origin()))
                .containsExactly("server.log(\"é\");\r\n", "// agent", "first", "git:1");
        assertThat(made.tags()).containsExactly("RC1", "v*");
        assertThat(made.flagged()).isTrue();
        assertThat(made.group()).isEqualTo(line.ref());
        assertThat(deployments.get(made.id())).isEqualTo(made);
        Filter filter = Filter.none()
                .and("owner.id", strict.me())
                .and("creator.id", strict.me())
                .and("product.id", line.product().id())
                .and("devicegroup.id", line.id())
                .and("sha", made.sha())
                .and("flagged", "true")
                .and("flagger.id", strict.me())
                .and("tags", "RC1,v*");
        assertThat(deployments.list(filter).toList()).containsExactly(made);

        Deployment changed =
                deployments.update(made.id(), attributes("flagged", false, "tags", List.of(), "description", null));
        assertThat(Arrays.asList(changed.flagged(), changed.tags(), changed.description(), changed.flagger()))
                .containsExactly(false, List.of(), null, null);
        Deployment bare = deployments
                .create(new NewDeployment(line.ref(), "", "", null, null, null, null))
                .deployment();
        client.deviceGroups().setMinSupportedDeployment(line.id(), bare.id());
        assertThat(client.deviceGroups().get(line.id()).minSupportedDeployment())
                .isEqualTo(bare.ref());
        deployments.delete(made.id());
        assertThatThrownBy(() -> deployments.get(made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void webhooks() {
        Webhooks webhooks = client.webhooks();
        DeviceGroup line = strict.group("Line 1");
        Webhook made =
                webhooks.create(new NewWebhook(line.ref(), "http://127.0.0.1:9/hook", "deployment", Webhook.JSON));

        assertThat(List.of(made.url(), made.event(), made.contentType(), made.group()))
                .containsExactly("http://127.0.0.1:9/hook", "deployment", "application/json", line.ref());
        assertThat(webhooks.get(made.id())).isEqualTo(made);
        assertThat(webhooks.list(Filter.none().and("devicegroup.id", line.id())).toList())
                .containsExactly(made);
        Webhook changed =
                webhooks.update(made.id(), attributes("url", "http://127.0.0.1:9/other", "content_type", Webhook.FORM));
        assertThat(List.of(changed.url(), changed.contentType()))
                .containsExactly("http://127.0.0.1:9/other", "application/x-www-form-urlencoded");
        webhooks.delete(made.id());
        assertThatThrownBy(() -> webhooks.get(made.id())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void libraries() {
        Library first = client.libraries().list().toList().get(0);

        assertThat(first.name()).isEqualTo("Promise.lib.nut");
        assertThat(first.supported()).isTrue();
        assertThat(first.versions()).startsWith("Promise.lib.nut:4.0.0");
    }

    @Test
    void listsAreWalkedPageByPage() {
        PagedIterable<?> all = client.devices().list(Filter.none());
        int count = 0;
        try (PagedIterator<?> walk = all.ahead(2).iterator()) {
            walk.readAhead();
            assertThat(walk.isFetched()).isTrue();
            assertThat(walk.atLeast()).isEqualTo(200);
            for (; walk.hasNext(); walk.next()) {
                count++;
            }
        }

        assertThat(count).isEqualTo(250).isEqualTo(all.toList().size());
    }

    /** In the order they are said in; a map that takes {@code null}, which clears an attribute. */
    private static Map<String, Object> attributes(Object... namesAndValues) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return attributes;
    }
}
