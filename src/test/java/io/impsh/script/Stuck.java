package io.impsh.script;

import java.util.concurrent.CountDownLatch;

/** Work that hears no interrupt until it is released. */
final class Stuck {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    void here() {
        begun.countDown();
        boolean free = false;
        while (!free) {
            try {
                released.await();
                free = true;
            } catch (InterruptedException deaf) {
                continue;
            }
        }
    }

    void awaitBegin() {
        try {
            begun.await();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    void release() {
        released.countDown();
    }
}
