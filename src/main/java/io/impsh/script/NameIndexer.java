package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.Cancellation;
import io.impsh.api.Filter;
import io.impsh.api.ImpClient;
import io.impsh.api.Priority;
import io.impsh.model.Deployment;
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
    private static final int MOST_BUILDS = 500;

    private final NameIndex index;
    private final SharedClient connection;
    private final Path folder;
    private final Cancellation ended = new Cancellation();
    private final List<Consumer<String>> waiting = new ArrayList<>();
    private boolean working;

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
            NameIndexFile file = folder == null
                    ? null
                    : NameIndexFile.of(
                            folder, client.endpoint(), client.accounts().me().id());
            if (file != null && index.taken() == null) {
                file.readInto(index);
            }
            if (always || isOld()) {
                index.replace(list(client), Instant.now());
                if (file != null) {
                    file.write(index);
                }
            }
            return "names are up to date: " + counts();
        } catch (UserException failure) {
            return "the names could not be read: " + failure.getMessage();
        }
    }

    private boolean isOld() {
        Instant taken = index.taken();
        return taken == null || taken.plus(FRESH).isBefore(Instant.now());
    }

    private static Map<String, List<NameIndex.Entry>> list(ImpClient client) {
        Map<String, List<NameIndex.Entry>> kinds = new HashMap<>();
        for (EntityKind<?> kind : EntityKinds.named()) {
            kinds.put(kind.singular(), names(kind, client));
        }
        return kinds;
    }

    private static <T extends Entity> List<NameIndex.Entry> names(EntityKind<T> kind, ImpClient client) {
        if (kind == EntityKinds.BUILD) {
            return tags(client);
        }
        List<NameIndex.Entry> entries = new ArrayList<>();
        for (T entity : kind.list(client, Filter.none())) {
            if (entity.name() != null && !entity.name().isEmpty()) {
                entries.add(new NameIndex.Entry(entity.name(), entity.id()));
            }
        }
        return entries;
    }

    /** Of builds the tags, which are what people call them by, and only of the newest: each brings its code along. */
    private static List<NameIndex.Entry> tags(ImpClient client) {
        List<NameIndex.Entry> entries = new ArrayList<>();
        int builds = 0;
        for (Deployment build : client.deployments().list(Filter.none())) {
            build.tags().forEach(tag -> entries.add(new NameIndex.Entry(tag, build.id())));
            if (++builds == MOST_BUILDS) {
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
    }
}
