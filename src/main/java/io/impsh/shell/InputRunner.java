package io.impsh.shell;

import io.impsh.UserException;
import io.impsh.script.ExitRequested;
import io.impsh.script.Input;
import io.impsh.script.ResultSink;
import io.impsh.script.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Evaluates one input after the other and shows what each came to. No failure gets out of here. */
final class InputRunner {
    private final InterruptKey interruptKey;
    private final BooleanSupplier streaming;
    private final ShellPrinter printer;
    private final ProgressDisplay progress;
    private final Recorder recorder;
    private final List<String> succeeded = new ArrayList<>();
    private int count;

    /** @param streaming whether log lines are on their way */
    InputRunner(
            InterruptKey interruptKey,
            BooleanSupplier streaming,
            ShellPrinter printer,
            ProgressDisplay progress,
            Recorder recorder) {
        this.interruptKey = interruptKey;
        this.streaming = streaming;
        this.printer = printer;
        this.progress = progress;
        this.recorder = recorder;
    }

    /** @throws ExitRequested when the script wants to leave */
    void typed(String text) {
        count++;
        evaluate(new Input.Typed("input " + count, text), text);
    }

    /** A file whose declarations are shared with the inputs that follow. */
    void loaded(String name, String text) {
        evaluate(new Input.Typed(name, text), text);
    }

    /** What a command of the prompt asks, which is no input to be kept. */
    void asked(String name, String text) {
        evaluate(new Input.Typed(name, text), shown -> {}, failure -> {});
    }

    /** The inputs that came to a result, oldest first. */
    List<String> succeeded() {
        return List.copyOf(succeeded);
    }

    private void evaluate(Input input, String text) {
        boolean[] hasValue = new boolean[1];
        if (evaluate(
                input,
                shown -> hasValue[0] = !(shown instanceof Shown.Nothing),
                message -> recorder.failed(text, message))) {
            succeeded.add(text);
            recorder.succeeded(text, hasValue[0]);
        }
    }

    private boolean evaluate(Input input, Consumer<Shown> value, Consumer<String> failure) {
        printer.goOn();
        try {
            return succeeds(
                    input,
                    shown -> {
                        value.accept(shown);
                        printer.value(shown, streaming.getAsBoolean());
                    },
                    failure);
        } finally {
            // What callbacks of logs.on print now is not what was stopped.
            printer.goOn();
        }
    }

    private boolean succeeds(Input input, ResultSink sink, Consumer<String> failure) {
        progress.evaluating();
        try {
            interruptKey.evaluate(input, sink);
            return true;
        } catch (ExitRequested e) {
            throw e;
        } catch (UserException e) {
            failure.accept(e.getMessage());
            if (e.code().equals("CANCELLED")) {
                printer.aside("cancelled");
            } else {
                printer.failure(e);
            }
        } catch (RuntimeException | Error e) {
            failure.accept(String.valueOf(e.getMessage()));
            printer.failure(e);
        } finally {
            progress.endAll();
        }
        return false;
    }
}
