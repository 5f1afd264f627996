import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Streams logs and prints what became of them. Run by {@code src/bench/logs}, which says what is measured. */
final class Logs {
    private static final int DEVICES_PER_STREAM = 8;
    private static final int WARM_UP_SECONDS = 5;
    /** Whoever begins in the middle of a flood has to catch up first. */
    private static final int CATCH_UP_SECONDS = 120;

    private static final int IN_STEP_MILLIS = 2000;
    private static final int PATIENCE_SECONDS = 60;
    /** No sampled line may be later. */
    private static final int AIM_LATE_SECONDS = 60;

    private static final double AIM_ECHO_MILLIS = 50;

    private final String impsh;
    private final String node;
    private final String reference;
    private final int seconds;
    private final Random random = new Random(1);

    private Logs(String impsh, String node, String reference, int seconds) {
        this.impsh = impsh;
        this.node = node;
        this.reference = reference;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        Logs logs = new Logs(arguments[0], arguments[1], arguments[2], Integer.parseInt(arguments[3]));
        try {
            logs.measureRate(Integer.parseInt(arguments[4]), Integer.parseInt(arguments[5]));
            int fleet = Integer.parseInt(arguments[6]);
            if (fleet > 0) {
                logs.measureFleet(fleet);
            }
        } catch (IOException impossible) {
            System.err.println("logs: " + impossible.getMessage());
            System.exit(1);
        }
    }

    // ---- many lines

    private void measureRate(int rate, int streams) throws IOException, InterruptedException {
        int devices = streams * DEVICES_PER_STREAM;
        System.out.printf(
                Locale.ROOT, "%,d lines/s of %d devices over %d streams, for %d s%n", rate, devices, streams, seconds);
        Figures ours;
        try (Sandbox sandbox = new Sandbox(impsh, rate, streams, devices);
                Terminal terminal = new Terminal(impsh + " --endpoint " + sandbox.base + " --no-rc")) {
            beginStreaming(terminal, sandbox, streams);
            ours = typed(terminal, sandbox, rate);
        }
        Figures others = null;
        if (!node.isEmpty()) {
            try (Sandbox sandbox = new Sandbox(impsh, rate, streams, devices);
                    Terminal terminal = new Terminal(
                            node + " " + reference + " " + sandbox.base + " demo sandbox " + sandbox.pairs())) {
                terminal.awaitDevices(devices);
                others = typed(terminal, sandbox, rate);
            } catch (IOException impossible) {
                System.err.println("logs: no reference: " + impossible.getMessage());
            }
        }
        print(ours, others, rate, devices);
    }

    private static void beginStreaming(Terminal terminal, Sandbox sandbox, int streams)
            throws IOException, InterruptedException {
        terminal.await("> ", () -> terminal.hasSeen("> "));
        if (streams > 1) {
            terminal.type("print('may open ' + (logs.maxStreams = " + streams + "))\r");
            terminal.await("logs.maxStreams", () -> terminal.hasSeen("may open " + streams));
        }
        terminal.type("logs.stream(deviceGroups.get('Line 1'))\r");
        terminal.awaitDevices(sandbox.devices.size());
    }

