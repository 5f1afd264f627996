package io.impsh.shell;

import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.ApplyProgress;

/** Shows how far the applying of one plan is. */
final class ApplyDisplay implements ApplyListener {
    private final ProgressDisplay display;
    private ProgressDisplay.Ongoing applying;

    ApplyDisplay(ProgressDisplay display) {
        this.display = display;
    }

    @Override
    public synchronized void progress(ApplyProgress progress) {
        if (applying == null) {
            applying = display.begin(words(progress.stage()));
        }
        applying.progress(words(progress.stage()), progress.answered(), progress.total());
        if (settled(progress)) {
            applying.close();
            applying = null;
        }
    }

    /** Nobody says that a plan has been applied; it has when each item has its outcome. */
    private static boolean settled(ApplyProgress progress) {
        return progress.counts().values().stream().mapToInt(Integer::intValue).sum() >= progress.total();
    }

    private static String words(ApplyProgress.Stage stage) {
        return switch (stage) {
            case LOOKING_AGAIN -> "looking again";
            case CHANGING -> "changing";
            case READING_BACK -> "reading back";
            case PAUSING -> "pausing";
            case CHECKING_HEALTH -> "checking health";
        };
    }
}
