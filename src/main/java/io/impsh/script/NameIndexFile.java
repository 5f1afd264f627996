package io.impsh.script;

import io.impsh.profile.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The file that keeps a name index between sessions: a line with version and time, then a line for each name with kind,
 * id, detail and name, parted by tabs. A damaged file is as good as none.
 */
final class NameIndexFile {
    private static final String VERSION = "impsh names 2";

    private final Path file;

    private NameIndexFile(Path file) {
        this.file = file;
    }

    static NameIndexFile of(Path folder, URI endpoint, String accountId) {
        String host = endpoint.getHost() + (endpoint.getPort() < 0 ? "" : "-" + endpoint.getPort());
        return new NameIndexFile(folder.resolve("names-" + host + "-" + accountId + ".tsv"));
    }

    void readInto(NameIndex index) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            List<String[]> rows = lines.map(line -> line.split("\t", 4)).toList();
            if (rows.isEmpty() || !rows.get(0)[0].equals(VERSION)) {
                return;
            }
            Map<String, List<NameIndex.Entry>> kinds = new HashMap<>();
            for (String[] row : rows.subList(1, rows.size())) {
                kinds.computeIfAbsent(row[0], unused -> new ArrayList<>())
                        .add(new NameIndex.Entry(
                                unescaped(row[3]), row[1], row[2].isEmpty() ? null : unescaped(row[2])));
            }
            index.replace(kinds, Instant.parse(rows.get(0)[1]));
        } catch (IOException | RuntimeException damaged) {
            // Whatever is wrong with it, the service is asked instead.
        }
    }

    void write(NameIndex index) {
        StringBuilder text = new StringBuilder(VERSION + "\t" + index.taken() + "\n");
        index.entries()
                .forEach((kind, entries) -> entries.forEach(entry -> text.append(kind)
                        .append('\t')
                        .append(entry.id())
                        .append('\t')
                        .append(entry.detail() == null ? "" : escaped(entry.detail()))
                        .append('\t')
                        .append(escaped(entry.name()))
                        .append('\n')));
        // Where it cannot be written, only the next session's first Tab is slower for it.
        Folders.writePrivate(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String name) {
        return name.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }

    private static String unescaped(String text) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char escape = text.charAt(++i);
                name.append(escape == 'n' ? '\n' : escape == 'r' ? '\r' : escape == 't' ? '\t' : escape);
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }
}
