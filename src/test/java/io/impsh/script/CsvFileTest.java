package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    @TempDir
    Path folder;

    @Test
    void theFirstLineNamesTheColumns() throws IOException {
        assertThat(CsvFile.read(file("\uFEFFdevice,to\r\nthermo-0001,\"Line 2, left\"\r\n")))
                .isEqualTo(List.of(Map.of("device", "thermo-0001", "to", "Line 2, left")));
    }

    @Test
    void anEmptyFileHasNoRows() throws IOException {
        assertThat(CsvFile.read(file(""))).isEqualTo(List.of());
        assertThat(CsvFile.read(file("\n\n"))).isEqualTo(List.of());
    }

    @Test
    void whatIsWrongIsToldWithItsLine() throws IOException {
        Path file = file("device\nthermo-0001\nthermo-0002,Line 2\n");

        assertThatThrownBy(() -> CsvFile.read(file))
                .hasMessageStartingWith("cannot read " + file + ", line 3 as CSV: Too many entries");
    }

    @Test
    void anotherEncodingIsCalledSo() throws IOException {
        Path file = folder.resolve("latin1.csv");
        Files.write(file, "device\ncaf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> CsvFile.read(file)).hasMessage("cannot read " + file + ": it is not text in UTF-8");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text);
    }
}
