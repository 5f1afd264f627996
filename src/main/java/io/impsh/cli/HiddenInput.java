package io.impsh.cli;

import io.impsh.UserException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/** A terminal that does not show what is typed, until it is closed or the program ends. */
final class HiddenInput {
    private final Thread atEnd = new Thread(HiddenInput::endedBySignal);

    private HiddenInput() {}

    /** @throws UserException when it cannot be hidden: better not asked than shown */
    static HiddenInput begin() {
        HiddenInput hidden = new HiddenInput();
        Runtime.getRuntime().addShutdownHook(hidden.atEnd);
        if (!echo("-echo")) {
            Runtime.getRuntime().removeShutdownHook(hidden.atEnd);
            throw new UserException(
                    "CONFIRMATION_NEEDED", "a secret is needed, and this terminal cannot hide what is typed", null);
        }
        return hidden;
    }

    /** The key that ended the program was not shown either, and with it no end of the line. */
    private static void endedBySignal() {
        echo("echo");
        try (FileOutputStream terminal = new FileOutputStream(FileDescriptor.err)) {
            terminal.write('\n');
        } catch (IOException gone) {
            // There is nobody to see it.
            return;
        }
    }

    private static boolean echo(String setting) {
        try {
            return new ProcessBuilder("stty", setting)
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchTool) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void close() {
        echo("echo");
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException ending) {
            // Then it is done once more, which does no harm.
            return;
        }
    }
}
