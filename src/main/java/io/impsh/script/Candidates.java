package io.impsh.script;

import java.util.ArrayList;
import java.util.List;
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
    private int leftOut;

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

    /** Says that there are more than were added. */
    void leftOut(int more) {
        leftOut += more;
    }

    boolean isEmpty() {
        return exact.isEmpty() && otherCase.isEmpty() && within.isEmpty();
    }

    List<Suggestion> list() {
        List<Suggestion> all = new ArrayList<>(exact);
        all.addAll(otherCase);
        return all.isEmpty() ? within : all;
    }

    /** How many were not added. */
    int leftOut() {
        return leftOut;
    }
}
