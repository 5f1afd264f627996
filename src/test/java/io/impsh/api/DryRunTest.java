package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DryRunTest {
    private static final String ME = "{\"data\":{\"type\":\"account\",\"id\":\"a1\",\"attributes\":{}}}";

    private final FakeService service = new FakeService();
    private final ImpClient client = service.client(FakeService.options().withDryRun(true));

    @Test
    void readsGoThrough() {
        service.answer(200, FakeService.DEVICE);

        assertThat(client.devices().get("d").name()).isEqualTo("Kitchen");
        assertThat(client.recordedWrites()).isEmpty();
        assertThat(client.isDryRun()).isTrue();
    }

    @Test
    void writesAreRecordedInOrderAndNotSent() {
        service.answer(200, "{\"data\":{\"type\":\"development_devicegroup\",\"id\":\"g\",\"attributes\":{}}}");

        client.devices().restart("d", true);
        client.deviceGroups().assign("g", List.of("d"));
        client.deviceGroups().unassign("g", List.of("d"), "unbond key");
        client.devices().delete("d");

        assertThat(service.requests).containsExactly("GET /devicegroups/g");
        assertThat(client.recordedWrites())
                .containsExactly(
                        new RecordedWrite("POST", "/devices/d/conditional_restart", null),
                        new RecordedWrite(
                                "POST",
                                "/devicegroups/g/relationships/devices",
                                "{\"data\":[{\"type\":\"device\",\"id\":\"d\"}]}"),
                        new RecordedWrite(
                                "DELETE",
                                "/devicegroups/g/relationships/devices",
                                "{\"data\":[{\"type\":\"device\",\"id\":\"d\"}]}"),
                        new RecordedWrite("DELETE", "/devices/d", null));
    }

    @Test
    void whatWouldBeCreatedCanBeReadChangedAndFilteredBy() {
        service.answer(200, ME);
        Product product = client.products().create("Pump", "first", null);
        DeviceGroup group = client.deviceGroups()
                .create(new NewDeviceGroup(
                        DeviceGroupType.DEVELOPMENT, product.id(), "Line", null, null, Map.of("A", 1), null, null));
        client.products().update(product.id(), Map.of("name", "Pump 2"));

        assertThat(product.id()).isEqualTo("00000000-0000-0000-0000-000000000001");
        assertThat(group.id()).isEqualTo("00000000-0000-0000-0000-000000000002");
        assertThat(group.product()).isEqualTo(new EntityRef("product", "00000000-0000-0000-0000-000000000001"));
        assertThat(List.of(product.owner(), product.creator(), group.owner(), group.creator()))
                .containsOnly(new EntityRef("account", "a1"));
        assertThat(client.products().get("00000000-0000-0000-0000-000000000001"))
                .extracting(Product::name, Product::description)
                .containsExactly("Pump 2", "first");
        assertThat(client.deviceGroups().get("00000000-0000-0000-0000-000000000002"))
                .isEqualTo(group);
        assertThat(client.deviceGroups()
                        .list(Filter.none().and("product.id", "00000000-0000-0000-0000-000000000001"))
                        .toList())
                .containsExactly(group);
        assertThat(client.deviceGroups()
                        .list(Filter.none().and("product.id", "00000000-0000-0000-0000-000000000007"))
                        .toList())
                .isEmpty();
        assertThat(service.requests).containsExactly("GET /accounts/me");
        assertThat(client.recordedWrites())
                .extracting(RecordedWrite::method, RecordedWrite::path, RecordedWrite::created)
                .containsExactly(
                        tuple("POST", "/products", "00000000-0000-0000-0000-000000000001"),
                        tuple("POST", "/devicegroups", "00000000-0000-0000-0000-000000000002"),
                        tuple("PATCH", "/products/00000000-0000-0000-0000-000000000001", null));
    }

    @Test
    void whatWasDeletedAgainIsNotFound() {
        service.answer(200, ME);
        Product product = client.products().create("Pump", null, null);
        client.products().delete(product.id());

        assertThatThrownBy(() -> client.products().get(product.id()))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(
                        "cannot read product 00000000-0000-0000-0000-000000000001: Not Found: nothing of that id was created in this dry run,"
                                + " or it was removed again (NF000)");
    }

    @Test
    void aChangeIsLaidOverTheRealThing() {
        service.answer(200, FakeService.DEVICE);

        assertThat(client.devices().rename("d", "Cellar").name()).isEqualTo("Cellar");
        assertThat(service.requests).containsExactly("GET /devices/d");
        service.answer(200, FakeService.DEVICE);
        assertThat(client.devices().get("0c:2a:69:00:00:01").name()).isEqualTo("Cellar");
        assertThat(client.recordedWrites())
                .containsExactly(new RecordedWrite(
                        "PATCH",
                        "/devices/d",
                        "{\"data\":{\"type\":\"device\",\"id\":\"d\",\"attributes\":{\"name\":\"Cellar\"}}}"));
    }

    @Test
    void aChangeOfWhatIsNotThereFailsAsItWould() {
        service.answer(404, "{\"errors\":[{\"title\":\"Not Found\",\"detail\":\"no\"}]}");

        assertThatThrownBy(() -> client.devices().rename("d", null))
                .hasMessage("cannot rename device d: Not Found: no");
    }

    @Test
    void aPageWhoseRowsAreAllRemovedIsNotTheEnd() {
        service.always(request -> {
            int page = Integer.parseInt(request.query().get(0).getValue());
            String next =
                    page < 3 ? "\"next\":\"https://x/v5/products?page[number]=" + (page + 1) + "&page[size]=1\"" : "";
            return service.response(
                    200,
                    Map.of(),
                    "{\"data\":[{\"type\":\"product\",\"id\":\"p" + page + "\",\"attributes\":{\"name\":\"P" + page
                            + "\"}}],\"links\":{" + next + "}}");
        });

        client.products().delete("p1");
        client.products().delete("p2");

        assertThat(client.products().list(Filter.none()).toList())
                .extracting(Product::name)
                .containsExactly("P3");
    }

    @Test
    void theNamesForTabAreThoseOfTheServiceAlone() {
        service.answer(200, ME).answer(200, "{\"data\":[],\"links\":{}}");
        client.products().create("Pump", null, null);

        assertThat(client.with(Priority.INDEX).products().list(Filter.none()).toList())
                .isEmpty();
    }

    @Test
    void codeIsRecordedByItsSizeAndDigest() {
        service.answer(404, "{}");
        EntityRef group = new EntityRef(DeviceGroupType.DEVELOPMENT.json(), "g");

        assertThatThrownBy(() -> client.deployments()
                        .create(new NewDeployment(group, "abc", null, null, null, List.of(), false)))
                .isInstanceOf(NotFoundException.class);

        assertThat(client.recordedWrites().get(0).body())
                .contains("\"device_code\":\"[3 characters, sha-256 ba7816bf8f01cfea414140de5dae2223]\"");
    }

    @Test
    void secretsAreNotKept() {
        assertThat(Secrets.path(List.of("accounts", "me", "login_keys", "7d8e6670aa285e9d")))
                .isEqualTo("/accounts/me/login_keys/[hidden]");
        assertThat(Secrets.json("{\"data\":{\"type\":\"login_key\",\"id\":\"7d8e6670aa285e9d\",\"password\":\"x\"}}"))
                .isEqualTo("{\"data\":{\"type\":\"login_key\",\"id\":\"[hidden]\",\"password\":\"[hidden]\"}}");
    }
}
