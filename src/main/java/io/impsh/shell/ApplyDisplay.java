package io.impsh.shell;

import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.ApplyProgress;
import io.impsh.bulk.WaveEnd;
import io.impsh.bulk.WaveProgress;
import io.impsh.output.ApplyText;

/** Shows how far the applying of one plan is: what is at hand below everything, each wave that is over above it. */
final class ApplyDisplay implements ApplyListener {
    private final ProgressDisplay display;
    private final ShellPrinter printer;
    private ProgressDisplay.Ongoing applying;

    ApplyDisplay(ProgressDisplay display, ShellPrinter printer) {
        this.display = display;
        this.printer = printer;
    }

    @Override
    public synchronized void progress(ApplyProgress progress) {
        if (applying == null) {
            applying = display.begin("applying");
        }
        applying.show((elapsed, traffic, screen) -> ApplyText.line(progress, elapsed, traffic, screen));
        if (settled(progress) && !isWaiting(progress)) {
            end();
        }
    }

    @Override
    public synchronized void waveBegun(WaveProgress wave) {
        end();
    }

    @Override
    public synchronized void waveEnded(WaveEnd wave) {
        end();
        printer.own(screen -> ApplyText.over(wave, screen));
    }

    private void end() {
        if (applying != null) {
            applying.close();
            applying = null;
        }
    }

    /** Nobody says that a plan has been applied; it has when each item has its outcome, and nothing is waited for. */
    private static boolean settled(ApplyProgress progress) {
        return progress.counts().values().stream().mapToInt(Integer::intValue).sum() >= progress.total();
    }

    private static boolean isWaiting(ApplyProgress progress) {
        return progress.stage() == ApplyProgress.Stage.CHECKING_HEALTH
                || progress.stage() == ApplyProgress.Stage.PAUSING;
    }
}
