package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.electricimp.com/v5, https://api.electricimp.com/v5",
        "https://api.electricimp.com/v5/, https://api.electricimp.com/v5",
        "https://api.electricimp.com, https://api.electricimp.com/v5",
        "https://api.electricimp.com/, https://api.electricimp.com/v5",
        "HTTPS://API.Electricimp.com:8443//, https://api.electricimp.com:8443/v5",
        "https://imp.example.com/cloud/v5//, https://imp.example.com/cloud/v5",
        "http://localhost:3000, http://localhost:3000/v5",
        "http://127.0.0.1:3000/v5, http://127.0.0.1:3000/v5",
        "http://[::1]:3000/v5, http://[::1]:3000/v5",
    })
    void isMadeOfWhatSomebodyTypes(String typed, String endpoint) {
        assertThat(Endpoint.parse(typed)).hasToString(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.electricimp.com",
                "ftp://api.electricimp.com",
                "https://",
                "https://a b",
                "http://10.0.0.1/v5",
                "http://127.0.0.1.example.com/v5",
                "https://user@example.com/v5",
                "https://example.com/v5?x=1"
            })
    void refusesTheRest(String typed) {
        assertThatThrownBy(() -> Endpoint.parse(typed)).extracting("code").isEqualTo("BAD_ENDPOINT");
    }

    @Test
    void saysWhyPlainHttpIsRefused() {
        assertThatThrownBy(() -> Endpoint.parse("http://api.example.com/v5"))
                .hasMessage("plain http is refused except to this machine itself: http://api.example.com/v5");
    }
}
