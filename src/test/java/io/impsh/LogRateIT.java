package io.impsh;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.launcher.PackagedProgram;
import io.impsh.shell.PtyProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Many log lines in the packaged program, on a real pseudo-terminal, while keys are typed: each is there once. */
@EnabledIf("io.impsh.ProgramIT#scriptIsThere")
@Isolated("it measures what comes in a second")
class LogRateIT {
    private static final String PROMPT = "sandbox demo> ";
    private static final int STREAMS = 4;
    private static final int DEVICES = 8;
    private static final int RATE = 2000;
    private static final String TYPED = "kept = 'every key is there, whatever comes above'";
    /** What comes in about a tenth of a second. */
    private static final int BETWEEN_KEYS = RATE / 10 * "12:00:00.000 fast-1 server.log  reading 1000: ".length();

    private static final int LEAST = RATE * 3;
    private static final int ERROR_EVERY = 100;
    private static final List<String> ERROR =
            List.of("the index 'foo' does not exist", "in main device_code:12", "from device_code:31");

    private static final Pattern READING =
            Pattern.compile("(fast-\\d) +(?:server|agent)\\.log +reading (\\d+): (?:temperature|stored)");

    @TempDir
    Path home;

    @Test
    void noneIsLostAndNoneDoubledWhileKeysAreTyped() {
        try (PtyProgram shell = PtyProgram.start(
                "'" + PackagedProgram.LAUNCHER + "' --sandbox --devices 0 --log-rate " + RATE + " --streams " + STREAMS
                        + " --stream-devices " + DEVICES / STREAMS,
                PackagedProgram.environment(home),
                200,
                40)) {
            shell.await(PROMPT);
            shell.enter("sandbox.addDevices({count: " + DEVICES + ", name: 'fast', group: 'Line 1'}).length")
                    .await(DEVICES + "$");
            shell.enter("logs.maxStreams = " + STREAMS).await(PROMPT);
            shell.enter("let kept, s = logs.stream(deviceGroups.get('Line 1'))");
            typeWhileLinesCome(shell);
            shell.enter("").enter("'|' + kept + '|'");
            shell.enter("devices.all().forEach(d => sandbox.setOnline(d, false))");
            shell.enter("for (let before = -1; s.stats().lines !== before; sleep(1)) before = s.stats().lines");
            shell.enter("let newest = d => d.logs({limit: 1, types: ['server.log', 'agent.log']})[0].message");
            shell.enter(
                    "devices.all().forEach(d => print(`${d.name} ended with ${newest(d)}`)); print('that is', 'all')");
            String told = shell.await("that is all$");
            assertThat(told).contains("|every key is there, whatever comes above|");
            check(told);
            shell.enter("exit(7)");
            assertThat(shell.exitCode()).isEqualTo(7);
        }
    }

    /** One key after each tenth of a second's lines. */
    private static void typeWhileLinesCome(PtyProgram shell) {
        for (int i = 0; i < TYPED.length(); i++) {
            int wanted = shell.raw().length() + BETWEEN_KEYS;
            shell.type(TYPED.substring(i, i + 1)).awaitOutput(raw -> raw.length() >= wanted, Duration.ZERO);
        }
    }

    private static void check(String told) {
        Map<String, List<Long>> readings = new TreeMap<>();
        READING.matcher(told).results().forEach(line -> readings.computeIfAbsent(
                        line.group(1), name -> new ArrayList<>())
                .add(Long.valueOf(line.group(2))));
        assertThat(readings).hasSize(DEVICES);
        List<String> faults = new ArrayList<>();
        long errors = 0;
        for (Map.Entry<String, List<Long>> device : readings.entrySet()) {
            long first = device.getValue().get(0);
            long last = last(told, device.getKey());
            faults.addAll(faults(device.getKey(), device.getValue(), last));
            errors += (last - 1) / ERROR_EVERY - (first - 1) / ERROR_EVERY;
        }
        assertThat(faults).isEmpty();
        // One that stands before the first reading or behind the last may have been seen.
        for (String line : ERROR) {
            assertThat(Pattern.compile(line).matcher(told).results().count())
                    .as(line)
                    .isBetween(errors, errors + 2 * DEVICES);
        }
        assertThat(told.lines().filter(line -> line.contains("reading")).count())
                .isGreaterThan(LEAST);
    }

    private static List<String> faults(String device, List<Long> readings, long last) {
        List<String> faults = new ArrayList<>();
        long expected = readings.get(0);
        for (long reading : readings) {
            if (reading > expected) {
                faults.add(device + ": missing " + expected + " to " + (reading - 1));
            } else if (reading < expected) {
                faults.add(device + ": " + reading + " after " + (expected - 1));
            }
            expected = Math.max(expected, reading + 1);
        }
        if (expected != last + 1) {
            faults.add(device + ": ends with " + (expected - 1) + ", not with " + last);
        }
        return faults;
    }

    private static long last(String told, String device) {
        Matcher last = Pattern.compile(device + " ended with reading (\\d+):").matcher(told);
        assertThat(last.find()).as("the stored log of " + device).isTrue();
        return Long.parseLong(last.group(1));
    }
}
