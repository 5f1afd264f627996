package io.impsh.sandbox;

import io.impsh.sandbox.http.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * An impCentral of one's own: an HTTP server on a loopback port with simulated products, groups and devices. It keeps
 * everything in memory until it is closed, and in a file if it is given one. Its threads do not keep the program alive. Safe for any number of threads.
 */
public final class Sandbox implements AutoCloseable {
    /** How long a client may take between two bytes of one request. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Store store;
    private final Simulation simulation;
    private final Statistics statistics = new Statistics();
    private final Transport transport;
    private final HttpServer server;
    private final WebhookSender webhooks;
    private final SandboxOptions options;
    private final Ids ids;
    private final Tokens tokens;
    private final Keeper keeper;
    private volatile String faults;

    /**
     * @param file {@code null} to keep nothing
     * @param clock what tokens expire by
     */
    private Sandbox(SandboxOptions given, DataFile file, LongSupplier clock) throws IOException {
        Optional<SavedState> saved = file == null ? Optional.empty() : file.read();
        this.options = saved.map(state -> asSaved(state, given, file)).orElse(given);
        this.ids = new Ids(options.seed());
        this.faults = options.faults();
        this.store = new Store(ids);
        this.tokens = new Tokens(options.tokenLife(), clock);
        if (saved.isPresent()) {
            restore(saved.get(), file);
        } else {
            Seed.plant(store, ids, options);
        }
        this.webhooks = new WebhookSender(options.webhooks(), statistics::called);
        store.listen(new WebhookTrigger(store, webhooks::send));
        this.simulation = Simulation.of(store, options, statistics);
        Service service = new Service(options, store, tokens, simulation, statistics);
        SideDoor sideDoor =
                new SideDoor(this, store, new DeviceMaker(store, ids, options.seed() + 3), simulation.logs());
        FaultSpecification specified = FaultSpecification.parse(faults);
        this.transport =
                new Transport(service, sideDoor, statistics, options.latency(), specified.ofRequests(options.seed()));
        simulation.streams().setFaults(specified.ofStreams(options.seed()));
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        this.server = new HttpServer(new InetSocketAddress(loopback, options.port()), transport, PATIENCE);
        this.keeper = file == null ? null : new Keeper(file, this::copy);
        if (keeper != null) {
            keep(saved.isEmpty());
        }
    }

    /** The fleet is that of the file, whatever else is wanted. */
    private static SandboxOptions asSaved(SavedState state, SandboxOptions given, DataFile file) {
        try {
            return given.withSeed(state.seed()).withDevices(state.seeded());
        } catch (IllegalArgumentException unfit) {
            throw file.damaged(unfit);
        }
    }

    private void restore(SavedState saved, DataFile file) {
        try {
            Restoring.fill(store, tokens, saved);
        } catch (RuntimeException unfit) {
            throw file.damaged(unfit);
        }
    }

    private void keep(boolean fresh) {
        store.listen(keeper);
        keeper.start();
        if (fresh) {
            keeper.changed();
        }
    }

    private SavedState copy() {
        synchronized (store) {
            return Saving.copy(store, tokens, options);
        }
    }

    /**
     * Starts serving on 127.0.0.1.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public static Sandbox start(SandboxOptions options) {
        return start(options, System::currentTimeMillis);
    }

    /** @param clock what tokens expire by, in milliseconds since 1970 */
    static Sandbox start(SandboxOptions options, LongSupplier clock) {
        return start(options, null, clock);
    }

    /**
     * Starts serving what a file holds, and keeps that file like the state: written within a second of a change. A file
     * that is not there yet is made from the seed data; of one that is, number of devices and seed win over the options.
     *
     * @throws UncheckedIOException if the port is taken
     * @throws DataException if the file is in use by another sandbox, or cannot be read; it is left as it is then
     */
    public static Sandbox start(SandboxOptions options, Path data) {
        DataFile file = DataFile.open(data);
        try {
            return start(options, file, System::currentTimeMillis);
        } catch (RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    private static Sandbox start(SandboxOptions options, DataFile file, LongSupplier clock) {
        try {
            Sandbox sandbox = new Sandbox(options, file, clock);
            sandbox.server.start();
            sandbox.simulation.start();
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + options.port() + ": " + e.getMessage(), e);
        }
    }

    /** As it was started, with number of devices and seed of the data file if there was one. */
    public SandboxOptions options() {
        return options;
    }

    /** Where a client finds it, with the version and without a trailing slash: {@code http://127.0.0.1:PORT/v5}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.port() + "/v5");
    }

    /** User name of the account that owns the fleet; {@code demo@example.com} works as well. */
    public String user() {
        return Seed.USER;
    }

    /** Password of every account. */
    public String password() {
        return Seed.PASSWORD;
    }

    /**
     * Replaces the faults, beginning their sequence anew; empty for none. Requests have them from the next one on, log
     * streams at once.
     *
     * @throws IllegalArgumentException naming the part that cannot be read and what is allowed
     */
    public void setFaults(String specification) {
        FaultSpecification specified = FaultSpecification.parse(specification);
        synchronized (store) {
            transport.setFaults(specified.ofRequests(options.seed()));
            simulation.streams().setFaults(specified.ofStreams(options.seed()));
            faults = specification;
        }
    }

    /** Why the data file could not be written, if it could not. */
    Optional<String> unsaved() {
        return keeper == null ? Optional.empty() : keeper.failure();
    }

    /** The faults now in force, as they were specified. */
    String faults() {
        return faults;
    }

    /**
     * Back to the start: the seed data with the same ids, the faults of the options, counts at zero. Whoever is logged in
     * stays so, with access and refresh tokens.
     */
    public void reset() {
        synchronized (store) {
            store.clear();
            Seed.plant(store, ids, options);
            statistics.clear();
            setFaults(options.faults());
            store.changed();
        }
    }

    /**
     * Puts every device into the named group, straight in the store and without counting as assignments.
     *
     * @throws IllegalArgumentException if no group has the name
     */
    public void moveAll(String groupName) {
        synchronized (store) {
            DeviceGroup group = store.groups().stream()
                    .filter(candidate -> candidate.name().equals(groupName))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no group is called '" + groupName + "'"));
            List.copyOf(store.devices().inOrder()).forEach(device -> store.place(device, group, store.now()));
            store.changed();
        }
    }

    /** The whole state at this moment, as a data file would hold it: JSON, with login keys and passwords in it. */
    public String stateText() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        Json.writeTo(text, copy());
        return text.toString(StandardCharsets.UTF_8);
    }

    /** What the store holds and has counted at this moment. */
    public Recount recount() {
        synchronized (store) {
            return Recount.of(store, statistics);
        }
    }

    /** For tests of what devices do; also the lock. */
    Store store() {
        return store;
    }

    /** For tests of what devices do. */
    Simulation simulation() {
        return simulation;
    }

    /** For tests of when requests come. */
    Statistics statistics() {
        return statistics;
    }

    /** @throws DataException if the last changes could not be written to the data file */
    @Override
    public void close() {
        simulation.close();
        server.close();
        webhooks.close();
        if (keeper != null) {
            keeper.close();
        }
    }
}
