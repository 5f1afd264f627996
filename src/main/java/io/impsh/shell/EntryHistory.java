package io.impsh.shell;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jline.reader.impl.history.DefaultHistory;

/** What was entered, in memory and in a file. Entries with a secret stay out of the file, and lose it in memory. */
final class EntryHistory extends DefaultHistory {
    private final HistoryFile file;
    private final Predicate<String> secret;

    /** @param file {@code null} to forget everything at the end of the session */
    EntryHistory(HistoryFile file, Predicate<String> secret) {
        this.file = file;
        this.secret = secret;
    }

    /** To be called once the reader is there, as JLine's history asks it for its options. */
    void loadFile() throws IOException {
        if (file != null) {
            file.load().forEach(entry -> super.add(Instant.now(), entry));
        }
    }

    /** JLine's own way in is closed: entries are kept by {@link #keep}, when no lock of the reader is held. */
    @Override
    public void add(Instant time, String line) {}

    void keep(String entry) throws IOException {
        boolean hasSecret = secret.test(entry);
        String kept = hasSecret ? SecretArguments.cut(entry) : entry;
        if (kept.isBlank() || (hasSecret && kept.equals(entry))) {
            return;
        }
        int before = last();
        super.add(Instant.now(), kept);
        boolean added = last() > before;
        if (added && !hasSecret && file != null) {
            file.append(get(last()));
        }
    }

    List<String> entries() {
        List<String> entries = new ArrayList<>();
        forEach(entry -> entries.add(entry.line()));
        return entries;
    }
}
