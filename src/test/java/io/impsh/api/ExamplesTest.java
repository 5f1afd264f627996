package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import io.impsh.model.DeviceGroupType;
import io.impsh.model.EntityRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The client reads each form of answer that the service is known to give, and the odd ones that it may give. Each is a
 * file in {@code examples}; what the client makes of it stands below the answer. Written anew with
 * {@code -Dimpsh.write.examples=true}, to be read before it is believed.
 */
@Timeout(60)
class ExamplesTest {
    private static final Path FOLDER = Path.of("src/test/resources/io/impsh/api/examples");
    private static final EntityRef GROUP = new EntityRef(DeviceGroupType.DEVELOPMENT.json(), "g");

    private final MockWebServer server = new MockWebServer();
    private final AtomicReference<AccessToken> last = new AtomicReference<>();

    private interface Call {
        Object on(ImpClient client) throws Exception;
    }

    private static Call done(Consumer<ImpClient> call) {
        return client -> {
            call.accept(client);
            return "done";
        };
    }

    private static final Map<String, Call> CALLS = Map.ofEntries(
            Map.entry("accounts.me", client -> client.accounts().me()),
            Map.entry("accounts.list", client -> client.accounts().list().toList()),
            Map.entry(
                    "refreshTokens.list",
                    client -> client.refreshTokens().list().toList()),
            Map.entry("loginKeys.get", client -> client.loginKeys().get("k")),
            Map.entry("loginKeys.create", client -> client.loginKeys().create("p", null)),
            Map.entry("products.get", client -> client.products().get("p")),
            Map.entry("products.create", client -> client.products().create("P", null, null)),
            Map.entry("products.update", client -> client.products().update("p", Map.of("name", "P"))),
            Map.entry("products.delete", done(client -> client.products().delete("p"))),
            Map.entry("deviceGroups.get", client -> client.deviceGroups().get("g")),
            Map.entry(
                    "deviceGroups.assign", done(client -> client.deviceGroups().assign("g", List.of("one", "two")))),
            Map.entry("deviceGroups.setMinSupportedDeployment", done(client -> client.deviceGroups()
                    .setMinSupportedDeployment("g", "d"))),
            Map.entry("devices.get", client -> client.devices().get("d")),
            Map.entry(
                    "devices.list",
                    client -> client.devices().list(Filter.none()).toList()),
            Map.entry("devices.restart", done(client -> client.devices().restart("d", false))),
            Map.entry("devices.logs", client -> client.devices().logs("d", 20).toList()),
            Map.entry(
                    "devices.history",
                    client -> client.devices().history("d", 20).toList()),
            Map.entry("deployments.get", client -> client.deployments().get("d")),
            Map.entry(
                    "deployments.list",
                    client -> client.deployments().list(Filter.none()).toList()),
            Map.entry("deployments.create", client -> client.deployments()
                    .create(new NewDeployment(GROUP, "", "", null, null, null, null))),
            Map.entry("webhooks.get", client -> client.webhooks().get("w")),
            Map.entry("libraries.list", client -> client.libraries().list().toList()),
            Map.entry("logStream", EventsTold::of));

    private static final Map<String, Credentials> LOGINS = Map.of(
            "login", new Credentials.Password("rosa", "secret"),
            "login.renewed", new Credentials.RefreshToken("r", null),
            "login.key", new Credentials.LoginKey("k"));

    static List<Example> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().map(Example::read).toList();
        }
    }

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isRead(Example example) {
        example.answers().forEach(server::enqueue);

        String told = Told.of(outcome(example.call()));

        if (Boolean.getBoolean("impsh.write.examples")) {
            write(example, told);
        }
        assertThat(told).isEqualTo(example.expected());
        assertThat(server.getRequestCount()).isEqualTo(example.answers().size());
    }

    private Object outcome(String call) {
        try (ImpClient client = client(call)) {
            if (LOGINS.containsKey(call)) {
                client.login();
                AccessToken token = last.get();
                return Arrays.asList(token.token(), token.expiresAt(), token.refreshToken());
            }
            return CALLS.get(call).on(client);
        } catch (UserException failure) {
            return failure;
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private ImpClient client(String call) {
        CredentialSource source = new CredentialSource() {
            @Override
            public Credentials credentials() {
                return LOGINS.getOrDefault(call, new Credentials.Token(new AccessToken("T", null, null)));
            }

            @Override
            public String oneTimeCode() {
                return "123456";
            }

            @Override
            public void renewed(AccessToken token) {
                last.set(token);
            }
        };
        URI endpoint = URI.create(server.url("/v5").toString());
        return ImpClient.connect(ClientOptions.of(endpoint, source), new ManualClock(), null);
    }

    private static void write(Example example, String told) {
        try {
            String text = Files.readString(example.file());
            Files.writeString(example.file(), text.substring(0, text.indexOf("\n=\n") + 3) + told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
