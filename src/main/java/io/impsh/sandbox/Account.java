package io.impsh.sandbox;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A user account of the simulated cloud. */
final class Account implements Resource {
    private final String id;
    private final String username;
    private final String email;
    private final String password;
    private final String oneTimeCode;
    private final long createdAt;
    private final DeviceIndex devices = new DeviceIndex();
    private final DeviceIndex unassigned = new DeviceIndex();
    private final Map<String, LoginKey> loginKeys = new LinkedHashMap<>();

    /** @param oneTimeCode second factor of this account, or {@code null} */
    Account(String id, String username, String password, String oneTimeCode, long createdAt) {
        this.id = id;
        this.username = username;
        this.email = username + "@example.com";
        this.password = password;
        this.oneTimeCode = oneTimeCode;
        this.createdAt = createdAt;
    }

    @Override
    public String id() {
        return id;
    }

    String username() {
        return username;
    }

    String password() {
        return password;
    }

    long createdAt() {
        return createdAt;
    }

    boolean answersTo(String name, String secret) {
        return isCalled(name) && hasPassword(secret);
    }

    boolean isCalled(String name) {
        return username.equals(name) || email.equals(name);
    }

    boolean hasPassword(String secret) {
        return password.equals(secret);
    }

    /** The second factor, or {@code null}. */
    String oneTimeCode() {
        return oneTimeCode;
    }

    /** What a device of this account's production groups is released with. */
    String unbondKey() {
        return "sandbox-unbond-key";
    }

    /** Every device of the account. */
    DeviceIndex devices() {
        return devices;
    }

    /** Those in no group. */
    DeviceIndex unassigned() {
        return unassigned;
    }

    void add(LoginKey key) {
        loginKeys.put(key.id(), key);
    }

    void remove(LoginKey key) {
        loginKeys.remove(key.id());
    }

    /** In order of creation. */
    Collection<LoginKey> loginKeys() {
        return Collections.unmodifiableCollection(loginKeys.values());
    }

    Optional<LoginKey> loginKey(String secret) {
        return Optional.ofNullable(loginKeys.get(secret));
    }

    @Override
    public void write(ResourceWriter out) {
        out.begin("account", id, "/accounts")
                .text("username", username)
                .text("email", email)
                .text("tier", "free")
                .time("created_at", createdAt)
                .time("updated_at", createdAt)
                .relationships()
                .end();
    }
}
