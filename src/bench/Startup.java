import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Starts two interactive programs in turn and compares how long they take and how much memory they hold. Run by {@code
 * src/bench/startup}, which says what is measured.
 *
 * <p>Arguments: rounds, then for each program its name, a command that evaluates one expression, and one that prompts.
 */
final class Startup {

    enum Measure {
        EVALUATE("one expression", "s"),
        PROMPT("prompt", "s"),
        ANSWER("first answer", "s"),
        MEMORY("memory", "MB");

        final String title;
        final String unit;

        Measure(String title, String unit) {
            this.title = title;
            this.unit = unit;
        }
    }

    record Program(String name, String evaluate, String prompt, Map<Measure, List<Double>> figures) {
        Program(String name, String evaluate, String prompt) {
            this(name, evaluate, prompt, new EnumMap<>(Measure.class));
        }

        void add(Measure measure, double figure) {
            figures.computeIfAbsent(measure, ignored -> new ArrayList<>()).add(figure);
        }

        double best(Measure measure) {
            return figures.get(measure).stream().sorted().findFirst().orElseThrow();
        }

        double median(Measure measure) {
            List<Double> sorted = figures.get(measure).stream().sorted().toList();
            return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        }
    }

    /** A program at a pseudo-terminal of its own. */
    static final class Session implements AutoCloseable {
        private static final Pattern ESCAPES = Pattern.compile("\u001b(\\[[0-9;?=>]*[A-Za-z]|[=>]|\\][^\u0007]*\u0007)");
        private static final Pattern PROMPT = Pattern.compile("> ?$", Pattern.MULTILINE);
        private static final Pattern ANSWER = Pattern.compile("\\b42\\b");

        private final long start = System.nanoTime();
        private final Process script;
        private final StringBuilder screen = new StringBuilder();

        Session(String command) throws IOException {
            // A pseudo-terminal made from a pipe has no size, which no program expects.
            ProcessBuilder builder =
                    new ProcessBuilder("script", "-qefc", "stty cols 80 rows 24; exec " + command, "/dev/null");
            builder.environment().put("TERM", "xterm-256color");
            script = builder.redirectErrorStream(true).start();
        }

        double secondsUntilPrompt() throws IOException {
            return secondsUntil(PROMPT);
        }

        double secondsUntilAnswer() throws IOException {
            type("40+2\r");
            return secondsUntil(ANSWER);
        }

        /** Of the largest process below the pseudo-terminal: a program may have started others. */
        double megabytes() throws IOException {
            double largest = 0;
            for (ProcessHandle process : script.descendants().toList()) {
                for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
                    if (line.startsWith("VmRSS:")) {
                        largest = Math.max(largest, Double.parseDouble(line.replaceAll("\\D", "")) / 1024);
                    }
                }
            }
            return largest;
        }

        private double secondsUntil(Pattern expected) throws IOException {
            InputStream output = script.getInputStream();
            byte[] buffer = new byte[8192];
            while (!expected.matcher(ESCAPES.matcher(screen).replaceAll("")).find()) {
                int read = output.read(buffer);
                if (read < 0) {
                    throw new IOException("ended before '" + expected + "' was seen:\n" + screen);
                }
                screen.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            }
            return (System.nanoTime() - start) / 1e9;
        }

        private void type(String text) throws IOException {
            OutputStream keys = script.getOutputStream();
            keys.write(text.getBytes(StandardCharsets.US_ASCII));
            keys.flush();
        }

        @Override
        public void close() {
            List<ProcessHandle> below = script.descendants().toList();
            below.forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly();
            below.forEach(process -> process.onExit().join());
        }
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(arguments[0]);
        List<Program> programs = List.of(
                new Program(arguments[1], arguments[2], arguments[3]),
                new Program(arguments[4], arguments[5], arguments[6]));
        for (Program program : programs) {
            secondsToEvaluate(program); // from cold: not counted
        }
        for (int round = 1; round <= rounds; round++) {
            System.err.printf("round %d of %d%n", round, rounds);
            for (Program program : programs) {
                measure(program);
            }
        }
        print(programs.get(0), programs.get(1));
    }

    private static void measure(Program program) throws IOException, InterruptedException {
        program.add(Measure.EVALUATE, secondsToEvaluate(program));
        try (Session session = new Session(program.prompt())) {
            program.add(Measure.PROMPT, session.secondsUntilPrompt());
            program.add(Measure.ANSWER, session.secondsUntilAnswer());
        }
        try (Session session = new Session(program.prompt())) {
            session.secondsUntilPrompt();
            TimeUnit.SECONDS.sleep(2); // what warms up behind the prompt has come to rest
            program.add(Measure.MEMORY, session.megabytes());
        }
    }

    private static double secondsToEvaluate(Program program) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(program.evaluate().split(" "))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        if (process.waitFor() != 0) {
            throw new IOException(program.evaluate() + " ended with " + process.exitValue());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(Program ours, Program other) {
        System.out.printf("%-16s%16s%16s%16s%n", "", ours.name(), other.name(), "ratio");
        for (Measure measure : Measure.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-16s%16s%16s%16s%n",
                    measure.title + ", " + measure.unit,
                    pair(ours.best(measure), ours.median(measure), measure),
                    pair(other.best(measure), other.median(measure), measure),
                    "%.2f / %.2f"
                            .formatted(
                                    ours.best(measure) / other.best(measure),
                                    ours.median(measure) / other.median(measure)));
        }
        System.out.println("Each pair: best / median.");
    }

    private static String pair(double best, double median, Measure measure) {
        String format = measure == Measure.MEMORY ? "%.0f / %.0f" : "%.2f / %.2f";
        return String.format(Locale.ROOT, format, best, median);
    }
}
