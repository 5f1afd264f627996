package io.impsh.cli;

import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.ApplyProgress;
import io.impsh.bulk.WaveEnd;
import io.impsh.output.ApplyText;
import io.impsh.output.ProgressLine;
import io.impsh.output.Screen;
import io.impsh.script.CloudTraffic;
import io.impsh.script.ScriptIo.Activity;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * One line on the terminal's standard error that is written over and over while something slow goes on, and taken away
 * before anything else is written. Where standard error is no terminal nothing is written at all.
 */
final class ProgressOutput {
    private static final long PATIENCE = Duration.ofMillis(700).toNanos();
    private static final long BETWEEN = Duration.ofMillis(100).toNanos();
    private static final String ERASE = "\r\u001b[K";

    private final CommandContext context;
    private final Streams streams;
    private final Supplier<Screen> screen;
    private final boolean wanted;
    private long writtenAt;
    private boolean visible;

    ProgressOutput(CommandContext context) {
        this.context = context;
        this.streams = context.streams();
        this.screen = BatchScreen.of(streams.errIsTerminal(), context);
        boolean dumb = context.environment().getOrDefault("TERM", "dumb").equals("dumb");
        this.wanted = streams.errIsTerminal() && !dumb && !context.options().quiet();
    }

    /** A wave that is over is told of in a pipe too, and stays. */
    ApplyListener applyListener() {
        return new ApplyListener() {
            @Override
            public void progress(ApplyProgress progress) {
                if (wanted) {
                    Duration elapsed = progress.wave() == null
                            ? progress.took()
                            : progress.wave().took();
                    show(ApplyText.line(progress, elapsed, CloudTraffic.none(), screen.get()));
                }
            }

            @Override
            public void waveEnded(WaveEnd wave) {
                clear();
                context.tellUnlessQuiet(ApplyText.over(wave, screen.get()));
            }
        };
    }

    Activity begin(String what) {
        long start = System.nanoTime();
        return new Activity() {
            @Override
            public void progress(long done, long total) {
                long now = System.nanoTime();
                if (wanted && now - start > PATIENCE) {
                    show(ProgressLine.of(what, done, total, Duration.ofNanos(now - start), screen.get()));
                }
            }

            @Override
            public void close() {
                clear();
            }
        };
    }

    private synchronized void show(String line) {
        long now = System.nanoTime();
        if (visible && now - writtenAt < BETWEEN) {
            return;
        }
        writtenAt = now;
        visible = true;
        write(ERASE + line);
    }

    /** Takes the line away, if there is one. */
    synchronized void clear() {
        if (visible) {
            visible = false;
            write(ERASE);
        }
    }

    private void write(String text) {
        try {
            streams.err().write(text);
            streams.err().flush();
        } catch (IOException broken) {
            // Nobody looks at it any more.
            return;
        }
    }
}
