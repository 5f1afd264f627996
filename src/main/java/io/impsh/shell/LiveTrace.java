package io.impsh.shell;

import java.util.function.Consumer;

/** The trace of a shell, which {@code .debug} turns on and off. Safe for use by several threads. */
public final class LiveTrace {
    private volatile boolean on;
    private volatile Consumer<String> lines = none -> {};

    /** @param on as {@code --debug} wants it */
    public LiveTrace(boolean on) {
        this.on = on;
    }

    /** Whether requests are to be told at the moment. */
    public boolean isOn() {
        return on;
    }

    void turn(boolean wanted) {
        on = wanted;
    }

    /** From now on; until then nothing is told. */
    void tellTo(Consumer<String> printer) {
        lines = printer;
    }

    /** Shows that, in lines of their own, above the entry if one is being typed. */
    public void tell(String text) {
        lines.accept(text);
    }
}
