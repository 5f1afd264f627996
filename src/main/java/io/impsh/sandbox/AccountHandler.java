package io.impsh.sandbox;

import java.util.List;

/** Accounts: the caller's own and those a product is shared with. Nothing about them can be changed. */
final class AccountHandler {
    private final Store store;

    AccountHandler(Store store) {
        this.store = store;
    }

    void addTo(Router router) {
        router.add("GET", "/v5/accounts", call -> Reply.list(call, store.accounts(call.caller())))
                .add("GET", "/v5/accounts/{id}", call -> Reply.found(call, account(call, store)))
                .add("GET", "/v5/accounts/{id}/capabilities", this::capabilities);
    }

    /** No source says what it holds; one client asks for it. */
    private Reply capabilities(Call call) {
        account(call, store);
        return Reply.list(call, List.of());
    }

    /** The account of the path; {@code me} is the caller. */
    static Account account(Call call, Store store) {
        String id = call.parameter("id");
        if (id.equals("me")) {
            return call.caller();
        }
        return store.accounts(call.caller()).stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        ApiError.notFound("There is no account '" + id + "'.").exception());
    }

    /**
     * The account of the path, which has to be the caller's.
     *
     * @param what is asked for, for the message
     */
    static Account own(Call call, Store store, String what) {
        Account account = account(call, store);
        if (account != call.caller()) {
            throw ApiError.forbidden(what + " are for their own account only.").exception();
        }
        return account;
    }
}
