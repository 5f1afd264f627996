package io.impsh.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.UserException;
import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.Question;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Somebody who reads everything, answers every question in the same way, and remembers what was asked. */
final class RecordingIo implements ScriptIo {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    /** Lines of results, notices as {@code ! line}, questions as {@code ? question}. */
    final List<String> lines = new CopyOnWriteArrayList<>();

    private volatile int pageRows;
    private volatile boolean somebody = true;
    private volatile boolean atPrompt;
    private volatile boolean yes = true;
    private volatile String text = "answer";
    private volatile Runnable onProgress = () -> {};
    private volatile Runnable onPrint = () -> {};
    private volatile Runnable onWritten = () -> {};

    /** Waits until exactly this has been said, and forgets it; what comes from other threads takes its time. */
    void awaitLines(String... expected) {
        awaitThat(() -> lines.equals(List.of(expected)));
        assertThat(lines).containsExactly(expected);
        lines.clear();
    }

    static void awaitThat(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    void saysNo() {
        yes = false;
    }

    void nobodyIsThere() {
        somebody = false;
    }

    /** As at the prompt: so many rows of a list at once. */
    void pageRows(int rows) {
        pageRows = rows;
    }

    @Override
    public int pageRows() {
        return pageRows;
    }

    void types(String line) {
        text = line;
    }

    /** What happens while a plan is being applied, after each answer. */
    void onProgress(Runnable action) {
        onProgress = action;
    }

    /** What happens after each result that is printed. */
    void onPrint(Runnable action) {
        onPrint = action;
    }

    @Override
    public void print(Shown shown) {
        lines.add(ShownText.of(shown));
        onPrint.run();
    }

    @Override
    public void notice(String line) {
        lines.add("! " + line);
    }

    @Override
    public boolean canAsk() {
        return somebody;
    }

    @Override
    public boolean confirm(Question question) {
        String number = question.typeNumber() ? " [type " + question.count() + "]" : "";
        return asked(question.text() + number) && yes;
    }

    @Override
    public String ask(String question, String preset) {
        asked(question);
        return text.isEmpty() ? preset : text;
    }

    @Override
    public String askSecret(String question) {
        asked(question);
        return text;
    }

    private boolean asked(String question) {
        lines.add("? " + question);
        if (!somebody) {
            throw new UserException("CONFIRMATION_NEEDED", "nobody can be asked: " + question, null);
        }
        return true;
    }

    @Override
    public ApplyListener applyListener() {
        return progress -> onProgress.run();
    }

    @Override
    public Activity begin(String what) {
        return Activity.none();
    }

    /** Failures as {@code ! failed: code: message}, below them their place in the script. */
    @Override
    public void tellFailure(UserException failure) {
        String place = failure instanceof ScriptFailure known && known.position() != null
                ? " at " + known.position().line() + ":" + known.position().column()
                : "";
        lines.add("! failed: " + failure.code() + ": " + failure.getMessage() + place);
    }

    void atPrompt() {
        atPrompt = true;
    }

    @Override
    public boolean isAtPrompt() {
        return atPrompt;
    }

    /** What happens when lines are about to be written to a file. */
    void onWritten(Runnable action) {
        onWritten = action;
    }

    @Override
    public String written(Shown.LogLines lines) {
        onWritten.run();
        return ShownText.of(lines) + "\n";
    }

    @Override
    public void log(Shown.LogLines lines) {
        print(lines);
    }

    @Override
    public boolean canStream() {
        return true;
    }
}
