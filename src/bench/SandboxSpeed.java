import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/** Asks a sandbox for pages of devices and times the answers. Run by {@code src/bench/sandbox}. */
final class SandboxSpeed {
    private static final double AIM_MILLISECONDS = 5;
    private static final int CONNECTIONS = 200;

    private final URI base;
    private final int devices;
    private final long nanoseconds;
    private String token;

    private SandboxSpeed(URI base, int devices, int seconds) {
        this.base = base;
        this.devices = devices;
        this.nanoseconds = seconds * 1_000_000_000L;
    }

    public static void main(String[] arguments) throws Exception {
        int devices = Integer.parseInt(arguments[1]);
        ProcessBuilder command = new ProcessBuilder(
                        arguments[0], "sandbox", "--rate-limit", "off", "--devices", Integer.toString(devices))
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        command.environment().put("IMPSH_JAVA_OPTS", "-Xmx512m");
        long start = System.nanoTime();
        Process sandbox = command.start();
        try {
            BufferedReader out = new BufferedReader(new InputStreamReader(sandbox.getInputStream()));
            String base = out.readLine();
            if (base == null) {
                throw new IllegalStateException("the sandbox ended with " + sandbox.waitFor());
            }
            System.out.printf(
                    Locale.ROOT, "%d devices, 512 MB of heap: ready after %.1f s%n", devices, (System.nanoTime() - start) / 1e9);
            new SandboxSpeed(URI.create(base), devices, Integer.parseInt(arguments[2])).run();
        } finally {
            sandbox.destroy();
        }
    }

    private void run() throws Exception {
        try (Connection connection = new Connection(base)) {
            token = found(
                    connection.ask("POST", "/auth", null, "{\"id\":\"demo\",\"password\":\"sandbox\"}"),
                    "\"access_token\":\"([^\"]+)\"");
            String group = id(connection, "/devicegroups", "Line 1");
            String product = id(connection, "/products", "Thermostat");
            page("first page", connection, "", 1);
            page("last page", connection, "", devices / 100);
            page("group, first page", connection, "&filter%5Bdevicegroup.id%5D=" + group, 1);
            page("group, deep page", connection, "&filter%5Bdevicegroup.id%5D=" + group, devices / 400);
            page("product, deep page", connection, "&filter%5Bproduct.id%5D=" + product, devices / 200);
            page("kind, first page", connection, "&filter%5Bdevicegroup.type%5D=development_devicegroup", 1);
            page("owner, deep page", connection, "&filter%5Bowner.id%5D=" + id(connection, "/accounts", "demo"), devices / 200);
            page("unassigned", connection, "&filter%5Bdevicegroup.owner.id%5D=null", 1);
        }
        crowd("200 connections", path("", 1));
        crowd("200, one device", "/devices?page%5Bsize%5D=1");
    }

    private String id(Connection connection, String collection, String name) throws IOException {
        return found(
                connection.ask("GET", collection + "?page%5Bsize%5D=100", token, null),
                "\"id\":\"([^\"]+)\",\"links\":[^}]*\\},\"attributes\":\\{\"(?:user)?name\":\"" + Pattern.quote(name) + "\"");
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    private static String path(String filter, int number) {
        return "/devices?page%5Bsize%5D=100&page%5Bnumber%5D=" + Math.max(1, number) + filter;
    }

    private void page(String title, Connection connection, String filter, int number) throws IOException {
        String path = path(filter, number);
        ask(connection, path); // warm-up
        print(title, ask(connection, path), nanoseconds, String.format(Locale.ROOT, "median at most %.0f ms", AIM_MILLISECONDS));
    }

    /** How long each answer took, in nanoseconds. */
    private long[] ask(Connection connection, String path) throws IOException {
        LongStream.Builder times = LongStream.builder();
        long end = System.nanoTime() + nanoseconds;
        for (long before = System.nanoTime(); before < end; ) {
            connection.ask("GET", path, token, null);
            long after = System.nanoTime();
            times.add(after - before);
            before = after;
        }
        return times.build().toArray();
    }

    private void crowd(String title, String path) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<long[]>> askers = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                askers.add(threads.submit(() -> {
                    try (Connection connection = new Connection(base)) {
                        return ask(connection, path);
                    }
                }));
            }
            LongStream all = LongStream.empty();
            for (Future<long[]> asker : askers) {
                all = LongStream.concat(all, Arrays.stream(asker.get()));
            }
            print(title, all.toArray(), nanoseconds, "every one answered");
        } finally {
            threads.shutdown();
        }
    }

    private static void print(String title, long[] times, long nanoseconds, String aim) {
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-20s median %7.2f ms   p99 %7.2f ms   %8.0f requests/s   aim: %s%n",
                title,
                times[times.length / 2] / 1e6,
                times[times.length * 99 / 100] / 1e6,
                times.length / (nanoseconds / 1e9),
                aim);
    }

    /** Keep-alive, with as little work of its own as possible. */
    private static final class Connection implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        private final String base;

        Connection(URI base) throws IOException {
            socket = new Socket(base.getHost(), base.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream(), 65_536);
            this.base = base.getPath();
        }

        String ask(String method, String path, String token, String body) throws IOException {
            String request = method + " " + base + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + (token == null ? "" : "Authorization: Bearer " + token + "\r\n")
                    + "Content-Length: " + (body == null ? 0 : body.length()) + "\r\n\r\n" + (body == null ? "" : body);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String status = line();
            int length = 0;
            for (String line = line(); !line.isEmpty(); line = line()) {
                if (line.startsWith("content-length: ")) {
                    length = Integer.parseInt(line.substring(16));
                }
            }
            byte[] answer = in.readNBytes(length);
            if (!status.startsWith("HTTP/1.1 200 ") || answer.length < length) {
                throw new IOException(status + " " + new String(answer, StandardCharsets.UTF_8));
            }
            return new String(answer, StandardCharsets.UTF_8);
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder(64);
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the sandbox ended the connection");
                }
                line.append((char) next);
            }
            line.setLength(line.length() - 1);
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
