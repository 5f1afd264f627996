package io.impsh.bulk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The journals of plans that were applied, one file each in one folder. */
public final class Journals {
    private final Supplier<Optional<Path>> folder;
    private final Author author;

    /** @param folder where they are; made when first asked for, empty where nothing can be written */
    public Journals(Supplier<Optional<Path>> folder, Author author) {
        this.folder = folder;
        this.author = author;
    }

    /** A new one, for an {@link Applier}. */
    public Journal journal() {
        throw new UnsupportedOperationException(author + " " + folder);
    }

    /** Of all of them, the youngest first; opens none of the files. */
    public List<String> ids() {
        throw new UnsupportedOperationException();
    }

    /** All of them, the youngest first. */
    public List<JournalledPlan> list() {
        throw new UnsupportedOperationException();
    }

    /**
     * @param id or its beginning, when only one begins like that
     * @throws io.impsh.UserException {@code NO_SUCH_PLAN}
     */
    public JournalledPlan get(String id) {
        throw new UnsupportedOperationException(id);
    }
}
