package io.impsh.shell;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Any program under a real pseudo-terminal, made by util-linux's {@code script}. Its output is a stream, not a screen:
 * each wait goes on where the last one found what it looked for.
 */
public final class PtyProgram implements AutoCloseable {
    public static final String CONTROL_C = "\u0003";
    public static final String CONTROL_D = "\u0004";
    public static final String ENTER = "\r";
    public static final String TAB = "\t";
    public static final String UP = "\u001bOA";

    /** Control sequences, strings to the terminal, and the two-character sequences. */
    private static final Pattern ESCAPES = Pattern.compile(
            "\u001b(?:\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001b]*(?:\u0007|\u001b\\\\)|[@-Z\\\\^_=>78()][B0]?)");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String command;
    private final Process process;
    private final OutputStream keys;
    private final StringBuilder output = new StringBuilder();
    private int seen;
    private boolean ended;

    private PtyProgram(String command, Process process) {
        this.command = command;
        this.process = process;
        this.keys = process.getOutputStream();
        Thread reader = new Thread(this::gather, "output of " + command);
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a program with its arguments, quoted as for {@code sh}, in a window of 80 by 24. */
    public static PtyProgram start(String command) {
        return start(command, Map.of(), 80, 24);
    }

    /** @param environment variables besides those of this process; {@code TERM} is {@code xterm} unless said */
    public static PtyProgram start(String command, Map<String, String> environment, int columns, int rows) {
        // A build that was started in the background has Ctrl-C ignored, and hands that down.
        String sized = "stty rows " + rows + " cols " + columns + "; exec env --default-signal=INT,QUIT " + command;
        ProcessBuilder builder = new ProcessBuilder(List.of("script", "-qefc", sized, "/dev/null"));
        builder.environment().put("TERM", "xterm");
        builder.environment().put("SHELL", "/bin/sh");
        builder.environment().putAll(environment);
        try {
            return new PtyProgram(command, builder.redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types keys, such as {@code "devices" + TAB}. */
    public PtyProgram type(String text) {
        try {
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
            return this;
        } catch (IOException e) {
            throw new AssertionError("cannot type '" + text + "'; " + happened(), e);
        }
    }

    public PtyProgram enter(String line) {
        return type(line + ENTER);
    }

    /**
     * Waits until a pattern appears in the output after what the last wait found. Escape sequences and carriage returns
     * are left out first.
     *
     * @return what came up to the end of the match
     */
    public synchronized String await(String pattern) {
        Pattern compiled = Pattern.compile(pattern, Pattern.MULTILINE | Pattern.DOTALL);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String text = clean();
            Matcher matcher = compiled.matcher(text).region(Math.min(seen, text.length()), text.length());
            if (matcher.find()) {
                String found = text.substring(Math.min(seen, text.length()), matcher.end());
                seen = matcher.end();
                return found;
            }
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (ended || left <= 0) {
                throw new AssertionError("waited for /" + pattern + "/; " + happened());
            }
            pause(left);
        }
    }

    /**
     * Waits until all output so far, as it came, is as wanted, and no more has come for a while.
     *
     * @return that output
     */
    public synchronized String awaitOutput(Predicate<String> wanted, Duration quiet) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            String shown = raw();
            boolean isWanted = wanted.test(shown);
            if (isWanted && !quiet.isZero()) {
                pause(quiet.toMillis());
            }
            if (isWanted && output.length() == shown.length()) {
                return shown;
            }
            if (!isWanted) {
                pause(1 + (deadline - System.nanoTime()) / 1_000_000);
            }
        }
        throw new AssertionError("the output never was as wanted; " + happened());
    }

    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until the program has ended. */
    public int exitCode() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("it has not ended; " + happened());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** All output so far, without escape sequences. */
    public synchronized String clean() {
        return ESCAPES.matcher(output).replaceAll("").replace("\r", "");
    }

    /** All output so far, as it came. */
    public synchronized String raw() {
        return output.toString();
    }

    private synchronized String happened() {
        return "'" + command + "' has shown" + (ended ? " until its end" : "") + "\n" + clean() + "\nwhich is raw\n"
                + raw().replace("\u001b", "^[").replace("\r", "^M");
    }

    private void gather() {
        try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            char[] some = new char[4096];
            for (int count = reader.read(some); count >= 0; count = reader.read(some)) {
                add(new String(some, 0, count));
            }
        } catch (IOException e) {
            add("\n[" + e + "]");
        }
        end();
    }

    private synchronized void add(String text) {
        output.append(text);
        notifyAll();
    }

    private synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Those that it consists of now. */
    public List<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    /** Kills the program if it still runs. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
