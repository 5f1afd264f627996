package io.impsh.script;

import io.impsh.UserException;
import io.impsh.api.PagedIterator;
import io.impsh.model.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.graalvm.polyglot.Value;

/**
 * Which stored lines of a device's log are wanted. The service gives them newest first and knows no filters, so that
 * pages are fetched until there is enough, and no more.
 *
 * @param limit at most so many
 * @param since none that is older; {@code null} for any age
 */
record LogQuery(int limit, Instant since, LogFilter filter) {
    /** What a look at a log shows: a screenful. */
    static final int SCREENFUL = 20;

    /** The service's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final int LARGEST_PAGE = 100;

    static final Argument OPTIONS = Argument.options(
            "options",
            Argument.optional("limit", "number", "at most so many, the newest; 20, or with since all"),
            Argument.optional("since", "string | Date", "none older: '10m', '2h', a Date or an ISO time"),
            LogFilter.TYPES,
            LogFilter.MATCH,
            LogFilter.EXCLUDE);

    static LogQuery of(Options options, Instant now) {
        Instant since = since(options, now);
        int limit = options.has("limit") ? positive(options, "limit") : since == null ? SCREENFUL : Integer.MAX_VALUE;
        return new LogQuery(limit, since, LogFilter.of(options));
    }

    static int positive(Options options, String key) {
        Value given = options.value(key);
        if (!given.isNumber() || !given.fitsInInt() || given.asInt() < 1) {
            throw options.wrong(key, "a whole number from 1 upwards");
        }
        return given.asInt();
    }

    static Instant since(Options options, Instant now) {
        Value given = options.value("since");
        if (given == null) {
            return null;
        }
        Instant since = since(given, options, now);
        if (since.isAfter(now.plus(SKEW))) {
            throw new UserException(
                    "USAGE",
                    "since is in the future: " + since.truncatedTo(ChronoUnit.SECONDS),
                    "new lines come without since; {since: '10m'} takes those of the last ten minutes, too");
        }
        return since;
    }

    private static Instant since(Value given, Options options, Instant now) {
        if (given.isInstant()) {
            return given.asInstant();
        }
        String text = given.isString() ? given.asString() : "";
        Optional<Duration> ago = text.matches("\\d+") ? Optional.empty() : DurationText.parse(text);
        return ago.map(now::minus)
                .or(() -> time(text))
                .orElseThrow(() -> options.wrong("since", "a time ago such as '10m' or '2h', a Date or an ISO time"));
    }

    /** With its offset, or local, or a day. */
    private static Optional<Instant> time(String text) {
        ZoneId here = ZoneId.systemDefault();
        List<Function<String, Instant>> forms = List.of(
                form -> OffsetDateTime.parse(form).toInstant(),
                form -> LocalDateTime.parse(form.replace(' ', 'T')).atZone(here).toInstant(),
                form -> LocalDate.parse(form).atStartOfDay(here).toInstant());
        for (var form : forms) {
            try {
                return Optional.of(form.apply(text));
            } catch (DateTimeParseException another) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** The lines, oldest first. */
    List<LogEntry> read(String deviceId, Host host) {
        List<LogEntry> found = new ArrayList<>();
        try (PagedIterator<LogEntry> entries =
                        host.client().devices().logs(deviceId, pageSize()).iterator();
                ScriptIo.Activity activity = host.io().begin("reading the log")) {
            while (found.size() < limit && entries.hasNext()) {
                LogEntry entry = entries.next();
                if (isTooOld(entry)) {
                    break;
                }
                if (filter.accepts(entry)) {
                    found.add(entry);
                    activity.progress(found.size(), -1);
                }
            }
        }
        Collections.reverse(found);
        return found;
    }

    private boolean isTooOld(LogEntry entry) {
        return since != null && entry.time() != null && entry.time().isBefore(since);
    }

    private int pageSize() {
        return filter.acceptsAll() ? Math.min(limit, LARGEST_PAGE) : LARGEST_PAGE;
    }
}
