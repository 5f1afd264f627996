package io.impsh.bulk;

/** Is told how far the applying of a plan is. */
public interface ApplyListener {
    /** Called on the thread that applies the plan, after each answer; has to be quick and must not throw. */
    void progress(ApplyProgress progress);

    /** A wave begins. Like all that follows on the thread that applies the plan; has to be quick and must not throw. */
    default void waveBegun(WaveProgress wave) {}

    /**
     * A wave has been sent and read back, and the health of its devices is known, or will not be. Told of a plan without
     * waves too when health is asked of it, which then is one wave.
     */
    default void waveEnded(WaveEnd wave) {}

    static ApplyListener none() {
        return progress -> {};
    }
}
