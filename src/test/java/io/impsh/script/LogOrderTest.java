package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.model.LogEntry;
import io.impsh.script.LogGatherer.Item;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LogOrderTest {
    private static final String ERROR = "server.error";
    private final LogOrder order = new LogOrder();

    /** The time stands in front of it: {@code 5:text}; {@code -:text} has none. */
    private static Item item(String device, String type, String told) {
        String[] parts = told.split(":", 2);
        Instant time = parts[0].equals("-") ? null : Instant.ofEpochMilli(Long.parseLong(parts[0]));
        return new Item(new LogLine(new LogEntry(device, time, "development", type, parts[1]), device), null, 0);
    }

    private static Item item(String device, String told) {
        return item(device, "server.log", told);
    }

    private String ready(boolean all, long millis, Item... come) {
        return told(order.ready(Arrays.asList(come), all, TimeUnit.MILLISECONDS.toNanos(millis)));
    }

    private static String told(List<Item> items) {
        return items.stream()
                .map(item -> item.line() == null
                        ? "! " + item.notice()
                        : item.line().label() + " " + item.line().entry().message())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void byTimeButADevicesLinesAsTheyCame() {
        assertThat(ready(
                        false,
                        0,
                        item("a", "30:a1"),
                        item("a", "10:a2"),
                        item("b", "20:b1"),
                        item("b", "-:b2"),
                        item("c", "30:c1"),
                        item("a", "40:a3")))
                .isEqualTo("b b1\nb b2\na a1\na a2\nc c1\na a3");
    }

    @Test
    void noticesStayWhereTheyCame() {
        assertThat(ready(false, 0, item("a", "30:a1"), new Item(null, "lost", 0), item("b", "20:b1")))
                .isEqualTo("a a1\n! lost\nb b1");
    }

    @Test
    void stacksOfTwoDevicesStayInOnePieceEach() {
        assertThat(ready(
                        false,
                        0,
                        item("a", ERROR, "1:ERROR: x"),
                        item("b", ERROR, "1:ERROR: y"),
                        item("a", ERROR, "2:ERROR:   at a:1"),
                        item("b", ERROR, "2:ERROR:   at b:1"),
                        item("c", "1:c1")))
                .isEqualTo("c c1");
        assertThat(order.held()).isEqualTo(4);
        assertThat(ready(false, 149, item("c", "3:c2"), item("b", ERROR, "3:ERROR:   at b:2")))
                .isEqualTo("c c2");
        assertThat(ready(false, 149, item("a", "4:a2"))).isEqualTo("a ERROR: x\na ERROR:   at a:1\na a2");
        assertThat(ready(false, 150)).isEqualTo("b ERROR: y\nb ERROR:   at b:1\nb ERROR:   at b:2");
        assertThat(order.held()).isZero();
    }

    @Test
    void theNextErrorAndANoticeEndTheWaiting() {
        assertThat(ready(false, 0, item("a", ERROR, "1:ERROR: x"), item("a", ERROR, "2:ERROR: y")))
                .isEqualTo("a ERROR: x");
        assertThat(ready(false, 0, new Item(null, "over", 0))).isEqualTo("a ERROR: y\n! over");
        assertThat(ready(true, 0, item("a", ERROR, "1:ERROR: z"))).isEqualTo("a ERROR: z");
    }

    /** Whatever comes in whatever pieces: all of it, and each device's in its order. */
    @Test
    void nothingIsLostAndNoDeviceReordered() {
        Random random = new Random(5);
        List<Item> sent = new ArrayList<>();
        List<Item> printed = new ArrayList<>();
        for (int batch = 0; batch < 500; batch++) {
            List<Item> come = new ArrayList<>();
            for (int n = random.nextInt(40); n > 0; n--) {
                String message =
                        random.nextInt(1000) + ":ERROR:" + (random.nextBoolean() ? "   at " : " no ") + sent.size();
                come.add(item("d" + random.nextInt(5), random.nextInt(3) == 0 ? "server.log" : ERROR, message));
                sent.add(come.get(come.size() - 1));
            }
            printed.addAll(
                    order.ready(come, random.nextInt(10) == 0, TimeUnit.MILLISECONDS.toNanos(random.nextInt(300))));
        }
        printed.addAll(order.ready(List.of(), true, 0));
        assertThat(printed).hasSize(sent.size());
        for (int device = 0; device < 5; device++) {
            assertThat(of("d" + device, printed)).isEqualTo(of("d" + device, sent));
        }
    }

    private static List<Item> of(String device, List<Item> items) {
        return items.stream().filter(item -> item.line().label().equals(device)).toList();
    }
}
