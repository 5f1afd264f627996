package io.impsh.library;

import io.impsh.script.RecordedInput;
import io.impsh.script.Recording;
import java.time.LocalDate;
import java.util.function.Predicate;

/** What was typed while a recording went on, to see the script that is made of it. */
final class Typed {
    private static final String PLACE = "sandbox demo";

    private final Recording recording = new Recording();
    private Predicate<String> isScript = text -> true;

    /** Inputs that had values. */
    static Typed shown(String... inputs) {
        return new Typed().thenShown(inputs);
    }

    /** Inputs that had none. */
    static Typed silent(String... inputs) {
        return new Typed().thenSilent(inputs);
    }

    static Typed failed(String input, String message) {
        return new Typed().thenFailed(input, message);
    }

    Typed thenShown(String... inputs) {
        for (String input : inputs) {
            recording.add(RecordedInput.succeeded(PLACE, input, true));
        }
        return this;
    }

    Typed thenSilent(String... inputs) {
        for (String input : inputs) {
            recording.add(RecordedInput.succeeded(PLACE, input, false));
        }
        return this;
    }

    Typed thenFailed(String input, String message) {
        recording.add(RecordedInput.failed(PLACE, input, message));
        return this;
    }

    Typed thenAt(String place, String input) {
        recording.add(RecordedInput.succeeded(place, input, true));
        return this;
    }

    Typed where(Predicate<String> isAScript) {
        isScript = isAScript;
        return this;
    }

    /** The whole file. */
    String file() {
        return RecordedFile.of(recording, isScript)
                .text(LocalDate.of(2026, 11, 22), PLACE, "impsh run ./x.js --dry-run");
    }

    /** What stands below the header. */
    String body() {
        String file = file();
        return file.substring(file.indexOf(" */\n") + 4);
    }

    /** The declarations of the parameters, and what stands below the header. */
    String declared() {
        return file().lines()
                .filter(line -> !line.startsWith(" *") || line.startsWith(" * @param"))
                .filter(line -> !line.equals("/**"))
                .reduce("", (text, line) -> text + line + "\n");
    }

    String missing() {
        return String.join(", ", RecordedFile.of(recording, isScript).missing());
    }
}
