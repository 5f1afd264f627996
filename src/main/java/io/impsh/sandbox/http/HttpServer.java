package io.impsh.sandbox.http;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Accepts connections and gives each a thread of its own until it ends. Its threads do not keep the program alive. Idle
 * connections stay for as long as the caller likes.
 */
public final class HttpServer implements AutoCloseable {
    /** How many callers may wait to be accepted: hundreds connect at once. */
    private static final int BACKLOG = 1024;

    private final ServerSocket listener = new ServerSocket();
    private final ExecutorService threads = Executors.newCachedThreadPool(daemons());
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final HttpHandler handler;
    private final Duration patience;

    /**
     * Binds the address; port 0 takes any free one.
     *
     * @param patience how long the bytes of one request may stay away before it is refused
     * @throws IOException if the port is taken
     */
    public HttpServer(InetSocketAddress address, HttpHandler handler, Duration patience) throws IOException {
        this.handler = handler;
        this.patience = patience;
        listener.bind(address, BACKLOG);
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "sandbox-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Begins to accept. */
    public void start() {
        threads.execute(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException e) {
                // The listener was closed, or the caller had gone before it was accepted.
            }
        }
    }

    private void serve(Socket socket) throws IOException {
        open.add(socket);
        try {
            threads.execute(() -> {
                try {
                    new Connection(socket, handler, patience).serve();
                } finally {
                    open.remove(socket);
                }
            });
        } catch (RejectedExecutionException closing) {
            socket.close();
        }
    }

    /** Ends all connections at once, in the middle of an answer too. */
    @Override
    public void close() {
        quietly(listener);
        threads.shutdownNow();
        open.forEach(HttpServer::quietly);
    }

    private static void quietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more, closed or not.
        }
    }
}
