package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.model.DeviceGroup;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import io.impsh.model.Product;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DryRunTest {
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
        client.devices().restart("d", true);
        client.deviceGroups().assign("g", List.of("d"));
        client.deviceGroups().unassign("g", List.of("d"), "unbond key");
        client.devices().delete("d");

        assertThat(service.requests).isEmpty();
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
        Product product = client.products().create("Pump", "first", null);
        DeviceGroup group = client.deviceGroups()
                .create(new NewDeviceGroup(
                        DeviceGroupType.DEVELOPMENT, product.id(), "Line", null, null, Map.of("A", 1), null, null));
        client.products().update(product.id(), Map.of("name", "Pump 2"));

        assertThat(product.id()).isEqualTo("00000000-0000-0000-0000-000000000001");
        assertThat(group.id()).isEqualTo("00000000-0000-0000-0000-000000000002");
        assertThat(group.product()).isEqualTo(new EntityRef("product", "00000000-0000-0000-0000-000000000001"));
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
        assertThat(service.requests).isEmpty();
    }

    @Test
    void whatWasDeletedAgainIsNotFound() {
        Product product = client.products().create("Pump", null, null);
        client.products().delete(product.id());

        assertThatThrownBy(() -> client.products().get(product.id()))
                .isInstanceOf(NotFoundException.class)
                .hasMessage(
                        "cannot read product 00000000-0000-0000-0000-000000000001: Not Found: nothing of that id was created in this dry run "
                                + "(NF000)");
    }

    @Test
    void aChangeIsLaidOverTheRealThing() {
        service.answer(200, FakeService.DEVICE);

        assertThat(client.devices().rename("d", "Cellar").name()).isEqualTo("Cellar");
        assertThat(service.requests).containsExactly("GET /devices/d");
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
    void secretsAreNotKept() {
        assertThat(Secrets.path(List.of("accounts", "me", "login_keys", "7d8e6670aa285e9d")))
                .isEqualTo("/accounts/me/login_keys/[hidden]");
        assertThat(Secrets.json("{\"data\":{\"type\":\"login_key\",\"id\":\"7d8e6670aa285e9d\",\"password\":\"x\"}}"))
                .isEqualTo("{\"data\":{\"type\":\"login_key\",\"id\":\"[hidden]\",\"password\":\"[hidden]\"}}");
    }
}
