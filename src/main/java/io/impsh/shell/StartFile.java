package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.ExitRequested;
import io.impsh.script.Input;
import io.impsh.script.ResultSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * The user's {@code init.js}: evaluated behind the prompt, so that the prompt need not wait for the engine, and before
 * the first entry.
 */
final class StartFile {
    private final Path file;
    private final Evaluator evaluator;
    private final ShellPrinter printer;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile boolean brokenOff;

    /** @param file {@code null} or absent when there is none */
    StartFile(Path file, Evaluator evaluator, ShellPrinter printer) {
        this.file = file;
        this.evaluator = evaluator;
        this.printer = printer;
    }

    void start() {
        if (file == null || !Files.isRegularFile(file)) {
            done.countDown();
            return;
        }
        Thread thread = new Thread(this::run, "init.js");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits until it has been evaluated.
     *
     * @throws UserException with code {@code CANCELLED} when Ctrl-C broke it off meanwhile: whoever pressed that does not
     *     want what is waiting here either
     */
    void await() {
        boolean waits = done.getCount() > 0;
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (waits && brokenOff) {
            throw new UserException("CANCELLED", "cancelled", null);
        }
    }

    private void run() {
        try {
            String text = Files.readString(file);
            evaluator.evaluate(new Input.Typed(file.getFileName().toString(), text), ResultSink.none());
        } catch (ExitRequested e) {
            printer.notice(file + ": exit() does nothing here");
        } catch (IOException e) {
            printer.failure(new UserException(
                    "FILE", "cannot read " + file + ": " + FileNames.reason(e), "--no-rc starts without it", e));
        } catch (UserException e) {
            brokenOff = e.code().equals("CANCELLED");
            if (brokenOff) {
                printer.aside(file.getFileName() + " was broken off");
            } else {
                printer.failure(e);
            }
        } catch (RuntimeException | Error e) {
            printer.failure(e);
        } finally {
            done.countDown();
        }
    }
}
