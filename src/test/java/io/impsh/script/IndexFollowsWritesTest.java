package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this shell has written is in the menu of the next Tab. */
class IndexFollowsWritesTest {
    private static final Instant TAKEN = Instant.parse("2024-03-05T09:20:30.456Z");

    @TempDir
    Path names;

    private static SandboxSession session(Path names) throws InterruptedException {
        SandboxSession cloud = SandboxSession.with().namesIn(names).start();
        awaitNames(cloud);
        return cloud;
    }

    private static void awaitNames(SandboxSession cloud) throws InterruptedException {
        CountDownLatch read = new CountDownLatch(1);
        cloud.session.refreshNames(line -> read.countDown());
        assertThat(read.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private static String completed(SandboxSession cloud, String text) {
        return cloud.session.complete(text, text.length()).suggestions().stream()
                .map(Suggestion::value)
                .collect(Collectors.joining("  "));
    }

    @Test
    void whatIsMadeRenamedAndRemovedIsKnownAtOnce() throws InterruptedException {
        try (SandboxSession cloud = session(names)) {
            cloud.run("products.create({name: 'Zebra'})");
            assertThat(completed(cloud, "products.Ze")).isEqualTo(".Zebra");
            cloud.run("products.Zebra.update({name: 'Zebu'})");
            assertThat(completed(cloud, "products.Ze")).isEqualTo(".Zebu");
            cloud.run("groups.create({product: 'Zebu', name: 'Zoo', kind: 'dut'})");
            assertThat(cloud.session.complete("groups.Zo", 9).suggestions())
                    .containsExactly(new Suggestion(".Zoo", "groups", "dut, Zebu", true));
            cloud.run("groups.get('Zoo').remove()");
            assertThat(completed(cloud, "groups.Zo")).isEmpty();
            cloud.run("products.Zebu.remove()");
            assertThat(completed(cloud, "products.Ze")).isEmpty();
        }
    }

    @Test
    void whatTheSandboxAddsIsReadAtTheNextTab() throws InterruptedException {
        try (SandboxSession cloud = session(names)) {
            cloud.run("sandbox.addDevices({name: 'zeta'})");
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (completed(cloud, "devices.get('zet").isEmpty() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(completed(cloud, "devices.get('zet")).isEqualTo("zeta'");
        }
    }

    @Test
    void devicesAndTagsAreFollowedToo() throws InterruptedException {
        try (SandboxSession cloud = session(names)) {
            cloud.run("devices.get('thermo-0001').rename('Kitchen')");
            assertThat(completed(cloud, "devices.get('Kitch")).isEqualTo("Kitchen'");
            assertThat(completed(cloud, "devices.get('thermo-0001")).isEmpty();
            cloud.run("devices.get('Kitchen').rename(null)");
            assertThat(completed(cloud, "devices.get('Kitch")).isEmpty();
            cloud.run("groups['Line 1'].deploy({deviceCode: 'x', tags: ['quagga', 'quail']})");
            assertThat(completed(cloud, "builds.get('qua")).isEqualTo("quagga'  quail'");
            cloud.run("builds.get('quail').removeTags('quail')");
            assertThat(completed(cloud, "builds.get('qua")).isEqualTo("quagga'");
        }
    }

    @Test
    void plansAreFollowed() throws InterruptedException {
        try (SandboxSession cloud = session(names)) {
            cloud.run("devices.where({name: /^thermo-000[23]$/}).rename(d => 'yak ' + d.name).apply()");
            assertThat(completed(cloud, "devices.get('yak")).isEqualTo("yak thermo-0002'  yak thermo-0003'");
            cloud.run("devices.where({name: /^yak/}).remove({force: true}).apply()");
            assertThat(completed(cloud, "devices.get('yak")).isEmpty();
        }
    }

    @Test
    void aDryRunChangesNoNames() throws InterruptedException {
        try (SandboxSession cloud =
                SandboxSession.with().namesIn(names).dryRun().start()) {
            awaitNames(cloud);
            cloud.run("products.create({name: 'Zebra'})");
            assertThat(completed(cloud, "products.Ze")).isEmpty();
        }
    }

    @Test
    void theNextSessionKnowsItFromTheFile() throws InterruptedException, IOException {
        try (SandboxSession cloud = session(names)) {
            cloud.run("products.create({name: 'Zebra', description: 'stripes'})");
        }
        try (var files = Files.list(names)) {
            assertThat(Files.readString(files.findFirst().orElseThrow()))
                    .containsPattern("product\t[-0-9a-f]+\tstripes\tZebra\n");
        }
    }

    @Test
    void aReadingThatBeganBeforeAWriteDoesNotBringTheOldNameBack() {
        NameIndex index = new NameIndex();
        List<NameIndex.Entry> before = List.of(new NameIndex.Entry("old", "1"), new NameIndex.Entry("gone", "2"));
        index.replace(Map.of("device", before), TAKEN);
        index.beginReading();
        index.put("device", "1", List.of(new NameIndex.Entry("new", "1")));
        index.remove("device", "2");
        index.put("product", "3", List.of(new NameIndex.Entry("made", "3")));
        index.replace(Map.of("device", before), TAKEN.plusSeconds(1));
        index.endReading();
        assertThat(index.entries())
                .isEqualTo(Map.of(
                        "device", List.of(new NameIndex.Entry("new", "1")),
                        "product", List.of(new NameIndex.Entry("made", "3"))));
        assertThat(index.taken()).isEqualTo(TAKEN.plusSeconds(1));
        index.replace(Map.of("device", before), TAKEN);
        assertThat(index.idsOf("device", "old")).containsExactly("1");
    }

    @Test
    void thousandsOfChangesAreTaken() {
        NameIndex index = new NameIndex();
        index.replace(Map.of(), TAKEN);
        for (int i = 0; i < 2_000; i++) {
            index.put("device", "id" + i, List.of(new NameIndex.Entry("name" + i, "id" + i)));
        }
        for (int i = 0; i < 2_000; i += 2) {
            index.remove("device", "id" + i);
        }
        assertThat(index.entries().get("device")).hasSize(1_000);
        assertThat(index.matching("device", "name199", 100).entries().stream().map(NameIndex.Entry::name))
                .containsExactly("name199", "name1991", "name1993", "name1995", "name1997", "name1999");
        assertThat(index.matching("device", "name", 10).total()).isEqualTo(1_000);
    }
}
