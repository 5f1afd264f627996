package io.impsh.bulk;

import io.impsh.UserException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A plan that was applied, wholly or in part, as its journal tells. What a list shows costs a look at two lines of the
 * journal; the plan, the options and the report read all of it, each time it has grown.
 */
public final class JournalledPlan {
    private final Journals journals;
    private JournalGlance glance;
    private JournalContent content;
    private long contentSize = -1;

    /** How far it has come. */
    public enum Status {
        /** Some shell is applying it at this moment. */
        RUNNING,
        /** Every item has its outcome. */
        COMPLETE,
        /** It ended before everything was started: Ctrl-C, too many failures, a health check. */
        STOPPED,
        /** It ended without a word: a kill, a lost machine. */
        INTERRUPTED
    }

    JournalledPlan(Journals journals, JournalGlance glance) {
        this.journals = journals;
        this.glance = glance;
    }

    /** The id by which it is resumed and undone. */
    public String id() {
        return glance.file().id();
    }

    /** As the plan had it when it was applied first. */
    public String title() {
        return glance.head().plan().title();
    }

    /** Where it was applied. */
    public Home home() {
        return glance.head().plan().home();
    }

    /** As it was when it was applied, without secrets. */
    public Plan plan() {
        return content().plan();
    }

    /** At this moment. */
    public Status status() {
        look();
        if (glance.end() == null) {
            if (PlanLock.isTaken(glance.file().lock())) {
                return Status.RUNNING;
            }
            // It may have ended between the two looks.
            look();
        }
        if (glance.end() == null) {
            return Status.INTERRUPTED;
        }
        return glance.isComplete() ? Status.COMPLETE : Status.STOPPED;
    }

    private void look() {
        glance = JournalGlance.at(glance.file()).orElseThrow(this::gone);
    }

    private UserException gone() {
        return new UserException(
                "NO_SUCH_PLAN", "the journal of plan " + id() + " is gone", "plans.list() shows those that are there");
    }

    public Instant begunAt() {
        return glance.head().at();
    }

    /** {@code null} while it has not ended in order. */
    public Instant endedAt() {
        return glance.end() == null ? null : glance.end().at();
    }

    /** Who applied it first. */
    public Author author() {
        return glance.head().author();
    }

    /**
     * Items per outcome; every outcome is a key. What was sent and has no outcome yet counts as unknown, what was never
     * sent as skipped.
     */
    public Map<Outcome, Integer> counts() {
        return glance.end() == null ? report().counts() : glance.end().counts();
    }

    /**
     * With what it was applied last; a function is {@link Health.KeptBack}. Repeating what is unknown has to be wanted
     * each time.
     */
    public ApplyOptions options() {
        return content().options().withRetryUnknown(false);
    }

    /**
     * One result per item. What was never sent and has no outcome yet is {@link ItemResult#notStarted()}; what was sent
     * and has none is unknown.
     */
    public Report report() {
        JournalContent now = content();
        Plan plan = now.plan();
        Past past = Past.asWritten(now, plan.items());
        JournalEnd end = now.end();
        return new Report(
                id(),
                plan,
                new PastResults(past).of(plan.items()),
                end == null ? Duration.ZERO : between(begunAt(), end.at()),
                end == null ? "it was interrupted" : end.stopped(),
                OptionalInt.empty());
    }

    /** By the wall clock, which may have been set back meanwhile. */
    private static Duration between(Instant begin, Instant end) {
        return end.isBefore(begin) ? Duration.ZERO : Duration.between(begin, end);
    }

    /** All of it, as far as it is written at this moment. */
    JournalContent content() {
        long size = glance.file().path().toFile().length();
        if (content == null || size != contentSize) {
            content = JournalReader.read(glance.file().path()).content();
            contentSize = size;
        }
        if (!content.hasBegun()) {
            throw gone();
        }
        return content;
    }

    /** Nobody else can take it up until the journal is closed. */
    Reopened reopen() {
        FileJournal journal = journals.newJournal();
        return new Reopened(journal, journal.reopen(glance.file()));
    }

    /** @param content all that it told until then */
    record Reopened(FileJournal journal, JournalContent content) {}
}
