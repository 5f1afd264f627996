package io.impsh.shell;

import io.impsh.output.ProgressLine;
import io.impsh.output.Screen;
import io.impsh.script.CloudTraffic;
import io.impsh.script.ScriptIo.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Shows the youngest thing that is going on, once it has lasted long enough to be worth a line; while an evaluation tells
 * of none, what it asks of the cloud.
 */
final class ProgressDisplay {
    private static final Duration WORTH_A_LINE = Duration.ofMillis(500);

    private final Supplier<ShellTerminal> terminal;
    private final Ticks ticks;
    private final List<Ongoing> ongoing = new ArrayList<>();
    private Supplier<CloudTraffic> traffic = CloudTraffic::none;
    private ShellTerminal.Undo ticking;
    private boolean evaluating;
    private long evaluatingSince;
    private long asked;

    ProgressDisplay(Supplier<ShellTerminal> terminal, Ticks ticks) {
        this.terminal = terminal;
        this.ticks = ticks;
    }

    /** Where to look what is asked of the cloud; looked at only while something is going on. */
    synchronized void watching(Supplier<CloudTraffic> present) {
        traffic = present;
    }

    /** An evaluation begins; {@link #endAll} ends it. */
    synchronized void evaluating() {
        evaluating = true;
        evaluatingSince = ticks.nanos();
        asked = traffic.get().asks();
        tick();
    }

    /** The evaluation has just shown something of its own in the same place; what is asked from now on is new. */
    synchronized void roundBegins() {
        evaluatingSince = ticks.nanos();
        asked = traffic.get().asks();
        if (ongoing.isEmpty()) {
            terminal.get().status(null);
        }
    }

    synchronized Ongoing begin(String what) {
        Ongoing begun = new Ongoing(what, ticks.nanos());
        ongoing.add(begun);
        tick();
        return begun;
    }

    private void tick() {
        if (ticking == null) {
            ticking = ticks.every(this::show);
        }
    }

    /** Forgets what was never ended, such as a change that was cancelled. */
    synchronized void endAll() {
        ongoing.clear();
        evaluating = false;
        rest();
    }

    private synchronized void end(Ongoing ended) {
        if (ongoing.remove(ended)) {
            if (ongoing.isEmpty()) {
                terminal.get().status(null);
            }
            show();
            rest();
        }
    }

    private void rest() {
        if (ongoing.isEmpty() && !evaluating && ticking != null) {
            ticking.undo();
            ticking = null;
            terminal.get().status(null);
        }
    }

    private synchronized void show() {
        if (!ongoing.isEmpty()) {
            Ongoing youngest = ongoing.get(ongoing.size() - 1);
            Duration elapsed = since(youngest.begunAt);
            if (elapsed.compareTo(WORTH_A_LINE) >= 0) {
                terminal.get().status(youngest.line.of(elapsed, traffic.get(), screen()));
            }
        } else if (evaluating && since(evaluatingSince).compareTo(WORTH_A_LINE) >= 0) {
            terminal.get().status(asking());
        }
    }

    /** Nothing while JavaScript works by itself. */
    private String asking() {
        CloudTraffic present = traffic.get();
        boolean asksNow = present.request() != null || present.asks() != asked;
        asked = present.asks();
        return asksNow ? ProgressLine.asking(present, since(evaluatingSince), screen()) : null;
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(ticks.nanos() - nanos);
    }

    private Screen screen() {
        return terminal.get().screen();
    }

    /** How something that is going on looks at one moment. */
    interface Line {
        String of(Duration elapsed, CloudTraffic traffic, Screen screen);
    }

    /** Something that is going on. Told from any thread, often: it only notes what is to be shown. */
    final class Ongoing implements Activity {
        private final long begunAt;
        private final String what;
        private volatile Line line;

        private Ongoing(String what, long begunAt) {
            this.begunAt = begunAt;
            this.what = what;
            progress(0, -1);
        }

        @Override
        public void progress(long done, long total) {
            show((elapsed, present, screen) -> ProgressLine.of(what, done, total, elapsed, present, screen));
        }

        void show(Line other) {
            line = other;
        }

        @Override
        public void close() {
            end(this);
        }
    }
}
