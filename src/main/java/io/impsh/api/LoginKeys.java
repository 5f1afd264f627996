package io.impsh.api;

import io.impsh.model.EntityRef;
import io.impsh.model.LoginKey;
import java.util.LinkedHashMap;
import java.util.Map;

/** The login keys of the own account, ten at most. Changes need the account's password, which is sent and not kept. */
public final class LoginKeys {
    private static final String[] COLLECTION = {"accounts", "me", "login_keys"};
    private static final String PASSWORD = "X-Electricimp-Password";

    private final Calls calls;

    LoginKeys(Calls calls) {
        this.calls = calls;
    }

    public PagedIterable<LoginKey> list() {
        return calls.list(ApiRequest.of("GET", "list login keys", COLLECTION), Filter.none(), AccessReader::loginKey);
    }

    /** @throws NotFoundException when the account has no such key */
    public LoginKey get(String id) {
        return calls.one(read(id), AccessReader::loginKey);
    }

    /**
     * Makes a key; never sent twice.
     *
     * @param description may be {@code null}
     * @return with the id to be shown: whoever made it has to see it once
     */
    public LoginKey create(String password, String description) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("description", description);
        ApiRequest request = ApiRequest.of("POST", "create a login key", COLLECTION)
                .withHeader(PASSWORD, password)
                .withBody(RequestBodies.create(LoginKey.TYPE, attributes, Map.of()))
                .harmfulTwice();
        return calls.one(request, AccessReader::loginKey).withRevealed();
    }

    public LoginKey update(String id, String password, String description) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("description", description);
        ApiRequest request = item("PATCH", "change", id)
                .withHeader(PASSWORD, password)
                .withBody(RequestBodies.update(new EntityRef(LoginKey.TYPE, id), attributes, Map.of()));
        return calls.changed(request, read(id), AccessReader::loginKey);
    }

    /** Access tokens that it gave stay good until they expire. */
    public void delete(String id, String password) {
        calls.done(item("DELETE", "delete", id).withHeader(PASSWORD, password));
    }

    private static ApiRequest read(String id) {
        return item("GET", "read", id);
    }

    /** Its id is a secret, so messages do without it. */
    private static ApiRequest item(String method, String verb, String id) {
        return ApiRequest.of(
                method, verb + " a login key", COLLECTION[0], COLLECTION[1], COLLECTION[2], Calls.id("login key", id));
    }
}
