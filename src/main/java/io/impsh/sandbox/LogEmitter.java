package io.impsh.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lets the devices go on logging: so many lines a second in total, one device after the other. Runs in a thread of its
 * own, which does not keep the program alive. In the store's monitor it stays for a few hundred lines at a time.
 */
final class LogEmitter implements StoreListener, Runnable, AutoCloseable {
    private static final int BATCH = 500;
    private static final long PAUSE_MILLISECONDS = 5;
    private static final long CENSUS_NANOSECONDS = 200_000_000;

    private final Store store;
    private final DeviceLogs logs;
    private final double rate;
    private final Thread thread = new Thread(this, "sandbox-log-emitter");
    private final Map<Device, Output> outputs = new HashMap<>();
    private List<Output> running = List.of();
    private long takenAt;
    private int next;

    /** How far a device has come in its output. */
    private static final class Output {
        private final Device device;
        private long position;

        private Output(Device device) {
            this.device = device;
        }

        private LogLine next() {
            return Telemetry.line(device, position++);
        }
    }

    LogEmitter(Store store, DeviceLogs logs, double rate) {
        this.store = store;
        this.logs = logs;
        this.rate = rate;
        thread.setDaemon(true);
    }

    /** Begins; with a rate of 0 nothing happens. */
    void start() {
        if (rate > 0) {
            thread.start();
        }
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        long emitted = 0;
        try {
            while (true) {
                long due = (long) ((System.nanoTime() - start) / 1e9 * rate) - emitted;
                // What no device was there to say is not made up for later.
                emitted += emit((int) Math.min(due, BATCH)) ? Math.min(due, BATCH) : due;
                Thread.sleep(due > BATCH ? 1 : PAUSE_MILLISECONDS);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers false if nothing runs. */
    private boolean emit(int lines) {
        synchronized (store) {
            if (System.nanoTime() - takenAt > CENSUS_NANOSECONDS) {
                takeCensus();
            }
            int silent = 0;
            for (int left = lines; left > 0 && silent < running.size(); ) {
                next = (next + 1) % running.size();
                Output output = running.get(next);
                if (runs(output.device)) {
                    LogLine line = output.next();
                    logs.append(output.device, line.type(), line.message());
                    left--;
                    silent = 0;
                } else {
                    silent++;
                }
            }
            return silent < running.size();
        }
    }

    /** Looking at each device for each line would be too slow in a fleet that is mostly in production. */
    private void takeCensus() {
        List<Output> present = new ArrayList<>();
        for (Device device : store.devices().inOrder()) {
            if (runs(device)) {
                present.add(outputs.computeIfAbsent(device, Output::new));
            }
        }
        running = present;
        takenAt = System.nanoTime();
    }

    private static boolean runs(Device device) {
        return device.online() && DeviceLogs.logs(device);
    }

    @Override
    public void removed(Device device) {
        outputs.remove(device);
    }

    @Override
    public void cleared() {
        outputs.clear();
        running = List.of();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
