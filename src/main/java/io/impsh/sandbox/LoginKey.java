package io.impsh.sandbox;

import java.util.Objects;

/** A login key, whose id is the secret itself: it stands for name and password when an access token is asked for. */
final class LoginKey implements Resource {
    private final String id;
    private final long createdAt;
    private String description;
    private int usages;
    private long updatedAt;

    LoginKey(String id, String description, long now) {
        this.id = id;
        this.description = description;
        this.createdAt = now;
        this.updatedAt = now;
    }

    @Override
    public String id() {
        return id;
    }

    String description() {
        return description;
    }

    int usages() {
        return usages;
    }

    long createdAt() {
        return createdAt;
    }

    long updatedAt() {
        return updatedAt;
    }

    /** As it was when it was saved. */
    void resume(int used, long changedAt) {
        usages = used;
        updatedAt = changedAt;
    }

    void describe(String changed, long now) {
        if (!Objects.equals(changed, description)) {
            description = changed;
            updatedAt = now;
        }
    }

    /** An access token was got with it, which is no change of the key. */
    void use() {
        usages++;
    }

    @Override
    public void write(ResourceWriter out) {
        out.begin("login_key", id, "/accounts/me/login_keys")
                .text("description", description)
                .number("usages", usages)
                .time("created_at", createdAt)
                .time("updated_at", updatedAt)
                .relationships()
                .end();
    }
}
