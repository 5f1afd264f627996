package io.impsh.bulk;

import io.impsh.UserException;
import java.io.IOException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads a journal from its first line to its last whole one. A line that was cut is as if it had never been written. */
final class JournalReader {
    private final Path file;
    private final JournalContent content = new JournalContent();
    private long wholeLength;

    private JournalReader(Path file) {
        this.file = file;
    }

    /** @param wholeLength of the file up to the end of its last whole line */
    record Found(JournalContent content, long wholeLength) {}

    /** @throws UserException {@code BAD_PLAN} if it is damaged before its last line, or of a later version */
    static Found read(Path file) {
        JournalReader reader = new JournalReader(file);
        try (FileLine.Source lines = new FileLine.Source(file)) {
            reader.read(lines);
        } catch (IOException e) {
            throw JournalFailures.unreadable(file, e);
        }
        return new Found(reader.content, reader.wholeLength);
    }

    private void read(FileLine.Source lines) throws IOException {
        for (FileLine line = lines.next(); line != null; line = lines.next()) {
            JsonNode tree;
            try {
                tree = Json.read(line.bytes());
            } catch (JacksonException e) {
                // The last block of a line may have reached the disk before the others, when the machine was lost.
                if (lines.next() == null) {
                    return;
                }
                throw bad(line, "it is damaged: " + e.getOriginalMessage(), e);
            }
            add(line, tree);
            wholeLength = line.end();
        }
    }

    private void add(FileLine line, JsonNode tree) {
        try {
            content.add(new JsonFields(tree));
        } catch (BadRecord e) {
            throw bad(line, e.getMessage(), e);
        } catch (UserException e) {
            throw bad(line, e.getMessage(), e);
        }
    }

    private UserException bad(FileLine line, String reason, Exception cause) {
        return new UserException(
                "BAD_PLAN",
                file + ", line " + line.number() + ": " + reason,
                "what the lines before it say can be read with jq; what it was about has to be looked at in the cloud",
                cause);
    }
}
