package io.impsh.sandbox;

import java.util.List;

/** Login keys of the caller: at most ten. What changes them needs the account's password once more. */
final class LoginKeyHandler {
    private static final String PATH = "/v5/accounts/{id}/login_keys";
    private static final String ITEM = PATH + "/{key}";
    private static final int MOST = 10;

    private final Store store;
    private final Tokens tokens;

    LoginKeyHandler(Store store, Tokens tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    void addTo(Router router) {
        router.add("GET", PATH, call -> Reply.list(call, List.copyOf(own(call).loginKeys())))
                .add("POST", PATH, this::create)
                .add("GET", ITEM, call -> Reply.found(call, key(call)))
                .add("PATCH", ITEM, this::update)
                .add("DELETE", ITEM, this::delete);
    }

    private Reply create(Call call) {
        Account account = withPassword(call);
        ResourceDocument document = ResourceDocument.of(call);
        document.expectType("login_key");
        document.permitRelationships();
        String description = document.attributes("description").description(null);
        if (account.loginKeys().size() >= MOST) {
            throw new ApiError(
                            409,
                            "CX020",
                            "Account Limit Reached",
                            "An account may have " + MOST + " login keys; delete one first.")
                    .exception();
        }
        LoginKey key = new LoginKey(tokens.newLoginKey(), description, store.nextTime());
        account.add(key);
        return Reply.created(call, key);
    }

    private Reply update(Call call) {
        withPassword(call);
        LoginKey key = key(call);
        ResourceDocument document = ResourceDocument.of(call);
        document.expectType("login_key");
        document.expectId(call.parameter("key"));
        document.permitRelationships();
        key.describe(document.attributes("description").description(key.description()), store.nextTime());
        return Reply.found(call, key);
    }

    private Reply delete(Call call) {
        withPassword(call).remove(key(call));
        return Reply.noContent();
    }

    private LoginKey key(Call call) {
        return own(call).loginKey(call.parameter("key")).orElseThrow(() -> ApiError.notFound(
                        "There is no such login key.")
                .exception());
    }

    /** Not 401 without it: clients take that for an access token that has expired. */
    private Account withPassword(Call call) {
        Account account = own(call);
        if (!account.hasPassword(call.request().header("X-Electricimp-Password"))) {
            throw new ApiError(
                            403,
                            "PX302",
                            "Invalid Password",
                            "Changing login keys needs the account's password in the header X-Electricimp-Password.")
                    .exception();
        }
        return account;
    }

    private Account own(Call call) {
        return AccountHandler.own(call, store, "Login keys");
    }
}
