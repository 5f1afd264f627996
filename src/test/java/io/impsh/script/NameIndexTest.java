package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameIndexTest {
    private static final Instant TAKEN = Instant.parse("2024-03-05T09:20:30.456Z");
    private static final URI ENDPOINT = URI.create("http://127.0.0.1:8080/v5");

    private final NameIndex index = new NameIndex();

    @TempDir
    Path folder;

    private static NameIndex.Entry entry(String name, String id) {
        return new NameIndex.Entry(name, id);
    }

    private List<String> names(String kind, String typed, int most) {
        return index.matching(kind, typed, most).entries().stream()
                .map(NameIndex.Entry::name)
                .toList();
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(index.taken()).isNull();
        assertThat(index.idsOf("device", "x")).isEmpty();
        assertThat(names("device", "", 10)).isEmpty();
    }

    @Test
    void findsAllIdsOfAName() {
        index.replace(Map.of("device", List.of(entry("b", "1"), entry("a", "2"), entry("b", "3"))), TAKEN);
        assertThat(index.idsOf("device", "b")).containsExactlyInAnyOrder("1", "3");
        assertThat(index.idsOf("device", "B")).isEmpty();
        assertThat(index.idsOf("group", "b")).isEmpty();
        assertThat(names("device", "", 10)).containsExactly("a", "b");
        assertThat(names("device", "", 1)).containsExactly("a");
    }

    @Test
    void findsPrefixesAmongManyNames() {
        List<NameIndex.Entry> many = new ArrayList<>();
        for (int i = 100_000; i > 0; i--) {
            many.add(entry(String.format("thermo-%06d", i), "id" + i));
        }
        index.replace(Map.of("device", many), TAKEN);
        assertThat(names("device", "thermo-09999", 100))
                .hasSize(10)
                .startsWith("thermo-099990")
                .endsWith("thermo-099999");
        assertThat(names("device", "thermo", 100)).hasSize(100);
        assertThat(names("device", "u", 100)).isEmpty();
        assertThat(index.idsOf("device", "thermo-100000")).containsExactly("id100000");
    }

    @Test
    void aFileKeepsEveryName() {
        List<NameIndex.Entry> odd = List.of(
                entry("tab\there", "1"),
                entry("two\nlines\r", "2"),
                entry("back\\slash\\n", "3"),
                entry("émoji 🌡", "4"),
                entry(" blanks ", "5"),
                entry("it's \"quoted\"", "6"),
                entry("\u2028\u0085\u000b", "7"));
        index.replace(Map.of("device", odd, "group", List.of(entry("Line 1", "8"))), TAKEN);
        NameIndexFile.of(folder, ENDPOINT, "account").write(index);

        NameIndex read = new NameIndex();
        NameIndexFile.of(folder, ENDPOINT, "account").readInto(read);
        assertThat(read.taken()).isEqualTo(TAKEN);
        assertThat(read.entries().get("device")).containsExactlyInAnyOrderElementsOf(odd);
        assertThat(read.entries().get("group")).containsExactly(entry("Line 1", "8"));
    }

    @Test
    void accountsAndServersHaveFilesOfTheirOwn() {
        index.replace(Map.of("device", List.of(entry("a", "1"))), TAKEN);
        NameIndexFile.of(folder, ENDPOINT, "account").write(index);
        NameIndex other = new NameIndex();
        NameIndexFile.of(folder, ENDPOINT, "another").readInto(other);
        NameIndexFile.of(folder, URI.create("http://127.0.0.1:8081/v5"), "account")
                .readInto(other);
        assertThat(other.taken()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "impsh names 3\t2024-03-05T09:20:30.456Z\ndevice\t1\t\ta\n",
                "impsh names 2\n",
                "impsh names 2\tyesterday\ndevice\t1\ta\n",
                "impsh names 2\t2024-03-05T09:20:30.456Z\ndevice\t1\n",
                "\0\0\0\0",
            })
    void aDamagedFileIsAsGoodAsNone(String text) throws IOException {
        NameIndexFile.of(folder, ENDPOINT, "account").write(index);
        try (var files = Files.list(folder)) {
            Files.writeString(files.findFirst().orElseThrow(), text);
        }
        NameIndexFile.of(folder, ENDPOINT, "account").readInto(index);
        assertThat(index.taken()).isNull();
        assertThat(names("device", "", 10)).isEmpty();
    }
}
