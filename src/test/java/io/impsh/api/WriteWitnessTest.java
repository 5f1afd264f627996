package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteWitnessTest {
    private static final String ME = "{\"data\":{\"type\":\"account\",\"id\":\"a1\",\"attributes\":{}}}";
    private static final String ENDPOINT = Endpoint.AWS.toString();

    private final FakeService service = new FakeService();
    private final Witness witness = new Witness();
    private final ImpClient client = service.client();

    /** Notes what it hears. */
    private static final class Witness implements WriteWitness {
        private final List<Object> heard = new ArrayList<>();

        @Override
        public long before(SentWrite write) {
            heard.add(write);
            return heard.size();
        }

        @Override
        public void after(long request, WriteAnswer answer) {
            heard.add(request + " " + answer);
        }
    }

    @BeforeEach
    void witness() {
        client.witnessWrites(witness);
    }

    @Test
    void readsAreNotTold() {
        service.answer(200, FakeService.DEVICE);

        client.devices().get("d");

        assertThat(witness.heard).isEmpty();
        assertThat(service.requests).containsExactly("GET /devices/d");
    }

    @Test
    void aWriteIsToldBeforeItIsSentAndAfterItsAnswer() {
        service.answer(200, ME)
                .then(request -> {
                    assertThat(witness.heard).hasSize(1);
                    return service.response(204, Map.of(), "");
                })
                .answer(204, "");

        client.devices().restart("d", false);
        client.devices().delete("d");

        assertThat(service.requests)
                .containsExactly("GET /accounts/me", "POST /devices/d/restart", "DELETE /devices/d");
        assertThat(witness.heard)
                .containsExactly(
                        new SentWrite(ENDPOINT, "a1", "POST", "/devices/d/restart", null),
                        "1 WriteAnswer[status=204, words=accepted, created=null, tries=1]",
                        new SentWrite(ENDPOINT, "a1", "DELETE", "/devices/d", null),
                        "3 WriteAnswer[status=204, words=accepted, created=null, tries=1]");
    }

    @Test
    void whatWasMadeIsToldAndOfCodeOnlySizeAndDigest() {
        service.answer(200, ME)
                .answer(201, "{\"data\":{\"type\":\"deployment\",\"id\":\"b1\",\"attributes\":{\"sha\":\"5\"}}}");
        EntityRef group = new EntityRef(DeviceGroupType.DEVELOPMENT.json(), "g");

        client.deployments().create(new NewDeployment(group, "abc", "", null, null, List.of(), false));

        assertThat(witness.heard)
                .containsExactly(
                        new SentWrite(
                                ENDPOINT,
                                "a1",
                                "POST",
                                "/deployments",
                                "{\"data\":{\"type\":\"deployment\",\"attributes\":{"
                                        + "\"device_code\":\"[3 characters, sha-256 ba7816bf8f01cfea414140de5dae2223]\","
                                        + "\"agent_code\":\"[0 characters, sha-256 e3b0c44298fc1c149afbf4c8996fb924]\","
                                        + "\"tags\":[],\"flagged\":false},\"relationships\":{\"devicegroup\":"
                                        + "{\"type\":\"development_devicegroup\",\"id\":\"g\"}}}}"),
                        "1 WriteAnswer[status=201, words=accepted, created=b1, tries=1]");
    }

    @Test
    void aRefusalIsToldInTheServicesWordsWithoutSecretsThatItQuotes() {
        service.answer(200, ME)
                .answer(
                        403,
                        "{\"errors\":[{\"title\":\"Forbidden\",\"detail\":\"'unbond key' is not the key\",\"code\":\"CX1\"}]}");

        assertThatThrownBy(() -> client.deviceGroups().unassign("g", List.of("d"), "unbond key"))
                .isInstanceOf(ApiException.class);

        assertThat(witness.heard)
                .containsExactly(
                        new SentWrite(
                                ENDPOINT,
                                "a1",
                                "DELETE",
                                "/devicegroups/g/relationships/devices",
                                "{\"data\":[{\"type\":\"device\",\"id\":\"d\"}]}"),
                        "1 WriteAnswer[status=403, words=Forbidden: '[hidden]' is not the key (CX1), created=null, tries=1]");
    }

    @Test
    void repeatsAreOneWrite() {
        service.answer(200, ME).answer(500, "").refuseConnection().answer(200, FakeService.DEVICE);

        client.devices().rename("d", "Kitchen");

        assertThat(witness.heard.get(1)).isEqualTo("1 WriteAnswer[status=200, words=accepted, created=null, tries=3]");
        assertThat(witness.heard).hasSize(2);
    }

    @Test
    void aLostAnswerIsTold() {
        service.answer(200, ME).breakAfterSending();

        assertThatThrownBy(() -> client.devices().restart("d", false)).isInstanceOf(LostAnswerException.class);

        assertThat(witness.heard.get(1))
                .isEqualTo(
                        "1 WriteAnswer[status=null, words=no answer: cannot tell whether this was done: restart device"
                                + " d: the connection broke: the service closed it, created=null, tries=0]");
    }

    @Test
    void idsOfKeysAreInNoLine() {
        service.answer(200, ME)
                .answer(201, "{\"data\":{\"type\":\"login_key\",\"id\":\"7d8e6670aa285e9d\",\"attributes\":{}}}")
                .answer(204, "");

        client.loginKeys().create("my password", "for tests");
        client.loginKeys().delete("7d8e6670aa285e9d", "my password");

        assertThat(witness.heard)
                .containsExactly(
                        new SentWrite(
                                ENDPOINT,
                                "a1",
                                "POST",
                                "/accounts/me/login_keys",
                                "{\"data\":{\"type\":\"login_key\",\"attributes\":{\"description\":\"for tests\"}}}"),
                        "1 WriteAnswer[status=201, words=accepted, created=null, tries=1]",
                        new SentWrite(ENDPOINT, "a1", "DELETE", "/accounts/me/login_keys/[hidden]", null),
                        "3 WriteAnswer[status=204, words=accepted, created=null, tries=1]");
    }

    @Test
    void anAccountThatTheServiceDoesNotTellKeepsNoWriteBack() {
        service.answer(403, "{}").answer(204, "");

        client.devices().delete("d");

        assertThat(witness.heard.get(0)).isEqualTo(new SentWrite(ENDPOINT, null, "DELETE", "/devices/d", null));
    }

    @Test
    void anUnwitnessedViewIsNotTold() {
        service.always(request -> service.response(204, Map.of(), ""));

        client.unwitnessed()
                .with(Priority.BULK)
                .with(new Cancellation())
                .devices()
                .delete("d");

        assertThat(witness.heard).isEmpty();
        assertThat(service.requests).containsExactly("DELETE /devices/d");
    }

    @Test
    void aDryRunIsNotTold() {
        ImpClient dry = service.client(FakeService.options().withDryRun(true));
        dry.witnessWrites(witness);

        dry.devices().restart("d", false);

        assertThat(witness.heard).isEmpty();
    }
}
