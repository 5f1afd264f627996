package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final URI SERVICE = URI.create("https://api.electricimp.com/v5");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                http://proxy:3128               | HTTP  | proxy:3128
                proxy:3128                      | HTTP  | proxy:3128
                http://proxy                    | HTTP  | proxy:80
                http://proxy:3128/              | HTTP  | proxy:3128
                socks5://10.0.0.1               | SOCKS | 10.0.0.1:1080
                http://[::1]:8080               | HTTP  | [::1]:8080
                """)
    void addresses(String value, String type, String address) {
        ProxyAddress proxy = Proxies.of(Map.of("HTTPS_PROXY", value)).to(SERVICE);

        assertThat(proxy.type()).hasToString(type);
        assertThat(proxy).hasToString(address);
        assertThat(proxy.authorization()).isNull();
    }

    @Test
    void aUserAndAPassword() {
        ProxyAddress proxy = Proxies.of(Map.of("https_proxy", "http://jane:s%40e@proxy:3128"))
                .to(SERVICE);

        // jane:s@e
        assertThat(proxy.authorization()).isEqualTo("Basic amFuZTpzQGU=");
        assertThat(proxy).hasToString("proxy:3128");
    }

    @Test
    void lowerCaseCountsFirstAndAnEmptyValueIsNone() {
        assertThat(Proxies.of(Map.of("https_proxy", "http://low:1", "HTTPS_PROXY", "http://high:2"))
                        .to(SERVICE))
                .hasToString("low:1");
        assertThat(Proxies.of(Map.of("https_proxy", "", "HTTPS_PROXY", "http://high:2"))
                        .to(SERVICE))
                .hasToString("high:2");
        assertThat(Proxies.of(Map.of("HTTPS_PROXY", "")).to(SERVICE)).isNull();
        assertThat(Proxies.of(Map.of("HTTP_PROXY", "http://plain:1")).to(SERVICE))
                .isNull();
        assertThat(Proxies.of(Map.of("HTTP_PROXY", "http://plain:1")).to(URI.create("http://example.com/")))
                .hasToString("plain:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "api.electricimp.com",
                "electricimp.com",
                ".electricimp.com",
                "*.electricimp.com",
                "example.com, ELECTRICIMP.com",
                "example.com electricimp.com:443"
            })
    void exceptions(String list) {
        URI service = URI.create("https://api.electricimp.com:443/v5");
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", "http://proxy:1", "NO_PROXY", list));

        assertThat(proxies.to(service)).isNull();
        assertThat(proxies.to(URI.create("https://impcloud.example.org/v5")) == null)
                .isEqualTo(list.equals("*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "imp.com", "electricimp.com:8443", "api.electricimp.com.example.org", " , "})
    void otherHostsAreNoExceptions(String list) {
        URI service = URI.create("https://api.electricimp.com:443/v5");

        assertThat(Proxies.of(Map.of("HTTPS_PROXY", "http://proxy:1", "no_proxy", list))
                        .to(service))
                .hasToString("proxy:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/v5", "http://127.0.0.1/v5", "https://[::1]/v5"})
    void thisMachineIsNeverReachedThroughAProxy(String endpoint) {
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", "http://proxy:1", "HTTP_PROXY", "http://proxy:1"));

        assertThat(proxies.to(URI.create(endpoint))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://proxy:1", "http://", "http://a b:1", "https://proxy:1", "http://x:secret@:1"})
    void whatIsNoAddressIsToldWithoutItsValue(String value) {
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", value));

        assertThatThrownBy(() -> proxies.to(SERVICE))
                .isInstanceOf(UserException.class)
                .hasMessage("the variable HTTPS_PROXY is no address of a proxy");
    }

    @Test
    void aSocksProxyWithAPassword() {
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", "socks5://a:b@proxy"));

        assertThatThrownBy(() -> proxies.to(SERVICE))
                .hasMessage("HTTPS_PROXY names a SOCKS proxy with a password, which is not supported");
    }
}
