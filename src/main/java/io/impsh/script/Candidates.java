package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Gathers suggestions for what was typed: those that begin so, then those that do in other case; those that only have it
 * somewhere when there is no other.
 */
final class Candidates {
    private final String typed;
    private final List<Suggestion> exact = new ArrayList<>();
    private final List<Suggestion> otherCase = new ArrayList<>();
    private final List<Suggestion> within = new ArrayList<>();
    private int cutTo;
    private int cutFrom;

    Candidates(String typed) {
        this.typed = typed;
    }

    String typed() {
        return typed;
    }

    /** @param suggestion made only when the name agrees with what was typed */
    void add(String name, Supplier<Suggestion> suggestion) {
        if (name.startsWith(typed)) {
            exact.add(suggestion.get());
        } else if (Matching.begins(name, typed)) {
            otherCase.add(suggestion.get());
        } else if (Matching.hasWithin(name, typed)) {
            within.add(suggestion.get());
        }
    }

    /** Says that of so many only the first were added. */
    void cut(int added, int all) {
        if (added < all) {
            cutTo += added;
            cutFrom += all;
        }
    }

    boolean isEmpty() {
        return exact.isEmpty() && otherCase.isEmpty() && within.isEmpty();
    }

    List<Suggestion> list() {
        List<Suggestion> all = new ArrayList<>(exact);
        all.addAll(otherCase);
        return all.isEmpty() ? within : all;
    }

    /** How many were added of those that were too many, and of how many; {@code null} where all were. */
    String cutText() {
        return cutFrom == 0 ? null : String.format(Locale.ROOT, "%,d of %,d; type on", cutTo, cutFrom);
    }
}
