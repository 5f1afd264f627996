package io.impsh.logs;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.api.Cancellation;
import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.Filter;
import io.impsh.api.ImpClient;
import io.impsh.model.Device;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** With the service's own rules, as far as they are known. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class StreamsOfTheSandboxTest {
    private final List<AutoCloseable> open = new ArrayList<>();
    private Sandbox sandbox;

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private void sandbox(SandboxOptions options) {
        sandbox = Sandbox.start(options);
        open.add(sandbox);
    }

    private ImpClient client() {
        Credentials.Password login = new Credentials.Password(sandbox.user(), sandbox.password());
        ImpClient client = ImpClient.connect(ClientOptions.of(sandbox.baseUrl(), CredentialSource.of(login)));
        open.add(client);
        return client;
    }

    private StreamSet set(ImpClient client, int streams, Heard heard) {
        StreamSet set = new StreamSet(() -> client, LiveLogsOptions.defaults().withMaxStreams(streams), heard);
        open.add(set);
        return set;
    }

    private static List<String> ids(ImpClient client) {
        return client.devices().list(Filter.none()).toList().stream()
                .map(Device::id)
                .toList();
    }

    @Test
    void eightOfFiveHundredDevicesAreLiveAndStaySo() throws Exception {
        sandbox(SandboxOptions.defaults().withDevices(500).withoutRateLimit());
        ImpClient client = client();
        List<String> devices = ids(client);
        Heard heard = new Heard();
        StreamSet set = set(client, 1, heard);

        set.want(devices);
        set.awaitSettled(Cancellation.none());
        heard.await("standing");
        int told = heard.told().size();
        client.sideDoor().log(devices.get(7), "server.log", "the eighth");
        heard.await("line " + devices.get(7) + " the eighth");

        assertThat(set.live()).isEqualTo(new HashSet<>(devices.subList(0, 8)));
        assertThat(heard.told()).hasSize(told + 1);
    }

    @Test
    void ofTwoShellsTheFirstTakesItsStreamBackOnceAndThenLeavesItToTheOther() throws Exception {
        sandbox(SandboxOptions.defaults().withStreams(1).withDevices(10).withoutRateLimit());
        ImpClient client = client();
        List<String> devices = ids(client).subList(0, 2);
        Heard one = new Heard();
        Heard other = new Heard();
        StreamSet first = set(client, 1, one);
        StreamSet second = set(client(), 1, other);
        first.want(devices);
        first.awaitSettled(Cancellation.none());
        one.await("standing");

        second.want(devices);
        one.await("Taken[reopening=false]");
        other.await("standing", 2);

        assertThat(one.events())
                .containsExactly("standing", "Taken[reopening=true]", "standing", "Taken[reopening=false]");
        assertThat(other.events()).containsExactly("standing", "Taken[reopening=true]", "standing");
        assertThat(first.live()).isEmpty();
        assertThat(second.live()).isEqualTo(new HashSet<>(devices));
    }

    @Test
    void anAccessTokenThatExpiresIsRenewedByTheNextDevice() throws Exception {
        Duration life = Duration.ofSeconds(2);
        sandbox(SandboxOptions.defaults().withDevices(10).withTokenLife(life).withoutRateLimit());
        ImpClient client = client();
        List<String> devices = ids(client);
        Heard heard = new Heard();
        StreamSet set = set(client, 1, heard);
        set.want(devices.subList(0, 1));
        set.awaitSettled(Cancellation.none());
        long since = System.nanoTime();
        heard.await(() -> System.nanoTime() - since > life.toNanos(), "time stands still");

        set.want(devices.subList(0, 2));
        set.awaitSettled(Cancellation.none());

        assertThat(heard.told()).containsExactly("live " + devices.get(0), "standing", "live " + devices.get(1));
    }

    @Test
    void severalStreamsGiveEachLineOfTheirDevicesOnce() throws Exception {
        sandbox(SandboxOptions.defaults()
                .withStreams(4)
                .withDevices(32)
                .withLogRate(2000)
                .withoutRateLimit());
        ImpClient client = client();
        List<String> devices = ids(client);
        Heard heard = new Heard();
        StreamSet set = set(client, 4, heard);

        set.want(devices);
        heard.await("standing");
        heard.await(() -> heard.told().size() > 4000, "few lines");
        set.close();

        assertThat(set.live()).isEmpty();
        assertThat(heard.live()).hasSize(32);
        List<String> lines =
                heard.told().stream().filter(what -> what.startsWith("line ")).toList();
        assertThat(lines.stream().filter(line -> line.contains(" reading "))).doesNotHaveDuplicates();
    }
}
