package io.impsh.script;

import io.impsh.CountedNoun;
import io.impsh.logs.LogEvent;
import io.impsh.model.Device;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What happens to log streams in words for people, with what they can do about it. */
final class LogNotices {
    private static final int LONGEST_QUOTE = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private LogNotices() {}

    static String of(LogEvent event) {
        if (event instanceof LogEvent.Lost lost) {
            return "the log stream is lost: " + lost.reason() + "; trying again in " + time(lost.retryIn())
                    + ", its devices are sampled meanwhile";
        } else if (event instanceof LogEvent.Back back) {
            return "the log stream is back after " + time(back.away()) + "; " + CountedNoun.of(back.filled(), "line")
                    + " of that time came from the stored logs";
        } else if (event instanceof LogEvent.Gap gap) {
            return "lines of " + label(gap.device()) + " may be missing" + between(gap.from(), gap.to()) + ": "
                    + gap.reason();
        } else if (event instanceof LogEvent.Left left) {
            return label(left.device()) + " is no longer followed: " + left.reason()
                    + (left.unreadSince() == null ? "" : "; its log was read until " + local(left.unreadSince()));
        } else if (event instanceof LogEvent.Joined joined) {
            return label(joined.device()) + " has joined and is followed, too";
        } else if (event instanceof LogEvent.StreamsLimited limited) {
            return "the service allows the account " + CountedNoun.of(limited.streams(), "log stream")
                    + "; no more are tried until logs.maxStreams is set again";
        } else if (event instanceof LogEvent.Taken taken) {
            return "another session of the account, or a tool such as impt, has taken the log stream; "
                    + (taken.reopening()
                            ? "it is opened once more"
                            : "its devices are sampled from now on, and a new logs.stream(...) takes it back");
        } else if (event instanceof LogEvent.Unreadable unreadable) {
            return "something came on the log stream that is no log line: " + start(unreadable.data());
        }
        return "the log stream is over: " + ((LogEvent.Ended) event).reason();
    }

    /** Such as {@code streaming 116 devices: 8 live, 108 sampled every 20 s}. */
    static String limited(LogStream stream, LogEvent.Limited event) {
        return "streaming " + stream.standing(event);
    }

    /** Such as {@code the log stream of Kitchen is over: it has left the account}. */
    static String ended(String title, String reason) {
        return "the log stream of " + title + " is over: " + reason;
    }

    /** Seconds, and minutes where there are many. */
    static String time(Duration time) {
        long seconds = Math.max(1, Math.round(time.toMillis() / 1000.0));
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    private static String label(Device device) {
        return LogLine.label(device.id(), device.name());
    }

    private static String between(Instant from, Instant to) {
        if (from != null && to != null) {
            return " between " + local(from) + " and " + local(to);
        }
        return from != null ? " since " + local(from) : to != null ? " before " + local(to) : "";
    }

    /** With the day when it is another one. */
    private static String local(Instant time) {
        ZonedDateTime here = time.atZone(ZoneId.systemDefault());
        boolean today = here.toLocalDate().equals(LocalDate.now(here.getZone()));
        return here.format(today ? TIME : DAY_AND_TIME);
    }

    private static String start(String data) {
        return data.length() <= LONGEST_QUOTE ? data : data.substring(0, LONGEST_QUOTE) + "…";
    }
}
