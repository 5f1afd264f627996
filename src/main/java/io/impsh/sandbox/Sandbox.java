package io.impsh.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An impCentral of one's own: an HTTP server on a loopback port with simulated products, groups and devices. It keeps
 * everything in memory until it is closed. Its threads do not keep the program alive. Safe for any number of threads.
 */
public final class Sandbox implements AutoCloseable {
    static {
        // Read once, when the server class is first used. Idle connections stay, as those of the service do.
        preset("sun.net.httpserver.nodelay", "true");
        preset("sun.net.httpserver.maxIdleConnections", "1024");
        preset("sun.net.httpserver.idleInterval", "86400");
    }

    private final Store store;
    private final Simulation simulation;
    private final Statistics statistics = new Statistics();
    private final Transport transport;
    private final HttpServer server;
    private final ExecutorService threads;
    private final long seed;

    private Sandbox(SandboxOptions options) throws IOException {
        Ids ids = new Ids(options.seed());
        this.seed = options.seed();
        this.store = new Store(ids);
        Seed.plant(store, ids, options);
        this.simulation = Simulation.of(store, options);
        Service service = new Service(options, store, simulation, statistics);
        this.transport = new Transport(service, statistics, options.latency(), Faults.parse(options.faults(), seed));
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), options.port()), 0);
        this.threads = Executors.newCachedThreadPool(daemons());
        server.setExecutor(threads);
        server.createContext("/", transport);
    }

    private static void preset(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "sandbox-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Starts serving on 127.0.0.1.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public static Sandbox start(SandboxOptions options) {
        try {
            Sandbox sandbox = new Sandbox(options);
            sandbox.serve();
            return sandbox;
        } catch (IOException e) {
            throw new UncheckedIOException("port " + options.port() + ": " + e.getMessage(), e);
        }
    }

    /** The server's own thread inherits from the one that starts it whether it keeps the program alive. */
    private void serve() {
        Thread starter = daemons().newThread(server::start);
        starter.start();
        try {
            starter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where a client finds it, with the version and without a trailing slash: {@code http://127.0.0.1:PORT/v5}. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v5");
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
     * Replaces the faults from the next request on, beginning their sequence anew; empty for none.
     *
     * @throws IllegalArgumentException naming the part that cannot be read and what is allowed
     */
    public void setFaults(String specification) {
        transport.setFaults(Faults.parse(specification, seed));
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
        }
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

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
