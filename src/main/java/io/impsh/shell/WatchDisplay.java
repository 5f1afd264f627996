package io.impsh.shell;

import io.impsh.output.WatchText;
import io.impsh.script.Redrawing;
import io.impsh.script.WatchRound;

/** Draws each round in the place of the one before, no higher than the screen. */
final class WatchDisplay implements Redrawing {
    /** Below it stands the status line. What fills the screen to its first line, tmux would keep each time it is erased. */
    private static final int BELOW = 2;

    private final ShellTerminal terminal;
    private final ProgressDisplay progress;
    private WatchRound before;

    WatchDisplay(ShellTerminal terminal, ProgressDisplay progress) {
        this.terminal = terminal;
        this.progress = progress;
    }

    @Override
    public void show(WatchRound round) {
        terminal.region(WatchText.lines(round, before, terminal.screen(), terminal.rows() - BELOW));
        before = round;
        progress.roundBegins();
    }

    @Override
    public void close() {
        terminal.region(null);
    }
}
