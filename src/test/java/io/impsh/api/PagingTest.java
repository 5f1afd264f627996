package io.impsh.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.impsh.model.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PagingTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 99, 100, 101, 200, 1234})
    void theWholeListingComesOnceAndInOrder(int count) {
        FakeListing listing = new FakeListing(count);

        assertThat(ids(listing.devices().toList())).isEqualTo(listing.ids);
        assertThat(ids(walk(listing.devices().iterator()))).isEqualTo(listing.ids);
        assertThat(ids(walk(listing.devices().ahead(4).iterator()))).isEqualTo(listing.ids);
    }

    @Test
    void severalPagesAreAskedForAtOnceAndFewBeyondTheEnd() {
        FakeListing listing = new FakeListing(500);

        listing.devices().toList();

        assertThat(listing.pagesAskedFor()).contains(1, 2, 3, 4, 5).allMatch(page -> page <= 12);
    }

    @Test
    void noneBeyondTheEndWhenTheServiceSaysWhereThatIs() {
        FakeListing listing = new FakeListing(1234);
        listing.lastLink = true;

        listing.devices().toList();

        assertThat(listing.pagesAskedFor()).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    }

    @Test
    void aServiceThatGivesSmallerPagesIsFollowedLinkByLink() {
        FakeListing listing = new FakeListing(90);
        listing.largestPage = 20;

        assertThat(ids(listing.devices().toList())).isEqualTo(listing.ids);
        assertThat(listing.pagesAskedFor()).containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void aLinkToAnotherHostStillLeadsToOurs() {
        FakeListing listing = new FakeListing(150);
        listing.nextLinkHost = "https://evil.example.com";

        assertThat(listing.devices().toList()).hasSize(150);
    }

    @Test
    void theFirstRowCostsOneRequest() {
        FakeListing listing = new FakeListing(500);

        try (PagedIterator<Device> rows = listing.devices().iterator()) {
            assertThat(rows.next().id()).isEqualTo("d0");
        }

        assertThat(listing.pagesAskedFor()).containsExactly(1);
    }

    @Test
    void aListingMayBeWalkedAgainAndIsAskedForAgain() {
        FakeListing listing = new FakeListing(1);
        PagedIterable<Device> devices = listing.devices();
        devices.toList();
        listing.ids.add("new");

        assertThat(ids(devices.toList())).containsExactly("d0", "new");
    }

    @Test
    void aRowThatShiftsToTheNextPageDoesNotComeTwice() {
        FakeListing listing = new FakeListing(150);
        PagedIterator<Device> rows = listing.devices().iterator();
        rows.next();
        listing.ids.add(0, "new");

        assertThat(ids(walk(rows))).isEqualTo(listing.ids.subList(2, 151));
    }

    @Test
    void readingAheadSavesTheRowsFromWritesThatFollow() {
        FakeListing listing = new FakeListing(450);
        List<String> all = List.copyOf(listing.ids);
        PagedIterator<Device> rows = listing.devices().iterator();
        rows.next();

        rows.readAhead();
        listing.ids.clear();

        assertThat(ids(walk(rows))).isEqualTo(all.subList(1, 450));
    }

    @Test
    void aLinkThatLeadsNowhereEndsTheListing() {
        FakeService service = new FakeService();
        service.always(
                request -> service.response(
                        200,
                        Map.of(),
                        "{\"data\":[{\"type\":\"device\",\"id\":\"d\"}],\"links\":{\"next\":\"/v5/devices?page%5Bnumber%5D=2\"}}"));

        assertThat(ids(service.client().devices().list(Filter.none()).toList())).containsExactly("d");
        assertThat(service.requests).hasSize(2);
    }

    @Test
    void aNextOfNullIsNone() {
        FakeService service = new FakeService();
        service.answer(200, "{\"data\":[{\"type\":\"device\",\"id\":\"d\"}],\"links\":{\"next\":null}}");

        assertThat(ids(service.client().devices().list(Filter.none()).toList())).containsExactly("d");
    }

    @Test
    void afterTheEndThereIsNothing() {
        PagedIterator<Device> rows = new FakeListing(0).devices().iterator();

        assertThat(rows.hasNext()).isFalse();
        assertThat(rows.hasNext()).isFalse();
        assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aCancelledWalkThrows() {
        FakeListing listing = new FakeListing(500);
        Cancellation cancellation = new Cancellation();
        PagedIterator<Device> rows = listing.service
                .client()
                .with(cancellation)
                .devices()
                .list(Filter.none())
                .iterator();
        rows.next();
        cancellation.cancel();

        assertThatThrownBy(() -> walk(rows)).isInstanceOf(CancelledException.class);
    }

    @Test
    void aFailureOnALaterPageComesOut() {
        FakeListing listing = new FakeListing(500);
        PagedIterator<Device> rows = listing.devices().iterator();
        rows.next();
        listing.service.always(request -> listing.service.response(403, Map.of(), "{\"message\":\"not yours\"}"));

        assertThatThrownBy(() -> walk(rows)).hasMessage("cannot list devices: not yours");
    }

    @Test
    void aPageThatFailedIsNotPassedOver() {
        FakeListing listing = new FakeListing(500);
        PagedIterator<Device> rows = listing.devices().iterator();
        rows.next();
        listing.service.then(request -> listing.service.response(403, Map.of(), "{\"message\":\"not yours\"}"));
        assertThatThrownBy(() -> walk(rows)).hasMessage("cannot list devices: not yours");

        assertThatThrownBy(rows::hasNext).hasMessage("cannot list devices: not yours");
        assertThat(listing.pagesAskedFor()).containsExactly(1, 2);
    }

    @Test
    void aMillionIdsAreNotKept() {
        RecentIds ids = new RecentIds();
        for (int i = 0; i < 10_001; i++) {
            assertThat(ids.add("d" + i)).isTrue();
        }

        assertThat(ids.add("d0")).isTrue();
        assertThat(ids.add("d10000")).isFalse();
    }

    private static List<String> ids(List<Device> devices) {
        return devices.stream().map(Device::id).toList();
    }

    private static List<Device> walk(PagedIterator<Device> rows) {
        List<Device> all = new ArrayList<>();
        rows.forEachRemaining(all::add);
        return all;
    }
}
