package io.impsh.script;

import io.impsh.CountedNoun;
import io.impsh.UserException;
import io.impsh.api.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.graalvm.polyglot.Value;

/** {@code logs.wait(what, pattern, seconds)}: waits until a line comes that matches. */
final class LogWait implements LogTarget {
    static final double USUAL_SECONDS = 60;

    private static final double MOST_SECONDS = 86_400;
    private static final int LONGEST_QUOTE = 80;

    static final Argument[] ARGUMENTS = {
        LogTypes.WHAT,
        Argument.required("pattern", "RegExp | string", "what its message must hold"),
        Argument.optional("seconds", "number", "for so long at most, 60 by default"),
        Argument.options("options", LogStreamOptions.SINCE, LogFilter.TYPES, LogFilter.EXCLUDE)
    };

    private final Pattern pattern;
    private final LogCallbacks callbacks;
    private volatile LogLine found;
    private volatile String ended;
    private volatile LogLine last;
    private long others;

    private LogWait(Pattern pattern, LogCallbacks callbacks) {
        this.pattern = pattern;
        this.callbacks = callbacks;
    }

    static Object of(Host host, Call call) {
        Value wanted = call.value(1);
        Pattern pattern = wanted == null ? null : LogFilter.pattern(wanted);
        if (pattern == null) {
            throw call.wrong(1, "a regular expression or a text");
        }
        double seconds = call.has(2) ? call.number(2) : USUAL_SECONDS;
        if (!(seconds > 0) || seconds > MOST_SECONDS) {
            throw call.wrong(2, "a number of seconds up to 86400");
        }
        LogStreamOptions options = LogStreamOptions.of(call.options(3)).sinceAtLeast(sinceWrite(host));
        StreamedDevices what = StreamedDevices.of(call.value(0), call);
        if (host.isDryRun()) {
            host.io().notice("dry run: no line is waited for, as nothing was changed that could log it");
            return GuestValues.UNDEFINED;
        }
        String named = host.values().describe(wanted);
        String shown = wanted.isString() ? named : wanted.toString();
        return new LogWait(pattern, host.logStreams().callbacks()).run(what, options, seconds, shown, host);
    }

    /**
     * What was changed just now may have been logged before anybody could listen. By the service's clock, which may be
     * ahead of ours or behind it.
     */
    private static Instant sinceWrite(Host host) {
        Instant written = host.writtenAt();
        return written == null
                ? null
                : written.plus(Duration.between(Instant.now(), host.client().earliestServiceTime()));
    }

    private Object run(StreamedDevices what, LogStreamOptions options, double seconds, String shown, Host host) {
        Cancellation cancellation = host.evaluation().cancellation();
        LogStream stream = host.logStreams().follow(what, options, this, cancellation);
        try (ScriptIo.Activity waiting = host.io().begin("waiting for a line")) {
            host.pause(cancellation, seconds, () -> {
                waiting.progress(others(), -1);
                return found != null || ended != null;
            });
        } finally {
            host.logStreams().stop(stream);
        }
        if (found != null) {
            return host.objects().logEntry(found);
        }
        host.evaluation().check();
        throw ended != null
                ? new UserException("STREAM_CLOSED", LogNotices.ended(what.title(), ended), null)
                : timeout(what, seconds, shown);
    }

    private UserException timeout(StreamedDevices what, double seconds, String shown) {
        return new UserException(
                "TIMEOUT",
                "no line of " + what.title() + " has matched " + shown + " within "
                        + (seconds < 1
                                ? seconds + " s"
                                : LogNotices.time(Duration.ofMillis(Math.round(seconds * 1000)))),
                hint(what));
    }

    private synchronized long others() {
        return others;
    }

    private synchronized String hint(StreamedDevices what) {
        if (others == 0) {
            boolean offline = what.devices().stream().noneMatch(device -> device.online());
            return offline
                    ? "none came at all: " + (what.devices().size() == 1 ? "it is" : "they are") + " off line"
                    : "none came at all; {since: '5m'} takes lines that are stored already, too";
        }
        String message = last.entry().message();
        String quoted = message.length() > LONGEST_QUOTE ? message.substring(0, LONGEST_QUOTE) + "…" : message;
        return CountedNoun.of(others, "other line") + " came, the last: " + last.label() + " '" + quoted + "'";
    }

    @Override
    public void line(LogLine line) {
        synchronized (this) {
            if (found != null) {
                return;
            }
            if (pattern.matcher(line.entry().message()).find()) {
                found = line;
            } else {
                last = line;
                others++;
            }
        }
        if (found != null) {
            callbacks.wake();
        }
    }

    @Override
    public void ended(String reason) {
        ended = reason;
        callbacks.wake();
    }
}
