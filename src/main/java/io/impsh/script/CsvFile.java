package io.impsh.script;

import io.impsh.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Reads and writes CSV files: a header line, commas, quotes where needed, UTF-8. */
final class CsvFile {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private CsvFile() {}

    /** One map for each line, with the header's names; all values are texts. */
    static List<Map<String, Object>> read(Path file) {
        String text = withoutByteOrderMark(ScriptFiles.read(file.toString()));
        if (text.isBlank()) {
            return List.of();
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        try (MappingIterator<Map<String, Object>> lines = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(text)) {
            while (lines.hasNextValue()) {
                rows.add(new LinkedHashMap<>(lines.nextValue()));
            }
            return rows;
        } catch (JacksonException failure) {
            String place = failure.getLocation() == null
                    ? ""
                    : ", line " + failure.getLocation().getLineNr();
            throw new UserException(
                    "FILE",
                    "cannot read " + file + place + " as CSV: " + failure.getOriginalMessage(),
                    "the first line names the columns",
                    failure);
        }
    }

    private static String withoutByteOrderMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    static Writer write(Path file, List<String> columns) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder();
        columns.forEach(schema::addColumn);
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
                .build();
        return new Writer(mapper.writer(schema.setUseHeader(true).build())
                .writeValues(Files.newBufferedWriter(file, StandardCharsets.UTF_8)));
    }

    /** Writes line by line; closing it completes the file. */
    static final class Writer implements AutoCloseable {
        private final SequenceWriter rows;

        private Writer(SequenceWriter rows) {
            this.rows = rows;
        }

        void row(List<Object> cells) {
            List<Object> texts = new ArrayList<>();
            cells.forEach(cell -> texts.add(cell instanceof Instant time ? TIME.format(time) : cell));
            rows.write(texts);
        }

        @Override
        public void close() throws IOException {
            rows.close();
        }
    }
}
