package io.impsh.api;

import io.impsh.model.Account;

/** The own account and those one collaborates with. */
public final class Accounts {
    Accounts() {}

    public PagedIterable<Account> list() {
        throw new UnsupportedOperationException();
    }

    public Account get(String id) {
        throw new UnsupportedOperationException();
    }

    public Account me() {
        throw new UnsupportedOperationException();
    }
}
