package io.impsh.shell;

import io.impsh.library.RecordedFile;
import io.impsh.script.RecordedInput;
import io.impsh.script.Recording;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Keeps what is entered from {@code .record start} on, until it has been written or forgotten. */
final class Recorder {
    private final Supplier<String> place;
    private final Predicate<String> isScript;
    private Recording recording;
    private String firstPlace;
    private boolean on;

    /**
     * @param place where the shell is connected to, in words
     * @param isScript whether a text can be a saved script
     */
    Recorder(Supplier<String> place, Predicate<String> isScript) {
        this.place = place;
        this.isScript = isScript;
    }

    void start() {
        recording = new Recording();
        firstPlace = place.get();
        on = true;
    }

    void stop() {
        on = false;
    }

    void forget() {
        recording = null;
        on = false;
    }

    boolean isOn() {
        return on;
    }

    /** Whether there is something that was not written yet, be it still going on. */
    boolean hasRecording() {
        return recording != null;
    }

    Recording recording() {
        return recording;
    }

    /** As a script. */
    RecordedFile file() {
        return RecordedFile.of(recording, isScript);
    }

    /** Where it began. */
    String place() {
        return firstPlace;
    }

    /** @param shown whether it had a value */
    void succeeded(String input, boolean shown) {
        if (on) {
            recording.add(RecordedInput.succeeded(place.get(), input, shown));
        }
    }

    void failed(String input, String message) {
        if (on) {
            recording.add(RecordedInput.failed(place.get(), input, message));
        }
    }
}
