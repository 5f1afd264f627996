import io.impsh.sandbox.Recount;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Moves all devices of a sandbox from group to group with impsh. Run by {@code src/bench/reassign}, which says more. */
final class Reassign {
    private static final int RATE = 40;
    private static final int PAGE = 100;
    /** Select, assign, read back. */
    private static final int REQUESTS_FOR_A_PAGE = 3;

    private static final double AIM = 1.2;
    private static final int MILLIS_BETWEEN_SAMPLES = 100;
    private static final String PLAN = "devices.where({group: 'Line 1'}).assignTo('Line 2')";

    private final String impsh;
    private final String node;
    private final String reference;

    private Reassign(String impsh, String node, String reference) {
        this.impsh = impsh;
        this.node = node;
        this.reference = reference;
    }

    public static void main(String[] arguments) throws Exception {
        Reassign bench = new Reassign(arguments[0], arguments[1], arguments[2]);
        int devices = Integer.parseInt(arguments[3]);
        int runs = Integer.parseInt(arguments[4]);
        double moved = bench.move(devices, runs);
        bench.memory(Integer.parseInt(arguments[5]));
        bench.oneProcessEach(devices, Integer.parseInt(arguments[6]), moved);
    }

    /** @return the quickest time, in seconds; 0 without runs */
    private double move(int devices, int runs) throws Exception {
        double best = 0;
        double moveBound = REQUESTS_FOR_A_PAGE * pages(devices) / RATE;
        double listBound = pages(devices) / RATE;
        print(
                "%d devices, %d requests/s: the limit allows %.2f s for moving, %.2f s for listing",
                devices, RATE, moveBound, listBound);
        for (int run = 1; run <= runs; run++) {
            try (Sandbox sandbox = sandbox(devices)) {
                double listed = seconds(sandbox, impsh, "-e", "devices.count()");
                Recount before = sandbox.recount();
                long journals = journalBytes();
                double moved = seconds(sandbox, impsh, "--yes", "-e", PLAN + ".apply().counts.done");
                Recount after = sandbox.recount();
                print(
                        "run %d   move %6.2f s  ratio %.2f %s   list %6.2f s  ratio %.2f   %d requests, %d refused,"
                                + " %d of %d moved once   journal %.1f MB",
                        run,
                        moved,
                        moved / moveBound,
                        moved / moveBound <= AIM ? "(aim " + AIM + ")" : "(OVER the aim of " + AIM + ")",
                        listed,
                        listed / listBound,
                        after.totalRequests() - before.totalRequests(),
                        after.rateLimited(),
                        movedOnce(after),
                        devices,
                        (journalBytes() - journals) / 1e6);
                best = best == 0 ? moved : Math.min(best, moved);
            }
        }
        return best;
    }

    /** A saved plan is applied, so that all of the process is the applying: looking again, assigning, reading back. */
    private void memory(int devices) throws Exception {
        if (devices == 0) {
            return;
        }
        try (Sandbox sandbox = sandbox(devices)) {
            Path file = Path.of(System.getenv("IMPSH_HOME"), "plan.json");
            Files.deleteIfExists(file);
            double planned = seconds(sandbox, impsh, "plan", PLAN, "--out", file.toString());
            long begin = System.nanoTime();
            Process process = start(sandbox, impsh, "--yes", "apply", file.toString());
            List<Long> samples = new ArrayList<>();
            while (!process.waitFor(MILLIS_BETWEEN_SAMPLES, TimeUnit.MILLISECONDS)) {
                long resident = residentBytes(process.pid());
                if (resident > 0) {
                    samples.add(resident);
                }
            }
            check(process.exitValue());
            double applied = (System.nanoTime() - begin) / 1e9;
            print(
                    "%d devices: planned and saved in %.1f s (%.1f MB), applied from the file in %.1f s, ratio %.2f,"
                            + " %d of %d moved once",
                    devices,
                    planned,
                    Files.size(file) / 1e6,
                    applied,
                    applied / (REQUESTS_FOR_A_PAGE * pages(devices) / RATE),
                    movedOnce(sandbox.recount()),
                    devices);
            print(
                    "resident memory while it is applied: begin (10 %%) %.0f MB, half time %.0f MB, end %.0f MB, most %.0f MB",
                    at(samples, 0.1),
                    at(samples, 0.5),
                    at(samples, 1),
                    samples.stream().mapToLong(Long::longValue).max().orElse(0) / 1e6);
        }
    }

    private static double at(List<Long> samples, double part) {
        return samples.get((int) Math.min(samples.size() - 1, samples.size() * part)) / 1e6;
    }

    /** What somebody pays who has only a command for one device, and a loop around it. */
    private void oneProcessEach(int devices, int processes, double moved) throws Exception {
        if (processes == 0) {
            return;
        }
        each("impsh -e \"devices.get(ID).assignTo('Line 2')\"", devices, processes, moved, id -> List.of(
                impsh, "-e", "devices.get('" + id + "').assignTo('Line 2')"));
        if (!node.isEmpty()) {
            each("node: log in, find the group, read the device, assign it", devices, processes, moved, id -> List.of(
                    node, reference, id, "Line 2"));
        }
    }

    /** The command for one device. */
    private interface Command {
        List<String> of(String device);
    }

    private void each(String what, int devices, int processes, double moved, Command command) throws Exception {
        try (Sandbox sandbox = sandbox(devices)) {
            List<String> ids =
                    sandbox.recount().groupByDevice().keySet().stream().limit(processes).toList();
            long begin = System.nanoTime();
            for (String id : ids) {
                seconds(sandbox, command.of(id).toArray(String[]::new));
            }
            double each = (System.nanoTime() - begin) / 1e9 / processes;
            long done = movedOnce(sandbox.recount());
            print(
                    "one process per device, %s: %.2f s each, measured on %d (%d moved once); for %d devices %.0f s%s",
                    what,
                    each,
                    processes,
                    done,
                    devices,
                    each * devices,
                    moved == 0 ? "" : String.format(Locale.ROOT, ", %.0f times the plan's", each * devices / moved));
        }
    }

    private static Sandbox sandbox(int devices) {
        Sandbox sandbox =
                Sandbox.start(SandboxOptions.defaults().withDevices(devices).withRateLimit(RATE));
        sandbox.moveAll("Line 1");
        return sandbox;
    }

    private double seconds(Sandbox sandbox, String... command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int code = start(sandbox, command).waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        check(code);
        return seconds;
    }

    private static void check(int code) {
        if (code != 0) {
            throw new IllegalStateException("the command ended with " + code);
        }
    }

    /** The launcher becomes the JVM: the process is the program. */
    private static Process start(Sandbox sandbox, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "IMPSH_ENDPOINT", sandbox.baseUrl().toString(),
                        "IMPSH_USER", sandbox.user(),
                        "IMPSH_PASSWORD", sandbox.password()));
        return builder.start();
    }

    private static double pages(int devices) {
        return Math.ceil(devices / (double) PAGE);
    }

    /** 0 once the process has ended. */
    private static long residentBytes(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | RuntimeException ended) {
            return 0;
        }
    }

    private static long journalBytes() throws IOException {
        Path folder = Path.of(System.getenv("IMPSH_HOME"), "state", "plans");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static long movedOnce(Recount recount) {
        return recount.groupByDevice().entrySet().stream()
                .filter(device -> device.getValue().equals("Line 2"))
                .filter(device -> recount.assignmentsByDevice().getOrDefault(device.getKey(), 0) == 1)
                .count();
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
