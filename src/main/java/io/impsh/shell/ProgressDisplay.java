package io.impsh.shell;

import io.impsh.output.ProgressLine;
import io.impsh.output.Screen;
import io.impsh.script.ScriptIo.Activity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Shows the youngest thing that is going on, once it has lasted long enough to be worth a line. */
final class ProgressDisplay {
    private static final Duration WORTH_A_LINE = Duration.ofMillis(500);

    private final Supplier<ShellTerminal> terminal;
    private final Ticks ticks;
    private final List<Ongoing> ongoing = new ArrayList<>();
    private ShellTerminal.Undo ticking;

    ProgressDisplay(Supplier<ShellTerminal> terminal, Ticks ticks) {
        this.terminal = terminal;
        this.ticks = ticks;
    }

    synchronized Ongoing begin(String what) {
        Ongoing begun = new Ongoing(what, ticks.nanos());
        ongoing.add(begun);
        if (ticking == null) {
            ticking = ticks.every(this::show);
        }
        return begun;
    }

    /** Forgets what was never ended, such as a change that was cancelled. */
    synchronized void endAll() {
        ongoing.clear();
        rest();
    }

    private synchronized void end(Ongoing ended) {
        if (ongoing.remove(ended)) {
            show();
            rest();
        }
    }

    private void rest() {
        if (ongoing.isEmpty() && ticking != null) {
            ticking.undo();
            ticking = null;
            terminal.get().status(null);
        }
    }

    private synchronized void show() {
        if (ongoing.isEmpty()) {
            return;
        }
        Ongoing youngest = ongoing.get(ongoing.size() - 1);
        Duration elapsed = Duration.ofNanos(ticks.nanos() - youngest.begunAt);
        if (elapsed.compareTo(WORTH_A_LINE) >= 0) {
            terminal.get().status(youngest.line(elapsed, terminal.get().screen()));
        }
    }

    /** Something that is going on. Told from any thread, often: it only notes the numbers. */
    final class Ongoing implements Activity {
        private final long begunAt;
        private volatile State state;

        private record State(String what, long done, long total) {}

        private Ongoing(String what, long begunAt) {
            this.begunAt = begunAt;
            this.state = new State(what, 0, -1);
        }

        @Override
        public void progress(long done, long total) {
            progress(state.what(), done, total);
        }

        void progress(String what, long done, long total) {
            state = new State(what, done, total);
        }

        private String line(Duration elapsed, Screen screen) {
            State now = state;
            return ProgressLine.of(now.what(), now.done(), now.total(), elapsed, screen);
        }

        @Override
        public void close() {
            end(this);
        }
    }
}
