package io.impsh.api;

import io.impsh.model.Account;

/** The own account and those it collaborates with. The service finds them by id only, not by name or e-mail. */
public final class Accounts {
    private static final String COLLECTION = "accounts";
    private static final String OWN = "me";

    private final Calls calls;

    Accounts(Calls calls) {
        this.calls = calls;
    }

    public PagedIterable<Account> list() {
        return calls.list(ApiRequest.of("GET", "list accounts", COLLECTION), Filter.none(), EntityReader::account);
    }

    /** @throws NotFoundException when no visible account has that id */
    public Account get(String id) {
        return calls.one(
                ApiRequest.of("GET", "read account " + id, COLLECTION, Calls.id("account", id)), EntityReader::account);
    }

    /** The account that is logged in. */
    public Account me() {
        return calls.one(ApiRequest.of("GET", "read the own account", COLLECTION, OWN), EntityReader::account);
    }
}
