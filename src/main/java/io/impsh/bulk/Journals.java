package io.impsh.bulk;

import io.impsh.Nearest;
import io.impsh.PrivateFiles;
import io.impsh.UserException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The journals of plans that were applied, one file each in one folder. Complete ones are removed when a new one begins:
 * after 90 days, or when all of them take more than 200 MB.
 */
public final class Journals {
    private static final int MOST_NAMED = 5;

    private final Supplier<Optional<Path>> folder;
    private final Author author;
    private final Clock clock;
    private final Medium.Opener opener;

    /** @param folder where they are; made when first asked for, empty where nothing can be written */
    public Journals(Supplier<Optional<Path>> folder, Author author) {
        this(folder, author, Clock.systemUTC(), Medium::file);
    }

    Journals(Supplier<Optional<Path>> folder, Author author, Clock clock, Medium.Opener opener) {
        this.folder = folder;
        this.author = author;
        this.clock = clock;
        this.opener = opener;
    }

    /** A new one, for an {@link Applier}. */
    public Journal journal() {
        return newJournal();
    }

    FileJournal newJournal() {
        return new FileJournal(this, clock);
    }

    /** Of all of them, the youngest first; opens none of the files. */
    public List<String> ids() {
        return present().files().stream()
                .sorted(Comparator.comparingLong(
                                (JournalFile file) -> file.path().toFile().lastModified())
                        .reversed())
                .map(JournalFile::id)
                .toList();
    }

    /** All of them, the youngest first. */
    public List<JournalledPlan> list() {
        return present().glances().stream()
                .map(glance -> new JournalledPlan(this, glance))
                .toList();
    }

    /**
     * @param id or its beginning, when only one begins like that
     * @throws io.impsh.UserException {@code NO_SUCH_PLAN}
     */
    public JournalledPlan get(String id) {
        List<JournalFile> files = present().files();
        List<JournalGlance> exact =
                begun(files.stream().filter(file -> file.id().equals(id)).toList());
        List<JournalGlance> found = exact.isEmpty()
                ? begun(files.stream().filter(file -> file.id().startsWith(id)).toList())
                : exact;
        if (found.size() == 1 && !id.isEmpty()) {
            return new JournalledPlan(this, found.get(0));
        }
        throw found.isEmpty() ? unknown(id) : ambiguous(id, found);
    }

    private static List<JournalGlance> begun(List<JournalFile> files) {
        return files.stream().map(JournalGlance::at).flatMap(Optional::stream).toList();
    }

    private UserException unknown(String id) {
        List<String> known = list().stream().map(JournalledPlan::id).toList();
        List<String> near = Nearest.to(id, known, MOST_NAMED);
        String named =
                near.isEmpty() ? "" : "there " + (near.size() == 1 ? "is " : "are ") + String.join(", ", near) + "; ";
        String hint = known.isEmpty() ? "no plan has been applied here yet" : named + "plans.list() shows all";
        return new UserException("NO_SUCH_PLAN", "no plan '" + id + "' was applied here", hint);
    }

    private static UserException ambiguous(String id, List<JournalGlance> found) {
        String named = found.stream()
                .limit(MOST_NAMED)
                .map(glance -> glance.file().id())
                .collect(Collectors.joining(", "));
        return new UserException(
                "NO_SUCH_PLAN",
                found.size() + " plans begin with '" + id + "'",
                "give more of the id: " + named + (found.size() > MOST_NAMED ? ", …" : ""));
    }

    /** Without making it. */
    private JournalFolder present() {
        return new JournalFolder(folder.get().map(Path::toAbsolutePath).orElse(null));
    }

    Author author() {
        return author;
    }

    Clock clock() {
        return clock;
    }

    /** @throws UserException {@code JOURNAL_FAILED} if there is none */
    Path folder() {
        Path path = folder.get().orElseThrow(JournalFailures::noFolder).toAbsolutePath();
        try {
            PrivateFiles.createFolder(path);
            return path;
        } catch (IOException e) {
            throw JournalFailures.cannotBegin(path, e);
        }
    }

    Medium open(Path file) throws IOException {
        return opener.open(file);
    }
}
