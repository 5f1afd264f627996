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

    /** Waits until it has been evaluated; Ctrl-C shortens that by interrupting the evaluation. */
    void await() {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            String text = Files.readString(file);
            evaluator.evaluate(new Input.Typed(file.getFileName().toString(), text), ResultSink.none());
        } catch (ExitRequested e) {
            printer.notice(file + ": exit() does nothing here");
        } catch (IOException e) {
            printer.failure(new UserException("FILE", "cannot read " + file, e.getMessage(), e));
        } catch (RuntimeException | Error e) {
            printer.failure(e);
        } finally {
            done.countDown();
        }
    }
}
