package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracingTest {
    @Test
    void oneLineForEachRequestAndAnswerWithoutSecrets() {
        FakeService service = new FakeService();
        service.answer(200, "{\"access_token\":\"geheim\",\"expires_in\":3600,\"refresh_token\":\"geheim\"}")
                .answer(404, "{\"errors\":[{\"title\":\"Not Found\",\"meta\":{\"login_token\":\"geheim\"}}]}")
                .breakAfterSending()
                .answer(200, FakeService.DEVICE);
        List<String> lines = new ArrayList<>();
        ImpClient client = service.client(
                ClientOptions.of(Endpoint.AWS, CredentialSource.of(new Credentials.Password("jane", "geheim")))
                        .withTrace(lines::add));

        try {
            client.deviceGroups().unassign("g", List.of("d"), "geheim");
        } catch (NotFoundException expected) {
            client.devices().get("d");
        }

        assertThat(lines)
                .containsExactly(
                        "> POST /auth {\"id\":\"jane\",\"password\":\"[hidden]\"}",
                        "< 200 POST /auth 0 ms, 68 characters",
                        "> DELETE /devicegroups/g/relationships/devices (X-Electricimp-Key: [hidden], "
                                + "Authorization: [hidden]) {\"data\":[{\"type\":\"device\",\"id\":\"d\"}]}",
                        "< 404 DELETE /devicegroups/g/relationships/devices 0 ms, 66 characters "
                                + "{\"errors\":[{\"title\":\"Not Found\",\"meta\":{\"login_token\":\"[hidden]\"}}]}",
                        "> GET /devices/d (Authorization: [hidden])",
                        "< no answer GET /devices/d 0 ms: unexpected end of stream",
                        "> GET /devices/d (Authorization: [hidden])",
                        "< 200 GET /devices/d 0 ms, 101 characters");
    }
}