    /** Presses keys at random moments while lines come. */
    private Figures typed(Terminal terminal, Sandbox sandbox, int rate) throws IOException, InterruptedException {
        double caughtUp = terminal.secondsUntilInStep();
        List<Double> echoes = new ArrayList<>();
        String keys = terminal.unusedKeys();
        Usage usage = new Usage(terminal.program(), sandbox.process.toHandle());
        long before = terminal.lines();
        long bytesBefore = terminal.bytes;
        long begun = System.nanoTime();
        terminal.beginAnew();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        for (int i = 0; System.nanoTime() < end; i++) {
            usage.sample();
            TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(300));
            echoes.add(terminal.echoMillis(keys.charAt(i % keys.length())));
            if (i % keys.length() == keys.length() - 1) {
                terminal.type("\u0015"); // the line is empty again
            }
        }
        double taken = (System.nanoTime() - begun) / 1e9;
        usage.end();
        return new Figures(
                terminal.tally(),
                (terminal.lines() - before) / taken,
                (terminal.bytes - bytesBefore) / taken,
                echoes,
                terminal.lateness(ledger -> true),
                caughtUp,
                usage);
    }

    /** What was measured of one program. */
    private record Figures(
            Tally tally, double lines, double bytes, List<Double> echoes, int[] lateness, double caughtUp, Usage usage) {}

    private static void print(Figures ours, Figures others, int rate, int devices) {
        System.out.printf("%-30s %12s %12s %8s   %s%n", "", "impsh", "node", "ratio", "aim");
        row("in step after, s", "%.0f", ours, others, Figures::caughtUp, "");
        row("lines read", "%.0f", ours, others, figures -> figures.tally().seen(), "");
        row("lines/s", "%.0f", ours, others, Figures::lines, "all of " + rate);
        row("MB/s on the terminal", "%.2f", ours, others, figures -> figures.bytes() / 1e6, "");
        row("devices", "%.0f", ours, others, figures -> figures.tally().devices(), String.valueOf(devices));
        row("lost", "%.0f", ours, others, figures -> figures.tally().lost(), "0");
        row("doubled", "%.0f", ours, others, figures -> figures.tally().doubled(), "0");
        row("out of order", "%.0f", ours, others, figures -> figures.tally().disordered(), "0");
        row("keys", "%.0f", ours, others, figures -> figures.echoes().size(), "");
        row("echo p50, ms", "%.1f", ours, others, figures -> of(figures.echoes(), 0.5), "");
        row("echo p99, ms", "%.1f", ours, others, figures -> of(figures.echoes(), 0.99), "at most " + (int) AIM_ECHO_MILLIS);
        row("echo longest, ms", "%.1f", ours, others, figures -> of(figures.echoes(), 1), "");
        row("line late p50, ms", "%.0f", ours, others, figures -> of(figures.lateness(), 0.5), "");
        row("line late p99, ms", "%.0f", ours, others, figures -> of(figures.lateness(), 0.99), "");
        row("memory at the beginning, MB", "%.0f", ours, others, figures -> figures.usage().megabytes(0), "");
        row("memory at half time, MB", "%.0f", ours, others, figures -> figures.usage().megabytes(0.5), "");
        row("memory at the end, MB", "%.0f", ours, others, figures -> figures.usage().megabytes(1), "flat");
        row("memory largest, MB", "%.0f", ours, others, figures -> figures.usage().largest(), "");
        row("processor, % of a core", "%.0f", ours, others, figures -> figures.usage().percent(), "");
        row("the sandbox's, % of a core", "%.0f", ours, others, figures -> figures.usage().otherPercent(), "");
        System.out.println();
    }

    private interface Figure {
        double of(Figures figures);
    }

    private static void row(String title, String format, Figures ours, Figures others, Figure figure, String aim) {
        double one = figure.of(ours);
        double other = others == null ? Double.NaN : figure.of(others);
        System.out.printf(
                "%-30s %12s %12s %8s   %s%n",
                title,
                number(format, one),
                number(format, other),
                other == 0 ? "" : number("%.2f", one / other),
                aim);
    }

    private static String number(String format, double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, format, value);
    }

    private static double of(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share));
    }

    private static double of(int[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)];
    }

    // ---- many devices

    private void measureFleet(int devices) throws IOException, InterruptedException {
        System.out.printf(
                Locale.ROOT, "%d devices, each with a line a second, over one stream of 8, for %d s%n", devices, seconds);
        try (Sandbox sandbox = new Sandbox(impsh, devices, 1, devices);
                Terminal terminal = new Terminal(impsh + " --endpoint " + sandbox.base + " --no-rc")) {
            long asked = System.nanoTime();
            beginStreaming(terminal, sandbox, 1);
            System.out.printf(
                    Locale.ROOT, "%-30s %12.1f   %s%n", "every device seen after, s", (System.nanoTime() - asked) / 1e9, "");
            terminal.forgetLateness();
            Usage usage = new Usage(terminal.program(), sandbox.process.toHandle());
            int before = sandbox.requests();
            long lines = terminal.lines();
            long begun = System.nanoTime();
            while (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(seconds)) {
                usage.sample();
                TimeUnit.MILLISECONDS.sleep(500);
            }
            double taken = (System.nanoTime() - begun) / 1e9;
            usage.end();
            double requests = (sandbox.requests() - before) / taken;
            double perSecond = (terminal.lines() - lines) / taken;
            Tally tally = terminal.tally();
            List<Ledger> quickest = terminal.quickest(DEVICES_PER_STREAM);
            int[] live = terminal.lateness(quickest::contains);
            int[] sampled = terminal.lateness(ledger -> !quickest.contains(ledger));
            fleetRow("lines/s", perSecond, "all of " + devices);
            fleetRow("devices", tally.devices(), String.valueOf(devices));
            fleetRow("lost", tally.lost(), "0");
            fleetRow("doubled", tally.doubled(), "0");
            fleetRow("out of order", tally.disordered(), "0");
            fleetRow("late, quickest 8, p50, s", of(live, 0.5) / 1e3, "");
            fleetRow("late, quickest 8, p99, s", of(live, 0.99) / 1e3, "");
            fleetRow("late, others, p50, s", of(sampled, 0.5) / 1e3, "");
            fleetRow("late, others, p99, s", of(sampled, 0.99) / 1e3, "at most " + AIM_LATE_SECONDS);
            fleetRow("requests/s", requests, "at most 30 of 40");
            fleetRow("memory at half time, MB", usage.megabytes(0.5), "");
            fleetRow("memory at the end, MB", usage.megabytes(1), "flat");
            fleetRow("processor, % of a core", usage.percent(), "");
        }
    }

    private static void fleetRow(String title, double value, String aim) {
        System.out.printf(Locale.ROOT, "%-30s %12s   %s%n", title, number(value < 100 ? "%.2f" : "%.0f", value), aim);
    }

    // ---- the processes

    /** They end with this program, also when that is broken off. */
    private static Process started(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        return process;
    }

    private static void end(Process process) {
        List<ProcessHandle> below = process.descendants().toList();
        below.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        below.forEach(handle -> handle.onExit().join());
        process.onExit().join();
    }

    /** A sandbox in which nobody logs but the devices of one group. */
    private static final class Sandbox implements AutoCloseable {
        private final HttpClient client = HttpClient.newHttpClient();
        private final Process process;
        private final URI base;
        private final List<String> devices = new ArrayList<>();

        Sandbox(String impsh, int rate, int streams, int count) throws IOException, InterruptedException {
            ProcessBuilder builder = new ProcessBuilder(
                            impsh,
                            "sandbox",
                            "--port",
                            "0",
                            "--devices",
                            "0",
                            "--log-rate",
                            String.valueOf(rate),
                            "--streams",
                            String.valueOf(streams),
                            "--stream-devices",
                            String.valueOf(DEVICES_PER_STREAM))
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            process = started(builder);
            BufferedReader lines = process.inputReader();
            String url = lines.readLine();
            if (url == null) {
                throw new IOException("the sandbox ended with " + process.waitFor());
            }
            base = URI.create(url.strip());
            String ids = ask("/sandbox/devices", "{\"count\":" + count + ",\"name\":\"bench\",\"group\":\"Line 1\"}");
            Matcher id = Pattern.compile("[0-9a-f]{16}").matcher(ids);
            while (id.find()) {
                devices.add(id.group());
            }
            if (devices.size() != count) {
                throw new IOException("the sandbox has not added " + count + " devices:\n" + ids);
            }
        }

        String pairs() {
            List<String> pairs = new ArrayList<>();
            int digits = String.valueOf(devices.size()).length();
            for (int i = 1; i <= devices.size(); i++) {
                pairs.add(String.format(Locale.ROOT, "%s=bench-%0" + digits + "d", devices.get(i - 1), i));
            }
            return String.join(" ", pairs);
        }

        int requests() throws IOException, InterruptedException {
            // The paths in it have braces of their own.
            Matcher counts = Pattern.compile("\"requests\":\\{(.*?)},\"").matcher(ask("/sandbox/state", null));
            if (!counts.find()) {
                throw new IOException("the sandbox does not tell what it was asked");
            }
            return Pattern.compile("\":\\s*(\\d+)")
                    .matcher(counts.group(1))
                    .results()
                    .mapToInt(count -> Integer.parseInt(count.group(1)))
                    .sum();
        }

        private String ask(String path, String body) throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
            if (body != null) {
                request.POST(HttpRequest.BodyPublishers.ofString(body));
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
        }

        @Override
        public void close() {
            Logs.end(process);
        }
    }

    /** A program at a pseudo-terminal of its own, with all that it writes. */
    private static final class Terminal implements AutoCloseable {
        private static final String KEYS = "qjwzQJWZXVY";
        private static final int REMEMBERED = 4000;
        private static final int QUOTED = 500;

        private final Process script;
        private final OutputStream keys;
        private final Map<String, Ledger> ledgers = new LinkedHashMap<>();
        private final Plain plain = new Plain();
        /** The newest of what was written, for those who wait for a text. */
        private final StringBuilder newest = new StringBuilder();

        private final BitSet seen = new BitSet();
        private Ledger last;
        private long lines;
        private volatile long bytes;
        private volatile boolean ended;
        /** The key whose echo is waited for, 0 for none; when it came. */
        private volatile int awaited;

        private volatile CountDownLatch echoed = new CountDownLatch(0);
        private volatile long echoedAt;

        Terminal(String command) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(
                    "script", "-qefc", "stty cols 240 rows 40; exec " + command, "/dev/null");
            builder.environment().put("TERM", "xterm-256color");
            builder.environment().put("IMPSH_USER", "demo");
            builder.environment().put("IMPSH_PASSWORD", "sandbox");
            script = started(builder.redirectErrorStream(true));
            keys = script.getOutputStream();
            Thread reader = new Thread(this::read, "reader");
            reader.setDaemon(true);
            reader.start();
        }

        private void read() {
            byte[] buffer = new byte[1 << 16];
            try (InputStream output = script.getInputStream()) {
                for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                    long now = System.nanoTime();
                    int today = LocalTime.now().get(ChronoField.MILLI_OF_DAY);
                    synchronized (this) {
                        for (int i = 0; i < read; i++) {
                            take(buffer[i], now, today);
                        }
                        bytes += read;
                    }
                }
            } catch (IOException closed) {
                // As the end of it.
            }
            ended = true;
        }

        private void take(byte next, long now, int today) {
            int character = plain.take(next);
            if (character < 0) {
                return;
            }
            seen.set(character);
            if (character == awaited) {
                awaited = 0;
                echoedAt = now;
                echoed.countDown();
            }
            newest.append((char) character);
            if (newest.length() > 2 * REMEMBERED) {
                newest.delete(0, REMEMBERED);
            }
            if (character == '\n') {
                line(plain.line(), today);
            }
        }

        private void line(String line, int today) {
            Matcher timed = Ledger.TIMED.matcher(line);
            boolean isTimed = timed.find();
            if (isTimed) {
                String name = timed.group(2);
                last = ledgers.computeIfAbsent(name, unseen -> new Ledger());
            }
            String message = isTimed ? timed.group(3) : line.strip();
            if (last != null && last.take(message)) {
                lines++;
                if (isTimed) {
                    last.late(today - millisOfDay(timed.group(1)));
                }
            }
        }

        private static int millisOfDay(String time) {
            int hours = Integer.parseInt(time, 0, 2, 10);
            int minutes = Integer.parseInt(time, 3, 5, 10);
            int seconds = Integer.parseInt(time, 6, 8, 10);
            return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Integer.parseInt(time, 9, 12, 10);
        }

        synchronized boolean hasSeen(String text) {
            return newest.indexOf(text) >= 0;
        }

        synchronized long lines() {
            return lines;
        }

        void type(String text) throws IOException {
            keys.write(text.getBytes(StandardCharsets.US_ASCII));
            keys.flush();
        }

        /** Those that occur in nothing that it has written. */
        synchronized String unusedKeys() throws IOException {
            StringBuilder unused = new StringBuilder();
            KEYS.chars().filter(key -> !seen.get(key)).forEach(key -> unused.append((char) key));
            if (unused.length() < 2) {
                throw new IOException("no letter is left whose echo could be told from what it writes");
            }
            return unused.substring(0, Math.min(4, unused.length()));
        }

        double echoMillis(char key) throws IOException, InterruptedException {
            echoed = new CountDownLatch(1);
            long pressed = System.nanoTime();
            awaited = key;
            type(String.valueOf(key));
            if (!echoed.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw unseen("the echo of a key");
            }
            return (echoedAt - pressed) / 1e6;
        }

        void await(String what, BooleanSupplier isThere) throws IOException, InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!isThere.getAsBoolean()) {
                if (ended || System.nanoTime() > end) {
                    throw unseen(what);
                }
                TimeUnit.MILLISECONDS.sleep(5);
            }
        }

        private synchronized IOException unseen(String what) {
            return new IOException((ended ? "it ended: " : "in " + PATIENCE_SECONDS + " s ") + what
                    + " was not seen, only of " + ledgers.size() + " devices, at last\n"
                    + newest.substring(Math.max(0, newest.length() - QUOTED)));
        }

        void awaitDevices(int count) throws IOException, InterruptedException {
            await("a line of each of " + count + " devices", () -> {
                synchronized (this) {
                    return ledgers.size() >= count;
                }
            });
        }

        /** Until lines come soon after they were logged, if that ever is. */
        double secondsUntilInStep() throws InterruptedException {
            long begun = System.nanoTime();
            double seconds = 0;
            boolean isInStep = false;
            while (!isInStep && seconds < CATCH_UP_SECONDS) {
                forgetLateness();
                TimeUnit.SECONDS.sleep(WARM_UP_SECONDS);
                int[] late = lateness(ledger -> true);
                isInStep = late.length > 0 && of(late, 0.99) < IN_STEP_MILLIS && isEverybodyHeard();
                seconds = (System.nanoTime() - begun) / 1e9;
            }
            return seconds;
        }

        private synchronized boolean isEverybodyHeard() {
            return ledgers.values().stream().allMatch(ledger -> ledger.lateness.size > 0);
        }

        synchronized void forgetLateness() {
            ledgers.values().forEach(ledger -> ledger.lateness.clear());
        }

        /** What was seen before does not count. */
        synchronized void beginAnew() {
            ledgers.values().forEach(Ledger::beginAnew);
        }

        synchronized int[] lateness(Predicate<Ledger> which) {
            return ledgers.values().stream()
                    .filter(which)
                    .flatMapToInt(ledger -> ledger.lateness.stream())
                    .sorted()
                    .toArray();
        }

        synchronized List<Ledger> quickest(int count) {
            Map<Ledger, Integer> medians = new HashMap<>();
            ledgers.values().forEach(ledger -> {
                int[] sorted = ledger.lateness.stream().sorted().toArray();
                medians.put(ledger, sorted.length == 0 ? Integer.MAX_VALUE : sorted[sorted.length / 2]);
            });
            return medians.keySet().stream().sorted(Comparator.comparing(medians::get)).limit(count).toList();
        }

        synchronized Tally tally() {
            List<Ledger> all = List.copyOf(ledgers.values());
            return new Tally(
                    all.size(),
                    all.stream().mapToLong(ledger -> ledger.seen).sum(),
                    all.stream().mapToLong(Ledger::lost).sum(),
                    all.stream().mapToLong(ledger -> ledger.doubled).sum(),
                    all.stream().mapToLong(ledger -> ledger.disordered).sum());
        }

        /** The largest process below the pseudo-terminal: a program may have started others. */
        ProcessHandle program() throws IOException {
            ProcessHandle largest = null;
            for (ProcessHandle process : script.descendants().toList()) {
                if (largest == null || Usage.residentMegabytes(process) > Usage.residentMegabytes(largest)) {
                    largest = process;
                }
            }
            if (largest == null) {
                throw unseen("the program");
            }
            return largest;
        }

        @Override
        public void close() {
            Logs.end(script);
        }
    }

    /** Takes escape sequences out of what a program writes, and gathers its lines. */
    private static final class Plain {
        private enum State {
            TEXT,
            ESCAPE,
            SEQUENCE,
            STRING
        }

        private State state = State.TEXT;
        private boolean returned;
        private byte[] line = new byte[1024];
        private int length;

        /** Answers the character, or -1 when it is part of a sequence. */
        int take(byte next) {
            switch (state) {
                case ESCAPE -> state = next == '[' ? State.SEQUENCE : next == ']' ? State.STRING : State.TEXT;
                case SEQUENCE -> state = next >= 0x40 && next <= 0x7e ? State.TEXT : State.SEQUENCE;
                case STRING -> state = next == 7 ? State.TEXT : next == 0x1b ? State.ESCAPE : State.STRING;
                default -> {
                    if (next != 0x1b) {
                        add(next);
                        return next & 0xff;
                    }
                    state = State.ESCAPE;
                }
            }
            return -1;
        }

        /** After a carriage return the line is written anew, unless it ends. */
        private void add(byte next) {
            if (returned && next != '\n' && next != '\r') {
                length = 0;
            }
            returned = next == '\r';
            if (next >= ' ') {
                if (length == line.length) {
                    line = Arrays.copyOf(line, 2 * length);
                }
                line[length++] = next;
            }
        }

        String line() {
            String text = new String(line, 0, length, StandardCharsets.ISO_8859_1);
            length = 0;
            returned = false;
            return text;
        }
    }

    private record Tally(int devices, long seen, long lost, long doubled, long disordered) {}

    /** Which lines of a device have been seen. The sandbox numbers them: a hundred readings, then an error of three lines. */
    private static final class Ledger {
        /** Time, name, and message; the type has no room between them. */
        static final Pattern TIMED = Pattern.compile("(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}) +(\\S+) +(?:server|agent)\\.\\w+ +(.*)");

        private static final int READINGS = 100;
        private static final List<String> ERROR =
                List.of("the index 'foo' does not exist", "in main device_code:12", "from device_code:31");
        private static final int CYCLE = READINGS + ERROR.size();

        private final BitSet positions = new BitSet();
        private final Numbers lateness = new Numbers();
        private int first = Integer.MAX_VALUE;
        private int newest = -1;
        private long seen;
        private long doubled;
        private long disordered;

        /** Answers whether it is a line of a log. */
        boolean take(String message) {
            int position = position(message);
            if (position < 0) {
                return false;
            }
            seen++;
            if (positions.get(position) || position == newest) {
                doubled++;
            } else if (position < newest) {
                disordered++;
            }
            first = newest < 0 ? position : first;
            if (position >= first) {
                positions.set(position);
            }
            newest = Math.max(newest, position);
            return true;
        }

        private int position(String message) {
            if (message.startsWith("reading ")) {
                int end = message.indexOf(':');
                int number = Integer.parseInt(message, 8, end, 10) - 1;
                return number / READINGS * CYCLE + number % READINGS;
            }
            // Before the first reading nobody knows which error it is.
            for (int i = 0; newest >= 0 && i < ERROR.size(); i++) {
                if (message.endsWith(ERROR.get(i))) {
                    return newest / CYCLE * CYCLE + READINGS + i;
                }
            }
            return -1;
        }

        void beginAnew() {
            positions.clear();
            lateness.clear();
            first = newest < 0 ? first : newest + 1;
            seen = 0;
            doubled = 0;
            disordered = 0;
        }

        /** Between the first and the newest that was seen. */
        long lost() {
            return newest < 0 ? 0 : newest + 1 - first - positions.cardinality();
        }

        void late(int millis) {
            lateness.add(millis < -TimeUnit.HOURS.toMillis(12) ? millis + (int) TimeUnit.DAYS.toMillis(1) : millis);
        }
    }

    private static final class Numbers {
        private int[] all = new int[64];
        private int size;

        void add(int number) {
            if (size == all.length) {
                all = Arrays.copyOf(all, 2 * size);
            }
            all[size++] = number;
        }

        void clear() {
            size = 0;
        }

        IntStream stream() {
            return Arrays.stream(all, 0, size);
        }
    }

    /** What two processes use of the processor, and the first one of memory. */
    private static final class Usage {
        private static final long EVERY = TimeUnit.SECONDS.toNanos(2);
        private static final double TICKS_PER_SECOND = 100;
        private static final int USER_TIME = 11;

        private final ProcessHandle program;
        private final ProcessHandle other;
        private final List<Double> megabytes = new ArrayList<>();
        private final long begun = System.nanoTime();
        private final double before;
        private final double otherBefore;
        private long sampledAt;
        private double percent;
        private double otherPercent;

        Usage(ProcessHandle program, ProcessHandle other) throws IOException {
            this.program = program;
            this.other = other;
            before = processorSeconds(program);
            otherBefore = processorSeconds(other);
            megabytes.add(residentMegabytes(program));
            sampledAt = begun;
        }

        void sample() throws IOException {
            if (System.nanoTime() - sampledAt > EVERY) {
                sampledAt = System.nanoTime();
                megabytes.add(residentMegabytes(program));
            }
        }

        void end() throws IOException {
            double seconds = (System.nanoTime() - begun) / 1e9;
            percent = 100 * (processorSeconds(program) - before) / seconds;
            otherPercent = 100 * (processorSeconds(other) - otherBefore) / seconds;
            megabytes.add(residentMegabytes(program));
        }

        double megabytes(double share) {
            return megabytes.get((int) ((megabytes.size() - 1) * share));
        }

        double largest() {
            return megabytes.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }

        double percent() {
            return percent;
        }

        double otherPercent() {
            return otherPercent;
        }

        static double residentMegabytes(ProcessHandle process) throws IOException {
            for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Double.parseDouble(line.replaceAll("\\D", "")) / 1024;
                }
            }
            return 0;
        }

        private static double processorSeconds(ProcessHandle process) throws IOException {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS_PER_SECOND;
        }
    }
}
