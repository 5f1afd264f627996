package io.impsh.sandbox;

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

    boolean answersTo(String name, String secret) {
        return (username.equals(name) || email.equals(name)) && password.equals(secret);
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
