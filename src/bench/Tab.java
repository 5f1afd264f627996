import io.impsh.api.ClientOptions;
import io.impsh.api.CredentialSource;
import io.impsh.api.Credentials;
import io.impsh.api.ImpClient;
import io.impsh.bulk.Author;
import io.impsh.bulk.Journals;
import io.impsh.script.Input;
import io.impsh.script.ResultSink;
import io.impsh.script.ScriptIo;
import io.impsh.script.ScriptSession;
import io.impsh.script.SessionOptions;
import io.impsh.script.SessionProfile;
import io.impsh.script.WriteLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Asks for completions and prints how long they take. Run by {@code src/bench/tab}, which says what is measured. */
final class Tab {
    private static final double AIM_MILLIS = 30;
    private static final int KEYS = 120;
    private static final int SLOWEST = 6;
    private static final long PATIENCE_SECONDS = 60;
    /** For what is there at once, if it comes at all. */
    private static final long SHORT_PATIENCE_SECONDS = 5;
    /** Of one series, however slow the machine. */
    private static final long LONGEST_SECONDS = 25;

    /** One Tab: on what, how long it took, and how much of that this thread computed, which other programs do not lengthen. */
    private record Tabbed(String line, double millis, double busy) {}

    /** {@code #} is a number as devices have it, cut off anywhere. */
    private static final List<String> LINES = List.of(
            "dev",
            "devices.",
            "devices.thermo",
            "devices.get('",
            "devices.get('thermo-#",
            "devices.get('THERMO-#",
            "devices.get('ermo-#",
            "devices.get('thermo#",
            "devices.where({name: 'thermo-#",
            "devices.of(['thermo-0001', 'tracker-#",
            "groups['Line 1'].assign(['thermo-#",
            "logs.stream('#",
            "devices.where({onl",
            "devices.where({online: true, group: 'Li",
            "devices.where({online: true}).fi",
            "devices.map(d => d.group.product.desc",
            "for (const d of devices.where({online: true})) { print(d.mac",
            "let g = groups.get('Line 1'); g.devices.where({product: 'Th",
            "products.Thermostat.groups.",
            "mine.device.",
            "myD",
            "files.read('src/",
            "help('cou",
            "nothing.at.all.");

    private final Random random = new Random(1);
    private final int devices;

    private Tab(int devices) {
        this.devices = devices;
    }

    public static void main(String[] arguments) throws Exception {
        int devices = Integer.parseInt(arguments[1]);
        int tabs = Integer.parseInt(arguments[2]);
        new Tab(devices).run(arguments[0], tabs);
    }

    private void run(String impsh, int tabs) throws Exception {
        Process sandbox = started(new ProcessBuilder(
                        impsh, "sandbox", "--devices", String.valueOf(devices), "--rate-limit", "off")
                .redirectError(ProcessBuilder.Redirect.DISCARD));
        try (BufferedReader lines = sandbox.inputReader()) {
            URI endpoint = URI.create(lines.readLine().strip());
            measureLanguage(endpoint, lines.readLine().strip(), lines.readLine().strip(), tabs);
        } finally {
            end(sandbox);
        }
        try {
            measureTerminal(impsh);
        } catch (IOException none) {
            System.err.println("tab: no pseudo-terminal: " + none.getMessage());
        }
    }

    private static Object nothing(Class<?> type) {
        return type == boolean.class ? Boolean.FALSE : type == int.class ? Integer.valueOf(0) : null;
    }

    /** It ends with this program, also when that is broken off. */
    private static Process started(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        return process;
    }

