package io.impsh.plans;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan's journal, read as anybody may read it: one JSON object a line. */
record PlanJournal(Path file) {
    boolean isThere() {
        return Files.exists(file);
    }

    /** Its whole lines; one that was cut off is as if it had not been written. */
    List<JsonNode> records() {
        if (!isThere()) {
            return List.of();
        }
        String text = read();
        List<JsonNode> records = new ArrayList<>();
        text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .forEach(line -> records.add(JsonMapper.shared().readTree(line)));
        return records;
    }

    List<JsonNode> records(String kind) {
        return records().stream()
                .filter(each -> each.path("record").stringValue().equals(kind))
                .toList();
    }

    /** The numbers of the items that have an outcome. */
    Set<Integer> settled() {
        Set<Integer> numbers = new HashSet<>();
        for (JsonNode settled : records("settled")) {
            settled.path("items").forEach(item -> numbers.add(item.path("n").intValue()));
        }
        return numbers;
    }

    /** Whether its last run ended in order, with every item settled. */
    boolean isComplete() {
        List<JsonNode> records = records();
        return !records.isEmpty()
                && records.get(records.size() - 1).path("status").asString("").equals("complete");
    }

    /** Becomes true once so many lines more than now are in it. */
    BooleanSupplier grownBy(int lines) {
        return new Growth(lines, isThere() ? file.toFile().length() : 0);
    }

    private String read() {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads on from where it was. */
    private final class Growth implements BooleanSupplier {
        private int wanted;
        private long position;

        Growth(int lines, long position) {
            this.wanted = lines;
            this.position = position;
        }

        @Override
        public boolean getAsBoolean() {
            if (file.toFile().length() <= position) {
                return false;
            }
            try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
                in.seek(position);
                byte[] some = new byte[(int) (in.length() - position)];
                in.readFully(some);
                position += some.length;
                for (byte one : some) {
                    wanted -= one == '\n' ? 1 : 0;
                }
                return wanted <= 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
