package io.impsh.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.api.ImpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class StreamSetTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Heard heard = new Heard();
    private final List<AutoCloseable> open = new ArrayList<>();
    private FakeStreams service;

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    private FakeStreams service(int devices, int streams) throws Exception {
        service = new FakeStreams(devices, streams);
        open.add(service);
        return service;
    }

    private StreamSet set(int streams) {
        return set(streams, service.client(MINUTE), StreamPatience.USUAL);
    }

    private StreamSet set(int streams, ImpClient client, StreamPatience patience) {
        LiveLogsOptions options = LiveLogsOptions.defaults().withMaxStreams(streams);
        StreamSet set = new StreamSet(() -> client, options, heard, patience);
        open.add(set);
        return set;
    }

    /** The first devices on one stream, which carries eight. */
    private StreamSet live(int devices) throws Exception {
        service(8, 1);
        StreamSet set = set(1);
        set.want(devices(devices));
        settle(set);
        return set;
    }

    private void settle(StreamSet set) throws InterruptedException {
        set.awaitSettled(Cancellation.none());
        heard.await("standing");
    }

    private static List<String> devices(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "d" + i).toList();
    }

    private static Set<String> first(int count) {
        return new LinkedHashSet<>(devices(count));
    }

    @Test
    void devicesAreLiveAndTheirLinesCome() throws Exception {
        StreamSet set = live(2);

        service.message("d1", "one");
        service.message("d2", "two");

        heard.await("line d2 two");
        assertThat(set.live()).isEqualTo(first(2));
        assertThat(heard.told()).containsExactly("live d1", "live d2", "standing", "line d1 one", "line d2 two");
    }

    @Test
    void theFirstOnesStayLiveWhenTheServiceCarriesFewer() throws Exception {
        StreamSet set = live(500);

        assertThat(set.live()).isEqualTo(first(8));
        heard.await("standing");
        assertThat(heard.live()).isEqualTo(first(8));
        assertThat(service.devices()).containsExactlyInAnyOrderElementsOf(first(8));
        assertThat(heard.events()).containsExactly("limit 8", "standing");
        // Nine were tried, the first was put back, and one more that was dropped for it.
        assertThat(service.count("PUT")).isEqualTo(11);
    }

    @Test
    void allThatThereIsRoomForAreLive() throws Exception {
        service(100, 1);
        StreamSet set = set(1);
        set.want(devices(500));

        heard.await("standing");
        assertThat(set.live()).isEqualTo(first(100));
        assertThat(service.devices()).containsExactlyInAnyOrderElementsOf(first(100));
    }

    @Test
    void severalStreamsShareTheDevices() throws Exception {
        service(8, 8);
        StreamSet set = set(3);
        set.want(devices(30));

        heard.await("standing");
        assertThat(set.live()).isEqualTo(first(24));
        assertThat(service.count("POST")).isEqualTo(3);
        assertThat(heard.events()).containsExactly("limit 8", "standing");
    }

    @Test
    void theAccountMayHaveFewerStreams() throws Exception {
        service(8, 2);
        StreamSet set = set(4);
        set.want(devices(30));

        heard.await("StreamsLimited[streams=2]");
        heard.await("standing");
        heard.awaitLive(first(16));
        assertThat(heard.events()).containsExactly("limit 8", "StreamsLimited[streams=2]", "standing");
        assertThat(service.count("POST")).isEqualTo(3);
    }

    @Test
    void anotherListKeepsWhatIsLiveWhereItCan() throws Exception {
        StreamSet set = live(8);

        set.want(List.of("d9", "d3", "d2", "d1"));
        settle(set);

        assertThat(heard.live()).isEqualTo(Set.of("d1", "d2", "d3", "d9"));
        assertThat(heard.told()).doesNotContain("notLive d1", "notLive d2", "notLive d3");
        assertThat(service.devices()).containsExactlyInAnyOrder("d1", "d2", "d3", "d9");
    }

    @Test
    void aLinkThatBreaksIsMadeAgainToTheSameStream() throws Exception {
        live(2);

        service.cut();

        heard.await("standing", 2);
        service.message("d1", "again");
        heard.await("line d1 again");
        assertThat(heard.told().subList(3, heard.told().size()).stream()
                        .map(what -> what.startsWith("lost") ? "lost" : what))
                .containsExactly("lost", "notLive d1", "notLive d2", "live d1", "live d2", "standing", "line d1 again");
        assertThat(service.count("POST")).isEqualTo(1);
    }

    @Test
    void aStreamThatTheServiceHasForgottenIsMadeAnew() throws Exception {
        service(8, 1).forgetful(true);
        StreamSet set = set(1);
        set.want(devices(20));
        settle(set);

        service.cut();

        heard.await("standing", 2);
        assertThat(heard.live()).isEqualTo(first(8));
        assertThat(service.count("POST")).isEqualTo(2);
        assertThat(heard.count("limit 8")).isEqualTo(1);
        assertThat(service.count("PUT")).isEqualTo(11 + 8);
    }

    @Test
    void whatIsTemporaryIsTriedAgain() throws Exception {
        service(8, 1).refuse("POST", 503, 429);
        service.refuse("GET", 502, 429);
        service.refuse("PUT", 429, 500, 500, 500, 500, 500, 500);
        StreamSet set = set(1);
        set.want(devices(2));

        heard.await("standing");
        assertThat(heard.live()).isEqualTo(first(2));
        assertThat(heard.events()).containsExactly("standing");
    }

    @Test
    void aSilentLinkIsBrokenAndAQuietOneIsNot() throws Exception {
        service(8, 1).keepAlive(Duration.ofMillis(100));
        StreamSet set = set(1, service.client(Duration.ofMillis(600)), StreamPatience.USUAL);
        set.want(devices(1));
        settle(set);
        long since = System.nanoTime();
        heard.await(() -> System.nanoTime() - since > Duration.ofMillis(1500).toNanos(), "time stands still");
        assertThat(heard.events()).containsExactly("standing");

        service.keepAlive(MINUTE);
        service.message("d1", "the last");

        heard.awaitAny(what -> what.startsWith("lost: nothing came for "));
        heard.await("standing", 2);
        assertThat(heard.live()).isEqualTo(first(1));
    }

    @Test
    void devicesOfAnUnreadableLineAreLookedUp() throws Exception {
        live(2);

        service.raw("event: message\ndata: {\"ha\n\nevent: message\ndata: rubbish\n\n");

        heard.await("live d2", 3);
        assertThat(heard.told().subList(3, heard.told().size()))
                .containsExactly(
                        "Unreadable[data={\"ha]",
                        "live d1",
                        "live d2",
                        "Unreadable[data=rubbish]",
                        "live d1",
                        "live d2");
    }

    @Test
    void halfAnEventAndAnAnswerThatIsNoStreamAreLostLinks() throws Exception {
        live(1);

        service.contentType("text/html");
        service.raw("event: message\ndata: {\"device_id\":\"d1\"");
        service.cut();
        heard.awaitAny(what -> what.equals("lost: the service answered with something that is no event stream"));
        service.contentType("text/event-stream");

        heard.await("standing", 2);
        service.message("d1", "well");
        heard.await("line d1 well");
    }

    @Test
    void aServiceThatDoesNotSayWhoIsSubscribedIsAskedTwiceOnEachOfTwoLinks() throws Exception {
        service(8, 1).mute(true);
        StreamSet set = set(1, service.client(MINUTE), StreamPatience.USUAL.withSubscribed(Duration.ofMillis(200)));
        set.want(devices(1));

        heard.await("notLive d1");
        heard.await(() -> service.count("PUT") >= 4 && set.live().isEmpty(), "not asked");
        set.awaitSettled(Cancellation.none());
        assertThat(heard.live()).isEmpty();
    }

    @Test
    void aLineSaysThatItsDeviceIsSubscribed() throws Exception {
        service(8, 1).mute(true);
        StreamSet set = set(1);
        set.want(devices(1));
        heard.await(() -> service.devices().contains("d1"), "not asked");

        service.message("d1", "here");

        heard.await("line d1 here");
        assertThat(heard.told().subList(0, 2)).containsExactly("live d1", "line d1 here");
    }

    @Test
    void aDeviceThatHasLeftIsToldAndTheNextTakesItsPlace() throws Exception {
        service(8, 1).unknown.add("d2");
        StreamSet set = set(1);
        set.want(devices(9));

        heard.await("standing");
        assertThat(heard.live()).isEqualTo(Set.of("d1", "d3", "d4", "d5", "d6", "d7", "d8", "d9"));
        assertThat(heard.events()).containsExactly("dropped d2", "standing");
    }

    @Test
    void aDeviceThatIsDroppedForNothingIsToldAndPutBackWhenRenewed() throws Exception {
        service(8, 1);
        StreamPatience patience = StreamPatience.USUAL.withAftermath(Duration.ZERO);
        StreamSet set = set(1, service.client(MINUTE), patience);
        set.want(devices(3));
        settle(set);

        service.drop("d2");
        heard.await("dropped d2");
        assertThat(set.live()).isEqualTo(Set.of("d1", "d3"));
        set.renew("d2");

        heard.await("live d2", 2);
        assertThat(heard.events()).containsExactly("standing", "dropped d2");
    }

    @Test
    void aDeviceThatSeemedLiveIsPutOnTheStreamAgain() throws Exception {
        StreamSet set = live(2);

        set.renew("d1");

        heard.await("live d1", 2);
        assertThat(heard.told()).containsExactly("live d1", "live d2", "standing", "notLive d1", "live d1");
        assertThat(service.count("PUT s1 d1")).isEqualTo(2);
    }

    @Test
    void aStreamThatIsTakenIsOpenedOnceMore() throws Exception {
        StreamSet set = live(2);

        service.closeOldest();
        heard.await("standing", 2);
        service.closeOldest();
        heard.await("Taken[reopening=false]");
        assertThat(heard.live()).isEmpty();
        assertThat(heard.events())
                .containsExactly("standing", "Taken[reopening=true]", "standing", "Taken[reopening=false]");
        assertThat(service.count("POST")).isEqualTo(2);

        settle(set);
        assertThat(heard.live()).isEqualTo(first(2));
    }

    @Test
    void whyTheFirstStreamCannotBeOpenedIsThrown() throws Exception {
        service(8, 1).refuse("POST", 403);
        StreamSet set = set(1);
        set.want(devices(2));

        assertThatThrownBy(() -> set.awaitSettled(Cancellation.none()))
                .isInstanceOf(UserException.class)
                .hasMessage("cannot open a log stream: the service answered 403 and did not say why");
        heard.await("notLive d1");
        heard.await("notLive d2");
        settle(set);
        assertThat(heard.live()).isEqualTo(first(2));
    }

    @Test
    void itEndsAtOnce() throws Exception {
        service(8, 1);
        ThreadGroup own = new ThreadGroup("own");
        StreamSet set = wantedBy(own, devices(2));
        settle(set);

        set.close();

        heard.await(() -> threads(own).isEmpty(), "threads go on: " + threads(own));
        assertThat(heard.told()).containsExactly("live d1", "live d2", "standing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET", "PUT"})
    void itEndsAtOnceAlsoWhileTheServiceHangs(String method) throws Exception {
        service(8, 1).hang(method);
        ThreadGroup own = new ThreadGroup("own");
        StreamSet set = wantedBy(own, devices(2));
        heard.await(() -> service.count(method) == 1, "not asked");

        set.close();

        heard.await(() -> threads(own).isEmpty(), "threads go on: " + threads(own));
        assertThat(heard.told()).isEmpty();
    }

    /** Whose threads are in that group, where no other test has any. */
    private StreamSet wantedBy(ThreadGroup group, List<String> devices) throws InterruptedException {
        StreamSet set = set(1);
        Thread thread = new Thread(group, () -> set.want(devices));
        thread.start();
        thread.join();
        return set;
    }

    private static List<String> threads(ThreadGroup group) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getThreadGroup() == group)
                .map(Thread::getName)
                .filter(name -> name.startsWith("impsh-"))
                .toList();
    }
}
