package io.impsh.bulk;

import io.impsh.api.SentWrite;
import io.impsh.api.WriteAnswer;
import io.impsh.api.WriteWitness;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JsonGenerator;

/**
 * Writes down each change that is sent to the service beside those of plans, which have journals of their own: a line
 * before, and a line after with what came of it, in {@code audit.ndjson}. Where that cannot be written, it is told once,
 * and the work goes on.
 */
public final class AuditFile implements WriteWitness {
    private static final String NAME = "audit";
    private static final RotatingFile.Limits LIMITS = new RotatingFile.Limits(10 * 1024 * 1024, 5, Duration.ofDays(90));

    private final String session = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicLong requests = new AtomicLong();
    private final AtomicBoolean hasFailed = new AtomicBoolean();
    private final Supplier<Optional<Path>> folder;
    private final Author author;
    private final Consumer<String> notices;
    private final RotatingFile.Limits limits;
    private final Clock clock;
    private RotatingFile file;

    /**
     * @param folder where it is; asked for with the first change, empty where nothing can be written
     * @param notices where to say that it cannot be written
     */
    public AuditFile(Supplier<Optional<Path>> folder, Author author, Consumer<String> notices) {
        this(folder, author, notices, LIMITS, Clock.systemUTC());
    }

    AuditFile(
            Supplier<Optional<Path>> folder,
            Author author,
            Consumer<String> notices,
            RotatingFile.Limits limits,
            Clock clock) {
        this.folder = folder;
        this.author = author;
        this.notices = notices;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public long before(SentWrite write) {
        long request = requests.incrementAndGet();
        append(out -> {
            begin(out, "before", request);
            out.writeStringProperty("method", write.method());
            out.writeStringProperty("path", write.path());
            if (write.body() != null) {
                out.writeName("body").writeRawValue(write.body());
            }
            out.writeStringProperty("endpoint", write.endpoint());
            out.writeStringProperty("account", write.account());
            out.writeStringProperty("who", author.who());
            out.writeStringProperty("profile", author.profile());
            out.writeStringProperty("program", author.program());
        });
        return request;
    }

    @Override
    public void after(long request, WriteAnswer answer) {
        append(out -> {
            begin(out, "after", request);
            out.writeStringProperty("answer", answer.words());
            if (answer.status() != null) {
                out.writeNumberProperty("status", answer.status());
            }
            if (answer.created() != null) {
                out.writeStringProperty("created", answer.created());
            }
            if (answer.tries() > 1) {
                out.writeNumberProperty("tries", answer.tries());
            }
        });
    }

    private void begin(JsonGenerator out, String record, long request) {
        out.writeStringProperty("record", record);
        out.writeStringProperty("at", clock.instant().toString());
        out.writeStringProperty("session", session);
        out.writeNumberProperty("request", request);
    }

    private void append(Consumer<JsonGenerator> content) {
        try {
            file().append(Json.line(content));
        } catch (IOException failure) {
            if (!hasFailed.getAndSet(true)) {
                notices.accept("changes are not being written down: " + words(failure));
            }
        }
    }

    private static String words(IOException failure) {
        String place = failure instanceof FileNotFoundException ? "cannot add to " : "";
        return failure instanceof AccessDeniedException
                ? "cannot make " + failure.getMessage()
                : place + failure.getMessage();
    }

    private synchronized RotatingFile file() throws IOException {
        if (file == null) {
            Path state = folder.get()
                    .orElseThrow(() -> new IOException("the state folder cannot be written; IMPSH_HOME names another"));
            file = new RotatingFile(state, NAME, limits, clock);
        }
        return file;
    }
}
