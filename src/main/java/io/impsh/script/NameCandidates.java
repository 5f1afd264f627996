package io.impsh.script;

import java.util.function.Function;

/** Offers names of the account's own things, and knows afterwards whether it was asked for any. */
final class NameCandidates {
    static final int MOST = 100;

    private final NameIndex index;
    private boolean asked;

    NameCandidates(NameIndex index) {
        this.index = index;
    }

    /** @param written how a name stands in the input */
    void addTo(Candidates candidates, EntityKind<?> kind, Function<String, String> written) {
        asked = true;
        KnownNames.Found found = index.matching(kind.singular(), candidates.typed(), MOST);
        for (NameIndex.Entry entry : found.entries()) {
            String detail = entry.detail() == null && kind == EntityKinds.DEVICE ? entry.id() : entry.detail();
            candidates.add(
                    entry.name(), () -> new Suggestion(written.apply(entry.name()), kind.plural(), detail, true));
        }
        candidates.cut(found.entries().size(), found.total());
    }

    boolean wereAsked() {
        return asked;
    }
}
