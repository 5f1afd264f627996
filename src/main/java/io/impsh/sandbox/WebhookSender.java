package io.impsh.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Calls webhooks, on threads of its own, so that nobody waits for a receiver. One attempt each, with no redirect followed
 * and no proxy asked; what becomes of it is only reported. When too many calls wait, further ones are dropped.
 */
final class WebhookSender implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 1_000;
    private static final int CONNECT_TIMEOUT = (int) Duration.ofSeconds(2).toMillis();
    private static final int ANSWER_TIMEOUT = (int) Duration.ofSeconds(5).toMillis();

    private final WebhookReach reach;
    private final ThreadPoolExecutor threads;
    private final Consumer<WebhookOutcome> report;

    /**
     * Starts no thread before the first call.
     *
     * @param report is told what became of each call, on any thread
     */
    WebhookSender(WebhookReach reach, Consumer<WebhookOutcome> report) {
        this.reach = reach;
        this.report = report;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), WebhookSender::daemon);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "sandbox-webhook");
        thread.setDaemon(true);
        return thread;
    }

    /** Returns at once. */
    void send(WebhookCall call) {
        try {
            threads.execute(() -> report.accept(attempt(call)));
        } catch (RejectedExecutionException e) {
            report.accept(WebhookOutcome.DROPPED);
        }
    }

    private WebhookOutcome attempt(WebhookCall call) {
        try {
            URL url = URI.create(call.url()).toURL();
            if (!reach.includes(url.getHost())) {
                return WebhookOutcome.WITHHELD;
            }
            return post((HttpURLConnection) url.openConnection(Proxy.NO_PROXY), call) / 100 == 2
                    ? WebhookOutcome.DELIVERED
                    : WebhookOutcome.FAILED;
        } catch (IOException | RuntimeException e) {
            return WebhookOutcome.FAILED;
        }
    }

    private static int post(HttpURLConnection connection, WebhookCall call) throws IOException {
        try {
            connection.setRequestMethod("POST");
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(CONNECT_TIMEOUT);
            connection.setReadTimeout(ANSWER_TIMEOUT);
            connection.setRequestProperty("Content-Type", call.contentType());
            connection.setRequestProperty("Connection", "close");
            connection.setDoOutput(true);
            // Also keeps it from trying a second time by itself.
            connection.setFixedLengthStreamingMode(call.body().length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(call.body());
            }
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
