import io.impsh.sandbox.Recount;
import io.impsh.sandbox.Sandbox;
import io.impsh.sandbox.SandboxOptions;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/** Moves all devices of a sandbox from group to group with impsh, and lists them. Run by {@code src/bench/reassign}. */
final class Reassign {
    private static final int RATE = 40;
    private static final int PAGE = 100;
    /** Select, assign, read back. */
    private static final int REQUESTS_FOR_A_PAGE = 3;

    public static void main(String[] arguments) throws Exception {
        String impsh = arguments[0];
        int devices = Integer.parseInt(arguments[1]);
        int runs = Integer.parseInt(arguments[2]);
        double pages = Math.ceil(devices / (double) PAGE);
        double moveBound = REQUESTS_FOR_A_PAGE * pages / RATE;
        double listBound = pages / RATE;
        System.out.printf(
                Locale.ROOT,
                "%d devices, %d requests/s: the limit allows %.2f s for moving, %.2f s for listing%n",
                devices,
                RATE,
                moveBound,
                listBound);
        for (int run = 1; run <= runs; run++) {
            try (Sandbox sandbox = Sandbox.start(
                    SandboxOptions.defaults().withDevices(devices).withRateLimit(RATE))) {
                sandbox.moveAll("Line 1");
                double listed = seconds(impsh, sandbox, "devices.count()");
                Recount before = sandbox.recount();
                double moved =
                        seconds(impsh, sandbox, "devices.where({group: 'Line 1'}).assignTo('Line 2').apply().counts.done");
                Recount after = sandbox.recount();
                System.out.printf(
                        Locale.ROOT,
                        "run %d   move %6.2f s  ratio %.2f   list %6.2f s  ratio %.2f   %d requests, %d refused, %d of %d moved once%n",
                        run,
                        moved,
                        moved / moveBound,
                        listed,
                        listed / listBound,
                        total(after) - total(before),
                        after.rateLimited(),
                        movedOnce(after),
                        devices);
            }
        }
    }

    private static double seconds(String impsh, Sandbox sandbox, String expression)
            throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(impsh, "--yes", "-e", expression)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment()
                .putAll(Map.of(
                        "IMPSH_ENDPOINT", sandbox.baseUrl().toString(),
                        "IMPSH_USER", sandbox.user(),
                        "IMPSH_PASSWORD", sandbox.password()));
        long start = System.nanoTime();
        int code = command.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IllegalStateException("impsh ended with " + code);
        }
        return seconds;
    }

    private static int total(Recount recount) {
        return recount.requests().values().stream().mapToInt(Integer::intValue).sum();
    }

    private static long movedOnce(Recount recount) {
        return recount.groupByDevice().entrySet().stream()
                .filter(device -> device.getValue().equals("Line 2"))
                .filter(device -> recount.assignmentsByDevice().getOrDefault(device.getKey(), 0) == 1)
                .count();
    }
}
