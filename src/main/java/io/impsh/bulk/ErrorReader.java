package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.model.LogEntry;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Looks for errors in the stored logs of devices. */
final class ErrorReader {
    private static final Set<String> ERRORS = Set.of("server.error", "agent.error");
    private static final String LAST_EXIT_CODE = "lastexitcode";
    /** A restart that was asked for leaves an exit code too, which is none of these. */
    private static final Pattern BAD_EXIT =
            Pattern.compile("out of memory|error|exception|watchdog|crash", Pattern.CASE_INSENSITIVE);

    private final Run run;
    private String trouble = "";

    ErrorReader(Run run) {
        this.run = run;
    }

    /**
     * Whether all logs could be read; not when the run was asked to stop meanwhile.
     *
     * @param found is told the first error of each device that has logged one, on the calling thread
     */
    boolean read(List<PlanItem> items, Instant since, BiConsumer<PlanItem, String> found) {
        Queue<PlanItem> queue = new ArrayDeque<>(items);
        int[] read = new int[1];
        trouble = "";
        run.workers()
                .run(
                        () -> run.control().isStopping() ? null : queue.poll(),
                        item -> look(item, since),
                        (item, look) -> {
                            read[0] += look.trouble() == null ? 1 : 0;
                            trouble = look.trouble() == null ? trouble : " (" + look.trouble() + ")";
                            look.error().ifPresent(error -> found.accept(item, error));
                        });
        return read[0] == items.size();
    }

    /** @param trouble why the log could not be read, or {@code null} */
    private record Look(Optional<String> error, String trouble) {}

    private Look look(PlanItem item, Instant since) {
        try {
            List<LogEntry> log = run.cloud().log(item.target().id(), since);
            Optional<String> first = Optional.empty();
            for (LogEntry entry : log) {
                if (isError(entry)) {
                    first = Optional.of(entry.type() + ": " + entry.message());
                }
            }
            return new Look(first, null);
        } catch (UserException e) {
            return new Look(Optional.empty(), e.getMessage());
        }
    }

    private static boolean isError(LogEntry entry) {
        return ERRORS.contains(entry.type())
                || LAST_EXIT_CODE.equals(entry.type())
                        && BAD_EXIT.matcher(entry.message()).find();
    }

    /** What went wrong when reading last, in brackets; empty when nothing did. */
    String trouble() {
        return trouble;
    }
}
