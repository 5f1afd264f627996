package io.impsh.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.impsh.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** A recording that nobody has written when the shell is left: it is kept beside the history, and that is said. */
final class UnwrittenRecording {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'recorded-'uuuuMMdd-HHmmss");

    /** How one is run that has no file yet. */
    static final String COMMAND = "impsh run FILE --dry-run";

    private final Recorder recorder;
    private final ShellPrinter printer;
    private final Path folder;

    /** @param folder {@code null} where nothing is kept: then it is shown */
    UnwrittenRecording(Recorder recorder, ShellPrinter printer, Path folder) {
        this.recorder = recorder;
        this.printer = printer;
        this.folder = folder;
    }

    void keep() {
        if (!recorder.hasRecording() || recorder.recording().count() == 0) {
            return;
        }
        LocalDateTime now = LocalDateTime.now();
        String script = recorder.file().text(now.toLocalDate(), recorder.place(), COMMAND);
        if (folder == null) {
            show(script);
            return;
        }
        try {
            Path file = create(NAME.format(now));
            Files.writeString(file, script, UTF_8);
            printer.notice("the recording was not written to a file of yours; it is in " + file);
        } catch (IOException e) {
            printer.notice("the recording cannot be kept: " + FileNames.reason(e));
            show(script);
        }
    }

    private void show(String script) {
        printer.notice("the recording was not written; this is it:\n" + script.stripTrailing());
    }

    private Path create(String name) throws IOException {
        PrivateFiles.createFolder(folder);
        Path file = folder.resolve(name + ".js");
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(name + "-" + number + ".js");
        }
        return Files.createFile(file, PrivateFiles.attributes());
    }
}
