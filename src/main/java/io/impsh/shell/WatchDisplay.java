package io.impsh.shell;

import io.impsh.output.WatchText;
import io.impsh.script.Redrawing;
import io.impsh.script.WatchRound;

/** Draws each round in the place of the one before, no higher than the screen. */
final class WatchDisplay implements Redrawing {
    private final ShellTerminal terminal;
    private final ProgressDisplay progress;
    private WatchRound before;

    WatchDisplay(ShellTerminal terminal, ProgressDisplay progress) {
        this.terminal = terminal;
        this.progress = progress;
    }

    @Override
    public void show(WatchRound round) {
        terminal.region(WatchText.lines(round, before, terminal.screen(), terminal.regionRows()));
        before = round;
        progress.roundBegins();
    }

    @Override
    public void close() {
        terminal.region(null);
    }
}
