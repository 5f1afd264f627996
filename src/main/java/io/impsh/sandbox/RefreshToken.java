package io.impsh.sandbox;

/** A refresh token, whose id is the secret itself. */
final class RefreshToken implements Resource {
    private final String id;
    private final String account;
    private final long createdAt;
    private long lastUsedAt;

    RefreshToken(String id, String account, long now) {
        this.id = id;
        this.account = account;
        this.createdAt = now;
        this.lastUsedAt = now;
    }

    @Override
    public String id() {
        return id;
    }

    /** The id of the account that it stands for. */
    String account() {
        return account;
    }

    long createdAt() {
        return createdAt;
    }

    long lastUsedAt() {
        return lastUsedAt;
    }

    void use(long now) {
        lastUsedAt = now;
    }

    @Override
    public void write(ResourceWriter out) {
        out.begin("refresh_token", id, "/accounts/me/refresh_tokens")
                .time("created_at", createdAt)
                .time("last_used_at", lastUsedAt)
                .relationships()
                .end();
    }
}