    private static void end(Process process) {
        process.descendants().toList().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void measureLanguage(URI endpoint, String user, String password, int tabs) throws Exception {
        ClientOptions options =
                ClientOptions.of(endpoint, CredentialSource.of(new Credentials.Password(user, password)));
        ScriptIo silent = (ScriptIo) Proxy.newProxyInstance(
                Tab.class.getClassLoader(), new Class<?>[] {ScriptIo.class}, (proxy, method, values) -> nothing(method.getReturnType()));
        SessionProfile profile = new SessionProfile("bench", endpoint, null, new WriteLock(WriteLock.Kind.NONE));
        Journals journals = new Journals(Optional::empty, new Author("bench", "bench", "bench"));
        try (ScriptSession session = ScriptSession.start(
                new SessionOptions(profile, () -> ImpClient.connect(options), silent, null, null, false, journals))) {
            session.evaluate(
                    new Input.Typed("bench", "let mine = {device: me, other: 1}, myDevices = devices"),
                    ResultSink.none());
            CountDownLatch read = new CountDownLatch(1);
            session.refreshNames(line -> {
                System.err.println("tab: " + line);
                read.countDown();
            });
            if (!read.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the names were not read in " + PATIENCE_SECONDS + " s");
            }
            // What was changed since the names were read is laid over them.
            session.evaluate(
                    new Input.Typed("bench", "devices.get('" + someThermostat() + "').rename('Thermo renamed')"),
                    ResultSink.none());
            int before = requests(endpoint);
            List<Tabbed> first = measured(session, LINES.size());
            System.out.printf(Locale.ROOT, "%-24s %6.2f ms%n", "the very first Tab", first.get(0).millis());
            print("first of each line", first, Tabbed::millis);
            List<Tabbed> all = measured(session, tabs);
            print("answer of the language", all, Tabbed::millis);
            print("of that computing", all, Tabbed::busy);
            printSlowest(all);
            System.out.println("requests sent meanwhile: " + (requests(endpoint) - before));
        }
    }

    private List<Tabbed> measured(ScriptSession session, int tabs) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Tabbed> all = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        for (int i = 0; i < tabs && System.nanoTime() < end; i++) {
            String form = LINES.get(i % LINES.size());
            String line = line(form);
            long computed = threads.getCurrentThreadCpuTime();
            long begun = System.nanoTime();
            session.complete(line, line.length());
            double millis = (System.nanoTime() - begun) / 1e6;
            all.add(new Tabbed(form, millis, (threads.getCurrentThreadCpuTime() - computed) / 1e6));
        }
        return all;
    }

    private static void printSlowest(List<Tabbed> all) {
        System.out.println("the lines that took longest to compute, on average:");
        all.stream()
                .collect(Collectors.groupingBy(Tabbed::line, Collectors.averagingDouble(Tabbed::busy)))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(SLOWEST)
                .forEach(entry -> System.out.printf(Locale.ROOT, "  %6.2f ms  %s%n", entry.getValue(), entry.getKey()));
    }

    private String line(String form) {
        String number = number();
        return form.replace("#", number.substring(0, 1 + random.nextInt(number.length())));
    }

    /** As long as the sandbox makes them. */
    private String number() {
        int digits = Math.max(4, String.valueOf(devices).length());
        return String.format(Locale.ROOT, "%0" + digits + "d", 1 + random.nextInt(devices));
    }

