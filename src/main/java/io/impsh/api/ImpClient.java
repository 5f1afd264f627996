package io.impsh.api;

import java.net.URI;
import java.util.List;

/** A connection to one impCentral account. */
public final class ImpClient implements AutoCloseable {
    private ImpClient() {}

    public static ImpClient connect(ClientOptions options) {
        throw new UnsupportedOperationException();
    }

    public ImpClient with(Priority priority) {
        throw new UnsupportedOperationException();
    }

    public ImpClient with(Cancellation cancellation) {
        throw new UnsupportedOperationException();
    }

    public URI endpoint() {
        throw new UnsupportedOperationException();
    }

    public Products products() {
        throw new UnsupportedOperationException();
    }

    public DeviceGroups deviceGroups() {
        throw new UnsupportedOperationException();
    }

    public Devices devices() {
        throw new UnsupportedOperationException();
    }

    public Accounts accounts() {
        throw new UnsupportedOperationException();
    }

    public double requestsPerSecond() {
        throw new UnsupportedOperationException();
    }

    public int concurrency() {
        throw new UnsupportedOperationException();
    }

    public List<RecordedWrite> recordedWrites() {
        throw new UnsupportedOperationException();
    }

    public boolean isDryRun() {
        throw new UnsupportedOperationException();
    }

    public void login() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
