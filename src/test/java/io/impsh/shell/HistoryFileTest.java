package io.impsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir
    Path folder;

    @Test
    void entriesComeBackAsTheyWere() throws Exception {
        HistoryFile file = new HistoryFile(folder.resolve("history"));
        assertThat(file.load()).isEmpty();
        String[] entries = {"a", "b\nc", "\\n is no line end", "ends in \\", "\r\n"};
        for (String entry : entries) {
            file.append(entry);
        }
        assertThat(file.load()).containsExactly(entries);
    }

    @Test
    void twoShellsShareIt() throws Exception {
        HistoryFile one = new HistoryFile(folder.resolve("history"));
        HistoryFile other = new HistoryFile(folder.resolve("history"));
        one.load();
        other.load();
        one.append("1");
        other.append("2");
        one.append("3");
        assertThat(other.load()).containsExactly("1", "2", "3");
    }

    @Test
    void aBadByteCostsNothingElse() throws Exception {
        Path path = folder.resolve("history");
        Files.write(path, new byte[] {'a', '\n', (byte) 0xff, '\n', 'b', '\n'});
        assertThat(new HistoryFile(path).load()).containsExactly("a", "\ufffd", "b");
    }

    @Test
    void itIsCutBackBeforeItGrowsTooLong() throws Exception {
        Path path = folder.resolve("history");
        Files.write(
                path,
                IntStream.rangeClosed(1, 12_000).mapToObj(Integer::toString).toList());
        assertThat(new HistoryFile(path).load())
                .hasSize(5_000)
                .startsWith("7001")
                .endsWith("12000");
        assertThat(Files.readAllLines(path)).hasSize(5_000).startsWith("7001");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatOthersCouldReadNoLongerCan() throws Exception {
        Path path = Files.writeString(folder.resolve("history"), "1\n");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        new HistoryFile(path).load();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }
}
