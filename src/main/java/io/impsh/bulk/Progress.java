package io.impsh.bulk;

import java.time.Duration;

/** Tells the listener how far a run is. */
final class Progress {
    private final ApplyListener listener;
    private final Tally tally;
    private volatile long start = System.nanoTime();
    /** Settled before, by earlier runs or without a request. */
    private int settledBefore;

    private int awaitingReadBack;
    private WaveMeter wave;

    Progress(ApplyListener listener, Tally tally) {
        this.listener = listener;
        this.tally = tally;
    }

    /** The clock begins anew: what came before was waiting for an answer. */
    void begin() {
        start = System.nanoTime();
        settledBefore = tally.settled();
    }

    void answered(int items) {
        awaitingReadBack += items;
    }

    void readBack(int items) {
        awaitingReadBack -= items;
    }

    /** @param total items of all waves */
    void waveBegins(Wave begun, int total) {
        wave = new WaveMeter(begun, total, tally);
        listener.waveBegun(wave.sending(0));
        tell(ApplyProgress.Stage.LOOKING_AGAIN);
    }

    void waveEnds(HealthCheck.Finding finding) {
        listener.waveEnded(wave.end(finding));
    }

    void tellHealth(int healthy, int checked, Duration left) {
        tell(ApplyProgress.Stage.CHECKING_HEALTH, wave.waiting(healthy, checked, left));
    }

    void tellPause(Duration left) {
        tell(ApplyProgress.Stage.PAUSING, wave.waiting(0, 0, left));
    }

    void tell(ApplyProgress.Stage stage) {
        tell(stage, wave == null ? null : wave.sending(awaitingReadBack));
    }

    private void tell(ApplyProgress.Stage stage, WaveProgress ofWave) {
        Duration took = took();
        int answered = tally.settled() + awaitingReadBack;
        double seconds = took.toNanos() / 1e9;
        double rate = seconds > 0 ? (answered - settledBefore) / seconds : 0;
        listener.progress(new ApplyProgress(stage, tally.counts(), answered, tally.total(), rate, took, ofWave));
    }

    /** Since the start; not by the wall clock, which may jump. */
    Duration took() {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
