package io.impsh.api;

import io.impsh.model.Device;

/** The devices that the account may see, assigned or not. */
public final class Devices {
    Devices() {}

    public PagedIterable<Device> list(Filter filter) {
        throw new UnsupportedOperationException();
    }

    public Device get(String idMacOrAgentId) {
        throw new UnsupportedOperationException();
    }

    public Device rename(String id, String name) {
        throw new UnsupportedOperationException();
    }

    public void delete(String id) {
        throw new UnsupportedOperationException();
    }

    public void restart(String id, boolean conditional) {
        throw new UnsupportedOperationException();
    }
}
