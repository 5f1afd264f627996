package io.impsh.api;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;

/** Notes whether and when a call's request went onto the network, and when its answer began to come. */
final class SendWatch extends EventListener {
    private final WaitClock clock;
    private volatile boolean begun;
    private volatile long sentAt;
    private volatile long answeredAt;

    SendWatch(WaitClock clock) {
        this.clock = clock;
        this.sentAt = clock.nanoTime();
        this.answeredAt = sentAt;
    }

    @Override
    public void requestHeadersStart(Call call) {
        begun = true;
        sentAt = clock.nanoTime();
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        sentAt = clock.nanoTime();
    }

    @Override
    public void responseHeadersStart(Call call) {
        answeredAt = clock.nanoTime();
    }

    boolean begun() {
        return begun;
    }

    long sentAt() {
        return sentAt;
    }

    long answeredAt() {
        return answeredAt;
    }
}
