package io.impsh.script;

import io.impsh.UserException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Reads and writes CSV files: a header line, commas, quotes where needed, UTF-8. */
final class CsvFile {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** Those that OWASP lists under "CSV injection". */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n]");

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

    /** What becomes of the texts in a file. */
    enum Cells {
        AS_THEY_ARE,
        /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
        FOR_SPREADSHEETS;

        private Object of(Object cell) {
            Object text = cell instanceof Instant time ? TIME.format(time) : cell;
            return this == FOR_SPREADSHEETS
                            && text instanceof String words
                            && FORMULA.matcher(words).lookingAt()
                    ? "'" + words
                    : text;
        }
    }

    /** @param writer is closed with the rows */
    static Rows write(Writer writer, List<String> columns, Cells cells) {
        CsvSchema.Builder schema = CsvSchema.builder();
        columns.forEach(schema::addColumn);
        CsvMapper mapper = CsvMapper.builder()
                .enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING)
                .build();
        return new Rows(mapper.writer(schema.setUseHeader(true).build()).writeValues(writer), cells);
    }

    /** Writes line by line; closing it completes the file. */
    static final class Rows implements AutoCloseable {
        private final SequenceWriter lines;
        private final Cells cells;

        private Rows(SequenceWriter lines, Cells cells) {
            this.lines = lines;
            this.cells = cells;
        }

        void add(List<Object> row) throws IOException {
            List<Object> texts = new ArrayList<>();
            row.forEach(cell -> texts.add(cells.of(cell)));
            asWritten(() -> lines.write(texts));
        }

        @Override
        public void close() throws IOException {
            asWritten(lines::close);
        }

        /** The library wraps what the writer throws, such as that the disk is full. */
        private static void asWritten(Runnable step) throws IOException {
            try {
                step.run();
            } catch (JacksonIOException wrapped) {
                throw wrapped.getCause();
            }
        }
    }
}
