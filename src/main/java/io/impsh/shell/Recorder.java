package io.impsh.shell;

import io.impsh.script.RecordedInput;
import io.impsh.script.Recording;
import java.util.function.Supplier;

/** Keeps what is entered from {@code .record start} on, until it has been written or forgotten. */
final class Recorder {
    private final Supplier<String> place;
    private Recording recording;
    private String firstPlace;
    private boolean on;

    /** @param place where the shell is connected to, in words */
    Recorder(Supplier<String> place) {
        this.place = place;
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
