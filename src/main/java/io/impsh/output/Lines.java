package io.impsh.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Where finished lines go. */
final class Lines {
    private final Appendable out;

    Lines(Appendable out) {
        this.out = out;
    }

    void add(Object line) {
        try {
            out.append(line.toString()).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void addAll(List<String> lines) {
        lines.forEach(this::add);
    }
}