    private static int requests(URI endpoint) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/sandbox/state")).build();
        String state = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        // The paths in it have braces of their own.
        Matcher counts = Pattern.compile("\"requests\":\\{(.*?)},\"").matcher(state);
        if (!counts.find()) {
            throw new IOException("the sandbox does not tell what it was asked:\n" + state);
        }
        return Pattern.compile("\":\\s*(\\d+)").matcher(counts.group(1)).results().mapToInt(count -> Integer.parseInt(count.group(1))).sum();
    }

    /** More than the first half of the devices are called so. */
    private String someThermostat() {
        String number = number();
        int some = 1 + Integer.parseInt(number) / 2;
        return "thermo-" + String.format(Locale.ROOT, "%0" + number.length() + "d", some);
    }

    /** From the key to the first name on the screen that goes beyond what was typed. */
    private void measureTerminal(String impsh) throws IOException, InterruptedException {
        String command = impsh + " --sandbox --devices " + devices + " --rate-limit off --no-rc";
        ProcessBuilder builder =
                new ProcessBuilder("script", "-qefc", "stty cols 100 rows 30; exec " + command, "/dev/null");
        builder.environment().put("TERM", "xterm-256color");
        Process script = started(builder.redirectErrorStream(true));
        try {
            Screen screen = new Screen(script);
            screen.await("> ", 0, PATIENCE_SECONDS);
            awaitNames(screen);
            List<Double> millis = new ArrayList<>();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
            for (int i = 0; i < KEYS && (i <= KEYS / 2 || System.nanoTime() < end); i++) {
                String name = someThermostat();
                millis.add(screen.tab(name.substring(0, name.length() - 2)));
            }
            print("key to menu", millis.subList(KEYS / 4, millis.size()));
        } finally {
            end(script);
        }
    }

    private static void awaitNames(Screen screen) throws IOException, InterruptedException {
        int seen = screen.type(".refresh\r");
        screen.await("up to date", seen, PATIENCE_SECONDS);
        TimeUnit.MILLISECONDS.sleep(500);
    }

    /** What a program at a pseudo-terminal has written. */
    private static final class Screen {
        private static final Pattern ESCAPES = Pattern.compile("\u001b(\\[[0-9;?=>]*[A-Za-z]|[=>]|\\][^\u0007]*\u0007)");
        private final Process script;
        private final OutputStream keys;
        private final StringBuffer written = new StringBuffer();

        Screen(Process script) {
            this.script = script;
            keys = script.getOutputStream();
            Thread reader = new Thread(() -> gather(script.getInputStream()));
            reader.setDaemon(true);
            reader.start();
        }

        private void gather(InputStream output) {
            byte[] buffer = new byte[8192];
            try {
                for (int read = output.read(buffer); read >= 0; read = output.read(buffer)) {
                    written.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException ended) {
                written.append("(ended)");
            }
        }

        int type(String text) throws IOException {
            int seen = written.length();
            keys.write(text.getBytes(StandardCharsets.US_ASCII));
            keys.flush();
            return seen;
        }

        double tab(String name) throws IOException, InterruptedException {
            await(name, type("devices.get('" + name), SHORT_PATIENCE_SECONDS);
            TimeUnit.MILLISECONDS.sleep(20); // the echo is drawn to its end
            long begun = System.nanoTime();
            await(name + "[0-9]", type("\t"), SHORT_PATIENCE_SECONDS);
            double millis = (System.nanoTime() - begun) / 1e6;
            await("> ", type("\u0003"), SHORT_PATIENCE_SECONDS);
            TimeUnit.MILLISECONDS.sleep(20);
            return millis;
        }

        void await(String expected, int from, long seconds) throws IOException, InterruptedException {
            Pattern pattern = Pattern.compile(expected);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
            while (!pattern.matcher(ESCAPES.matcher(written.substring(from)).replaceAll("")).find()) {
                if (!script.isAlive()) {
                    throw new IOException("it ended before '" + expected + "' was seen:\n" + written.substring(from));
                }
                if (System.nanoTime() > end) {
                    throw new IOException("'" + expected + "' was not seen, but\n" + written.substring(from));
                }
                TimeUnit.MICROSECONDS.sleep(200);
            }
        }
    }

    private static void print(String what, List<Tabbed> all, ToDoubleFunction<Tabbed> figure) {
        print(what, all.stream().mapToDouble(figure).boxed().toList());
    }

    private static void print(String what, List<Double> millis) {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-24s p50 %6.2f ms   p99 %6.2f ms   largest %6.2f ms   (%d; aim: p99 %.0f ms)%n",
                what,
                sorted.get(sorted.size() / 2),
                sorted.get((int) (sorted.size() * 0.99)),
                sorted.get(sorted.size() - 1),
                sorted.size(),
                AIM_MILLIS);
    }
}
