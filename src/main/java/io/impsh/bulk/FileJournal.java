package io.impsh.bulk;

import io.impsh.UserException;
import io.impsh.model.EntityRef;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** The journal of one run, in a file. It holds the lock of its plan until it is closed. */
final class FileJournal implements Journal {
    /** So many outcomes go on a line: it is read as a whole. */
    private static final int OUTCOMES_ON_A_LINE = 1000;

    private final Journals journals;
    private final Clock clock;
    private final Map<PlanItem, Integer> numbers = new IdentityHashMap<>();
    private PlanLock lock;
    private JournalFile file;
    private JournalLines lines;
    private int request;
    private boolean incomplete;

    FileJournal(Journals journals, Clock clock) {
        this.journals = journals;
        this.clock = clock;
    }

    @Override
    public Journal another() {
        return journals.newJournal();
    }

    @Override
    public void check(Plan plan) {
        new JournalStart(journals).check(plan);
    }

    @Override
    public String id() {
        return file == null ? null : file.id();
    }

    @Override
    public void begin(Plan plan, ApplyOptions options) {
        JournalStart start = new JournalStart(journals);
        lock = start.lock(plan.id());
        try {
            file = start.newFile(plan);
            lines = start.create(file);
            write(plan, options);
        } catch (IOException e) {
            throw begunNothing(e);
        } catch (UserException e) {
            throw begunNothing(e);
        }
        start.rotate(file);
    }

    private void write(Plan plan, ApplyOptions options) {
        Instant now = clock.instant();
        lines.add(out -> JournalHead.write(out, file.id(), plan, journals.author(), now));
        number(plan);
        for (PlanItem item : plan.items()) {
            lines.add(out -> JournalRecords.item(out, numbers.get(item), item));
        }
        lines.add(out -> JournalRecords.begin(out, now, journals.author(), options));
        lines.sync();
        file.syncFolder();
    }

    private void number(Plan plan) {
        plan.items().forEach(item -> numbers.put(item, numbers.size()));
    }

    private UserException begunNothing(Exception failure) {
        JournalFile begun = file;
        if (lines != null) {
            lines.close();
            lines = null;
            remove(begun);
        }
        file = null;
        close();
        if (failure instanceof UserException user) {
            return user;
        }
        return JournalFailures.cannotBegin(journals.folder(), (IOException) failure);
    }

    private static void remove(JournalFile file) {
        try {
            Files.deleteIfExists(file.path());
        } catch (IOException e) {
            // It was never begun, and the next beginning passes over it, too.
            return;
        }
    }

    /** Goes on with a journal that is there. Nobody else can, until this one is closed. */
    JournalContent reopen(JournalFile earlier) {
        lock = new JournalStart(journals).lock(earlier.plan());
        try {
            JournalReader.Found found = JournalReader.read(earlier.path());
            lines = new JournalLines(earlier.path(), journals.open(earlier.path()));
            lines.cutTo(found.wholeLength());
            file = earlier;
            request = found.content().lastRequest();
            return found.content();
        } catch (IOException e) {
            close();
            throw JournalFailures.cannotBegin(earlier.path(), e);
        } catch (UserException e) {
            close();
            throw e;
        }
    }

    /** @param plan with the items of the reopened journal, in their order */
    void goOn(Plan plan, ApplyOptions options) {
        number(plan);
        lines.add(out -> JournalRecords.begin(out, clock.instant(), journals.author(), options));
        lines.sync();
    }

    @Override
    public int before(List<PlanItem> items) {
        return before(items, null);
    }

    @Override
    public int before(List<PlanItem> items, Instant since) {
        int number = request + 1;
        write(out -> JournalRecords.before(out, number, clock.instant(), since, items, numbers));
        request = number;
        return number;
    }

    @Override
    public void after(int number, String answer) {
        after(number, answer, null);
    }

    @Override
    public void after(int number, String answer, EntityRef created) {
        write(out -> JournalRecords.after(out, number, clock.instant(), answer, created));
    }

    @Override
    public void settled(List<ItemResult> results) {
        for (int start = 0; start < results.size(); start += OUTCOMES_ON_A_LINE) {
            List<ItemResult> some = results.subList(start, Math.min(start + OUTCOMES_ON_A_LINE, results.size()));
            write(out -> JournalRecords.settled(out, clock.instant(), some, numbers));
        }
    }

    private void write(Consumer<JsonGenerator> content) {
        try {
            lines.add(content);
            lines.sync();
        } catch (UserException e) {
            incomplete = true;
            throw e;
        }
    }

    /** Where a line is missing, the journal must not say that the run has ended in order. */
    @Override
    public void end(Report report) {
        if (incomplete) {
            return;
        }
        try {
            write(JournalEnd.of(report, clock.instant())::write);
        } catch (UserException e) {
            // What came of the items is written; resuming finds that nothing is left.
            return;
        }
    }

    @Override
    public void close() {
        if (lines != null) {
            lines.close();
            lines = null;
        }
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
