package io.impsh.api;

/**
 * Hears of every write before it is sent, and of what came of it, whether or not it was accepted: once for each call,
 * however often that is repeated. Not told of writes in a dry run, which are not sent, nor of logins and log streams, nor
 * of what an {@link ImpClient#unwitnessed()} view sends.
 *
 * <p>Called on the thread that writes, from many threads at once. What it throws keeps the write from being sent.
 */
public interface WriteWitness {
    /** @return the number of the request, which {@link #after} gets */
    long before(SentWrite write);

    void after(long request, WriteAnswer answer);
}
