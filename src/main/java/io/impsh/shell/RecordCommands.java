package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.library.RecordedFile;
import io.impsh.script.Completions;
import io.impsh.script.Recording;
import io.impsh.script.Suggestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code .record}: makes a saved script of what is typed. */
final class RecordCommands {
    private static final String NAME = ".record";
    private static final String WHAT_NEXT = ".record stop FILE writes it as a script, .record drop forgets it";
    private static final Map<String, String> WORDS = new TreeMap<>(Map.of(
            "start", "records from here on",
            "stop", "ends it, and writes it to a file as a script",
            "drop", "forgets it"));

    private final ShellPrinter printer;
    private final Recorder recorder;

    RecordCommands(ShellPrinter printer, Recorder recorder) {
        this.printer = printer;
        this.recorder = recorder;
    }

    DotCommand command() {
        return DotCommand.with(NAME, "[start|stop]", "makes a script of what is typed until stop FILE", this::run)
                .completedBy(RecordCommands::complete);
    }

    private void run(String argument) {
        String[] words = argument.split("\\s+", 2);
        String file = words.length > 1 ? words[1].strip() : "";
        if (!words[0].equals("stop") && !file.isEmpty()) {
            throw usage(NAME + " " + words[0] + " takes nothing more");
        }
        switch (words[0]) {
            case "" -> printer.notice(state());
            case "start" -> start();
            case "stop" -> stop(file);
            case "drop" -> drop();
            default -> throw usage(NAME + " knows start, stop and drop, not '" + words[0] + "'");
        }
    }

    private static UserException usage(String message) {
        return new UserException("USAGE", message, NAME + " [start|stop [FILE]|drop]");
    }

    private String state() {
        if (!recorder.hasRecording()) {
            return "not recording; .record start begins";
        }
        return (recorder.isOn() ? "recording: " : "stopped, and not written yet: ") + size() + "; " + WHAT_NEXT;
    }

    private String size() {
        Recording recording = recorder.recording();
        int failed = recording.failed();
        return inputs(recording.count()) + (failed == 0 ? "" : ", and " + failed + " that failed");
    }

    private static String inputs(int count) {
        return count + (count == 1 ? " input" : " inputs");
    }

    private void start() {
        if (recorder.hasRecording()) {
            throw new UserException(
                    "USAGE",
                    recorder.isOn()
                            ? "it is recorded already: " + size()
                            : "the last recording is not written yet: " + size(),
                    WHAT_NEXT);
        }
        recorder.start();
        printer.aside("recording; .record stop FILE writes it as a script");
    }

    private void drop() {
        requireOne();
        printer.aside("forgotten: " + size());
        recorder.forget();
    }

    private void requireOne() {
        if (!recorder.hasRecording()) {
            throw new UserException("USAGE", "there is no recording", ".record start begins one");
        }
    }

    private void stop(String name) {
        requireOne();
        if (recorder.recording().count() == 0) {
            throw new UserException(
                    "USAGE",
                    "nothing has succeeded since .record start, so there is no script yet",
                    ".record drop ends it");
        }
        recorder.stop();
        if (name.isEmpty()) {
            printer.notice(text(recorder.file(), UnwrittenRecording.COMMAND).stripTrailing());
            printer.aside(WHAT_NEXT);
        } else {
            write(name.endsWith(".js") ? name : name + ".js");
        }
    }

    private String text(RecordedFile script, String command) {
        return script.text(LocalDate.now(), recorder.place(), command);
    }

    /** The command that runs a file, which is named so that it is no script of the library. */
    private static String runs(String name) {
        boolean isPath =
                name.startsWith("/") || name.startsWith("./") || name.startsWith("../") || name.startsWith("~/");
        String path = isPath ? name : "./" + name;
        boolean isPlain = path.matches("[\\p{L}\\p{N}./~_-]+");
        return "impsh run " + (isPlain ? path : "'" + path.replace("'", "'\\''") + "'") + " --dry-run";
    }

    private void write(String name) {
        Path file = FileNames.path(name);
        RecordedFile script = recorder.file();
        try {
            if (Files.exists(file) && !isRecorded(file)) {
                throw new UserException(
                        "FILE",
                        "'" + name + "' is there, and no recording: it is left alone",
                        "the recording is kept; name another file");
            }
            Files.writeString(file, text(script, runs(name)));
        } catch (IOException e) {
            throw new UserException(
                    "FILE",
                    "cannot write '" + name + "': " + FileNames.reason(e),
                    "the recording is kept; name another file",
                    e);
        }
        recorder.forget();
        tell(name, script);
    }

    private static boolean isRecorded(Path file) throws IOException {
        return Files.isRegularFile(file) && RecordedFile.isOne(Files.readString(file));
    }

    private void tell(String name, RecordedFile script) {
        int parameters = script.parameters();
        String with = parameters == 0 ? "" : " with " + parameters + (parameters == 1 ? " parameter" : " parameters");
        printer.notice("wrote " + name + with + "; try it: " + runs(name));
        if (script.unfit() > 0) {
            printer.notice(inputs(script.unfit()) + " cannot stand in a script as "
                    + (script.unfit() == 1 ? "it was" : "they were") + " typed; the file has "
                    + (script.unfit() == 1 ? "it as a comment" : "them as comments"));
        }
        if (!script.missing().isEmpty()) {
            printer.notice("it uses what was set before the recording began: " + String.join(", ", script.missing()));
        }
    }

    private static Completions complete(String beginning) {
        if (beginning.startsWith("stop ")) {
            String file = beginning.substring("stop ".length()).stripLeading();
            return new Completions(
                    beginning.length() - file.length(),
                    FileNames.startingWith(file).stream()
                            .map(name -> new Suggestion(name, "files", null, !name.endsWith("/")))
                            .toList());
        }
        List<Suggestion> words = WORDS.entrySet().stream()
                .filter(word -> word.getKey().startsWith(beginning))
                .map(word -> new Suggestion(word.getKey(), "words", word.getValue(), true))
                .toList();
        return new Completions(0, words);
    }
}
