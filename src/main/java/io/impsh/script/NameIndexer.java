package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.api.Filter;
import io.impsh.api.ImpClient;
import io.impsh.api.Priority;
import io.impsh.model.Entity;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Fills the name index on a thread of its own: from its file first, from the service when that is older than ten minutes,
 * behind everything else that the session asks for.
 */
final class NameIndexer implements AutoCloseable {
    private static final Duration FRESH = Duration.ofMinutes(10);
    /** How long after a try the next one that nobody has asked for. */
    private static final Duration BETWEEN_TRIES = Duration.ofMinutes(1);

    private static final int MOST_BUILDS = 500;

    private final NameIndex index;
    private final SharedClient connection;
    private final Path folder;
    private final Cancellation ended = new Cancellation();
    private final List<Consumer<String>> waiting = new ArrayList<>();
    private boolean working;
    private Instant lastTry = Instant.EPOCH;
    private volatile NameIndexFile file;
    private volatile long savedChanges;

    /** @param folder where index files are kept, or {@code null} to keep none */
    NameIndexer(NameIndex index, SharedClient connection, Path folder) {
        this.index = index;
        this.connection = connection;
        this.folder = folder;
    }

    /** Begins unless it is at work already; failures leave the index as it was. */
    void begin() {
        start(false, line -> {});
    }

    /** As {@link #begin}, where the names have got old and that was not tried just now, or where they are known to be. */
    void beginIfOld() {
        boolean isDue;
        boolean isOutdated;
        synchronized (this) {
            isOutdated = !working && index.takeOutdated();
            isDue = !working && isOld() && lastTry.plus(BETWEEN_TRIES).isBefore(Instant.now());
        }
        if (isOutdated || isDue) {
            start(isOutdated, line -> {});
        }
    }

    synchronized boolean isWorking() {
        return working;
    }

    /** Asks the service whatever the age; joins in when it is being asked already. */
    void renew(Consumer<String> whenDone) {
        start(true, whenDone);
    }

    private synchronized void start(boolean always, Consumer<String> whenDone) {
        waiting.add(whenDone);
        if (working) {
            return;
        }
        working = true;
        lastTry = Instant.now();
        Thread worker = new Thread(() -> tell(fill(always)), "name-index");
        worker.setDaemon(true);
        worker.start();
    }

    private void tell(String outcome) {
        List<Consumer<String>> told;
        synchronized (this) {
            told = List.copyOf(waiting);
            waiting.clear();
            working = false;
        }
        told.forEach(listener -> listener.accept(outcome));
    }

    private String fill(boolean always) {
        try {
            ImpClient client = connection.get().with(Priority.INDEX).with(ended);
            index.beginReading();
            if (file == null && folder != null) {
                file = NameIndexFile.of(
                        folder, client.endpoint(), client.accounts().me().id());
            }
            if (file != null && index.taken() == null) {
                file.readInto(index);
            }
            if (always || isOld()) {
                Instant begun = Instant.now();
                index.replace(list(client), begun);
                save();
            }
            return "names are up to date: " + counts();
        } catch (UserException failure) {
            return "the names could not be read: " + failure.getMessage();
        } finally {
            index.endReading();
        }
    }

    private void save() {
        if (file != null && index.taken() != null) {
            savedChanges = index.changes();
            file.write(index);
        }
    }

    private boolean isOld() {
        Instant taken = index.taken();
        return taken == null || taken.plus(FRESH).isBefore(Instant.now());
    }

    private static Map<String, List<NameIndex.Entry>> list(ImpClient client) {
        Map<String, List<NameIndex.Entry>> kinds = new HashMap<>();
        Map<String, String> namesOfFew = new HashMap<>();
        for (EntityKind<?> kind : EntityKinds.named()) {
            kinds.put(kind.singular(), names(kind, client, namesOfFew));
        }
        return kinds;
    }

    /**
     * Of builds only the newest are read: each brings its code along.
     *
     * @param namesOfFew names by kind and id of what others point to, added to on the way
     */
    private static <T extends Entity> List<NameIndex.Entry> names(
            EntityKind<T> kind, ImpClient client, Map<String, String> namesOfFew) {
        List<NameIndex.Entry> entries = new ArrayList<>();
        int read = 0;
        for (T entity : kind.list(client, Filter.none())) {
            entries.addAll(IndexedNames.of(entity, (of, id) -> namesOfFew.get(of + " " + id)));
            if (!EntityKinds.isLarge(kind)) {
                namesOfFew.put(kind.singular() + " " + entity.id(), entity.name());
            }
            if (++read == MOST_BUILDS && kind == EntityKinds.BUILD) {
                break;
            }
        }
        return entries;
    }

    private String counts() {
        Map<String, List<NameIndex.Entry>> entries = index.entries();
        List<String> parts = new ArrayList<>();
        for (EntityKind<?> kind : EntityKinds.named()) {
            parts.add(entries.getOrDefault(kind.singular(), List.of()).size() + " "
                    + (kind == EntityKinds.BUILD ? "tags of builds" : kind.plural()));
        }
        return String.join(", ", parts);
    }

    @Override
    public void close() {
        ended.cancel();
        if (savedChanges != index.changes()) {
            save();
        }
    }
}
